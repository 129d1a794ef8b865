# SPDX-License-Identifier: MIT
"""Reading order: text in columns is read one column after the other, a table row by row."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from peelviewer.reading.captions import ROW_APPARATUS, ROW_CAPTION
from peelviewer.reading.graphic import VALUE, is_force, is_national, named_value
from peelviewer.reading.lines import begins_lower, ends_sentence
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.rows import LARGER, Row, rows_of
from peelviewer.reading.pdf.stacks import stacked
from peelviewer.reading.pdf.words import Word

_GAP = 8.0  # points: how wide the white strip between two columns is, at least
_FEWEST = 6  # rows that stand side by side in text that runs in columns
_WORDS = 4.0  # words in each row of such a column, on average
_DEEPEST = 2
_TOGETHER = 4.0  # sizes from one row of a group in a column to the next, at most
_YEAR = re.compile(r"(?:19|20)\d\d$")  # alone on a row it is a label's last word


def in_order(rows: Sequence[Row], uprights: Sequence[Box] = (), depth: int = 0) -> list[list[Row]]:
    """Return the rows in stretches that are read one after the other.

    A table has a white strip as well; columns are known by running text on both sides, by each
    side naming the force and the nation on its own, or the nation with its value on one row, or by
    one side naming the one and the other side the other, each with its value.
    """
    if depth >= _DEEPEST or len(rows) < 2:
        return [list(rows)]
    split = _best_split(rows, uprights)
    if split is None:
        return [list(rows)]
    ordered: list[list[Row]] = []
    for run, sides in _columns(rows, split):
        if sides:
            for side in sides:
                ordered += in_order(side, uprights, depth + 1)
        else:
            ordered.append(run)
    return ordered


def _best_split(rows: Sequence[Row], uprights: Sequence[Box]) -> float | None:
    """Return the place where most rows are parted into two columns."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    places = {
        round((one.right + other.left) / 2)
        for row in rows
        for one, other in zip(row.words, row.words[1:], strict=False)
        if other.left - one.right >= _GAP and left + 40 < other.left < right - 40
    }
    # Beside a label on several lines no row has words on both sides.
    places |= {round(row.left - _GAP / 2) for row in rows if left + 40 < row.left < right - 40}
    best: tuple[int, float] | None = None
    for place in sorted(places):
        if any(box[0] - _GAP < place < box[2] + _GAP for box in uprights):
            continue
        count = sum(len(run) for run, sides in _columns(rows, place) if sides)
        if count and (best is None or count > best[0]):
            best = (count, place)
    return best[1] if best else None


def _columns(rows: Sequence[Row], place: float) -> Iterator[tuple[list[Row], list[list[Row]]]]:
    """Part rows into runs, each with its two columns at ``place`` if it has any there.

    From a figure's caption to its source two names and their values head a table.
    """
    captioned = False
    for is_clear, run in _runs(rows, place):
        sides = _sides(run, place)
        is_figure = captioned or any(ROW_CAPTION.match(row.text) for row in run)
        is_columns = all(sides) and (
            _are_columns(*sides, run, place) or (not is_figure and _are_halves(*sides, run))
        )
        yield run, list(sides) if is_clear and is_columns else []
        for row in run:
            captioned = not ROW_APPARATUS.match(row.text) and (
                captioned or bool(ROW_CAPTION.match(row.text))
            )


def _runs(rows: Sequence[Row], place: float) -> Iterator[tuple[bool, list[Row]]]:
    """Part rows into those clear of words at ``place`` and others.

    A heading on the left begins a new run unless it stands beside the middle of a group.
    """
    usual = median(row.size for row in rows)
    for is_clear, grouped in groupby(rows, key=lambda row: _is_clear(row, place)):
        run: list[Row] = []
        group = list(grouped)
        for index, row in enumerate(group):
            if run and _is_heading(row, place, usual) and not _is_within(group, index, place):
                yield is_clear, run
                run = []
            run.append(row)
        yield is_clear, run


def _is_heading(row: Row, place: float, usual: float) -> bool:
    """Whether a row on the left alone is a heading, and no value or name."""
    words = any(map(str.isalpha, row.text)) and not is_force(row.text)
    return row.right < place and row.bold and row.size > usual * LARGER and words


def _is_within(rows: Sequence[Row], index: int, place: float) -> bool:
    """Whether what stands on the right goes on beside the row at ``index``, without a gap."""
    above = next((row for row in reversed(rows[:index]) if row.right > place), None)
    below = next((row for row in rows[index + 1 :] if row.right > place), None)
    if above is None or below is None or below.left < place:
        return False
    return above.baseline - below.baseline <= _TOGETHER * max(above.size, below.size)


def _is_clear(row: Row, place: float) -> bool:
    """Whether no word of the row stands at ``place``, nor words that belong together around it."""
    before = max((word.right for word in row.words if word.left < place), default=None)
    after = min((word.left for word in row.words if word.left >= place), default=None)
    if before is None or after is None:
        return before is None or before < place
    return before < place and after - before >= _GAP


def _sides(run: Sequence[Row], place: float) -> tuple[list[Row], list[Row]]:
    words: tuple[list[Word], list[Word]] = ([], [])
    for row in run:
        for word in row.words:
            words[word.left >= place].append(word)
    return rows_of(words[0]), rows_of(words[1])


def _are_columns(
    left: Sequence[Row], right: Sequence[Row], run: Sequence[Row], place: float
) -> bool:
    if all(_names_both(side) or _has_national_value(side) for side in (left, right)):
        return True
    return (
        min(len(left), len(right)) >= _FEWEST
        and _is_prose(left)
        and _is_prose(right)
        and sum(row.left < place < row.right for row in run) >= _FEWEST / 2
    )


def _has_national_value(rows: Sequence[Row]) -> bool:
    """Whether a column has the nation's name and its value on a row of its own."""
    names = (named_value(row.text) for row in rows if len(row.cells) == 1)
    return any(name is not None and is_national(name) for name in names)


def _names_both(rows: Sequence[Row]) -> bool:
    """Whether a column names the force and the nation for itself."""
    cells = [cell.text for row in stacked(rows) for cell in row.cells]
    return any(map(is_national, cells)) and any(map(is_force, cells))


def _are_halves(left: Sequence[Row], right: Sequence[Row], run: Sequence[Row]) -> bool:
    """Whether one side has the force's name with its value, and the other one the nation's.

    Names on one row are in order as they stand.
    """
    return {_kinds(left), _kinds(right)} == {(1, 0, 1), (0, 1, 1)} and not any(
        _names_both([row]) for row in run
    )


def _kinds(rows: Sequence[Row]) -> tuple[int, int, int]:
    """Return how many cells name the force, how many the nation, and how many are values."""
    cells = [cell.text for row in rows for cell in row.cells if not _YEAR.match(cell.text)]
    force = sum(map(is_force, cells))
    return force, sum(map(is_national, cells)), sum(bool(VALUE.match(cell)) for cell in cells)


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether a column is running text: long rows that go on in the next one."""
    words = sum(len(row.words) for row in rows)
    open_ = sum(not ends_sentence(row.text) for row in rows[:-1])
    lower = sum(begins_lower(row.text) for row in rows[1:])
    single = sum(len(row.cells) == 1 for row in rows)
    return (
        words >= _WORDS * len(rows)
        and single >= 0.9 * len(rows)
        and open_ >= 0.6 * (len(rows) - 1)
        and lower >= 0.45 * (len(rows) - 1)
    )
