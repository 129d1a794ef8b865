"""Measures and actions become tidy tables that other programs can trust."""

import csv
import io
import json
import zipfile
from datetime import date

import msgspec
import pytest

from peelviewer.cli import formats, tidy
from peelviewer.model import codec
from peelviewer.model.measure import Printed
from peelviewer.reference.catalogue import catalogue

SHIPPED = "leicestershire-effectiveness-2016"


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_value_of_a_measure_is_a_row(run, kept):
    rows = table(run("measures", kept.id).out)
    assert tuple(rows[0]) == tidy.MEASURE_COLUMNS
    assert len(rows) == 2 * len(kept.measures)
    assert rows[2] | {"note": ""} == {
        "report": kept.id,
        "force": "Northshire Police",
        "year": "2016",
        "pillar": "effectiveness",
        "figure": "1",
        "measure": "recorded_crime",
        "label": "Recorded crime (excluding fraud)",
        "unit": "per_1000_population",
        "period": "12 months to",
        "period_start": "",
        "period_end": "2016-06-30",
        "series": "Northshire Police",
        "value": "51.0",
        "value_as_printed": "51.0",
        "missing": "",
        "note": "",
        "source": "Home Office data, in HMIC, PEEL: Police effectiveness 2016 – "
        "Northshire Police, figure 1, p. 6.",
        "section": "preventing/how-much-crime",
        "page": "6",
        "origin": "table",
        "passage": "Recorded crime (excluding fraud) 51.0 68.2",
    }
    assert (rows[3]["series"], rows[3]["value"]) == ("England and Wales", "68.2")


def test_a_caveat_travels_with_its_number(run, kept):
    shipped = codec.decode(run("show", SHIPPED, "--json").out.encode(), SHIPPED)
    notes = [row["note"] for row in table(run("measures", SHIPPED).out)]
    caveats = [
        (caveat.text.rstrip("."), note)
        for measure, of_force, of_nation in zip(
            shipped.measures, notes[::2], notes[1::2], strict=True
        )
        for caveat in catalogue().caveats(measure.key, shipped)
        for note in (of_force, of_nation)
    ]

    assert caveats
    assert [text for text, note in caveats if text not in note] == []


def test_without_a_report_every_report_is_in(run, kept):
    assert kept.id in {row["report"] for row in table(run("measures").out)}


def test_several_reports_and_files_are_one_table(run, kept, tmp_path):
    other = msgspec.structs.replace(kept, id="northshire-effectiveness-2015", year="2015")
    (tmp_path / "other.json").write_bytes(codec.encode(other))
    rows = table(run("actions", kept.id, tmp_path / "other.json").out)
    assert [row["year"] for row in rows] == ["2016"] * 3 + ["2015"] * 3


def test_a_missing_value_is_an_empty_cell_with_its_reason(run, tmp_path, sample_report):
    first, second, *rest = sample_report.measures
    report = msgspec.structs.replace(
        sample_report,
        measures=(
            msgspec.structs.replace(
                first, national=None, missing="The force sent no data.", as_printed=Printed()
            ),
            msgspec.structs.replace(second, national=None, as_printed=Printed(force="-51.0")),
            *rest,
        ),
    )
    (tmp_path / "x.json").write_bytes(codec.encode(report))
    rows = table(run("measures", tmp_path / "x.json").out)
    assert (rows[0]["value"], rows[0]["missing"]) == ("201.0", "")
    assert (rows[1]["value"], rows[1]["missing"]) == ("", "The force sent no data.")
    assert (rows[3]["value"], rows[3]["missing"]) == ("", "not given in the report")
    assert rows[2]["value_as_printed"] == "'-51.0"


def test_json_has_numbers_and_nulls(run, kept):
    rows = json.loads(run("measures", kept.id, "--format", "json").out)
    assert rows[0]["value"] == 201.0
    assert rows[0]["figure"] is None
    assert tuple(rows[0]) == tidy.MEASURE_COLUMNS


def test_actions_are_numbered_with_their_chapter(run, kept):
    rows = table(run("actions", kept.id).out)
    assert [row["number"] for row in rows] == ["1", "2", "3"]
    assert rows[1]["chapter"] == "How effective is the force at investigating crime?"
    assert rows[1]["text"] == "The force should supervise its investigations."
    assert rows[1]["kind"] == "area_for_improvement"


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_carry_out_is_quoted(first):
    data = formats.as_csv(("x", "y"), [(f"{first}1+1", -1.5)])
    assert list(csv.reader(io.StringIO(data.decode(), newline="")))[1] == [f"'{first}1+1", "-1.5"]


def test_csv_follows_rfc_4180(run, kept):
    assert formats.as_csv(("a", "b"), [('say "x", y', None)]) == b'a,b\r\n"say ""x"", y",\r\n'


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("x.csv", [], b"report,force,"),
        ("x.json", [], b"[\n  {"),
        ("x.xlsx", [], b"PK"),
        ("x.txt", [], b"report,force,"),
        ("x.csv", ["--format", "json"], b"[\n  {"),
    ],
)
def test_the_format_follows_the_name_unless_it_is_named(run, kept, tmp_path, name, options, start):
    ran = run("measures", kept.id, "-o", tmp_path / name, *options)
    assert ran == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_spreadsheet_has_typed_cells_and_no_formulas(run, tmp_path):
    data = formats.as_xlsx(("text", "number"), [("=1+1", 2.5), ("http://x", None)], "measures")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert "<v>2.5</v>" in sheet
    assert "=1+1" in texts


def test_days_are_days_in_a_spreadsheet_and_iso_text_elsewhere():
    rows = [(date(2016, 6, 30), None)]

    with zipfile.ZipFile(io.BytesIO(formats.as_xlsx(("end", "start"), rows, "measures"))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert "<v>42551</v>" in sheet  # days since 1900
    assert "yyyy-mm-dd" in styles
    assert formats.as_csv(("end", "start"), rows) == b"end,start\r\n2016-06-30,\r\n"
    assert b'"end": "2016-06-30"' in formats.as_json(("end", "start"), rows)


def test_a_text_too_long_for_a_cell_is_cut_and_not_left_out():
    data = formats.as_xlsx(("text",), [("x" * 40_000,)], "actions")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert "x" * 32_766 + "…</t>" in book.read("xl/sharedStrings.xml").decode()


def test_a_spreadsheet_without_a_file_is_refused(run, kept):
    ran = run("measures", kept.id, "--format", "xlsx")
    assert (ran.code, ran.out) == (1, "")
    assert "add -o FILE" in ran.err


@pytest.mark.parametrize(
    ("place", "sentence"),
    [("gone/x.csv", "there is no folder"), (".", "is a folder: give the name of a file")],
)
def test_a_place_that_cannot_be_written_is_refused_before_anything_is_done(
    run, kept, tmp_path, place, sentence
):
    ran = run("measures", kept.id, "-o", tmp_path / place)
    assert ran.code == 1
    assert sentence in ran.err


def test_what_was_there_stays_when_writing_fails(run, kept, tmp_path, monkeypatch):
    (tmp_path / "x.csv").write_text("before")
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "no")))
    ran = run("measures", kept.id, "-o", tmp_path / "x.csv")
    assert ran.code == 1
    assert "x.csv cannot be written (no)" in ran.err
    assert (tmp_path / "x.csv").read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 1
