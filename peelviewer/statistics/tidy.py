# SPDX-License-Identifier: MIT
"""The tidy CSV of statistics: one value a row. Described in ``data/statistics/README.md``.

Reading it takes all or nothing: one faulty row refuses the file, and the error lists the rows.
"""

import csv
import datetime
import functools
import math
from collections.abc import Iterable
from operator import itemgetter
from pathlib import Path
from typing import IO, get_args

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period, PeriodKind
from peelviewer.model.report import Grade
from peelviewer.model.statistics import (
    BETWEEN_FORCES,
    FORCES,
    NATIONAL,
    SIMILAR,
    Area,
    AreaKind,
    Dataset,
    Observation,
)
from peelviewer.reference.forces import force_named, forces
from peelviewer.statistics.areas import code_of, slug_of, without_notes
from peelviewer.statistics.csv_rows import Row, RowTable, open_csv
from peelviewer.statistics.datasets import ImportedStatistics, Problems, Progress, taken
from peelviewer.statistics.vocabulary import as_printed, can_be_negative, label_of, units

COLUMNS = (
    "force_id",
    "force_name",
    "force_code",
    "area",
    "measure",
    "label",
    "unit",
    "period_kind",
    "period_start",
    "period_end",
    "value",
    "value_as_printed",
    "missing",
    "note",
    "publisher",
    "source",
    "release",
    "vintage",
    "table",
)
LICENCE_COLUMN = "licence"
"""What a file may say of the use of a dataset; without it nothing is said."""

REQUIRED = ("force_id", "measure", "unit", "period_kind", "period_end", "value", "source")
"""Columns that a file must have; the others may be absent or empty."""

SHOWN_PROBLEMS = 2
"""How many faulty rows the sentence of a refusal names; its details have them all."""

GRADES = frozenset(get_args(Grade))
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


def write_tidy(
    file: IO[str], datasets: Iterable[Dataset], observations: Iterable[Observation]
) -> None:
    """Write a tidy CSV (RFC 4180); text that a spreadsheet would take for a formula is quoted."""
    by_id = {dataset.id: dataset for dataset in datasets}
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in observations:
        dataset = by_id[one.dataset]
        period, value = one.period, one.value
        texts = (
            one.area.id,
            one.area.name,
            one.area.code or "",
            one.area.kind,
            one.measure,
            one.label,
            one.unit,
            period.kind,
            period.start.isoformat() if period.start else "",
            period.end.isoformat(),
            "" if value is None else _plain_number(value),
            one.printed,
            one.missing or "",
            one.note,
            dataset.publisher,
            dataset.source,
            dataset.release,
            dataset.vintage,
            one.table,
        )
        writer.writerow(map(_defused, texts))


def _plain_number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _defused(text: str) -> str:
    """Return text that no spreadsheet runs; numbers, dashes and signed percentages stay."""
    is_signed_text = text[:1] in ("+", "-") and len(text) > 1 and not text[1].isdigit()
    if is_signed_text or text[:1] in ("=", "@", "\t", "\r"):
        return f"'{text}"
    return text


def _restored(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "@", "+", "-", "\t", "\r") else text


class _FaultError(ValueError):
    """What is wrong with a row, as the end of a sentence."""


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
        except _FaultError as fault:
            self._problems.add(f"row {row.line:,}", str(fault))

    def _keep(self, line: int, cells: tuple[str, ...]) -> None:
        area = _area(*cells[0:4])
        measure, unit = _measure(cells[4]), _unit(cells[6])
        period = _period(*cells[7:10])
        if (measure == SIMILAR) != (unit == FORCES):
            raise _FaultError(f"“{SIMILAR}” and the unit “{FORCES}” go together.")
        if unit == FORCES:
            value, printed, missing = None, _group(area, cells[10], cells[11]), None
        else:
            value, printed, missing = _value(unit, cells[10].strip(), cells[11].strip(), cells[12])
        dataset = self._dataset(cells[14:18], _restored(cells[19].strip()))
        key = (area.id, measure, unit, period.kind, period.start, period.end, dataset.id)
        earlier = self._seen.setdefault(key, line)
        if earlier != line:
            raise _FaultError(
                f"{area.name} has this measure, unit and period in row {earlier:,} already."
            )
        self._found.append(
            Observation(
                area=area,
                measure=measure,
                label=_restored(cells[5].strip()) or label_of(measure),
                unit=unit,
                period=period,
                value=value,
                printed=printed,
                missing=missing,
                note=_restored(cells[13].strip()),
                table=_restored(cells[18].strip()),
                dataset=dataset.id,
            )
        )

    def _dataset(self, cells: tuple[str, ...], licence: str) -> Dataset:
        known = self._datasets.get(cells)
        if known is not None and known.licence != licence:
            raise _FaultError("“licence” is not that of the other rows of this source.")
        if known is None:
            publisher, source, release, vintage = (_restored(cell.strip()) for cell in cells)
            if not source:
                raise _FaultError("“source” is empty: say who published the value.")
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


@functools.lru_cache(maxsize=4096)
def _area(force_id: str, name: str, code: str, kind: str) -> Area:
    force_id, name, code, kind = (text.strip() for text in (force_id, name, code, kind))
    if kind in ("", "force"):
        # As in workbooks, digits of footnotes may be glued to names and codes: "Surrey7,8".
        name, code = without_notes(name).text, code_of(code) or code
        known = {force.id: force for force in forces()}.get(force_id)
        by_code = next((force for force in forces() if code and force.code == code), None)
        by_name = force_named(name) if name else None
        named = [force for force in (known, by_code, by_name) if force is not None]
        if force_id == NATIONAL and not named:
            return Area(id=NATIONAL, name=name or "England and Wales", kind="national", code=None)
        if not named or (force_id and known is None) or (code and by_code is None):
            said = ", ".join(filter(None, (force_id, name, code))) or "nothing"
            raise _FaultError(f"“{said[:60]}” is none of the 43 forces.")
        if any(force is not named[0] for force in named):
            raise _FaultError(f"“{force_id}”, “{name}” and “{code}” are not the same force.")
        force = named[0]
        return Area(id=force.id, name=force.name, kind="force", code=force.code)
    if kind not in get_args(AreaKind):
        raise _FaultError(f"“{kind[:40]}” in “area” is none of: {', '.join(get_args(AreaKind))}.")
    if not force_id:
        raise _FaultError("“force_id” is empty.")
    kinds: dict[str, AreaKind] = {one: one for one in get_args(AreaKind)}
    return Area(id=force_id, name=name or force_id, kind=kinds[kind], code=code or None)


@functools.lru_cache(maxsize=4096)
def _measure(text: str) -> str:
    key = text.strip()
    if not key or slug_of(key, "_") != key.strip("_"):
        raise _FaultError(
            f"“{key[:40]}” is no key of a measure: write small letters, digits and “_” only."
        )
    return key


@functools.lru_cache(maxsize=256)
def _unit(text: str) -> str:
    unit = text.strip()
    if unit not in units():
        raise _FaultError(f"the unit “{unit[:40]}” is not known: use one of {', '.join(units())}.")
    return unit


@functools.lru_cache(maxsize=4096)
def _period(kind: str, start: str, end: str) -> Period:
    kind = kind.strip()
    kinds: dict[str, PeriodKind] = {one: one for one in get_args(PeriodKind)}
    if kind not in kinds:
        raise _FaultError(f"“{kind[:40]}” in “period_kind” is none of: {', '.join(kinds)}.")
    begin = _day("period_start", start) if start.strip() else None
    finish = _day("period_end", end)
    if (kind == "change") != (begin is not None):
        raise _FaultError("“period_start” stands for a change, and only for one.")
    if begin is not None and begin >= finish:
        raise _FaultError("“period_start” is not before “period_end”.")
    return Period(kind=kinds[kind], start=begin, end=finish)


def _day(column: str, text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        raise _FaultError(
            f"“{text[:40]}” in “{column}” is no day: write it as 2016-03-31."
        ) from None


def _group(area: Area, text: str, printed: str) -> str:
    """Return the forces that are like ``area``, by their usual names."""
    if area.kind != "force":
        raise _FaultError(f"{area.name} is no force, so none is similar to it.")
    names = [name.strip() for name in printed.split(";") if name.strip()]
    if text.strip() or not names:
        raise _FaultError("the similar forces belong in “value_as_printed”, apart by semicolons.")
    by_id = {force.id: force for force in forces()}
    found = {}
    for name in names:
        force = by_id.get(name) or force_named(name)
        if force is None:
            raise _FaultError(f"“{name[:60]}” is none of the 43 forces.")
        if force.id == area.id or force.id in found:
            what = "similar to itself" if force.id == area.id else "there twice"
            raise _FaultError(f"{force.name} cannot be {what}.")
        found[force.id] = force.area
    return BETWEEN_FORCES.join(found.values())


def _value(unit: str, text: str, printed: str, why: str) -> tuple[float | None, str, str | None]:
    """Return the value, how it is shown and why it is missing."""
    if unit == "grade":
        if text or printed not in GRADES:
            raise _FaultError(f"“{(text or printed)[:40]}” is no grade in “value_as_printed”.")
        return None, printed, None
    if not text:
        return None, "–", _restored(why.strip()) or "not available in the source"
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise _FaultError(f"“{text[:40]}” in “value” is not a number.")
    if value < 0 and not can_be_negative(unit):
        raise _FaultError(f"“{text[:40]}” in “value” is below zero, which “{unit}” cannot be.")
    if why.strip():
        raise _FaultError("it has a value and says why the value is missing.")
    return value, printed or as_printed(value, unit), None
