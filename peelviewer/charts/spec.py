# SPDX-License-Identifier: MIT
"""The charts of a report and of many forces, as values: the one door to all kinds."""

from peelviewer.charts.choices import choices, shipped_choices
from peelviewer.charts.comparison import chart_of_measure, pairs_of, profile_chart
from peelviewer.charts.figures import chart_of_figure
from peelviewer.charts.grades import grades_chart
from peelviewer.charts.measured import MeasureData, data_of, measure_data
from peelviewer.charts.permission import RefusedError
from peelviewer.charts.ranges import first_items, profile_with_ranges, ranges_chart, shipped_items
from peelviewer.charts.ranked import ranked_chart, tile_chart
from peelviewer.charts.rebuilt import rebuilt_figure, rebuilt_tiles, with_report
from peelviewer.charts.side_by_side import side_by_side
from peelviewer.charts.slope import slope_chart
from peelviewer.charts.strip import judgments_chart
from peelviewer.charts.trend import trend_chart
from peelviewer.charts.values import DASH, FORCE, NATIONAL, Caveat, Chart, Row, Value
from peelviewer.model.measure import Measure
from peelviewer.model.report import Report

__all__ = [
    "DASH",
    "FORCE",
    "NATIONAL",
    "Caveat",
    "Chart",
    "MeasureData",
    "RefusedError",
    "Row",
    "Value",
    "all_charts_of",
    "chart_of_figure",
    "chart_of_measure",
    "charts_of",
    "choices",
    "data_of",
    "first_items",
    "grades_chart",
    "judgments_chart",
    "measure_data",
    "profile_chart",
    "profile_with_ranges",
    "ranges_chart",
    "ranked_chart",
    "rebuilt_figure",
    "rebuilt_tiles",
    "shipped_choices",
    "shipped_items",
    "side_by_side",
    "slope_chart",
    "tile_chart",
    "trend_chart",
    "with_report",
]


def charts_of(report: Report) -> tuple[Chart, ...]:
    """Return every chart of a report once: profile, pairs, figures, then all other measures.

    A measure that is a row of a figure is drawn there and not again by itself, nor is one that
    says no more than another (the same measure and period, at the same values).
    """
    profile = profile_chart(report)
    pairs = pairs_of(report)
    figures = tuple(chart_of_figure(report, figure.number) for figure in report.figures)
    drawn = {row.measure for chart in figures for row in chart.rows} | set(pairs)
    others = []
    for index, measure in enumerate(report.measures):
        if index not in drawn and not any(
            _says_all_of(report.measures[other], measure) for other in drawn if other is not None
        ):
            drawn.add(index)
            others.append(index)
    return (
        *(() if profile is None else (profile,)),
        *(chart_of_measure(report, index) for index in pairs),
        *figures,
        *(chart_of_measure(report, index) for index in others),
    )


def all_charts_of(report: Report) -> tuple[Chart, ...]:
    """Return every chart of a report: those of ``charts_of``, judgments, and rebuilt figures."""
    more = (judgments_chart(report), rebuilt_figure(report), rebuilt_tiles(report))
    return (*charts_of(report), *(chart for chart in more if chart is not None))


def _says_all_of(one: Measure, other: Measure) -> bool:
    return (
        (one.key, one.unit, one.period) == (other.key, other.unit, other.period)
        and other.force in (one.force, None)
        and other.national in (one.national, None)
    )
