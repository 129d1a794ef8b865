# SPDX-License-Identifier: MIT
"""What rows look like that can be a table's, and where on a page a table is."""

from collections.abc import Sequence

import msgspec

from peelviewer.reading.captions import ROW_APPARATUS, ROW_CAPTION
from peelviewer.reading.graphic import VALUE
from peelviewer.reading.lines import ends_sentence
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.signs import BULLET, NUMBERED

FAR = 4.0  # sizes between two rows of one table without rules, at most
STRIP = 4.0  # points of white between two columns, at least
SINGLES = 4  # rows with one cell that may follow each other
_BESIDE = 0.9  # sizes from the line of a cell to a value that is centred beside it


class Region(msgspec.Struct, frozen=True):
    """The rows from ``start`` to before ``end``, and the heights of the rules between them."""

    start: int
    end: int
    heights: tuple[float, ...] = ()


def is_tabular(row: Row) -> bool:
    """Whether a row has several cells, the first of which is no list item's marker.

    A dash before values is one too.
    """
    if len(row.cells) < 2:
        return False
    if all(VALUE.match(cell.text) for cell in row.cells):
        return True
    first = f"{row.cells[0].text} x"
    marker = BULLET.match(first) or NUMBERED.match(first)
    return marker is None or marker.end() < len(first) - 1


def is_loose(rows: Sequence[Row], index: int) -> bool:
    """Whether a row of one cell can be a table's: close to the row before, neither item nor text.

    Such rows are only the table's where it goes on below them.
    """
    row = rows[index]
    if len(row.cells) > 1 or BULLET.match(row.text) or NUMBERED.match(row.text):
        return False
    if ROW_CAPTION.match(row.text) or ROW_APPARATUS.match(row.text) or ends_sentence(row.text):
        return False
    return not index or 0 <= rows[index - 1].baseline - row.baseline <= FAR * row.size


def at_top(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with cells at a page's top, where a table may go on.

    Rows of one cell among them are names that wrap, or headings of groups.
    """
    found: list[Row] = []
    singles = 0
    for index, row in enumerate(rows):
        if is_tabular(row):
            found.append(row)
            singles = 0
        elif singles < SINGLES and is_loose(rows, index):
            singles += 1
        else:
            break
    return found


def is_beside_row(rows: Sequence[Row], index: int) -> bool:
    """Whether the row before is nearer than lines of text are: a line of a cell beside this one."""
    return 0 < rows[index - 1].baseline - rows[index].baseline <= _BESIDE * rows[index].size
