import datetime

from peelviewer.model.measure import Period
from peelviewer.model.statistics import Area, Observation
from peelviewer.statistics import comparison

CITY = Area(id="city-of-london", name="City of London Police", kind="force")
KENT = Area(id="kent", name="Kent Police", kind="force")


def observation(**changes):
    values = {
        "area": KENT,
        "measure": "robbery",
        "label": "Robbery",
        "unit": "per_1000_population",
        "period": Period(kind="12 months to", end=datetime.date(2016, 3, 31)),
        "value": 1.0,
        "printed": "1.0",
        "dataset": "one",
    }
    return Observation(**{**values, **changes})


def test_general_outcomes_beside_domestic_abuse_outcomes_are_refused_with_the_page():
    verdict = comparison.between_measures("outcome_charged", "da_outcome_charged", "2016")

    assert not verdict.is_allowed
    assert verdict.refusals[0].page == 66


def test_organised_crime_groups_and_earlier_years_are_refused():
    assert not comparison.between_years("organised_crime_groups", "2015", "2016").is_allowed


def test_calls_of_two_years_are_doubtful_and_allowed():
    verdict = comparison.between_years("calls_for_assistance", "2016", "2015")

    assert verdict.is_allowed
    assert verdict.warnings[0].page == 61


def test_forces_that_the_report_leaves_out_are_left_out_and_the_others_compared():
    verdict = comparison.between_forces("outcome_charged", ["dorset", "kent"], "2016")

    assert verdict.is_allowed
    assert [(out.force, out.page) for out in verdict.left_out] == [("dorset", 62)]


def test_statistics_of_different_units_are_refused():
    verdict = comparison.of_statistics([observation(), observation(unit="count")])

    assert not verdict.is_allowed


def test_statistics_of_one_publication_have_no_remarks():
    assert comparison.of_statistics([observation()]) == ((), (), (), ())


def test_the_city_of_london_is_left_out_of_rates_on_residents():
    verdict = comparison.of_statistics([observation(), observation(area=CITY)])

    assert verdict.is_allowed
    assert [out.force for out in verdict.left_out] == ["city-of-london"]


def test_several_publications_in_one_chart_carry_a_warning():
    later = observation(dataset="two", period=Period(kind="as at", end=datetime.date(2018, 3, 31)))

    assert (
        "several publications" in comparison.of_statistics([observation(), later]).warnings[0].text
    )
