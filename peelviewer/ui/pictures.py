# SPDX-License-Identifier: MIT
"""Pictures of the window, made without a screen: what it looks like, in both themes and sizes."""

import logging
import tempfile
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtWidgets import QApplication

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.model.report import Report
from peelviewer.ui import theme
from peelviewer.ui.main_window import MainWindow
from peelviewer.ui.read import anchors
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import InlineTasks
from peelviewer.ui.views import View

_log = logging.getLogger(__name__)

SIZES = ((1280, 800), (1920, 1080))
ROUNDS = 20  # of the event loop: layout, the panel's late making, the chart


def take(app: QApplication, library: Library, out: Path) -> list[Path]:
    """Write pictures of each view in each size and theme; the user's settings stay untouched.

    Raises:
        PeelViewerError: the folder cannot be made, or a picture cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PeelViewerError(f"The folder {out} cannot be made: {error.strerror}.") from error
    paths = []
    silenced = QtCore.qInstallMessageHandler(_log_message)  # the screenless platform complains
    with tempfile.TemporaryDirectory() as folder:
        for colours in (theme.LIGHT, theme.DARK):
            theme.apply(app, colours)
            window = MainWindow(
                library, Settings(Path(folder) / "window.ini"), InlineTasks(), colours
            )
            window.start()
            window.complete()  # not on the screen yet: its size is the picture's
            for view in View:
                for size in SIZES:
                    path = out / f"{view}-{colours.name}-{size[0]}x{size[1]}.png"
                    _take(window, view, size, path)
                    paths.append(path)
            window.close()
            window.deleteLater()
            QtCore.QCoreApplication.processEvents()
    QtCore.qInstallMessageHandler(silenced)
    return paths


def _take(window: MainWindow, view: View, size: tuple[int, int], path: Path) -> None:
    window.resize(*size)
    window.show()
    _settle()
    window.show_view(view)
    report = window.navigator.report
    if report is not None:
        window.navigator.go(anchors.section(_telling_section(report)))
    _settle()
    if not window.grab().save(str(path)):
        raise PeelViewerError(f"The picture {path} cannot be written.")


def _telling_section(report: Report) -> str:
    """Return the section with the most measures in its running text, else the first one."""
    counts: dict[str, int] = {}
    for measure in report.measures:
        if measure.origin == "prose":
            counts[measure.section] = counts.get(measure.section, 0) + 1
    return max(counts, key=lambda section: counts[section], default=report.sections[0].id)


def _log_message(_kind: object, _context: object, text: str) -> None:
    _log.debug("Qt: %s", text)


def _settle() -> None:
    for _ in range(ROUNDS):
        QtCore.QCoreApplication.processEvents()
