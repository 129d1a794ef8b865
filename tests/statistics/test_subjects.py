"""What a table is about, from its title: recorded crime as such, or something narrower."""

import pytest

from peelviewer.statistics.subjects import subject_in

CRIME = "Table P2: Police recorded crime by offence group and police force area"


@pytest.mark.parametrize(
    "title",
    [
        f"{CRIME}, percentage change between year ending June 2023 and year ending June 2024",
        f"{CRIME}, percentage change over the last year, year ending June 2024",
        f"{CRIME}, year ending June 2024 compared with the previous year",
        "Table P2: Percentage change in police recorded crime, by main offence group and area",
        "Table P3: Rate of police recorded crime per 1,000 people, by police force area",
        "Table P1: Number of crimes recorded by the police, by offence sub-group and country",
        "Table P1: Police recorded crime, excluding fraud, at police force area level",
    ],
)
def test_a_title_of_recorded_crime_as_such_is_of_no_narrower_table(title):
    assert subject_in(title).kind == "crime"


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Table 3: Fraud offences by police force area", "Fraud offences"),
        (
            "Table 4: Recorded crimes excluding fraud and theft by police force area",
            "Recorded crimes excluding fraud and theft",
        ),
        ("Table 5: Hate crimes recorded by the police, by police force area", "Hate crimes"),
    ],
)
def test_any_other_word_makes_a_table_narrower(title, label):
    assert subject_in(title) == ("named", label, None)
