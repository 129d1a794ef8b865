"""What the annex rules out is refused, what it doubts is flagged, the rest is allowed."""

from collections import Counter

import msgspec
import pytest

from peelviewer.reference.annexes import Annex
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.comparability import AnnexRules, Rule, Rules, comparability
from peelviewer.reference.forces import forces
from tests.builders import with_annex

RULES = comparability()


@pytest.fixture
def report(sample_report):
    """A report of the pillar and year whose annex the rules are from, and says the same."""
    return msgspec.structs.replace(with_annex(sample_report), pillar="effectiveness", year="2016")


def effects(found):
    return [one.rule.effect for one in found]


def ids(found):
    return [one.rule.id for one in found]


def test_no_rule_stands_twice():
    assert [name for name, times in Counter(ids(RULES.all)).items() if times > 1] == []


@pytest.mark.parametrize("stated", RULES.all, ids=lambda stated: stated.rule.id)
def test_a_rule_speaks_of_things_that_exist(stated):
    rule = stated.rule
    groups = {measure.group for measure in catalogue().measures}
    assert rule.reason.endswith(".")
    assert {*rule.groups, *rule.against} <= groups
    assert all(catalogue().definition(key) for key in rule.measures)
    assert set(rule.units) <= {unit.name for unit in catalogue().units}
    assert set(rule.forces) <= {force.id for force in forces()}
    assert rule.groups or rule.measures or rule.units or rule.topic
    assert not rule.excluded or rule.forces


def test_general_and_domestic_abuse_outcomes_are_not_set_side_by_side(report):
    for first, second in (
        ("outcome_charged", "da_outcome_charged"),
        ("da_outcome_charged", "outcome_charged"),
    ):
        (found,) = RULES.between_measures(first, second, report)
        assert found.rule.effect == "refuse"
        assert (found.page, found.report) == (14, "")


def test_what_the_reports_own_annex_does_not_say_is_no_rule_for_it(sample_report):
    found = RULES.between_measures("outcome_charged", "da_outcome_charged", sample_report)

    assert found == ()


def test_two_outcomes_of_the_same_table_may_be_compared(report):
    assert RULES.between_measures("outcome_charged", "outcome_no_suspect", report) == ()


@pytest.mark.parametrize(
    ("key", "years", "expected"),
    [
        ("organised_crime_groups", (2015, 2016), ["refuse"]),
        ("organised_crime_groups", (2016, 2014), ["refuse"]),
        ("organised_crime_groups", (2014, 2015), []),
        ("organised_crime_groups", (2016, 2017), []),
        ("organised_crime_groups", (2015, 2017), ["refuse"]),
        ("calls_for_assistance", (2015, 2016), ["warn"]),
        ("calls_for_assistance", (2014, 2016), []),
        ("calls_for_assistance", (2013, 2015, 2018), ["warn"]),
        ("da_calls_for_assistance", (2016, 2015), ["warn"]),
        ("victim_satisfaction", (2015, 2016), []),
        ("calls_for_assistance", (2016, 2016), []),
    ],
)
def test_years_are_compared_where_the_annex_allows_it(key, years, expected):
    assert effects(RULES.between_years(key, years)) == expected


@pytest.mark.parametrize(
    ("key", "force", "rule"),
    [
        ("outcome_charged", "dorset", "outcomes-without-dorset"),
        ("outcome_charged", "suffolk", "outcomes-of-three-quarters"),
        ("outcome_cannabis_warning", "leicestershire", "out-of-court-pilot"),
        ("organised_crime_groups", "west-mercia", "organised-crime-groups-of-two-forces-together"),
        ("recorded_crime", "city-of-london", "rates-on-the-residents-of-the-city-of-london"),
        ("asb_incidents", "south-yorkshire", "anti-social-behaviour-corrected-south-yorkshire"),
        ("asb_change_1y", "city-of-london", "change-on-the-residents-of-the-city-of-london"),
        ("vulnerable_victims", "essex", "vulnerable-victims-without-five-forces"),
    ],
)
def test_a_force_with_a_rule_of_its_own_is_flagged(key, force, rule):
    unit = catalogue().definition(key).unit
    assert rule in ids(RULES.between_forces(key, unit, [force, "kent"], [2016]))
    assert rule not in ids(RULES.between_forces(key, unit, ["kent"], [2016]))


@pytest.mark.parametrize(
    ("group", "years", "is_said"),
    [
        ("recorded crime", [2018], True),
        ("knives and firearms", [2013, 2014], True),
        ("recorded crime", [2012], False),  # recording became stricter after 2014
        ("anti-social behaviour", [2018], False),
        ("", [2018], False),
    ],
)
def test_published_recorded_crime_is_read_with_care_since_the_inspection_of_its_recording(
    group, years, is_said
):
    found = RULES.between_forces("burglary_of_barns", "count", ["kent"], years, group)

    assert ("recorded-crime-and-better-recording" in ids(found)) == is_said


def test_the_severest_rule_comes_first():
    found = RULES.between_forces(
        "organised_crime_groups",
        "per_million_population",
        ["warwickshire", "city-of-london"],
        [2016],
    )
    assert effects(found) == ["refuse", "refuse", "warn"]


def test_what_is_said_of_the_values_in_reports_is_not_said_of_statistics():
    found = RULES.between_forces(
        "recorded_crime", "per_1000_population", ["city-of-london"], [2016]
    )
    assert "population-of-the-city-of-london" not in ids(found)


@pytest.mark.parametrize(
    ("pillar", "year"),
    [("effectiveness", "2017"), ("legitimacy", "2016"), ("integrated", "2018/19")],
)
def test_a_report_of_another_year_or_pillar_is_not_bound_by_the_rules_of_this_one(
    report, pillar, year
):
    other = msgspec.structs.replace(report, pillar=pillar, year=year)

    assert RULES.between_measures("outcome_charged", "da_outcome_charged", other) == ()
    assert RULES.between_years("organised_crime_groups", (2015, 2016), other) == ()


def test_statistics_of_another_year_are_bound_by_what_is_said_of_how_they_are_made_only():
    forces = ["dorset", "kent"]
    found = RULES.between_forces("outcome_charged", "percent", forces, [2018])

    assert ids(found) == ["outcomes-depend-on-the-mix-of-crimes"]


def test_a_rule_says_whose_page_it_names():
    (found,) = RULES.between_years("organised_crime_groups", (2015, 2016))

    assert found.annex.report == "leicestershire-effectiveness-2016"
    assert RULES.words_of(found.annex.report) == "Leicestershire Police, effectiveness 2016"


@pytest.mark.parametrize(
    ("year", "covered"), [("2016", (2016,)), ("2018/19", (2018, 2019)), ("2021/22", (2021, 2022))]
)
def test_an_inspection_of_two_years_is_of_both(year, covered):
    annex = Annex(
        report=f"kent-integrated-{year.replace('/', '-')}", pillar="integrated", year=year
    )

    assert tuple(one for one in range(2010, 2030) if annex.covers(one)) == covered
    assert annex.words == f"Kent Police, integrated {year}"


def test_rules_of_several_annexes_stand_side_by_side(report):
    rule = Rule(
        id="later", effect="refuse", between="measures", reason="Later.", page=1,
        groups=("outcomes",), against=("outcomes",), said=(("general outcomes",),),
    )  # fmt: skip
    later = AnnexRules(
        report="kent-effectiveness-2017", pillar="effectiveness", year="2017", rules=(rule,)
    )
    rules = Rules([later])

    of_2017 = msgspec.structs.replace(report, year="2017")
    assert ids(rules.between_measures("outcome_charged", "outcome_no_suspect", of_2017)) == [
        "later"
    ]
    assert rules.between_measures("outcome_charged", "outcome_no_suspect", report) == ()


def test_forces_left_out_agree_with_the_catalogue():
    of_reports = [
        one.rule for one in RULES.all if one.rule.excluded and one.rule.of != "statistics"
    ]
    for measure in catalogue().measures:
        left_out = {f for rule in of_reports if rule.is_about(measure.key) for f in rule.forces}
        assert left_out == set(measure.excluded)
