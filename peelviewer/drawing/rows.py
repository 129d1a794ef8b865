# SPDX-License-Identifier: MIT
"""The middle of a chart: its rows as labels, bars from zero, and values at the bars' ends."""

from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.shapes import Dot, DotShape
from peelviewer.charts.style import STACKED_BELOW, TextRole
from peelviewer.charts.values import FORCE, Chart, Row
from peelviewer.drawing.bars import (
    close_plot,
    put_bar,
    put_end,
    scale_for,
    value_ink,
    value_role,
)
from peelviewer.drawing.pieces import Box, Mark, Pencil, Rule
from peelviewer.drawing.range_track import put_track, track_height
from peelviewer.drawing.small_trend import WIDTH as TREND_WIDTH
from peelviewer.drawing.small_trend import put_small_trend, small_trend_height

_INDENT = 14.0
_SWATCH = 11.0
_COLUMN_GAP = 16.0
_LEAST_PLOT = 110.0
_TREND_GAP = 20.0
_TREND_FROM = 600.0


class _Place(NamedTuple):
    """Where a row begins, where its bars do, and where it ends."""

    start: float
    bars: float
    end: float


class _Spot(NamedTuple):
    """Where a row's bars go: its index and place, the plot's edges, zero from the left edge."""

    row_index: int
    place: _Place
    left: float
    right: float
    zero: float
    factor: float


# ---------------------------------------------------------------- one measure


def paired_rows(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out the bars of one measure, each labelled with its series."""
    sizes = pencil.sizes
    row = chart.rows[0]
    names = [chart.series[value.series] for value in row.values]
    column = min(max(pencil.width(name, "label") for name in names) + 2, width * 0.42)
    plot_x = x + column + 12
    plot_width = x + width - plot_x
    scale = scale_for(pencil, chart, (row,), plot_width)
    top = pencil.y
    for index, (value, name) in enumerate(zip(row.values, names, strict=True)):
        lines = pencil.wrap(name, "label", column)
        height = max(sizes.bar, len(lines) * pencil.height("label"))
        middle = pencil.y + height / 2
        start = round(middle - len(lines) * pencil.height("label") / 2)
        for offset, line in enumerate(lines):
            y = start + offset * pencil.height("label")
            pencil.line(line, x, y, "group" if value.series == FORCE else "label")
        put_bar(pencil, value, round(middle - sizes.bar / 2), sizes.bar, scale.factors[0])
        put_end(pencil, value, plot_x + scale.zero, scale.factors[0], middle, x + width)
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
    close_plot(pencil, plot_x, top, plot_width, scale)


# ---------------------------------------------------------------- many rows


def table_rows(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out a pair of bars for each row, its label beside it or, where narrow, above it."""
    _key(pencil, chart, x, width)
    stacked = width < STACKED_BELOW
    column = width if stacked else round(width * 0.42)
    plot_x = x if stacked else x + column + 16
    plot_width = x + width - plot_x
    drawn = [row for row in chart.rows if row.is_drawn]
    scale = scale_for(pencil, chart, drawn, plot_width)
    factors = iter(scale.factors)
    axes: list[tuple[float, float]] = []
    top = pencil.y
    for index, row in enumerate(chart.rows):
        if row.kind == "heading":
            _heading(pencil, row, x, column)
        elif row.is_drawn:
            place = _place(pencil, row, x, column, stacked=stacked)
            spot = _Spot(index, place, plot_x, x + width, scale.zero, next(factors))
            _pair(pencil, row, spot)
            if stacked:
                axes.append((place.bars - 2, place.bars + _pair_height(pencil, row) + 2))
            pencil.y = place.end + pencil.sizes.row_gap
    pencil.y -= pencil.sizes.row_gap
    close_plot(pencil, plot_x, top, plot_width, scale, axes)


def profile_rows(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out a row for each measure: label, unit and period, two values, two small bars.

    Where no room for bars is left beside the values, they stand below these. Small lines are there
    where one is known and the chart is wide.
    """
    stacked = width < STACKED_BELOW
    column = width if stacked else round(width * 0.44)
    value_width = _value_column(pencil, chart)
    first = x if stacked else x + column + 8
    trend_x = first - 8 - TREND_WIDTH if _has_trends(chart, width) else None
    if trend_x is not None:
        column -= TREND_WIDTH + _TREND_GAP
    rights = (first + value_width, first + 2 * value_width + _COLUMN_GAP)
    bars = [row for row in chart.rows if row.spread is None]
    plot_x = rights[1] + _COLUMN_GAP + 4
    is_below = stacked and x + width - plot_x < _LEAST_PLOT
    if is_below:
        plot_x = x + 6
    plot_width = x + width - plot_x
    _columns_head(pencil, chart, rights, value_width, trend_x)
    scale = scale_for(pencil, chart, bars, plot_width)
    factors = iter(scale.factors)
    axes: list[tuple[float, float]] = []
    top = pencil.y
    for index, row in enumerate(chart.rows):
        factor = 0.0 if row.spread is not None else next(factors)
        pencil.rules.append(Rule(x, pencil.y, x + width, pencil.y))
        pencil.y += pencil.sizes.row_gap / 2 + 1
        place = _place(pencil, row, x, column - 8, stacked=stacked, with_period=True)
        count = len(pencil.marks)
        height = pencil.height("value")
        y = round(place.bars + (_pair_height(pencil, row) - height) / 2)
        if is_below:
            y = round(place.bars)
            place = _Place(place.start, place.bars + height + 4, place.end + height + 4)
        for value, right in zip(row.values[:2], rights, strict=False):
            pencil.line_to(value.printed, right, y, value_role(value), value_ink(value))
        spot = _Spot(index, place, plot_x, x + width, scale.zero, factor)
        _pair(pencil, row, spot, with_ends=False)
        place = _with_trend(pencil, row, trend_x, place)
        if row.spread is not None:
            put_track(pencil, row, plot_x - 6, x + width, place.bars)
            _taller(pencil, count, place)
        elif stacked or len(bars) < len(chart.rows):
            axes.append((place.bars - 2, place.bars + _pair_height(pencil, row) + 2))
        pencil.y = place.end + pencil.sizes.row_gap / 2 + 1
    if bars:
        close_plot(pencil, plot_x, top, plot_width, scale, axes)


def _has_trends(chart: Chart, width: float) -> bool:
    return width >= _TREND_FROM and any(row.course is not None for row in chart.rows)


def _with_trend(pencil: Pencil, row: Row, x: float | None, place: _Place) -> _Place:
    """Put down a row's small line, where it has one; return where the row ends then."""
    if x is None or row.course is None:
        return place
    needed = small_trend_height(pencil)
    top = max(place.start, round((place.start + place.end - needed) / 2))
    put_small_trend(pencil, row.course, x, top)
    return place._replace(end=max(place.end, top + needed))


def _taller(pencil: Pencil, count: int, place: _Place) -> None:
    """Make the marks of a row with a range as high as its track."""
    pencil.marks[count:] = [
        mark._replace(y=place.bars - 3, height=track_height(pencil) + 4)
        for mark in pencil.marks[count:]
    ]


def _value_column(pencil: Pencil, chart: Chart) -> float:
    """Return a width that holds the longest word of a series' name, and every value."""
    words = [word for name in chart.series[:2] for word in name.split()]
    widths = [pencil.width(word, "key") for word in words]
    widths += [pencil.width(v.printed, "strong") for row in chart.rows for v in row.values]
    return max(widths) + 2


def _columns_head(
    pencil: Pencil, chart: Chart, rights: Sequence[float], width: float, trend_x: float | None
) -> None:
    """Name the two value columns, with the swatches of their bars, and the small lines."""
    columns = [pencil.wrap(name, "key", width) for name in chart.series[:2]]
    height = pencil.height("key")
    lines = max(len(column) for column in columns)
    for series, (column, right) in enumerate(zip(columns, rights, strict=False)):
        y = pencil.y + _SWATCH + 4 + (lines - len(column)) * height
        if all(row.spread is not None for row in chart.rows):
            shape: DotShape = "disc" if series == FORCE else "diamond"
            pencil.shapes.append(
                Dot(right - 8, y - _SWATCH / 2 - 4, 5.5 if shape == "disc" else 5.0, shape, series)
            )
        else:
            pencil.boxes.append(Box(right - 22, y - _SWATCH - 4, 22, _SWATCH, series))
        for line in column:
            pencil.line_to(line, right, y, "key")
            y += height
    pencil.y += _SWATCH + 4 + lines * height
    if trend_x is not None:
        pencil.line("Trend", trend_x, pencil.y - height, "key")
    pencil.y += 6


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


def _heading(pencil: Pencil, row: Row, x: float, width: float) -> None:
    end = pencil.lines_at(pencil.wrap(row.label, "group", width), x, pencil.y, "group")
    pencil.y = end + pencil.sizes.row_gap / 2


def _place(
    pencil: Pencil,
    row: Row,
    x: float,
    width: float,
    *,
    stacked: bool,
    with_period: bool = False,
) -> _Place:
    """Put down a row's label with its bars below it, or beside it and both centred."""
    start, count = pencil.y, len(pencil.lines)
    label_end = _label(pencil, row, x, width, with_period=with_period)
    bars, label = _pair_height(pencil, row), label_end - start
    if stacked:
        return _Place(start, label_end + 3, label_end + 3 + bars)
    drop = max(0.0, round((bars - label) / 2))
    pencil.lines[count:] = [
        line._replace(baseline=line.baseline + drop) for line in pencil.lines[count:]
    ]
    top = start + max(0.0, round((label - bars) / 2))
    return _Place(start, top, start + max(bars, label))


def _label(pencil: Pencil, row: Row, x: float, width: float, *, with_period: bool = False) -> float:
    """Put down a row's label, with what it needs under it; return where it ends."""
    indent = _INDENT * row.level
    role: TextRole = "group" if row.kind == "group" else "label"
    lines = pencil.wrap(row.label, role, width - indent)
    end = pencil.lines_at(lines, x + indent, pencil.y, role)
    below = [row.unit] if with_period or row.own_unit else []
    below += [row.period] if with_period else []
    words = list(filter(None, below))
    if row.note and row.spread is None:
        words.append(row.note)
    one_line = pencil.wrap(", ".join(words), "small", width - indent)
    small = one_line if len(one_line) < 2 else _each_wrapped(pencil, words, width - indent)
    if row.note and row.spread is not None:
        small += pencil.wrap(row.note, "small", width - indent)
    return pencil.lines_at(small, x + indent, end, "small", "muted")


def _each_wrapped(pencil: Pencil, texts: Sequence[str], width: float) -> list[str]:
    return [line for text in texts for line in pencil.wrap(text, "small", width)]


def _pair_height(pencil: Pencil, row: Row) -> float:
    if row.spread is not None:
        return track_height(pencil)
    return len(row.values) * (pencil.sizes.pair_bar + 3) - 3


def _pair(pencil: Pencil, row: Row, spot: _Spot, *, with_ends: bool = True) -> None:
    height = pencil.sizes.pair_bar
    for number, value in enumerate(row.values):
        y = spot.place.bars + number * (height + 3)
        if row.spread is None:
            put_bar(pencil, value, y, height, spot.factor)
        if with_ends:
            put_end(pencil, value, spot.left + spot.zero, spot.factor, y + height / 2, spot.right)
        is_last = number == len(row.values) - 1
        pencil.marks.append(
            Mark(
                row=spot.row_index,
                value=number,
                x=spot.left - 4,
                y=y - 2,
                width=spot.right - spot.left + 8,
                height=height + 4,
                top=spot.place.start if number == 0 else y - 1.5,
                bottom=spot.place.end + pencil.sizes.row_gap if is_last else y + height + 1.5,
            )
        )
