# SPDX-License-Identifier: MIT
"""What the panel offers for a place in the report: its measures and figures, in reading order.

Pure functions from a report to values; the list model shows them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from peelviewer.charts.comparison import row_of
from peelviewer.charts.spec import FORCE, NATIONAL, Value
from peelviewer.model.report import Figure, Report, Section
from peelviewer.reference.catalogue import catalogue
from peelviewer.ui.short_titles import short_title

EntryKind = Literal["profile", "measure", "figure"]

# A table of up to this many rows is listed row by row; of a longer one only the rows that the
# report speaks of elsewhere too, and the figure as a whole.
SHORT_TABLE = 8


@dataclass(frozen=True)
class Entry:
    """One line of the list.

    ``force`` and ``national`` are values as printed, ``None`` where the report gives none;
    ``note`` stands in their place for a figure ("19 rows"). ``detail`` tells two lines of the
    same label apart. ``measure`` is an index in ``report.measures``.
    """

    kind: EntryKind
    label: str
    detail: str = ""
    force: str | None = None
    national: str | None = None
    missing: str | None = None
    note: str = ""
    unit: str = ""
    period: str = ""
    measure: int | None = None
    figure: int | None = None
    page: int | None = None

    @property
    def key(self) -> tuple[EntryKind, int | None]:
        """What makes the entry the same one in another list."""
        return self.kind, self.figure if self.kind == "figure" else self.measure


@dataclass(frozen=True)
class Elsewhere:
    """A chapter that does have measures, to send the reader to.

    ``count`` is how many measures it has, ``figures`` how many figures. ``is_by_name`` is false
    for the chapter that the reader is in.
    """

    section: str
    title: str
    count: int
    is_by_name: bool = True
    figures: int = 0


@dataclass(frozen=True)
class Listing:
    """The entries of a section and its sub-sections; where there are none, where some are."""

    section: str
    is_chapter: bool
    entries: tuple[Entry, ...]
    elsewhere: Elsewhere | None = None


def listing_of(report: Report, section_id: str, also: int | None = None) -> Listing:
    """Return what the panel lists for ``section_id``; ``also`` is a measure to list in any case."""
    section = report.sections_by_id[section_id]
    inside = sections_under(report, section_id)
    entries = tuple(_told_apart(_entries(report, inside, also)))
    if section.kind == "numbers" and section.parent is None and len(entries) > 1:
        entries = (_profile(entries), *entries)
    return Listing(
        section=section_id,
        is_chapter=section.parent is None,
        entries=entries,
        elsewhere=None if entries else _elsewhere(report, section),
    )


def sections_under(report: Report, section_id: str) -> frozenset[str]:
    """Return the ids of the section and of everything below it."""
    inside = {section_id}
    for section in report.sections:  # parents come before their children
        if section.parent in inside:
            inside.add(section.id)
    return frozenset(inside)


def _entries(report: Report, inside: frozenset[str], also: int | None) -> Iterator[Entry]:
    """Yield the entries of the sections ``inside`` in reading order, a figure after its rows."""
    order = {
        block.id: place
        for place, block in enumerate(b for section in report.sections for b in section.blocks)
    }
    spoken_of = Counter(m.key for m in report.measures if m.origin != "table")
    tables = Counter(m.figure for m in report.measures if m.origin == "table")
    placed: list[tuple[tuple[int, int, int], Entry]] = []
    for index, measure in enumerate(report.measures):
        if measure.section not in inside:
            continue
        in_long_table = measure.origin == "table" and tables[measure.figure] > SHORT_TABLE
        if in_long_table and not spoken_of[measure.key] and index != also:
            continue
        placed.append(((order[measure.block], 0, index), _of_measure(report, index)))
    for figure in report.figures:
        if figure.section in inside:
            place = _place_of_figure(report, figure, order)
            placed.append(((place, 1, figure.number), _of_figure(report, figure)))
    return (entry for _, entry in sorted(placed, key=lambda item: item[0]))


def _place_of_figure(report: Report, figure: Figure, order: dict[str, int]) -> int:
    """Return where the figure's table, picture or caption stands; else the end of its section."""
    blocks = report.sections_by_id[figure.section].blocks
    own = [block for block in blocks if block.figure == figure.number]
    body = [block for block in own if block.kind in {"table", "figure"}] or own or list(blocks)
    return order[body[-1].id] if body else len(order)


def _of_measure(report: Report, index: int) -> Entry:
    row = row_of(report, index)
    force, national = row.values[FORCE], row.values[NATIONAL]
    unit = catalogue().unit(report.measures[index].unit)
    return Entry(
        kind="measure",
        label=row.label,
        force=_with_sign(force, unit.sign),
        national=_with_sign(national, unit.sign),
        missing=force.missing or national.missing,
        unit=row.unit,
        period=row.period,
        measure=index,
        page=row.page,
    )


def _with_sign(value: Value, sign: str) -> str | None:
    """Return the value with its unit's sign: a table prints it once, over the column."""
    if value.value is None:
        return None
    return value.printed if value.printed.endswith(sign) else value.printed + sign


def _of_figure(report: Report, figure: Figure) -> Entry:
    rows = len(figure.rows)
    return Entry(
        kind="figure",
        label=f"{_figure_name(report, figure)} · figure {figure.number}",
        note="picture" if figure.form == "image" else f"{rows} row{'' if rows == 1 else 's'}",
        figure=figure.number,
        page=figure.page,
    )


def _figure_name(report: Report, figure: Figure) -> str:
    """Return "All outcomes" where the figure's rows are one group of several in the catalogue."""
    keys = {m.key for m in report.measures if m.figure == figure.number and m.origin == "table"}
    known = [catalogue().definition(key) for key in keys]
    groups = {definition.group if definition else "" for definition in known}
    if len(keys) > 1 and len(groups) == 1 and (group := groups.pop()).endswith("s"):
        return f"All {group}"
    return short_title(figure.title)


def _profile(entries: tuple[Entry, ...]) -> Entry:
    pairs = sum(entry.kind == "measure" for entry in entries)
    return Entry(kind="profile", label="All pairs at a glance", note=f"{pairs} pairs")


def _told_apart(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Yield the entries; those that share a label get what tells them apart: period or page."""
    listed = list(entries)
    times = Counter(entry.label for entry in listed)
    periods = Counter((entry.label, entry.period) for entry in listed)
    for entry in listed:
        if times[entry.label] == 1:
            yield entry
        elif periods[entry.label, entry.period] == 1 or entry.page is None:
            yield replace(entry, detail=entry.period)
        else:
            yield replace(entry, detail=f"page {entry.page}")


def _elsewhere(report: Report, section: Section) -> Elsewhere | None:
    """Return the chapter if it has measures, else Force in numbers, else the first that has."""
    chapter = report.chapter_of(section.id)
    chapters = [s for s in report.sections if s.parent is None]
    numbers = [s for s in chapters if s.kind == "numbers"]
    for candidate in (chapter, *numbers, *chapters):
        inside = sections_under(report, candidate.id)
        count = sum(measure.section in inside for measure in report.measures)
        figures = sum(figure.section in inside for figure in report.figures)
        if count or figures:
            return Elsewhere(
                candidate.id, candidate.title, count, candidate is not chapter, figures
            )
    return None
