# SPDX-License-Identifier: MIT
"""The cells of one row of a tidy CSV as values; what is wrong with one is the end of a sentence."""

import datetime
import functools
import math
import re
from typing import get_args

from peelviewer.model.measure import Period, PeriodKind
from peelviewer.model.report import Grade
from peelviewer.model.statistics import BETWEEN_FORCES, NATIONAL, Area, AreaKind
from peelviewer.reference.forces import force_named, forces
from peelviewer.statistics.areas import code_of, slug_of, without_notes
from peelviewer.statistics.cells import number
from peelviewer.statistics.tidy_columns import restored
from peelviewer.statistics.vocabulary import as_printed, can_be_negative, units

GRADES = frozenset(get_args(Grade))


class FaultError(ValueError):
    """What is wrong with a row, as the end of a sentence."""


@functools.lru_cache(maxsize=4096)
def area_of(force_id: str, name: str, code: str, kind: str) -> Area:
    """Return the area that the first four cells name: one of the 43 forces where ``kind`` is none.

    Raises:
        FaultError: they name none, or not the same one.
    """
    force_id, name, code, kind = (text.strip() for text in (force_id, name, code, kind))
    if kind in ("", "force"):
        # As in workbooks, digits of footnotes may be glued to names and codes: "Surrey7,8".
        return _force(force_id, without_notes(name).text, code_of(code) or code)
    if kind not in get_args(AreaKind):
        raise FaultError(f"“{kind[:40]}” in “area” is none of: {', '.join(get_args(AreaKind))}.")
    if not force_id:
        raise FaultError("“force_id” is empty.")
    kinds: dict[str, AreaKind] = {one: one for one in get_args(AreaKind)}
    return Area(id=force_id, name=name or force_id, kind=kinds[kind], code=code or None)


def _force(force_id: str, name: str, code: str) -> Area:
    known = {force.id: force for force in forces()}.get(force_id)
    by_code = next((force for force in forces() if code and force.code == code), None)
    by_name = force_named(name) if name else None
    named = [force for force in (known, by_code, by_name) if force is not None]
    if force_id == NATIONAL and not named:
        return Area(id=NATIONAL, name=name or "England and Wales", kind="national", code=None)
    if not named or (force_id and known is None) or (code and by_code is None):
        said = ", ".join(filter(None, (force_id, name, code)))
        if not said:
            raise FaultError("it names no force.")
        raise FaultError(f"“{said[:60]}” is none of the 43 forces.")
    if any(force is not named[0] for force in named):
        raise FaultError(f"“{force_id}”, “{name}” and “{code}” are not the same force.")
    force = named[0]
    return Area(id=force.id, name=force.name, kind="force", code=force.code)


@functools.lru_cache(maxsize=4096)
def measure_of(text: str) -> str:
    """Return the key of a measure.

    Raises:
        FaultError: it has other signs than a key has.
    """
    key = text.strip()
    if not key or slug_of(key, "_") != key.strip("_"):
        raise FaultError(
            f"“{key[:40]}” is no key of a measure: write small letters, digits and “_” only."
        )
    return key


@functools.lru_cache(maxsize=256)
def unit_of(text: str) -> str:
    """Return a unit that the program knows.

    Raises:
        FaultError: it is none.
    """
    unit = text.strip()
    if unit not in units():
        raise FaultError(f"the unit “{unit[:40]}” is not known: use one of {', '.join(units())}.")
    return unit


@functools.lru_cache(maxsize=4096)
def period_of(kind: str, start: str, end: str) -> Period:
    """Return a period; ``start`` and ``end`` are days, the first of a change only.

    Raises:
        FaultError: the kind is unknown, or a day is none, missing or out of order.
    """
    kind = kind.strip()
    kinds: dict[str, PeriodKind] = {one: one for one in get_args(PeriodKind)}
    if kind not in kinds:
        raise FaultError(f"“{kind[:40]}” in “period_kind” is none of: {', '.join(kinds)}.")
    begin = _day("period_start", start) if start.strip() else None
    finish = _day("period_end", end)
    if (kind == "change") != (begin is not None):
        raise FaultError("“period_start” stands for a change, and only for one.")
    if begin is not None and begin >= finish:
        raise FaultError("“period_start” is not before “period_end”.")
    return Period(kind=kinds[kind], start=begin, end=finish)


def _day(column: str, text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        raise FaultError(
            f"“{text[:40]}” in “{column}” is no day: write it as 2016-03-31."
        ) from None


def group_of(area: Area, text: str, printed: str) -> str:
    """Return the forces that are like ``area``, by their usual names.

    Raises:
        FaultError: a name is of no force, of ``area`` itself, or there twice.
    """
    if area.kind != "force":
        raise FaultError(f"{area.name} is no force, so none is similar to it.")
    names = [name.strip() for name in printed.split(";") if name.strip()]
    if text.strip() or not names:
        raise FaultError("the similar forces belong in “value_as_printed”, apart by semicolons.")
    by_id = {force.id: force for force in forces()}
    found = {}
    for name in names:
        force = by_id.get(name) or force_named(name)
        if force is None:
            raise FaultError(f"“{name[:60]}” is none of the 43 forces.")
        if force.id == area.id or force.id in found:
            what = "similar to itself" if force.id == area.id else "there twice"
            raise FaultError(f"{force.name} cannot be {what}.")
        found[force.id] = force.area
    return BETWEEN_FORCES.join(found.values())


def value_of(unit: str, text: str, printed: str, why: str) -> tuple[float | None, str, str | None]:
    """Return the value, how it is shown and why it is missing.

    Raises:
        FaultError: it is no number or grade, or not one of that unit.
    """
    if unit == "grade":
        if text or printed not in GRADES:
            raise FaultError(f"“{(text or printed)[:40]}” is no grade in “value_as_printed”.")
        return None, printed, None
    if not text:
        if printed and number(restored(printed), {}).value is not None:
            raise FaultError(f"“{printed[:40]}” is in “value_as_printed”, but “value” is empty.")
        return None, "–", restored(why.strip()) or "not available in the source"
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise FaultError(f"“{text[:40]}” in “value” is not a number.")
    if value < 0 and not can_be_negative(unit):
        raise FaultError(f"“{text[:40]}” in “value” is below zero, which “{unit}” cannot be.")
    if why.strip():
        raise FaultError("it has a value and says why the value is missing.")
    if printed and not _prints(value, restored(printed)):
        raise FaultError(f"“{printed[:40]}” in “value_as_printed” is another value than {text}.")
    return value, printed or as_printed(value, unit), None


def _prints(value: float, printed: str) -> bool:
    """Return whether ``printed`` may stand for the value: the same but for what is rounded off.

    Words ("17 percent fewer") may stand for any.
    """
    shown = number(printed, {}).value
    match = re.search(r"\.(\d+)", printed)
    decimals = len(match[1]) if match else 0
    return shown is None or abs(shown - value) < 10.0**-decimals
