# SPDX-License-Identifier: MIT
"""The tile map: 43 tiles in four shades, and the legend with the limits of the classes."""

from peelviewer.charts.shapes import GradeMark, Shape, Swatch, Tile
from peelviewer.charts.style import STACKED_BELOW, Ink, TextRole
from peelviewer.charts.tile_places import COLUMNS, PLACES, ROWS, gap_for
from peelviewer.charts.values import LEFT_OUT, Chart, Row
from peelviewer.drawing.pieces import Mark, Pencil

_LARGEST, _SMALLEST = 48.0, 30.0
_LEGEND = 230.0
_SWATCH = 18.0
_SHADE_INKS: tuple[Ink, ...] = ("shade0", "shade1", "shade2", "shade3")


def tile_map(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out the map with the legend beside it, or where narrow below it."""
    beside = width >= STACKED_BELOW
    gap = gap_for(width)
    room = width - (_LEGEND + 24 if beside else 0)
    pitch = min(max((room + gap) / COLUMNS, _SMALLEST), _LARGEST + gap)
    pitch = float(int(pitch))
    size = pitch - gap
    map_width = COLUMNS * pitch - gap
    left = x + 2 if beside else x + (width - map_width) / 2
    top = pencil.y + 2
    shown = {row.area: (index, row) for index, row in enumerate(chart.rows)}
    for force, place in PLACES.items():
        at = (round(left + place.column * pitch), round(top + place.row * pitch))
        _tile(pencil, at, size, shown.get(force), place.short, pitch)
    draw_outlined_last(pencil)
    end = top + ROWS * pitch - gap
    if beside:
        pencil.y = top + pitch
        _legend(pencil, chart, left + map_width + 28, x + width)
        pencil.y = max(pencil.y, end)
    else:
        pencil.y = end + 14
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
    pencil: Pencil,
    at: tuple[float, float],
    size: float,
    found: tuple[int, Row] | None,
    short: str,
    pitch: float,
) -> None:
    x, y = at
    role: TextRole = "small"
    ink: Ink = "muted"
    if found is None:
        pencil.shapes.append(Tile(x, y, size, size, is_quiet=True))
    else:
        index, row = found
        pencil.shapes.append(Tile(x, y, size, size, row.shade, row.standout))
        if row.shade is not None:
            ink = _SHADE_INKS[row.shade]
        if row.standout == "own":
            role = "small_strong"
        pencil.marks.append(
            Mark(
                row=index,
                value=0,
                x=x - 2,
                y=y - 2,
                width=size + 4,
                height=size + 4,
                top=y - (pitch - size) / 2,
                bottom=y - (pitch - size) / 2 + pitch,
                left=x - (pitch - size) / 2,
                right=x - (pitch - size) / 2 + pitch,
            )
        )
    middle = y + (size - pencil.height(role)) / 2
    pencil.line(short, x + (size - pencil.width(short, role)) / 2, round(middle), role, ink)


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
