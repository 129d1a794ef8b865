# SPDX-License-Identifier: MIT
"""A page of two columns in parts that are read one after the other.

What goes across the white strip between the columns (titles, wide tables, notes across the page)
stands between the columns above it and those below it.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

import msgspec

from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.gutters import Columns
from peelviewer.reading.pdf.rows import LARGER, Row, rows_of, usual_size
from peelviewer.reading.pdf.words import Page, Word

_BESIDE = 16.0  # points on each side of the strip that a table's line covers
_RULES = 3  # lines across the strip that are a table's
_TALLEST_ROW = 110.0  # points between two of them, at most
_SPACE = 0.6  # of the size: how wide the space between two words of one row is, at most
_BEYOND = 0.3  # of the size: how far beyond its column's end a row is not set in it
_CLOSE = 1.5  # sizes from one row of a paragraph or title to the next, at most
_LEVEL = 0.2  # of the size: how far apart the baselines are of rows that stand at one height
_FILLED = 0.85  # of the column that a row of running text takes
_FEWEST_FILLED = 2  # such rows, of a column that stands by itself
_ADDRESS = re.compile(r"www\.|https?:|/\S+/")


def halves(
    rows: Sequence[Row],
    columns: Columns | None,
    rules: Sequence[Box] = (),
    drawn: Sequence[Box] = (),
) -> list[list[Row]]:
    """Return a page's rows in parts that are read one after the other.

    ``rules`` are the lines drawn on it, ``drawn`` its pictures and shapes.
    """
    if columns is None:
        return [list(rows)]
    gutter = columns.second - 1
    wide = _wide(rows, columns, rules, drawn)
    parts: list[tuple[bool, list[Row]]] = []
    for is_wide, group in groupby(enumerate(rows), key=lambda pair: pair[0] in wide):
        run = [row for _, row in group]
        is_below_wide = bool(parts) and not parts[-1][0]
        if is_wide:
            parts.append((False, run)) if not is_below_wide else parts[-1][1].extend(run)
            continue
        sides = _sides(run, gutter)
        if all(sides) or any(_is_column(side, columns) for side in sides):
            parts += [(True, side) for side in sides if side]
        elif is_below_wide:
            parts[-1][1].extend(run)
        else:
            parts.append((False, run))
    return [part for _, part in parts]


def half(page: Page, rows: Sequence[Row], columns: Columns | None) -> Page:
    """Return a page with what is drawn in the column of ``rows`` alone, if they are one's."""
    if columns is None or not rows or not columns.hold(rows):
        return page
    gutter = columns.second - 1
    is_first = columns.begin(rows) < columns.second
    low, high = (float("-inf"), gutter) if is_first else (gutter, float("inf"))

    def is_here(box: Box) -> bool:
        return low <= (box[0] + box[2]) / 2 <= high

    return msgspec.structs.replace(
        page,
        rules=tuple(filter(is_here, page.rules)),
        uprights=tuple(filter(is_here, page.uprights)),
        pictures=tuple(filter(is_here, page.pictures)),
        shapes=tuple(shape for shape in page.shapes if is_here(shape.box)),
    )


def moved(rows: Sequence[Row], by: float) -> list[Row]:
    """Return rows as they would stand ``by`` points further right."""
    return [
        msgspec.structs.replace(
            row,
            left=row.left + by,
            right=row.right + by,
            words=tuple(w._replace(left=w.left + by, right=w.right + by) for w in row.words),
            cells=tuple(
                msgspec.structs.replace(cell, left=cell.left + by, right=cell.right + by)
                for cell in row.cells
            ),
        )
        for row in rows
    ]


def _wide(
    rows: Sequence[Row], columns: Columns, rules: Sequence[Box], drawn: Sequence[Box]
) -> frozenset[int]:
    """Return the indexes of the rows that go across both columns."""
    gutter = columns.second - 1
    framed = _framed(gutter, rules)
    wide = {index for index, row in enumerate(rows) if _is_wide(row, columns, framed)}
    for is_values, group in groupby(
        range(len(rows)), key=lambda index: _is_table_row(rows[index], gutter)
    ):
        run = list(group)
        if is_values and len(run) > 1:
            wide.update(run)
            if run[0] and _heads(rows[run[0] - 1], rows[run[0]]):
                wide.add(run[0] - 1)
    wide |= _titles(rows, gutter, wide, drawn)
    for index in range(1, len(rows)):
        if (
            index not in wide
            and index - 1 in wide
            and _goes_on(rows[index - 1], rows[index], gutter)
        ):
            wide.add(index)
    return frozenset(wide)


def _is_wide(row: Row, columns: Columns, framed: Sequence[tuple[float, float]]) -> bool:
    """Whether a row goes across both columns."""
    gutter = columns.second - 1
    middle = row.baseline + row.size * 0.3
    if any(low < middle < high for low, high in framed):
        return True
    before = [word for word in row.words if word.left < gutter]
    after = [word for word in row.words if word.left >= gutter]
    if not before:
        return False
    last = max(before, key=lambda word: word.right)
    following = min(after, key=lambda word: word.left, default=None)
    if last.right > min(gutter, columns.end + _BEYOND * row.size):
        # An address that is too long for its column runs over what stands in the next.
        is_over = following is None or following.left < last.right
        if last.right > gutter or following is None:
            return not (_ADDRESS.search(last.text) and is_over)
    if following is None:
        return False
    size = max(last.style.size, following.style.size)
    space = min(_SPACE * size, max(columns.second - columns.end, 0.0) / 2)
    return following.left - last.right < space


def _framed(gutter: float, rules: Sequence[Box]) -> list[tuple[float, float]]:
    """Return the heights, from and to, between drawn lines that cross the strip."""
    heights = sorted(
        (box[1] + box[3]) / 2
        for box in rules
        if box[0] < gutter - _BESIDE and box[2] > gutter + _BESIDE
    )
    if len(heights) < _RULES:
        return []
    return [(low, high) for low, high in pairwise(heights) if high - low <= _TALLEST_ROW]


def _is_table_row(row: Row, gutter: float) -> bool:
    """Whether a row goes on in the second column: with nothing but values, or the other area."""
    before = [cell for cell in row.cells if cell.left < gutter]
    after = [cell for cell in row.cells if cell.left >= gutter]
    if not before or not after:
        return False
    if all(VALUE.match(cell.text) for cell in after):
        return True
    sides = [
        (any(is_force(cell.text) for cell in side), any(is_national(cell.text) for cell in side))
        for side in (before, after)
    ]
    return set(sides) == {(True, False), (False, True)}


def _heads(row: Row, below: Row) -> bool:
    """Whether a row's cells stand over those of a table's first row."""
    return len(row.cells) == len(below.cells) and all(
        one.left < other.right and one.right > other.left
        for one, other in zip(row.cells, below.cells, strict=True)
    )


def _goes_on(above: Row, row: Row, gutter: float) -> bool:
    """Whether a row beside which the second column is blank is the next of what crosses it."""
    return (
        row.right < gutter
        and (row.size, row.bold) == (above.size, above.bold)
        and above.baseline - row.baseline <= _CLOSE * row.size
        and row.left < gutter
    )


def _titles(
    rows: Sequence[Row], gutter: float, wide: set[int], drawn: Sequence[Box]
) -> frozenset[int]:
    """Return the rows in the first column that head both: short titles.

    The second column is blank beside such a title, and below it both begin at the same height.
    """
    usual = usual_size(rows)
    right = [
        index
        for index, row in enumerate(rows)
        if index in wide or any(word.left >= gutter for word in row.words)
    ]
    titles: list[int] = []
    place = 0
    for index, row in enumerate(rows):
        while place < len(right) and right[place] < index:
            place += 1
        is_title = index not in wide and row.right < gutter and row.size > usual * LARGER
        if not is_title or place == len(right) or right[place] in wide:
            continue
        above = rows[right[place - 1]] if place and right[place - 1] not in wide else None
        over = next((r for r in reversed(rows[:index]) if r.left < gutter), None)
        below = rows[index + 1 : right[place] + 1]
        is_beside = any(_is_beside(row, box, gutter) for box in drawn)
        if not is_beside and _begin_level(below, above, over, gutter, usual):
            titles.append(index)
    return frozenset(titles)


def _is_beside(row: Row, box: Box, gutter: float) -> bool:
    """Whether something is drawn in the second column at the height of a row."""
    left, bottom, right, top = box
    return (left + right) / 2 > gutter and bottom < row.baseline + row.size and top > row.baseline


def _begin_level(
    rows: Sequence[Row], above: Row | None, over: Row | None, gutter: float, usual: float
) -> bool:
    """Whether both columns begin at one height below a title, and end above it.

    ``rows`` are those below it down to the first of the second column, ``above`` and ``over`` the
    last ones above it in the second and in the first.
    """
    left = next((r for r in rows if r.left < gutter and r.size <= usual * LARGER), None)
    if left is None:
        return False
    begins = max(word.baseline for word in left.words if word.left < gutter)
    beside = max(word.baseline for word in rows[-1].words if word.left >= gutter)
    if abs(begins - beside) > _LEVEL * usual:
        return False
    white = above.baseline - beside if above else float("inf")
    return over is None or white >= over.baseline - begins - usual


def _is_column(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether rows that stand beside no others fill their column as running text does."""
    if not rows:
        return False
    begin = columns.begin(rows)
    width = columns.end - columns.first
    full = sum(row.right - begin >= _FILLED * width for row in rows)
    return full >= _FEWEST_FILLED


def _sides(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    words: tuple[list[Word], list[Word]] = ([], [])
    for row in rows:
        for word in row.words:
            words[word.left >= gutter].append(word)
    return rows_of(words[0]), rows_of(words[1])
