# SPDX-License-Identifier: MIT
"""Lists and tables of titles and grades: which grade is whose."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import TypeAlias

from peelviewer.model.report import Block, Grade, Section
from peelviewer.reading.attribution import Inspection
from peelviewer.reading.grades import SCALE, grade
from peelviewer.reading.lines import begins_lower, key
from peelviewer.reading.tables import columns_and_rows

Item: TypeAlias = tuple[Section | Grade | None, Block]
"""What stands in a list of titles and grades, and its block: a judged section, a title that no
section has (``None``), or a grade."""

_MARK = re.compile(r"[^\w\s]{1,2}$|x$|yes$", re.IGNORECASE)
_PIECE = 4  # letters of a cell that can be a piece of a title
_PIECES = 2  # cells of a table that begin in lower case, from which on it is one of pieces
_FEWEST_IN_GRID = 2  # grades in the header of a table that has a column for each
_MOST_LINES = 8  # of one title in such a column
_WHOLE_SCALE = 4  # grades that the shortest scale has


def in_list(run: Sequence[Item]) -> Iterator[tuple[Section | None, Grade, Block]]:
    """Yield the grades of a list, each with its title's section; ``None`` for one without a title.

    A list that can be read in two ways yields none.
    """
    reading = _grouped(run)
    if reading == "grades first":
        yield from _below_their_grade(run)
    elif reading == "titles first" and not _is_torn(run):
        yield from _after_their_title(run)


def in_table(
    block: Block, inspection: Inspection, known: Container[str] = ()
) -> Iterator[tuple[str, Grade]]:
    """Yield the titles and grades of a table: side by side, or titles below their grade.

    Columns of grades that are not the ``inspection``'s are left out. Where cells begin in lower
    case, titles stand in pieces, a line of them in each row: which grade is whose is then told only
    by columns of one grade each, in which the pieces make titles that are ``known`` (by their
    keys).
    """
    columns, rows = _without(*_with_whole_header(*columns_and_rows(block.text)), inspection)
    if _is_grid(columns):
        yield from _in_grid(columns, rows, known)
        return
    pieces = sum(begins_lower(cell) for row in rows for cell in row if len(cell) >= _PIECE)
    if pieces >= _PIECES:
        return
    below = [grade(cell) for cell in columns]
    for number, row in enumerate((columns, *rows)):
        graded = [(n, found) for n, cell in enumerate(row) if (found := grade(cell)) is not None]
        marked = [
            found
            for cell, found in zip(row[1:], below[1:], strict=True)
            if found is not None and _MARK.match(cell)
        ]
        if len(graded) == 1:
            ((at, found),) = graded
            beside = (*range(at - 1, -1, -1), *range(at + 1, len(row)))
            place = next((n for n in beside if row[n]), None)
            if place is not None:
                yield _whole(row[place], [later[place] for later in rows[number:]]), found
        elif len(marked) == 1 and row[0]:
            yield row[0], marked[0]
        elif not graded:
            yield from ((c, g) for c, g in zip(row, below, strict=True) if c and g is not None)


def _is_grid(columns: Sequence[str]) -> bool:
    """Whether a table's header is grades only, each over the titles that were given it."""
    named = [cell for cell in columns if cell]
    return len(named) >= _FEWEST_IN_GRID and all(grade(cell) is not None for cell in named)


def _with_whole_header(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a table, a header of grades that takes two rows as one ("Requires", "improvement")."""
    if not rows or _is_grid(columns):
        return columns, rows
    both = tuple(" ".join(filter(None, cells)) for cells in zip(columns, rows[0], strict=True))
    return (both, rows[1:]) if _is_grid(both) else (columns, rows)


def _whole(title: str, below: Sequence[str]) -> str:
    """Return a title with the cells below that go on with it in small letters."""
    return " ".join((title, *takewhile(begins_lower, below)))


def _in_grid(
    columns: Sequence[str], rows: Sequence[Sequence[str]], known: Container[str]
) -> Iterator[tuple[str, Grade]]:
    """Yield the titles of a table that has a column for each grade.

    Rows of such a table may be lines of its titles. Where a cell begins in small letters they are,
    and only what makes a known title is one.
    """
    cells = [[row[place] for row in rows if row[place]] for place in range(len(columns))]
    is_whole = not any(begins_lower(cell) for column in cells for cell in column)
    for given, column in zip(map(grade, columns), cells, strict=True):
        if given is None or any(grade(cell) for cell in column):
            continue
        start = 0
        while start < len(column):
            ends = range(min(len(column), start + _MOST_LINES), start, -1)
            end = next((e for e in ends if key(" ".join(column[start:e])) in known), start + 1)
            title = " ".join(column[start:end])
            if is_whole or key(title) in known:
                yield title, given
            start = end


def _without(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], inspection: Inspection
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a table with blanks for grades of others, and of other inspections."""
    others = inspection.columns_of_others(columns)
    gone = {at for at in others if any(grade(row[at]) for row in rows)}
    kept = (
        tuple("" if at in gone else cell for at, cell in enumerate(row)) for row in (columns, *rows)
    )
    header, *below = kept
    return header, tuple(_without_groups(below, inspection))


def _without_groups(
    rows: Sequence[tuple[str, ...]], inspection: Inspection
) -> Iterator[tuple[str, ...]]:
    """Yield the rows but those below one that names others and says nothing more."""
    is_of_others = False
    for row in rows:
        if row[0] and not any(row[1:]) and not begins_lower(row[0]):
            is_of_others = inspection.is_others(row[0])
        if not is_of_others:
            yield row


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


def _is_torn(run: Sequence[Item]) -> bool:
    """Whether titles stand together, and grades do: they stood side by side, a column each."""
    kinds = [isinstance(item, str) for item, _ in run]
    return len({a for a, b in pairwise(kinds) if a == b}) > 1


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
