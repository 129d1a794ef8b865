# SPDX-License-Identifier: MIT
"""Sizes to save a chart at, for the places charts are put: a report, a slide, a page, print."""

from typing import Literal

import msgspec

MM_PER_PIXEL = 25.4 / 96
"""Charts are composed at 96 logical pixels to the inch."""
A4_HEIGHT = 297
"""Of a page, in millimetres."""


class Preset(msgspec.Struct, frozen=True, kw_only=True):
    """A named size: ``width`` in logical pixels (96 to the inch), and the scale of a PNG.

    ``key`` is what settings keep; ``format`` is the one that serves the purpose best; ``dpi`` the
    dots to the inch that a PNG states, so that a text program places it at the right size;
    ``shape`` width and height of the place where a chart has to fit whole, 16 to 9 of a slide.
    """

    key: str
    name: str
    purpose: str
    width: int
    scale: int
    dpi: int
    format: Literal["png", "svg", "pdf"]
    shape: tuple[int, int] | None = None

    def holds(self, width: int, height: int) -> bool:
        """Return whether a chart of this size fits where the preset is for."""
        return self.shape is None or height * self.shape[0] <= width * self.shape[1]


PRESETS: tuple[Preset, ...] = (
    Preset(
        key="column",
        name="Report column",
        purpose="The text column of an A4 report, 16 cm wide",
        width=605,
        scale=2,
        dpi=192,
        format="png",
    ),
    Preset(
        key="slide",
        name="Slide",
        purpose="Across a 16:9 slide of 13.33 inches; ranked bars that are too many are shortened",
        width=1280,
        scale=2,
        dpi=192,
        format="png",
        shape=(16, 9),
    ),
    Preset(
        key="web",
        name="Web, 600 px",
        purpose="A web page or an article, 600 pixels wide, sharp on fine screens",
        width=600,
        scale=2,
        dpi=192,
        format="png",
    ),
    Preset(
        key="print",
        name="Print, 300 dpi",
        purpose="Paper, 17 cm wide at 300 dots to the inch",
        width=669,
        scale=3,
        dpi=300,
        format="png",
    ),
)


def preset_of(width: int, scale: int) -> Preset | None:
    """Return the first preset of this size, if there is one."""
    return next((one for one in PRESETS if (one.width, one.scale) == (width, scale)), None)


def preset(key: str) -> Preset | None:
    """Return the preset of a key that settings kept; ``None`` for one that is no more."""
    return next((one for one in PRESETS if one.key == key), None)
