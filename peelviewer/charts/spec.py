# SPDX-License-Identifier: MIT
"""The charts of a report, as values: the one door for who wants to show, list or save them."""

from peelviewer.charts.comparison import chart_of_measure, pairs_of, profile_chart
from peelviewer.charts.figures import chart_of_figure
from peelviewer.charts.values import DASH, FORCE, NATIONAL, Caveat, Chart, Row, Value
from peelviewer.model.measure import Measure
from peelviewer.model.report import Report

__all__ = [
    "DASH",
    "FORCE",
    "NATIONAL",
    "Caveat",
    "Chart",
    "Row",
    "Value",
    "chart_of_figure",
    "chart_of_measure",
    "charts_of",
    "profile_chart",
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


def _says_all_of(one: Measure, other: Measure) -> bool:
    return (
        (one.key, one.unit, one.period) == (other.key, other.unit, other.period)
        and other.force in (one.force, None)
        and other.national in (one.national, None)
    )
