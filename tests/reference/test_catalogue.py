"""The shipped measure catalogue is complete, consistent and in plain words."""

from collections import Counter

import msgspec
import pytest

from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.forces import forces
from peelviewer.reference.labels import plain_label

MEASURES = catalogue().measures


def test_no_key_stands_twice():
    assert [key for key, times in Counter(m.key for m in MEASURES).items() if times > 1] == []


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_a_measure_says_what_it_is(measure):
    assert measure.unit in {unit.name for unit in catalogue().units}
    assert measure.definition.endswith(".")
    assert measure.national.endswith(".")
    assert measure.group
    assert measure.names
    assert set(measure.excluded) <= {force.id for force in forces()}
    assert measure.polarity == "none"
    for caveat in measure.caveats:
        assert caveat.text.endswith(".")
        assert caveat.page is not None


def test_no_two_measures_have_the_same_name_unit_and_surroundings():
    printed = Counter(
        (plain_label(name), measure.unit, measure.context, measure.without)
        for measure in MEASURES
        for name in {plain_label(name): name for name in measure.names}.values()
    )
    assert [name for name, times in printed.items() if times > 1] == []


def test_the_keys_of_the_contract_are_there():
    expected = {
        "calls_for_assistance",
        "recorded_crime",
        "recorded_crime_change_1y",
        "recorded_crime_change_5y",
        "outcome_charged",
        "outcome_suspect_identified_victim_does_not_support",
        "outcome_no_suspect",
        "asb_incidents",
        "da_calls_for_assistance",
        "da_share_of_crime",
        "organised_crime_groups",
        "victim_satisfaction",
    }
    assert expected <= {measure.key for measure in MEASURES}


LEICESTERSHIRE = "leicestershire-effectiveness-2016"


def report_of(sample_report, **fields):
    return msgspec.structs.replace(sample_report, **fields)


def test_caveats_have_the_pages_of_the_report_whose_annex_states_them(sample_report):
    own = report_of(sample_report, id=LEICESTERSHIRE)
    assert all(caveat.page for caveat in catalogue().caveats("organised_crime_groups", own))


def test_caveats_hold_for_other_forces_of_the_year_without_the_pages(sample_report):
    caveats = catalogue().caveats("organised_crime_groups", sample_report)
    assert caveats
    assert {caveat.page for caveat in caveats} == {None}


@pytest.mark.parametrize("other", [{"year": "2018/19"}, {"pillar": "legitimacy"}])
def test_nothing_is_said_of_reports_with_another_annex(sample_report, other):
    report = report_of(sample_report, **other)
    assert catalogue().caveats("outcome_charged", report) == ()
    assert catalogue().national("outcome_charged", report) == ""
    assert catalogue().excluded("outcome_charged", report) == ()


def test_the_forces_left_out_are_told_of_reports_of_the_year(sample_report):
    assert catalogue().excluded("outcome_charged", sample_report) == ("dorset",)


def test_a_key_that_only_one_report_has_is_no_error(sample_report):
    assert catalogue().definition("horses_stabled") is None
    assert catalogue().caveats("horses_stabled", sample_report) == ()


def test_a_unit_that_is_not_listed_reads_as_its_name():
    assert catalogue().unit("per_stable").words == "per stable"
    assert catalogue().unit("percent").sign == "%"
