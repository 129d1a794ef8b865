# SPDX-License-Identifier: MIT
"""The panel's last line: how the chart is shown, Copy and Save."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from peelviewer.ui.measures.card import MODES
from peelviewer.ui.measures.segments import Segments


class PanelBar(QWidget):
    """Chart, Table, About on the left; Copy and Save on the right, below where it is narrow."""

    mode_chosen = Signal(str)
    save_wanted = Signal()
    copy_image_wanted = Signal()
    copy_text_wanted = Signal()
    copy_csv_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.modes = Segments("Show as", MODES, self)
        self.copy_button = QPushButton("Copy", self)
        self.save_button = QPushButton("Save…", self)
        self.save_button.setProperty("role", "primary")
        self.save_button.setAccessibleName("Save chart")
        self.save_button.setToolTip("Save this chart, or all of the report, as PNG, SVG or PDF")
        self._lay_out()
        self._create_menu()
        self.modes.chosen.connect(self.mode_chosen)
        self.save_button.clicked.connect(self.save_wanted)
        self.modes.choose("chart")

    def _lay_out(self) -> None:
        self._buttons = QWidget(self)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.save_button)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.modes)
        self._layout.addWidget(self._buttons, 1)

    def _create_menu(self) -> None:
        menu = QMenu(self.copy_button)
        for text, signal in (
            ("Chart as &image", self.copy_image_wanted),
            ("Values as &text", self.copy_text_wanted),
            ("Values as &CSV", self.copy_csv_wanted),
        ):
            menu.addAction(text).triggered.connect(signal)
        self.copy_button.setMenu(menu)
        self.copy_button.setAccessibleName("Copy chart or values")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the wider half: the line may break."""
        halves = (self.modes.minimumSizeHint(), self._buttons.minimumSizeHint())
        width = max(half.width() for half in halves)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the line in two where it does not fit into one."""
        super().resizeEvent(event)
        needed = self.modes.sizeHint().width() + self._buttons.sizeHint().width() + 8
        direction = QBoxLayout.Direction.LeftToRight
        if needed > event.size().width():
            direction = QBoxLayout.Direction.TopToBottom
        if direction != self._layout.direction():
            self._layout.setDirection(direction)
