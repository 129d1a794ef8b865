# SPDX-License-Identifier: MIT
"""What is lit up in the text: a place for a moment, and what a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTextEdit

from peelviewer.ui.timers import once_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextCursor

    from peelviewer.ui.theme import Theme

FLASH_MS = 1800


class Lights(QObject):
    """The extra selections of one text edit."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._ending = once_after(FLASH_MS, self._end_flash, self)
        self._flashed: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []

    def flash(self, cursors: Sequence[QTextCursor], theme: Theme) -> None:
        """Light up words for a moment."""
        self._flashed = [_selection(cursor, theme.flash, theme) for cursor in cursors]
        self._show()
        self._ending.start()

    def show_found(self, cursors: Sequence[QTextCursor], current: int, theme: Theme) -> None:
        """Mark what a search found, the current one more than the others."""
        self._found = [
            _selection(cursor, theme.found_current if number == current else theme.found, theme)
            for number, cursor in enumerate(cursors)
        ]
        self._show()

    def forget(self) -> None:
        """Let go of everything: the document is another one."""
        self._flashed, self._found = [], []

    def _show(self) -> None:
        self._edit.setExtraSelections([*self._found, *self._flashed])

    def _end_flash(self) -> None:
        self._flashed = []
        self._show()


def _selection(cursor: QTextCursor, colour: str, theme: Theme) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format.setBackground(QColor(colour))
    selection.format.setForeground(QColor(theme.text))
    return selection
