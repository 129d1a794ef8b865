# SPDX-License-Identifier: MIT
"""Headings and their blocks to sections: ids, parents, kinds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from peelviewer.model.report import Block, Section, SectionKind
from peelviewer.reading.drafts import Draft
from peelviewer.reading.headings import Heading
from peelviewer.reading.lines import callouts
from peelviewer.reading.slugs import slug

_KINDS: tuple[tuple[re.Pattern[str], SectionKind], ...] = (
    (re.compile(r"(?:annex|appendix|about the data)\b", re.IGNORECASE), "annex"),
    (re.compile(r".*\bin numbers\b", re.IGNORECASE), "numbers"),
    (re.compile(r"(?:overview|overall|executive summary)\b", re.IGNORECASE), "overview"),
    (
        re.compile(
            r"(?:introduction|foreword|next steps|what next|context|force in context)\b",
            re.IGNORECASE,
        ),
        "front",
    ),
)
_SUMMARY = re.compile(r"(?:summary of (?:the )?findings|summary|conclusions?)\b", re.IGNORECASE)
_QUESTION = re.compile(r"(?:how|to what extent|what|is|does|do|are)\b|.*\?$", re.IGNORECASE)


@dataclass
class Part:
    """A section before it has an id: its heading, its blocks, its page."""

    title: str
    level: int
    footnotes: tuple[int, ...] = ()
    page: int | None = None
    kind: SectionKind | None = None
    drafts: list[Draft] = field(default_factory=list)
    pages: dict[int, int | None] = field(default_factory=dict)


def part(heading: Heading, drafts: list[Draft], page: int | None) -> Part:
    """Return a section's parts under ``heading``."""
    return Part(
        title=heading.title,
        level=heading.level,
        footnotes=callouts(heading.marks),
        page=page,
        drafts=drafts,
    )


def kind_of_title(title: str, level: int) -> SectionKind:
    """Return what a section is by its title: a chapter's place in a PEEL report, or a summary."""
    if level > 1:
        return "summary" if _SUMMARY.match(title) else "section"
    known = next((kind for pattern, kind in _KINDS if pattern.match(title)), None)
    if known is not None:
        return known
    if _SUMMARY.match(title):
        return "summary"
    return "question" if _QUESTION.match(title) else "section"


def sections(parts: Sequence[Part]) -> tuple[tuple[Section, ...], dict[str, Draft]]:
    """Return the sections in order, and each block's draft by the block's id.

    An id is made of titles only, so that two copies of a report agree: the title's slug after the
    parent's id; a second one of that name gets ``-2``.
    """
    made: list[Section] = []
    drafts: dict[str, Draft] = {}
    used: set[str] = set()
    above: list[Section] = []
    graded = _graded_chapters(parts)
    for number, item in enumerate(parts):
        while above and above[-1].level >= item.level:
            above.pop()
        parent = above[-1] if above else None
        name = slug(item.title) or "section"
        base = f"{parent.id}/{name}" if parent else name
        identity, copy = base, 1
        while identity in used:
            copy += 1
            identity = f"{base}-{copy}"
        used.add(identity)
        kind = item.kind or kind_of_title(item.title, item.level)
        if kind == "section" and number in graded:
            kind = "question"
        if parent is not None and parent.kind == "annex":
            kind = "annex"
        blocks = tuple(
            _block(f"{identity}.{place}", draft) for place, draft in enumerate(item.drafts, 1)
        )
        drafts.update(zip((block.id for block in blocks), item.drafts, strict=True))
        section = Section(
            id=identity,
            title=item.title,
            level=len(above) + 1,
            parent=parent.id if parent else None,
            kind=kind,
            page=item.page,
            footnotes=item.footnotes,
            blocks=blocks,
        )
        made.append(section)
        above.append(section)
    return tuple(made), drafts


def _graded_chapters(parts: Sequence[Part]) -> set[int]:
    """Return the places of the chapters in which a grade stands: these are questions."""
    chapter = 0
    graded = set()
    for number, item in enumerate(parts):
        chapter = number if item.level == 1 else chapter
        if any(draft.kind == "judgment" for draft in item.drafts):
            graded.add(chapter)
    return graded


def _block(identity: str, draft: Draft) -> Block:
    return Block(
        id=identity,
        kind=draft.kind,
        text=draft.text,
        page=draft.first.page,
        footnotes=draft.footnotes,
        marks=draft.marks,
        marker=draft.marker,
        level=draft.level,
        figure=draft.figure,
    )
