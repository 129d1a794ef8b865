# SPDX-License-Identifier: MIT
"""The police force area tables of the Office for National Statistics, of any release.

Taken are recorded crime by offence (numbers, change, rates), incidents of anti-social behaviour,
and the populations and households that the rates rest on. Which sheet holds which is read from
the titles: the numbers of the tables move between releases.
"""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import Dataset, Observation
from peelviewer.statistics import periods
from peelviewer.statistics.areas import slug_of
from peelviewer.statistics.datasets import ImportedStatistics, LeftOut, Problems, Taken, taken
from peelviewer.statistics.headings import Column
from peelviewer.statistics.layout import (
    Table,
    is_contents,
    is_table_title,
    name_of,
    numbered_notes,
    subject_of,
    table_in,
    title_of,
)
from peelviewer.statistics.taking import Meaning, observations, rows_of
from peelviewer.statistics.vocabulary import heading, label_of
from peelviewer.statistics.workbook import Sheet, Workbook

Kind = Literal["number", "change", "rate", "asb", "population", "households"]

PUBLISHER = "Office for National Statistics"
SOURCE = "Office for National Statistics, Crime in England and Wales: police force area data tables"

# Tables of forces that hold something else, by words of their titles; said when left out.
_OTHER = re.compile(
    r"knife|sharp instrument|firearm|experiences of|csew|crime survey|by category"
    r"|community safety|local authorit|headline offences|action fraud|nfib"
    r"|(?<!excluding )fraud and computer|domestic abuse|percentage of",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("asb", re.compile(r"anti-?\s?social behaviour incidents", re.IGNORECASE)),
    ("population", re.compile(r"population\s+(?:estimates|figures)", re.IGNORECASE)),
    ("households", re.compile(r"household\s+(?:estimates|projections|figures)", re.IGNORECASE)),
    ("change", re.compile(r"(?=.*(?:crime|offence)).*(?:percentage|%) change", re.IGNORECASE)),
    ("rate", re.compile(r"(?=.*(?:crime|offence)).*\brates?\b", re.IGNORECASE)),
    ("number", re.compile(r"(?=.*(?:crime|offence)).*\bnumbers?\b", re.IGNORECASE)),
)
_UNIT_KINDS: tuple[tuple[str, Kind], ...] = (
    ("percentage change", "change"),
    ("rate per", "rate"),
    ("number", "number"),
)
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
        if is_contents(sheet) or (not is_table_title(title) and table_in(sheet) is None):
            return  # a cover sheet, contents or notes
        kind = _kind_of(title)
        if _OTHER.search(title):
            self._leave(name, f"not of a kind that is taken: {subject_of(title)}")
            return
        table = table_in(sheet)
        if table is None:
            self._leave(name, "no rows of police forces were found in it")
            return
        kind = kind or _kind_by_unit(table)
        if kind is None:
            self._leave(name, "its title does not say what it holds")
            return
        self._take_table(table._replace(notes=(*table.notes, *self._numbered)), kind)

    def _take_table(self, table: Table, kind: Kind) -> None:
        if not (table.is_headed and table.columns):
            self._leave(table.name, "its row of headings, with “Area Name”, was not found")
            return
        meanings = tuple(self._meanings(table, kind))
        if not meanings:
            self._leave(table.name, "none of its headings says a measure and a period")
            return
        rows = rows_of(table)
        if rows.twice:
            self._leave(
                table.name,
                f"it has more than one row, with different values, for {_listed(rows.twice)}",
            )
            return
        found = observations(table, rows, meanings, self._dataset.id, self._problems)
        if not any(o.value is not None and o.area.kind == "force" for o in found):
            self._leave(table.name, "it holds no number for any force")
            return
        for letters in table.unheaded:
            self._leave(f"{table.name}, column {letters}", "it has no heading")
        self._keep(found, is_own_table=kind in ("population", "households"))
        self._taken.append(taken(table.name, table.title, found))
        self._set_apart |= dict.fromkeys(rows.set_apart)
        self._unmatched |= dict.fromkeys(rows.unmatched)
        self._notes |= dict.fromkeys(f"{table.name}: {note}" for note in table.notes)

    def _meanings(self, table: Table, kind: Kind) -> Iterator[Meaning]:
        """Yield what each column of a table holds; columns of something else are left out."""
        for column in table.columns:
            meaning = self._meaning(table, kind, column)
            if meaning is not None:
                yield meaning

    def _meaning(self, table: Table, kind: Kind, column: Column) -> Meaning | None:
        if kind == "asb":
            return _asb(table, column)
        estimate = _estimate(column, kind)
        if estimate is not None or kind in ("population", "households"):
            return estimate
        ends = periods.years_ending(table.title)
        if kind == "change":
            period = periods.change(ends)
        else:
            period = _twelve_months_to(ends or ((self._end,) if self._end else ()))
        if period is None:
            return None
        known = heading(column.label.text)
        if not known.is_known:
            self._unknown |= {column.label.text: None}
        if kind == "number":
            return Meaning(column, known.key, known.label, "count", period)
        if kind == "rate":
            words = " ".join((column.label.text, *column.above)).casefold()
            base = "households" if "household" in words else "population"
            return Meaning(column, known.key, known.label, f"per_1000_{base}", period)
        years = periods.years_between(period)
        key = f"{known.key}_change_{years}y"
        label = label_of(key) if known.is_known else f"{known.label}: change"
        return Meaning(column, key, label, "percent_change", period) if years else None

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
            elif earlier.value != one.value:
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


def _kind_of(title: str) -> Kind | None:
    return next((kind for kind, pattern in _KINDS if pattern.search(title)), None)


def _kind_by_unit(table: Table) -> Kind | None:
    """Return what a table of recorded crime holds by its line of units, where the title is mute."""
    if "crime" not in table.title.casefold():
        return None
    unit = table.unit.casefold()
    return next((kind for start, kind in _UNIT_KINDS if unit.startswith(start)), None)


def _twelve_months_to(ends: tuple[datetime.date, ...]) -> Period | None:
    return Period(kind="12 months to", end=ends[0]) if len(ends) == 1 else None


def _asb(table: Table, column: Column) -> Meaning | None:
    """Return what a column of the table of anti-social behaviour holds: a number or a rate."""
    words = column.label.text.casefold()
    if "change" in words or "%" in words or any("change" in above for above in column.above):
        return None
    headings = (*reversed(column.above), str(column.raw))
    period = next((found for text in headings if (found := periods.twelve_months(text))), None)
    if period is None:
        period = _twelve_months_to(periods.years_ending(table.title))
    if period is None:
        return None
    is_rate = "rate" in words or table.unit.casefold().startswith("rate")
    unit = "per_1000_population" if is_rate else "count"
    return Meaning(column, "asb_incidents", label_of("asb_incidents"), unit, period)


def _estimate(column: Column, kind: Kind) -> Meaning | None:
    """Return what a column of mid-year estimates holds, in a table of its own or beside rates."""
    words = " ".join(str(column.raw).split())
    plain = words.casefold()
    key: str
    if plain.startswith("population"):
        key = "population"
    elif plain.startswith("household"):
        key = "households"
    elif kind in ("population", "households"):
        key = kind
    else:
        return None
    period = periods.mid_year(words.removesuffix(".0"))
    unit = "people" if key == "population" else "households"
    return Meaning(column, key, label_of(key), unit, period) if period else None


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


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
