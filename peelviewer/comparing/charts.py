# SPDX-License-Identifier: MIT
"""The charts of a request, one for each way of showing it, and the maps beside them."""

import msgspec

from peelviewer.charts.caveats import contradiction_notes
from peelviewer.charts.changes import change_between
from peelviewer.charts.grades import grades_chart
from peelviewer.charts.measured import MeasureData, place_name, value_at
from peelviewer.charts.ranges import ranges_chart
from peelviewer.charts.ranked import ranked_chart, tile_chart
from peelviewer.charts.rebuilt import MEASURE as REBUILT
from peelviewer.charts.rebuilt import references_of, told_with_report
from peelviewer.charts.side_by_side import side_by_side
from peelviewer.charts.slope import slope_chart
from peelviewer.charts.strip import judgments_chart
from peelviewer.charts.telling import period_words, source_words, table_names
from peelviewer.charts.trend import MOST_LINES, trend_chart
from peelviewer.charts.values import Chart
from peelviewer.charts.wording import ENGLAND_AND_WALES
from peelviewer.comparing.holdings import GRADE, Holdings
from peelviewer.comparing.period_choices import period_key
from peelviewer.comparing.requests import Request, at_period, pair, printed_changes, profile
from peelviewer.comparing.selection import Selection, Show
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure, Period
from peelviewer.model.report import Report
from peelviewer.model.statistics import NATIONAL, Dataset

_OF_FORCES = ("ranked", "tiles", "trend", "slope")
_OF_PERIOD = ("ranked", "tiles")


def chart_of(request: Request, show: Show, holdings: Holdings) -> Chart:
    """Return one of the charts of a selection.

    Raises:
        RefusedError: the rules forbid it.
        ChartError: the choices do not go together.
    """
    match show:
        case "ranked":
            chart = _ranked(request)
        case "tiles":
            chart = _tile_map(request)
        case "trend":
            chart = _trend(request)
        case "slope":
            chart = _slope(request, holdings)
        case "ranges":
            chart = _ranges(request, holdings)
        case "strip":
            chart = _strip(request)
        case "beside":
            chart = beside_chart(request.selection, request.report)
    return _with_group(request, chart) if show in _OF_FORCES else chart


def beside_chart(selection: Selection, report: Report | None) -> Chart:
    """Return the chosen measure and the one beside it, the latest periods that they share.

    Raises:
        ChartError: no report is open, or it has no two such measures.
    """
    if report is None:
        raise ChartError("Measures stand side by side within a report: open one.")
    first, second = (
        {
            measure.period: index
            for index, measure in reversed(tuple(enumerate(report.measures)))
            if (measure.key, measure.unit) == (key, selection.unit)
        }
        for key in (selection.measure, selection.beside)
    )
    if not first or not second:
        raise ChartError("Choose another measure of the report to stand beside this one.")
    shared = [period for period in first if period in second]
    ends = {period.end: (first[period], second[period]) for period in shared}
    if ends:
        return side_by_side(report, ends[max(ends)])
    latest = [found[max(found, key=lambda one: one.end)] for found in (first, second)]
    return side_by_side(report, latest)


def tiles_of(request: Request) -> Chart | None:
    """Return the map beside the chart: always of all forces, so that any can be chosen."""
    selection = msgspec.structs.replace(request.selection, forces="all")
    try:
        return _tile_map(msgspec.structs.replace(request, selection=selection))
    except ChartError:
        return None


def tiles_beside(request: Request, chart: Chart | None) -> Chart | None:
    """Return the map for the period of a chart's first measure, a measure of the open report."""
    first = chart.rows[0].measure if chart is not None else None
    if request.report is None or first is None:
        return None
    period = request.report.measures[first].period
    if period not in request.series.periods:
        return None
    selection = msgspec.structs.replace(request.selection, period=period_key(period))
    return tiles_of(msgspec.structs.replace(request, selection=selection))


def datasets_of(request: Request, show: Show, holdings: Holdings) -> tuple[Dataset, ...]:
    """Return the publications that the values of one of its charts are from."""
    if show in _OF_PERIOD:
        return at_period(request).datasets
    if show == "slope" and request.earlier is not None:
        return pair(request, request.earlier, holdings).datasets
    if show == "ranges":
        items = profile(request, holdings).items
        found = (data.datasets_at(period) for data, period in items)
        return tuple(dict.fromkeys(dataset for datasets in found for dataset in datasets))
    return request.data.datasets


def _with_group(request: Request, chart: Chart) -> Chart:
    """Return a chart that says by whom its forces are called similar, where that is chosen."""
    group = request.similar
    if request.selection.forces != "similar" or group is None or request.own is None:
        return chart
    source = ", ".join(filter(None, (group.dataset.source, group.dataset.release)))
    count = len(group.forces)
    who = "the force" if count == 1 else f"the {count} forces"
    note = (
        f"Shown with {place_name(request.own)}: {who} most similar to it "
        f"{period_words(group.period)}, by {source}."
    )
    licences = (chart.licence, group.dataset.licence)
    return msgspec.structs.replace(
        chart,
        notes=(note, *chart.notes),
        description=f"{chart.description} {note}",
        licence=" ".join(dict.fromkeys(filter(None, licences))),
    )


def _ranked(request: Request) -> Chart:
    said = _same_period(request)
    chart = ranked_chart(
        at_period(request),
        request.period,
        own=request.own,
        among=request.among,
        chosen=request.highlighted,
        order=request.selection.sort,
        references=() if said is None else references_of(said),
    )
    if said is not None and request.report is not None:
        for note in contradiction_notes((said,), request.report):
            chart = _with_note(chart, note)
    return _told(request, chart, said)


def _tile_map(request: Request) -> Chart:
    if request.series.unit == GRADE:
        return grades_chart(
            request.data,
            request.period,
            own=request.own,
            among=request.among,
            chosen=request.highlighted,
        )
    chart = tile_chart(
        at_period(request),
        request.period,
        own=request.own,
        among=request.among,
        chosen=request.highlighted,
    )
    return _told(request, chart, _same_period(request))


def _trend(request: Request) -> Chart:
    others = [force for force in request.highlighted if force != request.own]
    more = [force for force in request.among or () if force not in (*others, request.own)]
    if len(others) + len(more) + (request.own is not None) > MOST_LINES:
        return trend_chart(request.data, own=request.own, others=others, background=more)
    return trend_chart(request.data, own=request.own, others=[*others, *more])


def _slope(request: Request, holdings: Holdings) -> Chart:
    if request.earlier is None:
        raise ChartError("A change needs an earlier period: choose a later one.")
    data = pair(request, request.earlier, holdings)
    printed = printed_changes(request, request.earlier, holdings)
    is_of_two = len(data.datasets) > 1
    leads = is_of_two and request.series.unit == "count"
    chart = slope_chart(
        data,
        request.earlier,
        request.period,
        own=request.own,
        among=request.among,
        chosen=request.highlighted,
        order=request.selection.sort,
        printed=printed if leads else None,
    )
    if printed is None or leads or not (is_of_two or request.series.unit == "count"):
        return chart
    return _with_printed(request, chart, request.earlier, printed)


def _with_printed(request: Request, chart: Chart, earlier: Period, data: MeasureData) -> Chart:
    """Return a chart of changes with those of the number that a publication prints itself.

    Of the forces it is those that stand out, as there is no room for more.
    """
    period = change_between(earlier, request.period)
    printed = {
        area: value
        for area in filter(None, (request.own, *request.highlighted, NATIONAL))
        if (value := value_at(data, data.at(period).get(area))).value is not None
    }
    if not printed:
        return chart
    values = ", ".join(
        f"{ENGLAND_AND_WALES if area == NATIONAL else place_name(area)} {value.printed}"
        for area, value in printed.items()
    )
    tables = table_names([data.at(period)[area] for area in printed])
    source = source_words(data.datasets_at(period), tables).removeprefix("Source: ")
    what = "change" if request.series.unit == "count" else "change of the number"
    note = f"Printed by the publisher as the {what}: {values} ({source.rstrip('.')})."
    return _with_note(chart, note)


def _with_note(chart: Chart, note: str) -> Chart:
    return msgspec.structs.replace(
        chart, notes=(note, *chart.notes), description=f"{chart.description} {note}"
    )


def _ranges(request: Request, holdings: Holdings) -> Chart:
    if request.own is None:
        raise ChartError("A profile is of one of the 43 forces: choose one as the own force.")
    found = profile(request, holdings)
    chart = ranges_chart(found.items, own=request.own)
    if not found.aside:
        return chart
    which = "other than changes" if request.data.is_change else "of change"
    note = f"{found.aside} measures {which} have a profile of their own: choose one to see it."
    return _with_note(chart, note)


def _strip(request: Request) -> Chart:
    chart = None
    if request.report is not None and request.report.force.id == request.own:
        chart = judgments_chart(request.report)
    if chart is None:
        raise ChartError(
            "Judgments are shown of the open report, where it is of your own force: open such a "
            "report to see them here."
        )
    return chart


def _same_period(request: Request) -> Measure | None:
    said = request.statement
    return said if said is not None and said.period == request.period else None


def _told(request: Request, chart: Chart, said: Measure | None) -> Chart:
    """Return a chart of rebuilt values with the report's own and the difference, said."""
    if request.report is None or said is None or request.series.measure != REBUILT:
        return chart
    return told_with_report(chart, request.report, request.data, said, None)
