# SPDX-License-Identifier: MIT
"""Values that nearly touch their names: below other values they are cells of their own."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.pdf.rows import Cell, Row, joined
from peelviewer.reading.pdf.strips import OPEN
from peelviewer.reading.pdf.words import Word

_WIDER = 1.5  # times the widest space of a name: how wide the white is before its value
_ALIGNED = 1.5  # points by which values of one column may stand apart
_NEAR = 12.0  # sizes up or down to a row with a value in the same column, at most


def with_near_values(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows, each value near its name as a cell of its own where its column has others.

    The white before it is wider than the spaces of the name, and narrower than between cells.
    """
    return tuple(_parted(row, list(_places(row, rows))) for row in rows)


def _places(row: Row, rows: Sequence[Row]) -> Iterator[int]:
    """Yield the indexes of a row's words that are such values."""
    begins = {cell.left for cell in row.cells}
    widest = 0.0  # of the spaces of the cell
    for index, (before, word) in enumerate(pairwise(row.words), 1):
        white = word.left - before.right
        if word.left in begins:
            widest = 0.0
            continue
        is_apart = white >= max(OPEN * row.size, _WIDER * widest)
        is_last = index + 1 == len(row.words) or row.words[index + 1].left in begins
        if is_apart and is_last and VALUE.match(word.text) and _is_below_others(word, row, rows):
            yield index
        widest = max(widest, white)


def _is_below_others(value: Word, row: Row, rows: Sequence[Row]) -> bool:
    """Whether other rows near by have a cell that is a value in the same column."""
    return any(
        _is_aligned(value, cell)
        for other in rows
        if other is not row and abs(other.baseline - row.baseline) <= _NEAR * row.size
        for cell in other.cells[1:]
        if VALUE.match(cell.text)
    )


def _is_aligned(one: Word, other: Cell) -> bool:
    """Whether two values begin or end at one place, or have one middle."""
    left, right = other.left - one.left, other.right - one.right
    return min(abs(left), abs(right), abs(left + right) / 2) <= _ALIGNED


def _parted(row: Row, places: Sequence[int]) -> Row:
    """Return the row, parted before the words at ``places`` as well as between its cells."""
    if not places:
        return row
    begins = {cell.left for cell in row.cells}
    groups: list[list[Word]] = []
    for index, word in enumerate(row.words):
        if index in places or word.left in begins:
            groups.append([])
        groups[-1].append(word)
    return msgspec.structs.replace(row, cells=tuple(joined(group, row.size) for group in groups))
