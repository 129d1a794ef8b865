# SPDX-License-Identifier: MIT
"""Rows of running text to styled lines: paragraphs, headings, list items, captions, sources."""

from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.captions import ROW_APPARATUS, ROW_CAPTION
from peelviewer.reading.grades import grade
from peelviewer.reading.joining import join, without_start
from peelviewer.reading.lines import Line, begins_lower, ends_sentence
from peelviewer.reading.pdf.layout import Body
from peelviewer.reading.pdf.looks import Looks, is_larger, is_plain
from peelviewer.reading.pdf.quotations import quotations
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.signs import BULLET, NUMBERED

_LOOSE = 1.25  # of the usual step: a larger one begins a new paragraph
_FLUSH = 1.0  # points by which the ends of justified rows differ, at most
_FLUSH_ROWS = 3  # rows that tell justified text
_INDENT = 6.0  # points: a row that begins so far off begins something new
_DEEPER = 8.0  # points: how much further right a list within a list stands
_LONGEST_HEADING = 200
_SAME_SIZE = 0.6
_SPACE = 0.28  # of the size: the width of a space
_TIGHTEST = 1.15
_TOUCHING = 0.1  # of the size: a narrower space is none
_HEADING_ROOM = 0.3  # of the column that the row of a heading may leave free and still go on


class _Open(msgspec.Struct):
    """A line while rows are added to it."""

    rows: list[Row]
    text: str
    marks: tuple[Mark, ...]
    marker: str | None = None
    inner: float = 0.0
    indent: int = 0
    quoted: bool = False

    @property
    def last(self) -> Row:
        return self.rows[-1]


class Printed(msgspec.Struct, frozen=True):
    """A line with the rows it was printed on, and the ends of their column."""

    line: Line
    rows: Sequence[Row] = ()
    column: tuple[float, float] = (0.0, 0.0)

    def fills(self, foot: float, step: float, *, widow: bool) -> bool:
        """Whether no further row had room above ``foot``; with ``widow``, no two had."""
        return bool(self.rows) and self.rows[-1].baseline - foot < step * (2.15 if widow else 1.15)


def flow(
    rows: Sequence[Row],
    page: int,
    looks: Looks,
    quoted_at: float | None = None,
    overleaf: Sequence[Row] = (),
) -> Iterator[Printed]:
    """Yield the lines of running text of one stretch of a page.

    ``quoted_at`` is where the rows begin of a quotation that ends the page before; ``overleaf`` are
    the rows that the text goes on with in the next stretch.
    """
    if not rows:
        return
    column = _column(rows, looks)
    around = looks.around(*_extent(rows, looks))
    quoted = quotations(rows, around, looks.body.size, quoted_at, overleaf)
    depths: list[float] = []
    line: _Open | None = None
    ends = column
    for index, row in enumerate(rows):
        is_same = line is not None and line.quoted == (index in quoted)
        if line is not None and is_same and _goes_on(line, row, looks, ends):
            line.text, line.marks = join(line.text, line.marks, row.text, row.marks, looks.known)
            line.rows.append(row)
            continue
        if line is not None:
            yield Printed(_closed(line, page, looks), line.rows, ends)
        ends = quoted.get(index, column)
        line = begun(row, looks.body)
        line.quoted = index in quoted
        if line.marker is None:
            depths.clear()
        else:
            line.indent = _depth(depths, row.left)
    if line is not None:
        yield Printed(_closed(line, page, looks), line.rows, ends)


def runs_on(before: Printed, after: Printed, body: Body) -> bool:
    """Whether a heading, or a paragraph whose sentence ends there, goes on in the next column.

    A paragraph's last row is so full that the next one's first word had no room, both are plain
    text, and they begin at the same distance from the column's left end.
    """
    if not before.rows or not after.rows:
        return False
    last, first = before.rows[-1], after.rows[0]
    if last.bold and first.bold and not ends_sentence(before.line.text):  # a heading or caption
        full = not _would_have_fitted(last, first, before.column)
        return abs(last.size - first.size) < _SAME_SIZE and (full or begins_lower(first.text))
    plain = all(row.size == body.size and not row.bold for row in (last, first))
    if not plain or after.line.marker or before.line.heading:
        return False
    if before.line.quoted != after.line.quoted:
        return False
    aligned = abs((last.left - before.column[0]) - (first.left - after.column[0])) < _INDENT
    following = after.rows[1].left - first.left if len(after.rows) > 1 else 0.0
    return (
        aligned
        and following > -_INDENT
        and not ROW_APPARATUS.match(before.line.text)
        and not ROW_APPARATUS.match(after.line.text)
        and not ROW_CAPTION.match(after.line.text)
        and not _ends_short(before.rows)
        and not _would_have_fitted(last, first, before.column)
    )


def begins_anew(before: Printed, after: Printed) -> bool:
    """Whether text in the next column cannot go on with a line, as its last row had room left."""
    if not before.rows or not after.rows or begins_lower(after.line.text):
        return False
    if _ends_short(before.rows):
        return True
    return _would_have_fitted(before.rows[-1], after.rows[0], before.column)


def _ends_short(rows: Sequence[Row]) -> bool:
    """Whether a paragraph's rows end at one place, but for its last one: that is the last then.

    Such text is justified; in any other, rows that long do not end at one place by chance.
    """
    *above, last = rows
    rights = [row.right for row in above]
    return (
        len(above) >= _FLUSH_ROWS
        and max(rights) - min(rights) <= _FLUSH
        and last.right < min(rights) - _FLUSH
    )


def _column(rows: Sequence[Row], looks: Looks) -> tuple[float, float]:
    """Return the left and right ends of the column that running text fills.

    Where other pages have a column that begins at the same place, it ends where theirs does.
    """
    left, right = _extent(rows, looks)
    return left, looks.end(left, right)


def _extent(rows: Sequence[Row], looks: Looks) -> tuple[float, float]:
    """Return from where to where running text reaches, items of lists with it."""
    plain = [row for row in rows if is_plain(row, looks.body)] or rows
    return min(row.left for row in plain), max(row.right for row in plain)


def _depth(depths: list[float], left: float) -> int:
    """Return how deep in lists an item stands, by where it and those before it begin."""
    while depths and depths[-1] > left + _DEEPER:
        depths.pop()
    if not depths or left > depths[-1] + _DEEPER:
        depths.append(left)
    return len(depths) - 1


def begun(row: Row, body: Body) -> _Open:
    """Begin a line with ``row``; a bullet or a number before its text is its marker."""
    text, marks = row.text, row.marks
    found = BULLET.match(text) or NUMBERED.match(text)
    numbered = NUMBERED.match(text) is not None  # as a title can be; no bullet stands before one
    is_heading = numbered and (is_larger(row, body) or row.bold)
    if found is None or is_heading or len(row.words) < 2 or not text[found.end() :].strip():
        return _Open(rows=[row], text=text, marks=marks)
    return _Open(
        rows=[row],
        text=text[found.end() :],
        marks=without_start(marks, found.end()),
        marker=found[1],
        inner=row.words[1].left,
    )


def _goes_on(line: _Open, row: Row, looks: Looks, column: tuple[float, float]) -> bool:
    """Whether the row is the next of the same paragraph, heading or list item."""
    above, text = line.last, row.text
    step = above.baseline - row.baseline - row.lift
    if abs(row.size - above.size) > _SAME_SIZE or not _same_tone(line, row):
        return False
    if step <= 0 or step > max(looks.body.leading, _TIGHTEST) * row.size * _LOOSE:
        return False
    if _begins(line, row, looks.body):
        return False
    fits = _would_have_fitted(above, row, column)
    runs_on = begins_lower(text) or not ends_sentence(line.text)
    if line.marker is not None:
        if NUMBERED.match(text) and abs(row.left - line.rows[0].left) < _INDENT / 2:
            return False
        if row.left < line.inner - _INDENT:  # a list without a hanging indent, or its end
            return not fits and (begins_lower(text) or not ends_sentence(line.text))
        return not (fits and not runs_on)
    if NUMBERED.match(text) and row.left > column[0] + _INDENT:
        return False
    if is_larger(row, looks.body) or row.bold:
        ends = ends_sentence(line.text) and not begins_lower(text)
        room = (column[1] - above.right) / (column[1] - column[0] or 1)
        return not ends and (
            room < _HEADING_ROOM or not fits or begins_lower(text) or not _is_left(line, row)
        )
    if _is_set_off(line, row) and not begins_lower(text):
        return False
    return not fits or runs_on


def _begins(line: _Open, row: Row, body: Body) -> bool:
    """Whether the row's first sign or words say that something begins with it.

    A grade is no part of the title above it.
    """
    if (row.bold or is_larger(row, body)) and grade(row.text) is not None:
        return True
    if ROW_CAPTION.match(row.text) or ROW_APPARATUS.match(row.text):
        return True
    return BULLET.match(row.text) is not None and not _is_dash_in_sentence(line, row)


def _same_tone(line: _Open, row: Row) -> bool:
    """Whether row and line are alike in bold, or bold begins or ends at the line's end."""
    above = line.last
    if above.bold == row.bold:
        return True
    if all(other.bold for other in line.rows) and not row.bold:
        return row.words[0].style.bold and len(row.words) > 1 and not ends_sentence(line.text)
    return above.words[-1].style.bold and row.words[0].style.bold


def _would_have_fitted(above: Row, row: Row, column: tuple[float, float]) -> bool:
    """Whether the row's first word had room at the end of the row above: then that was the last."""
    right = row.words[0].right
    for word in row.words[1:]:  # with the call-out that touches it
        if word.left - right > _TOUCHING * row.size:
            break
        right = max(right, word.right)
    return above.right + _SPACE * row.size + (right - row.words[0].left) < column[1] - 1


def _is_left(line: _Open, row: Row) -> bool:
    return abs(row.left - line.last.left) < _INDENT


def _is_set_off(line: _Open, row: Row) -> bool:
    """Whether the row is indented against the paragraph: another begins (its first row may be)."""
    if len(line.rows) == 1:
        return row.left > line.last.left + _INDENT
    return abs(row.left - line.last.left) > _INDENT


def _is_dash_in_sentence(line: _Open, row: Row) -> bool:
    """Whether a dash at the start of a row is no bullet but parts a sentence."""
    return (
        row.text[0] in "-–—"
        and not ends_sentence(line.text)
        and abs(row.left - (line.inner or line.last.left)) < _INDENT / 2
    )


def _closed(line: _Open, page: int, looks: Looks) -> Line:
    first = line.rows[0]
    is_title = line.marker is None and len(line.text) <= _LONGEST_HEADING
    return Line(
        number=0,
        text=line.text,
        marks=line.marks,
        marker=line.marker,
        indent=line.indent,
        heading=looks.heading(first) if is_title else 0,
        page=page,
        size=first.size,
        quoted=line.quoted,
    )
