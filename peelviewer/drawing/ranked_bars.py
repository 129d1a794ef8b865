# SPDX-License-Identifier: MIT
"""Ranked bars: a row for each force, bands of 25 percent, a line for England and Wales."""

import itertools
from collections.abc import Sequence
from typing import Literal, NamedTuple

from peelviewer.charts.shapes import NATION, Band, Curve, Dot
from peelviewer.charts.style import OTHER, OWN, STACKED_BELOW, Ink, TextRole, Tone
from peelviewer.charts.values import DASH, NOT_RANKED, Chart, Row
from peelviewer.drawing.pieces import Bar, Mark, Pencil, Plot

_DENSE_FROM = 16
_ONE_OF = "one of the "
_LEVELS = ("highest", "lowest")
_SIDES: tuple[Literal["high", "low"], ...] = ("high", "low")
_GAP = 8.0
_CHOSEN = 3
SERIES = {"own": OWN, "chosen": _CHOSEN, "": OTHER}


class _Grid(NamedTuple):
    """The columns: labels end at ``label``, values at ``value``, bars from ``plot`` to ``end``."""

    x: float
    label: float
    value: float
    plot: float
    end: float
    right: float
    pitch: float
    bar: float
    is_dense: bool


class _Stretch(NamedTuple):
    """Rows at one end, from ``first`` to ``last``, with the words and the tone of their band."""

    first: int
    last: int
    words: str
    tone: Tone


class _Scale(NamedTuple):
    low: float
    factor: float

    def at(self, value: float) -> float:
        return (value - self.low) * self.factor


def ranked_bars(pencil: Pencil, chart: Chart, x: float, width: float) -> None:
    """Lay out the bars, the line of the nation and what is said under them."""
    rows = [(i, row) for i, row in enumerate(chart.rows) if row.kind == "values"]
    national = next(((i, r) for i, r in enumerate(chart.rows) if r.kind == "national"), None)
    bands = _bands(chart, [row for _, row in rows])
    grid = _grid(pencil, [row for _, row in rows], x, width, bands=bands)
    scale = _scale(chart, rows, national, grid)
    top = pencil.y
    spots: dict[str, tuple[float, float]] = {}
    is_narrow = grid.end >= grid.right
    starts = {band.first: band for band in bands}
    gaps = _gaps(grid, scale, national)
    if grid.is_dense and national is not None and national[1].values[0].value is not None:
        # So many bars are taller than a window: the line has its name where it begins, too.
        _name_nation(pencil, grid, scale, national[1], top)
        pencil.y += 4
        top = pencil.y
    for place, (index, row) in enumerate(rows):
        if index and chart.rows[index - 1].kind == "heading":
            _skipped(pencil, grid, chart.rows[index - 1].label)
        if place in starts:
            _begin_band(pencil, grid, starts[place], is_narrow=is_narrow)
        _row(pencil, grid, scale, index, row, spots, gaps)
        for band in bands:
            if band.last == place:
                _end_band(pencil, grid, spots, rows, band, is_narrow=is_narrow)
    zero = scale.at(0.0)
    pencil.plot = Plot(
        x=grid.plot,
        y=top - 2,
        width=grid.end - grid.plot,
        height=pencil.y - top + 4,
        low=-zero,
        high=grid.end - grid.plot - zero,
        axes=((top - 2, pencil.y + 2),),
    )
    bottom = pencil.y + 2
    if national is not None:
        _nation(pencil, grid, scale, national, (top - 2, bottom))
    _zero(pencil, grid, scale)
    _references(pencil, chart, grid, scale, spots, bottom, width)


def _skipped(pencil: Pencil, grid: _Grid, words: str) -> None:
    """Say between two rows how many forces there are that are not shown."""
    pencil.y += 2
    pencil.line_to(words, grid.label, pencil.y, "small", "muted")
    pencil.y += pencil.height("small") + 2


# ---------------------------------------------------------------- columns and scale


def _roles(grid_is_dense: bool, standout: str) -> tuple[TextRole, TextRole]:
    if grid_is_dense:
        return ("small_strong", "small_strong") if standout == "own" else ("small", "small_value")
    return ("group", "strong") if standout == "own" else ("label", "value")


def _grid(
    pencil: Pencil, rows: Sequence[Row], x: float, width: float, *, bands: Sequence[_Stretch]
) -> _Grid:
    is_dense = len(rows) >= _DENSE_FROM
    widest = max(pencil.width(r.label, _roles(is_dense, "own")[0]) for r in rows) + 2
    parts = [word for row in rows for word in row.label.split()]
    whole = max(pencil.width(word, _roles(is_dense, "own")[0]) for word in parts) + 2
    label = x + min(widest, max(width * 0.38, min(whole, width * 0.5)))
    printed = [v.printed for row in rows for v in row.values]
    value = label + _GAP + max(pencil.width(one, _roles(is_dense, "own")[1]) for one in printed)
    end = x + width
    if bands and width >= STACKED_BELOW:
        end -= max(pencil.width(band.words, "small") for band in bands) + 16
    return _Grid(
        x=x,
        label=label,
        value=value,
        plot=value + _GAP + 2,
        end=end,
        right=x + width,
        pitch=pencil.height("small") + 1 if is_dense else pencil.height("label") + 8,
        bar=11.0 if is_dense else 16.0,
        is_dense=is_dense,
    )


def _scale(
    chart: Chart,
    rows: Sequence[tuple[int, Row]],
    national: tuple[int, Row] | None,
    grid: _Grid,
) -> _Scale:
    drawn = [row for _, row in rows] + ([national[1]] if national is not None else [])
    values = [v.value for row in drawn for v in row.values if v.value is not None]
    values += [one.value for one in chart.references]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    room = grid.end - grid.plot - 4
    # Two pixels for the outline of the longest fall: the plot cuts what lies beyond its edge.
    low -= 2 * (high - low) / room if low < 0 else 0.0
    return _Scale(low, room / (high - low) if high > low else 1.0)


# ---------------------------------------------------------------- bands


def _bands(chart: Chart, rows: Sequence[Row]) -> list[_Stretch]:
    """Return the stretches of rows at either end, where the rows are sorted by value.

    Those that are not ranked are a stretch in any order.
    """
    found = []
    for side in _SIDES if chart.order == "value" else ():
        places = [place for place, row in enumerate(rows) if row.side == side]
        if places:
            words = _words_of_band(rows[places[0]].position)
            found.append(_Stretch(places[0], places[-1], words, side))
    apart = [place for place, row in enumerate(rows) if row.position == NOT_RANKED]
    if apart:
        found.append(_Stretch(apart[0], apart[-1], NOT_RANKED, "quiet"))
    return sorted(found)


def _words_of_band(position: str) -> str:
    """Return how a band is named: "highest 25%", of changes "largest falls (25%)"."""
    what = position.removeprefix(_ONE_OF)
    return f"{what} 25%" if what in _LEVELS else f"{what} (25%)"


def _begin_band(pencil: Pencil, grid: _Grid, band: _Stretch, *, is_narrow: bool) -> None:
    """Make room at a band's head; where the chart is narrow its words stand there."""
    if band.first:
        pencil.y += 4
    if is_narrow:
        pencil.line(band.words.capitalize(), grid.x, pencil.y + 1, "small", _ink(band.tone))
        pencil.y += pencil.height("small") + 2


def _ink(tone: Tone) -> Ink:
    return "muted" if tone == "quiet" else "high" if tone == "high" else "low"


def _end_band(
    pencil: Pencil,
    grid: _Grid,
    spots: dict[str, tuple[float, float]],
    rows: Sequence[tuple[int, Row]],
    band: _Stretch,
    *,
    is_narrow: bool,
) -> None:
    start = spots[rows[band.first][1].area][0] - 2
    if is_narrow:
        start -= pencil.height("small") + 2
    end = pencil.y + 2
    if band.tone != "quiet":
        # In the margins too: the band is a stretch of the page, not of the bars.
        pencil.shapes.append(
            Band(grid.x - 6, start, grid.right - grid.x + 12, end - start, band.tone)
        )
    if not is_narrow:
        inner = band.first > 0
        y = start + 3 if inner else end - 3 - pencil.height("small")
        pencil.line_to(band.words, grid.right, y, "small", _ink(band.tone))
    pencil.y += 4


# ---------------------------------------------------------------- rows


def _row(
    pencil: Pencil,
    grid: _Grid,
    scale: _Scale,
    index: int,
    row: Row,
    spots: dict[str, tuple[float, float]],
    gaps: Sequence[tuple[float, float]],
) -> None:
    label_role, value_role = _roles(grid.is_dense, row.standout)
    value = row.values[0]
    lines = pencil.wrap(row.label, label_role, grid.label - grid.x)
    height = max(grid.pitch, len(lines) * pencil.height(label_role) + 2)
    middle = pencil.y + height / 2
    ink: Ink = "force" if row.standout == "own" else "text"
    if row.standout == "chosen":
        ink = "series3"
    y = float(round(middle - len(lines) * pencil.height(label_role) / 2))
    for line in lines:
        pencil.line_to(line, grid.label, y, label_role, ink if value.value is not None else "muted")
        y += pencil.height(label_role)
    y = round(middle - pencil.height(value_role) / 2)
    if value.value is None:
        pencil.line_to(DASH, grid.value, y, value_role, "muted")
        _reason(pencil, gaps, value.missing or "", y)
    else:
        is_plain = row.standout not in ("own", "chosen")
        pencil.line_to(value.printed, grid.value, y, value_role, "muted" if is_plain else ink)
        if value.value:
            length = value.value * scale.factor
            bar = Bar(SERIES[row.standout], length, round(middle - grid.bar / 2), grid.bar)
            pencil.bars.append(bar)
    spots[row.area] = (pencil.y, middle)
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


def _gaps(
    grid: _Grid, scale: _Scale, national: tuple[int, Row] | None
) -> tuple[tuple[float, float], ...]:
    """Return the stretches between the upright lines through the rows, from left to right."""
    offsets = [scale.at(0.0)]
    if national is not None and national[1].values[0].value is not None:
        offsets.append(scale.at(national[1].values[0].value))
    lines = sorted(grid.plot + offset for offset in offsets)
    return tuple(itertools.pairwise((grid.plot, *lines, grid.end)))


def _reason(pencil: Pencil, gaps: Sequence[tuple[float, float]], reason: str, y: float) -> None:
    """Say why there is no value where no line goes through it; the notes say it in any case."""
    for text in (reason, reason.split(":", maxsplit=1)[0]):
        for left, right in gaps:
            if text and pencil.width(text, "small") <= right - left - 8:
                pencil.line(text, left + 4, y, "small", "muted")
                return


# ---------------------------------------------------------------- nation, zero, references


def _nation(
    pencil: Pencil,
    grid: _Grid,
    scale: _Scale,
    national: tuple[int, Row],
    span: tuple[float, float],
) -> None:
    """Draw the nation's line through the rows and, below it, its name."""
    index, row = national
    value = row.values[0]
    if value.value is None:
        return
    offset = scale.at(value.value)
    pencil.curves.append(Curve((offset, offset), (span[0], span[1] + 5), NATION, 1.6, dash=1))
    y = span[1] + 7
    x, width = _name_nation(pencil, grid, scale, row, y)
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


def _name_nation(
    pencil: Pencil, grid: _Grid, scale: _Scale, row: Row, y: float
) -> tuple[float, float]:
    """Write name and value of the nation where its line is; return where they begin, and width."""
    value = row.values[0]
    lines = pencil.wrap(f"{row.label} {value.printed}", "small_strong", grid.right - grid.x)
    width = max(pencil.width(line, "small_strong") for line in lines)
    middle = grid.plot + scale.at(value.value or 0.0)
    x = min(max(middle - width / 2, grid.x), grid.right - width)
    pencil.y = pencil.lines_at(lines, x, y, "small_strong", "nation")
    return x, width


def _zero(pencil: Pencil, grid: _Grid, scale: _Scale) -> None:
    """Label the line at zero where bars go to its left."""
    if scale.low >= 0:
        return
    half = pencil.width("0", "small") / 2
    pencil.line("0", grid.plot + scale.at(0.0) - half, pencil.y + 3, "small", "muted")
    pencil.y += 3 + pencil.height("small")


def _references(
    pencil: Pencil,
    chart: Chart,
    grid: _Grid,
    scale: _Scale,
    spots: dict[str, tuple[float, float]],
    bottom: float,
    width: float,
) -> None:
    """Mark the values that the report prints, and say below what the marks are."""
    if not chart.references:
        return
    named = []
    for one in chart.references:
        y = bottom if one.series else spots.get(chart.own or "", (0.0, 0.0))[1]
        if not y:
            continue
        pencil.shapes.append(
            Dot(grid.plot + scale.at(one.value), y, 4.5, "diamond", one.series, is_hollow=True)
        )
        names = [r.label for r in chart.rows if (r.standout == "own") == (one.series == 0)]
        name = names[-1] if one.series else names[0]
        named.append(f"{name} {one.printed}")
    pencil.y += 6
    height = pencil.height("small")
    pencil.shapes.append(
        Dot(grid.x + 6, round(pencil.y + height / 2), 4.5, "diamond", 0, is_hollow=True)
    )
    lines = pencil.wrap(f"printed in the report: {', '.join(named)}", "small", (width - 18) * 0.97)
    pencil.y = pencil.lines_at(lines, grid.x + 18, pencil.y, "small")
