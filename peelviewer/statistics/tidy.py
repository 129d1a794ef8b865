# SPDX-License-Identifier: MIT
"""Reading the tidy CSV of statistics: one value a row. Described in ``data/statistics/README.md``.

It takes all or nothing: one faulty row refuses the file, and the error lists the rows.
"""

from collections.abc import Iterable
from operator import itemgetter
from pathlib import Path

from peelviewer.errors import StatisticsError
from peelviewer.model.statistics import FORCES, SIMILAR, Dataset, Observation
from peelviewer.statistics.areas import slug_of
from peelviewer.statistics.csv_rows import Row, RowTable, open_csv
from peelviewer.statistics.datasets import ImportedStatistics, Problems, Progress, taken
from peelviewer.statistics.tidy_cells import (
    FaultError,
    area_of,
    group_of,
    measure_of,
    period_of,
    unit_of,
    value_of,
)
from peelviewer.statistics.tidy_columns import COLUMNS, LICENCE_COLUMN, restored
from peelviewer.statistics.vocabulary import label_of

REQUIRED = ("force_id", "measure", "unit", "period_kind", "period_end", "value", "source")
"""Columns that a file must have; the others may be absent or empty."""

SHOWN_PROBLEMS = 2
"""How many faulty rows the sentence of a refusal names; its details have them all."""

_NAMELESS = "Statistics"


def is_tidy(headings: Iterable[str]) -> bool:
    """Return whether a CSV file with these headings means to be a tidy table of statistics."""
    found = {heading.strip().casefold() for heading in headings}
    return "measure" in found and bool(found & {"force_id", "force_name", "force_code", "value"})


def read_tidy(path: Path, progress: Progress | None = None) -> ImportedStatistics:
    """Return the values of a tidy CSV file.

    Raises:
        StatisticsError: a required column is missing, or rows are faulty; the first are named,
            with their row numbers, and all are counted; the details are a line a row.
    """
    with open_csv(path, progress) as file:
        reader = _Reader(path, file)
    return reader.result()


class _Reader:
    """Reads the rows of one file; equal texts become one value, so a million rows stay small."""

    def __init__(self, path: Path, file: RowTable) -> None:
        self._path = path
        headings = [heading.casefold() for heading in file.headings]
        lacking = [name for name in REQUIRED if name not in headings]
        if lacking:
            columns = ", ".join(f"“{name}”" for name in lacking)
            raise StatisticsError(
                f"{path.name} lacks the column{'s' if len(lacking) > 1 else ''} {columns}: add "
                "what is missing to the first row (docs/statistics.md lists all columns)."
            )
        positions = [
            headings.index(name) if name in headings else len(headings)
            for name in (*COLUMNS, LICENCE_COLUMN)
        ]
        self._width = len(headings)
        self._cells_of = itemgetter(*positions)
        self._problems = Problems()
        self._datasets: dict[tuple[str, ...], Dataset] = {}
        self._seen: dict[tuple[object, ...], int] = {}
        self._found: list[Observation] = []
        for row in file.rows:
            self._read(row)

    def _read(self, row: Row) -> None:
        if not any(row.cells):
            return
        if len(row.cells) != self._width:
            self._problems.add(
                f"row {row.line:,}",
                f"it has {len(row.cells)} cells, and the first row has {self._width}.",
            )
            return
        try:
            self._keep(row.line, self._cells_of((*row.cells, "")))
        except FaultError as fault:
            self._problems.add(f"row {row.line:,}", str(fault))

    def _keep(self, line: int, cells: tuple[str, ...]) -> None:
        area = area_of(*cells[0:4])
        measure, unit = measure_of(cells[4]), unit_of(cells[6])
        period = period_of(*cells[7:10])
        if (measure == SIMILAR) != (unit == FORCES):
            raise FaultError(f"“{SIMILAR}” and the unit “{FORCES}” go together.")
        if unit == FORCES:
            value, printed, missing = None, group_of(area, cells[10], cells[11]), None
        else:
            value, printed, missing = value_of(
                unit, cells[10].strip(), cells[11].strip(), cells[12]
            )
        dataset = self._dataset(cells[14:18], restored(cells[19].strip()))
        key = (area.id, measure, unit, period.kind, period.start, period.end, dataset.id)
        earlier = self._seen.setdefault(key, line)
        if earlier != line:
            raise FaultError(
                f"{area.name} has this measure, unit and period in row {earlier:,} already."
            )
        self._found.append(
            Observation(
                area=area,
                measure=measure,
                label=restored(cells[5].strip()) or label_of(measure),
                unit=unit,
                period=period,
                value=value,
                printed=printed,
                missing=missing,
                note=restored(cells[13].strip()),
                table=restored(cells[18].strip()),
                dataset=dataset.id,
            )
        )

    def _dataset(self, cells: tuple[str, ...], licence: str) -> Dataset:
        known = self._datasets.get(cells)
        if known is not None and known.licence != licence:
            raise FaultError("“licence” is not that of the other rows of this source.")
        if known is None:
            publisher, source, release, vintage = (restored(cell.strip()) for cell in cells)
            if not source:
                raise FaultError("“source” is empty: say who published the value.")
            known = Dataset(
                id=slug_of(f"{source} {release} {vintage}"),
                title=source,
                source=source,
                publisher=publisher or source.split(",")[0],
                release=release,
                vintage=vintage,
                licence=licence,
            )
            self._datasets[cells] = known
        return known

    def result(self) -> ImportedStatistics:
        """Return the values; refuse the file where a row is faulty or none is there."""
        if self._problems.count:
            raise _refusal(self._path, self._problems)
        if not self._found:
            raise StatisticsError(f"{self._path.name} has a heading but no rows: nothing to take.")
        datasets = tuple(dict.fromkeys(self._datasets.values()))
        apart = {o.area.name: None for o in self._found if o.area.kind not in ("force", "national")}
        return ImportedStatistics(
            datasets=datasets,
            observations=tuple(self._found),
            taken=tuple(
                taken(
                    " ".join(filter(None, (d.title or _NAMELESS, d.release))),
                    d.title,
                    (o for o in self._found if o.dataset == d.id),
                )
                for d in datasets
            ),
            set_apart=tuple(apart),
        )


def _refusal(path: Path, problems: Problems) -> StatisticsError:
    shown = "; ".join(problem.words.rstrip(".") for problem in problems.first[:SHOWN_PROBLEMS])
    rest = problems.count - min(problems.count, SHOWN_PROBLEMS)
    more = f"; and {rest:,} more" if rest else ""
    rows = "1 row" if problems.count == 1 else f"{problems.count:,} rows"
    them = "it" if problems.count == 1 else "them"
    details = [problem.words for problem in problems.first]
    if problems.count > len(details):
        details.append(f"and {problems.count - len(details):,} more rows")
    return StatisticsError(
        f"{path.name} was not taken, as {rows} cannot be read: {shown}{more}. Correct {them}.",
        details if rest else (),
    )
