# SPDX-License-Identifier: MIT
"""The main window: puts the parts together and connects them; each part does its own work."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from peelviewer.library import Kept, Library
from peelviewer.model.report import Report
from peelviewer.ui import theme
from peelviewer.ui.compare.slot import CompareSlot
from peelviewer.ui.contents.panel import ContentsPanel
from peelviewer.ui.header import Header
from peelviewer.ui.importing import Importer, dropped_files
from peelviewer.ui.measures_slot import MeasuresSlot
from peelviewer.ui.messages import Messages
from peelviewer.ui.navigation import Navigator
from peelviewer.ui.pane_splitter import PaneSplitter
from peelviewer.ui.panes import PaneCycle
from peelviewer.ui.provenance import Provenance
from peelviewer.ui.read import anchors
from peelviewer.ui.read.read_view import ReadView
from peelviewer.ui.settings import PLAIN_ZOOM, ZOOMS, Settings
from peelviewer.ui.statistics_import import StatisticsImporter, is_statistics
from peelviewer.ui.statusline import StatusLine
from peelviewer.ui.tasks import Task, Tasks
from peelviewer.ui.timers import once_after
from peelviewer.ui.views import View, Views
from peelviewer.ui.wording import report_name

if TYPE_CHECKING:
    from peelviewer.ui.commands import Commands

MENU_TITLES = ("&File", "&Edit", "&View", "&Go", "&Help")
SIZE = (1280, 800)
# Late enough for the first picture to reach the screen: it is sent when the event loop rests.
COMPLETION_MS = 30
SAVING_MS = 1000
ZOOMING_MS = 60  # longer than a held key's pause: only the last size is laid out
NOTICE_MS = 6000


class MainWindow(QMainWindow):
    """Contents, text and measures of one report, over the library."""

    def __init__(
        self, library: Library, settings: Settings, tasks: Tasks, colours: theme.Theme
    ) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self._tasks = tasks
        self._theme = colours
        self._zoom = settings.zoom()
        self.commands: Commands | None = None
        self.setWindowTitle("PEEL Viewer")
        self._create_panels()
        self._create_menus()
        self._create_collaborators()
        self._connect()
        self._restore_state()

    # --- what the program tells it

    def start(self, files: Sequence[Path] = ()) -> None:
        """Show the report that was read last, or the library's first; then import ``files``."""
        reports = self._library.reports()
        known = {report.id for report in reports}
        last = self._settings.last_report()
        if last in known:
            opened = self.navigator.open(last, self._settings.last_place())
        else:
            opened = bool(reports) and self.navigator.open(reports[0].id)
        if not opened:
            self._on_report_opened(None)
        self.read_view.text.setFocus()
        for notice in self._library.notices:
            self.messages.notice(notice)
        self.take_files(files)

    def take_files(self, files: Sequence[Path]) -> None:
        """Import files: statistics as such, everything else as reports."""
        self.statistics.import_files([path for path in files if is_statistics(path)])
        self.importer.import_files([path for path in files if not is_statistics(path)])

    def complete(self) -> None:
        """Make what the first paint did not wait for: actions, measures, the smaller icons."""
        if self.commands is not None:
            return
        from peelviewer.ui.commands import Commands

        self.commands = Commands(self, self._menus, self._theme)
        self.status_line.set_theme(self._theme)
        self.contents.complete()
        self.read_view.text.complete()
        self.splitter.complete()
        self.header.complete()
        self.measures.fill()
        self._count_caveats()
        self.show_view(self._settings.get("window/view"))

    def open_report(self, report_id: str) -> None:
        """Open a report of the library where it was left, or at its beginning."""
        self.navigator.open(report_id)

    # --- making the parts

    def _create_panels(self) -> None:
        self.header = Header(self._theme)
        self.messages = Messages(self._theme)
        self.contents = ContentsPanel(self._theme)
        self.read_view = ReadView(self._theme, self._zoom)
        self.measures = MeasuresSlot(self._settings)
        self.measures.set_theme(self._theme)
        self.status_line = StatusLine()
        self.setStatusBar(self.status_line)
        self.splitter = PaneSplitter()
        for number, pane in enumerate((self.contents, self.read_view, self.measures)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(number, int(number == 1))
            self.splitter.setCollapsible(number, False)
        self.contents.setMinimumWidth(180)
        self.read_view.setMinimumWidth(320)
        self.measures.setMinimumWidth(300)
        self.compare = CompareSlot(
            self._library, self._settings, self._tasks, self.messages, self._theme
        )
        self.compare.set_zoom(self._zoom)
        self.views = Views()
        self.views.add(View.READ, self.splitter)
        self.views.add(View.COMPARE, self.compare)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addWidget(self.views, stretch=1)
        self.setCentralWidget(central)
        self.setAcceptDrops(True)
        self.panes = PaneCycle((self.contents.tree, self.read_view, self.measures, self.header))

    def _create_menus(self) -> None:
        self._menus = [self.menuBar().addMenu(title) for title in MENU_TITLES]

    def _create_collaborators(self) -> None:
        self.navigator = Navigator(self._library, self.messages, self.read_view.text.place, self)
        self.importer = Importer(self._library, self._settings, self._tasks, self.messages, self)
        self.statistics = StatisticsImporter(
            self._library, self._settings, self._tasks, self.messages, self
        )
        self.provenance = Provenance(
            self._library, self._tasks.sibling, self.navigator, self.read_view, self.measures,
            self._theme, self,
        )  # fmt: skip
        self._completion = once_after(COMPLETION_MS, self.complete, self)
        self._saving = once_after(SAVING_MS, self._save_place, self)
        self._zooming = once_after(ZOOMING_MS, self._show_look, self)

    def _connect(self) -> None:
        self.header.back_wished.connect(self.navigator.back)
        self.header.forward_wished.connect(self.navigator.forward)
        self.header.import_wished.connect(self.importer.ask)
        self.header.report_chosen.connect(self._on_report_chosen)
        self.contents.section_chosen.connect(lambda s: self.navigator.go(anchors.section(s)))
        self.contents.actions_chosen.connect(self._go_to_actions)
        self.contents.figure_chosen.connect(self._go_to_figure)
        self.navigator.report_opened.connect(self._on_report_opened)
        self.navigator.place_wished.connect(self.read_view.go_to)
        self.navigator.history_changed.connect(self._show_history)
        self.read_view.place_wished.connect(self.navigator.go)
        self.read_view.section_reached.connect(self._on_section_reached)
        self.read_view.page_reached.connect(self.status_line.show_page)
        self.read_view.measure_activated.connect(self._show_measure)
        self.read_view.figure_activated.connect(self._show_figure)
        self.read_view.web_activated.connect(self._offer_address)
        self.read_view.import_wished.connect(self.importer.ask)
        self.read_view.text.zoom_wished.connect(self.step_zoom)
        self.read_view.text.history_wished.connect(self._step_history)
        self.measures.passage_requested.connect(self._go_to_passage)
        self.measures.section_requested.connect(
            lambda section: self.navigator.go(anchors.section(section))
        )
        self.measures.notice.connect(
            lambda sentence: self.status_line.showMessage(sentence, NOTICE_MS)
        )
        self._connect_compare()
        self.status_line.zoom_reset_wished.connect(self.reset_zoom)
        self.status_line.caveats_wished.connect(self._show_caveats)
        self.status_line.audit_wished.connect(self.provenance.show_audit)
        self.importer.imported.connect(self._on_imported)
        self.importer.already_there.connect(self.open_report)
        self.provenance.panel_shown.connect(self._tick_panel)
        self._tasks.started.connect(self._on_task_started)
        _app().styleHints().colorSchemeChanged.connect(self._on_colour_scheme_changed)

    def _connect_compare(self) -> None:
        self.header.view_chosen.connect(self.show_view)
        self.views.view_shown.connect(self._on_view_shown)
        self.compare.made.connect(lambda view: self.panes.add(view.panes()))
        self.compare.place_wished.connect(self._go_in_text)
        self.compare.import_wished.connect(self.statistics.ask)
        self.compare.facts_changed.connect(self.status_line.show_comparison)
        self.compare.notice.connect(
            lambda sentence: self.status_line.showMessage(sentence, NOTICE_MS)
        )
        self.statistics.imported.connect(self.compare.reload)

    def _restore_state(self) -> None:
        geometry = self._settings.geometry()
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(*SIZE)
        self.splitter.restore(self._settings.splitter())
        for name, panel in self.side_panels().items():
            shown = self._settings.panel_shown(name)
            panel.setVisible(shown)
        self.status_line.show_zoom(self._zoom)
        self._show_history()

    # --- what happens

    def _on_report_opened(self, report: Report | None, place: str = "") -> None:
        self.contents.show_report(report)
        if report is not None and self.commands is None:
            self.read_view.glance_at(report, place)
        else:
            self.read_view.show_report(report)
        self.measures.show_report(report)
        self.compare.show_report(report)
        self.provenance.show_report(report)
        self.status_line.show_report(report)
        self.header.show_reports(self._library.reports(), report.id if report else None)
        # The dash that Qt itself puts between a dialog's title and the program's name.
        self.setWindowTitle(f"{report_name(report)} — PEEL Viewer" if report else "PEEL Viewer")

    def _on_section_reached(self, section_id: str) -> None:
        self.contents.follow(section_id)
        self.measures.show_section(section_id)
        if self.commands is not None:
            self._count_caveats()
        self._saving.start()

    def _on_report_chosen(self, report_id: str) -> None:
        """Open another report; what was said of the one before goes with it."""
        if self.navigator.report is None or self.navigator.report.id != report_id:
            self.messages.clear()
        self.open_report(report_id)

    def _on_imported(self, kept: Kept) -> None:
        self.navigator.reload(kept.report.id)

    def _on_task_started(self, task: Task) -> None:
        self.status_line.progress.follow(task)

    def _on_colour_scheme_changed(self) -> None:
        self.set_theme(theme.current(_app()))

    def set_theme(self, colours: theme.Theme) -> None:
        """Show the whole program in other colours."""
        self._theme = colours
        theme.apply(_app(), colours)
        self.header.set_theme(self._theme)
        if self.commands is not None:
            self.commands.set_theme(self._theme)
        self.messages.set_theme(self._theme)
        self.contents.set_theme(self._theme)
        self.status_line.set_theme(self._theme)
        self.importer.set_theme(self._theme)
        self.provenance.set_theme(self._theme)
        self.measures.set_theme(self._theme)
        self.compare.set_theme(self._theme)
        self._show_look()

    def _show_history(self) -> None:
        history = self.navigator.history
        self.header.show_history(back=history.can_go_back(), forward=history.can_go_forward())
        if self.commands is not None:
            self.commands.show_history(history)

    def _step_history(self, step: int) -> None:
        if step < 0:
            self.navigator.back()
        else:
            self.navigator.forward()

    def _go_to_actions(self, section_id: str) -> None:
        report = self.navigator.report
        blocks = [a.block for a in report.actions if a.section == section_id] if report else []
        first = next((block for block in blocks if block), None)
        self.navigator.go(anchors.block(first) if first else anchors.section(section_id))

    def _go_to_figure(self, number: int) -> None:
        self.navigator.go(anchors.figure(number))
        self._show_figure(number)

    def _go_to_passage(self, block_id: str, measure: int) -> None:
        report = self.navigator.report
        if report is None:
            return
        name, text = anchors.block(block_id), self.read_view.text
        passage = report.measures[measure].passage if 0 <= measure < len(report.measures) else None
        if not text.shows(name, passage, measure):
            self.navigator.go(name)
        text.flash(name, passage, measure)

    def _tick_panel(self, name: str, shown: bool) -> None:
        if self.commands is not None:
            self.commands.show_panel(name, shown)

    def _show_measure(self, index: int) -> None:
        self.show_panel("measures", True)
        self.measures.show_measure(index)

    def _show_figure(self, number: int) -> None:
        self.show_panel("measures", True)
        self.measures.show_figure(number)

    def _offer_address(self, address: str) -> None:
        self.messages.notice(
            f"PEEL Viewer stays offline and does not open web pages. The address is {address}",
            button="Copy address",
            action=lambda: QApplication.clipboard().setText(address),
        )

    def _count_caveats(self) -> None:
        self.status_line.show_caveats(len(self._caveats_here()))

    def _caveats_here(self) -> tuple:
        from peelviewer.ui.caveats import caveats_of_section

        report, section = self.navigator.report, self.read_view.text.section()
        if report is None or section is None:
            return ()
        return caveats_of_section(report, section)

    def _show_caveats(self) -> None:
        from peelviewer.ui.lists import CaveatsDialog

        CaveatsDialog(self._caveats_here(), self).open()

    def show_shortcuts(self) -> None:
        """List all keys."""
        from peelviewer.ui.help import ShortcutsDialog

        ShortcutsDialog(self).open()

    def show_about(self) -> None:
        """Show the version, the licences and where the library lies."""
        from peelviewer.ui.help import AboutDialog

        AboutDialog(self._library.folder, self).open()

    # --- views

    def show_view(self, name: str) -> None:
        """Show a view: ``View.READ`` or ``View.COMPARE``."""
        self.views.show_view(name)

    def _on_view_shown(self, name: str) -> None:
        self.header.show_view(name)
        self.status_line.show_view(name)
        if self.commands is not None:
            self.commands.show_view(name)
        self._settings.set("window/view", name)
        self.panes.enter_first()

    def _go_in_text(self, anchor: str) -> None:
        self.show_view(View.READ)
        self.navigator.go(anchor)

    def save_chart(self) -> None:
        """Ask where to save the chart of the view that is shown."""
        if self.views.current is View.COMPARE:
            self.compare.fill().save_chart()
        else:
            self.measures.save_chart()

    def copy(self) -> None:
        """Copy the selected text, or the value that the keyboard is at."""
        if self.views.current is View.COMPARE:
            self.compare.fill().copy()
        else:
            self.read_view.text.copy()

    # --- panels and zoom

    def side_panels(self) -> dict[str, QWidget]:
        """Return the panels that can be hidden, by name."""
        return {"contents": self.contents, "measures": self.measures}

    def show_panel(self, name: str, shown: bool) -> None:
        """Show or hide a side panel."""
        self.side_panels()[name].setVisible(shown)
        if self.commands is not None:
            self.commands.show_panel(name, shown)
        self._settings.set_panel_shown(name, shown)

    def focus_filter(self) -> None:
        """Move the keyboard to the filter over the contents."""
        self.show_panel("contents", True)
        self.contents.filter_field.setFocus()
        self.contents.filter_field.selectAll()

    def step_zoom(self, step: int) -> None:
        """Make the text one size larger or smaller."""
        at = ZOOMS.index(self._zoom) + step
        self._set_zoom(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])

    def reset_zoom(self) -> None:
        """Show the text at 100 percent."""
        self._set_zoom(PLAIN_ZOOM)

    def _set_zoom(self, percent: int) -> None:
        if percent != self._zoom:
            self._zoom = percent
            self._settings.set_zoom(percent)
            self._zooming.start()
        self.status_line.show_zoom(percent)

    def _show_look(self) -> None:
        self._zooming.stop()
        self.read_view.set_look(self._theme, self._zoom)
        self.compare.set_zoom(self._zoom)

    # --- Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """After the first paint, make what the first paint did not wait for."""
        super().paintEvent(event)
        if not self._completion.isActive() and self.commands is None:
            self._completion.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Take files, and nothing else."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """Import the files that were dropped."""
        event.acceptProposedAction()
        self.take_files(dropped_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Remember everything and let the running work stop."""
        self.compare.stop()
        self._tasks.stop()
        self.provenance.stop()
        self._save_place()
        self._settings.set_geometry(self.saveGeometry())
        sizes = self.splitter.own_sizes()
        if sizes and all(panel.isVisible() for panel in self.side_panels().values()):
            self._settings.set_splitter(sizes)
        self._settings.sync()
        super().closeEvent(event)

    def _save_place(self) -> None:
        place = self.read_view.text.place()
        if self.navigator.report is not None and place is not None:
            self._settings.set_last_place(self.navigator.report.id, place)


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    return app
