# SPDX-License-Identifier: MIT
"""Items and paragraphs of plain text whose signs stand elsewhere, or are lost.

Programs that print a page as text set a list's bullets in a column of their own, or leave them
out, and they leave out the space between a title and its text. Where something new begins is
told here only where it can be nothing else; all else runs on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from peelviewer.reading.actions import heads_box
from peelviewer.reading.lines import ITEM, begins_anew, begins_lower
from peelviewer.reading.text.rows import LONE_BULLET

SIGN = "•"
"""Stands for the sign that an item lost."""
_ITEM = re.compile(rf"\s*{ITEM}\s")
_GOES_ON = re.compile(r";(?:\s+(?:and|or))?\s*$")  # how an item ends that others follow
_ENDS = re.compile(r"[.!?]\s*$")
_MOST_BLANK = 4  # lines between a column of bullets and its items
_MOST_LINES = 60  # of one list
_FEWEST = 2
_DUTY = re.compile(
    r"\s*(?:The\s+(?:force|constabulary|service)|(?:[A-Z][\w&’'-]*\s+){1,4}(?:Police|Constabulary))"
    r"\s+(?:should|must|needs?\s+to)\b"
)


def stacked(raws: Sequence[str]) -> frozenset[int]:
    """Return the lines of bullets that stand together, apart from their items."""
    return frozenset(at for run in _columns(raws) for at in run)


def markers(raws: Sequence[str]) -> Mapping[int, str]:
    """Return the signs of items, by the line that each item begins on.

    Items below a column of bullets are as many as these, or they have none. Items without any
    signs stand below a line that ends with a colon, each but the last one ends with a semicolon.
    """
    found: dict[int, str] = {}
    for column in _columns(raws):
        starts = _below_column(raws, column)
        signs = (raws[at].strip() for at in column)
        found |= dict(zip(starts, signs, strict=True)) if len(starts) == len(column) else {}
    for at, raw in enumerate(raws):
        if raw.rstrip().endswith(":"):
            starts = _below_lead(raws, at + 1)
            found |= {start: SIGN for start in starts if start not in found}
    return found


def begun(raws: Sequence[str]) -> frozenset[int]:
    """Return the lines that begin a paragraph though the line above leaves no space.

    Those are a sentence below a title, which has no full stop, and what else a force should do,
    in a box.
    """
    found: set[int] = set()
    in_box = False
    for at in range(1, len(raws)):
        above, raw = raws[at - 1], raws[at]
        in_box = heads_box(above.strip()) or (in_box and bool(raw.strip()))
        is_next = in_box and _ENDS.search(above) and _DUTY.match(raw)
        if is_next or begins_anew(above, raw):
            found.add(at)
    return frozenset(found)


def _columns(raws: Sequence[str]) -> Iterator[range]:
    """Yield the runs of lines that are bullets and nothing else."""
    start = 0
    for at in range(len(raws) + 1):
        if at < len(raws) and LONE_BULLET.match(raws[at]):
            continue
        if at - start >= _FEWEST:
            yield range(start, at)
        start = at + 1


def _below_column(raws: Sequence[str], column: range) -> list[int]:
    """Return where items begin in the next lines that no blank one cuts."""
    start = column.stop
    while start < min(len(raws), column.stop + _MOST_BLANK) and not raws[start].strip():
        start += 1
    end = start + sum(1 for _ in takewhile(str.strip, raws[start : start + _MOST_LINES]))
    if end - start == len(column):
        return [*range(start, end)]
    ended = (
        at for at in range(start, end - 1) if _GOES_ON.search(raws[at]) or _ENDS.search(raws[at])
    )
    return [start, *(at + 1 for at in ended)] if end > start else []


def _below_lead(raws: Sequence[str], start: int) -> list[int]:
    """Return where the items of a list without signs begin, of which the last is a sentence's end.

    There are none where a line has a sign, or an item begins with a capital letter.
    """
    starts: list[int] = []
    is_open = False
    for at in range(start, min(len(raws), start + _MOST_LINES)):
        raw = raws[at]
        if not raw.strip():
            if is_open:
                return []
            continue
        if _ITEM.match(raw) or not (is_open or begins_lower(raw)):
            return []
        starts += [] if is_open else [at]
        if _ENDS.search(raw):
            return starts if len(starts) >= _FEWEST else []
        is_open = not _GOES_ON.search(raw)
    return []
