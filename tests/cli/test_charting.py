"""Charts and pictures are made without a screen, each in the file it was asked for."""

import datetime
import sys
import types

import msgspec
import pytest

from peelviewer.charts.spec import all_charts_of
from peelviewer.model import codec
from peelviewer.model.force import Force
from peelviewer.model.measure import Period
from peelviewer.model.report import Inconsistency, Occurrence
from tests import builders

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


@pytest.mark.parametrize("name", ["x.gif", "x.csv", "x.jpeg"])
def test_an_ending_that_is_no_format_is_refused(chart, tmp_path, name):
    ran = chart("--figure", 1, "-o", tmp_path / name)

    assert ran.code != 0
    assert f"No chart can be saved as {name}: let the name end in .png, .svg, .pdf or .xlsx" in (
        ran.err
    )
    assert not (tmp_path / name).exists()


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
        (["--measure", "recorded_crme", "-o", "x.png"], "Did you mean recorded_crime?"),
        (["--measure", "xyzzy", "-o", "x.png"], "See peelviewer measures for the keys"),
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


@pytest.fixture
def own_file(tmp_path, sample_report):
    """The sample report as a JSON file, as if it were of a force that the statistics have."""

    def made(*measures):
        force = Force(id="leicestershire", name="Leicestershire Police", code="E23000021")
        report = msgspec.structs.replace(
            builders.with_annex(sample_report),
            force=force,
            measures=(*measures, *sample_report.measures),
        )
        path = tmp_path / "own.json"
        path.write_bytes(codec.encode(report))
        return path

    return made


def measured(key, force, national, *, unit="percent", year=2016):
    return builders.measure(
        key, key, unit, force, national, "preventing/how-much-crime",
        "preventing/how-much-crime.2",
        period=Period(kind="12 months to", end=datetime.date(year, 6, 30)),
    )  # fmt: skip


@pytest.mark.parametrize("way", ["ranked", "tiles", "trend", "change", "profile"])
def test_a_measure_is_charted_in_all_forces(run, own_file, tmp_path, qapp, way):
    target = tmp_path / "x.svg"
    ran = run("chart", own_file(), "--measure", "asb_incidents", "--as", way, "-o", target)
    assert (ran.code, ran.out) == (0, f"{target}\n")
    text = target.read_text(encoding="utf-8")
    assert "Leicestershire" in text
    assert "Office for National Statistics" in text


def test_some_forces_and_the_periods_can_be_picked(run, own_file, tmp_path, qapp):
    target = tmp_path / "x.svg"
    words = ("--measure", "asb_incidents@2016-03-31", "--as", "change", "--since", "2012-03-31")
    ran = run("chart", own_file(), *words, "--forces", "Kent Police, essex", "-o", target)
    assert ran.code == 0
    text = target.read_text(encoding="utf-8")
    assert "3 forces, ranked among 42 of 43 forces" in text
    assert "31 March 2012" in text


def test_a_change_that_the_publisher_calls_not_comparable_is_refused(run, own_file, tmp_path):
    words = ("--measure", "asb_incidents", "--as", "change", "--since", "2008-03-31")
    ran = run("chart", own_file(), *words, "-o", tmp_path / "x.svg")
    assert ran.code == 1
    assert "not directly comparable with previous years" in ran.err


def test_measures_named_together_stand_side_by_side(run, own_file, tmp_path, qapp):
    file = own_file(measured("outcome_charged", 9.1, 12.1), measured("outcome_no_suspect", 50, 47))
    two = ("--measure", "outcome_charged", "--measure", "outcome_no_suspect")
    ran = run("chart", file, *two, "-o", tmp_path / "x.svg")
    assert ran.code == 0
    assert "Charged or summonsed" in (tmp_path / "x.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (("outcome_charged", 9, 12), ("da_outcome_charged", 20, 23), "(annex, p. 14)"),
        (
            ("organised_crime_groups", 9, 12),
            ("organised_crime_groups@2015-06-30",),
            "(annex, p. 14)",
        ),
    ],
)
def test_what_the_report_rules_out_is_refused_with_reason_and_page(
    run, own_file, tmp_path, qapp, first, second, sentence
):
    key = second[0].partition("@")[0]
    file = own_file(
        measured(*first), measured(key, 20, 23, year=2015 if "@" in second[0] else 2016)
    )
    names = ("--measure", f"{first[0]}@2016-06-30", "--measure", second[0])
    ran = run("chart", file, *names, "-o", tmp_path / "x.png")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("This comparison is not made: ")
    assert sentence in ran.err
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--measure", "asb_incidnts", "--as", "ranked"], "Did you mean asb_incidents?"),
        (["--measure", "xyzzy", "--as", "ranked"], "peelviewer statistics import"),
        (["--measure", "xyzzy", "--as", "ranked"], "peelviewer statistics list --keys names"),
        (
            ["--measure", "recorded_crime", "--as", "ranked", "--unit", "grade"],
            "in the unit 'grade': there is ",
        ),
        (["--measure", "asb_incidents@1999-01-01", "--as", "ranked"], "there is 2008-03-31"),
        (["--measure", "asb_incidents", "--as", "tiles", "--forces", "Narnia"], "none of the 43"),
        (
            ["--measure", "effectiveness_overall", "--as", "trend"],
            "cannot be shown as trend, as it is of grades",
        ),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(run, own_file, tmp_path, qapp, words, sentence):
    ran = run("chart", own_file(), *words, "-o", tmp_path / "x.png")
    assert (ran.code, ran.out) == (1, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


def test_what_the_rules_forbid_is_refused_also_where_no_statistics_are_held(
    run, own_file, tmp_path, qapp
):
    file = own_file(measured("organised_crime_groups", 20, 46))
    words = ("--measure", "organised_crime_groups", "--as", "trend", "-o", tmp_path / "x.png")
    ran = run("chart", file, *words)
    assert ran.code == 1
    assert "not to be compared with those of earlier years" in ran.err


def test_the_unit_can_be_picked_where_there_are_several(run, own_file, tmp_path, qapp):
    for unit, words in (("count", "Anti-social"), ("per_1000_population", "per 1,000 population")):
        path = tmp_path / f"{unit}.svg"
        options = ("--measure", "asb_incidents", "--as", "ranked", "--unit", unit, "-o", path)
        assert run("chart", own_file(), *options).code == 0
        title = path.read_text(encoding="utf-8")
        assert words in title
        assert ("per 1,000 population" in title) == (unit != "count")


def test_the_region_of_a_force_that_is_none_of_the_43_is_not_known(chart, tmp_path):
    words = ("--measure", "asb_incidents", "--as", "ranked", "--forces", "region")
    ran = chart(*words, "-o", tmp_path / "x.png")
    assert (ran.code, ran.out) == (1, "")
    assert "its region is not known" in ran.err


def test_a_page_higher_than_a4_is_said_to_be(run, own_file, tmp_path, qapp):
    words = ("--measure", "asb_incidents", "--as", "ranked", "--width", "80mm")
    ran = run("chart", own_file(), *words, "-o", tmp_path / "x.pdf")
    assert (ran.code, ran.out) == (0, f"{tmp_path / 'x.pdf'}\n")
    assert "mm high, higher than A4: print it to fit the page" in ran.err

    assert "A4" not in run("chart", own_file(), *words, "-o", tmp_path / "x.png").err


def test_the_most_similar_forces_are_charted_where_a_table_names_them(
    run, own_file, tmp_path, qapp
):
    table = tmp_path / "similar.csv"
    table.write_text(
        "force_id,measure,unit,period_kind,period_end,value,value_as_printed,source\n"
        "leicestershire,most_similar_forces,forces,as at,2016-03-31,,Kent; essex,Made-up office\n"
    )
    words = ("--measure", "asb_incidents", "--as", "ranked", "--forces", "similar")
    command = ("chart", own_file(), *words, "-o", tmp_path / "x.svg")

    refused = run(*command)
    assert (refused.code, refused.out) == (1, "")
    assert "most similar to Leicestershire Police" in refused.err

    assert run("statistics", "import", table).code == 0
    assert run(*command).code == 0
    text = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "the 2 forces most similar to it" in text
    assert "3 forces, ranked among" in text


@pytest.mark.parametrize(
    "words",
    [
        ["--figure", "1", "--as", "ranked"],
        ["--measure", "a", "--measure", "b", "--as", "ranked"],
        ["--measure", "a", "--forces", "kent"],
        ["--measure", "a", "--unit", "count"],
        ["--measure", "a", "--as", "trend", "--since", "2015-03-31"],
        ["--figure", "1", "--width", "10mm"],
        ["--figure", "1", "--width", "600.5"],
        ["--figure", "1", "--width", "wide"],
        ["--figure", "1", "--width", "2in x"],
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(run, file, words):
    ran = run("chart", file, *words, "-o", "x.png")
    assert (ran.code, ran.out) == (2, "")
    assert "See peelviewer chart --help." in ran.err


@pytest.mark.parametrize(
    ("width", "pixels"),
    [("600", 600), ("600px", 600), ("160mm", 605), ("16cm", 605), ("6.3in", 605)],
)
def test_a_width_can_be_said_on_paper(chart, tmp_path, width, pixels):
    chart("--figure", "1", "--width", width, "-o", tmp_path / "x.png")
    assert png_size(tmp_path / "x.png")[0] == pixels


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


def charted(run, tmp_path, report, *more):
    """Chart recorded crime of a report that prints it again, as ``more`` have it."""
    first = next(one for one in report.measures if one.key == "recorded_crime")
    again = tuple(msgspec.structs.replace(first, **fields) for fields in more)
    found = msgspec.structs.replace(report, measures=(*report.measures, *again))
    path = tmp_path / "again.json"
    path.write_bytes(codec.encode(found))
    return run("chart", path, "--measure", "recorded_crime", "-o", tmp_path / "chart.svg").err


@pytest.mark.usefixtures("qapp")
def test_a_value_that_is_printed_rounded_elsewhere_is_no_contradiction(
    run, tmp_path, sample_report
):
    first = next(one for one in sample_report.measures if one.key == "recorded_crime")

    report = msgspec.structs.replace(sample_report, inconsistencies=())

    said = charted(run, tmp_path, report, {"force": first.force + 0.04})

    assert "is printed with more and with fewer decimals for that period" in said
    assert "check" not in said


@pytest.mark.usefixtures("qapp")
def test_a_value_that_is_printed_without_the_nations_elsewhere_is_the_same(
    run, tmp_path, sample_report
):
    said = charted(run, tmp_path, sample_report, {"national": None})

    assert "is printed" not in said


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "worse",
    [{"national": None, "page": 3}, {"origin": "prose", "page": 3}],
    ids=["without the nation's", "in a sentence"],
)
def test_of_several_places_the_one_with_most_to_tell_is_charted(
    run, tmp_path, sample_report, worse
):
    best = next(one for one in sample_report.measures if one.key == "recorded_crime")
    first = msgspec.structs.replace(best, force=best.force + 0.04, **worse)
    report = msgspec.structs.replace(sample_report, measures=(first, best), inconsistencies=())

    said = charted(run, tmp_path, report)

    assert f"that of page {best.page} is charted" in said


@pytest.mark.usefixtures("qapp")
def test_a_contradiction_is_one_that_the_check_lists(run, tmp_path, sample_report):
    first = next(one for one in sample_report.measures if one.key == "recorded_crime")
    values = tuple(
        Occurrence(value=value, block=first.block, page=1) for value in (first.force, 99.0)
    )
    told = Inconsistency(key=first.key, area="force", period=first.period, values=values)
    report = msgspec.structs.replace(sample_report, inconsistencies=(told,))

    said = charted(run, tmp_path, report, {"force": 99.0})

    assert "is printed with more than one value (see peelviewer check" in said
