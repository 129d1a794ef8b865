# SPDX-License-Identifier: MIT
"""Tables: rows put together, and read again as columns and rectangular rows."""

from peelviewer.reading.drafts import Draft
from peelviewer.reading.lines import Line, shifted


def add_row(table: Draft, line: Line) -> None:
    """Put one more row at the end of ``table``."""
    table.marks += shifted(line.marks, len(table.text) + 1)
    table.text += "\n" + line.text
    table.last = line


def columns_and_rows(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a table block's header and rows, all as wide as the widest; blank cells are ``""``.

    A row that is too short lacks cells on the right, where a heading within the table has no
    values; printed cells are never moved.
    """
    rows = [tuple(cell.strip() for cell in row.split("\t")) for row in text.split("\n")]
    width = max(len(row) for row in rows)
    full = tuple(row + ("",) * (width - len(row)) for row in rows)
    return full[0], full[1:]


def is_heading_row(row: tuple[str, ...]) -> bool:
    """Whether a row has a label and no values."""
    return sum(1 for cell in row if cell) == 1
