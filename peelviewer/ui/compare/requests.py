# SPDX-License-Identifier: MIT
"""A selection as what its charts are made from, and each of these charts; no Qt."""

import msgspec

from peelviewer.charts.grades import grades_chart
from peelviewer.charts.measured import MeasureData, measure_data, place_name, value_at
from peelviewer.charts.ranges import ranges_chart
from peelviewer.charts.ranked import ranked_chart, tile_chart
from peelviewer.charts.rebuilt import MEASURE as REBUILT
from peelviewer.charts.rebuilt import references_of, told_with_report
from peelviewer.charts.side_by_side import side_by_side
from peelviewer.charts.slope import change_between, slope_chart
from peelviewer.charts.strip import judgments_chart
from peelviewer.charts.telling import period_words, source_words, table_names
from peelviewer.charts.trend import MOST_LINES, trend_chart
from peelviewer.charts.values import Chart
from peelviewer.charts.wording import ENGLAND_AND_WALES
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure, Period
from peelviewer.model.report import Report
from peelviewer.model.statistics import NATIONAL, Dataset
from peelviewer.statistics.periods import months_between
from peelviewer.statistics.vocabulary import Heading, changed
from peelviewer.ui.compare import choices
from peelviewer.ui.compare.choices import Selection, Show
from peelviewer.ui.compare.holdings import GRADE, Holdings, Series, Similar
from peelviewer.ui.compare.statements import statement_of

_OF_FORCES = ("ranked", "tiles", "trend", "slope")
_OF_PERIOD = ("ranked", "tiles")


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A selection with all that its charts are made from."""

    selection: Selection
    own: str | None
    series: Series
    data: MeasureData
    report: Report | None
    similar: Similar | None = None

    @property
    def period(self) -> Period:
        """The period that is chosen."""
        return choices.period_of(self.series, self.selection.period) or self.series.periods[0]

    @property
    def earlier(self) -> Period | None:
        """The period that the chosen one is compared with."""
        return choices.period_of(self.series, self.selection.earlier)

    @property
    def among(self) -> tuple[str, ...] | None:
        """The forces to be shown; ``None`` for all.

        Raises:
            ChartError: none is chosen.
        """
        if self.selection.forces == "all":
            return None
        forces = choices.chosen_forces(
            self.selection,
            choices.force_by_id(self.own or ""),
            () if self.similar is None else self.similar.forces,
        )
        if not forces:
            raise ChartError("No force is chosen: tick some forces, or choose your own.")
        return forces

    @property
    def highlighted(self) -> tuple[str, ...]:
        """The forces that were typed."""
        return choices.highlighted(self.selection.highlight)

    @property
    def statement(self) -> Measure | None:
        """What the open report prints, where it is about the own force."""
        if self.report is None or self.report.force.id != self.own:
            return None
        return statement_of(self.report, self.series.measure, self.series.unit, self.period)


def request_of(selection: Selection, holdings: Holdings, report: Report | None) -> Request | None:
    """Return a selection with its data; ``None`` where no statistics of the measure are held."""
    series = holdings.find(selection.measure, selection.unit)
    if series is None:
        return None
    own = own_of(selection, report)
    return Request(
        selection=selection,
        own=own,
        series=series,
        data=_data(holdings, series),
        report=report,
        similar=None if own is None else holdings.similar_to(own),
    )


def own_of(selection: Selection, report: Report | None) -> str | None:
    """Return the id of the force that is marked."""
    known = choices.own_force(selection, report)
    return None if known is None else known.id


def chart_of(request: Request, show: Show, holdings: Holdings) -> Chart:
    """Return one of the charts of a selection.

    Raises:
        RefusedError: the rules forbid it.
        ChartError: the choices do not go together.
    """
    made = {
        "ranked": _ranked,
        "tiles": _tile_map,
        "trend": _trend,
        "strip": _strip,
    }.get(show)
    if made is not None:
        chart = made(request)
    else:
        chart = _slope(request, holdings) if show == "slope" else _ranges(request, holdings)
    return _with_group(request, chart) if show in _OF_FORCES else chart


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


def datasets_of(request: Request, show: Show, holdings: Holdings) -> tuple[Dataset, ...]:
    """Return the publications that the values of one of its charts are from."""
    if show in _OF_PERIOD:
        return _at_period(request).datasets
    if show == "slope" and request.earlier is not None:
        return _pair(request, request.earlier, holdings).datasets
    if show == "ranges":
        found = (data.datasets_at(period) for data, period in _profile(request, holdings))
        return tuple(dict.fromkeys(dataset for datasets in found for dataset in datasets))
    return request.data.datasets


# --- charts


def _ranked(request: Request) -> Chart:
    said = _same_period(request)
    chart = ranked_chart(
        _at_period(request),
        request.period,
        own=request.own,
        among=request.among,
        chosen=request.highlighted,
        order=request.selection.sort,
        references=() if said is None else references_of(said),
    )
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
        _at_period(request),
        request.period,
        own=request.own,
        among=request.among,
        chosen=request.highlighted,
    )
    return _told(request, chart, _same_period(request))


def _trend(request: Request) -> Chart:
    others = [force for force in request.highlighted if force != request.own]
    if request.among is not None:
        others += [force for force in request.among if force not in (*others, request.own)]
    count = len(others) + (request.own is not None)
    if count > MOST_LINES:
        raise ChartError(
            f"A trend can show {MOST_LINES} forces at most, and {count} are chosen: choose fewer."
        )
    return trend_chart(request.data, own=request.own, others=others)


def _slope(request: Request, holdings: Holdings) -> Chart:
    if request.earlier is None:
        raise ChartError("A change needs an earlier period: choose a later one.")
    data = _pair(request, request.earlier, holdings)
    printed = _printed(request, request.earlier, holdings)
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


def _printed(request: Request, earlier: Period, holdings: Holdings) -> MeasureData | None:
    """Return the changes of the number that a publication prints itself, where one does."""
    unit = request.series.unit
    if unit != "count" and not unit.startswith("per_"):
        return None
    period = change_between(earlier, request.period)
    known = Heading(request.series.measure, request.series.label, is_known=True)
    series = holdings.find(changed(known, months_between(period)).key, "percent_change")
    if series is None or period not in series.periods:
        return None
    return _data(holdings, series)


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
    return msgspec.structs.replace(
        chart, notes=(note, *chart.notes), description=f"{chart.description} {note}"
    )


def _pair(request: Request, earlier: Period, holdings: Holdings) -> MeasureData:
    """Return the data of a change, of one publication where one has both periods."""
    series = request.series
    values = holdings.pair(series.measure, series.unit, earlier, request.period)
    return measure_data(values, holdings.datasets_of(values), series.measure, series.unit)


def _ranges(request: Request, holdings: Holdings) -> Chart:
    if request.own is None:
        raise ChartError("A profile is of one of the 43 forces: choose one as the own force.")
    return ranges_chart(_profile(request, holdings), own=request.own)


def _profile(request: Request, holdings: Holdings) -> list[tuple[MeasureData, Period]]:
    """Return every measure of the chosen one's group, each at its latest period.

    Numbers that add up over the country say how large a force is, not where it stands: they are
    there only where one was chosen.
    """
    items = []
    for one in holdings.series:
        if one.key == request.series.key:
            items.append((request.data, request.period))
        elif one.group == request.series.group and not (data := _data(holdings, one)).is_sum:
            items.append((data, one.periods[0]))
    return items


def beside_chart(selection: Selection, report: Report | None) -> Chart:
    """Return the chosen measure and the one beside it, the latest periods that they share."""
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
    selection = msgspec.structs.replace(request.selection, period=choices.period_key(period))
    return tiles_of(msgspec.structs.replace(request, selection=selection))


def _at_period(request: Request) -> MeasureData:
    """Return the data of the chosen period alone, with the publications it is from."""
    values = tuple(one for one in request.data.observations if one.period == request.period)
    used = {one.dataset for one in values}
    return msgspec.structs.replace(
        request.data,
        observations=values,
        datasets=tuple(one for one in request.data.datasets if one.id in used),
    )


def _data(holdings: Holdings, series: Series) -> MeasureData:
    values = holdings.observations(series.measure, series.unit)
    data = measure_data(values, holdings.datasets_of(values), series.measure, series.unit)
    others = holdings.superseded(series.measure, series.unit)
    return msgspec.structs.replace(data, others=others)
