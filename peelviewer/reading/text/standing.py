# SPDX-License-Identifier: MIT
"""Titles in texts that mark none: short lines that stand by themselves above what they head.

Such a line is only a title by what is around it. Precision goes before recall: a title that is
not told stays a paragraph at its place, and no word is lost.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.reading.actions import heads_box, kind_of_heading
from peelviewer.reading.captions import APPARATUS, CAPTION
from peelviewer.reading.chapters import is_closing, is_pillar
from peelviewer.reading.forces import is_force
from peelviewer.reading.grades import are_grades, grade, title_and_grade
from peelviewer.reading.graphic import VALUE, goes_on, is_national, names_both
from peelviewer.reading.lines import Line, ends_sentence

LEVEL = 6  # of such titles: which are chapters is told by other signs
_LONGEST = 90
_LONGEST_QUESTION = 260  # or a caption, which in the annex heads what is said of its figure
_TEXT = 60  # letters from which a paragraph is text that a title can stand over
_SENTENCE = 30  # or a sentence
_WIDE = 40  # letters from which lines of a text tell how wide they are set
_ADDRESS = re.compile(r"www\.|https?:|@|©|\bISBN\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:figure|table|chart)\s+\d{1,3}\s*:", re.IGNORECASE)
_BEGINS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[\"“‘']?[A-Z]")
_ENDS = (".", ",", ";", ":", "-", "–", "—", "…")


def with_titles(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines``, titles that only stand by themselves as headings.

    Nothing is done where a line is marked as a heading, is bold, or has a size.
    """
    if any(line.heading or line.strong or line.size is not None for line in lines):
        return tuple(lines)
    parts = list(_paragraphs(lines))
    made = list(lines)
    titles: set[int] = set()
    for number in range(len(parts) - 1, -1, -1):
        part, *below = parts[number : number + 3]
        if below and _can_be(lines, part):
            is_title = below[0].start in titles
            if _heads(lines, part, below[0], is_title=is_title) or _heads_pair(lines, below):
                titles.add(part.start)
    for number, part in enumerate(parts):
        if part.start in titles and (not number or _is_done(lines, parts[number - 1], titles)):
            for index in part:
                gap = made[index].gap or index == part.start
                made[index] = msgspec.structs.replace(made[index], heading=LEVEL, gap=gap)
    return tuple(made)


def _paragraphs(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the runs of lines that no space parts; grades and known titles stand alone."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or _parts(lines[index - 1], lines[index]):
            yield range(start, index)
            start = index


def _parts(line: Line, below: Line) -> bool:
    return (
        bool(below.gap or below.breaks or below.marker or below.rule or line.rule)
        or (line.cells is None) != (below.cells is None)
        or any(map(_is_alone, (line, below)))
    )


def _is_alone(line: Line) -> bool:
    """Whether a line is a grade, heads a box, or is a title that is whole by itself."""
    text = line.text
    return (
        grade(text) is not None
        or _is_graded(text)
        or heads_box(text)
        or is_closing(text)
        or is_pillar(text)
    )


def _is_graded(text: str) -> bool:
    """Whether a line has a title and, as it is printed in lists, its grade."""
    found = title_and_grade(text)
    return found is not None and text[len(found[0]) :].lstrip(" :–—-([")[:1].isupper()


def _can_be(lines: Sequence[Line], part: range) -> bool:
    first = lines[part.start]
    text = " ".join(lines[index].text for index in part)
    is_long = text.endswith("?") or bool(_CAPTION.match(text))
    return (
        first.is_prose
        and not (first.marker or first.quoted)
        and first.note is None
        and len(text) <= (_LONGEST_QUESTION if is_long else _LONGEST)
        and len(part) <= (4 if is_long else 2)
        and bool(_BEGINS.match(text))
        and sum(map(str.isalpha, text)) > len(text) / 2
        and not (text.endswith(_ENDS) or any(lines[index].text.endswith(".") for index in part))
        and not _ADDRESS.search(text)
        and not (_is_name(text) or VALUE.match(text))
        and not (APPARATUS.match(text) or (CAPTION.match(text) and not is_long))
        and not (are_grades(text) or _is_graded(text))
        and kind_of_heading(text) is None
    )


def _heads(lines: Sequence[Line], title: range, below: range, *, is_title: bool) -> bool:
    """Whether what stands below is text, a list or another title, and so can have a title."""
    first = lines[below.start]
    if is_title or first.marker or CAPTION.match(first.text) or kind_of_heading(first.text):
        return True
    if grade(first.text) is not None:  # a question with its grade below can be an entry of a list
        return not lines[title.stop - 1].text.endswith("?")
    length = sum(len(lines[index].text) for index in below)
    is_text = length >= (_SENTENCE if ends_sentence(lines[below[-1]].text) else _TEXT)
    return first.is_prose and is_text and bool(_BEGINS.match(first.text))


def _heads_pair(lines: Sequence[Line], below: Sequence[range]) -> bool:
    """Whether a pair of the numbers graphic stands below: its label, and then its names."""
    texts = [lines[part.start].text for part in below]
    return (
        len(texts) > 1 and _is_name(texts[1]) and not goes_on(texts[0]) and not _is_name(texts[0])
    )


def _is_name(text: str) -> bool:
    """Whether ``text`` names the areas of a pair's values, or one of them."""
    return is_force(text) or is_national(text) or names_both(text)


def _is_done(lines: Sequence[Line], above: range, titles: set[int]) -> bool:
    """Whether what stands above is at an end, so that a title can follow."""
    last = lines[above[-1]]
    if above.start in titles or not last.is_prose or last.note is not None:
        return True
    if APPARATUS.match(lines[above.start].text):
        return True
    if len(last.text) < _WIDE or _ADDRESS.search(last.text):
        return True
    return ends_sentence(last.text) and not last.text.endswith(":")
