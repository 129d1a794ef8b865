# SPDX-License-Identifier: MIT
"""A table view as tall as its rows: the list of measures, and the table beside a chart."""

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from peelviewer.ui.fonts import scaled
from peelviewer.ui.measures.row_delegate import RowDelegate

LEAST_ROWS, LEAST_LINES = 2, 3  # the least that is seen: these rows, so many lines of each
LEAST_LABEL_WIDTH = 90
HEADING_SIZE = 12
BOLDER, ROOM_BESIDE = 1.06, 24  # own rows are of a heavier weight; padding and indent


class RowView(QTableView):
    """Rows chosen as a whole, by click or Enter; the first column takes the room that is left."""

    row_chosen = Signal(int)

    def __init__(self, name: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit: int | None = None
        self._zoom = 1.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(model)
        model.modelReset.connect(self._fit)
        self.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self._fit()

    def set_zoom(self, factor: float) -> None:
        """Write ``factor`` times as large as the program's own type."""
        self._zoom = factor
        self.setFont(scaled(QApplication.font(), factor))
        # The program's style sheet states the size of headings: only another one changes it.
        size = round(HEADING_SIZE * factor)
        sheet = f"QHeaderView::section {{ font-size: {size}px; }}" if factor != 1 else ""
        self.horizontalHeader().setStyleSheet(sheet)
        self._fit()

    def limit_height(self, pixels: int) -> None:
        """Ask for the height of all rows, or of as many whole rows as ``pixels`` hold."""
        if pixels != self._limit:
            self._limit = pixels
            self.updateGeometry()

    def _fit(self) -> None:
        """Give the value columns what they need, the first the rest, each row its label's height.

        Not left to the header's resize modes: it says a stretched width before it has it.
        """
        count = self.model().columnCount()
        widths = [self._content_width(column) for column in range(1, count)]
        for column, width in enumerate(widths, 1):
            self.setColumnWidth(column, width)
        if count:
            least = max(LEAST_LABEL_WIDTH, self._widest_word() if self._zoom > 1 else 0)
            self.setColumnWidth(0, max(least, self.viewport().width() - sum(widths)))
        self.resizeRowsToContents()
        self.updateGeometry()

    def _widest_word(self) -> int:
        """Return the width at which no word of a label is cut."""
        model, metrics = self.model(), QFontMetrics(self.font())
        labels = (str(model.index(row, 0).data() or "") for row in range(model.rowCount()))
        words = {word for label in labels for word in label.split()}
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return round(widest * BOLDER) + ROOM_BESIDE

    def _content_width(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the labels anew when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the current row with Enter; copy it with the usual key."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.row_chosen.emit(index.row())
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            QGuiApplication.clipboard().setText(self.row_text(index.row()))
        else:
            super().keyPressEvent(event)

    def row_text(self, row: int) -> str:
        """Return the row's cells, apart by tabs."""
        model = self.model()
        cells = (model.index(row, column).data() for column in range(model.columnCount()))
        return "\t".join(str(cell or "") for cell in cells)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all rows, up to the limit."""
        rows = self.model().rowCount()
        while rows > 1 and self._limit is not None and self._height(rows) > self._limit:
            rows -= 1
        return QSize(280, self._height(rows))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of the first rows, of which many lines need not all be seen.

        A table that is not shown yet is narrow, and its rows are as tall as that makes them: the
        window must not grow with them.
        """
        rows = min(LEAST_ROWS, self.model().rowCount())
        lines = rows * LEAST_LINES * self.fontMetrics().lineSpacing()
        return QSize(160, min(self._height(rows), self._height(0) + lines))

    def _height(self, rows: int) -> int:
        header = self.horizontalHeader()
        above = header.sizeHint().height() if not header.isHidden() else 0
        return above + sum(self.rowHeight(row) for row in range(rows)) + 2 * self.frameWidth()
