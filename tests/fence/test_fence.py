"""Whatever becomes of the child, there is one sentence; a cancelled or orphaned one is gone."""

import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peelviewer.errors import CancelledError, ReadingError, StatisticsError
from peelviewer.fence import inside, outside
from peelviewer.fence.outside import Job, Limits, Matter, call, call_telling

INSIDE = "tests.fence.behind_the_fence:"
FILE = Path("some") / "report.pdf"
MATTER = Matter("report", ReadingError)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the system's limits differ")


def job(function, *arguments, limits=outside.USUAL, matter=MATTER):
    return Job(f"{INSIDE}{function}", arguments, FILE, matter, limits)


@pytest.fixture
def quiet(caplog):
    """Say that this test logs on purpose what would fail any other."""
    caplog.set_level(logging.CRITICAL, outside.__name__)


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
        call(job(function, limits=limits))

    sentence = str(caught.value)
    assert sentence.startswith(str(FILE))
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_crash_is_no_more_than_its_sentence(caplog):
    with pytest.raises(ReadingError, match="crashed"):
        call(job("leave"))

    assert caplog.text == ""


def test_a_mistake_of_our_own_is_logged_with_its_traceback(caplog):
    with pytest.raises(ReadingError):
        call(job("fail"))

    (record,) = (record for record in caplog.records if record.levelno >= logging.ERROR)
    assert "ZeroDivisionError" in record.getMessage()
    assert "behind_the_fence.py" in record.getMessage()
    caplog.clear()


def test_a_child_that_cannot_even_begin_is_a_mistake_of_our_own(caplog, monkeypatch):
    from peelviewer.fence import child

    monkeypatch.setattr(child, "_START", "import no_such_module_of_ours")
    with pytest.raises(ReadingError, match="a mistake in PEEL Viewer"):
        call(job("echo"))

    assert "no_such_module_of_ours" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    "function",
    ["connect", "look_up", "start_program", "start_shell"],
)
def test_the_network_and_other_programs_are_refused_in_the_child(function, caplog):
    with pytest.raises(ReadingError):
        call(job(function))

    assert "PermissionError" in caplog.text
    assert "refused while a file is read" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("function", ["write", "append", "remove"])
def test_the_child_changes_no_file(function, caplog, tmp_path):
    path = tmp_path / "precious.txt"
    path.write_text("mine")

    with pytest.raises(ReadingError):
        call(job(function, str(path)))

    assert path.read_text() == "mine"
    assert "refused while a file is read" in caplog.text
    caplog.clear()


def test_arguments_go_in_and_bytes_come_out_whatever_is_printed():
    arguments = ("é\n", 2, 0.5, None)

    assert call(job("echo", *arguments)) == repr(arguments).encode()


@pytest.mark.parametrize("function", ["loop", "loop_in_c"])
def test_cancelling_ends_the_child_at_once(function, ended):
    begun = time.monotonic()

    with pytest.raises(CancelledError):
        call(job(function), lambda: time.monotonic() > begun + 0.5)

    assert time.monotonic() < begun + 2
    assert ended()


def test_what_the_progress_raises_ends_the_child_even_without_news(ended):
    told = []

    def stop(_stage, _fraction):
        told.append(1)
        if len(told) > 3:
            raise CancelledError("Enough.")

    with pytest.raises(CancelledError, match="Enough"):
        call_telling(job("loop_whatever_it_is_given", "a file"), stop)

    assert ended()


@on_linux
@pytest.mark.parametrize("function", ["loop", "loop_in_c"])
def test_a_child_ends_when_its_parent_is_killed(function):
    program = (
        "import sys; from pathlib import Path; from peelviewer.fence import child, outside\n"
        "start = child.Child.__init__\n"
        "def noted(self, words): start(self, words); print(self._process.pid, flush=True)\n"
        "child.Child.__init__ = noted\n"
        "matter = outside.Matter('report', ValueError)\n"
        f"outside.call(outside.Job('{INSIDE}{function}', (), Path('x'), matter))"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=root
    ) as parent:
        child = int(parent.stdout.readline())
        assert _is_there(child)
        assert _comes(lambda: _seconds_at_work(child) > 0.5)  # more than its start takes
        parent.kill()
    assert _comes(lambda: not _is_there(child))


def _comes(condition, seconds=20):
    """Whether a condition comes true within some seconds."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


def _seconds_at_work(process: int) -> float:
    """Return how long a process has had the processor."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _is_there(process: int) -> bool:
    """Whether the process runs; one that only waits to be collected does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_bundle_starts_itself_with_a_word_of_its_own(monkeypatch):
    from peelviewer.fence import child

    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert child.command() == [sys.executable, inside.WORD]


def test_the_program_knows_that_word(monkeypatch):
    from peelviewer.cli import main

    seen = []
    monkeypatch.setattr(inside, "main", seen.append)
    assert main([inside.WORD, "call", "a:b", "[]", "1", "2"]) == 0
    assert seen == [["call", "a:b", "[]", "1", "2"]]


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
            inside.refuse(event, arguments)
    else:
        inside.refuse(event, arguments)


def test_the_sentences_and_the_error_are_those_of_the_kind_of_file(quiet):
    matter = Matter("table of statistics", StatisticsError)

    with pytest.raises(StatisticsError, match="enough for any table of statistics"):
        call(job("loop", limits=Limits(seconds=1), matter=matter))


def test_a_function_tells_how_far_it_is():
    told = []

    found = call_telling(job("tell_twice", "a file"), lambda *news: told.append(news))

    assert found == b"a file"
    assert list(dict.fromkeys(told))[-2:] == [("Half", 0.5), ("Done", 1.0)]
