# SPDX-License-Identifier: MIT
"""Which forces a chart of many is about."""

from collections.abc import Collection
from typing import NamedTuple

from peelviewer.charts.values import Standout
from peelviewer.model.statistics import NATIONAL


class Focus(NamedTuple):
    """``own`` is the force in question (an id), ``chosen`` are those to be highlighted.

    Shown are the forces ``among`` (``None``: all), and the own one in any case.
    """

    own: str | None = None
    among: Collection[str] | None = None
    chosen: Collection[str] = ()

    def shows(self, force: str) -> bool:
        """Return whether a force is to be shown."""
        return self.among is None or force in self.among or force == self.own

    def standout(self, area: str) -> Standout:
        """Return how an area stands out."""
        if area == NATIONAL:
            return "national"
        return "own" if area == self.own else "chosen" if area in self.chosen else ""
