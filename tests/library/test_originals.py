"""The files that reports came from are kept under their hash, whole or not at all."""

import hashlib

import msgspec
import pytest

from peelviewer.errors import LibraryError
from peelviewer.library import Library, originals


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Our Report.MD"
    path.write_bytes(b"# A report\n")
    return path


def test_a_file_is_copied_under_its_hash(library, sample_report, file):
    library.keep(sample_report, file)
    name = hashlib.sha256(file.read_bytes()).hexdigest()
    copy = library.original(sample_report.id)
    assert copy == library.folder / "originals" / f"{name}.md"
    assert copy.read_bytes() == file.read_bytes()
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_file_is_known_again_by_its_contents(library, sample_report, file, tmp_path):
    library.keep(sample_report, file)
    elsewhere = tmp_path / "other name.txt"
    elsewhere.write_bytes(file.read_bytes())
    assert library.find(elsewhere) == sample_report.id
    assert library.keep(sample_report, elsewhere).outcome == "unchanged"
    assert len(list((library.folder / "originals").iterdir())) == 1


@pytest.mark.parametrize("names", [("a", "z"), ("z", "a")])
def test_of_two_reports_of_one_file_the_one_that_came_last_is_known(
    library, sample_report, file, names
):
    for name in names:
        library.keep(msgspec.structs.replace(sample_report, id=name), file)
    assert library.find(file) == names[1]


def test_another_file_is_not_known(library, sample_report, file, tmp_path):
    library.keep(sample_report, file)
    other = tmp_path / "other.md"
    other.write_text("something else")
    assert library.find(other) is None


def test_the_same_file_read_better_takes_the_place_of_the_first_reading(
    library, sample_report, file
):
    library.keep(msgspec.structs.replace(sample_report, pages=None), file)
    kept = library.keep(sample_report, file)
    assert kept.outcome == "replaced"
    assert library.original(sample_report.id).read_bytes() == file.read_bytes()


def test_an_earlier_file_of_the_same_report_stays(library, sample_report, file, tmp_path):
    library.keep(sample_report, file)
    other = tmp_path / "another copy.md"
    other.write_text("the same report with other line ends")
    assert library.keep(sample_report, other).outcome == "replaced"
    assert len(list((library.folder / "originals").iterdir())) == 2


def test_a_file_of_two_reports_stays_until_the_last_is_removed(library, sample_report, file):
    twin = msgspec.structs.replace(sample_report, id="twin")
    library.keep(sample_report, file)
    library.keep(twin, file)
    library.remove(sample_report.id)
    assert library.original("twin").exists()


def test_a_report_without_a_file_has_no_original(library, sample_report):
    library.keep(sample_report)
    assert library.original(sample_report.id) is None


def test_a_file_that_is_gone_is_named(library, sample_report, tmp_path):
    with pytest.raises(LibraryError, match=r"gone\.md is not there"):
        library.keep(sample_report, tmp_path / "gone.md")
    assert library.reports() == ()


def test_a_file_that_changes_while_it_is_copied_is_refused(library, file):
    known = originals.identify(file)
    file.write_text("changed")
    with pytest.raises(LibraryError, match="changed while it was being imported"):
        originals.copy(library.folder, file, known)
    assert list((library.folder / "originals").iterdir()) == []


def test_an_original_that_cannot_be_written_keeps_the_report_out(library, sample_report, file):
    (library.folder / "originals").write_text("a file where the folder should be")
    with pytest.raises(
        LibraryError, match=r"cannot be written: Our Report\.MD could not .*: make room, "
    ):
        library.keep(sample_report, file)
    assert library.reports() == ()


def test_a_copy_that_another_program_needs_meanwhile_stays(
    library, sample_report, file, monkeypatch
):
    library.keep(sample_report, file)
    twin = msgspec.structs.replace(sample_report, id="twin")
    discard_unused = Library._discard_unused

    def after_another_import(own, copies):
        monkeypatch.undo()
        with Library.open(library.folder) as other:
            other.keep(twin, file)
        discard_unused(own, copies)

    monkeypatch.setattr(Library, "_discard_unused", after_another_import)
    library.remove(sample_report.id)

    assert library.original("twin").read_bytes() == file.read_bytes()


def test_what_cannot_be_stored_leaves_no_copy_behind(library, sample_report, file):
    unfit = msgspec.structs.replace(sample_report, pages=10**30)
    with pytest.raises(OverflowError):
        library.keep(unfit, file)
    assert list((library.folder / "originals").iterdir()) == []
