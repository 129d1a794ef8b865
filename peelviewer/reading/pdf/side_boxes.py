# SPDX-License-Identifier: MIT
"""Boxes that stand beside the text: each is read as a whole, below the paragraph beside it.

A shaded cell of a table is none: its rows stand at the heights of those beside it.
"""

from collections.abc import Iterator, Sequence

from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.pdf.drawings import Box, Shape
from peelviewer.reading.pdf.rows import Row, rows_of
from peelviewer.reading.pdf.words import Word

_EDGE = 1.0  # points that words may stand out of their box
_WIDTH = (0.15, 0.6)  # of the text's width that a box takes
_FEWEST = 3  # rows in a box, and beside it
_WORDS_WITHIN = 2.5  # in a row, on average
_WORDS_BESIDE = 4.0
_LEVEL = 0.5  # points: how far apart the baselines are of rows that stand at one height
_NEXT = 1.6  # sizes from one row of a paragraph to the next, at most


def with_side_boxes(rows: Sequence[Row], shapes: Sequence[Shape]) -> list[list[Row]]:
    """Return the rows of one column in stretches, what stands in a box apart."""
    stretches = [list(rows)]
    boxes = {shape.box for shape in shapes if not shape.drawn}
    for box in sorted(boxes, key=lambda one: -one[3]):
        parted = _parted(stretches[-1], box, boxes - {box})
        if parted is not None:
            stretches[-1:] = parted
    return stretches


def _parted(rows: Sequence[Row], box: Box, others: set[Box]) -> list[list[Row]] | None:
    """Return the text down to the end of the paragraph beside a box, the box, and the rest."""
    if not rows or not _is_narrow(box, rows):
        return None
    above = [row for row in rows if row.baseline >= box[3]]
    below = [row for row in rows if row.baseline <= box[1]]
    words = [word for row in rows[len(above) : len(rows) - len(below)] for word in row.words]
    within = [word for word in words if _holds(box, word)]
    around = [word for word in words if not _holds(box, word)]
    inner, outer = rows_of(within), rows_of(around)
    if not _is_text(inner, _WORDS_WITHIN) or not _is_text(outer, _WORDS_BESIDE):
        return None
    is_beside = all(w.right < box[0] for w in around) or all(w.left > box[2] for w in around)
    if not is_beside or _are_level(inner, outer) or _are_boxed(around, others):
        return None
    beside = [*above, *outer, *_rest_of_paragraph(outer[-1], below)]
    parts = [beside, inner, below[len(beside) - len(above) - len(outer) :]]
    return [part for part in parts if part]


def _is_narrow(box: Box, rows: Sequence[Row]) -> bool:
    width = max(row.right for row in rows) - min(row.left for row in rows)
    return _WIDTH[0] * width < box[2] - box[0] < _WIDTH[1] * width


def _holds(box: Box, word: Word) -> bool:
    left, bottom, right, top = box
    inside = left - _EDGE <= word.left and word.right <= right + _EDGE
    return inside and bottom < word.baseline + word.style.size * 0.3 < top


def _is_text(rows: Sequence[Row], most: float) -> bool:
    """Whether rows are several of words, and not of values, nor names as above these."""
    words = sum(len(row.words) for row in rows)
    if any(is_force(cell.text) or is_national(cell.text) for row in rows for cell in row.cells):
        return False
    values = sum(VALUE.match(row.cells[-1].text) is not None for row in rows)
    return len(rows) >= _FEWEST and words >= most * len(rows) and 2 * values < len(rows)


def _are_level(inner: Sequence[Row], outer: Sequence[Row]) -> bool:
    """Whether most rows stand at the heights of others, as a table's cells do."""
    heights = [row.baseline for row in outer]
    level = sum(any(abs(row.baseline - y) <= _LEVEL for y in heights) for row in inner)
    return 2 * level >= len(inner)


def _are_boxed(words: Sequence[Word], boxes: set[Box]) -> bool:
    """Whether most words stand in boxes of their own: panels side by side."""
    boxed = sum(any(_holds(box, word) for box in boxes) for word in words)
    return 2 * boxed > len(words)


def _rest_of_paragraph(last: Row, below: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows below a box that go on with the paragraph beside it."""
    for row in below:
        is_same = row.size == last.size and row.bold == last.bold
        if not is_same or last.baseline - row.baseline > _NEXT * row.size:
            return
        yield row
        last = row
