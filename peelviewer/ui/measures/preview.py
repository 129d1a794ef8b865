# SPDX-License-Identifier: MIT
"""The picture of a chart as it will be saved: as wide as there is room, a tall one scrolls."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

MARGIN = 16


class Paper(QWidget):
    """Shows an image in the full width, never enlarged; the paper is white in both themes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show the image, at its device pixel ratio."""
        self._image = image
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the whole image in ``width``."""
        return round(self._target(width).height()) + 2 * MARGIN

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size in the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the whole height, so that a tall image scrolls instead of shrinking."""
        return QSize(200, self.heightForWidth(self.width()))

    def _target(self, width: int) -> QRectF:
        size = self._image.deviceIndependentSize()
        if self._image.isNull():
            return QRectF()
        shrink = min(1.0, (width - 2 * MARGIN) / size.width())
        return QRectF(0, 0, size.width() * shrink, size.height() * shrink)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the image in the middle with a thin edge."""
        if self._image.isNull():
            return
        target = self._target(self.width())
        target.moveCenter(QRectF(self.rect()).center())
        pixels = (target.size() * self.devicePixelRatioF()).toSize()
        shown = self._image.scaled(
            pixels, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(self)
        painter.drawImage(target, shown, QRectF(shown.rect()))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(target)
        painter.end()


class Preview(QScrollArea):
    """The paper, scrolling upwards and downwards; arrow keys scroll it too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("savePreview")
        self.setAccessibleName("Preview of the saved chart")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paper = Paper(self)
        self.setWidget(self._paper)

    def show_image(self, image: QImage, description: str) -> None:
        """Show the image; ``description`` is its alternative text."""
        self._paper.show_image(image)
        self.setAccessibleDescription(description)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room enough to read a chart in."""
        return QSize(520, 400)
