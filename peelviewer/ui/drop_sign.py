# SPDX-License-Identifier: MIT
"""The sign over the window while files are dragged over it: letting go imports them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from peelviewer.ui.wording import counted

MARGIN = 12  # pixels


class DropSign(QLabel):
    """Covers what the window shows, takes no mouse, and is there only while files hover."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setObjectName("dropsign")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_files(self, files: list[Path]) -> None:
        """Say what letting go does with these files and folders."""
        if len(files) > 1:
            what = counted(len(files), "file")
        else:
            what = f"the folder {files[0].name}" if files[0].is_dir() else files[0].name
        self.setText(f"Let go to import {what}")
        self.setGeometry(self._covered.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        self.raise_()
        self.show()
