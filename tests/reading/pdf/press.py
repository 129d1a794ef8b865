"""A report set in type: pages, footnotes at their foot, running lines, tables, a contents page.

It takes a report's model and knows nothing of how one is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from peelviewer.model.report import Block, Footnote, Mark, Report, Section
from tests.reading.pdf.canvas import PRODUCERS, Style

CALL = 0.65  # of the size: a call-out's
RISE = 0.33  # of the size: how far up it stands


@dataclass(frozen=True)
class Look:
    """How a report is set. ``headings``: "sizes" or "bold"; ``contents``: "dots", "plain", "none",
    "first" (numbers stand at the entries' first rows), "linked" (no numbers, hardly indented);
    ``tables``: "boxes", "lines", "below" (lines, but none above the first row), "plain";
    ``pairs``: "across" (values under the names), "beside" (each value beside its name), "down"
    (names, then values), "aside" (as "across", to the right of the label).
    ``cuts_rows``: a page's end may part a table's row; ``repeats_header``: the table's header
    stands on each of its pages. ``boxes``: headings of actions, and actions
    that are no items, are set like "text" or like "headings", which the outline has too.
    ``notes``: numbered over the "report", or on each "page" from 1. ``gap`` is the white between
    two columns; ``across``: titles of chapters go across them; chapters of the kinds in ``single``
    are set in one column. ``bullets`` are printed as "signs", or "drawn" as small shapes.
    ``quotes``: quotations are "indented" on both sides, or in "italics" and as wide as the text.
    ``runs_in``: the first chapter begins below the contents, in which one of ``unnumbered``
    entries lacks its number.
    ``values`` of tables stand at the "left", "centre" or "right" of columns; headers stand left.
    """

    producer: str = "fpdf2"
    size: float = 11
    headings: str = "sizes"
    contents: str = "dots"
    outline: bool = True
    tables: str = "boxes"
    pairs: str = "across"
    header: tuple[str, ...] = ("Peel inspection – {force}",)
    footer: str = "{page}"
    columns: int = 1
    width: float = 595
    height: float = 842
    margin: float = 70
    leading: float = 1.3
    panels: int = 1
    cuts_rows: bool = False
    repeats_header: bool = False
    boxes: str = "text"
    notes: str = "report"
    quotes: str = "indented"
    gap: float = 24
    across: bool = False
    single: tuple[str, ...] = ()
    bullets: str = "signs"
    runs_in: bool = False
    unnumbered: int = 0
    values: str = "left"


@dataclass
class Word:
    text: str
    style: Style
    calls: tuple[int, ...] = ()
    glued: bool = False


@dataclass
class Press:
    report: Report
    look: Look
    numbers: dict[str, int] = field(default_factory=dict)  # section id -> page, from a first run

    def __post_init__(self) -> None:
        look = self.look
        self.canvas = PRODUCERS[look.producer](look.width, look.height)
        self.body = Style(look.size)
        self.notes = {note.number: note for note in self.report.footnotes}
        self.page_number = 0
        self.level = 0
        self.on_page: list[int] = []  # the notes that the page has called
        self.column = 0
        self.abreast = look.columns  # of the chapter
        self.top = look.margin  # where the columns of the page begin
        self.y = 0.0
        self.foot: list[list[list[Word]]] = []
        self.found: dict[str, int] = {}
        self.full = False  # whether the last paragraph's last row leaves no room for a word
        self.unclear = 0  # paragraphs of which no sign in print says where they end

    # the frame

    @property
    def measure(self) -> float:
        whole = self.look.width - 2 * self.look.margin
        return (whole - self.look.gap * (self.abreast - 1)) / self.abreast

    @property
    def left(self) -> float:
        return self.look.margin + self.column * (self.measure + self.look.gap)

    @property
    def small(self) -> Style:
        return Style(round(self.look.size * 0.8, 1))

    @property
    def bottom(self) -> float:
        return self.look.height - self.look.margin - self._foot_height()

    def _foot_height(self) -> float:
        rows = sum(len(rows) for rows in self.foot)
        return rows * self.small.size * 1.25 + (10 if self.foot else 0)

    def new_page(self) -> None:
        self._end_column()
        self.page_number += 1
        self.on_page = []
        self.column = 0
        self.canvas.page()
        self.y = self.top = self.look.margin
        if self.page_number > 1:
            texts = self.look.header
            names = {"force": self.report.force.name.upper(), "page": self.page_number}
            small = Style(9)
            if texts:
                text = texts[self.page_number % len(texts)].format(**names)
                self.canvas.text(self.look.margin, 36, text, small)
            if self.look.footer:
                foot = self.look.footer.format(**names)
                self.canvas.text(self.look.width / 2, self.look.height - 30, foot, small)

    def _end_column(self) -> None:
        if not self.foot:
            return
        y = self.look.height - self.look.margin - self._foot_height() + 6
        self.canvas.line(self.left, y - 2, self.left + 120, y - 2)
        for rows in self.foot:
            for row in rows:
                y += self.small.size * 1.25
                self._row(self.left, y, row)
        self.foot = []

    def turn(self) -> None:
        if self.column + 1 < self.abreast:
            self._end_column()
            self.column += 1
            self.y = self.top
        else:
            self.new_page()

    # words and rows

    def words(self, text: str, marks: Sequence[Mark], style: Style) -> list[Word]:
        strong = [m for m in marks if m.kind == "strong"]
        italic = [m for m in marks if m.kind == "emphasis"]
        calls = [m for m in marks if m.kind == "footnote"]
        made: list[Word] = []
        at = 0
        for part in text.split(" "):
            end = at + len(part)
            here = [
                int(m.target or 0) for m in calls if at < m.start <= end or (m.start == at == 0)
            ]
            look = replace(
                style,
                bold=style.bold or any(m.start <= at and end <= m.end for m in strong),
                italic=style.italic or any(m.start <= at and end <= m.end for m in italic),
            )
            inner = [m for m in calls if at < m.start < end]
            if inner and part:
                cut = inner[0].start - at
                made.append(Word(part[:cut], look, tuple(here)))
                made.append(Word(part[cut:], look, glued=True))
            else:
                made.append(Word(part, look, tuple(here)))
            at = end + 1
        return made

    def size_of(self, word: Word) -> float:
        called = ",".join(map(str, word.calls))
        small = replace(word.style, size=round(word.style.size * CALL, 1))
        return self.canvas.width(word.text, word.style) + self.canvas.width(called, small)

    def space(self, word: Word) -> float:
        return 0 if word.glued else self.canvas.width(" ", word.style)

    def rows(self, words: Sequence[Word], measure: float) -> list[list[Word]]:
        rows: list[list[Word]] = [[]]
        used = 0.0
        for word in words:
            wide = self.size_of(word) + (self.space(word) if rows[-1] else 0)
            if rows[-1] and used + wide > measure and not word.glued:
                rows.append([])
                used, wide = 0.0, self.size_of(word)
            rows[-1].append(word)
            used += wide
        return rows

    def _row(self, x: float, y: float, row: Sequence[Word]) -> None:
        """Print one row; words of one style go out as one string, as word processors do."""
        run, start, style = "", x, None
        for number, word in enumerate(row):
            gap = 0.0 if not number else self.space(word)
            if style != word.style:
                if run:
                    self.canvas.text(start, y, run, style)
                x += gap
                run, start, style = word.text, x, word.style
            else:
                run += (" " if gap else "") + word.text
                x += gap
            x += self.canvas.width(word.text, word.style)
            if word.calls:
                self.canvas.text(start, y, run, style)
                small = Style(round(word.style.size * CALL, 1))
                called = ",".join(self._printed(number) for number in word.calls)
                self.canvas.text(x, y - word.style.size * RISE, called, small)
                x += self.canvas.width(called, small)
                run, start, style = "", x, None
        if run:
            self.canvas.text(start, y, run, style)

    def _printed(self, number: int) -> str:
        """The number that a note has in print."""
        if self.look.notes == "report":
            return str(number)
        if number not in self.on_page:
            self.on_page.append(number)
        return str(self.on_page.index(number) + 1)

    def _note_rows(self, note: Footnote) -> list[list[Word]]:
        rows: list[list[Word]] = []
        for number, part in enumerate(note.text.split("\n")):
            words = self.words(part, (), self.small)
            if not number:
                words[0:0] = [Word("", self.small, (note.number,))]
            rows += self.rows(words, self.measure)
        return rows

    def put(
        self,
        words: Sequence[Word],
        *,
        indent: float = 0,
        hang: str = "",
        after: float = 0.5,
        inset: float = 0,
    ):
        """Set a paragraph; its notes go to the foot of the page that calls them."""
        size = words[0].style.size
        step = size * self.look.leading
        if hang:
            words = list(words)
        measure = self.measure - indent - inset
        rows = self.rows(words, measure)
        for number, row in enumerate(rows):
            notes = self._notes_in([row])
            is_widow = self._is_widow(rows, number, step)
            if not self._fits(step, notes) or is_widow:
                self.turn()
                ended = number and rows[number - 1][-1].text.endswith(".")
                # The page ends above its foot where notes had no room: so it would below a
                # paragraph that ends there, too.
                called = self._notes_in(rows[number : number + 2]) if is_widow else notes
                self.unclear += (self.full and not number) or bool(ended and called)
            self.y += step
            self.foot += notes
            if hang and not number:
                self._marker(self.left + indent - 16, hang, words[0].style)
            self._row(self.left + indent, self.y, row)
        self.full = len(rows[-1]) > 1 and self._is_full(rows[-1], words[0], measure)
        self.y += size * after

    def _marker(self, x: float, sign: str, style: Style) -> None:
        if self.look.bullets == "signs" or any(map(str.isalnum, sign)):
            self.canvas.text(x, self.y, sign, style)
        else:
            side = 0.35 * style.size
            self.canvas.dot(x + 3, self.y - 1.25 * side, side, square=sign == "▪")

    def _notes_of(self, word: Word) -> list[list[list[Word]]]:
        return [self._note_rows(self.notes[n]) for n in word.calls if n in self.notes]

    def _notes_in(self, rows: Sequence[Sequence[Word]]) -> list[list[list[Word]]]:
        return [note for row in rows for word in row for note in self._notes_of(word)]

    def _fits(self, height: float, notes: Sequence[Sequence[list[Word]]]) -> bool:
        need = sum(map(len, notes)) * self.small.size * 1.25 + (10 if notes else 0)
        return self.y + height <= self.bottom - need

    def _is_widow(self, rows: Sequence[Sequence[Word]], number: int, step: float) -> bool:
        """Whether this row would stand alone here, or leave the last one alone overleaf."""
        if number + 1 == len(rows) or 0 < number != len(rows) - 2:
            return False
        return not self._fits(2 * step, self._notes_in(rows[number : number + 2]))

    def _is_full(self, row: Sequence[Word], first: Word, measure: float) -> bool:
        used = sum(self.size_of(word) + self.space(word) for word in row)
        return used + self.size_of(first) + 40 > measure

    # the report

    def print(self, path: Path) -> None:
        self.new_page()
        self.cover()
        if self.look.contents != "none":
            self.new_page()
            self.contents()
        for section in self.report.sections[1:]:
            self.section(section)
        self._end_column()
        self.canvas.save(path)

    def cover(self) -> None:
        report = self.report
        self.y += 100
        self.put(self.words(report.title, (), Style(26, bold=True)))
        for block in report.sections[0].blocks:
            self.block(block)

    def contents(self) -> None:
        self.put(self.words("Contents", (), self.heading(1)))
        for count, section in enumerate(self.report.sections[1:], 1):
            if section.level > 2 or (section.level == 2 and section.kind == "annex"):
                continue
            style = replace(self.body, bold=section.level == 1)
            number = str(self.numbers.get(section.id, 0))
            if self.look.unnumbered and count % self.look.unnumbered == 0:
                number = ""
            is_linked = self.look.contents == "linked"
            indent = (4.8 if is_linked else 14.0) * (section.level - 1)
            words = self.words(section.title, (), style)
            rows = self.rows(words, self.measure - indent - 60)
            if is_linked:
                rows = self.rows(self.words(section.title, (), self.body), self.measure - indent)
            numbered = 0 if self.look.contents == "first" else len(rows) - 1
            for at, row in enumerate(rows):
                if self.y > self.bottom:
                    self.turn()
                self.y += style.size * self.look.leading
                self._row(self.left + indent, self.y, row)
                if at != numbered or is_linked:
                    continue
                used = indent + sum(self.size_of(w) + self.space(w) for w in row)
                place = self.left + self.measure - self.canvas.width(number, style)
                if self.look.contents in ("dots", "first"):
                    dots = int((place - self.left - used - 4) / self.canvas.width(".", style))
                    self.canvas.text(self.left + used, self.y, "." * dots, self.body)
                self.canvas.text(place, self.y, number, style)

    def heading(self, level: int) -> Style:
        if self.look.headings == "bold":
            return replace(self.body, bold=True)
        return Style(self.look.size + (9, 5, 2)[min(level, 3) - 1], bold=True)

    def section(self, section: Section) -> None:
        style = self.heading(section.level)
        chapter = section.level == 1
        begins = chapter and (bool(self.found) or not self.look.runs_in)
        if begins or self.y + 6 * style.size > self.bottom:
            self.new_page() if chapter else self.turn()
        if chapter:
            self.abreast = 1 if section.kind in self.look.single else self.look.columns
        self.found[section.id] = self.page_number
        self.level = section.level
        if self.look.outline:
            self.canvas.bookmark(section.title, section.level)
        marks = tuple(
            Mark(kind="footnote", start=len(section.title), end=len(section.title), target=str(n))
            for n in section.footnotes
        )
        self.y += 0 if chapter else style.size * 0.5
        if chapter and self.look.across:
            abreast, self.abreast = self.abreast, 1
            self.put(self.words(section.title, marks, style))
            self.abreast, self.top = abreast, self.y
        else:
            self.put(self.words(section.title, marks, style))
        blocks = list(section.blocks)
        if self.look.panels == 2 and section.kind in ("numbers", "section"):
            blocks = self.side_by_side(blocks)
        for block in blocks:
            self.block(block)

    def side_by_side(self, blocks: list[Block]) -> list[Block]:
        """Print pairs two by two; return the blocks that are left."""
        pairs = [b for b in blocks if is_pair(b)]
        if len(pairs) < 2:
            return blocks
        columns = self.abreast
        half = (len(pairs) + 1) // 2
        if self.y + half * 9 * self.look.size * self.look.leading > self.bottom:
            self.new_page()
        top, ends = self.y, []
        for number, group in enumerate((pairs[:half], pairs[half:])):
            self.abreast, self.column, self.y = 2, number, top
            for block in group:
                self.pair(block)
            ends.append(self.y)
        self.abreast, self.column, self.y = columns, 0, max(ends)
        return [b for b in blocks if not is_pair(b)]

    def block(self, block: Block) -> None:
        body = self.body
        if block.kind in ("list_item", "action") and block.marker:
            indent = 18.0 * block.level + 6
            self.put(self.words(block.text, block.marks, body), indent=indent, hang=block.marker)
        elif is_pair(block):
            self.pair(block)
        elif self.look.boxes == "headings" and heads_box(block):
            if self.look.outline:
                self.canvas.bookmark(block.text, self.level + 1)
            self.put(self.words(block.text, (), self.heading(3)))
        elif block.kind == "table":
            self.table(block)
        elif block.kind == "figure":
            self.picture()
        elif block.kind in ("judgment", "caption"):
            self.put(self.words(block.text, block.marks, replace(body, bold=True)))
        elif block.text:
            is_quotation = block.kind == "quotation"
            self.paragraph(block, self.look.quotes if is_quotation else "")

    def paragraph(self, block: Block, quoted: str) -> None:
        inset = 30 if quoted == "indented" else 0
        style = replace(self.body, italic=quoted == "italics")
        self.put(self.words(block.text, block.marks, style), indent=inset, inset=inset)

    def picture(self) -> None:
        height = 120.0
        if self.y + height + 40 > self.bottom:
            self.turn()
        self.canvas.box(self.left, self.y + 6, self.measure, height)
        self.y += height + 14

    def pair(self, block: Block) -> None:
        rows = [row.split("\t") for row in block.text.split("\n")]
        label, names = rows[0][0], [cell for row in rows for cell in row[1:]]
        values = names[2:]
        step = self.look.size * self.look.leading
        if self.y + 7 * step > self.bottom:
            self.turn()
        if self.look.pairs == "aside":
            self._aside(self.words(label, block.marks, self.body), names[:2], values)
            return
        self.put(self.words(label, block.marks, self.body), after=0.2)
        big = Style(self.look.size + 3, bold=True)
        far = self.left + self.measure * 0.55
        if self.look.pairs == "across":
            self.y += step
            self.canvas.text(self.left, self.y, names[0], self.body)
            self.canvas.text(far, self.y, names[1], self.body)
            self.y += step * 1.4
            self.canvas.text(self.left, self.y, values[0], big)
            self.canvas.text(far, self.y, values[1], big)
        elif self.look.pairs == "beside":
            for name, value in zip(names[:2], values, strict=True):
                self.y += step * 1.3
                self.canvas.text(self.left, self.y, name, self.body)
                self.canvas.text(far, self.y, value, big)
        else:
            for text in names[:2]:
                self.put(self.words(text, (), self.body), after=0.2)
            for text in values:
                self.put(self.words(text, (), big), after=0.2)
        self.y += step

    def _aside(self, label: Sequence[Word], names: Sequence[str], values: Sequence[str]) -> None:
        """Print a label in a narrow column, beside its first rows the names and their values."""
        room = self.measure * 0.36
        lines = self.rows(label, room)
        self.foot += [note for w in label for note in self._notes_of(w)]
        for number in range(max(len(lines), 2)):
            self.y += self.look.size * self.look.leading
            if number < len(lines):
                self._row(self.left, self.y, lines[number])
            for place, texts in enumerate(zip(names, values, strict=True)):
                if number < len(texts):
                    x = self.left + room + 5 + place * self.measure * 0.32
                    self.canvas.text(x, self.y, texts[number], self.body)
        self.y += self.look.size * self.look.leading

    def shares(self, rows: list[list[str]], many: int) -> list[float]:
        """Columns as wide as their cells, at least as their words."""
        bold, wide, least = replace(self.body, bold=True), [0.0] * many, [0.0] * many
        for row in rows:
            for column, cell in enumerate(row):
                width = self.canvas.width
                wide[column] = max(wide[column], min(width(cell, bold), 220))
                words = cell.replace("/", " ").split()
                least[column] = max([least[column], *(width(w, bold) for w in words)])
        least = [x + 14 for x in least]
        free = max(self.measure - sum(least), 0)
        more = [max(w - m, 1) for w, m in zip(wide, least, strict=True)]
        whole = [m + free * x / sum(more) for m, x in zip(least, more, strict=True)]
        return [x / sum(whole) for x in whole]

    def table(self, block: Block) -> None:
        rows = [row.split("\t") for row in block.text.split("\n")]
        many = max(map(len, rows))
        shares = self.shares(rows, many)
        step = self.look.size * 1.2
        pad = 4.0
        spaced = 2 * pad if self.look.tables != "plain" else 7.0
        texts = iter(_cell_marks(block))
        widths = [share * self.measure for share in shares]
        header: list[list[list[Word]]] = []
        for number, row in enumerate(rows):
            cells = []
            for column in range(many):
                text, marks = next(texts) if column < len(row) else ("", ())
                words = self.words(text, marks, replace(self.body, bold=number == 0))
                cells.append(self.rows(words, widths[column] - 2 * pad - 4))
            header = header or cells
            for cell in cells:
                self.foot += [note for r in cell for w in r for note in self._notes_of(w)]
            height = max(map(len, cells)) * step + spaced
            if self.y + height > self.bottom:
                lines = int((self.bottom - self.y - spaced) / step) if self.look.cuts_rows else 0
                if 0 < lines < max(map(len, cells)):
                    self._table_row([cell[:lines] for cell in cells], widths, spaced)
                    cells = [cell[lines:] for cell in cells]
                self.turn()
                if self.look.repeats_header and number:
                    self._table_row(header, widths, spaced, is_header=True)
            self._table_row(cells, widths, spaced, is_first=not number, is_header=not number)
        self.y += step

    def _table_row(
        self,
        cells: Sequence[Sequence[Sequence[Word]]],
        widths: Sequence[float],
        spaced: float,
        *,
        is_first: bool = False,
        is_header: bool = False,
    ) -> None:
        """Print a row; values stand in the middle of its height, or on top where rows are cut."""
        step, pad = self.look.size * 1.2, 4.0
        height = max(map(len, cells)) * step + spaced
        top, x = self.y + 2, self.left
        self.y += height
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            free = height - spaced - len(cell) * step
            y = top + spaced / 2 + (free / 2 if column and not self.look.cuts_rows else 0)
            room = width - 2 * pad
            for printed in cell:
                y += step
                used = sum(map(self.size_of, printed)) + sum(map(self.space, printed[1:]))
                is_value = column and not is_header and self.look.values != "left"
                share = (0.5 if self.look.values == "centre" else 1) if is_value else 0
                self._row(x + pad + share * (room - used), y - 3, printed)
            if self.look.tables == "boxes":
                for line in (
                    (x, top, x + width, top),
                    (x, top + height, x + width, top + height),
                    (x, top, x, top + height),
                    (x + width, top, x + width, top + height),
                ):
                    self.canvas.line(*line)
            x += width
        if self.look.tables in ("lines", "below"):
            right = self.left + self.measure
            if is_first and self.look.tables == "lines":
                self.canvas.line(self.left, top, right, top)
            self.canvas.line(self.left, top + height, right, top + height)


def _cell_marks(block: Block):
    at = 0
    for row in block.text.split("\n"):
        for cell in row.split("\t"):
            end = at + len(cell)
            yield (
                cell,
                tuple(
                    Mark(kind=m.kind, start=m.start - at, end=m.end - at, target=m.target)
                    for m in block.marks
                    if m.kind == "footnote" and at <= m.start <= end
                ),
            )
            at = end + 1


def heads_box(block: Block) -> bool:
    return block.kind == "action" or (block.kind == "caption" and block.figure is None)


def is_pair(block: Block) -> bool:
    rows = block.text.split("\n")
    return (
        block.kind == "table"
        and block.figure is None
        and len(rows) in (2, 3)
        and rows[1].startswith("\t")
        and sum(len(row.split("\t")) - 1 for row in rows) in (4, 6)
    )


def typeset(report: Report, path: Path, **options) -> Path:
    """Print the report to ``path``; the contents page needs a run before to know its pages."""
    look = Look(**options)
    first = Press(report, look)
    first.print(path)
    Press(report, look, first.found).print(path)
    return path


def is_unclear(report: Report, path: Path, **options) -> bool:
    """Whether print cannot say where a paragraph ends: on a page's last row, which is full."""
    press = Press(report, Look(**options))
    press.print(path)
    return press.unclear > 0
