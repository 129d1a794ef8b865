# SPDX-License-Identifier: MIT
"""Bullets that are drawn: browsers and Qt paint a small shape where others print a sign.

A shape is a bullet if it stands close before a row's first word, about as high as a small letter,
and if all shapes of its size in the report stand so. The keys of a chart's legend, which can stand
so too, have several colours.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import msgspec

from peelviewer.reading.pdf.drawings import Dot
from peelviewer.reading.pdf.words import Page, Style, Word

_SIDES = (0.12, 0.6)  # of the word's size: how wide and high a bullet is
_GAP = (0.1, 3.0)  # of the size: the white between bullet and word
_HEIGHT = (0.05, 0.7)  # of the size: how far above the baseline its middle is
_CLEAR = 16.0  # points left of a bullet without a word on its row
_LARGEST = 40.0  # points: the largest type that has bullets
_FEWEST = 2  # bullets of one kind in a report
_DRAWING = 200  # small shapes on a page: more are a drawing's
_MOST = 0.6  # of the shapes of one size that are bullets
_SIGN = "•"

_Size: TypeAlias = tuple[int, int]
"""A shape's width and height in half points."""


class _Bullet(NamedTuple):
    """A shape that can be a bullet, and the word that it stands before."""

    dot: Dot
    word: Word


def with_bullets(pages: Sequence[Page]) -> list[Page]:
    """Return the pages with a sign as a word for each bullet drawn, which is no shape any more."""
    found = [_candidates(page) for page in pages]
    kinds = _kinds(pages, found)
    return [
        _with(page, [bullet for bullet in own if _kind(bullet) in kinds])
        for page, own in zip(pages, found, strict=True)
    ]


def _with(page: Page, bullets: Sequence[_Bullet]) -> Page:
    if not bullets:
        return page
    boxes = {bullet.dot.box for bullet in bullets}
    signs = [
        Word(
            _SIGN,
            dot.box[0],
            dot.box[2],
            word.baseline,
            Style(word.style.size, bold=False, italic=False),
            spaced=True,
        )
        for dot, word in bullets
    ]
    return msgspec.structs.replace(
        page,
        words=(*page.words, *signs),
        shapes=tuple(shape for shape in page.shapes if shape.box not in boxes),
    )


def _kinds(
    pages: Sequence[Page], found: Sequence[Sequence[_Bullet]]
) -> frozenset[tuple[_Size, int]]:
    """Return the kinds (size, and distance to the word) that are a report's bullets."""
    there = Counter(_size(dot) for page in pages for dot in page.dots)
    here = Counter(_size(bullet.dot) for own in found for bullet in own)
    times = Counter(_kind(bullet) for own in found for bullet in own)
    return frozenset(
        (size, gap)
        for size, gap in times
        if sum(times[size, near] for near in range(gap - 1, gap + 2)) >= _FEWEST
        and here[size] >= _MOST * there[size]
    )


def _size(dot: Dot) -> _Size:
    left, bottom, right, top = dot.box
    return round(2 * (right - left)), round(2 * (top - bottom))


def _kind(bullet: _Bullet) -> tuple[_Size, int]:
    return _size(bullet.dot), round((bullet.word.left - bullet.dot.box[2]) / 2)


def _candidates(page: Page) -> list[_Bullet]:
    """Return the shapes of a page that stand before a row's first word, in one colour each."""
    if not 0 < len(page.dots) <= _DRAWING:
        return []
    words = sorted(page.words, key=lambda word: word.baseline)
    heights = [word.baseline for word in words]
    columns: dict[tuple[int, _Size], list[_Bullet]] = defaultdict(list)
    for dot in dict.fromkeys(page.dots):
        middle = (dot.box[1] + dot.box[3]) / 2
        near = words[bisect_left(heights, middle - _LARGEST) : bisect_right(heights, middle)]
        word = _word_of(dot, list(_on_row(near, middle)))
        if word is not None:
            columns[round(dot.box[0]), _size(dot)].append(_Bullet(dot, word))
    return [
        bullet
        for bullets in columns.values()
        if len({bullet.dot.colour for bullet in bullets}) == 1
        for bullet in bullets
    ]


def _on_row(words: Sequence[Word], middle: float) -> Iterator[Word]:
    """Yield the words beside which the middle of a bullet is at the height of a small letter."""
    for word in words:
        size = word.style.size
        if _HEIGHT[0] * size <= middle - word.baseline <= _HEIGHT[1] * size:
            yield word


def _word_of(dot: Dot, row: Sequence[Word]) -> Word | None:
    """Return the word of a row before which a shape stands as bullets do."""
    left, bottom, right, top = dot.box
    word = min(
        (word for word in row if word.left >= right), key=lambda word: word.left, default=None
    )
    if word is None or any(w.left < right and w.right > left - _CLEAR for w in row):
        return None
    size = word.style.size
    sides = (right - left, top - bottom)
    is_small = all(_SIDES[0] * size <= side <= _SIDES[1] * size for side in sides)
    is_near = _GAP[0] * size <= word.left - right <= _GAP[1] * size
    return word if is_small and is_near else None
