"""The words for the periods to choose from."""

import datetime

import pytest

from peelviewer.comparing.period_choices import period_words
from peelviewer.model.measure import Period


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(kind="as at", end=datetime.date(2016, 9, 30)), "30 September 2016"),
        (Period(kind="12 months to", end=datetime.date(2016, 3, 31)), "12 months to March 2016"),
        (
            Period(kind="change", start=datetime.date(2015, 3, 31), end=datetime.date(2016, 3, 31)),
            "Year to March 2016 on 2015",
        ),
    ],
)
def test_periods_are_short_in_the_list(period, words):
    assert period_words(period) == words


def test_a_period_of_grades_is_an_inspection():
    period = Period(kind="as at", end=datetime.date(2016, 12, 31))
    assert period_words(period, "grade") == "Inspection of 2016"
