"""The window is wholly on its screen, with the frame that the desktop puts around it."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from peelviewer.ui import screen_fit

SCREEN = QRect(0, 0, 1280, 800)


@pytest.mark.parametrize(
    ("frame", "fitted"),
    [
        (QRect(100, 50, 600, 400), QRect(100, 50, 600, 400)),
        (QRect(0, 20, 1282, 824), SCREEN),
        (QRect(-300, -40, 600, 400), QRect(0, 0, 600, 400)),
        (QRect(1000, 700, 600, 400), QRect(680, 400, 600, 400)),
    ],
)
def test_a_frame_that_sticks_out_is_moved_and_only_then_made_smaller(frame, fitted):
    assert screen_fit.within(frame, SCREEN) == fitted


def test_beside_a_taskbar_the_frame_stays_clear_of_it():
    area = QRect(64, 28, 1216, 772)
    assert screen_fit.within(QRect(0, 0, 1280, 800), area) == area


def test_on_a_small_screen_the_first_window_leaves_room_for_its_title_bar():
    size = screen_fit.size_at_first(QSize(1280, 800))
    assert size.width() < 1280
    assert size.height() < 780
    assert screen_fit.size_at_first(QSize(1920, 1080)) == screen_fit.WISHED


def test_a_window_that_is_larger_than_its_screen_is_brought_onto_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    window.resize(screen.width() + 300, screen.height() + 200)
    window.move(40, 60)
    window.show()
    screen_fit.fit(window)
    assert screen.contains(window.frameGeometry())
