# SPDX-License-Identifier: MIT
"""Where a chart is saved: the file's name and its folder."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

_FORBIDDEN = '/\\:*?"<>|'


class SavePlace(QWidget):
    """A field for the name without its ending, and a folder with a button to change it."""

    changed = Signal()
    folder_wanted = Signal()

    def __init__(self, stem: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._format = ""
        self.name = QLineEdit(stem, self)
        self.name.setAccessibleName("File name without ending")
        self.name.setCursorPosition(0)
        self.folder_button = QPushButton("&Change…", self)
        self.folder_button.setAccessibleName("Change the folder")
        self.folder_button.setAutoDefault(False)
        self._ending = _quiet_label(self)
        self._folder = _quiet_label(self)
        self._folder.setMinimumWidth(80)
        self._lay_out()
        self.name.textChanged.connect(self.changed)
        self.folder_button.clicked.connect(self.folder_wanted)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(8)
        layout.setColumnStretch(1, 1)
        for row, (title, middle, last) in enumerate(
            (
                ("File name", self.name, self._ending),
                ("Folder", self._folder, self.folder_button),
            )
        ):
            heading = QLabel(title, self)
            heading.setProperty("fieldTitle", True)
            layout.addWidget(heading, row, 0)
            layout.addWidget(middle, row, 1)
            layout.addWidget(last, row, 2)

    @property
    def folder(self) -> Path:
        """The folder that is chosen."""
        return self._path

    @property
    def stem(self) -> str:
        """The file's name without ending; characters that no file name may have are dashes."""
        typed = self.name.text().strip().removesuffix(f".{self._format}")
        return "".join("-" if letter in _FORBIDDEN else letter for letter in typed).strip(". ")

    @property
    def file(self) -> Path:
        """The file that is saved."""
        return self._path / f"{self.stem}.{self._format}"

    def show_folder(self, folder: Path) -> None:
        """Show where the file will lie; a long path is shortened in its middle."""
        self._path = folder
        metrics = self._folder.fontMetrics()
        room = max(320, self._folder.width())
        self._folder.setText(metrics.elidedText(str(folder), Qt.TextElideMode.ElideMiddle, room))
        self._folder.setToolTip(str(folder))
        self._folder.setAccessibleName(f"Folder: {folder}")

    def show_format(self, file_format: str) -> None:
        """Show the ending that goes with the format."""
        self._format = file_format
        self._ending.setText(f".{file_format}")


def _quiet_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("quiet", True)
    return label
