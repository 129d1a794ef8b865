# SPDX-License-Identifier: MIT
"""The numbers graphic: the rows that name the force and the nation, and those with their values.

They are told from running text by their words; their order on the page is kept, so that the
values of one pair stand in the order of its names.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from peelviewer.reading.chapters import is_chapter
from peelviewer.reading.graphic import VALUE, is_force, is_national, names_both
from peelviewer.reading.lines import Line
from peelviewer.reading.pdf.beside import labels_first
from peelviewer.reading.pdf.cells import line
from peelviewer.reading.pdf.flow import Printed, flow
from peelviewer.reading.pdf.layout import Body
from peelviewer.reading.pdf.looks import Looks, is_larger
from peelviewer.reading.pdf.rows import Cell, Row, joined
from peelviewer.reading.pdf.stacks import stacked
from peelviewer.reading.pdf.tabular import Region
from peelviewer.reading.pdf.wraps import goes_on

_TITLE = re.compile(r"(?:.*\bin numbers|(?:the )?force in context)\W*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\W*$")
_LONGEST_TITLE = 80
_NARROW = 0.5  # of the size: how wide the gap between two names is, at least
_PAIR = 2  # names or values side by side
_LINE = 1.6  # sizes from one line of a label to the next, at most
_FEWEST = 2  # rows of a table with values for both, if it is the only one
_SEVERAL = 2  # rows of both names
_SAME_SIZE = 0.6  # points
_WRAP = 2.2  # sizes from a name's first line to its second, at most


class Chapter(msgspec.Struct):
    """Whether the chapter in numbers is being read, how its title looks, and its first page."""

    title: Row | None = None
    page: int = 0

    def parts(self, rows: Sequence[Row], page: int, body: Body) -> Iterator[tuple[bool, list[Row]]]:
        """Part rows of a ``page`` into those inside the chapter (``True``) and those outside."""
        run: list[Row] = []
        for row in rows:
            begins = len(row.text) <= _LONGEST_TITLE and bool(_TITLE.match(row.text))
            ends = self.title is not None and self._ends(row, page, body)
            if begins or ends:
                above = _rows_of_title(run, row)
                if run[: len(run) - above]:
                    yield self.title is not None, run[: len(run) - above]
                run = run[len(run) - above :]
                self.title, self.page = (row, page) if begins else (None, 0)
            run.append(row)
        if run:
            yield self.title is not None, run

    def _ends(self, row: Row, page: int, body: Body) -> bool:
        """Whether another chapter begins: by its look, and its words or a page of its own.

        Groups can look like the chapter's title, those on its own page at least.
        """
        title = self.title
        if title is None or row.size < title.size - 0.5 or row.bold != title.bold:
            return False
        if is_chapter(row.text) or row.text.rstrip().endswith("?"):
            return True
        has_words = any(map(str.isalpha, row.text)) and not any(
            _is_item(cell.text) for cell in row.cells
        )
        return page != self.page and is_larger(title, body) and has_words


def by_names(rows: Sequence[Row], found: Sequence[Region]) -> Iterator[tuple[Region, int]]:
    """Yield the tables that ``found`` hold, each with how many rows of values make one of it.

    Where several rows are both names, each is the header of a table of its own, were it of one
    row, as one between drawn lines can be. Headings between them are larger than the names, and
    part of none.
    """
    headers = [
        [n for n in range(region.start, region.end) if _names_both(rows[n : region.end])]
        for region in found
    ]
    if sum(map(len, headers)) < _SEVERAL:
        yield from ((region, 1 if region.heights else _FEWEST) for region in found)
        return
    for region, starts in zip(found, headers, strict=True):
        if not starts:
            yield region, _FEWEST
        for start, stop in pairwise([*starts, region.end]):
            larger = (n for n in range(start, stop) if rows[n].size > rows[start].size + _SAME_SIZE)
            yield Region(start, next(larger, stop), region.heights), 1


def _names_both(rows: Sequence[Row]) -> bool:
    """Whether rows begin with the names of a force and of England and Wales, side by side.

    The names may take two rows.
    """
    first, *below = rows[:2]
    names = [cell.text for cell in first.cells]
    if len(names) != _PAIR or any(map(VALUE.match, names)):
        return False
    wraps = [cell for row in below for cell in row.cells]
    whole = [
        " ".join(
            [cell.text, *(c.text for c in wraps if c.left < cell.right and cell.left < c.right)]
        )
        for cell in first.cells
    ]
    return any(map(is_national, [*names, *whole]))


def is_table(rows: Sequence[Sequence[Cell]], fewest: int) -> bool:
    """Whether rows are a table of the chapter: its header names both, and no row below does.

    At least ``fewest`` rows have a label and both values. A label that begins beside the names and
    goes on beside the values is no row's.
    """
    header, *below = ([cell.text for cell in row] for row in rows)
    force = next((n for n, text in enumerate(header[1:], 1) if is_force(text)), None)
    national = next((n for n, text in enumerate(header[1:], 1) if is_national(text)), None)
    if force is None or national is None or _is_item(header[0]):
        return False
    if header[0] and below and goes_on(header[0], below[0][0]):
        return False
    if any(map(_is_name, (text for row in below for text in row))):
        return False
    full = [
        row for row in below if row[0] and VALUE.match(row[force]) and VALUE.match(row[national])
    ]
    return len(full) >= fewest


def _rows_of_title(run: Sequence[Row], row: Row) -> int:
    """Return how many rows above ``row`` are the same title's, that only ends with ``row``."""
    count = 0
    for above, below in pairwise([*run, row][::-1]):
        alike = below.size == above.size and below.bold == above.bold
        if not alike or below.baseline - above.baseline > _LINE * row.size:
            break
        count += 1
    return count


def figures(rows: Sequence[Row], page: int, looks: Looks) -> Iterator[Printed]:
    """Yield the lines of the chapter in numbers: names and values apart from labels."""
    run: list[Row] = []
    for row in _with_blanks(list(map(parted, _unwrapped(stacked(list(labels_first(rows))))))):
        filled = [cell.text for cell in row.cells if cell.text]
        if all(map(_is_item, filled)) and not _ends_label(run, row):
            yield from flow(run, page, looks)
            run = []
            if len(row.cells) > 1:
                yield Printed(line(row.cells, page, row.size, gap=True))
            else:
                yield Printed(
                    Line(number=0, text=row.text, marks=row.marks, page=page, size=row.size)
                )
        else:
            run.append(row)
    yield from flow(run, page, looks)


def _with_blanks(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, a value's place that a pair leaves blank as an empty cell.

    Of two names side by side one has a value below it, or of two names one below the other one has
    a value beside it, and no further value follows: the other one has none.
    """
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        (cell, *more), blank = row.cells, None
        if above and not more and VALUE.match(cell.text) and not _are_values(below):
            blank = _blank_under(above, cell)
        elif not more and not _are_values(below):
            is_beside = any(_is_named(row, other) for other in (above, below) if other)
            blank = 1 if is_beside else None
        if blank is None:
            yield row
        else:
            cells = [cell]
            cells.insert(blank, Cell("", row.left, row.left))
            yield msgspec.structs.replace(row, cells=tuple(cells))


def _are_values(row: Row | None) -> bool:
    return row is not None and all(VALUE.match(cell.text) for cell in row.cells)


def _blank_under(names: Row, value: Cell) -> int | None:
    """Return which of two names side by side the only value below them does not stand under."""
    if len(names.cells) != _PAIR or not all(_is_name(cell.text) for cell in names.cells):
        return None
    under = [cell.left < value.right and cell.right > value.left for cell in names.cells]
    is_year = _YEAR.match(value.text) is not None
    return under.index(False) if sum(under) == 1 and not is_year else None


def _is_named(row: Row, other: Row) -> bool:
    """Whether a row is a name below or above the ``other`` name, which has its value beside it."""
    if len(other.cells) != _PAIR or not _is_name(row.text) or not _is_name(other.cells[0].text):
        return False
    return (
        VALUE.match(other.cells[1].text) is not None
        and is_national(row.text) != is_national(other.cells[0].text)
        and abs(other.baseline - row.baseline) <= _WRAP * other.size
        and abs(other.left - row.left) <= row.size
    )


def _is_name(text: str) -> bool:
    return is_national(text) or is_force(text)


def parted(row: Row) -> Row:
    """Return a row of one cell as two where two names or values stand near each other.

    Values do so with more than a space between them: they can be one number.
    """
    if len(row.cells) > 1 or _is_item(row.text):
        return row
    are_names = names_both(row.text)
    for place, (before, after) in enumerate(pairwise(row.words), 1):
        if after.left - before.right < _NARROW * row.size and not are_names:
            continue
        cells = joined(row.words[:place], row.size), joined(row.words[place:], row.size)
        if all(_is_item(cell.text) for cell in cells):
            return msgspec.structs.replace(row, cells=cells)
    return row


def _ends_label(run: Sequence[Row], row: Row) -> bool:
    """Whether a number alone is the last word of a label ("… 30 June / 2016") and no value."""
    if not run or len(row.cells) > 1 or not _YEAR.match(row.text):
        return False
    above = run[-1]
    return (
        above.size == row.size
        and above.bold == row.bold
        and above.baseline - row.baseline <= _LINE * row.size
        and abs(above.left - row.left) <= row.size
    )


def _is_item(text: str) -> bool:
    return bool(VALUE.match(text)) or is_national(text) or is_force(text)


def _unwrapped(rows: Sequence[Row]) -> list[Row]:
    """Put names together that stand on two lines, in whichever cell of the row they do."""
    if len(rows) < 2:
        return list(rows)
    done: list[Row] = []
    taken: Row | None = None
    for above, below in pairwise([*rows, rows[-1]]):
        if above is taken:
            continue
        joined = None if above is below else _joined(above, below)
        if joined is None:
            done.append(above)
        else:
            done.append(joined)
            taken = below
    return done


def _joined(above: Row, below: Row) -> Row | None:
    """Return two rows as one if all cells of the lower one complete names in the upper one."""
    if above.baseline - below.baseline > _WRAP * above.size or len(below.cells) > len(above.cells):
        return None
    cells: list[Cell] = list(above.cells)
    for part in below.cells:
        place = next(
            (
                n
                for n, cell in enumerate(cells)
                if cell.left < part.right and cell.right > part.left
            ),
            None,
        )
        if place is None or _is_item(cells[place].text) or _is_item(part.text):
            return None
        text = f"{cells[place].text} {part.text}"
        if not (is_national(text) or is_force(text)):
            return None
        cells[place] = msgspec.structs.replace(cells[place], text=text)
    if not all(_is_item(cell.text) for cell in cells):
        return None
    return msgspec.structs.replace(above, cells=tuple(cells), baseline=below.baseline)
