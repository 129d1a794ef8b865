# SPDX-License-Identifier: MIT
"""The contents tree of a report as a Qt item model, one column wide."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peelviewer.model.report import Report
from peelviewer.ui.models.nodes import Node, report_tree
from peelviewer.ui.models.roles import SectionRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SectionModel(QAbstractItemModel):
    """Owns the nodes; an index carries the node's number in document order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._numbers: dict[int, int] = {}
        self._root = Node("root")

    def set_report(self, report: Report | None) -> None:
        """Show another report; ``None`` shows nothing."""
        self.beginResetModel()
        self._root = report_tree(report)
        self._nodes = []
        self._collect(self._root)
        self._numbers = {id(node): number for number, node in enumerate(self._nodes)}
        self.endResetModel()

    def index_of_section(self, section_id: str) -> QModelIndex:
        """Return the section's index, invalid where the report has no such section."""
        for node in self._nodes:
            if node.kind == "section" and node.section == section_id:
                return self._index(node)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self._index(self._node(parent).children[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # the stub knows only QObject.parent()
        """Return the index of the parent."""
        if not index.isValid():
            return QModelIndex()
        above = self._node(index).parent
        return QModelIndex() if above is None or above is self._root else self._index(above)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """Return how many children there are."""
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002, N802  # Qt's name
        """Return 1: everything else of a row is a role."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says, for the roles of ``SectionRole`` and Qt's own."""
        if not index.isValid():
            return None
        node = self._node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.title
            case Qt.ItemDataRole.ToolTipRole:
                return _described(node, "\n")
            case Qt.ItemDataRole.AccessibleTextRole:
                return _described(node, ", ")
            case SectionRole.KIND:
                return node.kind
            case SectionRole.SHORT:
                return node.short
            case SectionRole.SECTION:
                return node.section
            case SectionRole.PAGE:
                return node.page
            case SectionRole.GRADE:
                return node.grade
            case SectionRole.FIGURE:
                return node.figure
        return None

    def _collect(self, node: Node) -> None:
        for child in node.children:
            self._nodes.append(child)
            self._collect(child)

    def _node(self, index: Index) -> Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, self._numbers[id(node)])


def _described(node: Node, joint: str) -> str:
    parts = [node.title]
    if node.grade:
        parts.append(f"Judged {node.grade}")
    if node.page is not None:
        parts.append(f"Page {node.page}")
    return joint.join(parts)
