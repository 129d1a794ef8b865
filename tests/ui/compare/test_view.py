"""The Compare view as the window and the reader use it."""

import subprocess
import sys

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton

from peelviewer.comparing.force_choices import highlighted
from peelviewer.comparing.measure_choices import beside_keys
from peelviewer.comparing.selection import Selection
from peelviewer.library import Library
from peelviewer.model.report import Block, Section
from peelviewer.ui import theme
from peelviewer.ui.compare.stage import for_screen
from peelviewer.ui.compare.view import CompareView
from peelviewer.ui.messages import Messages
from peelviewer.ui.read import anchors
from peelviewer.ui.tasks import InlineTasks
from tests.comparing.made_up import OWN, Y2015, Y2016, dataset, group, values
from tests.ui.compare.conftest import View

# The offscreen platform says this of popups and tooltips.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True
)

RATE = {"measure": "asb_incidents", "unit": "per_1000_population"}


def choose(view, **parts):
    view.choose(msgspec.structs.replace(view.selection, **parts))


def test_importing_the_view_imports_neither_drawing_nor_tabulating_libraries():
    code = (
        "import sys, peelviewer.ui.compare.view;"
        "heavy = {'pyqtgraph', 'pandas', 'numpy', 'peelviewer.drawing.plot'};"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr.strip()) == (0, "")


def test_when_it_is_shown_it_has_a_chart_of_the_own_force(view):
    assert view.found.chart.kind == "ranked"
    assert view.found.own == OWN
    assert view.facts[0] == "42 of 43 forces"


def test_every_control_says_what_is_chosen(view):
    choose(view, **RATE, show="slope", forces="region", highlight="kent", sort="name")
    controls = view.controls
    assert controls.measure.button.shown == "Anti-social behaviour incidents, per 1,000 population"
    assert controls.period.currentText() == "12 months to March 2018"
    assert controls.earlier.currentText() == "12 months to March 2017"
    assert controls.own.currentText() == "Leicestershire (this report)"
    assert controls.forces.choice == "region"
    assert controls.show_as.choice == "slope"
    assert controls.highlight.text() == "kent"
    assert controls.sort.choice == "name"


def test_controls_that_would_do_nothing_are_not_there(view):
    choose(view, measure="outcome_charged", unit="percent")
    offered = view.controls.show_as
    assert offered.button("ranked").isVisible()
    assert not offered.button("trend").isVisible()
    assert not view.controls.earlier.isVisible()
    choose(view, show="ranges")
    assert not view.controls.highlight.isVisible()
    assert not view.controls.sort.isVisible()


def test_a_chosen_measure_shows_its_chart(view):
    view.controls.measure.chosen.emit("recorded_crime", "per_1000_population")
    assert view.found.chart.id.startswith("ranked-recorded_crime")


def test_the_list_of_measures_is_searched_and_chosen_from_by_keyboard(qtbot, view):
    picker = view.controls.measure
    qtbot.keyClick(picker.button, Qt.Key.Key_Space)
    qtbot.keyClicks(picker.popup.field, "burglary households")
    qtbot.keyClick(picker.popup.field, Qt.Key.Key_Return)
    assert not picker.popup.isVisible()
    assert view.selection.measure == "residential_burglary"
    assert view.selection.unit == "per_1000_households"


def test_a_search_without_a_find_says_so(qtbot, view):
    picker = view.controls.measure
    picker.open()
    qtbot.keyClicks(picker.popup.field, "zebra")
    assert picker.popup.nothing.isVisible()


def test_forces_are_ticked_by_keyboard(qtbot, view):
    choose(view, forces="chosen")
    picker = view.controls.chosen
    picker.open()
    qtbot.keyClicks(picker.popup.field, "kent")
    qtbot.keyClick(picker.popup.field, Qt.Key.Key_Return)
    assert view.selection.chosen == ("kent",)
    shown = {row.area for row in view.found.chart.rows if row.kind == "values"}
    assert shown == {OWN, "kent"}


def test_typing_a_name_highlights_the_force(qtbot, view):
    qtbot.keyClicks(view.controls.highlight, "kent")
    qtbot.waitUntil(lambda: view.selection.highlight == "kent")
    assert "kent" in {row.area for row in view.found.chart.rows if row.standout == "chosen"}


def test_a_name_of_no_force_is_said_to_be_none(qtbot, view):
    choose(view, highlight="xyz")
    assert view.controls.highlight_note.isVisible()
    assert "“xyz”" in view.controls.highlight_note.text()

    choose(view, highlight="kent")
    assert not view.controls.highlight_note.isVisible()


def test_a_trend_offers_the_own_force_instead_of_all(view):
    choose(view, **RATE, show="trend")
    assert view.controls.forces.button("all").text() == "Own force only"

    choose(view, show="ranked")
    assert view.controls.forces.button("all").text() == "All 43"


def test_a_tile_highlights_its_force_and_lets_go_of_it(qtbot, view):
    tile = view.side.map.area_of("kent").center().toPoint()
    qtbot.mouseClick(view.side.map, Qt.MouseButton.LeftButton, pos=tile)
    assert highlighted(view.selection.highlight) == ("kent",)
    qtbot.mouseClick(view.side.map, Qt.MouseButton.LeftButton, pos=tile)
    assert view.selection.highlight == ""


def test_the_keyboard_goes_over_the_map(qtbot, view):
    tiles = view.side.map
    tiles.setFocus()
    for key, force in (
        (Qt.Key.Key_Right, "nottinghamshire"),
        (Qt.Key.Key_Up, "south-yorkshire"),
        (Qt.Key.Key_Left, "derbyshire"),
    ):
        qtbot.keyClick(tiles, key)
        assert tiles.current == force
    qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert highlighted(view.selection.highlight) == ("derbyshire",)


def test_every_tile_is_reached_by_the_keyboard(view):
    tiles = view.side.map
    reached, new = set(), {tiles.current}
    while new:
        reached |= new
        found = set()
        for force in new:
            for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                tiles._at = force
                tiles._step(*step)
                found.add(tiles.current)
        new = found - reached
    assert len(reached) == 43


def test_a_place_between_the_tiles_chooses_nothing(qtbot, view):
    qtbot.mouseClick(view.side.map, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert view.selection.highlight == ""


def test_a_bar_highlights_its_force(view):
    row = next(n for n, row in enumerate(view.found.chart.rows) if row.area == "kent")
    view.stage.chart.row_activated.emit(row)
    assert highlighted(view.selection.highlight) == ("kent",)


def test_a_row_of_the_profile_opens_its_measure(view):
    choose(view, measure="recorded_crime", unit="per_1000_population", show="ranges")
    view.stage.chart.row_activated.emit(2)
    assert view.selection.show == "ranked"
    assert view.selection.measure != "recorded_crime"


def test_another_own_force_is_marked_and_the_reports_own_comes_back(view):
    box = view.controls.own
    box.setCurrentIndex(box.findData("kent"))
    box.activated.emit(box.currentIndex())
    assert view.found.own == "kent"
    box.setCurrentIndex(box.findData(OWN))
    box.activated.emit(box.currentIndex())
    assert view.selection.own == ""


def test_a_refused_comparison_shows_reason_and_page_instead_of_a_chart(library, make_view):
    library.statistics.keep((dataset(),), [*values(period=Y2015), *values(period=Y2016)])
    view = make_view()
    choose(view, measure="organised_crime_groups", unit="per_million_population", show="trend")
    assert view.found.chart is None
    assert view.stage.refusal.isVisible()
    assert (
        "(Annex A, p. 65 of Leicestershire Police, effectiveness 2016)"
        in view.stage.refusal.reason.text()
    )
    said = []
    view.notice.connect(said.append)
    assert view.save_chart() is None
    assert said == ["There is no chart here to save."]


@pytest.mark.parametrize(
    ("report", "leads_there"),
    [
        ("leicestershire-effectiveness-2016", True),
        ("kent-effectiveness-2016", False),
        ("leicestershire-effectiveness-2017", False),
    ],
)
def test_only_the_report_whose_page_is_named_leads_to_it(
    library, make_view, own_report, report, leads_there
):
    library.statistics.keep((dataset(),), [*values(period=Y2015), *values(period=Y2016)])
    view = make_view(msgspec.structs.replace(own_report, id=report))
    choose(view, measure="organised_crime_groups", unit="per_million_population", show="trend")
    assert view.stage.refusal.page_button.isVisible() == leads_there


def test_a_measure_is_chosen_to_stand_beside_another_one(view, own_report):
    key = next(m.key for m in own_report.measures if beside_keys(own_report, m.key, m.unit))
    unit = next(m.unit for m in own_report.measures if m.key == key)
    choose(view, measure=key, unit=unit, show="beside")
    controls = view.controls
    assert controls.beside.isVisible()
    assert not controls.own.isVisible()
    controls.beside.open()
    other = controls.beside.model.choice(1)
    controls.beside.list.row_chosen.emit(1)
    assert view.selection.beside == other.measure
    assert [own_report.measures[row.measure].key for row in view.found.chart.rows] == [
        key,
        other.measure,
    ]


def test_a_measure_without_statistics_offers_to_import_some(qtbot, view, own_report):
    key = next(m.key for m in own_report.measures if view._holdings.find(m.key) is None)
    choose(view, measure=key, unit="")
    assert view.stage.refusal.import_button.isVisible()
    with qtbot.waitSignal(view.import_wished):
        view.stage.refusal.import_button.click()


def test_imported_statistics_are_there_after_a_reload(library, view):
    library.statistics.keep((dataset(),), values())
    view.reload()
    choose(view, measure="organised_crime_groups", unit="per_million_population")
    assert view.found.chart is not None


def test_what_another_program_imported_is_there_at_the_next_choice(qtbot, tmp_path, settings):
    with Library.open(tmp_path / "library") as library, Library.open(tmp_path / "library") as other:
        other.statistics.keep((dataset("a"),), values(source="a", period=Y2015))
        messages = Messages(theme.LIGHT)
        qtbot.addWidget(messages)
        view = CompareView(library, settings, InlineTasks(), messages, theme.LIGHT, factory=View)
        qtbot.addWidget(view)
        view.show_report(None)
        view.show()
        key = ("organised_crime_groups", "per_million_population")
        assert view._holdings.find(*key).periods == (Y2015,)
        other.statistics.keep((dataset("b"),), values(source="b", period=Y2016))
        view.controls.measure.chosen.emit(*key)
        assert view._holdings.find(*key).periods == (Y2016, Y2015)
        assert view.selection.measure == key[0]
        other.statistics.remove("a")
        view.hide()
        view.show()
        assert view._holdings.find(*key).periods == (Y2016,)


def test_what_was_chosen_comes_back_on_the_next_start(view, make_view):
    choose(view, **RATE, show="trend", highlight="kent")
    view.side.bar.modes.choose("table")
    again = make_view()
    assert again.selection == view.selection
    assert again.side.bar.modes.choice == "table"
    assert again.stage.table.isVisible()


def test_the_table_follows_the_chart_and_its_rows_are_copied(qtbot, view):
    choose(view, sort="name")
    view.side.bar.modes.choose("table")
    view.stage.table.selectRow(view.stage.model.row_of(OWN))
    with qtbot.waitSignal(view.notice) as said:
        view.copy()
    assert QGuiApplication.clipboard().text().startswith("Leicestershire\t−17.4%")
    assert "−17.4%" in said.args[0]
    assert "12 months to 31 March 2016" in said.args[0]
    assert view.found.chart.measure in said.args[0]
    for caveat in view.found.chart.caveats:
        if not caveat.areas:
            assert caveat.words in said.args[0]
    view.stage.table.selectRow(view.stage.model.row_of("warwickshire"))
    view.copy()
    assert "are estimates (p. 63)." in QGuiApplication.clipboard().text()


def test_the_keyboard_stays_at_its_force_when_that_is_highlighted(view):
    view.side.bar.modes.choose("table")
    view.stage.table.selectRow(view.stage.model.row_of("kent"))
    view.highlight("kent")
    current = view.stage.table.currentIndex()
    assert view.stage.model.row(current.row()).area == "kent"


def test_about_says_what_it_measures_and_how_forces_are_ranked(view):
    view.side.bar.modes.choose("about")
    text = view.stage.about.toPlainText()
    for term in ("What it measures", "Forces", "Read with care", "Source"):
        assert term in text


def test_about_says_of_a_number_that_it_is_no_rate(view):
    choose(view, measure="asb_incidents", unit="count")
    view.side.bar.modes.choose("about")
    text = view.stage.about.toPlainText()
    assert "ncidents of anti-social behaviour that the police recorded" in text
    assert "for every" not in text


def test_the_report_is_gone_to_from_the_position_card(qtbot, holdings, make_view, own_report):
    measure = msgspec.structs.replace(
        own_report.measures[0], key="recorded_crime", unit="per_1000_population"
    )
    view = make_view(msgspec.structs.replace(own_report, measures=(measure,)))
    choose(view, measure="recorded_crime", unit="per_1000_population")
    with qtbot.waitSignal(view.place_wished) as wished:
        view.side.statement.linkActivated.emit("passage")
    assert measure.block in wished.args[0]


def test_without_a_report_it_still_compares(make_view):
    view = make_view(report=None)
    assert view.found.own is None
    assert view.found.chart is not None
    assert view.controls.own.currentText() == ""


def test_saving_offers_all_charts_of_the_comparison(view):
    choose(view, **RATE)
    dialog = view.save_chart()
    assert "this comparison" in dialog.footer.all_button.text()
    dialog.reject()


def test_the_dark_theme_reaches_chart_and_map(view):
    view.stage.chart.make_view()
    view.set_theme(theme.DARK)
    assert view.stage.chart.view.dark is True


@pytest.mark.parametrize("kind", [QPushButton, QRadioButton, QComboBox, QLineEdit])
def test_every_control_has_a_name_for_a_screen_reader(view, kind):
    choose(view, **RATE, show="slope", forces="chosen")
    nameless = [
        widget
        for widget in view.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_screen_reader_hears_the_headline_and_the_map_has_words(view):
    assert view.side.map.accessibleDescription()
    assert view.side.map.words_of("kent").startswith("Kent: ")
    assert Selection() != view.selection


def test_the_mark_stays_at_its_bar_in_a_real_chart(qtbot, library, settings, own_report):
    messages = Messages(theme.LIGHT)
    qtbot.addWidget(messages)
    view = CompareView(library, settings, InlineTasks(), messages, theme.LIGHT)
    qtbot.addWidget(view)
    view.show_report(own_report)
    view.resize(1280, 700)
    view.show()
    view.stage.chart.make_view()
    chart = view.stage.chart.view
    chart.setFocus()
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    area = view.found.chart.rows[chart.current[0]].area
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert highlighted(view.selection.highlight) == (area,)
    assert view.found.chart.rows[chart.current[0]].area == area
    view.copy()
    label = view.found.chart.rows[chart.current[0]].label
    assert QGuiApplication.clipboard().text().startswith(label)


def test_the_tab_key_goes_through_controls_chart_map_and_buttons(qtbot, view):
    qtbot.waitUntil(lambda: view.stage.chart.view is not None)
    view.controls.measure.button.setFocus()
    seen = []
    for _ in range(11):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    controls = view.controls
    assert seen[:8] == [
        controls.measure.button,
        controls.period,
        controls.own,
        controls.forces.button("all"),
        controls.show_as.button("ranked"),
        controls.highlight,
        controls.sort.button("value"),
        view.stage.chart.view,
    ]
    assert seen[8] is view.side.map
    labels = [one for one in seen if isinstance(one, QLabel)]
    assert set(labels) == {view.side.brief.link}


def test_the_tab_key_comes_to_the_choice_that_is_on(view):
    choose(view, measure="asb_incidents", unit="per_1000_population", show="trend")
    view.controls.own.setFocus()
    QTest.keyClick(view.controls.own, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.controls.show_as.button("trend")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert view.selection.show == "tiles"


def test_a_measure_is_named_with_its_unit_once(view):
    choose(view, measure="asb_incidents", unit="per_1000_population")
    assert view.controls.measure.button.accessibleName().count("per 1,000 population") == 1


def test_at_twice_the_size_no_name_in_the_table_is_cut(view):
    view.set_zoom(200)
    view.side.bar.modes.chosen.emit("table")
    table = view.stage.table
    metrics = QFontMetrics(table.font())
    words = [
        word for row in range(view.stage.model.rowCount())
        for word in view.stage.model.index(row, 0).data().split()
    ]  # fmt: skip
    assert table.columnWidth(0) > max(map(metrics.horizontalAdvance, words))
    assert metrics.height() > 1.8 * QFontMetrics(view.font()).height()
    view.set_zoom(100)
    assert table.font().pointSizeF() == view.font().pointSizeF()


@pytest.mark.parametrize("width", [1000, 1280, 1900])
def test_no_row_of_the_map_is_cut_in_any_width(qtbot, view, width):
    view.resize(width, 640)
    QApplication.processEvents()
    bottom = max(view.side.map.area_of(row.area).bottom() for row in view.found.tiles.rows
                 if row.kind == "values")  # fmt: skip
    assert view.side.map.height() >= bottom


def test_a_caveat_stands_on_the_screen_once_and_goes_into_every_copy(view):
    choose(view, **RATE)
    (caveat, *_) = view.found.chart.caveats
    assert caveat.text.rstrip(".") in view.side.caveats.text()
    shown = for_screen(view.found.chart)
    assert shown.caveats == ()
    general = [one for one in view.found.chart.caveats if not one.areas]
    assert general
    for row in shown.rows:  # the card at a bar says them
        assert set(general) <= set(row.caveats)
    view.side.bar.copy_text_wanted.emit()
    assert caveat.words in QGuiApplication.clipboard().text()


def test_the_page_of_a_reason_is_shown_at_the_passage_that_gives_it(
    qtbot, library, make_view, own_report
):
    library.statistics.keep((dataset(),), [*values(period=Y2015), *values(period=Y2016)])
    sections = tuple(
        Section(
            id=name, kind="annex", title=title, level=1, parent=None, page=page,
            blocks=(Block(id=f"{name}.1", kind="paragraph", page=page, text=text),),
        )
        for name, title, page, text in (
            ("groups", "Organised crime groups", 64, "Forces were told to stop archiving groups."),
            ("satisfaction", "Satisfaction", 65, "Forces ask victims."),
            ("figure-4", "Figure 4", 65, "Rests on other data."),
        )
    )  # fmt: skip
    report = msgspec.structs.replace(
        own_report, id="leicestershire-effectiveness-2016", sections=sections
    )
    view = make_view(report)
    choose(view, measure="organised_crime_groups", unit="per_million_population", show="trend")
    with qtbot.waitSignal(view.place_wished) as wished:
        view.stage.refusal.page_button.click()
    assert wished.args == [anchors.block("groups.1")]


def test_similar_forces_are_offered_where_a_table_names_them(make_view, library):
    view = make_view()
    assert view.controls.forces.button("similar").isHidden()

    library.statistics.keep([dataset()], [group()])
    view.reload()

    button = view.controls.forces.button("similar")
    assert not button.isHidden()
    assert button.text() == "Most similar forces (3)"
    button.click()
    assert view.selection.forces == "similar"


# ---------------------------------------------------------------- caveats in short


def test_caveats_below_what_is_seen_are_said_in_short_above_the_buttons(view, qapp):
    side = view.side
    caveats = view.found.chart.caveats
    qapp.processEvents()
    assert side.brief.isVisible()
    assert f"Read all {len(caveats)} caveats" in side.brief.link.text()
    beginnings = [line.text() for line in side.brief.findChildren(QLabel)][:2]
    assert all(text.startswith("⚠ ") and text.endswith("…") for text in beginnings)
    names = [line.accessibleName() for line in side.brief.findChildren(QLabel)][:2]
    assert names == [one.words for one in caveats[:2]]
    assert not side.caveats.isVisible()  # half of them, cut, would only repeat the short ones

    side.brief.link.linkActivated.emit("caveats")
    qapp.processEvents()

    top = side.caveats.mapTo(side._scroll.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= side._scroll.viewport().height() - side.caveats.height()
    assert side.caveats.isVisible()
    assert not side.brief.isVisible()


@pytest.mark.parametrize("height", range(600, 1200, 37))
def test_where_caveats_are_in_short_no_room_is_kept_for_them(view, qapp, height):
    view.resize(1280, height)
    for sort in ("name", "value", "name"):
        choose(view, sort=sort)
        for _ in range(3):
            qapp.processEvents()

        side = view.side
        shown = [one for one in (side.map, side.card, side.caveats) if one.isVisible()]
        bottom = max(one.geometry().bottom() for one in shown)
        assert side.source.geometry().top() - bottom <= side._rows.spacing() + 1
        assert side.brief.isVisible() != side.caveats.isVisible()


def test_the_caveats_of_another_comparison_are_in_short_again(view, qapp):
    qapp.processEvents()
    view.side.brief.link.linkActivated.emit("caveats")
    qapp.processEvents()

    choose(view, sort="name")
    qapp.processEvents()

    assert view.side.brief.isVisible()
    assert not view.side.caveats.isVisible()


def test_caveats_that_are_seen_whole_are_not_said_twice(view, qapp):
    view.resize(1280, 1400)
    qapp.processEvents()

    assert not view.side.brief.isVisible()
    assert view.side.caveats.isVisible()
