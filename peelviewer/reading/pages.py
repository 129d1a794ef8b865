# SPDX-License-Identifier: MIT
"""The page of every line: counted from the contents page's numbers, never guessed.

Between two headings whose pages are known the page turns so many times. Signs of a turn are a
running line above, or footnotes below. Where there are fewer signs than turns, the missing turn
is at the second heading (a chapter's first page carries no running line), unless the text between
two signs is too much for one page: then it is somewhere within that text, and only what must
stand before or after it, wherever it is, has a page.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

import msgspec

from peelviewer.reading.lines import Line

_RELIABLE = 0.8  # of the stretches whose length is known, for the last one to be counted alike
_SPACE = 60  # letters that the space around a line is worth
_FULL = 2000  # letters that the fullest page must have for its fill to mean something
_SHORT = 1200  # letters that any page holds
_SAMPLES = 6
_ROOM = 1.08  # of the fullest page known, for the fullest one possible
_PROSE = 80  # letters a line has on average where a page's fill can be told from its letters
_TAIL = 0.8  # of a page, from which on a text may have run over unnoticed


class _Stretch(msgspec.Struct, frozen=True):
    """The lines between two known headings: where, from which page to which, signs within."""

    start: int
    end: int
    page: int
    last: int
    signs: tuple[int, ...]

    @property
    def missing(self) -> int:
        """How many turns have no sign."""
        return self.last - self.page - len(self.signs)

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """The runs of lines between the signs."""
        return tuple(pairwise((self.start, *self.signs, self.end)))


def pages(
    lines: Sequence[Line], foot: frozenset[int], anchors: Mapping[int, int]
) -> tuple[int | None, ...]:
    """Return the page of each line.

    ``anchors`` gives the page of the headings that the contents page names, by the line's index;
    ``foot`` the lines before which a page's footnotes end.
    """
    if any(line.page is not None for line in lines):
        return tuple(line.page for line in lines)
    known: list[int | None] = [None] * len(lines)
    points = _rising(anchors)
    if not points:
        return tuple(known)
    head = {index for index, line in enumerate(lines) if line.breaks == "head"}
    stretches = [_stretch(a, b, head, foot) for a, b in pairwise(points)]
    letters = [0, *accumulate(len(line.text) + (_SPACE if line.gap else 1) for line in lines)]
    room = _room(stretches, letters)
    after = {first.start: second for first, second in pairwise(stretches)}
    for stretch in stretches:
        _number(known, lines, stretch, after.get(stretch.start), letters, room)
    start, page = points[-1]
    known[start] = page
    told = sum(known[stretch.end - 1] is not None for stretch in stretches)
    signs = sorted(i for i in head | foot if i > start)
    short = letters[-1] - letters[start] <= (room or _SHORT)
    # Footnotes show a page's end only where a page has some: they do not count the last pages.
    counted = any(index > start for index in head) if signs else bool(head) or short
    if told >= _RELIABLE * len(stretches) and counted:
        _fill(known, start, len(lines), page, frozenset(signs))
    return tuple(known)


def _rising(anchors: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return the anchors in order without those that go back."""
    points: list[tuple[int, int]] = []
    for index, page in sorted(anchors.items()):
        if not points or page >= points[-1][1]:
            points.append((index, page))
    return points


def _stretch(
    first: tuple[int, int], second: tuple[int, int], head: set[int], foot: frozenset[int]
) -> _Stretch:
    """Return the lines between two headings; footnotes that are no page's end are no signs."""
    (start, page), (end, last) = first, second
    headed = {index for index in head if start < index <= end}
    footed = {index for index in foot if start < index <= end}
    signs = headed | footed if len(headed | footed) <= last - page else headed
    return _Stretch(start, end, page, last, tuple(sorted(signs)))


def _room(stretches: Sequence[_Stretch], letters: Sequence[int]) -> float | None:
    """Return how many letters a page can hold, where enough full pages are known to tell."""
    filled = [
        letters[end] - letters[start]
        for stretch in stretches
        if stretch.missing == 0 and stretch.signs
        for start, end in stretch.parts
    ]
    if len(filled) < _SAMPLES or max(filled) < _FULL:
        return None
    return max(filled) * _ROOM


def _number(
    known: list[int | None],
    lines: Sequence[Line],
    stretch: _Stretch,
    following: _Stretch | None,
    letters: Sequence[int],
    room: float | None,
) -> None:
    """Give the lines of one stretch their pages, as far as these are certain."""
    known[stretch.start] = stretch.page
    turns = set(stretch.signs)
    too_full = _too_full(lines, stretch, letters, room)
    at_heading = stretch.missing - len(too_full)
    if at_heading not in (0, 1) or (at_heading and stretch.end in turns):
        for index in range(stretch.start + 1, _first_text(lines, stretch.start, stretch.end)):
            known[index] = stretch.page
        return
    page = stretch.page
    for start, end in stretch.parts:
        size = letters[end] - letters[start]
        if (start, end) in too_full and room is not None:
            behind = 0
            if end == stretch.end and not at_heading and end not in turns and following:
                behind = letters[following.parts[0][1]] - letters[end]
            _fill_apart(known, (start, end), page, letters, (size - room + behind, room))
            page += 2
        else:
            limit = size
            if end == stretch.end and at_heading and room is not None and size > _TAIL * room:
                limit = int(_TAIL * room)
            for index in range(start, end):
                if letters[index] - letters[start] < limit:
                    known[index] = page
            page += 1


def _too_full(
    lines: Sequence[Line], stretch: _Stretch, letters: Sequence[int], room: float | None
) -> frozenset[tuple[int, int]]:
    """Return the runs of prose that must stand on two pages."""
    if room is None or stretch.missing <= 0:
        return frozenset()
    return frozenset(
        (start, end)
        for start, end in stretch.parts
        if room < letters[end] - letters[start] <= 2 * room
        and letters[end] - letters[start]
        >= (_PROSE + _SPACE) * sum(line.gap for line in lines[start:end])
    )


def _fill_apart(
    known: list[int | None],
    run: tuple[int, int],
    page: int,
    letters: Sequence[int],
    bounds: tuple[float, float],
) -> None:
    """Give a run on two pages its numbers, before and after the two ``bounds`` (letters)."""
    start, end = run
    for index in range(start, end):
        begins = letters[index] - letters[start]
        if begins < max(bounds[0], 1):
            known[index] = page
        elif begins >= bounds[1]:
            known[index] = page + 1


def _fill(known: list[int | None], start: int, end: int, page: int, turns: frozenset[int]) -> None:
    """Give a number to each line from ``start`` to before ``end``, all of whose turns are known."""
    for index in range(start, end):
        page += index in turns and index > start
        known[index] = page


def _first_text(lines: Sequence[Line], start: int, end: int) -> int:
    """Return the place after the first text under a heading: that still is on its page."""
    for index in range(start + 1, end):
        if lines[index].breaks:
            return index
        if not (lines[index].heading or lines[index].strong):
            return index + 1
    return end
