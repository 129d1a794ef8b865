# SPDX-License-Identifier: MIT
"""How many decimals the values of a statistic are shown with, so that they tell what they are.

Publications hold rates and shares in full; their files say seldom how to print them. One decimal
is usual. Small rates and shares, whose typical value (the median of those that are not zero) is
below one, have three significant figures at that value, in all periods alike. Where two values
differ by less than is shown, headlines say that they are nearly the same.
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
    return usual if usual == 0 or unit in _CHANGES else max(usual, _for_small(there))


def is_equal(one: float, other: float) -> bool:
    """Whether two values are the same but for what reckoning in binary leaves behind."""
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _for_small(values: Sequence[float]) -> int:
    sizes = [abs(value) for value in values if value]
    typical = statistics.median(sizes) if sizes else 1.0
    if typical >= 1:
        return 0
    return min(_SIGNIFICANT - 1 - math.floor(math.log10(typical)), _MOST)
