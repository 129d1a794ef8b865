# SPDX-License-Identifier: MIT
"""Headings and their blocks to sections: ids, parents, kinds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from peelviewer.model.report import Block, Section, SectionKind
from peelviewer.reading.chapters import ANNEX, has_pillars, is_pillar
from peelviewer.reading.drafts import Draft
from peelviewer.reading.lines import key
from peelviewer.reading.slugs import slug

_KINDS: tuple[tuple[re.Pattern[str], SectionKind], ...] = (
    (ANNEX, "annex"),
    (re.compile(r"(?:.*\bin numbers\b|(?:the )?force in context$)", re.IGNORECASE), "numbers"),
    (
        re.compile(r"(?:overview|overall|executive summary|our judge?ments)\b", re.IGNORECASE),
        "overview",
    ),
    (
        re.compile(
            r"(?:introduction|foreword|next steps|what next|context|what this report contains"
            r"|about (?:us|peel|this (?:report|inspection))|(?:hmi|hm inspector)\W?s? \w+)\b",
            re.IGNORECASE,
        ),
        "front",
    ),
)
_SUMMARY = re.compile(r"(?:summary of (?:the )?findings|summary|conclusions?)\b", re.IGNORECASE)
_QUESTION = re.compile(r"(?:how|to what extent|what|is|does|do|are)\b|.*\?$", re.IGNORECASE)
_SUMMARIES = frozenset(("summary", "summaryoffindings"))
_OVERALL = frozenset(("overalljudgment", "overalljudgement", "overallgrade"))


@dataclass
class Part:
    """A section before it has an id: its heading, its blocks, its page."""

    title: str
    level: int
    footnotes: tuple[int, ...] = ()
    page: int | None = None
    kind: SectionKind | None = None
    listed: bool = False
    drafts: list[Draft] = field(default_factory=list)


def kind_of_title(title: str, level: int) -> SectionKind:
    """Return what a section is by its title: a chapter's place in a PEEL report, or a summary."""
    if level > 1:
        numbers, kind = _KINDS[1]
        if numbers.match(title):
            return kind
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
    parent's id; a second one of that name gets ``-2``. A chapter that is judged becomes a question
    when its judgment is found (``judgments.with_questions``).
    """
    made: list[Section] = []
    drafts: dict[str, Draft] = {}
    ids = _Ids()
    asked: set[str] = set()  # the pillars' chapters, whose listed sections are their questions
    above: list[tuple[int, Section]] = []  # the sections that are open, by their headings' levels
    pillars = _pillars(parts)
    overview = None if pillars else _overview(parts)
    for number, item in enumerate(parts):
        while above and above[-1][0] >= item.level:
            above.pop()
        parent = above[-1][1] if above else None
        name = slug(item.title) or "section"
        identity = ids.new(f"{parent.id}/{name}" if parent else name)
        kind = item.kind or kind_of_title(item.title, item.level)
        if number in pillars or number == overview:
            kind = "overview"
        elif kind == "section" and item.listed and parent is not None and parent.id in asked:
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
        above.append((item.level, section))
        if number in pillars:
            asked.add(section.id)
    return tuple(made), drafts


class _Ids:
    """The ids that are given."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._copies: dict[str, int] = {}

    def new(self, base: str) -> str:
        """Give an id; where it is given already, with the next number behind it."""
        identity, copy = base, self._copies.get(base, 1)
        while identity in self._given:
            copy += 1
            identity = f"{base}-{copy}"
        self._copies[base] = copy
        self._given.add(identity)
        return identity


def _pillars(parts: Sequence[Part]) -> set[int]:
    """Return the places of the pillars' chapters, in a report on several pillars."""
    chapters = [number for number, item in enumerate(parts) if item.level == 1]
    if not has_pillars([parts[number].title for number in chapters]):
        return set()
    return {number for number in chapters if is_pillar(parts[number].title)}


def _overview(parts: Sequence[Part]) -> int | None:
    """Return the place of a chapter that is the report's overview though its title is another."""
    summary = _summary_of_all(parts)
    return _judged_overall(parts) if summary is None else summary


def _judged_overall(parts: Sequence[Part]) -> int | None:
    """Return the place of the chapter that begins with the only "Overall judgment".

    It comes before all else that is judged, as "How effective is the force at cutting crime?" did
    in 2014.
    """
    titled = [key(item.title) in _OVERALL for item in parts]
    place = titled.index(True) - 1 if sum(titled) == 1 else -1
    kinds = [item.kind or kind_of_title(item.title, item.level) for item in parts]
    chapters = [number for number, item in enumerate(parts) if item.level == 1]
    if place not in chapters or any(kinds[number] == "overview" for number in chapters):
        return None
    first = next((n for n in chapters if kinds[n] in ("question", "section")), None)
    return place if place == first and parts[place + 1].level > 1 else None


def _summary_of_all(parts: Sequence[Part]) -> int | None:
    """Return the place of the chapter "Summary" that is the report's overview.

    There is no other one, and it stands before what is judged. So does the only "Summary of
    findings" of a report on one question.
    """
    for number, item in enumerate(parts):
        kind = item.kind or kind_of_title(item.title, item.level)
        if item.level == 1 and kind in ("overview", "question", "section"):
            return None
        if item.level == 1 and kind == "summary":
            later = (kind_of_title(part.title, 1) for part in parts[number:] if part.level == 1)
            titles = [key(part.title) for part in parts]
            is_of_all = titles[number] in _SUMMARIES and titles.count(titles[number]) == 1
            return number if is_of_all and "overview" not in later else None
    return None


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
