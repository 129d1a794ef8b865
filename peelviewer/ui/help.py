# SPDX-License-Identifier: MIT
"""The help menu's two dialogs: all keys, and about the program."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from peelviewer import __version__
from peelviewer.ui.actions import MENUS, SPECS

_PURPOSE = (
    "Reads the inspectorate’s reports on police forces in England and Wales, with their measures "
    "charted. It works offline and sends nothing anywhere."
)
_LICENCES = (
    "PEEL Viewer is free software under the MIT licence. It uses Qt for Python (LGPL), pyqtgraph "
    "(MIT), and the type faces Inter and Source Serif 4 (SIL Open Font License)."
)
_COPYRIGHT = (
    "The reports are Crown copyright. The digests that come with the program are in its own words."
)
KEYS_GAP = 24  # pixels
IN_THE_TEXT = (
    ("Tab, Shift+Tab", "Move over the links, footnotes and marked values in the text"),
    ("Enter", "Follow a link, or show a marked value’s chart"),
    ("Down or Enter, Esc", "In the contents’ filter: go to the first hit, clear it"),
    ("Esc", "Take away the footnote’s card, then the find bar"),
    ("Ctrl+mouse wheel", "Change the size of the text"),
)


class ShortcutsDialog(QDialog):
    """Every key of the window, in the order of the menus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.setAccessibleName("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = shortcuts()
        table = QTableWidget(len(rows), 2)
        table.setAccessibleName("Keyboard shortcuts")
        table.setHorizontalHeaderLabels(["Keys", "What they do"])
        table.verticalHeader().hide()
        table.horizontalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, table.sizeHintForColumn(0) + KEYS_GAP)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        layout = _layout(self)
        layout.addWidget(table)
        layout.addWidget(_closing(self))
        self.resize(640, 680)


class AboutDialog(QDialog):
    """Version, licences, and where the user's library lies."""

    def __init__(self, library: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About PEEL Viewer")
        self.setAccessibleName("About PEEL Viewer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = str(library) if library else "in memory only"
        layout = _layout(self)
        title = QLabel(f"PEEL Viewer {__version__}")
        title.setObjectName("emptytitle")
        layout.addWidget(title)
        for text in (_PURPOSE, f"Your library: {place}", _LICENCES, _COPYRIGHT):
            label = QLabel(text, wordWrap=True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        layout.addStretch()
        layout.addWidget(_closing(self))
        self.resize(460, 320)


def shortcuts() -> list[tuple[str, str]]:
    """Return keys and what they do, in the order of the menus."""
    style = QKeySequence.SequenceFormat.NativeText
    rows = []
    for names in MENUS.values():
        for name in names:
            spec = SPECS[name] if name is not None else None
            if spec is not None and spec.keys:
                keys = ", ".join(QKeySequence(key).toString(style) for key in spec.keys)
                rows.append((keys, spec.tip))
    return [*rows, *IN_THE_TEXT]


def _layout(dialog: QDialog) -> QVBoxLayout:
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(22, 20, 22, 18)
    layout.setSpacing(12)
    return layout


def _closing(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    return buttons
