# SPDX-License-Identifier: MIT
"""From a selection to what is shown: chart, map, position, or why there is none; no Qt."""

import msgspec

from peelviewer.charts.grades import grades_chart
from peelviewer.charts.measured import MeasureData, measure_data, place_name
from peelviewer.charts.ranges import ranges_chart
from peelviewer.charts.ranked import ranked_chart, tile_chart
from peelviewer.charts.rebuilt import MEASURE as REBUILT
from peelviewer.charts.rebuilt import references_of, told_with_report
from peelviewer.charts.side_by_side import side_by_side
from peelviewer.charts.slope import slope_chart
from peelviewer.charts.strip import judgments_chart
from peelviewer.charts.telling import unit_words
from peelviewer.charts.trend import MOST_LINES, trend_chart
from peelviewer.charts.values import Chart, Row
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure, Period
from peelviewer.model.report import Report
from peelviewer.model.statistics import Dataset
from peelviewer.ui.compare import choices
from peelviewer.ui.compare.choices import Selection, Show
from peelviewer.ui.compare.holdings import GRADE, Holdings, Series
from peelviewer.ui.compare.refusals import Refusal, made_or_refused, nothing_held
from peelviewer.ui.compare.statements import sentence_of, statement_of

_OF_PERIOD = ("ranked", "tiles", "grades")


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the view shows of one selection.

    ``chart`` or ``refusal`` is there. ``datasets`` are where its values are from. ``tiles`` is
    the map beside the chart, ``position`` where the own force stands, ``statement`` what the open
    report prints, ``measure`` the index of that in its measures.
    """

    selection: Selection
    own: str | None
    series: Series | None
    chart: Chart | None = None
    refusal: Refusal | None = None
    datasets: tuple[Dataset, ...] = ()
    tiles: Chart | None = None
    position: str = ""
    statement: str = ""
    measure: int | None = None


def comparison(selection: Selection, holdings: Holdings, report: Report | None) -> Comparison:
    """Return what a fitting selection (``choices.fitting``) shows.

    Raises:
        LibraryError: imported statistics cannot be read.
    """
    if selection.show == "beside":
        return _beside(selection, holdings, report)
    request = request_of(selection, holdings, report)
    if request is None:
        return Comparison(
            selection=selection,
            own=_own(selection, report),
            series=None,
            refusal=nothing_held(selection, report),
        )
    chart, refusal = made_or_refused(lambda: chart_of(request, selection.show, holdings))
    said = request.statement
    return Comparison(
        selection=selection,
        own=request.own,
        series=request.series,
        chart=chart,
        refusal=refusal,
        datasets=_datasets(request, selection.show, holdings),
        tiles=_tiles(request),
        position=_position(request, chart),
        statement=_statement(request, said),
        measure=report.measures.index(said) if said is not None and report is not None else None,
    )


def _beside(selection: Selection, holdings: Holdings, report: Report | None) -> Comparison:
    """Return two measures of the open report; the map is that of the first, where it is held.

    It is of the period that the chart shows, or there is none.
    """
    request = request_of(selection, holdings, report)
    chart, refusal = made_or_refused(lambda: _side_by_side(selection, report))
    return Comparison(
        selection=selection,
        own=_own(selection, report),
        series=None if request is None else request.series,
        chart=chart,
        refusal=refusal,
        tiles=None if request is None else _tiles_beside(request, chart),
    )


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A selection with all that its charts are made from."""

    selection: Selection
    own: str | None
    series: Series
    data: MeasureData
    report: Report | None

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
        forces = choices.chosen_forces(self.selection, choices.force_by_id(self.own or ""))
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
    return Request(
        selection=selection,
        own=_own(selection, report),
        series=series,
        data=_data(holdings, series),
        report=report,
    )


def _own(selection: Selection, report: Report | None) -> str | None:
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
        return made(request)
    return _slope(request, holdings) if show == "slope" else _ranges(request, holdings)


def _datasets(request: Request, show: Show, holdings: Holdings) -> tuple[Dataset, ...]:
    """Return the publications that the values of a chart are from."""
    if show in _OF_PERIOD:
        return _at_period(request).datasets
    if show == "slope" and request.earlier is not None:
        return _pair(request, request.earlier, holdings).datasets
    if show == "ranges":
        found = (data.datasets_at(period) for data, period in _profile(request, holdings))
        return tuple(dict.fromkeys(dataset for datasets in found for dataset in datasets))
    return request.data.datasets


def all_charts(
    selection: Selection, holdings: Holdings, report: Report | None
) -> tuple[Chart, ...]:
    """Return every chart that can be made of a selection, the shown one first."""
    request = request_of(selection, holdings, report)
    charts = []
    if selection.show == "beside":
        pair = _beside(selection, holdings, report).chart
        charts += [] if pair is None else [pair]
    if request is None:
        return tuple(charts)
    ways = choices.shows_for(request.series)
    first = () if selection.show == "beside" else (selection.show,)
    for show in dict.fromkeys((*first, *ways)):
        try:
            charts.append(chart_of(request, show, holdings))
        except ChartError:
            continue  # a refused or impossible one is not saved
    return tuple(charts)


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
    return slope_chart(
        _pair(request, request.earlier, holdings),
        request.earlier,
        request.period,
        own=request.own,
        among=request.among,
        chosen=request.highlighted,
        order=request.selection.sort,
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


def _side_by_side(selection: Selection, report: Report | None) -> Chart:
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


def _tiles(request: Request) -> Chart | None:
    """Return the map beside the chart: always of all forces, so that any can be chosen."""
    selection = msgspec.structs.replace(request.selection, forces="all")
    try:
        return _tile_map(msgspec.structs.replace(request, selection=selection))
    except ChartError:
        return None


def _tiles_beside(request: Request, chart: Chart | None) -> Chart | None:
    """Return the map for the period of a chart's first measure, a measure of the open report."""
    first = chart.rows[0].measure if chart is not None else None
    if request.report is None or first is None:
        return None
    period = request.report.measures[first].period
    if period not in request.series.periods:
        return None
    selection = msgspec.structs.replace(request.selection, period=choices.period_key(period))
    return _tiles(msgspec.structs.replace(request, selection=selection))


# --- words


def _position(request: Request, chart: Chart | None) -> str:
    """Return where the own force stands, by what the chart is about."""
    if chart is None or request.own is None:
        return ""
    own = next((row for row in chart.rows if row.area == request.own), None)
    if own is not None and own.values and own.values[-1].value is None and not own.grade:
        return f"No rank, {own.values[-1].missing or 'no value'}."
    if not chart.remarks:
        return ""
    sentence = chart.remarks[0].removeprefix(f"{place_name(request.own)}: ")
    return sentence[:1].upper() + sentence[1:]


def _statement(request: Request, said: Measure | None) -> str:
    if said is None or request.report is None:
        return ""
    return sentence_of(request.report, said, is_same_period=said.period == request.period)


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
    return measure_data(values, holdings.datasets_of(values), series.measure, series.unit)


def series_of_row(row: Row, holdings: Holdings) -> Series | None:
    """Return the series that a row of a profile is about."""
    found = (
        one
        for one in holdings.series
        if one.label == row.label and unit_words(one.unit) == row.unit
    )
    return next(found, None)
