# SPDX-License-Identifier: MIT
"""Work that takes its time, off the window's thread.

A task's ``op`` runs on the one worker thread and touches no widget; it is handed a function
``progress(stage, fraction)`` that raises ``CancelledError`` once the user has cancelled. Its
result goes to ``success`` and its error to ``failure``, both on the window's thread. One worker
means that two writers of the library never meet. What is long in coming is handed on piece by
piece: ``start_pieces``.
"""

import threading
from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from peelviewer.errors import CancelledError

Progress = Callable[[str, float], None]
Operation = Callable[[Progress], Any]
Pieces = Callable[[Progress], Generator[Any, None, None]]

_LONGEST_STOPPING = 10_000  # milliseconds
_LONGEST_WRITING = 60_000


class Task(QObject):
    """One piece of work: its progress, its end, and the wish to cancel it."""

    progressed = Signal(str, float)
    found = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _over = Signal()

    def __init__(
        self, title: str, op: Operation, parent: QObject | None = None, *, lasting: bool = False
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.lasting = lasting
        self._op = op
        self._stop = threading.Event()
        # Told on the task's own thread: who begins to listen before hears of the end for sure.
        self._over.connect(self.ended)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def run(self) -> None:
        """Do the work and say how it ended; called on the worker's thread."""
        try:
            self._report("", 0.0)
            result = self._op(self._report)
        except CancelledError:
            self.cancelled.emit()
        except Exception as error:  # the task's owner decides what is the user's and what is ours
            import logging  # not before the first paint

            logging.getLogger(__name__).info("%s ended with %r", self.title, error)
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        finally:
            self._over.emit()

    def _report(self, stage: str, fraction: float) -> None:
        if self._stop.is_set():
            raise CancelledError("Cancelled: nothing was kept.")
        self.progressed.emit(stage, min(max(fraction, 0.0), 1.0))


class _Run(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()


class Tasks(QObject):
    """The one worker; ``started`` lets the window show what is going on."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Task] = []
        self._ended: Task | None = None

    def start(
        self,
        title: str,
        op: Operation,
        *,
        success: Callable[[Any], None],
        failure: Callable[[Exception], None],
        cancelled: Callable[[], None] | None = None,
        lasting: bool = False,
    ) -> Task:
        """Queue ``op``; ``title`` is what the progress line calls it ("Importing report.pdf").

        What is ``lasting`` is done even where the window is closed meanwhile: it writes what the
        user made.
        """
        task = Task(title, op, self, lasting=lasting)
        task.succeeded.connect(success)
        return self._begin(task, failure, cancelled)

    def start_pieces(
        self,
        title: str,
        op: Pieces,
        *,
        piece: Callable[[Any], None],
        success: Callable[[], None],
        failure: Callable[[Exception], None],
        cancelled: Callable[[], None],
    ) -> Task:
        """Queue ``op``, whose every piece goes to ``piece`` as it comes, then ``success``.

        Once the user has cancelled no piece comes any more, not even one that was on its way:
        ``cancelled`` is the last that is heard.
        """

        def run(progress: Progress) -> None:
            with closing(op(progress)) as pieces:
                for found in pieces:
                    task.found.emit(found)

        def on_found(found: object) -> None:
            if not task.is_cancelled:
                piece(found)

        task = Task(title, run, self)
        task.found.connect(on_found)
        task.succeeded.connect(lambda _: cancelled() if task.is_cancelled else success())
        return self._begin(task, failure, cancelled)

    def sibling(self, parent: QObject) -> "Tasks":
        """Return another worker of the same kind: for reading, beside the one that writes."""
        return type(self)(parent)

    def running(self) -> tuple[Task, ...]:
        """Return the task that runs and those that wait."""
        return tuple(self._running)

    def stop(self) -> None:
        """Cancel what is not lasting and wait for the worker, before the window goes away."""
        for task in self._running:
            if not task.lasting:
                task.cancel()
        is_writing = any(task.lasting for task in self._running)
        self._pool.waitForDone(_LONGEST_WRITING if is_writing else _LONGEST_STOPPING)

    def _begin(
        self,
        task: Task,
        failure: Callable[[Exception], None],
        cancelled: Callable[[], None] | None,
    ) -> Task:
        task.failed.connect(failure)
        if cancelled is not None:
            task.cancelled.connect(cancelled)
        task.ended.connect(self._on_ended)
        self._running.append(task)
        self.started.emit(task)
        self._launch(task)
        return task

    def _launch(self, task: Task) -> None:
        self._pool.start(_Run(task))

    def _on_ended(self) -> None:
        """Let go of the task before this one, whose worker may still be in its last signal."""
        task = self.sender()
        if isinstance(task, Task) and task in self._running:
            self._running.remove(task)
            if self._ended is not None:
                self._ended.deleteLater()
            self._ended = task


class InlineTasks(Tasks):
    """Runs each task at once on the caller's thread: for tests and pictures."""

    def _launch(self, task: Task) -> None:
        task.run()
