"""A page drawer that needs no PDF."""

import json

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from peelviewer.errors import ReadingError


def picture(width: int, colour: str = "#ffffff") -> bytes:
    image = QImage(width, width * 2, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


class Drawer:
    """Stands for ``behind_the_fence``: remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []
        self.broken = False
        self.box = [0.1, 0.5, 0.5, 0.02]

    def __call__(self, function, arguments, path, cancelled) -> bytes:
        self.asked.append((function, *arguments[1:]))
        if self.broken:
            raise ReadingError(f"{path} cannot be drawn.")
        if function == "pictures:render_page":
            return picture(arguments[2] // 10)
        return json.dumps([self.box]).encode()


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()
