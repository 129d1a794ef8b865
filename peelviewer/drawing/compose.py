# SPDX-License-Identifier: MIT
"""One painter for the screen and for files: text and rules by Qt, bars by pyqtgraph's scene.

pyqtgraph's own exporters are not used: the vector one fails on current Qt, and neither can carry
the words around a plot.
"""

from collections.abc import Sequence

import numpy
import pyqtgraph as pg
from pyqtgraph.GraphicsScene import GraphicsScene
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from peelviewer.charts.shapes import Band, Curve
from peelviewer.charts.style import Look
from peelviewer.drawing import painting
from peelviewer.drawing.layout import Layout
from peelviewer.drawing.pieces import Bar, Box, Caution, Plot
from peelviewer.drawing.typesetting import font

_Painter = QPainter


def paint(painter: _Painter, layout: Layout, look: Look) -> None:
    """Paint the chart with its top left corner at the painter's origin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for rule in layout.rules:
        colour = look.axis if rule.is_axis else look.rule
        painter.fillRect(
            QRectF(rule.x0, rule.y0, max(rule.x1 - rule.x0, 1), max(rule.y1 - rule.y0, 1)),
            QColor(colour),
        )
    for box in layout.boxes:
        _paint_box(painter, box, look)
    behind = tuple(shape for shape in layout.shapes if isinstance(shape, Band))
    painting.paint_shapes(painter, behind, look)
    if layout.plot is not None:
        _paint_plot(painter, layout, look)
    painting.paint_shapes(
        painter, [shape for shape in layout.shapes if not isinstance(shape, Band)], look
    )
    _paint_lines(painter, layout, look)
    for caution in layout.cautions:
        _paint_caution(painter, caution, look)
    painter.restore()


def _paint_lines(painter: _Painter, layout: Layout, look: Look) -> None:
    # Sorted, as a change of font or pen costs as much as a word.
    role, ink = "", ""
    for line in sorted(layout.lines, key=lambda line: (line.role, line.ink)):
        if line.role != role:
            painter.setFont(font(line.role, layout.sizes))
        if line.ink != ink:
            painter.setPen(QColor(look.ink(line.ink)))
        role, ink = line.role, line.ink
        painter.drawText(QPointF(line.x, line.baseline), line.text)


def _paint_box(painter: _Painter, box: Box, look: Look) -> None:
    area = QRectF(box.x, box.y, box.width, box.height)
    if box.series is None:
        painter.fillRect(area, QColor(look.surface))
        painter.fillRect(QRectF(box.x, box.y, 3, box.height), QColor(look.outline(0)))
        return
    # The outline is painted as a larger rectangle below: a pen would straddle the edge.
    painter.fillRect(area, QColor(look.outline(box.series)))
    painter.fillRect(area.adjusted(1, 1, -1, -1), QColor(look.fill(box.series)))


def _paint_caution(painter: _Painter, caution: Caution, look: Look) -> None:
    """Paint a triangle with an exclamation mark: no font need have that character."""
    x, y, size = caution
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.caveat))
    painter.drawPolygon(
        QPolygonF([QPointF(x + size / 2, y), QPointF(x + size, y + size), QPointF(x, y + size)])
    )
    painter.setBrush(QColor(look.background))
    painter.drawRect(QRectF(x + size / 2 - 0.75, y + size * 0.36, 1.5, size * 0.30))
    painter.drawRect(QRectF(x + size / 2 - 0.75, y + size * 0.76, 1.5, 1.5))
    painter.restore()


# ---------------------------------------------------------------- the bars


def _paint_plot(painter: _Painter, layout: Layout, look: Look) -> None:
    """Render the bars through a scene of their own.

    One unit of the view is one logical pixel, so that pens can be of real width: pyqtgraph's
    usual cosmetic pens stay thin when a picture is scaled up, and in SVG some programs scale
    them anyway.
    """
    plot, bars = layout.plot, layout.bars
    if plot is None:
        return
    scene = GraphicsScene()
    items = [_bar_item(bars, look)] if bars else []
    ends = [y for stretch in plot.axes for y in stretch]
    pen = _pen(look.axis)
    if ends:
        items.append(pg.PlotCurveItem([0.0] * len(ends), ends, connect="pairs", pen=pen))
    items += [_curve_item(curve, plot, look) for curve in layout.curves]
    for item in items:
        # A view box around them would take longer to make than all the bars to paint.
        item.setPos(-plot.low, -plot.y)
        scene.addItem(item)
    scene.prepareForPaint()
    # Whole logical pixels, or edges blur.
    area = QRectF(plot.x, plot.y, plot.width, plot.height)
    scene.render(
        painter, area, QRectF(0, 0, plot.width, plot.height), Qt.AspectRatioMode.IgnoreAspectRatio
    )
    scene.clear()


def _curve_item(curve: Curve, plot: Plot, look: Look) -> pg.PlotCurveItem:
    pen = painting.dashed(
        QPen(QColor(painting.line_colour(look, curve.series)), curve.width), curve.dash
    )
    pen.setCosmetic(False)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    # In a plot of bars, x is counted from the line at zero; a curve counts from the left edge.
    shift = plot.low if layout_has_zero(plot) else 0.0
    xs = numpy.array(curve.xs) + shift
    item = pg.PlotCurveItem(
        xs,
        numpy.array(curve.ys),
        connect="finite",
        pen=pen,
        antialias=True,
        skipFiniteCheck=False,
    )
    item.setSegmentedLineMode("off")
    return item


def layout_has_zero(plot: Plot) -> bool:
    """Return whether the plot is one of bars: its x is counted from a line at zero."""
    return bool(plot.axes)


def _pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), 1.0)
    pen.setCosmetic(False)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _bar_item(bars: Sequence[Bar], look: Look) -> pg.BarGraphItem:
    looks = {
        series: (QBrush(QColor(look.fill(series))), _pen(look.outline(series)))
        for series in {bar.series for bar in bars}
    }
    return pg.BarGraphItem(
        x0=[min(0.0, bar.length) for bar in bars],
        x1=[max(0.0, bar.length) for bar in bars],
        y0=[bar.y for bar in bars],
        height=[bar.height for bar in bars],
        brushes=[looks[bar.series][0] for bar in bars],
        pens=[looks[bar.series][1] for bar in bars],
    )
