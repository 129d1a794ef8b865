# SPDX-License-Identifier: MIT
"""Our own line icons, drawn in a theme's colour: ``resources/icons/NAME.svg``."""

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QImageReader, QPainter, QPixmap

from peelviewer.paths import bundled

_SCALES = (1, 2)


def icon(name: str, colour: str, size: int = 18, disabled: str | None = None) -> QIcon:
    """Return the icon in one colour; ``disabled`` is the colour while it cannot be used.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    result = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        if shade is not None:
            for scale in _SCALES:
                result.addPixmap(pixmap(name, shade, size, scale), mode)
    return result


def pixmap(name: str, colour: str, size: int = 18, scale: float = 1) -> QPixmap:
    """Return the icon as pixels: ``size`` logical pixels square at the screen's ``scale``."""
    svg = bundled(f"resources/icons/{name}.svg").read_bytes()
    svg = svg.replace(b"currentColor", QColor(colour).name().encode())
    from PySide6.QtCore import QBuffer

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
    return result


def paint(painter: QPainter, name: str, colour: str, x: int, y: int, size: int) -> None:
    """Paint the icon at a place, sharp on the painter's device."""
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(x, y, pixmap(name, colour, size, scale))
