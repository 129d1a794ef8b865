# SPDX-License-Identifier: MIT
"""Which forces the England and Wales figures of different periods are made up of, as far as told.

Publications leave a force out of the national figure when it has no data, and say so beside it.
Two such figures are then not of the same forces, and the change between them is none.
"""

import itertools
import re
from collections.abc import Collection, Sequence

from peelviewer.charts.measured import MeasureData
from peelviewer.charts.telling import short_period
from peelviewer.charts.values import Caveat
from peelviewer.charts.wording import ENGLAND_AND_WALES, listed
from peelviewer.model.measure import Period
from peelviewer.reference.forces import KnownForce, forces

_EXCLUDING = re.compile(
    r"england and wales \((?:excluding|exc\.|without) ([^)]{1,200})\)", re.IGNORECASE
)


def changes_of_make_up(
    data: MeasureData, periods: Sequence[Period], left_out: Collection[str] = ()
) -> tuple[Caveat, ...]:
    """Return the warning that the national figures of these periods are not of the same forces.

    A force is out of a figure that names it as excluded. Between publications it may be out, too,
    where it has a value for one of the periods and none for another; the forces ``left_out``
    (ids) of the comparison are not looked at.
    """
    named = _named(data, periods)
    if len(set(named.values())) > 1:
        parts = []
        for without in dict.fromkeys(named.values()):
            when = [short_period(period) for period in named if named[period] == without]
            parts.append(f"{_span(when)} {_words(without)}")
        text = f"The {ENGLAND_AND_WALES} figures are not of the same forces: {'; '.join(parts)}."
        return (Caveat(text=text),)
    lacking = _lacking(data, periods, left_out)
    gaps = []
    for force in forces():
        when = [short_period(period) for period in lacking if force.id in lacking[period]]
        if when:
            gaps.append(f"{force.area} has no value for {_span(when)}")
    if not gaps:
        return ()
    return (
        Caveat(
            text=f"The {ENGLAND_AND_WALES} figures may not be of the same forces: "
            f"{'; '.join(gaps)}."
        ),
    )


def breaks(
    data: MeasureData, periods: Sequence[Period], left_out: Collection[str] = ()
) -> dict[Period, str]:
    """Return the periods at which the national figures are of other forces than just before.

    With each stands what they are of from there on: "without Greater Manchester". The rules are
    those of ``changes_of_make_up``.
    """
    named = _named(data, periods)
    is_told = len(set(named.values())) > 1
    made_up = named if is_told else _lacking(data, periods, left_out)
    found = {}
    for before, period in itertools.pairwise(made_up):
        if made_up[before] != made_up[period]:
            doubt = "perhaps " if not is_told and made_up[period] else ""
            found[period] = f"{doubt}{_words(made_up[period])}"
    return found


def _named(data: MeasureData, periods: Sequence[Period]) -> dict[Period, frozenset[str]]:
    """Return which forces the national figure of each period names as excluded."""
    return {period: _excluded(data, period) for period in periods if _has_national(data, period)}


def _lacking(
    data: MeasureData, periods: Sequence[Period], left_out: Collection[str]
) -> dict[Period, frozenset[str]]:
    """Return which forces have no value at each period that has a national figure.

    Those that have none at any of them make no difference, nor is there one to look for where all
    figures are of one publication.
    """
    told = [period for period in periods if _has_national(data, period)]
    if len({one.dataset for period in told for one in data.at(period).values()}) < 2:
        return {}
    lacking = {
        period: frozenset(
            force.id
            for force in forces()
            if force.id not in left_out and _value(data, period, force) is None
        )
        for period in told
    }
    always = frozenset.intersection(*lacking.values())
    return {period: found - always for period, found in lacking.items()}


def _words(without: Collection[str]) -> str:
    names = listed([force.area for force in forces() if force.id in without])
    return f"without {names}" if names else "with all forces"


def _has_national(data: MeasureData, period: Period) -> bool:
    one = data.national(period)
    return one is not None and one.value is not None


def _excluded(data: MeasureData, period: Period) -> frozenset[str]:
    """Return the ids of the forces that the national figure's note names as excluded."""
    one = data.national(period)
    match = None if one is None else _EXCLUDING.search(one.note)
    if match is None:
        return frozenset()
    text = match[1].casefold()
    return frozenset(force.id for force in forces() if force.area.casefold() in text)


def _value(data: MeasureData, period: Period, force: KnownForce) -> float | None:
    one = data.at(period).get(force.id)
    return None if one is None else one.value


def _span(when: Sequence[str]) -> str:
    """Return some of a chart's periods in few words."""
    return listed(when) if len(when) <= 3 else f"{when[0]} to {when[-1]} ({len(when)} periods)"
