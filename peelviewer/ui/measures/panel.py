# SPDX-License-Identifier: MIT
"""The measures panel of the Read view: what the section states in figures, and where it says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from peelviewer.charts.spec import Chart, chart_of_figure, chart_of_measure, profile_chart
from peelviewer.model.report import Report
from peelviewer.ui.announce import announce
from peelviewer.ui.history import ShownChart
from peelviewer.ui.measures.card import MeasureCard
from peelviewer.ui.measures.chart_pane import ChartViewFactory, chart_view
from peelviewer.ui.measures.copying import copy_csv, copy_image, copy_text
from peelviewer.ui.measures.entries import Entry, listing_of
from peelviewer.ui.measures.following import Following
from peelviewer.ui.measures.list_model import MeasureListModel
from peelviewer.ui.measures.no_measures import NoMeasures
from peelviewer.ui.measures.panel_bar import PanelBar
from peelviewer.ui.measures.parts import ListAndCard
from peelviewer.ui.measures.row_view import RowView
from peelviewer.ui.measures.save_choices import ForgetfulSettings, Settings
from peelviewer.ui.measures.save_dialog import SaveDialog
from peelviewer.ui.measures.saving import everything_in

NO_MEASURE = -1
NOTHING_TO_SAVE = "No chart is shown here: choose a section that states measures."


class MeasuresPanel(QWidget):
    """Lists the measures and figures of a section and shows one of them.

    It reads nothing and computes nothing: it is given a report, and asks ``charts`` for charts.
    """

    passage_requested = Signal(str, int)
    """A block's id and the index of a measure in it, -1 where it is about none."""
    original_requested = Signal(str, int)
    """The same two: their place as published is wanted."""
    section_requested = Signal(str)
    """The id of a section that the reader wants to go to."""
    measure_shown = Signal(int)
    """The index of the measure whose chart is shown now."""
    notice = Signal(str)
    """A sentence for the status bar: something was copied or saved."""

    def __init__(
        self,
        settings: Settings | None = None,
        parent: QWidget | None = None,
        *,
        factory: ChartViewFactory = chart_view,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("measuresPanel")
        self.setAccessibleName("Measures")
        self._settings = settings or ForgetfulSettings()
        self._report: Report | None = None
        self._section: str | None = None
        self._following = Following()
        self._entry: Entry | None = None
        self._chart: Chart | None = None
        self._pictures: dict[int, QImage] = {}
        self._create_widgets(factory)
        self._lay_out()
        self._connect()
        self.show_report(None)

    def _create_widgets(self, factory: ChartViewFactory) -> None:
        self.title = QLabel(self)
        self.title.setObjectName("panelTitle")
        self.model = MeasureListModel(self)
        self.list = RowView("Measures in this section", self.model, self)
        self.list.setObjectName("measureList")
        self.card = MeasureCard(factory, self)
        self.parts = ListAndCard(self.list, self.card, self)
        self.bar = PanelBar(self)
        self.empty = NoMeasures(self)
        self._content = QWidget(self)
        self._pages = QStackedWidget(self)

    def _lay_out(self) -> None:
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(10)
        content.addWidget(self.parts, 1)
        content.addWidget(self.bar)
        self._pages.addWidget(self._content)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.setTabOrder(self.list, self.parts.handle(1))
        self.list.selectionModel().currentRowChanged.connect(
            lambda current, _previous: self._on_row(current.row())
        )
        self.card.chart.view_made.connect(lambda view: self.setTabOrder(self.parts.handle(1), view))
        self.card.row_chosen.connect(self._request_passage)
        self.card.original_wanted.connect(self._request_original)
        self.card.section_link.connect(self._request_section)
        self.card.block_link.connect(lambda block: self._request_block(block, NO_MEASURE))
        self.empty.section_wanted.connect(self._on_section_wanted)
        self.bar.mode_chosen.connect(self.card.show_mode)
        self.bar.save_wanted.connect(self.open_save_dialog)
        self.bar.copy_image_wanted.connect(self._on_copy_image)
        self.bar.copy_text_wanted.connect(self._on_copy_text)
        self.bar.copy_csv_wanted.connect(self._on_copy_csv)

    # -- what to show ---------------------------------------------------------------------------

    def show_report(self, report: Report | None) -> None:
        """Take a report, or none; no section is chosen yet."""
        self._report = report
        self._section = None
        self._following = Following()
        self._entry, self._chart, self._pictures = None, None, {}
        self.model.show_entries((), report.force.name if report else "Force")
        self._show_title(is_here=True)
        if report is None:
            self.empty.say_closed()
        else:
            self.empty.say_nowhere_yet()
        self._pages.setCurrentWidget(self.empty)

    def show_section(self, section_id: str | None) -> None:
        """List what the section and its sub-sections state; keep the chart if it is among it.

        Where the panel itself has sent the reader there, its list stays as it is.
        """
        if section_id is None:
            return
        if not self._following.goes_to(section_id):
            self._show_title(is_here=section_id == self._section)
            return
        self._show_title(is_here=True)
        if section_id != self._section:
            self._list_section(section_id)
            self._select_row(self._first_row())

    def show_measure(self, index: int) -> None:
        """Show the chart of ``report.measures[index]``, in its own section's list if need be."""
        if self._report is None or not 0 <= index < len(self._report.measures):
            return
        self._show_entry("measure", index, self._report.measures[index].section)

    def show_figure(self, number: int) -> None:
        """Show the chart of figure ``number``, in its own section's list if need be."""
        figure = self._report.figures_by_number.get(number) if self._report else None
        if figure is not None:
            self._show_entry("figure", number, figure.section)

    def show_pictures(self, pictures: dict[int, QImage]) -> None:
        """Take the pictures of figures that are only pictures, by number, for this report."""
        self._pictures = pictures
        self._show_picture()

    def _show_picture(self) -> None:
        figure = self._entry.figure if self._entry is not None else None
        self.card.show_picture(self._pictures.get(figure) if figure is not None else None)

    def set_dark(self, dark: bool) -> None:
        """Take the colours of the dark or the light theme."""
        self.card.set_dark(dark)

    def shown(self) -> ShownChart | None:
        """Return which measure's or figure's chart is shown; ``None`` for the overview."""
        entry = self._entry if self.shows_chart else None
        if entry is None:
            return None
        if entry.figure is not None and entry.kind == "figure":
            return ShownChart("figure", entry.figure)
        return ShownChart("measure", entry.measure) if entry.measure is not None else None

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown."""
        return self._chart

    @property
    def shows_chart(self) -> bool:
        """Whether a chart is shown: false where the section has none."""
        return self._chart is not None and self._pages.currentWidget() is self._content

    # -- the list -------------------------------------------------------------------------------

    def _show_entry(self, kind: str, number: int, section: str) -> None:
        row = self.model.row_of(kind, number)
        if row is None:
            self._list_section(section, also=number if kind == "measure" else None)
            row = self.model.row_of(kind, number)
        self._select_row(row or 0)

    def _list_section(self, section_id: str, also: int | None = None) -> None:
        if self._report is None or section_id not in self._report.sections_by_id:
            return
        self._section = section_id
        listing = listing_of(self._report, section_id, also)
        self._show_title(is_here=True)
        self.model.show_entries(listing.entries, self._report.force.name)
        if listing.entries:
            self._pages.setCurrentWidget(self._content)
        else:
            self.empty.say_where(listing)
            self._pages.setCurrentWidget(self.empty)

    def _show_title(self, *, is_here: bool) -> None:
        """Say whose measures are listed: of the section that is read, or of which other one."""
        section = self._report.sections_by_id.get(self._section or "") if self._report else None
        if section is None:
            title = "Measures"
        elif is_here:
            title = f"Measures in this {'chapter' if section.parent is None else 'section'}"
        else:
            title = f"Measures in “{section.title}”"
        room = max(240, self.title.width())
        mode = Qt.TextElideMode.ElideRight
        self.title.setText(self.title.fontMetrics().elidedText(title, mode, room))
        self.title.setToolTip("" if is_here else title)
        self.list.setAccessibleName(title)

    def _first_row(self) -> int:
        """Return the row of the chart that is shown; the first where an overview leads the list."""
        entries = self.model.entries
        if self._entry is None or (entries and entries[0].kind == "profile"):
            return 0
        return self.model.row_of(*self._entry.key) or 0

    def _select_row(self, row: int) -> None:
        if row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row, 0))
            self.list.scrollTo(self.model.index(row, 0))

    def _on_row(self, row: int) -> None:
        if self._report is None or not 0 <= row < self.model.rowCount():
            return
        entry = self.model.entry(row)
        if self._entry is not None and entry.key == self._entry.key:
            return
        chart = _chart_of(self._report, entry)
        if chart is None:
            return
        self._entry, self._chart = entry, chart
        self.card.show_chart(self._report, chart)
        self._show_picture()
        if entry.measure is not None:
            self.measure_shown.emit(entry.measure)

    # -- what the reader asks for ---------------------------------------------------------------

    def _request_passage(self, row: int) -> None:
        if self._chart is None or not 0 <= row < len(self._chart.rows):
            return
        place = self._chart.rows[row]
        if place.block is not None:
            measure = NO_MEASURE if place.measure is None else place.measure
            self._request_block(place.block, measure)

    def _request_original(self, row: int) -> None:
        if self._chart is None or not 0 <= row < len(self._chart.rows):
            return
        place = self._chart.rows[row]
        if place.block is not None:
            measure = NO_MEASURE if place.measure is None else place.measure
            self.original_requested.emit(place.block, measure)

    def _request_block(self, block: str, measure: int) -> None:
        section = self._report.section_of_block.get(block) if self._report else None
        self._following.send(section.id if section else None, self._section)
        self.passage_requested.emit(block, measure)

    def _request_section(self, section: str) -> None:
        self._following.send(section, self._section)
        self.section_requested.emit(section)

    def _on_section_wanted(self, section_id: str) -> None:
        self.show_section(section_id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.section_requested.emit(section_id)

    def open_save_dialog(self) -> SaveDialog | None:
        """Open the dialog over the window and return it; where no chart is shown, say so."""
        if self._report is None or self._chart is None or not self.shows_chart:
            self._say(NOTHING_TO_SAVE)
            return None
        everything = everything_in(self._report)
        dialog = SaveDialog(self._chart, self._report, everything, self._settings, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._say)
        dialog.open()
        return dialog

    def _say(self, sentence: str) -> None:
        """Tell the window and, as nothing on the panel changes, a screen reader."""
        announce(self, sentence)
        self.notice.emit(sentence)

    def _on_copy_image(self) -> None:
        if self._chart is not None:
            self._say(copy_image(self._chart))

    def _on_copy_text(self) -> None:
        if self._chart is not None:
            self._say(copy_text(self._chart))

    def _on_copy_csv(self) -> None:
        if self._chart is not None and self._report is not None:
            self._say(copy_csv(self._chart, self._report))


def _chart_of(report: Report, entry: Entry) -> Chart | None:
    if entry.figure is not None:
        return chart_of_figure(report, entry.figure)
    if entry.measure is not None:
        return chart_of_measure(report, entry.measure)
    return profile_chart(report)
