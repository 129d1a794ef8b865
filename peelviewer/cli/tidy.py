# SPDX-License-Identifier: MIT
"""Measures and actions of reports as tidy rows: one value, or one action, a row."""

import datetime
from collections.abc import Iterator

from peelviewer.charts.caveats import caveats_of, national_notes
from peelviewer.charts.comparison import page_of, source_of
from peelviewer.charts.wording import ENGLAND_AND_WALES
from peelviewer.model.measure import Measure
from peelviewer.model.report import Report

Cell = str | int | float | datetime.date | None
Row = tuple[Cell, ...]

MEASURE_COLUMNS = (
    "report",
    "force",
    "year",
    "pillar",
    "figure",
    "measure",
    "label",
    "unit",
    "period",
    "period_start",
    "period_end",
    "series",
    "value",
    "value_as_printed",
    "missing",
    "note",
    "source",
    "section",
    "page",
    "origin",
    "passage",
)
ACTION_COLUMNS = (
    "report",
    "force",
    "year",
    "pillar",
    "edition",
    "kind",
    "number",
    "lead",
    "text",
    "chapter",
    "section",
    "page",
)
NOT_FOUND = "not given in the report"


def measure_rows(report: Report) -> Iterator[Row]:
    """Yield two rows for each measure, the force's value and the national one.

    A value that the report does not give is ``None``, with the reason in ``missing``. ``note``
    and ``source`` say what the measure's chart says: a caveat travels with its number.
    """
    for measure in report.measures:
        printed = measure.as_printed
        for series, value, as_printed in (
            (report.force.name, measure.force, printed.force),
            (ENGLAND_AND_WALES, measure.national, printed.national),
        ):
            yield (
                report.id,
                report.force.name,
                report.year,
                report.pillar,
                measure.figure,
                measure.key,
                measure.label,
                measure.unit,
                measure.period.kind,
                measure.period.start,
                measure.period.end,
                series,
                value,
                as_printed,
                (measure.missing or NOT_FOUND) if value is None else None,
                _note(measure, report),
                _source(measure, report),
                measure.section,
                page_of(report, measure),
                measure.origin,
                _on_one_line(measure.passage),
            )


def action_rows(report: Report) -> Iterator[Row]:
    """Yield a row for each action, numbered from 1 within its report."""
    for number, action in enumerate(report.actions, 1):
        yield (
            report.id,
            report.force.name,
            report.year,
            report.pillar,
            report.edition,
            action.kind,
            number,
            None if action.lead is None else _on_one_line(action.lead),
            _on_one_line(action.text),
            report.chapter_of(action.section).title,
            action.section,
            action.page,
        )


def _on_one_line(text: str) -> str:
    """Return the words without tabs and line ends: a row of the table is a line of the file."""
    return " ".join(text.split())


def _note(measure: Measure, report: Report) -> str:
    """Return how the national figure is made, and the caveats with their pages."""
    caveats = (caveat.words for caveat in caveats_of((measure,), report))
    return " ".join((*national_notes((measure,), report), *caveats))


def _source(measure: Measure, report: Report) -> str:
    """Return the same line that stands under the measure's chart."""
    figure = None if measure.figure is None else report.figures_by_number.get(measure.figure)
    return source_of(report, measure, figure).removeprefix("Source: ")
