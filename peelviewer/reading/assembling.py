# SPDX-License-Identifier: MIT
"""From styled lines to a report: the stages in their order, each in a module of its own."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from peelviewer.model.report import Figure, Footnote, Report, Section
from peelviewer.reading import footnotes as footnote_stage
from peelviewer.reading import furniture, residue
from peelviewer.reading.actions import actions
from peelviewer.reading.chapters import is_chapter
from peelviewer.reading.consistency import inconsistencies
from peelviewer.reading.cover import titled
from peelviewer.reading.drafts import Draft
from peelviewer.reading.figures import figures
from peelviewer.reading.footnotes import Separated
from peelviewer.reading.headings import Heading, headings
from peelviewer.reading.identity import Identity, identity
from peelviewer.reading.judgments import judgments, with_questions
from peelviewer.reading.lines import Line
from peelviewer.reading.measures import measures
from peelviewer.reading.outline import Contents, Entry
from peelviewer.reading.pages import pages
from peelviewer.reading.parts import parts
from peelviewer.reading.preparing import prepared
from peelviewer.reading.sections import kind_of_title, sections

Progress = Callable[[str, float], None]

_FEWEST_CHAPTERS = 2


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


def quiet(stage: str, fraction: float) -> None:
    """Report to nobody."""


def assemble(
    lines: Sequence[Line],
    tell: Progress = quiet,
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
    ready = prepared(sheet, bookmarks, unread)
    separated = footnote_stage.separate(ready.lines)
    found = headings(separated.flow, ready.listed, _first_place(separated, ready.listed))
    if sum(heading.level == 1 for heading in found) < _FEWEST_CHAPTERS:
        raise NotAReportError(
            "it has no contents page that fits its headings, and no headings to go by instead"
        )
    tell("Numbering its pages", 0.4)
    known = _pages(ready.lines, separated, found)
    tell("Putting its paragraphs together", 0.5)
    divided, cover = parts(separated, known, found, named, ready.listed)
    made, drafts = sections(divided)
    report = _report(named, made, ready.listed)
    tell("Reading its measures", 0.7)
    report = msgspec.structs.replace(
        report,
        pages=next((page for page in reversed(known) if page is not None), None),
        footnotes=tuple(
            Footnote(number=note.number, text=note.text, page=known[note.index])
            for note in separated.notes
        ),
        figures=_with_regions(report.figures, drafts),
    )
    measured = measures(report, {name: draft.pair for name, draft in drafts.items() if draft.pair})
    return Assembled(
        report=msgspec.structs.replace(
            report, measures=measured, inconsistencies=inconsistencies(measured)
        ),
        furniture=(
            *cover,
            *ready.furniture,
            *(heading.residue for heading in found if heading.residue),
        ),
        restored=ready.restored,
        pages={line.number: page for line, page in zip(ready.lines, known, strict=True) if page},
    )


def _report(named: Identity, made: tuple[Section, ...], listed: Contents | None) -> Report:
    """Return the report of some sections, without footnotes and measures.

    Raises:
        NotAReportError: it has nothing that reports have.
    """
    judged = judgments(made, named.year, named.force)
    acted = actions(made)
    if not (judged or listed or acted or any(is_chapter(s.title) for s in made)):
        raise NotAReportError("it has none of the chapters, grades or actions of a report")
    made = with_questions(made, judged)
    return Report(
        id=named.id,
        edition="full",
        title=named.title,
        force=named.force,
        pillar=named.pillar,
        year=named.year,
        published=named.published,
        isbn=named.isbn,
        sections=made,
        figures=figures(made),
        judgments=judged,
        actions=acted,
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


def _first_place(separated: Separated, listed: Contents | None) -> int:
    """Return the first running line after the contents page."""
    return bisect_left(separated.places, listed.end) if listed else 0


def _pages(
    lines: Sequence[Line], separated: Separated, found: Sequence[Heading]
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
    return pages(lines, foot | _after_star_notes(separated, found), anchors)


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
