# SPDX-License-Identifier: MIT
"""The save dialog's last lines: what happened, the buttons, and progress while all are saved."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget


class SaveFooter(QWidget):
    """A sentence or a progress bar above; All charts, Cancel and Save below."""

    save_wanted = Signal()
    all_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, all_of: str = "this report") -> None:
        super().__init__(parent)
        self.sentence = QLabel(self)
        self.sentence.setObjectName("saveSentence")
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName("Charts saved")
        self.progress.setTextVisible(False)
        self.all_button = QPushButton(f"&All charts of {all_of}…", self)
        self.cancel_button = QPushButton("Cancel", self)
        self.save_button = QPushButton("&Save", self)
        self.save_button.setProperty("role", "primary")
        self.save_button.setDefault(True)
        for button in (self.all_button, self.cancel_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.all_button.clicked.connect(self.all_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.say("")
        self.progress.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.all_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.sentence)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one takes no room."""
        self._show(sentence, is_error=False)

    def complain(self, sentence: str) -> None:
        """Show what went wrong."""
        self._show(sentence, is_error=True)

    def _show(self, sentence: str, *, is_error: bool) -> None:
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(f"Error: {sentence}" if is_error else sentence)
        self.sentence.setProperty("error", is_error)
        self.sentence.style().unpolish(self.sentence)
        self.sentence.style().polish(self.sentence)
        # Polishing alone leaves the frame's padding as it was.
        QCoreApplication.sendEvent(self.sentence, QEvent(QEvent.Type.StyleChange))
        self.sentence.setVisible(bool(sentence))

    def allow_saving(self, allowed: bool) -> None:
        """Switch the Save button on or off."""
        self.save_button.setEnabled(allowed)

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Show that ``done`` of ``total`` charts are saved and ``name`` is next."""
        self.say(f"Chart {done + 1} of {total}: {name}")
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()
        self.all_button.setEnabled(False)
        self.save_button.setEnabled(False)
        self.cancel_button.setText("Stop")

    def end_progress(self) -> None:
        """Return to the buttons as they were."""
        self.progress.hide()
        self.all_button.setEnabled(True)
        self.save_button.setEnabled(True)
        self.cancel_button.setText("Close")
