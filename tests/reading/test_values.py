import pytest

from peelviewer.reading.values import (
    decimals,
    is_missing,
    millions,
    number,
    printed_rate,
    rate_phrases,
    unit,
    without_unit,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("239", 239.0),
        ("+3.7%", 3.7),
        ("-11.1%", -11.1),
        ("–3.4%", -3.4),
        ("−2", -2.0),
        ("‑2", -2.0),
        ("‒2.5%", -2.5),
        ("1,234.5", 1234.5),
        ("1\u2009234", 1234.0),
        ("12·5%", 12.5),
        ("£143", 143.0),
        ("39.0 percent", 39.0),
        ("0.0", 0.0),
        ("–", None),
        ("", None),
        ("n/a", None),
        ("Good", None),
        ("10.4*", 10.4),
        ("3.9-44.4", None),
        ("12 – 15", None),
        ("5 to 7", None),
        ("1 in 4", None),
        ("2015/16", None),
        ("1 234", None),
        ("£1.2m", None),
        ("1.2 million", None),
        ("4,1", None),
        ("12,3456", None),
        ("1,234,567", 1234567.0),
        ("12345", 12345.0),
    ],
)
def test_one_number_is_read_with_sign_and_thousands_and_nothing_else_is(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("–", True),
        ("-", True),
        ("—*", True),
        ("n/a", True),
        ("n.a.", True),
        ("Not supplied", True),
        ("No data", True),
        ("0.0", False),
        ("nil", False),
        ("", False),
    ],
)
def test_a_dash_is_missing_and_nought_is_not(text, gone):
    assert is_missing(text) is gone


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rates per 1,000 population", "per_1000_population"),
        ("the rate for 1,000 households, not population", "per_1000_households"),
        ("groups per million population", "per_million_population"),
        ("groups per one million of the population", "per_million_population"),
        ("arrests per 100 domestic abuse crimes", "per_100_crimes"),
        ("cases per 10,000 adult females", "per_10000_adult_females"),
        ("Change in recorded crime", "percent_change"),
        ("Percentage change in the rate per 1,000 population", "percent_change"),
        ("as a percentage of all crime", "percent"),
        ("Proportion of outcomes", "percent"),
        ("9.1%", "percent"),
        ("Calls for assistance", None),
    ],
)
def test_units_are_told_by_their_words(text, name):
    assert unit(text) == name


@pytest.mark.parametrize(
    ("text", "values", "name"),
    [
        ("Grievances per 1,000 employees 12 months to 31 March 2016", "", "per_1000_employees"),
        ("Horses per million registered vehicles", "", "per_million_registered_vehicles"),
        ("Cost per head of population 12 months to 31 March 2016", "£1£2", "pounds_per_head"),
        ("Two per cent of it", "", None),
        ("One officer per patrol", "", None),
    ],
)
def test_a_rate_that_no_list_knows_is_named_as_printed(text, values, name):
    assert printed_rate(text, values) == name


def test_a_label_loses_its_unit():
    assert without_unit("Calls (per 1,000 population) in all") == "Calls in all"


@pytest.mark.parametrize(
    ("printed", "value", "places"),
    [
        ("58", 58.0, 0),
        ("58.0", 58.0, 1),
        ("+3.75%", 3.75, 2),
        ("decrease of 39.0 percent", -39.0, 1),
        ("increase over 5 years of 2.25 percent", 2.25, 2),
        ("1,243.5", 1243.5, 1),
        ("one third", 33.3, 0),
    ],
)
def test_decimals_are_those_printed(printed, value, places):
    assert decimals(printed, value) == places


@pytest.mark.parametrize(
    ("text", "value"),
    [("£8.3m", 8.3), ("-£120 million", -120.0), ("£8.3", None), ("£1bn", None), ("8.3m", None)],
)
def test_sums_of_money_are_read_in_millions_of_pounds(text, value):
    assert millions(text) == value


def test_rates_are_found_with_their_places():
    text = "58 per 1,000 of the population, 46 per million, 3 per police officer and 2 per patrol"

    assert [(rate.unit, text[rate.start : rate.end]) for rate in rate_phrases(text)] == [
        ("per_1000_population", "per 1,000 of the population"),
        ("per_million", "per million"),
        ("per_police_officer", "per police officer"),
    ]
