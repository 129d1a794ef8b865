from pathlib import Path

import pytest

from peelviewer.errors import CancelledError, LibraryError, ReadingError
from peelviewer.library import Library
from peelviewer.model import codec
from peelviewer.model.corrections import Corrections
from peelviewer.reading.fence import Outcome
from peelviewer.ui.review.arrivals import arrivals, files_in
from tests.builders import sample_report

REPORT = sample_report()


@pytest.fixture
def reads(monkeypatch):
    """Replace the reader: files named "bad" are refused."""

    def read_many(paths, progress=None):
        for path in paths:
            progress(path, "Reading page 1 of 2", 0.5)
            bad = "bad" in path.name
            error = ReadingError(f"{path.name} is empty.") if bad else None
            yield Outcome(path, None if bad else REPORT, error)

    monkeypatch.setattr("peelviewer.reading.fence.read_many", read_many)


@pytest.fixture
def folder(tmp_path) -> Path:
    for name in ("a.md", "bad.txt", "notes.docx", ".hidden.md", "below/c.pdf"):
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "files"


@pytest.fixture
def library_folder(tmp_path) -> Path:
    with Library.open(tmp_path / "library"):
        return tmp_path / "library"


def quiet(stage, fraction):
    pass


def test_a_folder_is_looked_through_and_each_file_taken_once(folder):
    found = files_in([folder, folder / "a.md"], quiet)
    assert [path.name for path in found] == ["a.md", "bad.txt", "c.pdf"]


def test_each_file_has_its_own_result(reads, folder, library_folder):
    found = {one.path.name: one for one in arrivals([folder], library_folder, quiet)}
    assert [one.draft is not None for one in found.values()] == [True, False, True]
    assert str(found["bad.txt"].error) == "bad.txt is empty."


def test_a_report_is_there_before_the_next_file_is_read(reads, folder):
    told = []
    found = arrivals([folder], None, lambda *news: told.append(news))
    assert next(found).path.name == "a.md"
    assert not any("c.pdf" in stage for stage, _ in told)
    found.close()


def test_the_progress_of_many_files_is_how_many_are_done_and_how_far_the_first_of_the_rest_is(
    reads, folder
):
    told = []
    list(arrivals([folder], None, lambda *news: told.append(news)))
    assert told == [
        ("looking for reports", 0.0),
        ("0 of 3 done · a.md, reading page 1 of 2", pytest.approx(1 / 6)),
        ("1 of 3 done", pytest.approx(1 / 3)),
        ("1 of 3 done · bad.txt, reading page 1 of 2", pytest.approx(1 / 2)),
        ("2 of 3 done", pytest.approx(2 / 3)),
        ("2 of 3 done · c.pdf, reading page 1 of 2", pytest.approx(5 / 6)),
        ("3 of 3 done", pytest.approx(1)),
    ]


def test_the_name_in_the_progress_stays_while_several_files_are_read(monkeypatch, folder):
    def read_many(paths, progress):
        first, second, *_ = paths
        progress(first, "Page 1", 0.1)
        progress(second, "Page 1", 0.1)
        progress(first, "Page 2", 0.2)
        yield Outcome(first, REPORT, None)

    monkeypatch.setattr("peelviewer.reading.fence.read_many", read_many)
    told = []
    list(arrivals([folder], None, lambda stage, _: told.append(stage)))
    assert told[1:4] == [
        "0 of 3 done · a.md, page 1",
        "0 of 3 done · a.md, page 1",
        "0 of 3 done · a.md, page 2",
    ]


def test_a_folder_without_reports_is_said(tmp_path):
    (empty,) = arrivals([tmp_path], None, quiet)
    assert str(empty.error).startswith(f"There is no report in the folder {tmp_path}")


def test_a_folder_that_cannot_be_looked_into_is_said_and_the_rest_goes_on(reads, closed):
    (closed.parent / "a.md").write_text("a", encoding="utf-8")
    found = {one.path.name: one for one in arrivals([closed.parent], None, quiet)}
    assert found["a.md"].draft is not None
    other = found["closed"]
    (alone,) = arrivals([closed], None, quiet)
    assert other.path == closed
    assert str(other.error) == str(alone.error)
    assert str(other.error).startswith(f"The folder {closed} cannot be looked into")


def test_looking_through_a_folder_can_be_cancelled(folder):
    def cancel(stage, fraction):
        raise CancelledError("Cancelled")

    with pytest.raises(CancelledError):
        files_in([folder], cancel)


def test_a_file_that_is_there_already_is_not_read_again(reads, folder, library_folder):
    path = folder / "a.md"
    with Library.open(library_folder) as library:
        library.keep(REPORT, path)
    (known,) = arrivals([path], library_folder, quiet)
    assert (known.known, known.draft) == (REPORT.id, None)
    (again,) = arrivals([path], library_folder, quiet, again=True)
    assert again.draft is not None


def test_a_file_with_the_same_bytes_as_another_is_not_read_twice(reads, folder, library_folder):
    copy = folder / "copy of a.md"
    copy.write_bytes((folder / "a.md").read_bytes())
    read, twin = arrivals([folder / "a.md", copy], library_folder, quiet)
    assert (read.draft is not None, read.twin) == (True, None)
    assert (twin.draft, twin.twin) == (None, folder / "a.md")


def test_earlier_corrections_are_in_the_draft(reads, folder, library_folder):
    path = folder / "a.md"
    with Library.open(library_folder) as library:
        library.keep(REPORT, path, Corrections(title="Set right"))
    (again,) = arrivals([path], library_folder, quiet, again=True)
    assert again.draft.report.title == "Set right"


def test_a_file_that_is_gone_when_it_has_been_read_does_not_stop_the_others(
    reads, folder, library_folder
):
    found = arrivals([folder / "a.md", folder / "below" / "c.pdf"], library_folder, quiet)
    (folder / "a.md").unlink()
    gone, other = found
    assert str(gone.error).startswith(f"{folder / 'a.md'} was moved or deleted")
    assert other.draft is not None


def test_a_reports_own_json_is_reviewed_too(reads, folder):
    path = folder / "report.json"
    path.write_bytes(codec.encode(REPORT))
    (arrival,) = arrivals([path], None, quiet)
    assert arrival.draft.report == REPORT
    path.write_bytes(b"{}")
    (refused,) = arrivals([path, path], None, quiet)
    assert "report.json" in str(refused.error)
    path.unlink()
    (gone,) = arrivals([path], None, quiet)
    assert "cannot be read" in str(gone.error)


def test_cancelling_ends_the_reading(reads, folder):
    def cancel(stage, fraction):
        raise CancelledError("Cancelled")

    with pytest.raises(CancelledError):
        list(arrivals([folder / "a.md"], None, cancel))


def test_a_library_that_cannot_be_written_is_said_first(reads, folder, library_folder, monkeypatch):
    def refuse(library):
        raise LibraryError("It cannot be written.")

    monkeypatch.setattr(Library, "require_writable", refuse)
    with pytest.raises(LibraryError):
        next(arrivals([folder / "a.md"], library_folder, quiet))
