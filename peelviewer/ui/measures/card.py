# SPDX-License-Identifier: MIT
"""The card below the list: one chart, as picture, as table and explained."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from peelviewer.charts.spec import Chart
from peelviewer.model.report import Report
from peelviewer.ui.measures.about import about
from peelviewer.ui.measures.about_view import AboutView
from peelviewer.ui.measures.chart_pane import ChartPane, ChartViewFactory, chart_view
from peelviewer.ui.measures.fitting import FittingScrollArea, FittingStack
from peelviewer.ui.measures.picture_view import PictureView
from peelviewer.ui.measures.row_view import RowView
from peelviewer.ui.measures.table_model import ChartTableModel

MODES = (("chart", "Chart"), ("table", "Table"), ("about", "About"))


class MeasureCard(QFrame):
    """Shows one chart in one of ``MODES``; rows and links are said by signal."""

    row_chosen = Signal(int)
    original_wanted = Signal(int)
    section_link = Signal(str)
    block_link = Signal(str)

    def __init__(
        self, factory: ChartViewFactory = chart_view, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("measureCard")
        self._report: Report | None = None
        self._chart: Chart | None = None
        self.table_model = ChartTableModel(self)
        self.chart = ChartPane(factory, self)
        self.table = RowView("Table of the chart's values", self.table_model, self)
        self.about = AboutView(self)
        self.text_button = _link(self)
        self.original_button = _link(self)
        self.original_button.setText("Show in original")
        self.picture = PictureView(self)
        self.caption = QLabel(self)
        self.caption.setProperty("quiet", True)
        self.caption.setWordWrap(True)
        self.caption.setContentsMargins(4, 2, 4, 0)  # as the link below and the chart's own words
        self.caption.hide()
        self._pages = FittingStack(self)
        self._chart_area = FittingScrollArea(self.chart, self._pages)
        self._page_of = {
            "chart": self._chart_area,
            "table": self.table,
            "about": self.about,
        }
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for page in self._page_of.values():
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.setSpacing(4)
        layout.addWidget(self.picture)
        layout.addWidget(self.caption)
        layout.addWidget(self._pages)
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.text_button)
        links.addWidget(self.original_button)
        links.addStretch()
        layout.addLayout(links)

    def _connect(self) -> None:
        self.chart.row_activated.connect(self.row_chosen)
        self.chart.bar_marked.connect(self._chart_area.show_area)
        self.table.row_chosen.connect(self.row_chosen)
        self.about.passage_link.connect(self.row_chosen)
        self.about.original_link.connect(self.original_wanted)
        self.about.section_link.connect(self.section_link)
        self.about.block_link.connect(self.block_link)
        self.text_button.clicked.connect(lambda: self._lead_to(self.row_chosen))
        self.original_button.clicked.connect(lambda: self._lead_to(self.original_wanted))

    def show_chart(self, report: Report, chart: Chart) -> None:
        """Show ``chart`` of ``report`` in every mode."""
        self._report, self._chart = report, chart
        self.chart.set_chart(chart)
        self._chart_area.verticalScrollBar().setValue(0)
        self.table_model.show_chart(chart)
        self.caption.setText(chart.title)
        self._span_headings()
        self.about.show_topics(about(report, chart))
        row = self._row_with_passage()
        self.text_button.setVisible(row is not None)
        place = chart.page if row is None else chart.rows[row].page
        page = "" if place is None else f" (page {place})"
        self.text_button.setText(f"Show in text{page}")
        self.text_button.setAccessibleName(f"Show in text: {chart.title}")
        self.original_button.setVisible(row is not None and report.edition == "full")
        self.original_button.setAccessibleName(f"Show in original: {chart.title}")

    def show_picture(self, picture: QImage | None) -> None:
        """Show the figure's picture above what the text states of it; ``None`` shows none."""
        self.picture.show_picture(picture)

    def show_mode(self, mode: str) -> None:
        """Show the chart as one of ``MODES``."""
        self._pages.setCurrentWidget(self._page_of[mode])
        self.caption.setVisible(mode == "table")
        self.updateGeometry()

    def set_dark(self, dark: bool) -> None:
        """Take the colours of the dark or the light theme."""
        self.chart.set_dark(dark)
        self.about.set_dark(dark)

    def _span_headings(self) -> None:
        self.table.clearSpans()
        columns = self.table_model.columnCount()
        for row in self.table_model.spanning_rows():
            if columns > 1:
                self.table.setSpan(row, 0, 1, columns)

    def _row_with_passage(self) -> int | None:
        rows = self._chart.rows if self._chart else ()
        return next((number for number, row in enumerate(rows) if row.block), None)

    def _lead_to(self, place: SignalInstance) -> None:
        """Ask for the place of the table's current row, else of the first that has one."""
        current = self.table.currentIndex()
        row = current.row() if current.isValid() else self._row_with_passage()
        if row is not None and not self.table_model.row(row).block:
            row = self._row_with_passage()
        if row is not None:
            place.emit(row)


def _link(parent: QWidget) -> QPushButton:
    """Return a button that looks like a link."""
    button = QPushButton(parent)
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
