# SPDX-License-Identifier: MIT
"""The place of the chart: quiet until the window has been painted, then the chart itself.

The drawing library takes half a second to import; the window must be on the screen by then.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from peelviewer.charts.spec import Chart
from peelviewer.drawing.layout import NARROWEST, lay_out, zoom_in

MARGIN = 4.0
NOTHING_HEIGHT = 96

ChartViewFactory = Callable[[QWidget], Any]
"""Makes a widget that can do what ``charts.plot.ChartView`` can."""


def chart_view(parent: QWidget) -> QWidget:
    """Return a new chart view; the import is late on purpose."""
    from peelviewer.drawing.plot import ChartView

    return ChartView(parent, margin=MARGIN)


class ChartPane(QWidget):
    """Shows one chart; makes the view that draws it after its own first paint."""

    row_activated = Signal(int)
    view_made = Signal(QWidget)
    bar_marked = Signal(QRect)

    def __init__(
        self, factory: ChartViewFactory = chart_view, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._factory = factory
        self._chart: Chart | None = None
        self._dark = False
        self._zoom = 1.0
        self._is_asked_for = False
        self.view: Any = None
        self._waiting = QLabel("Drawing the chart…", self)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._waiting.setProperty("quiet", True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._waiting)

    def set_chart(self, chart: Chart | None) -> None:
        """Show ``chart``, now or as soon as the view is there."""
        self._chart = chart
        if self.view is not None:
            self.view.set_chart(chart)
        self.updateGeometry()

    def set_dark(self, dark: bool) -> None:
        """Draw in the dark theme or the light one."""
        self._dark = dark
        if self.view is not None:
            self.view.set_dark(dark)

    def set_zoom(self, factor: float) -> None:
        """Draw everything ``factor`` times as large; lines break anew."""
        self._zoom = factor
        if self.view is not None:
            self.view.set_zoom(factor)
        self.updateGeometry()

    @property
    def zoom(self) -> float:
        """How many times as large everything is drawn."""
        return self._zoom

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the chart's height, the same before its view is there, so that nothing jumps."""
        if self._chart is None:
            return NOTHING_HEIGHT
        if self.view is not None and self.view.hasHeightForWidth():
            return int(self.view.heightForWidth(max(width, NARROWEST)))
        zoom = zoom_in(width, self._zoom)
        logical = max(round(width / zoom), NARROWEST)
        return round(lay_out(self._chart, logical, MARGIN).height * zoom)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size for the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size at which nothing is cut."""
        return QSize(NARROWEST, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the view once something has been painted."""
        super().paintEvent(event)
        if not self._is_asked_for:
            self._is_asked_for = True
            QTimer.singleShot(0, self, self.make_view)

    def make_view(self) -> None:
        """Put the view that draws in the place of the quiet words; a second call does nothing."""
        if self.view is not None:
            return
        self._is_asked_for = True
        self.view = self._factory(self)
        self.view.set_dark(self._dark)
        self.view.set_zoom(self._zoom)
        self.view.set_chart(self._chart)
        self.view.row_activated.connect(self.row_activated)
        self.view.row_hovered.connect(self._on_row_hovered)
        self._layout.replaceWidget(self._waiting, self.view)
        self._waiting.deleteLater()
        self.view.show()
        self.updateGeometry()
        self.view_made.emit(self.view)

    def _on_row_hovered(self, _row: int) -> None:
        """Say where the bar is that the keyboard has come to; the pointer's is in sight."""
        area = self.view.current_area
        if area is not None and self.view.hasFocus():
            self.bar_marked.emit(area.toAlignedRect())
