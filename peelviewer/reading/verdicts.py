# SPDX-License-Identifier: MIT
"""Where a grade certainly is the verdict on a chapter, by what it stands below and beside.

Reports print grades of other years, of other forces, and what a force thinks of itself, too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from peelviewer.model.report import Block, Grade, Section
from peelviewer.reading.chapters import is_pillar
from peelviewer.reading.grades import grade, heads_grade
from peelviewer.reading.inspections import is_earlier, is_own_round, is_round
from peelviewer.reading.lines import begins_lower, key

_OF_QUESTION = re.compile(r"(?:summary of (?:the )?findings|conclusions?)$", re.IGNORECASE)
# Leads that say that the report's own verdict follows: "Judgment in 2016:", "It is now:".
_NOW = re.compile(
    r"(?:(?:our |the )?(?:current )?(?:judge?ment|grade|rating)(?: (?:in|of|for) 20\d\d)?|20\d\d"
    r"|it is now|(?:this|the current) inspection):$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:how|to what extent|what|is|are|does|do)\b|.*\?$", re.IGNORECASE)
_TWICE = 2  # times that one verdict is printed: as a picture, and in words
_ALONE = ("judgment", "table")  # a box with a grade alone can come as a table


def grade_alone(block: Block) -> Grade | None:
    """Return the grade that a block consists of; ``None`` for other blocks."""
    return grade(block.text.replace("\t", ": ")) if block.kind in _ALONE else None


def asks(title: str) -> bool:
    """Whether a title is a question, as a pillar's second title is ("How well it is led")."""
    return bool(_ASKS.match(title))


def heads_verdict(section: Section, unit: Section) -> bool:
    """Whether a grade right below ``section``'s title would be the verdict on ``unit``.

    ``section`` is a part of ``unit``: itself, its title again, "Overall judgment"; in a question's
    chapter also the "Summary of findings".
    """
    if section.id == unit.id or heads_grade(section.title):
        return True
    of_question = unit.kind != "overview" and _OF_QUESTION.match(section.title) is not None
    return of_question or _names(section.title, unit)


def verdicts(blocks: Sequence[Block], unit: Section, year: str) -> Iterator[Block]:
    """Yield those of the grades among the blocks of such a section that are the verdict.

    A verdict stands right below the section's title, a second title or a lead that says so, or
    closes the section after whole sentences; and no text goes on behind it. Below a grade whose
    round stands under it, only one with the report's own counts. ``year`` is the report's.
    """
    is_above = True  # nothing but titles stands above
    rounds = False  # a grade with its round does
    columns = _columns(blocks)
    for place, block in enumerate(blocks):
        below = "".join(one.text for one in blocks[place + 1 : place + 2])
        if grade_alone(block) is not None and place not in columns:
            is_dated = not rounds or is_own_round(below, year)
            if is_dated and _is_verdict(blocks, place, unit, year, is_above):
                yield block
            rounds = rounds or is_round(below)
            continue
        is_label = place > 0 and grade_alone(blocks[place - 1]) is not None and is_round(block.text)
        is_above = is_above and (is_label or _is_title(block, unit, first=not place))


def _columns(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of grades that several stand together: a list that lost its titles."""
    found: set[int] = set()
    for is_grade, run in groupby(
        range(len(blocks)), lambda at: grade_alone(blocks[at]) is not None
    ):
        places = [*run]
        differ = len({grade_alone(blocks[at]) for at in places}) > 1
        if is_grade and (differ or len(places) > _TWICE):
            found.update(places)
    return frozenset(found)


def _is_verdict(
    blocks: Sequence[Block], place: int, unit: Section, year: str, is_above: bool
) -> bool:
    before, after = blocks[max(place - 1, 0) : place], blocks[place + 1 : place + 2]
    if after and after[0].kind == "paragraph" and begins_lower(after[0].text):
        return False
    if is_above:
        return True
    last = before[0]
    if last.kind != "paragraph":
        return False
    if _names(last.text, unit) or (_NOW.match(last.text) and not is_earlier(last.text, year)):
        return True
    return not after and last.text.endswith((".", ".”"))


def _is_title(block: Block, unit: Section, *, first: bool) -> bool:
    """Whether a block is the unit's title again, a pillar's second title, or "Overall judgment"."""
    if grade_alone(block) is not None:
        return True
    if block.kind not in ("paragraph", "caption"):
        return False
    if heads_grade(block.text) or _names(block.text, unit):
        return True
    is_second = first and unit.kind == "overview" and is_pillar(unit.title)
    return is_second and asks(block.text) and not block.text.endswith((".", ":"))


def _names(text: str, unit: Section) -> bool:
    """Whether ``text`` is the unit's title, or the greater part of it ("How good is it?")."""
    said, title = key(text), key(unit.title)
    return said == title or (said in title and 2 * len(said) >= len(title))
