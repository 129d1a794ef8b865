# SPDX-License-Identifier: MIT
"""Bringing files into the library from the window: dialog, drag and drop, command line."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from peelviewer.errors import PeelViewerError
from peelviewer.library import Kept, Library
from peelviewer.model.report import Report
from peelviewer.ui.messages import Messages
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import Progress, Tasks
from peelviewer.ui.wording import recognised

FILTER = "Reports (*.md *.markdown *.txt *.json);;All files (*)"
_OUTCOMES = {
    "added": "is now in the library",
    "upgraded": "took the place of its digest, whose summaries stay as “In brief”",
    "replaced": "took the place of the copy that was in the library",
    "unchanged": "was in the library already",
}


class Importer(QObject):
    """Reads and keeps files one after the other, off the window's thread."""

    imported = Signal(object)

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
            self._settings.set_folder(str(paths[0].parent))
            self.import_files(paths)

    def chosen_files(self) -> list[Path]:
        """Show the file dialog and return what was chosen."""
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, "Import reports", self._settings.folder(), FILTER
        )
        return [Path(name) for name in names]

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import each file; one that is refused does not stop the others."""
        for path in paths:
            self._import(path)

    def _import(self, path: Path) -> None:
        folder = self._library.folder

        def op(progress: Progress) -> Kept | Report:
            from peelviewer.reading import read

            report = read(path, progress)
            progress("Keeping it in the library", 0.95)
            if folder is None:
                return report
            with Library.open(folder) as own:
                return own.keep(report, original=path)

        self._tasks.start(
            f"Importing {path.name}",
            op,
            success=self._on_success,
            failure=self._on_failure,
            cancelled=lambda: self._messages.notice(
                f"The import of {path.name} was cancelled. Nothing was kept."
            ),
        )

    def _on_success(self, result: Kept | Report) -> None:
        kept = result if isinstance(result, Kept) else self._library.keep(result)
        self._messages.notice(f"{recognised(kept.report)} The report {_OUTCOMES[kept.outcome]}.")
        self.imported.emit(kept)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, PeelViewerError | OSError):
            raise error  # our own bug: it goes to the dialog with the details
        self._messages.error(str(error))


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the files that are being dragged; nothing for anything from elsewhere."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
