# SPDX-License-Identifier: MIT
"""The original beside the open report: made when first wanted, it follows the reading."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.model.report import Report
from peelviewer.ui.entries.entry import Place
from peelviewer.ui.read.read_view import ReadView
from peelviewer.ui.tasks import Tasks
from peelviewer.ui.theme import Theme
from peelviewer.ui.timers import once_after

if TYPE_CHECKING:
    from peelviewer.ui.original.page_pictures import Draw
    from peelviewer.ui.original.pane import OriginalPane

FOLLOW_MS = 200


class OriginalBeside(QObject):
    """Shows and hides the pane, and tells it of the report and the place that are read."""

    made = Signal(object)
    shown_changed = Signal(bool)

    def __init__(
        self,
        library: Library,
        worker: Callable[[QObject], Tasks],
        read_view: ReadView,
        theme: Theme,
        parent: QObject | None = None,
        *,
        draw: "Draw | None" = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._worker = worker
        self._view = read_view
        self._theme = theme
        self._draw = draw
        self._report: Report | None = None
        self._tasks: Tasks | None = None
        self.pane: OriginalPane | None = None
        self._following = once_after(FOLLOW_MS, self._follow, self)
        read_view.text.reading.changed.connect(self._on_place_changed)
        read_view.text.original_wished.connect(self.show_name)

    @property
    def is_shown(self) -> bool:
        """Whether the pane is open."""
        return self.pane is not None and not self.pane.isHidden()

    def show(self, shown: bool) -> None:
        """Open the pane at the place that is read, or close it."""
        if shown == self.is_shown:
            return
        pane = self._made()
        pane.setVisible(shown)
        self.shown_changed.emit(shown)
        if shown:
            self._view.halve()
            self._take_report()
            self._follow()
        else:
            pane.pictures.forget()

    def show_place(self, place: Place) -> None:
        """Open the pane at a place of the report, and light it up."""
        self.show(True)
        self._following.stop()
        self._made().go_to(place)

    def show_name(self, name: str) -> None:
        """Open the pane at a named place of the document (see ``anchors``)."""
        place = self._place_of(name)
        if place is not None:
            self.show_place(place)

    def show_report(self, report: Report | None) -> None:
        """Take another report; an open pane shows its original."""
        self._report = report
        if self.is_shown:
            self._take_report()
            self._following.start()

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self._theme = theme
        if self.pane is not None:
            self.pane.set_theme(theme)

    def stop(self) -> None:
        """Draw nothing more, before the window goes away."""
        self._following.stop()
        if self._tasks is not None:
            self._tasks.stop()

    # --- inside

    def _made(self) -> "OriginalPane":
        if self.pane is None:
            from peelviewer.ui.original.page_pictures import behind_the_fence
            from peelviewer.ui.original.pane import OriginalPane

            self._tasks = self._worker(self)
            self.pane = OriginalPane(self._theme, self._tasks, draw=self._draw or behind_the_fence)
            self.pane.hide()
            self.pane.closed.connect(lambda: self.show(False))
            self._view.put_beside(self.pane)
            self.made.emit(self.pane)
        return self.pane

    def _take_report(self) -> None:
        path = None
        if self._report is not None:
            try:
                path = self._library.original(self._report.id)
            except PeelViewerError:  # the pane says that there is nothing to show
                path = None
        self._made().show_source(path, self._report)

    def _on_place_changed(self, _section: str, _page: int | None) -> None:
        if self.is_shown:
            self._following.start()

    def _follow(self) -> None:
        name = self._view.text.reading.place()
        place = self._place_of(name) if name else None
        if place is not None and self.is_shown:
            self._made().go_to(place, light=False)

    def _place_of(self, name: str) -> Place | None:
        """Return the place that a name of the document stands for."""
        if self._report is None:
            return None
        kind, _, rest = name.partition(":")
        if kind == "block" and rest in self._report.blocks_by_id:
            block = self._report.blocks_by_id[rest]
            section = self._report.section_of_block[rest]
            page = block.page if block.page is not None else section.page
            return Place(section=section.id, block=rest, page=page)
        if kind == "section" and rest in self._report.sections_by_id:
            section = self._report.sections_by_id[rest]
            return Place(section=rest, page=section.page, words=section.title)
        if kind == "note" and rest.isdecimal():
            note = self._report.footnotes_by_number.get(int(rest))
            return Place(page=note.page, words=note.text) if note else None
        return None
