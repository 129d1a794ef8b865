# SPDX-License-Identifier: MIT
"""What goes on beside the review: files that are still being read, and what became of others."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from peelviewer.ui.announce import announce
from peelviewer.ui.eliding_label import ElidingLabel
from peelviewer.ui.progress_line import ProgressLine
from peelviewer.ui.review import passed
from peelviewer.ui.review.arrivals import Arrival
from peelviewer.ui.tasks import Task

PATIENCE_MS = 250  # what is over sooner, as after a single file, is not worth a flash
HEIGHT = 30  # pixels: nothing below it moves when the progress gives way to a sentence


class ReadingBar(QWidget):
    """The reading's progress with a way to stop it; then a sentence on what is not reviewed.

    ``rested`` tells that nothing is being read any more, ``again_wished`` that a file which the
    library has is to be reviewed all the same.
    """

    rested = Signal()
    again_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(HEIGHT)
        self.setAccessibleName("Other files of the import")
        self._arrived: dict[Path, Arrival] = {}
        self.said = ElidingLabel()
        self.said.setObjectName("quiet")
        self.details = QPushButton("Details")
        self.details.setAccessibleName("Details of files that are not under review")
        self.details.setAutoDefault(False)
        self.details.setProperty("link", True)
        self.details.clicked.connect(self._show_details)
        self.progress = ProgressLine(patience_ms=PATIENCE_MS)
        self.progress.cancel.setAccessibleName("Cancel reading")
        self.progress.rested.connect(self.rested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addStretch(1)
        for widget in (self.said, self.details, self.progress):
            layout.addWidget(widget)
            widget.hide()

    def follow(self, task: Task) -> None:
        """Show how far the reading of more files is."""
        self.progress.follow(task)

    def is_busy(self) -> bool:
        """Return whether files are being read."""
        return self.progress.is_busy()

    def stop(self) -> None:
        """Read no more."""
        self.progress.stop()

    def tell(self, sentence: str, *, is_error: bool = False) -> None:
        """Say how the reading ended, or what went wrong."""
        self.said.setText(sentence)
        self.said.setObjectName("" if is_error else "quiet")
        self.said.setProperty("complaint", is_error)
        self.said.style().polish(self.said)
        self.said.show()
        announce(self, sentence, urgent=is_error)

    def pass_over(self, arrivals: Sequence[Arrival], ended: str = "") -> None:
        """Say which files of an import do not come under review; those of earlier ones count in.

        Of a file that was read again the later result counts. ``ended`` is said before it: how
        the reading ended, where it did so before its time.
        """
        self._arrived |= {arrival.path: arrival for arrival in arrivals}
        summary = passed.summary([*self._arrived.values()])
        sentence = f"{ended} {summary}".strip()
        if sentence:
            self.tell(sentence)
        self.said.setVisible(bool(sentence))
        self.details.setVisible(bool(summary))

    def _show_details(self) -> None:
        from peelviewer.ui.lists import ListDialog

        dialog = ListDialog("Files that are not under review", self.said.text(), self.window())
        for arrival in self._arrived.values():
            why = passed.why(arrival)
            if why:
                buttons = (self._again(arrival.path, dialog),) if arrival.known is not None else ()
                dialog.add(arrival.path.name, why, buttons)
        dialog.finish()
        dialog.open()

    def _again(self, path: Path, dialog: QDialog) -> QPushButton:
        """Return a button that has a file reviewed which is in the library already."""
        button = QPushButton("Review it again")
        button.setAccessibleName(f"Review {path.name} again")
        button.setAutoDefault(False)
        button.clicked.connect(dialog.close)
        button.clicked.connect(lambda _: self.again_wished.emit(path))
        return button
