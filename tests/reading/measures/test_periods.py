from datetime import date

import pytest

from peelviewer.model.measure import Period
from peelviewer.reading.measures.periods import mentions, period, without_period
from tests.reading.hostile import within

JUNE_2016, JUNE_2015, JUNE_2011 = date(2016, 6, 30), date(2015, 6, 30), date(2011, 6, 30)
TWELVE = Period(kind="12 months to", end=JUNE_2016)
ONE_YEAR = Period(kind="change", start=JUNE_2015, end=JUNE_2016)
FIVE_YEARS = Period(kind="change", start=JUNE_2011, end=JUNE_2016)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 months to 30 June 2016", TWELVE),
        ("for the twelve months ending 30th June 2016", TWELVE),
        ("in the year to the 30 June 2016", TWELVE),
        ("in the year ending June 2016", TWELVE),
        ("as at 1 July 2016", Period(kind="as at", end=date(2016, 7, 1))),
        ("12 months to 30 June 2015 against 12 months to 30 June 2016", ONE_YEAR),
        ("in the 12 months to 30 June 2016, compared with the 12 months to 30 June 2015", ONE_YEAR),
        ("compared with the previous 12 month period, in the year ending 30 June 2016", ONE_YEAR),
        ("for the 5 years to the 12 months to 30 June 2016", FIVE_YEARS),
        ("for the five-year period to 30 June 2016", FIVE_YEARS),
        ("between the years ending 30 June 2015 and 30 June 2016", ONE_YEAR),
        ("in the 12 months to June 2016 and 2015", None),
        ("in the 12 months to June 2016 and 2015/16 alike", None),
        ("in the year ended 30 June 2016", TWELVE),
        ("12 months up to the end of June 2016", TWELVE),
        ("between 1 July 2015 and 30 June 2016", TWELVE),
        ("from July 2015 to June 2016", TWELVE),
        ("2016/17", Period(kind="12 months to", end=date(2017, 3, 31))),
        ("in the financial year 2016-17", Period(kind="12 months to", end=date(2017, 3, 31))),
        ("on 31 March 2017", Period(kind="as at", end=date(2017, 3, 31))),
        ("as of the end of March 2017", Period(kind="as at", end=date(2017, 3, 31))),
        ("the year to 30 June 2016, against the year before", ONE_YEAR),
        (
            "a change 2015/16 to 2016/17",
            Period(kind="change", start=date(2016, 3, 31), end=date(2017, 3, 31)),
        ),
        ("as at 30 June 2011 against 30 June 2016", FIVE_YEARS),
        ("as at 30 June 2016, compared with as at 30 June 2011", FIVE_YEARS),
        ("as at 30 June 2011 against 31 June 2016", None),
        ("our 2018/19 inspection", None),
        ("PEEL 2018/19", None),
        ("in our 2016 report", None),
        ("In 2016, we found", None),
        ("2010/15", None),
        ("three months to 30 June 2016", None),
        ("between 1 January 2016 and 30 June 2016", None),
        ("since 2014", None),
        ("in June 2016", None),
        ("12 months to 31 February 2016", None),
        (
            "12 months to 30 June 2014, 12 months to 30 June 2015 and 12 months to 30 June 2016",
            None,
        ),
        ("12 months to 30 June 2015 and 12 months to 30 June 2016", None),
        ("in 2016", Period(kind="12 months to", end=date(2016, 12, 31))),
        ("", None),
    ],
)
def test_a_period_is_read_or_left_open(text, expected):
    assert period(text) == expected


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Calls for assistance 12 months to 30 June 2016", "Calls for assistance"),
        (
            "Change in recorded crime 12 months to 30 June 2015 against 12 months to 30 June 2016",
            "Change in recorded crime",
        ),
        (
            "Change in recorded crime for the 5 years to the 12 months to 30 June 2016",
            "Change in recorded crime",
        ),
        ("Organised crime groups as at 1 July 2016", "Organised crime groups"),
        ("Charged", "Charged"),
        ("Complaints 2016/17", "Complaints"),
        ("Complaints in 2016", "Complaints"),
        ("Officers on 31 March 2017", "Officers"),
    ],
)
def test_a_label_loses_its_period(label, name):
    assert without_period(label) == name


@pytest.mark.parametrize(
    "text",
    [
        "first half of the 12 months to 31 March 2016",
        "Half-year to 30 September 2016",
        "Second half of 2016/17",
        "First six months of the year to 31 March 2016",
        "Q1 2016/17",
        "First quarter of the financial year 2016/17",
    ],
)
def test_a_part_of_a_year_is_no_period(text):
    assert period(text) is None


@pytest.mark.parametrize("text", ["fell by a third in 2016/17", "by half in 2016/17"])
def test_a_share_before_a_year_is_no_part_of_it(text):
    assert period(text) == Period(kind="12 months to", end=date(2017, 3, 31))


def test_a_time_behind_one_endless_word_takes_no_long_time():
    with within(2):
        (mention,) = mentions(f"{'a' * 50_000} in 2016/17, 4 percent.")

    assert mention.is_when
