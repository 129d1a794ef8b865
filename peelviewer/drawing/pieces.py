# SPDX-License-Identifier: MIT
"""The pieces a laid-out chart is made of, and the pencil that puts them down from top to bottom.

All lengths are logical pixels, 96 to the inch, from the top left corner; y grows downwards.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.shapes import Curve, Shape
from peelviewer.charts.style import Ink, Sizes, TextRole
from peelviewer.drawing.typesetting import ascent, line_height, text_width, wrap


class Line(NamedTuple):
    """One line of text, its left end and baseline; ``right`` is where it has to end, if it has."""

    text: str
    x: float
    baseline: float
    role: TextRole
    ink: Ink
    right: float | None = None


class Rule(NamedTuple):
    """A thin line; ``is_axis`` is the line at zero."""

    x0: float
    y0: float
    x1: float
    y1: float
    is_axis: bool = False


class Box(NamedTuple):
    """A filled rectangle: a series' swatch, or with series ``None`` a quiet surface."""

    x: float
    y: float
    width: float
    height: float
    series: int | None


class Caution(NamedTuple):
    """The warning triangle before the caveats."""

    x: float
    y: float
    size: float


class Bar(NamedTuple):
    """A bar from zero: its length, negative to the left; its top and its height."""

    series: int
    length: float
    y: float
    height: float


class Mark(NamedTuple):
    """The place that answers the pointer and the keyboard for one value of one row.

    The rectangle is outlined when it has the focus; the pointer may be anywhere from ``top`` to
    ``bottom``, over the row's label too, and from ``left`` to ``right`` where values lie side by
    side.
    """

    row: int
    value: int
    x: float
    y: float
    width: float
    height: float
    top: float
    bottom: float
    left: float = -math.inf
    right: float = math.inf

    def is_at(self, x: float, y: float) -> bool:
        """Whether the pointer there means this value."""
        return self.top <= y < self.bottom and self.left <= x < self.right


class Plot(NamedTuple):
    """The rectangle of the bars, how far its edges are from zero, and the line at zero.

    ``axes`` are the stretches of that line, from y to y.
    """

    x: float
    y: float
    width: float
    height: float
    low: float
    high: float
    axes: tuple[tuple[float, float], ...]


class Pencil:
    """Collects pieces; ``y`` is how far down it has come."""

    def __init__(self, sizes: Sizes, y: float = 0.0) -> None:
        self.sizes = sizes
        self.y = y
        self.lines: list[Line] = []
        self.rules: list[Rule] = []
        self.boxes: list[Box] = []
        self.bars: list[Bar] = []
        self.marks: list[Mark] = []
        self.cautions: list[Caution] = []
        self.shapes: list[Shape] = []
        self.curves: list[Curve] = []
        self.plot: Plot | None = None

    def height(self, role: TextRole) -> float:
        """Return the height of one line."""
        return line_height(role, self.sizes)

    def width(self, text: str, role: TextRole) -> float:
        """Return the width of ``text`` in one line."""
        return text_width(text, role, self.sizes)

    def wrap(self, text: str, role: TextRole, width: float) -> list[str]:
        """Break ``text`` into lines."""
        return wrap(text, role, self.sizes, width)

    def line(self, text: str, x: float, y: float, role: TextRole, ink: Ink = "text") -> None:
        """Put down one line with its top at ``y``."""
        self.lines.append(Line(text, x, y + ascent(role, self.sizes), role, ink))

    def line_to(self, text: str, right: float, y: float, role: TextRole, ink: Ink = "text") -> None:
        """Put down one line that ends at ``right``."""
        x = right - self.width(text, role)
        self.lines.append(Line(text, x, y + ascent(role, self.sizes), role, ink, right))

    def lines_at(
        self, texts: Sequence[str], x: float, y: float, role: TextRole, ink: Ink = "text"
    ) -> float:
        """Put down lines one under the other from ``y``; return where they end."""
        for text in texts:
            self.line(text, x, y, role, ink)
            y += self.height(role)
        return y

    def paragraph(
        self, text: str, x: float, width: float, role: TextRole, ink: Ink = "text"
    ) -> None:
        """Put down a paragraph and come down to its end."""
        self.y = self.lines_at(self.wrap(text, role, width), x, self.y, role, ink)
