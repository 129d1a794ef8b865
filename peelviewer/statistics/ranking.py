# SPDX-License-Identifier: MIT
"""Where a force stands among the others: rank, quartiles, and the words that may be said of it.

**Position.** The reports rank the forces and mark the top and bottom 25 percent as "one of the
highest" and "one of the lowest"; all others are "broadly in line" (effectiveness 2016, Annex A,
pages 66 and 68). Here a force is in the top 25 percent if no more than a quarter of the ranked
forces have its value or a higher one, and likewise below: of 43 forces these are ten at each end,
as eleven would be more than 25 percent. Forces with the same value are in or out together.

**Rank.** 1 is the highest value. Forces with equal values share the rank of the first of them and
the ranks after it stay empty (1, 2, 2, 4). Values are equal if they are so in full, not as
printed.

**Quartiles.** Linear interpolation between the two nearest ranked values, at 25, 50 and 75 percent
of the way from the first to the last (method 7 of Hyndman and Fan; the default of numpy, pandas
and spreadsheets' QUARTILE.INC).

A missing value has no rank and does not count among the forces; a force that is left out (with a
reason) neither.
"""

import bisect
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from peelviewer.reference.forces import FORCES

Position = Literal["one of the highest", "one of the lowest", "broadly in line"]


class Quartiles(NamedTuple):
    """The spread of the ranked values."""

    lowest: float
    lower: float
    median: float
    upper: float
    highest: float


class Standing(NamedTuple):
    """One force in a ranking; ``shares`` is how many forces have this rank (1: it alone)."""

    force: str
    value: float
    rank: int
    shares: int
    position: Position

    @property
    def is_tied(self) -> bool:
        """Whether another force has the same value."""
        return self.shares > 1


class LeftOut(NamedTuple):
    """A force that has a value but no rank, and why; ``page`` is a page of ``report`` (its id).

    Where it is ``shown``, its value stands apart from the ranked ones.
    """

    force: str
    reason: str
    page: int | None = None
    report: str = ""
    shown: bool = False


class Ranking(NamedTuple):
    """Forces from the highest value to the lowest; equal values in the order of their ids."""

    standings: tuple[Standing, ...]
    quartiles: Quartiles | None
    missing: tuple[str, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def n(self) -> int:
        """How many forces are ranked."""
        return len(self.standings)

    @property
    def words(self) -> str:
        """How many forces are in, as charts say it."""
        return f"{self.n} of {FORCES} forces"

    def standing(self, force: str) -> Standing | None:
        """Return where a force stands; ``None`` if it is missing or left out."""
        return next((one for one in self.standings if one.force == force), None)


def ranking(values: Mapping[str, float | None], left_out: Iterable[LeftOut] = ()) -> Ranking:
    """Return the ranking of forces (ids) by their values."""
    out: dict[str, LeftOut] = {}
    for one in left_out:
        if one.force in values:
            out.setdefault(one.force, one)  # the first reason is the severest
    ranked = {
        force: value for force, value in values.items() if value is not None and force not in out
    }
    ordered = sorted(ranked.values())
    standings = (
        _standing(force, value, ordered)
        for force, value in sorted(ranked.items(), key=lambda item: (-item[1], item[0]))
    )
    return Ranking(
        standings=tuple(standings),
        quartiles=quartiles(ordered),
        missing=tuple(f for f, v in values.items() if v is None and f not in out),
        left_out=tuple(out.values()),
    )


def quartiles(ordered: list[float]) -> Quartiles | None:
    """Return the quartiles of values in ascending order; ``None`` for no values."""
    if not ordered:
        return None
    lower, median, upper = (_quantile(ordered, part) for part in (0.25, 0.5, 0.75))
    return Quartiles(ordered[0], lower, median, upper, ordered[-1])


def _quantile(ordered: list[float], part: float) -> float:
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _standing(force: str, value: float, ordered: list[float]) -> Standing:
    n = len(ordered)
    first, behind = bisect.bisect_left(ordered, value), bisect.bisect_right(ordered, value)
    position: Position = "broadly in line"
    if (n - first) * 4 <= n:
        position = "one of the highest"
    elif behind * 4 <= n:
        position = "one of the lowest"
    return Standing(force, value, n - behind + 1, behind - first, position)
