# SPDX-License-Identifier: MIT
"""The headings over the columns of a published table, on one row or several, also merged ones."""

import re
from typing import NamedTuple

from peelviewer.statistics.areas import Cell, without_notes
from peelviewer.statistics.cells import text_of
from peelviewer.statistics.workbook import Rows

_OVER_AREAS = re.compile(
    r"^(?:(?:area|police|force|pfa|geograph\w*|region)\b[\w\s/-]{0,40})$", re.IGNORECASE
)
_UNIT_WORDS = re.compile(
    r"^(?:numbers?|percentages?|percentage change|rate per [\d,]+ \w+|full[- ]time equivalents?"
    r"|fte|headcount|numbers? and percentages?)$",
    re.IGNORECASE,
)

Headings = dict[int, dict[int, object]]
"""The cells over the columns of values, by their row above the table and their column."""


class Column(NamedTuple):
    """A column of values: its heading, the headings above that span it, and its note numbers."""

    place: int
    label: Cell
    above: tuple[str, ...]
    raw: object


def row_of_headings(above: Rows, keys: set[int | None]) -> int | None:
    """Return which row names the columns of codes and names, the lowest if there are several."""
    found = [
        number
        for number, row in enumerate(above)
        for index, cell in enumerate(row)
        if index in keys and _OVER_AREAS.match(without_notes(text_of(cell)).text)
    ]
    return found[-1] if found else None


def lowest_row(above: Rows, keys: set[int | None]) -> int | None:
    """Return the last row with several headings, which heads the columns if none names areas."""
    found = [
        number
        for number, row in enumerate(above)
        if sum(bool(text_of(cell)) for index, cell in enumerate(row) if index not in keys) > 1
    ]
    return found[-1] if found else None


def headings_over(above: Rows, used: list[int]) -> tuple[Headings, str]:
    """Return the headings over the columns of values, and the words of a row stating the unit."""
    unit = ""
    heads: Headings = {}
    for number, row in enumerate(above):
        cells = {index: row[index] for index in used if index < len(row) and text_of(row[index])}
        words = [without_notes(text_of(cell)).text for cell in cells.values()]
        is_of_all = len(words) in (1, len(used)) and len(set(words)) == 1
        if is_of_all and len(used) > 1 and _UNIT_WORDS.match(words[0]):
            unit = words[0]
        elif cells:
            heads[number] = cells
    return heads, unit


def heading_of(heads: Headings, index: int, used: list[int], bottom: int | None) -> Column:
    """Return the heading of one column: the lowest cell over it, and what spans it above that.

    A cell above the row of headings is one column's own (merged downwards) only if it does not
    span the next column as well: the name of a group is never taken for that of a measure.
    """
    own = [level for level, cells in heads.items() if index in cells]
    if not own or (bottom is not None and own[-1] < bottom and _spans(heads[own[-1]], index, used)):
        return Column(index, Cell("", ()), (), "")
    raw = heads[own[-1]][index]
    spanning = []
    for level, cells in heads.items():
        if level >= own[-1]:
            break
        left = [position for position in cells if position <= index]
        if left:
            spanning.append(text_of(cells[max(left)]))
    return Column(index, without_notes(text_of(raw)), tuple(spanning), raw)


def _spans(cells: dict[int, object], index: int, used: list[int]) -> bool:
    after = [place for place in used if place > index]
    return bool(after) and after[0] not in cells
