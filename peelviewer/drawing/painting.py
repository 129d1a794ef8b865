# SPDX-License-Identifier: MIT
"""The painter of shapes: bands, tiles, dots, strokes, pills and the legend's swatches."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from peelviewer.charts.shapes import NATION, Band, Dot, GradeMark, Pill, Shape, Stroke, Swatch, Tile
from peelviewer.charts.style import Look
from peelviewer.drawing.grade_shapes import paint_grade

_MARK = 12.0
_PADDING = 10.0
_HATCH = 6.0


def line_colour(look: Look, series: int) -> str:
    """Return the colour of a series' line: dark enough where its bars' fill would not be."""
    if series == NATION:
        return look.nation[0]
    if series == 1:
        return look.outlines[1]
    return look.fill(series)


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], look: Look) -> None:
    """Paint shapes in their order."""
    painter.save()
    for shape in shapes:
        painter.setRenderHint(
            QPainter.RenderHint.Antialiasing,
            on=isinstance(shape, Dot | Stroke | Pill | Tile | GradeMark),
        )
        match shape:
            case Band():
                _band(painter, shape, look)
            case Tile():
                _tile(painter, shape, look)
            case Dot():
                _dot(painter, shape, look)
            case Stroke():
                _stroke(painter, shape, look)
            case Pill():
                _pill(painter, shape, look)
            case GradeMark():
                square = QRectF(shape.x, shape.y, shape.size, shape.size)
                _grade(painter, square, shape.grade, look)
            case Swatch():
                _swatch(painter, shape, look)
    painter.restore()


def _band(painter: QPainter, band: Band, look: Look) -> None:
    area = QRectF(band.x, band.y, band.width, band.height)
    if band.tone == "quiet":
        painter.fillRect(area, QColor(look.other[1]))
        painter.fillRect(area.adjusted(1, 1, -1, -1), QColor(look.other[0]))
        return
    painter.fillRect(area, QColor((look.high if band.tone == "high" else look.low)[0]))


def _tile(painter: QPainter, tile: Tile, look: Look) -> None:
    area = QRectF(tile.x, tile.y, tile.width, tile.height)
    if tile.is_quiet:
        _rounded(painter, area, look.surface, look.rule)
    elif tile.grade:
        mark, _, ground = look.grade(tile.grade)
        _rounded(painter, area, ground, mark)
    elif tile.shade is None:
        _rounded(painter, area, look.background, look.hatch)
        _hatch(painter, area.adjusted(1.5, 1.5, -1.5, -1.5), look)
    else:
        _rounded(painter, area, look.shades[tile.shade], look.hatch)
    if tile.standout in ("own", "chosen"):
        own = tile.standout == "own"
        # Among grades, orange would be one of them.
        colour = look.text if not own else look.own if tile.grade else look.nation[0]
        # A second ring within sets the first one off from a tile that is nearly of its colour.
        for ring, line, inset in ((colour, 3.0 if own else 2.0, 0.5), (look.background, 1.0, 2.5)):
            painter.setPen(QPen(QColor(ring), line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 4, 4)


def _rounded(painter: QPainter, area: QRectF, fill: str, line: str) -> None:
    painter.setPen(QPen(QColor(line), 1.0))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _hatch(painter: QPainter, area: QRectF, look: Look) -> None:
    """Paint slanting lines within ``area``, cut at its edges without clipping."""
    painter.setPen(QPen(QColor(look.rule), 1.0))
    width, height = area.width(), area.height()
    offset = _HATCH
    while offset < width + height:
        x0, x1 = max(0.0, offset - height), min(offset, width)
        painter.drawLine(
            QLineF(area.x() + x0, area.y() + offset - x0, area.x() + x1, area.y() + offset - x1)
        )
        offset += _HATCH


def _swatch(painter: QPainter, swatch: Swatch, look: Look) -> None:
    area = QRectF(swatch.x, swatch.y, swatch.width, swatch.height)
    painter.fillRect(area, QColor(look.hatch))
    inner = area.adjusted(1, 1, -1, -1)
    if swatch.shade is None:
        painter.fillRect(inner, QColor(look.background))
        _hatch(painter, inner, look)
    else:
        painter.fillRect(inner, QColor(look.shades[swatch.shade]))


def dashed(pen: QPen, dash: int) -> QPen:
    """Return the pen with the dashes of a ``Curve`` or ``Stroke``."""
    if dash:
        pen.setDashPattern([4.0, 2.5] if dash == 1 else [1.2, 1.8])
    return pen


def _stroke(painter: QPainter, stroke: Stroke, look: Look) -> None:
    colour = look.other[1] if stroke.series < 0 else look.outline(stroke.series)
    painter.setPen(dashed(QPen(QColor(colour), stroke.width), stroke.dash))
    painter.drawLine(QLineF(stroke.x0, stroke.y0, stroke.x1, stroke.y1))


def _dot(painter: QPainter, dot: Dot, look: Look) -> None:
    colour = look.other[1] if dot.series < 0 else line_colour(look, dot.series)
    fill = look.background if dot.is_hollow else colour
    line = look.text if dot.is_hollow else look.background
    painter.setPen(QPen(QColor(line), 1.4 if dot.is_hollow else 1.0))
    painter.setBrush(QColor(fill))
    x, y, r = dot.x, dot.y, dot.radius
    if dot.shape == "disc":
        painter.drawEllipse(QPointF(x, y), r, r)
    elif dot.shape == "square":
        painter.drawRect(QRectF(x - r, y - r, 2 * r, 2 * r))
    elif dot.shape == "diamond":
        r *= 1.2
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)])
        )
    else:
        r *= 1.2
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - r), QPointF(x + r, y + r * 0.8), QPointF(x - r, y + r * 0.8)])
        )


# ---------------------------------------------------------------- grades


def _pill(painter: QPainter, pill: Pill, look: Look) -> None:
    mark, _, ground = look.grade(pill.grade)
    area = QRectF(pill.x, pill.y, pill.width, pill.height)
    painter.setPen(QPen(QColor(mark), 1.0))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    square = QRectF(pill.x + _PADDING, pill.y + (pill.height - _MARK) / 2, _MARK, _MARK)
    _grade(painter, square, pill.grade, look)


def _grade(painter: QPainter, area: QRectF, grade: str, look: Look) -> None:
    paint_grade(painter, area, grade, QBrush(QColor(look.grade(grade)[0])))
