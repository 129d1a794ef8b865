# SPDX-License-Identifier: MIT
"""The fonts that ship with the program, for Qt; and a Qt application where there is none yet."""

import functools
import logging
import os
import sys

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from peelviewer.paths import bundled

_log = logging.getLogger(__name__)


@functools.cache
def load_fonts() -> tuple[str, ...]:
    """Register every shipped font file once and return the families' names.

    Needs a Qt application. Where no font ships, or a file is damaged, Qt's own choice serves.
    """
    found: dict[str, None] = {}
    folder = bundled("resources/fonts")
    for path in sorted((*folder.glob("*.ttf"), *folder.glob("*.otf"))):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            _log.warning("the font %s cannot be read", path)
            continue
        found.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return tuple(found)


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
