# SPDX-License-Identifier: MIT
"""Which line of a Markdown or text file each part of a report was read from.

The report does not keep lines; its words are found again. Both are in the same order but for
footnotes and running lines, so each part is looked for from where the one before it was found.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from peelviewer.model.report import Report
from peelviewer.ui.entries.entry import Place

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"</?\w+[^<>]{0,40}>")
_TELLING = (8, 5, 3)  # words that must follow each other, fewer where call-outs stand between
_FEW = 3
_BETWEEN = 4  # words that may stand between a title and what follows it
_NEAR = 4_000  # words within which a short run is trusted


class Words:
    """A text's words in order, the line of each, and where each word stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.lines: list[int] = []
        for number, line in enumerate(text.split("\n")):
            found = _taken_apart(line)
            self.words += found
            self.lines += [number] * len(found)
        self._starts: dict[str, list[int]] = {}
        for position, word in enumerate(self.words):
            self._starts.setdefault(word, []).append(position)

    def find(self, wanted: list[str], at: int, end: int | None = None) -> int | None:
        """Return the first position from ``at``, before ``end``, where ``wanted`` begins.

        Few words ("Good") must be all that is on their line: they stand in sentences too.
        """
        if not wanted:
            return None
        places = self._starts.get(wanted[0], [])
        ahead = places[bisect_left(places, at) : None if end is None else bisect_left(places, end)]
        if len(wanted) < _FEW:
            return next((place for place in ahead if self._is_line(place, wanted)), None)
        for length in _TELLING:
            head = wanted[:length]
            for place in ahead:
                if length < _TELLING[0] and place > at + _NEAR:
                    break
                if self.words[place : place + len(head)] == head:
                    return place
        return None

    def find_title(self, title: list[str], followed: list[list[str]], at: int) -> int | None:
        """Return the first position from ``at`` where ``title`` has these words close behind it.

        Call-outs and running lines may stand between.
        """
        places = self._starts.get(title[0], []) if title else []
        for place in places[bisect_left(places, at) :]:
            end = place + len(title)
            if self.words[place:end] != title:
                continue
            for words in followed:
                near = range(end, min(end + _BETWEEN, len(self.words)))
                found = next((n for n in near if self.words[n : n + len(words)] == words), None)
                if found is None:
                    break
                end = found + len(words)
            else:
                return place
        return None

    def _is_line(self, place: int, wanted: list[str]) -> bool:
        line = self.lines[place]
        first, last = bisect_left(self.lines, line), bisect_right(self.lines, line)
        return (
            first == place
            and self.words[first:last][: len(wanted)] == wanted
            and (
                last - first <= len(wanted) + 1  # a call-out may follow
            )
        )


class SourceLines(msgspec.Struct, frozen=True):
    """A text's words, and the line (from 0) of each block, section and page."""

    words: Words
    blocks: dict[str, int]
    sections: dict[str, int]
    pages: dict[int, int]

    @property
    def text(self) -> str:
        """The text itself."""
        return self.words.text

    def line_of(self, place: Place) -> int | None:
        """Return the line to show for a place, as near as it is known.

        Its own words come first: a value's row in a long table, a word that has no block. They
        are looked for in the block, then on the page, and anywhere where neither is known.
        """
        block = self.blocks.get(place.block or "")
        page = self.pages.get(place.page) if place.page is not None else None
        wanted = _taken_apart(place.words)
        for first, last in self._extents(block, place.page):
            found = self.words.find(wanted, first, last)
            if found is not None:
                return self.words.lines[found]
        if block is not None:
            return block
        return self.sections.get(place.section or "", page)

    def _extents(self, block: int | None, page: int | None) -> Iterator[tuple[int, int | None]]:
        """Return the stretches of words to look in, the nearest first."""
        if block is not None:
            starts = (*self.blocks.values(), *self.sections.values())
            yield self._stretch(block, min((line for line in starts if line > block), default=None))
        first = self.pages.get(page) if page is not None else None
        if page is not None and first is not None:
            following = min((number for number in self.pages if number > page), default=None)
            yield self._stretch(first, self.pages[following] if following is not None else None)
            yield self._stretch(first, None)
        if block is None:
            yield 0, None

    def _stretch(self, first: int, last: int | None) -> tuple[int, int | None]:
        """Return the words from a line on, up to another."""
        lines = self.words.lines
        return bisect_left(lines, first), None if last is None else bisect_left(lines, last)


def source_lines(text: str, report: Report) -> SourceLines:
    """Return where each block and section of ``report`` stands in the text it was read from."""
    words = Words(text)
    blocks: dict[str, int] = {}
    sections: dict[str, int] = {}
    pages: dict[int, int] = {}
    at = 0
    for kind, name, page, wanted, followed in _parts(report):
        found = words.find_title(wanted, followed, at) if followed else None
        if found is None:
            found = words.find(wanted, at)
        if found is None:
            continue
        at = found
        line = words.lines[found]
        (sections if kind == "section" else blocks)[name] = line
        if page is not None:
            pages.setdefault(page, line)
    return SourceLines(words, blocks, sections, pages)


def _taken_apart(text: str) -> list[str]:
    return _WORD.findall(_TAG.sub(" ", text.casefold()))


def _parts(report: Report) -> Iterator[tuple[str, str, int | None, list[str], list[list[str]]]]:
    """Yield each part's kind, id, page and words; for a section, those that follow its title.

    These are the titles up to the next text, and how that begins: a contents page has titles that
    follow each other too, but no text.
    """
    for number, section in enumerate(report.sections):
        title = _taken_apart(section.title)
        followed: list[list[str]] = []
        for other in report.sections[number:]:
            if other is not section:
                followed.append(_taken_apart(other.title))
            text = next((b.text for b in other.blocks if b.text), "")
            if text:
                followed.append(_taken_apart(text)[: _TELLING[1]])
                break
        yield "section", section.id, section.page, title, followed
        for block in section.blocks:
            yield "block", block.id, block.page, _taken_apart(block.text), []
