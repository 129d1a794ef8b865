# SPDX-License-Identifier: MIT
"""Rows of entries as a Qt list model."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.models.roles import EntryRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EntryModel(QAbstractListModel):
    """Holds entries; a row that stays the same row keeps its index when its text changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        entries = tuple(entries)
        if entries == self._entries:
            return
        is_same_rows = bool(entries) and [e.key for e in entries] == [e.key for e in self._entries]
        if is_same_rows and all(entry.key for entry in entries):
            self._entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, ``None`` where there is no such row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: str) -> int | None:
        """Return the row of the entry with a key."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), None)

    def first_row(self) -> int | None:
        """Return the first row that can be chosen."""
        return next((row for row, entry in enumerate(self._entries) if not entry.heading), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows can be chosen, but headings cannot."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        if entry.heading:
            return Qt.ItemFlag.ItemIsEnabled | never
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says, for Qt's roles and those of ``EntryRole``."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (entry.text, entry.detail) if part)
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken()
            case EntryRole.ENTRY:
                return entry
        return None
