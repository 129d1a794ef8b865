# SPDX-License-Identifier: MIT
"""Grades as printed, and the judgments that they are."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import cast, get_args

import msgspec

from peelviewer.model.report import Block, Grade, Judgment, Scope, Section
from peelviewer.reading.lines import Line, cut, key
from peelviewer.reading.tables import columns_and_rows

_GRADES = {g.replace(" ", ""): g for g in cast("tuple[Grade, ...]", get_args(Grade))}
_GRADES |= {"notgraded": "ungraded", "requiresimprovements": "requires improvement"}
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
_ENDINGS = tuple(sorted({grade_.split()[-1] for grade_ in _GRADES.values()}))


def grade(text: str) -> Grade | None:
    """Return the grade that a line consists of, in any era's words; ``None`` for other lines."""
    if not text or len(text) > _LONGEST:
        return None
    return _GRADES.get(_LETTERS.sub("", _LABEL.sub("", text).casefold()))


def apart(lines: Iterable[Line], titles: Collection[str]) -> Iterator[Line]:
    """Yield ``lines``, a question's title and its grade on one line as two.

    A question ends with its mark, or is one of ``titles`` (keys of the contents page's).
    """
    for line in lines:
        found = _graded(line, titles)
        if found is None:
            yield line
            continue
        yield cut(line, 0, found.end("title"))
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
    title = found["title"].rstrip(" :–—-")
    return found if title.endswith("?") or key(title) in titles else None


def judgments(sections: Sequence[Section]) -> tuple[Judgment, ...]:
    """Return the overall judgment and each question's, in document order.

    The overall one is the first grade of the overview that no question's title stands over. A
    question's grade is the one in its own chapter; the overview's list or table serves where the
    chapter has none.
    """
    chapters = {section.id: chapter for section, chapter in _with_chapters(sections)}
    questions = {key(s.title): s for s in sections if s.kind == "question"}
    overall: Judgment | None = None
    listed = _from_tables(sections, chapters)
    own: dict[str, Judgment] = {}
    for section in sections:
        chapter = chapters[section.id]
        for index, block in enumerate(section.blocks):
            found = grade(block.text) if block.kind == "judgment" else None
            if found is None:
                continue
            if chapter.kind == "overview":
                title = section.blocks[index - 1].text if index else section.title
                question = questions.get(key(title))
                if question is not None:
                    listed.setdefault(question.id, _judgment("question", question, found, block))
                elif overall is None:
                    overall = _judgment("overall", chapter, found, block)
            elif chapter.kind == "question":
                own.setdefault(chapter.id, _judgment("question", chapter, found, block))
    of_questions = [
        own.get(section.id) or listed[section.id]
        for section in sections
        if section.id in own or section.id in listed
    ]
    return ((overall,) if overall else ()) + tuple(of_questions)


def _from_tables(
    sections: Sequence[Section], chapters: Mapping[str, Section]
) -> dict[str, Judgment]:
    """Return the grades that tables outside the questions' chapters give, by the chapter's id."""
    graded = {
        key(s.title): s for s in sections if s.parent is None and s.kind in ("question", "section")
    }
    found: dict[str, Judgment] = {}
    for section in sections:
        tables = [b for b in section.blocks if b.kind == "table"]
        for block in tables if chapters[section.id].kind != "question" else ():
            for title, given in _in_table(block):
                if (question := graded.get(key(title))) is not None:
                    found.setdefault(question.id, _judgment("question", question, given, block))
    return found


def _in_table(block: Block) -> Iterator[tuple[str, Grade]]:
    """Yield the titles and grades of a table: side by side, or titles below their grade."""
    columns, rows = columns_and_rows(block.text)
    below = [grade(cell) for cell in columns]
    for row in (columns, *rows):
        graded = [found for cell in row if (found := grade(cell)) is not None]
        if len(graded) == 1:
            yield from ((cell, graded[0]) for cell in row if cell and grade(cell) is None)
        elif not graded:
            yield from ((c, g) for c, g in zip(row, below, strict=True) if c and g is not None)


def _with_chapters(sections: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    chapter: Section | None = None
    for section in sections:
        chapter = section if section.parent is None or chapter is None else chapter
        yield section, chapter


def _judgment(scope: Scope, section: Section, found: Grade, block: Block) -> Judgment:
    return Judgment(
        scope=scope, section=section.id, title=section.title, grade=found, page=block.page
    )
