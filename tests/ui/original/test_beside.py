import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from peelviewer.library import Library
from peelviewer.ui.actions import ActionId
from peelviewer.ui.read import anchors
from tests.builders import sample_report


@pytest.fixture
def pdf_window(make_window, tmp_path, drawer):
    """A window over a report that was read from a (pretended) PDF."""
    file = tmp_path / "northshire.pdf"
    file.write_bytes(b"%PDF-1.7 pretended")
    with Library.open(tmp_path / "library", digests=tmp_path / "none") as library:
        library.keep(sample_report(), file)
        window = make_window(library)
        window.provenance.original._draw = drawer
        window.show()
        yield window
        window.close()


def toggle(window):
    window.commands.action[ActionId.SHOW_ORIGINAL].trigger()


def test_the_original_opens_at_the_place_that_is_read(pdf_window):
    pdf_window.navigator.go(anchors.section("investigating"))
    toggle(pdf_window)
    assert pdf_window.provenance.original.pane.pages.sheet == 8
    assert pdf_window.provenance.original.pane.pages.page.lit == ()


def test_it_follows_the_reading(qtbot, pdf_window):
    toggle(pdf_window)
    pdf_window.navigator.go(anchors.section("annex-a"))
    qtbot.waitUntil(lambda: pdf_window.provenance.original.pane.pages.sheet == 11)


def test_f6_goes_from_the_text_to_the_original_and_on(qtbot, pdf_window, qapp):
    toggle(pdf_window)
    pdf_window.activateWindow()
    qtbot.waitUntil(lambda: pdf_window.isActiveWindow() and pdf_window.read_view.text.isVisible())
    pdf_window.desk.contents.tree.setFocus()

    def entered(by):
        pdf_window.panes.step(by)
        return qapp.focusWidget()

    text, original = pdf_window.read_view.text, pdf_window.provenance.original.pane
    assert entered(1) is text
    assert original.isAncestorOf(entered(1))
    pdf_window.messages.notice("a.pdf is in the library already.")
    assert pdf_window.messages.isAncestorOf(entered(1))
    assert pdf_window.header.isAncestorOf(entered(1))
    assert pdf_window.messages.isAncestorOf(entered(-1))
    assert original.isAncestorOf(entered(-1))
    assert entered(-1) is text


def test_any_block_can_be_shown_in_it(pdf_window):
    text = pdf_window.read_view.text
    pdf_window.navigator.go(anchors.section("overview"))
    menu = text.context_menu(text.viewport().rect().topLeft())
    action = next(a for a in menu.actions() if a.text() == "Show in original")
    action.trigger()
    assert pdf_window.provenance.original.is_shown
    assert pdf_window.provenance.original.pane.pages.page.lit
    menu.close()


def test_a_measures_words_are_lit_up_in_it(pdf_window, drawer):
    measure = pdf_window.navigator.report.measures[3]
    pdf_window.desk.measures.original_requested.emit(measure.block, 3)
    assert ("places:find_words", 8, measure.passage) in drawer.asked


def test_the_measures_make_room_and_come_back(pdf_window):
    assert pdf_window.desk.measures.isVisible()
    toggle(pdf_window)
    assert pdf_window.desk.measures.isHidden()
    assert pdf_window.commands.action[ActionId.SHOW_ORIGINAL].isChecked()
    pdf_window.provenance.original.pane.close_button.click()
    assert not pdf_window.provenance.original.is_shown
    assert pdf_window.desk.measures.isVisible()
    assert not pdf_window.commands.action[ActionId.SHOW_ORIGINAL].isChecked()


def test_measures_that_are_wanted_again_take_their_room_back(pdf_window):
    toggle(pdf_window)
    pdf_window.commands.action[ActionId.SHOW_MEASURES].trigger()
    assert pdf_window.desk.measures.isVisible()
    assert not pdf_window.provenance.original.is_shown
    assert not pdf_window.commands.action[ActionId.SHOW_ORIGINAL].isChecked()
    assert pdf_window.commands.action[ActionId.SHOW_MEASURES].isChecked()


def test_the_menu_of_the_keyboard_is_about_what_is_read_where_the_cursor_is_out_of_view(
    qtbot, pdf_window, monkeypatch
):
    text = pdf_window.read_view.text
    pdf_window.navigator.go(anchors.section("annex-a"))
    asked = []
    monkeypatch.setattr(text, "context_menu", lambda at: asked.append(at) or QMenu(text))
    above = text.viewport().mapToGlobal(QPoint(40, -2000))  # where the text's cursor is
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, text.mapFromGlobal(above), above)

    text.contextMenuEvent(menu)

    assert text.viewport().rect().contains(asked[0])
    for shown in text.findChildren(QMenu):
        shown.close()


def test_a_report_without_a_file_says_so(window):
    toggle(window)
    assert "no original" in window.provenance.original.pane.empty.accessibleName()
    window.open_report("northshire-effectiveness-2016")


def test_a_file_that_is_there_already_is_shown_and_can_be_reviewed_again(
    pdf_window, tmp_path, monkeypatch
):
    from peelviewer.reading.fence import Outcome

    monkeypatch.setattr(
        "peelviewer.reading.fence.read_many",
        lambda paths, progress: (Outcome(path, sample_report(), None) for path in paths),
    )
    pdf_window.intake.reports.import_files([tmp_path / "northshire.pdf"])
    banner = pdf_window.messages.banners()[0]
    assert banner.text == "northshire.pdf is in the library already."
    assert pdf_window.intake.reports.dialog is None
    pdf_window.intake.reports.import_files([tmp_path / "northshire.pdf"], again=True)
    assert pdf_window.intake.reports.dialog.drafts()[0].path.name == "northshire.pdf"
    pdf_window.intake.reports.dialog.reject()


def test_what_could_not_be_kept_is_given_back(pdf_window, tmp_path, monkeypatch):
    from peelviewer.errors import LibraryError
    from peelviewer.ui.review.draft import Draft

    def refuse(*_):
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(Library, "keep", refuse)
    draft = Draft(path=tmp_path / "northshire.pdf", as_read=sample_report())
    pdf_window.intake.reports.review([draft]).keep.click()
    assert pdf_window.messages.banners()[0].text == "The disk is full."
    assert pdf_window.intake.reports.dialog.drafts() == (draft,)
    pdf_window.intake.reports.dialog.reject()
