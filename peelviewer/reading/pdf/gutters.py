# SPDX-License-Identifier: MIT
"""Reports set in two columns: where the second one begins, and what stands in each.

A page by itself hardly tells columns from a table. A whole report does: the same white strip
comes again on most of its pages, with running text on both sides.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import msgspec

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.rows import Row, rows_of
from peelviewer.reading.pdf.words import Page, Word

_FULL = 20  # rows of a page that can tell
_FEWEST = 6  # rows of running text on each side
_WORDS = 3  # words of such a row
_FEWEST_PAGES = 2
_MIDDLE = (0.35, 0.65)  # of the text's width: where the strip can be
_WIDTH = 8  # points: how wide it is, at least
_CROSSED = 0.2  # of a page's rows that may cross it
_STARTS = 0.15  # of the rows on one side that begin where its column does
_RULES = 3  # drawn lines across it, which are a table's
_TALLEST_ROW = 110.0  # points between two rules of one table, at most
_VALUES = 0.6  # of the rows on one side that are values: the sides are columns of one table
_ADDRESS = re.compile(r"www\.|https?:|/\S+/")
_SAME_ROW = 0.3  # of the size: how far apart the baselines of one row are


class Columns(NamedTuple):
    """Where the text of a page's two columns begins, in points."""

    first: float
    second: float

    def begin(self, rows: Sequence[Row]) -> float:
        """Return where the column of some rows begins; the first one for those across both."""
        return self.second if min(row.left for row in rows) >= self.second - 1 else self.first


def gutters(pages: Sequence[Page], sheets: Sequence[Sequence[Row]]) -> list[Columns | None]:
    """Return each page's columns; ``None`` for all where the report is set in one.

    Left and right pages may have other margins.
    """
    found = [_columns(page, rows) for page, rows in zip(pages, sheets, strict=True)]
    count = sum(columns is not None for columns in found)
    common = _usual(found)
    if common is None or count < _FEWEST_PAGES:
        return [None] * len(pages)
    usual = [_usual(found[side::2]) or common for side in (0, 1)]
    against = sum(
        columns is None and _is_across(rows, usual[number % 2].second)
        for number, (columns, rows) in enumerate(zip(found, sheets, strict=True))
    )
    if count < against:
        return [None] * len(pages)
    return [usual[number % 2] for number in range(len(pages))]


def _is_across(rows: Sequence[Row], place: float) -> bool:
    """Whether text goes across the place where a second column would begin."""
    crossing = sum(
        any(word.left < place - 2 and word.right > place for word in row.words) for row in rows
    )
    return crossing > max(_FEWEST, _CROSSED * len(rows))


def _usual(found: Sequence[Columns | None]) -> Columns | None:
    times = Counter(columns for columns in found if columns is not None)
    return times.most_common(1)[0][0] if times else None


def _columns(page: Page, rows: Sequence[Row]) -> Columns | None:
    """Return where the halves of a page begin, if a white strip is between them."""
    if len(rows) < _FULL:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    first, last = (int(left + share * (right - left)) for share in _MIDDLE)
    covered = [0] * (last - first + 1)
    for row in rows:
        for word in row.words:
            for x in range(max(int(word.left), first), min(int(word.right), last) + 1):
                covered[x - first] += 1
    clear = [x for x, count in enumerate(covered, first) if count <= _CROSSED * len(rows)]
    strips = [
        [x for _, x in group]
        for _, group in groupby(enumerate(clear), key=lambda pair: pair[1] - pair[0])
    ]
    strip = max(strips, key=len, default=[])
    if len(strip) < _WIDTH:
        return None
    place = (strip[0] + strip[-1]) / 2
    if sum(box[0] < place < box[2] for box in page.rules) >= _RULES:
        return None
    sides = [
        [part for row in rows if (part := [w for w in row.words if (w.left >= place) == is_right])]
        for is_right in (False, True)
    ]
    if any(sum(len(part) >= _WORDS for part in side) < _FEWEST for side in sides):
        return None
    return Columns(*(_start([part[0].left for part in side]) for side in sides))


def _start(lefts: Sequence[float]) -> float:
    """Return the leftmost place at which many rows begin: cells and items stand further right."""
    times = Counter(map(round, lefts))
    return float(min(left for left, count in times.items() if count >= _STARTS * len(lefts)))


def halves(rows: Sequence[Row], columns: Columns | None, rules: Sequence[Box]) -> list[list[Row]]:
    """Return a page's rows in parts that are read one after the other.

    What crosses the white strip (titles, wide tables, notes across the page) stands between the
    columns above it and those below it.
    """
    if columns is None:
        return [list(rows)]
    gutter = columns.second - 1
    wide = _wide(rows, gutter, _framed(gutter, rules))
    parts: list[tuple[bool, list[Row]]] = []
    for is_wide, group in groupby(enumerate(rows), key=lambda pair: pair[0] in wide):
        run = [row for _, row in group]
        sides = _sides(run, gutter)
        if not is_wide and all(sides):
            parts += [(True, side) for side in sides]
        elif parts and not parts[-1][0]:
            parts[-1][1].extend(run)
        else:
            parts.append((False, run))
    return [part for _, part in parts]


def half(page: Page, rows: Sequence[Row], columns: Columns | None) -> Page:
    """Return a page with what is drawn in the column of ``rows`` alone, if they are one's."""
    if columns is None or not rows:
        return page
    gutter = columns.second - 1
    if max(row.right for row in rows) <= gutter:
        low, high = float("-inf"), gutter
    elif min(row.left for row in rows) >= gutter:
        low, high = gutter, float("inf")
    else:
        return page

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


def _framed(gutter: float, rules: Sequence[Box]) -> list[tuple[float, float]]:
    """Return the heights, from and to, between drawn lines that cross the strip."""
    heights = sorted(
        (box[1] + box[3]) / 2
        for box in rules
        if box[0] < gutter - _WIDTH * 2 and box[2] > gutter + _WIDTH * 2
    )
    if len(heights) < _RULES:
        return []
    return [(low, high) for low, high in pairwise(heights) if high - low <= _TALLEST_ROW]


def _wide(
    rows: Sequence[Row], gutter: float, framed: Sequence[tuple[float, float]]
) -> frozenset[int]:
    """Return the indexes of the rows that go across both columns."""
    wide = {index for index, row in enumerate(rows) if _is_wide(row, gutter, framed)}
    for is_values, group in groupby(
        range(len(rows)), key=lambda index: _has_values(rows[index], gutter)
    ):
        run = list(group)
        if is_values and len(run) > 1:
            wide.update(run)
            if run[0] and _heads(rows[run[0] - 1], rows[run[0]]):
                wide.add(run[0] - 1)
    return frozenset(wide)


def _has_values(row: Row, gutter: float) -> bool:
    """Whether there is nothing but values in the second column, and a name in the first."""
    values = [cell for cell in row.cells if cell.left >= gutter]
    return 0 < len(values) < len(row.cells) and all(VALUE.match(cell.text) for cell in values)


def _heads(row: Row, below: Row) -> bool:
    """Whether a row's cells stand over those of a table's first row."""
    return len(row.cells) == len(below.cells) and all(
        one.left < other.right and one.right > other.left
        for one, other in zip(row.cells, below.cells, strict=True)
    )


def _is_wide(row: Row, gutter: float, framed: Sequence[tuple[float, float]]) -> bool:
    """Whether a row goes across both columns."""
    middle = row.baseline + row.size * 0.3
    if any(low < middle < high for low, high in framed):
        return True
    before = [word for word in row.words if word.left < gutter]
    after = [word.left for word in row.words if word.left >= gutter]
    if not before:
        return False
    last = max(before, key=lambda word: word.right)
    if last.right > gutter:
        # An address that is too long for its column runs over what stands in the next.
        return not (_ADDRESS.search(last.text) and (not after or min(after) < last.right))
    return bool(after) and min(after) - last.right < _WIDTH / 2


def _sides(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    words: tuple[list[Word], list[Word]] = ([], [])
    for row in rows:
        for word in row.words:
            words[word.left >= gutter].append(word)
    return rows_of(words[0]), rows_of(words[1])
