# SPDX-License-Identifier: MIT
"""Our own line icons, drawn in a theme's colour: ``resources/icons/NAME.svg``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QGuiApplication, QPixmap, QPixmapCache

from peelviewer.paths import bundled

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPainter

_DRAWN_SIZE = 'width="18" height="18"'  # as all of them begin


def icon(name: str, colour: str, size: int = 18, disabled: str | None = None) -> QIcon:
    """Return the icon in one colour; ``disabled`` is the colour while it cannot be used.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    from PySide6.QtGui import QIcon  # it knows the names of all icons of a desktop

    app = QGuiApplication.instance()
    scale = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    result = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        if shade is not None:
            result.addPixmap(pixmap(name, shade, size, scale), mode)
    return result


def pixmap(name: str, colour: str, size: int = 18, scale: float = 1) -> QPixmap:
    """Return the icon as pixels: ``size`` logical pixels square at the screen's ``scale``."""
    key = f"{name} {colour} {size} {scale}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    svg = bundled(f"resources/icons/{name}.svg").read_text(encoding="utf-8")
    pixels = round(size * scale)
    svg = svg.replace(_DRAWN_SIZE, f'width="{pixels}" height="{pixels}"')
    svg = svg.replace("currentColor", QColor(colour).name())
    result = QPixmap()
    if not result.loadFromData(svg.encode(), "SVG"):
        # no SVG support: a quiet gap rather than a broken window
        result = QPixmap(pixels, pixels)
        result.fill(QColor(0, 0, 0, 0))
    result.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, result)
    return result


def paint(painter: QPainter, name: str, colour: str, x: int, y: int, size: int) -> None:
    """Paint the icon at a place, sharp on the painter's device."""
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(x, y, pixmap(name, colour, size, scale))
