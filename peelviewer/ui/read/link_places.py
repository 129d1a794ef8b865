# SPDX-License-Identifier: MIT
"""Where the links of a laid-out document stand: for the keyboard, and to light them up."""

from collections.abc import Iterator

import msgspec
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from peelviewer.ui.read.links import Link, parse


class LinkPlace(msgspec.Struct, frozen=True):
    """A link at the character positions ``start`` to ``end`` of the document."""

    start: int
    end: int
    link: Link

    def cursor(self, document: QTextDocument) -> QTextCursor:
        """Return a cursor that selects the link's words."""
        cursor = QTextCursor(document)
        cursor.setPosition(self.start)
        cursor.setPosition(self.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def links_from(document: QTextDocument, position: int) -> Iterator[LinkPlace]:
    """Yield the links that begin at a position or after it, in reading order."""
    block = document.findBlock(position)
    while block.isValid():
        yield from (place for place in _links_of(block) if place.start >= position)
        block = block.next()


def links_before(document: QTextDocument, position: int) -> Iterator[LinkPlace]:
    """Yield the links that end at a position or before it, the nearest first."""
    block = document.findBlock(position)
    while block.isValid():
        yield from (place for place in reversed(_links_of(block)) if place.end <= position)
        block = block.previous()


def _links_of(block: QTextBlock) -> list[LinkPlace]:
    """Return a block's links; one that is set in two styles is still one."""
    found: list[LinkPlace] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        address = fragment.charFormat().anchorHref()
        link = parse(address) if address else None
        if link is not None:
            start = fragment.position()
            if found and found[-1].end == start and found[-1].link == link:
                start = found.pop().start
            found.append(LinkPlace(start, fragment.position() + fragment.length(), link))
        iterator += 1
    return found
