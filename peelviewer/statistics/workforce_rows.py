# SPDX-License-Identifier: MIT
"""The Home Office's police workforce open data: a row for each force, year, sex, rank and kind.

Published as a workbook with a sheet of such rows, or as CSV. The rows of a force, day and kind of
workers are added up; England and Wales is the sum of the forces in the file.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import LICENCE, NATIONAL, Area, Dataset, Observation
from peelviewer.reference.months import MONTHS, day_words
from peelviewer.statistics.areas import ENGLAND_AND_WALES, area_of, code_of
from peelviewer.statistics.cells import number
from peelviewer.statistics.csv_rows import Row, RowTable, open_csv
from peelviewer.statistics.datasets import ImportedStatistics, LeftOut, Problems, Progress, taken
from peelviewer.statistics.periods import month_end
from peelviewer.statistics.sheet_rows import open_data_in
from peelviewer.statistics.vocabulary import as_printed, heading
from peelviewer.statistics.workbook import Sheet, Workbook
from peelviewer.statistics.workforce import PUBLISHER, worker_in

SOURCE = "Home Office, Police workforce, England and Wales: open data tables"
TABLE = "Workforce open data"

_HEADINGS = {
    "year": re.compile(r"^as at (\d{1,2} )?(\w+)$|^year$|^as at$"),
    "code": re.compile(r"^geo ?code$|^force code$"),
    "force": re.compile(r"^(police )?force( name)?$"),
    "worker": re.compile(r"^worker type$|^employee type$"),
    "full_time_equivalents": re.compile(r"^total \(?fte\)?$|^fte$"),
    "headcount": re.compile(r"^total \(?head ?count\)?$|^head ?count$"),
}
_UNITS = ("full_time_equivalents", "headcount")
_NEEDED = {"year", "force", "worker"}
_DAY = re.compile(rf"(?:(\d{{1,2}}) )?\b({'|'.join(MONTHS)})\b", re.IGNORECASE)
_USUAL_DAY = (31, 3)  # as at which the Home Office counts where the heading says "Year" only
_YEAR = re.compile(r"^(?:19|20)\d\d$")

_Kind = tuple[str, str, datetime.date]  # measure, unit, day


def is_workforce_rows(headings: Iterable[str]) -> bool:
    """Return whether a table with these headings is workforce open data."""
    found = _columns(list(headings)).keys()
    return found >= _NEEDED and not found.isdisjoint(_UNITS)


def workforce_sheet(workbook: Workbook) -> Sheet | None:
    """Return the sheet of a workbook that is workforce open data."""
    return next((s for s in workbook.sheets if open_data_in(s, is_workforce_rows)), None)


def read_workforce_sheet(workbook: Workbook, path: Path) -> ImportedStatistics:
    """Return what the sheet of rows holds, added up.

    Raises:
        StatisticsError: no row of a force can be read.
    """
    sheet = workforce_sheet(workbook)
    table = open_data_in(sheet, is_workforce_rows) if sheet is not None else None
    assert table is not None  # noqa: S101 - that it is there is why this is called
    return _added_up(path, table).result(workbook.saved)


def read_workforce_rows(path: Path, progress: Progress | None = None) -> ImportedStatistics:
    """Return what a CSV file of rows holds, added up; as ``read_workforce_sheet``."""
    with open_csv(path, progress) as file:
        gathered = _added_up(path, file)
    return gathered.result("")


def _added_up(path: Path, table: RowTable) -> "_Gathered":
    gathered = _Gathered(path, table.headings)
    for row in table.rows:
        gathered.add(row)
    return gathered


class _Gathered:
    """The workers of a file, added up by force, day, kind and unit."""

    def __init__(self, path: Path, headings: list[str]) -> None:
        self._path = path
        self._columns = _columns(headings)
        self._day = _day_in(headings[self._columns["year"]])
        self._sums: defaultdict[Area, defaultdict[_Kind, float]] = defaultdict(
            lambda: defaultdict(float)
        )
        self._gaps: set[tuple[str, _Kind]] = set()
        self._areas: dict[tuple[str, str | None], Area | None] = {}
        self._workers: dict[str, None] = {}
        self._problems = Problems()

    def add(self, row: Row) -> None:
        """Add one row, or note what is wrong with it."""
        if not any(row.cells):
            return
        where = f"row {row.line:,}"
        if len(row.cells) <= max(self._columns.values()):
            self._problems.add(where, "it has fewer cells than the heading.")
            return
        cell = {name: row.cells[place].strip() for name, place in self._columns.items()}
        day = self._day_of(cell["year"])
        if day is None:
            self._problems.add(where, f"“{cell['year'][:40]}” is no year.")
            return
        worker = worker_in(cell["worker"])
        if worker is None:
            self._workers[cell["worker"]] = None
            return
        area = self._area(cell["force"], code_of(cell.get("code", "")))
        if area is None or area.kind != "force":
            return
        for unit in _UNITS:
            kind = heading(worker).key, unit, day
            held = number(cell.get(unit, ""), {})
            if held.wrong is not None:
                self._problems.add(where, f"“{held.wrong[:40]}” is not a number.")
            if held.value is None:
                self._gaps |= {(area.id, kind), (NATIONAL, kind)}
            else:
                self._sums[area][kind] += held.value

    def _day_of(self, year: str) -> datetime.date | None:
        """Return the day in a year as at which the workers were counted."""
        if not _YEAR.match(year):
            return None
        number_of_day, month = self._day
        last = month_end(int(year), month)
        return last.replace(day=min(number_of_day, last.day))

    def _area(self, name: str, code: str | None) -> Area | None:
        if (name, code) not in self._areas:
            self._areas[name, code] = area_of(name, code)
        return self._areas[name, code]

    def result(self, saved: str) -> ImportedStatistics:
        """Return the sums of each force, and of all of them."""
        if not self._sums:
            raise StatisticsError(
                f"{self._path.name} holds no row of a force that can be read"
                f"{self._problems.cause}: choose the workforce open data table as the Home Office "
                "publishes it."
            )
        dataset = self._dataset(saved)
        found = tuple(self._observations(dataset.id))
        others = [(name, area) for (name, _), area in self._areas.items()]
        apart = {area.name: None for _, area in others if area is not None and area.kind != "force"}
        return ImportedStatistics(
            datasets=(dataset,),
            observations=found,
            taken=(taken(TABLE, dataset.title, found),),
            left_out=tuple(
                LeftOut(what=f"rows of “{worker}”", reason="no kind of workers that is known")
                for worker in self._workers
            ),
            set_apart=tuple(apart),
            unmatched=tuple(name for name, area in others if area is None),
            problems=tuple(self._problems.first),
            problem_count=self._problems.count,
        )

    def _observations(self, dataset: str) -> Iterator[Observation]:
        whole: defaultdict[_Kind, float] = defaultdict(float)
        for area, sums in self._sums.items():
            for kind, value in sums.items():
                whole[kind] += value
                yield _observation(area, kind, value, dataset, self._gap(area, kind))
        note = f"The {len(self._sums)} forces in the file, added up."
        for kind, value in whole.items():
            remark = f"{note} {self._gap(ENGLAND_AND_WALES, kind)}".strip()
            yield _observation(ENGLAND_AND_WALES, kind, value, dataset, remark)

    def _gap(self, area: Area, kind: _Kind) -> str:
        is_there = (area.id, kind) in self._gaps
        return "Rows without a value are left out of the sum." if is_there else ""

    def _dataset(self, saved: str) -> Dataset:
        days = {day for sums in self._sums.values() for _, _, day in sums}
        first, last = min(days), max(days)
        return Dataset(
            id=f"home-office-workforce-open-data-{last.isoformat()}",
            title="Police workforce open data",
            source=SOURCE,
            publisher=PUBLISHER,
            release=f"{day_words(first)} to {day_words(last)}",
            vintage=saved,
            licence=LICENCE,
            notes=("The rows of a force, day and kind of workers are added up.",),
        )


def _observation(area: Area, kind: _Kind, value: float, dataset: str, note: str) -> Observation:
    measure, unit, day = kind
    value = round(value, 6)  # what adding up many decimals leaves behind
    return Observation(
        area=area,
        measure=measure,
        label=heading(measure.replace("_", " ")).label,
        unit=unit,
        period=Period(kind="as at", end=day),
        value=value,
        printed=as_printed(value, unit),
        note=note,
        table=TABLE,
        dataset=dataset,
    )


def _day_in(heading: str) -> tuple[int, int]:
    """Return the day and month that a heading names: "As at 31 March", "As at September"."""
    found = _DAY.search(heading)
    if found is None:
        return _USUAL_DAY
    return int(found[1] or 31), MONTHS.index(found[2].capitalize()) + 1


def _columns(headings: list[str]) -> dict[str, int]:
    plain = [" ".join(heading.casefold().replace("_", " ").split()) for heading in headings]
    return {
        name: next(place for place, text in enumerate(plain) if words.match(text))
        for name, words in _HEADINGS.items()
        if any(words.match(text) for text in plain)
    }
