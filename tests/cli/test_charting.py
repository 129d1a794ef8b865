"""Charts and pictures are made without a screen, each in the file it was asked for."""

import datetime
import sys
import types

import msgspec
import pytest

from peelviewer.charts.spec import all_charts_of
from peelviewer.model import codec
from peelviewer.model.measure import Period

MAGIC = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF-"}


def png_size(path):
    data = path.read_bytes()
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


@pytest.fixture
def chart(run, file, qapp):
    """Run ``peelviewer chart`` on the sample report."""
    return lambda *words: run("chart", file, *words)


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
@pytest.mark.parametrize("which", [("--figure", "1"), ("--measure", "recorded_crime")])
def test_a_chart_is_saved_in_the_format_that_the_name_says(chart, tmp_path, form, which):
    target = tmp_path / f"chart.{form}"
    assert chart(*which, "-o", target) == (0, f"{target}\n", "")
    assert target.read_bytes().startswith(MAGIC[form])


def test_the_format_named_wins_over_the_name(chart, tmp_path):
    chart("--figure", "1", "-o", tmp_path / "chart.png", "--format", "pdf")
    assert (tmp_path / "chart.png").read_bytes().startswith(MAGIC["pdf"])


def test_width_and_scale_give_the_pixels(chart, tmp_path):
    options = ("--figure", "1", "--width", "600")
    chart(*options, "-o", tmp_path / "one.png")
    chart(*options, "-o", tmp_path / "two.png", "--scale", "2")
    width, height = png_size(tmp_path / "one.png")
    assert width == 600
    assert png_size(tmp_path / "two.png") == (1200, 2 * height)


def test_in_a_folder_a_chart_gets_a_name_by_itself(chart, tmp_path):
    (tmp_path / "charts").mkdir()
    ran = chart("--figure", "1", "-o", tmp_path / "charts")
    (path,) = (tmp_path / "charts").iterdir()
    assert ran.out == f"{path}\n"
    assert path.name.startswith("northshire-2016-effectiveness-fig01")
    assert path.suffix == ".png"


def test_all_charts_go_into_a_folder_that_is_made(chart, tmp_path, sample_report):
    ran = chart("--all", "-o", tmp_path / "charts", "--format", "svg")
    assert ran.code == 0
    made = sorted(str(path) for path in (tmp_path / "charts").iterdir())
    assert sorted(ran.out.splitlines()) == made
    assert len(made) == len(all_charts_of(sample_report))


def test_all_charts_have_names_of_their_own(run, tmp_path, sample_report, qapp):
    twice = msgspec.structs.replace(
        sample_report, measures=sample_report.measures[:1] * 3, actions=()
    )
    (tmp_path / "x.json").write_bytes(codec.encode(twice))
    ran = run("chart", tmp_path / "x.json", "--all", "-o", tmp_path / "charts")
    names = ran.out.splitlines()
    assert len(names) == len(set(names)) == len(all_charts_of(twice))


def test_the_latest_period_is_charted_unless_another_is_named(run, tmp_path, sample_report, qapp):
    first, *rest = sample_report.measures
    earlier = msgspec.structs.replace(
        first, period=Period(kind="12 months to", end=datetime.date(2015, 6, 30))
    )
    report = msgspec.structs.replace(sample_report, measures=(earlier, first, *rest))
    (tmp_path / "x.json").write_bytes(codec.encode(report))

    def charted(key, year):
        ran = run("chart", tmp_path / "x.json", "--measure", key, "-o", tmp_path / "x.svg")
        assert ran.code == 0
        assert f"June {year}" in (tmp_path / "x.svg").read_text(encoding="utf-8")
        return ran.err

    assert "is charted for 2016-06-30; others: add @DATE" in charted(first.key, 2016)
    assert charted(f"{first.key}@2015-06-30", 2015) == ""
    ran = run("chart", tmp_path / "x.json", "--measure", f"{first.key}@2014-06-30", "-o", "x.svg")
    assert ran.code == 1
    assert "there is 2015-06-30, 2016-06-30." in ran.err


def test_a_name_never_leaves_the_folder(run, tmp_path, sample_report, qapp):
    first, *rest = sample_report.measures
    hostile = msgspec.structs.replace(first, key="../../x")
    report = msgspec.structs.replace(sample_report, measures=(hostile, *rest))
    (tmp_path / "x.json").write_bytes(codec.encode(report))
    (tmp_path / "a" / "b").mkdir(parents=True)
    ran = run("chart", tmp_path / "x.json", "--measure", "../../x", "-o", tmp_path / "a" / "b")
    assert ran.code == 0
    assert len(list((tmp_path / "a" / "b").iterdir())) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--figure", "99", "-o", "x.png"], "no figure 99"),
        (["--measure", "recorded_crme", "-o", "x.png"], "did you mean recorded_crime?"),
        (["--measure", "xyzzy", "-o", "x.png"], "peelviewer measures lists the keys"),
        (["--figure", "1", "-o", "gone/x.png"], "there is no folder gone"),
        (["--all", "-o", "gone/below"], "there is no folder gone"),
        (["--all", "-o", "northshire.json"], "is a file: give the name of a folder"),
    ],
)
def test_what_cannot_be_charted_is_one_sentence(chart, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    ran = chart(*words)
    assert (ran.code, ran.out) == (1, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["northshire.json"]


def test_pictures_of_the_views_are_named(run, tmp_path, library_folder, monkeypatch):
    app = types.ModuleType("peelviewer.app")
    app.snapshot = lambda library, folder: [folder / f"{library.name}.png"]
    monkeypatch.setitem(sys.modules, "peelviewer.app", app)
    ran = run("snapshot", "-o", tmp_path / "pictures")
    assert ran == (0, f"{tmp_path / 'pictures' / library_folder.name}.png\n", "")
    assert (tmp_path / "pictures").is_dir()


def test_pictures_cannot_go_where_a_file_is(run, file):
    ran = run("snapshot", "-o", file)
    assert (ran.code, ran.out) == (1, "")
    assert "is a file: give the name of a folder" in ran.err


def test_a_workbook_holds_every_chart_and_the_notes(chart, tmp_path, sample_report):
    from python_calamine import CalamineWorkbook

    target = tmp_path / "charts.xlsx"
    ran = chart("--all", "-o", target)

    assert (ran.code, ran.out) == (0, f"{target}\n")
    names = CalamineWorkbook.from_path(target).sheet_names
    assert names[0] == "Notes"
    assert len(names) == 1 + len(all_charts_of(sample_report))


def test_in_a_folder_a_workbook_gets_a_name_by_itself(chart, tmp_path):
    ran = chart("--figure", "1", "-o", tmp_path, "--format", "xlsx")

    (path,) = tmp_path.glob("*.xlsx")
    assert ran.out == f"{path}\n"
    assert "fig01" in path.name
