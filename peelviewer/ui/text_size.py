# SPDX-License-Identifier: MIT
"""How large the text is: stepped, remembered, and told once the steps are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from peelviewer.ui.settings import PLAIN_ZOOM, ZOOMS
from peelviewer.ui.timers import once_after

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from peelviewer.ui.settings import Settings

SETTLING_MS = 60  # longer than a held key's pause: only the last size is laid out


class TextSize(QObject):
    """A size in percent, one of ``ZOOMS``; ``chosen`` tells at once, ``settled`` soon after."""

    chosen = Signal(int)
    settled = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.percent = settings.zoom()
        self._settling = once_after(SETTLING_MS, self.settled.emit, self)

    def step(self, by: int) -> None:
        """Choose the next larger or smaller size."""
        at = ZOOMS.index(self.percent) + by
        self._choose(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])

    def reset(self) -> None:
        """Choose 100 percent."""
        self._choose(PLAIN_ZOOM)

    def settle(self) -> None:
        """Take the size for settled: who calls has just laid the text out with it."""
        self._settling.stop()

    def _choose(self, percent: int) -> None:
        if percent != self.percent:
            self.percent = percent
            self._settings.set_zoom(percent)
            self._settling.start()
        self.chosen.emit(percent)
