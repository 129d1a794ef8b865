"""The layout of the releases since 2022: every fact of its tables is taken, or said to be not."""

import datetime

import pytest

from peelviewer.reference.forces import forces
from peelviewer.statistics import read_statistics
from tests.statistics import release_2024, workbooks

DECEMBER = datetime.date(2024, 12, 31)
NUMBER = {
    area.id: release_2024.places().index(
        next(place for place in release_2024.places() if place[0] == area.code)
    )
    + 1
    for area in forces()
}
KNIVES = "knife_offences"


@pytest.fixture(scope="module", params=["xlsx", "ods"])
def found(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("release") / f"policeforceareatables.{request.param}"
    write = workbooks.write if request.param == "xlsx" else workbooks.write_ods
    return read_statistics(write(path, release_2024.sheets()))


def values(found, measure, unit, end=DECEMBER):
    return {
        o.area.id: o.value
        for o in found.observations
        if (o.measure, o.unit, o.period.end) == (measure, unit, end) and o.area.kind == "force"
    }


def test_all_43_forces_are_matched_under_their_names_of_that_time(found):
    assert found.forces == 43
    assert found.unmatched == ()
    assert found.problem_count == 0
    assert all(taken.forces == 43 for taken in found.taken)


def test_every_table_of_forces_is_taken_and_the_rest_is_said(found):
    assert [taken.table for taken in found.taken] == [
        *("Table P1", "Table P2", "Table P3", "Table P4", "Table P5", "Table P6", "Table P7"),
        "Table P9",
    ]
    assert [(left.what, left.reason) for left in found.left_out] == [
        ("Table C4", "it is of areas smaller than those of the forces")
    ]
    assert found.datasets[0].release == "year ending December 2024"


@pytest.mark.parametrize(
    ("measure", "unit", "value"),
    [
        ("recorded_crime", "count", lambda n: 1000 * n),
        ("death_or_serious_injury_unlawful_driving", "count", lambda n: n),
        ("recorded_crime_change_1y", "percent_change", lambda n: n / 4),
        ("recorded_crime", "per_1000_population", lambda n: n / 2),
        ("residential_burglary", "per_1000_population", lambda n: n / 16),
        ("residential_burglary", "per_1000_households", lambda n: n / 8),
        (KNIVES, "count", lambda n: 10 * n),
        (KNIVES, "percent", lambda n: n / 4),
        (KNIVES, "per_100000_population", lambda n: n / 4),
        ("knife_offences_attempted_murder", "count", lambda n: n),
        ("knife_offences_assault", "count", lambda n: 5 * n),
        ("knife_offences_change_165m", "percent_change", lambda _: 150),
        ("knife_offences_change_1y", "percent_change", lambda _: 25),
        ("firearm_offences", "count", lambda n: 3 * n),
        ("firearm_offences_handgun", "count", lambda n: n),
        ("fraud_and_computer_misuse_offences", "per_1000_population", lambda n: n / 64),
    ],
)
def test_each_column_has_its_measure_and_unit(found, measure, unit, value):
    assert values(found, measure, unit) == {force: value(n) for force, n in NUMBER.items()}


def test_a_column_without_a_period_in_a_series_belongs_to_the_one_before_it(found):
    first, before = datetime.date(2011, 3, 31), datetime.date(2023, 12, 31)

    assert values(found, KNIVES, "count", first)["kent"] == 4 * NUMBER["kent"]
    assert values(found, KNIVES, "percent", first)["kent"] == NUMBER["kent"] / 32
    assert values(found, KNIVES, "percent", before)["kent"] == NUMBER["kent"] / 16


def test_the_mid_year_of_an_estimate_may_stand_in_its_note(found):
    middle = datetime.date(2023, 6, 30)

    assert values(found, "population", "people", middle)["kent"] == 100_000 * NUMBER["kent"]
    assert values(found, "households", "households", middle)["kent"] == 40_000 * NUMBER["kent"]


def test_shorthand_is_a_missing_value_with_the_reason_the_sheet_gives(found):
    missing = {
        (o.measure, o.unit): o.missing
        for o in found.observations
        if o.area.id == "kent" and o.value is None
    }

    assert missing == {
        ("homicide_change_1y", "percent_change"): "not applicable",
        ("death_or_serious_injury_unlawful_driving_change_1y", "percent_change"): "withheld",
        ("knife_offences_attempted_murder", "percent"): "not applicable",
    }


def test_the_note_that_a_name_calls_out_stays_with_its_values(found):
    notes = {o.area.id: o.note for o in found.observations if o.area.kind == "force"}

    assert notes["city-of-london"] == "Few people live there."
    assert notes["devon-and-cornwall"] == "A new system since November."
    assert notes["kent"] == ""


def test_measures_that_have_no_name_here_keep_that_of_the_source(found):
    assert found.unknown == (
        "Firearm offences: handgun",
        "Firearm offences: shotgun",
        "Fraud and computer misuse offences",
    )


def test_a_table_whose_own_notes_name_other_tables_is_still_a_table(tmp_path):
    table = release_2024.numbers()
    table[4], table[5] = ["Table P2: the changes since"], ["Table P3: the rates"]

    found = read_statistics(workbooks.write(tmp_path / "tables.xlsx", {"Table P1": table}))

    assert [taken.table for taken in found.taken] == ["Table P1"]


def test_a_table_may_have_its_number_on_its_tab_alone(tmp_path):
    table = release_2024.numbers()
    table[0] = [table[0][0].removeprefix("Table P1: ")]

    found = read_statistics(workbooks.write(tmp_path / "tables.xlsx", {"Table_P1": table}))

    assert [(taken.table, taken.forces) for taken in found.taken] == [("Table P1", 43)]


@pytest.mark.parametrize(
    ("number", "share"),
    [
        ("Robbery\nNumber of offences", "Robbery\n% of offences"),
        ("Number of offences: Robbery", "Percentage of offences: Robbery"),
        ("Robbery: number of offences", "Robbery: % involving a knife"),
        ("Number of robbery", "% of robbery"),
    ],
)
def test_offences_with_a_knife_are_told_however_a_heading_words_them(tmp_path, number, share):
    table = release_2024.knives()
    key = next(row for row in table if row[:1] == ["Area Code"])
    start = key.index(
        "Attempted murder\r\n Number of offences involving a knife or sharp instrument"
    )
    key[start : start + 2] = [number, share]

    found = read_statistics(workbooks.write(tmp_path / "knives.xlsx", {"Table P4": table}))

    assert not found.left_out
    assert set(values(found, "knife_offences_robbery", "count").values()) != {None}
    assert len(values(found, "knife_offences_robbery", "count")) == 43
    assert len(values(found, "knife_offences_robbery", "percent")) == 43
    assert values(found, KNIVES, "count")
