"""A window over a library in memory, with settings of its own and tasks that run at once."""

import pytest

from peelviewer.library import Library
from peelviewer.ui import theme
from peelviewer.ui.main_window import MainWindow
from peelviewer.ui.settings import Settings
from peelviewer.ui.tasks import InlineTasks


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def library(sample_report):
    with Library.in_memory() as library:
        library.keep(sample_report)
        yield library


@pytest.fixture
def make_window(qtbot, qapp, settings):
    """Return a function that makes a window over a library, complete but not on a screen."""

    def make(library, tasks=None, settings=settings) -> MainWindow:
        window = MainWindow(library, settings, tasks or InlineTasks(), theme.LIGHT)
        qtbot.addWidget(window)
        window.start()
        window.complete()
        return window

    return make


@pytest.fixture
def window(make_window, library) -> MainWindow:
    return make_window(library)
