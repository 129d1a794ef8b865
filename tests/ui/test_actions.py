from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from peelviewer.ui import actions, icons
from peelviewer.ui.actions import MENUS, SPECS, ActionId
from peelviewer.ui.main_window import MENU_TITLES


@pytest.mark.parametrize("name", list(ActionId))
def test_every_action_has_words_and_a_place_in_a_menu(name):
    spec = SPECS[name]
    assert spec.text
    assert spec.tip
    assert any(name in names for names in MENUS.values())


def test_the_window_makes_the_menus_that_the_actions_go_in():
    assert tuple(MENUS) == MENU_TITLES


def test_no_key_does_two_things(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    keys = Counter(
        key.toString() for action in actions.create(owner).values() for key in action.shortcuts()
    )
    assert [key for key, times in keys.items() if times > 1] == []
    assert all(not QKeySequence(key).isEmpty() for key in keys)


def test_every_icon_that_is_named_can_be_drawn(qapp):
    for spec in SPECS.values():
        if spec.icon:
            picture = icons.pixmap(spec.icon, "#12436d").toImage()
            assert any(
                picture.pixelColor(x, y).alpha() > 0 for x in range(18) for y in range(18)
            ), spec.icon
