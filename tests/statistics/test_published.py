"""The importers against the publishers' own files, where these are at hand."""

import datetime

import pytest

from peelviewer.reference.forces import forces
from peelviewer.statistics import read_statistics
from peelviewer.statistics.significance import NOTE as SIGNIFICANT
from tests.statistics import raw, workbooks

pytestmark = pytest.mark.skipif(not raw.SHARED.is_dir(), reason="the published files are not here")

CODES = {force.code: force.id for force in forces()}
# Columns of tables P1 and P2, and of P3, which has populations before them.
NUMBERS = {
    "C": "recorded_crime",
    "E": "violence_against_the_person",
    "K": "sexual_offences",
    "L": "robbery",
    "N": "burglary",
    "O": "residential_burglary",
    "Q": "vehicle_offences",
    "T": "shoplifting",
    "V": "criminal_damage_and_arson",
    "X": "drug_offences",
    "AA": "miscellaneous_crimes",
}
RATES = {
    "F": "recorded_crime",
    "H": "violence_against_the_person",
    "N": "sexual_offences",
    "O": "robbery",
    "Q": "burglary",
    "W": "bicycle_theft",
    "Y": "other_theft_offences",
    "AE": "miscellaneous_crimes",
}
HOUSEHOLDS = "S"
_READ = {}


def ons(end):
    if end not in _READ:
        _READ[end] = read_statistics(raw.ONS[end])
    return _READ[end]


def as_number(text):
    try:
        return float(text)
    except ValueError:
        return None


def values(found, measure, unit, end=None):
    return {
        o.area.id: o.value
        for o in found.observations
        if (o.measure, o.unit) == (measure, unit)
        and o.area.kind == "force"
        and (end is None or o.period.end.isoformat() == end)
    }


@pytest.mark.parametrize("end", raw.ONS)
def test_every_release_gives_all_43_forces_and_no_row_is_unknown(end):
    found = ons(end)

    assert found.forces == 43
    assert found.unmatched == ()
    assert found.unknown == ()
    assert {problem.where for problem in found.problems} <= {"Table P4 and Table P5"}
    tables = {taken.table: taken.forces for taken in found.taken}
    assert tables.keys() == raw.tables(raw.ONS[end])
    # The survey counts the two forces of London together.
    assert {table for table, forces in tables.items() if forces != 43} <= {"Table P6"}
    assert [left.reason for left in found.left_out] == (
        ["it marks what is statistically significant", "it says how many people were asked"]
        if end == "2018-03-31"
        else []
    )


def test_a_release_that_contradicts_itself_is_reported_and_the_first_table_kept():
    path = raw.ONS["2019-09-30"]
    single, series = raw.by_code(path, "Table P4", "D"), raw.by_code(path, "Table P5", "X")
    differing = {CODES[code] for code in single if single[code] != series[code]}
    found = ons("2019-09-30")

    kept = values(found, "knife_offences", "percent", "2019-09-30")
    assert kept == {CODES[code]: as_number(text) for code, text in single.items()}
    assert len(differing) == 42
    assert found.problem_count > len(differing)  # regions and the nation differ, too


@pytest.mark.parametrize("end", raw.ONS)
def test_knife_offences_equal_the_cells_of_the_workbook(end):
    found = ons(end)
    path, whole = raw.ONS[end], "knife_offences"
    columns = {
        ("C", whole, "count"),
        ("D", whole, "percent"),
        ("E", f"{whole}_attempted_murder", "count"),
        ("H", f"{whole}_threats_to_kill", "percent"),
        ("I", f"{whole}_assault", "count"),
        ("L", f"{whole}_robbery", "percent"),
        ("M", f"{whole}_rape_and_sexual_assault", "count"),
        ("O", f"{whole}_homicide", "count"),
    }
    for column, measure, unit in columns:
        cells = raw.by_code(path, "Table P4", column)
        expected = {CODES[code]: as_number(text) for code, text in cells.items()}
        assert values(found, measure, unit, end) == expected, (column, measure)
    for column, year in (("C", "2011"), ("K", "2015"), ("Q", "2018")):
        cells = raw.by_code(path, "Table P5", column)
        expected = {CODES[code]: as_number(text) for code, text in cells.items()}
        if (end, year) != ("2018-03-31", "2018"):
            assert values(found, whole, "count", f"{year}-03-31") == expected, column


def test_knife_rates_and_changes_equal_the_cells_of_the_workbook():
    path, found = raw.ONS["2019-12-31"], ons("2019-12-31")
    for table, column, measure, unit, end in (
        ("Table P6", "C", "knife_offences", "per_100000_population", "2018-12-31"),
        ("Table P6", "D", "knife_offences", "per_100000_population", "2019-12-31"),
        ("Table P5", "Y", "knife_offences_change_105m", "percent_change", "2019-12-31"),
        ("Table P5", "Z", "knife_offences_change_1y", "percent_change", "2019-12-31"),
    ):
        cells = raw.by_code(path, table, column)
        expected = {CODES[code]: as_number(text) for code, text in cells.items()}
        assert values(found, measure, unit, end) == expected, (table, column)


def test_the_kinds_of_anti_social_behaviour_equal_the_cells_of_the_workbook():
    path, found = raw.ONS["2018-03-31"], ons("2018-03-31")
    for table, column, measure in (
        ("Table P6", "D", "asb_experienced_any"),
        ("Table P6", "H", "asb_experienced_drink"),
        ("Table P6", "L", "asb_experienced_groups"),
        ("Table P8", "C", "asb_incidents_personal"),
        ("Table P8", "D", "asb_incidents_nuisance"),
        ("Table P8", "E", "asb_incidents_environmental"),
    ):
        cells = raw.by_code(path, table, column)
        expected = {CODES[code]: as_number(text) for code, text in cells.items()}
        assert values(found, measure, "percent", "2018-03-31") == expected, (table, column)


def test_estimates_are_said_to_be_significant_where_the_workbook_has_a_star():
    path, found = raw.ONS["2018-03-31"], ons("2018-03-31")
    for estimates, stars, measure in (
        ("D", "E", "asb_experienced_any"),
        ("H", "I", "asb_experienced_drink"),
        ("L", "M", "asb_experienced_groups"),
    ):
        given = raw.by_code(path, "Table P6", estimates)
        expected = {
            CODES[code]
            for code, sign in raw.by_code(path, "Table P6", stars).items()
            if sign == "*" and given[code]
        }
        marked = {
            one.area.id
            for one in found.observations
            if one.measure == measure and one.area.kind == "force" and SIGNIFICANT in one.note
        }
        assert marked == expected
        assert len(marked) > 5


@pytest.mark.parametrize("end", raw.ONS)
def test_numbers_changes_and_rates_equal_the_cells_of_the_workbook(end):
    found = ons(end)
    tables = (
        ("Table P1", NUMBERS, "{}", "count"),
        ("Table P2", NUMBERS, "{}_change_1y", "percent_change"),
        ("Table P3", RATES, "{}", "per_1000_population"),
        ("Table P3", {HOUSEHOLDS: "residential_burglary"}, "{}", "per_1000_households"),
    )
    for table, columns, key, unit in tables:
        for column, measure in columns.items():
            cells = raw.by_code(raw.ONS[end], table, column)
            expected = {CODES[code]: as_number(text) for code, text in cells.items()}
            assert values(found, key.format(measure), unit, end) == expected, (table, column)


def test_the_release_of_march_2018_gives_eleven_years_of_anti_social_behaviour():
    found = ons("2018-03-31")
    rows = raw.derived("asb_incidents_by_force_2007-08_to_2017-18.csv")

    for row in rows:
        area = CODES.get(row["pfa_code"])
        if area is None:
            continue
        end = f"{int(row['fin_year'][:4]) + 1}-03-31"
        assert values(found, "asb_incidents", "count", end)[area] == as_number(row["incidents"])
        rate = values(found, "asb_incidents", "per_1000_population", end)[area]
        assert rate == as_number(row["rate_per_1000_ons"])


def test_rates_are_the_counts_over_the_population_that_the_table_names():
    found = ons("2018-03-31")
    counts = values(found, "recorded_crime", "count")
    people = values(found, "population", "people", "2016-06-30")
    rates = values(found, "recorded_crime", "per_1000_population")

    for force, rate in rates.items():
        if rate is not None:
            assert counts[force] / people[force] * 1000 == pytest.approx(rate, rel=1e-3), force


@pytest.mark.parametrize(
    ("name", "measure", "unit"),
    [
        ("population_by_force_mid-year_2002-2016.csv", "population", "people"),
        ("households_by_force_mid-year_2002-2016.csv", "households", "households"),
    ],
)
def test_populations_and_households_of_fifteen_years(name, measure, unit):
    found = ons("2018-03-31")

    rows = raw.derived(name)
    for year in range(2002, 2017):
        expected = {
            CODES[row["pfa_code"]]: float(row[str(year)])
            for row in rows
            if row["pfa_code"] in CODES
        }
        assert values(found, measure, unit, f"{year}-06-30") == expected
        assert len(expected) == 43


def test_greater_manchester_is_missing_where_the_release_leaves_it_out():
    found = ons("2019-12-31")

    one = next(
        o
        for o in found.observations
        if o.area.id == "greater-manchester" and o.measure == "recorded_crime"
    )
    assert one.value is None
    assert one.missing == "data not available"
    nation = next(o for o in found.observations if o.area.id == "england-and-wales")
    assert nation.note.startswith("England and Wales (excluding Greater Manchester Police).")


def test_outcome_shares_equal_those_added_up_a_second_way():
    found = read_statistics(raw.OUTCOMES)
    sums = raw.outcomes()

    assert (found.forces, found.unmatched, found.problem_count) == (43, (), 0)
    charged = values(found, "outcome_charged", "percent")
    total = {name: sum(counts.values()) for name, counts in sums.items()}
    leicestershire = sums["Leicestershire"]["1"] / total["Leicestershire"] * 100
    assert charged["leicestershire"] == pytest.approx(leicestershire)
    own = [name for name in sums if name != "British Transport Police"]
    national = sum(sums[name]["16"] for name in own) / sum(total[name] for name in own) * 100
    nation = next(
        o
        for o in found.observations
        if o.area.id == "england-and-wales"
        and o.measure == "outcome_suspect_identified_victim_does_not_support"
    )
    assert nation.value == pytest.approx(national)


def test_outcome_shares_agree_with_the_derived_table():
    found = read_statistics(raw.OUTCOMES)
    keys = {
        "1": "outcome_charged",
        "16": "outcome_suspect_identified_victim_does_not_support",
        "18": "outcome_no_suspect",
        "0": "outcome_not_yet_assigned",
        "8": "outcome_community_resolution",
        "21": "outcome_not_in_public_interest",
    }
    shares = {(o.area.id, o.measure): o.value for o in found.observations}

    for row in raw.derived("outcome_shares_by_force_2017-18_pct.csv"):
        for heading, text in row.items():
            number = heading.split(" ")[0]
            if number in keys:
                area = row["slug"]
                assert shares[area, keys[number]] == pytest.approx(float(text), abs=0.0051)


def test_officers_equal_the_cells_of_the_workforce_tables():
    import python_calamine

    found = read_statistics(raw.WORKFORCE)
    book = python_calamine.CalamineWorkbook.from_path(raw.WORKFORCE)
    rows = book.get_sheet_by_name("Table_1").to_python()
    cell = {str(row[0]).strip(): row for row in rows}

    officers = values(found, "police_officers", "full_time_equivalents", "2016-09-30")
    assert (len(officers), found.unmatched) == (43, ())
    assert officers["leicestershire"] == cell["Leicestershire"][3]
    assert officers["wiltshire"] == cell["Wiltshire1"][3]
    assert sum(officers.values()) == pytest.approx(cell["Total 43 forces"][3])
    specials = values(found, "special_constables", "headcount", "2016-09-30")
    assert len(specials) == 43


def test_each_dataset_says_its_release_and_when_it_was_saved():
    dataset = ons("2018-06-30").datasets[0]

    assert dataset.release == "year ending June 2018, corrected"
    assert datetime.date.fromisoformat(dataset.vintage) == datetime.date(2019, 2, 6)
    assert dataset.licence.endswith("Open Government Licence v3.0.")
    assert any(note.startswith("Table P1: ") for note in dataset.notes)


def _as_written(value):
    """XlsxWriter writes 16 digits, which is one short of the value itself."""
    return None if value is None else float(f"{value:.12g}")


def _moved(rows):
    """The same table two columns and three rows further, with its footnotes in brackets."""
    moved = [[None, None, *row] for row in rows]
    return [["Prepared for a test"], [], [None, "A note above"], *moved]


@pytest.mark.parametrize("end", ["2018-03-31", "2019-12-31"])
def test_a_release_moved_about_and_with_other_sheet_names_gives_the_same_values(end, tmp_path):
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(raw.ONS[end])
    sheets = {
        f"Sheet {number}": _moved(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
        for number, name in enumerate(reversed(book.sheet_names))
    }

    found = read_statistics(workbooks.write(tmp_path / "moved.xlsx", sheets))

    def plain(observations):
        return {
            (o.area, o.measure, o.unit, o.period, o.missing, _as_written(o.value))
            for o in observations
        }

    assert plain(found.observations) == plain(ons(end).observations)


def test_a_release_in_the_accessible_layout_gives_the_same_rates(tmp_path):
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(raw.ONS["2018-12-31"])
    rows = book.get_sheet_by_name("Table P3").to_python(skip_empty_area=False)
    headings = [b or a for a, b in zip(rows[3], rows[4], strict=True)]
    body = [
        [
            f"{cell}[note 9]" if i == 1 else {"+": "[x]", "-": "[z]"}.get(cell, cell)
            for i, cell in enumerate(row)
        ]
        for row in rows[6:61]
    ]
    keep = [index for index, heading in enumerate(headings) if heading]
    table = [
        [workbooks.ACCESSIBLE_TITLE.replace("2024", "2018")],
        ["This worksheet contains one table."],
        [],
        [headings[index] for index in keep],
        *[[row[index] for index in keep] for row in body],
    ]

    found = read_statistics(workbooks.write(tmp_path / "new.xlsx", {"Table_P3": table}))

    rates = "per_1000_population"
    expected = values(ons("2018-12-31"), "recorded_crime", rates)
    assert values(found, "recorded_crime", rates) == pytest.approx(expected)
    assert found.forces == 43
    assert found.unmatched == ()
    assert found.unknown == ()
