# SPDX-License-Identifier: MIT
"""The numbers of charts as rows: the tidy CSV, and the table that stands beside each chart."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peelviewer.charts.values import NOT_RANKED, Caveat, Chart, Row, Value
from peelviewer.model.report import Report

COLUMNS = (
    "force",
    "year",
    "pillar",
    "figure",
    "measure",
    "unit",
    "period",
    "series",
    "value",
    "value_as_printed",
    "missing",
    "note",
    "source",
    "page",
    "rank",
)
OF_FORCES = ("ranked", "tiles", "trend", "slope", "grades")
_CHANGE = 2  # the third series of a chart of changes
# A spreadsheet takes a cell that starts with one of these for a formula.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


class TwinRow(NamedTuple):
    """One row of a chart's table: the label, its level, and a printed value for each series."""

    place: int
    row: Row
    number: str
    label: str
    values: tuple[str, ...]
    unit: str
    period: str
    rank: str = ""
    position: str = ""


def twin(chart: Chart) -> tuple[TwinRow, ...]:
    """Return every row of the chart, totals and headings too, as a table shows it."""
    return tuple(
        TwinRow(
            index,
            row,
            row.number,
            row.label,
            tuple(_cell_of(row, series) for series in range(len(chart.series))),
            row.unit,
            row.period,
            row.rank,
            row.position,
        )
        for index, row in enumerate(chart.rows)
    )


def _cell_of(row: Row, series: int) -> str:
    if row.grade and not row.values:
        return row.grade
    value = next((value for value in row.values if value.series == series), None)
    if value is None:
        return ""
    aside = ", ".join(filter(None, (value.missing, value.break_words)))
    return f"{value.printed} ({aside})" if aside else value.printed


def rows_as_csv(charts: Sequence[Chart], report: Report | None) -> str:
    """Return the charts' values as tidy CSV (RFC 4180): one value a line.

    Columns are ``COLUMNS``. Text that a spreadsheet would run as a formula is led by an
    apostrophe; the numbers of ``value`` and ``page`` stay numbers. Charts of many forces name the
    force of each row; they need no report. Their rows have the caveats that are on their values;
    the source's notes on a row stand in it, those on the whole chart once, at its first value.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for chart in charts:
        notes = _of_all(chart)
        for row in chart.rows:
            values = (_grade_of(row),) if row.grade and not row.values else row.values
            for value in values:
                caveats = caveats_on(chart, row) if chart.kind in OF_FORCES else chart.caveats
                apart = (f"Not ranked, {row.note}.",) if row.position == NOT_RANKED else ()
                aside = (f"{chart.series[value.series]}: {value.break_words}.",)
                said = " ".join(
                    (
                        *apart,
                        *(aside if value.break_before else ()),
                        *(() if row.course is None else (row.course.words,)),
                        *((row.noted,) if row.noted else ()),
                        *notes,
                        *(caveat.words for caveat in caveats),
                    )
                )
                writer.writerow(_line(report, chart, row, value, said))
                if chart.kind in OF_FORCES:
                    notes = ()
    return out.getvalue()


def _of_all(chart: Chart) -> tuple[str, ...]:
    """Return the notes of a chart that are not on some of its rows, which have them."""
    noted = [row.noted.casefold() for row in chart.rows if row.noted]

    def is_on_rows(note: str) -> bool:
        texts = (note, note.partition(": ")[2])
        return any(text and text.casefold() in one for text in texts for one in noted)

    return tuple(note for note in chart.notes if not is_on_rows(note))


def caveats_on(chart: Chart, row: Row) -> tuple[Caveat, ...]:
    """Return the caveats on the values of a row: not those on other forces by name."""
    if chart.kind not in OF_FORCES:
        return row.caveats
    if chart.kind == "trend":
        return chart.caveats
    return tuple(one for one in chart.caveats if not one.areas or row.area in one.areas)


def unit_of(chart: Chart, row: Row, value: Value) -> str:
    """Return the unit of one value: beside two values, their change has its own."""
    if chart.kind == "slope" and value.series == _CHANGE:
        change = chart.series[_CHANGE].removeprefix("Change, ")
        return "percent change" if change == "percent" else change
    is_number = chart.kind in OF_FORCES and value.value is not None
    return row.unit or ("number" if is_number else "")


def _grade_of(row: Row) -> Value:
    """Return a judgment as a value: a word, and no number."""
    return Value(series=0, value=None, printed=row.grade)


def _line(
    report: Report | None, chart: Chart, row: Row, value: Value, note: str
) -> Iterator[str | float | int]:
    own = report if report is not None and chart.report == report.id else None
    yield safe(_force_of(own, chart, row, value))
    yield safe("" if own is None else own.year)
    yield safe("" if own is None else own.pillar)
    yield "" if chart.figure is None else chart.figure
    yield safe((chart.measure or chart.title) if chart.kind in OF_FORCES else row.label)
    yield safe(unit_of(chart, row, value))
    yield safe(row.period)
    yield safe(chart.series[value.series])
    yield "" if value.value is None else value.value
    yield "" if value.value is None and not row.grade else safe(value.printed)
    yield safe(value.missing or "")
    yield safe(note)
    yield safe(chart.source.removeprefix("Source: "))
    page = row.page if row.page is not None else chart.page
    yield "" if page is None else page
    yield safe(row.rank)


def _force_of(report: Report | None, chart: Chart, row: Row, value: Value) -> str:
    """Return whose value it is: that of the row's force, of the series', or of the report's."""
    if row.force:
        return row.force
    if chart.kind in ("trend", "ranges"):
        return chart.series[value.series]
    return "" if report is None else report.force.name


def safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula (CSV injection)."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text
