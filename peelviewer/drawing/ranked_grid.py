# SPDX-License-Identifier: MIT
"""The columns of ranked bars and their scale, fitted to a width."""

from collections.abc import Sequence
from typing import NamedTuple

from peelviewer.charts.style import STACKED_BELOW, TextRole
from peelviewer.charts.values import Chart, Row
from peelviewer.drawing.pieces import Pencil

GAP = 8.0
_DENSE_FROM = 16


class Grid(NamedTuple):
    """The columns: labels end at ``label``, values at ``value``, bars from ``plot`` to ``end``.

    ``low`` is the value at ``plot``, ``factor`` how many pixels one unit of the values takes.
    """

    x: float
    label: float
    value: float
    plot: float
    end: float
    right: float
    pitch: float
    bar: float
    is_dense: bool
    low: float = 0.0
    factor: float = 1.0

    def at(self, value: float) -> float:
        """Return where a value is, in pixels from the left edge of the plot."""
        return (value - self.low) * self.factor

    def roles(self, row: Row) -> tuple[TextRole, TextRole]:
        """Return the types of a row's label and value."""
        return _roles(is_dense=self.is_dense, is_own=row.standout == "own")


def grid_for(
    pencil: Pencil, chart: Chart, x: float, width: float, room_for: Sequence[str] = ()
) -> Grid:
    """Fit the columns and the scale of a chart into ``width``, from ``x``.

    Where the chart is wide, there is room right of the bars for the words ``room_for``.
    """
    rows = [row for row in chart.rows if row.kind == "values"]
    is_dense = len(rows) >= _DENSE_FROM
    label_role, value_role = _roles(is_dense=is_dense, is_own=True)
    widest = max(pencil.width(row.label, label_role) for row in rows) + 2
    parts = [word for row in rows for word in row.label.split()]
    whole = max(pencil.width(word, label_role) for word in parts) + 2
    label = x + min(widest, max(width * 0.38, min(whole, width * 0.5)))
    printed = [v.printed for row in rows for v in row.values]
    value = label + GAP + max(pencil.width(one, value_role) for one in printed)
    end = x + width
    if room_for and width >= STACKED_BELOW:
        end -= max(pencil.width(words, "small") for words in room_for) + 16
    grid = Grid(
        x=x,
        label=label,
        value=value,
        plot=value + GAP + 2,
        end=end,
        right=x + width,
        pitch=pencil.height("small") + 1 if is_dense else pencil.height("label") + 8,
        bar=11.0 if is_dense else 16.0,
        is_dense=is_dense,
    )
    return _scaled(grid, chart)


def _roles(*, is_dense: bool, is_own: bool) -> tuple[TextRole, TextRole]:
    if is_dense:
        return ("small_strong", "small_strong") if is_own else ("small", "small_value")
    return ("group", "strong") if is_own else ("label", "value")


def _scaled(grid: Grid, chart: Chart) -> Grid:
    """Return the columns with a scale that has zero and every value and reference in it."""
    drawn = [row for row in chart.rows if row.kind in ("values", "national")]
    values = [v.value for row in drawn for v in row.values if v.value is not None]
    values += [one.value for one in chart.references]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    room = grid.end - grid.plot - 4
    # Two pixels for the outline of the longest fall: the plot cuts what lies beyond its edge.
    low -= 2 * (high - low) / room if low < 0 else 0.0
    return grid._replace(low=low, factor=room / (high - low) if high > low else 1.0)
