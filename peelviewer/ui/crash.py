# SPDX-License-Identifier: MIT
"""Our own bugs, shown loudly: what happened, with details to copy; the window stays open."""

import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from peelviewer import __version__


class CrashDialog(QDialog):
    """One unexpected error and its details."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("An error in PEEL Viewer")
        self.setAccessibleName("An error in PEEL Viewer")
        self.details = QPlainTextEdit(details, readOnly=True)
        self.details.setAccessibleName("Details of the error")
        text = QLabel(
            "Something went wrong that is not your fault. Your library is safe, and you can go "
            "on. If you report the error, these details help.",
            wordWrap=True,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton("Copy details", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setAccessibleName("Copy details")
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(details))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for widget in (text, self.details, buttons):
            layout.addWidget(widget)
        self.resize(620, 400)


class CrashHandler:
    """Takes the place of ``sys.excepthook``; a second error while one is shown goes to stderr."""

    def __init__(self) -> None:
        self._shown: CrashDialog | None = None

    def install(self) -> None:
        """Have every uncaught error shown."""
        sys.excepthook = self

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show an error; Ctrl+C in the terminal closes the program as ever."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        sys.__excepthook__(kind, error, trace)
        if self._shown is not None or QApplication.instance() is None:
            return
        self._shown = CrashDialog(details_of(error), QApplication.activeWindow())
        self._shown.finished.connect(self._on_closed)
        self._shown.open()

    def _on_closed(self) -> None:
        self._shown = None


def details_of(error: BaseException) -> str:
    """Return what a report of the error needs: versions and the traceback."""
    import platform

    from PySide6 import __version__ as qt_version

    where = f"PEEL Viewer {__version__}, Python {platform.python_version()}, Qt {qt_version}, "
    return f"{where}{platform.platform()}\n\n{''.join(traceback.format_exception(error))}"
