import csv
import datetime

import pytest

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period
from peelviewer.statistics import read_statistics
from tests.statistics import workbooks


def test_officers_are_taken_as_at_each_day(tmp_path):
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Table_1": workbooks.workforce_table()})

    found = read_statistics(path)

    durham = [o for o in found.observations if o.area.id == "durham"]
    assert [(o.value, o.period.end) for o in durham] == [
        (1157.25, datetime.date(2015, 9, 30)),
        (1150.25, datetime.date(2016, 3, 31)),
    ]
    assert {(o.measure, o.unit) for o in found.observations} == {
        ("police_officers", "full_time_equivalents")
    }
    assert durham[0].note == "Some data of Durham are of a later day."
    assert found.forces == 5


def test_the_force_and_the_region_of_one_name_are_told_apart(tmp_path):
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Table_1": workbooks.workforce_table()})

    found = read_statistics(path)

    latest = {o.area.id: o.value for o in found.observations if o.period.end.year == 2016}
    assert latest["west-midlands"] == 6950.0
    assert latest["west-midlands-region"] == 8900.0
    assert latest["england-and-wales"] == 12040.75


def test_a_workbook_without_a_table_by_force_is_refused(tmp_path):
    rows = [["Table 6: Police officers, police staff and traffic wardens, England and Wales"]]
    index = [["Police Workforce, England and Wales"]]
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Index": index, "Table_6": rows})

    with pytest.raises(
        StatisticsError, match=r"workforce.xlsx holds no table by police force area"
    ):
        read_statistics(path)


def matrix(title):
    """Kinds of workers as columns, as some editions have them."""
    head = ["Geo code", "Force", "Police Officers", "Police staff1", "PCSOs", "Special Constables"]
    return [
        [title],
        ["This worksheet contains one table.", None, "Full-time equivalents"],
        [*head, "Traffic wardens", "Total workforce", "Officers as % of total", "Vacancies"],
        *[
            [code, name, n, 2 * n, 3 * n, 4 * n, 0, 10 * n, 0.1, n]
            for n, (code, name) in enumerate(workbooks.FORCES, start=1)
        ],
    ]


def test_kinds_of_workers_may_be_the_columns_and_the_day_stand_in_the_title(tmp_path):
    title = "Table H3: Police workforce, by police force area, England and Wales, 31 March 2018"
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Table H3": matrix(title)})

    found = read_statistics(path)

    durham = {(o.measure, o.unit): o.value for o in found.observations if o.area.id == "durham"}
    full = "full_time_equivalents"
    assert durham == {
        ("police_officers", full): 2,
        ("police_staff", full): 4,
        ("police_community_support_officers", full): 6,
        ("special_constables", full): 8,
        ("traffic_wardens", full): 0,
        ("police_workforce", full): 20,
    }
    assert {o.period.end for o in found.observations} == {datetime.date(2018, 3, 31)}
    assert [(left.what, left.reason) for left in found.left_out] == [
        (
            "Table H3, column I",
            "it is a change or a share, which follows from the others",
        ),
        ("Table H3, column J", "its heading is no day and no kind of workers"),
    ]


@pytest.mark.parametrize("write", [workbooks.write, workbooks.write_ods])
def test_days_may_be_words_and_officers_be_counted_by_heads(tmp_path, write):
    title = "Table 7: Police officers (headcount), by police force area, England and Wales"
    table = [
        [title],
        ["Force/Region", "As at March 2019 [note 1]", "As at 30 September 2019", "Change"],
        *[[name, n, 2 * n, n] for n, (_, name) in enumerate(workbooks.FORCES, start=1)],
        ["Total of all 43 forces", 15, 30, 15],
    ]
    index = [["Police Workforce, England and Wales, 30 September 2019"]]
    path = write(tmp_path / "workforce.book", {"Index": index, "Table_7": table})

    found = read_statistics(path)

    assert {(o.measure, o.unit) for o in found.observations} == {("police_officers", "headcount")}
    values = {(o.area.id, o.period.end): o.value for o in found.observations}
    assert values["durham", datetime.date(2019, 3, 31)] == 2
    assert values["england-and-wales", datetime.date(2019, 9, 30)] == 30


@pytest.mark.parametrize(
    "title",
    [
        "Table 8: Police officer joiners by police force area, year ending March 2019",
        "Table 5: Police officers by rank, gender and police force area, 31 March 2019",
        "Table 9: Police officers on long-term absence by police force area, 31 March 2019",
    ],
)
def test_tables_of_something_narrower_are_not_mistaken_for_the_workforce(tmp_path, title):
    sheets = {"Table_1": workbooks.workforce_table(), "Table_8": matrix(title)}

    found = read_statistics(workbooks.write(tmp_path / "workforce.xlsx", sheets))

    assert "not of a kind that is taken" in found.left_out[-1].reason
    assert found.measures == ("police_officers",)


ROWS = [
    [
        *("As at 31 March", "Geocode", "Force name", "Region", "Sex", "Rank", "Worker type"),
        *("Total (Headcount)", "Total (FTE)"),
    ],
    *[
        [year, code, name, "Region", sex, "Constable", worker, n, fte]
        for year in (2021, 2022)
        for n, (code, name) in enumerate(workbooks.FORCES, start=1)
        for sex in ("Female", "Male")
        for worker, fte in (
            ("Police Officer", n - 0.25),
            ("PCSO", n - 0.5),
            ("Special Constable", "[z]"),
            ("Police Dog", 1),
        )
    ],
    [2022, "n/a", "British Transport Police", "n/a", "Male", "Constable", "Police Officer", 900, 9],
    [2022, "n/a", "Narnia", "n/a", "Male", "Constable", "Police Officer", 900, 9],
    ["soon", "E23000008", "Durham", "x", "Male", "Constable", "Police Officer", 900, 9],
]


@pytest.fixture(params=["ods", "csv"])
def open_data(request, tmp_path):
    if request.param == "ods":
        sheets = {"Cover": [["Police workforce open data"]], "Data": [["Table 1"], [], *ROWS]}
        return workbooks.write_ods(tmp_path / "workforce.ods", sheets)
    path = tmp_path / "workforce.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    return path


def test_the_rows_of_the_open_data_are_added_up(open_data):
    found = read_statistics(open_data)

    day = datetime.date(2022, 3, 31)
    durham = {
        (o.measure, o.unit): o.value
        for o in found.observations
        if o.area.id == "durham" and o.period.end == day
    }
    assert durham == {
        ("police_officers", "headcount"): 4,
        ("police_officers", "full_time_equivalents"): 3.5,
        ("police_community_support_officers", "headcount"): 4,
        ("police_community_support_officers", "full_time_equivalents"): 3,
        ("special_constables", "headcount"): 4,
    }
    nation = next(o for o in found.observations if o.area.id == "england-and-wales")
    assert (nation.value, nation.note) == (27.5, "The 5 forces in the file, added up.")
    assert found.datasets[0].release == "31 March 2021 to 31 March 2022"


def test_a_sum_that_lacks_a_row_says_so(tmp_path):
    rows = [list(row) for row in ROWS]
    row = next(row for row in rows if row[2] == "Durham" and row[6] == "PCSO")
    row[8] = "[x]"

    path = workbooks.write_ods(tmp_path / "workforce.ods", {"Data": rows})
    found = read_statistics(path)

    kind = ("police_community_support_officers", "full_time_equivalents")
    durham, nation = (
        next(o for o in found.observations if o.area.id == area and (o.measure, o.unit) == kind)
        for area in ("durham", "england-and-wales")
    )
    assert (durham.value, durham.note) == (1.5, "Rows without a value are left out of the sum.")
    assert nation.note.endswith("Rows without a value are left out of the sum.")


def test_what_the_open_data_has_besides_is_listed(open_data):
    found = read_statistics(open_data)

    assert found.set_apart == ("British Transport Police",)
    assert found.unmatched == ("Narnia",)
    assert [left.what for left in found.left_out] == ["rows of “Police Dog”"]
    assert [problem.what for problem in found.problems] == ["“soon” is no year."]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("As at 30 September", datetime.date(2022, 9, 30)),
        ("As at September", datetime.date(2022, 9, 30)),
        ("As at 30 June", datetime.date(2022, 6, 30)),
        ("Year", datetime.date(2022, 3, 31)),
    ],
)
def test_the_heading_over_the_years_says_the_day(tmp_path, heading, day):
    rows = [[heading, *ROWS[0][1:]], *(row for row in ROWS[1:] if row[0] == 2022)]

    found = read_statistics(workbooks.write_ods(tmp_path / "workforce.ods", {"Data": rows}))

    assert found.periods == (Period(kind="as at", end=day),)


def test_a_table_whose_days_stand_over_other_columns_than_its_values_is_not_taken(tmp_path):
    table = workbooks.workforce_table()
    table[3] = [None, *table[3]]
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Table_1": table})

    with pytest.raises(StatisticsError, match="its headings do not stand over its values"):
        read_statistics(path)


def test_two_columns_of_the_same_day_are_left_out(tmp_path):
    table = workbooks.workforce_table()
    table[3][2] = table[3][1]
    path = workbooks.write(tmp_path / "workforce.xlsx", {"Table_1": table})

    with pytest.raises(StatisticsError, match="they say the same of themselves: Police officers"):
        read_statistics(path)
