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
    """A table taken apart, and which of its columns hold numbers."""

    rows: tuple[Row, ...]
    columns: int
    right: tuple[bool, ...]


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
    return Table(rows, columns, right)


def is_pair(table: Table) -> bool:
    """Return whether this is one measure with its two values below the names of two areas."""
    if len(table.rows) != 2 or table.columns != 3 or len(table.rows[1].cells) != 3:
        return False
    label, *values = table.rows[1].cells
    return not label.text and all(value.text for value in values)


def as_html(text: str, marks: Sequence[Mark], links: Sequence[Stretch], names: str) -> str:
    """Return the table's HTML; ``names`` is the ``id`` of its first cell.

    Nothing says how wide its columns are: Qt shares the width by what is in them at any width
    of the window. Numbers never break; words do where there is no room at all.
    """
    table = take_apart(text)
    parts = ['<table class="data" width="100%" cellspacing="0" cellpadding="0">']
    for number, row in enumerate(table.rows):
        parts.append("<tr>")
        for column, cell in enumerate(row.cells):
            attributes = [f' class="{_class(row, table.right[column])}"']
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
        '<td class="head">&nbsp;</td>',
        *(f'<td class="head right">{escape(cell.text)}</td>' for cell in header[1:]),
        "</tr>",
    ]  # fmt: skip
    for pair in pairs:
        label, values = (row.cells for row in take_apart(pair.text).rows)
        name = render(pair.text, pair.marks, pair.links, label[0].start, label[0].end)
        parts.append(f'<tr><td class="cell" id="{pair.names}">{name}</td>')
        for number, value in enumerate(values[1:]):
            content = render(pair.text, pair.marks, pair.links, value.start, value.end)
            weight = "own" if number == 0 else "other"
            parts.append(f'<td class="cell right number {weight}">{content}</td>')
        parts.append("</tr>")
    parts.append("</table>")
    return "".join(parts)


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


def _is_number(text: str) -> bool:
    text = text.lower().removesuffix("percent")
    return text in _DASHES or (any(map(str.isdigit, text)) and _IN_NUMBERS.issuperset(text))


def _class(row: Row, right: bool) -> str:
    base = {"header": "head", "group": "group", "values": "cell"}[row.kind]
    if not right or row.kind == "group":
        return base
    return f"{base} right" if row.kind == "header" else f"{base} right number"
