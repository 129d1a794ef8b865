# SPDX-License-Identifier: MIT
"""Fonts made larger or smaller, whether their size is in pixels or in points."""

from PySide6.QtGui import QFont


def scaled(font: QFont, factor: float) -> QFont:
    """Return the font ``factor`` times as large."""
    made = QFont(font)
    if font.pixelSize() > 0:
        made.setPixelSize(max(1, round(font.pixelSize() * factor)))
    else:
        made.setPointSizeF(font.pointSizeF() * factor)
    return made
