import pytest

from peelviewer.charts import file_names


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Police-recorded crime rates (per 1,000 population) in Northshire, for X", "crime-rates"),
        ("Victims who withdrew support, by force", "victims-who-withdrew-support"),
        ("The rate of", "the-rate-of"),
        ("Percentage change in the rate of noise, by force", "change-noise"),
        ("Outcomes in the 12 months to 30 June 2016", "outcomes"),
        ("Gangs per one million people, by force", "gangs"),
    ],
)
def test_a_file_name_says_what_the_figure_is_about(title, expected):
    assert file_names.figure_slug(title) == expected
