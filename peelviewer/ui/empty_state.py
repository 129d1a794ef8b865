# SPDX-License-Identifier: MIT
"""What stands where a list, a tree or a text has nothing to show: why, and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from peelviewer.ui.markup import escape


class EmptyState(QWidget):
    """A sentence in the middle and, where something can be done, a button that does it."""

    wished = Signal()

    def __init__(self, sentence: str, button: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(wordWrap=True)
        self.label.setObjectName("quiet")
        self.say(sentence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self.label)
        self.button: QPushButton | None = None
        if button:
            self.button = QPushButton(button)
            self.button.setAccessibleName(button)
            self.button.clicked.connect(self.wished)
            row = QHBoxLayout()
            row.addStretch()
            row.addWidget(self.button)
            row.addStretch()
            layout.addLayout(row)
        layout.addStretch(3)

    def say(self, sentence: str) -> None:
        """Say something else."""
        self.setAccessibleName(sentence)
        self.label.setText(f'<p align="center">{escape(sentence)}</p>')
