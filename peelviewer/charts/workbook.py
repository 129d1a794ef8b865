# SPDX-License-Identifier: MIT
"""Charts as an Excel workbook: a sheet for each with its data and a native chart, and the notes.

Text is written as text, whatever it looks like: no cell is a formula and none is a link. Measures
of different units have no native chart, as one scale for all would mislead; nor have judgments.
"""

import io
import re
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from peelviewer.charts.files import write_atomically
from peelviewer.charts.native import add_native_chart
from peelviewer.charts.sheets import Sheet, sheet_of
from peelviewer.charts.values import Chart
from peelviewer.errors import ChartError

NOTES = "Notes"
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_HEAD_ROW = 3
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


def sheet_names(charts: Sequence[Chart]) -> tuple[str, ...]:
    """Return a name for each chart's sheet: legal in Excel, none twice, none that of the notes."""
    taken = {NOTES.casefold(), "history"}
    names = []
    for chart in charts:
        base = _FORBIDDEN.sub(" ", _base_name(chart)).strip(" '") or "Chart"
        name, number = base[:_LONGEST_NAME].strip(" '"), 2
        while name.casefold() in taken:
            behind = f" {number}"
            name = base[: _LONGEST_NAME - len(behind)].strip(" '") + behind
            number += 1
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _base_name(chart: Chart) -> str:
    if chart.figure is not None:
        kind = {"tiles": " map", "ranked": " rebuilt"}.get(chart.kind, "")
        return f"Figure {chart.figure}{kind}"
    kinds = {"profile": "Profile", "ranges": "Profile", "strip": "Judgments", "grades": "Grades"}
    if chart.kind in kinds:
        return kinds[chart.kind]
    label = chart.rows[0].label if chart.kind == "paired" and chart.rows else ""
    if label:
        return label
    ending = {"tiles": "map", "trend": "trend", "slope": "change", "ranked": "ranked"}
    subject = re.split(r",| per ", chart.title)[0]
    return f"{ending.get(chart.kind, '')} {subject}".strip().capitalize()


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._numbers: dict[tuple[str, bool], Format] = {}
        self.headline = book.add_format({"bold": True, "font_size": 14})
        self.title = book.add_format({"font_color": "#5A6270"})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom"}
        )
        self.text = book.add_format({"valign": "top"})
        self.bold = book.add_format({"bold": True, "valign": "top"})
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
    page.write_string(0, 0, _text(chart.headline), formats.headline)
    page.write_string(1, 0, _text(chart.title), formats.title)
    if chart.kind == "statement":
        page.write_string(_HEAD_ROW, 0, _text(chart.statement), formats.text)
        bottom = _HEAD_ROW + 2
    else:
        sheet = sheet_of(chart)
        _write_table(page, sheet, formats)
        bottom = _HEAD_ROW + len(sheet.rows) + 2
        add_native_chart(book, page, chart, sheet, _HEAD_ROW)
    for text in (chart.scale_note, chart.rank_note, chart.source, *chart.notes):
        if text:
            page.write_string(bottom, 0, _text(text), formats.title)
            bottom += 1
    for caveat in chart.caveats:
        page.write_string(bottom, 0, _text(f"Caveat: {caveat.words}"), formats.title)
        bottom += 1
    if chart.licence:
        page.write_string(bottom, 0, _text(chart.licence), formats.title)


def _write_table(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        page.write_string(_HEAD_ROW, place, _text(column.heading), formats.head)
    page.freeze_panes(_HEAD_ROW + 1, 1)
    lines = zip(sheet.rows, sheet.formats, sheet.sources, strict=True)
    for number, (cells, styles, row) in enumerate(lines, start=_HEAD_ROW + 1):
        bold = row.standout in ("own", "national") or row.kind in ("group", "heading", "total")
        for place, (cell, style) in enumerate(zip(cells, styles, strict=True)):
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                words = formats.bold if bold and place == 0 else formats.text
                page.write_string(number, place, _text(cell), words)
            else:
                page.write_number(number, place, cell, formats.number(style, bold=bold))


def _write_notes(
    page: Worksheet,
    charts: Sequence[Chart],
    names: Sequence[str],
    formats: _Formats,
    title: str,
) -> None:
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 110)
    page.write_string(0, 0, _text(title or "Charts and their sources"), formats.headline)
    page.write_string(1, 0, "Made by PEEL Viewer. A blank cell is a missing value.", formats.title)
    line = 3
    for chart, name in zip(charts, names, strict=True):
        quoted = name.replace("'", "''")
        page.write_url(line, 0, f"internal:'{quoted}'!A1", formats.link, name)
        page.write_string(line, 1, _text(chart.headline), formats.bold)
        line += 1
        for words, style in _said(chart, formats):
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
