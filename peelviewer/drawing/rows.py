# SPDX-License-Identifier: MIT
"""Bars from one line at zero, each with its label: of one measure, or in pairs of many."""

import msgspec

from peelviewer.charts.style import STACKED_BELOW
from peelviewer.charts.values import FORCE, Chart, Row, has_nation
from peelviewer.drawing.bars import close_plot, put_bar, put_end, scale_for
from peelviewer.drawing.pieces import Box, Mark, Pencil
from peelviewer.drawing.row_pieces import Column, Spot, pair_height, put_label, put_pair

_SWATCH = 11.0
_SHORT = 0.25  # of the width: longer names of columns stand in a key


def paired_rows(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out the bars of one measure, each labelled with its series."""
    sizes = pencil.sizes
    row = chart.rows[0]
    names = [chart.series[value.series] for value in row.values]
    column = min(max(pencil.width(name, "label") for name in names) + 2, width * 0.42)
    plot_x = x + column + 12
    plot_width = x + width - plot_x
    scale = scale_for(pencil, chart, (row,), plot_x, plot_width)
    track = scale.track(scale.factors[0])
    top = pencil.y
    for index, (value, name) in enumerate(zip(row.values, names, strict=True)):
        lines = pencil.wrap(name, "label", column)
        height = max(sizes.bar, len(lines) * pencil.height("label"))
        middle = pencil.y + height / 2
        start = round(middle - len(lines) * pencil.height("label") / 2)
        for offset, line in enumerate(lines):
            y = start + offset * pencil.height("label")
            pencil.line(line, x, y, "group" if value.series == FORCE else "label")
        put_bar(pencil, value, round(middle - sizes.bar / 2), sizes.bar, track.factor)
        put_end(pencil, value, track, middle)
        pencil.marks.append(
            Mark(
                row=0,
                value=index,
                x=x - 5,
                y=pencil.y - sizes.gap / 2 + 1,
                width=width + 10,
                height=height + sizes.gap - 2,
                top=pencil.y - sizes.gap / 2,
                bottom=pencil.y + height + sizes.gap / 2,
            )
        )
        pencil.y += height + sizes.gap
    pencil.y -= sizes.gap
    close_plot(pencil, scale, top)


def table_rows(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out a pair of bars for each row, its label beside it or, where narrow, above it."""
    if _fit_at_bars(pencil, chart, width):
        chart = _named_at_bars(chart)
    else:
        _key(pencil, chart, x, width)
    stacked = width < STACKED_BELOW
    column = Column(x, width if stacked else round(width * 0.42), stacked)
    plot_x = x if stacked else x + column.width + 16
    drawn = [row for row in chart.rows if row.is_drawn]
    scale = scale_for(pencil, chart, drawn, plot_x, x + width - plot_x)
    factors = iter(scale.factors)
    axes: list[tuple[float, float]] = []
    top = pencil.y
    for index, row in enumerate(chart.rows):
        if row.kind == "heading":
            _heading(pencil, row, column)
        elif row.is_drawn:
            place = put_label(pencil, row, column)
            put_pair(pencil, row, Spot(index, place, scale.x, scale.track(next(factors))))
            if stacked:
                axes.append((place.bars - 2, place.bars + pair_height(pencil, row) + 2))
            pencil.y = place.end + pencil.sizes.row_gap
    pencil.y -= pencil.sizes.row_gap
    close_plot(pencil, scale, top, axes)


def _fit_at_bars(pencil: Pencil, chart: Chart, width: float) -> bool:
    """Whether the columns of a table, which are no force and nation, have short names.

    They then stand at the bars: colours alone would tell them apart, and there are only so many.
    """
    if has_nation(chart.series) or len(chart.series) < 2:
        return False
    return max(pencil.width(name, "label") for name in chart.series) <= width * _SHORT


def _named_at_bars(chart: Chart) -> Chart:
    """Return the chart with the name of its column behind each value: "80.1 (2012/13)"."""
    replace = msgspec.structs.replace
    rows = []
    for row in chart.rows:
        values = []
        for value in row.values:
            name = f" ({chart.series[value.series]})"
            missing = None if value.missing is None else f"{value.missing}{name}"
            values.append(replace(value, printed=f"{value.printed}{name}", missing=missing))
        rows.append(replace(row, values=tuple(values)))
    return replace(chart, rows=tuple(rows))


def _key(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Name the series once, in the order of the bars, with their swatches."""
    at, height = x, pencil.height("key")
    for series, name in enumerate(chart.series):
        lines = pencil.wrap(name, "key", width - _SWATCH - 8)
        needed = _SWATCH + 8 + max(pencil.width(line, "key") for line in lines)
        if at > x and at + needed > x + width:
            at = x
            pencil.y += height + 4
        pencil.boxes.append(
            Box(round(at), round(pencil.y + (height - _SWATCH) / 2), _SWATCH, _SWATCH, series)
        )
        pencil.lines_at(lines, at + _SWATCH + 7, pencil.y, "key")
        pencil.y += (len(lines) - 1) * height
        at += needed + 20
    pencil.y += height + pencil.sizes.row_gap


def _heading(pencil: Pencil, row: Row, column: Column) -> None:
    lines = pencil.wrap(row.label, "group", column.width)
    pencil.y = pencil.lines_at(lines, column.x, pencil.y, "group") + pencil.sizes.row_gap / 2
