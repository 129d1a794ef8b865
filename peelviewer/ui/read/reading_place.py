# SPDX-License-Identifier: MIT
"""Which place of the text is read: the one that was asked for, else what has been scrolled to."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from peelviewer.ui.timers import once_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peelviewer.ui.read.place_index import PlaceIndex
    from peelviewer.ui.read.text_pane import TextPane

_FOLLOWING_MS = 80
_ABOVE = 18  # pixels at 100 percent: white space over a place that was gone to
_TOP = 24  # pixels at 100 percent: what stands there is at the top


class ReadingPlace(QObject):
    """Follows the scroll bar of a text pane; ``changed`` tells the section and the page.

    A place that was gone to stays the one that is read until the reader scrolls, also where it
    cannot be brought to the top, or the text around it is laid out anew.
    """

    changed = Signal(str, object)

    def __init__(self, pane: TextPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._index: PlaceIndex | None = None
        self._pinned: str | None = None
        self._wanted: str | None = None
        self._told: tuple[str, int | None] | None = None
        self._is_held = False
        self._following = once_after(_FOLLOWING_MS, self._tell, self)
        pane.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        pane.verticalScrollBar().rangeChanged.connect(self.stay)

    def begin(self, index: PlaceIndex | None) -> None:
        """Take the places of another document; none is gone to yet."""
        self._index = index
        self._pinned, self._wanted, self._told = None, None, None

    @property
    def is_pinned(self) -> bool:
        """Whether the section that is read is one that was gone to."""
        return self._pinned is not None

    def go_to(self, name: str, *, pin: bool = True) -> bool:
        """Scroll a named place to the top; ``False`` where there is no such place."""
        position = self._index.position(name) if self._index else None
        if position is None or self._index is None:
            return False
        self._wanted = name
        self._scroll_to(position)
        self._pinned = self._index.section_at(position) if pin else None
        self._following.stop()
        self._tell()
        return True

    def keep_on_top(self, name: str | None) -> None:
        """Bring a place back to the top after the lines have changed."""
        position = self._index.position(name) if self._index and name else None
        if position is not None:
            self._wanted = name
            self._scroll_to(position)

    def stay(self) -> None:
        """Stay at the place that was asked for while the text around it is laid out anew."""
        position = self._index.position(self._wanted) if self._index and self._wanted else None
        if position is not None and not self._is_held:
            self._scroll_to(position)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Take no scrolling meanwhile for the reader's."""
        before, self._is_held = self._is_held, True
        try:
            yield
        finally:
            self._is_held = before

    def place(self) -> str | None:
        """Return the name of the place at the top of the pane."""
        if self._index is None:
            return None
        return self._wanted or self._index.name_at(
            self._pane.in_view.position_at(self._scaled(_TOP))
        )

    def section(self) -> str | None:
        """Return the id of the section that is being read."""
        if self._index is None:
            return None
        return self._pinned or self._index.section_at(self._pane.in_view.position_at(self._line()))

    def sections(self) -> list[str]:
        """Return the ids of all sections, in reading order."""
        return self._index.sections() if self._index else []

    def page(self) -> int | None:
        """Return the report's page that is being read."""
        if self._index is None:
            return None
        pinned = self._index.position(self._wanted) if self._wanted and self._pinned else None
        if pinned is not None:
            return self._index.page_at(pinned)
        return self._index.page_at(self._pane.in_view.position_at(self._line()))

    # --- inside

    def _line(self) -> int:
        """Return the height at which one reads."""
        return min(self._pane.height() // 4, 160)

    def _scaled(self, pixels: int) -> int:
        return int(pixels * self._pane.zoom)

    def _scroll_to(self, position: int) -> None:
        text = self._pane.document()
        cursor = QTextCursor(text)
        cursor.setPosition(position)
        top = text.documentLayout().blockBoundingRect(cursor.block()).top()
        at_top = self._index is not None and position <= self._index.beginning()
        with self.held():
            value = 0 if at_top else int(top) - self._scaled(_ABOVE)
            self._pane.verticalScrollBar().setValue(value)

    def _on_scrolled(self) -> None:
        if self._is_held:
            return
        self._pinned, self._wanted = None, None
        if not self._following.isActive():
            self._following.start()

    def _tell(self) -> None:
        section = self.section()
        if section is None:
            return
        place = (section, self.page())
        if place != self._told:
            self._told = place
            self.changed.emit(*place)
