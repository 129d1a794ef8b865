# SPDX-License-Identifier: MIT
"""Lists and tables of titles and grades: which grade is whose."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from peelviewer.model.report import Block, Grade, Section
from peelviewer.reading.grades import SCALE, grade
from peelviewer.reading.inspections import earlier_columns
from peelviewer.reading.lines import begins_lower
from peelviewer.reading.tables import columns_and_rows

Item: TypeAlias = tuple[Section | Grade | None, Block]
"""What stands in a list of titles and grades, and its block: a judged section, a title that no
section has (``None``), or a grade."""

_MARK = re.compile(r"[^\w\s]{1,2}$|x$|yes$", re.IGNORECASE)
_PIECE = 4  # letters of a cell that can be a piece of a title
_PIECES = 2  # cells of a table that begin in lower case, from which on it is one of pieces
_WHOLE_SCALE = 4  # grades that the shortest scale has


def in_list(run: Sequence[Item]) -> Iterator[tuple[Section | None, Grade, Block]]:
    """Yield the grades of a list, each with its title's section; ``None`` for one without a title.

    A list that can be read in two ways yields none.
    """
    reading = _grouped(run)
    if reading == "grades first":
        yield from _below_their_grade(run)
    elif reading == "titles first":
        yield from _after_their_title(run)


def in_table(block: Block, year: str) -> Iterator[tuple[str, Grade]]:
    """Yield the titles and grades of a table: side by side, or titles below their grade.

    Columns of inspections before ``year`` are left out. Where cells begin in lower case, titles
    stand in pieces, a line of them in each row: which grade is whose is then not told.
    """
    columns, rows = _without(*columns_and_rows(block.text), year)
    pieces = sum(begins_lower(cell) for row in rows for cell in row if len(cell) >= _PIECE)
    if pieces >= _PIECES:
        return
    below = [grade(cell) for cell in columns]
    for row in (columns, *rows):
        graded = [(n, found) for n, cell in enumerate(row) if (found := grade(cell)) is not None]
        marked = [
            found
            for cell, found in zip(row[1:], below[1:], strict=True)
            if found is not None and _MARK.match(cell)
        ]
        if len(graded) == 1:
            ((at, found),) = graded
            title = next((cell for cell in reversed(row[:at]) if cell), "")
            title = title or next((cell for cell in row[at + 1 :] if cell), "")
            yield from [(title, found)] if title else []
        elif len(marked) == 1 and row[0]:
            yield row[0], marked[0]
        elif not graded:
            yield from ((c, g) for c, g in zip(row, below, strict=True) if c and g is not None)


def _without(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], year: str
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a table with blanks for the grades of earlier inspections."""
    gone = {at for at in earlier_columns(columns, year) if any(grade(row[at]) for row in rows)}
    kept = (
        tuple("" if at in gone else cell for at, cell in enumerate(row)) for row in (columns, *rows)
    )
    header, *others = kept
    return header, tuple(others)


def _grouped(run: Sequence[Item]) -> str:
    """Return how a list of titles and grades is to be read; "" where it can be read both ways.

    Either each title has its grade below it (and a first grade is the overall one), or the scale
    stands there, each grade with the titles that were given it below it.
    """
    grades = [item for item, _ in run if isinstance(item, str)]
    if len(grades) < 2:
        is_open = bool(grades) and isinstance(run[0][0], str) and _has_title(run)
        return "" if is_open or not grades else "titles first"
    start = next(n for n, (item, _) in enumerate(run) if item is not None)
    places = [SCALE.index(given) for given in grades]
    is_scale = all(a < b for a, b in pairwise(places))
    if not is_scale or not isinstance(run[start][0], str):
        return "titles first"
    kinds = [isinstance(item, str) for item, _ in run[start:]]
    if any(a == b for a, b in pairwise(kinds)):
        return "grades first"
    return "" if not kinds[-1] or len(grades) >= _WHOLE_SCALE else "titles first"


def _has_title(run: Sequence[Item]) -> bool:
    return any(isinstance(item, Section) for item, _ in run)


def _below_their_grade(run: Sequence[Item]) -> Iterator[tuple[Section | None, Grade, Block]]:
    given: Grade | None = None
    for item, block in run:
        if isinstance(item, str):
            given = item
        elif item is not None and given is not None:
            yield item, given, block


def _after_their_title(run: Sequence[Item]) -> Iterator[tuple[Section | None, Grade, Block]]:
    """Yield each grade with the title before it; one below a strange title is nobody's."""
    title: Section | None = None
    is_strange = False
    for item, block in run:
        if not isinstance(item, str):
            title, is_strange = item, item is None
            continue
        if not is_strange:
            yield title, item, block
        title, is_strange = None, False
