# SPDX-License-Identifier: MIT
"""What may be compared with what: the inspectorate's own rules (``data/comparability.toml``).

The rules are those of Annex A of the effectiveness 2016 reports, in our own words; each says on
which page it stands. A comparison that no rule speaks of is allowed.
"""

import functools
from collections.abc import Iterable
from typing import Literal

import msgspec

from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.tables import read_table

Effect = Literal["refuse", "warn", "note"]
Between = Literal["measures", "years", "forces", "values"]

_SEVEREST_FIRST: dict[Effect, int] = {"refuse": 0, "warn": 1, "note": 2}


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule on the use of some measures, with the reason and the page that states it.

    ``groups``, ``measures`` and ``units`` choose the measures (any of them suffices); ``topic``
    names what no measure stands for. ``against`` are the groups that ``between = "measures"``
    sets them beside. ``years`` are the inspection years whose reports state the rule (empty: all);
    ``other_years`` those of the report at the other end of a comparison (empty: every earlier
    one). ``forces`` are the forces it speaks of (empty: all); ``excluded`` ones are in neither
    the chart nor the England and Wales figure. ``pages`` are further pages that say so.
    """

    id: str
    effect: Effect
    between: Between
    reason: str
    page: int
    pages: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    topic: str = ""
    against: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    excluded: bool = False
    years: tuple[str, ...] = ()
    other_years: tuple[str, ...] = ()

    def is_about(self, key: str) -> bool:
        """Return whether the rule is about the measure ``key`` of the catalogue."""
        known = catalogue().definition(key)
        return key in self.measures or (
            known is not None and (known.group in self.groups or known.unit in self.units)
        )

    def holds_for(self, year: str) -> bool:
        """Return whether the report of the inspection year ``year`` states the rule."""
        return not self.years or year in self.years


class Rules:
    """All rules, asked by what is to be compared; answers have the severest first."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.all = tuple(rules)

    def on_measure(self, key: str, year: str) -> tuple[Rule, ...]:
        """Return every rule on the measure ``key`` in a report of ``year``."""
        return _sorted(rule for rule in self.all if rule.holds_for(year) and _touches(rule, key))

    def between_measures(self, first: str, second: str, year: str) -> tuple[Rule, ...]:
        """Return the rules on setting two measures of a report of ``year`` side by side."""
        return _sorted(
            rule
            for rule in self.all
            if rule.between == "measures"
            and rule.holds_for(year)
            and (
                (rule.is_about(first) and _is_against(rule, second))
                or (rule.is_about(second) and _is_against(rule, first))
            )
        )

    def between_years(self, key: str, one: str, other: str) -> tuple[Rule, ...]:
        """Return the rules on comparing ``key`` in the reports of two inspection years."""
        earlier, later = sorted((one, other))
        return _sorted(
            rule
            for rule in self.all
            if rule.between == "years"
            and earlier != later
            and rule.is_about(key)
            and rule.holds_for(later)
            and (not rule.other_years or earlier in rule.other_years)
        )

    def between_forces(self, key: str, force_ids: Iterable[str], year: str) -> tuple[Rule, ...]:
        """Return the rules on comparing ``key`` between the forces (ids) in reports of ``year``."""
        compared = set(force_ids)
        return _sorted(
            rule
            for rule in self.all
            if rule.between == "forces"
            and rule.holds_for(year)
            and rule.is_about(key)
            and (not rule.forces or compared & set(rule.forces))
        )

    def excluded_forces(self, key: str, year: str) -> tuple[str, ...]:
        """Return the ids of the forces whose data for ``key`` a report of ``year`` leaves out."""
        return tuple(
            sorted(
                {
                    force
                    for rule in self.all
                    if rule.excluded and rule.holds_for(year) and rule.is_about(key)
                    for force in rule.forces
                }
            )
        )


def _touches(rule: Rule, key: str) -> bool:
    return rule.is_about(key) or _is_against(rule, key)


def _is_against(rule: Rule, key: str) -> bool:
    known = catalogue().definition(key)
    return known is not None and known.group in rule.against


def _sorted(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: _SEVEREST_FIRST[rule.effect]))


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: tuple[Rule, ...] = msgspec.field(name="rule")


@functools.cache
def comparability() -> Rules:
    """Return the shipped rules, read once.

    Raises:
        ReferenceDataError: the file is missing or damaged.
    """
    return Rules(read_table("data/comparability.toml", _File).rules)
