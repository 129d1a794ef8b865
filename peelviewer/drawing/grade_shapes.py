# SPDX-License-Identifier: MIT
"""The shape of each grade: with its word and its colour, so that no reader depends on colour."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPainterPathStroker


def paint_grade(painter: QPainter, area: QRectF, grade: str, fill: QBrush) -> None:
    """Paint a grade's mark into a square ``area``.

    Star: outstanding. Disc: good. Half disc: adequate. Diamond: requires improvement. Triangle
    on its tip: inadequate. Hollow square: ungraded.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = _outline(area, grade)
    if grade in ("ungraded", "adequate"):
        pen = QPainterPathStroker()
        pen.setWidth(max(area.width() / 8, 1.2))
        painter.fillPath(pen.createStroke(path), fill)
        path = _left_half(area) if grade == "adequate" else QPainterPath()
    painter.fillPath(path, fill)


def _outline(area: QRectF, grade: str) -> QPainterPath:
    """Return the outline of a grade's mark."""
    path = QPainterPath()
    centre, radius = area.center(), area.width() / 2
    match grade:
        case "good" | "adequate":
            path.addEllipse(area)
        case "requires improvement":
            _polygon(path, [(centre.x(), area.top()), (area.right(), centre.y()),
                            (centre.x(), area.bottom()), (area.left(), centre.y())])  # fmt: skip
        case "inadequate":
            _polygon(path, [(area.left(), area.top() + radius * 0.2),
                            (area.right(), area.top() + radius * 0.2),
                            (centre.x(), area.bottom())])  # fmt: skip
        case "outstanding":
            _polygon(path, _star(centre, radius * 1.1))
        case _:
            path.addRoundedRect(area.adjusted(1, 1, -1, -1), 2, 2)
    return path


def _left_half(area: QRectF) -> QPainterPath:
    path = QPainterPath(area.center())
    path.arcTo(area, 90, 180)
    path.closeSubpath()
    return path


def _polygon(path: QPainterPath, points: list[tuple[float, float]]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.closeSubpath()


def _star(centre: QPointF, radius: float) -> list[tuple[float, float]]:
    points = []
    for number in range(10):
        reach = radius if number % 2 == 0 else radius * 0.45
        angle = math.pi * number / 5 - math.pi / 2
        points.append((centre.x() + reach * math.cos(angle), centre.y() + reach * math.sin(angle)))
    return points
