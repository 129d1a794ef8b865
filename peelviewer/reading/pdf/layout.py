# SPDX-License-Identifier: MIT
"""Pages to their parts: running lines set apart, text in reading order, footnotes at the foot."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.lines import ends_sentence
from peelviewer.reading.page_numbers import BLANK_PAGE
from peelviewer.reading.pdf.charts import charts, ends_in_caption
from peelviewer.reading.pdf.columns import in_order
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.gutters import Columns, gutters
from peelviewer.reading.pdf.halves import half, halves
from peelviewer.reading.pdf.near_values import with_near_values
from peelviewer.reading.pdf.panels import Part, with_panels
from peelviewer.reading.pdf.rows import Row, rows_of
from peelviewer.reading.pdf.running import leading, running
from peelviewer.reading.pdf.side_boxes import with_side_boxes
from peelviewer.reading.pdf.words import Page

_NOTE_SIZE = 0.93  # of the body's size: how large a footnote's text is, at most
NOTE_START = re.compile(r"[\[(]?(\d{1,3})(?:[.)\]]?(?:\s+|$)|(?=[A-Z“‘\"']|https?:|www\.))")
_SOURCE = re.compile(
    r"(?:source|notes?|figure|table|chart|for further information)\b|\*", re.IGNORECASE
)
_SHARE = 0.3  # of the commonest size: how common the text's is, at least
_LARGER = 1.35  # times the footnotes' size: how large the text's is, at most
_NEXT = 3  # numbers that a page's first note may be ahead of the last one before, uncalled
_FRAME = 3  # lines drawn down beside a row: two are a box, more are a table's columns
_MARGIN = 0.06  # of a page's height, above all that is drawn as a part of its text
_SEPARATOR = 260.0  # points: how long the line above footnotes is, at most


class Sheet(msgspec.Struct, frozen=True):
    """A page's rows: stretches of text in reading order, footnotes; texts set apart, charts.

    ``columns`` are those of a report that is set in two.
    """

    page: Page
    text: tuple[tuple[Row, ...], ...]
    notes: tuple[Row, ...]
    apart: tuple[str, ...]
    charts: tuple[Box, ...] = ()
    columns: Columns | None = None

    def without(self, count: int) -> "Sheet":
        """Return the page without its first ``count`` rows of text."""
        left: list[tuple[Row, ...]] = []
        for run in self.text:
            left.append(run[count:])
            count = max(0, count - len(run))
        return msgspec.structs.replace(self, text=tuple(run for run in left if run))


class _Last(NamedTuple):
    """The last note before: the highest number, and the last row, if there is any."""

    number: int = 0
    row: Row | None = None

    def can_end_with(self, row: Row) -> bool:
        """Whether the note can go on and end with a row of the next page or column.

        It stops in mid-sentence, or both rows stand at the foot of the page.
        """
        if self.row is None:
            return False
        is_open = not ends_sentence(self.row.text)
        return is_open or row.baseline <= self.row.baseline + 2 * row.size


class Body(msgspec.Struct, frozen=True):
    """What running text looks like: its size in points, and its rows' distance in sizes."""

    size: float
    leading: float


def body_size(pages: Sequence[Page]) -> float:
    """Return the size that most characters of the report are printed in.

    Where footnotes have more words than the text, it is the somewhat larger size that comes next.
    """
    weight: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            weight[word.style.size] += len(word.text)
    if not weight:
        return 0.0
    usual, most = weight.most_common(1)[0]
    return max(
        size
        for size, count in weight.items()
        if count >= _SHARE * most and usual <= size <= usual * _LARGER
    )


def sheets(pages: Sequence[Page]) -> tuple[list[Sheet], Body]:
    """Return the parts of every page, and the look of running text."""
    size = body_size(pages)
    rows = [rows_of(page.words) for page in pages]
    apart = running(pages, rows)
    texts = [
        [row for index, row in enumerate(all_rows) if index not in gone]
        for all_rows, gone in zip(rows, apart, strict=True)
    ]
    halved = gutters(pages, texts)
    made: list[Sheet] = []
    last = _Last()
    is_captioned = False
    for page, all_rows, gone, text, columns in zip(pages, rows, apart, texts, halved, strict=True):
        set_apart = [all_rows[index].text for index in sorted(gone)]
        is_blank = len(text) <= 2 and any(BLANK_PAGE.match(row.text) for row in text)
        if is_blank:
            set_apart += [row.text for row in text]
        boxes: list[Box] = []
        before: list[Row] = []
        parts: list[Part] = []
        drawn_here = (*page.pictures, *(shape.box for shape in page.shapes))
        for part in halves([] if is_blank else text, columns, page.rules, drawn_here):
            own = half(page, part, columns)
            drawn = charts(part, own, size, _top(part, before, page) if is_captioned else None)
            before = part
            if not _is_small(part, size):
                is_captioned = ends_in_caption(part, drawn, size * _NOTE_SIZE)
            in_charts = {index for chart in drawn for index in chart.rows}
            set_apart += [" ".join(part[index].text for index in chart.rows) for chart in drawn]
            boxes += [chart.box for chart in drawn]
            left = [row for index, row in enumerate(part) if index not in in_charts]
            for panel in with_panels(left, own.rules, own.uprights):
                parts += [panel] if panel.is_panel else _read(panel.rows, page, own)
        runs, notes = _parted(parts, page, columns, size, last)
        last = _last_note(notes, last)
        outside = (*set_apart, *page.aside)
        made.append(Sheet(page, tuple(runs), tuple(notes), outside, tuple(boxes), columns))
    return made, Body(size, leading([[r for s in m.text for r in s] for m in made], size))


def _read(rows: Sequence[Row], page: Page, own: Page) -> list[Part]:
    """Return rows in parts: boxes that stand beside the text, and columns.

    ``own`` is the ``page`` with what is drawn in the column of the rows alone.
    """
    return [
        Part(run)
        for stretch in with_side_boxes(rows, page.shapes)
        for run in in_order(stretch, own.uprights)
        if run
    ]


def _top(rows: Sequence[Row], before: Sequence[Row], page: Page) -> float:
    """Return where the part of a page begins in which ``rows`` stand, after those ``before``."""
    if before and rows and before[-1].baseline > rows[0].baseline:
        return before[-1].baseline
    return page.height * (1 - _MARGIN)


def _parted(
    parts: Sequence[Part],
    page: Page,
    columns: Columns | None,
    size: float,
    last: _Last,
) -> tuple[list[tuple[Row, ...]], list[Row]]:
    """Part a page into stretches of text and the footnotes at the foot of each column."""
    called = {
        int(mark.target or 0)
        for run, _ in parts
        for row in run
        for mark in row.marks
        if mark.kind == "footnote" and mark.start
    }
    text: list[tuple[Row, ...]] = []
    notes: list[Row] = []
    for index, (run, is_panel) in enumerate(parts):
        is_foot = not is_panel and all(
            other[0].baseline > run[-1].baseline or _is_small(other, size)
            for other, _ in parts[index + 1 :]
        )
        own = half(page, run, columns)
        at = _notes_start(run, own, size, called, last) if is_foot else len(run)
        if run[:at]:
            text.append(with_near_values(run[:at]))
        notes += run[at:]
        last = _last_note(run[at:], last)
    return text, notes


def _is_small(rows: Sequence[Row], size: float) -> bool:
    """Whether rows can be nothing but footnotes: those across the page, below a column's."""
    return all(row.size <= size * _NOTE_SIZE for row in rows)


def _last_note(rows: Sequence[Row], last: _Last) -> _Last:
    """Return the last note after ``rows``, which are of notes."""
    for row in rows:
        last = _Last(max(last.number, starts_note(row, last.number) or 0), row)
    return last


def _notes_start(
    rows: Sequence[Row], page: Page, size: float, called: set[int], last: _Last
) -> int:
    """Return where, among a column's rows, the footnotes begin."""
    at = len(rows)
    while at and rows[at - 1].size <= size * _NOTE_SIZE and not _is_in_table(rows[at - 1], page):
        at -= 1
    line = _separator(rows, page.rules)
    if line is not None and line < at and _is_body(rows[line], called):
        at = line  # footnotes as large as the text, below a drawn line
    first = next(
        (
            index
            for index in range(at, len(rows))
            if (number := starts_note(rows[index], last.number)) is not None
            and (number in called or last.number < number <= last.number + _NEXT)
        ),
        None,
    )
    if line is not None and at <= line < len(rows) and (first is None or line <= first):
        return line
    if first is None:
        # Only the rest of a note from the page before can stand here without a number.
        is_rest = at < len(rows) and last.can_end_with(rows[-1]) and _is_rest(rows[at:])
        return at if is_rest else len(rows)
    rest = first
    while rest > at and _is_rest(rows[rest - 1 : first]) and _is_close(rows, rest):
        rest -= 1
    return rest


def _is_in_table(row: Row, page: Page) -> bool:
    """Whether a row stands between drawn columns, or ends in values that stand by themselves."""
    drawn = {round(box[0]) for box in page.uprights if box[1] <= row.baseline <= box[3]}
    if len(drawn) >= _FRAME:
        return True
    has_values = len(row.cells) > 1 and VALUE.match(row.cells[-1].text) is not None
    return has_values and (len(row.cells) > 2 or starts_note(row) is None)


def _separator(rows: Sequence[Row], rules: Sequence[Box]) -> int | None:
    """Return the first row below the line that is drawn above footnotes."""
    if not rows:
        return None
    left = min(row.left for row in rows)
    for rule in sorted(rules, key=lambda box: box[1]):
        below = [index for index, row in enumerate(rows) if row.baseline < rule[1]]
        if not below or rule[2] - rule[0] > _SEPARATOR or abs(rule[0] - left) > 12:
            continue
        return below[0] if starts_note(rows[below[0]]) is not None else None
    return None


def _is_body(row: Row, called: set[int]) -> bool:
    number = starts_note(row)
    return number is not None and number in called


def _is_rest(rows: Sequence[Row]) -> bool:
    """Whether rows can be the rest of a footnote, and no source, caption or table."""
    return all(len(row.cells) == 1 and not row.bold and not _SOURCE.match(row.text) for row in rows)


def _is_close(rows: Sequence[Row], at: int) -> bool:
    """Whether the row before ``at`` stands as near to it as the lines of one note do."""
    return rows[at - 1].baseline - rows[at].baseline <= 2 * rows[at].size


def starts_note(row: Row, last: int = 0) -> int | None:
    """Return the number of the footnote that begins with this row; ``None`` if none does.

    ``last`` is the number of the note before: it tells a number from digits that touch it
    ("404Ps" is 40 and "4Ps").
    """
    for mark in row.cells[0].marks:
        if mark.kind == "footnote" and mark.start == 0:
            return int(mark.target or 0)
    match = NOTE_START.match(row.text)
    if match is None:
        return None
    if last and match.end() == match.end(1):
        for end in (2, 1):
            number = int(match[1][:end])
            if len(match[1]) > end and last < number <= last + _NEXT < int(match[1]):
                return number
    return int(match[1])
