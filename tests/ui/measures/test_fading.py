"""What is cut by a scrolled card's edge fades."""

import pytest
from PySide6.QtWidgets import QWidget

from peelviewer.ui.measures.fitting import FittingScrollArea


@pytest.fixture
def area(qtbot):
    inside = QWidget()
    inside.setMinimumSize(200, 600)
    area = FittingScrollArea(inside)
    qtbot.addWidget(area)
    area.resize(240, 200)
    area.show()
    return area


@pytest.mark.parametrize(
    ("part", "fades"), [(0, (False, True)), (0.5, (True, True)), (1, (True, False))]
)
def test_the_edge_beyond_which_there_is_more_fades(area, part, fades):
    bar = area.verticalScrollBar()
    bar.setValue(int(part * bar.maximum()))
    assert area.fading.is_fading() == fades


def test_nothing_fades_where_all_is_in_sight(area):
    area.resize(240, 700)
    assert area.fading.is_fading() == (False, False)


def test_the_edge_lies_over_what_is_scrolled(area):
    assert area.fading.geometry() == area.viewport().rect()
