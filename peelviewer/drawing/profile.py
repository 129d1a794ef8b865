# SPDX-License-Identifier: MIT
"""A profile: a row for each measure with its values, small bars or a range, and small lines."""

from typing import NamedTuple

from peelviewer.charts.shapes import Dot, DotShape
from peelviewer.charts.style import STACKED_BELOW
from peelviewer.charts.values import FORCE, Chart, Row
from peelviewer.drawing.bars import close_plot, scale_for, value_ink, value_role
from peelviewer.drawing.pieces import Box, Pencil, Rule
from peelviewer.drawing.range_track import put_track, track_height
from peelviewer.drawing.row_pieces import Column, Place, Spot, pair_height, put_label, put_pair
from peelviewer.drawing.small_trend import WIDTH as TREND_WIDTH
from peelviewer.drawing.small_trend import put_small_trend, small_trend_height

_COLUMN_GAP = 16.0
_SWATCH = 11.0
_LEAST_PLOT = 110.0
_TREND_GAP = 20.0
_TREND_FROM = 600.0


class _Columns(NamedTuple):
    """Labels, small lines if any, the ends of both columns of values, and where the bars begin.

    ``is_below`` where the bars stand below the values, not beside them.
    """

    labels: Column
    trend: float | None
    values: tuple[float, float]
    bars: float
    is_below: bool

    def labels_of(self, row: Row) -> Column:
        """Return the column of a row's label: as wide as its small lines leave room."""
        if self.trend is None or row.course is not None:
            return self.labels
        return self.labels._replace(width=self.labels.width + TREND_WIDTH + _TREND_GAP)


def profile_rows(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out a row for each measure: label, unit and period, two values, two small bars.

    Where no room for bars is left beside the values, they stand below these. Small lines are there
    where one is known and the chart is wide.
    """
    value_width = _value_column(pencil, chart)
    columns = _columns(chart, x, width, value_width)
    _columns_head(pencil, chart, columns, value_width)
    with_bars = [row for row in chart.rows if row.spread is None]
    scale = scale_for(pencil, chart, with_bars, columns.bars, x + width - columns.bars)
    factors = iter(scale.factors)
    axes: list[tuple[float, float]] = []
    top = pencil.y
    for index, row in enumerate(chart.rows):
        pencil.rules.append(Rule(x, pencil.y, x + width, pencil.y))
        pencil.y += pencil.sizes.row_gap / 2 + 1
        place = _put_values(pencil, row, columns, put_label(pencil, row, columns.labels_of(row)))
        count = len(pencil.marks)
        factor = 0.0 if row.spread is not None else next(factors)
        spot = Spot(index, place, scale.x, scale.track(factor))
        put_pair(pencil, row, spot, with_ends=False)
        place = _with_trend(pencil, row, columns.trend, place)
        if row.spread is not None:
            put_track(pencil, row, scale.x - 6, x + width, place.bars)
            _taller(pencil, count, place)
        elif columns.labels.is_stacked or len(with_bars) < len(chart.rows):
            axes.append((place.bars - 2, place.bars + pair_height(pencil, row) + 2))
        pencil.y = place.end + pencil.sizes.row_gap / 2 + 1
    if with_bars:
        close_plot(pencil, scale, top, axes)


def _columns(chart: Chart, x: float, width: float, value_width: float) -> _Columns:
    is_stacked = width < STACKED_BELOW
    label_width = width if is_stacked else round(width * 0.44)
    first = x if is_stacked else x + label_width + 8
    trend = first - 8 - TREND_WIDTH if _has_trends(chart, width) else None
    if trend is not None:
        label_width -= TREND_WIDTH + _TREND_GAP
    values = (first + value_width, first + 2 * value_width + _COLUMN_GAP)
    bars = values[1] + _COLUMN_GAP + 4
    is_below = is_stacked and x + width - bars < _LEAST_PLOT
    return _Columns(
        labels=Column(x, label_width - 8, is_stacked, with_period=True, said=chart.period),
        trend=trend,
        values=values,
        bars=x + 6 if is_below else bars,
        is_below=is_below,
    )


def _put_values(pencil: Pencil, row: Row, columns: _Columns, place: Place) -> Place:
    """Put down a row's two values; return where its bars are then."""
    height = pencil.height("value")
    y = round(place.bars + (pair_height(pencil, row) - height) / 2)
    if columns.is_below:
        y = round(place.bars)
        place = Place(place.start, place.bars + height + 4, place.end + height + 4)
    for value, right in zip(row.values[:2], columns.values, strict=False):
        pencil.line_to(value.printed, right, y, value_role(value), value_ink(value))
    return place


def _has_trends(chart: Chart, width: float) -> bool:
    return width >= _TREND_FROM and any(row.course is not None for row in chart.rows)


def _with_trend(pencil: Pencil, row: Row, x: float | None, place: Place) -> Place:
    """Put down a row's small line, where it has one; return where the row ends then."""
    if x is None or row.course is None:
        return place
    needed = small_trend_height(pencil)
    top = max(place.start, round((place.start + place.end - needed) / 2))
    put_small_trend(pencil, row.course, x, top)
    return place._replace(end=max(place.end, top + needed))


def _taller(pencil: Pencil, count: int, place: Place) -> None:
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


def _columns_head(pencil: Pencil, chart: Chart, columns: _Columns, width: float) -> None:
    """Name the two value columns, with the swatches of their bars, and the small lines."""
    names = [pencil.wrap(name, "key", width) for name in chart.series[:2]]
    height = pencil.height("key")
    lines = max(len(name) for name in names)
    for series, (name, right) in enumerate(zip(names, columns.values, strict=False)):
        y = pencil.y + _SWATCH + 4 + (lines - len(name)) * height
        if all(row.spread is not None for row in chart.rows):
            shape: DotShape = "disc" if series == FORCE else "diamond"
            pencil.shapes.append(
                Dot(right - 8, y - _SWATCH / 2 - 4, 5.5 if shape == "disc" else 5.0, shape, series)
            )
        else:
            pencil.boxes.append(Box(right - 22, y - _SWATCH - 4, 22, _SWATCH, series))
        for line in name:
            pencil.line_to(line, right, y, "key")
            y += height
    pencil.y += _SWATCH + 4 + lines * height
    if columns.trend is not None:
        pencil.line("Trend", columns.trend, pencil.y - height, "key")
    pencil.y += 6
