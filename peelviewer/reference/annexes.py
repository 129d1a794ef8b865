# SPDX-License-Identifier: MIT
"""The annexes that the shipped facts are from: for which reports they speak, whose pages."""

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from peelviewer.model.report import Block, Pillar, Report
from peelviewer.reference.forces import forces

Said: TypeAlias = tuple[tuple[str, ...], ...]
"""How an annex states something: for each paragraph that does, words that it has.

``"with care | with caution"`` are words of which one is enough.
"""


class Annex(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An annex by the report (id) that it was read in: pages are that report's.

    Reports of other forces in the same pillar and year have much of it in theirs, on other pages;
    what they have is looked up. Of other years and pillars this one says nothing.
    """

    report: str
    pillar: Pillar
    year: str

    def is_of(self, report: Report) -> bool:
        """Whether it is this report's own."""
        return report.id == self.report

    def said_by(self, report: Report, said: Said) -> Block | None:
        """Return the first block of another report's annex that says the same, or ``None``.

        All that is ``said`` has to be there; of nothing said there is nothing to look for.
        """
        if not said or (report.pillar, report.year) != (self.pillar, self.year):
            return None
        blocks = _annex_blocks(report)
        found = [next((b for b, text in blocks if _has(text, words)), None) for words in said]
        return found[0] if all(found) else None

    def covers(self, year: int) -> bool:
        """Whether a calendar year is that of the inspection ("2018/19" is of both)."""
        first, _, behind = self.year.partition("/")
        last = int(first[:2] + behind) if behind else int(first)
        return int(first) <= year <= last

    @property
    def words(self) -> str:
        """What the report is called: "Leicestershire Police, effectiveness 2016"."""
        force = self.report.removesuffix(f"-{self.year.replace('/', '-')}")
        force = force.removesuffix(f"-{self.pillar}")
        name = next((known.name for known in forces() if known.id == force), force)
        return f"{name}, {self.pillar} {self.year}"


def _annex_blocks(report: Report) -> list[tuple[Block, str]]:
    """Return the blocks of a report's annex, each with its heading and words in small letters."""
    return [
        (block, " ".join(f"{section.title} {block.text}".casefold().split()))
        for section in report.sections
        if section.kind == "annex"
        for block in section.blocks
    ]


def _has(text: str, words: Sequence[str]) -> bool:
    return all(any(word.strip() in text for word in either.split("|")) for either in words)
