# SPDX-License-Identifier: MIT
"""Lines that are page numbers and nothing else, and what blank pages say."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from peelviewer.reading.lines import Line

_APART = 20  # words from one page number to the next, at least
_COUNTED = 4  # numbers that must follow each other to be page numbers
_NUMBER = re.compile(r"(?:page\s+)?[-–]?\s*(\d{1,3})\s*[-–]?(?:\s+of\s+\d{1,3})?$", re.IGNORECASE)
_LONGEST = 20
BLANK_PAGE = re.compile(
    r"\W*this page (?:is|was|has been)?\s*(?:intentionally|deliberately)?\s*(?:left )?blank\W*$",
    re.IGNORECASE,
)
"""All that a page without anything on it may say."""
_DASHES = ("-", "–", "—")


def page_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that are page numbers: they count up through the report.

    The longest chain of bare numbers that go up by one (or two, where one was lost) is taken;
    numbers that stand close together are values.
    """
    chain: dict[int, tuple[int, int | None]] = {}  # index -> length so far, index before
    newest: dict[int, int] = {}  # page -> index
    spoken, last = 0, -_APART
    for index, line in enumerate(lines):
        found = _page_number(line)
        if found and spoken - last >= _APART:
            page = int(found[1])
            earlier = next((newest[p] for p in (page - 1, page - 2) if p in newest), None)
            length = 1 if earlier is None else chain[earlier][0] + 1
            if page not in newest or length >= chain[newest[page]][0]:
                newest[page], chain[index] = index, (length, earlier)
            last = spoken
        spoken += line.text.count(" ") + 1
    step: int | None = max(chain, key=lambda index: chain[index][0], default=None)
    if step is None or chain[step][0] < _COUNTED:
        return frozenset()
    chosen: list[int] = []
    while step is not None:
        chosen.append(step)
        step = chain[step][1]
    chosen.reverse()
    return frozenset((*chosen, *_on_short_pages(lines, chosen)))


def _on_short_pages(lines: Sequence[Line], chosen: Sequence[int]) -> Iterator[int]:
    """Yield the numbers that are missing among the ``chosen``, or end the text one above them.

    They stand close to others because their pages hold few words.
    """
    for first, after in pairwise((*chosen, len(lines))):
        page = _page(lines[first])
        is_last = after == len(lines)
        if not is_last and _page(lines[after]) != page + 2:
            continue
        wanted = range(after - 1, after) if is_last else range(first + 1, after)
        found = [index for index in wanted if _page(lines[index]) == page + 1]
        if len(found) == 1:
            yield found[0]


def _page(line: Line) -> int:
    """Return the number of the page that a line can be; 0 for none."""
    found = _page_number(line)
    return int(found[1]) if found else 0


def _page_number(line: Line) -> re.Match[str] | None:
    """Return the number that a line consists of; "– 4 –" looks like an item of a list."""
    if len(line.text) > _LONGEST or line.cells:
        return None
    if line.marker and not (line.marker in _DASHES and line.text.endswith(_DASHES)):
        return None
    return _NUMBER.match(line.text)
