"""Statistics behind the fence: the same values and sentences, and nothing that is not checked."""

import msgspec
import pytest

from peelviewer.errors import CancelledError, StatisticsError
from peelviewer.fence import outside
from peelviewer.fence.outside import Limits
from peelviewer.statistics import fence, read_statistics
from peelviewer.statistics.fence import read_fenced
from peelviewer.statistics.packing import UnpackingError, packed, unpacked
from tests.statistics import release_2024, workbooks


@pytest.fixture
def book(tmp_path):
    return workbooks.write(tmp_path / "tables.xlsx", release_2024.sheets())


def test_what_is_read_is_the_same_as_without_the_fence(book):
    assert read_fenced(book) == read_statistics(book)


def test_a_workbook_with_faults_is_told_the_same(tmp_path):
    values = {"Durham": ["see note", 20, 2]}
    table = workbooks.crime_table(values=values, forces=(*workbooks.FORCES, (None, "Southshire")))
    path = workbooks.write(tmp_path / "tables.xlsx", {"Table P1": table})

    found = read_fenced(path)

    assert found == read_statistics(path)
    assert (found.problem_count, found.unmatched) == (1, ("Southshire",))


def test_a_refusal_is_the_same_sentence_as_without_the_fence(tmp_path):
    path = tmp_path / "empty.csv"
    path.touch()

    with pytest.raises(StatisticsError) as inside:
        read_statistics(path)
    with pytest.raises(StatisticsError, match=r"empty\.csv is empty") as through:
        read_fenced(path)

    assert str(through.value) == str(inside.value)


def test_what_takes_too_long_is_one_sentence(book, monkeypatch):
    monkeypatch.setattr(fence, "_READ", "tests.fence.behind_the_fence:loop_whatever_it_is_given")

    with pytest.raises(StatisticsError, match=r"tables.xlsx .* enough for any published table"):
        read_fenced(book, limits=Limits(seconds=1))


def test_cancelling_ends_the_child_whatever_it_does(book, monkeypatch, ended):
    monkeypatch.setattr(fence, "_READ", "tests.fence.behind_the_fence:loop_whatever_it_is_given")

    def stop(_stage, _fraction):
        raise CancelledError("Enough.")

    with pytest.raises(CancelledError, match="Enough"):
        read_fenced(book, stop)

    assert ended()


def test_what_comes_back_is_checked_and_never_trusted(book, monkeypatch, caplog):
    monkeypatch.setattr(outside, "call_telling", lambda *_, **__: b"\x93\x01\x02\x03")

    with pytest.raises(StatisticsError, match="a mistake in PEEL Viewer"):
        read_fenced(book)

    assert "not valid" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("place", [-1, 10_000, "1"])
def test_a_value_that_refers_to_nothing_is_not_unpacked(book, place):
    fields = msgspec.msgpack.decode(packed(read_statistics(book)))
    fields[4][0][0] = place

    with pytest.raises(UnpackingError):
        unpacked(msgspec.msgpack.encode(fields))
