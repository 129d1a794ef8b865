# SPDX-License-Identifier: MIT
"""Which rows of running text are a block quotation: set off from the text in more than one way.

Certain are rows that are indented on both sides and in italics, or begin with a quotation mark; or
that are indented on the left only, and both in italics and begin with such a mark. Rows in bold are
indented on both sides and stand between such marks: else they can be a heading.
"""

import re
from collections.abc import Iterator, Sequence

from peelviewer.reading.captions import ROW_APPARATUS, ROW_CAPTION
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.signs import BULLET, NUMBERED

Ends = tuple[float, float]
"""Where a column of text begins and ends, in points."""

OPENING = ("“", "‘", '"', "'")
_CLOSING = re.compile(r"[”’\"'][.!?]?$")
_INSET = 12.0  # points that a quotation is indented, at least
_ALIGNED = 2.0  # points by which rows that begin at one place differ, at most


def quotations(
    rows: Sequence[Row],
    column: Ends,
    size: float,
    quoted_at: float | None = None,
    overleaf: Sequence[Row] = (),
) -> dict[int, Ends]:
    """Return the rows of quotations, by index, each with the ends of its own column.

    ``column`` are the ends of the running text's column, ``size`` is its type size; ``quoted_at``
    is where the rows begin of a quotation that ends the page before: it may go on here. A row that
    stands alone at the end is one's first row if those ``overleaf`` go on with it.
    """
    found: dict[int, Ends] = {}
    first = 0
    top = rows[0] if rows and not rows[0].bold else None
    if top is not None and quoted_at is not None and abs(top.left - quoted_at) < _ALIGNED:
        first = _end(rows, 0, size)
        right = max((row.right for row in rows[:first]), default=0.0)
        found.update(dict.fromkeys(range(first), (quoted_at, right)))
    for start, end in _stretches(rows, first, column, size):
        part = list(rows[start:end])
        if end == len(rows) and len(part) == 1:
            part += _rest(part[0], overleaf, size)
        right = max(row.right for row in part)
        inset = right < column[1] - _INSET and len(part) > 1
        italic = all(word.style.italic for row in part for word in row.words)
        quoted = rows[start].text.startswith(OPENING)
        if rows[start].bold and not (inset and quoted and _CLOSING.search(rows[end - 1].text)):
            continue
        if (inset and (italic or quoted)) or (italic and quoted):
            ends = (rows[start].left, right if inset else column[1])
            found.update(dict.fromkeys(range(start, end), ends))
    return found


def _stretches(
    rows: Sequence[Row], start: int, column: Ends, size: float
) -> Iterator[tuple[int, int]]:
    """Yield runs of rows that begin at one place, to the right of the column's left end."""
    while start < len(rows):
        if not _can_begin(rows, start, column, size):
            start += 1
            continue
        end = _end(rows, start, size)
        yield start, end
        start = end


def _end(rows: Sequence[Row], start: int, size: float) -> int:
    """Return where the rows end that begin at one place, as the first of them does."""
    end = start
    while (
        end < len(rows)
        and abs(rows[end].left - rows[start].left) < _ALIGNED
        and rows[end].bold == rows[start].bold
        and _is_plain(rows[end], size)
    ):
        end += 1
    return end


def _rest(first: Row, overleaf: Sequence[Row], size: float) -> Sequence[Row]:
    """Return the rows at the top of the next page that begin where a row does that stands alone."""
    is_rest = bool(overleaf) and abs(overleaf[0].left - first.left) < _ALIGNED
    return overleaf[: _end(overleaf, 0, size)] if is_rest else ()


def _can_begin(rows: Sequence[Row], at: int, column: Ends, size: float) -> bool:
    """Whether a quotation can begin with a row: one that goes on with an item above does not."""
    row = rows[at]
    if row.left < column[0] + _INSET or not _is_plain(row, size):
        return False
    above = rows[at - 1] if at else None
    inner = above.words[1].left if above and BULLET.match(above.text) and above.words[1:] else None
    return inner is None or abs(row.left - inner) > _ALIGNED


def _is_plain(row: Row, size: float) -> bool:
    """Whether a row is as large as running text, without a sign that something else begins."""
    return (
        row.size == size
        and len(row.cells) == 1
        and not any(sign.match(row.text) for sign in (BULLET, NUMBERED, ROW_CAPTION, ROW_APPARATUS))
    )
