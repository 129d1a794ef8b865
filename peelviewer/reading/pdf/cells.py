# SPDX-License-Identifier: MIT
"""A table's printed rows to its own rows and columns."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.lines import Line, begins_lower, shifted
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.headers import headed
from peelviewer.reading.pdf.rows import Cell, Row, joined
from peelviewer.reading.pdf.strips import OPEN, SAME_LINE, Span, drawn, is_clear_at, white
from peelviewer.reading.pdf.tables import Region, at_top, is_loose, is_tabular, with_wraps
from peelviewer.reading.pdf.words import Word
from peelviewer.reading.pdf.wraps import NO_WORDS, VALUE, run_on
from peelviewer.reference.months import MONTHS

_SAME_CELL = 1.45  # of the size: how far apart the lines of one cell stand, at most
_BETWEEN = 0.9  # of the size: how far what stands between the lines of a cell is from them
_AIRY = 0.15  # of a table's rows that stand farther apart than lines do
_HEADS = 5  # rows of one cell above a row with values, at a page's top

_DATE = re.compile(rf"(?:.* )?\d{{1,2}} (?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


class Table(msgspec.Struct, frozen=True):
    """A table's rows, each with a cell for every column, and where the columns are.

    ``airy``: its rows stand farther apart than the lines of one cell.
    """

    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[Span, ...]
    size: float
    airy: bool

    def moved(self, by: float) -> "Table":
        """Return the table as its columns would stand ``by`` points further right."""
        columns = tuple((left + by, right + by) for left, right in self.columns)
        return msgspec.structs.replace(self, columns=columns)


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
    header_alone = sum(map(is_tabular, printed)) == 1
    around = [*printed, *(at_top(overleaf) if header_alone else ())]
    told = None if lines or region.heights or before else headed(around)
    parted = told or lines or white(around)
    known = before.columns if before else ()
    if len(known) - 1 > len(parted) and all(_is_clear(row, known) for row in printed):
        parted = [left for left, _ in known[1:]]
    airy = before is not None and before.airy
    made = _made(printed, region, parted, uprights if lines else None, words, airy=airy)
    if not told and not lines and not before and (false := _within_columns(made.rows)):
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
        if heads[number] and not fills[number] and _goes_on(header[number], after)
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


def _goes_on(header: Cell, after: Cell) -> bool:
    """Whether the header on the right goes on with one: in lower case, or with a day's month."""
    return begins_lower(after.text) or bool(_DATE.match(f"{header.text} {after.text}"))


def _is_airy(rows: Sequence[Row]) -> bool:
    """Whether rows of the table stand farther apart than the lines of its cells."""
    steps = [(above.baseline - row.baseline) / row.size for above, row in pairwise(rows)]
    return bool(steps) and sum(step > _SAME_CELL for step in steps) >= _AIRY * len(steps)


def rest(rows: Sequence[Row], columns: Sequence[Span]) -> int:
    """Return how many rows at a page's top go on with a table that has these columns.

    Rows of one cell are among them where rows with values follow, or where they can only be the
    rest of a cell that the page's end cuts.
    """
    end = _with_cut(rows, 0, columns)
    for index, row in enumerate(rows):
        if is_tabular(row) or _is_value(row, columns):
            if not _stands_in(row, columns):
                break
            end = index + 1
        elif index - end >= _HEADS or not is_loose(rows, index) or not _heads(row, columns):
            break
    return _with_cut(rows, end, columns)


def with_rest(
    found: Sequence[Region], rows: Sequence[Row], columns: Sequence[Span], rules: Sequence[Box]
) -> list[Region]:
    """Return the tables of a page, those at its top begun where the table before goes on."""
    end = rest(rows, columns)
    if not end:
        return list(found)
    later = [part for part in found if part.start > end]
    end = max([end, *(part.end for part in found if part.start <= end)])
    end = with_wraps(rows, end, later[0].start if later else len(rows))
    foot = rows[end - 1].baseline - 2 * rows[end - 1].size
    heights = {rule[1] for rule in rules if rule[1] > foot}
    return [Region(0, end, tuple(sorted(heights, reverse=True))), *later]


def _with_cut(rows: Sequence[Row], end: int, columns: Sequence[Span]) -> int:
    """Return ``end`` with the rows from there on that can only be the rest of a cell."""
    while end < len(rows) and is_loose(rows, end) and _is_rest(rows[end], columns):
        end += 1
    return end


def _stands_in(row: Row, columns: Sequence[Span]) -> bool:
    """Whether each of a row's cells stands in a column of its own."""
    places = [_nearest(cell, columns) for cell in row.cells]
    return len(set(places)) == len(places) and _is_clear(row, columns)


def _is_clear(row: Row, columns: Sequence[Span]) -> bool:
    """Whether a row's words leave more than a space where each column begins."""
    return all(is_clear_at(row, left) for left, _ in columns[1:])


def _is_value(row: Row, columns: Sequence[Span]) -> bool:
    """Whether a row is values alone, in columns that are not the first."""
    return (
        len(columns) > 1
        and row.left >= columns[1][0]
        and all(VALUE.match(cell.text) for cell in row.cells)
    )


def _heads(row: Row, columns: Sequence[Span]) -> bool:
    """Whether a row of one cell can head rows of a table, or be a line of its first cells."""
    return row.right <= max(left for left, _ in columns)


def _is_rest(row: Row, columns: Sequence[Span]) -> bool:
    goes_on = begins_lower(row.text) or row.text[:1].isdigit()
    return len(columns) > 1 and row.right <= columns[-1][0] and goes_on and _is_clear(row, columns)


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
                counts[_nearest(cell, columns)] += 1
    return max(counts, default=0) > 1


def _by_distance(rows: Sequence[Row], columns: Sequence[Span], *, airy: bool) -> list[list[Row]]:
    """Group rows by the distance between them: lines of one cell stand closer than rows.

    Where rows stand as close as the lines of a cell, only what stands between two lines, or goes
    on in lower case, belongs to the same row.
    """
    steps = [(above.baseline - row.baseline) / row.size for above, row in pairwise(rows)]
    groups: list[list[Row]] = [[rows[0]]]
    for step, row in zip(steps, rows[1:], strict=True):
        heads = row.bold and groups[-1][-1].bold
        near = step <= (_SAME_CELL if airy or heads else _BETWEEN)
        runs_on = (
            step <= _SAME_CELL
            and len(row.cells) == 1
            and begins_lower(row.text)
            and _nearest(row.cells[0], columns) == 0
        )
        if (near or runs_on) and not _has_several([*groups[-1], row], columns):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _cells(group: Sequence[Row], columns: Sequence[Span], words: Counter[str]) -> tuple[Cell, ...]:
    """Return a cell for each column; every printed cell goes to the column it stands in."""
    pieces: list[list[Cell]] = [[] for _ in columns]
    for row in group:
        for printed in row.cells:
            pieces[_nearest(printed, columns)].append(printed)
    return tuple(
        run_on(cells, words) if cells else Cell("", *span)
        for cells, span in zip(pieces, columns, strict=True)
    )


def _nearest(cell: Cell, columns: Sequence[Span]) -> int:
    """Return the column that a cell stands in: where it begins, if it covers several."""
    shared = [min(cell.right, right) - max(cell.left, left) for left, right in columns]
    covered = [index for index, part in enumerate(shared) if part > 1]
    if len(covered) > 1:
        widest = max(covered, key=lambda index: shared[index])
        return widest if shared[widest] > 0.8 * (cell.right - cell.left) else covered[0]
    if covered:
        return covered[0]
    return max(range(len(columns)), key=lambda index: shared[index])
