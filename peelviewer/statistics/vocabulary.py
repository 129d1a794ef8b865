# SPDX-License-Identifier: MIT
"""The measures and units of national statistics (``data/statistics/measures.toml``)."""

import functools
import re
from typing import NamedTuple

import msgspec

from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.labels import plain_label
from peelviewer.reference.tables import read_table
from peelviewer.statistics.areas import slug_of

_SPAN = re.compile(r"(\d+)([ym])")


class StatisticUnit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A unit that only statistics have; ``decimals`` are those a value is shown with."""

    name: str
    words: str
    decimals: int = 0


class StatisticMeasure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One measure: ``names`` are headings that mean it, ``outcomes`` the types it adds up.

    ``share`` is what it is called in percent, where the label does not tell of what it is a part.
    """

    key: str
    label: str
    definition: str
    group: str
    names: tuple[str, ...] = ()
    outcomes: tuple[int, ...] = ()
    share: str = ""


class Heading(NamedTuple):
    """What a column's heading means; ``is_known`` is false for one the program has no name for."""

    key: str
    label: str
    is_known: bool


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    units: tuple[StatisticUnit, ...] = msgspec.field(name="unit")
    measures: tuple[StatisticMeasure, ...] = msgspec.field(name="measure")


@functools.cache
def _file() -> _File:
    return read_table("data/statistics/measures.toml", _File)


def measures() -> tuple[StatisticMeasure, ...]:
    """Return every measure, in the order of the file."""
    return _file().measures


@functools.cache
def units() -> dict[str, str]:
    """Return the units that a value can have, with their words; the catalogue's are among them."""
    known = {unit.name: unit.words for unit in catalogue().units}
    return known | {unit.name: unit.words for unit in _file().units}


def label_of(key: str) -> str:
    """Return the label of a measure; that of the catalogue or the key's words where needed."""
    own = _labels().get(key)
    if own is not None:
        return own
    known = catalogue().definition(key)
    if known is not None:
        return known.label
    base, found, span = key.rpartition("_change_")
    if found and (match := _SPAN.fullmatch(span)) is not None:
        return f"{label_of(base)}: change over {_lasting(int(match[1]), match[2])}"
    return key.replace("_", " ").capitalize()


def label_in(key: str, unit: str, given: str = "") -> str:
    """Return the label of a measure in a unit; ``given`` is that of its source."""
    share = _shares().get(key) if unit == "percent" else ""
    return share or given or label_of(key)


def names_of(key: str, label: str) -> frozenset[str]:
    """Return what a measure is called in running words (``plain_label``); its change, as itself."""
    base = re.sub(r"_change_\d+[ym]$", "", key)
    known = next((one for one in measures() if one.key == base), None)
    names = (label.partition(": change")[0],) if known is None else (known.label, *known.names)
    return frozenset(map(plain_label, names))


def group_of(key: str) -> str:
    """Return the group of a measure, ``""`` where it has none.

    A change belongs with what changes, and one of a kind with the whole: offences with handguns
    with those with firearms.
    """
    groups = _groups()
    while key not in groups:
        key, found, _ = key.rpartition("_")
        if not found:
            return ""
    return groups[key]


def changed(known: "Heading", months: int) -> "Heading":
    """Return the measure that is the change of another one over so many months.

    Its key is that of the measure with ``_change_1y`` behind it, or ``_change_105m`` where the
    months are no whole years.
    """
    years, rest = divmod(months, 12)
    key = f"{known.key}_change_{months}m" if rest else f"{known.key}_change_{years}y"
    label = label_of(key)
    if not known.is_known:
        label = f"{known.label}: {label.rpartition(': ')[2]}"
    return Heading(key, label, known.is_known)


def _lasting(number: int, letter: str) -> str:
    """Return years, or so many months, in words: "one year", "8 years and 9 months"."""
    years, months = (number, 0) if letter == "y" else divmod(number, 12)
    counted = [(years, "year"), (months, "month")]
    return " and ".join(
        f"one {word}" if count == 1 else f"{count} {word}s" for count, word in counted if count
    )


def heading(text: str) -> Heading:
    """Return the measure that a column's heading (without note marks) means.

    A heading that is not known keeps its own words, and a key made of them.
    """
    known = _by_heading().get(plain_label(text))
    if known is not None:
        return Heading(known.key, known.label, is_known=True)
    return Heading(slug_of(text, "_"), text, is_known=False)


def can_be_negative(unit: str) -> bool:
    """Return whether a value of this unit can be below zero: numbers and rates cannot."""
    return unit in ("percent", "percent_change", "percentage_point_change")


def usual_decimals(unit: str) -> int:
    """Return the decimals that publications print for a unit."""
    return _decimals().get(unit, 1)


def as_printed(value: float, unit: str, decimals: int | None = None) -> str:
    """Return a value with ``decimals``, else with those that publications print for its unit."""
    text = f"{value:,.{usual_decimals(unit) if decimals is None else decimals}f}"
    if text.strip("-0.,") == "":
        text = text.lstrip("-")
    return f"{text}%" if unit in ("percent", "percent_change") else text


@functools.cache
def _labels() -> dict[str, str]:
    return {measure.key: measure.label for measure in measures()}


@functools.cache
def _shares() -> dict[str, str]:
    return {measure.key: measure.share for measure in measures()}


@functools.cache
def _groups() -> dict[str, str]:
    return {measure.key: measure.group for measure in measures()}


@functools.cache
def _decimals() -> dict[str, int]:
    return {unit.name: unit.decimals for unit in _file().units}


@functools.cache
def _by_heading() -> dict[str, StatisticMeasure]:
    return {
        plain_label(name): measure
        for measure in measures()
        if not measure.outcomes
        for name in (measure.label, *measure.names)
    }
