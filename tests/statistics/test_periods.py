import datetime

import pytest

from peelviewer.model.measure import Period
from peelviewer.statistics import periods


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Apr '15 to Mar '165, 6", datetime.date(2016, 3, 31)),
        ("Apr ’07 to Mar ’083", datetime.date(2008, 3, 31)),
        ("Apr 2015 to\n Mar 20164", datetime.date(2016, 3, 31)),
        ("Jul '16 to Jun '174", datetime.date(2017, 6, 30)),
        ("January to December 2024", datetime.date(2024, 12, 31)),
        ("Apr to Mar '165", datetime.date(2016, 3, 31)),
        ("July to September 2024", None),
        ("2015/16", datetime.date(2016, 3, 31)),
        ("2015-16", datetime.date(2016, 3, 31)),
        ("year ending March 181,2,3", datetime.date(2018, 3, 31)),
        ("Year ending December 20191,2", datetime.date(2019, 12, 31)),
        ("year ending February 2024 [note 1]", datetime.date(2024, 2, 29)),
        ("Apr '15 to Mar '17", None),
        ("2015/17", None),
        ("Area Name", None),
    ],
)
def test_twelve_months_are_read_with_footnote_digits_glued_on(text, end):
    assert periods.ends_in(text) == ((end,) if end else ())


def test_a_change_runs_from_the_earlier_to_the_later_year():
    ends = periods.years_ending("year ending June 2018 compared with year ending June 20171,2")

    change = periods.change(ends)

    assert (change.start, change.end) == (datetime.date(2017, 6, 30), datetime.date(2018, 6, 30))
    assert periods.months_between(change) == 12
    assert periods.change(ends[:1]) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2015", 2015),
        ("20161", 2016),
        ("Population figures (mid-2016)4  rounded to 100", 2016),
        ("Mid-year", None),
        ("Area Name", None),
    ],
)
def test_a_mid_year_estimate_is_as_at_the_end_of_june(text, year):
    expected = Period(kind="as at", end=datetime.date(year, 6, 30)) if year else None

    assert periods.mid_year(text) == expected


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (datetime.datetime(2016, 9, 30), datetime.date(2016, 9, 30)),  # noqa: DTZ001 - no zone in a cell
        (datetime.date(2016, 9, 30), datetime.date(2016, 9, 30)),
        ("30 September 20161", datetime.date(2016, 9, 30)),
        ("As at 31 March 2016", datetime.date(2016, 3, 31)),
        ("31 February 2016", None),
        ("number", None),
        (4.0, None),
    ],
)
def test_days_are_read_from_dates_and_words(cell, day):
    assert periods.day(cell) == day


def test_further_months_after_year_ending_belong_to_it():
    text = "percentage change between years ending June 2018 and June 20191,2"

    assert periods.years_ending(text) == (datetime.date(2018, 6, 30), datetime.date(2019, 6, 30))
    assert periods.years_ending("published in June 2018") == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("as at 31 March 2018", datetime.date(2018, 3, 31)),
        ("30 September 20123", datetime.date(2012, 9, 30)),
        ("Sep-18", datetime.date(2018, 9, 30)),
        ("March 2019", datetime.date(2019, 3, 31)),
        ("30 September 2015, 31 March 2016 and 30 September 2016", None),
        ("Change in 12 months", None),
    ],
)
def test_one_day_is_read_from_words_and_several_are_none(text, day):
    assert periods.as_at(text) == day


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Apr '10 to\n Mar '11", ""),
        ("Apr 2010 to Mar 2011: number of offences", ": number of offences"),
        ("Robbery, year ending March 2018", "Robbery,"),
        ("Population figures (mid-2023)", "Population figures ( )"),
        ("Attempted murder", "Attempted murder"),
    ],
)
def test_a_heading_without_its_periods_is_what_it_names(text, rest):
    assert periods.without_periods(text) == rest
