# SPDX-License-Identifier: MIT
"""A splitter whose handles can be moved with the keyboard too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtWidgets import QSplitter

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

STEP = 20  # pixels


class Splitter(QSplitter):
    """Its handles join the tab order once the window is complete."""

    def complete(self) -> None:
        """Let the keyboard reach the handles."""
        for number in range(1, self.count()):
            handle = self.handle(number)
            sides = (self.widget(number - 1), self.widget(number))
            names = (side.accessibleName() for side in sides if side is not None)
            handle.setAccessibleName(f"Border between {' and '.join(names)}")
            handle.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Move a handle that has the focus with the arrow keys."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            key = QtCore.Qt.Key
            if not isinstance(watched, QtWidgets.QSplitterHandle):
                return super().eventFilter(watched, event)
            is_upright = watched.orientation() is QtCore.Qt.Orientation.Vertical
            before, after = (
                (key.Key_Up, key.Key_Down) if is_upright else (key.Key_Left, key.Key_Right)
            )
            step = {before: -STEP, after: STEP}.get(key(event.key()))
            if step is not None:
                place = watched.pos().y() if is_upright else watched.pos().x()
                self.moveSplitter(place + step, self.indexOf(watched))
                return True
        return super().eventFilter(watched, event)
