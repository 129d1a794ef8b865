"""A Compare view over the shipped statistics and a report of a force that they have."""

import pytest

from peelviewer.comparing.holdings import Holdings, holdings_of
from peelviewer.library import Library
from peelviewer.ui import theme
from peelviewer.ui.compare.view import CompareView
from peelviewer.ui.messages import Messages
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import InlineTasks
from tests.comparing.made_up import of_a_known_force
from tests.ui.measures.conftest import RememberingView


class View(RememberingView):
    current = None


@pytest.fixture
def own_report(sample_report):
    return of_a_known_force(sample_report)


@pytest.fixture
def library():
    with Library.in_memory() as library:
        yield library


@pytest.fixture
def holdings(library) -> Holdings:
    return holdings_of(library, library.statistics.observations)


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
