# SPDX-License-Identifier: MIT
"""The middle of the Compare view: the chart, its table, what is known of it, or why it is not."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from peelviewer.charts.table import OF_FORCES, caveats_on
from peelviewer.charts.values import Chart
from peelviewer.comparing.comparison import Comparison
from peelviewer.model.report import Report
from peelviewer.ui.compare.about import about
from peelviewer.ui.compare.refusal_view import RefusalView
from peelviewer.ui.compare.table_model import ComparisonTableModel
from peelviewer.ui.fonts import scaled
from peelviewer.ui.measures.about_view import AboutView
from peelviewer.ui.measures.chart_pane import ChartPane, ChartViewFactory, chart_view
from peelviewer.ui.measures.fitting import FittingScrollArea
from peelviewer.ui.measures.row_view import RowView
from peelviewer.ui.theme import Theme

WIDEST_TABLE = 760
HEADLINE_SIZE = 20  # as the style sheet has it
WAITING = "Reading the statistics…"


class Stage(QFrame):
    """Shows one comparison as chart, table or About."""

    row_chosen = Signal(int)
    section_link = Signal(str)
    block_link = Signal(str)
    import_wished = Signal()
    page_wished = Signal(int)

    def __init__(
        self, factory: ChartViewFactory = chart_view, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("stage")
        self.setAccessibleName("Comparison")
        self._mode = "chart"
        self._chart: Chart | None = None
        self.model = ComparisonTableModel(self)
        self.chart = ChartPane(factory, self)
        self.table = RowView("Table of the comparison", self.model, self)
        self.table.setObjectName("comparisonTable")
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.about = AboutView(self)
        self.refusal = RefusalView(self)
        self.waiting = QLabel(WAITING, self)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setProperty("quiet", True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._scroll = FittingScrollArea(self.chart, self, QPalette.ColorRole.Base)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._headline = QLabel(self)
        self._headline.setObjectName("tableHeadline")
        self._title = QLabel(self)
        self._title.setProperty("quiet", True)
        table = QWidget(self)
        rows = QVBoxLayout(table)
        rows.setContentsMargins(4, 4, 4, 0)
        rows.setSpacing(4)
        for label in (self._headline, self._title):
            label.setWordWrap(True)
            rows.addWidget(label)
        rows.addSpacing(8)
        self.table.setMaximumWidth(WIDEST_TABLE)
        rows.addWidget(self.table, 1)
        rows.addStretch(0)
        self._pages = QStackedWidget(self)
        self._page_of = {"chart": self._scroll, "table": table, "about": self.about}
        for page in (*self._page_of.values(), self.refusal, self.waiting):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 12, 8)
        layout.addWidget(self._pages)
        self._pages.setCurrentWidget(self.waiting)

    def _connect(self) -> None:
        self.chart.row_activated.connect(self.row_chosen)
        self.chart.bar_marked.connect(self._scroll.show_area)
        self.table.row_chosen.connect(self.row_chosen)
        self.about.section_link.connect(self.section_link)
        self.about.block_link.connect(self.block_link)
        self.refusal.import_wished.connect(self.import_wished)
        self.refusal.page_wished.connect(self.page_wished)

    def show_comparison(self, found: Comparison, report: Report | None) -> None:
        """Show a comparison in the mode that is on."""
        self._chart = found.chart
        if found.refusal is not None:
            can_go = report is not None and found.refusal.report in ("", report.id)
            self.refusal.show_refusal(found.refusal, can_go_to_page=can_go)
        if found.chart is not None:
            at = self._current_area()
            self.chart.set_chart(for_screen(found.chart))
            self.model.show_chart(found.chart)
            self._go_back_to(at)
            self._headline.setText(found.chart.headline)
            self._title.setText(found.chart.title)
            self.about.show_topics(about(found, report))
        self._turn()

    def show_waiting(self, sentence: str = WAITING) -> None:
        """Say that there is nothing yet, or why there is nothing."""
        self.waiting.setText(sentence)
        self._pages.setCurrentWidget(self.waiting)

    def show_mode(self, mode: str) -> None:
        """Show the comparison as "chart", "table" or "about"."""
        self._mode = mode
        if self._pages.currentWidget() is not self.waiting:
            self._turn()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.chart.set_dark(theme.dark)
        self.about.set_dark(theme.dark)
        self.refusal.set_theme(theme)

    def set_zoom(self, factor: float) -> None:
        """Show chart, table and words ``factor`` times as large."""
        self.chart.set_zoom(factor)
        self.table.setMaximumWidth(round(WIDEST_TABLE * factor))
        self.table.set_zoom(factor)
        self.about.set_zoom(factor)
        headline = f"font-size: {round(HEADLINE_SIZE * factor)}px" if factor != 1 else ""
        self._headline.setStyleSheet(headline)
        self._title.setFont(scaled(QApplication.font(), factor))

    def copy(self) -> str:
        """Copy the value that the keyboard or the pointer is at; return what was copied.

        Its measure, unit and period, why it is missing and the caveats on it go with it.
        """
        row = self._current_row()
        if row is None or self._chart is None:
            return ""
        line = self.model.row(row)
        is_of_chart = self._chart.kind in OF_FORCES
        said = (
            self._chart.measure if is_of_chart else "",
            line.unit,
            line.period,
            *dict.fromkeys(value.missing for value in line.values if value.missing),
            *(one.words for one in caveats_on(self._chart, line)),
        )
        text = "\t".join((self.table.row_text(row), *filter(None, said)))
        QGuiApplication.clipboard().setText(text)
        return text.replace("\t", ", ")

    def _current_area(self) -> str:
        """Return the force of the row that the keyboard is at."""
        row = self._current_row()
        return self.model.row(row).area if row is not None and row < self.model.rowCount() else ""

    def _go_back_to(self, area: str) -> None:
        """Mark the force's row in the new chart and table, as it was in the old ones."""
        row = self.model.row_of(area) if area else None
        if row is None:
            return
        if self._pages.currentWidget() is self._scroll:
            self.chart.view.mark_row(row)
        else:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _current_row(self) -> int | None:
        if self._pages.currentWidget() is self._scroll:
            view = self.chart.view
            current = view.current if view is not None else None
            return None if current is None else current[0]
        index = self.table.currentIndex()
        return index.row() if index.isValid() else None

    def _turn(self) -> None:
        is_shown = self._chart is not None
        self._pages.setCurrentWidget(self._page_of[self._mode] if is_shown else self.refusal)


def for_screen(chart: Chart) -> Chart:
    """Return the chart without what stands beside it on the screen.

    That is source, notes, caveats and licence; each row keeps the caveats on it, those on its own
    force first.
    """
    rows = tuple(
        msgspec.structs.replace(
            row, caveats=tuple(sorted(caveats_on(chart, row), key=lambda one: not one.areas))
        )
        for row in chart.rows
    )
    return msgspec.structs.replace(chart, rows=rows, source="", notes=(), caveats=(), licence="")
