# SPDX-License-Identifier: MIT
"""Grades as printed: lines that are one, and titles parted from them."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import cast, get_args

import msgspec

from peelviewer.model.report import Grade
from peelviewer.reading.lines import Line, cut, key

_GRADES = {g.replace(" ", ""): g for g in cast("tuple[Grade, ...]", get_args(Grade))}
_GRADES |= {"notgraded": "ungraded", "requiresimprovements": "requires improvement"}
SCALE: tuple[Grade, ...] = get_args(Grade)  # the best first
_LETTERS = re.compile(r"[^a-z]+")
_LABEL = re.compile(r"^\W*(?:overall\s+)?(?:judge?ment|grade|rating)\s*[:–-]\s*", re.IGNORECASE)
_LONGEST = 60
_LONGEST_TITLE = 240
_GRADED = re.compile(
    r"(?P<title>.*\S?)\s*[:–—-]?\s+(?P<grade>"
    + "|".join(sorted((g.replace(" ", r"\s+") for g in get_args(Grade)), key=len, reverse=True))
    + r")$",
    re.IGNORECASE,
)
_SIGNS = " :–—-"  # between a title and its grade
_ENDINGS = tuple(sorted({grade_.split()[-1] for grade_ in _GRADES.values()}))


def grade(text: str) -> Grade | None:
    """Return the grade that a line consists of, in any era's words; ``None`` for other lines."""
    if not text or len(text) > _LONGEST:
        return None
    return _GRADES.get(_LETTERS.sub("", _LABEL.sub("", text).casefold()))


def title_and_grade(text: str) -> tuple[str, Grade] | None:
    """Return a title and the grade that stands behind it, if ``text`` ends in one."""
    found = _GRADED.match(text) if len(text) <= _LONGEST_TITLE else None
    given = grade(found["grade"]) if found else None
    return (found["title"].rstrip(_SIGNS), given) if found and given else None


def apart(lines: Iterable[Line], titles: Collection[str]) -> Iterator[Line]:
    """Yield ``lines``, a question's title and its grade on one line as two.

    A question ends with its mark, or is one of ``titles`` (keys of the contents page's).
    """
    for line in lines:
        found = _graded(line, titles)
        if found is None:
            yield line
            continue
        yield cut(line, 0, len(found["title"].rstrip(_SIGNS)))
        below = cut(line, found.start("grade"), len(line.text))
        yield msgspec.structs.replace(below, heading=0, gap=True, breaks="")


def _graded(line: Line, titles: Collection[str]) -> re.Match[str] | None:
    if line.cells or line.marker or line.rule or len(line.text) > _LONGEST_TITLE:
        return None
    if not line.text.casefold().endswith(_ENDINGS):
        return None
    found = _GRADED.match(line.text)
    if found is None:
        return None
    title = found["title"].rstrip(_SIGNS)
    return found if title.endswith("?") or key(title) in titles else None
