# SPDX-License-Identifier: MIT
"""The list of measures as a table model: label, force value, England and Wales value."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peelviewer.charts.spec import DASH
from peelviewer.ui.measures.entries import Entry
from peelviewer.ui.models.cells import alignment
from peelviewer.ui.models.roles import Emphasis, MeasureColumn, RowRole

Index = QModelIndex | QPersistentModelIndex

NATIONAL = "England and Wales"
NOT_STATED = "not stated in the report"


class MeasureListModel(QAbstractTableModel):
    """A sequence of entries, and a function per role."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._force = "Force"

    def show_entries(self, entries: tuple[Entry, ...], force: str) -> None:
        """Take the entries' place; ``force`` is the force's name as the report prints it."""
        self.beginResetModel()
        self._entries = entries
        self._force = force
        self.endResetModel()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed, row by row."""
        return self._entries

    def entry(self, row: int) -> Entry:
        """Return the entry of ``row``."""
        return self._entries[row]

    def row_of(self, kind: str, number: int | None) -> int | None:
        """Return the row of a measure's index or a figure's number; ``None`` if not listed."""
        rows = (row for row, entry in enumerate(self._entries) if entry.key == (kind, number))
        return next(rows, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else len(MeasureColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` asks of a cell."""
        if not index.isValid():
            return None
        entry, column = self._entries[index.row()], MeasureColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(entry, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry, column)
        if role == RowRole.DETAIL:
            return entry.detail if column is MeasureColumn.LABEL else ""
        if role == RowRole.EMPHASIS:
            return _emphasis(entry, column)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the short column titles; their tooltips say them in full."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(MeasureColumn):
            return None
        column = MeasureColumn(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", "Force", "E&W")[column]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ("Measure or figure", self._force, NATIONAL)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        return None

    def _place(self, column: MeasureColumn) -> str:
        return self._force if column is MeasureColumn.FORCE else NATIONAL

    def _tip(self, entry: Entry, column: MeasureColumn) -> str:
        if column is MeasureColumn.LABEL:
            page = f"Page {entry.page}" if entry.page is not None else ""
            return "\n".join(filter(None, (entry.label, entry.unit, entry.period, page)))
        if entry.note:
            return ""
        return f"{self._place(column)}: {_value(entry, column) or _reason(entry)}"

    def _spoken(self, entry: Entry, column: MeasureColumn) -> str:
        """Return the cell in words; the first cell says the whole line."""
        if column is not MeasureColumn.LABEL:
            if entry.note:
                return entry.note if column is MeasureColumn.FORCE else ""
            return f"{self._place(column)} {_value(entry, column) or _reason(entry)}"
        parts = [entry.label, entry.detail, entry.note]
        if not entry.note:
            parts += [
                self._spoken(entry, MeasureColumn.FORCE),
                self._spoken(entry, MeasureColumn.NATIONAL),
            ]
        return ", ".join(part for part in parts if part)


def _value(entry: Entry, column: MeasureColumn) -> str | None:
    return entry.force if column is MeasureColumn.FORCE else entry.national


def _reason(entry: Entry) -> str:
    return f"missing: {entry.missing}" if entry.missing else NOT_STATED


def _text(entry: Entry, column: MeasureColumn) -> str:
    if column is MeasureColumn.LABEL:
        return entry.label
    if entry.note:
        return entry.note if column is MeasureColumn.FORCE else ""
    return _value(entry, column) or DASH


def _emphasis(entry: Entry, column: MeasureColumn) -> Emphasis:
    if column is MeasureColumn.LABEL:
        return Emphasis.PLAIN
    if entry.note or _value(entry, column) is None:
        return Emphasis.QUIET
    return Emphasis.OWN_FORCE if column is MeasureColumn.FORCE else Emphasis.PLAIN
