# SPDX-License-Identifier: MIT
"""The police force area tables of the Office for National Statistics, of any release.

Every table with a row for each force is taken: what it is about is read from its title
(``subjects``), what its columns hold from their headings (``columns``), as the numbers of the
tables, their layout and what they count move between releases. A table or column that cannot be
told is left out with the reason.
"""

import datetime
import math
import re
from pathlib import Path

import msgspec

from peelviewer.errors import StatisticsError
from peelviewer.model.statistics import Dataset, Observation
from peelviewer.statistics import periods
from peelviewer.statistics.areas import slug_of
from peelviewer.statistics.columns import columns_of, listed
from peelviewer.statistics.datasets import ImportedStatistics, LeftOut, Problems, Taken, taken
from peelviewer.statistics.layout import (
    Table,
    is_front_matter,
    name_of,
    numbered_notes,
    table_in,
    title_of,
)
from peelviewer.statistics.subjects import Subject, subject_in
from peelviewer.statistics.taking import observations, rows_of
from peelviewer.statistics.workbook import Sheet, Workbook

PUBLISHER = "Office for National Statistics"
SOURCE = "Office for National Statistics, Crime in England and Wales: police force area data tables"

_OURS = re.compile(
    r"police force area|pfa tables|police recorded crime|crime in england", re.IGNORECASE
)


def is_ons(workbook: Workbook) -> bool:
    """Return whether a workbook looks like police force area tables."""
    return any(_OURS.search(title_of(sheet)) for sheet in workbook.sheets)


def read_ons(workbook: Workbook, path: Path) -> ImportedStatistics:
    """Return what the workbook holds.

    Raises:
        StatisticsError: no table in it can be taken; the sentence says why for each.
    """
    reader = _Reader(workbook, path)
    for sheet in workbook.sheets:
        reader.take(sheet)
    return reader.result()


class _Reader:
    """Goes through the sheets of one workbook and gathers what they hold."""

    def __init__(self, workbook: Workbook, path: Path) -> None:
        self._path = path
        self._end = _latest_end(workbook)
        self._release = f"year ending {self._end:%B %Y}" if self._end else ""
        self._numbered = numbered_notes(workbook.sheets)
        self._dataset = Dataset(
            id=f"ons-police-force-area-{slug_of(self._release) or slug_of(path.stem)}",
            title="Crime in England and Wales: police force area data tables",
            source=SOURCE,
            publisher=PUBLISHER,
            release=self._release + _edition(workbook, path),
            vintage=workbook.saved,
        )
        self._found: dict[tuple[object, ...], Observation] = {}
        self._taken: list[Taken] = []
        self._left_out: list[LeftOut] = []
        self._set_apart: dict[str, None] = {}
        self._unmatched: dict[str, None] = {}
        self._unknown: dict[str, None] = {}
        self._notes: dict[str, None] = {}
        self._problems = Problems()

    def take(self, sheet: Sheet) -> None:
        """Take the table of one sheet, or note why not."""
        title = title_of(sheet)
        name = name_of(sheet, title)
        table = table_in(sheet)
        if is_front_matter(sheet, table):
            return
        subject = subject_in(title)
        if subject.kind == "below":
            self._leave(name, "it is of areas smaller than those of the forces")
            return
        if table is None:
            self._leave(name, "no rows of police forces were found in it")
            return
        self._take_table(table._replace(notes=(*table.notes, *self._numbered)), subject)

    def _take_table(self, table: Table, subject: Subject) -> None:
        if not (table.is_headed and table.columns):
            self._leave(table.name, "its row of headings, with “Area Name”, was not found")
            return
        columns = columns_of(table, subject, self._end)
        for letters, reason in listed(columns.left_out):
            self._leave(f"{table.name}, {letters}", reason)
        if not columns.meanings:
            self._leave(table.name, "none of its headings says a measure and a period")
            return
        rows = rows_of(table)
        if rows.twice:
            self._leave(
                table.name,
                f"it has more than one row, with different values, for {_names(rows.twice)}",
            )
            return
        found = observations(table, rows, columns.meanings, self._dataset.id, self._problems)
        if not any(o.value is not None and o.area.kind == "force" for o in found):
            self._leave(table.name, "it holds no number for any force")
            return
        for letters in table.unheaded:
            self._leave(f"{table.name}, column {letters}", "it has no heading")
        self._keep(found, is_own_table=subject.kind == "estimates")
        self._taken.append(taken(table.name, table.title, found))
        self._set_apart |= dict.fromkeys(rows.set_apart)
        self._unmatched |= dict.fromkeys(rows.unmatched)
        self._unknown |= dict.fromkeys(columns.unknown)
        self._notes |= dict.fromkeys(f"{table.name}: {note}" for note in table.notes)

    def _keep(self, found: tuple[Observation, ...], *, is_own_table: bool) -> None:
        """Keep what no earlier table gave; two tables that differ are a problem.

        Populations stand in a table of their own and again beside the rates: the first is kept.
        """
        for one in found:
            key = (one.area.id, one.measure, one.unit, one.period)
            earlier = self._found.setdefault(key, one)
            if earlier is one or one.value is None:
                continue
            if earlier.value is None or (is_own_table and earlier.value == one.value):
                self._found[key] = one
            elif not math.isclose(earlier.value, one.value, rel_tol=1e-9):
                self._problems.add(
                    f"{earlier.table} and {one.table}",
                    f"{one.label} of {one.area.name}: {earlier.printed} in one and {one.printed} "
                    "in the other; the first is kept.",
                )

    def _leave(self, what: str, reason: str) -> None:
        self._left_out.append(LeftOut(what=what, reason=reason))

    def result(self) -> ImportedStatistics:
        """Return all that was gathered; refuse a workbook in which nothing could be taken."""
        if not self._taken:
            reasons = "; ".join(f"{left.what}: {left.reason}" for left in self._left_out[:6])
            raise StatisticsError(
                f"{self._path.name} holds no police force area table that can be taken"
                f"{f' ({reasons})' if reasons else ''}: choose a workbook of the police force "
                "area data tables, as the Office for National Statistics publishes it."
            )
        notes = tuple(self._notes)
        return ImportedStatistics(
            datasets=(msgspec.structs.replace(self._dataset, notes=notes),),
            observations=tuple(self._found.values()),
            taken=tuple(self._taken),
            left_out=tuple(self._left_out),
            set_apart=tuple(self._set_apart),
            unmatched=tuple(self._unmatched),
            unknown=tuple(self._unknown),
            problems=tuple(self._problems.first),
            problem_count=self._problems.count,
        )


def _latest_end(workbook: Workbook) -> datetime.date | None:
    """Return what the release is of: the end of the latest twelve months that a title names."""
    ends = [
        end
        for sheet in workbook.sheets
        for row in sheet.rows[:4]
        for cell in row[:2]
        if isinstance(cell, str)
        for end in periods.years_ending(cell)
    ]
    return max(ends, default=None)


def _edition(workbook: Workbook, path: Path) -> str:
    """Return what tells a later edition of a release from the first: corrected, version 2."""
    names = " ".join((path.stem, *(sheet.name for sheet in workbook.sheets))).casefold()
    version = re.search(r"v(\d)$", path.stem.casefold())
    if "correct" in names:
        return ", corrected"
    return f", version {version[1]}" if version and version[1] != "1" else ""


def _names(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
