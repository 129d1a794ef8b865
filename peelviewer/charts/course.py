# SPDX-License-Identifier: MIT
"""How the force's and the nation's values of one row of a profile came about over the years."""

import msgspec

from peelviewer.charts.measured import MeasureData
from peelviewer.charts.permission import pages_note
from peelviewer.charts.trend import stretches_of, trend_chart
from peelviewer.charts.values import FORCE, Course
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period

_LEAST = 3


def course_of(data: MeasureData, period: Period, own: str) -> Course | None:
    """Return the trend that ends with ``period``, of what can be set side by side without a doubt.

    That is of periods of the same length that end on the same day of a year, and of values of the
    same publication, as a later one revises. ``None`` where the force has less than three values
    without a break between them, or the rules forbid the comparison.
    """
    now = data.at(period).get(own)
    if now is None:
        return None
    alike = tuple(
        one
        for one in data.observations
        if one.dataset == now.dataset
        and one.period.end <= period.end
        and _alike(one.period, period)
    )
    try:
        chart = trend_chart(msgspec.structs.replace(data, observations=alike), own=own)
    except ChartError:
        return None
    if max(map(len, stretches_of(chart.rows, FORCE)), default=0) < _LEAST:
        return None
    pages = pages_note(chart.caveats)
    return Course(
        rows=chart.rows,
        words=" ".join(chart.remarks),
        caveats=chart.caveats,
        notes=tuple(note for note in chart.notes if note not in pages),
    )


def _alike(one: Period, other: Period) -> bool:
    return (_kind_of(one), one.end.month, one.end.day) == (
        _kind_of(other),
        other.end.month,
        other.end.day,
    )


def _kind_of(period: Period) -> tuple[str, int]:
    """Return a period's kind and, of a change, over how many years it is."""
    return period.kind, 0 if period.start is None else period.end.year - period.start.year
