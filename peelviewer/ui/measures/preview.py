# SPDX-License-Identifier: MIT
"""The picture of a chart as it will be saved, shrunk to the room there is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

MARGIN = 12


class Preview(QWidget):
    """Shows an image whole, never enlarged; the paper is white in both themes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setAccessibleName("Preview of the saved chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage, description: str) -> None:
        """Show the image; ``description`` is its alternative text."""
        self._image = image
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room enough to read a chart in."""
        return QSize(460, 400)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least that still shows which chart it is."""
        return QSize(240, 200)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the image in the middle with a thin edge."""
        if self._image.isNull():
            return
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        size = self._image.deviceIndependentSize()
        shrink = min(1.0, room.width() / size.width(), room.height() / size.height())
        target = QRectF(0, 0, size.width() * shrink, size.height() * shrink)
        target.moveCenter(room.center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(target, Qt.GlobalColor.white)
        ratio = self.devicePixelRatioF()
        pixels = (target.size() * ratio).toSize()
        shown = self._image.scaled(
            pixels, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(target, shown, QRectF(shown.rect()))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(target)
        painter.end()
