# SPDX-License-Identifier: MIT
"""Tables: lines that are rows, and a block's lines read as columns and rectangular rows."""

from collections.abc import Sequence

import msgspec

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.lines import Line, begins_lower, ends_sentence

_LONGEST_GROUP = 120


def columns_and_rows(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a table block's header and rows, all as wide as the widest; blank cells are ``""``.

    A row that is too short lacks cells on the right, where a heading within the table has no
    values; printed cells are never moved.
    """
    rows = [tuple(cell.strip() for cell in row.split("\t")) for row in text.split("\n")]
    width = max(len(row) for row in rows)
    full = tuple(row + ("",) * (width - len(row)) for row in rows)
    return full[0], full[1:]


def with_groups(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines`` with each line that heads rows of a table as a row of one cell.

    Such a line stands in a table: no space parts it from a row above and from the row below.
    """
    made = list(lines)
    for index in range(len(made) - 2, 0, -1):
        line, below = made[index], made[index + 1]
        if below.cells and not below.gap and _can_head(line, below):
            made[index] = msgspec.structs.replace(line, cells=(line.text,))
    for index in range(1, len(made)):  # what no row stands above heads none
        if made[index] is not lines[index] and not made[index - 1].cells:
            made[index] = lines[index]
    return made


def _can_head(line: Line, below: Line) -> bool:
    return (
        not (line.cells or line.heading or line.rule or line.marker or line.quoted or line.gap)
        and line.note is None
        and 0 < len(line.text) <= _LONGEST_GROUP
        and not ends_sentence(line.text)
        and not begins_lower(below.text)
        and VALUE.match(line.text) is None
    )


def lacks_corner(text: str) -> bool:
    """Whether a table's header lacks its blank first cell, so that it stands one column off.

    It has one cell less than the rows, of which all full ones begin with words and go on with
    values: each of its cells then heads a column of values.
    """
    rows = [row.split("\t") for row in text.split("\n")]
    width = max(len(row) for row in rows)
    full = [row for row in rows[1:] if len(row) == width]
    return (
        len(rows[0]) == width - 1 > 0
        and all(rows[0])
        and not any(VALUE.match(cell) for cell in rows[0])
        and all(
            row[0] and not VALUE.match(row[0]) and all(VALUE.match(c) for c in row[1:] if c)
            for row in full
        )
    )
