# SPDX-License-Identifier: MIT
"""Charts as an Excel workbook: a sheet for each with its data and a native chart, and the notes.

Text is written as text, whatever it looks like: no cell is a formula and none is a link. Measures
of different units have no native chart, as one scale for all would mislead; nor have judgments.
"""

import io
import math
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_pixel_width
from xlsxwriter.worksheet import Worksheet

from peelviewer.charts.files import write_atomically
from peelviewer.charts.native import add_native_chart
from peelviewer.charts.sheet_names import NOTES, sheet_names
from peelviewer.charts.sheets import Cell, Sheet, sheet_of
from peelviewer.charts.values import Chart
from peelviewer.errors import ChartError

_LONGEST_TEXT = 32_767
_HEAD_ROW = 3
_A4 = 9
_LINE = 15.0
_LEAST_WIDTH = 90
_NOTES_WIDTH = 110
_WIDEST_NOTE, _WIDEST_TABLE = 200, 400
_PIXELS = 20  # of a row of _LINE points
_DIGIT = 7  # pixels of a digit, in which the width of a column is counted
_SPACE = 3
_WIDER = 1.05  # bold letters, and fonts that stand in where Calibri is not there
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}


def save_workbook(charts: Sequence[Chart], path: Path, title: str = "") -> None:
    """Write the charts as a workbook to ``path``, whole or not at all.

    Raises:
        ChartError: there is no chart, or the file cannot be written.
    """
    write_atomically(path, to_xlsx(charts, title), "workbook")


def to_xlsx(charts: Sequence[Chart], title: str = "") -> bytes:
    """Return a workbook: the sheet of notes first, then a sheet for each chart.

    Raises:
        ChartError: there is no chart to write.
    """
    if not charts:
        raise ChartError("There is no chart to put into a workbook.")
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _OPTIONS)
    book.set_properties(
        {
            "title": _short(title or charts[0].headline, 255),
            "comments": "Made by PEEL Viewer. Sources and caveats are on the sheet of notes.",
        }
    )
    formats = _Formats(book)
    names = sheet_names(charts)
    notes = book.add_worksheet(NOTES)
    for chart, name in zip(charts, names, strict=True):
        _write_chart(book, book.add_worksheet(name), chart, formats)
    _write_notes(notes, charts, names, formats, title)
    notes.activate()
    book.close()
    return buffer.getvalue()


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._numbers: dict[tuple[str, bool], Format] = {}
        self.headline = book.add_format({"bold": True, "font_size": 14})
        self.title = book.add_format({"font_color": "#5A6270"})
        head = {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom"}
        self.head = book.add_format(head)
        self.head_of_words = book.add_format({**head, "align": "left", "indent": 1})
        self.head_of_numbers = book.add_format({**head, "align": "right"})
        self.note = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#5A6270"})
        self.text = book.add_format({"valign": "top", "text_wrap": True})
        # Set off from the number to its left, and whole where it is long.
        self.words = book.add_format(
            {"valign": "top", "align": "left", "indent": 1, "text_wrap": True}
        )
        self.bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.caveat = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#7A4A00"})
        self.link = book.add_format({"font_color": "#12436D", "underline": 1, "valign": "top"})

    def number(self, style: str, *, bold: bool) -> Format:
        """Return the format that shows numbers in one style."""
        key = (style, bold)
        if key not in self._numbers:
            made = {"num_format": style or "General", "bold": bold, "valign": "top"}
            self._numbers[key] = self._book.add_format(made)
        return self._numbers[key]


# ---------------------------------------------------------------- sheets


def _write_chart(
    book: xlsxwriter.Workbook, page: Worksheet, chart: Chart, formats: _Formats
) -> None:
    _fit_to_paper(page)
    page.write_string(0, 0, _text(chart.headline), formats.headline)
    page.write_string(1, 0, _text(chart.title), formats.title)
    if chart.kind == "statement":
        page.set_column(0, 0, _LEAST_WIDTH)
        columns, width, shared = 1, _LEAST_WIDTH, []
        _write_wide(page, _HEAD_ROW, chart.statement, (columns, width), formats.wrapped)
        bottom = _HEAD_ROW + 2
    else:
        sheet = sheet_of(chart)
        _write_table(page, sheet, formats)
        columns, width = _span(sheet)
        shared = [f"{heading}: {words}" for heading, words in sheet.shared]
        bottom = _HEAD_ROW + len(sheet.rows) + 2
        place = (_HEAD_ROW, len(sheet.columns) + 1)
        if sum(column.width for column in sheet.columns) > _WIDEST_TABLE:
            place = (bottom, 0)  # beside so wide a table nobody would find it
        height = add_native_chart(book, page, chart, sheet, _HEAD_ROW, place)
        if place[0] == bottom:
            bottom += math.ceil(height / _PIXELS) + 1
    caveats = [f"Caveat: {caveat.words}" for caveat in chart.caveats]
    plain = (*shared, chart.scale_note, chart.rank_note, chart.source, *chart.notes)
    for text in filter(None, (*plain, *caveats, chart.licence)):
        style = formats.caveat if text in caveats else formats.note
        _write_wide(page, bottom, text, (columns, width), style)
        bottom += 1


def _span(sheet: Sheet) -> tuple[int, int]:
    """Return across how many columns notes stand, and how wide these are: as wide as one reads."""
    width = 0
    for count, column in enumerate(sheet.columns):
        if count and width + column.width > _WIDEST_NOTE:
            return count, width
        width += column.width
    return len(sheet.columns), width


def _write_wide(
    page: Worksheet, line: int, text: str, span: tuple[int, int], style: Format
) -> None:
    """Write words across the table's columns (how many, how wide), as many lines as they take."""
    columns, width = span
    page.set_row(line, _LINE * _lines_of(text, width))
    if columns > 1:
        page.merge_range(line, 0, line, columns - 1, "", style)
    page.write_string(line, 0, _text(text), style)


def _fit_to_paper(page: Worksheet) -> None:
    """Print all columns on one A4 page across, and as many down as it takes."""
    page.set_paper(_A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write_table(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        style = formats.head_of_words if place else formats.head
        if any(isinstance(cells[place], float | int) for cells in sheet.rows):
            style = formats.head_of_numbers
        page.write_string(_HEAD_ROW, place, _text(column.heading), style)
    # Said, as not every program makes room for two lines before it freezes the rows above.
    headings = tuple(column.heading for column in sheet.columns)
    page.set_row(_HEAD_ROW, _LINE * _lines(sheet, headings))
    page.freeze_panes(_HEAD_ROW + 1, 1)
    lines = zip(sheet.rows, sheet.formats, sheet.sources, strict=True)
    for number, (cells, styles, row) in enumerate(lines, start=_HEAD_ROW + 1):
        page.set_row(number, _LINE * _lines(sheet, cells))
        bold = row.standout in ("own", "national") or row.kind in ("group", "heading", "total")
        for place, (cell, style) in enumerate(zip(cells, styles, strict=True)):
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                first = formats.bold if bold else formats.text
                words = first if place == 0 else formats.words
                page.write_string(number, place, _text(cell), words)
            else:
                page.write_number(number, place, cell, formats.number(style, bold=bold))


def _lines(sheet: Sheet, cells: Sequence[Cell]) -> int:
    """Return how many lines the longest text of a row takes in its column."""
    return max(
        (
            _lines_of(cell, column.width)
            for cell, column in zip(cells, sheet.columns, strict=True)
            if isinstance(cell, str) and cell
        ),
        default=1,
    )


def _lines_of(text: str, width: int) -> int:
    """Return how many lines words take in a column ``width`` digits wide.

    Excel fits the rows of a new file to their words, others do not: a height has to be said.
    """
    room = width * _DIGIT / _WIDER
    lines, used = 1, 0.0
    for word in text.split():
        needed = xl_pixel_width(word)
        if used and used + needed > room:
            lines, used = lines + 1, 0.0
        used += needed + _SPACE
    return lines


def _write_notes(
    page: Worksheet,
    charts: Sequence[Chart],
    names: Sequence[str],
    formats: _Formats,
    title: str,
) -> None:
    _fit_to_paper(page)
    page.set_column(0, 0, 30)
    page.set_column(1, 1, _NOTES_WIDTH)
    page.write_string(0, 0, _text(title or "Charts and their sources"), formats.headline)
    page.write_string(1, 0, "Made by PEEL Viewer. A blank cell is a missing value.", formats.title)
    line = 3
    for chart, name in zip(charts, names, strict=True):
        quoted = name.replace("'", "''")
        page.write_url(line, 0, f"internal:'{quoted}'!A1", formats.link, name)
        page.write_string(line, 1, _text(chart.headline), formats.bold)
        line += 1
        for words, style in _said(chart, formats):
            page.set_row(line, _LINE * _lines_of(words, _NOTES_WIDTH))
            page.write_string(line, 1, _text(words), style)
            line += 1
        line += 1


def _said(chart: Chart, formats: _Formats) -> list[tuple[str, Format]]:
    plain = (chart.title, chart.scale_note, chart.rank_note, *chart.remarks, chart.source)
    said = [(text, formats.wrapped) for text in (*plain, *chart.notes) if text]
    said += [(f"Caveat: {caveat.words}", formats.caveat) for caveat in chart.caveats]
    return [*said, (chart.licence, formats.wrapped)] if chart.licence else said


def _text(text: str) -> str:
    return _short(text, _LONGEST_TEXT)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
