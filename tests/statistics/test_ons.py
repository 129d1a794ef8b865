import datetime
import zipfile

import pytest
import xlsxwriter

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period
from peelviewer.statistics import read_statistics
from tests.statistics import workbooks

MARCH_2018 = Period(kind="12 months to", end=datetime.date(2018, 3, 31))


def value(found, area, measure, unit=None):
    return next(
        o
        for o in found.observations
        if o.area.id == area and o.measure == measure and unit in (None, o.unit)
    )


@pytest.fixture
def book(tmp_path):
    def make(sheets, name="tables.xlsx"):
        return workbooks.write(tmp_path / name, sheets)

    return make


def test_numbers_are_taken_from_under_two_rows_of_headings(book):
    found = read_statistics(book({"Table P1 ": workbooks.crime_table()}))

    leicestershire = value(found, "leicestershire", "recorded_crime")
    assert (leicestershire.value, leicestershire.unit) == (300, "count")
    assert leicestershire.period == MARCH_2018
    assert value(found, "leicestershire", "robbery").value == 30
    assert value(found, "leicestershire", "residential_burglary").value == 3
    assert found.measures == ("recorded_crime", "robbery", "residential_burglary")
    assert found.forces == 5


def test_the_account_says_what_was_taken(book):
    found = read_statistics(book({"Table P1": workbooks.crime_table()}))

    assert (
        found.taken[0].words
        == "Table P1: 3 measures, 12 months to 31 March 2018, 5 forces, 24 values"
    )
    assert found.datasets[0].release == "year ending March 2018"
    assert found.set_apart == ("North East", "British Transport Police")
    assert found.unmatched == ()


def test_the_position_of_sheets_headings_and_columns_does_not_matter(book):
    table = [[None, None, *row] for row in workbooks.crime_table()]
    moved = [[], ["Produced for testing"], [], *table[:3], [], ["A line of notes."], *table[3:]]

    found = read_statistics(book({"Cover": [["Crime in England and Wales"]], "Sheet7": moved}))

    assert value(found, "durham", "robbery").value == 20
    assert found.taken[0].table == "Table P1"


def test_a_contents_sheet_is_not_taken_for_a_table(book):
    contents = [["Contents"], [workbooks.TITLE], ["Table P2: Police recorded crime"]]

    found = read_statistics(book({"Notes": contents, "Table P1": workbooks.crime_table()}))

    assert found.left_out == ()


def test_a_change_spans_the_two_years_of_the_title(book):
    title = (
        "Table P2:  Police recorded crime by offence group and police force area, percentage "
        "change, year ending march 2017 compared with year ending March 20181,2,3"
    )
    values = {"Durham": [-12.5, "-", 4]}
    table = workbooks.crime_table(title, "Percentage change5,6", values=values)

    found = read_statistics(book({"Table P2": table}))

    change = value(found, "durham", "recorded_crime_change_1y")
    assert (change.value, change.unit, change.printed) == (-12.5, "percent_change", "-12.5%")
    assert change.period == Period(
        kind="change", start=datetime.date(2017, 3, 31), end=datetime.date(2018, 3, 31)
    )
    missing = value(found, "durham", "robbery_change_1y")
    assert (missing.value, missing.printed) == (None, "–")
    assert missing.missing == "the base number is fewer than 50"


def test_anti_social_behaviour_has_the_national_figure_without_the_transport_police(book):
    found = read_statistics(book({"Table P7": workbooks.asb_table()}))

    latest = datetime.date(2016, 3, 31)
    national = {
        o.area.id: o.value
        for o in found.observations
        if o.area.kind == "national" and o.unit == "count" and o.period.end == latest
    }
    assert national == {"england-and-wales": 1000, "england-and-wales-with-btp": 1100}
    before = next(o for o in found.observations if o.area.id == "england-and-wales-with-btp")
    assert (before.value, before.missing) == (None, "not available in the source")
    assert found.periods[0].end == datetime.date(2015, 3, 31)
    assert value(found, "durham", "asb_incidents", "per_1000_population").value == 4.0


@pytest.mark.parametrize(
    ("title", "measure", "unit"),
    [
        (
            "Table P9:  Mid-year population estimates for police force areas, 2014 to 20151",
            "population",
            "people",
        ),
        (
            "Table P10:  Mid-year household estimates for police force areas, 2014 to 20151",
            "households",
            "households",
        ),
    ],
)
def test_mid_year_estimates_are_as_at_30_june(book, title, measure, unit):
    found = read_statistics(book({"Sheet1": workbooks.estimates_table(title)}))

    latest = [o for o in found.observations if o.area.id == "durham"][-1]
    assert (latest.measure, latest.unit, latest.value) == (measure, unit, 2020)
    assert latest.period == Period(kind="as at", end=datetime.date(2015, 6, 30))


def test_the_accessible_layout_of_later_releases_is_read(book):
    found = read_statistics(book({"Table P3": workbooks.accessible_table()}))

    total = value(found, "leicestershire", "recorded_crime")
    assert (total.value, total.unit) == (85.25, "per_1000_population")
    assert total.period.end == datetime.date(2024, 12, 31)
    burglary = value(found, "leicestershire", "residential_burglary")
    assert burglary.unit == "per_1000_households"
    assert value(found, "leicestershire", "population").period.end == datetime.date(2023, 6, 30)
    city = value(found, "city-of-london", "recorded_crime")
    assert (city.value, city.printed) == (None, "–")
    assert found.unknown == ("Theft by drone",)
    assert value(found, "durham", "theft_by_drone").label == "Theft by drone"


def test_tables_of_smaller_areas_are_named_and_not_taken(book):
    places = workbooks.crime_table(
        "Table C1: Police recorded crime by Community Safety Partnership, number of offences, "
        "year ending March 2018"
    )

    found = read_statistics(book({"Table P1": workbooks.crime_table(), "Table C1": places}))

    assert [left.what for left in found.left_out] == ["Table C1"]
    assert len(found.taken) == 1


@pytest.mark.parametrize(
    ("about", "key"),
    [
        ("Knife or sharp instrument offences recorded by the police", "knife_offences_robbery"),
        ("Police recorded crime flagged as domestic abuse-related", None),
        ("Hate crimes recorded by the police", "hate_crimes_robbery"),
        ("Outcomes assigned to offences", "outcomes_assigned_to_offences_robbery"),
    ],
)
def test_an_offence_in_a_narrower_table_is_another_measure(book, about, key):
    title = f"Table P4: {about}, by police force area, number of offences, year ending March 2018"

    found = read_statistics(
        book({"Table P1": workbooks.crime_table(), "Table P4": workbooks.crime_table(title)})
    )

    assert found.problem_count == 0
    assert len(found.measures) == 6
    assert value(found, "durham", "robbery").table == "Table P1"
    assert key is None or value(found, "durham", key).table == "Table P4"


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Statistically significantly different", "it marks what is statistically significant"),
        ("Change (number)", "it is a difference of others, not a figure of its own"),
        ("Rate of offences", "it does not say of how many residents the rate is"),
        ("Rate per 7 population", "its rate is of a unit that is not known (per 7 population)"),
        ("Index", "neither it nor the title says in what unit it is"),
    ],
)
def test_a_column_that_cannot_be_told_is_left_out_with_the_reason(book, heading, reason):
    table = [
        ["Table P4: Firearm offences by police force area, year ending March 2018"],
        ["Area Code", "Area Name", "Number of offences", heading],
        *[[code, name, n, n + 0.5] for n, (code, name) in enumerate(workbooks.FORCES, start=1)],
    ]

    found = read_statistics(book({"Table P4": table}))

    assert [(left.what, left.reason) for left in found.left_out] == [("Table P4, column D", reason)]
    assert value(found, "durham", "firearm_offences").value == 2


def test_a_table_without_a_title_is_named_and_not_taken(book):
    tables = {"Table P1": workbooks.crime_table(), "Table P4": workbooks.crime_table()[4:]}

    found = read_statistics(book(tables))

    assert found.measures == ("recorded_crime", "robbery", "residential_burglary")
    assert [(left.what, left.reason) for left in found.left_out] == [
        ("Table P4", "it has no title that says what it is of")
    ]


def test_the_columns_of_a_series_have_their_own_periods_units_and_changes(book):
    change = "% change Jan 2019 to Dec 2019\n compared with:"
    pair = ("Number of\n offences4", "% involving a knife")
    title = (
        "Table P5: Knife or sharp instrument offences, by police force area, percentage change "
        "for year ending December 2019 compared with selected periods"
    )
    table = [
        [title],
        [None, None, "Apr '10 to Mar '113", None, "Jan '19 to Dec '19", None, change],
        ["Area Codes", "Area name", *pair, *pair, "Apr '10 to\n Mar '115"],
        *[
            [code, name, n, n / 4, 2 * n, n / 2, 100]
            for n, (code, name) in enumerate(workbooks.FORCES, start=1)
        ],
    ]

    found = read_statistics(book({"Table P5": table}))

    durham = {
        (o.measure, o.unit, o.period.end.isoformat()): o.value
        for o in found.observations
        if o.area.id == "durham"
    }
    assert durham == {
        ("knife_offences", "count", "2011-03-31"): 2,
        ("knife_offences", "percent", "2011-03-31"): 0.5,
        ("knife_offences", "count", "2019-12-31"): 4,
        ("knife_offences", "percent", "2019-12-31"): 1,
        ("knife_offences_change_105m", "percent_change", "2019-12-31"): 100,
    }
    change = value(found, "durham", "knife_offences_change_105m")
    assert change.label == "Knife or sharp instrument offences: change over 8 years and 9 months"
    assert change.period.start == datetime.date(2011, 3, 31)
    assert found.unknown == ()


def test_footnote_digits_glued_to_names_and_codes_do_not_hide_a_force(book):
    forces = (
        ("E230000137", "Cleveland7,8"),
        ("E23000008", "Durham [note 4]"),
        ("E23000021", "Leicestershire 12"),
    )

    found = read_statistics(book({"Table P1": workbooks.crime_table(forces=forces)}))

    assert found.forces == 3
    assert found.unmatched == ()


def test_a_row_of_an_unknown_area_is_listed_and_not_taken(book):
    forces = (*workbooks.FORCES, ("E23000099", "Northshire"), (None, "Southshire"))

    found = read_statistics(book({"Table P1": workbooks.crime_table(forces=forces)}))

    assert found.unmatched == ("Northshire (E23000099)", "Southshire")
    assert found.forces == 5


def test_a_code_and_a_name_of_different_forces_are_not_taken(book):
    forces = (*workbooks.FORCES[:3], ("E23000034", "Kent"))

    found = read_statistics(book({"Table P1": workbooks.crime_table(forces=forces)}))

    assert found.unmatched == ("Kent (E23000034)",)


def test_text_in_a_number_cell_is_reported_with_its_cell(book):
    values = {"Durham": ["see note", 20, 2]}

    found = read_statistics(book({"Table P1": workbooks.crime_table(values=values)}))

    durham = value(found, "durham", "recorded_crime")
    assert (durham.value, durham.missing) == (None, "not a number in the source")
    assert found.problem_count == 1
    assert found.problems[0].where == "Table P1, cell C10"
    assert "see note" in found.problems[0].words


def test_a_percentage_in_a_column_of_numbers_is_reported_with_its_cell(book):
    values = {"Durham": ["12%", 20, 2]}

    found = read_statistics(book({"Table P1": workbooks.crime_table(values=values)}))

    durham = value(found, "durham", "recorded_crime")
    assert (durham.value, durham.missing) == (None, "not a number in the source")
    assert found.problems[0].words.startswith("Table P1, cell C10: 12% is a percentage")


def test_a_number_below_zero_where_things_are_counted_is_reported_with_its_cell(book):
    values = {"Durham": [-4, 20, 2]}

    found = read_statistics(book({"Table P1": workbooks.crime_table(values=values)}))

    durham = value(found, "durham", "recorded_crime")
    assert (durham.value, durham.missing) == (None, "not a number in the source")
    assert found.problems[0].words.startswith("Table P1, cell C10: -4 is below zero: Durham")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1,234", 1234.0),
        ("1234 ", 1234.0),
        ("..", None),
        ("-", None),
        ("", None),
        (0, 0.0),
        ("[x]", None),
        ("+", None),
        ("N/A", None),
        ("12 [note 3]", 12.0),
    ],
)
def test_cells_are_numbers_or_missing_and_never_guessed(book, cell, expected):
    values = {"Durham": [cell, 20, 2]}

    found = read_statistics(book({"Table P1": workbooks.crime_table(values=values)}))

    durham = value(found, "durham", "recorded_crime")
    assert durham.value == expected
    assert (durham.missing is None) == (expected is not None)
    assert found.problem_count == 0


def test_a_table_with_a_force_twice_is_not_taken(book):
    twice = workbooks.crime_table(forces=(*workbooks.FORCES, ("E23000008", "Durham")))

    with pytest.raises(StatisticsError, match=r"tables.xlsx .*more than one row.*Durham"):
        read_statistics(book({"Table P1": twice}))


def test_two_tables_that_disagree_are_reported_and_the_first_is_kept(book):
    other = workbooks.crime_table(values={"Durham": [999, 20, 2]})

    found = read_statistics(book({"Table P1": workbooks.crime_table(), "Table P1a": other}))

    assert value(found, "durham", "recorded_crime").value == 200
    assert "200 in one and 999 in the other" in found.problems[0].what


def test_the_scope_and_the_notes_of_a_row_stay_with_its_values(book):
    table = workbooks.crime_table()
    table[2] = ["England and Wales (excluding Greater Manchester Police)"]

    found = read_statistics(book({"Table P1": table}))

    note = value(found, "england-and-wales", "robbery").note
    assert note == (
        "England and Wales (excluding Greater Manchester Police). "
        "Includes British Transport Police."
    )
    assert value(found, "durham", "robbery").note == ""


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            [["Table P1: Police recorded crime by police force area"], ["nothing else"]],
            "no rows of police forces",
        ),
        (
            [row for row in workbooks.crime_table() if "Area Code" not in row],
            "its row of headings, with “Area Name”, was not found",
        ),
        (
            workbooks.crime_table(title="Table P1: Police recorded crime, number of offences"),
            "none of its headings says a measure and a period",
        ),
        (
            workbooks.crime_table(
                values={name: ["..", "..", ".."] for _, name in workbooks.FORCES}
            ),
            "no number for any force",
        ),
    ],
)
def test_a_workbook_without_a_usable_table_is_refused_with_the_reason(book, rows, reason):
    with pytest.raises(StatisticsError, match="choose a workbook") as caught:
        read_statistics(book({"Table P1": rows}))

    assert "tables.xlsx" in str(caught.value)
    assert reason in str(caught.value)


def test_a_workbook_of_something_else_is_refused(book):
    with pytest.raises(StatisticsError, match=r"holds no statistics that are known.*Budget"):
        read_statistics(book({"Budget": [["Item", "Cost"], ["Pens", 3]]}))


def test_a_truncated_workbook_is_refused(book):
    path = book({"Table P1": workbooks.crime_table()})
    path.write_bytes(path.read_bytes()[:-500])

    with pytest.raises(StatisticsError, match=r"tables.xlsx is damaged or cut short"):
        read_statistics(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("peelviewer.statistics.workbook.MOST_BYTES", 1000)
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 10_000)

    with pytest.raises(StatisticsError, match="unpacks to more than"):
        read_statistics(path)


def test_a_stray_cell_at_the_far_end_of_a_sheet_is_refused_before_it_fills_the_memory(tmp_path):
    path = tmp_path / "stray.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Table P1")
        sheet.write(0, 0, "Table P1")
        sheet.write(1_048_575, 16_383, 1)

    with pytest.raises(StatisticsError, match=r"1,048,576 rows and 16,384 columns"):
        read_statistics(path)


def test_what_the_reader_of_workbooks_did_not_expect_is_a_damaged_file(book, monkeypatch):
    # Its faults are no Exception: one would end the window's worker without a word.
    panic = type("PanicException", (BaseException,), {"__module__": "pyo3_runtime"})

    def panics(*_):
        raise panic("index out of bounds")

    monkeypatch.setattr("peelviewer.statistics.workbook._sheets", panics)

    with pytest.raises(StatisticsError, match=r"tables.xlsx is damaged or no workbook \(index"):
        read_statistics(book({"Table P1": workbooks.crime_table()}))


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "pictures.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("picture.txt", "nothing")

    with pytest.raises(StatisticsError, match=r"pictures.xlsx is damaged or no workbook"):
        read_statistics(path)


@pytest.mark.parametrize("numbers", [("note 8", "[note 9]"), (8, 9), ("8", "[9]")])
def test_notes_on_a_sheet_of_their_own_are_found_by_their_numbers(book, numbers):
    notes = [
        ["Note number", "Note text"],
        [numbers[0], "Few people live there."],
        [numbers[1], "Late."],
    ]

    found = read_statistics(book({"Notes": notes, "Table P3": workbooks.accessible_table()}))

    assert value(found, "city-of-london", "recorded_crime").note == "Few people live there."
    assert value(found, "leicestershire", "recorded_crime").note == "Late."


def test_a_note_at_a_rows_name_that_names_a_measure_is_on_that_measure_alone(book):
    notes = [
        ["Note number", "Note text"],
        ["note 8", "Suppressed as the population is small."],
        ["note 9", "The Shoplifting figure is that of eleven months."],
    ]

    found = read_statistics(book({"Notes": notes, "Table P3": workbooks.accessible_table()}))

    note = "The Shoplifting figure is that of eleven months."
    assert value(found, "leicestershire", "shoplifting", "per_1000_population").note == note
    assert value(found, "leicestershire", "recorded_crime", "per_1000_population").note == ""
    assert value(found, "city-of-london", "shoplifting", "per_1000_population").note == (
        "Suppressed as the population is small."
    )


def test_a_headings_note_that_doubts_comparisons_stays_with_the_values_under_it(book):
    doubt = (
        "Values for the year ending March 2016 and onwards are not comparable with earlier years."
    )
    notes = ["5. Collected by hand.", f"6. {doubt}"]
    table = [*workbooks.asb_table(), *([note] for note in notes)]

    found = read_statistics(book({"Table P7": table}))

    by_year = {
        one.period.end.year: one.note
        for one in found.observations
        if one.area.id == "leicestershire" and one.measure == "asb_incidents"
    }
    assert by_year == {2015: "", 2016: doubt}


def test_a_titles_note_that_doubts_comparisons_is_on_every_value(book):
    doubt = "Users should be aware of recent changes to recording practices."
    table = [*workbooks.crime_table(), ["1. Collected by hand."], [f"2. {doubt}"]]

    found = read_statistics(book({"Table P1": table}))

    assert value(found, "durham", "robbery").note == doubt


def test_a_note_in_a_cell_is_on_its_value_alone(book):
    table = workbooks.accessible_table()
    table[-1][4] = "95.5 [note 9]"
    notes = [["Note number", "Note text"], ["note 9", "Late."]]

    found = read_statistics(book({"Notes": notes, "Table P3": table}))

    one = value(found, "durham", "recorded_crime", "per_1000_population")
    assert (one.value, one.note) == (95.5, "Late.")
    assert value(found, "durham", "shoplifting", "per_1000_population").note == ""


def test_a_title_in_two_cells_is_one(book):
    table = workbooks.crime_table()
    number, _, words = workbooks.TITLE.partition(":")

    found = read_statistics(book({"P1": [[number], [words.strip()], *table[1:]]}))

    assert found.taken[0].table == "Table P1"
    assert value(found, "durham", "robbery").value == 20


def test_a_title_without_a_year_takes_that_of_the_release(book):
    title = "Table P1: Police recorded crime by offence group and police force area, numbers"
    cover = [["Crime in England and Wales, year ending December 2024"]]

    found = read_statistics(book({"Cover": cover, "Table P1": workbooks.crime_table(title)}))

    assert value(found, "durham", "robbery").period.end == datetime.date(2024, 12, 31)


def test_the_heading_of_a_group_is_never_taken_for_that_of_a_measure(book):
    table = workbooks.crime_table()
    table[4][4] = None  # the first measure under "Victim-based crime" has lost its heading

    found = read_statistics(book({"Table P1": table}))

    assert found.measures == ("recorded_crime", "residential_burglary")
    assert [(left.what, left.reason) for left in found.left_out] == [
        ("Table P1, column E", "it has no heading")
    ]


def test_a_stray_sign_between_two_groups_of_columns_does_no_harm(book):
    table = workbooks.crime_table()
    table[9][3] = ".."

    found = read_statistics(book({"Table P1": table}))

    assert found.measures == ("recorded_crime", "robbery", "residential_burglary")
    assert found.left_out == ()


# ---------------------------------------------------------------- other ways to set a table


def test_a_title_may_give_the_number_of_the_table_alone(book):
    title = workbooks.TITLE.removeprefix("Table ")

    found = read_statistics(book({"Sheet 1": workbooks.crime_table(title)}))

    assert found.measures == ("recorded_crime", "robbery", "residential_burglary")
    assert found.taken[0].table == "Table P1"


def test_notes_at_the_headings_of_areas_and_at_codes_do_not_hide_the_table(book):
    rows = workbooks.crime_table()
    rows[4][:2] = ["Area Code [note 1]", "Area Name [note 2]"]
    rows[7][0] = "E12000001 [note 3]"

    found = read_statistics(book({"Table P1": rows}))

    assert found.forces == 5
    assert found.set_apart == ("North East", "British Transport Police")


def test_numbers_written_as_text_are_numbers_in_a_whole_column_too(book):
    rows = workbooks.crime_table()
    for row in rows:
        if isinstance(row[2] if len(row) > 2 else None, int):
            row[2] = f"{row[2] + 1000:,}"

    found = read_statistics(book({"Table P1": rows}))

    assert value(found, "leicestershire", "recorded_crime").value == 1300


def without_codes(rows):
    """The table as it would be without its column of codes."""
    return [row if len(row) < 2 else row[1:] for row in rows]


def test_in_a_table_without_codes_the_national_row_is_no_heading(book):
    found = read_statistics(book({"Table P1": without_codes(workbooks.crime_table())}))

    assert value(found, "england-and-wales", "recorded_crime").value == 1500
    assert found.measures == ("recorded_crime", "robbery", "residential_burglary")


NORTH = [["North East", 3, None, 3, 3], ["Cleveland", 4, None, 4, 4], ["Durham", 5, None, 5, 5]]
OTHERS = [["Staffordshire", 6, None, 6, 6], ["Warwickshire", 7, None, 7, 7]]


@pytest.mark.parametrize(
    "rows",
    [
        [*NORTH, ["West Midlands", 1, None, 1, 1], *OTHERS, ["West Midlands", 2, None, 2, 2]],
        [
            *NORTH[1:],
            NORTH[0],
            ["West Midlands", 2, None, 2, 2],
            *OTHERS,
            ["West Midlands", 1, None, 1, 1],
        ],
        [
            NORTH[0],
            ["West Midlands", 1, None, 1, 1],
            ["South East", 9, None, 9, 9],
            *NORTH[1:],
            *OTHERS,
            ["West Midlands", 2, None, 2, 2],
        ],
        [
            ["Wiltshire", 8, None, 8, 8],
            *NORTH[1:],
            *OTHERS,
            ["West Midlands", 2, None, 2, 2],
            ["Wiltshire", 8, None, 8, 8],
            NORTH[0],
            ["West Midlands", 1, None, 1, 1],
        ],
    ],
    ids=["regions before their forces", "after them", "apart, above", "apart, below"],
)
def test_where_rows_have_no_codes_the_other_regions_tell_the_region_from_the_force(book, rows):
    """The force has 2 and the region 1: sizes, of rates and changes, say nothing."""
    head = without_codes(workbooks.crime_table())[:6]

    found = read_statistics(book({"Table P1": [*head, *rows]}))

    assert value(found, "west-midlands", "robbery").value == 2
    assert value(found, "west-midlands-region", "robbery").value == 1


def test_a_heading_that_reaches_over_a_narrow_column_of_signs_is_that_of_the_numbers(book):
    rows = workbooks.crime_table()
    for number, row in enumerate(rows):
        if len(row) > 5:
            row.append("Robbery" if number == 4 else "*" if number > 7 else None)

    found = read_statistics(book({"Table P1": rows}))

    assert value(found, "leicestershire", "robbery").value == 30
    assert found.left_out == ()
