"""Reports are listed, shown and checked, for people and for programs."""

import json
import re

import msgspec
import pytest

from peelviewer.library import Library
from peelviewer.model import codec
from peelviewer.model.report import Audit, Unplaced


def test_reports_are_listed_under_each_other(run, kept):
    ran = run("list")
    assert ran.code == 0
    line = next(line for line in ran.out.splitlines() if line.startswith(kept.id))
    assert re.split(" {2,}", line) == [
        kept.id,
        "Northshire Police",
        "effectiveness",
        "2016",
        "full text",
        "12 pages",
    ]


def test_reports_are_listed_as_json(run, kept):
    listed = {report["id"]: report for report in json.loads(run("list", "--json").out)}
    assert listed[kept.id] == {
        "id": kept.id,
        "title": kept.title,
        "force": {"id": "northshire", "name": "Northshire Police", "code": None},
        "pillar": "effectiveness",
        "year": "2016",
        "edition": "full",
        "pages": 12,
    }


def test_an_empty_library_says_what_to_do(run, library_folder):
    with Library.open(library_folder) as library:
        for report in library.reports():
            library.remove(report.id)
    ran = run("list")
    assert (ran.code, ran.out) == (0, "")
    assert "peelviewer import FILE" in ran.err
    assert run("list", "--json").out == "[]\n"


def test_the_whole_report_is_shown_as_json(run, kept):
    ran = run("show", kept.id, "--json")
    assert ran.code == 0
    assert codec.decode(ran.out.encode(), "stdout") == kept


def test_a_report_is_shown_in_short(run, kept):
    out = run("show", kept.id).out
    for words in (
        "Northshire Police\nPEEL: Police effectiveness 2016\n",
        "edition    full text",
        "Requires improvement  p. 10  How effective is the force at investigating crime?",
        "p. 7     Summary of findings",
        "(a picture in the source)",
        "Areas for improvement\n  p. 7   The force should look again at what worked.",
        "every one of 240 words of the source is accounted for",
    ):
        assert words in out


def test_a_file_is_shown_without_being_kept(run, file, library_folder):
    assert run("show", file, "--json").code == 0
    assert not library_folder.exists()


def test_a_file_without_an_ending_is_shown_where_no_report_has_its_name(run, file, monkeypatch):
    monkeypatch.chdir(file.parent)
    file.rename(file.parent / "northshire")
    ran = run("show", "northshire")
    assert ran.code == 1
    assert "northshire" in ran.err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not valid JSON"),
        (b"{\n!", "line 2 column 1"),
        (b'{"schema": 1, "id": "x", "edition": "half"}', "`$.edition`"),
        (b"\xff\xfe\x00", "is not valid JSON"),
    ],
)
def test_a_broken_report_file_is_refused_with_the_place(run, tmp_path, content, sentence):
    (tmp_path / "x.json").write_bytes(content)
    ran = run("show", tmp_path / "x.json", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert str(tmp_path / "x.json") in ran.err
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["show", "check", "measures", "actions"])
def test_an_unknown_report_is_named_with_one_that_is_near(run, kept, command):
    ran = run(command, "northshire-efectiveness-2016")
    assert (ran.code, ran.out) == (1, "")
    assert "no report 'northshire-efectiveness-2016'" in ran.err
    assert f"Did you mean {kept.id}?" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", ["gone.json", "gone.md", "below/gone.json"])
def test_a_missing_file_is_named(run, name):
    ran = run("show", name)
    assert (ran.code, ran.out) == (1, "")
    assert name in ran.err
    assert ran.err.count("\n") == 1


def test_a_check_tells_values_that_differ_and_what_was_set_apart(run, kept):
    out = run("check", kept.id).out
    assert "recorded_crime, Northshire Police, 12 months to 2016-06-30: 51 (p. 6), 52 (p. 6)" in out
    assert "240 words in the source, 240 accounted for" in out
    assert "9×  DRAFT FOR COMMENT" in out
    assert "Could not be placed" not in out


def test_a_check_tells_what_could_not_be_placed(run, tmp_path, sample_report):
    audit = Audit(
        words=5,
        placed=3,
        unplaced=(Unplaced(text="two\nwords", page=4),),
        surplus=(Unplaced(text="made up"),),
    )
    report = msgspec.structs.replace(sample_report, audit=audit, inconsistencies=())
    (tmp_path / "x.json").write_bytes(codec.encode(report))
    ran = run("check", tmp_path / "x.json")
    assert ran.code == 0
    assert "Could not be placed\n\n  p. 4  two words" in ran.out
    assert "In the report and not in the source\n\n    made up" in ran.out
    assert "No measure is printed with two different values" in ran.out
    shown = run("show", tmp_path / "x.json").out
    assert "1 passage could not be placed; 1 passage not in the source" in shown


def test_a_check_of_a_digest_has_nothing_to_audit(run, tmp_path, sample_digest):
    (tmp_path / "x.json").write_bytes(codec.encode(sample_digest))
    assert "there is no source text to audit" in run("check", tmp_path / "x.json").out


def test_a_check_is_told_as_json(run, kept):
    found = json.loads(run("check", kept.id, "--json").out)
    assert found["id"] == kept.id
    assert found["audit"]["words"] == 240
    assert [value["value"] for value in found["inconsistencies"][0]["values"]] == [51.0, 52.0]
