# SPDX-License-Identifier: MIT
"""A few exclusive choices below each other, or side by side; those that do not apply are gone."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QWidget


class Radios(QWidget):
    """Radio buttons; each choice has a name for the program and a text for the reader."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        side_by_side: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        layout = QBoxLayout(across if side_by_side else down, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14 if side_by_side else 0)
        for choice, text in choices:
            button = QRadioButton(self)
            self._group.addButton(button)
            self._buttons[choice] = button
            layout.addWidget(button)
            self.rename(choice, text)
        if side_by_side:
            layout.addStretch(1)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit(self.choice))

    @property
    def choice(self) -> str:
        """The name of the choice that is on."""
        return next((name for name, one in self._buttons.items() if one.isChecked()), "")

    def button(self, choice: str) -> QRadioButton:
        """Return the button of a choice."""
        return self._buttons[choice]

    def show_choice(self, choice: str) -> None:
        """Switch a choice on without saying so; the tab key comes to this one alone."""
        self._buttons[choice].setChecked(True)
        for name, button in self._buttons.items():
            is_on = name == choice
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_on else Qt.FocusPolicy.ClickFocus
            )

    def offer(self, choices: Iterable[str]) -> None:
        """Show just these choices."""
        offered = set(choices)
        for name, button in self._buttons.items():
            button.setVisible(name in offered)

    def rename(self, choice: str, text: str) -> None:
        """Give a choice another text."""
        self._buttons[choice].setText(text)
        self._buttons[choice].setAccessibleName(f"{self._name}: {text}")
