# SPDX-License-Identifier: MIT
"""The range of all forces on one measure: a track with the middle half, median, force, nation."""

from peelviewer.charts.decimals import enough_for
from peelviewer.charts.measured import with_minus
from peelviewer.charts.shapes import Band, Dot, Stroke
from peelviewer.charts.style import OTHER
from peelviewer.charts.values import FORCE, NATIONAL, Row
from peelviewer.drawing.pieces import Pencil

TRACK = 12.0


def track_height(pencil: Pencil) -> float:
    """Return the height of a track with the numbers of its ends."""
    return TRACK + 3 + pencil.height("small")


def put_track(pencil: Pencil, row: Row, left: float, right: float, y: float) -> None:
    """Put down the range of ``row.spread`` from the lowest force to the highest."""
    spread = row.spread
    if spread is None:
        return
    values = {v.series: v.value for v in row.values if v.value is not None}
    ends = (spread.lowest, spread.highest, *values.values())
    low, high = min(ends), max(ends)
    factor = (right - left - 12) / (high - low) if high > low else 0.0

    def at(value: float) -> float:
        return left + 6 + (value - low) * factor

    middle = y + TRACK / 2
    shapes = pencil.shapes
    shapes.append(Stroke(at(spread.lowest), middle, at(spread.highest), middle, 2.0, OTHER))
    for end in (spread.lowest, spread.highest):
        shapes.append(Stroke(at(end), middle - 4, at(end), middle + 4, 1.2, OTHER))
    shapes.append(
        Band(at(spread.lower), y, max(at(spread.upper) - at(spread.lower), 1), TRACK, "quiet")
    )
    shapes.append(Stroke(at(spread.median), y - 1, at(spread.median), y + TRACK + 1, 2.0, 1))
    if NATIONAL in values:
        shapes.append(Dot(at(values[NATIONAL]), middle, 5.0, "diamond", NATIONAL))
    if FORCE in values:
        shapes.append(Dot(at(values[FORCE]), middle, 5.5, "disc", FORCE))
    lowest, highest = (number_words(one, row) for one in (spread.lowest, spread.highest))
    under = y + TRACK + 3
    wide, least = pencil.width(highest, "small"), pencil.width(lowest, "small")
    # Each under its own end; where the nation lies beyond the forces, that is not the track's.
    start = min(max(left, at(spread.lowest) - 6), max(left, right - wide - 8 - least))
    end = max(min(right, at(spread.highest) + 6), min(right, start + least + 8 + wide))
    pencil.line(lowest, start, under, "small", "muted")
    if end - wide >= start + least + 8:
        pencil.line_to(highest, end, under, "small", "muted")


def number_words(value: float, row: Row) -> str:
    """Return a value of the range with the sign and the most decimals of the row's values."""
    decimals = max(
        (len(one.printed.rstrip("%").partition(".")[2]) for one in row.values), default=0
    )
    sign = "+" if value > 0 and row.unit == "percent change" else ""
    percent = "%" if any(one.printed.endswith("%") for one in row.values) else ""
    return with_minus(f"{sign}{value:,.{enough_for(value, decimals)}f}{percent}")
