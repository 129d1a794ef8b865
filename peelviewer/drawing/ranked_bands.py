# SPDX-License-Identifier: MIT
"""The bands of ranked bars: those of the highest and the lowest 25 percent, and of no rank."""

from typing import Literal, NamedTuple

from peelviewer.charts.shapes import Band
from peelviewer.charts.style import Ink, Tone
from peelviewer.charts.values import NOT_RANKED, Chart
from peelviewer.drawing.pieces import Pencil
from peelviewer.drawing.ranked_grid import Grid

_ONE_OF = "one of the "
_LEVELS = ("highest", "lowest")
_SIDES: tuple[Literal["high", "low"], ...] = ("high", "low")


class Stretch(NamedTuple):
    """Rows at one end, from ``first`` to ``last``, with the words and the tone of their band."""

    first: int
    last: int
    words: str
    tone: Tone


def stretches(chart: Chart) -> list[Stretch]:
    """Return the stretches of rows at either end, where the rows are sorted by value.

    Those that are not ranked are a stretch in any order. Rows are counted among those with values.
    """
    rows = [row for row in chart.rows if row.kind == "values"]
    found = []
    for side in _SIDES if chart.order == "value" else ():
        places = [place for place, row in enumerate(rows) if row.side == side]
        if places:
            words = _words_of_band(rows[places[0]].position)
            found.append(Stretch(places[0], places[-1], words, side))
    apart = [place for place, row in enumerate(rows) if row.position == NOT_RANKED]
    if apart:
        found.append(Stretch(apart[0], apart[-1], NOT_RANKED, "quiet"))
    return sorted(found)


def _words_of_band(position: str) -> str:
    """Return how a band is named: "highest 25%", of changes "largest falls (25%)"."""
    what = position.removeprefix(_ONE_OF)
    return f"{what} 25%" if what in _LEVELS else f"{what} (25%)"


def begin_band(pencil: Pencil, grid: Grid, band: Stretch) -> None:
    """Make room at a band's head; where the chart is narrow its words stand there."""
    if band.first:
        pencil.y += 4
    if _is_narrow(grid):
        pencil.line(band.words.capitalize(), grid.x, pencil.y + 1, "small", _ink(band.tone))
        pencil.y += pencil.height("small") + 2


def end_band(pencil: Pencil, grid: Grid, band: Stretch, top: float) -> None:
    """Put down a band behind its rows, of which the first begins at ``top``, and its words."""
    start, end = top - 2, pencil.y + 2
    if _is_narrow(grid):
        start -= pencil.height("small") + 2
    if band.tone != "quiet":
        # In the margins too: the band is a stretch of the page, not of the bars.
        pencil.shapes.append(
            Band(grid.x - 6, start, grid.right - grid.x + 12, end - start, band.tone)
        )
    if not _is_narrow(grid):
        inner = band.first > 0
        y = start + 3 if inner else end - 3 - pencil.height("small")
        pencil.line_to(band.words, grid.right, y, "small", _ink(band.tone))
    pencil.y += 4


def _is_narrow(grid: Grid) -> bool:
    """Whether there is no room for words right of the bars."""
    return grid.end >= grid.right


def _ink(tone: Tone) -> Ink:
    return "muted" if tone == "quiet" else "high" if tone == "high" else "low"
