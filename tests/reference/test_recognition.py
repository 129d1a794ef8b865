"""Printed labels find their measure, whatever the report's punctuation."""

import pytest

from peelviewer.reference.catalogue import catalogue, recognise
from peelviewer.reference.labels import plain_label

GENERAL = "Proportion of outcomes assigned to offences recorded in Northshire"
DOMESTIC = "Rate of outcomes recorded for domestic-related offences in Northshire"


@pytest.mark.parametrize(
    ("label", "context", "unit", "key"),
    [
        (
            "Calls for assistance per 1,000 population 12 months to 30 June 2016",
            "Calls for assistance",
            "per_1000_population",
            "calls_for_assistance",
        ),
        (
            "Crimes recorded per 1,000 population 12 months to 30 June 2016",
            "Crime (excluding fraud)",
            "per_1000_population",
            "recorded_crime",
        ),
        (
            "Change in recorded crime 12 months to 30 June 2015 against 12 months to 30 June 2016",
            "",
            "percent_change",
            "recorded_crime_change_1y",
        ),
        (
            "Change in recorded crime for the 5 years to the 12 months to 30 June 2016",
            "",
            "percent_change",
            "recorded_crime_change_5y",
        ),
        ("Charged/summonsed", "Crime outcomes*", "percent", "outcome_charged"),
        ("Charged/Summoned", GENERAL, "percent", "outcome_charged"),
        ("Charged / Summoned", DOMESTIC, "percent", "da_outcome_charged"),
        ("Caution - adults", GENERAL, "percent", "outcome_caution_adults"),
        ("Caution – adults", DOMESTIC, "percent", "da_outcome_caution_adults"),
        (
            "Evidential difficulties: suspect identified but victim does not support action",
            "Crime outcomes",
            "percent",
            "outcome_suspect_identified_victim_does_not_support",
        ),
        (
            "Investigation completed but no suspect identified",
            "",
            None,
            "outcome_no_suspect",
        ),
        (
            "Organised crime groups per million population as at 1 July 2016",
            "",
            "per_million_population",
            "organised_crime_groups",
        ),
        (
            "Victim satisfaction with the overall service provided by the police",
            "",
            "percent",
            "victim_satisfaction",
        ),
        (
            "Domestic abuse as a percentage of all recorded crime 12 months to 31 March 2015",
            "Domestic abuse",
            "percent",
            "da_share_of_crime",
        ),
        ("Burglary in a dwelling*", "", "per_1000_households", "burglary_dwelling"),
        ("Total", GENERAL, "percent", "outcome_total"),
    ],
)
def test_a_printed_label_means_one_measure(label, context, unit, key):
    assert recognise(label, context, unit) == key


@pytest.mark.parametrize(
    ("group", "label", "key"),
    [
        (
            "Evidential difficulties (victim supports police action)",
            "Suspect identified",
            "outcome_suspect_identified_victim_supports",
        ),
        (
            "Evidential difficulties (victim does not support police action)",
            "Suspect identified",
            "outcome_suspect_identified_victim_does_not_support",
        ),
        (
            "Evidential difficulties (victim does not support police action)",
            "Suspect not identified",
            "outcome_suspect_not_identified_victim_does_not_support",
        ),
        ("Out-of-court (formal)", "Caution - youths", "outcome_caution_youths"),
    ],
)
def test_a_row_is_told_from_its_namesake_by_the_group_above_it(group, label, key):
    assert recognise(label, GENERAL, "percent", group=group) == key


def test_the_same_words_without_a_group_are_not_guessed():
    assert recognise("Suspect identified", GENERAL, "percent") is None


@pytest.mark.parametrize("label", ["", "*", "Total", "Vehicles stopped at night"])
def test_words_that_mean_no_measure_find_none(label):
    assert recognise(label, "Force in numbers") is None


def test_a_measure_of_another_unit_is_not_taken():
    assert recognise("Recorded crime", "", "percent") is None


def test_a_row_that_only_the_general_table_has_is_not_read_into_the_domestic_one():
    assert recognise("Cannabis/Khat warning", DOMESTIC, "percent") is None


def test_period_unit_marks_and_punctuation_are_no_part_of_a_label():
    assert (
        plain_label("Sexual offences* – per 1,000 population, 12 months to 30 June 2016")
        == "sexual offences"
    )


def test_every_name_in_the_catalogue_leads_back_to_its_measure():
    for measure in catalogue().measures:
        context = " ".join(measure.context)
        for name in measure.names:
            group, _, label = name.rpartition(" > ")
            assert recognise(label, context, measure.unit, group=group) == measure.key, name
