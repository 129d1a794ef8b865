# SPDX-License-Identifier: MIT
"""Which estimates of a survey a table marks as statistically different from England and Wales.

Such a table has, beside the estimates, a column headed "Statistically significantly different from
England and Wales" with a star where one is. It is read where it is certain: to the right of the
estimates, under the same heading, and with nothing in it but stars, colons (of England and Wales
itself) and blanks. What a blank means the tables do not say, so it says nothing.
"""

import re
from collections.abc import Sequence

from peelviewer.statistics.cells import text_of
from peelviewer.statistics.headings import Column
from peelviewer.statistics.layout import Row, Table

NOTE = "Statistically significantly different from England and Wales."
_HEADING = re.compile(
    r"^statistically significant(?:ly)? differen(?:t|ce) (?:from|to) england and wales\W*\d*$",
    re.IGNORECASE,
)
_STAR, _SIGNS = "*", ("*", ":", "")


def stars_of(table: Table, columns: Sequence[Column]) -> dict[int, int]:
    """Return the place of the column with stars for the places of those of the estimates."""
    found = {}
    for stars in table.columns:
        heading = " ".join(text_of(stars.raw).split())
        if not _HEADING.match(heading) or not _has_signs_only(table, stars):
            continue
        before = [one for one in columns if one.place < stars.place and one.above == stars.above]
        if before:
            found[before[-1].place] = stars.place
    return found


def is_starred(row: Row, place: int | None) -> bool:
    """Return whether a row has a star in a column."""
    return place is not None and _at(row, place) == _STAR


def _has_signs_only(table: Table, column: Column) -> bool:
    return all(_at(row, column.place) in _SIGNS for row in table.rows)


def _at(row: Row, place: int) -> str:
    return text_of(row.cells[place]) if place < len(row.cells) else ""
