# SPDX-License-Identifier: MIT
"""A list that opens below a field: words typed on top cut it down, the keyboard chooses."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from peelviewer.ui import icons

LEAST_WIDTH = 300
MOST_HEIGHT = 420
_PASSED_ON = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class Popup(QFrame):
    """A field to type in, over a list; what is typed is said by signal."""

    typed = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_WindowPropagation)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setClearButtonEnabled(True)
        self.nothing = QLabel("Nothing goes with these words.", self)
        self.nothing.setProperty("quiet", True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.hide()
        self._list: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.field)
        self._layout.addWidget(self.nothing)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)

    def hold(self, widget: QWidget) -> None:
        """Take the list; arrow keys and Enter in the field go to it."""
        self._list = widget
        self._layout.addWidget(widget, 1)
        self._layout.addStretch(0)  # below a short list, not around it

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the list."""
        self._layout.addWidget(widget)

    def say_nothing(self, is_nothing: bool) -> None:
        """Say that nothing goes with the typed words, in the list's place."""
        self.nothing.setVisible(is_nothing)
        if self._list is not None:
            self._list.setVisible(not is_nothing)

    def open_below(self, field: QWidget) -> None:
        """Show the list at the field, inside the screen."""
        self.field.clear()
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        for button in self.field.findChildren(QToolButton):
            button.setIcon(icons.icon("close", colour, 16))
        self.setFixedSize(max(LEAST_WIDTH, field.width()), MOST_HEIGHT)
        at = field.mapToGlobal(QPoint(0, field.height() + 3))
        screen = field.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        at.setY(max(room.top(), min(at.y(), room.bottom() - MOST_HEIGHT)))
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.move(at)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the list answer the keys that mean nothing in the field."""
        if (
            watched is self.field
            and self._list is not None
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _PASSED_ON
        ):
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)
