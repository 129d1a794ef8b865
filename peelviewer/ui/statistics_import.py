# SPDX-License-Identifier: MIT
"""Bringing national statistics into the library from the window, and saying what was taken."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.ui.file_import import FileImporter
from peelviewer.ui.tasks import Progress

if TYPE_CHECKING:
    from peelviewer.ui.statistics_taking import Taking  # not before the first paint

_ENDINGS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".csv.gz")


class StatisticsImporter(FileImporter):
    """Reads and keeps files of statistics one after the other, off the window's thread."""

    TITLE = "Import statistics"
    FILTER = "Statistics (*.xlsx *.xls *.xlsb *.ods *.csv *.gz);;All files (*)"
    FOLDER = "import/statistics_folder"

    imported = Signal()

    def show_held(self) -> None:
        """List the statistics that there are, and let imported ones be removed."""
        from peelviewer.ui.statistics_held import StatisticsDialog

        dialog = StatisticsDialog(self._library, self._window)
        dialog.changed.connect(self.imported)
        dialog.open()

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

        self._read("Importing", path.name, op, self._on_success)

    def _on_success(self, taking: "Taking") -> None:
        from peelviewer.ui.statistics_taking import TakingDialog, summary

        if not taking.outcomes:
            found = taking.found
            try:
                kept = self._library.statistics.keep(
                    found.datasets, found.observations, taking.file
                )
            except PeelViewerError as error:
                self._say_fault(error)
                return
            taking = msgspec.structs.replace(taking, outcomes=dict(kept))
        self._messages.notice(
            summary(taking),
            button="Details",
            action=lambda: TakingDialog(taking, self._window).open(),
        )
        self.imported.emit()


def is_statistics(path: Path) -> bool:
    """Return whether a file looks like statistics and not like a report, by its ending."""
    return path.name.casefold().endswith(_ENDINGS)
