# SPDX-License-Identifier: MIT
"""May this comparison be drawn, and what must be said with it: the annex's rules as caveats.

A comparison that the rules forbid raises ``RefusedError``, with the reason and the page; one that
is doubtful carries its warning. The rules are stated in the reports of an inspection year. They
hold for values of that year; some speak of how the data are made, and hold for any.
"""

from collections.abc import Iterable, Sequence

from peelviewer.charts.measured import place_name
from peelviewer.charts.values import Caveat
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.reference.comparability import Rule, comparability
from peelviewer.statistics.ranking import LeftOut, incomparable

PAGES_NOTE = "Pages are those of the effectiveness 2016 reports, Annex A."
# How these data come about does not change with the year.
_LASTING = frozenset(
    (
        "anti-social-behaviour-is-what-was-reported",
        "outcomes-depend-on-the-mix-of-crimes",
        "evidential-difficulties-depend-on-the-mix-of-crimes",
        "definitions-of-vulnerability",
    )
)
_FEW = 4


class RefusedError(ChartError):
    """The rules forbid this comparison; ``reason`` says why, ``page`` where the report does."""

    def __init__(self, reason: str, page: int | None = None) -> None:
        self.reason = reason
        self.page = page
        where = "" if page is None else f" (Annex A, p. {page})"
        super().__init__(f"This comparison is not made: {reason.rstrip('.')}{where}.")


def check_measures(one: str, other: str, year: str) -> tuple[Caveat, ...]:
    """Return the warnings on setting two measures of the reports of ``year`` side by side.

    Raises:
        RefusedError: they may not be.
    """
    return _warnings(comparability().between_measures(one, other, year))


def check_years(measure: str, years: Iterable[str]) -> tuple[Caveat, ...]:
    """Return the warnings on comparing a measure over (inspection) years.

    A break between two years counts for every comparison across it.

    Raises:
        RefusedError: the values may not be compared.
    """
    found = set(years)
    return _warnings(
        rule
        for rule in comparability().all
        if rule.between == "years"
        and rule.is_about(measure)
        and any(
            earlier < year <= later and (not rule.other_years or earlier in rule.other_years)
            for year in rule.years
            for earlier in found
            for later in found
        )
    )


def check_forces(
    measure: str, forces: Sequence[str], years: Iterable[str]
) -> tuple[tuple[Caveat, ...], tuple[LeftOut, ...]]:
    """Return the caveats on comparing forces (ids), and the forces that the data leave out.

    Raises:
        RefusedError: the measure may not be compared between forces.
    """
    wanted = set(years)
    left_out = []
    said: list[Rule] = []
    for rule in comparability().all:
        if rule.between not in ("forces", "values") or not rule.is_about(measure):
            continue
        if rule.id not in _LASTING and rule.years and not wanted & set(rule.years):
            continue
        if rule.forces and not set(rule.forces) & set(forces):
            continue
        if rule.excluded:
            left_out += [LeftOut(f, rule.reason, rule.page) for f in rule.forces if f in forces]
        elif rule.units and rule.forces:
            # A rate of these forces on their residents alone is left out, not warned of.
            continue
        else:
            said.append(rule)
    return _warnings(said, forces), tuple(left_out)


def left_out_of_rates(unit: str, forces: Iterable[str]) -> tuple[LeftOut, ...]:
    """Return the forces that are in no ranking of this unit."""
    found = set(forces)
    return tuple(one for one in incomparable(unit) if one.force in found)


def inspection_year(period: Period) -> str:
    """Return the year of the inspection that used data of this period."""
    return str(period.end.year)


def inspection_years(period: Period) -> tuple[str, ...]:
    """Return the inspection years of a period, both of a change."""
    first = () if period.start is None else (str(period.start.year),)
    return (*first, str(period.end.year))


def _warnings(rules: Iterable[Rule], forces: Sequence[str] = ()) -> tuple[Caveat, ...]:
    found = tuple(rules)
    for rule in found:
        if rule.effect == "refuse":
            raise RefusedError(rule.reason, rule.page)
    return tuple(
        Caveat(
            text=_named(rule, forces),
            page=rule.page,
            areas=tuple(f for f in rule.forces if f in forces),
        )
        for rule in found
        if rule.effect == "warn" or (rule.forces and len(forces) <= _FEW)
    )


def _named(rule: Rule, forces: Sequence[str]) -> str:
    """Return the rule's reason, led by the names of the forces that it calls "this force"."""
    names = [place_name(force) for force in rule.forces if force in forces]
    if not names:
        return rule.reason
    return f"{', '.join(names)}: {rule.reason[:1].lower()}{rule.reason[1:]}"
