# SPDX-License-Identifier: MIT
"""What lies under the text: boxes, grade badges and the marks of values, painted by us.

Qt's rich text knows neither rounded corners nor coloured underlines; these are painted before it,
where it has laid the text out.
"""

from bisect import bisect_left
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLine,
)

from peelviewer.drawing.grade_shapes import paint_grade
from peelviewer.ui.read.links import LinkKind
from peelviewer.ui.read.links import parse as parse_link
from peelviewer.ui.read.place_index import PlaceIndex
from peelviewer.ui.theme import Theme, solid

# Room between a box and the text in it, above and below, as in report.css.
_PADDING = {"brief": (12, 12), "action": (11, 12), "picture": (18, 18)}

Span = tuple[int, int]


class Underlay:
    """Paints under one document; the spans of values are looked up as their blocks come by."""

    def __init__(self, document: QTextDocument, index: PlaceIndex, theme: Theme) -> None:
        self._document = document
        self._layout = document.documentLayout()
        self._index = index
        self._theme = theme
        self._box_ends = [box[1] for box in index.boxes]
        self._spans: dict[int, list[Span]] = {}

    def paint(self, painter: QPainter, first: int, last: int, zoom: float) -> None:
        """Paint what belongs to character positions ``first`` to ``last``, in document units."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_boxes(painter, first, last, zoom)
        block = self._document.findBlock(first)
        while block.isValid() and block.position() <= last:
            grade = self._index.pills.get(block.blockNumber())
            if grade is not None:
                self._paint_pill(painter, block, grade, zoom)
            spans = self._values_of(block)
            if spans:
                self._paint_values(painter, block, spans, zoom)
            block = block.next()

    def _paint_boxes(self, painter: QPainter, first: int, last: int, zoom: float) -> None:
        theme = self._theme
        for start, _, kind, frame in self._index.boxes[bisect_left(self._box_ends, first) :]:
            if start > last:
                break
            area = self._box_area(frame, kind, zoom)
            if kind == "brief":
                painter.fillPath(_rounded(area, 6), solid(theme.brief_fill))
                bar = QRectF(area.left(), area.top(), 3, area.height())
                painter.fillPath(_rounded(bar, 1.5), solid(theme.accent))
                continue
            fill, line = (
                (theme.action_fill, theme.action_line)
                if kind == "action"
                else (theme.panel, theme.line)
            )
            _paint_surface(painter, area, 8, fill, line)
            if kind == "action":
                self._paint_flag(painter, frame.firstCursorPosition().block(), zoom)

    def _box_area(self, frame: QTextFrame, kind: str, zoom: float) -> QRectF:
        """Return a box's area, from its text outwards: Qt's own rectangle of a table is off."""
        top = self._layout.blockBoundingRect(frame.firstCursorPosition().block()).top()
        last = self._layout.blockBoundingRect(frame.lastCursorPosition().block())
        above, below = (pad * zoom for pad in _PADDING[kind])
        root = self._document.rootFrame().frameFormat()
        width = self._document.size().width() - root.leftMargin() - root.rightMargin()
        height = last.bottom() - top + above + below
        return QRectF(root.leftMargin(), top - above, width, height).adjusted(0.5, 0.5, -0.5, -0.5)

    def _paint_flag(self, painter: QPainter, block: QTextBlock, zoom: float) -> None:
        line = self._line_area(block)
        left, middle = line.left() - 17 * zoom, line.center().y()
        colour = solid(self._theme.action_text)
        top, tip = middle - 5.5 * zoom, left + 8.5 * zoom
        pole = QRectF(left - 0.7 * zoom, top, 1.4 * zoom, 11 * zoom)
        cloth = QPainterPath()
        cloth.addRect(pole)
        cloth.moveTo(QPointF(left, top))
        for x, y in ((tip, top), (tip - 2.5 * zoom, top + 3 * zoom), (tip, top + 6 * zoom),
                     (left, top + 6 * zoom)):  # fmt: skip
            cloth.lineTo(x, y)
        painter.fillPath(cloth, colour)

    def _paint_pill(self, painter: QPainter, block: QTextBlock, grade: str, zoom: float) -> None:
        line = self._line_area(block)
        area = self.pill_area(block, zoom)
        colours = self._theme.grade(grade)
        _paint_surface(painter, area, line.height() / 2 + 4 * zoom, colours.fill, colours.line)
        size = 10 * zoom
        mark = QRectF(area.left() + 10 * zoom, line.center().y() - size / 2, size, size)
        paint_grade(painter, mark, grade, solid(self._theme.grade(grade).mark))

    def pill_area(self, block: QTextBlock, zoom: float) -> QRectF:
        """Return the area of a grade's badge: round all lines that its words take."""
        layout = block.layout()
        words = QRectF()
        for number in range(layout.lineCount()):
            words = words.united(layout.lineAt(number).naturalTextRect())
        words.translate(self._layout.blockBoundingRect(block).topLeft())
        return words.adjusted(-28 * zoom + 1, -4 * zoom, 14 * zoom, 4 * zoom)

    def _line_area(self, block: QTextBlock) -> QRectF:
        """Return the area of a block's first line of text."""
        corner = self._layout.blockBoundingRect(block).topLeft()
        line = block.layout().lineAt(0)
        return line.naturalTextRect().translated(corner) if line.isValid() else QRectF()

    def _paint_values(
        self, painter: QPainter, block: QTextBlock, spans: list[Span], zoom: float
    ) -> None:
        corner = self._layout.blockBoundingRect(block).topLeft()
        layout = block.layout()
        fill, under = solid(self._theme.value_fill), solid(self._theme.value_line)
        for start, end in spans:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                low = max(start, line.textStart())
                high = min(end, line.textStart() + line.textLength())
                if low >= high:
                    continue
                left, right = _x(line, low), _x(line, high)
                base = line.y() + line.ascent()
                above, below = 15 * zoom, 5 * zoom
                area = QRectF(left - 2, base - above, right - left + 4, above + below)
                area.translate(corner)
                painter.fillPath(_rounded(area, 2), fill)
                line_below = QRectF(area.left(), area.bottom() - 0.5, area.width(), 1.6 * zoom)
                painter.fillPath(_rounded(line_below, 0.5), under)

    def _values_of(self, block: QTextBlock) -> list[Span]:
        number = block.blockNumber()
        found = self._spans.get(number)
        if found is None:
            found = self._spans[number] = _value_spans(block)
        return found


def _x(line: QTextLine, position: int) -> float:
    """Return where a character begins; PySide returns it with the position, as a list."""
    found: Any = line.cursorToX(position)
    return float(found[0])


def _rounded(area: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path


def _paint_surface(painter: QPainter, area: QRectF, radius: float, fill: str, line: str) -> None:
    path = _rounded(area, radius)
    painter.fillPath(path, solid(fill))
    pen = QPainterPathStroker()
    pen.setWidth(1)
    painter.fillPath(pen.createStroke(path), solid(line))


def _value_spans(block: QTextBlock) -> list[Span]:
    """Return the stretches of a block that are links to measures, from the block's start."""
    spans = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        address = fragment.charFormat().anchorHref()
        if address:
            link = parse_link(address)
            if link is not None and link.kind is LinkKind.MEASURE:
                start = fragment.position() - block.position()
                spans.append((start, start + fragment.length()))
        iterator += 1
    return spans
