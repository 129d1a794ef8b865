# SPDX-License-Identifier: MIT
"""A row of a chart: its label, and its bars with their values, below or beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.style import TextRole
from peelviewer.charts.values import Row
from peelviewer.drawing.bars import Track, put_bar, put_end
from peelviewer.drawing.pieces import Mark, Pencil
from peelviewer.drawing.range_track import track_height

_INDENT = 14.0


class Place(NamedTuple):
    """Where a row begins, where its bars do, and where it ends."""

    start: float
    bars: float
    end: float


class Column(NamedTuple):
    """The column of labels; ``is_stacked`` where the bars are below them, not beside.

    ``with_period``: units and periods stand below the labels, but not the period ``said`` above.
    """

    x: float
    width: float
    is_stacked: bool
    with_period: bool = False
    said: str = ""


class Spot(NamedTuple):
    """Where a row's bars go: the row's index and place, the plot's left edge, the bars' line."""

    row_index: int
    place: Place
    left: float
    track: Track


def put_label(pencil: Pencil, row: Row, column: Column) -> Place:
    """Put down a row's label with its bars below it, or beside it and both centred."""
    start, count = pencil.y, len(pencil.lines)
    label_end = _label(pencil, row, column)
    bars, label = pair_height(pencil, row), label_end - start
    if column.is_stacked:
        return Place(start, label_end + 3, label_end + 3 + bars)
    drop = max(0.0, round((bars - label) / 2))
    pencil.lines[count:] = [
        line._replace(baseline=line.baseline + drop) for line in pencil.lines[count:]
    ]
    top = start + max(0.0, round((label - bars) / 2))
    return Place(start, top, start + max(bars, label))


def _label(pencil: Pencil, row: Row, column: Column) -> float:
    """Put down a row's label, with what it needs under it; return where it ends."""
    indent = _INDENT * row.level
    x, width = column.x + indent, column.width - indent
    role: TextRole = "group" if row.kind == "group" else "label"
    lines = pencil.wrap(row.label, role, width)
    end = pencil.lines_at(lines, x, pencil.y, role)
    below = [row.unit] if column.with_period or row.own_unit else []
    below += [row.period] if column.with_period and row.period != column.said else []
    words = list(filter(None, below))
    if row.note and row.spread is None:
        words.append(row.note)
    one_line = pencil.wrap(", ".join(words), "small", width)
    small = one_line if len(one_line) < 2 else _each_wrapped(pencil, words, width)
    if row.note and row.spread is not None:
        small += pencil.wrap(row.note, "small", width)
    return pencil.lines_at(small, x, end, "small", "muted")


def _each_wrapped(pencil: Pencil, texts: Sequence[str], width: float) -> list[str]:
    return [line for text in texts for line in pencil.wrap(text, "small", width)]


def pair_height(pencil: Pencil, row: Row) -> float:
    """Return how high a row's bars are, or its range."""
    if row.spread is not None:
        return track_height(pencil)
    return len(row.values) * (pencil.sizes.pair_bar + 3) - 3


def put_pair(pencil: Pencil, row: Row, spot: Spot, *, with_ends: bool = True) -> None:
    """Put down a row's bars and marks, with the values at their ends where asked for."""
    height = pencil.sizes.pair_bar
    for number, value in enumerate(row.values):
        y = spot.place.bars + number * (height + 3)
        if row.spread is None:
            put_bar(pencil, value, y, height, spot.track.factor)
        if with_ends:
            put_end(pencil, value, spot.track, y + height / 2)
        is_last = number == len(row.values) - 1
        pencil.marks.append(
            Mark(
                row=spot.row_index,
                value=number,
                x=spot.left - 4,
                y=y - 2,
                width=spot.track.right - spot.left + 8,
                height=height + 4,
                top=spot.place.start if number == 0 else y - 1.5,
                bottom=spot.place.end + pencil.sizes.row_gap if is_last else y + height + 1.5,
            )
        )
