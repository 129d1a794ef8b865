# SPDX-License-Identifier: MIT
"""Where what is read comes from: the original beside it, its figures' pictures, the audit."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from peelviewer.library import Library
from peelviewer.model.report import Report
from peelviewer.ui.audit.opener import Audit
from peelviewer.ui.entries.entry import Place
from peelviewer.ui.original.beside import OriginalBeside
from peelviewer.ui.original.figure_pictures import FigurePictures
from peelviewer.ui.read import anchors
from peelviewer.ui.read_desk import ReadDesk
from peelviewer.ui.tasks import Tasks
from peelviewer.ui.theme import Theme

ROOM_FOR_TWO = 900  # pixels: two texts side by side


class Provenance(QObject):
    """Ties the window's text and measures to the source; ``panel_shown`` tells what opened."""

    panel_shown = Signal(str, bool)

    def __init__(
        self,
        library: Library,
        worker: Callable[[QObject], Tasks],
        desk: ReadDesk,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._navigator = desk.navigator
        self._view = desk.read_view
        self._measures = desk.measures
        self._is_room_made = False
        self.original = OriginalBeside(library, worker, desk.read_view, theme, self)
        self.figures = FigurePictures(library, worker, self)
        self.audit = Audit(theme, window)
        self.original.shown_changed.connect(self._on_original_shown)
        self.figures.drawn.connect(desk.read_view.text.show_pictures)
        self.figures.drawn.connect(desk.measures.show_pictures)
        self.audit.place_wished.connect(self._go_to_place)
        desk.measures.original_requested.connect(self._show_in_original)

    def show_report(self, report: Report | None) -> None:
        """Take the report that is open now."""
        self.original.show_report(report)
        self.figures.show_report(report)
        self.audit.show_report(report)

    def show_audit(self, name: str) -> None:
        """List what was not placed, what was set apart or what disagrees."""
        if self._navigator.report is not None:
            self.audit.show(self._navigator.report, name)

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self.original.set_theme(theme)
        self.audit.set_theme(theme)

    def make_room(self) -> None:
        """Close the original where it took the room of the measures, which are wanted again."""
        if self._is_room_made:
            self._is_room_made = False
            self.original.show(False)

    def stop(self) -> None:
        """Draw nothing more, before the window goes away."""
        self.original.stop()
        self.figures.stop()

    def _go_to_place(self, place: Place) -> None:
        """Go to a place that the audit names; an open original shows it too.

        One that only the original has, as a page that is a picture, opens it.
        """
        if place.block is not None:
            self._navigator.go(anchors.block(place.block))
            self._view.text.flash(anchors.block(place.block), place.words or None)
        if self.original.is_shown or (place.block is None and place.page is not None):
            self.original.show_place(place)

    def _show_in_original(self, block_id: str, measure: int) -> None:
        report = self._navigator.report
        block = report.blocks_by_id.get(block_id) if report else None
        if report is None or block is None:
            return
        words = report.measures[measure].passage if measure >= 0 else ""
        section = report.section_of_block[block_id].id
        self.original.show_place(
            Place(section=section, block=block_id, page=block.page, words=words)
        )

    def _on_original_shown(self, shown: bool) -> None:
        """Make room for two texts side by side; the measures come back afterwards."""
        if shown and self._view.width() < ROOM_FOR_TWO and not self._measures.isHidden():
            self._is_room_made = True
            self._measures.hide()
        elif not shown and self._is_room_made:
            self._is_room_made = False
            self._measures.show()
        self.panel_shown.emit("original", shown)
        self.panel_shown.emit("measures", not self._measures.isHidden())
