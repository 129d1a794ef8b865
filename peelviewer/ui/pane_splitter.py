# SPDX-License-Identifier: MIT
"""Contents, text and measures side by side: the sides grow with the window, up to a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peelviewer.ui.splitter import Splitter

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW, CONTENTS, MEASURES = 1280, 280, 390  # pixels
MOST_CONTENTS, MOST_MEASURES = 400, 520
BORDER = 5


def pane_widths(width: int) -> list[int]:
    """Return the widths of contents, text and measures in a window of ``width`` pixels."""
    more = max(0, width - NARROW)
    contents = min(CONTENTS + more // 8, MOST_CONTENTS)
    measures = min(MEASURES + more * 7 // 64, MOST_MEASURES)
    return [contents, max(1, width - contents - measures - 2 * BORDER), measures]


class PaneSplitter(Splitter):
    """Shares its width by rule until the reader has moved a border."""

    def __init__(self) -> None:
        # Without a parent: to tell it from an orientation, PySide would load all of Qt's names.
        super().__init__()
        self._is_moved = False
        self.setAccessibleName("Panes")
        self.setHandleWidth(BORDER)
        self.splitterMoved.connect(self._on_moved)

    def restore(self, sizes: list[int] | None) -> None:
        """Take the widths that the reader has given the panes once, if any."""
        self._is_moved = sizes is not None
        self.setSizes(sizes or pane_widths(self.width()))

    def own_sizes(self) -> list[int] | None:
        """Return the widths that the reader has given the panes; ``None`` where by rule."""
        return self.sizes() if self._is_moved else None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Share the new width."""
        super().resizeEvent(event)
        if not self._is_moved and event.size().width() != event.oldSize().width():
            self.setSizes(pane_widths(event.size().width()))

    def _on_moved(self) -> None:
        self._is_moved = True
