# SPDX-License-Identifier: MIT
"""May this comparison be drawn, and what must be said with it: the annexes' rules as caveats.

``reference.comparability`` finds the rules; here they become what a chart says. A comparison that
they forbid raises ``RefusedError``, with the reason and the page; one that is doubtful carries its
warning. Two rules hold for any values: what is of different units is never set side by side, and
what is of different periods or publications is said to be.
"""

from collections.abc import Iterable, Sequence

from peelviewer.charts.measured import place_name
from peelviewer.charts.values import Caveat
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure, Period
from peelviewer.model.report import Report
from peelviewer.model.statistics import Dataset
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.comparability import Rule, Stated, comparability
from peelviewer.statistics.ranking import LeftOut
from peelviewer.statistics.vocabulary import group_of

SEVERAL_PUBLICATIONS = Caveat(
    text="The values come from several publications: a later one may revise an earlier one."
)
SEVERAL_PERIODS = Caveat(text="The values are of different periods.")
_FEW = 4


class RefusedError(ChartError):
    """The rules forbid this comparison; ``reason`` says why.

    ``page`` is where it is stated, in the annex of the report with the id ``report`` (empty: of
    the report that is compared).
    """

    def __init__(self, reason: str, page: int | None = None, report: str = "") -> None:
        self.reason = reason
        self.page = page
        self.report = report
        super().__init__(f"This comparison is not made: {self.reason_and_page}")

    @property
    def reason_and_page(self) -> str:
        """The reason as a sentence, with the page and whose page it is."""
        return f"{self.reason.rstrip('.')}{where_stated(self.page, self.report)}."


def where_stated(page: int | None, report: str) -> str:
    """Return where a rule is stated, to follow its reason: " (Annex A, p. 65 of …)", or ""."""
    if page is None:
        return ""
    if not report:
        return f" (annex, p. {page})"
    return f" (Annex A, p. {page} of {comparability().words_of(report)})"


def pages_note(found: Iterable[Caveat | LeftOut]) -> tuple[str, ...]:
    """Return whose pages the caveats and the forces left out name, where any does."""
    reports = dict.fromkeys(one.report for one in found if one.page is not None and one.report)
    return tuple(
        f"Pages are those of Annex A in {comparability().words_of(report)}." for report in reports
    )


# ---------------------------------------------------------------- of a report


def check_measures(report: Report, measures: Sequence[Measure]) -> tuple[Caveat, ...]:
    """Return the warnings on setting measures of one report side by side.

    Raises:
        RefusedError: they may not be.
    """
    rules = comparability()
    units = sorted({measure.unit for measure in measures})
    if len(units) > 1:
        raise RefusedError(
            f"The values are of different units ({', '.join(_unit_words(unit) for unit in units)})."
        )
    keys = list(dict.fromkeys(measure.key for measure in measures))
    stated: list[Stated] = []
    for number, key in enumerate(keys):
        for other in keys[:number]:
            stated += rules.between_measures(other, key, report)
        years = {inspection_year(m.period) for m in measures if m.key == key}
        stated += rules.between_years(key, years, report)
    more = (SEVERAL_PERIODS,) if len({measure.period for measure in measures}) > 1 else ()
    return (*_warnings(dict.fromkeys(stated)), *more)


# ---------------------------------------------------------------- of statistics


def check_years(measure: str, years: Iterable[int]) -> tuple[Caveat, ...]:
    """Return the warnings on comparing statistics of a measure over (inspection) years.

    Raises:
        RefusedError: the values may not be compared.
    """
    return _warnings(comparability().between_years(measure, years))


def check_forces(
    measure: str, unit: str, forces: Sequence[str], years: Iterable[int]
) -> tuple[tuple[Caveat, ...], tuple[LeftOut, ...]]:
    """Return the caveats on comparing statistics of forces (ids), and those that are left out.

    Raises:
        RefusedError: the measure may not be compared between forces.
    """
    found = comparability().between_forces(measure, unit, forces, set(years), group_of(measure))
    left_out = tuple(
        LeftOut(force, one.rule.reason, one.page, one.report, one.rule.shown)
        for one in found
        if one.rule.excluded
        for force in one.rule.forces
        if force in forces
    )
    return _warnings((one for one in found if not one.rule.excluded), forces), left_out


def check_sources(datasets: Sequence[Dataset]) -> tuple[Caveat, ...]:
    """Return the warnings on publications: that there are several, or what an import lacks."""
    several = (SEVERAL_PUBLICATIONS,) if len(datasets) > 1 else ()
    behind = [
        ", ".join(filter(None, (one.title, one.release))) for one in datasets if one.is_behind
    ]
    if not behind:
        return several
    text = (
        f"{'; '.join(behind)}: imported by an earlier version of PEEL Viewer, which took fewer of "
        "the publisher's notes. Import the file again to have them."
    )
    return (*several, Caveat(text=text))


def check_overlap(before: Period, after: Period) -> tuple[Caveat, ...]:
    """Return the warning on a change between two twelve months that share some of them."""
    months = (after.end.year - before.end.year) * 12 + after.end.month - before.end.month
    if before.kind != "12 months to" or after.kind != before.kind or not 0 < months < 12:
        return ()
    shared = 12 - months
    return (
        Caveat(
            text=f"The two periods have {shared} month{'s' if shared != 1 else ''} in common: the "
            "change between them is not that of a year."
        ),
    )


def inspection_year(period: Period) -> int:
    """Return the year of the inspection that used data of this period."""
    return period.end.year


def inspection_years(period: Period) -> tuple[int, ...]:
    """Return the inspection years of a period, both of a change."""
    first = () if period.start is None else (period.start.year,)
    return (*first, period.end.year)


def _unit_words(unit: str) -> str:
    return catalogue().unit(unit).words or unit.replace("_", " ")


def _warnings(stated: Iterable[Stated], forces: Sequence[str] = ()) -> tuple[Caveat, ...]:
    found = tuple(stated)
    for one in found:
        if one.rule.effect == "refuse":
            raise RefusedError(one.rule.reason, one.page, one.report)
    return tuple(
        Caveat(
            text=_named(one.rule, forces),
            page=one.page,
            report=one.report,
            areas=tuple(force for force in one.rule.forces if force in forces),
        )
        for one in found
        if one.rule.effect == "warn" or (one.rule.forces and len(forces) <= _FEW)
    )


def _named(rule: Rule, forces: Sequence[str]) -> str:
    """Return the rule's reason, led by the names of the forces that it calls "this force"."""
    names = [place_name(force) for force in rule.forces if force in forces]
    if not names:
        return rule.reason
    return f"{', '.join(names)}: {rule.reason[:1].lower()}{rule.reason[1:]}"
