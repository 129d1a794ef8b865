# SPDX-License-Identifier: MIT
"""Running lines of a page: headers, footers and page numbers, known by place and repetition."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from peelviewer.reading.actions import heads_box
from peelviewer.reading.captions import ROW_CAPTION
from peelviewer.reading.grades import grade
from peelviewer.reading.graphic import VALUE
from peelviewer.reading.pdf.rows import LARGER, Row, usual_size
from peelviewer.reading.pdf.words import Page

_LEADING = 1.3  # sizes from one row to the next, where there is too little text to tell
_MARGIN = 0.13  # of the page's height, at top and bottom: where running lines stand
_NEAR = 4.0  # points: how far a running line may move between pages
_OFTEN = 3
_SIDES = 2  # pages from one that has a running line to the next
_FILLED = 0.85  # of the widest row: how wide a row is that fills its line
_ENDS = 3  # rows at a page's top and bottom among which its number stands
_FEW_PAGES = 6  # pages of a report in which a line that comes twice is a running one
_SHARE = 0.6  # of the pages at whose end a line of changing words must stand
_APART = 1.7  # of a large step between rows: how far such a line is from the text
_LEADING_MOST = 1.2  # sizes from one row to the next
_NUMBER = re.compile(
    r"(?:page\s*)?[-–|]?\s*(?:(\d{1,4})|[ivxl]{1,6})\s*[-–|]?(?:\s*(?:of|/)\s*\d{1,4})?$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"source\s*:", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SMALLER = 0.93  # of the usual size: up to there a row is smaller than text
_CLOSE = 1.5  # sizes from one row of a title or note to the next, at most
_HEADER_LINES = 3  # of a table, at most
_HEADER_STEP = 3.0  # sizes from one of them to the next or to the values, at most
_ALIKE = 0.1  # points: how much the sizes of its rows differ, at most


def running(pages: Sequence[Page], sheets: Sequence[Sequence[Row]]) -> list[frozenset[int]]:
    """Return, for each page, the indexes of its rows that are furniture."""
    large = LARGER * usual_size(chain.from_iterable(sheets))
    found = [_repeated(page, rows, large) for page, rows in zip(pages, sheets, strict=True)]
    ahead = _ahead(pages, sheets)
    often = _often(found, len(pages))
    apart = [
        _outermost(page, rows, {index for index, sign in signs.items() if sign in often}, ahead)
        for page, rows, signs in zip(pages, sheets, found, strict=True)
    ]
    for is_top in (True, False):
        _changing(pages, sheets, apart, is_top=is_top)
    _in_place(pages, sheets, apart)
    return [frozenset(gone) for gone in apart]


def _in_margin(row: Row, page: Page) -> bool:
    return not page.height * _MARGIN < row.baseline < page.height * (1 - _MARGIN)


def _at_end(row: Row, page: Page, *, is_top: bool) -> bool:
    """Whether a row stands in the margin at one end of its page.

    The last row of a short page may stand in the margin at its top.
    """
    return _in_margin(row, page) and (row.baseline > page.height / 2) is is_top


class _Sign(NamedTuple):
    """A row by its wording (numbers alike) and height, and whether it is as large as headings."""

    wording: str
    height: int
    is_large: bool


def _repeated(page: Page, rows: Sequence[Row], large: float) -> dict[int, _Sign]:
    """Return the signs of the rows in a page's margins; numbers in large rows are their own."""
    return {
        index: _Sign(
            (row.text if row.size > large else _DIGITS.sub("#", row.text)).casefold(),
            round(row.baseline / _NEAR),
            row.size > large,
        )
        for index, row in enumerate(rows)
        if _in_margin(row, page)
        and not _is_note(row)
        and not _is_structure(row.text)
        and not _heads_table(rows, index)
    }


def _heads_table(rows: Sequence[Row], index: int) -> bool:
    """Whether a row of several cells has values close below, in its size: tables begin so."""
    if len(rows[index].cells) < 2:
        return False
    for above, row in pairwise(rows[index : index + 1 + _HEADER_LINES]):
        is_far = above.baseline - row.baseline > _HEADER_STEP * row.size
        if is_far or abs(above.size - row.size) > _ALIKE:
            return False
        if len(row.cells) > 1 and VALUE.match(row.cells[-1].text):
            return True
    return False


def _is_structure(text: str) -> bool:
    """Whether a row is a grade, heads a box, or belongs to a figure: these come in any place."""
    is_of_figure = ROW_CAPTION.match(text) or _SOURCE.match(text)
    return bool(is_of_figure) or heads_box(text) or grade(text) is not None


def _is_note(row: Row) -> bool:
    """Whether a row begins with a raised number: a note may say the same as another."""
    return any(mark.kind == "footnote" and not mark.end for mark in row.cells[0].marks)


def _often(found: Sequence[dict[int, _Sign]], pages: int) -> set[_Sign]:
    """Return the signs that come again and again, each with every height it may stand at.

    A row as large as headings are does so on pages that follow each other, or on each other page:
    sections of one title that begin at the top of a page do not.
    """
    least = 2 if pages < _FEW_PAGES else _OFTEN
    places: dict[tuple[str, bool], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, signs in enumerate(found):
        for sign in signs.values():
            places[sign.wording, sign.is_large][sign.height].append(number)
    often = set()
    for (wording, is_large), heights in places.items():
        if not any(map(str.isalpha, wording)):
            continue
        for height in heights:
            near = sorted(n for step in (-1, 0, 1) for n in heights.get(height + step, ()))
            follows = sum(later - page <= _SIDES for page, later in pairwise(near))
            if len(near) >= least and (not is_large or 2 * follows >= len(near)):
                often.add(_Sign(wording, height, is_large))
    return often


def _ahead(pages: Sequence[Page], sheets: Sequence[Sequence[Row]]) -> frozenset[int]:
    """Return by how much the printed numbers are ahead of the pages', where several agree.

    A report whose parts are numbered anew has more than one such distance.
    """
    times: Counter[int] = Counter()
    for page, rows in zip(pages, sheets, strict=True):
        times.update(
            {
                int(found[1]) - page.number
                for row in (*rows[:_ENDS], *rows[-_ENDS:])
                if _in_margin(row, page) and (found := _NUMBER.match(row.text)) and found[1]
            }
        )
    least = 2 if len(pages) < _FEW_PAGES else _OFTEN
    return frozenset(distance for distance, count in times.items() if count >= least)


def _outermost(
    page: Page, rows: Sequence[Row], repeated: set[int], ahead: frozenset[int]
) -> set[int]:
    """Return the rows at the page's ends that are repeated lines or page numbers.

    What stands inside of other text is text, even if it comes again and again, and so is the first
    row of a title, or the last one of a note, of which the others do not; a page number is in step
    with the others.
    """
    gone: set[int] = set()
    for step in (1, -1):
        order = range(len(rows))[::step]
        end = order[0] if rows else 0
        numbers: set[int] = set()
        for index in order:
            row = rows[index]
            if not _at_end(row, page, is_top=step > 0):
                break
            found = _NUMBER.match(row.text)
            if found and (found[1] is None or int(found[1]) - page.number in ahead):
                numbers.add(index)
            elif index not in repeated:
                break
            end = index + step
        while end - step in repeated - numbers and _go_together(rows, end - step, end):
            end -= step
        gone.update(range(end) if step > 0 else range(end + 1, len(rows)))
    return gone


def _go_together(rows: Sequence[Row], outer: int, inner: int) -> bool:
    """Whether two rows, the ``inner`` one nearer to the page's middle, are lines of one text."""
    if not 0 <= inner < len(rows):
        return False
    one, other = rows[outer], rows[inner]
    return (
        abs(one.size - other.size) <= _ALIKE
        and one.bold == other.bold
        and abs(one.left - other.left) <= one.size
        and abs(one.baseline - other.baseline) <= _CLOSE * one.size
    )


def _changing(
    pages: Sequence[Page], sheets: Sequence[Sequence[Row]], apart: list[set[int]], *, is_top: bool
) -> None:
    """Set running lines apart whose words change from chapter to chapter.

    They stand at one height on most pages, at a distance from the text, in a size of their own.
    """
    ends: dict[int, tuple[int, int, bool]] = {}
    body = usual_size(chain.from_iterable(sheets))
    for number, (page, rows) in enumerate(zip(pages, sheets, strict=True)):
        left = [index for index in range(len(rows)) if index not in apart[number]]
        if len(left) < 2:
            continue
        first, second = (left[0], left[1]) if is_top else (left[-1], left[-2])
        row = rows[first]
        if _at_end(row, page, is_top=is_top) and row.size < body * _SMALLER and not _is_note(row):
            is_apart = _is_apart(row, rows[second])
            ends[number] = (first, round(row.baseline / _NEAR), is_apart)
    times = Counter(height for _, height, _ in ends.values())
    if not times:
        return
    height, _ = times.most_common(1)[0]
    here = {n: (i, far) for n, (i, h, far) in ends.items() if abs(h - height) <= 1}
    if len(here) < max(4, _SHARE * len(pages)) or sum(f for _, f in here.values()) < 0.8 * len(
        here
    ):
        return
    for number, (index, far) in here.items():
        if far:
            apart[number].add(index)


def _is_apart(row: Row, text: Row) -> bool:
    """Whether a running line stands farther from the text than rows of text from each other."""
    step = abs(row.baseline - text.baseline)
    return step > _APART * _LEADING_MOST * max(row.size, text.size)


def _in_place(
    pages: Sequence[Page], sheets: Sequence[Sequence[Row]], apart: list[set[int]]
) -> None:
    """Set rows apart that stand where other pages have a running line at their top, in its size.

    So the title of a chapter is found that has one page with a running line, and the line of a page
    of another size.
    """
    small = _SMALLER * usual_size(chain.from_iterable(sheets))
    times: Counter[tuple[int, float]] = Counter()
    for page, rows, gone in zip(pages, sheets, apart, strict=True):
        times.update(
            {
                (_from_top(rows[index], page), rows[index].size)
                for index in gone
                if _at_end(rows[index], page, is_top=True)
                and rows[index].size < small
                and not _NUMBER.match(rows[index].text)
            }
        )
    least = 2 if len(pages) < _FEW_PAGES else _OFTEN
    places = [place for place, count in times.items() if count >= least]
    for page, rows, gone in zip(pages, sheets, apart, strict=True):
        left = [index for index in range(len(rows)) if index not in gone]
        block = _first_block(rows, left)
        if len(block) == len(left) or not _is_apart(rows[block[-1]], rows[left[len(block)]]):
            continue
        first, last = (_from_top(rows[index], page) for index in (block[0], block[-1]))
        if any(
            first - 1 <= height <= last + 1 and size == rows[block[0]].size
            for height, size in places
        ) and not _is_note(rows[block[0]]):
            gone.update(block)


def _first_block(rows: Sequence[Row], left: Sequence[int]) -> list[int]:
    """Return the first of the rows ``left``, with those below that are lines of one text with it.

    They may be centred, or end at one place.
    """
    block = list(left[:1])
    for index in left[1:]:
        one, other = rows[block[-1]], rows[index]
        step = one.baseline - other.baseline
        if abs(one.size - other.size) > _ALIKE or step > _CLOSE * one.size:
            break
        block.append(index)
    return block


def _from_top(row: Row, page: Page) -> int:
    return round((page.height - row.baseline) / _NEAR)


def leading(sheets: Sequence[Sequence[Row]], size: float) -> float:
    """Return the usual step from one row of running text to the next, in parts of the size.

    It is told from rows of text that fill their line: a short one is a paragraph's last, with more
    space below it, as rows of tables have. Of steps that come nearly as often, the least is the one
    within paragraphs.
    """
    steps: Counter[float] = Counter()
    rights = [row.right for rows in sheets for row in rows if row.size == size]
    right = max(rights, default=0.0)
    for rows in sheets:
        for above, row in pairwise(rows):
            step = above.baseline - row.baseline
            is_full = above.right >= _FILLED * right
            is_text = len(above.cells) == len(row.cells) == 1
            if is_text and above.size == row.size == size and is_full and 0 < step < 2.2 * size:
                steps[round(step / size, 2)] += 1
    if not steps:
        return _LEADING
    most = steps.most_common(1)[0][1]
    least = min(step for step, times in steps.items() if times >= most / 2)
    return least if most >= _OFTEN else min(least, _LEADING)
