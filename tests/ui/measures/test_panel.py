"""The panel as the window and the reader use it."""

import subprocess
import sys

import msgspec
import pytest
from PySide6.QtCore import Qt

from peelviewer.ui.measures.panel import MeasuresPanel
from tests.ui.measures.conftest import RememberingView

# Qt's offscreen platform says so whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

SECTION = "preventing/how-much-crime"


def test_importing_and_building_the_panel_imports_no_drawing_library():
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from peelviewer.ui.measures.panel import MeasuresPanel; panel = MeasuresPanel();"
        "heavy = {'pyqtgraph', 'pandas', 'numpy', 'peelviewer.drawing.plot'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr.strip()) == (0, "")


def test_the_chart_is_made_after_the_first_paint(qtbot, panel):
    panel.show_section(SECTION)
    before = panel.card.chart.view
    panel.show()
    qtbot.waitUntil(lambda: panel.card.chart.view is not None)
    assert before is None
    assert panel.card.chart.view.chart is panel.chart


def test_choosing_a_section_shows_its_first_measure(qtbot, panel):
    with qtbot.waitSignal(panel.measure_shown) as shown:
        panel.show_section(SECTION)
    assert shown.args == [1]
    assert panel.title.text() == "Measures in this section"
    assert panel.chart.rows[0].measure == 1


def test_choosing_another_row_shows_its_chart(qtbot, panel):
    panel.show_section(SECTION)
    panel.list.selectRow(2)
    assert panel.chart.figure == 1
    assert panel.chart.kind == "table"


def test_the_chart_stays_while_the_reader_moves_to_where_it_is_listed_too(panel):
    panel.show_section(SECTION)
    panel.list.selectRow(1)
    chart = panel.chart
    panel.show_section("preventing")
    assert panel.chart is chart
    assert panel.list.currentIndex().row() == 1


def test_a_measure_of_another_section_brings_that_sections_list(qtbot, panel):
    panel.show_section(SECTION)
    with qtbot.waitSignal(panel.measure_shown) as shown:
        panel.show_measure(3)
    assert shown.args == [3]
    assert panel.model.entry(0).measure == 3


def test_a_figure_is_selected_by_its_number(panel):
    panel.show_section("annex-a")
    panel.show_figure(2)
    assert panel.model.entry(panel.list.currentIndex().row()).figure == 2
    assert panel.chart.figure == 2


@pytest.mark.parametrize("index", [-1, 99])
def test_an_unknown_measure_changes_nothing(panel, index):
    panel.show_section(SECTION)
    chart = panel.chart
    panel.show_measure(index)
    panel.show_figure(index)
    assert panel.chart is chart


def test_the_chart_stays_where_the_panel_has_sent_the_reader(panel):
    panel.passage_requested.connect(lambda block, _measure: panel.show_section("annex-a"))
    panel.show_section(SECTION)
    chart = panel.chart
    panel.card.about.block_link.emit("annex-a.1")
    assert panel.chart is chart
    assert panel.card.isVisibleTo(panel)
    assert panel.list.accessibleName() == "Measures in “How much crime is there in Northshire?”"


def test_the_panel_goes_along_again_when_the_reader_reads_on(panel):
    panel.passage_requested.connect(lambda block, _measure: panel.show_section("annex-a"))
    panel.show_section(SECTION)
    panel.card.about.block_link.emit("annex-a.1")
    panel.show_section("investigating/outcomes")
    assert panel.model.entry(0).measure == 3
    assert panel.title.text() == "Measures in this section"


def test_without_a_report_the_panel_says_what_to_do(panel):
    panel.show_report(None)
    assert panel.empty.sentence.text() == "No report is open. Open one to see its measures here."
    assert panel.empty.button.isHidden()


def test_a_section_without_measures_leads_to_those_there_are(qtbot, panel):
    panel.show_section("annex-a")
    sentence = panel.empty.sentence.text()
    with qtbot.waitSignal(panel.section_requested) as asked:
        panel.empty.button.click()
    assert sentence == "This chapter states no measures. Force in numbers has\N{NO-BREAK SPACE}1."
    assert asked.args == ["force-in-numbers"]
    assert panel.model.entry(0).label == "Calls for assistance"


def test_activating_a_bar_asks_for_its_passage(qtbot, panel):
    panel.show_section(SECTION)
    panel.list.selectRow(2)
    panel.card.chart.make_view()
    with qtbot.waitSignal(panel.passage_requested) as asked:
        panel.card.chart.view.row_activated.emit(1)
    assert asked.args == ["preventing/how-much-crime.2", 2]


def test_a_bar_that_the_keyboard_comes_to_is_scrolled_into_sight(qtbot, sample_report):
    panel = MeasuresPanel()
    qtbot.addWidget(panel)
    panel.resize(390, 420)
    panel.show_report(sample_report)
    panel.show_figure(1)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.card.chart.make_view()
    view = panel.card.chart.view
    panel.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_End)
    area = view.current_area.toAlignedRect()
    qtbot.waitUntil(lambda: view.visibleRegion().boundingRect().contains(area))


def test_enter_in_the_table_asks_for_the_rows_passage(qtbot, panel):
    panel.show_section(SECTION)
    panel.list.selectRow(2)
    panel.bar.modes.choose("table")
    panel.card.table.selectRow(1)
    with qtbot.waitSignal(panel.passage_requested) as asked:
        qtbot.keyClick(panel.card.table, Qt.Key.Key_Return)
    assert asked.args == ["preventing/how-much-crime.2", 2]


def test_show_in_text_asks_for_the_first_passage(qtbot, panel):
    panel.show_section("investigating")
    with qtbot.waitSignal(panel.passage_requested) as asked:
        panel.card.text_button.click()
    assert asked.args == ["investigating/outcomes.1", 3]


def test_show_in_original_asks_for_the_same_place(qtbot, panel):
    panel.show_section("investigating")
    with qtbot.waitSignal(panel.original_requested) as asked:
        panel.card.original_button.click()
    assert asked.args == ["investigating/outcomes.1", 3]


def test_a_digest_has_no_original_to_show(panel, sample_report):
    panel.show_report(msgspec.structs.replace(sample_report, edition="digest"))
    panel.show_section("investigating")
    assert panel.card.original_button.isHidden()
    assert not panel.card.text_button.isHidden()


def test_a_figure_without_values_has_no_passage_to_show(panel, sample_report):
    report = msgspec.structs.replace(sample_report, measures=())
    panel.show_report(report)
    panel.show_figure(2)
    assert panel.chart.kind == "statement"
    assert panel.card.text_button.isHidden()
    assert panel.card.original_button.isHidden()


@pytest.mark.parametrize("mode", ["chart", "table", "about"])
def test_the_chart_is_shown_in_each_of_three_ways(panel, mode):
    panel.show_section(SECTION)
    panel.bar.modes.choose(mode)
    shown = {"chart": panel.card.chart, "table": panel.card.table, "about": panel.card.about}
    assert [name for name, page in shown.items() if page.isVisibleTo(panel)] == [mode]


def test_arrow_keys_move_between_the_three_ways(qtbot, panel):
    panel.show_section(SECTION)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.bar.modes.button("chart").setFocus()
    qtbot.keyClick(panel.bar.modes.button("chart"), Qt.Key.Key_Right)
    assert panel.bar.modes.choice == "table"


def test_the_tab_key_goes_through_the_panel_from_top_to_bottom(panel):
    panel.show_section(SECTION)
    panel.card.chart.make_view()
    card, bar = panel.card, panel.bar
    wanted = [panel.list, card.chart.view, card.text_button, card.original_button]
    wanted += [bar.modes.button("chart"), bar.copy_button, bar.save_button]
    order, widget = [], panel.list
    while widget not in order:
        order.append(widget)
        widget = widget.nextInFocusChain()
    assert [widget for widget in order if widget in wanted] == wanted


def test_the_dark_theme_reaches_the_chart(panel):
    panel.show_section(SECTION)
    panel.set_dark(True)
    panel.card.chart.make_view()
    assert panel.card.chart.view.dark is True


def test_a_caveats_page_leads_to_what_the_report_says_there(qtbot, panel):
    panel.show_section(SECTION)
    with qtbot.waitSignal(panel.passage_requested) as asked:
        panel.card.about.block_link.emit("annex-a.1")
    assert asked.args == ["annex-a.1", -1]


def test_a_link_to_the_annex_asks_for_the_section(qtbot, panel):
    panel.show_section(SECTION)
    with qtbot.waitSignal(panel.section_requested) as asked:
        panel.card.about.section_link.emit("annex-a")
    assert asked.args == ["annex-a"]


def test_a_long_list_scrolls_instead_of_pushing_the_chart_away(qtbot, sample_report):
    measures = tuple(
        msgspec.structs.replace(sample_report.measures[0], label=f"Calls {n}", key=f"calls_{n}")
        for n in range(40)
    )
    panel = MeasuresPanel(factory=RememberingView)
    qtbot.addWidget(panel)
    panel.resize(390, 700)
    panel.show_report(msgspec.structs.replace(sample_report, measures=measures))
    panel.show_section("force-in-numbers")
    panel.show()
    qtbot.waitUntil(lambda: panel.list.height() <= 280)
    assert panel.bar.geometry().bottom() <= panel.height()


def test_everything_that_can_have_the_focus_has_a_name(panel):
    panel.show_section(SECTION)
    card, bar = panel.card, panel.bar
    widgets = [panel.list, card.table, card.about, card.text_button, card.original_button]
    widgets += [
        bar.copy_button,
        bar.save_button,
        *(bar.modes.button(mode) for mode in ("chart", "table", "about")),
    ]
    assert all(widget.accessibleName() for widget in widgets)


def test_the_way_to_the_chapters_measures_names_the_chapter(panel):
    panel.show_section("preventing/summary-of-findings")
    assert panel.empty.sentence.text() == (
        "This section states no measures. Its chapter, “Preventing crime”, has\N{NO-BREAK SPACE}2."
    )
    assert panel.empty.button.text() == "Show its 2 measures"


def test_where_no_chart_is_shown_saving_says_so(qtbot, panel):
    panel.show_section(SECTION)
    panel.show_section("annex-a")
    with qtbot.waitSignal(panel.notice) as said:
        assert panel.open_save_dialog() is None
    assert said.args == ["No chart is shown here: choose a section that states measures."]


def test_the_ways_to_show_a_chart_stay_in_their_place(qtbot, panel):
    panel.show_section(SECTION)
    with qtbot.waitExposed(panel):
        panel.show()
    places = set()
    for mode in ("chart", "table", "about"):
        panel.bar.modes.choose(mode)
        qtbot.wait(20)
        places.add(panel.bar.y())
    assert len(places) == 1
    assert panel.bar.mapTo(panel, panel.bar.rect().bottomLeft()).y() > panel.height() - 20


def test_the_chart_has_most_of_the_height_and_the_list_shows_whole_rows(qtbot, sample_report):
    measures = tuple(
        msgspec.structs.replace(sample_report.measures[0], label=f"Calls {n}", key=f"calls_{n}")
        for n in range(40)
    )
    panel = MeasuresPanel(factory=RememberingView)
    qtbot.addWidget(panel)
    panel.resize(390, 700)
    panel.show_report(msgspec.structs.replace(sample_report, measures=measures))
    panel.show_section("force-in-numbers")
    with qtbot.waitExposed(panel):
        panel.show()
    rows = panel.list
    qtbot.waitUntil(lambda: 0 < rows.height() == rows.sizeHint().height())
    assert panel.parts.sizes()[1] > 0.55 * panel.height()
    assert rows.rowAt(rows.viewport().height() - 1) != rows.rowAt(rows.viewport().height() + 1)


def test_the_border_between_list_and_chart_moves_by_key_and_stays(qtbot, panel):
    panel.show_section(SECTION)
    with qtbot.waitExposed(panel):
        panel.show()
    before = panel.parts.sizes()[0]
    qtbot.keyClick(panel.parts.handle(1), Qt.Key.Key_Up)
    moved = panel.parts.sizes()[0]
    panel.bar.modes.choose("table")
    qtbot.wait(20)
    assert moved < before
    assert panel.parts.sizes()[0] == moved


def test_the_table_says_measure_unit_place_and_period(panel):
    panel.show_section(SECTION)
    assert not panel.card.caption.isVisibleTo(panel)
    panel.bar.modes.choose("table")
    assert panel.card.caption.isVisibleTo(panel)
    assert panel.card.caption.text() == panel.chart.title


def test_a_list_that_begins_with_an_overview_shows_it_first(panel, sample_report):
    first = sample_report.measures[0]
    twice = (first, msgspec.structs.replace(first, key="more", label="More"))
    panel.show_report(msgspec.structs.replace(sample_report, measures=twice))
    panel.show_measure(1)
    panel.show_section("annex-a")
    panel.show_section("force-in-numbers")
    assert panel.list.currentIndex().row() == 0
    assert panel.chart.kind == "profile"
