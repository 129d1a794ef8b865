# SPDX-License-Identifier: MIT
"""The Home Office's crime outcomes open data (CSV): shares of outcomes by force and year.

A row there is a force, a quarter, an offence and an outcome type. The share of an outcome is that
of the crimes *recorded* in the year which have it, as in figure 4 of the 2016 reports; a crime that
is not yet assigned an outcome, or one that is not known here, counts too. Fraud is left out, as
there. England and Wales is the sum of the 43 forces, without the British Transport Police.

The files are published as CSV or as workbooks with a sheet or more of such rows. Where a row has no
number of its outcome type, its wording tells it. Rows of type "1A" and the like are those of
crimes that the outcomes without the letter have already. Years before 2014/15 have no crimes
without an outcome in them, so that no share of all crimes can be told.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import LICENCE, Area, Dataset, Observation
from peelviewer.statistics.areas import ENGLAND_AND_WALES, area_of
from peelviewer.statistics.csv_rows import SPREADSHEET, NoUnicodeError, Row, RowTable, open_csv
from peelviewer.statistics.datasets import ImportedStatistics, LeftOut, Problems, Progress, taken
from peelviewer.statistics.outcome_rows import (
    ALTERNATE,
    HEADINGS,
    KIND,
    QUARTER,
    UNKNOWN,
    columns_in,
    fault_in,
    financial_year,
    outcome_measures,
    outcome_of,
    whole_number,
)
from peelviewer.statistics.sheet_rows import open_data_in
from peelviewer.statistics.vocabulary import as_printed
from peelviewer.statistics.workbook import Sheet, Workbook

PUBLISHER = "Home Office"
SOURCE = "Home Office, Police recorded crime and outcomes: outcomes open data"
TABLE = "Outcomes open data"

_QUARTERS = frozenset((1, 2, 3, 4))
_FIRST_YEAR = "2014/15"
_NOTHING = frozenset(("", "na", "n/a"))

_Counts = defaultdict[str, defaultdict[str, Counter[int]]]


def is_outcomes(headings: Iterable[str]) -> bool:
    """Return whether a table with these headings is outcomes open data."""
    columns = columns_in(list(headings)).keys()
    return columns >= {"year", "quarter", "force"} and bool(columns & {"outcome", "wording"})


def read_outcomes(path: Path, progress: Progress | None = None) -> ImportedStatistics:
    """Return the shares of outcomes in a CSV file, for every force and whole year.

    Raises:
        StatisticsError: a column is missing, or no whole year of any force is in the file.
    """
    gathered = _Gathered(path)
    try:
        with open_csv(path, progress) as file:
            gathered.add(file)
    except NoUnicodeError:
        gathered = _Gathered(path)
        with open_csv(path, progress, encoding=SPREADSHEET) as file:
            gathered.add(file)
    return gathered.result()


def outcome_sheets(workbook: Workbook) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that are outcomes open data."""
    return tuple(sheet for sheet in workbook.sheets if open_data_in(sheet, is_outcomes) is not None)


def read_outcome_sheets(workbook: Workbook, path: Path) -> ImportedStatistics:
    """Return the shares of outcomes in the sheets of a workbook; as ``read_outcomes``."""
    gathered = _Gathered(path)
    for sheet in workbook.sheets:
        if (table := open_data_in(sheet, is_outcomes)) is not None:
            gathered.add(table)
    return gathered.result()


class _Gathered:
    """The crimes of a file, counted by year, force and outcome type."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._counts: _Counts = defaultdict(lambda: defaultdict(Counter))
        self._quarters: defaultdict[str, set[int]] = defaultdict(set)
        self._areas: dict[str, Area | None] = {}
        self._fraud = 0
        self._alternate: dict[str, None] = {}
        self._groups: dict[str, None] = {}
        self._problems = Problems()

    def add(self, table: RowTable) -> None:
        """Add the rows of a table.

        Raises:
            StatisticsError: it has no column of crimes, or of offences.
        """
        columns = columns_in(table.headings)
        either = {"outcome", "wording"} & columns.keys()
        lacking = [
            names[0]
            for name, names in HEADINGS.items()
            if name not in columns and not (name in ("outcome", "wording") and either)
        ]
        if lacking:
            raise StatisticsError(
                f"{self._path.name} has no column “{lacking[0]}”: choose the outcomes open data "
                "table as the Home Office publishes it."
            )
        self._add_up(table.rows, columns)

    def _add_up(self, rows: Iterable[Row], columns: dict[str, int]) -> None:
        """Add up the rows that agree in all but the offence; what they say is checked once each.

        Half a million rows come down to some thousand kinds: this loop is what takes the time.
        """
        names = [name for name in KIND if name in columns]
        kind_of = itemgetter(*(columns[name] for name in names))
        crimes_in = columns["crimes"]
        crimes: dict[tuple[str, ...], int] = {}
        lines: dict[tuple[str, ...], int] = {}
        for line, cells in rows:
            try:
                kind = kind_of(cells)
                crimes[kind] = crimes.get(kind, 0) + int(cells[crimes_in])
            except (IndexError, ValueError):
                self._add_odd(Row(line, cells), columns, crimes, lines)
            else:
                lines.setdefault(kind, line)
        for kind, number in crimes.items():
            self._count(dict(zip(names, kind, strict=True)), number, lines[kind])

    def _add_odd(
        self,
        row: Row,
        columns: dict[str, int],
        crimes: dict[tuple[str, ...], int],
        lines: dict[tuple[str, ...], int],
    ) -> None:
        """Add a row whose number is not written plainly, or say what is wrong with it."""
        if all(cell.strip().casefold() in _NOTHING for cell in row.cells):
            return  # the published file ends in such a row
        if len(row.cells) <= max(columns.values()):
            self._problems.add(f"row {row.line:,}", "it has fewer cells than the heading.")
            return
        text = row.cells[columns["crimes"]]
        number = whole_number(text)
        if number is None:
            self._problems.add(
                f"row {row.line:,}", f"“{text[:40]}” is no number of crimes: it is left out."
            )
            return
        kind = tuple(row.cells[columns[name]] for name in KIND if name in columns)
        crimes[kind] = crimes.get(kind, 0) + number
        lines.setdefault(kind, row.line)

    def _count(self, kind: dict[str, str], crimes: int, line: int) -> None:
        cell = {name: text.strip() for name, text in kind.items()}
        quarter, year = QUARTER.match(cell["quarter"]), financial_year(cell["year"])
        if year is None or quarter is None:
            self._problems.add(f"row {line:,} and those like it", fault_in(cell))
            return
        if "fraud" in cell["group"].casefold():
            self._fraud += 1
            return
        self._groups[cell["group"]] = None
        number = cell.get("outcome", "")
        if ALTERNATE.match(number):
            self._alternate[number.upper()] = None
            return
        self._quarters[year].add(int(quarter[1]))
        outcome = outcome_of(number, cell.get("wording", ""))
        if outcome == UNKNOWN:
            shown = " ".join(filter(None, (number, cell.get("wording", ""))))
            self._problems.add(
                f"row {line:,} and those like it",
                f"“{shown[:80]}” is no outcome that is known: {crimes:,} crimes count among all "
                "and for no outcome.",
            )
        self._counts[year][cell["force"]][outcome] += crimes

    def _area(self, name: str) -> Area | None:
        if name not in self._areas:
            self._areas[name] = area_of(name)
        return self._areas[name]

    def result(self) -> ImportedStatistics:
        """Return shares for the whole years; say which years and names are not taken."""
        early = [year for year in sorted(self._counts) if year < _FIRST_YEAR]
        years = [year for year in sorted(self._counts) if year not in early]
        whole = [year for year in years if self._quarters[year] >= _QUARTERS]
        parts = [year for year in years if year not in whole]
        notes = [f"Offence groups in the file: {'; '.join(sorted(self._groups))}."]
        if self._fraud:
            notes.append("Rows of fraud offences are left out.")
        datasets = tuple(_dataset(year, notes) for year in whole)
        found = tuple(o for year in whole for o in self._shares(year))
        if not any(one.value is not None for one in found):
            raise StatisticsError(
                f"{self._path.name} holds no whole year with crimes of any force"
                f"{self._problems.cause}: choose the outcomes open data table of a whole "
                "financial year."
            )
        names = [area for area in self._areas.items() if area[1] is None or area[1].kind != "force"]
        return ImportedStatistics(
            datasets=datasets,
            observations=found,
            taken=tuple(
                taken(
                    f"{TABLE} {year}",
                    SOURCE,
                    (o for o in found if o.dataset == _dataset_id(year)),
                )
                for year in whole
            ),
            left_out=tuple(self._left_out(early, parts)),
            set_apart=tuple(area.name for _, area in names if area is not None),
            unmatched=tuple(name for name, area in names if area is None),
            problems=tuple(self._problems.first),
            problem_count=self._problems.count,
        )

    def _left_out(self, early: list[str], parts: list[str]) -> Iterator[LeftOut]:
        for year in early:
            yield LeftOut(
                what=year, reason="before 2014/15 crimes without an outcome are not in the file"
            )
        for year in parts:
            yield LeftOut(what=year, reason="it is not a whole year: a quarter is missing")
        if self._alternate:
            yield LeftOut(
                what=f"outcome types {', '.join(sorted(self._alternate))}",
                reason="these crimes are among those of the types without the letter",
            )

    def _shares(self, year: str) -> Iterator[Observation]:
        whole: Counter[int] = Counter()
        for name, counts in self._counts[year].items():
            area = self._area(name)
            if area is not None and area.kind == "force":
                whole.update(counts)
                yield from _shares_of(area, counts, year)
        if whole:
            yield from _shares_of(ENGLAND_AND_WALES, whole, year)


def _shares_of(area: Area, counts: Counter[int], year: str) -> Iterator[Observation]:
    total = sum(counts.values())
    period = Period(kind="12 months to", end=datetime.date(int(year[:4]) + 1, 3, 31))
    note = "" if area.kind == "force" else "The forces in the file, added up."
    for measure in outcome_measures():
        if not any(outcome in counts for outcome in measure.outcomes):
            continue
        value = sum(counts[o] for o in measure.outcomes) / total * 100 if total > 0 else None
        yield Observation(
            area=area,
            measure=measure.key,
            label=measure.label,
            unit="percent",
            period=period,
            value=value,
            printed="–" if value is None else as_printed(value, "percent"),
            missing=None if value is not None else "no crimes in the source",
            note=note,
            table=TABLE,
            dataset=_dataset_id(year),
        )


def _dataset_id(year: str) -> str:
    return f"home-office-outcomes-{year.replace('/', '-')}"


def _dataset(year: str, notes: list[str]) -> Dataset:
    notes = [
        "Shares of the crimes recorded in the year, by the outcome they had when published.",
        "England and Wales is the sum of the forces, without the British Transport Police.",
        *notes,
    ]
    return Dataset(
        id=_dataset_id(year),
        title="Crime outcomes in England and Wales: open data",
        source=SOURCE,
        publisher=PUBLISHER,
        release=year,
        licence=LICENCE,
        notes=tuple(notes),
    )
