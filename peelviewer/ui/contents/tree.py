# SPDX-License-Identifier: MIT
"""The tree of sections: our own rows and arrows over Qt's tree view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QFrame, QHeaderView, QStyleOptionViewItem, QTreeView

from peelviewer.ui.contents.delegates import ROW_HEIGHT, Index, SectionDelegate
from peelviewer.ui.models.roles import SectionColumn
from peelviewer.ui.theme import solid

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QEvent, QRect
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from peelviewer.ui.theme import Theme

_INDENT = 16
_PAGE_WIDTH = 38

_NOWHERE = QModelIndex()


class SectionTree(QTreeView):
    """The view; it holds no data."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tree")
        self.setAccessibleName("Contents of the report")
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self._hovered = QPersistentModelIndex()
        self.delegate = SectionDelegate(theme, self)
        self.setItemDelegate(self.delegate)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802  # Qt's name
        """Show a model: the titles take what room the page numbers leave."""
        super().setModel(model)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(SectionColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(SectionColumn.PAGE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(SectionColumn.PAGE, _PAGE_WIDTH)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.delegate.set_theme(theme)
        self.viewport().update()

    def set_words(self, words: tuple[str, ...]) -> None:
        """Let the rows whose titles hold these words stand out."""
        if words != self.delegate.words:  # the viewport is dear before the first paint
            self.delegate.words = words
            self.viewport().update()

    def open_rows(self, parent: QModelIndex = _NOWHERE) -> list[QModelIndex]:
        """Return the rows that are open, in reading order."""
        model = self.model()
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if self.isExpanded(index):
                found.append(index)
            found.extend(self.open_rows(index))
        return found

    def point_at(self, index: QModelIndex) -> None:
        """Let the keyboard enter at ``index``, which is not chosen by that."""
        if index.isValid():
            model = self.selectionModel()
            model.setCurrentIndex(index, model.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Light up the row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()).siblingAtColumn(0))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Light up nothing."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        if self._hovered != index:
            self._hovered = QPersistentModelIndex(index)
            self.viewport().update()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  # Qt's name
        """Paint the whole row's ground first, then arrow and content on it."""
        theme = self.delegate.theme
        chosen = self.selectionModel().isSelected(index)
        hovered = self._hovered == index
        focused = self.hasFocus() and self.currentIndex().siblingAtColumn(0) == index
        if chosen or hovered or focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QPainterPath()
            ground.addRoundedRect(QRectF(option.rect).adjusted(6, 1, -6, -1), 6, 6)
        if chosen or hovered:
            painter.fillPath(ground, solid(theme.selection if chosen else theme.hover))
        if focused:
            pen = QPainterPathStroker()
            pen.setWidth(1.5)
            painter.fillPath(pen.createStroke(ground), solid(theme.focus))
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802  # Qt's name
        """Paint a chevron where a row opens."""
        if not self.model().hasChildren(index):
            return
        x, y = rect.right() - 3.5, rect.top() + ROW_HEIGHT / 2 + 0.5
        turned = (-3.2, -1.6, 0, 1.6, 3.2, -1.6) if self.isExpanded(index) else (
            -1.6, -3.2, 1.6, 0, -1.6, 3.2
        )  # fmt: skip
        chevron = QPainterPath(QPointF(x + turned[0], y + turned[1]))
        chevron.lineTo(x + turned[2], y + turned[3])
        chevron.lineTo(x + turned[4], y + turned[5])
        pen = QPainterPathStroker()
        pen.setWidth(1.2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(pen.createStroke(chevron), solid(self.delegate.theme.muted))
