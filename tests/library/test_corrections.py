"""What the user set right is remembered with the file and found again."""

import msgspec
import pytest

from peelviewer.errors import LibraryError
from peelviewer.library import Library
from peelviewer.model.corrections import Corrections

CORRECTIONS = Corrections(title="PEEL: Police effectiveness 2016 (corrected)")


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", digests=tmp_path) as library:
        yield library


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "report.md"
    path.write_text("the report")
    return path


def test_they_are_found_by_the_files_contents(library, file, tmp_path, sample_report):
    library.keep(sample_report, file, CORRECTIONS)
    copy = tmp_path / "copy.md"
    copy.write_bytes(file.read_bytes())

    assert library.corrections(copy) == CORRECTIONS


def test_without_any_there_are_none(library, file, sample_report):
    library.keep(sample_report, file)
    assert library.corrections(file, sample_report.id) is None


def test_a_newer_copy_of_the_report_gets_the_latest(library, file, tmp_path, sample_report):
    later = msgspec.structs.replace(CORRECTIONS, title="Later")
    library.keep(sample_report, file, CORRECTIONS)
    second = tmp_path / "second.md"
    second.write_text("the report, second edition")
    library.keep(sample_report, second, later)
    newer = tmp_path / "newer.md"
    newer.write_text("the report, third edition")

    assert library.corrections(newer, sample_report.id) == later
    assert library.corrections(file, sample_report.id) == CORRECTIONS
    assert library.corrections(newer) is None
    assert library.corrections(newer, "another-effectiveness-2016") is None


def test_what_gave_a_report_its_name_is_not_taken_for_another(
    library, file, tmp_path, sample_report
):
    """A cover misread as another force's must not rename that force's own report later."""
    renamed = msgspec.structs.replace(sample_report, id="southshire-effectiveness-2016")
    library.keep(renamed, file, Corrections(year="2016"))
    own = tmp_path / "own.md"
    own.write_text("Northshire's own")

    assert library.corrections(own, sample_report.id) is None


def test_blocks_are_remembered_with_their_words(library, file, sample_report):
    block = "preventing.1"
    library.keep(sample_report, file, Corrections(kinds={block: "quotation"}))

    found = library.corrections(file)
    assert found.texts == {block: sample_report.blocks_by_id[block].text}


def test_empty_ones_take_former_ones_away_and_none_leaves_them(library, file, sample_report):
    library.keep(sample_report, file, CORRECTIONS)
    library.keep(sample_report, file)
    assert library.corrections(file) == CORRECTIONS
    library.keep(sample_report, file, Corrections())
    assert library.corrections(file) is None


def test_they_outlive_the_report(library, file, sample_report):
    library.keep(sample_report, file, CORRECTIONS)
    library.remove(sample_report.id)
    assert library.corrections(file) == CORRECTIONS


def test_they_are_kept_with_the_report_or_not_at_all(library, file, sample_report, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr("peelviewer.library.corrections.codec.encode", fail)
    with pytest.raises(RuntimeError):
        library.keep(sample_report, file, CORRECTIONS)
    assert library.reports() == ()
    assert library.original(sample_report.id) is None


def test_damaged_ones_are_told(library, file, sample_report):
    library.keep(sample_report, file, CORRECTIONS)
    library._connection.execute("UPDATE correction SET json = '[]'")
    with pytest.raises(LibraryError, match="are damaged"):
        library.corrections(file)
