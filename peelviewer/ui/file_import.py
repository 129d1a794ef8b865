# SPDX-License-Identifier: MIT
"""Bringing files in: chosen in a dialog, read off the window's thread, faults of theirs said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6 import QtWidgets
from PySide6.QtCore import QObject

from peelviewer.errors import PeelViewerError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from peelviewer.library import Library
    from peelviewer.ui.messages import Messages
    from peelviewer.ui.settings import Settings
    from peelviewer.ui.tasks import Operation, Tasks


class FileImporter(QObject):
    """Lets the user choose files and works on them; what is done with them is a subclass's.

    ``TITLE`` and ``FILTER`` are the file dialog's, ``FOLDER`` the setting that holds where files
    were chosen last.
    """

    TITLE: ClassVar[str]
    FILTER: ClassVar[str]
    FOLDER: ClassVar[str]

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

    def import_files(self, paths: Sequence[Path]) -> None:
        """Bring files in; one that is refused does not stop the others."""
        raise NotImplementedError

    def ask(self) -> None:
        """Let the user choose files, and import them."""
        paths = self.chosen_files()
        if paths:
            self._settings.set(self.FOLDER, str(paths[0].parent))
            self.import_files(paths)

    def chosen_files(self) -> list[Path]:
        """Show the file dialog and return what was chosen."""
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self._window, self.TITLE, self._settings.get(self.FOLDER), self.FILTER
        )
        return [Path(name) for name in names]

    def _read(self, title: str, name: str, op: Operation, success: Callable[[Any], None]) -> None:
        """Start to read what is called ``name``; nothing of it is kept where that is cancelled."""
        self._tasks.start(
            f"{title} {name}",
            op,
            success=success,
            failure=self._on_failure,
            cancelled=lambda: self._on_cancelled(name),
        )

    def _on_cancelled(self, name: str) -> None:
        self._messages.notice(f"The import of {name} was cancelled. Nothing was kept.")

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, PeelViewerError | OSError):
            raise error  # our own bug: it goes to the dialog with the details
        self._say_fault(error)

    def _say_fault(self, error: Exception) -> None:
        """Say why a file was refused, and offer the details that there are."""
        details = error.details if isinstance(error, PeelViewerError) else ()
        if not details:
            self._messages.error(str(error))
            return
        lines = [("", "\n".join(details))]
        self._messages.error(
            str(error),
            button="Details",
            action=lambda: self._list("What is wrong with the file", "", lines),
        )

    def _list(self, title: str, sentence: str, lines: Sequence[tuple[str, str]]) -> None:
        """Open a dialog with entries below each other, each a heading and a text."""
        from peelviewer.ui.lists import ListDialog

        dialog = ListDialog(title, sentence, self._window)
        for heading, text in lines:
            dialog.add(heading, text)
        dialog.finish()
        dialog.open()
