# SPDX-License-Identifier: MIT
"""How a row of the list and of the table looks: wrapped label, smaller second line, own force.

Colours come from the palette only (``ui/theme.py`` sets it), so light and dark need no code here.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from peelviewer.ui.fonts import scaled
from peelviewer.ui.models.cells import palette_of
from peelviewer.ui.models.roles import Emphasis, RowRole

Index = QModelIndex | QPersistentModelIndex

SIDE = 8
ABOVE = 6
GAP = 1
LEAST_HEIGHT = 28
CORNER = 6.0
INDENT = 12
DETAIL_SCALE = 0.86
HOVER_STRENGTH = 0.5
MINUS = "\N{MINUS SIGN}"
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class RowDelegate(QStyledItemDelegate):
    """Paints a row as one rounded surface; the label wraps instead of being cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the size that shows the whole text in the column's width."""
        label_font, detail_font = _fonts(option, index)
        metrics = QFontMetrics(label_font)
        if index.column():
            width = metrics.horizontalAdvance(_text(index)) + 2 * SIDE
            return QSize(width, max(LEAST_HEIGHT, metrics.height() + 2 * ABOVE))
        room = max(40, option.rect.width() - 2 * SIDE - _indent(index))
        height = _height(metrics, room, _text(index))
        if detail := _detail(index):
            height += GAP + _height(QFontMetrics(detail_font), room, detail)
        return QSize(room + 2 * SIDE, max(LEAST_HEIGHT, height + 2 * ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell and its share of the row's surface."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_surface(painter, option, index)
        label_font, detail_font = _fonts(option, index)
        inside = option.rect.adjusted(SIDE + _indent(index), 0, -SIDE, 0)
        painter.setFont(label_font)
        painter.setPen(_colour(option, index))
        if index.column():
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inside, right, _text(index))
        else:
            _paint_label(painter, option, index, inside, detail_font)
        painter.restore()


def _paint_label(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: Index,
    inside: QRect,
    detail_font: QFont,
) -> None:
    text, detail = _text(index), _detail(index)
    height = _height(painter.fontMetrics(), inside.width(), text)
    below = _height(QFontMetrics(detail_font), inside.width(), detail) + GAP if detail else 0
    top = inside.top() + (inside.height() - height - below) // 2
    painter.drawText(QRect(inside.left(), top, inside.width(), height), _WRAP, text)
    if detail:
        painter.setFont(detail_font)
        painter.setPen(palette_of(option).color(QPalette.ColorRole.PlaceholderText))
        area = QRect(inside.left(), top + height + GAP, inside.width(), below - GAP)
        painter.drawText(area, _WRAP, detail)


def _paint_surface(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Paint the cell's part of the row: rounded at the row's ends, square between the cells."""
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        colour = palette_of(option).color(QPalette.ColorRole.Highlight)
    elif state & QStyle.StateFlag.State_MouseOver:
        colour = palette_of(option).color(QPalette.ColorRole.Mid)
        colour.setAlphaF(HOVER_STRENGTH)
    else:
        return
    row = _row_shape(option, index)
    painter.save()
    painter.setClipRect(option.rect)
    painter.fillPath(row, colour)
    if state & QStyle.StateFlag.State_Selected and _has_focus(option):
        painter.setPen(QPen(palette_of(option).color(QPalette.ColorRole.Accent), 2))
        painter.drawPath(row)
    painter.restore()


def _row_shape(option: QStyleOptionViewItem, index: Index) -> QPainterPath:
    """Return the rounded outline of the whole row as seen from this cell."""
    rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
    far = 4 * CORNER
    model = index.model()
    is_last = index.column() == model.columnCount() - 1 or _spans(option)
    rect.adjust(1 if index.column() == 0 else -far, 0, -1 if is_last else far, 0)
    path = QPainterPath()
    path.addRoundedRect(rect, CORNER, CORNER)
    return path


def _spans(option: QStyleOptionViewItem) -> bool:
    """Say whether the cell reaches the view's right edge though it is not in the last column."""
    widget = option.widget
    return widget is not None and option.rect.right() >= widget.width() - 2 * SIDE


def _has_focus(option: QStyleOptionViewItem) -> bool:
    return option.widget is not None and option.widget.hasFocus()


def _text(index: Index) -> str:
    """Return the cell's text; a hyphen before a number is painted as the minus it stands for."""
    text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    return f"{MINUS}{text[1:]}" if index.column() and text[:1] == "-" else text


def _detail(index: Index) -> str:
    return str(index.data(RowRole.DETAIL) or "")


def _indent(index: Index) -> int:
    return INDENT * int(index.data(RowRole.LEVEL) or 0)


def _height(metrics: QFontMetrics, width: int, text: str) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


def _fonts(option: QStyleOptionViewItem, index: Index) -> tuple[QFont, QFont]:
    """Return the fonts of the cell's text and of its second line."""
    font, detail = QFont(option.font), scaled(option.font, DETAIL_SCALE)
    emphasis = index.data(RowRole.EMPHASIS)
    if emphasis in {Emphasis.OWN_FORCE, Emphasis.GROUP, Emphasis.TOTAL}:
        font.setWeight(QFont.Weight.DemiBold)
    # Figures of one width belong in columns; in Inter they also set hyphens apart in words.
    font.setFeature(QFont.Tag("tnum"), 1 if index.column() else 0)
    if emphasis == Emphasis.QUIET:
        font = scaled(font, DETAIL_SCALE)
    return font, detail


def _colour(option: QStyleOptionViewItem, index: Index) -> QColor:
    role = {
        Emphasis.OWN_FORCE: QPalette.ColorRole.Link,
        Emphasis.QUIET: QPalette.ColorRole.PlaceholderText,
    }.get(index.data(RowRole.EMPHASIS))
    if role is None and option.state & QStyle.StateFlag.State_Selected:
        role = QPalette.ColorRole.HighlightedText
    return palette_of(option).color(role or QPalette.ColorRole.Text)
