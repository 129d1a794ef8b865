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
from peelviewer.model.statistics import NATIONAL, Area, Dataset, Observation
from peelviewer.statistics.areas import area_of, code_of
from peelviewer.statistics.cells import number, text_of
from peelviewer.statistics.csv_rows import Row, open_csv
from peelviewer.statistics.datasets import ImportedStatistics, LeftOut, Problems, Progress, taken
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
_DAY = re.compile(r"(\d{1,2}) (march|september)", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_SEARCHED = 30
_MONTHS = {"march": 3, "september": 9}

_Kind = tuple[str, str, datetime.date]  # measure, unit, day


def is_workforce_rows(headings: Iterable[str]) -> bool:
    """Return whether a table with these headings is workforce open data."""
    found = _columns(list(headings)).keys()
    return found >= _NEEDED and not found.isdisjoint(_UNITS)


def workforce_sheet(workbook: Workbook) -> Sheet | None:
    """Return the sheet of a workbook that is workforce open data."""
    return next((s for s in workbook.sheets if _heading_row(s) is not None), None)


def read_workforce_sheet(workbook: Workbook, path: Path) -> ImportedStatistics:
    """Return what the sheet of rows holds, added up.

    Raises:
        StatisticsError: no row of a force can be read.
    """
    sheet = workforce_sheet(workbook)
    assert sheet is not None  # noqa: S101 - that it is there is why this is called
    top = _heading_row(sheet) or 0
    gathered = _Gathered(path, [text_of(cell) for cell in sheet.rows[top]])
    for line, cells in enumerate(sheet.rows[top + 1 :], start=top + 2):
        gathered.add(Row(line, [text_of(cell) for cell in cells]))
    return gathered.result(workbook.saved)


def read_workforce_rows(path: Path, progress: Progress | None = None) -> ImportedStatistics:
    """Return what a CSV file of rows holds, added up; as ``read_workforce_sheet``."""
    with open_csv(path, progress) as file:
        gathered = _Gathered(path, file.headings)
        for row in file.rows:
            gathered.add(row)
    return gathered.result("")


class _Gathered:
    """The workers of a file, added up by force, day, kind and unit."""

    def __init__(self, path: Path, headings: list[str]) -> None:
        self._path = path
        self._columns = _columns(headings)
        day = _DAY.search(headings[self._columns["year"]])
        self._day = (int(day[1]), _MONTHS[day[2].casefold()]) if day else (31, 3)
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
        if not _YEAR.match(cell["year"]):
            self._problems.add(where, f"“{cell['year'][:40]}” is no year.")
            return
        worker = worker_in(cell["worker"])
        if worker is None:
            self._workers[cell["worker"]] = None
            return
        area = self._area(cell["force"], code_of(cell.get("code", "")))
        if area is None or area.kind != "force":
            return
        day = datetime.date(int(cell["year"]), self._day[1], self._day[0])
        for unit in _UNITS:
            kind = heading(worker).key, unit, day
            held = number(cell.get(unit, ""), {})
            if held.wrong is not None:
                self._problems.add(where, f"“{held.wrong[:40]}” is not a number.")
            if held.value is None:
                self._gaps |= {(area.id, kind), (NATIONAL, kind)}
            else:
                self._sums[area][kind] += held.value

    def _area(self, name: str, code: str | None) -> Area | None:
        if (name, code) not in self._areas:
            self._areas[name, code] = area_of(name, code)
        return self._areas[name, code]

    def result(self, saved: str) -> ImportedStatistics:
        """Return the sums of each force, and of all of them."""
        if not self._sums:
            first = f" ({self._problems.first[0].words})" if self._problems.first else ""
            raise StatisticsError(
                f"{self._path.name} holds no row of a force that can be read{first}: choose the "
                "workforce open data table as the Home Office publishes it."
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
        nation = Area(id=NATIONAL, name="England and Wales", kind="national", code="K04000001")
        note = f"The {len(self._sums)} forces in the file, added up."
        for kind, value in whole.items():
            remark = f"{note} {self._gap(nation, kind)}".strip()
            yield _observation(nation, kind, value, dataset, remark)

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
            release=f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}",
            vintage=saved,
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


def _heading_row(sheet: Sheet) -> int | None:
    places = enumerate(sheet.rows[:_SEARCHED])
    return next((n for n, cells in places if is_workforce_rows(map(text_of, cells))), None)


def _columns(headings: list[str]) -> dict[str, int]:
    plain = [" ".join(heading.casefold().replace("_", " ").split()) for heading in headings]
    return {
        name: next(place for place, text in enumerate(plain) if words.match(text))
        for name, words in _HEADINGS.items()
        if any(words.match(text) for text in plain)
    }
