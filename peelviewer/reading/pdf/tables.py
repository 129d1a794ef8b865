# SPDX-License-Identifier: MIT
"""Where on a page tables are: between drawn lines, or rows of cells over one another."""

from collections.abc import Iterator, Sequence

from peelviewer.reading.captions import ROW_CAPTION
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.ruled import ruled
from peelviewer.reading.pdf.signs import BULLET
from peelviewer.reading.pdf.tabular import (
    FAR,
    SINGLES,
    STRIP,
    Region,
    at_top,
    is_beside_row,
    is_tabular,
)

_SURE_CELLS = 3  # of a row that is a table by itself, at a page's end
_WIDER = 1.3  # times the widest cell: how wide a row with one cell may be
_CELL = 160.0  # points: how wide it may be in any case
_WRAPPED = 1.5  # sizes from a row down to the rest of its cells


def regions(
    rows: Sequence[Row],
    rules: Sequence[Box],
    uprights: Sequence[Box],
    overleaf: Sequence[Row] = (),
) -> list[Region]:
    """Return the runs of rows that are tables, in order; ``overleaf`` are the next page's rows.

    A ruled table reaches from its first rule to its last. Any other is two or more rows of
    several cells that stand over one another; rows with one cell between them are cells that
    wrap, or headings of groups.
    """
    drawn = list(ruled(rows, rules, uprights))
    found: list[Region] = []
    at = 0
    for region in [*drawn, Region(len(rows), len(rows))]:
        found += _unruled(rows, at, region.start, overleaf)
        if region.end > region.start:
            found.append(region)
        at = max(at, region.end)
    return found


def _unruled(
    rows: Sequence[Row], index: int, stop: int, overleaf: Sequence[Row]
) -> Iterator[Region]:
    begin = index
    while index < stop:
        if not is_tabular(rows[index]):
            index += 1
            continue
        last = end = index + 1
        while end < stop and _belongs(rows, index, last, end):
            end += 1
            if is_tabular(rows[end - 1]) or _is_beside(rows, index, last, end - 1):
                last = end
        last = with_wraps(rows, last, stop)
        while index > begin and _is_above(rows, index):
            index -= 1
        full = [row for row in rows[index:last] if is_tabular(row)]
        if last == len(rows):
            is_table = len(full[0].cells) >= _SURE_CELLS or _stand_over(
                [*full, *at_top(overleaf)[:1]]
            )
        else:
            is_table = _stand_over(full)
        if is_table:
            yield Region(index, last)
        begin = index = max(last, index + 1)


def _is_above(rows: Sequence[Row], index: int) -> bool:
    """Whether the row before is the first line of a cell beside which values are centred."""
    return len(rows[index - 1].cells) == 1 and is_beside_row(rows, index)


def _stand_over(rows: Sequence[Row]) -> bool:
    """Whether white strips run down between the cells of most rows: they are columns."""
    if len(rows) < 2:
        return False
    most = max(len(row.cells) for row in rows)
    spans = sorted(
        (cell.left, cell.right) for row in rows if len(row.cells) >= most - 1 for cell in row.cells
    )
    strips, right = 0, spans[0][1]
    for left, end in spans:
        strips += left > right + STRIP
        right = max(right, end)
    return strips >= 1


def _belongs(rows: Sequence[Row], start: int, last: int, at: int) -> bool:
    """Whether row ``at`` goes on with the table: close by, and no line of running text."""
    row, before = rows[at], rows[at - 1]
    step = before.baseline - row.baseline
    if step > FAR * row.size or step < 0 or ROW_CAPTION.match(row.text):
        return False
    if is_tabular(row) or _is_beside(rows, start, last, at):
        return True
    if BULLET.match(row.text):
        return False
    full = [r for r in rows[start:last] if is_tabular(r)]
    if row.right <= min(cell.left for r in full for cell in r.cells[1:]):
        return at - last < 2 * SINGLES
    if at - last >= SINGLES:
        return False
    widest = max(cell.right - cell.left for r in full for cell in r.cells)
    return row.right - row.left <= max(widest * _WIDER, _CELL)


def _is_beside(rows: Sequence[Row], start: int, last: int, at: int) -> bool:
    """Whether a row is values that are centred beside a name of two lines."""
    row = rows[at]
    full = [r for r in rows[start:last] if is_tabular(r)]
    return row.left >= min(cell.left for r in full for cell in r.cells[1:]) - STRIP


def with_wraps(rows: Sequence[Row], last: int, stop: int) -> int:
    """Return where a table ends, with the rest of its cells below the last full row."""
    while last < stop and len(rows[last].cells) == 1:
        row, before = rows[last], rows[last - 1]
        step = before.baseline - row.baseline
        under = any(abs(row.left - cell.left) < STRIP for cell in before.cells)
        is_near = step <= 1.0 * row.size or (
            step <= _WRAPPED * row.size and under and not row.text[:1].isupper()
        )
        if not is_near:
            break
        last += 1
    return last
