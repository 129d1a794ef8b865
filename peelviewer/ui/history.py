# SPDX-License-Identifier: MIT
"""The places that were visited, for Back and Forward as in a browser."""

from typing import Literal

import msgspec

LIMIT = 200


class ShownChart(msgspec.Struct, frozen=True):
    """The measure or the figure whose chart stands beside the text, by its number."""

    kind: Literal["measure", "figure"]
    number: int


class Place(msgspec.Struct, frozen=True):
    """A place in a report: the report's id, an anchor of its document, the chart beside it."""

    report: str
    anchor: str
    chart: ShownChart | None = None


class History:
    """A line of places and where in it we are."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def visit(self, place: Place) -> None:
        """Go to a new place: what lay ahead is forgotten."""
        if self._at >= 0 and self._is_here(place):
            return
        self._places = [*self._places[: self._at + 1], place][-LIMIT:]
        self._at = len(self._places) - 1

    def stay(self, place: Place) -> None:
        """Say where the reader has got to by scrolling, so that Back returns to there."""
        if self._at >= 0 and self._places[self._at].report == place.report:
            self._places[self._at] = place

    def _is_here(self, place: Place) -> bool:
        here = self._places[self._at]
        return (here.report, here.anchor) == (place.report, place.anchor)

    def can_go_back(self) -> bool:
        """Return whether a place lies behind."""
        return self._at > 0

    def can_go_forward(self) -> bool:
        """Return whether a place lies ahead."""
        return self._at + 1 < len(self._places)

    def back(self) -> Place | None:
        """Step back and return the place, or ``None`` at the first one."""
        if not self.can_go_back():
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """Step forward and return the place, or ``None`` at the last one."""
        if not self.can_go_forward():
            return None
        self._at += 1
        return self._places[self._at]

    def forget(self, report: str) -> None:
        """Drop every place of a report that is no longer there."""
        kept = [place for place in self._places if place.report != report]
        self._at = min(self._at, len(kept) - 1)
        self._places = kept
