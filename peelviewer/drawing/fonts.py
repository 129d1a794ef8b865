# SPDX-License-Identifier: MIT
"""The fonts that ship with the program, for Qt; and a Qt application where there is none yet."""

import functools
import os
import sys
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from peelviewer.paths import bundled

# What the window and plain text are set in: Qt looks through every letter of a font it is given.
FIRST = ("Inter-Regular", "Inter-SemiBold", "SourceSerif4-Regular", "SourceSerif4-Semibold")


def load_first_fonts() -> None:
    """Register the fonts that nearly every first picture needs, ahead of the others."""
    for name in FIRST:
        _load(bundled(f"resources/fonts/{name}.ttf"))


def load_fonts() -> tuple[str, ...]:
    """Register every shipped font file once and return the families' names.

    Needs a Qt application. Where no font ships, or a file is damaged, Qt's own choice serves.
    """
    folder = bundled("resources/fonts")
    paths = sorted((*folder.glob("*.ttf"), *folder.glob("*.otf")))
    return tuple(dict.fromkeys(family for path in paths for family in _load(path)))


@functools.cache
def _load(path: Path) -> tuple[str, ...]:
    """Register a font file once and return the names of its families, none where it is damaged."""
    number = QFontDatabase.addApplicationFont(str(path))
    if number < 0:
        import logging  # for a damaged file only

        logging.getLogger(__name__).warning("the font %s cannot be read", path)
        return ()
    return tuple(QFontDatabase.applicationFontFamilies(number))


def ensure_application() -> QApplication:
    """Return the running Qt application, or start one that needs no screen.

    Charts are composed with Qt's fonts and scene, which need an application object; a command
    line without a window has none.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        application = running
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QApplication(sys.argv[:1])
    load_fonts()
    return application
