# SPDX-License-Identifier: MIT
"""Reports set in two columns, wholly or in part: where on which page the second one begins.

A page by itself hardly tells columns from a table. Several pages do: the same white strip comes
again, with running text on both sides.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from peelviewer.reading.lines import begins_lower, ends_sentence
from peelviewer.reading.pdf.rows import Row
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
_NEAR = 3.0  # points: how far the places on two pages may be apart
_OPEN = 0.5  # of the rows on one side that do not end a sentence, in running text
_LOWER = 0.4  # of them that go on in lower case
_STEP = 1.6  # sizes from one row to the next of a paragraph, at most
_ALIGNED = 0.6  # of the white between paragraphs: so much at one height is that of a table's rows
_ALMOST_ALL = 0.98

Starts = tuple[float, float]
"""Where the text of two columns begins."""


class Columns(NamedTuple):
    """Where the text of a page's two columns begins, and where the first one ends, in points."""

    first: float
    second: float
    end: float

    def begin(self, rows: Sequence[Row]) -> float:
        """Return where the column of some rows begins; the first one for those across both."""
        return self.second if min(row.left for row in rows) >= self.second - 1 else self.first

    def hold(self, rows: Sequence[Row]) -> bool:
        """Whether some rows stand in one of the columns, and not across both."""
        return (
            max(row.right for row in rows) < self.second
            or min(row.left for row in rows) >= self.second - 1
        )


def gutters(pages: Sequence[Page], sheets: Sequence[Sequence[Row]]) -> list[Columns | None]:
    """Return each page's columns; ``None`` where it is set in one.

    Left and right pages may have other margins. Where most of a report is set in columns, all
    pages have them: those that hardly have any text, too. Else those have them that show it.
    """
    found = [_starts(page, rows) for page, rows in zip(pages, sheets, strict=True)]
    common = _usual(found)
    if common is None or sum(starts is not None for starts in found) < _FEWEST_PAGES:
        return [None] * len(pages)
    usual = [_usual(found[side::2]) or common for side in (0, 1)]
    against = sum(
        starts is None and _is_across(rows, usual[number % 2][1])
        for number, (starts, rows) in enumerate(zip(found, sheets, strict=True))
    )
    is_whole = sum(starts is not None for starts in found) >= against
    set_so = [
        is_whole or (_are_near(starts, usual[number % 2]) and _is_running(rows, usual[number % 2]))
        for number, (starts, rows) in enumerate(zip(found, sheets, strict=True))
    ]
    if sum(set_so) < _FEWEST_PAGES:
        return [None] * len(pages)
    columns = [
        _measured([rows for n, rows in enumerate(sheets) if n % 2 == side and found[n]], starts)
        for side, starts in enumerate(usual)
    ]
    return [columns[n % 2] if is_set else None for n, is_set in enumerate(set_so)]


def _is_across(rows: Sequence[Row], place: float) -> bool:
    """Whether text goes across the place where a second column would begin."""
    crossing = sum(
        any(word.left < place - 2 and word.right > place for word in row.words) for row in rows
    )
    return crossing > max(_FEWEST, _CROSSED * len(rows))


def _usual(found: Sequence[Starts | None]) -> Starts | None:
    times = Counter(starts for starts in found if starts is not None)
    return times.most_common(1)[0][0] if times else None


def _are_near(one: Starts | None, other: Starts) -> bool:
    return one is not None and all(abs(x - y) <= _NEAR for x, y in zip(one, other, strict=True))


def _starts(page: Page, rows: Sequence[Row]) -> Starts | None:
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
    sides = _sides([row for row in rows if _is_open(row, place)], place)
    if any(sum(len(part) >= _WORDS for _, part in side) < _FEWEST for side in sides):
        return None
    one, other = (_start([part[0].left for _, part in side]) for side in sides)
    return one, other


def _is_open(row: Row, place: float) -> bool:
    """Whether a row leaves the strip at a place white: text across the page has a space there."""
    end = max((word.right for word in row.words if word.left < place), default=place - _WIDTH)
    begin = min((word.left for word in row.words if word.left >= place), default=place + _WIDTH)
    return end <= place and begin - end >= _WIDTH


def _sides(rows: Sequence[Row], place: float) -> list[list[tuple[Row, list[Word]]]]:
    """Return the rows' words on each side of a place, with the row that they stand on."""
    return [
        [
            (row, part)
            for row in rows
            if (part := [word for word in row.words if (word.left >= place) == is_right])
        ]
        for is_right in (False, True)
    ]


def _start(lefts: Sequence[float]) -> float:
    """Return the leftmost place at which many rows begin: cells and items stand further right.

    Where each row begins elsewhere it is the first of all.
    """
    times = Counter(map(round, lefts))
    many = [left for left, count in times.items() if count >= _STARTS * len(lefts)]
    return float(min(many or times))


def _measured(sheets: Sequence[Sequence[Row]], starts: Starts) -> Columns:
    """Return the columns that begin at some places; the first ends where almost all rows do."""
    gutter = starts[1] - 1
    ends = sorted(
        part[-1].right
        for rows in sheets
        for row, part in _sides(rows, gutter)[0]
        if part[-1].right < gutter
        and not any(gutter <= word.left < part[-1].right + _WIDTH for word in row.words)
    )
    return Columns(*starts, ends[int(len(ends) * _ALMOST_ALL)] if ends else gutter - _WIDTH)


def _is_running(rows: Sequence[Row], starts: Starts) -> bool:
    """Whether both sides of a page are running text, and no columns of a table.

    Sentences go on from row to row, and paragraphs end at heights of their own; a table's rows
    have their white at one height.
    """
    whites: list[list[tuple[float, float]]] = []
    for side in _sides(rows, starts[1] - 1):
        texts = [" ".join(word.text for word in part) for _, part in side if len(part) >= _WORDS]
        if len(texts) < _FEWEST:
            return False
        is_open = sum(not ends_sentence(text) for text in texts) >= _OPEN * len(texts)
        if not is_open or sum(map(begins_lower, texts)) < _LOWER * len(texts):
            return False
        whites.append(
            [
                (below[0].baseline + below[0].style.size, above[0].baseline)
                for (_, above), (_, below) in pairwise(side)
                if above[0].baseline - below[0].baseline > _STEP * below[0].style.size
            ]
        )
    one, other = sorted(whites, key=len)
    shared = sum(any(low < top and high > bottom for bottom, top in other) for low, high in one)
    return not one or shared < _ALIGNED * len(other)
