"""The shipped measure catalogue is complete, consistent and in plain words."""

from collections import Counter

import msgspec
import pytest

from peelviewer.reading.reader import read
from peelviewer.reference.annexes import Annex
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.comparability import comparability
from peelviewer.reference.forces import forces
from peelviewer.reference.labels import plain_label
from tests.builders import with_annex

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


def test_caveats_hold_for_another_force_where_its_own_annex_states_them_with_its_own_page(
    sample_report,
):
    (caveat,) = catalogue().caveats("organised_crime_groups", with_annex(sample_report))

    assert caveat.text.startswith("Do not compare with earlier years")
    assert caveat.page == 14


def test_what_another_reports_annex_says_is_not_claimed_for_one_that_does_not_say_it(sample_report):
    assert catalogue().caveats("outcome_charged", sample_report) == ()
    assert catalogue().national("outcome_charged", sample_report) == ""
    assert catalogue().excluded("outcome_charged", sample_report) == ()


def test_a_caveat_that_lies_in_the_measure_itself_holds_for_every_report(sample_report):
    later = report_of(sample_report, year="2018/19")

    (caveat,) = catalogue().caveats("burglary_dwelling", later)

    assert caveat.text.startswith("A rate for 1,000 households")
    assert caveat.page is None


PILOT = "Leicestershire, Staffordshire and West Yorkshire are in the out of court pilot."


@pytest.mark.parametrize(("force", "times"), [("staffordshire", 1), ("northshire", 0)])
def test_a_caveat_on_the_data_of_some_forces_goes_with_no_other_forces_report(
    sample_report, force, times
):
    own = msgspec.structs.replace(sample_report.force, id=force)
    report = with_annex(report_of(sample_report, force=own), PILOT)

    assert len(catalogue().caveats("outcome_caution_adults", report)) == times


def test_the_published_annex_has_what_each_caveat_says_in_the_words_looked_for(real_report_path):
    report = read(real_report_path)
    annex = Annex(report="another", pillar="effectiveness", year="2016")
    looked_for = {
        (measure.key, said)
        for measure in MEASURES
        for said in (measure.national_said, *(caveat.said for caveat in measure.caveats))
        if said
    } | {(one.rule.id, one.rule.said) for one in comparability().all if one.rule.said}

    assert {of for of, said in looked_for if annex.said_by(report, said) is None} == set()


@pytest.mark.parametrize("other", [{"year": "2018/19"}, {"pillar": "legitimacy"}])
def test_nothing_is_said_of_reports_with_another_annex(sample_report, other):
    report = report_of(with_annex(sample_report), **other)
    assert catalogue().caveats("outcome_charged", report) == ()
    assert catalogue().national("outcome_charged", report) == ""
    assert catalogue().excluded("outcome_charged", report) == ()


def test_the_forces_left_out_are_told_of_reports_of_the_year(sample_report):
    assert catalogue().excluded("outcome_charged", with_annex(sample_report)) == ("dorset",)


def test_a_key_that_only_one_report_has_is_no_error(sample_report):
    assert catalogue().definition("horses_stabled") is None
    assert catalogue().caveats("horses_stabled", sample_report) == ()


def test_a_unit_that_is_not_listed_reads_as_its_name():
    assert catalogue().unit("per_stable").words == "per stable"
    assert catalogue().unit("percent").sign == "%"
