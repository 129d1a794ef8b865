# SPDX-License-Identifier: MIT
"""The numbers of charts as rows: the tidy CSV, and the table that stands beside each chart."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peelviewer.charts.values import Chart, Row, Value
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
)
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
        )
        for index, row in enumerate(chart.rows)
    )


def _cell_of(row: Row, series: int) -> str:
    value = next((value for value in row.values if value.series == series), None)
    if value is None:
        return ""
    return f"{value.printed} ({value.missing})" if value.missing else value.printed


def rows_as_csv(charts: Sequence[Chart], report: Report) -> str:
    """Return the charts' values as tidy CSV (RFC 4180): one value a line.

    Columns are ``COLUMNS``. Text that a spreadsheet would run as a formula is led by an
    apostrophe; the numbers of ``value`` and ``page`` stay numbers.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for chart in charts:
        for row in chart.rows:
            for value in row.values:
                writer.writerow(_line(report, chart, row, value))
    return out.getvalue()


def _line(report: Report, chart: Chart, row: Row, value: Value) -> Iterator[str | float | int]:
    yield safe(report.force.name)
    yield safe(report.year)
    yield safe(report.pillar)
    yield "" if chart.figure is None else chart.figure
    yield safe(row.label)
    yield safe(row.unit)
    yield safe(row.period)
    yield safe(chart.series[value.series])
    yield "" if value.value is None else value.value
    yield "" if value.value is None else safe(value.printed)
    yield safe(value.missing or "")
    yield safe(" ".join((*chart.notes, *(caveat.words for caveat in chart.caveats))))
    yield safe(chart.source.removeprefix("Source: "))
    page = row.page if row.page is not None else chart.page
    yield "" if page is None else page


def safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula (CSV injection)."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text
