# SPDX-License-Identifier: MIT
"""Measures: the numbers graphic's pairs, the figures' tables, and the clear ones in the text.

Each has a key of the catalogue where its printed name and unit are known there, a unit, a period,
and the block that it stands in. Where the unit or the period is not stated there is no measure:
a value is never guessed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from peelviewer.model.measure import Measure, Period
from peelviewer.model.report import Block, Report, Section
from peelviewer.reading.drafts import Pair
from peelviewer.reading.measures.grids import Grid, cells, figure_grid, graphic_grid, is_expected
from peelviewer.reading.measures.periods import change_between, heading_period, period
from peelviewer.reading.measures.printed_pairs import PrintedPair, measure_of, unit_of
from peelviewer.reading.measures.prose import prose_measures
from peelviewer.reading.values import STARS, unit

_Note: TypeAlias = tuple[str, Period | None]
"""A starred note: its sign, and the period that it states."""
_Notes: TypeAlias = Mapping[str, set[Period | None]]
"""The periods that notes state, by the notes' sign."""

_DASH_MEANS = re.compile(
    r"[^.]*\bdash\b[^.]*\b(?:indicates|means|shows|where)\b[^.]*\.", re.IGNORECASE
)
_LONGEST_NAME = 45  # letters of a group's name
_NO_VALUE = "The report prints a dash in place of the value."


def measures(report: Report, pairs: Mapping[str, Pair]) -> tuple[Measure, ...]:
    """Return the report's measures in the order of their blocks.

    ``pairs`` are the numbers graphic's pairs by the id of the block that holds each.
    """
    dash = _meaning_of_dash(report)
    place = {block: index for index, block in enumerate(report.blocks_by_id)}
    printed = chain(_graphic(report, pairs), _tables(report))
    made = (
        measure_of(pair, dash)
        for pair in printed
        if not any(map(is_expected, (pair.label, pair.group, pair.context)))
    )
    told = _without_empty_series([measure for measure in made if measure is not None])
    found = [*told, *prose_measures(report)]
    return tuple(sorted(found, key=lambda measure: place[measure.block]))


def _without_empty_series(found: Sequence[Measure]) -> Iterator[Measure]:
    """Yield the measures without the dashes of a table's row that has no value of its own.

    Without a national value beside it, such a dash stands for nothing that can be told.
    """
    filled = {(m.block, m.key) for m in found if m.force is not None}
    for measure in found:
        is_alone = measure.force is None and measure.as_printed.national is None
        if not (is_alone and measure.figure and (measure.block, measure.key) not in filled):
            yield measure


def _meaning_of_dash(report: Report) -> str:
    """Return what the report says that a dash means."""
    for section in reversed(report.sections):
        for block in section.blocks:
            if "dash" in block.text and (found := _DASH_MEANS.search(block.text)):
                return found[0].strip()
    return _NO_VALUE


def _graphic(report: Report, pairs: Mapping[str, Pair]) -> Iterator[PrintedPair]:
    in_chapter = _notes_of_chapters(report)
    for section in report.sections:
        notes = _by_sign(_notes(section))
        of_chapter = in_chapter[report.chapter_of(section.id).id]
        above = ""  # a group's name that has stayed a paragraph
        for block in section.blocks:
            pair = pairs.get(block.id)
            if block.kind == "paragraph":
                above = block.text if len(block.text) <= _LONGEST_NAME else ""
            grid = None if pair else graphic_grid(report, section, block)
            if pair is None and grid is None:
                continue
            called = (pair.label, above or section.title) if pair else (section.title,)
            stated = heading_period(called[-1])
            stated = stated or _stated_below(notes, called) or _of_sign(of_chapter, called)
            if grid is not None:
                yield from _of_grid(report, grid, stated)
            elif pair is not None and (when := _when(pair.label) or stated) is not None:
                yield _of_pair(pair, when, section, block)


def _of_pair(pair: Pair, when: Period, section: Section, block: Block) -> PrintedPair:
    values = (pair.force, pair.national)
    return PrintedPair(
        label=pair.label,
        values=values,
        unit=unit_of(pair.label, values),
        when=when,
        section=section,
        block=block,
        context=section.title,
    )


def _when(label: str) -> Period | None:
    """Return the period that a label names; of a change also that from one day to another."""
    return period(label) or (change_between(label) if unit(label) == "percent_change" else None)


def _stated_below(notes: _Notes, called: Sequence[str]) -> Period | None:
    """Return the period that the notes under a group of pairs state for all of them.

    A note is of what has its sign. Names in ``called`` that have none take the only note there is.
    """
    if any(map(STARS.search, called)):
        return _of_sign(notes, called)
    found = set[Period | None]().union(*notes.values())
    return found.pop() if len(found) == 1 else None


def _notes_of_chapters(report: Report) -> dict[str, _Notes]:
    """Return the starred notes of each chapter, by the chapter's id."""
    found: defaultdict[str, list[_Note]] = defaultdict(list)
    for section in report.sections:
        found[report.chapter_of(section.id).id] += _notes(section)
    return {chapter: _by_sign(notes) for chapter, notes in found.items()}


def _by_sign(notes: Iterable[_Note]) -> _Notes:
    found: defaultdict[str, set[Period | None]] = defaultdict(set)
    for sign, when in notes:
        found[sign].add(when)
    return found


def _notes(section: Section) -> Iterator[_Note]:
    """Yield the starred notes of a section: each one's sign, and the period that it states."""
    for block in section.blocks:
        if block.kind in ("paragraph", "source") and (note := STARS.match(block.text)):
            yield note[0], period(block.text)


def _of_sign(notes: _Notes, called: Sequence[str]) -> Period | None:
    """Return the one period of the notes with the sign that a name has, of the first such name.

    Layouts set a note at the chapter's foot, below other groups. Of two with one sign it is not
    certain which is meant.
    """
    for name in called:
        sign = STARS.search(name)
        found = notes.get(sign[0], set()) if sign else set()
        when = next(iter(found), None)
        if when is not None and len(found) == 1:
            return when
    return None


def _tables(report: Report) -> Iterator[PrintedPair]:
    for figure in report.figures:
        grid = figure_grid(report, figure)
        if grid is not None:
            yield from _of_grid(report, grid, period(figure.title))


def _of_grid(report: Report, grid: Grid, stated: Period | None) -> Iterator[PrintedPair]:
    """Yield a pair for each row of a table, for each of its periods."""
    for found in cells(grid, report.force):
        when, measured = found.when or _when(found.label) or stated, found.unit
        if when is None:
            continue
        values = (found.force, found.national)
        if grid.figure is None or measured in (None, "percent_change"):
            measured = unit_of(f"{found.label} {grid.title}", values, measured)
        yield PrintedPair(
            label=found.label,
            values=values,
            unit=measured,
            when=when,
            section=grid.section,
            block=grid.block,
            context=grid.title,
            group=found.group,
            topic=found.topic,
            figure=grid.figure,
            passage=found.row,
        )
