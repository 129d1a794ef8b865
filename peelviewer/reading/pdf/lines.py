# SPDX-License-Identifier: MIT
"""Pages to styled lines, in reading order, each page's footnotes after its text."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.reading.captions import ROW_CAPTION
from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.joining import join, joint
from peelviewer.reading.lines import SOFT_HYPHEN, Line, begins_lower, cut, ends_sentence, key
from peelviewer.reading.pdf.bullets import with_bullets
from peelviewer.reading.pdf.cells import Table, line, table
from peelviewer.reading.pdf.contents import contents, entries, listed
from peelviewer.reading.pdf.flow import Printed, begins_anew, flow, runs_on
from peelviewer.reading.pdf.gutters import Columns
from peelviewer.reading.pdf.halves import half, moved
from peelviewer.reading.pdf.layout import Sheet, sheets
from peelviewer.reading.pdf.looks import Looks, is_column, looks, lowest
from peelviewer.reading.pdf.notes import notes, without_strays
from peelviewer.reading.pdf.numbering import Changes, numbered
from peelviewer.reading.pdf.numbers import Chapter, by_names, figures, is_table, parted
from peelviewer.reading.pdf.overleaf import rest, with_rest
from peelviewer.reading.pdf.regions import region as region_of
from peelviewer.reading.pdf.rows import Cell, Row
from peelviewer.reading.pdf.scans import scans
from peelviewer.reading.pdf.tables import regions
from peelviewer.reading.pdf.tabular import Region, is_loose
from peelviewer.reading.pdf.words import Page
from peelviewer.reading.pdf.wraps import made_whole

_SAME_SIZE = 0.6
_WIDOW = 2  # rows that a paragraph's rest has at least on its second page, where it can
_LOOSE = 5  # rows of one cell below a table, at a page's end, that can be its own
_ABOVE_NOTES = 2.0  # sizes of a note from its first row up to where text may stand
_BROKEN = re.compile(rf"[^\W\d_][-{SOFT_HYPHEN}]$")


class Styled(msgspec.Struct, frozen=True):
    """The lines of a report, the texts that were set apart, and the notes' new numbers.

    ``unread`` are the pages that are only pictures.
    """

    lines: tuple[Line, ...]
    apart: tuple[str, ...]
    renumbered: Changes = ()
    unread: tuple[int, ...] = ()


def lines(pages: Sequence[Page]) -> Styled:
    """Return the styled lines of a report's pages."""
    printed, body = sheets(with_bullets(pages))
    parts, renumbered = numbered(printed)
    maker = _Maker(*looks(parts, body), lowest(parts, body.size))
    for sheet, following in zip(parts, [*parts[1:], None], strict=True):
        maker.add(sheet, following)
    return Styled(
        lines=tuple(
            msgspec.structs.replace(made, number=number, text=made.text.replace(SOFT_HYPHEN, "-"))
            for number, made in enumerate(without_strays(maker.lines), 1)
        ),
        apart=tuple(maker.apart),
        renumbered=renumbered,
        unread=scans(parts),
    )


class _Maker:
    """Lines as they are made, page after page."""

    def __init__(self, across: Looks, in_columns: Looks, lowest: float) -> None:
        self.lines: list[Line] = []
        self.apart: list[str] = []
        self._looks = across  # of text across the page
        self._in_columns = in_columns  # of text in one of two columns
        self._numbers = Chapter()
        self._contents: Sequence[Row] = ()  # the rows of a contents page that may go on
        self._overleaf: Sequence[Row] = ()  # the first rows of the next page
        self._table: Table | None = None  # the one that ends what was read
        self._before: Table | None = None  # the one that ends the page before
        self._open: tuple[int, Printed] | None = None  # the last line of text, and its place
        self._page: Page | None = None
        self._caption: tuple[int, Printed, Page] | None = None  # of a figure, just read
        self._note: int | None = None  # where the last line of the notes is
        self._begins = 0.0  # where the column begins that was read, in a report set in two
        self._lowest = lowest  # where the text of a full page ends
        self._foot = lowest

    def add(self, sheet: Sheet, following: Sheet | None) -> None:
        """Add the lines of one page; a table may go on in the ``following`` one."""
        self._overleaf = following.text[0] if following and following.text else ()
        self.apart += sheet.apart
        for stretch, foot in self._stretches(sheet):
            turned = True
            for made in stretch:
                self._put(made, self._foot if turned else None)
                turned = False
            self._foot = foot
        before = self.lines[self._note] if self._note is not None else None
        rest, own = notes(sheet.notes, sheet.page.number, before, self._looks.known)
        if rest is not None and self._note is not None:
            self.lines[self._note] = rest
        if own:
            self.lines.append(Line(number=0, text="", rule=True, page=sheet.page.number))
            self.lines += own
            self._note = len(self.lines) - 1

    def _foot_of(self, sheet: Sheet, run: Sequence[Row]) -> float:
        """Return the height down to which text could be set in the column of a stretch."""
        left = min((row.left for row in run), default=0.0)
        right = max((row.right for row in run), default=0.0)
        notes = [row for row in sheet.notes if row.left < right and row.right > left]
        if not notes:
            return self._lowest
        return max(note.baseline + _ABOVE_NOTES * note.size for note in notes)

    def _put(self, made: Printed, foot: float | None) -> None:
        """Add a line; the first of a page or column comes with the ``foot`` of the one before."""
        line = made.line
        open_ = self._open
        if foot is not None:
            line = msgspec.structs.replace(line, breaks="head")
            if open_ is not None and self._goes_on(open_[1], made, foot):
                self._join(open_[0], line)
                self._open = (open_[0], msgspec.structs.replace(made, line=self.lines[open_[0]]))
                return
            if open_ is not None:
                line = self._mended(open_[0], line)
                fresh = line.is_prose and begins_anew(open_[1], made)
                line = msgspec.structs.replace(line, fresh=fresh)
        self._picture(made)
        if line.text:
            self.lines.append(line)
        self._open = (len(self.lines) - 1, made)
        if self._page and ROW_CAPTION.match(line.text) and not line.cells and not line.marker:
            self._caption = (len(self.lines) - 1, made, self._page)

    def _picture(self, following: Printed) -> None:
        """Give the caption just read the free part of the page that is its picture's."""
        if self._caption is None or self._page is None:
            return
        index, caption, page = self._caption
        self._caption = None
        if self._open is not None and self._open[0] == index:
            caption = self._open[1]  # it may have gone on over the page's end
        found = region_of(caption, page, following, self._page)
        self.lines[index] = msgspec.structs.replace(self.lines[index], region=found)

    def _goes_on(self, before: Printed, after: Printed, foot: float) -> bool:
        body = self._looks.body
        lines = (before.line, after.line)
        is_prose = ends_sentence(before.line.text) and all(line.is_prose for line in lines)
        is_title = all(line.strong and not line.marker and not line.cells for line in lines)
        if is_title and begins_lower(after.line.text):
            return runs_on(before, after, body)
        if is_prose and len(after.rows) < _WIDOW:
            return False
        return (
            (is_prose or is_title)
            and before.fills(foot, body.size * body.leading, widow=len(after.rows) == _WIDOW)
            and runs_on(before, after, body)
        )

    def _join(self, index: int, line: Line) -> None:
        """Put ``line`` to the end of the line at ``index``."""
        open_ = self.lines[index]
        text, marks = join(open_.text, open_.marks, line.text, line.marks, self._looks.known)
        self.lines[index] = msgspec.structs.replace(open_, text=text, marks=marks)

    def _stretches(self, sheet: Sheet) -> Iterator[tuple[Iterator[Printed], float]]:
        """Yield the lines of each stretch of a page, and down to where it could have text."""
        page = msgspec.structs.replace(sheet.page, pictures=(*sheet.page.pictures, *sheet.charts))
        self._page = page
        rows = [row for run in sheet.text for row in run]
        if end := listed(rows, self._contents):
            made = contents(rows[:end], page.number, sheet.columns, self._contents)
            yield (Printed(entry) for entry in made), self._foot_of(sheet, rows)
            sheet = sheet.without(end)
        self._contents = (*self._contents, *entries(rows)) if 0 < end == len(rows) else ()
        if not sheet.text:
            return
        if sheet.columns is None:
            self._before, self._table = self._table, None
        overleaf = self._overleaf
        for number, run in enumerate(sheet.text, 1):
            self._page = half(page, run, sheet.columns)
            if sheet.columns is not None:
                is_last = number == len(sheet.text)
                self._turn(sheet.columns, run, overleaf if is_last else sheet.text[number])
            look = self._in_columns if is_column(run, sheet) else self._looks
            yield self._stretch(run, self._page, look), self._foot_of(sheet, run)

    def _turn(self, columns: Columns, run: Sequence[Row], following: Sequence[Row]) -> None:
        """Have tables go on from one column in the next, as if both stood at the same place."""
        here = columns.begin(run)
        self._before = self._table and self._table.moved(here - self._begins)
        self._table, self._begins = None, here
        there = columns.begin(following) if following else here
        self._overleaf = moved(following, here - there)

    def _stretch(self, run: Sequence[Row], page: Page, look: Looks) -> Iterator[Printed]:
        for is_numbers, part in self._numbers.parts(run, page.number, self._looks.body):
            if is_numbers:
                yield from self._chapter(part, page, look, self._before)
            else:
                yield from self._flow(part, page, look, self._before)
            self._before = None

    def _chapter(
        self, rows: Sequence[Row], page: Page, look: Looks, before: Table | None
    ) -> Iterator[Printed]:
        """Yield the chapter in numbers: tables of it as such, all else as names and values."""
        at = 0
        rows = [parted(row) for row in rows]
        found = regions(rows, page.rules, page.uprights, self._overleaf)
        if before is not None:
            found = with_rest(found, rows, before, page.rules)
        for part, fewest in by_names(rows, found):
            on = before if not part.start else None
            made = table(rows, part, page.uprights, on, words=look.beside)
            if on is None and not is_table(made.rows, fewest):
                continue
            if part.start > at:
                yield from self._figures(rows[at : part.start], page, look)
            yield from self._rows(made, page, on)
            at = part.end
            self._table = made if at == len(rows) else None
        if at < len(rows):
            yield from self._figures(rows[at:], page, look)

    def _figures(self, rows: Sequence[Row], page: Page, look: Looks) -> Iterator[Printed]:
        """Yield the chapter in numbers; names and values are no headings, however large."""
        for made in figures(rows, page.number, look):
            text = made.line.text
            is_item = bool(made.line.cells) or VALUE.match(text) or is_force(text)
            if is_item or is_national(text):
                line = msgspec.structs.replace(made.line, heading=0)
                yield msgspec.structs.replace(made, line=line)
            else:
                yield made

    def _flow(
        self, rows: Sequence[Row], page: Page, look: Looks, before: Table | None
    ) -> Iterator[Printed]:
        at = 0
        found = regions(rows, page.rules, page.uprights, self._overleaf)
        if before is not None:
            found = with_rest(found, rows, before, page.rules)
        for number, region in enumerate(found, 1):
            part = region
            if part.start > at:
                self._table, before = None, None
                yield from self._text(rows[at : part.start], page, look)
            after = self._overleaf if part.end == len(rows) else ()
            made = table(rows, part, page.uprights, before, after, look.beside)
            if number == len(found) and self._goes_on_overleaf(rows, part, made):
                part = msgspec.structs.replace(part, end=len(rows))
                made = table(rows, part, page.uprights, before, words=look.beside)
            yield from self._rows(made, page, before)
            self._table, before = made, None
            at = part.end
        if at < len(rows):
            self._table = None
            yield from self._text(rows[at:], page, look, self._overleaf)

    def _text(
        self, rows: Sequence[Row], page: Page, look: Looks, overleaf: Sequence[Row] = ()
    ) -> Iterator[Printed]:
        last = self._open[1] if self._open else None
        quoted = last.rows[-1].left if last and last.line.quoted and last.rows else None
        yield from flow(rows, page.number, look, quoted, overleaf)

    def _goes_on_overleaf(self, rows: Sequence[Row], part: Region, made: Table) -> bool:
        """Whether what stands below a table, down to the page's end, is still the table's."""
        return (
            0 < len(rows) - part.end <= _LOOSE
            and all(is_loose(rows, index) for index in range(part.end, len(rows)))
            and rest(self._overleaf, made) > 0
        )

    def _rows(self, made: Table, page: Page, before: Table | None) -> Iterator[Printed]:
        """Yield a table's rows; a header that is printed again on the next page is set apart.

        A row that the page's end cuts is made whole.
        """
        rows = list(made.rows)
        if before is not None and len(rows) > 1 and _same(rows[0], before.rows[0]):
            self.apart += [cell.text for cell in rows[0] if cell.text]
            rows = rows[1:]
        if before is not None and self._open is not None and self._ends_in(before.rows[-1]):
            whole = made_whole(before.rows[-1], rows[0], self._looks.beside)
            if whole is not None:
                index = self._open[0]
                gap, number = self.lines[index].gap, self.lines[index].page or page.number
                self.lines[index] = line(whole, number, made.size, gap=gap)
                rows = rows[1:]
        for index, cells in enumerate(rows):
            gap = index == 0 and before is None
            yield Printed(line(cells, page.number, made.size, gap=gap))

    def _ends_in(self, row: Sequence[Cell]) -> bool:
        """Whether the last line is a table's row as it was printed, whole and not set apart."""
        return self._open is not None and self.lines[self._open[0]].cells == tuple(
            cell.text for cell in row
        )

    def _mended(self, index: int, first: Line) -> Line:
        """Put a word together that a page's end parts; return the line without its rest."""
        open_ = self.lines[index]
        is_text = open_.is_prose and first.is_prose and not first.marker
        if not is_text or not begins_lower(first.text) or not _BROKEN.search(open_.text[-3:]):
            return first
        start = joint(open_.text, first.text, self._looks.known)
        if start is None or start == open_.text:
            return first
        word = first.text.partition(" ")[0]
        self.lines[index] = msgspec.structs.replace(open_, text=start + word)
        return cut(first, len(word), len(first.text))


def _same(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    return [key(cell.text) for cell in one] == [key(cell.text) for cell in other]
