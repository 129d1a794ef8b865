# SPDX-License-Identifier: MIT
"""A splitter whose handles can be moved with the keyboard too."""

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

STEP = 20  # pixels


class Handle(QSplitterHandle):
    """Takes the focus; the arrow keys move it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Move left or right."""
        key = QtCore.Qt.Key
        steps = {key.Key_Left: -STEP, key.Key_Right: STEP}
        step = steps.get(key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moveSplitter(self.pos().x() + step)


class Splitter(QSplitter):
    """Side by side; its handles join the tab order once the window is complete."""

    def createHandle(self) -> QSplitterHandle:  # noqa: N802  # Qt's name
        """Return a handle that keys can move."""
        return Handle(self.orientation(), self)

    def complete(self) -> None:
        """Let the keyboard reach the handles."""
        for number in range(1, self.count()):
            handle = self.handle(number)
            sides = (self.widget(number - 1), self.widget(number))
            names = (side.accessibleName() for side in sides if side is not None)
            handle.setAccessibleName(f"Border between {' and '.join(names)}")
            handle.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
