# SPDX-License-Identifier: MIT
"""What was read from a file of statistics, as bytes that pass from one process to another.

A file can have a million values, with the same areas, measures and periods over and over: each of
these is packed once, and the values refer to it. What is unpacked shares them, too.
"""

from typing import Annotated

import msgspec

from peelviewer.model.measure import Period
from peelviewer.model.statistics import Area, Dataset, Observation
from peelviewer.statistics.datasets import ImportedStatistics, LeftOut, Problem, Taken

_Place = Annotated[int, msgspec.Meta(ge=0)]


class _Series(msgspec.Struct, frozen=True, array_like=True):
    """What the values of one column have in common."""

    measure: str
    label: str
    unit: str
    period: Period
    dataset: str
    table: str


class _Value(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A value, with the places of its area, series and remarks; ``printed`` as shown."""

    area: _Place
    series: _Place
    value: float | None
    printed: str
    remarks: _Place


class _Remarks(msgspec.Struct, frozen=True, array_like=True):
    missing: str | None
    note: str


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    datasets: tuple[Dataset, ...]
    areas: tuple[Area, ...]
    series: tuple[_Series, ...]
    remarks: tuple[_Remarks, ...]
    values: tuple[_Value, ...]
    taken: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...]
    set_apart: tuple[str, ...]
    unmatched: tuple[str, ...]
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]
    problem_count: int


class UnpackingError(ValueError):
    """The bytes are not what ``packed`` makes."""


def packed(found: ImportedStatistics) -> bytes:
    """Return what was read, as bytes."""
    areas: dict[Area, int] = {}
    series: dict[_Series, int] = {}
    remarks: dict[_Remarks, int] = {}
    values = tuple(
        _Value(
            areas.setdefault(one.area, len(areas)),
            series.setdefault(_series_of(one), len(series)),
            one.value,
            one.printed,
            remarks.setdefault(_Remarks(one.missing, one.note), len(remarks)),
        )
        for one in found.observations
    )
    return msgspec.msgpack.encode(
        _Packed(
            datasets=found.datasets,
            areas=tuple(areas),
            series=tuple(series),
            remarks=tuple(remarks),
            values=values,
            taken=found.taken,
            left_out=found.left_out,
            set_apart=found.set_apart,
            unmatched=found.unmatched,
            unknown=found.unknown,
            problems=found.problems,
            problem_count=found.problem_count,
        )
    )


def unpacked(data: bytes) -> ImportedStatistics:
    """Return what was packed.

    Raises:
        UnpackingError: a field is of another type, or a value refers to nothing.
    """
    try:
        held = msgspec.msgpack.decode(data, type=_Packed)
        observations = tuple(_observation(held, value) for value in held.values)
    except (msgspec.MsgspecError, IndexError) as error:
        raise UnpackingError(str(error)) from error
    return ImportedStatistics(
        datasets=held.datasets,
        observations=observations,
        taken=held.taken,
        left_out=held.left_out,
        set_apart=held.set_apart,
        unmatched=held.unmatched,
        unknown=held.unknown,
        problems=held.problems,
        problem_count=held.problem_count,
    )


def _series_of(one: Observation) -> _Series:
    return _Series(one.measure, one.label, one.unit, one.period, one.dataset, one.table)


def _observation(held: _Packed, value: _Value) -> Observation:
    series, remarks = held.series[value.series], held.remarks[value.remarks]
    return Observation(
        area=held.areas[value.area],
        measure=series.measure,
        label=series.label,
        unit=series.unit,
        period=series.period,
        value=value.value,
        printed=value.printed,
        dataset=series.dataset,
        missing=remarks.missing,
        note=remarks.note,
        table=series.table,
    )
