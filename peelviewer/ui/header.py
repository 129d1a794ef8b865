# SPDX-License-Identifier: MIT
"""The bar on top: back, forward, which report is open, and which view is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from peelviewer.ui.views import VIEW_TITLES, View
from peelviewer.ui.wording import report_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from peelviewer.ui.measures.segments import Segments
    from peelviewer.ui.wording import ReportLike


class Header(QFrame):
    """Buttons that ask for places and reports; the menu is filled when it opens."""

    back_wished = Signal()
    forward_wished = Signal()
    report_chosen = Signal(str)
    import_wished = Signal()
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAccessibleName("Header")
        self._reports: tuple[ReportLike, ...] = ()
        self._open_id: str | None = None
        self.back = _button("←", "Go back to where you were (Alt+Left)")
        self.back.clicked.connect(self.back_wished)
        self.forward = _button("→", "Go forward again (Alt+Right)")
        self.forward.clicked.connect(self.forward_wished)
        self.picker = QToolButton()
        self.picker.setObjectName("picker")
        self.picker.setToolTip("Choose a report, or import one")
        self.picker.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.picker)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.picker.setMenu(self.menu)
        self.switch: Segments | None = None
        self._view = str(View.READ)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        for button in (self.back, self.forward, self.picker):
            layout.addWidget(button)
        self._last: QWidget = self.picker  # that Tab reaches in it
        layout.addStretch()

    def complete(self) -> None:
        """Make the switch between the views, which the first paint does not wait for."""
        if self.switch is None:
            from peelviewer.ui.measures.segments import Segments

            self.switch = Segments("View", VIEW_TITLES, self)
            for number, (view, _) in enumerate(VIEW_TITLES, 1):
                self.switch.button(view).setToolTip(f"Ctrl+{number}")
            self.show_view(self._view)
            self.switch.chosen.connect(self.view_chosen)
            self._layout.addWidget(self.switch)
            for view, _ in VIEW_TITLES:
                self._follow(self.switch.button(view))

    def show_view(self, name: str) -> None:
        """Show which view is on."""
        self._view = name
        if self.switch is not None and self.switch.choice != name:
            self.switch.choose(name)

    def add_tool(self, action: QAction) -> None:
        """Put an action at the right end, as a button."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(34, 32)
        button.setAccessibleName(action.statusTip())
        self._layout.addWidget(button)
        self._follow(button)

    def show_history(self, *, back: bool, forward: bool) -> None:
        """Say which ways there are to go."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_reports(self, reports: Sequence[ReportLike], open_id: str | None) -> None:
        """Take the library's reports, by force, and name the one that is open."""
        self._reports, self._open_id = tuple(reports), open_id
        current = next((report for report in reports if report.id == open_id), None)
        name = report_name(current) if current else "No report is open"
        self.picker.setText(f"{name}  ⌄")
        self.picker.setAccessibleName(f"Open report: {name}")

    def _follow(self, widget: QWidget) -> None:
        """Let Tab come to a widget behind the others of the header, however late it was made."""
        self.setTabOrder(self._last, widget)
        self._last = widget

    def _fill_menu(self) -> None:
        from PySide6.QtGui import QActionGroup

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


def _button(arrow: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("arrow")
    button.setText(arrow)
    button.setFixedSize(34, 32)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    return button
