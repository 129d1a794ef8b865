"""A Compare view over the shipped statistics and a report of a force that they have."""

import pytest

from peelviewer.ui import theme
from peelviewer.ui.compare.view import CompareView
from peelviewer.ui.messages import Messages
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import InlineTasks
from tests.comparing.conftest import holdings, library, own_report
from tests.ui.measures.conftest import RememberingView

__all__ = ("View", "holdings", "library", "make_view", "own_report", "settings", "view")


class View(RememberingView):
    current = None


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def make_view(qtbot, qapp, library, settings, own_report):
    def make(report=own_report) -> CompareView:
        messages = Messages(theme.LIGHT)
        qtbot.addWidget(messages)
        view = CompareView(library, settings, InlineTasks(), messages, theme.LIGHT, factory=View)
        qtbot.addWidget(view)
        view.resize(1280, 700)
        view.show_report(report)
        view.show()
        return view

    return make


@pytest.fixture
def view(make_view) -> CompareView:
    return make_view()
