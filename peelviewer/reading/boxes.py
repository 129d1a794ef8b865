# SPDX-License-Identifier: MIT
"""Boxes of actions that came as tables, or with their heading on the line of the first action."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from peelviewer.reading.actions import heads_box
from peelviewer.reading.lines import Line, cut

_BULLET = re.compile(r"(?:^|(?<=\s))(?P<sign>[•▪●◦‣])\s+")
_BESIDE = 2  # cells of a row: a heading, and beside it what it heads


def unboxed(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield ``lines``, boxes of actions as the heading and the paragraphs or items they hold.

    A conversion makes a box a table: of one column, or with the heading beside what it heads.
    """
    run: list[Line] = []
    for line in lines:
        if run and (not line.cells or line.gap):
            yield from _box(run)
            run = []
        if line.cells:
            run.append(line)
        else:
            yield from _parted(line)
    yield from _box(run)


def _box(rows: Sequence[Line]) -> Iterator[Line]:
    """Yield a table's rows as lines of text if it is a box, else as they are."""
    cells = [list(_filled(row)) for row in rows]
    fits = (len(row) == 1 or (len(row) == _BESIDE and _heads(row[0])) for row in cells)
    if not cells or not cells[0] or not _heads(cells[0][0]) or not all(fits):
        yield from rows
        return
    for row in cells:
        for cell in row:
            yield from _items(cell)


def _filled(row: Line) -> Iterator[Line]:
    """Yield each cell of a row that is not blank, as a line."""
    start = 0
    for cell in row.cells or ():
        if cell:
            yield msgspec.structs.replace(cut(row, start, start + len(cell)), gap=True)
        start += len(cell) + 1


def _heads(cell: Line) -> bool:
    bullet = _BULLET.search(cell.text)
    return heads_box(cell.text[: bullet.start()].strip() if bullet else cell.text)


def _items(cell: Line) -> Iterator[Line]:
    """Yield a cell's text, what stands behind a bullet in it as an item each."""
    bullets = list(_BULLET.finditer(cell.text))
    starts = [0, *(found.end() for found in bullets)]
    ends = [*(found.start() for found in bullets), len(cell.text)]
    signs = [None, *(found["sign"] for found in bullets)]
    for start, end, sign in zip(starts, ends, signs, strict=True):
        piece = cut(cell, start, end)
        if piece.text:
            yield msgspec.structs.replace(piece, marker=sign, gap=True)


def _parted(line: Line) -> Iterator[Line]:
    """Yield a line whose bold beginning is a heading of actions as two."""
    end = next((m.end for m in line.marks if m.kind == "strong" and m.start == 0), 0)
    if not 0 < end < len(line.text.rstrip()) or not heads_box(line.text[:end].strip()):
        yield line
        return
    yield cut(line, 0, end)
    rest = cut(line, end, len(line.text))
    yield msgspec.structs.replace(rest, heading=0, marker=None, gap=True, breaks="")
