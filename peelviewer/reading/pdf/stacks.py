# SPDX-License-Identifier: MIT
"""Names of the numbers graphic that stand on several lines, side by side above their two values.

Such names need not begin or end at one height, as they can be centred beside each other.
"""

from collections.abc import Sequence

import msgspec

from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.pdf.rows import Cell, Row, joined
from peelviewer.reading.pdf.wraps import NO_WORDS, run_on

_PAIR = 2  # names or values side by side
_ROWS = 6  # that two names take, at most
_LINE = 1.6  # sizes from one line of a name to the next, at most
_FAR = 3.0  # sizes from the names down to their values, at most
_APART = 1.15  # times the step from line to line: what stands farther off is no line of them


def stacked(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those of two names above two values put together as one."""
    made: list[Row] = []
    for one in rows:
        found = _names(made, one) if _are_values(one) else None
        if found is not None:
            start, names = found
            made[start:] = [names]
        made.append(one)
    return made


def _are_values(one: Row) -> bool:
    return len(one.cells) == _PAIR and all(VALUE.match(cell.text) for cell in one.cells)


def _names(above: Sequence[Row], values: Row) -> tuple[int, Row] | None:
    """Return where two names begin that end ``above``, and both as one row."""
    start = _start(above)
    lines = above[start:]
    if len(lines) < _PAIR or lines[-1].baseline - values.baseline > _FAR * values.size:
        return None
    last = [cell.text for cell in lines[-1].cells]
    if len(last) == _PAIR and _name_both(last) and all(" " in name for name in last):
        return None  # both are whole: what stands above is their label
    first, second = values.cells
    begins = {word.left for line in lines for word in line.words}
    for place in sorted(begins)[1:]:
        if not first.left < place < second.right:
            continue
        cells = [_cell(lines, place, is_right=is_right) for is_right in (False, True)]
        if cells[0].right <= place and _name_both([cell.text for cell in cells]):
            return start, msgspec.structs.replace(
                lines[-1],
                left=cells[0].left,
                right=cells[1].right,
                words=tuple(word for line in lines for word in line.words),
                cells=tuple(cells),
            )
    return None


def _start(rows: Sequence[Row]) -> int:
    """Return where lines that stand as near to each other as the last ones do begin."""
    start, step = len(rows) - 1, 0.0
    while start > 0 and len(rows) - start < _ROWS:
        white = rows[start - 1].baseline - rows[start].baseline
        if white > (_APART * step if step else _LINE * rows[start].size):
            break
        start, step = start - 1, max(step, white)
    return start


def _cell(lines: Sequence[Row], place: float, *, is_right: bool) -> Cell:
    """Return what stands on one side of a place as one cell."""
    sides = ([word for word in line.words if (word.left >= place) == is_right] for line in lines)
    return run_on([joined(side, side[0].style.size) for side in sides if side], NO_WORDS)


def _name_both(texts: Sequence[str]) -> bool:
    """Whether one of two texts names a force, and the other one England and Wales."""
    return any(
        is_force(one) and is_national(other) for one, other in (texts, list(reversed(texts)))
    )
