# SPDX-License-Identifier: MIT
"""Where a table goes on: which rows at a page's top are still rows of the table before."""

from collections.abc import Sequence

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.lines import begins_lower
from peelviewer.reading.pdf.cells import Table
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.strips import Span, is_clear, nearest
from peelviewer.reading.pdf.tables import with_wraps
from peelviewer.reading.pdf.tabular import Region, is_loose, is_tabular

_HEADS = 5  # rows of one cell above a row with values, at a page's top


def rest(rows: Sequence[Row], table: Table) -> int:
    """Return how many rows at a page's top go on with a table from the page before.

    Rows of one cell are among them where rows with values follow, or where they can only be the
    rest of a cell that the page's end cuts.
    """
    strips = table.strips
    end = _with_cut(rows, 0, strips)
    for index, row in enumerate(rows):
        if is_tabular(row) or _is_value(row, strips):
            if not _stands_in(row, strips):
                break
            end = index + 1
        elif index - end >= _HEADS or not is_loose(rows, index) or not _heads(row, strips):
            break
    return _with_cut(rows, end, strips)


def with_rest(
    found: Sequence[Region], rows: Sequence[Row], table: Table, rules: Sequence[Box]
) -> list[Region]:
    """Return the tables of a page, those at its top begun where the table before goes on."""
    end = rest(rows, table)
    if not end:
        return list(found)
    later = [part for part in found if part.start > end]
    end = max([end, *(part.end for part in found if part.start <= end)])
    end = with_wraps(rows, end, later[0].start if later else len(rows))
    foot = rows[end - 1].baseline - 2 * rows[end - 1].size
    heights = {rule[1] for rule in rules if rule[1] > foot}
    return [Region(0, end, tuple(sorted(heights, reverse=True))), *later]


def _with_cut(rows: Sequence[Row], end: int, strips: Sequence[Span]) -> int:
    """Return ``end`` with the rows from there on that can only be the rest of a cell."""
    while end < len(rows) and is_loose(rows, end) and _is_rest(rows[end], strips):
        end += 1
    return end


def _stands_in(row: Row, strips: Sequence[Span]) -> bool:
    """Whether each of a row's cells stands in a column of its own, between two white strips."""
    begins = [float("-inf"), *(right for _, right in strips)]
    ends = [*(left for left, _ in strips), float("inf")]
    columns = list(zip(begins, ends, strict=True))
    places = [nearest(cell, columns) for cell in row.cells]
    return len(set(places)) == len(places) and is_clear(row, strips)


def _is_value(row: Row, strips: Sequence[Span]) -> bool:
    """Whether a row is values alone, in columns that are not the first."""
    is_beside = bool(strips) and row.left >= strips[0][0]
    return is_beside and all(VALUE.match(cell.text) for cell in row.cells)


def _heads(row: Row, strips: Sequence[Span]) -> bool:
    """Whether a row of one cell can head rows of a table, or be a line of its first cells."""
    return bool(strips) and row.right <= strips[-1][1]


def _is_rest(row: Row, strips: Sequence[Span]) -> bool:
    goes_on = begins_lower(row.text) or row.text[:1].isdigit()
    return goes_on and _heads(row, strips) and is_clear(row, strips)
