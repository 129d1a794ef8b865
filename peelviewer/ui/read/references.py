# SPDX-License-Identifier: MIT
"""Where a text speaks of a figure, an annex, a section or a web address: stretches to link."""

import re
from collections.abc import Iterator
from functools import cached_property

import msgspec

from peelviewer.model.report import Block, Report
from peelviewer.ui.read.links import Link, LinkKind

_FIGURES = re.compile(r"\b[Ff]igures?\s+(\d+(?:(?:\s*,\s*|\s+and\s+|\s*[–-]\s*|\s+to\s+)\d+)*)")
_NUMBER = re.compile(r"\d+")
_ANNEX = re.compile(r"\b[Aa]nnex\s+([A-Z])\b")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]’']")
_ANNEX_TITLE = re.compile(r"^annex\s+([a-z])\b", re.IGNORECASE)
_SHORTEST_TITLE = 4  # words; "Next steps" is found in running text without meaning the section


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
        yield from self._to_figures(text)
        for found in _ANNEX.finditer(text):
            section = self._annexes.get(found[1].lower())
            if section is not None and section != here:
                yield Stretch(found.start(), found.end(), Link(LinkKind.SECTION, section))
        if self._titles is not None:
            for found in self._titles.finditer(text):
                section = self._sections[_plain(found[0])]
                if section != here:
                    yield Stretch(found.start(), found.end(), Link(LinkKind.SECTION, section))
        for found in _WEB.finditer(text):
            yield Stretch(found.start(), found.end(), Link(LinkKind.WEB, found[0]))

    def in_marks(self, block: Block) -> Iterator[Stretch]:
        """Yield the links that the source itself has."""
        for mark in block.marks:
            if mark.kind == "link" and mark.target and mark.end > mark.start:
                yield Stretch(mark.start, mark.end, Link(LinkKind.WEB, mark.target))

    def _to_figures(self, text: str) -> Iterator[Stretch]:
        for found in _FIGURES.finditer(text):
            start = found.start()  # the first link takes the word with it
            for number in _NUMBER.finditer(text, found.start(1), found.end(1)):
                if int(number[0]) in self._report.figures_by_number:
                    link = Link(LinkKind.FIGURE, str(int(number[0])))
                    yield Stretch(start, number.end(), link)
                start = _next_number(text, number.end(), found.end())

    @cached_property
    def _annexes(self) -> dict[str, str]:
        annexes: dict[str, str] = {}
        for section in self._report.sections:
            title = _ANNEX_TITLE.match(section.title)
            if title:
                annexes.setdefault(title[1].lower(), section.id)
        return annexes

    @cached_property
    def _sections(self) -> dict[str, str]:
        """Sections by their titles; titles that stand twice or are too short lead nowhere."""
        found: dict[str, str | None] = {}
        for section in self._report.sections:
            title = _plain(section.title)
            if len(title.split()) >= _SHORTEST_TITLE:
                found[title] = None if title in found else section.id
        return {title: section for title, section in found.items() if section is not None}

    @cached_property
    def _titles(self) -> re.Pattern[str] | None:
        if not self._sections:
            return None
        longest_first = sorted(self._sections, key=len, reverse=True)
        patterns = (re.escape(title).replace(r"\ ", r"\s+") for title in longest_first)
        return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _next_number(text: str, start: int, end: int) -> int:
    found = _NUMBER.search(text, start, end)
    return found.start() if found else end
