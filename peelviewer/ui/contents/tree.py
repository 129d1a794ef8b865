# SPDX-License-Identifier: MIT
"""The tree of sections: our own rows and arrows over Qt's tree view."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from peelviewer.ui import icons
from peelviewer.ui.grades import paint_grade
from peelviewer.ui.models.roles import SectionRole
from peelviewer.ui.theme import Theme

ROW_HEIGHT = 30
_INDENT = 18
_PAGE_WIDTH = 34
_ICONS = {"figure": "figure", "actions": "flag"}

Index = QModelIndex | QPersistentModelIndex


class SectionDelegate(QStyledItemDelegate):
    """Paints a row: mark, title cut to fit, page number at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802  # Qt's name
        """Return one height for all rows."""
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        area: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stub
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # missing in the stub
        selected = bool(state & QStyle.StateFlag.State_Selected)
        kind = index.data(SectionRole.KIND)
        quiet = kind != "section"
        theme = self.theme
        colour = theme.selection_text if selected else theme.muted if quiet else theme.text
        font = QFont(option.font)  # type: ignore[attr-defined]  # missing in the stub
        font.setWeight(QFont.Weight.DemiBold if selected else QFont.Weight.Normal)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(theme.selection_text if selected else theme.muted))
        right = area.right() - 12
        page = index.data(SectionRole.PAGE)
        if page is not None:
            painter.drawText(
                QRect(right - _PAGE_WIDTH, area.top(), _PAGE_WIDTH, area.height()),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                str(page),
            )
        left = self._paint_mark(painter, area, index, selected=selected)
        painter.setPen(QColor(colour))
        room = right - _PAGE_WIDTH - left
        painter.drawText(
            QRect(left, area.top(), room, area.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            fitted(index, painter.fontMetrics(), room),
        )
        painter.restore()

    def _paint_mark(self, painter: QPainter, area: QRect, index: Index, *, selected: bool) -> int:
        """Paint the grade's shape or the row's icon; return where the title begins."""
        left = area.left() + 4
        grade = index.data(SectionRole.GRADE)
        name = _ICONS.get(index.data(SectionRole.KIND))
        if grade:
            top = area.center().y() - 4.5
            paint_grade(painter, QRectF(left, top, 10, 10), grade, self.theme)
            return left + 17
        if name:
            colour = self.theme.selection_text if selected else self.theme.muted
            icons.paint(painter, name, colour, left - 1, area.center().y() - 7, 15)
            return left + 20
        return left


def fitted(index: Index, metrics: QFontMetrics, room: int) -> str:
    """Return the title where it fits, else its telling part, cut at the end."""
    title = str(index.data(Qt.ItemDataRole.DisplayRole))
    if metrics.horizontalAdvance(title) <= room:
        return title
    short = str(index.data(SectionRole.SHORT))
    return metrics.elidedText(short, Qt.TextElideMode.ElideRight, room)


class SectionTree(QTreeView):
    """The view; it holds no data."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tree")
        self.setAccessibleName("Contents of the report")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.delegate = SectionDelegate(theme, self)
        self.setItemDelegate(self.delegate)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.delegate.theme = theme
        self.viewport().update()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  # Qt's name
        """Paint the whole row's ground first, then arrow and content on it."""
        theme = self.delegate.theme
        area = QRect(option.rect).adjusted(6, 1, -6, -1)  # type: ignore[attr-defined]  # missing in the stub
        chosen = self.selectionModel().isSelected(index)
        current = self.currentIndex() == index
        hovered = self.viewport().mapFromGlobal(self.cursor().pos()).y() in range(
            area.top(), area.bottom()
        ) and self.underMouse()
        if chosen or hovered:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection if chosen else theme.hover))
            painter.drawRoundedRect(area, 6, 6)
            painter.restore()
        if current and self.hasFocus():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), 1.5))
            painter.drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
            painter.restore()
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802  # Qt's name
        """Paint a chevron where a row opens."""
        if not self.model().hasChildren(index):
            return
        name = "down" if self.isExpanded(index) else "right"
        icons.paint(
            painter, name, self.delegate.theme.muted, rect.right() - 14, rect.center().y() - 6, 13
        )
