# SPDX-License-Identifier: MIT
"""The field that says how many forces are chosen, and the list to tick them in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from peelviewer.reference.forces import FORCES
from peelviewer.ui.compare.field_button import FieldButton
from peelviewer.ui.compare.force_model import ForceModel
from peelviewer.ui.compare.popup import Popup
from peelviewer.ui.compare.tick_list import TickList
from peelviewer.ui.theme import Theme


class ForcePicker(QWidget):
    """A button, and a list of the 43 forces that stays open while they are ticked."""

    changed = Signal(tuple)
    """The ids of the forces that are ticked now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = FieldButton("Chosen forces", self)
        self.model = ForceModel(self)
        self._own = ""
        self.popup: Popup | None = None
        self.list: TickList | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.open)
        self.model.ticked_changed.connect(self._on_ticked)
        self._say()

    def show_chosen(self, ids: tuple[str, ...], own: str) -> None:
        """Tick these forces; the own one (id, or "") is shown with them in any case."""
        self._own = own
        if set(ids) != set(self.model.ticked):
            self.model.tick(ids)
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Draw the arrow in the theme's colours."""
        self.button.set_theme(theme)

    def open(self) -> None:
        """Open the list."""
        popup, rows = self._made()
        popup.open_below(self.button)
        rows.setCurrentIndex(self.model.index(0))

    def _made(self) -> tuple[Popup, TickList]:
        if self.popup is None or self.list is None:
            self.popup = Popup("Chosen forces", "Search forces", self)
            self.list = TickList("Forces", self.popup)
            self.list.setModel(self.model)
            none = QPushButton("Untick all", self.popup)
            none.setAutoDefault(False)
            none.clicked.connect(self._untick_all)
            self.popup.hold(self.list)
            self.popup.add_below(none)
            self.popup.typed.connect(self._on_typed)
        return self.popup, self.list

    def _on_typed(self, text: str) -> None:
        popup, rows = self._made()
        self.model.filter(text)
        popup.say_nothing(not self.model.rowCount())
        rows.setCurrentIndex(self.model.index(0))

    def _on_ticked(self) -> None:
        self._say()
        self.changed.emit(self.model.ticked)

    def _untick_all(self) -> None:
        self.model.tick(())
        self._on_ticked()

    def _say(self) -> None:
        count = len(self.model.ticked)
        text = "Choose forces" if not count else f"{count} of {FORCES} chosen"
        if count and self._own and self._own not in self.model.ticked:
            text += ", and the own force"
        self.button.show_choice(text)
