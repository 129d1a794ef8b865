"""What becomes of a selection that the statistics at hand cannot answer."""

import datetime

import msgspec
import pytest

from peelviewer.comparing.fitting import fitting
from peelviewer.comparing.holdings import Holdings
from peelviewer.comparing.selection import Selection
from peelviewer.model.measure import Period
from tests.comparing.made_up import dataset, values


def test_at_first_the_figure_that_is_a_picture_in_the_reports_is_chosen(holdings, own_report):
    found = fitting(Selection(), holdings, own_report)
    assert (found.measure, found.unit, found.show) == ("asb_change_1y", "percent_change", "ranked")


def test_a_period_that_is_not_there_becomes_the_latest(holdings):
    wanted = Selection(measure="asb_incidents", unit="per_1000_population", period="as at//1999")
    assert fitting(wanted, holdings, None).period == "12 months to//2018-03-31"


def test_a_change_is_from_the_period_before_unless_another_is_chosen(holdings):
    wanted = Selection(measure="asb_incidents", unit="per_1000_population", show="slope")
    assert fitting(wanted, holdings, None).earlier == "12 months to//2017-03-31"
    wanted = msgspec.structs.replace(wanted, earlier="12 months to//2008-03-31")
    assert fitting(wanted, holdings, None).earlier == "12 months to//2008-03-31"


def test_a_way_to_show_that_the_measure_does_not_have_becomes_the_first_it_has(holdings):
    wanted = Selection(measure="outcome_charged", unit="percent", show="trend")
    assert fitting(wanted, holdings, None).show == "ranked"


def test_a_measure_of_the_report_without_statistics_stays_chosen(holdings, own_report):
    key = next(m.key for m in own_report.measures if holdings.find(m.key) is None)
    assert fitting(Selection(measure=key), holdings, own_report).measure == key


def test_an_unknown_measure_becomes_the_first_one(holdings):
    assert fitting(Selection(measure="nowhere"), holdings, None).measure == "asb_change_1y"


@pytest.mark.parametrize(
    ("ends", "earlier"),
    [
        (("2019-12-31", "2019-09-30", "2018-12-31", "2018-06-30"), "2018-12-31"),
        (("2019-12-31", "2019-09-30", "2018-06-30", "2018-03-31"), "2018-06-30"),
        (("2019-12-31", "2019-09-30"), "2019-09-30"),
    ],
    ids=["a year earlier", "the nearest without a month in common", "what there is"],
)
def test_a_change_begins_a_whole_year_earlier_where_that_can_be(ends, earlier):
    observations = []
    for end in ends:
        period = Period(kind="12 months to", end=datetime.date.fromisoformat(end))
        observations += values(period=period)
    held = Holdings(observations, (), (dataset(),), fetch=lambda *_: ())
    wanted = Selection(measure="organised_crime_groups", unit="per_million_population")
    wanted = msgspec.structs.replace(wanted, show="slope")
    assert fitting(wanted, held, None).earlier == f"12 months to//{earlier}"
