# SPDX-License-Identifier: MIT
"""The main window: puts the parts together and connects them; each part does its own work."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from peelviewer.ui import screen_fit, theme
from peelviewer.ui.header import Header
from peelviewer.ui.messages import Messages
from peelviewer.ui.read_desk import ReadDesk
from peelviewer.ui.statusline import StatusLine
from peelviewer.ui.text_size import TextSize
from peelviewer.ui.timers import once_after
from peelviewer.ui.views import View, Views
from peelviewer.ui.window_memory import WindowMemory
from peelviewer.ui.wording import report_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from peelviewer.library import Kept, Library
    from peelviewer.model.report import Report
    from peelviewer.ui.commands import Commands
    from peelviewer.ui.compare.slot import CompareSlot
    from peelviewer.ui.intake import Intake
    from peelviewer.ui.panes import PaneCycle
    from peelviewer.ui.provenance import Provenance
    from peelviewer.ui.settings import Settings
    from peelviewer.ui.tasks import Task, Tasks

MENU_TITLES = ("&File", "&Edit", "&View", "&Go", "&Help")
# Late enough for the first picture to reach the screen: it is sent when the event loop rests.
COMPLETION_MS = 30
NOTICE_MS = 6000


class MainWindow(QMainWindow):
    """The views of one library, over each other, between a header and a status line.

    What the first paint does not need is made by ``complete``, right after it.
    """

    completed = Signal()

    def __init__(
        self, library: Library, settings: Settings, tasks: Tasks, colours: theme.Theme
    ) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self._tasks = tasks
        self._theme = colours
        self.text_size = TextSize(settings, self)
        self._waiting: Sequence[Path] = ()
        self._shown: str | None = None  # the id of the report that is open
        self.commands: Commands | None = None
        self.setWindowTitle("PEEL Viewer")
        self._create_parts()
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
        self._waiting = files

    def complete(self) -> None:
        """Make what the first paint did not wait for: actions, measures, the smaller icons."""
        if self.commands is not None:
            return
        from peelviewer.drawing.fonts import load_fonts
        from peelviewer.ui.commands import Commands
        from peelviewer.ui.drops import Drops
        from peelviewer.ui.library_watch import LibraryWatch

        load_fonts()
        self.views.add(View.COMPARE, self.compare)
        self.commands = Commands(self, self._menus, self._theme)
        self.desk.complete()
        self.header.complete()
        self.status_line.set_theme(self._theme)
        screen_fit.fit(self)
        LibraryWatch(self._library, self.navigator, self)
        Drops(self, self.centralWidget() or self, self.intake.take)
        self._count_caveats()
        self.show_view(self._settings.get("window/view"))
        self.completed.emit()
        self.intake.take(self._waiting)

    def open_report(self, report_id: str) -> None:
        """Open a report of the library where it was left, or at its beginning."""
        self.navigator.open(report_id)

    # --- making the parts

    def _create_parts(self) -> None:
        self.header = Header()
        self.messages = Messages(self._theme)
        self.desk = ReadDesk(
            self._library, self._settings, self.messages, self._theme, self.text_size.percent
        )
        self.navigator, self.read_view = self.desk.navigator, self.desk.read_view
        self.status_line = StatusLine()
        self.setStatusBar(self.status_line)
        self.views = Views()
        self.views.add(View.READ, self.desk)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addWidget(self.views, stretch=1)
        self.setCentralWidget(central)
        self._menus = [self.menuBar().addMenu(title) for title in MENU_TITLES]
        self._completion = once_after(COMPLETION_MS, self.complete, self)
        self._memory = WindowMemory(self._settings, self, self.desk)

    @cached_property
    def compare(self) -> CompareSlot:
        """The Compare view."""
        from peelviewer.ui.compare.slot import CompareSlot

        slot = CompareSlot(self._library, self._settings, self._tasks, self.messages, self._theme)
        slot.made.connect(lambda view: self.panes.add(view.panes()))
        slot.place_wished.connect(self._go_in_text)
        slot.import_wished.connect(self.intake.statistics.ask)
        slot.facts_changed.connect(self.status_line.show_comparison)
        slot.notice.connect(self._say)
        self.intake.statistics.imported.connect(slot.reload)
        slot.set_zoom(self.text_size.percent)
        slot.show_report(self.navigator.report)
        return slot

    @cached_property
    def intake(self) -> Intake:
        """What brings files in."""
        from peelviewer.ui.intake import Intake

        intake = Intake(self._library, self._settings, self._tasks, self.messages, self)
        intake.reports.imported.connect(self._on_imported)
        intake.reports.already_there.connect(self.open_report)
        self.header.import_wished.connect(intake.reports.ask)
        self.read_view.import_wished.connect(intake.reports.ask)
        return intake

    @cached_property
    def provenance(self) -> Provenance:
        """The original, the figures' pictures and the audit."""
        from peelviewer.ui.provenance import Provenance

        provenance = Provenance(self._library, self._tasks.sibling, self.desk, self._theme, self)
        provenance.panel_shown.connect(self._tick_panel)
        provenance.original.made.connect(
            lambda pane: self.panes.add((pane,), after=self.desk.read_view)
        )
        self.status_line.audit_wished.connect(provenance.show_audit)
        provenance.show_report(self.navigator.report)
        return provenance

    @cached_property
    def panes(self) -> PaneCycle:
        """The parts of the window that F6 goes through."""
        from peelviewer.ui.panes import PaneCycle

        desk = self.desk
        return PaneCycle(
            (desk.contents.tree, desk.read_view, desk.measures, self.messages, self.header)
        )

    def _connect(self) -> None:
        self.header.back_wished.connect(self.navigator.back)
        self.header.forward_wished.connect(self.navigator.forward)
        self.header.report_chosen.connect(self._on_report_chosen)
        self.header.view_chosen.connect(self.show_view)
        self.views.view_shown.connect(self._on_view_shown)
        self.navigator.report_opened.connect(self._on_report_opened)
        self.navigator.history_changed.connect(self._show_history)
        self.desk.section_reached.connect(self._on_section_reached)
        self.desk.panel_wished.connect(lambda name: self.show_panel(name, True))
        self.desk.measures.notice.connect(self._say)
        self.read_view.page_reached.connect(self.status_line.show_page)
        self.read_view.text.zoom_wished.connect(self.text_size.step)
        self.status_line.zoom_reset_wished.connect(self.text_size.reset)
        self.text_size.chosen.connect(self.status_line.show_zoom)
        self.text_size.settled.connect(self._show_look)
        self.status_line.caveats_wished.connect(self._show_caveats)
        self._tasks.started.connect(self._on_task_started)
        _app().styleHints().colorSchemeChanged.connect(self._on_colour_scheme_changed)

    def _restore_state(self) -> None:
        self._memory.restore()
        self.status_line.show_zoom(self.text_size.percent)
        self._show_history()

    # --- what happens

    def _on_report_opened(self, report: Report | None, place: str = "") -> None:
        if report is None or report.id != self._shown:  # what was said of another is of no use
            self.messages.clear_notices()
        self._shown = report.id if report else None
        self.desk.show_report(report, place)
        if self.commands is not None:
            self.compare.show_report(report)
            self.provenance.show_report(report)
        self.status_line.show_report(report)
        self.header.show_reports(self._library.reports(), report.id if report else None)
        # The dash that Qt itself puts between a dialog's title and the program's name.
        self.setWindowTitle(f"{report_name(report)} — PEEL Viewer" if report else "PEEL Viewer")

    def _on_section_reached(self) -> None:
        if self.commands is not None:
            self._count_caveats()
        self._memory.keep_place_soon()

    def _on_report_chosen(self, report_id: str) -> None:
        """Open another report; what was said of the one before goes with it."""
        if self.navigator.report is None or self.navigator.report.id != report_id:
            self.messages.clear()
        self.open_report(report_id)

    def _on_imported(self, kept: Kept) -> None:
        self.show_view(View.READ)  # what was kept is what the user wants to see
        self.navigator.reload(kept.report.id)

    def _on_task_started(self, task: Task) -> None:
        self.status_line.progress.follow(task)

    def _on_colour_scheme_changed(self) -> None:
        self.set_theme(theme.current(_app()))

    def set_theme(self, colours: theme.Theme) -> None:
        """Show the whole program in other colours."""
        self._theme = colours
        theme.apply(_app(), colours)
        self.messages.set_theme(self._theme)
        self.desk.set_theme(self._theme)
        if self.commands is not None:
            self.commands.set_theme(self._theme)
            self.status_line.set_theme(self._theme)
            self.intake.reports.set_theme(self._theme)
            self.provenance.set_theme(self._theme)
            self.compare.set_theme(self._theme)
        self._show_look()

    def _say(self, sentence: str) -> None:
        self.status_line.showMessage(sentence, NOTICE_MS)

    def _show_history(self) -> None:
        history = self.navigator.history
        self.header.show_history(back=history.can_go_back(), forward=history.can_go_forward())
        if self.commands is not None:
            self.commands.show_history(history)

    def _tick_panel(self, name: str, shown: bool) -> None:
        if self.commands is not None:
            self.commands.show_panel(name, shown)

    def _count_caveats(self) -> None:
        self.status_line.show_caveats(len(self.desk.caveats()))

    def _show_caveats(self) -> None:
        from peelviewer.ui.lists import CaveatsDialog

        CaveatsDialog(self.desk.caveats(), self).open()

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
            self.desk.measures.save_chart()

    def copy(self) -> None:
        """Copy the selected text, or the value that the keyboard is at."""
        if self.views.current is View.COMPARE:
            self.compare.fill().copy()
        else:
            self.read_view.text.copy()

    # --- panels and looks

    def side_panels(self) -> dict[str, QWidget]:
        """Return the panels that can be hidden, by name."""
        return self.desk.panels()

    def show_panel(self, name: str, shown: bool) -> None:
        """Show or hide a side panel; the original does not squeeze the text beside measures."""
        self.side_panels()[name].setVisible(shown)
        if self.commands is not None:
            self.commands.show_panel(name, shown)
            if name == "measures" and shown:
                self.provenance.make_room()
        self._settings.set_panel_shown(name, shown)

    def focus_filter(self) -> None:
        """Move the keyboard to the filter over the contents."""
        self.show_panel("contents", True)
        self.desk.contents.filter_field.setFocus()
        self.desk.contents.filter_field.selectAll()

    def _show_look(self) -> None:
        self.text_size.settle()
        self.read_view.set_look(self._theme, self.text_size.percent)
        if self.commands is not None:
            self.compare.set_zoom(self.text_size.percent)

    # --- Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """After the first paint, make what the first paint did not wait for."""
        super().paintEvent(event)
        if not self._completion.isActive() and self.commands is None:
            self._completion.start()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Remember everything and let the running work stop."""
        if self.commands is not None:
            self.compare.stop()
            self.intake.stop()
        self._tasks.stop()
        if self.commands is not None:
            self.provenance.stop()
        self._memory.keep_all()
        super().closeEvent(event)


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    return app
