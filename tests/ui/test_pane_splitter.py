"""The three panes side by side."""

import pytest
from PySide6.QtWidgets import QWidget

from peelviewer.ui.pane_splitter import PaneSplitter, pane_widths


@pytest.fixture
def splitter(qtbot) -> PaneSplitter:
    splitter = PaneSplitter()
    qtbot.addWidget(splitter)
    for number in range(3):
        splitter.addWidget(QWidget())
        splitter.setStretchFactor(number, int(number == 1))
    splitter.restore(None)
    splitter.resize(1280, 400)
    splitter.show()
    return splitter


@pytest.mark.parametrize(
    ("width", "contents", "measures"),
    [(900, 280, 390), (1280, 280, 390), (1920, 360, 460), (3840, 400, 520)],
)
def test_the_sides_grow_with_the_window_up_to_a_limit(width, contents, measures):
    found = pane_widths(width)
    assert (found[0], found[2]) == (contents, measures)


def test_a_wider_window_has_wider_sides(splitter):
    splitter.resize(1920, 400)
    assert splitter.sizes()[0] == 360
    assert splitter.own_sizes() is None


def test_a_border_that_was_moved_stays(splitter):
    splitter.moveSplitter(220, 1)
    splitter.resize(1920, 400)
    assert splitter.sizes()[0] == 220
    assert splitter.own_sizes() == splitter.sizes()


def test_the_widths_of_the_last_time_come_back(splitter):
    splitter.restore([200, 700, 370])
    assert splitter.own_sizes() == splitter.sizes()
    assert splitter.sizes()[0] == pytest.approx(200, abs=5)
