"""Words on the command line lead to the right command, or to one sentence and an exit code."""

import os
import subprocess
import sys

import pytest

import peelviewer
from peelviewer.cli import parser


def program(*words, **more):
    return subprocess.Popen([sys.executable, "-m", "peelviewer", *words], text=True, **more)


def is_one_sentence(text):
    return text.count("\n") == 1 and "Traceback" not in text and text.endswith(".\n")


def test_the_version_is_told(run):
    assert run("--version") == (0, f"PEEL Viewer {peelviewer.__version__}\n", "")


def test_help_names_every_command(run):
    ran = run("--help")
    assert ran.code == 0
    for command in parser.COMMANDS:
        assert f"    {command} " in ran.out


@pytest.mark.parametrize("command", parser.COMMANDS)
def test_help_of_a_command_has_examples_and_the_library(run, command):
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"examples:\n  peelviewer {command}" in ran.out
    assert "--library DIR" in ran.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["shwo"], "'shwo' is neither a command nor a file. Did you mean show?"),
        (["xyzzy"], "'xyzzy' is neither a command nor a file. See peelviewer --help"),
        (["show"], "the following arguments are required: REPORT"),
        (["list", "--jsn"], "unrecognized arguments: --jsn"),
        (["measures", "--format", "doc"], "invalid choice: 'doc'"),
        (["chart", "x", "-o", "y"], "one of the arguments --figure --measure --all is required"),
        (
            ["chart", "x", "--all", "-o", "y", "--width", "7"],
            "'7' is not a number of pixels from 280",
        ),
        (["chart", "x", "--all", "-o", "y", "--scale", "4"], "--scale: invalid choice: 4"),
        (["library"], "the following arguments are required"),
        (["desktop", "frobnicate"], "invalid choice: 'frobnicate'"),
        (["--library"], "--library: expected one argument"),
        (["--frobnicate"], "unrecognized arguments: --frobnicate"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(run, words, sentence):
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert is_one_sentence(ran.err)


def test_a_file_opens_in_the_window(run, file, monkeypatch):
    opened = []
    monkeypatch.setitem(sys.modules, "peelviewer.app", window(opened))
    assert run("--library", file.parent / "lib", file).code == 0
    assert opened == [(file.parent / "lib", [file])]


def test_without_a_command_the_window_opens(run, library_folder, monkeypatch):
    opened = []
    monkeypatch.setitem(sys.modules, "peelviewer.app", window(opened))
    assert run().code == 0
    assert run("--library", "elsewhere").code == 0
    assert [folder.name for folder, _ in opened] == [library_folder.name, "elsewhere"]


def test_a_file_with_the_name_of_a_command_opens_when_written_as_a_file(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").write_text("x")
    opened = []
    monkeypatch.setitem(sys.modules, "peelviewer.app", window(opened))
    run("./list")
    run("--", "list")
    assert [files for _, files in opened] == [[tmp_path / "list"]] * 2
    assert run("list").code == 0
    assert len(opened) == 2


def window(opened):
    """Return a stand-in for the window's module that writes down what it was asked."""
    import types

    module = types.ModuleType("peelviewer.app")
    module.run_window = lambda folder, files: opened.append((folder, files)) or 0
    return module


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("missing.md", "There is no file missing.md."), (".", ". is a folder: peelviewer import .")],
)
def test_what_cannot_be_opened_is_named(run, tmp_path, monkeypatch, name, sentence):
    monkeypatch.chdir(tmp_path)
    ran = run(name)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(sentence)
    assert is_one_sentence(ran.err)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_screen_the_window_says_what_works(run, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ran = run()
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("There is no screen")
    assert "peelviewer snapshot" in ran.err
    assert is_one_sentence(ran.err)


@pytest.mark.parametrize("place", ["before", "after", "both", "environment"])
def test_another_library_can_be_named_before_or_after_the_command(
    run, tmp_path, monkeypatch, place
):
    there = tmp_path / "there"
    words = {
        "before": ["--library", there, "library", "where"],
        "after": ["library", "where", "--library", there],
        "both": ["--library", tmp_path / "not", "library", "where", f"--library={there}"],
        "environment": ["library", "where"],
    }[place]
    if place == "environment":
        monkeypatch.setenv("PEELVIEWER_LIBRARY", str(there))
    assert run(*words) == (0, f"{there}\n", "")


def test_a_library_that_cannot_be_opened_is_one_sentence(run, tmp_path):
    (tmp_path / "taken").write_text("x")
    ran = run("list", "--library", tmp_path / "taken")
    assert (ran.code, ran.out) == (1, "")
    assert str(tmp_path / "taken") in ran.err
    assert "--library" in ran.err
    assert is_one_sentence(ran.err)


def test_our_own_mistakes_are_loud(run, monkeypatch):
    def fails(*_):
        raise RuntimeError("ours")

    monkeypatch.setattr("peelviewer.library.Library.reports", fails)
    with pytest.raises(RuntimeError, match="ours"):
        run("list")


def test_ctrl_c_leaves_quietly_with_130(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("peelviewer.library.Library.reports", interrupted)
    assert run("list") == (130, "", "")


def test_a_reader_that_has_had_enough_is_no_error(kept):
    with program("measures", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        writer.stdout.close()
        assert writer.stderr.read() == ""
        assert writer.wait(60) == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")  # noqa: PTH110
def test_an_output_that_is_full_is_one_sentence(kept):
    with (
        open("/dev/full", "w") as full,  # noqa: PTH123
        program("list", stdout=full, stderr=subprocess.PIPE) as writer,
    ):
        error = writer.stderr.read()
        assert writer.wait(60) == 1
    assert error.startswith("The output cannot be written")
    assert is_one_sentence(error)


def test_output_is_utf_8_whatever_the_locale(kept, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("LC_ALL", "C")
    with program("show", kept.id, stdout=subprocess.PIPE, encoding="utf-8") as shown:
        assert "Annex A – About the data" in shown.stdout.read()
        assert shown.wait(60) == 0


HEAVY = ("PySide6", "pandas", "pyqtgraph", "numpy", "xlsxwriter")


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        (
            "import peelviewer.cli, peelviewer.library, peelviewer.reading",
            HEAVY,
        ),
        ("import peelviewer.model.codec, peelviewer.reference.forces", HEAVY),
        ("import peelviewer.reference.catalogue", HEAVY),
        ("import peelviewer.charts.spec, peelviewer.charts.wording", HEAVY),
        ("from peelviewer.cli import main; main(['list'])", (*HEAVY, "rich")),
        ("from peelviewer.cli import main; main(['show', 'northshire-effectiveness-2016'])", HEAVY),
        ("import peelviewer.cli", (*HEAVY, "sqlite3", "msgspec", "argparse", "rich")),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(kept, code, unwanted):
    code += f"\nimport sys; print(sorted(set(sys.modules) & {set(unwanted)}), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == "[]\n"
