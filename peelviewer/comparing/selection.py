# SPDX-License-Identifier: MIT
"""What is chosen in the Compare view: what its controls say and what the settings keep."""

from typing import Literal

import msgspec

Show = Literal["ranked", "tiles", "trend", "slope", "ranges", "strip", "beside"]
Which = Literal["all", "region", "similar", "chosen"]
Sort = Literal["value", "name"]

SHOWS: tuple[tuple[Show, str], ...] = (
    ("ranked", "Ranked bars"),
    ("tiles", "Tile map"),
    ("trend", "Trend"),
    ("slope", "Change"),
    ("ranges", "Profile of one force"),
    ("strip", "Judgments"),
    ("beside", "Beside another measure"),
)


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """What is chosen.

    ``own`` is a force's id, "" for the force of the open report. ``period`` and ``earlier`` are
    keys of periods (``period_key``), "" for the latest and the one before; ``chosen`` are the
    forces (ids) of ``forces = "chosen"``; ``highlight`` is what was typed; ``beside`` is the key
    of the open report's measure that stands beside the chosen one.
    """

    measure: str = ""
    unit: str = ""
    own: str = ""
    period: str = ""
    earlier: str = ""
    forces: Which = "all"
    chosen: tuple[str, ...] = ()
    show: Show = "ranked"
    highlight: str = ""
    sort: Sort = "value"
    beside: str = ""


def to_text(selection: Selection) -> str:
    """Return a selection as the settings keep it."""
    return msgspec.json.encode(selection).decode()


def from_text(text: str) -> Selection:
    """Return the selection that ``to_text`` wrote; anything unusable is the first one."""
    try:
        return msgspec.json.decode(text, type=Selection)
    except (msgspec.DecodeError, UnicodeError):
        return Selection()
