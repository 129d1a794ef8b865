# SPDX-License-Identifier: MIT
"""The judgments of a report: overall ones, and each question's, from wherever they stand.

A question's grade is the verdict in its own chapter (``verdicts`` says where one stands). Where a
chapter has none, the overview's list of titles and grades serves, then a table of them, then the
sentence that opens the chapter ("The force is good at …"). What can be read in two ways is no
judgment.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.report import Block, Grade, Judgment, Scope, Section
from peelviewer.reading.attribution import Inspection
from peelviewer.reading.chapters import is_pillar
from peelviewer.reading.grade_lists import Item, in_list, in_table
from peelviewer.reading.grade_sentences import in_sentence
from peelviewer.reading.judged import NO_UNIT, Judged
from peelviewer.reading.lines import begins_lower, ends_sentence, key
from peelviewer.reading.tables import columns_and_rows
from peelviewer.reading.verdicts import grade_alone, heads_verdict, verdicts

# First cells of a table of grades that are no area: heads, years, "Judgment", words of grades.
_NO_AREA = re.compile(
    r"(?:last inspected|grade|judge?ment|area|question|20\d\d)\b|.*\d\W*$"
    r"|(?:(?:outstanding|good|adequate|requires|improvement|inadequate|ungraded)\W*)+$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[,:;&–-]$|\b(?:a|an|and|at|by|for|in|its|of|or|the|to|with)$", re.IGNORECASE)
_LONGEST_LABEL = 100
_BY_AREAS = "2021"  # the first year whose reports grade areas only
_LIST_END = re.compile(r"[;,.]?(?:\s+(?:and|or))?$")  # of an item: "good; and"


def judgments(
    sections: Sequence[Section], year: str, force: Force | None = None
) -> tuple[Judgment, ...]:
    """Return the overall judgments and each question's, in the order of their sections.

    ``year`` and ``force`` are the report's: grades of earlier inspections and of other forces are
    none of its judgments.

    The overall one is the overview's; in a report on several pillars each pillar's chapter has its
    own. An area that a table grades and that has no chapter is a judgment of the section with the
    table, under the area's title.
    """
    judged = Judged(sections)
    found = _Found(sections, judged, Inspection(year=year, force=force))
    for section in sections:
        unit = judged.unit(section)
        if unit is not None:
            found.take(unit, section)
    return found.in_order()


def with_questions(sections: Sequence[Section], found: Sequence[Judgment]) -> tuple[Section, ...]:
    """Return ``sections``, those that are judged as a question being questions."""
    judged = {(one.section, one.title) for one in found if one.scope == "question"}
    return tuple(
        msgspec.structs.replace(section, kind="question")
        if section.kind == "section" and (section.id, section.title) in judged
        else section
        for section in sections
    )


class _Found:
    """The judgments as they are found, best source first."""

    def __init__(self, sections: Sequence[Section], judged: Judged, inspection: Inspection) -> None:
        self._sections = {section.id: section for section in sections}
        self._judged = judged
        self._inspection = inspection
        self._own: defaultdict[str, list[Judgment]] = defaultdict(list)
        self._listed: dict[str, Judgment] = {}
        self._said: dict[str, Judgment] = {}
        self._areas: defaultdict[str, dict[str, Judgment]] = defaultdict(dict)

    def in_order(self) -> tuple[Judgment, ...]:
        """Return one judgment a section, then the areas that have none of their own."""
        found: list[Judgment] = []
        for section in self._sections.values():
            sources = (self._agreed(section), self._listed, self._said)
            own = next((source[section.id] for source in sources if section.id in source), None)
            found += [own] if own else []
            found += self._areas[section.id].values()
        whole = (one for one in found if self._is_whole(one))
        has_none = self._judged.has_pillars or self._inspection.year >= _BY_AREAS
        overview = None if has_none else next(whole, None)
        return tuple(one for one in found if not self._is_whole(one) or one is overview)

    def take(self, unit: Section, section: Section) -> None:
        """Take what ``section``, a part of ``unit``, says."""
        if any(self._inspection.is_others(at.title) for at in self._judged.up_to(section, unit)):
            return  # headed as on others, or on another inspection
        blocks = [*self._current(section.blocks)]
        if unit.kind != "front":
            self._grades(unit, section, blocks)
        if unit.kind != "question" and not self._inspection.is_others(unit.title):
            self._lists(section, blocks, named=unit.kind == "overview")
        if section is unit and unit.kind != "front":
            told = _opening(section, self._inspection.force)
            if told is not None:
                self._said[unit.id] = _judgment(unit, *told)

    def _lists(self, section: Section, blocks: Sequence[Block], *, named: bool) -> None:
        """Take what tables and lines with both a title and a grade say."""
        for block in blocks:
            if block.kind == "table":
                self._table(section, block, named=named)
            elif block.kind in ("list_item", "paragraph"):
                self._line(block)

    def _current(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Yield the blocks without grades that what stands above or below says to be of others."""
        is_left_out = False
        for block, below in zip_longest(blocks, blocks[1:]):
            is_line = block.kind == "paragraph" and self._on_line(block) is not None
            if block.kind == "caption":
                is_left_out = self._inspection.is_others(block.text)
            elif block.kind == "paragraph" and block.text.endswith((".", ":")) and not is_line:
                is_left_out = self._inspection.leads_to_others(block.text)
            is_labelled = (
                below is not None
                and below.kind in ("paragraph", "caption")
                and grade_alone(block) is not None
                and self._inspection.is_label_of_others(below.text)
            )
            is_graded = is_line or block.kind in ("table", "judgment", "list_item")
            if not (is_labelled or (is_left_out and is_graded)):
                yield block

    def _line(self, block: Block) -> None:
        """Take a title and its grade that stand on one line."""
        found = self._on_line(block)
        if found is not None:
            self._listed.setdefault(found[0].id, _judgment(*found, block))

    def _on_line(self, block: Block) -> tuple[Section, Grade] | None:
        """Return the section whose title stands on a line with its grade, and the grade."""
        return self._judged.titled(_LIST_END.sub("", block.text))

    def _grades(self, unit: Section, section: Section, blocks: Sequence[Block]) -> None:
        """Take the grades of a list, each for its title; and the verdict that stands alone."""
        loose: dict[str, Grade] = {}
        listed: set[str] = set()
        for title, given, block in self._graded(blocks, unit):
            if title is None:
                loose[block.id] = given
            else:
                listed |= {block.id}
                self._listed.setdefault(title.id, _judgment(title, given, block))
        if not heads_verdict(section, unit) and not self._judged.is_second_title(unit, section):
            return
        rest = [
            block
            for block in section.blocks
            if not (block.id in listed or (listed and key(block.text) in self._judged.by_title))
        ]
        for block in verdicts(rest, unit, self._inspection.year):
            if block.id in loose:
                self._own[unit.id].append(_judgment(unit, loose[block.id], block))

    def _graded(
        self, blocks: Sequence[Block], unit: Section
    ) -> Iterator[tuple[Section | None, Grade, Block]]:
        """Yield the grades among a unit's ``blocks``, each with the title it belongs to, if any."""
        for run in self._runs(blocks, unit):
            yield from in_list(run)

    def _runs(self, blocks: Sequence[Block], unit: Section) -> Iterator[list[Item]]:
        """Yield runs of grades that stand one under another; in the overview, of titles too."""
        titles = unit.kind == "overview"
        run: list[Item] = []
        for block in blocks:
            given = grade_alone(block)
            title = self._judged.by_title.get(key(block.text)) if titles and given is None else None
            if given is not None or title is not None:
                run.append((given or title, block))
            elif titles and _is_label(block) and not _goes_on(unit, block):
                run.append((None, block))
            else:
                yield run
                run = []
        yield run

    def _table(self, section: Section, block: Block, *, named: bool) -> None:
        columns, below = columns_and_rows(block.text)
        others = self._inspection.columns_of_others(columns)
        gone = {at for at in others if self._judged.titled(columns[at]) is None}
        for row in (columns, *below):
            for at, cell in enumerate(row):  # one that holds both: its title must be known
                found = self._judged.titled(cell) if at not in gone else None
                if found is not None:
                    self._listed.setdefault(found[0].id, _judgment(*found, block))
        graded = in_table(block, self._inspection, self._judged.by_title)
        rows = [(title, given, self._judged.of_titles(title)) for title, given in graded]
        # A table of which no title is known can be of answers, forces, or of what grades mean.
        named = named and any(known or is_pillar(title) for title, _, known in rows)
        for title, given, known in rows:
            for judged in known:
                self._listed.setdefault(judged.id, _judgment(judged, given, block))
            if named and not known and _can_be_area(title) and not self._judged.holds_title(title):
                area = Judgment(
                    scope="overall" if is_pillar(title) else "question",
                    section=section.id,
                    title=title,
                    grade=given,
                    page=block.page,
                )
                self._areas[section.id].setdefault(key(title), area)

    def _agreed(self, section: Section) -> dict[str, Judgment]:
        """Return a section's own judgment by its id, unless two of its verdicts differ."""
        own = self._own[section.id]
        return {section.id: own[0]} if len({one.grade for one in own}) == 1 else {}

    def _is_whole(self, judgment: Judgment) -> bool:
        section = self._sections[judgment.section]
        is_own = judgment.title == section.title
        return judgment.scope == "overall" and is_own and not self._judged.is_pillar(section)


def _judgment(section: Section, given: Grade, block: Block) -> Judgment:
    scope: Scope = "overall" if section.kind == "overview" else "question"
    return Judgment(
        scope=scope, section=section.id, title=section.title, grade=given, page=block.page
    )


def _can_be_area(title: str) -> bool:
    """Whether a table's cell can name what is judged, rather than be a part of a name."""
    return not (_NO_AREA.match(title) or begins_lower(title) or _OPEN.search(title))


def _is_label(block: Block) -> bool:
    """Whether a block can be a title in a list of grades, or end with one, by its look."""
    if block.kind not in ("paragraph", "caption") or NO_UNIT.match(block.text):
        return False
    is_short = 0 < len(block.text) <= _LONGEST_LABEL and not ends_sentence(block.text)
    return is_short or block.text.endswith("?")


def _goes_on(unit: Section, block: Block) -> bool:
    """Whether a label is the chapter's title again, or a second one right below it."""
    return block in unit.blocks[:1] or key(block.text) in key(unit.title)


def _opening(section: Section, force: Force | None) -> tuple[Grade, Block] | None:
    """Return the grade that the first sentence of a chapter gives, if it is nothing else."""
    first = next((block for block in section.blocks if block.kind != "judgment"), None)
    if first is None or first.kind != "paragraph":
        return None
    given = in_sentence(first.text, section.title, force)
    return (given, first) if given is not None else None
