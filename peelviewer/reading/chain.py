# SPDX-License-Identifier: MIT
"""Titles in order found in a text, in which each may stand in several places: the best chain.

The best chain has each title after the one before it, and the most worth in all. It takes
``n log m`` steps for ``n`` places in a text of ``m``.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

_Link: TypeAlias = tuple[int, int]  # a title's number and where it begins


class Place(NamedTuple):
    """Where a title can stand, from ``first`` to before ``end``, and what that is worth."""

    first: int
    end: int
    worth: int


def best_chain(titles: Iterable[Sequence[Place]], size: int) -> dict[int, Place]:
    """Return the place of each title that is in the best chain, by its number, in order.

    ``titles`` are the places of each title, ``size`` is where the text ends.
    """
    best = _Best(size + 1)
    places: dict[_Link, Place] = {}
    links: dict[_Link, _Link | None] = {}
    for number, options in enumerate(titles):
        before = [best.before(place.first) for place in options]
        for place, (total, link) in zip(options, before, strict=True):
            at = number, place.first
            places[at], links[at] = place, link
            best.put(place.end - 1, total + place.worth, at)
    chosen: dict[int, Place] = {}
    _, step = best.before(size)
    while step is not None:
        chosen[step[0]] = places[step]
        step = links[step]
    return dict(reversed(chosen.items()))


class _Best:
    """The best total among the places before one (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._cells: list[tuple[int, _Link | None]] = [(0, None)] * (size + 1)

    def before(self, place: int) -> tuple[int, _Link | None]:
        """Return the best total that ends before ``place``, and the link of its last title."""
        best: tuple[int, _Link | None] = (0, None)
        while place > 0:
            if self._cells[place][0] > best[0]:
                best = self._cells[place]
            place -= place & -place
        return best

    def put(self, place: int, total: int, link: _Link) -> None:
        """Let a chain with that total and last title end at ``place``."""
        place += 1
        while place <= self._size:
            if total > self._cells[place][0]:
                self._cells[place] = (total, link)
            place += place & -place
