# SPDX-License-Identifier: MIT
"""The window's composition root: makes the parts, hands each what it needs, and runs.

Nothing that draws charts or tabulates is imported here: the window must stand on the screen
before pyqtgraph, numpy and pandas are.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from peelviewer.library import Library
from peelviewer.paths import settings_file
from peelviewer.ui import theme
from peelviewer.ui.main_window import MainWindow
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import Tasks


def run_window(library_folder: Path, files: list[Path]) -> int:
    """Open the window over a library, import or show ``files``, and return the exit code.

    Raises:
        LibraryError: the library cannot be opened.
    """
    library = Library.open(library_folder)
    app = application(sys.argv[:1])
    window = MainWindow(library, Settings(settings_file()), Tasks())
    window.start(files)
    window.show()
    code = app.exec()
    library.close()
    return code


def application(arguments: list[str]) -> QApplication:
    """Return the one application, with fonts and colours."""
    QApplication.setApplicationName("peelviewer")
    QApplication.setApplicationDisplayName("PEEL Viewer")
    QApplication.setDesktopFileName("peelviewer")
    app = QApplication(arguments)
    app.setStyle("Fusion")
    theme.load_fonts()
    app.setFont(theme.interface_font())
    theme.apply(app, theme.current(app))
    return app
