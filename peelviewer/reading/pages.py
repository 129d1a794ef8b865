# SPDX-License-Identifier: MIT
"""The page of every line: counted from the contents page's numbers, never guessed."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from peelviewer.reading.lines import Line

_RELIABLE = 0.8  # of the stretches whose length is known, for the last one to be counted alike


def pages(
    lines: Sequence[Line], foot: frozenset[int], anchors: Mapping[int, int]
) -> tuple[int | None, ...]:
    """Return the page of each line.

    ``anchors`` gives the page of the headings that the contents page names, by the line's index;
    ``foot`` the lines before which a page's footnotes end. Between two anchors the page turns at
    each sign of a turn, if these are as many as the pages between; one turn without a sign is
    the second heading's own (a chapter's first page carries no running line). Else the pages
    between are not known.
    """
    if any(line.page is not None for line in lines):
        return tuple(line.page for line in lines)
    known: list[int | None] = [None] * len(lines)
    points = _rising(anchors)
    if not points:
        return tuple(known)
    head = {index for index, line in enumerate(lines) if line.breaks == "head"}
    told: list[bool] = []
    for (start, page), (end, last) in pairwise(points):
        turns = _turns(start, end, last - page, head, foot)
        told.append(turns is not None)
        _fill(known, start, end, page, turns)
        if turns is None:
            for index in range(start + 1, _first_text(lines, start, end)):
                known[index] = page
    start, page = points[-1]
    signs = sorted(i for i in head | foot if i > start)
    _fill(known, start, len(lines), page, signs if sum(told) >= _RELIABLE * len(told) else None)
    return tuple(known)


def _first_text(lines: Sequence[Line], start: int, end: int) -> int:
    """Return the place after the first text under a heading: that still is on its page."""
    for index in range(start + 1, end):
        if lines[index].breaks:
            return index
        if not (lines[index].heading or lines[index].strong):
            return index + 1
    return end


def _rising(anchors: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return the anchors in order without those that go back."""
    points: list[tuple[int, int]] = []
    for index, page in sorted(anchors.items()):
        if not points or page >= points[-1][1]:
            points.append((index, page))
    return points


def _turns(
    start: int, end: int, wanted: int, head: set[int], foot: frozenset[int]
) -> list[int] | None:
    """Return where the page turns after ``start``, up to and with ``end``; ``None``: unknown."""
    headed = {index for index in head if start < index <= end}
    footed = {index for index in foot if start < index <= end}
    for signs in (headed | footed, headed):
        if len(signs) == wanted:
            return sorted(signs)
        if len(signs) == wanted - 1 and end not in signs:
            return sorted(signs | {end})
    return None


def _fill(
    known: list[int | None], start: int, end: int, page: int, turns: Sequence[int] | None
) -> None:
    """Number the lines from ``start`` to before ``end``."""
    known[start] = page
    if turns is None:
        return
    at = set(turns)
    for index in range(start + 1, end):
        page += index in at
        known[index] = page
