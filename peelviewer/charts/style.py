# SPDX-License-Identifier: MIT
"""Colours, pens, sizes and fonts of charts: only here.

The colours are those of the Government Analysis Function's palette; a test computes their
contrast after WCAG 2.2 (text 4.5 to 1, marks 3 to 1). A light grey bar alone would fail on white,
so the national bar has an outline, which also tells it apart without colour.
"""

from typing import Literal, NamedTuple

Ink = Literal[
    "text",
    "muted",
    "caveat",
    "force",
    "national",
    "nation",
    "high",
    "low",
    "shade0",
    "shade1",
    "shade2",
    "shade3",
    "series2",
    "series3",
    "series4",
    "series5",
    "series6",
    "series7",
]
TextRole = Literal[
    "headline",
    "title",
    "label",
    "group",
    "value",
    "strong",
    "key",
    "small",
    "small_value",
    "small_strong",
]
Tone = Literal["high", "low", "quiet"]

OTHER, OWN = -1, -3
"""The series of forces among many: those not in question, and the one that is, outlined."""

FAMILY = "Inter"
# What a file names after it, for a machine without the font: none is wider, so that no label
# grows into a bar where a program does not heed the stated length of a text. The usual last
# resort, DejaVu Sans, is: its narrow cut comes before it.
FALLBACKS = (
    *("Helvetica Neue", "Arial", "Liberation Sans", "Nimbus Sans", "FreeSans"),
    *("DejaVu Sans Condensed", "sans-serif"),
)

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
    other: tuple[str, str]
    nation: tuple[str, str]
    own: str
    high: tuple[str, str]
    low: tuple[str, str]
    shades: tuple[str, str, str, str]
    on_shades: tuple[str, str, str, str]
    hatch: str
    grades: tuple[tuple[str, str, str, str], ...]

    def ink(self, name: Ink) -> str:
        """Return the colour of a kind of text; values of a series are dark enough to read."""
        named = {
            "muted": self.muted,
            "caveat": self.caveat,
            "force": self.outlines[0],
            "nation": self.nation[1],
            "high": self.high[1],
            "low": self.low[1],
        }
        if name.startswith("shade"):
            return self.on_shades[int(name[-1])]
        if name.startswith("series"):
            return self.outlines[int(name[-1])]
        return named.get(name, self.text)

    def grade(self, name: str) -> tuple[str, str, str]:
        """Return a grade's colours: its mark, its word, and the pill under both."""
        found = next((one for one in self.grades if one[0] == name), self.grades[-1])
        return found[1:]

    def fill(self, series: int) -> str:
        """Return the colour of a series' bars; further series repeat the last ones."""
        if series == OTHER:
            return self.other[0]
        if series == OWN:
            return self.fills[0]
        return self.fills[min(series, len(self.fills) - 1)]

    def outline(self, series: int) -> str:
        """Return the colour of the line round a series' bars."""
        if series == OTHER:
            return self.other[1]
        if series == OWN:
            return self.own
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
    # The palette ends with six; the two after it are for trends of many forces.
    fills=(
        *("#12436d", "#bfbfbf", "#f46a25", "#28a197", "#801650", "#a285d1"),
        *("#5c8a1f", "#8a6a3b"),
    ),
    outlines=(
        *("#12436d", "#3d3d3d", "#8f3408", "#14605a", "#801650", "#5b3f8c"),
        *("#3c5e10", "#634a22"),
    ),
    other=("#bfbfbf", "#7d7d7d"),
    nation=("#f46a25", "#a63c06"),
    own="#0a1c2e",
    high=("#f7f2ea", "#7a5a12"),
    low=("#edf4fb", "#1a63a3"),
    shades=("#d6e8f7", "#6bace6", "#2073bc", "#12436d"),
    on_shades=("#1c1f24", "#0d1b28", "#ffffff", "#ffffff"),
    hatch="#8a929e",
    grades=(
        ("outstanding", "#1a7f64", "#0f5c47", "#eaf6f1"),
        ("good", "#12436d", "#12436d", "#ecf2f8"),
        ("adequate", "#5d6b7a", "#414c58", "#f0f2f5"),
        ("requires improvement", "#d9500f", "#93370b", "#fdefe6"),
        ("inadequate", "#a3123a", "#8c0f32", "#fbecf0"),
        ("ungraded", "#6b7480", "#4d5561", "#f4f5f7"),
    ),
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
    fills=(
        *("#6bace6", "#4b4f56", "#f46a25", "#28a197", "#d987b4", "#a285d1"),
        *("#a9cc5b", "#c9a877"),
    ),
    outlines=(
        *("#6bace6", "#bfbfbf", "#f9b592", "#7fd6ce", "#f0c3da", "#cdbdea"),
        *("#cfe6a0", "#e6d3b5"),
    ),
    other=("#4b4f56", "#8e949d"),
    nation=("#f46a25", "#f9a477"),
    own="#e6f2fc",
    high=("#2b2721", "#dcb870"),
    low=("#1d2833", "#8fc1ee"),
    shades=("#263b50", "#2f6291", "#6bace6", "#d6e8f7"),
    on_shades=("#eceef1", "#ffffff", "#0d1b28", "#0d1b28"),
    hatch="#7a828e",
    grades=(
        ("outstanding", "#4fc3a1", "#8fdcc4", "#20342e"),
        ("good", "#6bace6", "#a9d0f3", "#243444"),
        ("adequate", "#a7b0bb", "#cdd3da", "#2d3138"),
        ("requires improvement", "#f58a53", "#ffbb97", "#3a2a22"),
        ("inadequate", "#f0708f", "#ffaabd", "#3b242b"),
        ("ungraded", "#9aa3ae", "#c6ccd4", "#2b2f35"),
    ),
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
    "small_value": 400,
    "small_strong": 600,
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
        "small_value": sizes.small,
        "small_strong": sizes.small,
    }.get(role, sizes.label)
