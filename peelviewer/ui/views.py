# SPDX-License-Identifier: MIT
"""The window's views, one of which is shown: reading a report, or comparing forces."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class View(StrEnum):
    """The name of a view; settings and the header's switch use it."""

    READ = "read"
    COMPARE = "compare"


VIEW_TITLES = ((View.READ, "Read"), (View.COMPARE, "Compare"))


class Views(QStackedWidget):
    """Holds the views; each makes its inside when it is shown for the first time."""

    view_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: dict[View, QWidget] = {}

    def add(self, name: View, widget: QWidget) -> None:
        """Take a view; the first one is shown."""
        self._views[name] = widget
        self.addWidget(widget)

    @property
    def current(self) -> View:
        """The view that is shown."""
        shown = self.currentWidget()
        return next((name for name, one in self._views.items() if one is shown), View.READ)

    def show_view(self, name: str) -> None:
        """Show a view; an unknown name is the first one."""
        known = next((one for one in self._views if one == name), View.READ)
        if known != self.current:
            self.setCurrentWidget(self._views[known])
            self.view_shown.emit(known)
