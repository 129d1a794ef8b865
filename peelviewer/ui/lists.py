# SPDX-License-Identifier: MIT
"""A short list behind the status line: the caveats that go with what is read."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from peelviewer.ui.caveats import SectionCaveat


class ListDialog(QDialog):
    """A title, an explanation, and entries below each other."""

    def __init__(self, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(title)
        self.begin()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_button = buttons.button(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        if explanation:
            layout.addWidget(_label(explanation, quiet=True))
        layout.addWidget(scroll, stretch=1)
        layout.addWidget(buttons)
        self.resize(560, 420)

    def begin(self) -> None:
        """Have no entries, at first or again."""
        self._entries = QVBoxLayout()
        self._entries.setSpacing(14)
        self._entries.setContentsMargins(0, 0, 8, 0)
        inner = QWidget()
        inner.setAccessibleName(self.windowTitle())
        inner.setLayout(self._entries)
        self._scroll.setWidget(inner)
        inner.show()  # Qt shows no widget that comes into an area that is shown

    def add(self, heading: str, text: str, buttons: Sequence[QPushButton] = ()) -> None:
        """Add an entry."""
        box = QVBoxLayout()
        box.setSpacing(4)
        if heading:
            name = _label(heading)
            font = name.font()
            font.setWeight(font.Weight.DemiBold)
            name.setFont(font)
            box.addWidget(name)
        if text:
            box.addWidget(_label(text))
        if buttons:
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch()
            box.addSpacing(2)
            box.addLayout(row)
        self._entries.addLayout(box)

    def finish(self) -> None:
        """Push the entries to the top; the tab key comes to their buttons before Close."""
        self._entries.addStretch()
        stops = (self._scroll, *self.entry_buttons(), self.close_button)
        for before, after in itertools.pairwise(stops):
            self.setTabOrder(before, after)

    def entry_buttons(self) -> list[QPushButton]:
        """Return the buttons of the entries, from the top."""
        inner = self._scroll.widget()
        return [] if inner is None else inner.findChildren(QPushButton)


class CaveatsDialog(ListDialog):
    """What to bear in mind with the measures of the section that is read."""

    def __init__(self, caveats: Sequence[SectionCaveat], parent: QWidget | None = None) -> None:
        super().__init__(
            "Caveats here", "What limits the use of the measures in this section.", parent
        )
        for caveat in caveats:
            page = "" if caveat.page is None else f" (page {caveat.page})"
            self.add(", ".join(caveat.labels), f"{caveat.text}{page}")
        self.finish()


def _label(text: str, *, quiet: bool = False) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if quiet:
        label.setObjectName("quiet")
    return label
