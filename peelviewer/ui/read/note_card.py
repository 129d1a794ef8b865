# SPDX-License-Identifier: MIT
"""A footnote's preview: a card beside its call-out, for the mouse and for the keyboard."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from peelviewer.model.report import Footnote
from peelviewer.ui.timers import once_after

WIDTH = 380
LEAVE_MS = 350
_GAP, _EDGE = 6, 8  # pixels: to the words, and to the pane's edge


class NoteCard(QFrame):
    """Stays while it is pointed at, and goes with Esc (WCAG 2.2, content on hover or focus)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("card")
        self.setAccessibleName("Footnote")
        self.head = QLabel()
        self.head.setObjectName("quiet")
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(self.text)
        self._leaving = once_after(LEAVE_MS, self._leave, self)
        self.hide()

    def show_note(self, footnote: Footnote, beside: QRect) -> None:
        """Show a footnote below ``beside``, or above where there is room only there."""
        self._leaving.stop()
        page = "" if footnote.page is None else f" · page {footnote.page}"
        self.head.setText(f"Footnote {footnote.number}{page}")
        self.text.setText(footnote.text)
        self.setAccessibleDescription(footnote.text)
        room = self._over.rect()
        width = min(WIDTH, room.width() - 16)
        self.setFixedWidth(width)
        self.text.setFixedWidth(width - 30)
        self.adjustSize()
        left = min(max(beside.center().x() - width // 3, 8), room.width() - width - 8)
        below, above = beside.bottom() + _GAP, beside.top() - _GAP - self.height()
        lowest = room.height() - _EDGE - self.height()
        beside_words = next((top for top in (below, above) if _EDGE <= top <= lowest), None)
        top = max(lowest, _EDGE) if beside_words is None else beside_words
        self.move(QPoint(left, top))
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Hide soon, unless the pointer comes onto the card."""
        if self.isVisible():
            self._leaving.start()

    def _leave(self) -> None:
        if self.underMouse():
            self._leaving.start()
        else:
            self.hide()
