# SPDX-License-Identifier: MIT
"""The table beside a comparison: the chart's rows in the chart's order, with rank and position."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peelviewer.charts.values import DASH, NOT_RANKED, Chart, Row
from peelviewer.ui.measures.table_model import two_lines
from peelviewer.ui.models.cells import alignment
from peelviewer.ui.models.roles import Emphasis, RowRole

Index = QModelIndex | QPersistentModelIndex

RANK, POSITION, GRADE = "Rank", "Position", "Grade"
_FIRST = {"trend": "Period", "ranges": "Measure", "strip": "Judgment", "table": "Measure"}
_MARKED = {
    "own": Emphasis.OWN_FORCE,
    "chosen": Emphasis.TOTAL,
    "national": Emphasis.TOTAL,
}


class Column(NamedTuple):
    """A column: its title, and the series it shows, ``None`` for words of the row."""

    title: str
    series: int | None


class ComparisonTableModel(QAbstractTableModel):
    """Column 0 is the force (or period, or measure); then the series; then rank and position."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._columns: tuple[Column, ...] = ()
        self._has_own_periods = False

    def show_chart(self, chart: Chart | None) -> None:
        """Take a chart's rows, or none."""
        self.beginResetModel()
        self._rows = chart.rows if chart is not None else ()
        self._columns = _columns(chart) if chart is not None else ()
        self._has_own_periods = len({row.period for row in self._rows}) > 1
        self._is_by_period = chart is not None and chart.kind == "trend"
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the chart's row."""
        return self._rows[number]

    def row_of(self, area: str) -> int | None:
        """Return the row of a force (id)."""
        return next((n for n, row in enumerate(self._rows) if row.area == area), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` asks of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        is_first = index.column() == 0
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label if is_first else _cell(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(index.column())
        if role == RowRole.DETAIL:
            return self._detail(row) if is_first else ""
        if role == RowRole.LEVEL:
            return row.level if is_first else 0
        if role == RowRole.EMPHASIS:
            return _emphasis(row, column)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._spoken(row, column, is_first=is_first)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the columns' titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return two_lines(self._columns[section].title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(section)
        return None

    def _detail(self, row: Row) -> str:
        missing = next((value.missing for value in row.values if value.missing), "") or ""
        broken = next((value for value in row.values if value.break_before), None)
        if broken is not None and self._is_by_period:
            missing = f"{self._columns[broken.series + 1].title} {broken.break_words}"
        if row.position == NOT_RANKED:
            missing = row.note
        when = row.period if self._has_own_periods and not self._is_by_period else ""
        unit = row.unit if when else ""
        said = ", ".join(filter(None, (unit, when, missing)))
        return said if row.course is None else f"{said}. {row.course.words}".lstrip(". ")

    def _spoken(self, row: Row, column: Column, *, is_first: bool) -> str:
        if is_first:
            return ", ".join(filter(None, (row.force or row.label, self._detail(row))))
        cell = _cell(row, column)
        return f"{column.title}: {'missing' if cell == DASH else cell}" if cell else ""


def _columns(chart: Chart) -> tuple[Column, ...]:
    columns = [Column(_FIRST.get(chart.kind, "Force"), None)]
    if any(row.values for row in chart.rows) and chart.kind != "strip":
        columns += [Column(title, number) for number, title in enumerate(chart.series)]
    if any(row.grade for row in chart.rows):
        columns = [one for one in columns if one.series is None]
        columns.append(Column(GRADE, None))
    if any(row.rank for row in chart.rows):
        columns.append(Column(RANK, None))
    if any(row.position for row in chart.rows):
        columns.append(Column(POSITION, None))
    return tuple(columns)


def _cell(row: Row, column: Column) -> str:
    if column.series is None:
        return {RANK: row.rank, POSITION: row.position, GRADE: row.grade}.get(column.title, "")
    value = next((one for one in row.values if one.series == column.series), None)
    return "" if value is None else value.printed


def _emphasis(row: Row, column: Column) -> Emphasis:
    if column.title == POSITION or _cell(row, column) == DASH:
        return Emphasis.QUIET
    return _MARKED.get(row.standout, Emphasis.PLAIN)
