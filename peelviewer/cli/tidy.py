# SPDX-License-Identifier: MIT
"""Measures and actions of reports as tidy rows: one value, or one action, a row."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peelviewer.model.measure import Measure
from peelviewer.model.report import Report
from peelviewer.reference.catalogue import catalogue

if TYPE_CHECKING:
    from peelviewer.reference.catalogue import Catalogue

Cell = str | int | float | None
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
    "text",
    "chapter",
    "section",
    "page",
)
NATIONAL = "England and Wales"
NOT_FOUND = "not given in the report"


def measure_rows(report: Report) -> Iterator[Row]:
    """Yield two rows for each measure, the force's value and the national one.

    A value that the report does not give is ``None``, with the reason in ``missing``. ``note``
    holds the caveats with their pages, ``source`` the printed source and the place in the report.
    """
    known = catalogue()
    for measure in report.measures:
        printed = measure.as_printed
        for series, value, as_printed in (
            (report.force.name, measure.force, printed.force),
            (NATIONAL, measure.national, printed.national),
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
                None if measure.period.start is None else measure.period.start.isoformat(),
                measure.period.end.isoformat(),
                series,
                value,
                as_printed,
                (measure.missing or NOT_FOUND) if value is None else None,
                _note(measure, report, known),
                _source(measure, report),
                measure.section,
                measure.page,
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
            _on_one_line(action.text),
            report.chapter_of(action.section).title,
            action.section,
            action.page,
        )


def _on_one_line(text: str) -> str:
    """Return the words without tabs and line ends: a row of the table is a line of the file."""
    return " ".join(text.split())


def _note(measure: Measure, report: Report, known: "Catalogue") -> str | None:
    caveats = known.caveats(measure.key, report.year)
    texts = [
        caveat.text + ("" if caveat.page is None else f" (p. {caveat.page})") for caveat in caveats
    ]
    return " ".join(texts) or None


def _source(measure: Measure, report: Report) -> str:
    """Return the data's source as printed, then where in which report the value stands."""
    place = f"{report.title} – {report.force.name}"
    if measure.figure is not None:
        place += f", figure {measure.figure}"
    if measure.page is not None:
        place += f", p. {measure.page}"
    figure = None if measure.figure is None else report.figures_by_number.get(measure.figure)
    return place if figure is None or not figure.source else f"{figure.source}; {place}"
