# SPDX-License-Identifier: MIT
"""The charts of a report, as values: the one door for who wants to show, list or save them."""

from peelviewer.charts.comparison import chart_of_measure, pairs_of, profile_chart
from peelviewer.charts.figures import chart_of_figure
from peelviewer.charts.values import DASH, FORCE, NATIONAL, Caveat, Chart, Row, Value
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

    A measure that is a row of a figure is drawn there and not again by itself.
    """
    profile = profile_chart(report)
    pairs = pairs_of(report)
    others = [
        index
        for index, measure in enumerate(report.measures)
        if index not in pairs and measure.figure not in report.figures_by_number
    ]
    return (
        *(() if profile is None else (profile,)),
        *(chart_of_measure(report, index) for index in pairs),
        *(chart_of_figure(report, figure.number) for figure in report.figures),
        *(chart_of_measure(report, index) for index in others),
    )
