# SPDX-License-Identifier: MIT
"""Turning the rows and columns of a found table into observations; shared by all importers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from peelviewer.model.measure import Period
from peelviewer.model.statistics import UNREADABLE, Area, Observation
from peelviewer.reference.labels import plain_label
from peelviewer.statistics.areas import area_of, region_area, without_notes
from peelviewer.statistics.cells import Number, meanings_in, note_numbers, number, text_of
from peelviewer.statistics.datasets import Problems
from peelviewer.statistics.doubts import is_doubt
from peelviewer.statistics.headings import Column
from peelviewer.statistics.layout import Row, Table, cell_name, note_numbered
from peelviewer.statistics.periods import notes_behind
from peelviewer.statistics.significance import NOTE as SIGNIFICANT
from peelviewer.statistics.significance import is_starred, stars_of
from peelviewer.statistics.vocabulary import as_printed, can_be_negative, names_of
from peelviewer.statistics.west_midlands import rows_of_region

_BASES = ("people", "households")
"""Units of what rates are of: a note that says why one is missing names it, and is not on it."""


class Meaning(NamedTuple):
    """What the values of one column are."""

    column: Column
    measure: str
    label: str
    unit: str
    period: Period

    @property
    def what(self) -> tuple[str, str, Period]:
        """What tells its values from those of other columns: measure, unit and period."""
        return self.measure, self.unit, self.period


def told_apart(
    meanings: Sequence[Meaning],
) -> tuple[tuple[Meaning, ...], tuple[tuple[Column, str], ...]]:
    """Return the columns that no other is like, and those alike with the reason to leave them."""
    times = Counter(one.what for one in meanings)
    alike = (one for one in meanings if times[one.what] > 1)
    return (
        tuple(one for one in meanings if times[one.what] == 1),
        tuple((one.column, f"they say the same of themselves: {one.label}") for one in alike),
    )


class Rows(NamedTuple):
    """The rows of a table with their areas, and the names of those that are not taken."""

    areas: tuple[tuple[Row, Area], ...]
    set_apart: tuple[str, ...]
    unmatched: tuple[str, ...]
    twice: tuple[str, ...]


def rows_of(table: Table) -> Rows:
    """Match the rows of a table with areas.

    A force that stands twice with different values is in ``twice``: nobody can say which is right.
    """
    areas: list[tuple[Row, Area]] = []
    unmatched: list[str] = []
    regions = rows_of_region(table)
    seen: dict[str, Row] = {}
    twice: list[str] = []
    for row in table.rows:
        name = without_notes(row.name).text
        area = region_area(row.name) if row.number in regions else area_of(row.name, row.code)
        if area is None:
            if _looks_like_area(row):
                unmatched.append(f"{name} ({row.code})" if row.code else name)
            continue
        earlier = seen.get(area.id)
        if earlier is not None:
            if area.kind == "force" and not _same_values(earlier, row):
                twice.append(f"{area.name} (rows {earlier.number} and {row.number})")
            continue
        seen[area.id] = row
        areas.append((row, area))
    apart = [a.name for _, a in areas if a.kind in ("region", "country", "other")]
    return Rows(tuple(areas), tuple(apart), tuple(unmatched), tuple(twice))


def observations(
    table: Table,
    rows: Rows,
    meanings: Sequence[Meaning],
    dataset: str,
    problems: Problems,
) -> tuple[Observation, ...]:
    """Return an observation for each area and meaning; text in number cells is a problem."""
    signs = meanings_in((*table.preamble, *table.notes))
    names = {
        meaning.measure: names_of(meaning.measure, meaning.label)
        for meaning in meanings
        if meaning.unit not in _BASES
    }
    stars = stars_of(table, [meaning.column for meaning in meanings])
    doubts = {meaning.column.place: _doubts_on(table, meaning.column) for meaning in meanings}
    found = []
    for row, area in rows.areas:
        row_notes = _notes_on(table, row, area)
        about = {note: _named_in(note, names) for note in row_notes}
        for meaning in meanings:
            index = meaning.column.place
            cell = row.cells[index] if index < len(row.cells) else ""
            held = number(cell, signs)
            cell_note = note_numbered(table.notes, note_numbers(cell))
            notes = [n for n in row_notes if not about[n] or meaning.measure in about[n]]
            if held.value is not None and is_starred(row, stars.get(index)):
                notes.append(SIGNIFICANT)
            if fault := _fault(cell, held, meaning.unit):
                held = Number(None, UNREADABLE)
                problems.add(
                    f"{table.name}, cell {cell_name(row.number, index)}",
                    f"{fault}: {area.name} is left without a value for {meaning.label}.",
                )
            found.append(
                Observation(
                    area=area,
                    measure=meaning.measure,
                    label=meaning.label,
                    unit=meaning.unit,
                    period=meaning.period,
                    value=held.value,
                    printed="–" if held.value is None else as_printed(held.value, meaning.unit),
                    missing=held.missing,
                    note=" ".join(dict.fromkeys(filter(None, (*notes, *doubts[index], cell_note)))),
                    table=table.name,
                    dataset=dataset,
                )
            )
    return tuple(found)


def _fault(cell: object, held: Number, unit: str) -> str:
    """Return what is wrong with the cell of a column of this unit, "" where nothing is."""
    if held.wrong is not None:
        return f"“{_short(held.wrong)}” is not a number"
    if held.value is None:
        return ""
    if held.value < 0 and not can_be_negative(unit):
        return f"{text_of(cell)} is below zero"
    if "%" in text_of(cell) and unit not in ("percent", "percent_change"):
        return f"{text_of(cell)} is a percentage, as its column is not"
    return ""


def _notes_on(table: Table, row: Row, area: Area) -> tuple[str, ...]:
    """Return the notes that the row's name calls out, and who is left out of a national figure."""
    cell = without_notes(row.name)
    parts = []
    if area.kind == "national":
        if "excluding" in table.scope.casefold():
            parts.append(f"{table.scope}.")
        if "btp" in cell.text.casefold() and area.id == "england-and-wales":
            parts.append("Without the British Transport Police.")
    parts += [note_numbered(table.notes, (number,)) for number in cell.notes]
    return tuple(filter(None, parts))


def _doubts_on(table: Table, column: Column) -> tuple[str, ...]:
    """Return the notes that a column's headings and the title call out, as far as they doubt.

    A heading's other notes (who collected the figures, what they are based on) are kept with the
    dataset.
    """
    texts = (table.title, *column.above, text_of(column.raw))
    numbers = dict.fromkeys(
        number for text in texts for number in (*without_notes(text).notes, *notes_behind(text))
    )
    notes = (note_numbered(table.notes, (number,)) for number in numbers)
    return tuple(note for note in notes if is_doubt(note))


def _named_in(note: str, names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the measures (keys) of a table that a note on one of its rows names, if it does.

    A note on the homicides of a force stands at its name in a table of all offences: it is none
    on the others.
    """
    plain = f" {plain_label(note)} "
    return frozenset(
        measure for measure, words in names.items() if any(f" {one} " in plain for one in words)
    )


def _looks_like_area(row: Row) -> bool:
    """Return whether a row under the table is one of values, not a note or a source line."""
    values = [c for c in row.cells if isinstance(c, (int, float)) and not isinstance(c, bool)]
    return row.code is not None or (bool(values) and len(row.name) <= 80)


def _same_values(one: Row, other: Row) -> bool:
    def values(row: Row) -> list[object]:
        return [cell for cell in row.cells if isinstance(cell, float)]

    return values(one) == values(other)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
