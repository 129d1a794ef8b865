"""What the annex rules out is refused, what it doubts is flagged, the rest is allowed."""

from collections import Counter

import pytest

from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.comparability import comparability
from peelviewer.reference.forces import forces

RULES = comparability()


def effects(rules):
    return [rule.effect for rule in rules]


def test_no_rule_stands_twice():
    assert [name for name, times in Counter(r.id for r in RULES.all).items() if times > 1] == []


@pytest.mark.parametrize("rule", RULES.all, ids=lambda rule: rule.id)
def test_a_rule_speaks_of_things_that_exist(rule):
    groups = {measure.group for measure in catalogue().measures}
    assert rule.reason.endswith(".")
    assert {*rule.groups, *rule.against} <= groups
    assert all(catalogue().definition(key) for key in rule.measures)
    assert set(rule.units) <= {unit.name for unit in catalogue().units}
    assert set(rule.forces) <= {force.id for force in forces()}
    assert rule.groups or rule.measures or rule.units or rule.topic
    assert not rule.excluded or rule.forces


def test_general_and_domestic_abuse_outcomes_are_not_set_side_by_side():
    for first, second in (
        ("outcome_charged", "da_outcome_charged"),
        ("da_outcome_charged", "outcome_charged"),
    ):
        (rule,) = RULES.between_measures(first, second, "2016")
        assert rule.effect == "refuse"
        assert rule.page == 66


def test_two_outcomes_of_the_same_table_may_be_compared():
    assert RULES.between_measures("outcome_charged", "outcome_no_suspect", "2016") == ()


@pytest.mark.parametrize(
    ("key", "years", "expected"),
    [
        ("organised_crime_groups", ("2015", "2016"), ["refuse"]),
        ("organised_crime_groups", ("2016", "2014"), ["refuse"]),
        ("organised_crime_groups", ("2016", "2017"), []),
        ("calls_for_assistance", ("2015", "2016"), ["warn"]),
        ("calls_for_assistance", ("2014", "2016"), []),
        ("da_calls_for_assistance", ("2016", "2015"), ["warn"]),
        ("victim_satisfaction", ("2015", "2016"), []),
        ("calls_for_assistance", ("2016", "2016"), []),
    ],
)
def test_years_are_compared_where_the_annex_allows_it(key, years, expected):
    assert effects(RULES.between_years(key, *years)) == expected


@pytest.mark.parametrize(
    ("key", "force", "rule"),
    [
        ("outcome_charged", "dorset", "outcomes-without-dorset"),
        ("outcome_charged", "suffolk", "outcomes-of-three-quarters"),
        ("outcome_cannabis_warning", "leicestershire", "out-of-court-pilot"),
        ("organised_crime_groups", "west-mercia", "organised-crime-groups-of-two-forces-together"),
        ("recorded_crime", "city-of-london", "population-of-the-city-of-london"),
        ("asb_incidents", "south-yorkshire", "anti-social-behaviour-corrected-south-yorkshire"),
        ("vulnerable_victims", "essex", "vulnerable-victims-without-five-forces"),
    ],
)
def test_a_force_with_a_rule_of_its_own_is_flagged(key, force, rule):
    assert rule in [found.id for found in RULES.between_forces(key, [force, "kent"], "2016")]
    assert rule not in [found.id for found in RULES.between_forces(key, ["kent"], "2016")]


def test_the_severest_rule_comes_first():
    found = RULES.between_forces(
        "organised_crime_groups", ["warwickshire", "city-of-london"], "2016"
    )
    assert effects(found) == ["refuse", "warn", "warn"]


def test_all_rules_on_a_measure_are_found_from_either_side():
    on = [rule.id for rule in RULES.on_measure("da_outcome_charged", "2016")]
    assert on[0] == "general-and-domestic-abuse-outcomes"
    assert "domestic-abuse-outcomes-without-two-forces" in on


def test_rules_of_one_year_do_not_bind_another():
    assert RULES.on_measure("outcome_charged", "2018/19") == ()


def test_forces_left_out_agree_with_the_catalogue():
    for measure in catalogue().measures:
        assert RULES.excluded_forces(measure.key, "2016") == tuple(sorted(measure.excluded))
