# SPDX-License-Identifier: MIT
"""What the status line shows of running tasks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from peelviewer.ui.eliding_label import ElidingLabel
from peelviewer.ui.tasks import Task
from peelviewer.ui.timers import once_after

BAR_WIDTH = 60  # pixels


class ProgressLine(QWidget):
    """The running task: its title and stage, a bar, and a way to stop it and those that wait.

    ``rested`` tells that the last of them has ended.
    """

    rested = Signal()

    def __init__(self, parent: QWidget | None = None, *, patience_ms: int = 0) -> None:
        """Be shown ``patience_ms`` after a task began, if one runs then."""
        super().__init__(parent)
        self._patience = once_after(patience_ms, self.show, self) if patience_ms else None
        self.setAccessibleName("Progress")
        self.label = ElidingLabel()
        self.bar = QProgressBar(maximum=1000, textVisible=False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAccessibleName("Progress")
        self.cancel = QPushButton("Cancel")
        self.cancel.setAccessibleName("Cancel")
        self.cancel.setAutoDefault(False)  # in a dialog, Enter in a field would press it
        self.cancel.clicked.connect(self.stop)
        self._tasks: list[Task] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(10)
        for widget in (self.label, self.bar, self.cancel):
            layout.addWidget(widget)

    def follow(self, task: Task) -> None:
        """Show a task, after those before it, until the last of them ends."""
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self._on_ended)
        self._tasks.append(task)
        self.cancel.setEnabled(True)
        if len(self._tasks) == 1:
            self._begin(task)
        if self._patience is None:
            self.show()
        elif not self._patience.isActive():
            self._patience.start()

    def is_busy(self) -> bool:
        """Return whether a task runs or waits."""
        return bool(self._tasks)

    def stop(self) -> None:
        """Cancel the task that runs and those that wait."""
        self.cancel.setEnabled(False)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            self.label.setText(f"{self._tasks[0].title}: stopping")

    def _begin(self, task: Task) -> None:
        self.label.setText(task.title)
        self.bar.setValue(0)

    def _on_progressed(self, stage: str, fraction: float) -> None:
        task = self.sender()
        is_first = bool(self._tasks) and task is self._tasks[0]  # another worker's is not told
        if isinstance(task, Task) and is_first and self.cancel.isEnabled():
            self.label.setText(f"{task.title}: {stage}" if stage else task.title)
            self.bar.setValue(round(fraction * 1000))

    def _on_ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._tasks:
            self._tasks.remove(task)
        if not self._tasks:
            if self._patience is not None:
                self._patience.stop()
            self.hide()
            self.rested.emit()
        elif self.cancel.isEnabled():
            self._begin(self._tasks[0])
