"""The review opens with the first report; the others join it while it is open."""

import threading

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from peelviewer.errors import ReadingError
from peelviewer.library import Library
from peelviewer.reading.fence import Outcome
from peelviewer.ui.lists import ListDialog
from peelviewer.ui.tasks import Tasks
from tests.builders import sample_report


class Reader:
    """Stands for the fence: hands out each file when the test says so."""

    def __init__(self) -> None:
        self._turns = threading.Semaphore(0)
        self.read: list[str] = []

    def let(self, count: int) -> None:
        for _ in range(count):
            self._turns.release()

    def read_many(self, paths, progress=None):
        for path in paths:
            while not self._turns.acquire(timeout=0.01):
                progress(path, "Reading page 1 of 2", 0.5)
            self.read.append(path.name)
            if "bad" in path.name:
                yield Outcome(path, None, ReadingError(f"{path.name} is empty."))
                continue
            report = sample_report()
            yield Outcome(
                path, msgspec.structs.replace(report, id=f"northshire-{path.stem}-2016"), None
            )


@pytest.fixture
def reader(monkeypatch):
    reader = Reader()
    monkeypatch.setattr("peelviewer.reading.fence.read_many", reader.read_many)
    return reader


@pytest.fixture
def window(make_window, tmp_path, reader):
    with Library.open(tmp_path / "library", digests=tmp_path / "none") as library:
        window = make_window(library, tasks=Tasks())
        yield window
        window.close()


@pytest.fixture
def take(window, reader, tmp_path, qtbot):
    """Return a function that imports files of these names and waits for the first to be read."""

    def take(*names: str):
        paths = [tmp_path / name for name in names]
        for path in paths:
            path.write_text(path.name, encoding="utf-8")
        window.intake.reports.import_files(paths)
        reader.let(1)
        qtbot.waitUntil(lambda: window.intake.reports.dialog is not None)
        return window.intake.reports.dialog

    return take


def names(dialog) -> list[str]:
    return [draft.path.name for draft in dialog.drafts()]


def said(window) -> list[str]:
    return [banner.text for banner in window.messages.banners()]


def kept(window) -> list[str]:
    reports = window.intake.reports._library.reports()
    return [report.id for report in reports if report.force.id == "northshire"]


def test_the_review_opens_while_others_are_being_read(qtbot, take, reader):
    dialog = take("a.md", "b.md", "c.md")

    assert (names(dialog), reader.read) == (["a.md"], ["a.md"])
    qtbot.waitUntil(dialog.reading.progress.isVisible)


def test_of_a_single_file_there_is_no_progress_left_when_the_review_opens(qtbot, take):
    dialog = take("a.md")

    assert dialog.reading.progress.isHidden()
    qtbot.waitUntil(lambda: not dialog.reading.is_busy())
    assert dialog.reading.progress.isHidden()


def test_the_progress_is_in_the_review_for_the_windows_own_lies_behind_it(qtbot, take):
    dialog = take("a.md", "b.md")
    label = dialog.reading.progress.label

    qtbot.waitUntil(
        lambda: label.text() == "Reading 2 files: 1 of 2 done · b.md, reading page 1 of 2"
    )


def test_what_was_corrected_and_is_being_typed_stays_when_others_join(qtbot, take, reader):
    dialog = take("a.md", "b.md")
    form, sections = dialog.view.form, dialog.view.sections
    form.force.setEditText("Isle of Reeds Police")
    sections.outline.choose("preventing/how-much-crime")
    sections.higher.click()
    form.year.setFocus()
    form.year.clear()
    qtbot.keyClicks(form.year, "20")  # no year yet, so not in the draft
    form.title.setFocus()

    reader.let(1)
    qtbot.waitUntil(lambda: names(dialog) == ["a.md", "b.md"])

    assert dialog.drafts()[0].count == 2
    assert form.year.text() == "20"
    assert not dialog.keep.isEnabled()
    assert sections.outline.current().key == "preventing/how-much-crime"
    assert dialog.file.text() == "1 of 2 · a.md"


def test_what_is_under_review_can_be_kept_while_others_are_being_read(qtbot, take, reader, window):
    dialog = take("a.md", "b.md")

    dialog.keep.click()

    qtbot.waitUntil(lambda: window.navigator.report is not None)
    assert window.navigator.report.id == "northshire-a-2016"
    assert dialog.isVisible()
    assert "as soon as it is read" in dialog.waiting.accessibleName()
    assert dialog.waiting.isVisible()
    assert not dialog.keep.isEnabled()
    assert not dialog.discard.isEnabled()
    reader.let(1)
    qtbot.waitUntil(lambda: names(dialog) == ["b.md"])
    assert dialog.view.form.isVisible()
    assert dialog.keep.isEnabled()


def test_the_review_closes_when_there_is_nothing_more_to_come(qtbot, take, reader, window):
    dialog = take("a.md", "bad.md")
    dialog.discard.click()
    assert dialog.isVisible()

    reader.let(1)

    qtbot.waitUntil(lambda: window.intake.reports.dialog is None)
    assert said(window) == ["bad.md is empty."]


def test_reading_can_be_stopped_and_what_was_read_stays_under_review(qtbot, take, reader):
    dialog = take("a.md", "b.md", "c.md")

    qtbot.mouseClick(dialog.reading.progress.cancel, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not dialog.reading.is_busy())
    assert dialog.reading.said.text() == "Reading 3 files was stopped after 1 report."
    assert (names(dialog), reader.read) == (["a.md"], ["a.md"])


def test_what_could_not_be_read_before_a_stop_is_told(qtbot, take, reader, window):
    dialog = take("a.md", "bad.md", "c.md", "d.md")
    reader.let(1)
    qtbot.waitUntil(lambda: reader.read == ["a.md", "bad.md"])

    dialog.reading.progress.cancel.click()

    qtbot.waitUntil(lambda: not dialog.reading.is_busy())
    assert dialog.reading.said.text().endswith(" Of 2 files, 1 could not be read.")
    assert dialog.reading.details.isVisible()
    assert said(window) == ["bad.md is empty."]


def test_stopping_while_nothing_is_under_review_ends_it(qtbot, take, window):
    dialog = take("a.md", "b.md")
    dialog.discard.click()

    dialog.reading.progress.cancel.click()

    qtbot.waitUntil(lambda: window.intake.reports.dialog is None)
    assert kept(window) == []


def test_closing_the_review_asks_reads_no_more_and_keeps_nothing(
    qtbot, take, reader, window, monkeypatch
):
    asked = []
    answers = iter((False, True))
    monkeypatch.setattr(
        "peelviewer.ui.review.dialog.ask", lambda *given: asked.append(given[2]) or next(answers)
    )
    dialog = take("a.md", "b.md", "c.md")

    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()

    reader.let(2)
    qtbot.waitUntil(lambda: bool(said(window)))
    assert said(window)[0].startswith("Reading 3 files was stopped after 1 report.")
    assert "still being read" in asked[0]
    assert window.intake.reports.dialog is None
    assert kept(window) == []


def test_files_can_be_dropped_on_the_review_too(qtbot, take, reader, window, tmp_path):
    dialog = take("a.md")
    (tmp_path / "z.md").write_text("z", encoding="utf-8")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "z.md"))])
    with_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, files, *with_keys)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, *with_keys)

    QApplication.sendEvent(dialog, enter)
    QApplication.sendEvent(dialog, drop)
    reader.let(1)

    qtbot.waitUntil(lambda: names(dialog) == ["a.md", "z.md"])


def test_a_second_import_joins_the_review_that_is_open(qtbot, take, reader, window, tmp_path):
    dialog = take("a.md")
    (tmp_path / "z.md").write_text("z", encoding="utf-8")

    window.intake.reports.import_files([tmp_path / "z.md"])
    assert dialog.reading.is_busy()
    reader.let(1)

    qtbot.waitUntil(lambda: names(dialog) == ["a.md", "z.md"])
    assert window.intake.reports.dialog is dialog


def test_what_is_not_under_review_is_said_in_it_with_each_reason(
    qtbot, take, reader, window, tmp_path
):
    (tmp_path / "again.md").write_text("a.md", encoding="utf-8")
    dialog = take("a.md", "bad.md", "worse than bad.md")
    reader.let(2)
    qtbot.waitUntil(lambda: not dialog.reading.is_busy())
    assert dialog.reading.said.text() == "Of 3 files, 2 could not be read."

    window.intake.reports.import_files([tmp_path / "a.md", tmp_path / "again.md"])
    reader.let(1)
    qtbot.waitUntil(lambda: "copy" in dialog.reading.said.text())
    assert dialog.reading.said.text() == (
        "Of 4 files, 2 could not be read and 1 is a copy of another."
    )
    dialog.reading.details.click()
    (shown,) = dialog.findChildren(ListDialog)
    texts = [label.text() for label in shown.findChildren(QLabel)]
    assert "worse than bad.md is empty." in texts
    assert f"Is the same file as {tmp_path / 'a.md'}." in texts


def test_a_file_that_the_library_has_can_be_reviewed_from_the_details(
    qtbot, take, reader, window, tmp_path
):
    dialog = take("a.md")
    dialog.keep.click()
    qtbot.waitUntil(lambda: kept(window) == ["northshire-a-2016"])
    dialog = take("b.md", "a.md")
    qtbot.waitUntil(lambda: not dialog.reading.is_busy())
    assert dialog.reading.said.text() == "Of 2 files, 1 is in the library already."

    dialog.reading.details.click()
    (shown,) = dialog.findChildren(ListDialog)
    (again,) = [one for one in shown.findChildren(QPushButton) if "again" in one.text()]
    again.click()
    reader.let(1)

    qtbot.waitUntil(lambda: names(dialog) == ["b.md", "a.md"])
    qtbot.waitUntil(lambda: not dialog.findChildren(ListDialog))
    qtbot.waitUntil(lambda: not dialog.reading.is_busy())
    assert dialog.reading.said.isHidden()
    assert dialog.reading.details.isHidden()


def test_closing_the_window_reads_no_more(window, reader, tmp_path):
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    window.intake.reports.import_files([tmp_path / "a.md"])

    window.close()  # else the reader would wait for ever

    (task,) = window.intake.reports._reading.running()
    assert task.is_cancelled
    assert reader.read == []


def test_why_a_report_could_not_be_kept_is_said_in_its_review_as_an_error(
    qtbot, take, window, tmp_path
):
    dialog = take("a.md")
    (tmp_path / "a.md").unlink()

    dialog.keep.click()

    qtbot.waitUntil(lambda: window.intake.reports.dialog not in (None, dialog))
    said = window.intake.reports.dialog.reading.said
    assert said.text() == f"{tmp_path / 'a.md'} is not there: put it back, or import it anew."
    assert said.property("complaint") is True
