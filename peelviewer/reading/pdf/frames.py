# SPDX-License-Identifier: MIT
"""Sets of drawn lines, one below another or side by side, that can part a table into its rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from peelviewer.reading.pdf.drawings import Box

FEWEST_UPRIGHTS = 3
"""Vertical lines of a row that is parted into cells."""
SAME_RULE = 2.5
"""Points: how far the pieces of one line may stand apart."""
_TALLEST_ROW = 110.0  # points between two rules of one table, at most
_FEWEST_RULES = 3
_NARROWEST = 30.0  # points: how wide a column is, at least


def frames(rules: Sequence[Box], uprights: Sequence[Box]) -> list[tuple[list[float], float]]:
    """Return the heights of the lines of each set, from the top down, and its width."""
    ruled = list(_frames(rules))
    return sorted([*ruled, *_single_rows(uprights, ruled)], key=lambda frame: -frame[0][0])


def _frames(rules: Sequence[Box]) -> Iterator[tuple[list[float], float]]:
    """Yield the rules' heights and width of each set, one below another, that can part a table."""
    chain: list[float] = []
    spans: list[tuple[float, float]] = []
    reach = (float("inf"), float("-inf"))
    for left, bottom, right, top in sorted(rules, key=lambda box: -box[1]):
        height = (bottom + top) / 2
        if chain and chain[-1] - height <= SAME_RULE:
            spans.append((left, right))
            reach = (min(reach[0], left), max(reach[1], right))
            continue
        meets = any(left < other[1] and right > other[0] for other in spans)
        if chain and (chain[-1] - height > _TALLEST_ROW or not meets):
            if len(chain) >= _FEWEST_RULES:
                yield chain, reach[1] - reach[0]
            chain, spans, reach = [], [], (left, right)
        chain.append(height)
        spans.append((left, right))
        reach = (min(reach[0], left), max(reach[1], right))
    if len(chain) >= _FEWEST_RULES:
        yield chain, reach[1] - reach[0]


def _single_rows(
    uprights: Sequence[Box], framed: Sequence[tuple[list[float], float]]
) -> Iterator[tuple[list[float], float]]:
    """Yield the rows of a table of one row: vertical lines of one height, side by side.

    Two boxes with a narrow space between them are none.
    """
    for spans in _alike(uprights):
        places = sorted({round(box[0]) for box in spans})
        bottom, top = spans[0][1], spans[0][3]
        is_known = any(heights[0] > bottom and heights[-1] < top for heights, _ in framed)
        is_apart = all(right - left > _NARROWEST for left, right in pairwise(places))
        if len(places) >= FEWEST_UPRIGHTS and is_apart and not is_known:
            yield [top, bottom], float(places[-1] - places[0])


def _alike(uprights: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield vertical lines that begin and end at the same heights."""
    alike: list[list[Box]] = []
    for box in uprights:
        found = next((run for run in alike if _is_alike(run[0], box)), None)
        if found is None:
            alike.append([box])
        else:
            found.append(box)
    yield from alike


def _is_alike(one: Box, other: Box) -> bool:
    return abs(one[1] - other[1]) <= SAME_RULE and abs(one[3] - other[3]) <= SAME_RULE
