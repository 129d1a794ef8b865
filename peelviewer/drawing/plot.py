# SPDX-License-Identifier: MIT
"""A chart on the screen: follows the theme, answers the pointer and the keyboard.

What is seen is the same composition that is saved (``compose``), painted once and kept as a
picture. The wheel is left to the page; there is no menu and no zoom by mouse. The view is as tall
as its chart: put it into a scroll area.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from peelviewer.charts.style import DARK, LIGHT, Look
from peelviewer.charts.values import Chart
from peelviewer.drawing import compose
from peelviewer.drawing.fonts import ensure_application
from peelviewer.drawing.layout import NARROWEST, Layout, lay_out, zoom_in
from peelviewer.drawing.pieces import Mark
from peelviewer.drawing.readout import Card, card_for, paint_card
from peelviewer.drawing.walking import Way, next_mark

_USUAL_WIDTH = 360
_NO_ROW = -1
_EMPTY = "Choose a measure or a figure to see its chart."
_WAYS: dict[Qt.Key, Way] = {
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Left: "left",
}

_COMING_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ChartView(QWidget):
    """Shows one chart with its headline, titles, source and caveats.

    Signals: ``row_activated(row)`` when a bar is clicked or Enter is pressed on it;
    ``row_hovered(row)`` when the pointer or the keyboard comes to a bar, -1 when it leaves.
    """

    row_activated = Signal(int)
    row_hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, margin: float = 12.0) -> None:
        super().__init__(parent)
        ensure_application()
        self._chart: Chart | None = None
        self._margin = margin
        self._look: Look = LIGHT
        self._wished_zoom = 1.0
        self._layout: Layout | None = None
        self._picture: QPixmap | None = None
        self._at: int | None = None
        self._card: Card | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    # ------------------------------------------------------------ what is shown

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown."""
        return self._chart

    @property
    def current(self) -> tuple[int, int] | None:
        """Row and value of the bar that has the mark, ``None`` if none has."""
        mark = self._current_mark()
        return None if mark is None else (mark.row, mark.value)

    @property
    def current_area(self) -> QRectF | None:
        """Where the marked bar is, in the view's own pixels; ``None`` while none is marked."""
        mark = self._current_mark()
        if mark is None:
            return None
        zoom = self._zoom
        return QRectF(mark.x * zoom, mark.y * zoom, mark.width * zoom, mark.height * zoom)

    @property
    def readout(self) -> str:
        """What the card at the marked bar says, "" while there is none."""
        return "" if self._card is None else self._card.text

    def set_chart(self, chart: Chart | None) -> None:
        """Show ``chart``, or with ``None`` what to do to see one."""
        if chart == self._chart:
            return
        self._move_to(None)
        self._chart = chart
        self._forget_layout()
        self._describe()
        if self.hasFocus():
            self._mark_first()

    def mark_row(self, row: int) -> None:
        """Mark the first value of a row, if it has one: where the keyboard was in another chart."""
        places = (place for place, mark in enumerate(self._marks()) if mark.row == row)
        self._move_to(next(places, self._at))

    def set_dark(self, dark: bool) -> None:
        """Follow the window's theme."""
        self._look = DARK if dark else LIGHT
        self._forget_picture()

    def set_zoom(self, factor: float) -> None:
        """Show everything ``factor`` times as large, 0.5 to 3; lines break anew.

        Where the narrowest layout would then be wider than its place, it is as large as fits.
        """
        self._wished_zoom = min(max(factor, 0.5), 3.0)
        self._forget_layout()

    # ------------------------------------------------------------ size

    @property
    def _zoom(self) -> float:
        """How many times as large everything is in the present width."""
        return zoom_in(self.width(), self._wished_zoom)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the chart needs at ``width``."""
        if self._chart is None:
            return round(96 * self._wished_zoom)
        return round(self._laid_out(width).height * zoom_in(width, self._wished_zoom))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that the height follows from the width."""
        return True

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size for the present width."""
        width = self.width() if self.isVisible() else _USUAL_WIDTH
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size at which nothing is cut."""
        return QSize(NARROWEST, self.heightForWidth(max(self.width(), NARROWEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the chart out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._forget_picture()
            self._hide_card()
            self.updateGeometry()

    def _laid_out(self, width: int) -> Layout:
        assert self._chart is not None  # noqa: S101 - both callers have asked
        logical = max(round(width / zoom_in(width, self._wished_zoom)), NARROWEST)
        if self._layout is None or self._layout.width != logical:
            self._layout = lay_out(self._chart, logical, self._margin)
        return self._layout

    # ------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the kept picture, the mark and the card."""
        painter = QPainter(self)
        if self._chart is None:
            self._paint_empty(painter)
            return
        if self._picture is None:
            self._picture = self._painted()
        painter.drawPixmap(0, 0, self._picture)
        painter.scale(self._zoom, self._zoom)
        mark = self._current_mark()
        if mark is not None:
            self._paint_mark(painter, mark)
        if self._card is not None:
            paint_card(painter, self._card, self._laid_out(self.width()).sizes, self._look)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        layout = self._laid_out(self.width())
        picture = QPixmap(QSize(self.width(), self.heightForWidth(self.width())) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.scale(self._zoom, self._zoom)
        compose.paint(painter, layout, self._look)
        painter.end()
        return picture

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._look.muted))
        painter.drawText(
            QRectF(self.rect()).adjusted(16, 16, -16, -16),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            _EMPTY,
        )

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.hasFocus()
        painter.setPen(QPen(QColor(self._look.focus), 2.0 if strong else 1.0))
        area = QRectF(mark.x, mark.y, mark.width, mark.height)
        painter.drawRoundedRect(area.adjusted(1, 0, -1, 0), 4, 4)
        painter.restore()

    def _forget_layout(self) -> None:
        self._layout = None
        self._forget_picture()
        self._hide_card()
        self.updateGeometry()

    def _forget_picture(self) -> None:
        self._picture = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Paint anew on another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._forget_picture()

    # ------------------------------------------------------------ pointer and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Mark the bar under the pointer; over the card, the card stays."""
        at = event.position() / self._zoom
        if self._card is not None and self._card.area.contains(at):
            return
        found = self._mark_at(at)
        if found is not None or not self.hasFocus():
            self._move_to(found)
        is_active = found is not None and self._is_linked(found)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if is_active else Qt.CursorShape.ArrowCursor
        )

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the pointer's mark away; the keyboard's stays."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._move_to(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Activate the bar that was clicked."""
        super().mouseReleaseEvent(event)
        found = self._mark_at(event.position() / self._zoom)
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._move_to(found)
            self.row_activated.emit(self._marks()[found].row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows, Home and End move over the bars, Enter activates, Escape dismisses the card."""
        marks, key = self._marks(), event.key()
        if not marks:
            super().keyPressEvent(event)
        elif key in _WAYS:
            self._move_to(next_mark(marks, self._at, _WAYS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to(0 if key == Qt.Key.Key_Home else len(marks) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            mark = self._current_mark()
            if mark is not None:
                self.row_activated.emit(mark.row)
        elif key == Qt.Key.Key_Escape and self._card is not None:
            self._hide_card()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Mark a bar, so that the focus is seen."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._mark_first()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the mark away, unless only the window has gone behind another."""
        super().focusOutEvent(event)
        if event.reason() not in _COMING_BACK:
            self._move_to(None)
        self.update()

    def _mark_first(self) -> None:
        if self._at is None and self._marks():
            self._move_to(0)

    def _marks(self) -> tuple[Mark, ...]:
        return () if self._chart is None else self._laid_out(self.width()).marks

    def _current_mark(self) -> Mark | None:
        return None if self._at is None else self._marks()[self._at]

    def _mark_at(self, point: QPointF) -> int | None:
        for index, mark in enumerate(self._marks()):
            if mark.is_at(point.x(), point.y()):
                return index
        return None

    def _is_linked(self, at: int) -> bool:
        assert self._chart is not None  # noqa: S101 - it has a mark
        return self._chart.rows[self._marks()[at].row].block is not None

    def _move_to(self, at: int | None) -> None:
        """Mark another bar, or none: card, signal and announcement."""
        if at == self._at:
            return
        self._at = at
        mark = self._current_mark()
        if mark is None or self._chart is None:
            self._card = None
            self.row_hovered.emit(_NO_ROW)
        else:
            self._card = card_for(self._chart, self._laid_out(self.width()), mark)
            self.row_hovered.emit(mark.row)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._card.text))
        self.update()

    def _hide_card(self) -> None:
        self._card = None
        self.update()

    # ------------------------------------------------------------ for a screen reader

    def _describe(self) -> None:
        """Say in words what a picture of bars does not tell a screen reader."""
        chart = self._chart
        self.setAccessibleName("Chart" if chart is None else f"Chart: {chart.headline}")
        self.setAccessibleDescription(_EMPTY if chart is None else chart.description)
        for change in (QAccessible.Event.NameChanged, QAccessible.Event.DescriptionChanged):
            QAccessible.updateAccessibility(QAccessibleEvent(self, change))
