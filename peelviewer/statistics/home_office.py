# SPDX-License-Identifier: MIT
"""The Home Office's crime outcomes open data (CSV): shares of outcomes by force and year.

A row there is a force, a quarter, an offence and an outcome type. The share of an outcome is that
of the crimes *recorded* in the year which have it, as in figure 4 of the 2016 reports; a crime that
is not yet assigned an outcome counts too. Fraud is left out, as there. England and Wales is the
sum of the 43 forces, without the British Transport Police.
"""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL, Area, Dataset, Observation
from peelviewer.statistics.areas import area_of
from peelviewer.statistics.csv_rows import CsvFile, Row, open_csv
from peelviewer.statistics.datasets import (
    ImportedStatistics,
    LeftOut,
    Problems,
    Progress,
    taken,
)
from peelviewer.statistics.vocabulary import StatisticMeasure, as_printed, measures

PUBLISHER = "Home Office"
SOURCE = "Home Office, Police recorded crime and outcomes: outcomes open data"
TABLE = "Outcomes open data"

_QUARTERS = frozenset((1, 2, 3, 4))
_HEADINGS = {
    "year": ("financial year",),
    "quarter": ("financial quarter",),
    "force": ("force name",),
    "group": ("offence group",),
    "outcome": ("outcome type", "new outcome", "outcome number"),
    "crimes": (
        "offences",
        "force outcomes for offences recorded in quarter",
        "outcomes for offences recorded in quarter",
        "number of outcomes",
    ),
}
_KIND = ("year", "quarter", "force", "group", "outcome")
_YEAR = re.compile(r"^((?:19|20)\d\d)\s*[/-]\s*(?:20)?(\d\d)$")
_NOTHING = frozenset(("", "na", "n/a"))
_NOT_WORDS = re.compile(r"[^a-z]+")

_Counts = defaultdict[str, defaultdict[str, Counter[int]]]


def is_outcomes(headings: Iterable[str]) -> bool:
    """Return whether a CSV file with these headings is outcomes open data."""
    columns = _columns(list(headings))
    return {"year", "quarter", "force", "outcome"} <= columns.keys()


def read_outcomes(path: Path, progress: Progress | None = None) -> ImportedStatistics:
    """Return the shares of outcomes in the file, for every force and whole year.

    Raises:
        StatisticsError: a column is missing, or no whole year of any force is in the file.
    """
    with open_csv(path, progress) as file:
        gathered = _Gathered(path, file)
    return gathered.result()


class _Gathered:
    """The crimes of a file, counted by year, force and outcome type."""

    def __init__(self, path: Path, file: CsvFile) -> None:
        self._path = path
        columns = _columns(file.headings)
        lacking = [names[0] for name, names in _HEADINGS.items() if name not in columns]
        if lacking:
            raise StatisticsError(
                f"{path.name} has no column “{lacking[0]}”: choose the outcomes open data "
                "table as the Home Office publishes it."
            )
        self._counts: _Counts = defaultdict(lambda: defaultdict(Counter))
        self._quarters: defaultdict[str, set[int]] = defaultdict(set)
        self._areas: dict[str, Area | None] = {}
        self._fraud = 0
        self._problems = Problems()
        self._add_up(file, columns)

    def _add_up(self, file: CsvFile, columns: dict[str, int]) -> None:
        """Add up the rows that agree in all but the offence; what they say is checked once each.

        Half a million rows come down to some thousand kinds: this loop is what takes the time.
        """
        kind_of = itemgetter(*(columns[name] for name in _KIND))
        crimes_in = columns["crimes"]
        crimes: dict[tuple[str, ...], int] = {}
        lines: dict[tuple[str, ...], int] = {}
        for line, cells in file.rows:
            try:
                kind = kind_of(cells)
                crimes[kind] = crimes.get(kind, 0) + int(cells[crimes_in])
            except (IndexError, ValueError):
                self._add_odd(Row(line, cells), columns, crimes, lines)
            else:
                lines.setdefault(kind, line)
        for kind, number in crimes.items():
            self._count(dict(zip(_KIND, kind, strict=True)), number, lines[kind])

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
        number = _whole(text)
        if number is None:
            self._problems.add(
                f"row {row.line:,}", f"“{text[:40]}” is no number of crimes: it is left out."
            )
            return
        kind = tuple(row.cells[columns[name]] for name in _KIND)
        crimes[kind] = crimes.get(kind, 0) + number
        lines.setdefault(kind, row.line)

    def _count(self, kind: dict[str, str], crimes: int, line: int) -> None:
        cell = {name: text.strip() for name, text in kind.items()}
        quarter, outcome = _whole(cell["quarter"]), _whole(cell["outcome"])
        year = _financial_year(cell["year"])
        if year is None or quarter is None or outcome is None:
            self._problems.add(f"row {line:,} and those like it", _fault(cell))
            return
        if "fraud" in cell["group"].casefold():
            self._fraud += 1
            return
        self._quarters[year].add(quarter)
        self._counts[year][cell["force"]][outcome] += crimes

    def _area(self, name: str) -> Area | None:
        if name not in self._areas:
            self._areas[name] = area_of(name)
        return self._areas[name]

    def result(self) -> ImportedStatistics:
        """Return shares for the whole years; say which years and names are not taken."""
        whole = [year for year in sorted(self._counts) if self._quarters[year] >= _QUARTERS]
        parts = [year for year in sorted(self._counts) if year not in whole]
        datasets = tuple(_dataset(year, has_fraud=self._fraud > 0) for year in whole)
        found = tuple(o for year in whole for o in self._shares(year))
        if not found:
            raise StatisticsError(
                f"{self._path.name} holds no whole year of any force"
                f"{self._first_problem()}: choose the outcomes open data table of a whole "
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
            left_out=tuple(
                LeftOut(what=year, reason="it is not a whole year: a quarter is missing")
                for year in parts
            ),
            set_apart=tuple(area.name for _, area in names if area is not None),
            unmatched=tuple(name for name, area in names if area is None),
            problems=tuple(self._problems.first),
            problem_count=self._problems.count,
        )

    def _first_problem(self) -> str:
        first = self._problems.first[:1]
        return f" ({first[0].words.rstrip('.')})" if first else ""

    def _shares(self, year: str) -> Iterator[Observation]:
        whole: Counter[int] = Counter()
        for name, counts in self._counts[year].items():
            area = self._area(name)
            if area is not None and area.kind == "force":
                whole.update(counts)
                yield from _shares_of(area, counts, year)
        if whole:
            nation = Area(id=NATIONAL, name="England and Wales", kind="national", code="K04000001")
            yield from _shares_of(nation, whole, year)


def _shares_of(area: Area, counts: Counter[int], year: str) -> Iterator[Observation]:
    total = sum(counts.values())
    period = Period(kind="12 months to", end=datetime.date(int(year[:4]) + 1, 3, 31))
    note = "" if area.kind == "force" else "The forces in the file, added up."
    for measure in _outcomes():
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


def _outcomes() -> tuple[StatisticMeasure, ...]:
    return tuple(measure for measure in measures() if measure.outcomes)


def _dataset_id(year: str) -> str:
    return f"home-office-outcomes-{year.replace('/', '-')}"


def _dataset(year: str, *, has_fraud: bool = False) -> Dataset:
    notes = [
        "Shares of the crimes recorded in the year, by the outcome they had when published.",
        "England and Wales is the sum of the forces, without the British Transport Police.",
    ]
    if has_fraud:
        notes.append("Rows of fraud offences are left out.")
    return Dataset(
        id=_dataset_id(year),
        title="Crime outcomes in England and Wales: open data",
        source=SOURCE,
        publisher=PUBLISHER,
        release=year,
        notes=tuple(notes),
    )


def _columns(headings: list[str]) -> dict[str, int]:
    plain = [" ".join(_NOT_WORDS.sub(" ", heading.casefold()).split()) for heading in headings]
    return {
        name: next(plain.index(wanted) for wanted in names if wanted in plain)
        for name, names in _HEADINGS.items()
        if any(wanted in plain for wanted in names)
    }


def _financial_year(text: str) -> str | None:
    match = _YEAR.match(text)
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    return f"{match[1]}/{match[2]}"


def _whole(text: str) -> int | None:
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        return None
    return int(number) if number.is_integer() else None


def _fault(cell: dict[str, str]) -> str:
    if _financial_year(cell["year"]) is None:
        return f"“{cell['year'][:40]}” is no financial year such as 2017/18."
    named = {"quarter": "quarter", "outcome": "outcome type"}
    name = next(name for name in named if _whole(cell[name]) is None)
    return f"“{cell[name][:40]}” is no {named[name]}."
