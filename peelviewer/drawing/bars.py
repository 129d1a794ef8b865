# SPDX-License-Identifier: MIT
"""Bars from one line at zero, their scale, and the values at their ends."""

from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.style import Ink, TextRole
from peelviewer.charts.values import DASH, FORCE, Chart, Row, Value
from peelviewer.drawing.pieces import Bar, Pencil, Plot

_VALUE_GAP = 6.0


class Track(NamedTuple):
    """The line that a bar lies on: where zero is, pixels for one unit of its values, its end."""

    zero: float
    factor: float
    right: float


class Scale(NamedTuple):
    """A plot from ``x`` on, how far zero is from there, and pixels for one unit of each row."""

    x: float
    width: float
    zero: float
    factors: tuple[float, ...]

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.x + self.width

    def track(self, factor: float) -> Track:
        """Return the line of bars of which one unit takes ``factor`` pixels."""
        return Track(self.x + self.zero, factor, self.right)


def value_role(value: Value) -> TextRole:
    """Return the type of a value: the force's stands out."""
    return "strong" if value.series == FORCE and value.value is not None else "value"


def value_ink(value: Value) -> Ink:
    """Return the colour of a value's text."""
    if value.value is None:
        return "muted"
    return "force" if value.series == FORCE else "text"


def scale_for(pencil: Pencil, chart: Chart, rows: Sequence[Row], x: float, width: float) -> Scale:
    """Fit the bars and the values at their ends into ``width``, all from one line at zero."""
    labels = [(value, _end_width(pencil, chart, value)) for row in rows for value in row.values]
    left = max((w for value, w in labels if (value.value or 0) < 0), default=1.0)
    right = max((w for value, w in labels if (value.value or 0) >= 0), default=1.0)
    room = max(width - left - right, 20.0)
    numbers = [[v.value for v in row.values if v.value is not None] for row in rows]
    lows = [min(0.0, *found) if found else 0.0 for found in numbers]
    highs = [max(0.0, *found) if found else 0.0 for found in numbers]
    if chart.shared_scale:
        low, high = min(lows, default=0.0), max(highs, default=0.0)
        factor = room / (high - low) if high > low else 1.0
        return Scale(x, width, left - low * factor, (factor,) * len(rows))
    minus, factors = _own_scales(room, lows, highs)
    return Scale(x, width, left + minus, factors)


def _own_scales(
    room: float, lows: Sequence[float], highs: Sequence[float]
) -> tuple[float, tuple[float, ...]]:
    """Return the room left of one line at zero, and each row's own scale.

    Falls take a third where rows rise too.
    """
    falls, rises = any(low < 0 for low in lows), any(high > 0 for high in highs)
    share = 0.0 if not falls else 0.36 if rises else 1.0
    minus, plus = room * share, room * (1 - share)
    factors = []
    for low, high in zip(lows, highs, strict=True):
        fits = [minus / -low] if low < 0 else []
        fits += [plus / high] if high > 0 else []
        factors.append(min(fits, default=1.0))
    return minus, tuple(factors)


def _end_width(pencil: Pencil, chart: Chart, value: Value) -> float:
    text = "" if chart.kind == "profile" else value.printed
    return pencil.width(text, value_role(value)) + _VALUE_GAP + 2 if text else 4.0


def put_bar(pencil: Pencil, value: Value, y: float, height: float, factor: float) -> None:
    """Put down the bar of a value; zero and a missing value have none."""
    if value.value:
        pencil.bars.append(Bar(value.series, value.value * factor, y, height))


def _missing_text(pencil: Pencil, value: Value, room: float) -> str:
    """Return a dash and the reason, or where that is too long the dash: the notes have it all."""
    whole = f"{DASH} {value.missing}" if value.missing else DASH
    return whole if pencil.width(whole, value_role(value)) <= room else DASH


def put_end(pencil: Pencil, value: Value, track: Track, middle: float) -> None:
    """Put the value at the end of its bar, outside; it ends before the track does."""
    role = value_role(value)
    y = round(middle - pencil.height(role) / 2)
    end = track.zero + (value.value or 0.0) * track.factor
    if value.value is None:
        text = _missing_text(pencil, value, track.right - end - _VALUE_GAP)
        pencil.line(text, end + _VALUE_GAP, y, role, "muted")
    elif value.value < 0:
        pencil.line_to(value.printed, end - _VALUE_GAP, y, role, value_ink(value))
    else:
        pencil.line(value.printed, end + _VALUE_GAP, y, role, value_ink(value))


def close_plot(
    pencil: Pencil, scale: Scale, top: float, axes: Sequence[tuple[float, float]] = ()
) -> None:
    """Close the plot: its rectangle, with zero at its place.

    ``axes`` are the stretches of the line at zero, else it goes all the way down. Where values
    fall below zero, the line is labelled.
    """
    pencil.plot = Plot(
        x=scale.x,
        y=top - 3,
        width=scale.width,
        height=pencil.y - top + 6,
        low=-scale.zero,
        high=scale.width - scale.zero,
        axes=tuple(axes) or ((top - 3, pencil.y + 3),),
    )
    if any(bar.length < 0 for bar in pencil.bars):
        wide = pencil.width("0", "small")
        left = min(scale.x + scale.zero - wide / 2, scale.right - wide)
        pencil.line("0", left, pencil.y + 4, "small")
        pencil.y += 4 + pencil.height("small")
