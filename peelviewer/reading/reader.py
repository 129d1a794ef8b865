# SPDX-License-Identifier: MIT
"""From a file to a report: the stages in their order, each a pure function in its own module."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from peelviewer.errors import ReadingError
from peelviewer.model.report import Figure, Footnote, Report
from peelviewer.reading import footnotes as footnote_stage
from peelviewer.reading import furniture, residue
from peelviewer.reading.actions import actions
from peelviewer.reading.audit import audit
from peelviewer.reading.bookmarks import chosen
from peelviewer.reading.boxes import unboxed
from peelviewer.reading.consistency import inconsistencies
from peelviewer.reading.cover import titled
from peelviewer.reading.drafts import Draft
from peelviewer.reading.entries import with_numbered
from peelviewer.reading.figures import figures
from peelviewer.reading.files import is_pdf, is_plain, load
from peelviewer.reading.footnotes import Separated
from peelviewer.reading.grades import apart, with_whole_grades
from peelviewer.reading.headings import Heading, headings
from peelviewer.reading.identity import identity
from peelviewer.reading.judgments import judgments, with_questions
from peelviewer.reading.lines import SOFT_HYPHEN, Line, key, printed
from peelviewer.reading.measures import measures
from peelviewer.reading.outline import Contents, Entry, contents, is_chapter, with_entries_apart
from peelviewer.reading.pages import pages
from peelviewer.reading.parts import parts
from peelviewer.reading.sections import kind_of_title, sections
from peelviewer.reading.text import markdown, plain_text
from peelviewer.reading.text.aligned import aligned
from peelviewer.reading.text.broken import with_dashes, with_soft_hyphens
from peelviewer.reading.text.dialects import with_plain_front, without_comments
from peelviewer.reading.text.framed import drawn, framed
from peelviewer.reading.text.lowered import with_raised
from peelviewer.reading.text.standing import with_titles
from peelviewer.reading.text.unbroken import is_unbroken, parted
from peelviewer.reading.unread import with_titles_of
from peelviewer.reading.words import in_rows, marked_up_words, plain_words, with_broken_words

Progress = Callable[[str, float], None]

_FEWEST_CHAPTERS = 2
_NO_LINES = (
    "it has hardly any line ends, and neither a contents list nor known titles to find "
    "its sections by: give a copy that has its lines, or the PDF"
)
_AFTER_PAGES = 0.7  # of the progress of a PDF, whose pages take most of the time


def read(path: Path, progress: Progress | None = None) -> Report:
    """Return the whole report in ``path`` (PDF, Markdown or plain text).

    ``progress(stage, fraction)`` is called before each stage and with 1.0 at the end; what it
    raises (``CancelledError``) stops the reading.

    Raises:
        ReadingError: the file cannot be read, or is no inspection report; the sentence names it.
    """
    tell = progress or _quiet
    tell("Reading the file", 0.0)
    if is_pdf(path):
        return _read_pdf(path, tell)
    text = load(path)
    tell("Finding its lines", 0.1)
    plain = is_plain(path, text)
    text = text if plain else with_plain_front(without_comments(text))
    given = parted(text, is_plain=plain)
    if given is not None:
        lines = markdown.lines(given.text)
    else:
        lines = plain_text.lines(text) if plain else markdown.lines(text)
    try:
        made = assemble(lines, tell, running=given.running if given else ())
    except NotAReportError as error:
        reason = _NO_LINES if given is None and is_unbroken(text) else error
        raise ReadingError(f"{path} cannot be read as an inspection report: {reason}.") from None
    tell("Accounting for every word", 0.9)
    words = plain_words if plain else marked_up_words
    raws = text.split("\n")
    source = with_broken_words([(row, words(row)) for row in raws])
    source = in_rows(source, {**aligned(raws), **(drawn(raws) if plain else framed(raws))})
    if given is not None:  # its lines stand for the file's where they have the same letters
        lined = [words(row) for row in given.text.split("\n")]
        source = lined if "".join(chain(*lined)) == "".join(chain(*source)) else source
    paged = ((row, made.pages.get(number)) for number, row in enumerate(source, 1))
    checked = audit(paged, made.report, made.furniture)
    tell("Done", 1.0)
    return msgspec.structs.replace(made.report, audit=checked)


def _read_pdf(path: Path, tell: Progress) -> Report:
    from peelviewer.reading import pdf

    source = pdf.load(path, tell)
    try:
        made = assemble(
            source.lines,
            lambda stage, fraction: tell(stage, _AFTER_PAGES + fraction * (1 - _AFTER_PAGES)),
            source.outline,
            unread=source.unread,
        )
    except NotAReportError as error:
        raise ReadingError(f"{path} cannot be read as an inspection report: {error}.") from None
    tell("Accounting for every word", 0.95)
    set_apart = [text for text in (*source.apart, *made.furniture) if text]  # pictures have none
    checked = pdf.accounts(source.pages, made.report, set_apart, source.renumbered, made.restored)
    checked = msgspec.structs.replace(checked, unread=source.unread)
    tell("Done", 1.0)
    return msgspec.structs.replace(made.report, audit=checked)


class NotAReportError(Exception):
    """Says, as a clause, what was missed."""


class Assembled(msgspec.Struct, frozen=True, kw_only=True):
    """A report without its audit, the texts set apart, and the page of each source line.

    ``restored`` are titles on pages that could not be read, as the contents page has them.
    """

    report: Report
    furniture: tuple[str, ...]
    pages: dict[int, int]
    restored: tuple[str, ...] = ()


def _quiet(stage: str, fraction: float) -> None:
    """Report to nobody."""


def assemble(
    lines: Sequence[Line],
    tell: Progress = _quiet,
    bookmarks: Sequence[Entry] = (),
    running: Collection[str] = (),
    unread: Collection[int] = (),
) -> Assembled:
    """Return what styled lines, of whatever format, make.

    ``bookmarks`` are the file's outline, ``running`` are running lines that are known already,
    ``unread`` pages that are only pictures.

    Raises:
        NotAReportError: no title that names a PEEL report, no sections, or none that reports have.
    """
    lines = titled(lines)
    named = identity(lines)
    if named is None:
        raise NotAReportError("no title on its first pages names a PEEL report, a force and a year")
    tell("Setting running lines apart", 0.2)
    sheet = residue.set_apart(furniture.set_apart(lines, named.title_line, running))
    tell("Finding its sections", 0.3)
    sheet = msgspec.structs.replace(sheet, lines=tuple(with_entries_apart(sheet.lines)))
    sheet, listed = _without_contents(sheet)
    sheet = msgspec.structs.replace(
        sheet, lines=with_soft_hyphens(with_raised(with_dashes(sheet.lines)))
    )
    sheet = msgspec.structs.replace(sheet, lines=tuple(with_whole_grades(sheet.lines)))
    sheet = msgspec.structs.replace(sheet, lines=_with_titles(sheet.lines, listed))
    sheet = _with_grades_apart(sheet, listed)
    listed = chosen(listed, bookmarks, sheet.lines)
    restored = with_titles_of(unread, sheet.lines, listed)
    sheet = msgspec.structs.replace(sheet, lines=restored.lines)
    separated = footnote_stage.separate(sheet.lines)
    found = headings(separated.flow, listed, _first_place(separated, listed))
    if sum(heading.level == 1 for heading in found) < _FEWEST_CHAPTERS:
        raise NotAReportError(
            "it has no contents page that fits its headings, and no headings to go by instead"
        )
    tell("Numbering its pages", 0.4)
    known = _pages(sheet, separated, found)
    tell("Putting its paragraphs together", 0.5)
    divided, cover = parts(separated, known, found, named, listed)
    made, drafts = sections(divided)
    judged = judgments(made, named.year, named.force)
    acted = actions(made)
    if not (judged or listed or acted or any(is_chapter(s.title) for s in made)):
        raise NotAReportError("it has none of the chapters, grades or actions of a report")
    made = with_questions(made, judged)
    tell("Reading its measures", 0.7)
    report = Report(
        id=named.id,
        edition="full",
        title=named.title,
        force=named.force,
        pillar=named.pillar,
        year=named.year,
        published=named.published,
        isbn=named.isbn,
        pages=next((page for page in reversed(known) if page is not None), None),
        sections=made,
        footnotes=tuple(
            Footnote(number=note.number, text=note.text, page=known[note.index])
            for note in separated.notes
        ),
        figures=figures(made),
        judgments=judged,
        actions=acted,
    )
    report = msgspec.structs.replace(report, figures=_with_regions(report.figures, drafts))
    measured = measures(report, {name: draft.pair for name, draft in drafts.items() if draft.pair})
    return Assembled(
        report=msgspec.structs.replace(
            report, measures=measured, inconsistencies=inconsistencies(measured)
        ),
        furniture=(
            *cover,
            *sheet.furniture,
            *(heading.residue for heading in found if heading.residue),
        ),
        restored=restored.titles,
        pages={line.number: page for line, page in zip(sheet.lines, known, strict=True) if page},
    )


def _with_regions(found: Sequence[Figure], drafts: Mapping[str, Draft]) -> tuple[Figure, ...]:
    """Return the figures, each picture with the part of the page below its caption."""
    regions = {
        draft.figure: draft.first.region
        for draft in drafts.values()
        if draft.kind == "figure" and draft.first.region
    }
    return tuple(
        msgspec.structs.replace(figure, region=regions.get(figure.number))
        if figure.form == "image"
        else figure
        for figure in found
    )


def _without_contents(sheet: furniture.Sheet) -> tuple[furniture.Sheet, Contents | None]:
    """Move the contents page among the furniture; its entries' places are then one point."""
    listed = contents(sheet.lines)
    if listed is None:
        return sheet, None
    page = sheet.lines[listed.start : listed.end]
    return furniture.Sheet(
        lines=sheet.lines[: listed.start] + sheet.lines[listed.end :],
        furniture=sheet.furniture + _with_whole_words([printed(one) for one in page if one.text]),
    ), msgspec.structs.replace(listed, end=listed.start)


def _with_whole_words(texts: list[str]) -> tuple[str, ...]:
    """Return lines of text, words that a line's end breaks at a hyphen as part of the next."""
    for index, text in enumerate(texts[:-1]):
        before, _, part = text.rpartition(" ")
        if before and part[:-1].isalpha() and part.endswith(("-", SOFT_HYPHEN)):
            texts[index : index + 2] = before, part + texts[index + 1]
    return tuple(texts)


def _with_titles(lines: Sequence[Line], listed: Contents | None) -> tuple[Line, ...]:
    """Mark titles that only stand by themselves, below the contents page's place."""
    first = listed.end if listed else 0
    return (*lines[:first], *with_titles(with_numbered(lines[first:], listed)))


def _with_grades_apart(sheet: furniture.Sheet, listed: Contents | None) -> furniture.Sheet:
    """Part titles from the grades on their lines, and boxes of actions from being tables.

    What stands up to the contents page's place stays.
    """
    first = listed.end if listed else 0
    titles = frozenset(key(entry.title) for entry in listed.entries) if listed else frozenset()
    lines = (*sheet.lines[:first], *apart(unboxed(sheet.lines[first:]), titles))
    return msgspec.structs.replace(sheet, lines=lines)


def _first_place(separated: Separated, listed: Contents | None) -> int:
    """Return the first running line after the contents page."""
    return bisect_left(separated.places, listed.end) if listed else 0


def _pages(
    sheet: furniture.Sheet, separated: Separated, found: Sequence[Heading]
) -> tuple[int | None, ...]:
    anchors = {
        separated.places[heading.first]: heading.page
        for heading in found
        if heading.listed and heading.page is not None
    }
    foot = frozenset(
        place
        for place, line in zip(separated.places, separated.flow, strict=True)
        if line.breaks == "foot"
    )
    return pages(sheet.lines, foot | _after_star_notes(separated, found), anchors)


def _after_star_notes(separated: Separated, found: Sequence[Heading]) -> frozenset[int]:
    """Return the lines that follow a starred note of the numbers graphic.

    Such a note stands at the foot of its page, as footnotes do. It is asked only where the
    graphic's pages carry no running line, which is the better sign.
    """
    chapters = [heading for heading in found if heading.level == 1]
    ends = [*(heading.first for heading in chapters[1:]), len(separated.flow)]
    places: set[int] = set()
    for heading, end in zip(chapters, ends, strict=True):
        lines = separated.flow[heading.first : end]
        if kind_of_title(heading.title, heading.level) != "numbers":
            continue
        if any(line.breaks == "head" for line in lines[1:]):
            continue
        places |= {
            separated.places[heading.first + index + 1]
            for index, line in enumerate(lines[:-1])
            if line.text.startswith("*")
        }
    return frozenset(places)
