# SPDX-License-Identifier: MIT
"""A selection, also one of another day, made one that the statistics at hand can answer."""

from collections.abc import Collection

import msgspec

from peelviewer.comparing.force_choices import own_force
from peelviewer.comparing.holdings import GRADE, Holdings, Series
from peelviewer.comparing.measure_choices import beside_keys
from peelviewer.comparing.period_choices import comes_before, period_key, period_of, year_before
from peelviewer.comparing.selection import Selection, Show, Which
from peelviewer.model.measure import Period
from peelviewer.model.report import Report
from peelviewer.reference.forces import forces

FIRST_MEASURE = ("asb_change_1y", "percent_change")
"""What is shown before anything was chosen: the figure of the reports that is only a picture."""


def fitting(selection: Selection, holdings: Holdings, report: Report | None) -> Selection:
    """Return the selection with everything that is not there replaced by what is nearest."""
    known = {force.id for force in forces()}
    own = selection.own if selection.own in known else ""
    chosen = tuple(force for force in selection.chosen if force in known)
    selection = msgspec.structs.replace(selection, own=own, chosen=chosen)
    measure, unit = (selection.measure, selection.unit) if selection.measure else FIRST_MEASURE
    series = holdings.find(measure, unit) or holdings.find(measure)
    if series is None and not _is_known(measure, report):
        series = holdings.find(*FIRST_MEASURE) or next(iter(holdings.series), None)
    if series is None:
        return _without_statistics(selection, measure, unit, report)
    later, earlier = _fitting_periods(selection, series)
    offered = shows_for(series, beside_keys(report, series.measure, series.unit))
    return msgspec.structs.replace(
        selection,
        measure=series.measure,
        unit=series.unit,
        forces=_fitting_forces(selection, holdings, report),
        beside=_fitting_beside(selection, report, series.measure, series.unit),
        period=period_key(later),
        earlier=period_key(earlier) if earlier else "",
        show=selection.show if selection.show in offered else offered[0],
    )


def _without_statistics(
    selection: Selection, measure: str, unit: str, report: Report | None
) -> Selection:
    """Return the selection of a measure that only the report has, in a unit that it has there."""
    printed = [m.unit for m in report.measures if m.key == measure] if report else []
    unit = unit if unit in printed else next(iter(printed), unit)
    return msgspec.structs.replace(
        selection,
        measure=measure,
        unit=unit,
        period="",
        earlier="",
        beside=_fitting_beside(selection, report, measure, unit),
    )


def _fitting_periods(selection: Selection, series: Series) -> tuple[Period, Period | None]:
    """Return the chosen period, else the latest, and the one that a change begins with."""
    later = period_of(series, selection.period) or series.periods[0]
    if selection.show == "slope" and later == series.periods[-1]:
        later = series.periods[0]
    before = [period for period in series.periods if comes_before(period, later)]
    earlier = period_of(series, selection.earlier)
    return later, earlier if earlier in before else year_before(before, later)


def shows_for(series: Series | None, others: Collection[str] = ()) -> tuple[Show, ...]:
    """Return the ways in which a measure can be shown.

    ``others`` are the measures of the open report that can stand beside it (``beside_keys``).
    """
    beside: tuple[Show, ...] = ("beside",) if others else ()
    if series is None:
        return beside
    if series.unit == GRADE:
        return ("tiles", "strip")
    if len(series.periods) > 1 and series.periods[0].kind != "change":
        return ("ranked", "tiles", "trend", "slope", "ranges", *beside)
    return ("ranked", "tiles", "ranges", *beside)


def _fitting_beside(selection: Selection, report: Report | None, measure: str, unit: str) -> str:
    keys = beside_keys(report, measure, unit)
    return selection.beside if selection.beside in keys else next(iter(keys), "")


def _fitting_forces(selection: Selection, holdings: Holdings, report: Report | None) -> Which:
    """Return which forces are shown: all where no group of the own force is known."""
    own = own_force(selection, report)
    has_group = own is not None and holdings.similar_to(own.id) is not None
    return "all" if selection.forces == "similar" and not has_group else selection.forces


def _is_known(measure: str, report: Report | None) -> bool:
    return report is not None and any(m.key == measure for m in report.measures)
