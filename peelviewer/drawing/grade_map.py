# SPDX-License-Identifier: MIT
"""The map of judgments: on each tile the force, its grade's shape, colour and, with room, word."""

from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.grades import counts_of
from peelviewer.charts.shapes import GradeMark, Tile
from peelviewer.charts.style import TextRole
from peelviewer.charts.tile_places import COLUMNS, PLACES, Place, gap_for
from peelviewer.charts.values import Chart, Row, Standout
from peelviewer.drawing.pieces import Pencil
from peelviewer.drawing.tile_map import Tiles, draw_outlined_last

_WIDEST, _SMALLEST = 92.0, 30.0
_MARK = 10.0
_PAD = 4.0
_KEY = 18.0
_HIGHEST = 48.0


class _Entry(NamedTuple):
    """A line of the legend: a small tile and what it stands for."""

    text: str
    grade: str = ""
    standout: Standout = ""
    role: TextRole = "key"


def grade_map(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out the map; where a tile has no room for the words, they are in the legend only."""
    gap = gap_for(width)
    pitch = float(int(min(max((width + gap) / COLUMNS, _SMALLEST), _WIDEST + gap)))
    wide = pitch - gap
    line = pencil.height("small")
    with_words = _needed_for_words(pencil, chart) <= wide
    high = 3 * line + 2 * _PAD if with_words else max(min(wide, _HIGHEST), line + _MARK + 3 * _PAD)
    map_width = COLUMNS * pitch - gap
    left = x + 2 if map_width + 4 < width else x + (width - map_width) / 2
    tiles = Tiles(left, pencil.y + 2, wide, high, gap)
    shown = {row.area: (index, row) for index, row in enumerate(chart.rows)}
    for force, place in PLACES.items():
        index, row = shown.get(force, (None, None))
        _tile(pencil, tiles, place, row, with_words=with_words)
        if index is not None:
            pencil.marks.append(tiles.mark(index, place))
    draw_outlined_last(pencil)
    entries = _entries(chart)
    needed = max(pencil.width(one.text, one.role) for one in entries) + _KEY + 8
    # Left of Lancashire and above Merseyside no force has a tile.
    if needed <= 3 * pitch - gap and len(entries) * (_KEY + 6) <= 3 * (high + gap):
        _legend(pencil, entries, left, tiles.top + 2)
        pencil.y = tiles.bottom
    else:
        _legend(pencil, entries, x, tiles.bottom + 14)


def _tile(pencil: Pencil, tiles: Tiles, place: Place, row: Row | None, *, with_words: bool) -> None:
    """Put down a force's tile: its short name, beside or below the grade's mark, and the word."""
    (x, y), wide, high = tiles.corner(place), tiles.wide, tiles.high
    role: TextRole = "small_strong" if row is not None and row.standout == "own" else "small"
    line = pencil.height(role)
    middle = x + (wide - pencil.width(place.short, role)) / 2
    if row is None:
        pencil.shapes.append(Tile(x, y, wide, high, is_quiet=True))
    else:
        pencil.shapes.append(Tile(x, y, wide, high, standout=row.standout, grade=row.grade))
    if row is None or not row.grade:
        pencil.line(place.short, middle, round(y + (high - line) / 2), role, "muted")
    elif with_words:
        mark_y = round(y + _PAD + (line - _MARK) / 2)
        pencil.shapes.append(GradeMark(x + _PAD + 1, mark_y, _MARK, row.grade))
        pencil.line(place.short, x + 2 * _PAD + _MARK + 1, round(y + _PAD), role)
        words = pencil.wrap(row.grade.capitalize(), "small", wide - 2 * _PAD)
        pencil.lines_at(words, x + _PAD, round(y + _PAD + line), "small")
    else:
        pencil.shapes.append(GradeMark(x + (wide - _MARK) / 2, y + _PAD + 1, _MARK, row.grade))
        pencil.line(place.short, middle, round(y + high - line - _PAD), role)


def _needed_for_words(pencil: Pencil, chart: Chart) -> float:
    """Return how wide a tile must be to hold every word of a grade, and mark and name above."""
    words = {word for row in chart.rows for word in row.grade.capitalize().split()}
    names = [pencil.width(place.short, "small_strong") for place in PLACES.values()]
    widest = max((pencil.width(word, "small") for word in words), default=0.0)
    return max(widest + 2 * _PAD, max(names) + _MARK + 3 * _PAD + 1)


def _entries(chart: Chart) -> list[_Entry]:
    """Return which shape and colour stand for which grade, of how many forces; and outlines."""
    found = [
        _Entry(f"{grade.capitalize()}, {count} force{'s' if count != 1 else ''}", grade)
        for grade, count in counts_of(chart).items()
    ]
    if any(not row.grade for row in chart.rows):
        found.append(_Entry("No grade"))
    own = next((row for row in chart.rows if row.standout == "own"), None)
    if own is not None:
        found.append(_Entry(own.label, own.grade, "own", "group"))
    if any(row.standout == "chosen" for row in chart.rows):
        found.append(_Entry("Highlighted", "", "chosen"))
    return found


def _legend(pencil: Pencil, entries: Sequence[_Entry], x: float, y: float) -> None:
    for one in entries:
        top = round(y)
        is_quiet = one.standout != "" and not one.grade
        pencil.shapes.append(
            Tile(x, top, _KEY, _KEY, None, one.standout, is_quiet=is_quiet, grade=one.grade)
        )
        if one.grade:
            inset = (_KEY - _MARK) / 2
            pencil.shapes.append(GradeMark(x + inset, top + inset, _MARK, one.grade))
        line = pencil.height(one.role)
        pencil.line(one.text, x + _KEY + 8, round(top + (_KEY - line) / 2), one.role)
        y += _KEY + 6
    pencil.y = y
