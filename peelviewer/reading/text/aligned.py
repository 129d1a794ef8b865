# SPDX-License-Identifier: MIT
"""Tables whose columns only spaces show: cells of one column stand below each other.

So programs print a page as text. Blank lines between rows, and rows on several lines because a
cell of them is, are no end of a table.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.lines import ITEM, begins_lower
from peelviewer.reading.text.framed import Row, Rows

_TABBED = re.compile(r"[^\t]*\S\S[^\t]*\t|\s*\t[^\t]*\S[^\t]*\t|\S\t[^\t]*\S[^\t]*\t")
_GAP = re.compile(r"[ \u00a0]{3,}")
_ITEM = re.compile(rf"\s*{ITEM}\s+\S")
_OTHERWISE = ("|", "#", ">", "<", "![", "+-")  # how lines of other kinds begin
_WORDS = 4  # lines of words, from which on they are a table though none has all its columns
_BLANK_LINES = 2  # between two rows of a table, at most


def is_tabbed(raw: str) -> bool:
    """Whether tabs part a line into cells, and do not only set off its marker."""
    return "\t" in raw and bool(_TABBED.match(raw))


def aligned(raws: Sequence[str]) -> Rows:
    """Return the rows of tables whose columns only spaces show, blank cells in their places.

    Where cells do not stand below each other, the rows are not told. Each row is on the line that
    it begins on; the table's other lines have none.
    """
    found: dict[int, tuple[Row, ...]] = {}
    index = 0
    while index < len(raws):
        end = _run_end(raws, index)
        if any(_GAP.search(raw.strip()) for raw in raws[index:end]):
            end = _table_end(raws, index, end)
            found.update(_columns(raws, index, end))
        index = end + 1
    return found


def _run_end(raws: Sequence[str], start: int) -> int:
    """Return where the lines end, from ``start`` on, that can be rows with no space between."""
    end = start
    while end < len(raws) and _is_spaced(raws[end]):
        end += 1
    return end


def _table_end(raws: Sequence[str], start: int, end: int) -> int:
    """Return where a table ends whose first rows are given, over blank lines between its rows."""
    rows = [list(_spans(raw)) for raw in raws[start:end]]
    first = next(at for at, spans in enumerate(rows) if len(spans) > 1)
    columns = _merged(sorted(span for spans in rows[first:] for span in spans))
    most = max(map(len, rows))
    while len(columns) == most and (below := _below(raws, end)) > end:
        rows = [list(_spans(raw)) for raw in raws[end:below]]
        columns = _merged(sorted([*columns, *(span for spans in rows for span in spans)]))
        most = max(most, *map(len, rows))
        if len(columns) == most:
            end = below
    return end


def _below(raws: Sequence[str], end: int) -> int:
    """Return where the next lines end that can be more rows of the table that ends at ``end``."""
    start = end
    while start < min(len(raws), end + _BLANK_LINES) and not raws[start].strip(" \t"):
        start += 1
    last = _run_end(raws, start)
    if last == start or not _GAP.search(raws[start].strip()):
        return end
    while start < last and (_GAP.search(raws[start].strip()) or begins_lower(raws[start])):
        start += 1
    return start


def _is_spaced(raw: str) -> bool:
    if not raw.strip() or "\t" in raw or raw.lstrip().startswith(_OTHERWISE):
        return False
    item = _ITEM.match(raw)
    return item is None or (item[1] in "*†‡" and bool(_GAP.search(raw.rstrip(), item.end())))


def _columns(raws: Sequence[str], start: int, end: int) -> dict[int, tuple[Row, ...]]:
    """Return the rows of some lines, by the line that each begins on."""
    spans = {index: list(_spans(raws[index])) for index in range(start, end)}
    rows = [index for index in range(start, end) if len(spans[index]) > 1]
    if len(rows) < 2:
        return {}
    inside = range(rows[0], rows[-1] + 1)
    columns = _merged(sorted(span for index in inside for span in spans[index]))
    most = max(len(spans[index]) for index in inside)
    in_words = len(columns) > most and len(rows) >= _WORDS and not _has_values(raws, spans)
    if len(columns) != most and not in_words:
        return {}
    inside, columns = _with_parts(raws, spans, inside, columns)
    cells: dict[int, list[str]] = {}
    for index in inside:
        row = [""] * len(columns)
        for first, last in spans[index]:
            column = next(n for n, (a, b) in enumerate(columns) if a <= first and last <= b)
            if row[column]:
                return {}
            row[column] = raws[index][first:last]
        cells[index] = row
    return _whole(cells)


def _has_values(raws: Sequence[str], spans: Mapping[int, Sequence[tuple[int, int]]]) -> bool:
    return any(VALUE.match(raws[at][a:b]) for at, cells in spans.items() for a, b in cells)


def _with_parts(
    raws: Sequence[str],
    spans: Mapping[int, Sequence[tuple[int, int]]],
    inside: range,
    columns: list[tuple[int, int]],
) -> tuple[range, list[tuple[int, int]]]:
    """Return a table's lines and columns with a line of its header, and one of its last label.

    The first stands over a column that is not the labels', the other below the last label.
    """
    above, below = inside.start - 1, inside.stop
    if spans.get(above):
        wider = _merged(sorted([*columns, *spans[above]]))
        if wider[0] == columns[0] and len(wider) == len(columns):
            inside, columns = range(above, inside.stop), wider
    if spans.get(below) and begins_lower(raws[below]):
        wider = _merged(sorted([*columns, *spans[below]]))
        if wider[1:] == columns[1:] and len(wider) == len(columns):
            inside, columns = range(inside.start, below + 1), wider
    return inside, columns


def _whole(cells: Mapping[int, list[str]]) -> dict[int, tuple[Row, ...]]:
    """Return rows of whole cells, of lines that have a part of each; blank lines have none."""
    found: dict[int, tuple[Row, ...]] = dict.fromkeys(cells, ())
    row: list[str] = []
    first = begun = min(cells)
    has_values = any(map(_has_value, cells.values()))
    for index, more in cells.items():
        goes_on = bool(row) and any(more) and any(cells[index - 1])
        is_header = begun == first and has_values
        if goes_on and (_runs_on(more) or _centred(row, more) or (is_header and _heads(row, more))):
            row = [" ".join(filter(None, parts)) for parts in zip(row, more, strict=True)]
        elif any(more):
            row, begun = more, index
        found[begun] = (tuple(row),)
    return found


def _has_value(row: Sequence[str]) -> bool:
    return any(VALUE.match(cell) for cell in row[1:])


def _runs_on(more: Sequence[str]) -> bool:
    """Whether a line holds nothing but more of a row's label."""
    return not any(more[1:]) and begins_lower(more[0])


def _centred(row: Sequence[str], more: Sequence[str]) -> bool:
    """Whether a line without a label has the values of the label above, which has none."""
    return not any(row[1:]) and not more[0] and _has_value(more)


def _heads(row: Sequence[str], more: Sequence[str]) -> bool:
    """Whether a line is more of the table's header: it has no values, and no row begins with it."""
    if _has_value(row) or _has_value(more):
        return False
    return (
        not more[0]
        or begins_lower(more[0])
        or any(new and not old for old, new in zip(row[1:], more[1:], strict=True))
    )


def _spans(raw: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the line's cells reach."""
    at = len(raw) - len(raw.lstrip())
    end = len(raw.rstrip())
    for gap in _GAP.finditer(raw, at, end):
        yield at, gap.start()
        at = gap.end()
    if at < end:
        yield at, end


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the columns that spans which overlap make."""
    columns: list[tuple[int, int]] = []
    for first, last in spans:
        if columns and first < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], last))
        else:
            columns.append((first, last))
    return columns
