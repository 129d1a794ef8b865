"""Reports behind the fence: the same report, the same sentences, many at a time."""

import logging
import subprocess
import time

import pytest

from peelviewer.errors import CancelledError, ReadingError
from peelviewer.fence import outside
from peelviewer.reading import fence, read
from peelviewer.reading.fence import read_fenced, read_many
from tests.reading.sheets import sheets

INSIDE = "tests.fence.behind_the_fence:"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(sheets().text(), encoding="utf-8")
    return path


@pytest.fixture
def quiet(caplog):
    """Say that this test logs on purpose what would fail any other."""
    caplog.set_level(logging.CRITICAL, fence.__name__)


def test_a_report_is_the_same_as_without_the_fence(report):
    assert read_fenced(report) == read(report)


def test_progress_comes_by_stage_on_the_callers_thread(report):
    import threading

    told = []
    read_fenced(report, lambda *news: told.append((*news, threading.current_thread())))

    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages[0] in ("Starting", "Reading the file")
    assert stages[-1] == "Done"
    assert "Reading its measures" in stages
    assert {thread for _, _, thread in told} == {threading.current_thread()}
    fractions = [fraction for _, fraction, _ in told]
    assert fractions == sorted(fractions)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.md", b"", "is empty"),
        ("noise.md", bytes(range(256)) * 10, "is not a text file"),
        ("story.md", b"# A story\n\nOnce.\n", "names a PEEL report"),
    ],
)
def test_a_refusal_is_the_same_sentence_as_without_the_fence(tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(ReadingError) as inside:
        read(path)
    with pytest.raises(ReadingError, match=said) as outside:
        read_fenced(path)

    assert str(outside.value) == str(inside.value)


def test_a_child_that_cannot_be_started_is_told(monkeypatch, report):
    def refuse(*_arguments, **_options):
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(ReadingError, match=r"report.md could not be read: .*started \(Resource"):
        read_fenced(report)


def test_what_comes_back_is_checked_and_never_trusted(monkeypatch, report, caplog):
    monkeypatch.setattr(outside, "call_telling", lambda *_: b'{"schema": 1, "id": 5}')

    with pytest.raises(ReadingError, match="a mistake in PEEL Viewer"):
        read_fenced(report)

    assert "not valid" in caplog.text
    caplog.clear()


class TestManyFiles:
    def test_each_file_has_an_outcome_of_its_own(self, report, tmp_path):
        bad = tmp_path / "bad.md"
        bad.write_text("nothing like it")
        twin = tmp_path / "twin.md"
        twin.write_bytes(report.read_bytes())

        found = {outcome.path: outcome for outcome in read_many([bad, report, twin], workers=2)}

        assert set(found) == {bad, report, twin}
        assert found[report].report == found[twin].report == read(report)
        assert found[report].error is None
        assert found[bad].report is None
        assert "bad.md cannot be read" in str(found[bad].error)

    def test_progress_names_the_file(self, report):
        told = set()
        list(read_many([report], lambda path, stage, _: told.add((path, stage))))
        assert (report, "Done") in told

    def test_no_more_files_are_begun_than_there_are_workers_and_places(self, report):
        begun = []

        def paths():
            for _ in range(6):
                begun.append(1)
                yield report

        outcomes = read_many(paths(), workers=2)
        next(outcomes)
        assert len(begun) <= 4
        outcomes.close()

    @pytest.mark.parametrize("way", ["cancel", "close", "interrupt"])
    def test_leaving_early_ends_the_children_at_once(self, report, ended, monkeypatch, quiet, way):
        monkeypatch.setattr(fence, "_READ", f"{INSIDE}loop_unless_told_otherwise")
        quick = report.with_name("quick.md")
        wishes: list[str] = []
        outcomes = read_many(
            [quick, report, report],
            cancelled=lambda: bool(wishes),
            workers=2,
        )

        assert "a mistake" in str(next(outcomes).error)
        begun = time.monotonic()
        if way == "cancel":
            wishes.append(way)
            with pytest.raises(CancelledError):
                list(outcomes)
        elif way == "close":
            outcomes.close()
        else:
            with pytest.raises(KeyboardInterrupt):
                outcomes.throw(KeyboardInterrupt)

        assert time.monotonic() < begun + 2
        assert ended()

    def test_no_files_give_nothing(self):
        assert list(read_many([])) == []
