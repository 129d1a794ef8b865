# SPDX-License-Identifier: MIT
"""How many decimals the values of a statistic are shown with, so that they tell what they are.

Publications hold rates and shares in full; their files say seldom how to print them. One decimal
is usual. Where that would hide a value, all values of the measure and period get more:

- small rates and shares, whose typical value (the median of those that are not zero) is below one,
  have three significant figures at that value;
- a force that differs from England and Wales prints otherwise than England and Wales.
"""

import math
import statistics
from collections.abc import Sequence

from peelviewer.model.statistics import NATIONAL, Observation
from peelviewer.statistics.vocabulary import usual_decimals

_MOST = 6
_SIGNIFICANT = 3
_CHANGES = ("percent_change", "percentage_point_change")


def decimals_of(observations: Sequence[Observation]) -> int:
    """Return the decimals for the values of one measure, unit and period."""
    there = {
        one.area.id: one.value
        for one in observations
        if one.value is not None and (one.area.kind == "force" or one.area.id == NATIONAL)
    }
    if not there:
        return 1
    unit = observations[0].unit
    usual = usual_decimals(unit)
    if usual == 0:
        return usual
    least = usual if unit in _CHANGES else max(usual, _for_small(tuple(there.values())))
    return told_apart(there.get(NATIONAL), tuple(there.values()), least)


def told_apart(one: float | None, others: Sequence[float], least: int) -> int:
    """Return from how many decimals on, ``least`` or more, ``one`` prints like its equals only."""
    if one is None:
        return least
    different = [other for other in others if not is_equal(one, other)]
    for decimals in range(least, _MOST):
        text = f"{one:.{decimals}f}"
        if all(f"{other:.{decimals}f}" != text for other in different):
            return decimals
    return _MOST if different else least


def is_equal(one: float, other: float) -> bool:
    """Whether two values are the same but for what reckoning in binary leaves behind."""
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _for_small(values: Sequence[float]) -> int:
    sizes = [abs(value) for value in values if value]
    typical = statistics.median(sizes) if sizes else 1.0
    if typical >= 1:
        return 0
    return min(_SIGNIFICANT - 1 - math.floor(math.log10(typical)), _MOST)
