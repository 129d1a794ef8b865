"""Read and Compare in one window."""

import pytest
from PySide6.QtCore import Qt

from peelviewer.ui.actions import ActionId
from peelviewer.ui.read import anchors
from peelviewer.ui.views import View

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def shown(qtbot, window):
    window.resize(1280, 800)
    window.show()
    return window


def test_the_compare_view_is_made_when_it_is_first_shown(shown):
    assert shown.compare.view is None
    shown.show_view(View.COMPARE)
    assert shown.compare.view.found is not None


@pytest.mark.parametrize(
    ("action", "view"),
    [(ActionId.VIEW_COMPARE, View.COMPARE), (ActionId.VIEW_READ, View.READ)],
)
def test_menu_keys_and_header_agree_on_the_view(shown, action, view):
    shown.show_view(View.READ if view is View.COMPARE else View.COMPARE)
    shown.commands.action[action].trigger()
    assert shown.views.current is view
    assert shown.header.switch.choice == view
    assert shown.commands.action[action].isChecked()


def test_the_header_switches_the_view(qtbot, shown):
    qtbot.mouseClick(shown.header.switch.button(View.COMPARE), Qt.MouseButton.LeftButton)
    assert shown.views.current is View.COMPARE
    assert not shown.commands.action[ActionId.FIND].isEnabled()


def test_the_status_line_tells_of_what_is_shown(shown):
    shown.show_view(View.COMPARE)
    assert shown.status_line.comparison.text().startswith("42 of 43 forces")
    assert not shown.status_line.page.isVisible()
    shown.show_view(View.READ)
    assert not shown.status_line.comparison.isVisible()


def test_the_keyboard_enters_the_controls_of_the_comparison(qtbot, shown):
    shown.activateWindow()
    shown.show_view(View.COMPARE)
    controls = shown.compare.view.controls
    assert controls.isAncestorOf(shown.focusWidget())


def test_the_view_comes_back_on_the_next_start(shown, make_window, library):
    shown.show_view(View.COMPARE)
    shown.close()
    assert make_window(library).views.current is View.COMPARE


def test_a_place_that_the_comparison_names_is_gone_to_in_the_report(shown, sample_report):
    shown.show_view(View.COMPARE)
    block = next(b for s in sample_report.sections for b in s.blocks if b.text)
    shown.compare.place_wished.emit(anchors.block(block.id))
    assert shown.views.current is View.READ


def test_statistics_on_the_command_line_or_dropped_are_not_taken_for_reports(
    shown, tmp_path, monkeypatch
):
    taken = {}
    monkeypatch.setattr(
        shown.intake.statistics, "import_files", lambda f: taken.update(statistics=f)
    )
    monkeypatch.setattr(shown.intake.reports, "import_files", lambda f: taken.update(reports=f))
    shown.intake.take([tmp_path / "a.xlsx", tmp_path / "b.md"])
    assert taken == {"statistics": [tmp_path / "a.xlsx"], "reports": [tmp_path / "b.md"]}


def test_saving_is_of_the_view_that_is_shown(shown, monkeypatch):
    shown.show_view(View.COMPARE)
    asked = []
    monkeypatch.setattr(shown.compare.view, "save_chart", lambda: asked.append("compare"))
    shown.commands.action[ActionId.SAVE_CHART].trigger()
    assert asked == ["compare"]
