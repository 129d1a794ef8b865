# SPDX-License-Identifier: MIT
"""The table beside a chart: every row that the chart draws, with the values as printed."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peelviewer.charts.spec import DASH, Chart, Row, Value
from peelviewer.ui.models.cells import alignment
from peelviewer.ui.models.roles import Emphasis, RowRole

Index = QModelIndex | QPersistentModelIndex


class ChartTableModel(QAbstractTableModel):
    """A chart's rows; column 0 is the label, then one column a series.

    Where the rows have different units or periods, each row says its own in a smaller line.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._has_own_units = False
        self._has_own_periods = False

    def show_chart(self, chart: Chart | None) -> None:
        """Take the chart's rows, or none."""
        self.beginResetModel()
        self._chart = chart
        rows = [row for row in chart.rows if row.values] if chart else []
        self._has_own_units = len({row.unit for row in rows}) > 1
        self._has_own_periods = len({row.period for row in rows}) > 1
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the chart's row."""
        return self._rows[number]

    @property
    def _rows(self) -> tuple[Row, ...]:
        return self._chart.rows if self._chart else ()

    @property
    def _series(self) -> tuple[str, ...]:
        return self._chart.series if self._chart else ()

    def spanning_rows(self) -> list[int]:
        """Return the rows that have a label and no values: headings inside the table."""
        return [number for number, row in enumerate(self._rows) if not row.values]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return one column for the label and one a series."""
        return 0 if parent.isValid() or not self._chart else 1 + len(self._series)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``role`` asks of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        if role == RowRole.DETAIL:
            return self._detail(row) if column == 0 else ""
        if role == RowRole.LEVEL:
            return row.level if column == 0 else 0
        if column == 0:
            return self._label_data(row, role)
        return self._value_data(row, column - 1, role)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the series as column titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return two_lines(self._series[section - 1]) if section else ""
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._series[section - 1] if section else "Row"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(section)
        return None

    def _detail(self, row: Row) -> str:
        if not row.values:
            return ""
        unit = row.unit if self._has_own_units else ""
        period = row.period if self._has_own_periods else ""
        return ", ".join(part for part in (unit, period) if part)

    def _label_data(self, row: Row, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.ToolTipRole:
            page = f"page {row.page}" if row.page is not None else ""
            return "\n".join(filter(None, (row.label, row.unit, row.period, page)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.label, self._detail(row))))
        if role == RowRole.EMPHASIS:
            return {"total": Emphasis.TOTAL, "values": Emphasis.PLAIN}.get(row.kind, Emphasis.GROUP)
        return None

    def _value_data(self, row: Row, series: int, role: int) -> Any:
        value = next((v for v in row.values if v.series == series), None)
        if value is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return DASH if value.value is None else value.printed
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{self._series[series]}: {_spoken(value)}"
        if role == RowRole.EMPHASIS:
            return _emphasis(row, value)
        return None


def two_lines(title: str) -> str:
    """Return the title broken at the space nearest its middle, so that its column is narrow."""
    spaces = [place for place, letter in enumerate(title) if letter == " "]
    if not spaces or len(title) <= 10:
        return title
    place = min(spaces, key=lambda space: abs(space - len(title) / 2))
    return f"{title[:place]}\n{title[place + 1 :]}"


def _spoken(value: Value) -> str:
    if value.value is not None:
        return value.printed
    return f"missing: {value.missing}" if value.missing else "not stated in the report"


def _emphasis(row: Row, value: Value) -> Emphasis:
    if value.value is None:
        return Emphasis.QUIET
    if value.series == 0:
        return Emphasis.OWN_FORCE
    return Emphasis.TOTAL if row.kind == "total" else Emphasis.PLAIN
