"""National statistics on the command line."""

import json

import pytest

from peelviewer.library import Library
from tests.statistics import workbooks

ID = "ons-police-force-area-year-ending-march-2018"


@pytest.fixture
def tables(tmp_path):
    return workbooks.write(tmp_path / "tables.xlsx", {"Table P1": workbooks.crime_table()})


def test_import_says_what_was_taken(run, tables):
    ran = run("statistics", "import", tables)

    assert (ran.code, ran.err) == (0, "")
    assert f"added as {ID}\n" in ran.out
    assert "  in all: 5 forces, 3 measures, 1 period\n" in ran.out
    assert "  Table P1: 3 measures, 12 months to 31 March 2018, 5 forces, 24 values\n" in ran.out
    assert "  not police forces: North East, British Transport Police\n" in ran.out


def test_what_was_imported_is_in_the_library(run, tables, library_folder):
    run("statistics", "import", tables)

    with Library.open(library_folder) as library:
        found = library.statistics.observations("robbery", "count")
    assert {o.area.id: o.value for o in found}["durham"] == 20.0


def test_importing_again_says_so(run, tables):
    run("statistics", "import", tables)

    assert f"all of it was there already, in {ID}\n" in run("statistics", "import", tables).out


def test_what_a_later_file_of_a_source_does_not_hold_stays(run, tmp_path, library_folder):
    heading = "force_id,measure,unit,period_kind,period_end,value,source\n"
    for name in ("ties", "same"):
        (tmp_path / f"{name}.csv").write_text(
            f"{heading}kent,{name},count,as at,2016-01-01,1,Tie source\n", encoding="utf-8"
        )
    run("statistics", "import", tmp_path / "ties.csv")

    ran = run("statistics", "import", tmp_path / "same.csv")

    assert (
        "Tie source; joined its earlier copy, tie-source; 1 value that the file does not hold "
        "stayed\n"
    ) in ran.out
    with Library.open(library_folder) as library:
        assert {o.measure for o in library.statistics.observations()} == {"ties", "same"}


def test_a_table_with_a_force_twice_leaves_the_good_copy_as_it_was(run, tmp_path, library_folder):
    forces = (*workbooks.FORCES, workbooks.FORCES[1])
    faulty = workbooks.crime_table(forces=forces)
    good = {"Table P1": workbooks.crime_table(), "Table P7": workbooks.asb_table()}
    run("statistics", "import", workbooks.write(tmp_path / "good.xlsx", good))
    with Library.open(library_folder) as library:
        before = library.statistics.observations()

    path = workbooks.write(tmp_path / "bad.xlsx", {**good, "Table P1": faulty})
    ran = run("statistics", "import", path)

    assert "not taken: Table P1 (it has more than one row" in ran.out
    with Library.open(library_folder) as library:
        assert library.statistics.observations() == before


def test_rows_that_are_not_known_are_listed(run, tmp_path):
    forces = (*workbooks.FORCES, ("E23000099", "Northshire"))
    values = {"Durham": ["about ten", 20, 2]}
    table = workbooks.crime_table(forces=forces, values=values)
    path = workbooks.write(tmp_path / "odd.xlsx", {"Table P1": table})

    ran = run("statistics", "import", path)

    assert ran.code == 0
    assert "the row “Northshire (E23000099)” is no area that is known" in ran.err
    assert "Table P1, cell C10: “about ten” is not a number" in ran.err


def test_a_refused_file_leaves_the_statistics_as_they_were_and_the_rest_goes_on(
    run, tables, tmp_path, library_folder
):
    run("statistics", "import", tables)
    bad = tmp_path / "bad.csv"
    bad.write_text(
        "force_id,measure,unit,period_kind,period_end,value,source\n"
        "kent,robbery,furlongs,as at,2016-01-01,1,Example\n",
        encoding="utf-8",
    )

    ran = run("statistics", "import", bad, tables)

    assert ran.code == 1
    assert "bad.csv was not taken, as 1 row cannot be read: row 2: the unit “furlongs”" in ran.err
    assert "was there already" in ran.out
    with Library.open(library_folder) as library:
        assert [one.dataset.id for one in library.statistics.datasets()] == [ID]


def test_every_faulty_row_of_a_refused_file_is_said(run, tmp_path):
    rows = "".join(f"kent,m{n},count,as at,2016-01-01,many,Example\n" for n in range(30))
    bad = tmp_path / "bad.csv"
    bad.write_text(
        f"force_id,measure,unit,period_kind,period_end,value,source\n{rows}", encoding="utf-8"
    )

    lines = run("statistics", "import", bad).err.splitlines()

    assert "30 rows cannot be read: row 2: " in lines[0]
    assert lines[0].endswith("; and 28 more. Correct them.")
    assert [line.split(": ")[1] for line in lines[1:]] == [f"row {n}" for n in range(2, 32)]


def test_list_names_the_datasets(run, tables):
    assert run("statistics", "list").out == ""
    run("statistics", "import", tables)

    ran = run("statistics", "list")

    assert ran.out.startswith(f"{ID}: Crime in England and Wales")
    assert "5 forces, 3 measures, 24 values" in ran.out


def test_the_list_can_be_had_as_json(run, tables):
    run("statistics", "import", tables)

    (one,) = json.loads(run("statistics", "list", "--json").out)

    assert (one["id"], one["file"], one["forces"]) == (ID, "tables.xlsx", 5)
    assert (one["first"], one["last"]) == ("2018-03-31", "2018-03-31")


def test_list_says_what_an_earlier_version_imported(run, tables, library_folder):
    run("statistics", "import", tables)
    assert run("statistics", "list").err == ""
    with Library.open(library_folder) as library:
        library._connection.execute("UPDATE dataset SET reader = 0")

    assert run("statistics", "list").err == (
        f"{ID} was imported by an earlier version, which took fewer of the publisher's notes: "
        "import tables.xlsx again.\n"
    )
    assert json.loads(run("statistics", "list", "--json").out)[0]["import_again"]
    run("statistics", "import", tables)
    assert run("statistics", "list").err == ""


def test_what_has_no_release_and_one_of_each_is_listed_in_good_words(run, tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "force_id,measure,unit,period_kind,period_end,value,source\n"
        "kent,survey,percent,as at,2016-01-01,1,My survey\n",
        encoding="utf-8",
    )
    assert (
        "1 measure, as at 1 January 2016, 1 force, 1 value\n"
        in run("statistics", "import", own).out
    )
    assert run("statistics", "list").out == ("my-survey: My survey – 1 force, 1 measure, 1 value\n")


def test_the_keys_of_all_statistics_are_listed(run, tables):
    run("statistics", "import", tables)

    lines = run("statistics", "list", "--keys").out.splitlines()
    assert "asb_incidents (per_1000_population): Anti-social behaviour incidents, 2008 to 2018" in [
        *lines
    ]
    rows = json.loads(run("statistics", "list", "--keys", "--json").out)
    assert len(rows) == len(lines)
    assert {"robbery"} <= {row["measure"] for row in rows if row["unit"] == "count"}


def test_a_dataset_can_be_taken_out(run, tables):
    run("statistics", "import", tables)

    assert run("statistics", "remove", ID) == (0, f"{ID}: taken out\n", "")
    assert run("statistics", "remove", ID).code == 1


@pytest.mark.parametrize(
    "words",
    [("statistics",), ("statistics", "import"), ("statistics", "remove"),
     ("statistics", "list", "file.csv"), ("statistics", "import", "file.csv", "--json"),
     ("statistics", "import", "file.csv", "--keys"), ("statistics", "burn")],
)  # fmt: skip
def test_wrong_usage_exits_with_2(run, words):
    assert run(*words).code == 2
