# SPDX-License-Identifier: MIT
"""The contents tree of a report as a Qt item model: titles, and their pages beside them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from peelviewer.model.report import Report
from peelviewer.ui.models.nodes import Node, report_tree
from peelviewer.ui.models.roles import ItemRole, SectionColumn, SectionRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_COLUMNS = len(SectionColumn)
_LEFT, _RIGHT = 0x81, 0x82  # Qt.AlignmentFlag, in the middle of the row


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
        children = self._node(parent).children
        if not (0 <= row < len(children) and 0 <= column < _COLUMNS):
            return QModelIndex()
        return self._index(children[row], column)

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
        """Return how many columns there are."""
        return _COLUMNS

    def data(self, index: Index, role: int = ItemRole.DISPLAY) -> Any:
        """Return what a row says, for the roles of ``SectionRole`` and Qt's own."""
        if not index.isValid():
            return None
        node = self._node(index)
        if index.column() == SectionColumn.PAGE:
            return _page(node, role)
        return _title(node, role)

    def _collect(self, node: Node) -> None:
        for child in node.children:
            self._nodes.append(child)
            self._collect(child)

    def _node(self, index: Index) -> Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: Node, column: int = 0) -> QModelIndex:
        return self.createIndex(node.row, column, self._numbers[id(node)])


def _page(node: Node, role: int) -> Any:
    match role:
        case ItemRole.DISPLAY:
            return "" if node.page is None else str(node.page)
        case ItemRole.TEXT_ALIGNMENT:
            return _RIGHT
    return _title(node, role) if role in (SectionRole.KIND, ItemRole.TOOL_TIP) else None


def _title(node: Node, role: int) -> Any:
    ask = _ROLES.get(role)
    return None if ask is None else ask(node)


def _described(node: Node, joint: str) -> str:
    parts = [node.title]
    if node.grade:
        parts.append(f"Judged {node.grade}")
    if node.page is not None:
        parts.append(f"Page {node.page}")
    return joint.join(parts)


_ROLES: dict[int, Callable[[Node], Any]] = {
    ItemRole.DISPLAY: lambda node: node.title,
    ItemRole.TOOL_TIP: lambda node: _described(node, "\n"),
    ItemRole.ACCESSIBLE_TEXT: lambda node: _described(node, ", "),
    ItemRole.TEXT_ALIGNMENT: lambda _: _LEFT,
    SectionRole.KIND: lambda node: node.kind,
    SectionRole.SHORT: lambda node: node.short,
    SectionRole.SECTION: lambda node: node.section,
    SectionRole.PAGE: lambda node: node.page,
    SectionRole.GRADE: lambda node: node.grade,
    SectionRole.FIGURE: lambda node: node.figure,
}
