# SPDX-License-Identifier: MIT
"""A figure's table as printed, read into a chart's rows: series, groups, headings, totals."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from peelviewer.charts import wording
from peelviewer.charts.caveats import caveats_of
from peelviewer.charts.comparison import NOT_GIVEN, series_of, value_of
from peelviewer.charts.values import Row, RowKind, Value
from peelviewer.model.measure import Measure
from peelviewer.model.report import Figure, Report
from peelviewer.reference.catalogue import catalogue

_CELL = re.compile(r"^[+\-−–]?\s?\d[\d,]*(?:\.\d+)?\s*(?:%|per ?cent)?\*?$")
_HYPHENS = frozenset({"-", "–", "—", "−"})
_DASHES = _HYPHENS | {"n/a", "N/A", ".."}
_NOTE_MARKS = ("*", "**", "†", "‡")
_TOTAL = re.compile(r"^total\b", re.IGNORECASE)


class Columns(NamedTuple):
    """Which columns of a printed table hold what: labels, and a series each."""

    labels: tuple[int, ...]
    values: tuple[int, ...]
    names: tuple[str, ...]
    compare: bool
    """Whether the first two are the force's and the nation's."""


def columns_of(report: Report, figure: Figure) -> Columns:
    """Find the force's and the national column by their heading, else every column of numbers."""
    heads = [head.strip() for head in figure.columns]
    place = wording.place_of(report).lower()
    force = next((i for i, head in enumerate(heads) if place in head.lower()), None)
    national = next((i for i, head in enumerate(heads) if head.lower().startswith("england")), None)
    pair = [i for i in (force, national) if i is not None]
    compare = len(pair) == 2 and any(
        _CELL.match(row[i].strip()) for row in figure.rows for i in pair
    )
    if compare:
        values = pair
        names = list(series_of(report))
        others = [i for i in range(1, len(heads)) if i not in values and _is_numeric(figure, i)]
        others = [i for i in others if not _is_numbering(heads[i])]
    else:
        values, names = [], []
        others = [
            i
            for i in range(1, len(heads))
            if _is_numeric(figure, i) and not _is_numbering(heads[i])
        ]
    values += others
    names += [heads[i] or f"Column {i + 1}" for i in others]
    labels = tuple(i for i in range(len(heads)) if i not in values)
    return Columns(labels=labels, values=tuple(values), names=tuple(names), compare=compare)


def _is_numbering(head: str) -> bool:
    return bool(re.search(r"\b(number|no\.?|code)$", head, re.IGNORECASE))


def _is_numeric(figure: Figure, column: int) -> bool:
    cells = [row[column].strip() for row in figure.rows if row[column].strip()]
    numbers = sum(bool(_CELL.match(cell)) or cell in _DASHES for cell in cells)
    return bool(cells) and numbers * 2 > len(cells)


def rows_of_table(
    report: Report, figure: Figure, columns: Columns, indices: Sequence[int]
) -> tuple[Row, ...]:
    """Return a row for each printed row, in their order.

    ``indices`` are the figure's measures in ``report.measures``; each row that is one is linked.
    """
    unused = list(indices)
    measures = [report.measures[index] for index in indices]
    periods = {wording.period_words(measure.period) for measure in measures}
    period = periods.pop() if len(periods) == 1 else ""
    table = _Table(report, figure, columns, main_unit(measures), period)
    found = []
    for cells in figure.rows:
        words = [cells[i].strip() for i in columns.labels]
        label = next((word for word in reversed(words) if word), "")
        index = _measure_of(report, [cells[i] for i in columns.values], label, unused)
        if index is not None:
            unused.remove(index)
        found.append(_row(table, cells, label, index))
    return _nested(found, has_numbers=len(columns.labels) > 1)


class _Table(NamedTuple):
    """A printed table; ``unit`` and ``period`` are those of rows that are no measure."""

    report: Report
    figure: Figure
    columns: Columns
    unit: str
    period: str


def _row(table: _Table, cells: Sequence[str], label: str, index: int | None) -> Row:
    """Return a printed row; ``index`` is that of the measure which it is, if it is one."""
    report, columns = table.report, table.columns
    printed = [cells[i].strip() for i in columns.values]
    measure = report.measures[index] if index is not None else None
    missing = measure.missing if measure is not None else None
    values = tuple(_value(series, text, missing) for series, text in enumerate(printed))
    is_heading = not any(printed)
    kind: RowKind = "heading" if is_heading else "total" if _TOTAL.match(label) else "values"
    own = measure.unit if measure is not None else table.unit
    number = cells[columns.labels[0]].strip() if len(columns.labels) > 1 else ""
    if number in _NOTE_MARKS:
        label += number
    return Row(
        label=label,
        kind=kind,
        values=() if is_heading else values,
        measure=index,
        block=measure.block if measure is not None else None,
        passage=measure.passage if measure is not None else None,
        section=table.figure.section,
        page=measure.page if measure is not None else table.figure.page,
        period=wording.period_words(measure.period) if measure is not None else table.period,
        unit=catalogue().unit(own).words if own else "",
        own_unit=own != table.unit,
        number=number,
        compares=columns.compare,
        caveats=() if measure is None else caveats_of((measure,), report),
    )


def _value(series: int, printed: str, missing: str | None) -> Value:
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", printed)  # any other comma is no thousands' one
    text = re.sub(r"(?:\s|%|per ?cent|\*)", "", text).replace("−", "-").replace("–", "-")
    try:
        number = float(text)
    except ValueError:
        return value_of(series, None, None, missing or _why_no_number(printed))
    return value_of(series, number, printed, None)


def _why_no_number(printed: str) -> str:
    """Return what stands in a number's place: nothing, a dash, or the very words."""
    if not printed:
        return NOT_GIVEN
    return "a dash in the report" if printed in _HYPHENS else f"“{printed}” in the report"


def main_unit(measures: Sequence[Measure]) -> str:
    """Return the name of the unit that most of the measures have."""
    units = [measure.unit for measure in measures]
    return max(units, key=units.count) if units else ""


def _measure_of(
    report: Report, printed: Sequence[str], label: str, unused: Sequence[int]
) -> int | None:
    """Return the first measure not yet used that prints the row's two values and its label."""
    wanted = tuple(text.strip() for text in printed[:2])
    for index in unused:
        measure = report.measures[index]
        pair = (measure.as_printed.force or "", measure.as_printed.national or "")
        if tuple(text.strip() for text in pair) == wanted and label.rstrip("* ") in (
            measure.passage + "\n" + measure.label
        ):
            return index
    return None


def _nested(rows: Sequence[Row], *, has_numbers: bool) -> tuple[Row, ...]:
    """Mark group rows and their parts.

    A row without values heads the rows after it, up to the next row of its kind. In a table with
    a column of numbers, a row without one whose value is the sum of the rows that follow it is
    the sum of a group, and those are its parts (printed values may differ by their rounding).
    """
    found = list(rows)
    for place, row in enumerate(rows):
        parts = 0
        if row.kind == "heading":
            parts = _parts_of_heading(rows[place + 1 :], has_numbers=has_numbers)
        elif row.kind == "values" and has_numbers and not row.number:
            parts = _parts_of_sum(row, rows[place + 1 :])
            if parts:
                found[place] = msgspec.structs.replace(found[place], kind="group")
        for part in range(place + 1, place + 1 + parts):
            found[part] = msgspec.structs.replace(found[part], level=1)
    return tuple(found)


def _parts_of_heading(rows: Sequence[Row], *, has_numbers: bool) -> int:
    for count, row in enumerate(rows):
        if row.kind != "values" or (has_numbers and not row.number):
            return count
    return len(rows)


def _parts_of_sum(whole: Row, rows: Sequence[Row]) -> int:
    target = [value.value or 0.0 for value in whole.values]
    sums = [0.0] * len(target)
    for count, row in enumerate(rows, 1):
        if row.kind != "values" or not row.number:
            return 0
        sums = [so_far + (v.value or 0.0) for so_far, v in zip(sums, row.values, strict=True)]
        slack = 0.051 * (count + 1)
        if (
            count > 1
            and all(
                abs(so_far - whole_value) <= slack
                for so_far, whole_value in zip(sums, target, strict=True)
            )
            and not _next_is_nought(rows, count)
        ):
            return count
        if any(s > t + slack for s, t in zip(sums, target, strict=True)):
            return 0
    return 0


def _next_is_nought(rows: Sequence[Row], count: int) -> bool:
    """Whether the next row could still be a part: it is numbered and adds nothing to the sum."""
    if count >= len(rows):
        return False
    row = rows[count]
    return row.kind == "values" and bool(row.number) and all(v.value == 0 for v in row.values)
