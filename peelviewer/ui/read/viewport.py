# SPDX-License-Identifier: MIT
"""Where the words of the text stand in its viewport, and which of them are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from peelviewer.ui.read import typeset

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from peelviewer.ui.read.text_pane import TextPane

_EDGE = 4  # pixels: what stands nearer to the pane's edge is not in view


class Viewport:
    """Positions are those of characters in the document; heights are pixels of ``canvas``."""

    def __init__(self, pane: TextPane, canvas: QWidget) -> None:
        self._pane = pane
        self._canvas = canvas

    def position_at(self, y: int) -> int:
        """Return the character position at a height; above the first line that is the first one."""
        if y + self._pane.verticalScrollBar().value() <= typeset.TOP * self._pane.zoom:
            return 0
        return self._pane.cursorForPosition(QPoint(typeset.MARGIN, y)).position()

    def first(self) -> int:
        """Return the first character position that is wholly in view."""
        return self.position_at(_EDGE)

    def last(self) -> int:
        """Return the last character position that is wholly in view."""
        return self.position_at(self._canvas.height() - _EDGE)

    def shows(self, cursor: QTextCursor) -> bool:
        """Return whether all that a cursor selects is in view."""
        area = self.area(cursor)
        return area.top() >= _EDGE and area.bottom() <= self._canvas.height() - _EDGE

    def area(self, cursor: QTextCursor) -> QRect:
        """Return the lines of what a cursor selects."""
        first = QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        return self._pane.cursorRect(first).united(self._pane.cursorRect(cursor))

    def bring_to_third(self, cursor: QTextCursor) -> None:
        """Scroll so that what a cursor selects begins at a third of the height."""
        bar = self._pane.verticalScrollBar()
        bar.setValue(bar.value() + self.area(cursor).top() - self._canvas.height() // 3)

    def finish_layout(self) -> None:
        """Lay out what Qt has put off: beyond it, every point is the end of the document."""
        self._pane.document().documentLayout().documentSize()
