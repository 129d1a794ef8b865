# SPDX-License-Identifier: MIT
"""A label of one line that never widens the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LEAST_WIDTH = 0  # pixels: what leads somewhere stays, a text gives way


class ElidingLabel(QLabel):
    """A text in one line, cut in its middle where there is no room: it never widens the window."""

    def setText(self, text: str) -> None:  # noqa: N802  # Qt's name
        """Show a text; who points at it is told the whole of it."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Do with next to nothing."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), LEAST_WIDTH), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802  # Qt's name
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        area = self.contentsRect()
        middle = QtCore.Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(self.text(), middle, area.width())
        self.style().drawItemText(
            painter,
            area,
            int(QtCore.Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
        painter.end()
