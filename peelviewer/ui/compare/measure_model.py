# SPDX-License-Identifier: MIT
"""The measures to choose from as a model: headings, and under each its measures."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peelviewer.comparing.measure_choices import MeasureChoice, MeasureGroup
from peelviewer.ui.models.roles import Emphasis, RowRole

Index = QModelIndex | QPersistentModelIndex

NOT_HELD = "no national statistics yet"


class MeasureModel(QAbstractTableModel):
    """One column; a row is a heading (a text) or a measure."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[str | MeasureChoice, ...] = ()

    def show_groups(self, groups: tuple[MeasureGroup, ...]) -> None:
        """Take other groups' place."""
        self.beginResetModel()
        rows: list[str | MeasureChoice] = []
        for group in groups:
            rows += [group.title, *group.choices]
        self._rows = tuple(rows)
        self.endResetModel()

    def choice(self, row: int) -> MeasureChoice | None:
        """Return the measure in a row; ``None`` for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, MeasureChoice) else None

    def row_of(self, measure: str, unit: str) -> int | None:
        """Return the first row of a measure in a unit."""
        rows = (
            number
            for number, row in enumerate(self._rows)
            if isinstance(row, MeasureChoice) and (row.measure, row.unit) == (measure, unit)
        )
        return next(rows, None)

    def first_choice(self) -> int | None:
        """Return the first row that is no heading."""
        return next((n for n, row in enumerate(self._rows) if not isinstance(row, str)), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return the one column."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if not index.isValid() or self.choice(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` asks of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return _heading_data(row, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == RowRole.DETAIL:
            return _detail(row)
        if role == RowRole.LEVEL:
            return 1
        if role == RowRole.EMPHASIS:
            return Emphasis.PLAIN
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.label}, {_detail(row)}"
        return None


def _heading_data(title: str, role: int) -> Any:
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
        return title
    if role == RowRole.EMPHASIS:
        return Emphasis.GROUP
    return {RowRole.LEVEL: 0, RowRole.DETAIL: ""}.get(role)  # type: ignore[call-overload]  # roles are numbers


def _detail(choice: MeasureChoice) -> str:
    return choice.detail if choice.is_held else f"{choice.detail}; {NOT_HELD}"
