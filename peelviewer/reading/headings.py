# SPDX-License-Identifier: MIT
"""Headings: those that the contents page names, and the further ones between them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading import levels as levels_of
from peelviewer.reading.actions import Box, heads_box, is_practice
from peelviewer.reading.captions import APPARATUS, CAPTION
from peelviewer.reading.chapters import (
    ANNEX,
    REPORT,
    chapter_levels,
    is_chapter,
    is_closing,
    is_section_of,
)
from peelviewer.reading.cover import INSPECTION
from peelviewer.reading.entries import DEEPEST, LONGEST, MOST_LINES, NUMBERED, placed
from peelviewer.reading.grades import are_grades, grade, heads_grade
from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.lines import Line, joined, key, shifted, without_page
from peelviewer.reading.outline import Contents, Entry
from peelviewer.reading.sections import kind_of_title
from peelviewer.reading.signatures import is_signature

_ON_FIGURES = re.compile(r"\b(?:figures|charts|tables)\b", re.IGNORECASE)
_FEWEST = 2  # entries that must be found for a contents page to be of use


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A heading that stands on the lines from ``first`` to before ``end``.

    ``level`` is 1 for a chapter. ``page`` is the one that the contents page names; ``residue`` is
    a page number that was run onto the title, or a number that only the text sets before it.
    """

    first: int
    end: int
    title: str
    level: int
    page: int | None = None
    marks: tuple[Mark, ...] = ()
    listed: bool = False
    residue: str = ""


def headings(lines: Sequence[Line], listed: Contents | None, start: int = 0) -> tuple[Heading, ...]:
    """Return all headings from the line ``start`` on, in document order, each with its level.

    Entries are matched in order, so that "Summary of findings" gets the parent and the page of
    its own entry. A heading that no entry names stands below the last one that an entry does.
    """
    found = [
        _heading(lines, one.first, one.end, level=one.level, entry=one.entry)
        for one in (placed(lines, listed, start) if listed else ())
    ]
    if len(found) < _FEWEST:
        found, listed = _without_contents(lines, start), None
    return tuple(_with_further(lines, found, listed))


def chapters_of_practice(lines: Sequence[Line], start: int = 0) -> frozenset[int]:
    """Return where "Promising practice" heads a chapter, which elsewhere heads a box.

    It is as high there as the chapters that all reports have, and what comes next is lower.
    """
    marked = [index for index in range(start, len(lines)) if lines[index].heading]
    known = (lines[index].heading for index in marked if is_chapter(lines[index].text))
    top = min(known, default=0)
    return frozenset(
        index
        for index, below in pairwise(marked)
        if is_practice(lines[index].text) and lines[index].heading == top < lines[below].heading
    )


def _without_contents(lines: Sequence[Line], start: int) -> list[Heading]:
    """Without a contents page: chapters and sections by depth, by the questions, or by titles."""
    box = Box()
    practice = chapters_of_practice(lines, start)
    marked = [
        index
        for index in range(start, len(lines))
        if not box.holds(lines[index])
        and (_is_title(lines[index]) or index in practice)
        and not CAPTION.match(lines[index].text)
        and not is_signature(lines, index)
    ]
    if marked and _is_reports(lines[marked[0]]):
        marked = marked[1:]
    titles = [_heading(lines, i, _title_end(lines, i, len(lines)), level=1) for i in marked]
    named = _named(lines, start, titles)
    last = {key(title.title): title.first for title in titles}
    titles = [t for t in titles if last[key(t.title)] == t.first or not _is_listed(lines, t)]
    wordings = [title.title for title in titles]
    levels = levels_of.of_depths([lines[t.first].heading for t in titles], wordings)
    levels = levels or levels_of.of_questions(wordings, named)
    levels = levels or levels_of.of_grades(wordings, [_is_graded(lines, t) for t in titles])
    if levels is None:
        depth = min((lines[t.first].heading for t in titles if lines[t.first].heading), default=0)
        titles = [title for title in titles if _is_top(lines[title.first], depth)]
        levels = chapter_levels([title.title for title in titles])
    return [
        msgspec.structs.replace(title, level=min(level, DEEPEST))
        for title, level in zip(titles, levels, strict=True)
    ]


def _is_reports(line: Line) -> bool:
    """Whether the first title is the report's own."""
    return bool(REPORT.match(line.text)) or (line.heading == 1 and not is_chapter(line.text))


def _named(lines: Sequence[Line], start: int, titles: Sequence[Heading]) -> frozenset[str]:
    """Return the wordings of questions that stand elsewhere than as these titles, too."""
    places = {index for title in titles for index in range(title.first, title.end)}
    named = {
        key(lines[index].text)
        for index in range(start, len(lines))
        if index not in places and lines[index].text.endswith("?")
    }
    last = {key(title.title): title.first for title in titles}
    return frozenset(named | {key(t.title) for t in titles if last[key(t.title)] != t.first})


def _is_listed(lines: Sequence[Line], title: Heading) -> bool:
    """Whether what looks like a title is only a question in an overview's list of grades."""
    below = lines[title.end].text if title.end < len(lines) else ""
    return title.title.endswith("?") and grade(below) is not None


def _is_graded(lines: Sequence[Line], title: Heading) -> bool:
    """Whether a grade stands right below a title that is an area's or a question's own."""
    below = lines[title.end].text if title.end < len(lines) else ""
    is_own = not (heads_grade(title.title) or is_closing(title.title))
    return grade(below) is not None and is_own


def _is_top(line: Line, depth: int) -> bool:
    """Whether a heading can be a chapter's or a section's; where all are bold, by its title."""
    if depth and line.heading == depth:
        return True
    return is_chapter(line.text) or (
        not depth and (line.text.endswith("?") or is_closing(line.text))
    )


def _heading(
    lines: Sequence[Line], first: int, end: int, *, level: int, entry: Entry | None = None
) -> Heading:
    text = ""
    marks: list[Mark] = []
    for line in lines[first:end]:
        whole = joined(text, line.text)
        marks.extend(shifted(line.marks, len(whole) - len(line.text)))
        text = whole
    residue = ""
    shorter = without_page(text)
    if entry and key(text) != key(entry.title) and key(shorter) == key(entry.title):
        residue, text = text[len(shorter) :].strip(), shorter
    number = NUMBERED.match(text) if entry and not entry.numbered else None
    if entry and number and key(text[number.end() :]) == key(entry.title):
        residue, text = f"{number[0]}{residue}".strip(), text[number.end() :]
        marks = list(shifted(tuple(marks), -number.end()))
    return Heading(
        first=first,
        end=end,
        title=text,
        level=level,
        page=entry.page if entry else None,
        marks=tuple(mark for mark in marks if mark.kind == "footnote"),
        listed=True,
        residue=residue,
    )


def _is_title(line: Line) -> bool:
    """Whether a bold or marked-up line is a heading and not a grade, a value or a caption."""
    text = line.text
    return (
        bool(line.heading or line.strong)
        and not (line.marker or line.cells or line.quoted)
        and line.gap
        and line.note is None
        and len(text) <= LONGEST
        and any(character.isalpha() for character in text)
        and VALUE.match(text) is None
        and INSPECTION.match(text) is None
        and grade(text) is None
        and not are_grades(text)
        and (bool(line.heading) or not (is_national(text) or is_force(text)))
        and not heads_box(text)
        and not APPARATUS.match(text)
        and (bool(line.heading) or not text.endswith((".", ",", ";", ":")))
    )


def _with_further(
    lines: Sequence[Line], found: Sequence[Heading], listed: Contents | None
) -> Iterator[Heading]:
    """Yield the headings found and, between them, those that no entry names."""
    further = _Further(lines, found, listed)
    ends = [*(heading.first for heading in found[1:]), len(lines)]
    for heading, end in zip(found, ends, strict=False):
        yield heading
        yield from further.below(heading, end)


class _Nested:
    """The levels of headings below ``parent``, by the sizes that they are printed in."""

    def __init__(self, parent: int) -> None:
        self._parent = parent
        self._open: list[tuple[int, int]] = []  # depths and levels, each within the one before

    def level(self, line: Line, *, holds: bool) -> int:
        """Return the level of the next heading, which may hold others; one only bold does not."""
        while line.heading and self._open and self._open[-1][0] >= line.heading:
            self._open.pop()
        above = self._open[-1][1] if self._open else self._parent
        level = min(above + 1, max(DEEPEST, self._parent + 1))
        if holds and line.heading and line.size is not None:
            self._open.append((line.heading, level))
        return level


class _Further:
    """Finds the headings that no entry names, between those that are ``found``, in order.

    A title that an entry names again, as in the overview's list of grades, is no heading, unless
    several entries do ("Main findings"); in the chapter in numbers it is that of a group. A caption
    is one in the annex only, if an earlier figure has its number: there it is a section below the
    annex's last heading, or beside it where both look the same and that one is not on "Figures
    throughout the report". A known chapter that is marked up as high as the others is one that the
    contents page forgot, and so is any title that is marked up as all its chapters are and none of
    its sections is. In print, smaller headings stand within larger ones; the levels that
    a text marks up are not to be believed.
    """

    def __init__(
        self, lines: Sequence[Line], found: Sequence[Heading], listed: Contents | None
    ) -> None:
        self._lines = lines
        times = Counter(key(entry.title) for entry in listed.entries) if listed else Counter[str]()
        asked = {key(heading.title) for heading in found if heading.title.endswith("?")}
        self._names = {name for name, count in times.items() if count == 1} | asked
        self._captions: set[str] = set()
        self._depth = min((lines[h.first].heading for h in found if h.level == 1), default=0)
        self._chapter = ""
        chapters = {lines[h.first].heading for h in found if h.level == 1}
        below = {lines[h.first].heading for h in found if h.level > 1}  # 0 where it is only bold
        is_lower = bool(below) and all(depth == 0 or depth > self._depth for depth in below)
        self._is_told = listed is not None and is_lower and chapters == {self._depth} != {0}

    def below(self, above: Heading, end: int) -> Iterator[Heading]:
        """Yield the headings from ``above`` up to the line ``end``."""
        self._chapter = above.title if above.level == 1 else self._chapter
        in_annex = bool(ANNEX.match(self._chapter))
        in_numbers = kind_of_title(self._chapter, 1) == "numbers"
        parent = below = above.level
        nested = _Nested(parent)
        beside: Line | None = None  # the last heading, if captions that look like it are beside it
        box = Box()
        following = above.end
        for index in range(above.end, end):
            if index < following:
                continue
            line = self._lines[index]
            caption = CAPTION.match(line.text)
            if caption and not line.marker and not in_annex:
                self._captions.add(caption[1])
            if (
                box.holds(line)
                or not _is_title(line)
                or (caption and not (in_annex and caption[1] in self._captions))
                or is_signature(self._lines, index)
            ):
                continue
            following = _title_end(self._lines, index, end)
            further = _heading(self._lines, index, following, level=1)
            if not (in_annex or in_numbers) and key(further.title) in self._names:
                continue
            if not in_annex and self._is_forgotten(line):
                parent, level = 1, 1
                nested = _Nested(parent)
                in_annex = bool(ANNEX.match(line.text))
            else:
                level = nested.level(line, holds=not caption)
                if caption:
                    is_beside = beside is not None and beside.look == line.look
                    level = max(below, parent) + (not is_beside)
            if not caption:
                below, beside = level, None if _ON_FIGURES.search(line.text) else line
            yield msgspec.structs.replace(further, level=level, listed=False)

    def _is_forgotten(self, line: Line) -> bool:
        """Whether a title is that of a chapter that the contents page forgot."""
        if is_section_of(line.text, self._chapter) or not 0 < line.heading <= self._depth:
            return False
        in_numbers = kind_of_title(self._chapter, 1) == "numbers"
        return is_chapter(line.text) or (self._is_told and not in_numbers)


def _title_end(lines: Sequence[Line], index: int, end: int) -> int:
    """Return where a title ends that is set on several lines without space between them."""
    first = lines[index]
    following = index + 1
    while (
        first.heading
        and following < min(end, index + MOST_LINES)
        and lines[following].heading == first.heading
        and not lines[following].gap
    ):
        following += 1
    return following
