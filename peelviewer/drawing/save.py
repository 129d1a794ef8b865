# SPDX-License-Identifier: MIT
"""Charts in files and on the clipboard: always light on white, the same on every machine.

Everything is composed at a logical 96 dpi. A PNG is that composition times its scale; SVG and PDF
are told 96 dpi, as any other would shift the plot against its words.
"""

import atexit
import math
from pathlib import Path
from typing import Literal, get_args

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QMimeData, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from peelviewer.charts.file_words import as_xmp, texts_of
from peelviewer.charts.files import write_atomically
from peelviewer.charts.presets import preset_of
from peelviewer.charts.shortening import shorter
from peelviewer.charts.style import LIGHT
from peelviewer.charts.values import Chart
from peelviewer.drawing import compose, svg
from peelviewer.drawing.fonts import ensure_application
from peelviewer.drawing.layout import Layout, lay_out
from peelviewer.errors import ChartError

Format = Literal["png", "svg", "pdf"]

DPI = 96
MARGIN = 24.0
NARROWEST, WIDEST, LARGEST_SCALE = 280, 4000, 3
_POINTS = 72 / DPI
_INCH = 0.0254
_SCREENLESS = ("offscreen", "minimal")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to save: format, width in logical pixels, and for PNG the scale 1 to 3.

    ``dpi`` is what a PNG states of its size on paper; 0 stands for 96 times the scale.
    """

    format: Format = "png"
    width: int = 720
    scale: int = 1
    dpi: int = 0


def save(chart: Chart, path: Path, options: Options) -> None:
    """Write the chart to ``path``, whole or not at all.

    Raises:
        ChartError: an option is out of range, or the file cannot be written.
    """
    write = {"png": to_png, "svg": to_svg, "pdf": to_pdf}.get(options.format)
    if write is None:
        raise ChartError(
            f"A chart cannot be saved as {options.format!r}: use {', '.join(get_args(Format))}."
        )
    write_atomically(path, write(chart, options))


def fitted(chart: Chart, options: Options) -> Chart:
    """Return the chart as it is saved: shortened where its preset's place holds it only so.

    A chart that cannot be shortened so far is returned as it is.
    """
    place = preset_of(options.width, options.scale)
    if place is None or place.shape is None:
        return chart
    for one in (chart, *shorter(chart)):
        layout = _laid_out(one, options)
        if place.holds(layout.width, layout.height):
            return one
    return chart


def is_too_high(chart: Chart, options: Options) -> bool:
    """Return whether the chart, as it is saved, is higher than the place that its preset is for."""
    place = preset_of(options.width, options.scale)
    if place is None or place.shape is None:
        return False
    layout = _laid_out(fitted(chart, options), options)
    return not place.holds(layout.width, layout.height)


def height_of(chart: Chart, options: Options) -> int:
    """Return how high the chart is in logical pixels."""
    return _laid_out(chart, options).height


def to_image(chart: Chart, options: Options) -> QImage:
    """Return the chart as a picture, its width and height times ``options.scale`` pixels.

    Raises:
        ChartError: it is too large to be drawn.
    """
    layout = _laid_out(chart, options)
    scale = options.scale
    image = QImage(
        layout.width * scale, layout.height * scale, QImage.Format.Format_ARGB32_Premultiplied
    )
    if image.isNull():
        raise ChartError(f"The chart {chart.id} is too large to draw at {options.width} pixels.")
    image.setDevicePixelRatio(scale)
    image.fill(QColor(LIGHT.background))
    painter = QPainter(image)
    try:
        compose.paint(painter, layout, LIGHT)
    finally:
        painter.end()
    # Only now: a dpi known while painting would scale the text.
    image.setDevicePixelRatio(1)
    dots = round((options.dpi or DPI * scale) / _INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def to_png(chart: Chart, options: Options) -> bytes:
    """Return a PNG with its dpi and the text chunks Title, Description and Source.

    Raises:
        ChartError: it is too large, or cannot be made.
    """
    image = to_image(chart, options)
    buffer = _buffer()
    writer = QImageWriter(buffer, QByteArray(b"png"))
    for key, text in texts_of(chart).items():
        writer.setText(key, text)
    if not writer.write(image):
        raise ChartError(f"The chart {chart.id} could not be made a PNG: {writer.errorString()}.")
    return _bytes(buffer)


def to_svg(chart: Chart, options: Options) -> bytes:
    """Return an SVG with real text, a title and a description."""
    return svg.write(chart, _laid_out(chart, options))


def to_pdf(chart: Chart, options: Options) -> bytes:
    """Return a one-page PDF of the chart's size, with title, description and source.

    Raises:
        ChartError: it cannot be made.
    """
    layout = _laid_out(chart, options)
    # Qt keeps a page's size in whole points: round up, so that nothing is cut.
    size = QSizeF(math.ceil(layout.width * _POINTS), math.ceil(layout.height * _POINTS))
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(chart.headline)
    writer.setCreator("PEEL Viewer")
    writer.setDocumentXmpMetadata(QByteArray(as_xmp(chart).encode()))
    painter = QPainter()
    if not painter.begin(writer):
        raise ChartError(f"The chart {chart.id} could not be made a PDF.")
    try:
        compose.paint(painter, layout, LIGHT)
    finally:
        painter.end()
    return _bytes(buffer)


def copy(chart: Chart, options: Options) -> None:
    """Put the chart on the clipboard as picture, SVG and alternative text."""
    application = ensure_application()
    data = QMimeData()
    data.setImageData(to_image(chart, options))
    data.setData("image/png", QByteArray(to_png(chart, options)))
    data.setData("image/svg+xml", QByteArray(to_svg(chart, options)))
    said = texts_of(chart)
    data.setText("\n".join((*list(said.values())[:-1], f"Source: {said['Source']}")))
    application.clipboard().setMimeData(data)
    if application.platformName() in _SCREENLESS:
        atexit.unregister(_let_go_of_clipboard)
        atexit.register(_let_go_of_clipboard)


def _let_go_of_clipboard() -> None:
    """Empty the clipboard that only this process sees: Qt crashes if it ends holding something.

    With a screen the system's clipboard takes the content over, and it must stay.
    """
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.clipboard().clear()


def _laid_out(chart: Chart, options: Options) -> Layout:
    if not NARROWEST <= options.width <= WIDEST:
        raise ChartError(
            f"A chart can be {NARROWEST} to {WIDEST} pixels wide, not {options.width}."
        )
    if not 1 <= options.scale <= LARGEST_SCALE:
        raise ChartError(f"A chart's scale can be 1 to {LARGEST_SCALE}, not {options.scale}.")
    ensure_application()
    return lay_out(chart, options.width, MARGIN)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _bytes(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
