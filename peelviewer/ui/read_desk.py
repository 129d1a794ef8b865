# SPDX-License-Identifier: MIT
"""The Read view: contents, text and measures of the open report, tied to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from peelviewer.ui.contents.panel import ContentsPanel
from peelviewer.ui.measures_slot import MeasuresSlot
from peelviewer.ui.navigation import Navigator
from peelviewer.ui.pane_splitter import PaneSplitter
from peelviewer.ui.read import anchors
from peelviewer.ui.read.read_view import ReadView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from peelviewer.library import Library
    from peelviewer.model.report import Report
    from peelviewer.ui.caveats import SectionCaveat
    from peelviewer.ui.messages import Messages
    from peelviewer.ui.settings import Settings
    from peelviewer.ui.theme import Theme


class ReadDesk(PaneSplitter):
    """What is chosen in one pane is shown in the others; the navigator remembers the way."""

    section_reached = Signal(str)
    panel_wished = Signal(str)
    """The name of a side panel that has something to show."""

    def __init__(
        self, library: Library, settings: Settings, messages: Messages, theme: Theme, zoom: int
    ) -> None:
        super().__init__()
        self._messages = messages
        self.contents = ContentsPanel(theme)
        self.read_view = ReadView(theme, zoom)
        self.measures = MeasuresSlot(settings)
        self.measures.set_theme(theme)
        self.navigator = Navigator(
            library, messages, self.read_view.text.reading.place, self.measures.shown, self
        )
        self._is_complete = False
        for number, pane in enumerate((self.contents, self.read_view, self.measures)):
            self.addWidget(pane)
            self.setStretchFactor(number, int(number == 1))
            self.setCollapsible(number, False)
        self.contents.setMinimumWidth(180)
        self.read_view.setMinimumWidth(320)
        self.measures.setMinimumWidth(300)
        self._connect()

    def _connect(self) -> None:
        go = self.navigator
        self.contents.section_chosen.connect(self.go_to_section)
        self.contents.actions_chosen.connect(self._go_to_actions)
        self.contents.figure_chosen.connect(self._go_to_figure)
        go.place_wished.connect(self.read_view.go_to)
        go.chart_wished.connect(self.measures.show_again)
        self.read_view.place_wished.connect(go.go)
        self.read_view.section_reached.connect(self._on_section_reached)
        self.read_view.measure_activated.connect(self._show_measure)
        self.read_view.figure_activated.connect(self._show_figure)
        self.read_view.web_activated.connect(self._offer_address)
        self.read_view.text.history_wished.connect(self._step_history)
        self.measures.passage_requested.connect(self._go_to_passage)
        self.measures.section_requested.connect(self.go_to_section)

    def show_report(self, report: Report | None, place: str = "") -> None:
        """Show another report; until ``complete``, of its text only the chapter of a place."""
        self.contents.show_report(report)
        if report is not None and not self._is_complete:
            self.read_view.glance_at(report, place)
        else:
            self.read_view.show_report(report)
        self.measures.show_report(report)

    def complete(self) -> None:
        """Make what the first paint did not wait for."""
        self._is_complete = True
        self.contents.complete()
        self.read_view.text.complete()
        super().complete()
        self.measures.fill()

    def set_theme(self, theme: Theme) -> None:
        """Show the panels at the sides in other colours; the text goes with its size."""
        self.contents.set_theme(theme)
        self.measures.set_theme(theme)

    def panels(self) -> dict[str, QWidget]:
        """Return the panels that can be hidden, by name."""
        return {"contents": self.contents, "measures": self.measures}

    def go_to_section(self, section_id: str) -> None:
        """Go to a section of the open report."""
        self.navigator.go(anchors.section(section_id))

    def caveats(self) -> tuple[SectionCaveat, ...]:
        """Return what to bear in mind with the measures of the section that is read."""
        from peelviewer.ui.caveats import caveats_of_section

        report, section = self.navigator.report, self.read_view.text.reading.section()
        if report is None or section is None:
            return ()
        return caveats_of_section(report, section)

    # --- what happens

    def _on_section_reached(self, section_id: str) -> None:
        self.contents.follow(section_id)
        self.measures.show_section(section_id)
        self.section_reached.emit(section_id)

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

    def _show_measure(self, index: int) -> None:
        self.panel_wished.emit("measures")
        self.measures.show_measure(index)

    def _show_figure(self, number: int) -> None:
        self.panel_wished.emit("measures")
        self.measures.show_figure(number)

    def _offer_address(self, address: str) -> None:
        def copy() -> None:
            from PySide6.QtWidgets import QApplication

            QApplication.clipboard().setText(address)

        self._messages.notice(
            f"PEEL Viewer stays offline and does not open web pages. The address is {address}",
            button="Copy address",
            action=copy,
        )
