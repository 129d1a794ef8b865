# SPDX-License-Identifier: MIT
"""The report checked against itself: one measure, area and period, printed with two values."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from peelviewer.model.measure import Area, Measure
from peelviewer.model.report import Inconsistency, Occurrence
from peelviewer.reading.values import decimals

_Place: TypeAlias = tuple[str, str, Area, str, datetime.date | None, datetime.date]
_TINY = 1e-9


def inconsistencies(measures: Sequence[Measure]) -> tuple[Inconsistency, ...]:
    """Return each measure, area and period that is printed with values that cannot both be right.

    Two values agree when the one with more decimals can be rounded to the other. Other units and
    other periods are other things.
    """
    printed: dict[_Place, list[tuple[Measure, float, int]]] = defaultdict(list)
    for measure in measures:
        for area, value, text in (
            ("force", measure.force, measure.as_printed.force),
            ("national", measure.national, measure.as_printed.national),
        ):
            if value is not None:
                when = measure.period
                place: _Place = (
                    measure.key,
                    measure.unit,
                    area,
                    when.kind,
                    when.start,
                    when.end,  # type: ignore[assignment]
                )
                printed[place].append((measure, value, decimals(text or str(value), value)))
    return tuple(
        _inconsistency(place, found)
        for place, found in printed.items()
        if not _agree([(value, places) for _, value, places in found])
    )


def _agree(values: Sequence[tuple[float, int]]) -> bool:
    """Whether all values can be roundings of one."""
    low = max(value - _slack(places) for value, places in values)
    high = min(value + _slack(places) for value, places in values)
    return low < high - _TINY


def _slack(places: int) -> float:
    return 0.5 / float(10**places)


def _inconsistency(place: _Place, found: Sequence[tuple[Measure, float, int]]) -> Inconsistency:
    key, _, area, _, _, _ = place
    return Inconsistency(
        key=key,
        area=area,
        period=found[0][0].period,
        values=tuple(
            Occurrence(value=value, block=measure.block, page=measure.page)
            for measure, value, _ in found
        ),
    )
