# SPDX-License-Identifier: MIT
"""The bar on top: back, forward, and which report is open."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from peelviewer.ui.actions import ActionId
from peelviewer.ui.wording import ReportLike, report_name


class Header(QWidget):
    """Buttons over the window's actions, and the menu of reports."""

    report_chosen = Signal(str)

    def __init__(self, actions: dict[ActionId, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAccessibleName("Header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._import = actions[ActionId.IMPORT]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        for name in (ActionId.BACK, ActionId.FORWARD):
            layout.addWidget(_button(actions[name]))
        self.picker = QToolButton(self)
        self.picker.setObjectName("picker")
        self.picker.setAccessibleName("Open report")
        self.picker.setToolTip("Choose a report")
        self.picker.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.picker.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu = QMenu(self.picker)
        self.picker.setMenu(self.menu)
        layout.addWidget(self.picker)
        layout.addStretch()
        self.show_reports((), None)

    def show_reports(self, reports: Sequence[ReportLike], open_id: str | None) -> None:
        """List the library's reports, by force, and name the one that is open."""
        self.menu.clear()
        group = QActionGroup(self.menu)
        force = None
        for report in reports:
            if force is not None and report.force.id != force:
                self.menu.addSeparator()
            force = report.force.id
            entry = self.menu.addAction(report_name(report))
            entry.setCheckable(True)
            entry.setChecked(report.id == open_id)
            entry.triggered.connect(lambda _, name=report.id: self.report_chosen.emit(name))
            group.addAction(entry)
        if reports:
            self.menu.addSeparator()
        self.menu.addAction(self._import)
        current = next((r for r in reports if r.id == open_id), None)
        name = report_name(current) if current else "No report is open"
        self.picker.setText(f"{name}  ▾")
        self.picker.setAccessibleDescription(name)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(18, 18))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFixedSize(34, 32)
    button.setAccessibleName(action.text().replace("&", ""))
    return button
