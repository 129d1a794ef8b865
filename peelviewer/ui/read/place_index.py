# SPDX-License-Identifier: MIT
"""Where the named places of a laid-out document are, and what stands at a position."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtGui import QTextDocument, QTextFrame, QTextTable

from peelviewer.model.report import Report
from peelviewer.ui.read import anchors

Value = TypeVar("Value")


class PlaceIndex:
    """Names to character positions and back, read off a document once."""

    def __init__(self, document: QTextDocument, report: Report) -> None:
        self._positions: dict[str, int] = {}
        self._section_starts: list[int] = []
        self._sections: list[str] = []
        self._page_starts: list[int] = []
        self._pages: list[int | None] = []
        self._name_starts: list[int] = []
        self._names: list[str] = []
        self.pills: dict[int, str] = {}
        self.boxes: list[tuple[int, int, str, QTextFrame]] = []
        block = document.begin()
        end = document.end()
        while block != end:
            names = block.charFormat().anchorNames()
            if names:
                self._enter(block.position(), block.blockNumber(), names, report)
            block = block.next()
        self._find_boxes(document)

    def position(self, name: str) -> int | None:
        """Return where a named place begins."""
        return self._positions.get(name)

    def beginning(self) -> int:
        """Return where the first section begins; what stands above it belongs to it."""
        return self._section_starts[0] if self._section_starts else 0

    def section_at(self, position: int) -> str | None:
        """Return the id of the section that holds a position."""
        return _last(self._section_starts, self._sections, position)

    def page_at(self, position: int) -> int | None:
        """Return the report's page number at a position."""
        return _last(self._page_starts, self._pages, position)

    def name_at(self, position: int) -> str | None:
        """Return the name of the last place that begins at or before a position."""
        return _last(self._name_starts, self._names, position)

    def sections(self) -> list[str]:
        """Return the ids of all sections in document order."""
        return list(self._sections)

    def _enter(self, position: int, number: int, names: list[str], report: Report) -> None:
        for name in names[0].split(anchors.SEPARATOR):
            kind, _, rest = name.partition(":")
            self._positions.setdefault(name, position)
            if kind == "pill":
                self.pills[number] = rest
            if kind in ("section", "block"):
                self._name_starts.append(position)
                self._names.append(name)
            page: int | None = None
            if kind == "section":
                self._section_starts.append(position)
                self._sections.append(rest)
                found = report.sections_by_id.get(rest)
                page = found.page if found else None
            elif kind == "block" and rest in report.blocks_by_id:
                page = report.blocks_by_id[rest].page
            elif kind == "note" and int(rest) in report.footnotes_by_number:
                page = report.footnotes_by_number[int(rest)].page
            if page is not None:
                self._page_starts.append(position)
                self._pages.append(page)

    def _find_boxes(self, document: QTextDocument) -> None:
        for frame in document.rootFrame().childFrames():
            if not isinstance(frame, QTextTable):
                continue
            first = frame.firstCursorPosition().block().charFormat().anchorNames()
            kinds = first[0].split(anchors.SEPARATOR) if first else []
            kind = next((name[4:] for name in kinds if name.startswith("box:")), "")
            if kind:
                self.boxes.append((frame.firstPosition(), frame.lastPosition(), kind, frame))


def _last(starts: list[int], values: Sequence[Value], position: int) -> Value | None:
    at = bisect_right(starts, position) - 1
    return values[at] if at >= 0 else None
