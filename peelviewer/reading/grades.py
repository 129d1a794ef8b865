# SPDX-License-Identifier: MIT
"""Grades as printed: lines that are one, and titles parted from them."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import get_args

import msgspec

from peelviewer.model.report import Grade
from peelviewer.reading.lines import Line, cut, key, shifted

SCALE: tuple[Grade, ...] = get_args(Grade)
"""All grades, the best first."""
_GRADES = {given.replace(" ", ""): given for given in SCALE}
_GRADES |= {
    "notgraded": "ungraded",
    "nograde": "ungraded",
    "requiresimprovements": "requires improvement",
}
_LETTERS = re.compile(r"[^a-z]+")
_LABEL = re.compile(
    r"^\W*(?:(?:our|the)\s+)?(?:overall\s+)?(?:(?:judge?ment|grade|rating)(?:\s+is)?\s*[:–-]\s*"
    r"|(?:graded|judged|rated)(?:\s+as)?\s*[:–-]?\s+)",
    re.IGNORECASE,
)
_NO_GRADE = re.compile(r"[\d?“”\"]")  # "2015: Good" is another year's, “Good” somebody's word
_LONGEST = 60
_LONGEST_TITLE = 240
_ANY = "|".join(sorted((g.replace(" ", r"\s+") for g in SCALE), key=len, reverse=True))
_ALL = re.compile(rf"\W*(?:(?:{_ANY})\W*)+$", re.IGNORECASE)
_GRADED = re.compile(
    rf"(?P<title>.*\S?)\s*[:–—-]?\s+(?P<grade>{_ANY}|not\s+graded)$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(
    rf"(?P<title>.*\S)\s*[(\[](?P<grade>{_ANY}|not\s+graded)[)\]][.;,]?$", re.IGNORECASE
)
_GRADE_FIRST = re.compile(
    rf"(?P<grade>{_ANY}|not\s+graded)\s*(?::|\s[–—-])\s+(?P<title>\S.*)$", re.IGNORECASE
)
_PICTURE = re.compile(
    r"(?:\s+(?:grade|judge?ment|rating|icon|logo|image|graphic))+$", re.IGNORECASE
)
_HEADS = re.compile(
    r"(?:(?:the|our|hmic(?:frs)?) )?(?:overall )?(?:judge?ment|grade|rating|summary)\d?$",
    re.IGNORECASE,
)
_SIGNS = " :–—-"  # between a title and its grade
_ENDINGS = tuple(sorted({"graded", *(grade_.split()[-1] for grade_ in _GRADES.values())}))
_ENDINGS += tuple(f"{ending}{sign}" for ending in _ENDINGS for sign in ")]")


def grade(text: str) -> Grade | None:
    """Return the grade that a line consists of, in any era's words; ``None`` for other lines."""
    if not text or len(text) > _LONGEST or _NO_GRADE.search(text):
        return None
    return _GRADES.get(_LETTERS.sub("", _LABEL.sub("", text).casefold()))


def are_grades(text: str) -> bool:
    """Whether a text is grades and nothing else, as the header of a grid of them is."""
    return len(text) <= _LONGEST_TITLE and _ALL.match(text) is not None


def heads_grade(text: str) -> bool:
    """Whether a heading or line stands over a verdict and is no title of what is judged."""
    return _HEADS.match(text) is not None


def title_and_grade(text: str) -> tuple[str, Grade] | None:
    """Return a title and the grade that stands behind it, in brackets or not, or before it."""
    if len(text) > _LONGEST_TITLE:
        return None
    found = _IN_BRACKETS.match(text) or _GRADED.match(text) or _GRADE_FIRST.match(text)
    given = grade(found["grade"]) if found else None
    return (found["title"].rstrip(_SIGNS), given) if found and given else None


def shown(alternative: str) -> str:
    """Return the words in place of a picture if they are a grade, which it then shows; else ""."""
    words = _PICTURE.sub("", alternative)
    return words if grade(words) is not None else ""


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
        below = cut(line, found.end("title"), len(line.text))
        below = cut(below, len(below.text) - len(below.text.lstrip(_SIGNS)), len(below.text))
        yield msgspec.structs.replace(below, heading=0, gap=True, breaks="")


def with_whole_grades(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield ``lines``, a grade that a narrow box sets on two lines as one."""
    above: Line | None = None
    for line in lines:
        if above is not None:
            if not line.gap and line.text.casefold() == "improvement" and not line.marker:
                text = f"{above.text} {line.text}"
                marks = (*above.marks, *shifted(line.marks, len(above.text) + 1))
                above = msgspec.structs.replace(above, text=text, marks=marks)
                yield above
                above = None
                continue
            yield above
        above = None
        if line.text.casefold() == "requires" and not line.marker and not line.cells:
            above = line
        else:
            yield line
    if above is not None:
        yield above


def _graded(line: Line, titles: Collection[str]) -> re.Match[str] | None:
    if line.cells or line.marker or line.rule or len(line.text) > _LONGEST_TITLE:
        return None
    if not line.text.casefold().endswith(_ENDINGS):
        return None
    found = _IN_BRACKETS.match(line.text) or _GRADED.match(line.text)
    if found is None:
        return None
    title = found["title"].rstrip(_SIGNS)
    return found if title.endswith("?") or key(title) in titles else None
