# SPDX-License-Identifier: MIT
"""The small map beside the chart: a tile for each force; pointer and keyboard choose one."""

import math
from typing import NamedTuple, get_args

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from peelviewer.charts.style import DARK, LIGHT, Look
from peelviewer.charts.tile_places import COLUMNS, PLACES, ROWS, Place
from peelviewer.charts.values import Chart, Row
from peelviewer.drawing.grade_shapes import paint_grade
from peelviewer.model.report import Grade
from peelviewer.ui.announce import announce

GAP = 3.0
WIDEST = 276
FLAT = 0.85  # the height of a tile to its width: position and caveats need room below the map
LEGEND_LINE, SWATCH, LEGEND_SIZE = 19.0, 13.0, 11
MARK = 8.0  # a grade's shape
HINT = "Arrow keys move between forces, Enter highlights one."
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TileMap(QWidget):
    """Shows the forces of a tile chart without its words; they stand beside it."""

    force_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look = LIGHT
        self._rows: dict[str, Row] = {}
        self._legend: tuple[Entry, ...] = ()
        self._at: str | None = None
        self._pointed: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Map of the forces")

    # --- what is shown

    def show_chart(self, chart: Chart | None) -> None:
        """Show a tile chart, or nothing."""
        self._rows = {row.area: row for row in chart.rows if row.area} if chart else {}
        own = next((row.area for row in self._rows.values() if row.standout == "own"), None)
        if self._at not in self._rows:
            self._at = own
        self._legend = _legend(chart) if chart is not None else ()
        words = "" if chart is None else f"{chart.title}. {HINT}"
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def set_dark(self, dark: bool) -> None:
        """Take the colours of the dark or the light theme."""
        self._look = DARK if dark else LIGHT
        self.update()

    @property
    def current(self) -> str | None:
        """The force (id) that the keyboard is at."""
        return self._at

    def words_of(self, force: str) -> str:
        """Return what is known of a force as one line."""
        row = self._rows.get(force)
        if row is None:
            return ""
        value = row.values[0] if row.values else None
        printed = _grade(row) or ("" if value is None else value.missing or value.printed)
        return ", ".join(filter(None, (f"{row.label}: {printed}", row.rank, row.position)))

    # --- size

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that a tile's height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows of tiles."""
        lines = (
            0 if self._fits_beside(width) else math.ceil(len(self._legend) / self._across(width))
        )
        return round(self._side(width) * FLAT * ROWS + (lines * LEGEND_LINE + 8 if lines else 0))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in the present width."""
        return QSize(280, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least at which the tiles' letters can be read, and no row is cut.

        The height is that of the largest tiles: a layout that is short of room would otherwise
        take the height of a width that the map had before.
        """
        least = max(260, self.width())
        return QSize(260, max(self.heightForWidth(least), self.heightForWidth(WIDEST)))

    def _side(self, width: int) -> float:
        return min(width, WIDEST) / COLUMNS

    def _left(self) -> float:
        return (self.width() - self._side(self.width()) * COLUMNS) / 2

    def area_of(self, force: str) -> QRectF:
        """Return where a force's tile is."""
        place, side = PLACES[force], self._side(self.width())
        return QRectF(
            self._left() + place.column * side + GAP / 2,
            place.row * side * FLAT + GAP / 2,
            side - GAP,
            side * FLAT - GAP,
        )

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint every tile, the marked ones last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(max(9, round(self._side(self.width()) * 0.28)))
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        for force, place in PLACES.items():
            self._paint_tile(painter, force, place)
        for force in sorted(self._rows, key=lambda one: self._rows[one].standout == "own"):
            self._paint_mark(painter, force)
        self._paint_legend(painter, font)
        if self._at is not None and self.hasFocus() and self._at in PLACES:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._look.focus), 2.0, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.area_of(self._at).adjusted(-1, -1, 1, 1), 5, 5)

    def _paint_tile(self, painter: QPainter, force: str, place: Place) -> None:
        """Paint a tile in its shade, or with its grade's shape and colour.

        One that has no value is hatched, one not shown is empty.
        """
        row, area = self._rows.get(force), self.area_of(force)
        shade = None if row is None else row.shade
        grade = "" if row is None else _grade(row)
        painter.setPen(QPen(QColor(self._look.rule), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ink = self._look.muted
        if shade is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.shades[shade]))
            ink = self._look.on_shades[shade]
        elif grade:
            mark, ink, fill = self._look.grade(grade)
            painter.setPen(QPen(QColor(mark), 1.5))
            painter.setBrush(QColor(fill))
        elif row is not None:
            painter.setPen(QPen(QColor(self._look.hatch), 1.0))
            painter.setBrush(QBrush(QColor(self._look.rule), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if grade:
            square = QRectF(area.center().x() - MARK / 2, area.top() + 3, MARK, MARK)
            paint_grade(painter, square, grade, QBrush(QColor(self._look.grade(grade)[0])))
            area.setTop(square.bottom())
        painter.setPen(QColor(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, place.short)

    def _paint_legend(self, painter: QPainter, font: QFont) -> None:
        """Paint what the shades mean where no tiles are: at the top left."""
        small = _legend_font(font)
        painter.setFont(small)
        is_beside = self._fits_beside(self.width())
        below = self._side(self.width()) * FLAT * ROWS + 6
        for number, one in enumerate(self._legend):
            x, y = self._left() + GAP / 2, number * LEGEND_LINE + GAP / 2 + 1
            if not is_beside:
                across = self._across(self.width())
                x = self._left() + number % across * COLUMNS * self._side(self.width()) / across
                y = below + number // across * LEGEND_LINE
            swatch = QRectF(x, y, SWATCH, SWATCH)
            mark, _, fill = self._look.grade(one.grade)
            if one.shade is not None:
                mark, fill = self._look.rule, self._look.shades[one.shade]
            painter.setPen(QPen(QColor(mark), 1.0))
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(swatch, 2, 2)
            if one.grade:
                inset = (SWATCH - MARK) / 2
                square = swatch.adjusted(inset, inset, -inset, -inset)
                paint_grade(painter, square, one.grade, QBrush(QColor(mark)))
            painter.setPen(QColor(self._look.muted))
            place = QRectF(swatch.right() + 5, y, self.width(), SWATCH)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, one.text)

    def _fits_beside(self, width: int) -> bool:
        """Return whether the legend has room left of Northumbria and, below it, of Cumbria."""
        side = self._side(width)
        metrics = QFontMetricsF(_legend_font(self.font()))
        above = 3 * side * FLAT  # where Merseyside begins
        return len(self._legend) * LEGEND_LINE <= above and all(
            SWATCH + 9 + metrics.horizontalAdvance(one.text)
            < (4 if (number + 1) * LEGEND_LINE < side * FLAT else 3) * side
            for number, one in enumerate(self._legend)
        )

    def _across(self, width: int) -> int:
        """Return how many entries of the legend stand beside each other below the map."""
        return 2 if 2 * self._legend_width() < COLUMNS * self._side(width) else 1

    def _legend_width(self) -> float:
        metrics = QFontMetricsF(_legend_font(self.font()))
        widest = max((metrics.horizontalAdvance(one.text) for one in self._legend), default=0.0)
        return SWATCH + 8 + widest

    def _paint_mark(self, painter: QPainter, force: str) -> None:
        row = self._rows[force]
        if force not in PLACES or not row.standout:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = self._look.text
        if row.standout == "own":  # among grades, orange would be one of them
            colour = self._look.own if _grade(row) else self._look.nation[0]
        # A second ring within sets the first one off from a tile that is nearly of its colour.
        for ring, line, inset in ((colour, 2.5, 0.0), (self._look.background, 1.0, 1.75)):
            painter.setPen(QPen(QColor(ring), line))
            painter.drawRoundedRect(
                self.area_of(force).adjusted(inset, inset, -inset, -inset), 4, 4
            )

    # --- pointer and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say what the tile under the pointer is."""
        force = self._force_at(event.position().toPoint())
        if force != self._pointed:
            self._pointed = force
            words = self.words_of(force) if force else ""
            QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the tile that was clicked."""
        super().mouseReleaseEvent(event)
        force = self._force_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and force is not None:
            self._at = force
            self.force_chosen.emit(force)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move to the next tile in a direction; Enter or the space bar chooses it."""
        key = event.key()
        if key in _STEPS:
            self._step(*_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at:
            self.force_chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show which tile the keyboard is at."""
        super().focusInEvent(event)
        if self._at is None:
            self._at = next(iter(PLACES))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show no such tile any more."""
        super().focusOutEvent(event)
        self.update()

    def _step(self, across: int, down: int) -> None:
        """Go to the nearest tile in a direction: straight ones before those to the side."""
        at = PLACES[self._at] if self._at is not None else next(iter(PLACES.values()))

        def cost(place: Place) -> int:
            dx, dy = place.column - at.column, place.row - at.row
            along, aside = (dx * across, abs(dy)) if across else (dy * down, abs(dx))
            return along + 3 * aside if along > 0 else 0

        ahead = [force for force, place in PLACES.items() if cost(place) > 0]
        if ahead:
            self._at = min(ahead, key=lambda force: cost(PLACES[force]))
            announce(self, self.words_of(self._at))
            QToolTip.showText(
                self.mapToGlobal(self.area_of(self._at).bottomLeft().toPoint()),
                self.words_of(self._at),
                self,
            )
            self.update()

    def _force_at(self, point: QPoint) -> str | None:
        found = (f for f in PLACES if self.area_of(f).contains(point.toPointF()))
        return next(found, None)


class Entry(NamedTuple):
    """One line of the legend: what a shade, or a grade's shape and colour, stands for."""

    text: str
    shade: int | None = None
    grade: str = ""


def _legend(chart: Chart) -> tuple[Entry, ...]:
    """Return the classes' limits, or of judgments the grades that were given, the best first."""
    given = {_grade(row) for row in chart.rows}
    grades = tuple(
        Entry(grade.capitalize(), grade=grade) for grade in get_args(Grade) if grade in given
    )
    return grades or tuple(Entry(one.limits, one.shade) for one in chart.classes)


def _grade(row: Row) -> str:
    """Return the judgment that a row is of, "" where it has a number or nothing."""
    if row.grade:
        return row.grade
    value = row.values[0] if row.values else None
    is_word = value is not None and value.value is None and value.printed in get_args(Grade)
    return value.printed if is_word and value is not None else ""


def _legend_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(LEGEND_SIZE)
    small.setWeight(QFont.Weight.Normal)
    small.setFeature(QFont.Tag("tnum"), 1)
    return small
