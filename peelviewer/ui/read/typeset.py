# SPDX-License-Identifier: MIT
"""How the report's text is set: face, style sheet, margins, the width of lines and pictures.

``zoom`` is 1.0 at 100 percent; all lengths are pixels at 100 percent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QFont, QTextDocument, QTextOption

from peelviewer.paths import bundled
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.theme import SERIF, filled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage

    from peelviewer.ui.theme import Theme

READING_WIDTH = 640  # about 75 characters of the text face
MARGIN = 28  # beside the text, at every zoom
TOP = 24
_BOTTOM = 120
_SIZE = 17
_TAB = 26
_PICTURE_MARGIN = 22
_NARROWEST_PICTURE = 80
_LENGTH = re.compile(r"\b(\d+)px")


def prepare(text: QTextDocument, theme: Theme, zoom: float) -> None:
    """Give an empty document the look that the HTML it is about to take is made for."""
    text.setDefaultStyleSheet(_css(theme, zoom))
    text.setDocumentMargin(0)
    font = QFont(SERIF)
    font.setPixelSize(round(_SIZE * zoom))
    text.setDefaultFont(font)
    option = QTextOption()
    option.setTabStopDistance(_TAB * zoom)
    # Long addresses break where they must, so that large text needs no sideways scrolling.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text.setDefaultTextOption(option)


def pad(text: QTextDocument, zoom: float) -> None:
    """Put white space around the whole text; ``setHtml`` takes it away."""
    root = text.rootFrame()
    shape = root.frameFormat()
    shape.setTopMargin(TOP * zoom)
    shape.setBottomMargin(_BOTTOM * zoom)
    shape.setLeftMargin(MARGIN)
    shape.setRightMargin(MARGIN)
    root.setFrameFormat(shape)


def line_width(zoom: float) -> int:
    """Return how wide the text is at most, its margins included."""
    return round(READING_WIDTH * zoom) + 2 * MARGIN


def fitted(picture: QImage, room: float, zoom: float, ratio: float) -> QImage:
    """Return a picture as wide as the lines of a text that has ``room`` pixels with its margins.

    ``ratio`` is how many pixels of the screen are one of these.
    """
    lines = min(READING_WIDTH * zoom, room - 2 * MARGIN)
    width = round(max(lines - 2 * _PICTURE_MARGIN, _NARROWEST_PICTURE) * ratio)
    scaled = picture.scaledToWidth(width, QtCore.Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(ratio)
    return scaled


def replace_pictures(text: QTextDocument, pictures: Mapping[int, QImage]) -> None:
    """Put fitted pictures, by their figures' numbers, in the place of those of another width."""
    kind = QTextDocument.ResourceType.ImageResource
    for number, picture in pictures.items():
        address = Link(LinkKind.PICTURE, str(number)).address()
        text.addResource(kind, QtCore.QUrl(address), picture)
    if pictures:
        text.markContentsDirty(0, text.characterCount())


def _css(theme: Theme, zoom: float) -> str:
    template = bundled("resources/report.css").read_text(encoding="utf-8")
    css = filled(template, theme.tokens())
    return _LENGTH.sub(lambda size: f"{max(round(int(size[1]) * zoom), 1)}px", css)
