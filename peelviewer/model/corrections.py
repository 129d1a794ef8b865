# SPDX-License-Identifier: MIT
"""What the user set right in the review of a report before it was kept."""

from typing import Any

import msgspec

from peelviewer.errors import InvalidReportError
from peelviewer.model.force import Force
from peelviewer.model.report import BlockKind, Pillar, Report


class Corrections(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Corrections to a report as it was read; what is ``None`` or not named stays as read.

    ``levels`` are heading levels (1 for a chapter) by section id, ``kinds`` the kinds of blocks by
    block id. Ids are those of the report as read; a correction changes none of them. ``texts``
    holds the text of each block in ``kinds``, so that the block is found again in a newer copy, in
    which it may have another place; ``anchored`` fills it.
    """

    title: str | None = None
    force: Force | None = None
    pillar: Pillar | None = None
    year: str | None = None
    levels: dict[str, int] = {}
    kinds: dict[str, BlockKind] = {}
    texts: dict[str, str] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is corrected."""
        return self == Corrections()

    def anchored(self, report: Report) -> "Corrections":
        """Return the same corrections with the texts of the blocks as ``report`` has them."""
        known = report.blocks_by_id
        texts = {
            block: known[block].text if block in known else self.texts[block]
            for block in self.kinds
            if block in known or block in self.texts
        }
        return msgspec.structs.replace(self, texts=texts)


def encode(corrections: Corrections) -> bytes:
    """Return the JSON of the corrections."""
    return msgspec.json.encode(corrections)


def decode(data: bytes, name: str) -> Corrections:
    """Return the corrections in ``data``; ``name`` is the place that a message should name.

    Raises:
        InvalidReportError: it is no JSON of corrections, or a level is below 1.
    """
    try:
        found = msgspec.json.decode(data, type=Corrections)
    except msgspec.DecodeError as error:
        raise InvalidReportError(f"{name} are not valid corrections: {error}.") from error
    low: Any = next((section for section, level in found.levels.items() if level < 1), None)
    if low is not None:
        raise InvalidReportError(f"{name} are not valid corrections: the level of {low!r} is < 1.")
    return found
