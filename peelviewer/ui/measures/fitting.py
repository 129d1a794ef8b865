# SPDX-License-Identifier: MIT
"""Containers that ask for just the height of what they show, so that nothing floats in a void."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from peelviewer.ui.measures.fading import Fading

ROOM_ABOVE, ROOM_BELOW = 16, 150


class FittingStack(QStackedWidget):
    """A stack as tall as the page that is shown, not as the tallest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the wish of the page that is shown."""
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least that the page that is shown can do with."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()


class FittingScrollArea(QScrollArea):
    """Scrolls upwards and downwards only, and asks for the whole height of its widget.

    ``ground`` is what it lies on, a card where nothing else is said: edges fade into it.
    """

    def __init__(
        self,
        widget: QWidget,
        parent: QWidget | None = None,
        ground: QPalette.ColorRole = QPalette.ColorRole.Button,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = widget
        self.setWidget(widget)
        self.fading = Fading(self, ground)

    def show_area(self, area: QRect) -> None:
        """Scroll so that ``area`` of the widget is in sight and, if it can be, the card below."""
        self.ensureVisible(area.center().x(), area.bottom(), 0, ROOM_BELOW)
        self.ensureVisible(area.center().x(), area.top(), 0, ROOM_ABOVE)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Leave the place that is in sight alone; ``QScrollArea`` would show the child's end."""
        return QWidget.focusNextPrevChild(self, forward)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the widget has in the present width."""
        widget = self._inside
        width = self.viewport().width()
        height = widget.heightForWidth(width) if widget.hasHeightForWidth() else -1
        return QSize(width, height if height >= 0 else widget.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a headline and a bar or two."""
        return QSize(160, min(140, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say the new height when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say the new height when the widget asks for another one."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
