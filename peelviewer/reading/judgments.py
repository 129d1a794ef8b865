# SPDX-License-Identifier: MIT
"""Grades as printed, and the judgments that they are."""

import re
from collections.abc import Iterator, Sequence
from typing import cast, get_args

from peelviewer.model.report import Block, Grade, Judgment, Scope, Section
from peelviewer.reading.lines import key

_GRADES = {g.replace(" ", ""): g for g in cast("tuple[Grade, ...]", get_args(Grade))}
_GRADES |= {"notgraded": "ungraded", "requiresimprovements": "requires improvement"}
_LETTERS = re.compile(r"[^a-z]+")
_LABEL = re.compile(r"^\W*(?:overall\s+)?(?:judge?ment|grade|rating)\s*[:–-]\s*", re.IGNORECASE)
_LONGEST = 60


def grade(text: str) -> Grade | None:
    """Return the grade that a line consists of, in any era's words; ``None`` for other lines."""
    if not text or len(text) > _LONGEST:
        return None
    return _GRADES.get(_LETTERS.sub("", _LABEL.sub("", text).casefold()))


def judgments(sections: Sequence[Section]) -> tuple[Judgment, ...]:
    """Return the overall judgment and each question's, in document order.

    The overall one is the first grade of the overview that no question's title stands over. A
    question's grade is the one in its own chapter; the overview's list serves where the chapter
    has none.
    """
    chapters = {section.id: chapter for section, chapter in _with_chapters(sections)}
    questions = {key(s.title): s for s in sections if s.kind == "question"}
    overall: Judgment | None = None
    listed: dict[str, Judgment] = {}
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


def _with_chapters(sections: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    chapter: Section | None = None
    for section in sections:
        chapter = section if section.parent is None or chapter is None else chapter
        yield section, chapter


def _judgment(scope: Scope, section: Section, found: Grade, block: Block) -> Judgment:
    return Judgment(
        scope=scope, section=section.id, title=section.title, grade=found, page=block.page
    )
