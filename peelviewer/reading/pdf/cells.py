# SPDX-License-Identifier: MIT
"""A table's printed rows to its own rows and columns."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.graphic import VALUE
from peelviewer.reading.lines import Line, shifted
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.headers import headed
from peelviewer.reading.pdf.rows import Cell, Row, joined
from peelviewer.reading.pdf.strips import (
    OPEN,
    SAME_LINE,
    Span,
    between,
    drawn,
    is_clear,
    nearest,
    white,
)
from peelviewer.reading.pdf.tabular import Region, at_top, is_tabular
from peelviewer.reading.pdf.words import Word
from peelviewer.reading.pdf.wraps import NO_WORDS, goes_on, run_on

_SAME_CELL = 1.45  # of the size: how far apart the lines of one cell stand, at most
_BETWEEN = 0.9  # of the size: how far what stands between the lines of a cell is from them
_AIRY = 0.15  # of a table's rows that stand farther apart than lines do


class Table(msgspec.Struct, frozen=True):
    """A table's rows, each with a cell for every column, and where the columns are.

    ``airy``: its rows stand farther apart than the lines of one cell.
    """

    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[Span, ...]
    size: float
    airy: bool

    @property
    def strips(self) -> tuple[Span, ...]:
        """The white between the columns, from where words end to where they begin."""
        return between(self.rows, self.columns)

    def moved(self, by: float) -> "Table":
        """Return the table as it would stand ``by`` points further right."""
        moved = tuple((left + by, right + by) for left, right in self.columns)
        rows = tuple(
            tuple(
                msgspec.structs.replace(cell, left=cell.left + by, right=cell.right + by)
                for cell in row
            )
            for row in self.rows
        )
        return msgspec.structs.replace(self, rows=rows, columns=moved)


def table(
    rows: Sequence[Row],
    region: Region,
    uprights: Sequence[Box],
    before: Table | None = None,
    overleaf: Sequence[Row] = (),
    words: Counter[str] = NO_WORDS,
) -> Table:
    """Return the table that the rows of ``region`` print.

    ``before`` is the table that this one goes on with, from the page before; ``overleaf`` are the
    next page's rows, which tell the columns of a header that stands alone; ``words`` are those of
    the report, by which a word is known that a cell's end parts.
    """
    printed = rows[region.start : region.end]
    lines = drawn(printed, uprights)
    below = at_top(overleaf) if _is_header(printed) else []
    around = [*printed, *below]
    told = None if lines or region.heights or before else headed(around)
    parted = told or lines or white(around)
    known = before.columns if before else ()
    if before and len(known) - 1 > len(parted) and all(is_clear(r, before.strips) for r in printed):
        parted = [left for left, _ in known[1:]]
    airy = before is not None and before.airy
    made = _made(printed, region, parted, uprights if lines else None, words, airy=airy)
    while not (told or lines or before) and (
        false := _within_columns([*made.rows, *(_placed(row, parted, words) for row in below)])
    ):
        parted = [x for number, x in enumerate(parted) if number not in false]
        made = _made(printed, region, parted, None, words, airy=airy)
    return made


def _made(
    printed: Sequence[Row],
    region: Region,
    parted: Sequence[float],
    uprights: Sequence[Box] | None,
    words: Counter[str],
    *,
    airy: bool,
) -> Table:
    """Return the table whose columns are parted at some places."""
    columns = tuple(pairwise([float("-inf"), *parted, float("inf")]))
    printed = [_cut(row, parted, uprights) for row in printed]
    airy = airy or _is_airy(printed)
    groups = _grouped(printed, region.heights, columns, airy=airy)
    return Table(
        rows=tuple(_cells(group, columns, words) for group in groups),
        columns=columns,
        size=printed[0].size,
        airy=airy,
    )


def _is_header(rows: Sequence[Row]) -> bool:
    """Whether rows are the header of a table alone, which has its values on the next page."""
    values = any(VALUE.match(cell.text) for row in rows for cell in row.cells)
    return not values or sum(map(is_tabular, rows)) == 1


def _placed(row: Row, parted: Sequence[float], words: Counter[str]) -> tuple[Cell, ...]:
    """Return a printed row as one of a table whose columns are parted at some places."""
    columns = list(pairwise([float("-inf"), *parted, float("inf")]))
    return _cells([_cut(row, parted, None)], columns, words)


def _within_columns(rows: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """Return which places do not part two columns, but a header from the values below it.

    A header on the left of its column and values on the right of it leave white between them. Each
    of the two then has nothing in the other's rows, and they stand side by side: of several such
    in a row each second place is within a column. The first column's names may have no header. A
    header above nothing whose words go on in the next one is one with it.
    """
    header, *below = rows
    heads = [bool(cell.text) for cell in header]
    fills = [any(row[column].text for row in below) for column in range(len(header))]
    false = {
        number
        for number, after in enumerate(header[1:])
        if heads[number] and not fills[number] and goes_on(header[number].text, after.text)
    }
    run: list[int] = []
    for column in range(len(header) + 1):
        is_single = column < len(header) and heads[column] != fills[column]
        if is_single and (not run or heads[run[-1]] != heads[column]):
            run.append(column)
            continue
        if len(run) % 2 and run[0] == 0 and not heads[0]:
            run = run[1:]
        if not len(run) % 2:
            false.update(run[::2])
        run = [column] if is_single else []
    return frozenset(false)


def _is_airy(rows: Sequence[Row]) -> bool:
    """Whether rows of the table stand farther apart than the lines of its cells."""
    steps = [(above.baseline - row.baseline) / row.size for above, row in pairwise(rows)]
    return bool(steps) and sum(step > _SAME_CELL for step in steps) >= _AIRY * len(steps)


def line(cells: Sequence[Cell], page: int, size: float, *, gap: bool) -> Line:
    """Return a table's row as a styled line."""
    text = "\t".join(cell.text for cell in cells)
    at = 0
    marks: list[Mark] = []
    for cell in cells:
        marks += shifted(cell.marks, at)
        at += len(cell.text) + 1
    return Line(
        number=0,
        text=text,
        marks=tuple(marks),
        cells=tuple(cell.text for cell in cells),
        gap=gap,
        page=page,
        size=size,
    )


def _cut(row: Row, places: Sequence[float], uprights: Sequence[Box] | None) -> Row:
    """Cut a row's words into cells at the columns' ends.

    Where lines are drawn, only those at the row's height part it; else a row that is one cell,
    a group's heading, is parted only where more than a space is at a column's end.
    """
    if uprights is None:
        here = list(places) if len(row.cells) > 1 else [x for x in places if _is_open(row, x)]
    else:
        middle = row.baseline + row.size * 0.3
        here = [
            x
            for x in places
            if any(
                abs((box[0] + box[2]) / 2 - x) <= SAME_LINE and box[1] <= middle <= box[3]
                for box in uprights
            )
        ]
    if not here and len(row.cells) == 1:
        return row
    groups: dict[int, list[Word]] = {}
    for word in row.words:
        centre = (word.left + word.right) / 2
        groups.setdefault(sum(centre > x for x in here), []).append(word)
    cells = tuple(joined(groups[column], row.size) for column in sorted(groups))
    return msgspec.structs.replace(row, cells=cells)


def _is_open(row: Row, x: float) -> bool:
    """Whether two words of a row leave more than a space at a place."""
    return any(
        one.right <= x <= other.left and other.left - one.right >= OPEN * row.size
        for one, other in pairwise(row.words)
    )


def _grouped(
    rows: Sequence[Row], heights: Sequence[float], columns: Sequence[Span], *, airy: bool
) -> list[list[Row]]:
    """Group the printed rows to the table's own: by the lines between them, or by distance."""
    bands: dict[int, list[Row]] = {}
    for row in rows:
        middle = row.baseline + row.size * 0.3
        bands.setdefault(sum(1 for y in heights if y > middle), []).append(row)
    groups: list[list[Row]] = []
    for band in sorted(bands):
        inside = bands[band]
        if heights and not _has_several(inside, columns):
            groups.append(inside)
        else:
            groups += _by_distance(inside, columns, airy=airy)
    return groups


def _has_several(rows: Sequence[Row], columns: Sequence[Span]) -> bool:
    """Whether a column has several values in these rows: they are rows of their own."""
    counts = [0] * len(columns)
    for row in rows:
        for cell in row.cells:
            if VALUE.match(cell.text):
                counts[nearest(cell, columns)] += 1
    return max(counts, default=0) > 1


def _by_distance(rows: Sequence[Row], columns: Sequence[Span], *, airy: bool) -> list[list[Row]]:
    """Group rows by the distance between them: lines of one cell stand closer than rows.

    Where rows stand as close as the lines of a cell, only what stands between two lines, or can
    only be the next line of a name, belongs to the same row.
    """
    steps = [(above.baseline - row.baseline) / row.size for above, row in pairwise(rows)]
    groups: list[list[Row]] = [[rows[0]]]
    for step, row in zip(steps, rows[1:], strict=True):
        heads = row.bold and groups[-1][-1].bold and not _is_group(row, groups[-1], columns)
        near = step <= (_SAME_CELL if airy or heads else _BETWEEN)
        runs_on = (
            step <= _SAME_CELL
            and len(row.cells) == 1
            and nearest(row.cells[0], columns) == 0
            and goes_on(_name(groups[-1][-1], columns), row.text)
        )
        if (near or runs_on) and not _has_several([*groups[-1], row], columns):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _is_group(row: Row, header: Sequence[Row], columns: Sequence[Span]) -> bool:
    """Whether a row below a header without a corner is the heading of a group, and no corner.

    A corner stands beside a line of the other headers.
    """
    return (
        len(row.cells) == 1
        and nearest(row.cells[0], columns) == 0
        and not any(_name(line, columns) for line in header)
    )


def _name(row: Row, columns: Sequence[Span]) -> str:
    """Return what a row has in the first column."""
    return " ".join(cell.text for cell in row.cells if nearest(cell, columns) == 0)


def _cells(group: Sequence[Row], columns: Sequence[Span], words: Counter[str]) -> tuple[Cell, ...]:
    """Return a cell for each column; every printed cell goes to the column it stands in."""
    pieces: list[list[Cell]] = [[] for _ in columns]
    for row in group:
        for printed in row.cells:
            pieces[nearest(printed, columns)].append(printed)
    return tuple(
        run_on(cells, words) if cells else Cell("", *span)
        for cells, span in zip(pieces, columns, strict=True)
    )
