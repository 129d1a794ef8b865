# SPDX-License-Identifier: MIT
"""The left panel: a filter over the tree of sections, which follows the reading."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPersistentModelIndex, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout

from peelviewer.ui.contents.tree import SectionTree
from peelviewer.ui.models.roles import SectionRole
from peelviewer.ui.models.section_filter import SectionFilter
from peelviewer.ui.models.section_model import SectionModel
from peelviewer.ui.timers import once_after

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QModelIndex, QObject
    from PySide6.QtWidgets import QWidget

    from peelviewer.model.report import Report
    from peelviewer.ui.empty_state import EmptyState
    from peelviewer.ui.theme import Theme

TYPING_MS = 120


class ContentsPanel(QFrame):
    """Signals what was chosen; the window decides where that leads."""

    section_chosen = Signal(str)
    figure_chosen = Signal(int)
    actions_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contents")
        self.setAccessibleName("Contents")
        self.model = SectionModel(self)
        self.filtered = SectionFilter(self)
        self.filtered.setSourceModel(self.model)
        self._following = False
        self._section = ""
        self._opened: list[QPersistentModelIndex] = []
        self._open_before: list[QModelIndex] = []
        self._create_widgets(theme)
        self._typing = once_after(TYPING_MS, self._filter, self)
        self.filter_field.textChanged.connect(lambda _: self._typing.start())
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        self.tree.clicked.connect(self._on_clicked)
        self.tree.activated.connect(self._on_clicked)

    def show_report(self, report: Report | None) -> None:
        """Show another report's sections."""
        self._section, self._opened = "", []
        self.filter_field.clear()
        self._typing.stop()
        self._following = True
        self.filtered.set_words("")
        self.tree.set_words(self.filtered.words)
        self.model.set_report(report)
        self._following = False
        self._choose_page()

    def complete(self) -> None:
        """Add what the first paint does not wait for: Qt looks through icon themes for it."""
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.installEventFilter(self)

    def follow(self, section_id: str) -> None:
        """Select the section that is being read, opening the chapters above it."""
        self._section = section_id
        index = self.filtered.mapFromSource(self.model.index_of_section(section_id))
        if index.isValid() and self._is_within_current(index, section_id):
            return
        self._following = True
        if not index.isValid():  # the filter hides it: nothing else is read instead
            self.tree.selectionModel().clear()
            self._following = False
            return
        self.tree.setCurrentIndex(index)
        self._open_above(index)
        self.tree.scrollTo(index)
        self._following = False

    def _open_above(self, index: QModelIndex) -> None:
        """Open what is above a row that is read, and close what reading on has opened before."""
        above = []
        parent = index.parent()
        while parent.isValid():
            above.append(parent)
            parent = parent.parent()
        for opened in self._opened:
            if opened.isValid() and opened not in above and opened != index:
                self.tree.collapse(self.filtered.index(opened.row(), 0, opened.parent()))
        kept = [one for one in self._opened if one in above or one == index]
        new = [one for one in above if not self.tree.isExpanded(one)]
        self._opened = [*kept, *(QPersistentModelIndex(one) for one in new)]
        for one in new:
            self.tree.expand(one)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.tree.set_theme(theme)

    def _create_widgets(self, theme: Theme) -> None:
        self.filter_field = QLineEdit(placeholderText="Filter contents")
        self.filter_field.setAccessibleName("Filter contents")
        self.tree = SectionTree(theme)
        self.tree.setModel(self.filtered)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        row = QVBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.filter_field)
        layout.addLayout(row)
        layout.addWidget(self._pages)
        self.setTabOrder(self.filter_field, self.tree)

    @cached_property
    def no_hits(self) -> EmptyState:
        """What stands where the filter leaves nothing."""
        empty = self._empty("No section has these words", "Clear the filter")
        empty.wished.connect(self.filter_field.clear)
        return empty

    @cached_property
    def no_report(self) -> EmptyState:
        """What stands where no report is open."""
        return self._empty("The contents of a report stand here")

    def _empty(self, sentence: str, button: str = "") -> EmptyState:
        from peelviewer.ui.empty_state import EmptyState

        empty = EmptyState(sentence, button, self)
        self._pages.addWidget(empty)
        return empty

    def _filter(self) -> None:
        """Cut the tree down; the keyboard then enters it at the first hit, or at what is read."""
        self._typing.stop()
        self._following = True
        was_filtering = self.filtered.is_filtering()
        if not was_filtering:
            self._open_before = [self.filtered.mapToSource(one) for one in self.tree.open_rows()]
        self.filtered.set_words(self.filter_field.text())
        self.tree.set_words(self.filtered.words)
        if self.filtered.is_filtering():
            self.tree.expandAll()
            self.tree.point_at(self.filtered.first_hit())
        elif was_filtering:
            self.tree.collapseAll()
            for index in self._open_before:
                self.tree.expand(self.filtered.mapFromSource(index))
        self._following = False
        self._choose_page()
        if was_filtering and not self.filtered.is_filtering() and self._section:
            self._return_to_reading()

    def _return_to_reading(self) -> None:
        """Show what is read, or the figure of it that was chosen last, in the whole tree."""
        self.follow(self._section)
        current = self.tree.currentIndex()
        if current.isValid():
            self._open_above(current)
            self.tree.scrollTo(current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """In the filter field, Down and Enter go to the first hit and Escape clears."""
        if watched is self.filter_field and isinstance(event, QtGui.QKeyEvent):
            key = QtCore.Qt.Key
            if event.type() == QtCore.QEvent.Type.KeyPress:
                match event.key():
                    case key.Key_Down | key.Key_Return | key.Key_Enter:
                        self._go_to_hit()
                        return True
                    case key.Key_Escape if self.filter_field.text():
                        self.filter_field.clear()
                        self._filter()
                        return True
        return super().eventFilter(watched, event)

    def _go_to_hit(self) -> None:
        """Choose the first hit, and let the keyboard go on from there."""
        self._filter()
        hit = self.filtered.first_hit()
        if self.filtered.is_filtering() and hit.isValid():
            self._following = True
            self.tree.setCurrentIndex(hit)
            self._following = False
            self._choose(hit)
        if self._pages.currentWidget() is self.tree:
            self.tree.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _choose_page(self) -> None:
        if self.model.rowCount() == 0:
            self._pages.setCurrentWidget(self.no_report)
        elif self.filtered.rowCount() == 0:
            self._pages.setCurrentWidget(self.no_hits)
        else:
            self._pages.setCurrentWidget(self.tree)

    def _is_within_current(self, index: QModelIndex, section_id: str) -> bool:
        """Return whether a figure or action row of this very section is already chosen."""
        current = self.tree.currentIndex()
        return current == index or (
            current.isValid() and current.data(SectionRole.SECTION) == section_id
        )

    def _on_current_changed(self, current: QModelIndex) -> None:
        if not self._following and current.isValid():
            self._choose(current)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index == self.tree.currentIndex():
            self._choose(index)

    def _choose(self, chosen: QModelIndex) -> None:
        index = chosen.siblingAtColumn(0)
        match index.data(SectionRole.KIND):
            case "figure":
                self.figure_chosen.emit(index.data(SectionRole.FIGURE))
            case "actions":
                self.actions_chosen.emit(index.data(SectionRole.SECTION))
            case _:
                self.section_chosen.emit(index.data(SectionRole.SECTION))
