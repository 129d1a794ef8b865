# SPDX-License-Identifier: MIT
"""A figure of the report that is only a picture, as wide as the card."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

MOST_HEIGHT = 360


class PictureView(QWidget):
    """Takes no room while it has nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figurePicture")
        self.setAccessibleName("The figure as published")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._picture: QImage | None = None
        self.hide()

    def show_picture(self, picture: QImage | None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        self.setVisible(picture is not None)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that shows the whole picture, within bounds."""
        if self._picture is None or not self._picture.width():
            return 0
        return min(round(width * self._picture.height() / self._picture.width()), MOST_HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size for the present width."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's names
        """Paint the picture on white paper, whole, in the middle."""
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        size = self._picture.size()
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRect(0, 0, size.width(), size.height())
        area.moveCenter(self.rect().center())
        painter.drawImage(area, self._picture)
        painter.end()
