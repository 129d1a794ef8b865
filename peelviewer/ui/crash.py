# SPDX-License-Identifier: MIT
"""Our own bugs, shown loudly: what happened, with details to copy; the window stays open."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from peelviewer import __version__

if TYPE_CHECKING:
    from peelviewer.ui.crash_dialog import CrashDialog  # made when there is something to show


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
        from peelviewer.ui.crash_dialog import CrashDialog

        self._shown = CrashDialog(details_of(error), QApplication.activeWindow())
        self._shown.finished.connect(self._on_closed)
        self._shown.open()

    def _on_closed(self) -> None:
        self._shown = None


def details_of(error: BaseException) -> str:
    """Return what a report of the error needs: versions and the traceback."""
    import platform
    import traceback

    from PySide6 import __version__ as qt_version

    where = f"PEEL Viewer {__version__}, Python {platform.python_version()}, Qt {qt_version}, "
    return f"{where}{platform.platform()}\n\n{''.join(traceback.format_exception(error))}"
