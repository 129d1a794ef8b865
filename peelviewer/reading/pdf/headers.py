# SPDX-License-Identifier: MIT
"""Where the columns of a table without lines are, told by its headers and values in their order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.strips import OPEN, Span
from peelviewer.reading.pdf.tabular import is_tabular

_TOUCH = 1.0  # points that a header may reach into the white before it


def headed(rows: Sequence[Row]) -> list[float] | None:
    """Return where columns of values are parted that have a header each, from the left.

    Headers may stand on another side of their columns than the values do, so that a value stands
    nearer to the next one's header. They are told by their order: where there are as many headers
    as columns of values, and each stands with its values between those before and those behind.
    ``None`` where they do not, or where a row has other cells than a name and values.
    """
    first = next((number for number, row in enumerate(rows) if _is_full(row)), 0)
    body = _columns([row for row in rows[first:] if is_tabular(row)])
    if not first or body is None or any(row.right > body[-1][1] for row in rows[first:]):
        return None
    heads = _merged(span for row in rows[:first] for span in _chunks(row, rows[:first]))
    names, *values = body
    if len(heads) == len(values):
        heads = [names, *heads]
    elif len(heads) != len(body) or not _is_corner(heads, body):
        return None
    spans = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(heads, body, strict=True)]
    if any(after[0] - before[1] < -_TOUCH for before, after in pairwise(spans)):
        return None
    return [(before[1] + after[0]) / 2 for before, after in pairwise(spans)]


def _is_full(row: Row) -> bool:
    """Whether a row is a name with values."""
    return is_tabular(row) and all(VALUE.match(cell.text) for cell in row.cells[1:])


def _columns(rows: Sequence[Row]) -> list[Span] | None:
    """Return from where to where the names and each column's values stand, if all rows are such."""
    if not rows or not all(map(_is_full, rows)):
        return None
    spans = _merged((cell.left, cell.right) for row in rows for cell in row.cells)
    most = max(len(row.cells) for row in rows)
    return spans if len(spans) == most else None


def _is_corner(heads: Sequence[Span], body: Sequence[Span]) -> bool:
    """Whether the first header is the names': above them, or all others stand above values."""
    return heads[0][0] <= body[0][1] or all(
        head[0] < values[1] and values[0] < head[1]
        for head, values in zip(heads[1:], body[1:], strict=True)
    )


def _chunks(row: Row, header: Sequence[Row]) -> Iterator[Span]:
    """Yield from where to where a header's row has words of one cell.

    Two cells can be only a space apart; the second then begins where one does on another line.
    """
    begins = [cell.left for other in header if other is not row for cell in other.cells]
    left, right = row.words[0].left, row.words[0].right
    for word in row.words[1:]:
        is_begin = any(abs(word.left - begin) < _TOUCH for begin in begins)
        if word.left - right >= OPEN * row.size or (word.left > right and is_begin):
            yield left, right
            left, right = word.left, word.right
        right = max(right, word.right)
    yield left, right


def _merged(spans: Iterator[Span]) -> list[Span]:
    """Return the spans, those that overlap as one."""
    made: list[Span] = []
    for left, right in sorted(spans):
        if made and left < made[-1][1] - _TOUCH:
            made[-1] = (made[-1][0], max(made[-1][1], right))
        else:
            made.append((left, right))
    return made
