"""What is said of files that were read, and what could not be kept comes back to the reader."""

from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QWidget

from peelviewer.errors import LibraryError, ReadingError
from peelviewer.library import Kept
from peelviewer.ui.importing import ReportImporter
from peelviewer.ui.lists import ListDialog
from peelviewer.ui.review.arrivals import Arrival
from peelviewer.ui.review.draft import Draft
from peelviewer.ui.review.keeping import Keeping
from tests.builders import sample_report


@pytest.fixture
def importer(qtbot, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    told = []
    tell = lambda sentence, **offer: told.append(sentence) or offers.append(offer)  # noqa: E731
    offers = []
    messages = SimpleNamespace(error=tell, notice=tell)
    importer = ReportImporter(None, None, None, messages, window)
    importer.offers = offers
    importer.told, importer.reviewed, importer.said = told, [], []
    dialog = SimpleNamespace(
        reading=SimpleNamespace(tell=lambda sentence, **_: importer.said.append(sentence))
    )
    monkeypatch.setattr(
        importer, "review", lambda drafts: importer.reviewed.append(drafts) or dialog
    )
    return importer


def test_a_library_at_fault_is_named_and_the_draft_comes_back(importer):
    drafts = (object(),)

    importer._on_not_kept(drafts, LibraryError("The disk is full."))

    assert importer.told == importer.said == ["The disk is full."]
    assert importer.reviewed == [drafts]


def test_a_mistake_of_ours_stays_loud_and_the_draft_comes_back(importer):
    drafts = (object(),)

    with pytest.raises(ZeroDivisionError):
        importer._on_not_kept(drafts, ZeroDivisionError())

    assert importer.reviewed == [drafts]


def refused(*names: str) -> tuple[Arrival, ...]:
    return tuple(Arrival(Path(name), error=ReadingError(f"{name} is empty.")) for name in names)


def test_one_file_that_cannot_be_read_is_said_in_its_own_sentence(importer):
    importer._on_read(refused("a.pdf"))

    assert importer.told == ["a.pdf is empty."]


def test_of_many_files_that_cannot_be_read_none_goes_unsaid(importer):
    names = ("a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf")
    importer._on_read((*refused(*names), Arrival(Path("f.pdf"), known="northshire")))

    assert importer.told[0] == "5 of 6 files could not be read as a report."
    importer.offers[0]["action"]()
    (dialog,) = importer._window.findChildren(ListDialog)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert all(f"{name} is empty." in shown for name in names)


def test_files_that_are_there_already_are_said_once_and_the_first_is_shown(qtbot, importer):
    known = tuple(Arrival(Path(f"{name}.pdf"), known=f"report-{name}") for name in "abcd")
    with qtbot.waitSignal(importer.already_there) as shown:
        importer._on_read(known)

    assert importer.told == ["4 files are in the library already."]
    assert shown.args == ["report-a"]


def test_a_copy_of_another_file_is_named(importer):
    importer._on_read((Arrival(Path("in/copy.pdf"), twin=Path("in/a.pdf")),))
    importer._on_read((Arrival(Path("in/a.pdf"), twin=Path("out/a.pdf")),))

    assert importer.told == [
        "copy.pdf is the same file as a.pdf and was passed over.",
        "a.pdf is the same file as out/a.pdf and was passed over.",
    ]


def test_many_kept_reports_are_one_message_and_the_first_is_shown(qtbot, importer, monkeypatch):
    reports = [msgspec.structs.replace(sample_report(), id=name) for name in ("a", "b", "c")]
    kept = tuple(
        Kept(outcome, report)
        for report, outcome in zip(reports, ("replaced", "added", "added"), strict=True)
    )
    left = Draft(path=Path("x.pdf"), as_read=reports[0])
    drafts = [Draft(path=Path(f"{one.id}.pdf"), as_read=one) for one in reports]
    monkeypatch.setattr(importer, "_give_back", lambda *_: None)
    with qtbot.waitSignal(importer.imported) as shown:
        importer._on_kept((left, *drafts), Keeping(kept, (left,)))

    assert importer.told == ["3 reports kept: 2 new, 1 in the place of an earlier copy."]
    assert shown.args == [kept[0]]
    importer.offers[0]["action"]()
    (dialog,) = importer._window.findChildren(ListDialog)
    details = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"a.pdf", "b.pdf", "c.pdf"} < set(details)
    assert details[details.index("a.pdf") + 1].endswith(
        "The report took the place of the copy that was in the library."
    )


def test_what_was_not_kept_of_many_comes_back_with_the_reason(qtbot, importer):
    left = (object(),)
    with qtbot.assertNotEmitted(importer.imported):
        importer._on_kept((), Keeping((), left, (LibraryError("The disk is full."),)))

    assert importer.told == importer.said == ["The disk is full."]
    assert importer.reviewed == [left]
