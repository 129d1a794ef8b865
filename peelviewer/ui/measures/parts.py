# SPDX-License-Identifier: MIT
"""The list above, the chart below, and a border between them that can be moved."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from peelviewer.ui.measures.row_view import RowView
from peelviewer.ui.splitter import Splitter

LIST_SHARE = 0.32
LEAST_LIST_HEIGHT = 96
BORDER = 10


class ListAndCard(Splitter):
    """Gives the list the rows that fit into its share, the card the rest.

    Once the border was moved by hand, it stays where it was put.
    """

    def __init__(self, rows: RowView, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._rows = rows
        self._is_moved = False
        self.setAccessibleName("List and chart")
        self.setHandleWidth(BORDER)
        self.setChildrenCollapsible(False)
        rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        below = QWidget(self)
        below.setAccessibleName("Chart")
        layout = QVBoxLayout(below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        self.addWidget(rows)
        self.addWidget(below)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.complete()
        self.splitterMoved.connect(self._on_moved)

    def _on_moved(self) -> None:
        self._is_moved = True

    def share(self) -> None:
        """Give each its height anew."""
        if self._is_moved:
            return
        self._rows.limit_height(max(LEAST_LIST_HEIGHT, round(self.height() * LIST_SHARE)))
        wished = self._rows.sizeHint().height()
        sizes = [wished, max(0, self.height() - wished - BORDER)]
        if sizes != self.sizes():
            self.setSizes(sizes)
            self._rows.scrollTo(self._rows.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Share the height anew when the list has other rows."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.share()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the new height."""
        super().resizeEvent(event)
        self.share()
