# SPDX-License-Identifier: MIT
"""Where a paragraph ends in text that is set in lines of one width and has no blank lines.

So programs print a PDF's pages as text. A line that had room for the next line's first word is a
paragraph's last one, or a title.
"""

from collections.abc import Collection, Sequence

from peelviewer.reading.lines import begins_lower, ends_sentence

_LEADER = "....."  # of a contents page, whose lines are wider than those of a text
_SHORTEST = 40  # letters of a line that can be one of running text
_FEWEST = 15  # such lines, from which on a text shows how wide it is set
_WIDE = 0.9  # of these lines are not wider than the text is set
_FULL = 0.8  # of the width, from which on a line is full: letters are not equally wide in print
_MOST = 0.5  # of the lines, at least, are full where lines are broken at one width


def last_lines(raws: Sequence[str], rows: Collection[int]) -> frozenset[int]:
    """Return the indexes of lines that end a paragraph; no line of a table does (``rows``).

    A line that ends no sentence is one only above a line that is full, as a title is above text.
    """
    ends = [len(raw.rstrip()) for raw in raws]
    prose = (at for at, raw in enumerate(raws) if at not in rows and _LEADER not in raw)
    long = sorted(ends[at] for at in prose if ends[at] >= _SHORTEST)
    if len(long) < _FEWEST:
        return frozenset()
    full = long[int(_WIDE * (len(long) - 1))] * _FULL
    if sum(end >= full for end in long) < _MOST * len(long):
        return frozenset()
    found: set[int] = set()
    for at in range(len(raws) - 1):
        below = raws[at + 1].split(maxsplit=1)
        if not (ends[at] and below) or at in rows or at + 1 in rows:
            continue
        has_room = ends[at] + 1 + len(below[0]) < full
        is_end = ends_sentence(raws[at].rstrip()) or ends[at + 1] >= full
        if has_room and is_end and not begins_lower(raws[at + 1]):
            found.add(at)
    return frozenset(found)
