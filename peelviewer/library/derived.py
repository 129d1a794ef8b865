# SPDX-License-Identifier: MIT
"""The flat tables that are made from reports: measures, judgments, actions, passages.

They can be made again at any time; nothing of the user's is in them.
"""

import sqlite3
from collections.abc import Iterator

from peelviewer.model.measure import Measure
from peelviewer.model.report import Report

TABLES = ("measure", "judgment", "action", "passage")


def write(connection: sqlite3.Connection, report: Report) -> None:
    """Replace the rows of ``report`` in every flat table; inside the caller's transaction."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (report.id,))  # noqa: S608 - a name of TABLES
    connection.executemany(
        "INSERT INTO measure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (report.id, position, *_measure_row(measure))
            for position, measure in enumerate(report.measures)
        ),
    )
    connection.executemany(
        "INSERT INTO judgment VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (report.id, position, item.scope, item.section, item.title, item.grade, item.page)
            for position, item in enumerate(report.judgments)
        ),
    )
    connection.executemany(
        "INSERT INTO action VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (report.id, position, item.kind, item.text, item.section, item.page, item.block)
            for position, item in enumerate(report.actions)
        ),
    )
    connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((report.id, position, *row) for position, row in enumerate(_passages(report))),
    )


def _measure_row(measure: Measure) -> tuple[object, ...]:
    period = measure.period
    return (
        measure.key,
        measure.label,
        measure.unit,
        period.kind,
        None if period.start is None else period.start.isoformat(),
        period.end.isoformat(),
        measure.force,
        measure.national,
        measure.missing,
        measure.as_printed.force,
        measure.as_printed.national,
        measure.section,
        measure.figure,
        measure.page,
        measure.block,
        measure.origin,
    )


def _passages(report: Report) -> Iterator[tuple[object, ...]]:
    """Yield section, block, footnote, kind, page and text of all that can be read or found."""
    for section in report.sections:
        yield section.id, None, None, "heading", section.page, section.title
        for brief in section.brief:
            yield section.id, None, None, "brief", section.page, brief
        for block in section.blocks:
            if block.text:
                yield section.id, block.id, None, block.kind, block.page, block.text
    called_from = {
        number: section.id
        for section in reversed(report.sections)
        for numbers in (section.footnotes, *(block.footnotes for block in section.blocks))
        for number in numbers
    }
    for note in report.footnotes:
        section_id = called_from.get(note.number, "")
        yield section_id, None, note.number, "footnote", note.page, note.text
