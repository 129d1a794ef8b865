"""Whatever becomes of the child, there is one sentence; a cancelled or orphaned one is gone."""

import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peelviewer.errors import CancelledError, ReadingError
from peelviewer.reading import fence, fenced, read
from peelviewer.reading.child import Child
from peelviewer.reading.fence import Limits, call, read_fenced, read_many
from tests.reading.sheets import sheets

INSIDE = "tests.reading.behind_the_fence:"
FILE = Path("some") / "report.pdf"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the system's limits differ")


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


@pytest.mark.parametrize(
    ("function", "limits", "said"),
    [
        pytest.param("crash", Limits(), "crashed \\(SIGSEGV\\)", marks=on_linux),
        ("leave", Limits(), "crashed \\(exit code 3\\)"),
        pytest.param("eat", Limits(memory=1 << 29), "more than 0.5 GB of memory", marks=on_linux),
        ("loop", Limits(seconds=1), "within 1 seconds"),
        ("loop_in_c", Limits(seconds=1), "within 1 seconds"),
        ("fail", Limits(), "a mistake in PEEL Viewer"),
    ],
)
def test_whatever_happens_to_the_child_is_one_sentence_that_names_the_file(
    function, limits, said, quiet
):
    with pytest.raises(ReadingError, match=said) as caught:
        call(f"{INSIDE}{function}", (), FILE, limits=limits)

    sentence = str(caught.value)
    assert sentence.startswith(str(FILE))
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_mistake_of_our_own_is_logged_with_its_traceback(caplog):
    with pytest.raises(ReadingError):
        call(f"{INSIDE}fail", (), FILE)

    (record,) = (record for record in caplog.records if record.levelno >= logging.ERROR)
    assert "ZeroDivisionError" in record.getMessage()
    assert "behind_the_fence.py" in record.getMessage()
    caplog.clear()


def test_a_child_that_cannot_even_begin_is_a_mistake_of_our_own(caplog, monkeypatch):
    from peelviewer.reading import child

    monkeypatch.setattr(child, "_START", "import no_such_module_of_ours")
    with pytest.raises(ReadingError, match="a mistake in PEEL Viewer"):
        call(f"{INSIDE}echo", (), FILE)

    assert "no_such_module_of_ours" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    "function",
    ["connect", "look_up", "start_program", "start_shell"],
)
def test_the_network_and_other_programs_are_refused_in_the_child(function, caplog):
    with pytest.raises(ReadingError):
        call(f"{INSIDE}{function}", (), FILE)

    assert "PermissionError" in caplog.text
    assert "refused while a report is read" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("function", ["write", "append", "remove"])
def test_the_child_changes_no_file(function, caplog, tmp_path):
    path = tmp_path / "precious.txt"
    path.write_text("mine")

    with pytest.raises(ReadingError):
        call(f"{INSIDE}{function}", (str(path),), FILE)

    assert path.read_text() == "mine"
    assert "refused while a report is read" in caplog.text
    caplog.clear()


def test_arguments_go_in_and_bytes_come_out_whatever_is_printed():
    arguments = ("é\n", 2, 0.5, None)

    assert call(f"{INSIDE}echo", arguments, FILE) == repr(arguments).encode()


@pytest.mark.parametrize("function", ["loop", "loop_in_c"])
def test_cancelling_ends_the_child_at_once(function, ended):
    begun = time.monotonic()

    with pytest.raises(CancelledError):
        call(f"{INSIDE}{function}", (), FILE, cancelled=lambda: time.monotonic() > begun + 0.5)

    assert time.monotonic() < begun + 2
    assert ended()


def test_what_the_progress_raises_ends_the_child_even_without_news(report, ended, monkeypatch):
    monkeypatch.setattr(fence, "_READ", f"{INSIDE}loop_whatever_it_is_given")
    told = []

    def stop(_stage, _fraction):
        told.append(1)
        if len(told) > 3:
            raise CancelledError("Enough.")

    with pytest.raises(CancelledError, match="Enough"):
        read_fenced(report, stop)

    assert ended()


@pytest.fixture
def ended(monkeypatch):
    """Tell whether every child that was started has ended."""
    children = []
    start = Child.__init__

    def noted(self, words):
        start(self, words)
        children.append(self._process)

    monkeypatch.setattr(Child, "__init__", noted)
    return lambda: bool(children) and all(child.returncode is not None for child in children)


@on_linux
@pytest.mark.parametrize("function", ["loop", "loop_in_c"])
def test_a_child_ends_when_its_parent_is_killed(function):
    program = (
        "import sys; from pathlib import Path; from peelviewer.reading import fence, child\n"
        "start = child.Child.__init__\n"
        "def noted(self, words): start(self, words); print(self._process.pid, flush=True)\n"
        "child.Child.__init__ = noted\n"
        f"fence.call('{INSIDE}{function}', (), Path('x'))"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=root
    ) as parent:
        child = int(parent.stdout.readline())
        assert _is_there(child)
        time.sleep(1)  # so that the child is at work
        parent.kill()
    end = time.monotonic() + 5
    while _is_there(child) and time.monotonic() < end:
        time.sleep(0.02)
    assert not _is_there(child)


def _is_there(process: int) -> bool:
    """Whether the process runs; one that only waits to be collected does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_child_that_cannot_be_started_is_told(monkeypatch, report):
    def refuse(*_arguments, **_options):
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(ReadingError, match=r"report.md could not be read: .*started \(Resource"):
        read_fenced(report)


def test_what_comes_back_is_checked_and_never_trusted(monkeypatch, report, caplog):
    monkeypatch.setattr(fence, "_run", lambda *_: b'{"schema": 1, "id": 5}')

    with pytest.raises(ReadingError, match="a mistake in PEEL Viewer"):
        read_fenced(report)

    assert "not valid" in caplog.text
    caplog.clear()


def test_a_bundle_starts_itself_with_a_word_of_its_own(monkeypatch):
    from peelviewer.reading import child

    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert child.command() == [sys.executable, fenced.WORD]


def test_the_program_knows_that_word(monkeypatch):
    from peelviewer.cli import main

    seen = []
    monkeypatch.setattr(fenced, "main", seen.append)
    assert main([fenced.WORD, "read", "[]", "1", "2"]) == 0
    assert seen == [["read", "[]", "1", "2"]]


@pytest.mark.parametrize(
    ("event", "arguments", "is_refused"),
    [
        ("open", ("x", "r", os.O_RDONLY), False),
        ("open", ("x", None, os.O_RDONLY), False),
        ("open", ("x", "w", os.O_WRONLY | os.O_CREAT), True),
        ("open", ("x", None, os.O_RDWR), True),
        ("open", (3, "rb+", 0), True),
        ("import", ("socket",), False),
        ("socket.connect", (None, ("::1", 80)), True),
        ("socket.gethostbyname", ("x",), True),
        ("socket.__new__", (), False),
        ("os.rename", ("a", "b", -1, -1), True),
        ("ctypes.dlopen", ("libpdfium.so",), False),
    ],
)
def test_the_hook_knows_what_to_refuse(event, arguments, is_refused):
    if is_refused:
        with pytest.raises(PermissionError):
            fenced.refuse(event, arguments)
    else:
        fenced.refuse(event, arguments)


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
