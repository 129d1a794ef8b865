import msgspec
import pytest

from peelviewer.model.report import Audit, Unplaced
from peelviewer.ui import theme
from peelviewer.ui.audit.dialog import AuditDialog
from peelviewer.ui.audit.wording import accounted, unaccounted
from tests.builders import sample_report


@pytest.fixture
def dialog(qtbot, sample_report) -> AuditDialog:
    dialog = AuditDialog(sample_report, theme.LIGHT)
    qtbot.addWidget(dialog)
    return dialog


def test_what_is_empty_says_so(dialog):
    dialog.show_list("unplaced")
    assert dialog.segments.button("unplaced").text() == "Not placed  0"
    assert dialog._empties["unplaced"].isVisibleTo(dialog)


def test_a_row_asks_for_its_place(qtbot, dialog):
    dialog.show_list("inconsistencies")
    with qtbot.waitSignal(dialog.place_wished) as wished:
        dialog.list("inconsistencies").choose("0/0")
    assert wished.args[0].block == "preventing/how-much-crime.2"


def test_another_report_takes_the_place_of_the_first(dialog, sample_report):
    lost = Audit(words=10, placed=8, unplaced=(Unplaced(text="two words", page=6),))
    dialog.show_report(msgspec.structs.replace(sample_report, audit=lost, inconsistencies=()))
    assert dialog.segments.button("unplaced").text() == "Not placed  2"
    assert dialog.segments.button("inconsistencies").text() == "Disagreeing  0"
    assert dialog.sentence.text() == "10 words in the source: 2 not placed."


def test_pages_that_are_pictures_are_counted_and_said(dialog, sample_report):
    audit = Audit(words=10, placed=10, unread=(8, 9))
    dialog.show_report(msgspec.structs.replace(sample_report, audit=audit))
    assert dialog.segments.button("unplaced").text() == "Not placed  2"
    assert dialog.sentence.text() == (
        "10 words in the source: all placed. Pages 8 and 9 are only pictures and could not be read."
    )


def test_a_digest_has_nothing_to_account_for(qtbot, sample_digest):
    dialog = AuditDialog(sample_digest, theme.DARK)
    qtbot.addWidget(dialog)
    assert "in our own words" in dialog.sentence.text()


@pytest.mark.parametrize(
    ("audit", "sentence"),
    [
        (Audit(), "The words of the source were not counted when this report was read."),
        (Audit(words=12_000, placed=12_000), "12,000 words in the source: all placed."),
    ],
)
def test_the_sentence_counts_words(audit, sentence):
    report = msgspec.structs.replace(sample_report(), audit=audit)
    assert accounted(report) == sentence
    assert unaccounted(report) == 0
