# SPDX-License-Identifier: MIT
"""A report as one frozen value; its JSON form is the contract of ``show --json``.

Field names are a contract with other programs: add, never rename.
"""

from functools import cached_property
from typing import Literal

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.measure import Area, Measure, Number, Page, Period

SCHEMA = 1

Edition = Literal["full", "digest"]
Pillar = Literal["effectiveness", "efficiency", "legitimacy", "leadership", "integrated"]
SectionKind = Literal["front", "numbers", "overview", "question", "section", "summary", "annex"]
BlockKind = Literal[
    "paragraph",
    "list_item",
    "quotation",
    "table",
    "figure",
    "judgment",
    "action",
    "caption",
    "source",
]
MarkKind = Literal["footnote", "emphasis", "strong", "link"]
FigureForm = Literal["table", "image"]
Scope = Literal["overall", "question"]
Grade = Literal[
    "outstanding",
    "good",
    "adequate",
    "requires improvement",
    "inadequate",
    "ungraded",
]
ActionKind = Literal["area_for_improvement", "cause_of_concern", "recommendation"]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Something that holds for a stretch of a block's text, by character offsets.

    A footnote's call-out is the point ``start == end`` with the number as ``target``; a link's
    ``target`` is its address; ``emphasis`` and ``strong`` have none.
    """

    kind: MarkKind
    start: int
    end: int
    target: str | None = None


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, list item, table or other smallest piece that is read and cited as one.

    ``text`` is plain text without call-outs or markup; they are in ``marks``. A table's text is
    its rows as printed, one a line, cells apart by tabs, the header first. ``marker`` is a list
    item's bullet or number as printed. ``level`` is the depth of a list item, from 1.
    ``figure`` is the number of the figure that a caption, table, picture or source belongs to.
    """

    id: str
    kind: BlockKind
    text: str
    page: Page | None = None
    footnotes: tuple[Number, ...] = ()
    marks: tuple[Mark, ...] = ()
    marker: str | None = None
    level: int = 1
    figure: Number | None = None


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A heading and what stands under it, up to the next heading.

    ``level`` is 1 for a chapter; ``parent`` is the id of the section one or more levels up.
    ``footnotes`` are the call-outs in the title. ``brief`` is a summary in the project's own
    words: it is filled when a full report takes the place of its digest.
    """

    id: str
    title: str
    level: int
    parent: str | None = None
    kind: SectionKind = "section"
    page: Page | None = None
    footnotes: tuple[Number, ...] = ()
    brief: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


class Footnote(msgspec.Struct, frozen=True, kw_only=True):
    """A numbered note; a list inside it keeps its lines, apart by newlines."""

    number: Number
    text: str
    page: Page | None = None


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a page as it is shown, in fractions of its size from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A numbered figure: its table as printed, or the fact that it is only a picture.

    ``rows`` are rectangular: each has as many cells as ``columns``, blank cells are ``""``.
    ``notes`` are the lines under the figure (its asterisks and "Note:" lines), then what the
    annex says of it. ``annex`` is the id of the annex section on this figure. ``region`` is where
    the picture is in the PDF that the report was read from, where that is known.
    """

    number: Number
    title: str
    section: str
    page: Page | None = None
    form: FigureForm
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    source: str | None = None
    notes: tuple[str, ...] = ()
    footnotes: tuple[Number, ...] = ()
    annex: str | None = None
    region: Region | None = None


class Judgment(msgspec.Struct, frozen=True, kw_only=True):
    """A grade for a whole pillar or for one question; ``section`` is what is judged.

    That is the overview or the pillar's chapter, and the question's chapter or section. A question
    that has none is judged where its grade stands: ``title`` is then not the section's own.
    """

    scope: Scope
    section: str
    title: str
    grade: Grade
    page: Page | None = None


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """An area for improvement, a cause of concern or a recommendation.

    ``lead`` is the sentence that opens the list that the action is an item of: it may say by when.
    """

    kind: ActionKind
    text: str
    section: str
    page: Page | None = None
    block: str | None = None
    lead: str | None = None


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a value is printed."""

    value: float
    block: str
    page: Page | None = None


class Inconsistency(msgspec.Struct, frozen=True, kw_only=True):
    """The same measure, area and period printed with different values."""

    key: str
    area: Area
    period: Period
    values: tuple[Occurrence, ...]


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """Text set apart as no part of the report proper, and how often it stands there."""

    text: str
    times: int


class Unplaced(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the source that no block, footnote or furniture holds."""

    text: str
    page: Page | None = None


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """What became of every word of the source: ``placed`` counts furniture too.

    ``surplus`` are words of the report that the source does not have at that place. ``unread`` are
    pages that are only pictures: no word of them is known.
    """

    words: int = 0
    placed: int = 0
    furniture: tuple[Furniture, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    surplus: tuple[Unplaced, ...] = ()
    unread: tuple[int, ...] = ()

    @property
    def not_read(self) -> str:
        """Say which pages could not be read, as the end of a sentence; empty where all were."""
        *most, last = map(str, self.unread or ("",))
        if not last:
            return ""
        if not most:
            return f"page {last} is only a picture and could not be read"
        return f"pages {', '.join(most)} and {last} are only pictures and could not be read"


class Report(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One inspection report of one force, pillar and year, in document order."""

    schema: int = SCHEMA
    id: str
    edition: Edition
    title: str
    force: Force
    pillar: Pillar
    year: str
    published: str | None = None
    isbn: str | None = None
    pages: Page | None = None
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    figures: tuple[Figure, ...] = ()
    judgments: tuple[Judgment, ...] = ()
    measures: tuple[Measure, ...] = ()
    actions: tuple[Action, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    audit: Audit = msgspec.field(default_factory=Audit)

    @cached_property
    def sections_by_id(self) -> dict[str, Section]:
        """Every section by its id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def blocks_by_id(self) -> dict[str, Block]:
        """Every block by its id."""
        return {block.id: block for section in self.sections for block in section.blocks}

    @cached_property
    def section_of_block(self) -> dict[str, Section]:
        """The section that holds each block, by the block's id."""
        return {block.id: section for section in self.sections for block in section.blocks}

    @cached_property
    def judgment_of_section(self) -> dict[str, Judgment]:
        """The judgment on each section that is judged, by the section's id."""
        found: dict[str, Judgment] = {}
        for one in self.judgments:
            section = self.sections_by_id[one.section]
            is_its_own = one.title == section.title or section.kind == "question"
            if is_its_own or one.scope == "overall":
                found.setdefault(one.section, one)
        return found

    @cached_property
    def footnotes_by_number(self) -> dict[int, Footnote]:
        """Every footnote by its number."""
        return {footnote.number: footnote for footnote in self.footnotes}

    @cached_property
    def figures_by_number(self) -> dict[int, Figure]:
        """Every figure by its number."""
        return {figure.number: figure for figure in self.figures}

    def chapter_of(self, section_id: str) -> Section:
        """Return the level-1 section that ``section_id`` is, or stands under."""
        section = self.sections_by_id[section_id]
        while section.parent is not None:
            section = self.sections_by_id[section.parent]
        return section
