# SPDX-License-Identifier: MIT
"""What a report holds, as rows that lead to their places: pure functions, no Qt."""

from collections.abc import Iterator

from peelviewer.charts.wording import ENGLAND_AND_WALES, period_words
from peelviewer.model.measure import Measure
from peelviewer.model.report import Block, BlockKind, Inconsistency, Report, Section
from peelviewer.reference.catalogue import catalogue
from peelviewer.ui.entries.entry import Entry, Place, page_words
from peelviewer.ui.models.nodes import ACTION_WORDS
from peelviewer.ui.wording import counted

KINDS: dict[BlockKind, str] = {
    "paragraph": "Paragraph",
    "list_item": "List item",
    "quotation": "Quotation",
    "table": "Table",
    "figure": "Picture",
    "judgment": "Judgment",
    "action": "Action",
    "caption": "Caption",
    "source": "Source",
}


def sections(report: Report) -> tuple[Entry, ...]:
    """Return the outline: every section, at its level."""
    judged = report.judgment_of_section
    return tuple(
        Entry(
            text=section.title,
            right=page_words(section.page),
            level=section.level,
            mark=judged[section.id].grade if section.id in judged else None,
            key=section.id,
            place=Place(section=section.id, page=section.page, words=section.title),
        )
        for section in report.sections
    )


def blocks(section: Section) -> tuple[Entry, ...]:
    """Return the blocks of a section, each with its kind."""
    return tuple(
        Entry(
            text=_shown(block),
            detail=KINDS[block.kind],
            right=page_words(block.page),
            key=block.id,
            place=_place(section.id, block),
        )
        for block in section.blocks
    )


def judgments(report: Report) -> tuple[Entry, ...]:
    """Return every grade."""
    return tuple(
        Entry(
            text=judgment.title,
            detail=f"{judgment.grade.capitalize()} · {judgment.scope}",
            right=page_words(judgment.page),
            mark=judgment.grade,
            key=f"{judgment.section}/{number}",
            place=_judgment_place(report, judgment.section, judgment.page),
        )
        for number, judgment in enumerate(report.judgments)
    )


def measures(report: Report) -> tuple[Entry, ...]:
    """Return every measure with the two values as printed."""
    return tuple(
        Entry(
            text=measure.label,
            detail=" · ".join((_values(report, measure), period_words(measure.period))),
            right=page_words(measure.page),
            key=str(number),
            place=Place(
                section=measure.section,
                block=measure.block,
                page=measure.page,
                words=measure.passage,
            ),
        )
        for number, measure in enumerate(report.measures)
    )


def actions(report: Report) -> tuple[Entry, ...]:
    """Return every area for improvement, cause of concern and recommendation."""
    return tuple(
        Entry(
            text=action.text,
            detail=ACTION_WORDS[action.kind][0].capitalize(),
            right=page_words(action.page),
            key=str(number),
            place=Place(section=action.section, block=action.block, page=action.page),
        )
        for number, action in enumerate(report.actions)
    )


def footnotes(report: Report) -> tuple[Entry, ...]:
    """Return every footnote; it leads to its own words, at the foot of its page."""
    return tuple(
        Entry(
            text=f"{note.number}  {note.text}",
            right=page_words(note.page),
            key=str(note.number),
            place=Place(page=note.page, words=note.text),
        )
        for note in report.footnotes
    )


def figures(report: Report) -> tuple[Entry, ...]:
    """Return every figure, and whether its values are in the text."""
    return tuple(
        Entry(
            text=f"Figure {figure.number} · {figure.title}",
            detail=(
                f"Table of {counted(len(figure.rows), 'row')}"
                if figure.form == "table"
                else "Picture: its values are not in the text"
            ),
            right=page_words(figure.page),
            key=str(figure.number),
            place=_figure_place(report, figure.number),
        )
        for figure in report.figures
    )


def unplaced(report: Report) -> tuple[Entry, ...]:
    """Return pages not read, the words that stand nowhere, then those not in the source."""
    unread = tuple(
        Entry(
            text=f"Page {page} is only a picture",
            detail="Not read: it has no text layer. The original shows what it says",
            right=page_words(page),
            warning=True,
            key=f"unread {page}",
            place=Place(page=page),
        )
        for page in report.audit.unread
    )
    missing = tuple(
        Entry(
            text=f"“{words.text}”",
            detail="Not placed: no part of the report holds these words",
            right=page_words(words.page),
            warning=True,
            key=f"missing {number}",
            place=near(report, words.page, words.text),
        )
        for number, words in enumerate(report.audit.unplaced)
    )
    surplus = tuple(
        Entry(
            text=f"“{words.text}”",
            detail="In the report, but not at this place of the source",
            right=page_words(words.page),
            warning=True,
            key=f"surplus {number}",
            place=near(report, words.page, words.text),
        )
        for number, words in enumerate(report.audit.surplus)
    )
    return unread + missing + surplus


def furniture(report: Report) -> tuple[Entry, ...]:
    """Return what was set apart as no part of the text, the most frequent first.

    Page numbers are one row. Pages are not kept, so a row leads to its words in a text only.
    """
    most_first = sorted(report.audit.furniture, key=lambda item: -item.times)
    numbers = [item for item in most_first if _is_page_number(item.text)]
    if len(numbers) < _FEWEST_NUMBERS:
        numbers = []
    rows = [
        Entry(
            text=item.text,
            right=_times(item.times),
            key=f"furniture {number}",
            place=Place(words=item.text),
        )
        for number, item in enumerate(most_first)
        if item not in numbers
    ]
    if numbers:
        pages = sorted(int(item.text) for item in numbers)
        rows.insert(
            0,
            Entry(
                text=f"Page numbers from {pages[0]} to {pages[-1]}",
                right=_times(sum(item.times for item in numbers)),
                key="page numbers",
            ),
        )
    return tuple(rows)


_FEWEST_NUMBERS = 3


def _is_page_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len("1999")


def _times(count: int) -> str:
    return f"{count} times" if count > 1 else "once"


def inconsistencies(report: Report) -> tuple[Entry, ...]:
    """Return a heading for each contradiction, and below it each value with its place."""
    return tuple(
        entry
        for number, inconsistency in enumerate(report.inconsistencies)
        for entry in _contradiction(report, inconsistency, number)
    )


def near(report: Report, page: int | None, words: str = "") -> Place:
    """Return the place on a page where its text begins, or the last one before that page."""
    best: tuple[Section, Block] | None = None
    if page is not None:
        for section in report.sections:
            for block in section.blocks:
                if (
                    block.page is not None
                    and block.page <= page
                    and (best is None or (best[1].page or 0) < block.page)
                ):
                    best = section, block
    if best is None:
        return Place(page=page, words=words)
    return Place(section=best[0].id, block=best[1].id, page=page, words=words)


def _contradiction(report: Report, found: Inconsistency, number: int) -> Iterator[Entry]:
    area = ENGLAND_AND_WALES if found.area == "national" else report.force.name
    yield Entry(
        text=_label_of(report, found.key),
        detail=f"{area}, {period_words(found.period)}",
        heading=True,
        key=f"{number}",
    )
    for place, occurrence in enumerate(found.values):
        measure = _measure_at(report, found, occurrence.block, occurrence.value)
        printed = measure and getattr(measure.as_printed, found.area)
        section = report.section_of_block.get(occurrence.block)
        passage = measure.passage if measure else ""
        yield Entry(
            text=printed or f"{occurrence.value:g}",
            detail=" · ".join(passage.split("\t")),
            right=page_words(occurrence.page),
            level=2,
            key=f"{number}/{place}",
            place=Place(
                section=section.id if section else None,
                block=occurrence.block,
                page=occurrence.page,
                words=passage,
            ),
        )


def _measure_at(report: Report, found: Inconsistency, block: str, value: float) -> Measure | None:
    """Return the measure that an occurrence is of, where one says just that there."""
    return next(
        (
            measure
            for measure in report.measures
            if measure.key == found.key
            and measure.block == block
            and getattr(measure, found.area) == value
        ),
        None,
    )


def _label_of(report: Report, key: str) -> str:
    known = catalogue().definition(key)
    if known is not None:
        return known.label
    labels = (measure.label for measure in report.measures if measure.key == key)
    return next(labels, key.replace("_", " ").capitalize())


def _values(report: Report, measure: Measure) -> str:
    force = measure.as_printed.force or "–"
    national = measure.as_printed.national or "–"
    return f"{report.force.name} {force}, {ENGLAND_AND_WALES} {national}"


def _place(section: str, block: Block) -> Place:
    return Place(section=section, block=block.id, page=block.page)


def _judgment_place(report: Report, section: str, page: int | None) -> Place:
    """Return the block that states the grade: of the section, or of those below it."""
    for candidate in report.sections:
        if candidate.id == section or report.chapter_of(candidate.id).id == section:
            for block in candidate.blocks:
                if block.kind == "judgment" and block.page == page:
                    return _place(candidate.id, block)
    return Place(section=section, page=page)


def _figure_place(report: Report, number: int) -> Place:
    for section in report.sections:
        for block in section.blocks:
            if block.figure == number:
                return _place(section.id, block)
    figure = report.figures_by_number[number]
    return Place(section=figure.section, page=figure.page)


def _shown(block: Block) -> str:
    text = " · ".join(part.strip() for part in block.text.split("\t") if part.strip())
    if not text:
        return "(a picture)"
    return f"{block.marker} {text}" if block.marker else text
