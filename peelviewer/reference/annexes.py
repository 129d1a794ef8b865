# SPDX-License-Identifier: MIT
"""The annexes that the shipped facts are from: for which reports they speak, whose pages."""

import msgspec

from peelviewer.model.report import Pillar, Report
from peelviewer.reference.forces import forces


class Annex(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An annex by the report (id) that it was read in: pages are that report's.

    Reports of other forces in the same pillar and year carry the same annex, on other pages.
    Reports of other years and pillars have annexes of their own, of which this one says nothing.
    """

    report: str
    pillar: Pillar
    year: str

    def holds_for(self, report: Report) -> bool:
        """Whether a report's annex says the same."""
        return (report.pillar, report.year) == (self.pillar, self.year)

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
