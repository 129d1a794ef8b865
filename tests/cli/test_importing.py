"""Files come into the library after a look at what was recognised; what is refused is named."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from peelviewer.library import Library
from peelviewer.model import codec
from peelviewer.model.corrections import Corrections
from tests import builders
from tests.reading.sheets import sheets


@pytest.fixture
def reports(library_folder):
    """What is in the library now, beside the digests that ship with the program."""

    def kept():
        with Library.open(library_folder) as library:
            return [r.id for r in library.reports() if r.force.id == "northshire"]

    return kept


@pytest.fixture
def answers(monkeypatch):
    """Make stdin a terminal with a user at it."""

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    return lambda text: monkeypatch.setattr(sys, "stdin", Terminal(text))


def written(path, **changes):
    report = msgspec.structs.replace(builders.sample_report(), **changes)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(codec.encode(report))
    return path


def test_with_yes_a_file_is_kept_at_once(run, file, reports, library_folder):
    ran = run("import", file, "--yes")
    assert ran.code == 0
    assert ran.out == (
        f"{file}: Northshire Police, effectiveness 2016: full text, 12 pages, 10 sections, "
        "3 judgments, 2 figures, 4 measures, 3 actions, 1 footnote; "
        "added as northshire-effectiveness-2016\n"
    )
    assert ran.err == ""
    assert reports() == ["northshire-effectiveness-2016"]
    with Library.open(library_folder) as library:
        original = library.original("northshire-effectiveness-2016")
    assert original.read_bytes() == file.read_bytes()


def test_the_same_file_again_is_said_to_be_there(run, file):
    run("import", file, "--yes")
    ran = run("import", file, "--yes")
    assert ran.code == 0
    assert "was there already as northshire-effectiveness-2016" in ran.out


def test_a_digest_and_then_the_full_text_are_together(run, tmp_path, file):
    digest = written(tmp_path / "digest.json", edition="digest")
    ran = run("import", digest, file, "--yes")
    assert "full text and digest of northshire-effectiveness-2016 are together now" in ran.out


def test_on_a_terminal_it_asks_and_keeps_on_yes(run, file, reports, answers):
    answers("y\n")
    ran = run("import", file)
    assert ran.code == 0
    assert "12 pages" in ran.out.splitlines()[0]
    assert "Keep 1 report in " in ran.err
    assert reports() == ["northshire-effectiveness-2016"]


@pytest.mark.parametrize("answer", ["n\n", "\n", "", "perhaps\n"])
def test_on_any_other_answer_nothing_is_kept(run, file, reports, answers, answer):
    answers(answer)
    ran = run("import", file)
    assert ran.code == 1
    assert ran.err.endswith("Nothing was kept.\n")
    assert reports() == []


def test_without_a_terminal_and_without_yes_nothing_is_kept_and_it_says_why(
    run, file, reports, monkeypatch
):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    ran = run("import", file)
    assert ran.code == 1
    assert "Northshire Police" in ran.out
    assert ran.err == "Nothing was kept: there is no terminal to ask on, add --yes to keep.\n"
    assert reports() == []


def test_all_files_of_a_folder_are_tried_and_the_rest_goes_on(run, tmp_path, reports):
    written(tmp_path / "in" / "a.json", id="northshire-effectiveness-2015", year="2015")
    written(tmp_path / "in" / "deeper" / "b.JSON")
    written(tmp_path / "in" / ".hidden" / "c.json", id="hidden")
    (tmp_path / "in" / "broken.json").write_text('{"schema": 1, "id": 5}')
    (tmp_path / "in" / "empty.md").write_text("")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")

    ran = run("import", tmp_path / "in", tmp_path / "gone.md", "--yes")

    assert ran.code == 1
    assert reports() == ["northshire-effectiveness-2015", "northshire-effectiveness-2016"]
    refused = ran.err.splitlines()
    assert len(refused) == 3
    assert refused[0] == f"There is no file or folder {tmp_path / 'gone.md'}."
    assert "broken.json is not a valid report" in refused[1]
    assert "$.id" in refused[1]
    assert "empty.md" in refused[2]


def test_a_file_named_twice_is_read_once(run, file):
    assert run("import", file, file.parent, "--yes").out.count("\n") == 1


def test_a_folder_without_reports_is_named(run, tmp_path):
    (tmp_path / "empty").mkdir()
    ran = run("import", tmp_path / "empty", "--yes")
    assert ran.code == 1
    assert ran.err.startswith(f"There is no report in the folder {tmp_path / 'empty'}: ")


def test_a_folder_that_cannot_be_looked_into_is_named_and_the_rest_goes_on(run, file, closed):
    ran = run("import", file.parent, "--yes")
    assert (ran.code, ran.out.count("\n")) == (1, 1)
    assert ran.err == (
        f"The folder {closed} cannot be looked into (Permission denied): give yourself the right "
        "to read it.\n"
    )
    assert run("import", closed, "--yes").err == ran.err


def test_a_library_that_cannot_be_written_is_said_before_anything_is_read(run, file, monkeypatch):
    monkeypatch.setattr("peelviewer.library.opening._may_write", lambda _: False)
    monkeypatch.setattr("peelviewer.library.opening._prepared", lambda _: file.parent / "x.db")
    from peelviewer.library import schema
    from peelviewer.library.database import connect

    connection = connect(str(file.parent / "x.db"))
    schema.migrate(connection)
    connection.close()
    ran = run("import", file, "--yes")
    assert (ran.code, ran.out) == (1, "")
    assert "cannot be written" in ran.err


def test_progress_is_shown_on_a_terminal_and_results_stay_whole(run, file, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    ran = run("import", file, "--yes")
    assert ran.code == 0
    assert ran.out.startswith(f"{file}: Northshire Police")
    assert "northshire.json: reading" in terminal.getvalue()


@pytest.fixture
def markdown(tmp_path):
    """A report as Markdown, which is read in a child process."""
    path = tmp_path / "northshire.md"
    path.write_text(sheets().text(), encoding="utf-8")
    return path


@pytest.fixture
def newer(tmp_path):
    """A newer copy of that report: one paragraph says something else."""
    path = tmp_path / "newer.md"
    text = sheets().text().replace("Patrols walk the same streets", "Patrols walk other streets", 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_that_is_there_is_not_read_again_whatever_its_name(run, markdown, monkeypatch):
    run("import", markdown, "--yes")
    twin = markdown.with_name("twin.txt")
    twin.write_bytes(markdown.read_bytes())
    monkeypatch.setattr("peelviewer.reading.fence.read_fenced", pytest.fail)

    ran = run("import", twin, "--yes")

    assert ran == (0, f"{twin}: was there already as northshire-effectiveness-2016\n", "")


def test_with_again_it_is(run, markdown):
    run("import", markdown, "--yes")
    ran = run("import", markdown, "--yes", "--again")
    assert ran.code == 0
    assert "Northshire Police, effectiveness 2016: full text" in ran.out
    assert ran.out.endswith("was there already as northshire-effectiveness-2016\n")


def test_the_same_file_under_two_names_is_read_once(run, markdown):
    twin = markdown.with_name("twin.md")
    twin.write_bytes(markdown.read_bytes())

    ran = run("import", markdown, twin, "--yes")

    assert ran.code == 0
    assert f"{twin}: the same file as {markdown}\n" in ran.out
    assert ran.out.count("added as") == 1


def test_a_newer_copy_says_in_numbers_what_is_different(run, markdown, newer):
    run("import", markdown, "--yes")
    ran = run("import", newer, "--yes")
    assert ran.code == 0
    assert ran.out.endswith(
        "took the place of what was there as northshire-effectiveness-2016: 1 passage new, 1 gone\n"
    )


@pytest.mark.parametrize(("answer", "is_replaced"), [("y\n", True), ("n\n", False)])
def test_on_a_terminal_a_newer_copy_is_asked_about(
    run, markdown, newer, answers, library_folder, answer, is_replaced
):
    run("import", markdown, "--yes")
    answers(answer)

    ran = run("import", newer)

    assert f"Replace northshire-effectiveness-2016 by {newer}? [y/N] " in ran.err
    assert "northshire-effectiveness-2016 is there already, 1 passage new, 1 gone" in ran.out
    assert ran.code == (0 if is_replaced else 1)
    with Library.open(library_folder) as library:
        assert (library.find(newer) is not None) is is_replaced
        assert (library.find(markdown) is not None) is not is_replaced


@pytest.mark.parametrize(
    ("answer", "asked", "added", "replaced"),
    [("y\ny\n", 2, 1, 1), ("y\nn\n", 2, 1, 0), ("n\n", 1, 0, 0)],
)
def test_two_copies_of_a_new_report_are_one_report_and_a_question(
    run, markdown, newer, answers, reports, answer, asked, added, replaced
):
    answers(answer)

    ran = run("import", markdown, newer)

    assert "Keep 1 report in " in ran.err
    assert ran.err.count("[y/N]") == asked
    assert ran.out.count("added as") == added == len(reports())
    assert ran.out.count("took the place") == replaced


def test_each_newer_copy_has_a_question_of_its_own(run, markdown, newer, file, answers, reports):
    run("import", markdown, "--yes")
    other = written(file.with_name("b.json"), id="northshire-effectiveness-2015", year="2015")
    answers("y\nn\n")

    ran = run("import", other, newer)

    assert "Keep 1 report in " in ran.err
    assert "Replace northshire-effectiveness-2016 by " in ran.err
    assert reports() == ["northshire-effectiveness-2015", "northshire-effectiveness-2016"]
    assert ran.code == 1


def test_what_was_corrected_is_corrected_again(run, markdown, newer, library_folder):
    run("import", markdown, "--yes")
    corrections = Corrections(title="PEEL: Police effectiveness 2016, as corrected")
    with Library.open(library_folder) as library:
        report = library.report("northshire-effectiveness-2016")
        library.keep(report, markdown, corrections)

    ran = run("import", newer, "--yes")

    assert "; with your corrections; took the place" in ran.out
    with Library.open(library_folder) as library:
        assert library.report(report.id).title == corrections.title
        assert library.corrections(newer) == corrections


def test_a_correction_whose_passage_is_gone_is_named_and_left_out(
    run, markdown, newer, library_folder
):
    run("import", markdown, "--yes")
    with Library.open(library_folder) as library:
        report = library.report("northshire-effectiveness-2016")
        block = next(b for b in report.blocks_by_id.values() if "same streets" in b.text)
        library.keep(report, markdown, Corrections(kinds={block.id: "quotation"}))

    ran = run("import", newer, "--yes")

    assert ran.code == 0
    assert ran.err == (
        f"{newer}: corrections of yours have no place in it and are left out: {block.id}.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_ctrl_c_ends_every_child_at_once(markdown, library_folder):
    program = (
        "import signal, sys\n"
        # A shell's background commands, and so the tests in them, are born deaf to it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from peelviewer.cli import main; from peelviewer.fence import child\n"
        "from peelviewer.reading import fence\n"
        "fence._READ = 'tests.fence.behind_the_fence:loop_whatever_it_is_given'\n"
        "start = child.Child.__init__\n"
        "def noted(self, words): start(self, words); print(self._process.pid, flush=True)\n"
        "child.Child.__init__ = noted\n"
        f"sys.exit(main(['import', {str(markdown)!r}, '--yes']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    ) as importing:
        child = int(importing.stdout.readline())
        importing.send_signal(signal.SIGINT)
        _, errors = importing.communicate(timeout=20)

    assert (importing.returncode, errors) == (130, "")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    with Library.open(library_folder) as library:
        assert all(report.force.id != "northshire" for report in library.reports())


def test_several_files_are_read_at_once_and_one_that_is_refused_stops_none(
    run, markdown, tmp_path, reports
):
    paths = [markdown]
    for number in range(3):
        path = tmp_path / f"story{number}.md"
        path.write_text(f"# Story {number}\n\nOnce upon a time.\n")
        paths.append(path)

    ran = run("import", *paths, "--yes")

    assert ran.code == 1
    assert ran.err.count("cannot be read as an inspection report") == 3
    assert reports() == ["northshire-effectiveness-2016"]


@pytest.mark.real_report
def test_the_full_text_joins_the_shipped_digest_in_place(run, real_report_path, library_folder):
    with Library.open(library_folder) as library:
        (digest,) = (library.report(report.id) for report in library.reports())

    ran = run("import", real_report_path, "--yes")

    assert ran.code == 0
    with Library.open(library_folder) as library:
        full = library.report(digest.id)
        assert library.digest(digest.id) == digest
        assert library.find(real_report_path) == digest.id
    assert full.edition == "full"
    assert [section.id for section in full.sections] == [s.id for s in digest.sections]
    titles = {section.title for section in digest.sections}
    for section in digest.sections:
        texts = (block.text for block in section.blocks if block.kind == "paragraph")
        said = tuple(text for text in texts if text not in titles)
        assert full.sections_by_id[section.id].brief == said
    assert "was there already" in run("import", real_report_path, "--yes").out
