# SPDX-License-Identifier: MIT
"""The outline with its levels, and the blocks of the chosen section with their kinds."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peelviewer.model.report import Report, Section
from peelviewer.ui import icons
from peelviewer.ui.entries import of_report
from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.entries.view import EntryList
from peelviewer.ui.review.choice import Choice
from peelviewer.ui.review.draft import DEEPEST
from peelviewer.ui.theme import Theme

HIGHER, LOWER = "Ctrl+Left", "Ctrl+Right"


class SectionsPage(QWidget):
    """Says which place is looked at, and which level or kind was corrected."""

    place_reached = Signal(object)
    level_wished = Signal(str, int)
    kind_wished = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._as_read: Report | None = None
        self.outline = EntryList("Sections", theme, most_lines=1)
        self.blocks = EntryList("Blocks of the section", theme, most_lines=2)
        self.level = QLabel()
        self.higher = _button("Higher", f"One level higher ({HIGHER})", lambda: self._step(-1))
        self.deeper = _button("Lower", f"One level lower ({LOWER})", lambda: self._step(1))
        self.kind = Choice()
        self.kind.setAccessibleName("Kind of the block")
        for kind, words in of_report.KINDS.items():
            self.kind.addItem(words, kind)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def show_report(self, report: Report, as_read: Report) -> None:
        """Show the sections of a report; the same section and block stay chosen.

        ``as_read`` is the report without corrections: what was corrected says so.
        """
        self._report, self._as_read = report, as_read
        self.outline.show_entries(_outline(report, as_read))
        if self.outline.current() is None:
            self.outline.choose_first(quietly=True)
        self._show_section()

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self.outline.set_theme(theme)
        self.blocks.set_theme(theme)
        for button, name in ((self.higher, "promote"), (self.deeper, "demote")):
            button.setIcon(icons.icon(name, theme.text, 16, disabled=theme.control_line))

    def _lay_out(self) -> None:
        top = _card(self.outline, self._row(self.level, self.higher, self.deeper))
        label = QLabel("Kind of this block")
        label.setObjectName("quiet")
        label.setBuddy(self.kind)  # a combo box itself tells its choice, its buddy what it is of
        bottom = _card(self.blocks, self._row(label, self.kind))
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(10)
        splitter.setObjectName("plainsplitter")
        splitter.addWidget(top)
        splitter.addWidget(bottom)
        splitter.setSizes([260, 240])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _row(self, *widgets: QWidget) -> QWidget:
        holder = QFrame()
        holder.setObjectName("entrybar")
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(6)
        for number, widget in enumerate(widgets):
            row.addWidget(widget, int(number == 0))
        return holder

    def _connect(self) -> None:
        self.outline.entry_reached.connect(self._on_section)
        self.outline.entry_activated.connect(self._on_place)
        self.blocks.entry_reached.connect(self._on_block)
        self.blocks.entry_activated.connect(self._on_place)
        self.kind.activated.connect(lambda _: self._on_kind())
        for keys, by in ((HIGHER, -1), (LOWER, 1)):
            shortcut = QShortcut(QKeySequence(keys), self.outline)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self._step(by))

    def _section_id(self) -> str:
        entry = self.outline.current()
        return entry.key if entry else ""

    def _on_section(self, entry: Entry) -> None:
        self._show_section()
        self.place_reached.emit(entry.place)

    def _show_section(self) -> None:
        section = self._report.sections_by_id.get(self._section_id()) if self._report else None
        self.level.setText(f"Level {section.level}" if section else "")
        self.higher.setEnabled(section is not None and section.level > 1)
        self.deeper.setEnabled(section is not None and section.level < DEEPEST)
        rows = _blocks(section, self._as_read) if section and self._as_read else ()
        self.blocks.show_entries(rows)
        if self.blocks.current() is None:
            self.blocks.choose_first(quietly=True)
        self._show_kind()

    def _on_block(self, entry: Entry) -> None:
        self._show_kind()
        self.place_reached.emit(entry.place)

    def _show_kind(self) -> None:
        entry = self.blocks.current()
        block = self._report.blocks_by_id.get(entry.key) if self._report and entry else None
        self.kind.setEnabled(block is not None)
        self.kind.setCurrentIndex(self.kind.findData(block.kind) if block else -1)

    def _on_place(self, entry: Entry) -> None:
        self.place_reached.emit(entry.place)

    def _step(self, by: int) -> None:
        section = self._report.sections_by_id.get(self._section_id()) if self._report else None
        if section is not None and 1 <= section.level + by <= DEEPEST:
            self.level_wished.emit(section.id, section.level + by)

    def _on_kind(self) -> None:
        entry = self.blocks.current()
        if entry is not None:
            self.kind_wished.emit(entry.key, self.kind.currentData())


def _outline(report: Report, as_read: Report) -> tuple[Entry, ...]:
    """Return the outline; a heading at another level than it was read at says so."""
    read = as_read.sections_by_id
    return tuple(
        entry
        if entry.level == (level := read[entry.key].level)
        else msgspec.structs.replace(entry, detail=f"Level {entry.level}, read as level {level}")
        for entry in of_report.sections(report)
    )


def _blocks(section: Section, as_read: Report) -> tuple[Entry, ...]:
    """Return a section's blocks; one of another kind than it was read as says so."""
    kinds = {block.id: of_report.KINDS[block.kind] for block in as_read.blocks_by_id.values()}
    return tuple(
        entry
        if entry.detail == kinds[entry.key]
        else msgspec.structs.replace(
            entry, detail=f"{entry.detail}, read as {kinds[entry.key].lower()}"
        )
        for entry in of_report.blocks(section)
    )


def _card(rows: EntryList, bar: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("entrycard")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(5, 5, 5, 5)
    layout.setSpacing(4)
    layout.addWidget(rows, 1)
    layout.addWidget(bar)
    return card


def _button(text: str, tip: str, slot: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(16, 16))
    button.clicked.connect(lambda _checked: slot())
    return button
