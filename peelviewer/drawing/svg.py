# SPDX-License-Identifier: MIT
"""A laid-out chart as SVG: Qt's own, made fit for other programs.

Qt writes sizes in millimetres, hundreds of empty groups, and only the font of this machine. Here
the size is in pixels, other fonts follow the first, and each line states its length, so that a
viewer without the font squeezes it instead of cutting it. What ends in a column is anchored at its
end, so that the column is straight in any font.
"""

import html
import re

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgGenerator

from peelviewer.charts.file_words import as_rdf
from peelviewer.charts.style import FALLBACKS, FAMILY, LIGHT
from peelviewer.charts.values import Chart
from peelviewer.drawing import compose
from peelviewer.drawing.layout import Layout

_DPI = 96
_EMPTY_GROUP = re.compile(r"<g\b[^>]*>\s*</g>\s*")
_INVISIBLE = re.compile(r'<g fill="none" stroke="none"[^>]*>\s*<(?:path|rect)\b[^>]*/>\s*</g>\s*')
_GROUP_FONT = re.compile(
    r'\nfont-family="[^"]*" font-size="[^"]*" font-weight="[^"]*" font-style="[^"]*" ?\n'
)
_TEXT = re.compile(
    r'<text (?P<attributes>[^>]*?) font-family="[^"]*" font-size="(?P<size>[\d.]+)" '
    r'font-weight="(?P<weight>\d+)" font-style="[^"]*"\s*>(?P<text>[^<]*)</text>'
)
_X = re.compile(r'\bx="[^"]*"')
_AT = re.compile(r'\bx="(?P<x>[^"]*)" y="(?P<y>[^"]*)"')


def write(chart: Chart, layout: Layout) -> bytes:
    """Return the chart as UTF-8 SVG with ``<title>``, ``<desc>``, its source, and text as text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(QSize(layout.width, layout.height))
    generator.setViewBox(QRectF(0, 0, layout.width, layout.height))
    generator.setTitle(chart.headline)
    generator.setDescription(chart.description)
    painter = QPainter(generator)
    try:
        compose.paint(painter, layout, LIGHT)
    finally:
        painter.end()
    text = _tidied(bytes(buffer.data().data()).decode(), layout)
    metadata = f"</desc>\n<metadata>\n{as_rdf(chart, 'image/svg+xml')}\n</metadata>"
    return text.replace("</desc>", metadata, 1).encode()


def _tidied(text: str, layout: Layout) -> str:
    while True:
        shorter = _INVISIBLE.sub("", _EMPTY_GROUP.sub("", text))
        if shorter == text:
            break
        text = shorter
    text = _GROUP_FONT.sub(" ", text).replace(' vector-effect="none"', "")
    ends = {_place(one.text, one.x, one.baseline): one.right for one in layout.lines}
    text = _TEXT.sub(lambda match: _with_fallbacks(match, ends), text)
    # A dark page must not show through: files are light on white.
    background = (
        f'<rect width="{layout.width}" height="{layout.height}" fill="{LIGHT.background}"/>'
    )
    text = re.sub(
        r'<svg width="[^"]*" height="[^"]*"',
        f'<svg width="{layout.width}" height="{layout.height}" role="img" '
        'aria-labelledby="title desc"',
        text,
        count=1,
    )
    text = re.sub(r'\s*version="1.2" baseProfile="tiny"', "", text, count=1)
    text = text.replace("<title>", '<title id="title">', 1).replace("<desc>", '<desc id="desc">', 1)
    return re.sub(r"<defs>\s*</defs>", background, text, count=1)


_Place = tuple[str, int, int]


def _place(text: str, x: float, y: float) -> _Place:
    """Return what a line is known by in Qt's drawing, which rounds where lines are."""
    return text, round(x), round(y)


def _anchored(attributes: str, words: str, ends: dict[_Place, float | None]) -> str:
    """Return a text's attributes; where it has to end somewhere, anchored there."""
    at = _AT.search(attributes)
    right = None if at is None else ends.get(_place(words, float(at["x"]), float(at["y"])))
    if right is None:
        return attributes
    return _X.sub(f'x="{right:.2f}"', attributes, count=1) + ' text-anchor="end"'


def _with_fallbacks(match: re.Match[str], ends: dict[_Place, float | None]) -> str:
    words = html.unescape(match["text"])
    font = QFont(FAMILY)
    font.setPixelSize(round(float(match["size"])))
    font.setWeight(QFont.Weight(int(match["weight"])))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    length = QFontMetricsF(font).horizontalAdvance(words)
    families = ", ".join(f"'{name}'" if " " in name else name for name in (FAMILY, *FALLBACKS))
    return (
        f'<text {_anchored(match["attributes"], words, ends)} font-family="{families}" '
        f'font-size="{match["size"]}" '
        f'font-weight="{match["weight"]}" textLength="{length:.2f}" '
        f'lengthAdjust="spacingAndGlyphs">{match["text"]}</text>'
    )
