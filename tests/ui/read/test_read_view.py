import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QWheelEvent

from peelviewer.ui import theme
from peelviewer.ui.read import anchors
from peelviewer.ui.read.links import Link, LinkKind
from peelviewer.ui.read.read_view import ReadView


@pytest.fixture
def view(qtbot, sample_report) -> ReadView:
    view = ReadView(theme.LIGHT, 100)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_report(sample_report)
    return view


def activate(view, kind, target):
    view.text.anchorClicked.emit(QUrl(Link(kind, target).address()))


def test_without_a_report_it_says_what_to_do(qtbot, view):
    view.show_report(None)
    assert not view.empty.isHidden()
    with qtbot.waitSignal(view.import_wished):
        view.empty.button.click()


def test_nothing_outside_the_document_is_ever_loaded(view):
    assert view.text.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert not view.text.openLinks()


def test_going_to_a_section_says_that_it_is_read(qtbot, view):
    with qtbot.waitSignal(view.section_reached) as reached:
        assert view.go_to_section("investigating/outcomes")
    assert reached.args == ["investigating/outcomes"]
    assert view.text.reading.section() == "investigating/outcomes"


def test_the_last_short_section_can_be_reached_too(view):
    view.go_to_section("annex-a")
    assert view.text.reading.section() == "annex-a"


def test_a_place_that_is_not_there_leaves_the_view_where_it_is(view):
    assert not view.go_to("block:nowhere.1")


def test_the_page_follows_the_section_that_is_read(view):
    view.go_to_section("investigating")
    assert view.text.reading.page() == 8


def test_a_passage_lights_up_for_a_moment(qtbot, view):
    name = anchors.block("investigating/outcomes.1")
    view.go_to(name)
    view.text.flash(name, "12.9 percent")
    lit = [selection.cursor.selectedText() for selection in view.text.extraSelections()]
    assert lit == ["12.9 percent"]
    qtbot.waitUntil(lambda: view.text.extraSelections() == [], timeout=4000)


@pytest.mark.parametrize(
    ("kind", "target", "signal", "arguments"),
    [
        (LinkKind.MEASURE, "3", "measure_activated", [3]),
        (LinkKind.FIGURE, "2", "figure_activated", [2]),
        (LinkKind.WEB, "www.example.org", "web_activated", ["www.example.org"]),
        (LinkKind.NOTE, "1", "place_wished", ["note:1"]),
        (LinkKind.SECTION, "annex-a", "place_wished", ["section:annex-a"]),
        (LinkKind.IMPORT, "file", "import_wished", []),
    ],
)
def test_links_lead_to_what_they_name(qtbot, view, kind, target, signal, arguments):
    with qtbot.waitSignal(getattr(view, signal)) as activated:
        activate(view, kind, target)
    assert activated.args == arguments


def test_a_foreign_link_does_nothing(qtbot, view):
    with qtbot.assertNotEmitted(view.text.link_activated):
        view.text.anchorClicked.emit(QUrl("file:///etc/passwd"))


def test_a_footnote_can_be_read_with_the_keyboard_and_its_card_goes_with_esc(qtbot, view):
    view.show()
    view.step_note(1)
    assert view.card.isVisibleTo(view)
    assert "two lines together" in view.card.text.text()
    qtbot.keyClick(view.text, Qt.Key.Key_Escape)
    assert not view.card.isVisibleTo(view)


def test_tab_moves_over_the_links(qtbot, view):
    view.show()
    view.text.setFocus()
    reached = []
    view.text.link_pointed.connect(lambda link, _: reached.append(link))
    for _ in range(3):
        view.text.focusNextPrevChild(True)
    assert reached == [
        Link(LinkKind.NOTE, "1"),
        Link(LinkKind.SECTION, "annex-a"),
        Link(LinkKind.MEASURE, "0"),
    ]


def test_find_counts_and_goes_round(view):
    view.show()
    view.open_find_bar()
    view.find_bar.field.setText("Northshire")
    view.find_bar.search()
    total = view.text.toPlainText().count("Northshire")
    assert view.find_bar.count.text() == f"1 of {total}"
    view.find_previous()
    assert view.find_bar.count.text() == f"{total} of {total}"
    view.find_next()
    assert view.find_bar.count.text() == f"1 of {total}"


def test_what_is_not_there_is_said_to_be_not_found(view):
    view.show()
    view.open_find_bar()
    view.find_bar.field.setText("helicopter")
    view.find_bar.search()
    assert view.find_bar.count.text() == "Not found"
    assert not view.find_bar.next.isEnabled()


def test_closing_the_find_bar_takes_the_marks_away(qtbot, view):
    view.show()
    view.open_find_bar()
    view.find_bar.field.setText("crime")
    view.find_bar.search()
    assert view.text.extraSelections()
    qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Escape)
    assert view.find_bar.isHidden()
    assert view.text.extraSelections() == []


@pytest.mark.parametrize("zoom", [50, 100, 200])
def test_another_size_or_theme_keeps_the_place(view, zoom):
    view.go_to_section("investigating/outcomes")
    view.set_look(theme.DARK, zoom)
    assert view.text.reading.place() == anchors.section("investigating/outcomes")


def test_the_wheel_with_ctrl_asks_for_another_size(qtbot, view):
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.text.zoom_wished) as wished:
        view.text.wheelEvent(event)
    assert wished.args == [1]


def test_the_mouse_has_back_and_forward_buttons(qtbot, view):
    with qtbot.waitSignal(view.text.history_wished) as wished:
        qtbot.mouseClick(view.text.viewport(), Qt.MouseButton.BackButton)
    assert wished.args == [-1]


def test_every_box_and_badge_is_known_to_the_painter(view, sample_report):
    kinds = [kind for _, _, kind, _ in view.text._index.boxes]
    assert kinds.count("action") == len(sample_report.actions)
    assert kinds.count("picture") == 1
    # Two chapters and three summary or overview blocks carry a badge.
    assert sorted(view.text._index.pills.values()) == [
        "good", "good", "good", "requires improvement", "requires improvement",
    ]  # fmt: skip


def test_a_report_without_sections_is_shown_empty(view, sample_report):
    bare = msgspec.structs.replace(
        sample_report, sections=(), figures=(), judgments=(), measures=(), actions=(),
        footnotes=(), inconsistencies=(),
    )  # fmt: skip
    view.show_report(bare)
    assert view.text.reading.section() is None


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_large_text_needs_no_sideways_scrolling(view, sample_report, zoom):
    address = "www.example.org/" + "a-very-long-address-without-a-break" * 8
    first, *others = sample_report.sections
    block = msgspec.structs.replace(first.blocks[0], text=address, marks=())
    first = msgspec.structs.replace(first, blocks=(block,))
    view.show_report(msgspec.structs.replace(sample_report, sections=(first, *others)))
    view.set_look(theme.LIGHT, zoom)
    view.show()
    assert view.text.horizontalScrollBar().maximum() <= 2  # what tables round up
