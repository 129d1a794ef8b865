# SPDX-License-Identifier: MIT
"""A table's printed rows to its own rows and columns."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.lines import Line, begins_lower, shifted
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.rows import Cell, Row, joined
from peelviewer.reading.pdf.tables import Region, at_top, is_loose, is_tabular
from peelviewer.reading.pdf.words import Word
from peelviewer.reading.pdf.wraps import NO_WORDS, VALUE, run_on

_CROSSED = 0.2  # of a table's rows that may cross the white between two columns
_SAME_LINE = 3.0  # points: how far apart the pieces of one vertical line stand
_SAME_CELL = 1.45  # of the size: how far apart the lines of one cell stand, at most
_BETWEEN = 0.9  # of the size: how far what stands between the lines of a cell is from them
_OPEN = 0.6  # of the size: how wide the white at a column's end is, where it parts a cell
_AIRY = 0.15  # of a table's rows that stand farther apart than lines do
_HEADS = 5  # rows of one cell above a row with values, at a page's top
_HALF = 0.5  # of a table's height that a vertical line covers to part columns

Span = tuple[float, float]


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
    drawn = _drawn(printed, uprights)
    header_alone = sum(map(is_tabular, printed)) == 1
    parted = drawn or _white([*printed, *(at_top(overleaf) if header_alone else ())])
    known = before.columns if before else ()
    if len(known) - 1 > len(parted) and all(_is_clear(row, known) for row in printed):
        parted = [left for left, _ in known[1:]]
    columns = tuple(pairwise([float("-inf"), *parted, float("inf")]))
    printed = [_cut(row, parted, uprights if drawn else None) for row in printed]
    airy = _is_airy(printed) or (before is not None and before.airy)
    groups = _grouped(printed, region.heights, columns, airy=airy)
    return Table(
        rows=tuple(_cells(group, columns, words) for group in groups),
        columns=columns,
        size=printed[0].size,
        airy=airy,
    )


def _is_airy(rows: Sequence[Row]) -> bool:
    """Whether rows of the table stand farther apart than the lines of its cells."""
    steps = [(above.baseline - row.baseline) / row.size for above, row in pairwise(rows)]
    return bool(steps) and sum(step > _SAME_CELL for step in steps) >= _AIRY * len(steps)


def rest(rows: Sequence[Row], columns: Sequence[Span]) -> int:
    """Return how many rows at a page's top go on with a table that has these columns.

    Rows of one cell are among them where rows with values follow, or where they can only be the
    rest of a cell that the page's end cuts.
    """
    end = _with_rest(rows, 0, columns)
    for index, row in enumerate(rows):
        if is_tabular(row) or _is_value(row, columns):
            if not _stands_in(row, columns):
                break
            end = index + 1
        elif index - end >= _HEADS or not is_loose(rows, index) or not _heads(row, columns):
            break
    return _with_rest(rows, end, columns)


def _with_rest(rows: Sequence[Row], end: int, columns: Sequence[Span]) -> int:
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
    return all(_is_clear_at(row, left) for left, _ in columns[1:])


def _is_clear_at(row: Row, x: float) -> bool:
    before = max((word.right for word in row.words if word.left < x), default=None)
    after = min((word.left for word in row.words if word.left >= x), default=None)
    if before is None or after is None:
        return before is None or before <= x
    return before <= x and after - before >= _OPEN * row.size


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


def _drawn(rows: Sequence[Row], uprights: Sequence[Box]) -> list[float]:
    """Return where vertical lines part the columns, from the left."""
    top = max(row.baseline + row.size for row in rows)
    bottom = min(row.baseline for row in rows)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    heights: dict[float, float] = {}
    for box in sorted(uprights):
        place = (box[0] + box[2]) / 2
        covered = min(box[3], top) - max(box[1], bottom)
        if covered <= 0 or not left < place < right:
            continue
        known = next((x for x in heights if abs(x - place) <= _SAME_LINE), place)
        heights[known] = heights.get(known, 0.0) + covered
    return sorted(x for x, covered in heights.items() if covered >= _HALF * (top - bottom))


def _white(rows: Sequence[Row]) -> list[float]:
    """Return where white strips part the columns, from the left.

    A few rows may cross a strip: headings that are wider than what stands below them.
    """
    full = [row for row in rows if is_tabular(row)]
    gaps = sorted(
        {
            round(place, 1)
            for row in full
            for one, other in pairwise(row.cells)
            for place in ((one.right + other.left) / 2, other.left - 1)
        }
    )
    crossed = {x: sum(not _is_clear_at(row, x) for row in full) for x in gaps}
    open_ = [x for x in gaps if crossed[x] <= max(_CROSSED * len(full), 1 if len(full) > 2 else 0)]
    strips: list[list[float]] = []
    for x in open_:
        if strips and not _is_between(full, strips[-1][-1], x):
            strips[-1].append(x)
        else:
            strips.append([x])
    return [_best_place(strip, rows, full) for strip in strips]


def _best_place(strip: Sequence[float], rows: Sequence[Row], full: Sequence[Row]) -> float:
    """Return where in a white strip to part columns: before the right one, through no word."""
    lefts = [
        other.left
        for row in full
        for one, other in pairwise(row.cells)
        if strip[0] <= (one.right + other.left) / 2 + 0.1 <= strip[-1] + 0.2
    ]
    places: list[float] = [*([min(lefts) - 1] if lefts else ()), *strip]
    return min(
        places,
        key=lambda x: sum(word.left < x < word.right for row in rows for word in row.words),
    )


def _is_between(rows: Sequence[Row], left: float, right: float) -> bool:
    """Whether cells stand between two places: these then part different columns."""
    return any(
        cell.left >= left - 1 and cell.right <= right + 1 for row in rows for cell in row.cells
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
                abs((box[0] + box[2]) / 2 - x) <= _SAME_LINE and box[1] <= middle <= box[3]
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
        one.right <= x <= other.left and other.left - one.right >= _OPEN * row.size
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
