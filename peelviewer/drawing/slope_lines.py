# SPDX-License-Identifier: MIT
"""A change between two periods: a line for each force, named and numbered at both ends."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.end_labels import Label, spread_out
from peelviewer.charts.shapes import Curve, Dot, Stroke
from peelviewer.charts.style import OTHER, Ink, TextRole
from peelviewer.charts.values import Chart, Row
from peelviewer.drawing.pieces import Mark, Pencil, Plot, Rule
from peelviewer.drawing.trend_lines import line_styles

_NAMED_UP_TO = 12
_BEFORE, _AFTER, _CHANGE = 0, 1, 2
_BETWEEN_HEADINGS = 10.0


class _Line(NamedTuple):
    """One force's line: its row, how it is drawn, and whether it is named."""

    place: int
    row: Row
    before: float
    after: float
    series: int
    width: float
    dash: int
    ink: Ink
    role: TextRole
    is_named: bool


class _Field(NamedTuple):
    left: float
    right: float
    y: float
    height: float
    low: float
    high: float

    def up(self, value: float) -> float:
        return self.y + self.height * (1 - (value - self.low) / (self.high - self.low))


def slope_lines(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out the two periods and the lines between; the force, the nation and few are named."""
    lines = _lines(chart)
    if not lines:
        pencil.paragraph("No force has a value at both periods.", x, width, "label", "muted")
        return
    named = [line for line in lines if line.is_named]
    before = max(
        (pencil.width(line.row.values[_BEFORE].printed, line.role) for line in named), default=0.0
    )
    before = max(before + 12, 40.0)
    after = min(
        max((pencil.width(_after_words(line), line.role) for line in named), default=60.0) + 6,
        width * 0.46,
    )
    numbers = [number for line in lines for number in (line.before, line.after)]
    low, high = min(numbers), max(numbers)
    low = 0.0 if 0 <= low < high * 0.6 else low
    high = high if high > low else low + 1.0
    left, right = x + before + 6, x + width - after - 18
    head = pencil.height("key")
    free = x  # where the next heading may begin: long numbers bring the two periods close
    for at, text in ((left, chart.series[_BEFORE]), (right, chart.series[_AFTER])):
        wide = pencil.width(text, "key")
        start = min(max(at - wide / 2, free), x + width - wide)
        pencil.line(text, start, pencil.y, "key")
        free = start + wide + _BETWEEN_HEADINGS
    field = _Field(
        left=left,
        right=right,
        y=pencil.y + head + 12,
        height=380.0 if len(lines) > _NAMED_UP_TO else max(220.0, 30.0 * len(named)),
        low=low,
        high=high,
    )
    _draw(pencil, field, lines)
    end = _names(pencil, field, named, after)
    bottom = field.y + field.height + 8
    for at in (left, right):
        pencil.rules.append(Rule(round(at), field.y - 6, round(at) + 1, bottom))
    _marks(pencil, field, lines)
    pencil.y = max(end, bottom)
    said = []
    if any(not line.is_named for line in lines):
        has_grey_names = any(line.series == OTHER for line in named)
        grey = "Grey lines without a name" if has_grey_names else "Grey lines"
        said.append(f"{grey} are the other forces.")
    if low > 0 or high < 0:
        said.append("The scale does not begin at zero.")
    if said:
        pencil.y += 6
        pencil.paragraph(" ".join(said), x, width * 0.97, "small", "muted")


def _lines(chart: Chart) -> list[_Line]:
    drawn = [
        (index, row)
        for index, row in enumerate(chart.rows)
        if len(row.values) > _AFTER
        and row.values[_BEFORE].value is not None
        and row.values[_AFTER].value is not None
        # Two figures of different forces are no change of the country.
        and (row.kind != "national" or row.values[_CHANGE].value is not None)
    ]
    named = _named(drawn)
    styles = iter(line_styles([row.standout or "chosen" for at, row in drawn if at in named]))
    found = []
    for index, row in drawn:
        before, after = row.values[_BEFORE].value, row.values[_AFTER].value
        assert before is not None and after is not None  # noqa: S101 - filtered above
        if index in named:
            style = next(styles)
            if row.standout or len(drawn) == 1:
                look = (style.series, style.width, style.dash, style.ink, style.role)
            else:
                look = (OTHER, 1.4, 0, "muted", "label")
            found.append(_Line(index, row, before, after, *look, True))
        else:
            found.append(_Line(index, row, before, after, OTHER, 1.0, 0, "muted", "small", False))
    # What stands out is painted last.
    return sorted(found, key=lambda line: (line.series != OTHER, line.row.standout == "own"))


def _named(drawn: Sequence[tuple[int, Row]]) -> set[int]:
    """Return which rows have their names: of few all, else those that stand out.

    Where none does, the lines that end highest and lowest tell the scale.
    """
    if len(drawn) <= _NAMED_UP_TO:
        return {index for index, _ in drawn}

    def last(one: tuple[int, Row]) -> float:
        return one[1].values[_AFTER].value or 0.0

    out = {index for index, row in drawn if row.standout}
    return out or {min(drawn, key=last)[0], max(drawn, key=last)[0]}


def _after_words(line: _Line) -> str:
    return (
        f"{line.row.values[_AFTER].printed} {line.row.label} ({line.row.values[_CHANGE].printed})"
    )


def _draw(pencil: Pencil, field: _Field, lines: Sequence[_Line]) -> None:
    """Draw the lines; those of all other forces are one curve with gaps."""
    width = field.right - field.left
    xs: list[float] = []
    ys: list[float] = []
    for line in lines:
        if line.series == OTHER:
            xs += [0.0, width, math.nan]
            ys += [field.up(line.before), field.up(line.after), math.nan]
    if xs:
        pencil.curves.append(Curve(tuple(xs), tuple(ys), OTHER, 1.1))
    for line in lines:
        ends = (field.up(line.before), field.up(line.after))
        if line.series != OTHER:
            pencil.curves.append(Curve((0.0, width), ends, line.series, line.width, line.dash))
        radius = 2.2 if line.series == OTHER else 3.6
        shape = "square" if line.row.kind == "national" else "disc"
        for at, y in zip((field.left, field.right), ends, strict=True):
            pencil.shapes.append(
                Dot(at, y, radius, "square" if shape == "square" else "disc", line.series)
            )
    pencil.plot = Plot(field.left - 4, field.y - 6, width + 8, field.height + 12, -4, width + 4, ())


def _names(pencil: Pencil, field: _Field, named: Sequence[_Line], column: float) -> float:
    """Put values before the left ends, and values, names and changes behind the right ends."""
    top, bottom = field.y - 8, field.y + field.height + 8
    lefts = [
        Label(
            line.place,
            (line.row.values[_BEFORE].printed,),
            field.up(line.before),
            pencil.height(line.role),
        )
        for line in named
    ]
    rights = []
    for line in named:
        lines = tuple(pencil.wrap(_after_words(line), line.role, column))
        height = len(lines) * pencil.height(line.role)
        rights.append(Label(line.place, lines, field.up(line.after), height))
    by_index = {line.place: line for line in named}
    end = 0.0
    left_places = spread_out(lefts, top, bottom, 0.0)
    for label in lefts:
        line = by_index[label.key]
        y = left_places[label.key]
        if abs(y - label.wanted) > 4:
            pencil.shapes.append(
                Stroke(field.left - 12, y, field.left - 4, label.wanted, 1.0, line.series)
            )
        at = round(y - label.height / 2)
        pencil.line_to(label.lines[0], field.left - 14, at, line.role, line.ink)
        end = max(end, at + label.height)
    right_places = spread_out(rights, top, bottom, 2.0)
    for label in rights:
        line = by_index[label.key]
        y = right_places[label.key]
        if abs(y - label.wanted) > 4:
            pencil.shapes.append(
                Stroke(field.right + 4, label.wanted, field.right + 11, y, 1.0, line.series)
            )
        at = round(y - label.height / 2)
        end = max(end, pencil.lines_at(label.lines, field.right + 14, at, line.role, line.ink))
    return end


def _marks(pencil: Pencil, field: _Field, lines: Sequence[_Line]) -> None:
    """Put a mark at each end; the pointer means the nearest end on its side of the chart."""
    middle = (field.left + field.right) / 2
    for column in (_AFTER, _BEFORE):
        at = field.right if column == _AFTER else field.left
        ends = sorted(
            (field.up(line.after if column == _AFTER else line.before), line.place)
            for line in lines
        )
        for place, (y, index) in enumerate(ends):
            above = -math.inf if place == 0 else (ends[place - 1][0] + y) / 2
            below = math.inf if place == len(ends) - 1 else (ends[place + 1][0] + y) / 2
            pencil.marks.append(
                Mark(
                    row=index,
                    value=column,
                    x=at - 8,
                    y=y - 8,
                    width=16,
                    height=16,
                    top=max(above, field.y - 14),
                    bottom=min(below, field.y + field.height + 14),
                    left=middle if column == _AFTER else -math.inf,
                    right=math.inf if column == _AFTER else middle,
                )
            )
