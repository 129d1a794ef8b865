# SPDX-License-Identifier: MIT
"""The field that says which measure is compared, and the list to choose another one from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peelviewer.comparing.measure_choices import MeasureGroup, with_words
from peelviewer.ui.compare.field_button import FieldButton
from peelviewer.ui.compare.measure_model import MeasureModel
from peelviewer.ui.compare.popup import MOST_HEIGHT, Popup
from peelviewer.ui.measures.row_view import RowView
from peelviewer.ui.theme import Theme


class MeasurePicker(QWidget):
    """A button; the list it opens is made when it is opened for the first time."""

    chosen = Signal(str, str)
    """Measure (key) and unit."""

    def __init__(self, name: str = "Measure", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = FieldButton(name, self)
        self.model = MeasureModel(self)
        self.popup: Popup | None = None
        self.list: RowView | None = None
        self._groups: tuple[MeasureGroup, ...] = ()
        self._current = ("", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.open)

    def show_groups(self, groups: tuple[MeasureGroup, ...]) -> None:
        """Take the measures to choose from."""
        self._groups = groups
        self.model.show_groups(groups)

    def show_choice(self, measure: str, unit: str, label: str, detail: str) -> None:
        """Show which measure is chosen."""
        self._current = (measure, unit)
        self.button.show_choice(label, detail)

    def set_theme(self, theme: Theme) -> None:
        """Draw the arrow in the theme's colours."""
        self.button.set_theme(theme)

    def open(self) -> None:
        """Open the list with the chosen measure in sight."""
        popup, rows = self._made()
        self.model.show_groups(self._groups)
        popup.open_below(self.button)
        self._select(rows, self.model.row_of(*self._current))

    def _made(self) -> tuple[Popup, RowView]:
        if self.popup is None or self.list is None:
            self.popup = Popup("Measures", "Search measures", self)
            self.list = RowView("Measures", self.model, self.popup)
            self.list.horizontalHeader().hide()
            self.list.limit_height(MOST_HEIGHT)
            self.popup.hold(self.list)
            self.popup.typed.connect(self._on_typed)
            self.list.row_chosen.connect(self._on_row)
        return self.popup, self.list

    def _on_typed(self, text: str) -> None:
        popup, rows = self._made()
        self.model.show_groups(with_words(self._groups, text))
        popup.say_nothing(not self.model.rowCount())
        self._select(rows, self.model.first_choice())

    def _on_row(self, row: int) -> None:
        choice = self.model.choice(row)
        if choice is not None and self.popup is not None:
            self.popup.hide()
            self.chosen.emit(choice.measure, choice.unit)

    def _select(self, rows: RowView, row: int | None) -> None:
        if row is not None:
            rows.setCurrentIndex(self.model.index(row, 0))
            rows.scrollTo(self.model.index(row, 0), RowView.ScrollHint.PositionAtCenter)
