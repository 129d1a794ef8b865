# SPDX-License-Identifier: MIT
"""How a row of entries looks: wrapped text, a quieter line below, a word at the right end.

Colours come from the window's palette, so that light and dark need no code here.
"""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from peelviewer.drawing.grade_shapes import paint_grade
from peelviewer.ui import icons
from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.models.cells import palette_of
from peelviewer.ui.models.roles import EntryRole
from peelviewer.ui.theme import Theme, solid

Index = QModelIndex | QPersistentModelIndex

SIDE = 10
ABOVE = 6
INDENT = 16
MARK = 10
MARK_ROOM = 18
MOST_LINES = 3
MOST_DETAIL = 2  # lines
_WITHOUT_END = 1_000  # lines
SMALL = 12  # pixels
SIGN = 14  # pixels
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
            height += self._detail_height(option, entry) + 1
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
        palette = palette_of(option)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        if entry.mark:
            spot = QRectF(area.left() - MARK_ROOM, area.top() + 4, MARK, MARK)
            paint_grade(painter, spot, entry.mark, solid(self.theme.grade(entry.mark).mark))
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
        if entry.warning:  # colour alone would not tell those who do not see it
            corner = QPoint(area.right() + 5, area.top() + 2)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(corner, icons.pixmap("warning", self.theme.warning, SIGN, ratio))
        if entry.detail:
            words = _detail_font(option)
            painter.setFont(words)
            height = self._detail_height(option, entry)
            below = QRect(area.left(), top.bottom() + 2, area.width(), height)
            painter.drawText(below, _WRAP, _fitted(QFontMetrics(words), below, entry.detail))
        painter.restore()

    def helpEvent(  # noqa: N802  # Qt's name
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole of a row in its tip, where there was no room for it."""
        if event.type() == QEvent.Type.ToolTip and not self.is_cut(option, index):
            QToolTip.hideText()
            return True
        return super().helpEvent(event, view, option, index)

    def is_cut(self, option: QStyleOptionViewItem, index: Index) -> bool:
        """Return whether a row of this width leaves out some of its words."""
        entry: Entry | None = index.data(EntryRole.ENTRY)
        if entry is None:
            return False
        font, small = _fonts(option, entry)
        width = max(self._inside(option.rect, entry, QFontMetrics(small)).width(), 40)
        return any(
            _height(metrics, width, text, _WITHOUT_END) > _height(metrics, width, text, most)
            for metrics, text, most in (
                (QFontMetrics(font), entry.text, self._most_lines),
                (QFontMetrics(_detail_font(option)), entry.detail, MOST_DETAIL),
            )
        )

    def _inside(self, rect: QRect, entry: Entry, small: QFontMetrics) -> QRect:
        left = SIDE + INDENT * (entry.level - 1) + (MARK_ROOM if entry.mark else 0)
        right = SIDE + (small.horizontalAdvance(entry.right) + 10 if entry.right else 0)
        right += SIGN + 4 if entry.warning else 0
        return rect.adjusted(left, ABOVE, -right, -ABOVE)

    def _detail_height(self, option: QStyleOptionViewItem, entry: Entry) -> int:
        small = _fonts(option, entry)[1]
        room = self._inside(option.rect, entry, QFontMetrics(small)).width()
        metrics = QFontMetrics(_detail_font(option))
        return _height(metrics, max(room, 40), entry.detail, MOST_DETAIL)

    def _text_height(self, metrics: QFontMetrics, width: int, text: str) -> int:
        return _height(metrics, width, text, self._most_lines)


def _height(metrics: QFontMetrics, width: int, text: str, most_lines: int) -> int:
    whole = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()
    return min(whole, most_lines * metrics.lineSpacing())


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
    palette = palette_of(option)
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


def _fonts(option: QStyleOptionViewItem, entry: Entry) -> tuple[QFont, QFont]:
    font, small = QFont(option.font), QFont(option.font)
    if entry.heading:
        font.setWeight(QFont.Weight.DemiBold)
    # Figures of one width belong at the right end only: they also set hyphens apart in words.
    small.setFeature(QFont.Tag("tnum"), 1)
    small.setPixelSize(SMALL)
    return font, small


def _detail_font(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setFeature(QFont.Tag("tnum"), 0)
    font.setPixelSize(SMALL)
    return font
