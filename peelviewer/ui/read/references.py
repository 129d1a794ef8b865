# SPDX-License-Identifier: MIT
"""Where a text speaks of a figure, an annex, a section or a web address: stretches to link."""

import re
from collections.abc import Iterator
from functools import cached_property

import msgspec

from peelviewer.model.report import Block, Report
from peelviewer.ui.read.links import Link, LinkKind

# Patterns and not compiled ones: few texts need them, and the first picture of the window does not
# wait for the others.
_FIGURES = r"[Ff]igures?\s+(\d{1,3}(?:(?:, ?| and | to | ?[–-] ?)\d{1,3})*)(?!\d)"
_ANNEX = r"[Aa]nnex\s+([A-Z])\b"
_WEB = r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]’']"
_NUMBER = re.compile(r"\d+")
_SHORTEST_TITLE = 6  # words, unless a question: "Next steps" in a sentence is no reference


class Stretch(msgspec.Struct, frozen=True):
    """Characters ``start`` to ``end`` of a text lead to ``link``."""

    start: int
    end: int
    link: Link


class References:
    """What a report's texts may refer to."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def in_text(self, text: str, here: str) -> Iterator[Stretch]:
        """Yield every reference in ``text``, which stands in the section ``here``."""
        if "igure" in text:
            yield from self._to_figures(text)
        if "nnex" in text:
            for found in re.finditer(_ANNEX, text):
                section = self._annexes.get(found[1].lower())
                if section is not None and section != here:
                    yield Stretch(found.start(), found.end(), Link(LinkKind.SECTION, section))
        yield from self._to_titles(text, here)
        if "www." in text or "://" in text:
            for found in re.finditer(_WEB, text):
                yield Stretch(found.start(), found.end(), Link(LinkKind.WEB, found[0]))

    def in_marks(self, block: Block) -> Iterator[Stretch]:
        """Yield the links that the source itself has."""
        for mark in block.marks:
            if mark.kind == "link" and mark.target and mark.end > mark.start:
                yield Stretch(mark.start, mark.end, Link(LinkKind.WEB, mark.target))

    def _to_figures(self, text: str) -> Iterator[Stretch]:
        for found in re.finditer(_FIGURES, text):
            start = found.start()  # the first link takes the word with it
            for number in _NUMBER.finditer(text, found.start(1), found.end(1)):
                if int(number[0]) in self._report.figures_by_number:
                    link = Link(LinkKind.FIGURE, str(int(number[0])))
                    yield Stretch(start, number.end(), link)
                start = _next_number(text, number.end(), found.end())

    def _to_titles(self, text: str, here: str) -> Iterator[Stretch]:
        lowered = text.lower()
        if len(lowered) != len(text):  # letters that change their number: places would be off
            return
        if not any(word in lowered for word in self._first_words):
            return
        for title, section in self._titles.items():
            start = lowered.find(title)
            if start < 0 or section == here:
                continue
            end = start + len(title)
            before, after = lowered[start - 1 : start], lowered[end : end + 1]
            if not (before.isalnum() or after.isalnum()):
                yield Stretch(start, end, Link(LinkKind.SECTION, section))

    @cached_property
    def _annexes(self) -> dict[str, str]:
        annexes: dict[str, str] = {}
        for section in self._report.sections:
            words = section.title.lower().split()
            if words[:1] == ["annex"] and len(words) > 1:
                annexes.setdefault(words[1].rstrip(".:–-"), section.id)
        return annexes

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """What titles begin with: a text without any of these names none."""
        return frozenset(" ".join(title.split(" ")[:2]) for title in self._titles)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Sections by their titles, longest first; a title that stands twice leads nowhere."""
        found: dict[str, str | None] = {}
        for section in self._report.sections:
            title = section.title.lower()
            if title.endswith("?") or title.count(" ") >= _SHORTEST_TITLE - 1:
                found[title] = None if title in found else section.id
        longest_first = sorted(found, key=len, reverse=True)
        return {title: place for title in longest_first if (place := found[title]) is not None}


def _next_number(text: str, start: int, end: int) -> int:
    found = _NUMBER.search(text, start, end)
    return found.start() if found else end
