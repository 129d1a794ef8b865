# SPDX-License-Identifier: MIT
"""What another program did to the library is seen when the window is come back to."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from peelviewer.library import Library
from peelviewer.ui.navigation import Navigator


class LibraryWatch(QObject):
    """Shows the open report anew where the command line, say, has kept another copy of it."""

    def __init__(self, library: Library, navigator: Navigator, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._navigator = navigator
        self._version = library.statistics.version()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        # The library of a window that was closed is closed, too.
        if state is Qt.ApplicationState.ApplicationActive and self._window.isVisible():
            self.look()

    def look(self) -> None:
        """Look whether another connection wrote to the library."""
        version = self._library.statistics.version()
        if version != self._version:
            self._version = version
            self._navigator.refresh()
