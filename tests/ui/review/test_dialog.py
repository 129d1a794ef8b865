from collections import Counter
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, Qt

from peelviewer.model.corrections import Corrections
from peelviewer.ui import theme
from peelviewer.ui.review import questions
from peelviewer.ui.review.dialog import ReviewDialog
from peelviewer.ui.review.draft import Draft
from peelviewer.ui.tasks import InlineTasks
from tests.builders import sample_report

REPORT = sample_report()


def nothing(function, arguments, path, cancelled) -> bytes:
    return b"[]"


@pytest.fixture
def make(qtbot, monkeypatch):
    """Return a function that opens a review of files of these names."""

    monkeypatch.setattr(ReviewDialog, "confirmed", lambda *_, **__: True)

    def make(*names: str, known=None) -> ReviewDialog:
        drafts = [Draft(path=Path(name), as_read=REPORT) for name in names]
        dialog = ReviewDialog(drafts, lambda _: known, theme.LIGHT, InlineTasks, draw=nothing)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


@pytest.fixture
def dialog(make) -> ReviewDialog:
    return make("a.pdf")


def counts(dialog) -> dict[str, str]:
    rows = dialog.view.topics.rows
    return {entry.text: entry.right for row in range(rows.rowCount()) if (entry := rows.entry(row))}


def test_what_was_recognised_is_counted(dialog):
    assert counts(dialog) == {
        "Sections": "10", "Judgments": "3", "Measures": "4", "Actions": "3", "Figures": "2",
        "Footnotes": "1", "Not placed": "0", "Disagreeing": "1", "Set apart": "1",
    }  # fmt: skip


def test_what_names_the_report_is_shown(dialog):
    form = dialog.view.form
    assert form.title.text() == "PEEL: Police effectiveness 2016"
    assert form.force.currentText() == "Northshire Police"
    assert (form.pillar.currentText(), form.year.text()) == ("Effectiveness", "2016")
    assert form.force.count() == 43


def test_a_wrong_year_is_said_and_cannot_be_kept(qtbot, dialog):
    form = dialog.view.form
    form.year.clear()
    qtbot.keyClicks(form.year, "2016/19")
    assert "2018/19" in form.complaint.text()
    assert not dialog.keep.isEnabled()
    form.year.clear()
    qtbot.keyClicks(form.year, "2018/19")
    assert form.complaint.isHidden()
    assert dialog.keep.isEnabled()
    assert dialog.drafts()[0].report.id == "northshire-effectiveness-2018-19"


@pytest.mark.parametrize(
    ("typed", "identity"),
    [("Leicestershire Police", "leicestershire"), ("Isle of Reeds Police", "isle-of-reeds-police")],
)
def test_a_force_is_one_of_the_43_or_any_other(dialog, typed, identity):
    dialog.view.form.force.setEditText(typed)
    assert dialog.drafts()[0].report.force.id == identity
    assert dialog.view.undo.text() == "Undo 1 correction"


def test_a_title_that_is_emptied_is_the_one_that_was_read(qtbot, dialog):
    title = dialog.view.form.title
    title.setFocus()
    title.selectAll()
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    assert title.text() == ""
    title.editingFinished.emit()
    assert title.text() == dialog.drafts()[0].report.title == REPORT.title


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_the_forces_that_are_offered_can_be_read(qapp, make, colours):
    before = qapp.styleSheet(), qapp.palette()
    theme.apply(qapp, colours)
    dialog = make("a.pdf")
    popup = dialog.view.form.force.completer().popup()
    picture = popup.grab().toImage()
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    colour, _ = Counter(
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    ).most_common(1)[0]
    assert colour == colours.raised


def test_no_force_cannot_be_kept(dialog):
    dialog.view.form.force.setEditText(" ")
    assert not dialog.keep.isEnabled()
    assert dialog.view.form.complaint.text() == "Name the force that was inspected."
    assert dialog.view.form.force.property("invalid")


def test_a_headings_level_is_changed_by_button_and_key(qtbot, dialog):
    page = dialog.view.sections
    page.outline.choose("preventing/how-much-crime")
    page.higher.click()
    assert dialog.drafts()[0].report.sections_by_id["preventing/how-much-crime"].level == 1
    assert page.outline.current().key == "preventing/how-much-crime"
    assert page.outline.current().detail == "Level 1, read as level 2"
    assert not page.higher.isEnabled()
    qtbot.keyClick(page.outline, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert dialog.drafts()[0].count == 0


def test_a_blocks_kind_is_changed_and_what_follows_from_it(dialog):
    page = dialog.view.sections
    page.outline.choose("preventing")
    page.blocks.choose("preventing.1")
    page.kind.setCurrentIndex(page.kind.findData("action"))
    page.kind.activated.emit(page.kind.currentIndex())
    assert counts(dialog)["Actions"] == "4"
    assert page.blocks.current().detail == "Action, read as paragraph"
    dialog.view.undo.click()
    assert counts(dialog)["Actions"] == "3"
    assert dialog.view.undo.isHidden()


def test_a_finding_leads_to_its_page(dialog):
    dialog.view.topics.choose("judgments")
    dialog.view.rows.choose("investigating/2")
    assert dialog.view.original.pages.sheet == 10


def test_an_empty_list_says_so(dialog):
    dialog.view.topics.choose("unplaced")
    assert dialog.view.none.isVisibleTo(dialog)
    assert dialog.view.none.accessibleName() == "Every word of the source has its place."


def test_nothing_is_kept_before_keep(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.keep_wished):
        dialog.discard.click()
    assert not dialog.isVisible()


def test_several_files_are_gone_through_one_by_one(qtbot, make):
    dialog = make("a.pdf", "b.pdf", "c.pdf")
    kept = []
    dialog.keep_wished.connect(kept.extend)
    assert dialog.file.text() == "1 of 3 · a.pdf"
    dialog.keep.click()
    assert dialog.file.text() == "1 of 2 · b.pdf"
    dialog.files.choose("c.pdf")
    assert dialog.file.text() == "2 of 2 · c.pdf"
    dialog.discard.click()
    dialog.keep.click()
    assert [draft.path.name for draft in kept] == ["a.pdf", "b.pdf"]
    assert not dialog.isVisible()


def test_a_double_click_keeps_one_report(qtbot, make):
    dialog = make("a.pdf", "b.pdf", "c.pdf")
    kept = []
    dialog.keep_wished.connect(kept.extend)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(dialog.keep, left)
    qtbot.mouseDClick(dialog.keep, left)
    assert [draft.path.name for draft in kept] == ["a.pdf"]
    qtbot.mouseClick(dialog.keep, left)
    assert [draft.path.name for draft in kept] == ["a.pdf", "b.pdf"]


def test_all_can_be_kept_at_once(qtbot, make):
    dialog = make("a.pdf", "b.pdf")
    dialog.view.form.year.clear()
    qtbot.keyClicks(dialog.view.form.year, "2017")
    with qtbot.waitSignal(dialog.keep_wished) as kept:
        dialog.keep_all.click()
    assert len(kept.args[0]) == 2


def test_a_newer_copy_asks_with_what_it_changes(make):
    dialog = make("a.pdf", known=msgspec.structs.replace(REPORT, actions=()))
    assert dialog.keep.text() == "Replace and &keep"
    assert "1 difference" in dialog.view.note.text()
    dialog.view.topics.choose("changes")
    assert dialog.view.rows.rows.entry(1).text == "3 actions instead of 0"


def test_a_second_copy_in_the_same_import_asks_as_well(make):
    dialog = make("a.pdf", "b.pdf")
    dialog.keep.click()
    assert dialog.keep.text() == "Replace and &keep"


def test_keeping_all_asks_where_one_takes_the_place_of_another(qtbot, make, monkeypatch):
    dialog = make("a.pdf", "b.pdf")
    asked = []
    answers = iter((False, True))
    monkeypatch.setattr(
        dialog,
        "confirmed_replacing",
        lambda drafts: asked.append([draft.path.name for draft in drafts]) or next(answers),
    )
    with qtbot.assertNotEmitted(dialog.keep_wished):
        dialog.keep_all.click()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.keep_wished):
        dialog.keep_all.click()
    assert asked == [["b.pdf"], ["b.pdf"]]


def test_the_list_says_which_files_are_the_same_report(make):
    rows = make("a.pdf", "b.pdf").files.rows
    assert rows.entry(0).detail == "Northshire Police · Effectiveness 2016"
    assert rows.entry(1).detail == "The same report as a.pdf"


def test_a_year_that_is_none_stays_to_be_set_right_whatever_else_is_corrected(qtbot, dialog):
    form, page = dialog.view.form, dialog.view.sections
    form.year.setText("")
    qtbot.keyClicks(form.year, "2016/")
    page.outline.setFocus()
    page.outline.choose("preventing/how-much-crime")
    page.higher.click()
    assert form.year.text() == "2016/"
    assert not dialog.keep.isEnabled()
    dialog.view.undo.click()
    assert form.year.text() == "2016"
    assert dialog.keep.isEnabled()


def test_the_first_correction_moves_nothing(qtbot, dialog):
    before = dialog.view.splitter.mapTo(dialog, dialog.view.splitter.rect().topLeft())
    dialog.view.form.force.setEditText("Leicestershire Police")
    qtbot.waitUntil(dialog.view.undo.isVisible)
    assert dialog.view.splitter.mapTo(dialog, dialog.view.splitter.rect().topLeft()) == before


def test_of_many_reports_a_question_names_the_first(make):
    drafts = [Draft(path=Path(f"{number}.pdf"), as_read=REPORT) for number in range(10)]
    lines = questions.named(drafts).splitlines()
    assert lines[0] == "0.pdf (Northshire Police · Effectiveness 2016)"
    assert (len(lines), lines[-1]) == (9, "and 2 more")


def test_more_files_join_those_under_review(make):
    dialog = make("a.pdf")
    dialog.view.form.force.setEditText("Leicestershire Police")
    dialog.add([Draft(path=Path(name), as_read=REPORT) for name in ("a.pdf", "b.pdf")])
    assert dialog.file.text() == "1 of 2 · a.pdf"
    assert dialog.files.isVisible()
    assert dialog.drafts()[0].report.force.id == "leicestershire"


def test_what_comes_back_was_not_kept(make):
    dialog = make("a.pdf", "b.pdf")
    kept = []
    dialog.keep_wished.connect(kept.extend)
    dialog.keep.click()
    dialog.add(kept)
    assert dialog.keep.text() == "&Keep"


def test_another_list_begins_with_no_row_chosen(dialog):
    dialog.view.topics.choose("measures")
    dialog.view.rows.choose("1")
    dialog.view.topics.choose("actions")
    assert dialog.view.rows.current() is None
    page = dialog.view.original.pages.sheet
    dialog.view.rows.choose("1")
    assert dialog.view.original.pages.sheet == REPORT.actions[1].page != page


def test_corrections_are_not_thrown_away_unasked(dialog, monkeypatch):
    dialog.view.form.force.setEditText("Leicestershire Police")
    answers = iter((False, True))
    monkeypatch.setattr(dialog, "confirmed", lambda *_, **__: next(answers))
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_corrections_that_the_library_has_are_not_asked_about(qtbot, monkeypatch):
    asked = answering(monkeypatch)
    stored = Corrections(year="2017", levels={"preventing": 2})
    draft = Draft(path=Path("a.pdf"), as_read=REPORT, corrections=stored, stored=stored)
    dialog = ReviewDialog([draft], lambda _: None, theme.LIGHT, InlineTasks, draw=nothing)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.view.undo.click()
    dialog.reject()

    assert "nor 2 corrections to it" in asked[0]
    dialog.view.form.year.setText("")
    qtbot.keyClicks(dialog.view.form.year, "2017")
    dialog.view.sections.outline.choose("preventing")
    dialog.view.sections.deeper.click()
    dialog.reject()
    assert len(asked) == 1
    assert not dialog.isVisible()


def test_what_takes_the_keyboard_has_a_name(make):
    dialog = make("a.pdf", "b.pdf")
    form, page = dialog.view.form, dialog.view.sections
    parts: list[QObject] = [form.title, form.force, form.pillar, form.year, page.outline,
                            page.blocks, page.kind, dialog.files, dialog.view.topics]  # fmt: skip
    assert all(part.accessibleName() for part in parts)
    assert form.force.lineEdit().accessibleName() == "Force"


def test_the_dark_theme_reaches_it(make):
    dialog = make("a.pdf")
    dialog.set_theme(theme.DARK)
    assert dialog.view.topics.delegate.theme is theme.DARK


@pytest.mark.parametrize(
    ("count", "among", "begins", "what"),
    [
        (1, 4, "1 of these 4 reports takes the place", "it"),
        (3, 4, "3 of these 4 reports take the place", "them"),
        (4, 4, "All 4 reports take the place", "them"),
        (2, 2, "Both reports take the place", "them"),
    ],
)
def test_the_question_on_replacing_counts_in_words_that_agree(
    make, monkeypatch, count, among, begins, what
):
    asked = answering(monkeypatch)

    dialog = make(*(f"{number}.pdf" for number in range(among)))
    dialog.confirmed_replacing(dialog.drafts()[:count])

    assert asked[0].startswith(begins)
    assert asked[0].endswith(f"Replace {what}?")


@pytest.mark.parametrize(
    ("reports", "ends"), [(1, "correction to it."), (2, "corrections to them.")]
)
def test_the_question_on_discarding_counts_in_words_that_agree(qtbot, monkeypatch, reports, ends):
    asked = answering(monkeypatch)
    corrected = Corrections(year="2017")
    drafts = [
        Draft(path=Path(f"{n}.pdf"), as_read=REPORT, corrections=corrected) for n in range(reports)
    ]
    dialog = ReviewDialog(drafts, lambda _: None, theme.LIGHT, InlineTasks, draw=nothing)
    qtbot.addWidget(dialog)

    dialog.confirmed(drafts)

    assert f"{ends} Discard anyway?" in asked[0]


def answering(monkeypatch) -> list[str]:
    """Answer every question with the button that does nothing; return what is asked."""
    asked: list[str] = []

    def ask(parent, title, question, answer, what):
        asked.append(question)
        return False

    monkeypatch.setattr("peelviewer.ui.review.dialog.ask", ask)
    return asked
