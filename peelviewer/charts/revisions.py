# SPDX-License-Identifier: MIT
"""Publications that revise each other: their values are never joined to one line.

A later publication revises an earlier one for a force where both have a value for the same period
and the values differ by more than ``_SLIGHT``, or where a note of the later one says that its
numbers differ from those published before and the earlier one does not have that note.
"""

from collections.abc import Iterable, Sequence

from peelviewer.charts.measured import MeasureData, place_name
from peelviewer.charts.telling import short_period
from peelviewer.charts.values import Caveat
from peelviewer.charts.wording import listed
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL, Dataset, Observation
from peelviewer.statistics.doubts import revision

_SLIGHT = 0.05
_FEW = 4


def without_revised(
    data: MeasureData, periods: Sequence[Period], areas: Iterable[str]
) -> tuple[tuple[Period, ...], tuple[Caveat, ...]]:
    """Return the periods whose values were not revised since, and a caveat on the others.

    ``areas`` (ids) are the forces of the lines. Of the national figure ``make_up`` tells what it
    is made of.
    """
    used = sorted(data.datasets_at(*periods), key=lambda one: one.vintage)
    if len(used) < 2:
        return tuple(periods), ()
    newest = used[-1]
    forces = [area for area in areas if area != NATIONAL]
    kept, caveats = list(periods), []
    for older in used[:-1]:
        revised = [force for force in forces if _revises(data, newest, older, force)]
        gone = [period for period in kept if older in data.datasets_at(period)]
        if revised and gone:
            kept = [period for period in kept if period not in gone]
            caveats.append(_caveat(older, newest, gone, revised))
    return tuple(kept), tuple(caveats)


def _caveat(
    older: Dataset, newest: Dataset, gone: Sequence[Period], revised: Sequence[str]
) -> Caveat:
    when = [short_period(period) for period in gone]
    span = listed(when) if len(when) <= _FEW else f"{len(when)} periods until {when[-1]}"
    are = "is" if len(when) == 1 else "are"
    return Caveat(
        text=f"{span} {are} left out: the publication of the {older.release or older.title} has "
        f"values of {listed([place_name(force) for force in revised])} that a later one "
        f"({newest.release or newest.title}) revises."
    )


def _revises(data: MeasureData, newer: Dataset, older: Dataset, force: str) -> bool:
    """Return whether a publication has other values of a force than an older one."""
    held: dict[str, dict[Period, Observation]] = {newer.id: {}, older.id: {}}
    for one in (*data.others, *data.observations):
        if one.area.id == force and one.dataset in held and one.value is not None:
            held[one.dataset][one.period] = one
    now, then = held[newer.id], held[older.id]
    if any(_differ(now[period], then[period]) for period in now if period in then):
        return True
    told = {text for one in now.values() if (text := revision(one.note))}
    return bool(told - {revision(one.note) for one in then.values()}) and bool(then)


def _differ(one: Observation, other: Observation) -> bool:
    first, second = one.value or 0.0, other.value or 0.0
    return abs(first - second) > _SLIGHT * max(abs(first), abs(second))
