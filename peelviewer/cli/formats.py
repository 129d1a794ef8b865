# SPDX-License-Identifier: MIT
"""Tidy rows as CSV, JSON or a spreadsheet."""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence

from peelviewer.charts.table import safe
from peelviewer.cli.tidy import Row

LONGEST_CELL = 32_767
_LAST = "XFD1048576"


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return RFC 4180 in UTF-8; missing cells are empty, numbers stay numbers."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(c) if isinstance(c, str) else c for c in row] for row in rows)
    return text.getvalue().encode()


def as_json(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return a list of objects, one a row; missing cells are ``null``."""
    import msgspec

    found = [dict(zip(columns, row, strict=True)) for row in rows]
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


def _fitting(text: str) -> str:
    """Return what a spreadsheet's cell can hold; a longer text would be left out altogether."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def as_xlsx(columns: Sequence[str], rows: Iterable[Row], title: str) -> bytes:
    """Return a workbook with one sheet named ``title``: a frozen header, filters, typed cells."""
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet(title)
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for column, name in enumerate(columns):
            sheet.write_string(0, column, name, bold)
        number = 0
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    # Never ``write``: that makes formulas and links of some texts.
                    sheet.write_string(number, column, _fitting(cell))
                elif isinstance(cell, datetime.date):
                    sheet.write_datetime(number, column, cell, day)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
        sheet.ignore_errors({"number_stored_as_text": f"A1:{_LAST}"})  # years, values as printed
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(number, 1), len(columns) - 1)
        sheet.autofit(max_width=400)
    return data.getvalue()
