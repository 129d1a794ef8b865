"""The text pane: what it shows before the first paint, and where it stands after it."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from peelviewer.model.report import Block, Mark
from peelviewer.ui import theme
from peelviewer.ui.read import anchors
from peelviewer.ui.read.link_places import links_from
from peelviewer.ui.read.links import LinkKind
from peelviewer.ui.read.text_pane import TextPane


@pytest.fixture
def pane(qtbot):
    pane = TextPane(theme.LIGHT)
    qtbot.addWidget(pane)
    pane.resize(500, 300)
    return pane


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (anchors.section("investigating/outcomes"), "investigating"),
        (anchors.block("preventing/how-much-crime.4"), "preventing"),
        (anchors.section("introduction"), "introduction"),
    ],
)
def test_a_glance_begins_with_the_chapter_of_its_place(pane, sample_report, place, shown):
    pane.glance_at(sample_report, place)

    assert pane.reading.sections()[0] == shown
    assert pane.reading.go_to(place)


def test_the_whole_report_follows_at_the_same_place(pane, sample_report):
    place = anchors.section("investigating/outcomes")
    pane.glance_at(sample_report, place)
    pane.reading.go_to(place)

    pane.complete()

    assert pane.reading.sections()[0] == "introduction"
    assert "Rates are made from" in pane.toPlainText()
    assert pane.reading.place() == place


def test_a_glance_at_a_footnote_shows_the_whole_report(pane, sample_report):
    pane.glance_at(sample_report, anchors.note(1))

    assert "Rates are made from" in pane.toPlainText()


def test_another_report_ends_the_glance(pane, sample_report, sample_digest):
    pane.glance_at(sample_report, anchors.section("preventing"))
    pane.show_report(sample_digest)

    pane.complete()

    assert "import your copy" in pane.toPlainText()


@pytest.fixture
def long_report(sample_report):
    """The sample with a long chapter, so that there is somewhere to scroll to."""
    chapters = sample_report.sections
    blocks = tuple(
        Block(
            id=f"introduction.{number}",
            kind="paragraph",
            text=f"Paragraph {number} of many, with enough words in it to fill a line or two. " * 3,
            page=3,
        )
        for number in range(2, 60)
    )
    call = Mark(kind="footnote", start=9, end=9, target="1")
    blocks = tuple(
        msgspec.structs.replace(block, footnotes=(1,), marks=(call,))
        if number in (9, 30)
        else block
        for number, block in enumerate(blocks)
    )
    first = msgspec.structs.replace(chapters[0], blocks=(chapters[0].blocks[0], *blocks))
    return msgspec.structs.replace(sample_report, sections=(first, *chapters[1:]))


def is_at_top(pane, name: str) -> bool:
    position = pane._index.position(name)
    return abs(pane.in_view.position_at(30) - position) < 200


@pytest.mark.parametrize("number", [20, 40, 55])
def test_the_place_is_kept_from_before_the_first_paint_until_the_pane_is_complete(
    qtbot, pane, long_report, number
):
    place = anchors.block(f"introduction.{number}")
    pane.glance_at(long_report, place)
    pane.reading.go_to(place)

    pane.show()
    qtbot.waitExposed(pane)
    pane.resize(620, 420)
    assert pane.reading.place() == place
    assert is_at_top(pane, place)

    pane.complete()
    QApplication.processEvents()
    assert pane.reading.place() == place
    assert is_at_top(pane, place)
    pane.resize(620, 300)
    assert pane.reading.place() == place


def test_scrolling_leaves_the_place_that_was_asked_for(pane, long_report):
    pane.show_report(long_report)
    pane.show()
    pane.reading.go_to(anchors.block("introduction.20"))

    pane.verticalScrollBar().setValue(0)

    assert pane.reading.place() != anchors.block("introduction.20")


def test_what_stands_above_the_first_section_is_seen_at_its_beginning(qtbot, pane, sample_digest):
    pane.show_report(sample_digest)
    pane.complete()
    pane.show()
    pane.reading.go_to(anchors.section(sample_digest.sections[-1].id))
    pane.reading.go_to(anchors.section(sample_digest.sections[0].id))
    assert pane.verticalScrollBar().value() == 0
    assert pane.reading.place() == anchors.section(sample_digest.sections[0].id)


def test_a_badge_is_round_all_its_words_where_the_pane_is_narrow(pane, sample_report):
    pane.resize(170, 500)
    pane.show_report(sample_report)
    pane.complete()
    pane.show()
    pane.document().size()  # lays everything out
    number = next(one for one, grade in pane._index.pills.items() if grade.startswith("requires"))
    block = pane.document().findBlockByNumber(number)
    words = pane.document().documentLayout().blockBoundingRect(block)

    assert block.layout().lineCount() > 1
    area = pane._underlay.pill_area(block, 1.0)
    assert area.top() < words.top()
    assert area.bottom() > words.bottom()


def test_boxes_and_marks_are_in_the_first_picture(qtbot, pane, sample_report):
    section = sample_report.measures[-1].section
    pane.glance_at(sample_report, anchors.section(section))
    pane.show()
    first = pane.grab().toImage()
    pane._underlay = None
    assert pane.grab().toImage() != first


@pytest.fixture
def shown(qtbot, pane, sample_report):
    pane.resize(700, 500)
    pane.show_report(sample_report)
    pane.complete()
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.mark.parametrize("forwards", [True, False])
def test_tab_visits_the_links_in_view_and_then_leaves(qtbot, sample_report, forwards):
    holder = QWidget()
    qtbot.addWidget(holder)
    shown = TextPane(theme.LIGHT, holder)
    shown.resize(700, 500)
    shown.show_report(sample_report)
    shown.complete()
    before, after = QLineEdit(holder), QLineEdit(holder)
    for widget in (before, shown, after):
        widget.show()
    QWidget.setTabOrder(before, shown)
    QWidget.setTabOrder(shown, after)
    holder.show()
    qtbot.waitExposed(holder)
    shown.reading.go_to(anchors.section("investigating/outcomes"))
    top = shown.verticalScrollBar().value()
    shown.setFocus()
    reached = []
    shown.link_pointed.connect(lambda link, _: reached.append(link))

    key = Qt.Key.Key_Tab if forwards else Qt.Key.Key_Backtab
    for _ in range(200):
        qtbot.keyClick(shown, key)
        if holder.focusWidget() is not shown:
            break

    assert holder.focusWidget() is (after if forwards else before)
    assert shown.verticalScrollBar().value() == top
    seen = [place.link for place in shown._walk._links_in_view()]
    assert len(seen) > 1
    assert reached == [*(seen if forwards else reversed(seen)), None]


def test_footnotes_are_sought_from_what_is_read(qtbot, pane, long_report):
    pane.show_report(long_report)
    pane.complete()
    pane.show()
    qtbot.waitExposed(pane)
    places = links_from(pane.document(), 0)
    calls = [place for place in places if place.link.kind is LinkKind.NOTE]
    assert len(calls) == 3

    pane.reading.go_to(anchors.block("introduction.25"))
    pane.focus_note(1)
    assert pane._walk._focused_place() == calls[2]
    pane.focus_note(-1)
    assert pane._walk._focused_place() == calls[1]

    pane.reading.go_to(anchors.block("introduction.55"))
    pane.focus_note(-1)
    assert pane._walk._focused_place() == calls[2]


def test_what_is_in_view_is_lit_without_scrolling(shown):
    name = anchors.block("investigating/outcomes.1")
    shown.reading.go_to(name)
    assert shown.shows(name, None, 3)
    top = shown.verticalScrollBar().value()

    shown.flash(name, "12.9 percent", 3)

    assert shown.verticalScrollBar().value() == top
    lit = [selection.cursor.selectedText() for selection in shown.extraSelections()]
    assert lit == ["10.4 percent", "12.9 percent"]


def test_what_is_out_of_view_is_brought_to_a_third_of_the_height(pane, long_report):
    pane.show_report(long_report)
    pane.complete()
    pane.show()
    name = anchors.block("introduction.40")
    assert not pane.shows(name)

    pane.flash(name)

    assert pane.shows(name)
    (lit,) = pane.extraSelections()
    assert pane.cursorRect(lit.cursor).bottom() > pane.viewport().height() / 4


def test_enter_follows_the_link_that_has_the_focus(qtbot, shown):
    qtbot.keyClick(shown, Qt.Key.Key_Tab)
    focused = shown._walk._focused_place()

    with qtbot.waitSignal(shown.link_activated) as activated:
        qtbot.keyClick(shown, Qt.Key.Key_Return)

    assert activated.args == [focused.link]
