from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent

from peelviewer.reading import read
from peelviewer.ui import theme
from peelviewer.ui.entries.entry import Place
from peelviewer.ui.original.pane import OriginalPane
from peelviewer.ui.tasks import InlineTasks
from tests.builders import sample_report
from tests.reading.vintages.volumes import legitimacy_2016, one_line

PDF = Path("northshire.pdf")


@pytest.fixture
def pane(qtbot, drawer) -> OriginalPane:
    pane = OriginalPane(theme.LIGHT, InlineTasks(), draw=drawer)
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    pane.show()
    return pane


def test_without_a_file_it_says_so(pane):
    assert pane.empty.isVisibleTo(pane)
    assert not pane.next.isVisibleTo(pane)


def test_a_digest_says_what_to_do_to_see_the_original(pane):
    digest = msgspec.structs.replace(sample_report(), edition="digest")
    pane.show_source(None, digest)
    assert "Import your own copy" in pane.empty.accessibleName()
    pane.show_source(None, sample_report())
    assert "not in the library any more" in pane.empty.accessibleName()


def test_a_place_is_shown_on_its_page_and_lit_up(pane, drawer):
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(block="investigating.2", page=8))
    assert pane.pages.sheet == 8
    assert pane.title.text() == "Page 8 of 12, as published"
    assert [round(box.y(), 2) for box in pane.pages.page.lit] == [0.5]
    assert ("places:find_words", 8, sample_report().blocks_by_id["investigating.2"].text) in (
        drawer.asked
    )
    assert pane.pages.verticalScrollBar().value() > 0


def test_following_the_reading_lights_up_nothing(pane):
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(section="overview", page=5), light=False)
    assert pane.pages.sheet == 5
    assert pane.pages.page.lit == ()


def test_pages_are_turned_by_buttons_keys_and_wheel(qtbot, pane):
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(page=1), light=False)
    assert not pane.previous.isEnabled()
    pane.next.click()
    assert pane.pages.sheet == 2
    bar = pane.pages.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.keyClick(pane.pages, Qt.Key.Key_PageDown)
    assert (pane.pages.sheet, bar.value()) == (3, 0)
    turn(pane, up=True)
    assert (pane.pages.sheet, bar.value()) == (2, bar.maximum())
    qtbot.keyClick(pane.pages, Qt.Key.Key_End)
    assert pane.pages.sheet == 12
    assert not pane.next.isEnabled()


def test_zoom_is_kept_within_bounds(pane):
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(page=1), light=False)
    width = pane.pages.page.width()
    pane.larger.click()
    assert pane.pages.page.width() == pytest.approx(width * 1.25, abs=2)
    for _ in range(20):
        pane.smaller.click()
    assert pane.pages.zoom == 50
    turn(pane, up=True, keys=Qt.KeyboardModifier.ControlModifier)
    assert pane.pages.zoom == 67
    pane.fit.click()
    assert pane.pages.page.width() == width


def test_no_button_leads_beyond_the_bounds_of_zoom(pane):
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(page=1), light=False)
    pane.pages.set_zoom(300)
    assert (pane.smaller.isEnabled(), pane.larger.isEnabled()) == (True, False)
    pane.pages.set_zoom(50)
    assert (pane.smaller.isEnabled(), pane.larger.isEnabled()) == (False, True)


def test_a_place_at_the_right_of_a_large_page_is_in_view(pane, drawer):
    drawer.box = [0.8, 0.1, 0.1, 0.02]
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(page=1), light=False)
    pane.pages.set_zoom(300)
    pane.go_to(Place(block="investigating.2", page=8))
    left = pane.pages.horizontalScrollBar().value()
    seen = range(left, left + pane.pages.viewport().width())
    width = pane.pages.page.width()
    assert round(0.8 * width) in seen
    assert round(0.9 * width) in seen


def test_a_page_is_a_named_text_for_those_who_hear_it(pane):
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(page=8))
    page = QAccessible.queryAccessibleInterface(pane.pages.page)
    assert page.role() == QAccessible.Role.StaticText
    assert page.text(QAccessible.Text.Name) == "Page 8 as published"
    assert sample_report().blocks_by_id["investigating.2"].text in (
        page.text(QAccessible.Text.Description)
    )


def test_a_page_that_cannot_be_drawn_says_why(pane, drawer):
    drawer.broken = True
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(page=2))
    assert pane.pages.page.sentence == (
        "This page cannot be shown. northshire.pdf cannot be drawn."
    )


def test_a_text_shows_the_line_of_the_place(pane, tmp_path):
    path = tmp_path / "northshire.md"
    path.write_text("# Overview\n\nNorthshire Police is good at most of what was looked at.\n")
    pane.show_source(path, sample_report())
    pane.go_to(Place(block="overview.2"))
    assert pane.text.textCursor().blockNumber() == 2
    assert len(pane.text.extraSelections()) == 1
    pane.go_to(Place(section="overview"), light=False)
    assert pane.text.textCursor().blockNumber() == 0
    assert pane.text.extraSelections() == []


def test_what_has_no_place_puts_the_light_out(pane, tmp_path):
    pane.show_source(PDF, sample_report())
    for darken in (pane.put_out, lambda: pane.go_to(Place(words="DRAFT FOR COMMENT"))):
        pane.go_to(Place(block="investigating.2", page=8))
        assert pane.pages.page.lit
        darken()
        assert (pane.pages.sheet, pane.pages.page.lit) == (8, ())


def test_what_has_no_line_puts_the_light_out(pane, tmp_path):
    path = tmp_path / "northshire.md"
    path.write_text("# Overview\n\nDRAFT FOR COMMENT\n")
    pane.show_source(path, sample_report())
    pane.go_to(Place(words="DRAFT FOR COMMENT"))
    assert pane.text.textCursor().blockNumber() == 2
    assert len(pane.text.extraSelections()) == 1
    pane.go_to(Place(words="helicopters over Northshire"))
    assert pane.text.extraSelections() == []


def test_a_text_that_is_gone_is_a_sentence(pane, tmp_path):
    pane.show_source(tmp_path / "gone.md", sample_report())
    assert "does not exist" in pane.empty.accessibleName()


def test_it_can_be_closed_and_takes_the_dark_theme(qtbot, pane):
    pane.show_source(PDF, sample_report())
    pane.go_to(Place(page=1))
    pane.set_theme(theme.DARK)
    assert not pane.grab().isNull()
    with qtbot.waitSignal(pane.closed):
        pane.close_button.click()


def turn(pane, *, up: bool, keys=Qt.KeyboardModifier.NoModifier) -> None:
    spot = QPointF(pane.pages.viewport().rect().center())
    event = QWheelEvent(
        spot, pane.pages.viewport().mapToGlobal(spot), QPoint(), QPoint(0, 120 if up else -120),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    pane.pages.wheelEvent(event)


def test_a_text_that_is_one_line_is_shown_in_the_lines_it_was_read_in(pane, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(one_line(legitimacy_2016()), "utf-8")
    report = read(path)
    section = report.sections[2]

    pane.show_source(path, report)
    pane.go_to(Place(section=section.id))

    assert pane.text.textCursor().block().text() == section.title
