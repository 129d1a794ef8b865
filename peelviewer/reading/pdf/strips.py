# SPDX-License-Identifier: MIT
"""Where the columns of a table are: at the lines drawn between them, or at strips left white."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.rows import Cell, Row
from peelviewer.reading.pdf.tabular import is_tabular

_CROSSED = 0.2  # of a table's rows that may cross the white between two columns
SAME_LINE = 3.0  # points: how far apart the pieces of one vertical line stand
OPEN = 0.6  # of the size: how wide the white at a column's end is, where it parts a cell
_NAMES = 2  # rows of names that stand left of all values
_HALF = 0.5  # of a table's height that a vertical line covers to part columns

Span = tuple[float, float]


def drawn(rows: Sequence[Row], uprights: Sequence[Box]) -> list[float]:
    """Return where vertical lines part the columns, from the left."""
    top = max(row.baseline + row.size for row in rows)
    bottom = min(row.baseline for row in rows)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    heights: dict[float, float] = {}
    for box in sorted(uprights):
        place = (box[0] + box[2]) / 2
        covered = min(box[3], top) - max(box[1], bottom)
        if covered <= 0 or not left < place < right:
            continue
        known = next((x for x in heights if abs(x - place) <= SAME_LINE), place)
        heights[known] = heights.get(known, 0.0) + covered
    return sorted(x for x, covered in heights.items() if covered >= _HALF * (top - bottom))


def white(rows: Sequence[Row]) -> list[float]:
    """Return where white strips part the columns, from the left.

    A few rows may cross a strip that parts most others: headings that are wider than what stands
    below them, but no values. Each strip ends where words begin, so only these places can be a
    column's end.
    """
    full = [row for row in rows if is_tabular(row)]
    values = [cell for row in full for cell in row.cells if VALUE.match(cell.text)]
    chunks = {id(row): list(_chunks(row)) for row in rows}
    spans = [span for row in full for span in chunks[id(row)]]
    begins = sorted({round(left - 1, 1) for row in rows for left, _ in chunks[id(row)]})
    most = max(_CROSSED * len(full), 1 if len(full) > 2 else 0)
    strips: list[list[float]] = []
    for x in begins:
        crossed = sum(not is_clear_at(row, x) for row in full)
        if crossed > most or not (_are_parted(full, x) if crossed else _parts(rows, x)):
            continue
        if any(cell.left < x < cell.right for cell in values):
            continue
        if strips and not _is_between(spans, strips[-1][-1], x):
            strips[-1].append(x)
        else:
            strips.append([x])
    return [_best_place(strip, rows) for strip in strips]


def _chunks(row: Row) -> Iterator[Span]:
    """Yield from where to where a row has words without more than a space between them."""
    left, right = row.words[0].left, row.words[0].right
    for word in row.words[1:]:
        if word.left - right >= OPEN * row.size:
            yield left, right
            left, right = word.left, word.right
        right = max(right, word.right)
    yield left, right


def _parts(rows: Sequence[Row], x: float) -> bool:
    """Whether a row has cells on both sides of a place, or several rows stand left of it.

    Beside names of two lines, values that are centred have rows of their own.
    """
    return any(_is_parted(row, x) for row in rows) or sum(row.right <= x for row in rows) >= _NAMES


def _are_parted(rows: Sequence[Row], x: float) -> bool:
    return 2 * sum(_is_parted(row, x) for row in rows) >= len(rows)


def _is_parted(row: Row, x: float) -> bool:
    """Whether a row has cells on both sides of a place."""
    return any(one.right <= x <= other.left for one, other in pairwise(row.cells))


def _best_place(strip: Sequence[float], rows: Sequence[Row]) -> float:
    """Return where in a white strip to part columns: where most rows are white, through no word."""
    return min(
        strip,
        key=lambda x: (
            sum(not is_clear_at(row, x) for row in rows),
            sum(word.left < x < word.right for row in rows for word in row.words),
        ),
    )


def _is_between(spans: Sequence[Span], left: float, right: float) -> bool:
    """Whether cells stand between two places: these then part different columns."""
    return any(span[0] >= left - 1 and span[1] <= right + 1 for span in spans)


def is_clear_at(row: Row, x: float) -> bool:
    """Whether a row's words leave more than a space at a place."""
    before = max((word.right for word in row.words if word.left < x), default=None)
    after = min((word.left for word in row.words if word.left >= x), default=None)
    if before is None or after is None:
        return before is None or before <= x
    return before <= x and after - before >= OPEN * row.size


def is_clear(row: Row, strips: Sequence[Span]) -> bool:
    """Whether a row's words leave more than a space in or around each strip."""
    chunks = list(_chunks(row))
    ends = [float("-inf"), *(right for _, right in chunks)]
    begins = [*(left for left, _ in chunks), float("inf")]
    white = list(zip(ends, begins, strict=True))
    return all(
        any(end <= right and begin >= left for end, begin in white) for left, right in strips
    )


def between(rows: Sequence[Sequence[Cell]], columns: Sequence[Span]) -> tuple[Span, ...]:
    """Return the white strips of a table, from where cells end to where those beside them begin.

    Rows with one cell, as headings of groups are, may run across.
    """
    full = [row for row in rows if sum(bool(cell.text) for cell in row) > 1]
    strips = []
    for column, (_, place) in enumerate(columns[:-1]):
        ends = (row[column].right for row in full if row[column].text)
        begins = (row[column + 1].left for row in full if row[column + 1].text)
        strips.append(
            (min(max(ends, default=place), place), max(min(begins, default=place), place))
        )
    return tuple(strips)


def nearest(cell: Cell, columns: Sequence[Span]) -> int:
    """Return the column that a cell stands in: where it begins, if it covers several."""
    shared = [min(cell.right, right) - max(cell.left, left) for left, right in columns]
    covered = [index for index, part in enumerate(shared) if part > 1]
    if len(covered) > 1:
        widest = max(covered, key=lambda index: shared[index])
        return widest if shared[widest] > 0.8 * (cell.right - cell.left) else covered[0]
    if covered:
        return covered[0]
    return max(range(len(columns)), key=lambda index: shared[index])
