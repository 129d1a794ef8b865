"""A panel with the sample report, and a chart view that only remembers what it was given."""

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from peelviewer.ui.measures.panel import MeasuresPanel
from peelviewer.ui.measures.save_choices import ForgetfulSettings


class RememberingView(QWidget):
    row_activated = Signal(int)
    row_hovered = Signal(int)
    current_area = None
    chart = None
    dark = None

    def __init__(self, parent):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_chart(self, chart):
        self.chart = chart

    def set_dark(self, dark):
        self.dark = dark

    def set_zoom(self, factor):
        self.zoom = factor


@pytest.fixture
def settings() -> ForgetfulSettings:
    return ForgetfulSettings()


@pytest.fixture
def panel(qtbot, sample_report, settings) -> MeasuresPanel:
    panel = MeasuresPanel(settings, factory=RememberingView)
    qtbot.addWidget(panel)
    panel.resize(390, 720)
    panel.show_report(sample_report)
    return panel
