# SPDX-License-Identifier: MIT
"""Excel's own chart of a sheet's data: bars, or lines for a trend and a change."""

import itertools
import math
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from peelviewer.charts.sheets import Sheet
from peelviewer.charts.values import Chart

_FILLS = ("#12436D", "#BFBFBF", "#F46A25", "#28A197", "#801650", "#A285D1")
_FILL_NAMES = ("dark blue", "grey", "orange", "green", "dark red", "lilac")
_LINES = ("#12436D", "#3D3D3D", "#F46A25", "#28A197", "#801650", "#A285D1")
_OTHER_LINES = (*_LINES[2:], "#5C8A1F", "#8A6A3B")
# Among many forces the nation keeps its grey and gets a dark edge; the others are paler.
_OTHER, _EDGE = "#E6E6E6", "#7D7D7D"
_OTHER_LINE = "#BFBFBF"
_WIDTH = 640
_NAME_OF_A_LINE, _BROKEN_LINE = 32, 19  # letters of a name beside the bars
_FEW_BARS = 12
_NO_CHART = ("profile", "ranges", "strip", "grades", "statement")
_Options = dict[str, Any]


def add_native_chart(
    book: xlsxwriter.Workbook,
    page: Worksheet,
    chart: Chart,
    sheet: Sheet,
    head: int,
    place: tuple[int, int],
) -> int:
    """Put a native chart of the table that begins in row ``head`` at a place (row and column).

    Returns its height in pixels; 0 for a chart with several units, which has none.
    """
    if chart.kind in _NO_CHART or not sheet.rows or not sheet.series or not chart.shared_scale:
        return 0
    # A sum would dwarf its parts: totals at the end stay in the table; see _without_totals, too.
    totals = len(list(itertools.takewhile(lambda row: row.kind == "total", sheet.sources[::-1])))
    first, last = head + 1, head + len(sheet.rows) - totals
    if chart.kind == "trend":
        made = _trend(book, page, chart, sheet, (head, first, last))
        height = 380
    elif chart.kind == "slope":
        made = _slope(book, page, sheet, (head, first, last))
        height = 480
    else:
        made = _bars(book, page, sheet, (head, first, last))
        height = max(260, 120 + row_height(sheet) * len(sheet.rows))
    made.set_title({"name": _short(chart.headline), "name_font": {"size": 12}, "overlay": False})
    made.set_size({"width": _WIDTH, "height": height})
    made.show_blanks_as("gap")
    options = {"description": chart.description[:8000], "object_position": 3}
    page.insert_chart(*place, made, options)
    return height


def row_height(sheet: Sheet) -> int:
    """Return how high the bars of a row are, with room for the longest name.

    Names are broken over several lines beside few bars (beside many they are on one), and
    LibreOffice leaves out those that have no room.
    """
    longest = max(len(str(cells[0] or "")) for cells in sheet.rows)
    is_on_one = longest <= _NAME_OF_A_LINE or len(sheet.rows) > _FEW_BARS
    lines = 1 if is_on_one else math.ceil(longest / _BROKEN_LINE)
    return max(18 * len(sheet.series), 13 * lines)


def _short(text: str) -> str:
    return text if len(text) <= 250 else f"{text[:249]}…"


def _bars(
    book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet, span: tuple[int, int, int]
) -> Any:
    head, first, last = span
    made = book.add_chart({"type": "bar"})
    is_single = len(sheet.series) == 1
    for number, (place, _) in enumerate(sheet.series):
        series: _Options = {
            "name": [page.name, head, place],
            "categories": [page.name, first, 0, last, 0],
            "values": [page.name, first, place, last, place],
            "fill": {"color": _FILLS[min(number, len(_FILLS) - 1)]},
            "border": {"color": _LINES[min(number, len(_LINES) - 1)]},
            "gap": 40,
            "data_labels": {"value": True, "font": {"size": 8}},
        }
        if is_single:
            series["points"] = [_point(row.standout) for row in sheet.sources]
        _without_totals(series, sheet, last - head)
        made.add_series(series)
    labels: _Options = {"num_font": {"size": 9}, "label_position": "low"}
    # Each bar has its name, also where Excel would leave some out.
    made.set_y_axis({"reverse": True, "interval_unit": 1, **labels})
    limits = _from_zero(sheet, [place for place, _ in sheet.series]) | _below_totals(
        sheet, last - head
    )
    axis: _Options = {"major_gridlines": {"visible": False}, **limits}
    if not is_single:
        axis |= {"name": _bars_named(sheet), "name_font": {"size": 9, "bold": False}}
    made.set_x_axis(axis)
    # LibreOffice lists level bars in a legend from the lowest one up, so there is none.
    made.set_legend({"none": True})
    return made


def _without_totals(series: _Options, sheet: Sheet, count: int) -> None:
    """Leave the bars out of the totals that stand between other rows."""
    totals = [row.kind == "total" for row in sheet.sources[:count]]
    if any(totals):
        nothing = {"fill": {"none": True}, "border": {"none": True}}
        series["points"] = [nothing if total else None for total in totals]
        series["data_labels"]["custom"] = [{"delete": True} if total else None for total in totals]


def _below_totals(sheet: Sheet, count: int) -> _Options:
    """Return where the axis ends if totals without bars would make it longer."""
    values: dict[bool, float] = {}
    for row, cells in zip(sheet.sources[:count], sheet.rows[:count], strict=True):
        numbers = [cells[place] for place, _ in sheet.series]
        longest = max((abs(one) for one in numbers if isinstance(one, float | int)), default=0.0)
        values[row.kind == "total"] = max(values.get(row.kind == "total", 0.0), longest)
    parts = values.get(False, 0.0)
    if parts <= 0 or parts >= values.get(True, 0.0):
        return {}
    step = 10.0 ** math.floor(math.log10(parts))
    return {"max": math.ceil(parts / step) * step}


def _bars_named(sheet: Sheet) -> str:
    """Return which bar is whose, to stand at the axis above the bars."""
    names = (
        f"{column.heading} ({_FILL_NAMES[min(number, len(_FILL_NAMES) - 1)]})"
        for number, (_, column) in enumerate(sheet.series)
    )
    return f"Bars from the top: {', '.join(names)}"


def _point(standout: str) -> _Options:
    colour = {"own": _FILLS[0], "chosen": _FILLS[3], "national": _FILLS[1]}.get(standout, _OTHER)
    edge = _LINES[1] if standout == "national" else _EDGE
    return {"fill": {"color": colour}, "border": {"color": edge}}


def _trend(
    book: xlsxwriter.Workbook,
    page: Worksheet,
    chart: Chart,
    sheet: Sheet,
    span: tuple[int, int, int],
) -> Any:
    head, first, last = span
    made = book.add_chart({"type": "line"})
    others = 0
    # What comes later lies above: quiet lines are first, and have no name in the legend.
    drawn = [(chart.standouts[column.series or 0], place) for place, column in sheet.series]
    drawn.sort(key=lambda one: bool(one[0]))
    for standout, place in drawn:
        if standout == "own":
            colour, width, dash = _LINES[0], 2.75, "solid"
        elif standout == "national":
            colour, width, dash = _LINES[1], 2.0, "dash"
        elif not standout:
            colour, width, dash = _OTHER_LINE, 0.75, "solid"
        else:
            colour, width = _OTHER_LINES[others % len(_OTHER_LINES)], 1.5
            dash = "solid" if others < len(_OTHER_LINES) else "round_dot"
            others += 1
        made.add_series(
            {
                "name": [page.name, head, place],
                "categories": [page.name, first, 0, last, 0],
                "values": [page.name, first, place, last, place],
                "line": {"color": colour, "width": width, "dash_type": dash},
                "marker": {
                    "type": "circle",
                    "size": 5,
                    "fill": {"color": colour},
                    "border": {"color": colour},
                }
                if standout
                else {"type": "none"},
            }
        )
    made.set_y_axis(_from_zero(sheet, [place for place, _ in sheet.series]))
    quiet = sum(not standout for standout, _ in drawn)
    made.set_legend({"position": "bottom", "delete_series": list(range(quiet))})
    return made


def _from_zero(sheet: Sheet, places: Sequence[int]) -> _Options:
    """Return limits that keep zero in the chart: left to itself, Excel begins near the least."""
    values = [
        cell
        for row in sheet.rows
        for place in places
        if isinstance(cell := row[place], float | int)
    ]
    if all(value >= 0 for value in values):
        return {"min": 0}
    return {"max": 0} if all(value <= 0 for value in values) else {}


def _slope(
    book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet, span: tuple[int, int, int]
) -> Any:
    head, first, _ = span
    places = [place for place, _ in sheet.series][:2]
    made = book.add_chart({"type": "line"})
    order = sorted(
        range(len(sheet.rows)),
        key=lambda number: ("", "chosen", "national", "own").index(sheet.sources[number].standout),
    )
    unnamed: list[int] = []
    added = 0
    for number in order:
        row = sheet.sources[number]
        if any(sheet.rows[number][place] is None for place in places):
            continue
        colour, width = {
            "own": (_LINES[0], 2.75),
            "national": (_LINES[1], 2.0),
            "chosen": (_LINES[3], 2.0),
        }.get(row.standout, (_OTHER_LINE, 0.75))
        if not row.standout:
            unnamed.append(added)
        added += 1
        made.add_series(
            {
                "name": [page.name, first + number, 0],
                "categories": [page.name, head, places[0], head, places[1]],
                "values": [page.name, first + number, places[0], first + number, places[1]],
                "line": {"color": colour, "width": width},
            }
        )
    # The lines reach over the whole plot, from one edge to the other.
    made.set_x_axis({"position_axis": "on_tick"})
    made.set_y_axis(_from_zero(sheet, places))
    made.set_legend({"position": "bottom", "delete_series": unnamed})
    return made
