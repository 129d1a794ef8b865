# SPDX-License-Identifier: MIT
"""What the window remembers of itself: where it stands, how it is divided, and what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from peelviewer.ui import screen_fit
from peelviewer.ui.timers import once_after

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from peelviewer.ui.read_desk import ReadDesk
    from peelviewer.ui.settings import Settings

_SAVING_MS = 1000


class WindowMemory(QObject):
    """Brings the window back as it was left; keeps the place that is read, soon and at the end."""

    def __init__(self, settings: Settings, window: QMainWindow, desk: ReadDesk) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._desk = desk
        self._saving = once_after(_SAVING_MS, self._keep_place, self)

    def restore(self) -> None:
        """Give the window its size and its panes, those of the first start where none are kept."""
        window = self._window
        geometry = self._settings.geometry()
        if geometry is None or not window.restoreGeometry(geometry):
            window.resize(screen_fit.size_at_first(window.screen().availableSize()))
        self._desk.restore(self._settings.splitter())
        for name, panel in self._desk.panels().items():
            panel.setVisible(self._settings.panel_shown(name))

    def keep_place_soon(self) -> None:
        """Keep the place that is read, once the reader stays at it."""
        self._saving.start()

    def keep_all(self) -> None:
        """Keep everything, now: the window goes away."""
        self._keep_place()
        self._settings.set_geometry(self._window.saveGeometry())
        sizes = self._desk.own_sizes()
        if sizes and all(panel.isVisible() for panel in self._desk.panels().values()):
            self._settings.set_splitter(sizes)
        self._settings.sync()

    def _keep_place(self) -> None:
        report, place = self._desk.navigator.report, self._desk.read_view.text.reading.place()
        if report is not None and place is not None:
            self._settings.set_last_place(report.id, place)
