# SPDX-License-Identifier: MIT
"""Titles of chapters and of their sections, by the build of a PEEL report, and their levels."""

import re
from collections.abc import Sequence
from itertools import pairwise

from peelviewer.reading.actions import heads_box

# Titles of chapters that reports of every year have.
_CHAPTERS = re.compile(
    r"(?:introduction|foreword|what this report contains|about this report"
    r"|(?:(?:the )?\w+ )?in (?:numbers|context)|overview|overall summary|next steps"
    r"|what (?:happens )?next|annex|appendix|about the data)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?:(?:the )?\w+ )?in (?:numbers|context)$", re.IGNORECASE)
# Titles of a whole pillar's chapter: "Effectiveness", "How efficiently does the force operate …?",
# "How legitimate is the force at keeping people safe …?", "Leadership – …".
_PILLAR = re.compile(
    r"(?:(?:the )?(?:force’s |force's )?(?:effectiveness|efficiency|legitimacy|leadership)"
    r"|how (?:effectively|efficiently|legitimately) does the force"
    r" (?:reduce crime and keep|operate|treat the public and)\b.*"
    r"|how (?:effective|efficient|legitimate) is the force at keeping people safe\b.*"
    r"|(?:effectiveness|efficiency|legitimacy|leadership)\s*[:–—-].*)$",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"over(?:view|all summary)\b", re.IGNORECASE)
# Sections that chapters of this or that title have had; what stands in an annex is its own.
_SECTIONS = (
    (re.compile(r"introduction\b", re.IGNORECASE), r"what is police .* why is it important\b"),
    (re.compile(r"overview\b", re.IGNORECASE), r"overall (?:judgment|summary)\b"),
    (_SUMMARY, r"(?:our (?:inspection|judgments)|important changes|reducing crime assessment)\b"),
    (_SUMMARY, r"hm(?: ?i|ci)?(?: inspector)?[’']?s? (?:observations|summary)\b"),
    (re.compile(r"providing a service to\b", re.IGNORECASE), r"victim service assessment\b"),
)
ANNEX = re.compile(r"(?:annex|appendix|about the data)\b", re.IGNORECASE)
REPORT = re.compile(r"\W*PEEL\b", re.IGNORECASE)
"""How the report's own title begins."""
# A sentence that tells what was found, which a section of an area has as its title since 2021/22.
_FOUND = re.compile(
    r"(?:the (?:force|constabulary|service) (?:\w+ly )?(?:[a-z]+s|doesn|should|must|can|could)"
    r"|(?:[\w&’'-]+ ){1,4}(?:police|constabulary) (?:is|has|does|doesn|needs|should|must))\b"
    r"|(?:main|detailed) findings$",
    re.IGNORECASE,
)
_STEM = re.compile(r"effective|efficien|legitima|leadership", re.IGNORECASE)
_PILLARS = 2  # different pillars with chapters make a report an integrated one
_ENDED = 2  # chapters whose end is a section of theirs, from which on titles tell levels
_SUMMARIES = re.compile(r"summary$", re.IGNORECASE)  # of a chapter, or a chapter of its own
_CLOSING = re.compile(r"(?:summary of findings|summary|conclusions?)$", re.IGNORECASE)


def chapter_levels(titles: Sequence[str]) -> list[int]:
    """Return 1 for chapters and 2 for their sections, by the build of a PEEL report.

    Known chapters (introduction, overview, annex) are chapters. In an integrated report so are
    the pillars, and what follows one is its questions. Elsewhere a question's chapter ends with
    "Summary of findings", so what follows a chapter that has no sections, or such a summary, is
    the next chapter. Without several summaries every title is a chapter, but those that are known
    as sections of the chapter above, headings of boxes, and sentences that tell what was found.
    """
    if has_pillars(titles):
        return _pillar_levels(titles)
    if not tells_levels(titles):
        return _area_levels(titles)
    levels: list[int] = []
    inside = False
    chapter = ""
    for title, closes in zip(titles, closings(titles), strict=True):
        if is_section_of(title, chapter):
            levels.append(2)
        elif _CHAPTERS.match(title) or not inside:
            levels.append(1)
            chapter = title
            inside = not (_CHAPTERS.match(title) or _SUMMARIES.match(title))
        else:
            levels.append(2)
            inside = not closes
    return levels


def _area_levels(titles: Sequence[str]) -> list[int]:
    """Return 2 for the titles that can be no chapter's, where nothing else tells levels."""
    levels: list[int] = []
    chapter = ""
    for title in titles:
        is_section = is_section_of(title, chapter) or heads_box(title) or _FOUND.match(title)
        levels.append(2 if chapter and is_section else 1)
        chapter = title if levels[-1] == 1 else chapter
    return levels


def is_section_of(title: str, chapter: str) -> bool:
    """Whether ``title`` is that of a section which chapters like ``chapter`` have."""
    if any(
        above.match(chapter) and re.match(section, title, re.IGNORECASE)
        for above, section in _SECTIONS
    ):
        return True
    return bool(ANNEX.match(chapter)) and not _CHAPTERS.match(title)


def _pillar_levels(titles: Sequence[str]) -> list[int]:
    levels: list[int] = []
    inside = False
    chapter = ""
    for title in titles:
        ends = bool(_CHAPTERS.match(title)) and not (inside and _WITHIN.match(title))
        inside = is_pillar(title) or (inside and not ends)
        is_section = (inside and not is_pillar(title)) or is_section_of(title, chapter)
        levels.append(2 if is_section else 1)
        chapter = chapter if is_section else title
    return levels


def is_pillar(title: str) -> bool:
    """Whether ``title`` is that of a whole pillar's chapter in an integrated report."""
    return bool(_PILLAR.match(title))


def has_pillars(titles: Sequence[str]) -> bool:
    """Whether the titles are those of a report on several pillars."""
    named = [_STEM.search(title) for title in titles if is_pillar(title)]
    return len({stem[0].casefold() for stem in named if stem}) >= _PILLARS


def tells_levels(titles: Sequence[str]) -> bool:
    """Whether the titles tell levels: by their pillars, or by summaries that end chapters."""
    if has_pillars(titles):
        return True
    return sum(closings(titles)) >= _ENDED


def closings(titles: Sequence[str]) -> list[bool]:
    """Return which titles end a question's chapter: no "Summary" below what is no question's."""
    return [
        is_closing(title)
        and not (_SUMMARIES.match(title) and (not before or bool(_CHAPTERS.match(before))))
        for before, title in pairwise(("", *titles))
    ]


def is_closing(title: str) -> bool:
    """Whether ``title`` is that of the section that ends a question's chapter."""
    return bool(_CLOSING.match(title))


def is_chapter(title: str) -> bool:
    """Whether ``title`` is that of a chapter that reports of every year have."""
    return bool(_CHAPTERS.match(title))
