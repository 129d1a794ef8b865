# SPDX-License-Identifier: MIT
"""The window's composition root: makes the parts, hands each what it needs, and runs.

Nothing that draws charts or tabulates is imported here: the window must stand on the screen
before pyqtgraph, numpy and pandas are.
"""

import sys
from pathlib import Path

from peelviewer.library import Library
from peelviewer.ui.read import document as _  # noqa: F401
from peelviewer.charts.fonts import load_fonts
from peelviewer.paths import settings_file
from peelviewer.ui import theme
from peelviewer.ui.main_window import MainWindow
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import Tasks

from PySide6.QtWidgets import QApplication  # noqa: I001  # after ours: see below

# PySide6 looks at every module that is imported after it, which costs; so what knows no Qt
# (above, library and model) comes first.


def run_window(library_folder: Path, files: list[Path]) -> int:
    """Open the window over a library, import or show ``files``, and return the exit code.

    Raises:
        LibraryError: the library cannot be opened.
    """
    from peelviewer.ui.crash import CrashHandler

    with Library.open(library_folder) as library:
        app, colours = application(sys.argv[:1])
        CrashHandler().install()
        window = MainWindow(library, Settings(settings_file()), Tasks(), colours)
        window.start(files)
        window.show()
        return app.exec()


def application(arguments: list[str]) -> tuple[QApplication, theme.Theme]:
    """Return the one application with fonts and colours, and the theme it starts with."""
    QApplication.setApplicationName("peelviewer")
    QApplication.setApplicationDisplayName("PEEL Viewer")
    QApplication.setDesktopFileName("peelviewer")
    app = QApplication([*arguments, "-style", "fusion"])
    colours = theme.at_start(app)
    load_fonts()
    app.setFont(theme.interface_font())
    theme.apply(app, colours)
    return app, colours
