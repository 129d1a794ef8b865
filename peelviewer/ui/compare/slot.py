# SPDX-License-Identifier: MIT
"""The place of the Compare view: empty until it is shown for the first time.

The view brings statistics and charts with it; who only reads a report never waits for them.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from peelviewer.library import Library
from peelviewer.model.report import Report
from peelviewer.ui.messages import Messages
from peelviewer.ui.settings import PLAIN_ZOOM, Settings
from peelviewer.ui.tasks import Tasks
from peelviewer.ui.theme import Theme

if TYPE_CHECKING:
    from peelviewer.ui.compare.view import CompareView


class CompareSlot(QFrame):
    """Hands on to the view, once it is there, what happened meanwhile."""

    place_wished = Signal(str)
    import_wished = Signal()
    notice = Signal(str)
    facts_changed = Signal(object)
    made = Signal(object)
    """The view, which is there from now on."""

    def __init__(
        self,
        library: Library,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Compare")
        self._library = library
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._theme = theme
        self._zoom = PLAIN_ZOOM
        self._report: Report | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.view: CompareView | None = None

    def fill(self) -> "CompareView":
        """Make the view and return it; later, return the one there is."""
        if self.view is not None:
            return self.view
        from peelviewer.ui.compare.view import CompareView

        view = CompareView(
            self._library, self._settings, self._tasks, self._messages, self._theme, self
        )
        view.place_wished.connect(self.place_wished)
        view.import_wished.connect(self.import_wished)
        view.notice.connect(self.notice)
        view.facts_changed.connect(self.facts_changed)
        view.set_zoom(self._zoom)
        view.show_report(self._report)
        self._layout.addWidget(view)
        view.show()  # now, not when the layout gets to it: the focus goes there
        self.view = view
        self.made.emit(view)
        return view

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the view when there is someone to show it to."""
        super().showEvent(event)
        self.fill()

    def show_report(self, report: Report | None) -> None:
        """Take the report that is open."""
        self._report = report
        if self.view is not None:
            self.view.show_report(report)

    def reload(self) -> None:
        """Read the statistics anew, after some were imported."""
        if self.view is not None:
            self.view.reload()

    def set_theme(self, theme: Theme) -> None:
        """Follow the window's colours."""
        self._theme = theme
        if self.view is not None:
            self.view.set_theme(theme)

    def set_zoom(self, percent: int) -> None:
        """Follow the window's zoom."""
        self._zoom = percent
        if self.view is not None:
            self.view.set_zoom(percent)

    def stop(self) -> None:
        """Let go of what is being read, before the window goes away."""
        if self.view is not None:
            self.view.stop()
