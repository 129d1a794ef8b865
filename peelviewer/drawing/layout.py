# SPDX-License-Identifier: MIT
"""A whole chart laid out for a width: headline, title, rows, source, notes, caveats, licence.

Laid out once and painted anywhere, so that the screen and every file show the same.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from peelviewer.charts.shapes import Curve, Shape
from peelviewer.charts.style import Sizes, sizes_for
from peelviewer.charts.values import Chart
from peelviewer.drawing.grade_map import grade_map
from peelviewer.drawing.pieces import Bar, Box, Caution, Line, Mark, Pencil, Plot, Rule
from peelviewer.drawing.profile import profile_rows
from peelviewer.drawing.ranked_bars import ranked_bars
from peelviewer.drawing.rows import paired_rows, table_rows
from peelviewer.drawing.slope_lines import slope_lines
from peelviewer.drawing.strip_grades import grade_strip
from peelviewer.drawing.tile_map import tile_map
from peelviewer.drawing.trend_lines import trend_lines
from peelviewer.drawing.typesetting import wrap_balanced

_LAYERS: dict[str, Callable[[Pencil, Chart, float, float], None]] = {
    "paired": paired_rows,
    "table": table_rows,
    "profile": profile_rows,
    "ranges": profile_rows,
    "ranked": ranked_bars,
    "trend": trend_lines,
    "slope": slope_lines,
    "tiles": tile_map,
    "strip": grade_strip,
    "grades": grade_map,
}
NARROWEST = 240
"""Logical pixels: on the screen no chart is laid out for less."""
# A wider font on another machine must not push a line over the edge.
_SLACK = 0.97
# Heights are whole in points (3 for 4 pixels) and at every half scale.
_STEP = 4


@dataclass(frozen=True)
class Layout:
    """A chart laid out: its size in whole logical pixels, and its pieces."""

    chart: Chart
    width: int
    height: int
    sizes: Sizes
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    boxes: tuple[Box, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    cautions: tuple[Caution, ...]
    plot: Plot | None
    shapes: tuple[Shape, ...] = ()
    curves: tuple[Curve, ...] = ()


def lay_out(chart: Chart, width: int, margin: float) -> Layout:
    """Lay ``chart`` out, ``width`` pixels wide with ``margin`` on every side."""
    sizes = sizes_for(width)
    pencil = Pencil(sizes, y=margin)
    inner = width - 2 * margin
    _head(pencil, chart, margin, inner)
    if chart.kind == "statement":
        _statement(pencil, chart, margin, inner)
    elif chart.rows:
        _LAYERS[chart.kind](pencil, chart, margin, inner)
    _foot(pencil, chart, margin, inner)
    return Layout(
        chart=chart,
        width=width,
        height=math.ceil((pencil.y + margin) / _STEP) * _STEP,
        sizes=sizes,
        lines=tuple(pencil.lines),
        rules=tuple(pencil.rules),
        boxes=tuple(pencil.boxes),
        bars=tuple(pencil.bars),
        marks=tuple(pencil.marks),
        cautions=tuple(pencil.cautions),
        plot=pencil.plot,
        shapes=tuple(pencil.shapes),
        curves=tuple(pencil.curves),
    )


def zoom_in(width: int, wished: float) -> float:
    """Return the zoom, up to the wished one, at which the narrowest layout fits ``width``."""
    return min(wished, max(width / NARROWEST, 1.0))


def _head(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    sizes = pencil.sizes
    headline = wrap_balanced(chart.headline, "headline", sizes, width * _SLACK)
    pencil.y = pencil.lines_at(headline, x, pencil.y, "headline") + 4
    title = wrap_balanced(chart.title, "title", sizes, width * _SLACK)
    pencil.y = pencil.lines_at(title, x, pencil.y, "title", "muted") + sizes.row_gap + 2


def _statement(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    lines = pencil.wrap(chart.statement, "label", (width - 32) * _SLACK)
    height = len(lines) * pencil.height("label") + 28
    pencil.boxes.append(Box(x, pencil.y, width, height, None))
    pencil.lines_at(lines, x + 16, pencil.y + 14, "label")
    pencil.y += height


def _foot(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    width *= _SLACK
    pencil.y += pencil.sizes.row_gap
    if chart.scale_note:
        pencil.paragraph(chart.scale_note, x, width, "small", "muted")
        pencil.y += 6
    pencil.rules.append(Rule(x, round(pencil.y), x + width / _SLACK, round(pencil.y)))
    pencil.y = round(pencil.y) + 9
    for text in (chart.source, *chart.notes):
        pencil.paragraph(text, x, width, "small", "muted")
        pencil.y += 3
    _caveats(pencil, chart, x, width)
    if chart.licence:
        pencil.y += 3
        pencil.paragraph(chart.licence, x, width, "small", "muted")


def _caveats(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    size = 12.0
    for caveat in chart.caveats:
        pencil.y += 2
        y = round(pencil.y + (pencil.height("small") - size) / 2)
        pencil.cautions.append(Caution(x, y, size))
        pencil.paragraph(caveat.words, x + size + 6, width - size - 6, "small", "caveat")
        pencil.y += 2
