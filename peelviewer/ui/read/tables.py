# SPDX-License-Identifier: MIT
"""A table block as HTML: header row, group rows, numbers to the right, values marked."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from peelviewer.model.report import Mark
from peelviewer.ui.markup import escape
from peelviewer.ui.read.inline import render
from peelviewer.ui.read.references import Stretch

RowKind = Literal["header", "group", "values"]

_DASHES = frozenset(("-", "–", "—", "n/a"))
_LABEL_PERCENT = 52  # of the width, for the labels of pairs
_PERCENT_OF_CHARACTER = 1.7
_SHORT = 18  # characters
_IN_NUMBERS = frozenset("0123456789.,%+-−– £$*†‡")


class Cell(msgspec.Struct, frozen=True):
    """Characters ``start`` to ``end`` of the block's text."""

    text: str
    start: int
    end: int


class Row(msgspec.Struct, frozen=True):
    """One line of the table; a group row has one cell that spans all columns."""

    kind: RowKind
    cells: tuple[Cell, ...]


class Table(msgspec.Struct, frozen=True):
    """A table taken apart: which columns hold numbers, and how much of the width each takes."""

    rows: tuple[Row, ...]
    columns: int
    right: tuple[bool, ...]
    percents: tuple[int, ...]


def take_apart(text: str) -> Table:
    """Return the rows of a table's text; the first row is the header."""
    lines: list[tuple[Cell, ...]] = []
    offset = 0
    for line in text.split("\n"):
        cells = []
        at = offset
        for part in line.split("\t"):
            cells.append(Cell(part.strip(), at, at + len(part)))
            at += len(part) + 1
        lines.append(tuple(cells))
        offset += len(line) + 1
    columns = max(len(cells) for cells in lines)
    rows = tuple(_row(cells, number, columns) for number, cells in enumerate(lines))
    right = tuple(_holds_numbers(rows, column) for column in range(columns))
    return Table(rows, columns, right, _widths(rows, columns))


def is_pair(table: Table) -> bool:
    """Return whether this is one measure with its two values below the names of two areas."""
    if len(table.rows) != 2 or table.columns != 3 or len(table.rows[1].cells) != 3:
        return False
    label, *values = table.rows[1].cells
    return not label.text and all(value.text for value in values)


def as_html(text: str, marks: Sequence[Mark], links: Sequence[Stretch], names: str) -> str:
    """Return the table's HTML; ``names`` is the ``id`` of its first cell."""
    table = take_apart(text)
    parts = ['<table class="data" width="100%" cellspacing="0" cellpadding="0">']
    for number, row in enumerate(table.rows):
        parts.append("<tr>")
        for column, cell in enumerate(row.cells):
            attributes = [f' class="{_class(row, table.right[column])}"']
            if number == 0:
                attributes.append(f' width="{table.percents[column]}%"')
            if number == 0 and column == 0 and names:
                attributes.append(f' id="{names}"')
            if row.kind == "group":
                attributes.append(f' colspan="{table.columns}"')
            content = render(text, marks, links, cell.start, cell.end).strip() or "&nbsp;"
            parts.append(f"<td{''.join(attributes)}>{content}</td>")
        parts.append("</tr>")
    parts.append("</table>")
    return "".join(parts)


class Pair(msgspec.Struct, frozen=True):
    """One measure of "Force in numbers" as a row: its block's text, links and names."""

    text: str
    marks: tuple[Mark, ...]
    links: tuple[Stretch, ...]
    names: str


def pairs_as_html(pairs: Sequence[Pair]) -> str:
    """Return consecutive pairs as one table with the areas' names once, on top."""
    header = take_apart(pairs[0].text).rows[0].cells
    parts = [
        '<table class="data" width="100%" cellspacing="0" cellpadding="0"><tr>',
        f'<td class="head"{_width(0, len(header))}>&nbsp;</td>',
        *(_area_name(cell.text, len(header)) for cell in header[1:]),
        "</tr>",
    ]  # fmt: skip
    for pair in pairs:
        label, values = (row.cells for row in take_apart(pair.text).rows)
        name = render(pair.text, pair.marks, pair.links, label[0].start, label[0].end)
        parts.append(f'<tr><td class="cell" id="{pair.names}">{name}</td>')
        for number, value in enumerate(values[1:]):
            content = render(pair.text, pair.marks, pair.links, value.start, value.end)
            weight = "own" if number == 0 else "other"
            parts.append(f'<td class="cell right {weight}">{content}</td>')
        parts.append("</tr>")
    parts.append("</table>")
    return "".join(parts)


def _area_name(name: str, columns: int) -> str:
    return f'<td class="head right"{_width(1, columns)}>{escape(name)}</td>'


def areas(text: str) -> tuple[str, ...]:
    """Return the names of the areas in a pair's header."""
    return tuple(cell.text for cell in take_apart(text).rows[0].cells[1:])


def _row(cells: tuple[Cell, ...], number: int, columns: int) -> Row:
    if number == 0:
        return Row("header", _padded(cells, columns))
    filled = [cell for cell in cells if cell.text]
    if columns > 1 and len(filled) == 1 and not _is_number(filled[0].text):
        return Row("group", tuple(filled))
    return Row("values", _padded(cells, columns))


def _widths(rows: Sequence[Row], columns: int) -> tuple[int, ...]:
    """Return percentages: columns of short cells take what they need, the others the rest."""
    needs = [_need(rows, column) for column in range(columns)]
    short = [min(max(round(need * _PERCENT_OF_CHARACTER), 10), 22) for need in needs]
    wide = [column for column in range(columns) if needs[column] > _SHORT]
    if not wide:
        return tuple(100 // columns for _ in range(columns))
    rest = 100 - sum(short[column] for column in range(columns) if column not in wide)
    share = max(rest, 30) // len(wide)
    return tuple(share if column in wide else short[column] for column in range(columns))


def _need(rows: Sequence[Row], column: int) -> int:
    """Return the characters of a column's longest cell, and of the longest word of its header."""
    cells = [row.cells[column].text for row in rows if row.kind == "values"]
    words = [word for row in rows[:1] for word in row.cells[column].text.split()]
    return max((len(text) for text in (*cells, *words)), default=0) + 2


def _padded(cells: tuple[Cell, ...], columns: int) -> tuple[Cell, ...]:
    end = cells[-1].end
    return cells + (Cell("", end, end),) * (columns - len(cells))


def _holds_numbers(rows: Sequence[Row], column: int) -> bool:
    texts = [
        row.cells[column].text
        for row in rows
        if row.kind == "values" and column < len(row.cells) and row.cells[column].text
    ]
    return column > 0 and bool(texts) and all(_is_number(text) for text in texts)


def _width(column: int, columns: int) -> str:
    percent = (100 - _LABEL_PERCENT) // (columns - 1) if column else _LABEL_PERCENT
    return f' width="{percent}%"'


def _is_number(text: str) -> bool:
    text = text.lower().removesuffix("percent")
    return text in _DASHES or (any(map(str.isdigit, text)) and _IN_NUMBERS.issuperset(text))


def _class(row: Row, right: bool) -> str:
    base = {"header": "head", "group": "group", "values": "cell"}[row.kind]
    aligned = " right" if right and row.kind != "group" else ""
    return base + aligned
