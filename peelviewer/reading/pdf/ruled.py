# SPDX-License-Identifier: MIT
"""Tables between drawn lines: from the first rule to the last, with the header above."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from peelviewer.reading.captions import ROW_APPARATUS, ROW_CAPTION
from peelviewer.reading.graphic import VALUE
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.frames import FEWEST_UPRIGHTS, SAME_RULE, frames
from peelviewer.reading.pdf.rows import Cell, Row
from peelviewer.reading.pdf.tabular import STRIP, Region, is_beside_row, is_tabular

_HEADING_ROWS = 2  # rows of the heading of a group, at most
_APART = 5.0  # points of white between two tables, at least
_HEADER = 2.4  # sizes from the first rule up to a row that has none above
_LINES = 1.6  # sizes from one line of a cell to the next, at most
_TITLE = 1.3  # times a table's size: how large a title above its header is, at least


def ruled(rows: Sequence[Row], rules: Sequence[Box], uprights: Sequence[Box]) -> Iterator[Region]:
    """Yield the tables between ``rules``, which ``uprights`` may part into columns, from the top.

    Rules and uprights are boxes in points, from the page's lower left corner.
    """
    last = 0
    for heights, width in frames(rules, uprights):
        bands = [
            [i for i in range(last, len(rows)) if below < _middle(rows[i]) < above]
            for above, below in pairwise(heights)
        ]
        for first, end in _runs(rows, bands, heights, uprights, width):
            region = _framed(rows, bands[first:end], heights[first : end + 1], uprights, last)
            if region is not None:
                yield region
                last = region.end


def _runs(
    rows: Sequence[Row],
    bands: Sequence[Sequence[int]],
    heights: Sequence[float],
    uprights: Sequence[Box],
    width: float,
) -> Iterator[tuple[int, int]]:
    """Part the bands between rules where text or white space stands between two tables."""
    first = 0
    lined = [_has_uprights(uprights, above, below) for above, below in pairwise(heights)]
    within = range(lined.index(True), len(lined) - lined[::-1].index(True)) if any(lined) else ()
    for number, band in enumerate([*bands, []]):
        if number < len(bands):
            white = heights[number] - heights[number + 1]
            is_white = not band and white > _APART and not lined[number]
            # Vertical lines run above and below it, and none beside it.
            is_between = number in within and not lined[number]
            if not (is_white or is_between) and not _is_text(rows, band, uprights, width):
                continue
        if number > first:
            yield first, number
        first = number + 1


def _has_uprights(uprights: Sequence[Box], above: float, below: float) -> bool:
    """Whether vertical lines run between two rules: what is blank there is a row's."""
    middle = (above + below) / 2
    return any(box[1] < middle < box[3] for box in uprights)


def _is_text(
    rows: Sequence[Row], band: Sequence[int], uprights: Sequence[Box], width: float
) -> bool:
    """Whether what stands between two rules is text: a caption, source or title, or rows of text.

    Rows that take less than half of the rules' ``width`` are those of one cell. Below a caption,
    a source or a title the next table's first row may stand, where it has no rule above.
    """
    if _has_lines(rows, band, uprights):
        return False
    size = max((rows[i].size for i in band if is_tabular(rows[i])), default=float("inf"))
    for one in (rows[i] for i in band if len(rows[i].cells) == 1):
        if one.size > _TITLE * size or ROW_CAPTION.match(one.text) or ROW_APPARATUS.match(one.text):
            return True
    widest = max((rows[i].right - rows[i].left for i in band), default=0.0)
    return len(band) > _HEADING_ROWS and widest > width / 2 and not _is_parted(rows, band, uprights)


def _framed(
    rows: Sequence[Row],
    bands: Sequence[Sequence[int]],
    heights: Sequence[float],
    uprights: Sequence[Box],
    last: int,
) -> Region | None:
    """Return the table that stands between some rules, from its first row with cells on."""
    full = [n for n, band in enumerate(bands) if _is_parted(rows, band, uprights)]
    if not full:
        return None
    first, final = full[0], full[-1]
    inside = [i for band in bands[first : final + 1] for i in band]
    start, end = min(inside), max(inside) + 1
    is_boxed = any(_covers(box, heights[first], heights[final + 1]) for box in uprights)
    if final == first and not is_boxed and end - start < 2:
        return None
    above = _with_header(rows, start, end, last, heights[first])
    if first and all(len(band) == 1 for band in bands[:first]):  # headings of groups
        group = bands[0][0]
        headed = _with_header(rows, group, end, last, heights[0])
        above = headed if headed < group else above
    return Region(above, end, tuple(heights))


def _with_header(rows: Sequence[Row], start: int, end: int, last: int, top: float) -> int:
    """Return where a table begins, with the rows above its first rule that belong to it."""
    start = _wrapped_above(rows, start, end, last, top)
    while start > last and (_is_header(rows, start, top) or is_beside_row(rows, start)):
        start -= 1
    return start


def _middle(row: Row) -> float:
    return row.baseline + row.size * 0.3


def _covers(box: Box, top: float, bottom: float) -> bool:
    return box[1] < top and box[3] > bottom


def _is_parted(rows: Sequence[Row], band: Sequence[int], uprights: Sequence[Box]) -> bool:
    """Whether the rows between two rules have cells, by white space or by drawn lines."""
    if any(is_tabular(rows[index]) for index in band) or _has_lines(rows, band, uprights):
        return True
    # Values that are centred beside a name of two lines stand on a row of their own.
    return any(
        rows[one].right + STRIP < rows[other].left for one in band for other in band if one != other
    )


def _has_lines(rows: Sequence[Row], band: Sequence[int], uprights: Sequence[Box]) -> bool:
    """Whether drawn lines part the rows between two rules into cells."""
    # The lines of cells beside each other need not stand at one height.
    left = min((rows[i].left + rows[i].size for i in band), default=0.0)
    right = max((rows[i].right - rows[i].size for i in band), default=0.0)
    lines = [box for box in uprights if all(box[1] < _middle(rows[i]) < box[3] for i in band)]
    if any(left < box[0] < right for box in lines):
        return True
    # With more lines the other cells are blank.
    return bool(band) and len({round(box[0] / SAME_RULE) for box in lines}) >= FEWEST_UPRIGHTS


def _wrapped_above(rows: Sequence[Row], start: int, end: int, last: int, top: float) -> int:
    """Return where a table begins whose rules are below each row: its first row has none above.

    That row's cells have several lines, and stand in the columns of the rows below. A cell that
    is centred beside another has as many lines of that one above it as below.
    """
    full = [row for row in rows[start:end] if is_tabular(row)]
    if not full:
        return start
    parted = min(cell.left for row in full for cell in _values(row, rows[start:end]))
    names = [row.cells[0].right for row in full if not VALUE.match(row.cells[0].text)]
    named = min(max(names, default=parted), parted - STRIP)
    at, above = start, top
    while at > last and _is_line_of_cell(rows[at - 1], rows[start], named, parted):
        reach = _HEADER if at == start else _LINES
        if rows[at - 1].baseline - above > reach * rows[at - 1].size:
            break
        at, above = at - 1, rows[at - 1].baseline
    right = [i for i in range(at, start) if rows[i].cells[-1].left > named]
    is_aside = all(rows[i].left > named and not is_tabular(rows[i]) for i in range(at, start))
    if not right or is_aside:
        return start
    return max(at, right[0] - (start - 1 - right[-1]))


def _values(row: Row, rows: Sequence[Row]) -> Sequence[Cell]:
    """Return a row's cells but the first; with it where names stand on rows of their own."""
    first = row.cells[0]
    is_value = VALUE.match(first.text) and any(other.right < first.left for other in rows)
    return row.cells if is_value else row.cells[1:]


def _is_line_of_cell(row: Row, below: Row, named: float, parted: float) -> bool:
    """Whether a row can be lines of cells: as large as the table's, none across columns.

    The names in the first column end at ``named``, the values of the others begin at ``parted``.
    """
    if (
        abs(row.size - below.size) > 1
        or ROW_CAPTION.match(row.text)
        or ROW_APPARATUS.match(row.text)
    ):
        return False
    return all(cell.left > named or cell.right < parted for cell in row.cells)


def _is_header(rows: Sequence[Row], start: int, top: float) -> bool:
    """Whether the row above a ruled table's first rule belongs to it."""
    row = rows[start - 1]
    return is_tabular(row) and row.baseline - min(top, rows[start].baseline) <= _HEADER * row.size
