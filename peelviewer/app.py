# SPDX-License-Identifier: MIT
"""The window's composition root: makes the parts, hands each what it needs, and runs.

The order of imports matters for the start. What knows no Qt is imported above: PySide6 looks at
every module that is imported after it. What draws charts or tabulates is not imported at all:
the window must stand on the screen before pyqtgraph, numpy and pandas are.
"""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import peelviewer.ui.read.document  # noqa: F401  # ahead of PySide6, see above
from peelviewer.library import Library
from peelviewer.paths import settings_file

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from peelviewer.ui.theme import Theme


def run_window(library_folder: Path, files: list[Path]) -> int:
    """Open the window over a library, import or show ``files``, and return the exit code.

    Raises:
        LibraryError: the library cannot be opened.
    """
    with Library.open(library_folder) as library:
        app, colours = application(sys.argv[:1])

        from peelviewer.ui.crash import CrashHandler
        from peelviewer.ui.main_window import MainWindow
        from peelviewer.ui.settings import Settings
        from peelviewer.ui.tasks import Tasks
        from peelviewer.ui.theme import style_sheet

        CrashHandler().install()
        window = MainWindow(library, Settings(settings_file()), Tasks(), colours)
        window.completed.connect(_collect_garbage_again)
        window.start(files)
        # Qt works a style sheet out anew for each widget that changes its parent: so, last.
        app.setStyleSheet(style_sheet(colours))
        window.show()
        return app.exec()


def _collect_garbage_again() -> None:
    """Look for garbage from now on, but never again through what the start has made."""
    gc.freeze()
    gc.enable()


def snapshot(library_folder: Path, out: Path) -> list[Path]:
    """Write pictures of the window to ``out`` without a screen, and return their paths.

    Raises:
        LibraryError: the library cannot be opened.
        PeelViewerError: a picture cannot be written.
    """
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with Library.open(library_folder) as library:
        from PySide6.QtWidgets import QApplication

        from peelviewer.ui.pictures import take

        running = QApplication.instance()
        app = running if isinstance(running, QApplication) else application(["peelviewer"])[0]
        return take(app, library, out)


def application(arguments: list[str]) -> "tuple[QApplication, Theme]":
    """Return the one application with its fonts and palette, and the theme it starts with."""
    from PySide6.QtWidgets import QApplication

    from peelviewer.drawing.fonts import load_first_fonts
    from peelviewer.ui import theme

    QApplication.setApplicationName("peelviewer")
    QApplication.setApplicationDisplayName("PEEL Viewer")
    QApplication.setDesktopFileName("peelviewer")
    app = QApplication([*arguments, "-style", "fusion"])
    colours = theme.at_start(app)
    load_first_fonts()
    app.setFont(theme.interface_font())
    app.setPalette(theme.palette(colours))
    return app, colours
