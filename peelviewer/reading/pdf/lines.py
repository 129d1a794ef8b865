# SPDX-License-Identifier: MIT
"""Pages to styled lines, in reading order, each page's footnotes after its text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.lines import Line, begins_lower, cut, key
from peelviewer.reading.pdf.cells import Table, line, table
from peelviewer.reading.pdf.contents import contents, is_contents
from peelviewer.reading.pdf.flow import Looks, flow
from peelviewer.reading.pdf.layout import Sheet, sheets
from peelviewer.reading.pdf.notes import notes
from peelviewer.reading.pdf.numbers import Chapter, figures
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.tables import regions
from peelviewer.reading.pdf.text import joint, vocabulary
from peelviewer.reading.pdf.words import Page

_SAME_SIZE = 0.6
_COVER = 1  # pages whose sizes say nothing of the headings
_BROKEN = re.compile(r"[^\W\d_]-$")


class Styled(msgspec.Struct, frozen=True):
    """The lines of a report, and the texts that were set apart."""

    lines: tuple[Line, ...]
    apart: tuple[str, ...]


def lines(pages: Sequence[Page]) -> Styled:
    """Return the styled lines of a report's pages."""
    parts, body = sheets(pages)
    known = vocabulary(word.text for page in pages for word in page.words)
    maker = _Maker(Looks(body, _levels(parts, body.size), known))
    for sheet in parts:
        maker.add(sheet)
    return Styled(
        lines=tuple(
            msgspec.structs.replace(made, number=number)
            for number, made in enumerate(maker.lines, 1)
        ),
        apart=tuple(maker.apart),
    )


def _levels(parts: Sequence[Sheet], size: float) -> dict[float, int]:
    """Return the heading level of each size above the body's: the largest one is 1.

    The cover's sizes are its own; sizes that hardly differ are one.
    """
    times: Counter[float] = Counter()
    for sheet in parts[_COVER:]:
        for run in sheet.text:
            for row in run:
                if row.size > size * 1.06 and _can_head(row):
                    times[row.size] += 1
    levels: dict[float, int] = {}
    level, last = 0, 0.0
    for found in sorted(times, reverse=True):
        level += not levels or last - found > _SAME_SIZE
        levels[found] = level
        last = found
    return levels


def _can_head(row: Row) -> bool:
    text = row.text
    return (
        any(map(str.isalpha, text))
        and not VALUE.match(text)
        and not any(is_national(cell.text) or is_force(cell.text) for cell in row.cells)
    )


class _Maker:
    """Lines as they are made, page after page."""

    def __init__(self, looks: Looks) -> None:
        self.lines: list[Line] = []
        self.apart: list[str] = []
        self._looks = looks
        self._numbers = Chapter()
        self._in_contents = False
        self._table: Table | None = None  # the one that ends the page before
        self._note: int | None = None  # where the last line of the notes is

    def add(self, sheet: Sheet) -> None:
        """Add the lines of one page."""
        self.apart += sheet.apart
        fresh = list(self._text(sheet))
        if fresh:
            fresh[0] = msgspec.structs.replace(fresh[0], breaks="head")
            self._mend(fresh)
        self.lines += fresh
        before = self.lines[self._note] if self._note is not None else None
        rest, own = notes(sheet.notes, sheet.page.number, before, self._looks.known)
        if rest is not None and self._note is not None:
            self.lines[self._note] = rest
        if own:
            self.lines.append(Line(number=0, text="", rule=True, page=sheet.page.number))
            self.lines += own
            self._note = len(self.lines) - 1

    def _text(self, sheet: Sheet) -> Iterator[Line]:
        page = sheet.page
        rows = [row for run in sheet.text for row in run]
        self._in_contents = is_contents(rows, goes_on=self._in_contents)
        if self._in_contents:
            yield from contents(rows, page.number)
            return
        before, self._table = self._table, None
        for run in sheet.text:
            for is_numbers, part in self._numbers.parts(run):
                if is_numbers:
                    yield from self._figures(part, page)
                    before = None
                else:
                    yield from self._flow(part, page, before)
                    before = None

    def _figures(self, rows: Sequence[Row], page: Page) -> Iterator[Line]:
        """Yield the chapter in numbers; a table with labels in it stays one."""
        for made in figures(rows, page.number, self._looks):
            is_item = made.cells or VALUE.match(made.text) or is_force(made.text)
            plain = bool(is_item) or is_national(made.text)
            yield msgspec.structs.replace(made, heading=0) if plain else made

    def _flow(self, rows: Sequence[Row], page: Page, before: Table | None) -> Iterator[Line]:
        at = 0
        for region in regions(rows, page.rules, page.uprights):
            if region.start > at:
                self._table, before = None, None
                yield from flow(rows[at : region.start], page.number, self._looks)
            made = table(rows, region, page.uprights, before.columns if before else ())
            yield from self._rows(made, page, before)
            self._table, before = made, None
            at = region.end
        if at < len(rows):
            self._table = None
            yield from flow(rows[at:], page.number, self._looks)

    def _rows(self, made: Table, page: Page, before: Table | None) -> Iterator[Line]:
        """Yield a table's rows; a header that is printed again on the next page is set apart."""
        rows = list(made.rows)
        if before is not None and len(rows) > 1 and _same(rows[0], before.rows[0]):
            self.apart += [cell.text for cell in rows[0] if cell.text]
            rows = rows[1:]
            made = before
        for index, cells in enumerate(rows):
            yield line(cells, page.number, made.size, gap=index == 0 and before is None)

    def _mend(self, fresh: list[Line]) -> None:
        """Put a word together that a page's end parts."""
        first = fresh[0]
        last = next((n for n in range(len(self.lines) - 1, -1, -1) if self._is_text(n)), None)
        if last is None or not first.is_prose or first.marker or not begins_lower(first.text):
            return
        open_ = self.lines[last]
        if not open_.is_prose or not _BROKEN.search(open_.text[-3:]):
            return
        start = joint(open_.text, first.text, self._looks.known)
        if start is None or start == open_.text:
            return
        word, _, _ = first.text.partition(" ")
        self.lines[last] = msgspec.structs.replace(open_, text=start + word)
        fresh[0] = _without_word(first, len(word))
        if not fresh[0].text:
            del fresh[0]

    def _is_text(self, index: int) -> bool:
        made = self.lines[index]
        return not made.rule and made.note is None and bool(made.text)


def _same(one: Sequence[object], other: Sequence[object]) -> bool:
    return [key(getattr(cell, "text", "")) for cell in one] == [
        key(getattr(cell, "text", "")) for cell in other
    ]


def _without_word(first: Line, length: int) -> Line:
    return cut(first, length, len(first.text))
