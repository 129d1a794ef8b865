"""Bad input is refused in one sentence that names it, and leaves nothing behind."""

import os
import sys
from pathlib import Path

import pytest

from peelviewer.library import Library
from tests.reading.sheets import sheets

TEXT = sheets().text()
NO_REPORT = b"# Minutes of the parish council\n\nPresent: everyone. The hedge was discussed.\n"
HOSTILE = """
<script>alert("x")</script>

<img src=x onerror="alert(1)"><iframe src="file:///etc/passwd"></iframe>

![a picture](https://example.org/track.png) ![another](file:///etc/passwd)

[a page](https://example.org/), [a file](file:///etc/passwd), [a script](javascript:alert(1)).

<style>@import url("https://example.org/x.css");</style>
"""


@pytest.fixture
def left(library_folder):
    """What the library holds beyond what ships with the program: reports and files."""

    def found():
        with Library.open(library_folder) as library:
            reports = [summary.id for summary in library.reports() if summary.edition == "full"]
        originals = library_folder / "originals"
        return reports, sorted(originals.iterdir()) if originals.exists() else []

    return found


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.md", b"", "is empty"),
        ("empty.txt", b"", "is empty"),
        ("empty.pdf", b"", "is empty"),
        ("blank.md", b"\n \r\n\t\n", "is empty"),
        ("bom.md", b"\xef\xbb\xbf", "is empty"),
        ("nulls.md", TEXT.encode().replace(b"e", b"\0", 5), "is not a text file"),
        ("nulls.txt", b"\0" * 1000, "is not a text file"),
        ("torn.md", b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "is not a text file"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "is a picture"),
        ("letter.docx", b"PK\x03\x04" + bytes(100), "of a kind that cannot be read (.docx)"),
        ("report.html", TEXT.encode(), "of a kind that cannot be read (.html)"),
        ("report", bytes(range(256)) * 20, "is not a text file"),
        ("text.pdf", TEXT.encode(), "is a text file although"),
        ("garbage.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, "is not a PDF that can be read"),
        ("pdf.md", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "is a PDF"),
        ("minutes.md", NO_REPORT, "no title on its first pages names a PEEL report"),
        ("minutes.txt", NO_REPORT, "no title on its first pages names a PEEL report"),
        ("page.md", HOSTILE.encode(), "no title on its first pages names a PEEL report"),
        ("cover.md", TEXT.partition("Introduction")[0].encode(), "cannot be read"),
        ("report.json", b'{"schema": 1, "id": 5}', "is not a valid report"),
        ("text.json", TEXT.encode(), "is not valid JSON"),
        ("deep.json", b"[" * 100_000, "is not"),
        ("big.txt", b"The hedge was discussed. " * 400_000, "no title on its first pages"),
    ],
)  # fmt: skip
def test_it_is_refused_and_nothing_is_kept(run, tmp_path, left, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)

    ran = run("import", path, "--yes")

    assert (ran.code, ran.out) == (1, "")
    (sentence,) = ran.err.splitlines()
    assert str(path) in sentence
    assert said in sentence
    assert sentence.endswith(".")
    assert left() == ([], [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("utf-16.md", TEXT.encode("utf-16")),
        ("big-endian.md", b"\xfe\xff" + TEXT.encode("utf-16-be")),
        ("utf-32.md", TEXT.encode("utf-32")),
        ("marked.md", TEXT.encode("utf-8-sig")),
        ("cp1252.md", TEXT.encode("cp1252")),
        ("windows.md", TEXT.replace("\n", "\r\n").encode()),
        ("old-mac.md", TEXT.replace("\n", "\r").encode()),
        ("LOUD.MD", TEXT.encode()),
        ("-strange name é.markdown", TEXT.encode()),
    ],
)
def test_a_report_in_another_dress_is_the_same_report(run, tmp_path, library_folder, name, data):
    plain = tmp_path / "plain.md"
    plain.write_text(TEXT, encoding="utf-8")
    shown = run("show", plain, "--json").out
    path = tmp_path / name
    path.write_bytes(data)

    ran = run("import", path, "--yes")

    assert (ran.code, ran.err) == (0, "")
    assert run("show", "northshire-effectiveness-2016", "--json").out == shown


def test_latin_1_without_the_dashes_is_read(run, tmp_path):
    path = tmp_path / "latin.md"
    path.write_bytes(TEXT.replace("–", "-").replace("walk", "café").encode("latin-1"))

    ran = run("import", path, "--yes")

    assert (ran.code, ran.err) == (0, "")
    assert "café" in run("show", "northshire-effectiveness-2016", "--json").out


def test_scripts_and_links_in_a_report_are_only_text(run, tmp_path):
    """They are words of the source like any others: shown, never followed or carried out."""
    path = tmp_path / "report.md"
    path.write_text(TEXT.replace("Patrols walk", f"{HOSTILE}\n\nPatrols walk", 1), encoding="utf-8")

    ran = run("import", path, "--yes")

    assert (ran.code, ran.err) == (0, "")
    assert 'alert(\\"x\\")' in run("show", "northshire-effectiveness-2016", "--json").out
    assert "Could not be placed" not in run("check", "northshire-effectiveness-2016").out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_is_refused_and_not_waited_for(run, tmp_path, left):
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)

    ran = run("import", pipe, Path(os.devnull), "--yes")

    assert ran.code == 1
    assert ran.err == (
        f"{pipe} is a device or a pipe: give the name of a file.\n"
        f"{os.devnull} is a device or a pipe: give the name of a file.\n"
    )
    assert left() == ([], [])


@pytest.mark.parametrize("name", ["show", "check"])
def test_other_commands_refuse_it_with_the_same_sentence(run, tmp_path, name):
    path = tmp_path / "minutes.md"
    path.write_bytes(NO_REPORT)

    ran = run(name, path)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == run("import", path, "--yes").err
