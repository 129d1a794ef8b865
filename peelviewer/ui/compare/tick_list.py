# SPDX-License-Identifier: MIT
"""A list to tick: a click anywhere in a row, Enter or the space bar turn its tick over."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QWidget

Index = QModelIndex | QPersistentModelIndex

_TICKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TickList(QListView):
    """Rows of one height that can be ticked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tickList")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_TickDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick the current row with Enter or the space bar."""
        index = self.currentIndex()
        if event.key() in _TICKING and index.isValid():
            turn_over(self.model(), index)
        else:
            super().keyPressEvent(event)


class _TickDelegate(QStyledItemDelegate):
    """Takes a click on the text as one on the box."""

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, _option: Any, index: Index
    ) -> bool:
        """Turn the tick over when the mouse is let go."""
        if event.type() != QEvent.Type.MouseButtonRelease:
            return event.type() == QEvent.Type.MouseButtonDblClick
        turn_over(model, index)
        return True


def turn_over(model: QAbstractItemModel, index: Index) -> None:
    """Tick what is not ticked, and the other way round."""
    role = Qt.ItemDataRole.CheckStateRole
    is_ticked = Qt.CheckState(index.data(role)) == Qt.CheckState.Checked
    model.setData(index, Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked, role)
