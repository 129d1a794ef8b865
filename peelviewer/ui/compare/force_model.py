# SPDX-License-Identifier: MIT
"""The 43 forces as a list to tick."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from peelviewer.reference.forces import KnownForce, forces

Index = QModelIndex | QPersistentModelIndex


class ForceModel(QAbstractListModel):
    """Forces by their areas, those that go with the typed words; ticks stay when they go."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(sorted(forces(), key=lambda force: force.area))
        self._shown = self._all
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the forces that are ticked."""
        return tuple(force.id for force in self._all if force.id in self._ticked)

    def tick(self, ids: Iterable[str]) -> None:
        """Tick just these forces."""
        self._ticked = set(ids)
        if self._shown:
            last = self.index(len(self._shown) - 1)
            self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])

    def filter(self, typed: str) -> None:
        """Show the forces whose area, name or region has the typed words in it."""
        words = typed.casefold().split()
        self.beginResetModel()
        self._shown = tuple(force for force in self._all if _has(force, words))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of forces shown."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every force be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` asks of a force."""
        if not index.isValid():
            return None
        force = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return force.area
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return force.name
        if role == Qt.ItemDataRole.CheckStateRole:
            is_ticked = force.id in self._ticked
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return None

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tick or untick a force."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        force = self._shown[index.row()].id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(force)
        else:
            self._ticked.discard(force)
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True


def _has(force: KnownForce, words: list[str]) -> bool:
    text = f"{force.area} {force.name} {force.region} {' '.join(force.spellings)}".casefold()
    return all(word in text for word in words)
