# SPDX-License-Identifier: MIT
"""National statistics in the library: datasets whole, with all their values.

A dataset is the same publication by its id. Importing it again never loses a value: what the new
copy holds takes the place of what was there, and the rest stays. Another edition takes the place of
the whole, and is refused where it holds less. Either all of a file is kept or nothing.
"""

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from peelviewer.errors import StatisticsError
from peelviewer.library.database import faults_as_sentences, transaction
from peelviewer.library.statistic_rows import (
    VALUES,
    DatasetSummary,
    cells_of,
    observations_of,
    period_of,
    summary_of,
)
from peelviewer.model.measure import Period
from peelviewer.model.statistics import IN_WORDS, READER, UNREADABLE, Coverage, Dataset, Observation

Outcome = Literal["added", "replaced", "joined", "unchanged"]
"""What became of a dataset; "joined" is a copy that lacks some of the values that were there: these
stayed."""

_Key = tuple[str, str, str, Period]


class Kept(NamedTuple):
    """What became of a dataset, and how many values stayed that the new copy does not hold."""

    outcome: Outcome
    stayed: int = 0


class Statistics:
    """The national statistics of one library; got from ``Library.statistics``."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder: Path | None,
        require_writable: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._require_writable = require_writable

    def keep(
        self, datasets: Iterable[Dataset], observations: Iterable[Observation], file: str = ""
    ) -> dict[str, Kept]:
        """Put datasets in with their values and return what became of each, by its id.

        ``file`` is the name of the file they were read from.

        Raises:
            StatisticsError: it is another edition of a dataset and lacks measures or periods.
            LibraryError: the library cannot be written. Either way what was there stays as it was.
        """
        self._require_writable()
        values: dict[str, list[Observation]] = {dataset.id: [] for dataset in datasets}
        by_id = {dataset.id: dataset for dataset in datasets}
        for one in observations:
            values[one.dataset].append(one)
        outcomes: dict[str, Kept] = {}
        with faults_as_sentences(self._folder), transaction(self._connection):
            for dataset_id, dataset in by_id.items():
                outcomes[dataset_id] = self._put(dataset, values[dataset_id], file)
        return outcomes

    def datasets(self) -> tuple[DatasetSummary, ...]:
        """Return a summary of every dataset, by publisher and latest period."""
        with faults_as_sentences(self._folder):
            rows = self._connection.execute(
                "SELECT id, title, source, publisher, release, vintage, licence, notes, file, "
                "reader, count(DISTINCT iif(area_kind = 'force', area_id, NULL)), "
                "count(DISTINCT measure), count(iif(unit IN (?, ?), 1, value)), "
                "min(period_end), max(period_end) "
                "FROM dataset JOIN statistic ON statistic.dataset = dataset.number "
                "GROUP BY dataset.number ORDER BY publisher, max(period_end), id",
                sorted(IN_WORDS),
            ).fetchall()
        return tuple(summary_of(row) for row in rows)

    def observations(
        self, measure: str | None = None, unit: str | None = None, dataset: str | None = None
    ) -> tuple[Observation, ...]:
        """Return the values, all or those of a measure (key), a unit, a dataset (id)."""
        wanted = {"measure": measure, "unit": unit, "dataset.id": dataset}
        given = {column: value for column, value in wanted.items() if value is not None}
        where = " AND ".join(f"{column} = ?" for column in given) or "1"
        with faults_as_sentences(self._folder):
            rows = self._connection.execute(
                f"SELECT dataset.id, {VALUES} "  # noqa: S608 - our own column names only
                "FROM statistic JOIN dataset ON dataset.number = statistic.dataset "
                f"WHERE {where} ORDER BY statistic.dataset, statistic.rowid",
                tuple(given.values()),
            )
            return tuple(observations_of(rows))

    def coverage(self) -> tuple[Coverage, ...]:
        """Return what there is without its values: measure, unit and period of each dataset."""
        with faults_as_sentences(self._folder):
            rows = self._connection.execute(
                "SELECT dataset.id, measure, unit, min(label), period_kind, period_start, "
                "period_end, count(DISTINCT iif(area_kind = 'force', area_id, NULL)) "
                "FROM statistic JOIN dataset ON dataset.number = statistic.dataset "
                "GROUP BY measure, unit, period_kind, period_start, period_end, statistic.dataset "
                "ORDER BY statistic.dataset, min(statistic.rowid)"
            ).fetchall()
        return tuple(
            Coverage(
                dataset=dataset,
                measure=measure,
                unit=unit,
                label=label,
                period=period_of(tuple(when)),
                forces=forces,
            )
            for dataset, measure, unit, label, *when, forces in rows
        )

    def version(self) -> int:
        """Return a number that is another one after another connection wrote to the library.

        Other programs do, and imports of the window, which have a connection of their own.
        """
        with faults_as_sentences(self._folder):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def remove(self, dataset: str) -> None:
        """Take a dataset (id) out, with its values.

        Raises:
            StatisticsError: there is none of that id.
            LibraryError: the library cannot be written.
        """
        self._require_writable()
        with faults_as_sentences(self._folder), transaction(self._connection):
            gone = self._connection.execute("DELETE FROM dataset WHERE id = ?", (dataset,))
            if gone.rowcount == 0:
                raise StatisticsError(
                    f"There are no statistics {dataset!r} in the library: "
                    "peelviewer statistics list says what is there."
                )

    def _put(self, dataset: Dataset, values: list[Observation], file: str) -> Kept:
        kept = Kept("added")
        row = self._connection.execute(
            "SELECT number, file FROM dataset WHERE id = ?", (dataset.id,)
        ).fetchone()
        if row is not None:
            stored = next(s.dataset for s in self.datasets() if s.dataset.id == dataset.id)
            there = self.observations(dataset=dataset.id)
            if stored.release != dataset.release:
                _require_all(stored, there, dataset, values, file)
                kept = Kept("replaced")
            else:
                whole = _joined(there, values)
                stayed = sum(old is new for old, new in zip(there, whole, strict=False))
                if stayed:
                    notes = tuple(dict.fromkeys((*stored.notes, *dataset.notes)))
                    dataset = msgspec.structs.replace(
                        dataset, notes=notes, is_behind=stored.is_behind
                    )
                    file = ", ".join(dict.fromkeys(filter(None, (*row[1].split(", "), file))))
                kept = Kept("joined" if stayed else "replaced", stayed)
                values = whole
            if stored == dataset and there == tuple(values):
                return Kept("unchanged")
            self._connection.execute("DELETE FROM dataset WHERE number = ?", row[:1])
        number = self._connection.execute(
            "INSERT INTO dataset (id, title, source, publisher, release, vintage, licence, notes, "
            "file, reader) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                dataset.id,
                dataset.title,
                dataset.source,
                dataset.publisher,
                dataset.release,
                dataset.vintage,
                dataset.licence,
                msgspec.json.encode(dataset.notes).decode(),
                file,
                0 if dataset.is_behind else READER,
            ),
        ).lastrowid
        self._connection.executemany(
            f"INSERT INTO statistic (dataset, {VALUES}) "  # noqa: S608 - our own column names
            f"VALUES (?{', ?' * 15})",
            ((number, *cells_of(one)) for one in values),
        )
        return kept


def _key(one: Observation) -> _Key:
    return one.area.id, one.measure, one.unit, one.period


def _joined(there: Iterable[Observation], values: Iterable[Observation]) -> list[Observation]:
    """Return what is there with new values in the places of the old; further ones come last.

    A cell that could not be read never takes the place of a value.
    """
    whole = {_key(one): one for one in there}
    for one in values:
        old = whole.get(_key(one))
        if old is None or old.value is None or one.missing != UNREADABLE:
            whole[_key(one)] = one
    return list(whole.values())


def _require_all(
    stored: Dataset,
    there: Iterable[Observation],
    dataset: Dataset,
    values: Iterable[Observation],
    file: str,
) -> None:
    """Refuse another edition of a dataset that lacks some of what the one that is there has."""

    def series(all_of: Iterable[Observation]) -> set[_Key]:
        return {_key(one) for one in all_of if one.area.kind in ("force", "national")}

    lacking = {key[1:] for key in series(there) - series(values)}
    if lacking:
        measures = len({measure for measure, _, _ in lacking})
        raise StatisticsError(
            f"{file or dataset.title} ({dataset.release}) was not taken, as it lacks values of "
            f"{measures} measure{'s' if measures != 1 else ''} that the edition in the library "
            f"({stored.release}) holds: import the whole file as it was published, or first take "
            f"the other out (File → Statistics…, or peelviewer statistics remove {dataset.id})."
        )
