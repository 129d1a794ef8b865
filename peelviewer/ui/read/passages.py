# SPDX-License-Identifier: MIT
"""Which words of a laid-out document a place, a passage or a measure's values are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from peelviewer.ui.read.link_places import links_from
from peelviewer.ui.read.links import Link, LinkKind

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from peelviewer.ui.read.place_index import PlaceIndex

# Where a sentence ends: with its quotation mark and the call-outs after it, which the decimals of
# a number are not.
_SENTENCE_END = re.compile(r"""(?:(?<!\d)[.!?][”’"')\]]*[\d,]*|[.!?][”’"')\]]*)(?=\s|$)""")
_FARTHEST = 20_000  # characters from a place to a passage in it


def words_at(
    document: QTextDocument, index: PlaceIndex, name: str, passage: str | None, measure: int
) -> list[QTextCursor]:
    """Return a measure's values in the place of a name, else the passage, else the block.

    ``measure`` is an index in the report's measures, -1 for none. Nothing where there is no such
    place.
    """
    position = index.position(name)
    if position is None:
        return []
    values = []
    for place in links_from(document, position):
        if index.name_at(place.start) != index.name_at(position):
            break
        if place.link == Link(LinkKind.MEASURE, str(measure)):
            values.append(place.cursor(document))
    if values:
        return values
    cursor = _passage(document, position, passage) if passage else None
    if cursor is None:
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return [cursor]


def sentence_at(document: QTextDocument, position: int) -> QTextCursor:
    """Return a cursor that selects the sentence that holds a position, its call-outs included."""
    block = document.findBlock(position)
    at, start, end = position - block.position(), 0, block.length() - 1
    for found in _SENTENCE_END.finditer(block.text()):
        if found.end() > at:
            end = found.end()
            break
        start = found.end()
    cursor = QTextCursor(document)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + max(end, at), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _passage(document: QTextDocument, position: int, passage: str) -> QTextCursor | None:
    wanted = next((line for line in passage.split("\t") if line.strip()), passage).strip()
    found = document.find(wanted, position)
    is_near = not found.isNull() and found.selectionStart() - position < _FARTHEST
    return found if is_near else None
