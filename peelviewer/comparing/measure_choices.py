# SPDX-License-Identifier: MIT
"""The measures to choose from in the Compare view, under headings."""

from collections.abc import Iterable

import msgspec

from peelviewer.comparing.holdings import GRADE, Holdings, Series
from peelviewer.comparing.period_choices import span_words
from peelviewer.model.report import Report
from peelviewer.reference.catalogue import catalogue
from peelviewer.statistics.vocabulary import units


class MeasureChoice(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list of measures; ``is_held`` is false where no statistics are there."""

    measure: str
    unit: str
    label: str
    detail: str
    is_held: bool = True


class MeasureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Measures under one heading."""

    title: str
    choices: tuple[MeasureChoice, ...]


def measure_groups(holdings: Holdings, report: Report | None) -> tuple[MeasureGroup, ...]:
    """Return all measures to choose from: those of the report first, then all statistics.

    Of a measure that is held in several units the report's own comes first. Last come the measures
    of the report that no statistics are at hand for: choosing one says what to import.
    """
    own = dict.fromkeys((m.key, m.unit) for m in report.measures) if report is not None else {}
    keys = tuple(dict.fromkeys(key for key, _ in own))
    held = [series for key in keys for series in holdings.series if series.measure == key]
    held.sort(key=lambda one: (keys.index(one.measure), (one.measure, one.unit) not in own))
    groups = []
    if held:
        groups.append(MeasureGroup(title="In this report", choices=_choices(held)))
    for group in dict.fromkeys(series.group for series in holdings.series):
        members = [series for series in holdings.series if series.group == group]
        groups.append(MeasureGroup(title=group.capitalize(), choices=_choices(members)))
    missing = [key for key in keys if holdings.find(key) is None]
    if missing and report is not None:
        groups.append(
            MeasureGroup(
                title="In this report, without national statistics",
                choices=tuple(_missing_choice(report, key) for key in missing),
            )
        )
    return tuple(groups)


def beside_groups(report: Report | None, measure: str, unit: str) -> tuple[MeasureGroup, ...]:
    """Return the measures of the report that can be chosen to stand beside one of its own."""
    keys = beside_keys(report, measure, unit)
    if report is None or not keys:
        return ()
    found = tuple(
        MeasureChoice(measure=key, unit=unit, label=label_in(report, key), detail=listed_unit(unit))
        for key in keys
    )
    return (MeasureGroup(title="In this report, of the same unit", choices=found),)


def beside_keys(report: Report | None, measure: str, unit: str) -> tuple[str, ...]:
    """Return the report's measures that can stand beside one of its own: those of its unit."""
    if report is None:
        return ()
    keys = tuple(dict.fromkeys(one.key for one in report.measures if one.unit == unit))
    return tuple(key for key in keys if key != measure) if measure in keys else ()


def with_words(groups: tuple[MeasureGroup, ...], typed: str) -> tuple[MeasureGroup, ...]:
    """Return the measures whose group, label, key or unit has every typed word in it."""
    words = typed.casefold().split()
    if not words:
        return groups
    found = []
    for group in groups:
        choices = tuple(
            one for one in group.choices if all(word in _searched(group, one) for word in words)
        )
        if choices:
            found.append(MeasureGroup(title=group.title, choices=choices))
    return tuple(found)


def label_in(report: Report, key: str) -> str:
    """Return what a measure of a report is called."""
    known = catalogue().definition(key)
    if known is not None:
        return known.label
    labels = (m.label for m in report.measures if m.key == key)
    return next(labels, key.replace("_", " ").capitalize()).rstrip("*†‡ ")


def listed_unit(unit: str) -> str:
    """Return a unit as the list of measures says it."""
    special = {"count": "number", "people": "number", "households": "number", GRADE: "grade"}
    return special.get(unit) or units().get(unit) or unit.replace("_", " ")


def _choices(series: Iterable[Series]) -> tuple[MeasureChoice, ...]:
    return tuple(
        MeasureChoice(
            measure=one.measure,
            unit=one.unit,
            label=one.label,
            detail=", ".join(filter(None, (listed_unit(one.unit), span_words(one.periods)))),
        )
        for one in series
    )


def _missing_choice(report: Report, key: str) -> MeasureChoice:
    unit = next(m.unit for m in report.measures if m.key == key)
    return MeasureChoice(
        measure=key, unit=unit, label=label_in(report, key), detail=listed_unit(unit), is_held=False
    )


def _searched(group: MeasureGroup, one: MeasureChoice) -> str:
    key = one.measure.replace("_", " ")
    return f"{group.title} {one.label} {key} {one.detail}".casefold()
