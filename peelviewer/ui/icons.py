# SPDX-License-Identifier: MIT
"""Our own line icons, drawn in a theme's colour: ``resources/icons/NAME.svg``."""

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QImage,
    QImageReader,
    QPainter,
    QPixmap,
    QPixmapCache,
)

from peelviewer.paths import bundled


def icon(name: str, colour: str, size: int = 18, disabled: str | None = None) -> QIcon:
    """Return the icon in one colour; ``disabled`` is the colour while it cannot be used.

    Raises:
        FileNotFoundError: there is no such icon.
    """
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
    svg = bundled(f"resources/icons/{name}.svg").read_bytes()
    svg = svg.replace(b"currentColor", QColor(colour).name().encode())
    buffer = QBuffer()
    buffer.setData(QByteArray(svg))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(size * scale), round(size * scale)))
    image = reader.read()
    if image.isNull():  # no SVG support: a quiet gap rather than a broken window
        image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
    result = QPixmap.fromImage(image)
    result.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, result)
    return result


def paint(painter: QPainter, name: str, colour: str, x: int, y: int, size: int) -> None:
    """Paint the icon at a place, sharp on the painter's device."""
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(x, y, pixmap(name, colour, size, scale))
