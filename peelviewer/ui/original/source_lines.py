# SPDX-License-Identifier: MIT
"""Which line of a Markdown or text file each part of a report was read from.

The report does not keep lines; its words are found again. Both are in the same order but for
footnotes and running lines, so each part is looked for from where the one before it was found.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.model.report import Report
from peelviewer.ui.entries.entry import Place

_WORD = re.compile(r"[^\W_]+")
_TELLING = (8, 5, 3)  # words that must follow each other, fewer where call-outs stand between
_NEAR = 4_000  # words within which a short run is trusted


class SourceLines(msgspec.Struct, frozen=True):
    """A text's lines, and the line (from 0) of each block, section and page."""

    text: str
    blocks: dict[str, int]
    sections: dict[str, int]
    pages: dict[int, int]

    def line_of(self, place: Place) -> int | None:
        """Return the line to show for a place, as near as it is known."""
        if place.block in self.blocks:
            return self.blocks[place.block or ""]
        if place.words:
            found = find_words(self.text, place.words, self.pages.get(place.page or 0, 0))
            if found is not None:
                return found
        if place.section in self.sections:
            return self.sections[place.section or ""]
        return self.pages.get(place.page) if place.page is not None else None


def source_lines(text: str, report: Report) -> SourceLines:
    """Return where each block and section of ``report`` stands in the text it was read from."""
    words, lines = _taken_apart(text)
    starts = _starts(words)
    blocks: dict[str, int] = {}
    sections: dict[str, int] = {}
    pages: dict[int, int] = {}
    at = 0
    for kind, name, page, wanted in _parts(report):
        found = _find(words, starts, wanted, at)
        if found is None:
            continue
        at = found
        (sections if kind == "section" else blocks)[name] = lines[found]
        if page is not None:
            pages.setdefault(page, lines[found])
    return SourceLines(text, blocks, sections, pages)


def find_words(text: str, wanted: str, first_line: int = 0) -> int | None:
    """Return the first line at or after ``first_line``, else at all, where the words begin."""
    words, lines = _taken_apart(text)
    starts = _starts(words)
    after = next((n for n, line in enumerate(lines) if line >= first_line), 0)
    found = _find(words, starts, _words(wanted), after)
    if found is None:
        found = _find(words, starts, _words(wanted), 0)
    return None if found is None else lines[found]


def _taken_apart(text: str) -> tuple[list[str], list[int]]:
    words: list[str] = []
    lines: list[int] = []
    for number, line in enumerate(text.split("\n")):
        found = _words(line)
        words += found
        lines += [number] * len(found)
    return words, lines


def _starts(words: Sequence[str]) -> dict[str, list[int]]:
    """Return where each word stands, in order."""
    starts: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        starts.setdefault(word, []).append(position)
    return starts


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _parts(report: Report) -> Iterator[tuple[str, str, int | None, list[str]]]:
    for section in report.sections:
        yield "section", section.id, section.page, _words(section.title)
        for block in section.blocks:
            yield "block", block.id, block.page, _words(block.text)


def _find(
    words: Sequence[str], starts: dict[str, list[int]], wanted: list[str], at: int
) -> int | None:
    """Return the first position from ``at`` where the beginning of ``wanted`` stands."""
    if not wanted:
        return None
    for length in _TELLING:
        head = wanted[:length]
        places = starts.get(head[0], [])
        for position in places[bisect_left(places, at) :]:
            if len(head) < _TELLING[0] and position > at + _NEAR:
                break
            if list(words[position : position + len(head)]) == head:
                return position
    return None
