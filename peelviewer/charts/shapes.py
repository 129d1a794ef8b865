# SPDX-License-Identifier: MIT
"""What charts of many forces are made of beside bars and text: bands, tiles, dots, grades, curves.

Lengths are logical pixels, as those of ``pieces``. Shapes are painted in their order: what stands
later covers what stands before.
"""

from typing import Literal, NamedTuple

from peelviewer.charts.style import Tone
from peelviewer.charts.values import Standout

DotShape = Literal["disc", "square", "diamond", "triangle"]
NATION = -2
"""The series of the line that stands for England and Wales among the bars."""


class Band(NamedTuple):
    """A quiet stretch behind rows, or within a range."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone


class Tile(NamedTuple):
    """A force's tile on a map, in a class's ``shade`` or a grade's colour.

    Without either it is hatched, or quiet if ``is_quiet``.
    """

    x: float
    y: float
    width: float
    height: float
    shade: int | None = None
    standout: Standout = ""
    is_quiet: bool = False
    grade: str = ""


class Dot(NamedTuple):
    """A point of a line or a range; hollow ones have the background inside."""

    x: float
    y: float
    radius: float
    shape: DotShape
    series: int
    is_hollow: bool = False


class Stroke(NamedTuple):
    """A straight line of one colour: a range's track, its median, a leader to a label.

    ``dash`` is that of a ``Curve``.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    series: int
    dash: int = 0


class Pill(NamedTuple):
    """A grade: its mark on a pill that its word stands on, from ``x`` to ``x + width``."""

    x: float
    y: float
    width: float
    height: float
    grade: str


class GradeMark(NamedTuple):
    """A grade's shape in its colour, in a square."""

    x: float
    y: float
    size: float
    grade: str


class Swatch(NamedTuple):
    """A class's colour in the legend of a map; a ``shade`` of ``None`` is hatched."""

    x: float
    y: float
    width: float
    height: float
    shade: int | None


Shape = Band | Tile | Dot | Stroke | Pill | GradeMark | Swatch


class Curve(NamedTuple):
    """A line through points of the plot: x from its left edge, y from the chart's top.

    A point that is not a number is a gap. ``dash`` is 0 for a whole line, 1 for a dashed one, 2
    for a dotted one.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    series: int
    width: float
    dash: int = 0
