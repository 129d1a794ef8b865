# SPDX-License-Identifier: MIT
"""Colours, pens, sizes and fonts of charts: only here.

The colours are those of the Government Analysis Function's palette; a test computes their
contrast after WCAG 2.2 (text 4.5 to 1, marks 3 to 1). A light grey bar alone would fail on white,
so the national bar has an outline, which also tells it apart without colour.
"""

from typing import Literal, NamedTuple

Ink = Literal["text", "muted", "caveat", "force", "national"]
TextRole = Literal["headline", "title", "label", "group", "value", "strong", "key", "small"]

FAMILY = "Inter"
# What a file names after it, for a machine without the font: metrics near it, narrower first.
FALLBACKS = ("Helvetica Neue", "Arial", "Liberation Sans", "Noto Sans", "sans-serif")

COMPACT_BELOW = 480  # logical px: narrower charts use the smaller type
STACKED_BELOW = 560  # narrower charts put a row's label above its bars


class Look(NamedTuple):
    """The colours of a chart on one kind of background, as #rrggbb."""

    background: str
    text: str
    muted: str
    caveat: str
    rule: str
    axis: str
    surface: str
    focus: str
    fills: tuple[str, ...]
    outlines: tuple[str, ...]

    def ink(self, name: Ink) -> str:
        """Return the colour of a kind of text; values of a series are dark enough to read."""
        named = {"muted": self.muted, "caveat": self.caveat, "force": self.outlines[0]}
        return named.get(name, self.text)

    def fill(self, series: int) -> str:
        """Return the colour of a series' bars; further series repeat the last ones."""
        return self.fills[min(series, len(self.fills) - 1)]

    def outline(self, series: int) -> str:
        """Return the colour of the line round a series' bars."""
        return self.outlines[min(series, len(self.outlines) - 1)]


LIGHT = Look(
    background="#ffffff",
    text="#1c1f24",
    muted="#5a6270",
    caveat="#7a4a00",
    rule="#d9dde3",
    axis="#3d3d3d",
    surface="#f3f5f8",
    focus="#2073bc",
    fills=("#12436d", "#bfbfbf", "#f46a25", "#28a197", "#801650", "#a285d1"),
    outlines=("#12436d", "#3d3d3d", "#8f3408", "#14605a", "#801650", "#5b3f8c"),
)
DARK = Look(
    background="#1e1e1e",
    text="#eceef1",
    muted="#a9b1bd",
    caveat="#e8bd73",
    rule="#3b4048",
    axis="#bfbfbf",
    surface="#292d33",
    focus="#f4a97f",
    fills=("#6bace6", "#4b4f56", "#f46a25", "#28a197", "#d987b4", "#a285d1"),
    outlines=("#6bace6", "#bfbfbf", "#f9b592", "#7fd6ce", "#f0c3da", "#cdbdea"),
)


class Sizes(NamedTuple):
    """Type sizes and distances in logical pixels (96 to the inch)."""

    headline: float
    title: float
    label: float
    key: float
    small: float
    bar: float
    pair_bar: float
    gap: float
    row_gap: float


REGULAR = Sizes(20, 13.5, 13, 12.5, 11.5, bar=24, pair_bar=13, gap=10, row_gap=14)
COMPACT = Sizes(16, 12, 12, 11.5, 11, bar=18, pair_bar=11, gap=8, row_gap=12)

WEIGHTS: dict[TextRole, int] = {
    "headline": 600,
    "title": 400,
    "label": 400,
    "group": 600,
    "value": 400,
    "strong": 600,
    "key": 500,
    "small": 400,
}


def sizes_for(width: float) -> Sizes:
    """Return the sizes of a chart ``width`` logical pixels wide."""
    return COMPACT if width < COMPACT_BELOW else REGULAR


def size_of(role: TextRole, sizes: Sizes) -> float:
    """Return the size of a kind of text."""
    return {
        "headline": sizes.headline,
        "title": sizes.title,
        "key": sizes.key,
        "small": sizes.small,
    }.get(role, sizes.label)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two #rrggbb colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
