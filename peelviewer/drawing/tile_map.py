# SPDX-License-Identifier: MIT
"""The tile map: 43 tiles in four shades, and the legend with the limits of the classes."""

from typing import NamedTuple

from peelviewer.charts.shapes import GradeMark, Shape, Swatch, Tile
from peelviewer.charts.style import STACKED_BELOW, Ink, TextRole
from peelviewer.charts.tile_places import COLUMNS, PLACES, ROWS, Place, gap_for
from peelviewer.charts.values import LEFT_OUT, Chart, Row
from peelviewer.drawing.pieces import Mark, Pencil

_LARGEST, _SMALLEST = 48.0, 30.0
_WIDEST, _FLAT = 112.0, 44.0  # of tiles that have room for their value, too
_LEGEND = 230.0
_SWATCH = 18.0
_SHADE_INKS: tuple[Ink, ...] = ("shade0", "shade1", "shade2", "shade3")


class Tiles(NamedTuple):
    """Where the tiles of a map are: from ``left`` and ``top``, each ``wide`` and ``high``."""

    left: float
    top: float
    wide: float
    high: float
    gap: float

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.left + COLUMNS * (self.wide + self.gap) - self.gap

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top + ROWS * (self.high + self.gap) - self.gap

    def corner(self, place: Place) -> tuple[int, int]:
        """Return the top left corner of a force's tile."""
        x = self.left + place.column * (self.wide + self.gap)
        return round(x), round(self.top + place.row * (self.high + self.gap))

    def mark(self, row: int, place: Place) -> Mark:
        """Return the place that answers for a row's tile: to the middle of the gaps around it."""
        x, y = self.corner(place)
        return Mark(
            row=row,
            value=0,
            x=x - 2,
            y=y - 2,
            width=self.wide + 4,
            height=self.high + 4,
            top=y - self.gap / 2,
            bottom=y + self.high + self.gap / 2,
            left=x - self.gap / 2,
            right=x + self.wide + self.gap / 2,
        )


def tile_map(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out the map with the legend beside it, or where narrow below it."""
    beside = width >= STACKED_BELOW
    gap = gap_for(width)
    room = width - (_LEGEND + 24 if beside else 0)
    share = float(int(max((room + gap) / COLUMNS, _SMALLEST))) - gap
    printed = [value.printed for row in chart.rows if row.area for value in row.values]
    needed = max((pencil.width(one, "small_strong") for one in printed), default=0.0) + 12
    with_values = share > _LARGEST and needed <= min(share, _WIDEST)
    wide = min(share, _WIDEST if with_values else _LARGEST)
    left = x + 2 if beside else x + (width - (COLUMNS * (wide + gap) - gap)) / 2
    tiles = Tiles(left, pencil.y + 2, wide, _FLAT if with_values else wide, gap)
    shown = {row.area: (index, row) for index, row in enumerate(chart.rows)}
    for force, place in PLACES.items():
        index, row = shown.get(force, (None, None))
        _tile(pencil, tiles, place, row, with_values=with_values)
        if index is not None:
            pencil.marks.append(tiles.mark(index, place))
    draw_outlined_last(pencil)
    if beside:
        pencil.y = tiles.top + tiles.high + gap
        _legend(pencil, chart, tiles.right + 28, x + width)
        pencil.y = max(pencil.y, tiles.bottom)
    else:
        pencil.y = tiles.bottom + 14
        _legend(pencil, chart, x, x + width)


def draw_outlined_last(pencil: Pencil) -> None:
    """Put tiles and marks in order: outlines over their neighbours, arrow keys by rows."""
    pencil.shapes.sort(key=_layer)
    pencil.marks.sort(key=lambda mark: (mark.y, mark.x))


def _layer(shape: Shape) -> int:
    if isinstance(shape, GradeMark):
        return 2
    return int(isinstance(shape, Tile) and bool(shape.standout))


def _tile(
    pencil: Pencil, tiles: Tiles, place: Place, row: Row | None, *, with_values: bool
) -> None:
    """Put down the tile of a force: shaded where a row is of it, with its short name."""
    x, y = tiles.corner(place)
    role: TextRole = "small"
    ink: Ink = "muted"
    lines = [place.short]
    if row is None:
        pencil.shapes.append(Tile(x, y, tiles.wide, tiles.high, is_quiet=True))
    else:
        pencil.shapes.append(Tile(x, y, tiles.wide, tiles.high, row.shade, row.standout))
        if row.shade is not None:
            ink = _SHADE_INKS[row.shade]
        if row.standout == "own":
            role = "small_strong"
        if with_values:
            lines += [value.printed for value in row.values[:1] if value.value is not None]
    line_height = pencil.height(role)
    first = y + (tiles.high - len(lines) * line_height) / 2
    for number, text in enumerate(lines):
        middle = x + (tiles.wide - pencil.width(text, role)) / 2
        pencil.line(text, middle, round(first + number * line_height), role, ink)


def _legend(pencil: Pencil, chart: Chart, x: float, right: float) -> None:
    """Say the limits of each class, what the outline is, and what has no value."""
    text_x = x + _SWATCH + 10
    room = right - text_x
    for one in chart.classes:
        count = f"{one.n} force{'s' if one.n != 1 else ''}"
        pencil.shapes.append(Swatch(x, round(pencil.y + 1), _SWATCH, _SWATCH, one.shade))
        pencil.line(one.limits, text_x, pencil.y, "key")
        y = pencil.y + pencil.height("key")
        lines = pencil.wrap(f"{one.label}, {count}", "small", room)
        pencil.y = pencil.lines_at(lines, text_x, y, "small", "muted") + 6
    if any(row.shade is None for row in chart.rows if row.kind == "values"):
        words = _unranked_words(chart)
        _entry(pencil, Swatch(x, round(pencil.y + 1), _SWATCH, _SWATCH, None), words, text_x)
    own = next((row for row in chart.rows if row.standout == "own"), None)
    if own is not None:
        tile = Tile(x, round(pencil.y + 1), _SWATCH, _SWATCH, None, "own", is_quiet=True)
        said = own.values[0].printed if own.values else ""
        _entry(pencil, tile, f"{own.label} {said}", text_x, role="group")
    if any(row.standout == "chosen" for row in chart.rows):
        tile = Tile(x, round(pencil.y + 1), _SWATCH, _SWATCH, None, "chosen", is_quiet=True)
        _entry(pencil, tile, "Highlighted", text_x)
    national = next((row for row in chart.rows if row.kind == "national"), None)
    if national is not None:
        text = f"{national.label} {national.values[0].printed}"
        pencil.y = pencil.lines_at(
            pencil.wrap(text, "key", right - x), x, pencil.y + 4, "key", "nation"
        )


def _unranked_words(chart: Chart) -> str:
    """Return why forces have no class: they have no value, or one that is left out."""
    reasons = [
        row.values[0].missing or row.note
        for row in chart.rows
        if row.kind == "values" and row.shade is None and row.values
    ]
    outs = sum(reason.startswith(LEFT_OUT) for reason in reasons)
    if not outs:
        return "No value"
    return "Left out" if outs == len(reasons) else "No value or left out"


def _entry(pencil: Pencil, shape: Shape, text: str, x: float, *, role: TextRole = "key") -> None:
    pencil.shapes.append(shape)
    y = pencil.y + 1 + (_SWATCH - pencil.height(role)) / 2
    pencil.line(text, x, round(y), role)
    pencil.y += _SWATCH + 8
