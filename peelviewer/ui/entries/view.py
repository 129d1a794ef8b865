# SPDX-License-Identifier: MIT
"""A list of entries: moving over it shows each row's place, Enter or a click goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from peelviewer.ui.entries.delegate import MOST_LINES, EntryDelegate
from peelviewer.ui.entries.entry import Entry
from peelviewer.ui.entries.model import EntryModel
from peelviewer.ui.theme import Theme

_UPWARDS = frozenset(
    (
        QAbstractItemView.CursorAction.MoveUp,
        QAbstractItemView.CursorAction.MovePrevious,
        QAbstractItemView.CursorAction.MovePageUp,
    )
)


class EntryList(QListView):
    """Says which entry is current and which was activated; holds no data of its own."""

    entry_reached = Signal(object)
    entry_activated = Signal(object)

    def __init__(
        self, name: str, theme: Theme, parent: QWidget | None = None, most_lines: int = MOST_LINES
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("entries", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = EntryDelegate(theme, self, most_lines)
        self.setItemDelegate(self.delegate)
        self.rows = EntryModel(self)
        self.setModel(self.rows)
        self._is_quiet = False
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the row with the current one's key stays current."""
        current = self.current()
        self._is_quiet = True
        self.rows.show_entries(entries)
        self._is_quiet = False
        self.scheduleDelayedItemsLayout()
        if current is not None and current.key and self.current() is None:
            self.choose(current.key, quietly=True)
        elif current is not None:
            self.executeDelayedItemsLayout()
            self.scrollTo(self.currentIndex())

    def current(self) -> Entry | None:
        """Return the current entry."""
        index = self.currentIndex()
        return self.rows.entry(index.row()) if index.isValid() else None

    def choose(self, key: str, *, quietly: bool = False) -> bool:
        """Make the entry with a key current; ``False`` where there is none."""
        row = self.rows.row_of(key)
        if row is None:
            return False
        self._go_to(row, quietly=quietly)
        return True

    def choose_first(self, *, quietly: bool = False) -> None:
        """Make the first row current that can be."""
        row = self.rows.first_row()
        if row is not None:
            self._go_to(row, quietly=quietly)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.delegate.theme = theme
        self.viewport().update()

    def _go_to(self, row: int, *, quietly: bool) -> None:
        self._is_quiet = quietly
        self.setCurrentIndex(self.rows.index(row))
        self.scrollTo(self.rows.index(row))
        self._is_quiet = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry = self.rows.entry(current.row()) if current.isValid() else None
        if entry is not None and not entry.heading and not self._is_quiet:
            self.entry_reached.emit(entry)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index.row())
        if entry is not None and not entry.heading:
            self.entry_activated.emit(entry)

    def moveCursor(  # noqa: N802  # Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Pass over headings; above the first row there is only more to see."""
        row = super().moveCursor(action, modifiers).row()
        step = -1 if action in _UPWARDS else 1
        for at in (*self._rows_from(row, step), *self._rows_from(row, -step)):
            entry = self.rows.entry(at)
            if entry is not None and not entry.heading:
                if step < 0 and at >= self.currentIndex().row():
                    self.scrollToTop()
                    return self.currentIndex()
                return self.rows.index(at)
        return self.currentIndex()

    def _rows_from(self, row: int, step: int) -> range:
        return range(row, self.rows.rowCount() if step > 0 else -1, step)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Activate with Enter; copy with the usual key."""
        entry = self.current()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and entry is not None:
            self.entry_activated.emit(entry)
        elif event.matches(QKeySequence.StandardKey.Copy) and entry is not None:
            parts = (entry.text, entry.detail, entry.right)
            QGuiApplication.clipboard().setText("\t".join(part for part in parts if part))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Wrap the texts anew when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
