# SPDX-License-Identifier: MIT
"""Bringing national statistics into the library from the window, and saying what was taken."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.ui.messages import Messages
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from peelviewer.ui.statistics_taking import Taking  # not before the first paint

FILTER = "Statistics (*.xlsx *.xls *.ods *.csv *.gz);;All files (*)"
_ENDINGS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".csv.gz")
_FOLDER = "import/statistics_folder"


class StatisticsImporter(QObject):
    """Reads and keeps files of statistics one after the other, off the window's thread."""

    imported = Signal()

    def __init__(
        self,
        library: Library,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._window = window

    def ask(self) -> None:
        """Let the user choose files, and import them."""
        paths = self.chosen_files()
        if paths:
            self._settings.set(_FOLDER, str(paths[0].parent))
            self.import_files(paths)

    def chosen_files(self) -> list[Path]:
        """Show the file dialog and return what was chosen."""
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, "Import statistics", self._settings.get(_FOLDER), FILTER
        )
        return [Path(name) for name in names]

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import each file; one that is refused does not stop the others."""
        for path in paths:
            self._import(path)

    def _import(self, path: Path) -> None:
        folder = self._library.folder

        def op(progress: Progress) -> "Taking":
            from peelviewer.statistics.fence import read_fenced
            from peelviewer.ui.statistics_taking import Taking

            found = read_fenced(path, progress)
            if folder is None:  # a library in memory has but one connection
                return Taking(file=path.name, found=found, outcomes={})
            progress("Keeping it in the library", 0.95)
            with Library.open(folder) as own:
                own.require_writable()
                kept = own.statistics.keep(found.datasets, found.observations, path.name)
            return Taking(file=path.name, found=found, outcomes=dict(kept))

        self._tasks.start(
            f"Importing {path.name}",
            op,
            success=self._on_success,
            failure=self._on_failure,
            cancelled=lambda: self._messages.notice(
                f"The import of {path.name} was cancelled. Nothing was kept."
            ),
        )

    def _on_success(self, taking: "Taking") -> None:
        from peelviewer.ui.statistics_taking import TakingDialog, summary

        if not taking.outcomes:
            found = taking.found
            kept = self._library.statistics.keep(found.datasets, found.observations, taking.file)
            taking = msgspec.structs.replace(taking, outcomes=dict(kept))
        self._messages.notice(
            summary(taking),
            button="Details",
            action=lambda: TakingDialog(taking, self._window).open(),
        )
        self.imported.emit()

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, PeelViewerError | OSError):
            raise error  # our own bug: it goes to the dialog with the details
        self._messages.error(str(error))


def is_statistics(path: Path) -> bool:
    """Return whether a file looks like statistics and not like a report, by its ending."""
    return path.name.casefold().endswith(_ENDINGS)
