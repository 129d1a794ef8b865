# SPDX-License-Identifier: MIT
"""Figures that are pictures in the report, rebuilt from published statistics for all forces.

Figure 3 of the effectiveness 2016 reports is the change in the rate of anti-social behaviour by
force. The report prints two of its values; the others are rebuilt from ONS data, and the chart
says so: source, release and vintage, the report's own values beside the rebuilt ones, and why
they may differ.
"""

from collections.abc import Callable

import msgspec

from peelviewer.charts import file_names, telling, wording
from peelviewer.charts.measured import MeasureData, data_of, value_at, with_minus
from peelviewer.charts.printed import printed_value
from peelviewer.charts.ranked import ranked_chart, tile_chart
from peelviewer.charts.stated import stated_values
from peelviewer.charts.values import Caveat, Chart, Order, Reference
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure, Period
from peelviewer.model.report import Figure, Report
from peelviewer.model.statistics import NATIONAL
from peelviewer.statistics.shipped import shipped

MEASURE = "asb_change_1y"
_TABLE = "anti_social_behaviour_change"
_UNIT = "percent_change"
_REVISED = Caveat(
    text="Rebuilt from a later release than the report used: forces have revised their counts "
    "since, so bars of other forces may differ from the printed figure."
)


def rebuilt_figure(
    report: Report, number: int | None = None, *, order: Order = "value"
) -> Chart | None:
    """Return the figure of a report rebuilt for all forces, or ``None`` if none can be.

    ``number`` is the figure's; without it the first that can be rebuilt is taken.
    """
    return _rebuilt(
        report,
        number,
        lambda data, measure: ranked_chart(
            data,
            measure.period,
            own=report.force.id,
            order=order,
            references=references_of(measure),
        ),
    )


def rebuilt_tiles(report: Report, number: int | None = None) -> Chart | None:
    """Return the rebuilt figure as a tile map."""
    return _rebuilt(
        report,
        number,
        lambda data, measure: tile_chart(data, measure.period, own=report.force.id),
    )


def _rebuilt(
    report: Report, number: int | None, make: Callable[[MeasureData, Measure], Chart]
) -> Chart | None:
    """Return the chart that ``make`` makes of the shipped data and the report's own measure."""
    found = _rebuildable(report, number)
    if found is None:
        return None
    figure, index = found
    data = data_of(shipped(_TABLE), MEASURE, _UNIT)
    measure = report.measures[index]
    try:
        chart = make(data, measure)
    except ChartError:
        return None
    return told_with_report(chart, report, data, measure, figure)


def with_report(chart: Chart, report: Report, data: MeasureData, period: Period) -> Chart:
    """Return a chart of statistics with the report's own values of the same measure and period.

    Where the report has none, the chart is returned as it is: values of another unit or period
    are never set beside it. For the change that the report shows as a picture, the chart says
    that it is the rebuilt figure.
    """
    measure = report_values(report, data.measure, data.unit, period)
    if measure is None or chart.own != report.force.id:
        return chart
    found = _rebuildable(report, None) if data.measure == MEASURE else None
    figure = found[0] if found is not None and report.measures[found[1]] == measure else None
    if chart.kind == "ranked":
        chart = msgspec.structs.replace(chart, references=references_of(measure))
    return told_with_report(chart, report, data, measure, figure)


def _rebuildable(report: Report, number: int | None) -> tuple[Figure, int] | None:
    """Return the picture whose stated values are of the measure and period that are shipped."""
    data = data_of(shipped(_TABLE), MEASURE, _UNIT)
    for figure in report.figures:
        if figure.form != "image" or number not in (None, figure.number):
            continue
        for index in stated_values(report, figure):
            measure = report.measures[index]
            if measure.key == MEASURE and measure.unit == _UNIT and data.at(measure.period):
                return figure, index
    return None


def told_with_report(
    chart: Chart, report: Report, data: MeasureData, measure: Measure, figure: Figure | None
) -> Chart:
    """Return a chart of statistics with the report's own values, and the difference, said."""
    remark = _difference(report, data, measure)
    number = "" if figure is None else f"Figure {figure.number} of the report is a picture. "
    note = (
        f"{number}These bars are rebuilt from ONS data; the report prints only the values of "
        f"{wording.place_of(report)} and {wording.ENGLAND_AND_WALES}."
    )
    place = wording.source_line(
        report,
        figure=None if figure is None else figure.number,
        page=None if figure is None else figure.page,
        values_page=measure.page,
    ).removeprefix("Source: ")
    what = file_names.slug(data.measure) if figure is None else f"fig{figure.number:02d}"
    kind = "" if chart.kind == "ranked" else f"-{chart.kind}"
    name = f"{what}-rebuilt{kind}"
    told = msgspec.structs.replace(
        chart,
        id=name,
        source=f"{chart.source} The report's own values: {place}",
        licence=" ".join(dict.fromkeys(filter(None, (chart.licence, wording.LICENCE)))),
        notes=(note, *filter(None, (remark,)), *chart.notes),
        caveats=(_REVISED, *chart.caveats),
        remarks=(*chart.remarks, *filter(None, (remark,))),
        stem=file_names.stem(report, name),
        report=report.id,
        section=measure.section if figure is None else figure.section,
        figure=None if figure is None else figure.number,
        page=measure.page if figure is None else figure.page,
    )
    return telling.described(told, "Ranked bars" if chart.kind == "ranked" else "Tile map")


def report_values(report: Report, measure: str, unit: str, period: Period) -> Measure | None:
    """Return the report's own measure of this key, unit and period, the fullest one."""
    found = [
        one for one in report.measures if (one.key, one.unit, one.period) == (measure, unit, period)
    ]
    return min(found, key=lambda one: (one.force is None) + (one.national is None), default=None)


def references_of(measure: Measure) -> tuple[Reference, ...]:
    """Return the two values of a report as marks beside a chart's own."""
    is_change = measure.unit == _UNIT
    pairs = (
        (0, measure.force, measure.as_printed.force),
        (1, measure.national, measure.as_printed.national),
    )
    return tuple(
        Reference(
            series=series,
            value=value,
            printed=with_minus(printed_value(printed, value, is_change=is_change)),
            label="the report",
        )
        for series, value, printed in pairs
        if value is not None
    )


def _difference(report: Report, data: MeasureData, measure: Measure) -> str:
    """Return the report's values and the rebuilt ones in one sentence."""
    printed = {one.series: one.printed for one in references_of(measure)}
    present = data.at(measure.period)
    rebuilt = {
        0: value_at(data, present.get(report.force.id)),
        1: value_at(data, present.get(NATIONAL)),
    }
    names = (wording.place_of(report), wording.ENGLAND_AND_WALES)
    parts = [
        f"{names[series]} {printed[series]} in the report, {rebuilt[series].printed} rebuilt"
        for series in (0, 1)
        if series in printed and rebuilt[series].value is not None
    ]
    return "; ".join(parts) + "." if parts else ""
