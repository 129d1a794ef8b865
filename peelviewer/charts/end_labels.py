# SPDX-License-Identifier: MIT
"""Labels at the ends of lines: pushed apart so that none lies over another."""

from collections.abc import Sequence
from typing import NamedTuple


class Label(NamedTuple):
    """What stands at a line's end: its lines of text, where it wants its middle, its height."""

    key: int
    lines: tuple[str, ...]
    wanted: float
    height: float


def spread_out(labels: Sequence[Label], top: float, bottom: float, gap: float) -> dict[int, float]:
    """Return the middle of each label by its key, near where it wants to be, none overlapping.

    Labels keep the order of the places they want. They stay between ``top`` and ``bottom`` as
    long as there is room; where there is none they go on below.
    """
    ordered = sorted(labels, key=lambda one: one.wanted)
    tops: list[float] = []
    edge = top
    for one in ordered:
        start = max(one.wanted - one.height / 2, edge)
        tops.append(start)
        edge = start + one.height + gap
    over = edge - gap - bottom
    if over > 0 and tops:
        limit = bottom
        for place in range(len(tops) - 1, -1, -1):
            highest = limit - ordered[place].height
            if tops[place] <= highest:
                break
            tops[place] = highest
            limit = highest - gap
        edge = top
        for place, one in enumerate(ordered):
            tops[place] = max(tops[place], edge)
            edge = tops[place] + one.height + gap
    return {one.key: start + one.height / 2 for one, start in zip(ordered, tops, strict=True)}
