# SPDX-License-Identifier: MIT
"""A page of two columns in parts that are read one after the other.

What goes across the white strip between the columns (titles, wide tables, notes across the page)
stands between the columns above it and those below it.
"""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from peelviewer.reading.pdf.across import across
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.gutters import Columns
from peelviewer.reading.pdf.rows import Row, rows_of
from peelviewer.reading.pdf.words import Page, Word

_FILLED = 0.85  # of the column that a row of running text takes
_FEWEST_FILLED = 2  # such rows, of a column that stands by itself


def halves(
    rows: Sequence[Row],
    columns: Columns | None,
    rules: Sequence[Box] = (),
    drawn: Sequence[Box] = (),
) -> list[list[Row]]:
    """Return a page's rows in parts that are read one after the other.

    ``rules`` are the lines drawn on it, ``drawn`` its pictures and shapes.
    """
    if columns is None:
        return [list(rows)]
    gutter = columns.second - 1
    wide = across(rows, columns, rules, drawn)
    parts: list[tuple[bool, list[Row]]] = []
    for is_wide, group in groupby(enumerate(rows), key=lambda pair: pair[0] in wide):
        run = [row for _, row in group]
        is_below_wide = bool(parts) and not parts[-1][0]
        if is_wide:
            parts.append((False, run)) if not is_below_wide else parts[-1][1].extend(run)
            continue
        sides = _sides(run, gutter)
        if all(sides) or any(_is_column(side, columns) for side in sides):
            parts += [(True, side) for side in sides if side]
        elif is_below_wide:
            parts[-1][1].extend(run)
        else:
            parts.append((False, run))
    return [part for _, part in parts]


def half(page: Page, rows: Sequence[Row], columns: Columns | None) -> Page:
    """Return a page with what is drawn in the column of ``rows`` alone, if they are one's."""
    if columns is None or not rows or not columns.hold(rows):
        return page
    gutter = columns.second - 1
    is_first = columns.begin(rows) < columns.second
    low, high = (float("-inf"), gutter) if is_first else (gutter, float("inf"))

    def is_here(box: Box) -> bool:
        return low <= (box[0] + box[2]) / 2 <= high

    return msgspec.structs.replace(
        page,
        rules=tuple(filter(is_here, page.rules)),
        uprights=tuple(filter(is_here, page.uprights)),
        pictures=tuple(filter(is_here, page.pictures)),
        shapes=tuple(shape for shape in page.shapes if is_here(shape.box)),
    )


def moved(rows: Sequence[Row], by: float) -> list[Row]:
    """Return rows as they would stand ``by`` points further right."""
    return [
        msgspec.structs.replace(
            row,
            left=row.left + by,
            right=row.right + by,
            words=tuple(w._replace(left=w.left + by, right=w.right + by) for w in row.words),
            cells=tuple(
                msgspec.structs.replace(cell, left=cell.left + by, right=cell.right + by)
                for cell in row.cells
            ),
        )
        for row in rows
    ]


def _is_column(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether rows that stand beside no others fill their column as running text does."""
    if not rows:
        return False
    begin = columns.begin(rows)
    width = columns.end - columns.first
    full = sum(row.right - begin >= _FILLED * width for row in rows)
    return full >= _FEWEST_FILLED


def _sides(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    words: tuple[list[Word], list[Word]] = ([], [])
    for row in rows:
        for word in row.words:
            words[word.left >= gutter].append(word)
    return rows_of(words[0]), rows_of(words[1])
