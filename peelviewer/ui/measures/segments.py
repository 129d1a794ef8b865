# SPDX-License-Identifier: MIT
"""A segmented control: a few exclusive choices side by side, arrow keys move between them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget


class Segments(QFrame):
    """Exclusive buttons; each choice has a name for the program and a text for the reader."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("segments", True)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for choice, text in choices:
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", True)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button)
            self._buttons[choice] = button
            layout.addWidget(button)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def choice(self) -> str:
        """The name of the choice that is on; empty before one is."""
        on = (name for name, button in self._buttons.items() if button.isChecked())
        return next(on, "")

    def choose(self, choice: str) -> None:
        """Switch ``choice`` on, as a click would."""
        self._buttons[choice].setChecked(True)

    def button(self, choice: str) -> QPushButton:
        """Return the button of ``choice``."""
        return self._buttons[choice]

    def _on_toggled(self, _button: QPushButton, checked: bool) -> None:
        if checked:
            self.chosen.emit(self.choice)
