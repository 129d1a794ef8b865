# SPDX-License-Identifier: MIT
"""How many decimals the values of a statistic are shown with, so that they tell what they are.

Publications hold rates and shares in full; their files say seldom how to print them. One decimal
is usual. Small rates and shares, half of which are below one (of those that are not zero), have two
significant figures at their lower quartile, in all periods alike. A value that is not zero does not
read as zero: one that is much smaller than the others has the decimals it takes. Where two values
differ by less than is shown, headlines say that they are nearly the same.
"""

import math
from collections.abc import Sequence

from peelviewer.model.statistics import NATIONAL, Observation
from peelviewer.statistics.ranking import quartiles
from peelviewer.statistics.vocabulary import usual_decimals

_MOST = 6
_SIGNIFICANT = 2
CHANGES = ("percent_change", "percentage_point_change")
"""The units of changes: in percent, and in percentage points."""


def decimals_of(observations: Sequence[Observation]) -> int:
    """Return the decimals for the values of one measure and unit."""
    there = [
        one.value
        for one in observations
        if one.value is not None and (one.area.kind == "force" or one.area.id == NATIONAL)
    ]
    if not there:
        return 1
    unit = observations[0].unit
    usual = usual_decimals(unit)
    return usual if usual == 0 or unit in CHANGES else max(usual, _for_small(there))


def enough_for(value: float, decimals: int) -> int:
    """Return ``decimals``, or as many more as it takes to show that ``value`` is not zero.

    Whole numbers stay whole, and what is below a millionth is what reckoning leaves behind.
    """
    if not decimals or round(value, decimals) or not round(value, _MOST):
        return decimals
    return min(-math.floor(math.log10(abs(value))), _MOST)


def is_equal(one: float, other: float) -> bool:
    """Whether two values are the same but for what reckoning in binary leaves behind."""
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _for_small(values: Sequence[float]) -> int:
    limits = quartiles(sorted(abs(value) for value in values if value))
    if limits is None or limits.median >= 1:
        return 0
    return min(_SIGNIFICANT - 1 - math.floor(math.log10(limits.lower)), _MOST)
