# SPDX-License-Identifier: MIT
"""The contents tree cut down to the rows whose titles hold every typed word."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from peelviewer.ui.models.roles import ItemRole


class SectionFilter(QSortFilterProxyModel):
    """A match keeps its parents, and what stands under it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)

    def set_words(self, typed: str) -> None:
        """Keep rows that hold all words of ``typed``, in any order and case."""
        words = tuple(typed.casefold().split())
        if words != self._words:
            self.beginFilterChange()
            self._words = words
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that were typed, case-folded."""
        return self._words

    def first_hit(self) -> QModelIndex:
        """Return the first row in reading order whose own title holds every word."""
        return self._first_hit(QModelIndex())

    def _first_hit(self, parent: QModelIndex) -> QModelIndex:
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            source = self.mapToSource(index)
            if self.filterAcceptsRow(source.row(), source.parent()):
                return index
            below = self._first_hit(index)
            if below.isValid():
                return below
        return QModelIndex()

    def is_filtering(self) -> bool:
        """Return whether anything was typed."""
        return bool(self._words)

    def filterAcceptsRow(  # noqa: N802  # Qt's name
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Return whether the row's own title holds every word."""
        if not self._words:
            return True
        index = self.sourceModel().index(source_row, 0, source_parent)
        title = str(index.data(ItemRole.DISPLAY)).casefold()
        return all(word in title for word in self._words)
