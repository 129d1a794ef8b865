# SPDX-License-Identifier: MIT
"""Find in the open report: a field over the text, with how many places were found."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from peelviewer.ui import icons
from peelviewer.ui.announce import announce
from peelviewer.ui.theme import Theme
from peelviewer.ui.timers import once_after

MOST = 2_000
TYPING_MS = 150


class FindBar(QWidget):
    """Finds in a document; ``found`` hands on the places and the current one."""

    found = Signal(list, int)
    closed = Signal()

    def __init__(self, document: QTextDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self.setAccessibleName("Find in this report")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._places: list[QTextCursor] = []
        self._current = -1
        self.start_from = 0
        self.field = QLineEdit(placeholderText="Find in this report")
        self.field.setAccessibleName("Find in this report")
        self.field.setMaximumWidth(320)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.count.setAccessibleName("Places found")
        self.previous = _button("Previous place (Shift+F3)")
        self.next = _button("Next place (F3)")
        self.close_button = _button("Close (Esc)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 12, 7)
        layout.setSpacing(6)
        layout.addWidget(self.field, stretch=1)
        for widget in (self.previous, self.next, self.count):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self.close_button)
        self._typing = once_after(TYPING_MS, self.search, self)
        self.field.textChanged.connect(lambda _: self._typing.start())
        self.field.returnPressed.connect(self.go_next)
        self.next.clicked.connect(self.go_next)
        self.previous.clicked.connect(self.go_previous)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for button, name in (
            (self.previous, "up"), (self.next, "down"), (self.close_button, "close"),
        ):  # fmt: skip
            button.setIcon(icons.icon(name, theme.text, 16))

    def begin(self, position: int, words: str = "") -> None:
        """Open the bar; the first place found will be the first one from ``position`` on."""
        self.start_from = position
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus()
        if self.field.text():
            self.search()

    def dismiss(self) -> None:
        """Close the bar and take the marks away."""
        self.hide()
        self._places, self._current = [], -1
        self.found.emit([], -1)
        self.closed.emit()

    def refresh(self) -> None:
        """Find again after the document was laid out anew."""
        if self.isVisible():
            self.search()

    def search(self) -> None:
        """Find every place of the typed words and go to the first one from where we are."""
        self._typing.stop()
        words = self.field.text()
        self._places = []
        cursor = QTextCursor(self._document)
        while words.strip() and len(self._places) < MOST:
            cursor = self._document.find(words, cursor)
            if cursor.isNull():
                break
            self._places.append(cursor)
        ahead = (
            n for n, place in enumerate(self._places) if place.selectionStart() >= self.start_from
        )
        self._go(next(ahead, 0))

    def go_next(self) -> None:
        """Go to the next place; after the last one comes the first."""
        if self._typing.isActive():
            self.search()
        else:
            self._go(self._current + 1)

    def go_previous(self) -> None:
        """Go to the place before; before the first one comes the last."""
        self._go(self._current - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Close on Esc; Shift+Enter goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.go_previous()
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        total = len(self._places)
        self._current = number % total if total else -1
        if not self.field.text().strip():
            self.count.setText("")
        elif not total:
            self.count.setText("Not found")
        else:
            more = "+" if total == MOST else ""
            self.count.setText(f"{self._current + 1} of {total}{more}")
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)
        if 0 <= self._current < total:
            self.start_from = self._places[self._current].selectionStart()
        self.found.emit(self._places, self._current)
        announce(self, self.count.text())


def _button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setIconSize(QSize(16, 16))
    return button
