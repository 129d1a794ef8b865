# SPDX-License-Identifier: MIT
"""How a row of entries looks: wrapped text, a quieter line below, a word at the right end.

Colours come from the window's palette, so that light and dark need no code here.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.grades import paint_grade
from peelviewer.ui.models.roles import EntryRole
from peelviewer.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

SIDE = 10
ABOVE = 6
INDENT = 16
MARK = 10
MARK_ROOM = 18
MOST_LINES = 3
SMALL = 12  # pixels
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class EntryDelegate(QStyledItemDelegate):
    """Paints a row as one rounded surface."""

    def __init__(self, theme: Theme, view: QWidget, most_lines: int = MOST_LINES) -> None:
        super().__init__(view)
        self.theme = theme
        self._most_lines = most_lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  # Qt's name
        """Return the height of the text, of at most so many lines, and of the line below."""
        entry: Entry = index.data(EntryRole.ENTRY)
        font, small = _fonts(option, entry)
        room = self._inside(option.rect, entry, QFontMetrics(small)).width()
        height = self._text_height(QFontMetrics(font), max(room, 40), entry.text)
        if entry.detail:
            height += QFontMetrics(small).height() + 1
        return QSize(80, height + 2 * ABOVE + (6 if entry.heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the surface, the mark, the texts."""
        entry: Entry = index.data(EntryRole.ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_surface(painter, option, chosen=chosen, heading=entry.heading)
        font, small = _fonts(option, entry)
        metrics = QFontMetrics(small)
        area = self._inside(option.rect, entry, metrics)
        if entry.heading:
            area.adjust(0, 6, 0, 0)
        palette = _palette(option)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        if entry.mark:
            spot = QRectF(area.left() - MARK_ROOM, area.top() + 4, MARK, MARK)
            paint_grade(painter, spot, entry.mark, self.theme)
        painter.setFont(font)
        painter.setPen(self.theme.warning if entry.warning else palette.color(ink))
        height = self._text_height(QFontMetrics(font), area.width(), entry.text)
        top = QRect(area.left(), area.top(), area.width(), height)
        text = _fitted(QFontMetrics(font), top, entry.text)
        painter.drawText(top, _WRAP, text)
        painter.setFont(small)
        painter.setPen(palette.color(ink) if chosen else quiet)
        if entry.right:
            right = QRect(option.rect.left(), area.top() + 1, option.rect.width() - SIDE - 2, 20)
            painter.drawText(right, _RIGHT, entry.right)
        if entry.detail:
            small.setFeature(QFont.Tag("tnum"), 0)
            painter.setFont(small)
            below = QRect(area.left(), top.bottom() + 2, area.width(), metrics.height())
            cut = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()

    def _inside(self, rect: QRect, entry: Entry, small: QFontMetrics) -> QRect:
        left = SIDE + INDENT * (entry.level - 1) + (MARK_ROOM if entry.mark else 0)
        right = SIDE + (small.horizontalAdvance(entry.right) + 10 if entry.right else 0)
        return rect.adjusted(left, ABOVE, -right, -ABOVE)

    def _text_height(self, metrics: QFontMetrics, width: int, text: str) -> int:
        whole = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()
        return min(whole, self._most_lines * metrics.lineSpacing())


def _fitted(metrics: QFontMetrics, area: QRect, text: str) -> str:
    """Return ``text``, cut with an ellipsis where it does not fit the area."""
    if metrics.boundingRect(QRect(0, 0, area.width(), 10_000), _WRAP, text).height() <= (
        area.height() + 1
    ):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        trial = text[:middle].rstrip() + "…"
        fits = metrics.boundingRect(QRect(0, 0, area.width(), 10_000), _WRAP, trial).height()
        low, high = (middle, high) if fits <= area.height() + 1 else (low, middle - 1)
    return text[:low].rstrip() + "…"


def _paint_surface(
    painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool, heading: bool
) -> None:
    palette = _palette(option)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and not heading
    if not (chosen or hovered):
        return
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6)
    colour = palette.color(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Mid)
    if not chosen:
        colour.setAlphaF(0.5)
    painter.fillPath(shape, colour)
    if chosen and option.widget is not None and option.widget.hasFocus():
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 1.5))
        painter.drawPath(shape)


def _palette(option: QStyleOptionViewItem) -> QPalette:
    return option.widget.window().palette() if option.widget else option.palette


def _fonts(option: QStyleOptionViewItem, entry: Entry) -> tuple[QFont, QFont]:
    font, small = QFont(option.font), QFont(option.font)
    if entry.heading:
        font.setWeight(QFont.Weight.DemiBold)
    # Figures of one width belong at the right end only: they also set hyphens apart in words.
    small.setFeature(QFont.Tag("tnum"), 1)
    small.setPixelSize(SMALL)
    return font, small
