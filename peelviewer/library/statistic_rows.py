# SPDX-License-Identifier: MIT
"""Datasets and their values as rows of the library's tables."""

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from peelviewer.model.measure import Period
from peelviewer.model.statistics import READER, Area, Dataset, Observation

VALUES = (
    "area_id, area_name, area_kind, area_code, measure, label, unit, period_kind, period_start, "
    "period_end, value, printed, missing, note, source_table"
)
"""The columns of one value, in the order of ``cells_of``."""


class DatasetSummary(NamedTuple):
    """A dataset in the library: how many forces, measures and values it has, and its periods."""

    dataset: Dataset
    file: str
    forces: int
    measures: int
    values: int
    first: datetime.date
    last: datetime.date


def summary_of(row: tuple[str, ...]) -> DatasetSummary:
    """Return the summary in a row of ``Statistics.datasets``."""
    names = ("id", "title", "source", "publisher", "release", "vintage", "licence")
    dataset = Dataset(
        **dict(zip(names, row[:7], strict=True)),
        notes=msgspec.json.decode(row[7], type=tuple[str, ...]),
        is_behind=int(row[9]) < READER,
    )
    return DatasetSummary(
        dataset=dataset,
        file=row[8],
        forces=int(row[10]),
        measures=int(row[11]),
        values=int(row[12]),
        first=datetime.date.fromisoformat(row[13]),
        last=datetime.date.fromisoformat(row[14]),
    )


def cells_of(one: Observation) -> tuple[str | float | None, ...]:
    """Return one value as the cells of ``VALUES``."""
    period = one.period
    return (
        one.area.id,
        one.area.name,
        one.area.kind,
        one.area.code,
        one.measure,
        one.label,
        one.unit,
        period.kind,
        None if period.start is None else period.start.isoformat(),
        period.end.isoformat(),
        one.value,
        one.printed,
        one.missing,
        one.note,
        one.table,
    )


def observations_of(rows: Iterable[tuple[object, ...]]) -> Iterator[Observation]:
    """Yield the stored values; equal areas and periods become one value each."""
    areas: dict[tuple[object, ...], Area] = {}
    periods: dict[tuple[object, ...], Period] = {}
    for row in rows:
        dataset, *cells = row
        where, when = tuple(cells[0:4]), tuple(cells[7:10])
        area = areas.get(where) or areas.setdefault(where, _area(where))
        period = periods.get(when) or periods.setdefault(when, period_of(when))
        measure, label, unit = (str(cell) for cell in cells[4:7])
        value, missing = cells[10], cells[12]
        yield Observation(
            area=area,
            measure=measure,
            label=label,
            unit=unit,
            period=period,
            value=value if isinstance(value, float) else None,
            printed=str(cells[11]),
            missing=None if missing is None else str(missing),
            note=str(cells[13]),
            table=str(cells[14]),
            dataset=str(dataset),
        )


def _area(cells: tuple[object, ...]) -> Area:
    area_id, name, kind, code = cells
    return msgspec.convert({"id": area_id, "name": name, "kind": kind, "code": code}, Area)


def period_of(cells: tuple[object, ...]) -> Period:
    """Return the period in three cells: its kind, its start and its end."""
    kind, start, end = cells
    return msgspec.convert({"kind": kind, "start": start, "end": end}, Period)
