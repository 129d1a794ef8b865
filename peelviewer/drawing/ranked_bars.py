# SPDX-License-Identifier: MIT
"""Ranked bars: a row for each force, bands of 25 percent, a line for England and Wales."""

import itertools
from collections.abc import Sequence

from peelviewer.charts.shapes import NATION, Curve, Dot
from peelviewer.charts.style import OTHER, OWN, Ink
from peelviewer.charts.values import DASH, Chart, Row
from peelviewer.drawing.pieces import Bar, Mark, Pencil, Plot
from peelviewer.drawing.ranked_bands import Stretch, begin_band, end_band, stretches
from peelviewer.drawing.ranked_grid import Grid, grid_for

_CHOSEN = 3
_EDGE = 1.0  # left of zero, for half of its line: the plot cuts what lies beyond its edge
_SERIES = {"own": OWN, "chosen": _CHOSEN, "": OTHER}


def ranked_bars(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out the bars, the line of the nation and what is said under them."""
    bands = stretches(chart)
    grid = grid_for(pencil, chart, x, width, room_for=[band.words for band in bands])
    national = next((i for i, row in enumerate(chart.rows) if row.kind == "national"), None)
    if grid.is_dense and national is not None and _has_value(chart.rows[national]):
        # So many bars are taller than a window: the line has its name where it begins, too.
        _name_nation(pencil, grid, chart.rows[national], pencil.y)
        pencil.y += 4
    top = pencil.y
    own = _rows(pencil, chart, grid, bands)
    zero = grid.at(0.0)
    pencil.plot = Plot(
        x=grid.plot - _EDGE,
        y=top - 2,
        width=grid.end - grid.plot + _EDGE,
        height=pencil.y - top + 4,
        low=-zero - _EDGE,
        high=grid.end - grid.plot - zero,
        axes=((top - 2, pencil.y + 2),),
    )
    bottom = pencil.y + 2
    if national is not None:
        _nation(pencil, grid, national, chart.rows[national], (top - 2, bottom))
    _zero(pencil, grid)
    if chart.references:
        _references(pencil, chart, grid, (own, bottom))


# ---------------------------------------------------------------- rows


def _rows(pencil: Pencil, chart: Chart, grid: Grid, bands: Sequence[Stretch]) -> float | None:
    """Put down the rows with their bands; return the middle of the own force's, if it has one."""
    begins = {band.first: band for band in bands}
    ends = {band.last: band for band in bands}
    gaps = _gaps(grid, chart)
    tops: list[float] = []
    own = None
    for index, row in enumerate(chart.rows):
        if row.kind != "values":
            continue
        if index and chart.rows[index - 1].kind == "heading":
            _skipped(pencil, grid, chart.rows[index - 1].label)
        place = len(tops)
        if place in begins:
            begin_band(pencil, grid, begins[place])
        tops.append(pencil.y)
        middle = _row(pencil, grid, index, row, gaps)
        if row.area == chart.own:
            own = middle
        if place in ends:
            end_band(pencil, grid, ends[place], tops[ends[place].first])
    return own


def _skipped(pencil: Pencil, grid: Grid, words: str) -> None:
    """Say between two rows how many forces there are that are not shown."""
    pencil.y += 2
    pencil.line_to(words, grid.label, pencil.y, "small", "muted")
    pencil.y += pencil.height("small") + 2


def _row(
    pencil: Pencil, grid: Grid, index: int, row: Row, gaps: Sequence[tuple[float, float]]
) -> float:
    """Put down a force's label, value, bar and mark; return where its middle is."""
    label_role, _ = grid.roles(row)
    lines = pencil.wrap(row.label, label_role, grid.label - grid.x)
    height = max(grid.pitch, len(lines) * pencil.height(label_role) + 2)
    middle = pencil.y + height / 2
    ink: Ink = "text" if _has_value(row) else "muted"
    if _has_value(row) and row.standout:
        ink = "force" if row.standout == "own" else "series3"
    y = float(round(middle - len(lines) * pencil.height(label_role) / 2))
    for line in lines:
        pencil.line_to(line, grid.label, y, label_role, ink)
        y += pencil.height(label_role)
    _value(pencil, grid, row, middle, gaps)
    pencil.marks.append(
        Mark(
            row=index,
            value=0,
            x=grid.x - 4,
            y=pencil.y,
            width=grid.end - grid.x + 8,
            height=height,
            top=pencil.y,
            bottom=pencil.y + height,
        )
    )
    pencil.y += height
    return middle


def _value(
    pencil: Pencil, grid: Grid, row: Row, middle: float, gaps: Sequence[tuple[float, float]]
) -> None:
    """Put down a force's value and bar, or a dash and the reason."""
    value = row.values[0]
    _, role = grid.roles(row)
    y = round(middle - pencil.height(role) / 2)
    if value.value is None:
        pencil.line_to(DASH, grid.value, y, role, "muted")
        _reason(pencil, gaps, value.missing or "", y)
        return
    inks: dict[str, Ink] = {"own": "force", "chosen": "series3"}
    pencil.line_to(value.printed, grid.value, y, role, inks.get(row.standout, "muted"))
    if value.value:
        length = value.value * grid.factor
        top = round(middle - grid.bar / 2)
        pencil.bars.append(Bar(_SERIES[row.standout], length, top, grid.bar))


def _gaps(grid: Grid, chart: Chart) -> tuple[tuple[float, float], ...]:
    """Return the stretches between the upright lines through the rows, from left to right."""
    values = [0.0]
    nations = [row for row in chart.rows if row.kind == "national"]
    values += [v.value for row in nations[:1] for v in row.values[:1] if v.value is not None]
    lines = sorted(grid.plot + grid.at(value) for value in values)
    return tuple(itertools.pairwise((grid.plot, *lines, grid.end)))


def _reason(pencil: Pencil, gaps: Sequence[tuple[float, float]], reason: str, y: float) -> None:
    """Say why there is no value where no line goes through it; the notes say it in any case."""
    for text in (reason, reason.split(":", maxsplit=1)[0]):
        for left, right in gaps:
            if text and pencil.width(text, "small") <= right - left - 8:
                pencil.line(text, left + 4, y, "small", "muted")
                return


def _has_value(row: Row) -> bool:
    return row.values[0].value is not None


# ---------------------------------------------------------------- nation, zero, references


def _nation(pencil: Pencil, grid: Grid, index: int, row: Row, span: tuple[float, float]) -> None:
    """Draw the nation's line through the rows and, below it, its name."""
    value = row.values[0]
    if value.value is None:
        return
    x = grid.at(value.value) + _EDGE
    pencil.curves.append(Curve((x, x), (span[0], span[1] + 5), NATION, 1.6, dash=1))
    y = span[1] + 7
    x, width = _name_nation(pencil, grid, row, y)
    height = pencil.y - y
    pencil.marks.append(
        Mark(
            row=index,
            value=0,
            x=x - 4,
            y=y - 1,
            width=width + 8,
            height=height + 2,
            top=y - 2,
            bottom=y + height + 2,
        )
    )


def _name_nation(pencil: Pencil, grid: Grid, row: Row, y: float) -> tuple[float, float]:
    """Write name and value of the nation where its line is; return where they begin, and width."""
    value = row.values[0]
    lines = pencil.wrap(f"{row.label} {value.printed}", "small_strong", grid.right - grid.x)
    width = max(pencil.width(line, "small_strong") for line in lines)
    middle = grid.plot + grid.at(value.value or 0.0)
    x = min(max(middle - width / 2, grid.x), grid.right - width)
    pencil.y = pencil.lines_at(lines, x, y, "small_strong", "nation")
    return x, width


def _zero(pencil: Pencil, grid: Grid) -> None:
    """Label the line at zero where bars go to its left."""
    if grid.low >= 0:
        return
    half = pencil.width("0", "small") / 2
    pencil.line("0", grid.plot + grid.at(0.0) - half, pencil.y + 3, "small", "muted")
    pencil.y += 3 + pencil.height("small")


def _references(
    pencil: Pencil, chart: Chart, grid: Grid, places: tuple[float | None, float]
) -> None:
    """Mark the values that the report prints, and say below what the marks are.

    ``places`` are the heights of the own force's and of the nation's.
    """
    named = []
    for one in chart.references:
        y = places[1 if one.series else 0]
        if y is None:
            continue
        pencil.shapes.append(
            Dot(grid.plot + grid.at(one.value), y, 4.5, "diamond", one.series, is_hollow=True)
        )
        names = [r.label for r in chart.rows if (r.standout == "own") == (one.series == 0)]
        name = names[-1] if one.series else names[0]
        named.append(f"{name} {one.printed}")
    pencil.y += 6
    height = pencil.height("small")
    pencil.shapes.append(
        Dot(grid.x + 6, round(pencil.y + height / 2), 4.5, "diamond", 0, is_hollow=True)
    )
    room = (grid.right - grid.x - 18) * 0.97
    lines = pencil.wrap(f"printed in the report: {', '.join(named)}", "small", room)
    pencil.y = pencil.lines_at(lines, grid.x + 18, pencil.y, "small")
