"""The grades of many forces: each as its word, counted, never reckoned with."""

import msgspec
import pytest

from peelviewer.charts.grades import BEST_FIRST, grades_chart
from peelviewer.charts.measured import data_of
from peelviewer.charts.sheets import sheet_of
from peelviewer.charts.table import rows_as_csv
from peelviewer.errors import ChartError
from peelviewer.reference.forces import forces
from peelviewer.statistics.shipped import shipped
from tests.charts.many import OWN, data, year_to

IDS = [known.id for known in forces()]


def graded(grades):
    """Return the grades of forces ``{id: grade, or None}`` as statistics hold them."""
    made = data(dict.fromkeys(grades), measure="effectiveness_overall", unit="grade")
    found = tuple(
        msgspec.structs.replace(
            one,
            label="Overall effectiveness",
            printed=grades[one.area.id] or "–",
            missing=None if grades[one.area.id] else "not inspected",
        )
        for one in made.observations
    )
    return msgspec.structs.replace(made, label="Overall effectiveness", observations=found)


ALL = {force: BEST_FIRST[place % 6] for place, force in enumerate(IDS)} | {"kent": None}


def test_every_force_has_its_word_the_best_first():
    chart = grades_chart(graded(ALL), year_to(2016), own=OWN)

    words = [row.grade for row in chart.rows if row.grade]
    assert words == sorted(words, key=BEST_FIRST.index)
    assert {row.area: row.grade or None for row in chart.rows} == ALL
    assert chart.title == "Overall effectiveness, inspection of 2016, 42 of 43 forces"
    assert "No grade for Kent: not inspected." in chart.notes
    assert all(f"{row.label} {row.grade}" in chart.description for row in chart.rows if row.grade)


@pytest.mark.parametrize(
    ("grades", "own", "headline"),
    [
        ({OWN: "good", "kent": "good", "essex": "good"}, OWN,
         "Leicestershire is “good”, as are 2 other forces"),
        ({OWN: "good", "kent": "good"}, OWN, "Leicestershire is “good”, as is 1 other force"),
        ({OWN: "good", "kent": "inadequate"}, OWN,
         "Leicestershire is the only one of 2 forces “good”"),
        ({OWN: "good"}, OWN, "Leicestershire is “good”"),
        ({OWN: None, "kent": "good"}, OWN, "no grade for Leicestershire"),
        ({OWN: "good", "kent": "good", "essex": "inadequate"}, None,
         "2 of 3 forces “good”, 1 “inadequate”"),
    ],
)  # fmt: skip
def test_the_headline_says_how_many_have_the_grade(grades, own, headline):
    chart = grades_chart(graded(grades), year_to(2016), own=own)

    assert chart.headline == f"Overall effectiveness: {headline}"


def test_some_forces_are_shown_with_the_own_one_and_counted_as_some():
    chart = grades_chart(graded(ALL), year_to(2016), own=OWN, among=("essex",), chosen=("essex",))

    assert {row.area: row.standout for row in chart.rows} == {OWN: "own", "essex": "chosen"}
    assert chart.title.endswith("2 forces of the 42 graded")


def test_a_period_without_grades_is_refused_in_a_sentence():
    with pytest.raises(
        ChartError, match=r"no grade of Overall effectiveness for inspection of 2015"
    ):
        grades_chart(graded(ALL), year_to(2015))


def test_the_grades_that_ship_are_those_of_the_43_forces():
    choice = data_of(shipped("effectiveness_grades"), "effectiveness_overall", "grade")

    chart = grades_chart(choice, choice.periods[-1], own=OWN)

    assert chart.remarks == (
        "1 “outstanding”; 28 “good”; 13 “requires improvement”; 1 “inadequate”.",
    )
    assert len(chart.rows) == 43


def test_the_words_go_into_files_of_data_too():
    chart = grades_chart(graded(ALL), year_to(2016), own=OWN)

    sheet = sheet_of(chart)
    assert [column.heading for column in sheet.columns[:2]] == ["Force", "Grade"]
    assert "Essex Police" in {row[0] for row in sheet.rows}
    lines = rows_as_csv((chart,), None)
    assert lines.count("requires improvement") >= 7
