"""What can be chosen, and what becomes of choices that do not go together."""

import datetime

import msgspec
import pytest

from peelviewer.model.measure import Period
from peelviewer.ui.compare import choices
from peelviewer.ui.compare.choices import Selection
from peelviewer.ui.compare.holdings import Holdings
from tests.ui.compare.conftest import OWN, dataset, values


def test_a_selection_comes_back_from_the_settings_as_it_was():
    chosen = Selection(measure="asb_incidents", unit="count", chosen=("kent",), highlight="ess")
    assert choices.from_text(choices.to_text(chosen)) == chosen


@pytest.mark.parametrize("text", ["", "{", '{"show": "pie"}', "[]", '{"measure": 3}'])
def test_an_unusable_selection_in_the_settings_is_the_first_one(text):
    assert choices.from_text(text) == Selection()


def test_at_first_the_figure_that_is_a_picture_in_the_reports_is_chosen(holdings, own_report):
    found = choices.fitting(Selection(), holdings, own_report)
    assert (found.measure, found.unit, found.show) == ("asb_change_1y", "percent_change", "ranked")


def test_a_period_that_is_not_there_becomes_the_latest(holdings):
    wanted = Selection(measure="asb_incidents", unit="per_1000_population", period="as at//1999")
    assert choices.fitting(wanted, holdings, None).period == "12 months to//2018-03-31"


def test_a_change_is_from_the_period_before_unless_another_is_chosen(holdings):
    wanted = Selection(measure="asb_incidents", unit="per_1000_population", show="slope")
    assert choices.fitting(wanted, holdings, None).earlier == "12 months to//2017-03-31"
    wanted = msgspec.structs.replace(wanted, earlier="12 months to//2008-03-31")
    assert choices.fitting(wanted, holdings, None).earlier == "12 months to//2008-03-31"


def test_a_way_to_show_that_the_measure_does_not_have_becomes_the_first_it_has(holdings):
    wanted = Selection(measure="outcome_charged", unit="percent", show="trend")
    assert choices.fitting(wanted, holdings, None).show == "ranked"


def test_a_measure_of_the_report_without_statistics_stays_chosen(holdings, own_report):
    key = next(m.key for m in own_report.measures if holdings.find(m.key) is None)
    assert choices.fitting(Selection(measure=key), holdings, own_report).measure == key


def test_an_unknown_measure_becomes_the_first_one(holdings):
    assert choices.fitting(Selection(measure="nowhere"), holdings, None).measure == "asb_change_1y"


def test_the_own_force_is_the_reports_until_another_is_chosen(own_report):
    assert choices.own_force(Selection(), own_report).id == OWN
    assert choices.own_force(Selection(own="kent"), own_report).id == "kent"


def test_a_report_of_no_known_force_marks_none(sample_report):
    assert choices.own_force(Selection(), sample_report) is None
    assert choices.own_force(Selection(), None) is None


def test_the_region_is_that_of_the_own_force():
    own = choices.force_by_id(OWN)
    found = choices.chosen_forces(Selection(forces="region"), own)
    assert set(found) == {
        "derbyshire", "leicestershire", "lincolnshire", "northamptonshire", "nottinghamshire",
    }  # fmt: skip


def test_the_own_force_is_among_the_chosen_ones():
    found = choices.chosen_forces(
        Selection(forces="chosen", chosen=("kent",)), choices.force_by_id(OWN)
    )
    assert set(found) == {OWN, "kent"}


def test_of_no_ticked_force_the_own_one_is_left():
    selection = Selection(forces="chosen")

    assert choices.chosen_forces(selection, choices.force_by_id(OWN)) == (OWN,)
    assert choices.chosen_forces(selection, None) == ()


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
    assert choices.fitting(wanted, held, None).earlier == f"12 months to//{earlier}"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ()),
        ("d", ()),
        ("derb", ("derbyshire",)),
        ("Met", ("metropolitan",)),
        ("yorkshire", ("north-yorkshire", "south-yorkshire", "west-yorkshire")),
        ("a & s", ()),
        ("kent, ess", ("kent", "essex")),
        ("orkshire", ()),
        (" , ,", ()),
    ],
)
def test_typed_words_mean_the_forces_that_have_a_word_beginning_so(typed, found):
    assert choices.highlighted(typed) == found


def test_measures_of_the_report_come_first_and_those_without_statistics_last(holdings, own_report):
    groups = choices.measure_groups(holdings, own_report)
    assert groups[0].title == "In this report"
    assert groups[-1].title == "In this report, without national statistics"
    assert all(choice.is_held for choice in groups[0].choices)
    assert not any(choice.is_held for choice in groups[-1].choices)


def test_the_search_needs_every_word_in_group_label_or_unit(holdings, own_report):
    groups = choices.measure_groups(holdings, None)
    found = choices.with_words(groups, "burglary households")
    assert [one.label for group in found for one in group.choices] == ["Residential burglary"]
    assert choices.with_words(groups, "zebra") == ()


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
    assert choices.period_words(period) == words


def test_a_period_of_grades_is_an_inspection():
    period = Period(kind="as at", end=datetime.date(2016, 12, 31))
    assert choices.period_words(period, "grade") == "Inspection of 2016"
