# SPDX-License-Identifier: MIT
"""The small line of a profile's row: the force's and the nation's values over the years."""

import itertools
from typing import NamedTuple

from peelviewer.charts.shapes import Dot, DotShape, Stroke
from peelviewer.charts.style import OTHER
from peelviewer.charts.values import FORCE, NATIONAL, Course, Row, Value
from peelviewer.drawing.pieces import Pencil

WIDTH = 84.0
_HEIGHT = 34.0
_EDGE = 5.0  # room for half a mark


class _Field(NamedTuple):
    """Where the lines are, and their scales: from zero, and from the first day."""

    left: float
    bottom: float
    low: float
    first: int
    across: float
    up: float

    def x(self, row: Row) -> float:
        day = self.first if row.day is None else row.day.toordinal()
        return self.left + (day - self.first) * self.across

    def y(self, value: Value) -> float:
        return self.bottom - ((value.value or 0.0) - self.low) * self.up


def small_trend_height(pencil: Pencil) -> float:
    """Return the height of a small line with the years under it."""
    return _HEIGHT + pencil.height("small_value")


def put_small_trend(pencil: Pencil, course: Course, left: float, y: float) -> None:
    """Put down both lines from a scale at zero, and the first and last year under them.

    A missing value is a gap, and so is a break, at which a thin upright stands.
    """
    numbers = [v.value for row in course.rows for v in row.values if v.value is not None]
    days = [row.day for row in course.rows if row.day is not None]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    field = _Field(
        left=left + _EDGE,
        bottom=y + _HEIGHT - _EDGE,
        low=low,
        first=days[0].toordinal(),
        across=(WIDTH - 2 * _EDGE) / max((days[-1] - days[0]).days, 1),
        up=(_HEIGHT - 2 * _EDGE) / ((high - low) or 1.0),
    )
    for row_before, row in itertools.pairwise(course.rows):
        if any(value.break_before for value in row.values):
            x = (field.x(row_before) + field.x(row)) / 2
            pencil.shapes.append(Stroke(x, y + 2, x, y + _HEIGHT - 2, 1.0, OTHER))
    for series in reversed(range(len(course.rows[0].values))):
        _line(pencil, course, series, field)
    under = y + _HEIGHT
    pencil.line(str(days[0].year), left, under, "small_value", "muted")
    pencil.line_to(str(days[-1].year), left + WIDTH, under, "small_value", "muted")


def _line(pencil: Pencil, course: Course, series: int, field: _Field) -> None:
    """Put down one line: strokes from value to value, points that none leads to, a mark last."""
    width = 2.0 if series == FORCE else 1.2
    there = [(row, row.values[series]) for row in course.rows]
    joined: set[int] = set()
    for place, ((before, one), (row, other)) in enumerate(itertools.pairwise(there)):
        if one.value is not None and other.value is not None and not other.break_before:
            ends = field.x(before), field.y(one), field.x(row), field.y(other)
            pencil.shapes.append(Stroke(*ends, width, series))
            joined |= {place, place + 1}
    for place, (row, value) in enumerate(there):
        if value.value is not None and place not in joined:
            pencil.shapes.append(Dot(field.x(row), field.y(value), 2.2, "disc", series))
    shape: DotShape = "diamond" if series == NATIONAL else "disc"
    for row, value in [pair for pair in there if pair[1].value is not None][-1:]:
        pencil.shapes.append(Dot(field.x(row), field.y(value), 3.2, shape, series))
