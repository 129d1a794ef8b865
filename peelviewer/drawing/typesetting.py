# SPDX-License-Identifier: MIT
"""Text in a chart: fonts by role, widths, and breaking into lines.

Sizes are in pixels and hinting is off, so that a line is as wide on a screen as in a file, at
every scale.
"""

import functools
import re

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from peelviewer.charts.style import FALLBACKS, FAMILY, WEIGHTS, Sizes, TextRole, size_of
from peelviewer.drawing.fonts import load_fonts


@functools.cache
def font(role: TextRole, sizes: Sizes) -> QFont:
    """Return the font of a kind of text."""
    # Before any width is measured and kept: that of another font would be wrong for ever.
    load_fonts()
    made = QFont([FAMILY, *FALLBACKS[:-1]])
    made.setStyleHint(QFont.StyleHint.SansSerif)
    # A whole number of pixels only: the fraction is kept by points at 96 dpi.
    made.setPixelSize(max(1, round(size_of(role, sizes))))
    made.setWeight(QFont.Weight(WEIGHTS[role]))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    # Not even where the application's own font has it: Qt's PDFs cannot say which digit an
    # alternative glyph stands for, so that nobody could search for or copy the number.
    made.setFeature(QFont.Tag("tnum"), 0)
    return made


@functools.cache
def metrics(role: TextRole, sizes: Sizes) -> QFontMetricsF:
    """Return the metrics of a kind of text."""
    return QFontMetricsF(font(role, sizes))


@functools.lru_cache(maxsize=4096)
def text_width(text: str, role: TextRole, sizes: Sizes) -> float:
    """Return how wide one line of text is, in logical pixels."""
    return float(metrics(role, sizes).horizontalAdvance(text))


@functools.cache
def line_height(role: TextRole, sizes: Sizes) -> float:
    """Return the distance of two lines in whole pixels, about 1.35 of the size."""
    return float(round(metrics(role, sizes).height() * 1.1))


@functools.cache
def ascent(role: TextRole, sizes: Sizes) -> float:
    """Return where the baseline lies in a line of ``line_height``, from its top."""
    spare = line_height(role, sizes) - metrics(role, sizes).height()
    return float(metrics(role, sizes).ascent()) + spare / 2


# Blanks at which no line may end: in dates, before "months", and before the number of a page or
# figure.
_BOUND = re.compile(
    r"(?<=\d) (?=(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b)|(?<=[a-z]) (?=(?:19|20)\d\d\b)|(?<=\bp\.) (?=\d)|(?<=\bfigure) (?=\d)"
    r"|(?<=\bper) (?=\d)|(?<=\d) (?=months\b)"
)


def wrap(text: str, role: TextRole, sizes: Sizes, width: float) -> list[str]:
    """Break ``text`` into lines no wider than ``width``; a word that is wider is broken too."""
    return list(_wrapped(text, role, sizes, width))


# The same notes and names come again with every chart of a measure or a force.
@functools.lru_cache(maxsize=4096)
def _wrapped(text: str, role: TextRole, sizes: Sizes, width: float) -> tuple[str, ...]:
    if not text:
        return ()
    if len(text) < 40 and "\n" not in text and text_width(text, role, sizes) <= width:
        return (text.strip(),)
    layout = QTextLayout(_BOUND.sub("\N{NO-BREAK SPACE}", text), font(role, sizes))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines)


def wrap_balanced(text: str, role: TextRole, sizes: Sizes, width: float) -> list[str]:
    """Break into as few lines as ``wrap`` does, but of nearly equal width: no lonely last word."""
    lines = wrap(text, role, sizes, width)
    if len(lines) < 2:
        return lines
    low, high = width / 2, width
    while high - low > 4:
        middle = (low + high) / 2
        if len(wrap(text, role, sizes, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return wrap(text, role, sizes, high)
