# SPDX-License-Identifier: MIT
"""What may be compared with what: the inspectorate's own rules (``data/comparability.toml``).

The rules are those of the annexes of reports, in our own words; each says on which page it stands.
A report is bound by what its own annex says only. Statistics are of a year; the rules
of the inspection of that year hold for them, and those that speak of how the data come about
(``lasting``) for any. A comparison that no rule speaks of is allowed.
"""

import functools
from collections.abc import Collection, Iterable
from typing import Literal

import msgspec

from peelviewer.model.report import Report
from peelviewer.reference.annexes import Annex, Said
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.tables import read_table

Effect = Literal["refuse", "warn", "note"]
Between = Literal["measures", "years", "forces", "values"]
Of = Literal["", "reports", "statistics"]

_SEVEREST_FIRST: dict[Effect, int] = {"refuse": 0, "warn": 1, "note": 2}


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule on the use of some measures, with the reason and the page that states it.

    ``groups``, ``measures`` and ``units`` choose the measures (any of them suffices), those of
    statistics also ``published``, the groups that these have; ``topic`` names what no measure
    stands for. ``against`` are the groups that ``between = "measures"`` sets them beside. ``of``
    says whether it speaks of the values of reports or of national statistics only; ``lasting``
    that it holds for statistics of any year (from ``since`` on). ``other_years`` are the years at
    the other end of a comparison (empty: every earlier one). ``forces`` are the forces
    it speaks of (empty: all); ``excluded`` ones are in neither the chart nor the England and Wales
    figure, of statistics: in no ranks; where they are ``shown``, their own value stands apart from
    the ranked ones. ``pages`` are further pages that say so, ``said`` is how
    another report's annex says it.
    """

    id: str
    effect: Effect
    between: Between
    reason: str
    page: int
    pages: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    topic: str = ""
    against: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    excluded: bool = False
    shown: bool = False
    of: Of = ""
    lasting: bool = False
    since: int = 0
    other_years: tuple[int, ...] = ()
    said: Said = ()

    def is_about(self, key: str, unit: str = "", group: str = "") -> bool:
        """Return whether the rule is about a measure by its key, and its unit where it is given.

        ``group`` is the one that statistics have it in.
        """
        if group and group in self.published:
            return True
        known = catalogue().definition(key)
        if key in self.measures or (known is not None and known.group in self.groups):
            return True
        return (unit or (known.unit if known is not None else "")) in self.units

    def is_against(self, key: str) -> bool:
        """Return whether the rule is about what is set beside the measure ``key``."""
        known = catalogue().definition(key)
        return known is not None and known.group in self.against


class AnnexRules(Annex, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An annex and its rules."""

    rules: tuple[Rule, ...] = msgspec.field(name="rule")


class Stated(msgspec.Struct, frozen=True):
    """A rule, the annex that it was read in, and the place that states it.

    ``page`` is a page of the report with the id ``report``; where that is empty, of the annex of
    the report whose values are compared (``None``: it has no pages).
    """

    rule: Rule
    annex: Annex
    page: int | None
    report: str


class Rules:
    """All rules, asked by what is to be compared; answers have the severest first."""

    def __init__(self, annexes: Iterable[AnnexRules]) -> None:
        self.all = tuple(
            Stated(rule, annex, rule.page, annex.report)
            for annex in annexes
            for rule in annex.rules
        )

    def between_measures(self, first: str, second: str, report: Report) -> tuple[Stated, ...]:
        """Return the rules on setting two measures of a report side by side."""
        return _sorted(
            one
            for one in self._of_report(report)
            if one.rule.between == "measures"
            and (
                (one.rule.is_about(first) and one.rule.is_against(second))
                or (one.rule.is_about(second) and one.rule.is_against(first))
            )
        )

    def between_years(
        self, key: str, years: Iterable[int], report: Report | None = None
    ) -> tuple[Stated, ...]:
        """Return the rules on comparing values of ``key`` of several years.

        A break between two years counts for every comparison across it. With ``report`` the
        values are that report's; without one they are statistics.
        """
        found = set(years)
        stated = self.all if report is None else self._of_report(report)
        return _sorted(
            one
            for one in stated
            if one.rule.between == "years" and one.rule.is_about(key) and _is_across(one, found)
        )

    def between_forces(
        self,
        key: str,
        unit: str,
        forces: Iterable[str],
        years: Collection[int],
        group: str = "",
    ) -> tuple[Stated, ...]:
        """Return the rules on statistics of ``key`` in ``unit``, of ``years``, of forces (ids).

        ``group`` is the one that statistics have the measure in.
        Rules on any use of the values (``between = "values"``) are among them.
        """
        compared = set(forces)
        return _sorted(
            one
            for one in self.all
            if one.rule.between in ("forces", "values")
            and one.rule.of != "reports"
            and _holds_for(one, years)
            and one.rule.is_about(key, unit, group)
            and (not one.rule.forces or compared & set(one.rule.forces))
        )

    def words_of(self, report: str) -> str:
        """Return what the report with the id ``report`` is called, whose pages rules name."""
        return next((one.annex.words for one in self.all if one.annex.report == report), report)

    def _of_report(self, report: Report) -> tuple[Stated, ...]:
        return tuple(
            bound
            for one in self.all
            if one.rule.of != "statistics" and (bound := _binding(one, report)) is not None
        )


def _holds_for(one: Stated, years: Collection[int]) -> bool:
    """Whether a rule holds for statistics of these years."""
    if one.rule.lasting:
        return any(year >= one.rule.since for year in years)
    return any(map(one.annex.covers, years))


def _binding(one: Stated, report: Report) -> Stated | None:
    """Return a rule as a report's own annex states it, or ``None`` if it does not."""
    if one.annex.is_of(report):
        return one
    block = one.annex.said_by(report, one.rule.said)
    if block is None:
        return None
    return msgspec.structs.replace(one, page=block.page, report="")


def _is_across(one: Stated, years: Collection[int]) -> bool:
    """Whether the break that a rule states lies between two of the years."""
    first = int(one.annex.year[:4])
    before = [year for year in years if year < first]
    if one.rule.other_years:
        before = [year for year in before if year in one.rule.other_years]
    return bool(before) and any(year >= first for year in years)


def _sorted(stated: Iterable[Stated]) -> tuple[Stated, ...]:
    return tuple(sorted(stated, key=lambda one: _SEVEREST_FIRST[one.rule.effect]))


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    annexes: tuple[AnnexRules, ...] = msgspec.field(name="annex")


@functools.cache
def comparability() -> Rules:
    """Return the shipped rules, read once.

    Raises:
        ReferenceDataError: the file is missing or damaged.
    """
    return Rules(read_table("data/comparability.toml", _File).annexes)
