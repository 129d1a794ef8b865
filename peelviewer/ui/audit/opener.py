# SPDX-License-Identifier: MIT
"""The one audit dialog of a window: opened, brought to the front, kept up to date."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from peelviewer.model.report import Report
from peelviewer.ui.theme import Theme

if TYPE_CHECKING:
    from peelviewer.ui.audit.dialog import AuditDialog

ASIDE = 24  # pixels from the window's edge


class Audit(QObject):
    """Makes the dialog when it is first wanted; it goes away when it is closed."""

    place_wished = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.dialog: AuditDialog | None = None

    def show(self, report: Report, name: str) -> None:
        """Show one list of the audit of a report ("unplaced", "furniture", "inconsistencies")."""
        if self.dialog is None:
            from peelviewer.ui.audit.dialog import AuditDialog

            self.dialog = AuditDialog(report, self._theme, self._window)
            self.dialog.place_wished.connect(self.place_wished)
            self.dialog.finished.connect(self._on_finished)
            self._put_aside(self.dialog)
        elif self.dialog.isVisible():
            self.dialog.raise_()
            self.dialog.activateWindow()
        self.dialog.show()
        self.dialog.show_list(name)

    def show_report(self, report: Report | None) -> None:
        """Bring an open dialog up to date with the report that is read now."""
        if self.dialog is None:
            return
        if report is None:
            self.dialog.close()
        else:
            self.dialog.show_report(report)

    def set_theme(self, theme: Theme) -> None:
        """Show in other colours."""
        self._theme = theme
        if self.dialog is not None:
            self.dialog.set_theme(theme)

    def _put_aside(self, dialog: "AuditDialog") -> None:
        """Put the dialog at the window's right edge: the text that it leads to stays in view."""
        window = self._window.frameGeometry()
        left = window.right() - dialog.width() - ASIDE
        dialog.move(max(left, window.left()), window.top() + 3 * ASIDE)

    def _on_finished(self) -> None:
        self.dialog = None
