# SPDX-License-Identifier: MIT
"""The statistics at hand, read off the window's thread: some of them are a large table."""

from PySide6.QtCore import QObject, Signal

from peelviewer.comparing.holdings import Holdings, holdings_of
from peelviewer.library import Library
from peelviewer.ui.tasks import Progress, Tasks


class HoldingsLoader(QObject):
    """Reads what a library holds when it is told to, and knows when that has changed since."""

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks.sibling(self)
        self._version = 0
        self.is_loading = False

    def is_outdated(self) -> bool:
        """Return whether the library was written to since: perhaps by the command line."""
        return self._library.statistics.version() != self._version

    def load(self) -> None:
        """Begin to read; ``loaded`` or ``failed`` comes once."""
        folder, fetch = self._library.folder, self._library.statistics.observations

        def op(_progress: Progress) -> Holdings | None:
            if folder is None:  # a library in memory has but one connection
                return None
            with Library.open(folder) as own:
                return holdings_of(own, fetch)

        self.is_loading = True
        self._version = self._library.statistics.version()
        self._tasks.start(
            "Reading the statistics", op, success=self._on_read, failure=self._on_unread
        )

    def stop(self) -> None:
        """Wait for what is being read."""
        self._tasks.stop()

    def _on_read(self, holdings: Holdings | None) -> None:
        self.is_loading = False
        fetch = self._library.statistics.observations
        self.loaded.emit(holdings or holdings_of(self._library, fetch))

    def _on_unread(self, error: Exception) -> None:
        self.is_loading = False
        self.failed.emit(error)
