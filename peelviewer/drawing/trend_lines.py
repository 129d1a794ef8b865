# SPDX-License-Identifier: MIT
"""A trend: lines over periods from a scale at zero, each named at its end."""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.end_labels import Label, spread_out
from peelviewer.charts.shapes import Curve, Dot, DotShape, Stroke
from peelviewer.charts.style import OTHER, STACKED_BELOW, Ink, TextRole
from peelviewer.charts.trend import quiet_words
from peelviewer.charts.values import Chart, Row, Standout
from peelviewer.charts.wording import listed
from peelviewer.drawing.pieces import Mark, Pencil, Plot, Rule

_SHAPES: tuple[DotShape, ...] = ("disc", "square", "diamond", "triangle")
_INKS: tuple[Ink, ...] = ("series2", "series3", "series4", "series5", "series6", "series7")
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_TICKS = 6
_MOST_NAMED = 4


class Line(NamedTuple):
    """How the line of one column is drawn."""

    series: int
    width: float
    dash: int
    shape: DotShape
    ink: Ink
    role: TextRole

    @property
    def is_quiet(self) -> bool:
        """Whether it is one of many that have no names."""
        return self.series == OTHER


def line_styles(standouts: Sequence[Standout]) -> tuple[Line, ...]:
    """Return how each line is drawn: colours, marks and, where colours repeat, dashes."""
    styles = []
    others = 0
    for standout in standouts:
        if standout == "own":
            styles.append(Line(0, 2.6, 0, "disc", "force", "group"))
        elif not standout:
            styles.append(Line(OTHER, 0.9, 0, "disc", "muted", "small"))
        elif standout == "national":
            styles.append(Line(1, 2.0, 1, "square", "text", "label"))
        else:
            place = others % len(_INKS)
            dash = 2 if others >= len(_INKS) else 0
            shape = _SHAPES[others % len(_SHAPES)]
            styles.append(Line(2 + place, 1.6, dash, shape, _INKS[place], "label"))
            others += 1
    return tuple(styles)


class _Field(NamedTuple):
    """The plot's rectangle and its scales."""

    x: float
    y: float
    width: float
    height: float
    low: float
    high: float
    first: int
    last: int

    def at(self, row: Row, place: int, value: float) -> tuple[float, float]:
        return self.across(row, place), self.up(value)

    def across(self, row: Row, place: int) -> float:
        day = place if row.day is None else row.day.toordinal()
        return self.x + self.width * (day - self.first) / max(self.last - self.first, 1)

    def up(self, value: float) -> float:
        return self.y + self.height * (1 - (value - self.low) / (self.high - self.low))


def trend_lines(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out scale, lines, points and the names at the lines' ends."""
    styles = line_styles(chart.standouts)
    numbers = [v.value for row in chart.rows for v in row.values if v.value is not None]
    if not numbers:
        return
    ticks = scale_ticks(min(0.0, *numbers, 0.0), max(0.0, *numbers, 0.0))
    words = ticks_words(ticks)
    axis = max(pencil.width(one, "small_value") for one in words) + 8
    column = _label_column(pencil, chart, styles, width)
    if chart.unit:
        pencil.paragraph(chart.unit[:1].upper() + chart.unit[1:], x, width, "small", "muted")
        pencil.y += 6
    if quiet := quiet_words(chart.rows, chart.standouts):
        pencil.paragraph(f"Grey lines: {quiet}", x, width, "small", "muted")
    days = [p if row.day is None else row.day.toordinal() for p, row in enumerate(chart.rows)]
    plot_width = width - axis - column - 16
    _breaks_named(pencil, chart, x + axis, width - axis)
    field = _Field(
        x=x + axis,
        y=pencil.y + 4,
        width=plot_width,
        height=round(min(max(plot_width * 0.62, 190.0), 340.0)),
        low=ticks[0],
        high=ticks[-1],
        first=min(days),
        last=max(days),
    )
    for tick, said in zip(ticks, words, strict=True):
        y = round(field.up(tick))
        pencil.rules.append(Rule(field.x, y, field.x + field.width, y, is_axis=tick == 0))
        height = pencil.height("small_value")
        pencil.line_to(said, field.x - 8, round(y - height / 2), "small_value", "muted")
    _lines(pencil, chart, field, styles)
    _ends(pencil, chart, field, styles, column)
    bottom = max(field.y + field.height, pencil.y)
    _periods(pencil, chart, field)
    pencil.y = max(pencil.y, bottom)


def scale_ticks(low: float, high: float) -> tuple[float, ...]:
    """Return round numbers from below ``low`` to above ``high``, at most six steps."""
    span = (high - low) or 1.0
    raw = span / (_MOST_TICKS - 1)
    power = 10 ** math.floor(math.log10(raw))
    step = next(power * one for one in _STEPS if power * one >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(number * step, 10) for number in range(first, max(last, first + 1) + 1))


def ticks_words(ticks: Sequence[float]) -> list[str]:
    """Return the numbers of a scale, all with the decimals of its step; zero is a plain 0."""
    step = min(other - one for one, other in itertools.pairwise(ticks))
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if round(step, decimals) != round(step, 10):
        decimals += 1  # steps of 2.5
    said = (f"{tick:,.{decimals}f}" if tick else "0" for tick in ticks)
    return [text.replace("-", "\N{MINUS SIGN}") for text in said]


def _breaks_named(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Say above the plot what its dotted uprights mean."""
    drawn = {value.series for row in chart.rows for value in row.values if value.value is not None}
    count = len(drawn)
    for row in chart.rows:
        holders: dict[str, list[str]] = {}
        for value in row.values:
            if value.break_before:
                holders.setdefault(value.break_words, []).append(chart.series[value.series])
        for words, names in holders.items():
            who = listed(names)
            if len(names) == count > 1:
                who = "both lines" if count == 2 else "all lines"
            elif len(names) > _MOST_NAMED:
                who = f"{len(names)} lines"
            pencil.paragraph(f"{row.label}: {who} {words}", x, width, "small", "caveat")
            pencil.y += 4


# ---------------------------------------------------------------- lines


def _lines(pencil: Pencil, chart: Chart, field: _Field, styles: Sequence[Line]) -> None:
    # Quiet lines lie below those that have names, and the force's above all.
    order = sorted(
        range(len(styles)),
        key=lambda i: (not styles[i].is_quiet, styles[i].series < 2, -styles[i].series),
    )
    for series in order:
        style = styles[series]
        points = [
            (math.nan, math.nan)
            if row.values[series].value is None
            else field.at(row, place, row.values[series].value or 0.0)
            for place, row in enumerate(chart.rows)
        ]
        drawn = _with_breaks(chart, series, points)
        xs = tuple(point[0] - field.x for point in drawn)
        pencil.curves.append(
            Curve(xs, tuple(point[1] for point in drawn), style.series, style.width, style.dash)
        )
        if style.is_quiet:
            continue
        radius = 3.4 if style.series == 0 else 2.9
        pencil.shapes += [
            Dot(point[0], point[1], radius, style.shape, style.series)
            for point in points
            if not math.isnan(point[0])
        ]
    _uprights(pencil, chart, field, styles)
    # A little room on every side, so that no line's half width is cut.
    pencil.plot = Plot(
        field.x - 4, field.y - 4, field.width + 8, field.height + 8, -4, field.width + 4, ()
    )
    for series in range(len(styles)):
        _marks(pencil, chart, field, series)


def _with_breaks(
    chart: Chart, series: int, points: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Return a line's points with a gap before each at which it begins anew."""
    found = []
    for row, point in zip(chart.rows, points, strict=True):
        if row.values[series].break_before:
            found.append((math.nan, math.nan))
        found.append(point)
    return found


def _uprights(pencil: Pencil, chart: Chart, field: _Field, styles: Sequence[Line]) -> None:
    """Draw a dotted line where a line is broken, halfway between the two periods."""
    for place, row in enumerate(chart.rows[1:], start=1):
        broken = [
            style.series
            for value, style in zip(row.values, styles, strict=True)
            if value.break_before
        ]
        if broken:
            before = field.across(chart.rows[place - 1], place - 1)
            x = (before + field.across(row, place)) / 2 - field.x
            ends = (field.y, field.y + field.height)
            # In the colour of one line, as several at one place would fill each other's gaps.
            pencil.curves.append(Curve((x, x), ends, broken[0], 1.2, dash=2))


def _marks(pencil: Pencil, chart: Chart, field: _Field, series: int) -> None:
    """Put a mark at each point; the pointer means the nearest line of the nearest period."""
    across = [field.across(row, place) for place, row in enumerate(chart.rows)]
    for place, row in enumerate(chart.rows):
        value = row.values[series].value
        if value is None:
            continue
        left = -math.inf if place == 0 else (across[place - 1] + across[place]) / 2
        right = math.inf if place == len(across) - 1 else (across[place] + across[place + 1]) / 2
        y = field.up(value)
        others = sorted(
            field.up(v.value)
            for i, v in enumerate(row.values)
            if v.value is not None and i != series
        )
        above = max((one for one in others if one < y), default=None)
        below = min((one for one in others if one >= y), default=None)
        pencil.marks.append(
            Mark(
                row=place,
                value=series,
                x=across[place] - 8,
                y=y - 8,
                width=16,
                height=16,
                top=field.y - 10 if above is None else (above + y) / 2,
                bottom=field.y + field.height + 10 if below is None else (below + y) / 2,
                left=left,
                right=right,
            )
        )


def _label_column(pencil: Pencil, chart: Chart, styles: Sequence[Line], width: float) -> float:
    """Return how wide the names at the lines' ends may be: at least as wide as the longest word."""
    widest = longest = 0.0
    for name, style in zip(chart.series, styles, strict=True):
        if style.is_quiet:
            continue
        widest = max(widest, pencil.width(f"{name} 0,000.0%", style.role))
        longest = max(longest, *(pencil.width(word, style.role) for word in name.split()))
    share = width * (0.34 if width >= STACKED_BELOW else 0.36)
    return min(widest + 4, max(share, min(longest + 2, width * 0.5)))


def _ends(
    pencil: Pencil, chart: Chart, field: _Field, styles: Sequence[Line], column: float
) -> None:
    """Name each line at its last value; a thin leader where the name had to move.

    Of a line that ends early the name says when, and the leader is dotted: it is no value.
    """
    labels = []
    anchors: dict[int, tuple[float, float]] = {}
    for series, (name, style) in enumerate(zip(chart.series, styles, strict=True)):
        there = [
            (place, row)
            for place, row in enumerate(chart.rows)
            if row.values[series].value is not None
        ]
        if not there or style.is_quiet:
            continue
        place, row = there[-1]
        value = row.values[series]
        anchors[series] = field.at(row, place, value.value or 0.0)
        when = "" if row is chart.rows[-1] else f" ({row.label})"
        lines = tuple(pencil.wrap(f"{name} {value.printed}{when}", style.role, column))
        height = len(lines) * pencil.height(style.role)
        labels.append(Label(series, lines, anchors[series][1], height))
    places = spread_out(labels, field.y - 6, field.y + field.height + 6, 1.0)
    x = field.x + field.width + 16
    end = 0.0
    for label in labels:
        style = styles[label.key]
        middle = places[label.key]
        from_x, from_y = anchors[label.key]
        is_early = from_x < field.x + field.width - 1
        if abs(middle - from_y) > 5 or is_early:
            ends = (from_x + 5, from_y, x - 3, middle)
            pencil.shapes.insert(0, Stroke(*ends, 1.0, style.series, 2 if is_early else 0))
        y = round(middle - label.height / 2)
        end = max(end, pencil.lines_at(label.lines, x, y, style.role, style.ink))
    pencil.y = end


def _periods(pencil: Pencil, chart: Chart, field: _Field) -> None:
    """Name the periods under the plot: the last one, and every so many before it as fit."""
    months = {row.day.month for row in chart.rows if row.day is not None}
    texts = [
        str(row.day.year) if row.day is not None and len(months) == 1 else row.label
        for row in chart.rows
    ]
    y = field.y + field.height + 6
    # A name may reach over the plot's right edge, but not into the column of the lines' names.
    edge = field.x + field.width + 14
    backwards = _nameable(chart.rows)
    places: list[tuple[int, float]] = []
    for step in range(1, len(backwards) + 1):
        places = []
        for place in backwards[::step]:
            wide = pencil.width(texts[place], "small")
            left = min(field.across(chart.rows[place], place) - wide / 2, edge - wide)
            places.append((place, max(left, field.x - 30)))
        rights = [left + pencil.width(texts[place], "small") for place, left in places]
        if all(
            right + 10 <= left for right, (_, left) in zip(rights[1:], places[:-1], strict=True)
        ):
            break
    for place, left in places:
        pencil.line(texts[place], left, y, "small", "muted")
    pencil.y = y + pencil.height("small")


def _nameable(rows: Sequence[Row]) -> list[int]:
    """Return which periods may have a name, from the last one.

    Where most end in the month of the last, only these: names are then evenly apart.
    """
    months = [None if row.day is None else row.day.month for row in rows]
    found = [place for place, month in enumerate(months) if month == months[-1]]
    return (found if 2 * len(found) > len(rows) else list(range(len(rows))))[::-1]
