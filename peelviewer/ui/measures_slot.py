# SPDX-License-Identifier: MIT
"""The place of the measures panel: empty until the window has been painted for the first time.

The panel brings the charts with it; making it late is what lets the window appear at once.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peelviewer.model.report import Report
from peelviewer.ui.theme import Theme


class MeasuresSlot(QWidget):
    """Hands on to the panel, once it is there, what happened meanwhile."""

    passage_requested = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measures")
        self.setAccessibleName("Measures")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._report: Report | None = None
        self._section: str | None = None
        self._dark = False
        self.panel: QWidget | None = None

    def fill(self) -> None:
        """Make the panel and bring it up to date."""
        if self.panel is not None:
            return
        from peelviewer.ui.measures.panel import MeasuresPanel

        panel = MeasuresPanel()
        panel.passage_requested.connect(self.passage_requested)
        panel.set_dark(self._dark)
        panel.show_report(self._report)
        panel.show_section(self._section)
        self._layout.addWidget(panel)
        self.panel = panel

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

    def show_measure(self, index: int) -> None:
        """Show one measure's chart."""
        self.fill()
        self.panel.show_measure(index)

    def show_figure(self, number: int) -> None:
        """Show one figure's chart."""
        self.fill()
        self.panel.show_figure(number)

    def save_chart(self) -> None:
        """Ask where to save the chart that is shown."""
        self.fill()
        self.panel.open_save_dialog()

    def set_theme(self, theme: Theme) -> None:
        """Follow the window's colours."""
        self._dark = theme.dark
        if self.panel is not None:
            self.panel.set_dark(theme.dark)
