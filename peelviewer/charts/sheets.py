# SPDX-License-Identifier: MIT
"""The data of a chart as a sheet: columns with headings, and rows of numbers and words."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.values import Chart, Row, Value

Cell = str | float | None


class Column(NamedTuple):
    """A column: its heading, how wide it should be, and which series it holds, if one.

    ``rows`` are those whose values stand in it, where it is a part of a broken line.
    """

    heading: str
    width: int
    series: int | None = None
    rows: range | None = None


class Sheet(NamedTuple):
    """A chart as a sheet. Of each row, ``rows`` has the cells and ``formats`` their formats.

    ``shared`` is what would stand in a column alike in every row: its heading and the words.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    formats: tuple[tuple[str, ...], ...]
    sources: tuple[Row, ...]
    shared: tuple[tuple[str, str], ...] = ()

    @property
    def series(self) -> tuple[tuple[int, Column], ...]:
        """The places of the columns that hold numbers of a series, with the columns."""
        return tuple(
            (place, column)
            for place, column in enumerate(self.columns)
            if column.series is not None
        )


_OF_FORCES = ("ranked", "tiles", "slope", "grades")
_SHARED = ("Unit", "Period", "Note", "Page")
_OF_GRADES = ("strip", "grades")


def sheet_of(chart: Chart) -> Sheet:
    """Return the data of a chart; headings between rows have a label and no values.

    Numbers are those that the chart is drawn from, shown with the decimals they are printed
    with; a missing one is an empty cell with the reason in a column of its own.
    """
    columns = _columns(chart)
    cells = [_cells(chart, number, columns) for number in range(len(chart.rows))]
    shared = {
        place: words
        for place, column in enumerate(columns)
        if column.heading in _SHARED and (words := _alike(chart.rows, cells, place))
    }
    keep = [
        place
        for place, column in enumerate(columns)
        if column.series is not None
        or place == 0
        or (place not in shared and any(row[place][0] for row in cells))
    ]
    return Sheet(
        columns=tuple(columns[place] for place in keep),
        rows=tuple(tuple(row[place][0] for place in keep) for row in cells),
        formats=tuple(tuple(row[place][1] for place in keep) for row in cells),
        sources=chart.rows,
        shared=tuple((columns[place].heading, words) for place, words in shared.items()),
    )


def _alike(rows: Sequence[Row], cells: Sequence[Sequence[tuple[Cell, str]]], place: int) -> str:
    """Return what every row with values has in a column, "" where they differ."""
    found = {
        line[place][0] for row, line in zip(rows, cells, strict=True) if row.values or row.grade
    }
    only = found.pop() if len(found) == 1 else None
    return f"{only:g}" if isinstance(only, float) else only or ""


def _columns(chart: Chart) -> list[Column]:
    first = {"trend": "Period", "strip": "Question", "ranges": "Measure", "profile": "Measure"}
    label = "Force" if chart.kind in _OF_FORCES else first.get(chart.kind, "Row")
    columns = [Column(label, 50 if label != "Force" else 31)]
    for series, name in enumerate(chart.series):
        columns += _of_series(chart, series, name)
    if chart.kind in _OF_GRADES:
        columns[1:] = [Column("Grade", 24)]
    columns += [
        Column("Rank", _wide(16, [row.rank for row in chart.rows])),
        Column("Position", _wide(20, [row.position for row in chart.rows])),
        Column("Trend", 44),
        Column("Lowest force", 14),
        Column("Lower quartile", 14),
        Column("Median", 14),
        Column("Upper quartile", 14),
        Column("Highest force", 14),
        Column("Forces in the range", 12),
        Column("Unit", 24),
        Column("Period", 34),
        Column("Why there is no value", 44),
        Column("Note", 40),
        Column("Page", 8),
    ]
    return columns


def _wide(least: int, texts: Sequence[str]) -> int:
    """Return how wide a column is that has texts on one line: those of changes are longer."""
    return max(least, *(len(text) + 3 for text in texts), 0)


def _of_series(chart: Chart, series: int, name: str) -> list[Column]:
    """Return a column for a series, or one for each part of its line where that is broken."""
    begins = [
        number
        for number, row in enumerate(chart.rows)
        if chart.kind == "trend" and row.values[series].break_before
    ]
    columns = []
    for start, end in itertools.pairwise((0, *begins, len(chart.rows))):
        row = chart.rows[start]
        words = f", {row.values[series].break_before} from {row.label} on" if start else ""
        part = range(start, end) if begins else None
        columns.append(Column(f"{name}{words}", 18, series, part))
    return columns


def _cells(chart: Chart, number: int, columns: Sequence[Column]) -> list[tuple[Cell, str]]:
    row = chart.rows[number]
    found: list[tuple[Cell, str]] = [(_label(row), "")]
    if chart.kind in _OF_GRADES:
        found.append((row.grade, ""))
    else:
        by_series = {value.series: value for value in row.values}
        found += [
            _number(by_series.get(one.series) if one.rows is None or number in one.rows else None)
            for one in columns
            if one.series is not None
        ]
    spread = row.spread
    style = _style(row.values[0]) if row.values else ""
    ends: Sequence[Cell] = (None,) * 6
    if spread is not None:
        ends = (
            spread.lowest, spread.lower, spread.median, spread.upper, spread.highest,
            float(spread.n),
        )  # fmt: skip
    missing = "; ".join(dict.fromkeys(value.missing for value in row.values if value.missing))
    trend = "" if row.course is None else row.course.words
    found += [(row.rank, ""), (row.position, ""), (trend, "")]
    found += [(end, style) for end in ends[:5]]
    found += [
        (ends[5], "0"),
        (row.unit, ""),
        ("" if chart.kind == "trend" else row.period, ""),
        (missing, ""),
        (row.note, ""),
        (None if row.page is None else float(row.page), "0"),
    ]
    return found


def _label(row: Row) -> str:
    label = row.force or row.label
    return f"{row.number} {label}" if row.number else label


def _number(value: Value | None) -> tuple[Cell, str]:
    if value is None or value.value is None:
        return None, ""
    return value.value, _style(value)


def _style(value: Value) -> str:
    """Return the number format that shows a value as it is printed."""
    printed = value.printed
    _, point, behind = printed.partition(".")
    decimals = len(behind) - len(behind.lstrip("0123456789")) if point else 0
    style = "#,##0" + ("." + "0" * decimals if decimals else "")
    if printed.endswith("%"):
        style += '"%"'
    elif printed.endswith(" points"):
        style += '" points"'
    if printed.startswith(("+", "\N{MINUS SIGN}")):
        return f"+{style};\N{MINUS SIGN}{style};{style}"
    return style
