# SPDX-License-Identifier: MIT
"""The place of the measures panel: empty until the window has been painted for the first time.

The panel brings the charts with it; making it late is what lets the window appear at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from peelviewer.model.report import Report
    from peelviewer.ui.history import ShownChart
    from peelviewer.ui.measures.panel import MeasuresPanel
    from peelviewer.ui.settings import Settings
    from peelviewer.ui.theme import Theme


class MeasuresSlot(QFrame):
    """Hands on to the panel, once it is there, what happened meanwhile."""

    passage_requested = Signal(str, int)
    original_requested = Signal(str, int)
    section_requested = Signal(str)
    notice = Signal(str)

    def __init__(self, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setObjectName("measures")
        self.setAccessibleName("Measures")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._report: Report | None = None
        self._section: str | None = None
        self._dark = False
        self.panel: MeasuresPanel | None = None

    def fill(self) -> MeasuresPanel:
        """Make the panel, bring it up to date and return it; later, return the one there is."""
        if self.panel is not None:
            return self.panel
        from peelviewer.ui.measures.panel import MeasuresPanel

        panel = MeasuresPanel(self._settings)
        panel.passage_requested.connect(self.passage_requested)
        panel.original_requested.connect(self.original_requested)
        panel.section_requested.connect(self.section_requested)
        panel.notice.connect(self.notice)
        panel.set_dark(self._dark)
        panel.show_report(self._report)
        panel.show_section(self._section)
        self._layout.addWidget(panel)
        self.panel = panel
        return panel

    def show_report(self, report: Report | None) -> None:
        """Show another report's measures."""
        self._report, self._section = report, None
        if self.panel is not None:
            self.panel.show_report(report)

    def show_section(self, section_id: str) -> None:
        """Show the measures of the section that is read."""
        self._section = section_id
        if self.panel is not None:
            self.panel.show_section(section_id)

    def show_pictures(self, pictures: dict) -> None:
        """Show the pictures of figures, by number."""
        self.fill().show_pictures(pictures)

    def show_measure(self, index: int) -> None:
        """Show one measure's chart."""
        self.fill().show_measure(index)

    def show_figure(self, number: int) -> None:
        """Show one figure's chart."""
        self.fill().show_figure(number)

    def shown(self) -> ShownChart | None:
        """Return which measure's or figure's chart is shown, if any."""
        return self.panel.shown() if self.panel is not None else None

    def show_again(self, chart: ShownChart) -> None:
        """Show the chart that was shown before."""
        if chart.kind == "figure":
            self.show_figure(chart.number)
        else:
            self.show_measure(chart.number)

    def save_chart(self) -> None:
        """Ask where to save the chart that is shown."""
        if self.isHidden():
            self.notice.emit("The measures are hidden: F10 shows them and their charts.")
            return
        self.fill().open_save_dialog()

    def set_theme(self, theme: Theme) -> None:
        """Follow the window's colours."""
        self._dark = theme.dark
        if self.panel is not None:
            self.panel.set_dark(theme.dark)
