# SPDX-License-Identifier: MIT
"""Quarters of the forces by their values: the classes and the shades of a map."""

from peelviewer.charts.measured import MeasureData, value_at
from peelviewer.charts.positions import (
    LEVELS,
    QUARTERS,
    Ends,
    Quarter,
    ends_of,
    falls_lead,
    quarter,
)
from peelviewer.charts.values import Class
from peelviewer.model.measure import Period
from peelviewer.statistics.ranking import Ranking


def classes(data: MeasureData, period: Period, found: Ranking) -> tuple[Class, ...]:
    """Return the classes from the darkest to the lightest, with the limits of their values."""
    present = data.at(period)
    ends = ends_of(found, is_change=data.is_change)
    members: dict[Quarter, list[tuple[float, str]]] = {}
    for one in found.standings:
        printed = value_at(data, present[one.force]).printed
        members.setdefault(quarter(one, found.n), []).append((one.value, printed))
    classes = []
    for name, unsorted in members.items():
        values = sorted(unsorted)
        low, high = values[0][1], values[-1][1]
        classes.append(
            Class(
                shade=shade_of(data, found, name),
                label=_class_words(name, ends, found.n) if len(members) > 1 else "All forces",
                limits=low if low == high else f"{low} to {high}",
                n=len(values),
            )
        )
    return tuple(sorted(classes, key=lambda one: -one.shade))


def shade_of(data: MeasureData, found: Ranking, name: Quarter) -> int:
    """Return a quarter's shade: the darkest is the one that the ranked bars begin with."""
    shade = QUARTERS.index(name)
    falls = falls_lead(found, is_change=data.is_change)
    return len(QUARTERS) - 1 - shade if falls else shade


def _class_words(name: Quarter, ends: Ends, n: int) -> str:
    """Return how a quarter of ``n`` forces is named; the ends of changes by their direction."""
    if n < len(QUARTERS):
        return "Higher values" if name in QUARTERS[2:] else "Lower values"
    at_end = {QUARTERS[0]: ends.low, QUARTERS[-1]: ends.high}.get(name, "")
    return name if ends == LEVELS or not at_end else at_end.capitalize()
