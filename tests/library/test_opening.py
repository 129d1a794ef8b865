"""A library opens, or a sentence names its folder and says what to do."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import threading

import msgspec
import pytest

from peelviewer.errors import LibraryError
from peelviewer.library import Library, schema


def kept(folder, no_digests, report):
    with Library.open(folder, no_digests) as library:
        library.keep(report)
    return folder


def refusal(folder, no_digests):
    with pytest.raises(LibraryError) as refused:
        Library.open(folder, no_digests)
    sentence = str(refused.value)
    assert str(folder) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_a_missing_folder_is_made(tmp_path, no_digests):
    with Library.open(tmp_path / "a" / "b", no_digests) as library:
        assert library.folder == tmp_path / "a" / "b"
        assert not library.is_read_only
    assert (tmp_path / "a" / "b" / "library.db").is_file()


def test_a_folder_with_signs_of_an_address_in_its_name_works(tmp_path, no_digests, sample_report):
    folder = kept(tmp_path / "100% of it? #1", no_digests, sample_report)
    assert (folder / "library.db").is_file()


def test_what_is_kept_is_on_the_disk_before_keep_returns(library):
    query = library._connection.execute
    assert query("PRAGMA journal_mode").fetchone() == ("wal",)
    assert query("PRAGMA synchronous").fetchone() == (2,)
    assert query("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_file_where_the_folder_should_be_is_named(tmp_path, no_digests):
    (tmp_path / "taken").write_text("x")
    assert "is a file and not a folder" in refusal(tmp_path / "taken", no_digests)
    assert "--library" in refusal(tmp_path / "taken" / "below", no_digests)


def test_a_file_that_is_no_database_is_refused_and_left(tmp_path, no_digests):
    (tmp_path / "library.db").write_text("These are my notes, not a database at all. " * 40)
    assert "is not a library of PEEL Viewer" in refusal(tmp_path, no_digests)
    assert (tmp_path / "library.db").read_text().startswith("These are my notes")


def test_a_database_of_another_program_is_refused_and_left(tmp_path, no_digests):
    theirs = sqlite3.connect(tmp_path / "library.db")
    theirs.execute("CREATE TABLE theirs (x)")
    theirs.close()
    assert "belongs to another program" in refusal(tmp_path, no_digests)


def test_a_library_of_a_newer_program_is_refused_politely(tmp_path, no_digests, sample_report):
    folder = kept(tmp_path / "x", no_digests, sample_report)
    connection = sqlite3.connect(folder / "library.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    sentence = refusal(folder, no_digests)
    assert "written by a newer version of PEEL Viewer (schema 99" in sentence
    assert "update the program" in sentence


def test_a_damaged_library_is_said_to_be_damaged(tmp_path, no_digests, sample_report):
    folder = kept(tmp_path / "x", no_digests, sample_report)
    path = folder / "library.db"
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))
    with pytest.raises(LibraryError, match="is damaged"), Library.open(folder, no_digests) as x:
        x.report(sample_report.id)


def test_a_library_that_another_program_holds_says_so(
    tmp_path, no_digests, sample_report, monkeypatch
):
    monkeypatch.setattr("peelviewer.library.database.BUSY_SECONDS", 0.05)
    with Library.open(tmp_path / "x", no_digests) as library:
        other = sqlite3.connect(tmp_path / "x" / "library.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="is in use by another program"):
            library.keep(sample_report)
        other.execute("ROLLBACK")
        other.close()
        assert library.keep(sample_report).outcome == "added"


def test_a_full_disk_is_named_and_nothing_is_changed(library, sample_report):
    pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
    library._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="disk is full: nothing was changed"):
        library.keep(sample_report)
    assert library.reports() == ()


def test_our_own_mistakes_stay_loud(library, sample_report):
    library._connection.execute("DROP TABLE passage")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        library.keep(sample_report)


def test_a_folder_that_may_not_be_written_is_still_read(
    tmp_path, no_digests, sample_report, locked_down
):
    folder = locked_down(kept(tmp_path / "x", no_digests, sample_report))
    with Library.open(folder, no_digests) as library:
        assert library.is_read_only
        assert library.report(sample_report.id) == sample_report
        with pytest.raises(LibraryError) as refused:
            library.keep(sample_report)
        assert str(refused.value).startswith(f"The library at {folder} cannot be written")
        with pytest.raises(LibraryError, match="cannot be written"):
            library.remove(sample_report.id)
        with pytest.raises(LibraryError, match="cannot be written"):
            library.rebuild()


def test_a_library_left_in_mid_sentence_is_read_whole_even_if_it_may_not_be_written(
    tmp_path, no_digests, sample_report, locked_down
):
    with Library.open(tmp_path / "x", no_digests) as library:
        library.keep(sample_report)
        # As after a power cut: the log is there, and what it says is not in the file yet.
        shutil.copytree(tmp_path / "x", tmp_path / "y")
    (tmp_path / "y" / "library.db-shm").unlink()
    folder = locked_down(tmp_path / "y")
    with Library.open(folder, no_digests) as library:
        assert library.report(sample_report.id) == sample_report


def test_an_older_library_that_may_not_be_written_is_read_in_memory(
    tmp_path, no_digests, sample_report, locked_down, monkeypatch
):
    folder = locked_down(kept(tmp_path / "x", no_digests, sample_report))

    def add_a_table(connection):
        connection.execute("CREATE TABLE later (x)")

    migrations = (*schema.MIGRATIONS, add_a_table)
    monkeypatch.setattr(schema, "VERSION", len(migrations))
    monkeypatch.setattr(schema.migrate, "__defaults__", (migrations,))
    with Library.open(folder, no_digests) as library:
        assert library.is_read_only
        assert library.report(sample_report.id) == sample_report


def test_an_empty_folder_that_may_not_be_written_is_named(tmp_path, no_digests, locked_down):
    (tmp_path / "x").mkdir()
    folder = locked_down(tmp_path / "x")
    sentence = refusal(folder, no_digests)
    assert "none can be made there" in sentence
    assert "--library" in sentence
    assert "cannot be used" in refusal(folder / "below", no_digests)


def test_a_file_that_may_not_be_read_is_named(tmp_path, no_digests, sample_report, locked_down):
    folder = locked_down(kept(tmp_path / "x", no_digests, sample_report))
    if os.name == "posix":
        user = os.geteuid()
        if user == 65534:
            os.seteuid(0)
        (folder / "library.db").chmod(0)
        os.seteuid(user)
    assert "cannot be opened" in refusal(folder, no_digests)


def test_each_thread_opens_its_own(tmp_path, no_digests, sample_report):
    folder = tmp_path / "x"
    faults = []

    def keep_one(number):
        try:
            with Library.open(folder, no_digests) as library:
                library.keep(msgspec.structs.replace(sample_report, id=f"r{number}"))
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=keep_one, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert faults == []
    with Library.open(folder, no_digests) as library:
        assert len(library.reports()) == 6


def test_a_library_of_another_thread_is_refused(library):
    faults = []

    def use():
        try:
            library.reports()
        except sqlite3.ProgrammingError as error:
            faults.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join(10)
    assert len(faults) == 1


def test_what_one_keeps_the_other_sees(tmp_path, no_digests, sample_report):
    with (
        Library.open(tmp_path / "x", no_digests) as one,
        Library.open(tmp_path / "x", no_digests) as other,
    ):
        one.keep(sample_report)
        assert other.report(sample_report.id) == sample_report


def test_two_programs_may_make_the_library_at_the_same_time(tmp_path):
    code = (
        "import sys; from pathlib import Path; from peelviewer.library import Library\n"
        "with Library.open(Path(sys.argv[1])) as library: library.reports()"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "x")]) for _ in range(3)
    ]
    assert [program.wait(60) for program in programs] == [0, 0, 0]


def test_a_file_that_another_program_reads_gets_its_log_when_that_is_done(tmp_path):
    Library.open(tmp_path).close()
    other = sqlite3.connect(tmp_path / "library.db", check_same_thread=False)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM report").fetchone()
    done = threading.Timer(0.2, other.close)
    done.start()

    with Library.open(tmp_path) as library:
        assert library.reports()
    done.join()
    with contextlib.closing(sqlite3.connect(tmp_path / "library.db")) as again:
        assert again.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_library_imports_nothing_heavy():
    code = (
        "import sys, tempfile, pathlib\n"
        "from peelviewer.library import Library\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    with Library.open(pathlib.Path(folder)) as library:\n"
        "        for report in library.reports(): library.report(report.id)\n"
        "heavy = {'PySide6', 'pandas', 'pyqtgraph', 'numpy', 'platformdirs', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
