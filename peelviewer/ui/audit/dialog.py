# SPDX-License-Identifier: MIT
"""The audit of a report: what was not placed, what was set apart, what disagrees."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from peelviewer.model.report import Report
from peelviewer.ui.audit.wording import accounted, troubles
from peelviewer.ui.empty_state import EmptyState
from peelviewer.ui.entries import of_report
from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.entries.view import EntryList
from peelviewer.ui.measures.segments import Segments
from peelviewer.ui.theme import Theme

UNPLACED, FURNITURE, INCONSISTENCIES = "unplaced", "furniture", "inconsistencies"

_TITLES = {
    UNPLACED: "Not placed",
    FURNITURE: "Set apart",
    INCONSISTENCIES: "Disagreeing",
}
_NONE = {
    UNPLACED: "Every word of the source has its place in the report.",
    FURNITURE: "Nothing was set apart: no running lines, page numbers or residue were found.",
    INCONSISTENCIES: "The report nowhere prints the same measure with two values.",
}
_EXPLAINED = {
    UNPLACED: "Words of the source that no part of the report holds, or holds elsewhere, and pages "
    "that are only pictures. Choose one to see its page.",
    FURNITURE: "No part of the report's text, and left out of it: running lines, page numbers, "
    "the contents page, what a template left behind.",
    INCONSISTENCIES: "The report prints these measures with different values, for the same area "
    "and period. Each is shown where and as it is printed.",
}
_ROWS: dict[str, Callable[[Report], tuple[Entry, ...]]] = {
    UNPLACED: of_report.unplaced,
    FURNITURE: of_report.furniture,
    INCONSISTENCIES: of_report.inconsistencies,
}


class AuditDialog(QDialog):
    """Three lists in one; the window behind it stays usable and shows each place."""

    place_wished = Signal(object)

    def __init__(self, report: Report, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Audit of this report")
        self.setAccessibleName("Audit of this report")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._lists: dict[str, EntryList] = {}
        self._pages: dict[str, QWidget] = {}
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setProperty("fieldTitle", True)
        self.explanation = QLabel(wordWrap=True)
        self.explanation.setObjectName("quiet")
        self._stack = QStackedWidget()
        self._lay_out(report)
        self.show_report(report)
        self.resize(620, 560)

    def show_report(self, report: Report) -> None:
        """Show the audit of another report."""
        self.sentence.setText(accounted(report))
        for name, rows in _ROWS.items():
            entries = rows(report)
            self._lists[name].show_entries(entries)
            count = sum(not entry.heading for entry in entries)
            if name == INCONSISTENCIES:
                count = len(report.inconsistencies)
            elif name == UNPLACED:
                count = troubles(report)
            button = self.segments.button(name)
            button.setText(f"{_TITLES[name]}  {count}")
            button.setAccessibleName(f"{_TITLES[name]}, {count}")
            self._pages[name] = self._lists[name] if entries else self._empties[name]
        self.show_list(self.segments.choice or UNPLACED)

    def show_list(self, name: str) -> None:
        """Show one of the three lists, ready for the keyboard."""
        self.segments.choose(name)
        self._on_chosen(name)
        (self._lists[name] if self._pages[name] is self._lists[name] else self.segments).setFocus()

    def list(self, name: str) -> EntryList:
        """Return one of the three lists."""
        return self._lists[name]

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        for rows in self._lists.values():
            rows.set_theme(theme)

    def _lay_out(self, report: Report) -> None:
        self.segments = Segments("Audit", tuple(_TITLES.items()))
        self.segments.chosen.connect(self._on_chosen)
        self._empties = {name: EmptyState(sentence) for name, sentence in _NONE.items()}
        if report.edition == "digest":
            self._empties[UNPLACED] = EmptyState(
                "A digest is in our own words: there is no source to account for. Import your "
                "copy of the report to see what becomes of each of its words."
            )
        for name in _ROWS:
            rows = EntryList(_TITLES[name], self._theme)
            rows.entry_reached.connect(self._on_entry)
            rows.entry_activated.connect(self._on_entry)
            self._lists[name] = rows
            self._stack.addWidget(rows)
            self._stack.addWidget(self._empties[name])
        card = QFrame()
        card.setObjectName("entrycard")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(5, 5, 5, 5)
        inside.addWidget(self._stack)
        buttons = QDialogButtonBox()
        close = QPushButton("Close")
        close.setAutoDefault(False)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for widget in (self.sentence, self.segments, self.explanation):
            layout.addWidget(widget)
        layout.addWidget(card, 1)
        layout.addWidget(buttons)

    def _on_chosen(self, name: str) -> None:
        self.explanation.setText(_EXPLAINED[name])
        self.explanation.setVisible(self._pages[name] is self._lists[name])
        self._stack.setCurrentWidget(self._pages[name])

    def _on_entry(self, entry: Entry) -> None:
        if entry.place is not None:
            self.place_wished.emit(entry.place)
