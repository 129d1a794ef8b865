# SPDX-License-Identifier: MIT
"""The middle of the window: the text with its find bar, its footnote card and its empty state."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from peelviewer.ui.announce import announce
from peelviewer.ui.read import anchors
from peelviewer.ui.read.links import LinkKind
from peelviewer.ui.read.text_pane import TextPane

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QWidget

    from peelviewer.model.report import Report
    from peelviewer.ui.empty_state import EmptyState
    from peelviewer.ui.read.find_bar import FindBar
    from peelviewer.ui.read.links import Link
    from peelviewer.ui.read.note_card import NoteCard
    from peelviewer.ui.theme import Theme


class ReadView(QFrame):
    """Shows one report and tells where in it the reader is and what was activated."""

    section_reached = Signal(str)
    page_reached = Signal(object)
    place_wished = Signal(str)
    measure_activated = Signal(int)
    figure_activated = Signal(int)
    web_activated = Signal(str)
    import_wished = Signal()

    def __init__(self, theme: Theme, zoom_percent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName("Report")
        self._report: Report | None = None
        self._theme = theme
        self.text = TextPane(theme)
        self.text.set_look(theme, zoom_percent)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.text)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._pages)
        self._connect()

    @cached_property
    def empty(self) -> EmptyState:
        """What stands where no report is open."""
        from peelviewer.ui.empty_state import EmptyState

        empty = EmptyState(
            "No report is open. Drop a report here (PDF, Markdown or text), or choose one.",
            "Import a report…",
        )
        empty.wished.connect(self.import_wished)
        self._pages.addWidget(empty)
        return empty

    @cached_property
    def find_bar(self) -> FindBar:
        """The find bar, made when it is first wanted."""
        from peelviewer.ui.read.find_bar import FindBar

        bar = FindBar(self.text.document())
        bar.set_theme(self._theme)
        bar.found.connect(self.text.show_found)
        bar.closed.connect(self.text.setFocus)
        self._layout.insertWidget(0, bar)
        return bar

    @cached_property
    def card(self) -> NoteCard:
        """The card of a footnote, made when a call-out is first pointed at."""
        from peelviewer.ui.read.note_card import NoteCard

        card = NoteCard(self.text)
        self.text.verticalScrollBar().valueChanged.connect(card.hide)
        return card

    def glance_at(self, report: Report, place: str) -> None:
        """Show the chapter of a place at once, and the whole report when the text is complete."""
        self._report = report
        self.text.glance_at(report, place)
        self._pages.setCurrentWidget(self.text)

    def halve(self) -> None:
        """Give the text and what stands beside it the same room."""
        half = self.width() // 2
        self.halves.setSizes([half, half])

    def put_beside(self, widget: QWidget) -> None:
        """Put a widget at the right of the text; the border between them can be moved."""
        from peelviewer.ui.splitter import Splitter

        self.halves = Splitter()
        self.halves.setAccessibleName("Text and original")
        self.halves.setHandleWidth(5)
        self.halves.setChildrenCollapsible(False)
        self._layout.replaceWidget(self._pages, self.halves)
        self.halves.addWidget(self._pages)
        self.halves.addWidget(widget)
        for number in (0, 1):
            self.halves.setStretchFactor(number, 1)

    def show_report(self, report: Report | None) -> None:
        """Show a report from its beginning."""
        self._report = report
        self._hide_card()
        self.text.show_report(report)
        self._pages.setCurrentWidget(self.text if report is not None else self.empty)
        self._find_again()

    def set_look(self, theme: Theme, zoom_percent: int) -> None:
        """Draw the same text in other colours or at another size."""
        self._theme = theme
        self._hide_card()
        self.text.set_look(theme, zoom_percent)
        if _is_made(self, "find_bar"):
            self.find_bar.set_theme(theme)
        self._find_again()

    def go_to(self, name: str) -> bool:
        """Go to a named place (see ``anchors``)."""
        self._hide_card()
        return self.text.reading.go_to(name)

    def go_to_section(self, section_id: str) -> bool:
        """Go to a section's heading."""
        return self.go_to(anchors.section(section_id))

    def step_section(self, step: int) -> None:
        """Ask for the section ``step`` headings on (or back)."""
        sections, here = self.text.reading.sections(), self.text.reading.section()
        if here in sections:
            at = min(max(sections.index(here) + step, 0), len(sections) - 1)
            self.place_wished.emit(anchors.section(sections[at]))

    def open_find_bar(self) -> None:
        """Open the find bar, with the selected words in it."""
        selected = self.text.textCursor().selectedText()
        words = selected if selected and "\u2029" not in selected else ""
        self.find_bar.begin(self.text.in_view.position_at(0), words)

    def find_next(self) -> None:
        """Go to the next place that was found."""
        self.find_bar.go_next()

    def find_previous(self) -> None:
        """Go to the place found before this one."""
        self.find_bar.go_previous()

    def step_note(self, step: int) -> None:
        """Move the keyboard to the next footnote call-out, or to the one before."""
        self.text.setFocus()
        self.text.focus_note(step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Let Esc take away the footnote card, then the find bar."""
        if isinstance(event, QtGui.QKeyEvent) and event.key() == QtCore.Qt.Key.Key_Escape:
            if _is_made(self, "card") and self.card.isVisible():
                self.card.hide()
                return True
            if _is_made(self, "find_bar") and self.find_bar.isVisible():
                self.find_bar.dismiss()
                return True
        return super().eventFilter(watched, event)

    def _hide_card(self) -> None:
        if _is_made(self, "card"):
            self.card.hide()

    def _find_again(self) -> None:
        if _is_made(self, "find_bar"):
            self.find_bar.refresh()

    def _connect(self) -> None:
        self.text.installEventFilter(self)
        self.text.link_activated.connect(self._on_link_activated)
        self.text.link_pointed.connect(self._on_link_pointed)
        self.text.reading.changed.connect(self._on_place_changed)

    def _on_place_changed(self, section: str, page: int | None) -> None:
        self.section_reached.emit(section)
        self.page_reached.emit(page)

    def _on_link_activated(self, link: Link) -> None:
        match link.kind:
            case LinkKind.MEASURE:
                self.measure_activated.emit(link.number)
            case LinkKind.FIGURE:
                self.figure_activated.emit(link.number)
            case LinkKind.WEB:
                self.web_activated.emit(link.target)
            case LinkKind.IMPORT:
                self.import_wished.emit()
            case LinkKind.NOTE | LinkKind.CALL | LinkKind.SECTION | LinkKind.BLOCK:
                self.place_wished.emit(f"{link.kind.value}:{link.target}")

    def _on_link_pointed(self, link: Link | None, beside: QRect) -> None:
        if link is None or self._report is None or link.kind is not LinkKind.NOTE:
            if _is_made(self, "card"):
                self.card.leave()
            return
        footnote = self._report.footnotes_by_number.get(link.number)
        if footnote is not None:
            self.card.show_note(footnote, beside)
            announce(self.card, f"Footnote {footnote.number}: {footnote.text}")


def _is_made(view: ReadView, part: str) -> bool:
    """Return whether a part that is made when first wanted is there already."""
    return part in view.__dict__
