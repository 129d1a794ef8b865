# SPDX-License-Identifier: MIT
"""Which mark an arrow key leads to: down a list of bars, or about among points and tiles."""

import math
from collections.abc import Sequence
from typing import Literal

from peelviewer.drawing.pieces import Mark

Way = Literal["up", "down", "left", "right"]

_STEPS: dict[Way, int] = {"down": 1, "right": 1, "up": -1, "left": -1}


def next_mark(marks: Sequence[Mark], at: int | None, way: Way) -> int:
    """Return the index of the mark that ``way`` leads to from ``at``; the same at the edge.

    Marks that lie side by side (tiles, points of lines) are walked as they lie; others are a
    list, in which down and right lead on.
    """
    if not any(math.isfinite(mark.left) or math.isfinite(mark.right) for mark in marks):
        step = _STEPS[way]
        start = at if at is not None else (-1 if step > 0 else len(marks))
        return min(max(start + step, 0), len(marks) - 1)
    if at is None:
        return 0
    here = _centre(marks[at])
    best = min(
        ((_distance(here, _centre(mark), way), index) for index, mark in enumerate(marks)),
        default=(math.inf, at),
    )
    return at if math.isinf(best[0]) else best[1]


def _centre(mark: Mark) -> tuple[float, float]:
    return mark.x + mark.width / 2, mark.y + mark.height / 2


def _distance(here: tuple[float, float], there: tuple[float, float], way: Way) -> float:
    """Return how far a mark is in one direction; infinite where it lies in another."""
    across, along = there[0] - here[0], there[1] - here[1]
    if way in ("left", "right"):
        across, along = along, across
    if way in ("left", "up"):
        along = -along
    if along <= 0.5:
        return math.inf
    # What lies aside is farther than what lies ahead.
    return along + 3 * abs(across)
