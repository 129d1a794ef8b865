# SPDX-License-Identifier: MIT
"""The levels of headings in a report that has no contents page to tell them."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from peelviewer.reading.chapters import (
    ANNEX,
    closings,
    has_pillars,
    is_chapter,
    is_closing,
    is_pillar,
    is_section_of,
)
from peelviewer.reading.known_titles import is_part_of_pillar, is_question
from peelviewer.reading.lines import key

_FEWEST = 2  # chapters that must be told


def of_depths(depths: Sequence[int], titles: Sequence[str]) -> list[int] | None:
    """Return the levels that headings' depths are; ``None`` where depths are not to be believed.

    They are where the chapters that all reports have are on top, and what ends a chapter is not;
    or where titles that recur ("Main findings") stand at one depth below the top, and each heading
    one step at most below the one before. A depth of 0 is a heading that is only bold: it stands
    below the last one that is marked.
    """
    ranks = sorted({depth for depth in depths if depth})
    if len(ranks) < _FEWEST:
        return None
    chapters = 0
    known = _known_chapters(titles)
    for depth, is_known, closes in zip(depths, known, closings(titles), strict=True):
        if (is_known and depth != ranks[0]) or (closes and depth == ranks[0]):
            return None
        chapters += is_known
    if chapters < _FEWEST and not _recur_below(depths, titles, ranks):
        return None
    levels: list[int] = []
    marked = 1
    for depth in depths:
        marked = ranks.index(depth) + 1 if depth else marked
        levels.append(marked if depth else marked + 1)
    return levels


def _recur_below(depths: Sequence[int], titles: Sequence[str], ranks: Sequence[int]) -> bool:
    """Whether titles recur, each at one depth below the top, and depths go down step by step."""
    marked = [
        (ranks.index(depth), key(t)) for depth, t in zip(depths, titles, strict=True) if depth
    ]
    if any(below[0] > above[0] + 1 for above, below in pairwise(marked)):
        return False
    times = Counter(wording for _, wording in marked)
    places = {(rank, wording) for rank, wording in marked if times[wording] > 1}
    return (
        bool(places)
        and len({wording for _, wording in places}) == len(places)
        and all(rank for rank, _ in places)
    )


def is_nested(levels: Sequence[int], titles: Sequence[str]) -> bool:
    """Whether a chapter that all reports have would stand within another chapter."""
    known = _known_chapters(titles)
    return any(level > 1 and first for level, first in zip(levels, known, strict=True))


def of_questions(titles: Sequence[str], named: Collection[str]) -> list[int] | None:
    """Return 1 for the chapters that all reports have and for the questions, 2 for the others.

    The questions are those that the text names elsewhere too (``named``, as keys): in the list of
    what was asked, and with their grades. In a report on one pillar they also are those that all
    reports have had, and one that follows what ends a chapter; where chapters end so, none begins
    within another one. ``None`` where none are told so.
    """
    is_of_one = not has_pillars(titles)
    ends = sum(map(is_closing, titles)) >= _FEWEST
    asked: list[bool] = []
    is_open = False  # a question's chapter has not ended yet
    for before, title in pairwise(("", *titles)):
        is_open = is_open and not is_closing(before)
        can_be = is_closing(before) or (is_question(title) and not (ends and is_open))
        asked.append(title.endswith("?") and (key(title) in named or (is_of_one and can_be)))
        is_open = is_open or asked[-1]
    if sum(asked) < _FEWEST:
        return None
    known = _known_chapters(titles)
    return [1 if first or second else 2 for first, second in zip(asked, known, strict=True)]


def of_grades(titles: Sequence[str], graded: Sequence[bool]) -> list[int] | None:
    """Return the levels in a report on areas, or on several pillars, by what is ``graded`` there.

    Areas are chapters, and questions stand below their pillar: those with a grade below their
    title, and in a pillar those that all reports have. What follows one is its own; titles that
    recur in several ("Main findings") hold what follows them. ``None`` where too few are graded.
    """
    pillars = has_pillars(titles)
    judged = [
        first or (pillars and is_part_of_pillar(title))
        for title, first in zip(titles, graded, strict=True)
    ]
    if sum(judged) < _FEWEST:
        return None
    times = Counter(map(key, titles))
    levels: list[int] = []
    below = 2  # the level of what comes next, unless it is told otherwise
    for title, is_judged, is_known in zip(titles, judged, _known_chapters(titles), strict=True):
        if is_known or (pillars and is_pillar(title)) or (is_judged and not pillars):
            level, below = 1, 2
        elif is_judged:
            level, below = 2, 3
        elif times[key(title)] > 1:
            level = min(below, 3 if pillars else 2)
            below = level + 1
        else:
            level = below
        levels.append(level)
    return levels


def _known_chapters(titles: Sequence[str]) -> list[bool]:
    """Return which titles are those of chapters that all reports have; an annex has no more.

    So is one that has the section next which its chapter has had.
    """
    known: list[bool] = []
    chapter = ""
    for title, after in pairwise((*titles, "")):
        within = bool(ANNEX.match(chapter)) and not ANNEX.match(title)
        is_known = is_chapter(title) or is_section_of(after, title)
        known.append(is_known and not within and not is_section_of(title, chapter))
        chapter = title if known[-1] else chapter
    return known
