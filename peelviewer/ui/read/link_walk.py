# SPDX-License-Identifier: MIT
"""The keyboard's way over the links of the text: Tab over those in view, F8 over the footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from peelviewer.ui.read.link_places import LinkPlace, links_before, links_from
from peelviewer.ui.read.links import LinkKind
from peelviewer.ui.read.links import parse as parse_link

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from peelviewer.ui.read.text_pane import TextPane


class LinkWalk:
    """Gives one link at a time the keyboard's focus: it is what the text's cursor selects."""

    def __init__(self, pane: TextPane) -> None:
        self._pane = pane

    def step(self, *, forward: bool) -> bool:
        """Move to the next link that is in view, or the one before; ``False`` after the last."""
        places = self._links_in_view()
        here = self._focused_place()
        at = places.index(here) if here in places else (-1 if forward else len(places))
        at += 1 if forward else -1
        if 0 <= at < len(places):
            self._focus(places[at])
            return True
        if here in places:
            cursor = self._pane.textCursor()
            cursor.clearSelection()
            self._set_cursor_in_place(cursor)
            self._pane.point(None, QRect())
        return False

    def step_note(self, step: int) -> None:
        """Move to the footnote call-out after (or before) what is read."""
        pane, document = self._pane, self._pane.document()
        pane.in_view.finish_layout()
        here = self._focused_place()
        if here is not None and not pane.in_view.shows(here.cursor(document)):
            here = None
        if step > 0:
            places = links_from(document, here.end if here else pane.in_view.first())
        else:
            places = links_before(document, here.start if here else pane.in_view.last())
        found = next((place for place in places if place.link.kind is LinkKind.NOTE), None)
        if found is not None:
            cursor = found.cursor(document)
            if not pane.in_view.shows(cursor):
                pane.in_view.bring_to_third(cursor)
            self._focus(found)

    def _focused_place(self) -> LinkPlace | None:
        """Return the link that has the keyboard's focus."""
        cursor = self._pane.textCursor()
        address = cursor.charFormat().anchorHref() if cursor.hasSelection() else ""
        link = parse_link(address) if address else None
        return LinkPlace(cursor.selectionStart(), cursor.selectionEnd(), link) if link else None

    def _links_in_view(self) -> list[LinkPlace]:
        pane, document = self._pane, self._pane.document()
        pane.in_view.finish_layout()
        last = pane.in_view.last()
        found = []
        for place in links_from(document, pane.in_view.position_at(0)):
            if place.start > last:
                break
            if pane.in_view.shows(place.cursor(document)):
                found.append(place)
        return found

    def _focus(self, place: LinkPlace) -> None:
        """Give a link that is in view the keyboard's focus."""
        start = self._pane.textCursor()
        start.setPosition(place.start)
        self._set_cursor_in_place(place.cursor(self._pane.document()))
        self._pane.point(place.link, self._pane.cursorRect(start), place.start)

    def _set_cursor_in_place(self, cursor: QTextCursor) -> None:
        """Set the text's cursor without Qt's scrolling to it."""
        with self._pane.standing_still():
            self._pane.setTextCursor(cursor)
