"""The contents panel: its filter by key, and what its rows show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from peelviewer.ui import theme
from peelviewer.ui.contents.delegates import GRADED_HEIGHT, ROW_HEIGHT, around, fitted
from peelviewer.ui.contents.panel import ContentsPanel
from peelviewer.ui.models.roles import SectionRole


@pytest.fixture
def panel(qtbot, sample_report) -> ContentsPanel:
    panel = ContentsPanel(theme.LIGHT)
    qtbot.addWidget(panel)
    panel.complete()
    panel.resize(280, 700)
    panel.show_report(sample_report)
    panel.follow("introduction")
    return panel


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_down_and_enter_go_to_the_first_hit(qtbot, panel, key):
    panel.filter_field.setText("withdrew")
    with qtbot.waitSignal(panel.figure_chosen) as chosen:
        qtbot.keyClick(panel.filter_field, key)
    assert chosen.args == [2]
    assert panel.tree.currentIndex().data(SectionRole.FIGURE) == 2


def test_without_words_enter_goes_nowhere(qtbot, panel):
    with qtbot.assertNotEmitted(panel.section_chosen):
        qtbot.keyClick(panel.filter_field, Qt.Key.Key_Return)


def test_escape_clears_and_the_tree_is_back_at_what_is_read(qtbot, panel):
    panel.filter_field.setText("withdrew")
    qtbot.waitUntil(panel.filtered.is_filtering)
    with qtbot.assertNotEmitted(panel.section_chosen):
        qtbot.keyClick(panel.filter_field, Qt.Key.Key_Escape)
    assert panel.filter_field.text() == ""
    assert not panel.filtered.is_filtering()
    assert panel.tree.currentIndex().data(SectionRole.SECTION) == "introduction"


def test_typing_shows_where_the_keyboard_would_enter_and_goes_nowhere_yet(qtbot, panel):
    with qtbot.assertNotEmitted(panel.figure_chosen):
        panel.filter_field.setText("withdrew")
        qtbot.waitUntil(panel.filtered.is_filtering)
    assert panel.tree.currentIndex().data(SectionRole.FIGURE) == 2


def test_where_the_filter_hides_what_is_read_nothing_else_is_chosen(qtbot, panel):
    panel.filter_field.setText("withdrew")
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Return)
    assert panel.tree.selectedIndexes()
    panel.follow("introduction")
    assert not panel.tree.selectedIndexes()


def test_a_graded_row_has_room_for_the_grades_word(panel):
    heights = {
        section: panel.tree.visualRect(
            panel.filtered.mapFromSource(panel.model.index_of_section(section))
        ).height()
        for section in ("introduction", "investigating")
    }
    assert heights == {"introduction": ROW_HEIGHT, "investigating": GRADED_HEIGHT}


def test_a_hit_shows_the_words_that_were_typed(panel):
    index = panel.filtered.mapFromSource(panel.model.index_of_section("investigating/outcomes"))
    metrics = QFontMetrics(panel.tree.font())
    room = metrics.horizontalAdvance("Bring offend…")
    assert fitted(index, metrics, room).startswith("Bring")
    assert "justice" in fitted(index, metrics, room, ("justice",))


def test_a_title_that_begins_with_the_word_is_not_cut_before_it(qapp):
    metrics = QFontMetrics(qapp.font())
    assert around("Crime and noise", ("crime",), metrics, 1000) == "Crime and noise"
    assert around("Noise and crime", ("crime",), metrics, 1000) == "Noise and crime"


def test_a_long_title_shows_as_much_before_the_word_as_fits(qapp):
    metrics = QFontMetrics(qapp.font())
    room = metrics.horizontalAdvance("…\N{NO-BREAK SPACE}and of crime")
    shown = around("A long title of noise and of crime", ("crime",), metrics, room)
    assert shown == "…\N{NO-BREAK SPACE}and of crime"


def test_words_too_far_apart_for_one_row_show_the_first(qapp):
    metrics = QFontMetrics(qapp.font())
    room = metrics.horizontalAdvance("…\N{NO-BREAK SPACE}crime and")
    shown = around("Noise and crime and the long way to safety", ("crime", "safety"), metrics, room)
    assert "crime" in shown


def is_open(panel, section) -> bool:
    index = panel.filtered.mapFromSource(panel.model.index_of_section(section))
    return panel.tree.isExpanded(index)


def test_reading_on_closes_what_reading_has_opened(panel):
    panel.follow("preventing/how-much-crime")
    assert is_open(panel, "preventing")
    panel.follow("investigating/outcomes")
    assert is_open(panel, "investigating")
    assert not is_open(panel, "preventing")


def test_what_the_reader_has_opened_stays_open(panel):
    index = panel.filtered.mapFromSource(panel.model.index_of_section("preventing"))
    panel.tree.expand(index)
    panel.follow("preventing/how-much-crime")
    panel.follow("investigating/outcomes")
    assert is_open(panel, "preventing")


def test_after_the_filter_is_open_what_was_open_before(qtbot, panel):
    index = panel.filtered.mapFromSource(panel.model.index_of_section("preventing"))
    panel.tree.expand(index)
    panel.filter_field.setText("justice")
    qtbot.waitUntil(panel.filtered.is_filtering)
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Escape)
    assert is_open(panel, "preventing")
    assert not is_open(panel, "investigating")


def test_after_the_filter_a_figure_that_was_found_is_in_sight(qtbot, panel):
    panel.filter_field.setText("withdrew")
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Down)
    panel.follow("investigating/outcomes")
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Escape)
    current = panel.tree.currentIndex()
    assert current.data(SectionRole.FIGURE) == 2
    assert panel.tree.isExpanded(current.parent())
    assert panel.tree.isExpanded(current.parent().parent())
