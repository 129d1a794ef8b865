import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QScrollArea

from peelviewer.charts.spec import judgments_chart, ranked_chart, tile_chart
from peelviewer.charts.style import DARK, LIGHT
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.plot import ChartView
from tests.charts import many


@pytest.fixture
def view(qtbot):
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(360, 600)
    return made


@pytest.fixture
def shown(view, charts, qtbot):
    view.set_chart(charts["fig01"])
    view.show()
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    return view


def middle_of_bar(view, number):
    layout = view._laid_out(view.width())
    bar = layout.bars[number]
    x = layout.plot.x - layout.plot.low + bar.length / 2
    return QPoint(round(x), round(bar.y + bar.height / 2))


def test_without_a_chart_the_view_says_what_to_do(view):
    assert "Choose a measure" in view.accessibleDescription()
    assert view.current is None
    assert not view.grab().isNull()


def test_a_screen_reader_gets_headline_and_alternative_text(view, charts):
    view.set_chart(charts["fig01"])

    assert charts["fig01"].headline in view.accessibleName()
    assert view.accessibleDescription() == charts["fig01"].description


def test_the_focus_marks_the_first_bar(shown):
    assert shown.current == (0, 0)
    assert shown.readout.startswith("Northshire Police: 51.0. Recorded crime")


def test_arrows_move_over_all_bars_and_stop_at_the_ends(shown, qtbot):
    seen = [shown.current]
    for _ in range(7):
        qtbot.keyClick(shown, Qt.Key.Key_Down)
        seen.append(shown.current)

    assert seen == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1), (2, 1), (2, 1)]
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.current == (2, 0)
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.current == (0, 0)
    qtbot.keyClick(shown, Qt.Key.Key_End)
    assert shown.current == (2, 1)


def test_each_move_says_on_which_row_it_is(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_Down)

    with qtbot.waitSignal(shown.row_hovered) as said:
        qtbot.keyClick(shown, Qt.Key.Key_Down)

    assert said.args == [1]


def test_enter_activates_the_marked_row(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_End)

    with qtbot.waitSignal(shown.row_activated) as said:
        qtbot.keyClick(shown, Qt.Key.Key_Return)

    assert said.args == [2]


def test_a_click_activates_the_row_under_the_pointer(shown, qtbot):
    with qtbot.waitSignal(shown.row_activated) as said:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=middle_of_bar(shown, 2))

    assert said.args == [1]


def test_the_card_tells_value_unit_period_difference_and_caveats(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_End)

    for words in (
        "England and Wales: 8.1",
        "Burglary in a dwelling",
        "per 1,000 households, 12 months to 30 June 2016",
        "Difference from England and Wales: +2.1",
        "1 more caveat",
        "p. 6",
    ):
        assert words in shown.readout


def test_escape_dismisses_the_card_and_keeps_the_mark(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_Escape)

    assert shown.readout == ""
    assert shown.current == (0, 0)


def test_a_missing_value_is_read_out_with_its_reason(view, charts, qtbot):
    view.set_chart(charts["measure-organised_crime_groups-2016-07-01"])
    qtbot.keyClick(view, Qt.Key.Key_Home)

    assert "no value (the force did not supply it)" in view.readout


def test_leaving_takes_the_mark_away(shown, qtbot):
    with qtbot.waitSignal(shown.row_hovered) as said:
        shown.clearFocus()

    assert said.args == [-1]
    assert shown.current is None


def test_another_chart_begins_at_its_first_bar_and_a_statement_has_none(shown, charts, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_End)

    shown.set_chart(charts["profile"])
    assert shown.current == (0, 0)

    shown.set_chart(charts["fig05"])
    assert shown.current is None
    assert shown.readout == ""


def test_the_wheel_is_left_to_the_page(view, charts, qapp):
    view.set_chart(charts["fig01"])
    event = QWheelEvent(
        QPointF(20, 20),
        QPointF(20, 20),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.setAccepted(True)

    qapp.sendEvent(view, event)

    assert not event.isAccepted()


@pytest.mark.parametrize(("dark", "look"), [(False, LIGHT), (True, DARK)])
def test_bars_follow_the_theme(view, charts, dark, look):
    view.set_dark(dark)
    view.set_chart(charts["fig01"])
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()

    for number in (0, 1):
        point = middle_of_bar(view, number) * ratio
        assert image.pixelColor(point) == QColor(look.fill(number))


@pytest.mark.parametrize("name", ["profile", "fig04", "fig05"])
def test_a_narrower_chart_is_taller_and_asks_for_its_height(view, charts, name):
    view.set_chart(charts[name])

    assert view.hasHeightForWidth()
    assert view.heightForWidth(300) > view.heightForWidth(700)
    assert view.minimumSizeHint().height() == view.heightForWidth(360)


def test_larger_text_needs_more_height(view, charts):
    view.set_chart(charts["fig01"])
    usual = view.heightForWidth(560)

    view.set_zoom(2.0)

    assert view.heightForWidth(560) > 2 * usual


@pytest.mark.parametrize("width", [260, 360, 401, 900])
def test_enlarged_a_chart_is_as_wide_as_its_place_and_needs_no_sideways_scrolling(
    view, charts, width
):
    view.set_chart(charts["fig01"])
    view.set_zoom(2.0)
    view.resize(width, view.heightForWidth(width))

    assert view.minimumSizeHint().width() <= width
    painted = view.grab().toImage()
    right = [painted.pixelColor(painted.width() - 1, y).name() for y in range(painted.height())]
    assert set(right) <= {painted.pixelColor(0, 0).name()}  # nothing is cut at the edge
    assert view.heightForWidth(width) > 1.05 * lay_out(charts["fig01"], width, 4.0).height


def test_in_a_scroll_area_the_whole_chart_has_room(charts, qtbot):
    area = QScrollArea()
    qtbot.addWidget(area)
    view = ChartView()
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(360, 200)
    view.set_chart(charts["fig04"])
    area.show()

    qtbot.waitUntil(lambda: view.height() >= view.heightForWidth(view.width()))
    assert view.width() <= area.viewport().width()


def test_there_is_no_menu_of_the_drawing_library(shown):
    assert shown.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu
    assert not shown.findChildren(object, "ViewBoxMenu")
    assert not shown.children()


# ---------------------------------------------------------------- many forces


@pytest.fixture
def of_forces(qtbot):
    def show(chart):
        view = ChartView()
        qtbot.addWidget(view)
        view.resize(720, 1100)
        view.set_chart(chart)
        view.show()
        view.activateWindow()
        view.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(view.hasFocus)
        return view

    return show


def ranking():
    values = many.all_forces() | {"warwickshire": 30.0}
    made = many.data(values, national=4.0, measure="asb_incidents")
    return ranked_chart(made, many.year_to(2016), own=many.OWN)


def test_the_card_of_a_force_tells_value_unit_period_rank_and_caveat(of_forces):
    view = of_forces(ranking())

    assert view.current == (0, 0)
    for words in (
        "Warwickshire Police: 30.0",
        "per 1,000 population, 12 months to 31 March 2016",
        "1st of 42 forces; one of the highest",
        "Rank 1 is the highest value",
        "Warwickshire: this force could not tell",
    ):
        assert words in view.readout


def test_the_line_of_england_and_wales_can_be_reached_too(of_forces, qtbot):
    view = of_forces(ranking())

    qtbot.keyClick(view, Qt.Key.Key_End)

    assert view.readout.startswith("England and Wales: 4.0")


def test_the_pointer_finds_a_tile_and_the_arrows_walk_on_from_it(of_forces, qtbot):
    made = many.data(many.all_forces(), national=4.0)
    view = of_forces(tile_chart(made, many.year_to(2016), own=many.OWN))
    chart = view.chart
    mark = next(m for m in view._marks() if chart.rows[m.row].area == "kent")

    qtbot.mouseMove(view, QPoint(round(mark.x + 10), round(mark.y + 10)))
    assert view.readout.startswith("Kent Police: ")
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.readout.startswith("Metropolitan Police Service: ")


def test_a_judgment_leads_to_its_section(of_forces, qtbot, sample_report):
    view = of_forces(judgments_chart(sample_report))

    with qtbot.waitSignal(view.row_activated) as caught:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert caught.args == [0]
    assert "press Enter" in view.readout
