# SPDX-License-Identifier: MIT
"""The choices of the save dialog: format, size, and whether the data goes with the picture."""

import math
from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from peelviewer.charts.presets import A4_HEIGHT, MM_PER_PIXEL, PRESETS, preset
from peelviewer.ui.measures.save_choices import LEAST_WIDTH, MOST_WIDTH, SCALES, Format, SaveChoices
from peelviewer.ui.measures.segments import Segments

_MEANT_FOR = {
    "png": "For documents, slides and web pages.",
    "svg": "Sharp at any size; its text stays text.",
    "pdf": "For print.",
    "xlsx": "A workbook: the data, an Excel chart, and a sheet of notes.",
}
_NAMES = {"xlsx": "Excel"}
OWN_SIZE = "Own size"
HIGHER_THAN_A4 = "higher than A4, so print it to fit the page."
TOO_HIGH_FOR_A_SLIDE = "higher than a slide. Show fewer rows, or fit it to the slide’s height."
SHORTENED = "shortened to fit a slide; the chart says which forces are in it."
FORM_WIDTH = 280


class SaveForm(QWidget):
    """Holds the choices; says when one changes."""

    changed = Signal()

    def __init__(self, choices: SaveChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(FORM_WIDTH)
        self._size = (0, 0)
        self._is_shortened = False
        self.format = Segments(
            "Format", tuple((f, _NAMES.get(f, f.upper())) for f in _MEANT_FOR), self
        )
        self.preset = QComboBox(self)
        self._dpi = 0
        self.width_box = QSpinBox(self)
        self.paper_width_box = QSpinBox(self)
        self.scale = Segments("Resolution", tuple((str(s), f"×{s}") for s in SCALES), self)
        self.with_data = QCheckBox("Save the &data too, as CSV", self)
        self._meant_for = _quiet_label(self)
        self._pixels = _quiet_label(self)
        self._data_note = _quiet_label(self)
        self._data_note.setText("A file of the same name beside the picture.")
        self._name_widgets()
        self._lay_out()
        self._take(choices)
        self._connect()
        self._show_consequences()

    def _name_widgets(self) -> None:
        self.preset.setAccessibleName("Size for")
        self.preset.addItem(OWN_SIZE, "")
        for one in PRESETS:
            self.preset.addItem(one.name, one.key)
            self.preset.setItemData(
                self.preset.count() - 1, one.purpose, Qt.ItemDataRole.ToolTipRole
            )
        for box, unit, name, per_pixel in (
            (self.width_box, "px", "pixels", 1.0),
            (self.paper_width_box, "mm", "millimetres", MM_PER_PIXEL),
        ):
            least, most = math.ceil(LEAST_WIDTH * per_pixel), int(MOST_WIDTH * per_pixel)
            box.setRange(least, most)
            box.setSuffix(f" {unit}")
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.setAccessibleName(f"Width in {name}")
            box.setToolTip(f"{least} to {most} {name}")
        self.width_box.setSingleStep(20)
        self.paper_width_box.setSingleStep(5)

    def _lay_out(self) -> None:
        self._groups: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for title, rows in (
            ("Format", (self.format, self._meant_for)),
            ("Size", (self.preset, self._size_row(), self._pixels)),
            ("Data", (self.with_data, self._data_note)),
        ):
            group = QWidget(self)
            column = QVBoxLayout(group)
            column.setContentsMargins(0, 0, 0, 12)
            column.setSpacing(5)
            heading = QLabel(title, group)
            heading.setProperty("fieldTitle", True)
            for row in (heading, *rows):
                column.addWidget(row)
            layout.addWidget(group)
            self._groups[title] = group
        layout.addStretch(1)

    def _row(self, *widgets: QWidget) -> QWidget:
        """Return the widgets side by side; the last takes only what it needs."""
        holder = QWidget(self)
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in widgets:
            layout.addWidget(widget, 0 if widget is widgets[-1] else 1)
        return holder

    def _size_row(self) -> QWidget:
        return self._row(self.width_box, self.paper_width_box, self.scale)

    def _take(self, choices: SaveChoices) -> None:
        self.format.choose(choices.format)
        self.width_box.setValue(choices.width)
        self.scale.choose(str(choices.scale))
        self.with_data.setChecked(choices.with_data)
        self._dpi = choices.dpi
        self._show_preset()

    def _connect(self) -> None:
        for signal in (
            self.format.chosen,
            self.scale.chosen,
            self.width_box.valueChanged,
            self.with_data.toggled,
        ):
            signal.connect(self._on_changed)
        self.paper_width_box.valueChanged.connect(
            lambda mm: self.width_box.setValue(round(mm / MM_PER_PIXEL))
        )
        self.preset.activated.connect(self._on_preset)

    @property
    def choices(self) -> SaveChoices:
        """The choices, without the folder."""
        return SaveChoices(
            format=cast("Format", self.format.choice),
            width=self.width_box.value(),
            scale=int(self.scale.choice),
            with_data=self.with_data.isChecked(),
            dpi=self._dpi,
        )

    def show_size(self, width: int, height: int, *, is_shortened: bool = False) -> None:
        """Take the chart's size in logical pixels, and whether forces were left out to fit it."""
        self._size = width, height
        self._is_shortened = is_shortened
        self._show_consequences()

    def _on_preset(self) -> None:
        """Take the size of a preset; another width or scale is an own size again."""
        chosen = preset(self.preset.currentData())
        if chosen is not None:
            self.width_box.setValue(chosen.width)
            self.scale.choose(str(chosen.scale))
            self._dpi = chosen.dpi
            self._on_changed()

    def _show_preset(self) -> None:
        """Name the preset that the size is of, and forget its dpi where it is of none."""
        size = (self.width_box.value(), self.scale.choice)
        fits = [one for one in PRESETS if (one.width, str(one.scale)) == size]
        named = next((one for one in fits if one.dpi == self._dpi), next(iter(fits), None))
        self._dpi = 0 if named is None else named.dpi
        at = self.preset.findData("" if named is None else named.key)
        self.preset.setCurrentIndex(at)

    def _on_changed(self) -> None:
        self._show_preset()
        self._show_consequences()
        self.changed.emit()

    def _show_consequences(self) -> None:
        """Say what the choices come to: use, ending, size in pixels or on paper."""
        choices = self.choices
        is_png = choices.format == "png"
        self._meant_for.setText(_MEANT_FOR[choices.format])
        self.scale.setVisible(is_png)
        self._show_width(on_paper=choices.format == "pdf")
        for group in ("Size", "Data"):
            self._groups[group].setVisible(choices.format != "xlsx")
        width, height = self._size
        if not height:
            self._pixels.setText(" ")
            return
        chosen = preset(self.preset.currentData() or "")
        said = SHORTENED if self._is_shortened else ""
        if is_png:
            size = f"{width * choices.scale:,} × {height * choices.scale:,} pixels"
            if chosen is not None and not chosen.holds(width, height):
                said = TOO_HIGH_FOR_A_SLIDE
        else:
            across, down = (round(side * MM_PER_PIXEL) for side in self._size)
            size = f"{across} × {down} mm on the page"
            if choices.format == "pdf" and down > A4_HEIGHT:
                said = HIGHER_THAN_A4
        self._pixels.setText(f"{size}: {said}" if said else size)

    def _show_width(self, *, on_paper: bool) -> None:
        """Ask for a page's width in millimetres, for a picture's in pixels."""
        self.width_box.setVisible(not on_paper)
        self.paper_width_box.setVisible(on_paper)
        with QSignalBlocker(self.paper_width_box):
            self.paper_width_box.setValue(round(self.width_box.value() * MM_PER_PIXEL))


def _quiet_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    return label
