# SPDX-License-Identifier: MIT
"""A report under review: as it was read, what the user corrected, and what comes of both."""

import re
from functools import cached_property
from pathlib import Path

import msgspec

from peelviewer.model.corrections import Corrections
from peelviewer.model.force import Force
from peelviewer.model.report import BlockKind, Pillar, Report
from peelviewer.reading.correcting import apply, fitted, passed_over

PILLARS: tuple[Pillar, ...] = (
    "effectiveness", "efficiency", "legitimacy", "leadership", "integrated",
)  # fmt: skip
DEEPEST = 6
_YEAR = re.compile(r"20\d\d(/\d\d)?")


class Draft(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One file's report, not kept yet. ``path`` is the file it was read from.

    ``stored`` are the corrections that the library has: they stay there whatever becomes of the
    draft.
    """

    path: Path
    as_read: Report
    corrections: Corrections = Corrections()
    stored: Corrections = Corrections()

    @cached_property
    def report(self) -> Report:
        """The report with the corrections in it."""
        return apply(self.as_read, self.corrections)

    @cached_property
    def fitted(self) -> Corrections:
        """The corrections to be kept with the report."""
        return fitted(self.as_read, self.corrections).anchored(self.as_read)

    @cached_property
    def lost(self) -> tuple[str, ...]:
        """The sections and blocks whose corrections have no place in this copy."""
        return passed_over(self.as_read, self.corrections)

    @property
    def count(self) -> int:
        """How many things are corrected."""
        return _differences(self.corrections, Corrections())

    @property
    def unstored(self) -> int:
        """How many things are corrected otherwise than the library has it: lost with the draft."""
        return _differences(self.corrections, self.stored)


def with_title(draft: Draft, title: str) -> Draft:
    """Return the draft with its title corrected; an empty one is as read."""
    title = " ".join(title.split())
    return _with(draft, title=title if title and title != draft.as_read.title else None)


def with_force(draft: Draft, force: Force) -> Draft:
    """Return the draft with its force corrected."""
    return _with(draft, force=force if force != draft.as_read.force else None)


def with_pillar(draft: Draft, pillar: Pillar) -> Draft:
    """Return the draft with its pillar corrected."""
    return _with(draft, pillar=pillar if pillar != draft.as_read.pillar else None)


def with_year(draft: Draft, year: str) -> Draft:
    """Return the draft with its year corrected; one that is none is passed over."""
    if not is_year(year):
        return draft
    return _with(draft, year=year if year != draft.as_read.year else None)


def with_level(draft: Draft, section: str, level: int) -> Draft:
    """Return the draft with a heading at another level."""
    levels = {**draft.corrections.levels, section: min(max(level, 1), DEEPEST)}
    if levels[section] == draft.as_read.sections_by_id[section].level:
        del levels[section]
    return _with(draft, levels=levels)


def with_kind(draft: Draft, block: str, kind: BlockKind) -> Draft:
    """Return the draft with a block of another kind."""
    kinds = {**draft.corrections.kinds, block: kind}
    if kind == draft.as_read.blocks_by_id[block].kind:
        del kinds[block]
    return _with(draft, kinds=kinds)


def without_corrections(draft: Draft) -> Draft:
    """Return the draft as its report was read."""
    return msgspec.structs.replace(draft, corrections=Corrections())


def is_year(text: str) -> bool:
    """Return whether a text is a year of inspection, or a round of up to three: "2023/25".

    >>> is_year("2018/19"), is_year("2023/25"), is_year("2018/22"), is_year("16")
    (True, True, False, False)
    """
    if not _YEAR.fullmatch(text):
        return False
    first, _, second = text.partition("/")
    return not second or (int(second) - int(first)) % 100 in (1, 2)


def _differences(one: Corrections, other: Corrections) -> int:
    named = sum(
        getattr(one, name) != getattr(other, name) for name in ("title", "force", "pillar", "year")
    )
    levels = one.levels.items() ^ other.levels.items()
    kinds = one.kinds.items() ^ other.kinds.items()
    return named + len({section for section, _ in levels}) + len({block for block, _ in kinds})


def _with(draft: Draft, **changes: object) -> Draft:
    corrections = msgspec.structs.replace(draft.corrections, **changes)
    if corrections == draft.corrections:
        return draft
    return msgspec.structs.replace(draft, corrections=corrections)
