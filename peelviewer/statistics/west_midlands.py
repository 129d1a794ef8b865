# SPDX-License-Identifier: MIT
"""Which row of a table is the West Midlands region, and which the force of that name in it."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Literal, TypeAlias

from peelviewer.reference.forces import force_named
from peelviewer.statistics.areas import AMBIGUOUS, region_area, without_notes
from peelviewer.statistics.layout import Row, Table

_Order: TypeAlias = Literal["before", "after", "apart"]
"""Where a region stands: before its forces, after them, or apart from all of them."""


def rows_of_region(table: Table) -> frozenset[int]:
    """Return the numbers of the rows without a code that are the West Midlands *region*.

    Where region and force both stand in a table without codes, the other regions tell which is
    which: their order shows where a region stands. Without other regions the region is the
    larger, as it contains the force.
    """
    rows = table.rows
    places = [place for place, row in enumerate(rows) if row.code is None and _is_ambiguous(row)]
    if len(places) < 2:
        return frozenset()
    others = Counter(
        _order_of(rows, place, region.id)
        for place, row in enumerate(rows)
        if not _is_ambiguous(row) and (region := region_area(row.name)) is not None
    )
    if not others:
        place = max(places, key=lambda place: _first_value(rows[place]))
    else:
        place = _region_of(rows, places, max(others, key=lambda order: others[order]))
    return frozenset({rows[place].number})


def _region_of(rows: Sequence[Row], places: Sequence[int], order: _Order) -> int:
    """Return the place of the region among ``places``, in a table whose regions stand so."""
    if order == "before":
        return places[0]
    if order == "after":
        return places[-1]
    apart = (place for place in places if _around(rows, place) == (None, None))
    return next(apart, places[0])


def _order_of(rows: Sequence[Row], place: int, region: str) -> _Order:
    above, below = _around(rows, place)
    return "before" if below == region else "after" if above == region else "apart"


def _around(rows: Sequence[Row], place: int) -> tuple[str | None, str | None]:
    """Return the regions (ids) of the forces that are above and below a row."""
    return _region_at(rows, place - 1), _region_at(rows, place + 1)


def _region_at(rows: Sequence[Row], place: int) -> str | None:
    """Return the id of the region in which the force of a row is; ``None`` for other rows."""
    if not 0 <= place < len(rows) or _is_ambiguous(rows[place]):
        return None
    force = force_named(without_notes(rows[place].name).text)
    area = None if force is None else region_area(force.region)
    return None if area is None else area.id


def _is_ambiguous(row: Row) -> bool:
    return without_notes(row.name).text.casefold() == AMBIGUOUS


def _first_value(row: Row) -> float:
    values = (float(c) for c in row.cells if isinstance(c, (int, float)))
    return next(values, -math.inf)
