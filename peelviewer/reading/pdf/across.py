# SPDX-License-Identifier: MIT
"""What goes across both columns of a page: wide rows, tables between lines, short titles."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.lines import begins_lower, ends_sentence
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.gutters import Columns
from peelviewer.reading.pdf.rows import LARGER, Row, usual_size
from peelviewer.reading.pdf.words import Word

_BESIDE = 16.0  # points on each side of the strip that a table's line covers
_RULES = 3  # lines across the strip that are a table's
_TALLEST_ROW = 110.0  # points between two of them, at most
_SPACE = 0.6  # of the size: how wide the space between two words of one row is, at most
_BEYOND = 0.3  # of the size: how far beyond its column's end a row is not set in it
_CLOSE = 1.5  # sizes from one row of a paragraph or title to the next, at most
_LEVEL = 0.2  # of the size: how far apart the baselines are of rows that stand at one height
_TOUCH = 2.0  # points between the lines of two cells beside each other, at most
_HEADER = 2.4  # sizes from a table's first line up to a header above it
_HEADED = 3.0  # sizes from a title down to what it heads
_WHITE = 4.0  # usual sizes that the second column is blank beside a title across both, at least
_ABOVE = 2.0  # sizes of a heading that the first row of text beside it stands higher, at most
_ADDRESS = re.compile(r"www\.|https?:|/\S+/")


def across(
    rows: Sequence[Row], columns: Columns, rules: Sequence[Box], drawn: Sequence[Box]
) -> frozenset[int]:
    """Return the indexes of the rows that go across both columns."""
    gutter = columns.second - 1
    framed = _framed(gutter, rules)
    wide = {index for index, row in enumerate(rows) if _is_wide(row, columns, framed)}
    wide |= _headers(rows, framed)
    for is_values, group in groupby(
        range(len(rows)), key=lambda index: _is_table_row(rows[index], gutter)
    ):
        run = list(group)
        if is_values and len(run) > 1:
            wide.update(run)
            if run[0] and _heads(rows[run[0] - 1], rows[run[0]]):
                wide.add(run[0] - 1)
    wide |= _titles(rows, gutter, wide, drawn)
    wide |= _titles_above(rows, gutter, wide)
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
        for box in _whole(rules)
        if box[0] < gutter - _BESIDE and box[2] > gutter + _BESIDE
    )
    if len(heights) < _RULES:
        return []
    return [(low, high) for low, high in pairwise(heights) if high - low <= _TALLEST_ROW]


def _whole(rules: Sequence[Box]) -> Iterator[Box]:
    """Yield the drawn lines, those at one height that touch as one: each cell can have its own."""
    last: Box | None = None
    for box in sorted(rules, key=lambda box: (round(box[1] + box[3]), box[0])):
        if last and abs(box[1] - last[1]) <= _TOUCH and box[0] - last[2] <= _TOUCH:
            last = (last[0], last[1], max(last[2], box[2]), last[3])
            continue
        if last:
            yield last
        last = box
    if last:
        yield last


def _headers(rows: Sequence[Row], framed: Sequence[tuple[float, float]]) -> frozenset[int]:
    """Return the rows of headers that stand above a table's first line, and not between two.

    They are as large as the table, and look other than the text in columns.
    """
    usual = usual_size(rows)
    found: set[int] = set()
    lows = {low for low, _ in framed}
    for low, top in (band for band in framed if band[1] not in lows):
        sizes = {row.size for row in rows if low < row.baseline < top}
        found.update(
            index
            for index, row in enumerate(rows)
            if 0 < row.baseline - top <= _HEADER * row.size
            and row.size in sizes
            and (row.bold or row.size != usual)
            and len(row.cells) > 1
        )
    return frozenset(found)


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


def _titles_above(rows: Sequence[Row], gutter: float, wide: set[int]) -> frozenset[int]:
    """Return the titles in the first column right above what crosses both: they head that.

    No title is the last of its column.
    """
    usual = usual_size(rows)
    found: set[int] = set()
    for index in range(len(rows) - 1, 0, -1):
        row, below = rows[index - 1], rows[index]
        if (
            index in wide | found
            and index - 1 not in wide
            and row.right < gutter
            and row.size > usual * LARGER
            and row.baseline - below.baseline <= _HEADED * row.size
        ):
            found.add(index - 1)
    return frozenset(found)


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
        if any(_is_beside(row, box, gutter) for box in drawn):
            continue
        if _begin_level(below, above, over, gutter, usual):
            titles.append(index)
        elif _is_white(row, above, below, gutter, usual):
            beside = _side(below[-1], gutter, is_right=True)
            is_level = _is_heading_level(rows[index + 1 :], beside, gutter)
            if is_level or _is_cut(rows[:index], wide, gutter):
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


def _is_white(
    title: Row, above: Row | None, rows: Sequence[Row], gutter: float, usual: float
) -> bool:
    """Whether the second column is blank for some rows around a title, and goes on with text.

    ``rows`` are those below it down to the first of the second column, ``above`` is the last one
    above it there.
    """
    following = _side(rows[-1], gutter, is_right=True)
    top = title.baseline + title.size if above is None else above.baseline
    return (
        not any(row.right > gutter for row in rows[:-1])
        and all(word.style.size <= usual * LARGER for word in following)
        and following[0].baseline < title.baseline - title.size
        and top - following[0].baseline >= _WHITE * usual
    )


def _is_heading_level(rows: Sequence[Row], beside: Sequence[Word], gutter: float) -> bool:
    """Whether the first column goes on below a title with a heading ``beside`` the second's text.

    The heading stands lower by the space above it. ``rows`` are those below the title.
    """
    left = next((side for row in rows if (side := _side(row, gutter, is_right=False))), None)
    if left is None or left[0].style.size <= beside[0].style.size * LARGER:
        return False
    return 0 <= beside[0].baseline - left[0].baseline <= _ABOVE * left[0].style.size


def _is_cut(rows: Sequence[Row], wide: set[int], gutter: float) -> bool:
    """Whether the text above a title stops within a sentence, which the second column goes on with.

    ``rows`` are those above the title. No title stands within a sentence.
    """
    start = max((index + 1 for index in range(len(rows)) if index in wide), default=0)
    left, right = (
        [side for row in rows[start:] if (side := _side(row, gutter, is_right=is_right))]
        for is_right in (False, True)
    )
    if not left or not right:
        return False
    return not ends_sentence(_text(left[-1])) and begins_lower(_text(right[0]))


def _side(row: Row, gutter: float, *, is_right: bool) -> list[Word]:
    return [word for word in row.words if (word.left >= gutter) == is_right]


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
