# SPDX-License-Identifier: MIT
"""Open data in a workbook: a sheet with one row of headings and rows below it, as CSV has them."""

from collections.abc import Callable, Iterable

from peelviewer.statistics.cells import text_of
from peelviewer.statistics.csv_rows import Row, RowTable
from peelviewer.statistics.workbook import Sheet

_SEARCHED = 30  # rows of a sheet, for its headings


def open_data_in(sheet: Sheet, is_wanted: Callable[[Iterable[str]], bool]) -> RowTable | None:
    """Return the table under the first row of headings that ``is_wanted`` knows, if there is one.

    Rows are numbered as in the sheet, from 1.
    """
    for top, cells in enumerate(sheet.rows[:_SEARCHED]):
        headings = [text_of(cell) for cell in cells]
        if is_wanted(headings):
            below = enumerate(sheet.rows[top + 1 :], start=top + 2)
            rows = (Row(number, [text_of(cell) for cell in cells]) for number, cells in below)
            return RowTable(headings, rows)
    return None
