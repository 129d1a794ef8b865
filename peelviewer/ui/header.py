# SPDX-License-Identifier: MIT
"""The bar on top: back, forward, and which report is open."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from peelviewer.ui import icons
from peelviewer.ui.theme import Theme
from peelviewer.ui.wording import ReportLike, report_name


class Header(QFrame):
    """Buttons that ask for places and reports; the menu is filled when it opens."""

    back_wished = Signal()
    forward_wished = Signal()
    report_chosen = Signal(str)
    import_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAccessibleName("Header")
        self._reports: tuple[ReportLike, ...] = ()
        self._open_id: str | None = None
        self.back = _button("Go back to where you were (Alt+Left)")
        self.back.clicked.connect(self.back_wished)
        self.forward = _button("Go forward again (Alt+Right)")
        self.forward.clicked.connect(self.forward_wished)
        self.picker = QToolButton(self)
        self.picker.setObjectName("picker")
        self.picker.setToolTip("Choose a report, or import one")
        self.picker.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.picker)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.picker.setMenu(self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        for button in (self.back, self.forward, self.picker):
            layout.addWidget(button)
        layout.addStretch()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for button, name in ((self.back, "back"), (self.forward, "forward")):
            button.setIcon(icons.icon(name, theme.text, disabled=theme.control_line))

    def show_history(self, *, back: bool, forward: bool) -> None:
        """Say which ways there are to go."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_reports(self, reports: Sequence[ReportLike], open_id: str | None) -> None:
        """Take the library's reports, by force, and name the one that is open."""
        self._reports, self._open_id = tuple(reports), open_id
        current = next((report for report in reports if report.id == open_id), None)
        name = report_name(current) if current else "No report is open"
        self.picker.setText(f"{name}  ▾")
        self.picker.setAccessibleName(f"Open report: {name}")

    def _fill_menu(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        force = None
        for report in self._reports:
            if force is not None and report.force.id != force:
                self.menu.addSeparator()
            force = report.force.id
            entry = self.menu.addAction(report_name(report))
            entry.setCheckable(True)
            entry.setChecked(report.id == self._open_id)
            entry.triggered.connect(lambda _, name=report.id: self.report_chosen.emit(name))
            group.addAction(entry)
        if self._reports:
            self.menu.addSeparator()
        self.menu.addAction("Import report…", self.import_wished.emit)


def _button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(18, 18))
    button.setFixedSize(34, 32)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    return button
