# SPDX-License-Identifier: MIT
"""Soft edges of what is scrolled: a line that is cut fades, and says that there is more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPalette
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT = 30  # pixels: two lines of the notes


class Fading(QWidget):
    """Lies over a scroll area's viewport and lets the pointer through."""

    def __init__(self, area: QScrollArea, ground: QPalette.ColorRole) -> None:
        super().__init__(area.viewport())
        self._ground = ground
        self._bar = area.verticalScrollBar()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.valueChanged.connect(self.update)
        self._bar.rangeChanged.connect(self.update)
        area.viewport().installEventFilter(self)

    def is_fading(self) -> tuple[bool, bool]:
        """Return whether there is more above, and below."""
        return self._bar.value() > self._bar.minimum(), self._bar.value() < self._bar.maximum()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Be as large as the viewport, and over what is in it."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802  # Qt's name
        """Paint the ground's colour from nothing to whole, towards an edge that cuts something."""
        above, below = self.is_fading()
        whole = self.palette().color(self._ground)
        nothing = QColor(whole)
        nothing.setAlpha(0)
        painter = QPainter(self)
        for is_cut, edge, inside in (
            (above, 0, HEIGHT),
            (below, self.height(), self.height() - HEIGHT),
        ):
            if is_cut:
                shade = QLinearGradient(0, inside, 0, edge)
                shade.setColorAt(0, nothing)
                shade.setColorAt(0.6, whole)
                painter.fillRect(QRect(0, min(edge, inside), self.width(), HEIGHT), shade)
        painter.end()
