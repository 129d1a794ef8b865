"""The catalogue's phrases tell each measure from all others."""

from datetime import date

import pytest

from peelviewer.model.measure import Period
from peelviewer.reading.measures.quantities import Quantity
from peelviewer.reading.measures.topics import counted, topic
from peelviewer.reference.catalogue import catalogue

SAID = [measure for measure in catalogue().measures if measure.said]
TWELVE = Period(kind="12 months to", end=date(2016, 6, 30))


def change(years):
    return Period(kind="change", start=date(2016 - years, 6, 30), end=date(2016, 6, 30))


def period_of(measure):
    return change(measure.years or 1) if measure.unit.endswith("_change") else TWELVE


@pytest.mark.parametrize("measure", SAID, ids=lambda measure: measure.key)
def test_the_phrases_of_a_measure_lead_to_it_and_to_no_other(measure):
    for number in range(max(part.count("|") for part in measure.said) + 1):
        words = [part.split("|")[min(number, part.count("|"))] for part in measure.said]
        text = " and ".join(word.strip().replace(" * ", " many ") for word in words)

        found = topic(text.replace("*", "ed"), measure.unit, period_of(measure))

        assert found is not None, text
        assert found.key == measure.key


@pytest.mark.parametrize(
    "measure", [one for one in SAID if one.unsaid], ids=lambda measure: measure.key
)
def test_what_a_measure_excludes_is_not_it(measure):
    phrase = " ".join(part.split("|")[0] for part in measure.said).replace("*", "ed")
    for word in measure.unsaid:
        found = topic(f"{phrase} {word.replace('*', '')}", measure.unit, period_of(measure))

        assert found is None or found.key != measure.key


def test_case_hyphens_and_plurals_do_not_matter():
    assert topic("VICTIM-BASED crimes", "per_1000_population", TWELVE).key == "victim_based_crime"


def test_fraud_that_is_left_out_is_not_said():
    said = topic("recorded crime (excluding fraud)", "percent_change", change(1))

    assert said.key == "recorded_crime_change_1y"
    assert topic("recorded crime of fraud", "percent_change", change(1)) is None


def test_a_change_over_other_years_has_them_in_its_key():
    assert topic("recorded crime", "percent_change", change(3)).key == "recorded_crime_change_3y"


def test_a_change_over_no_whole_years_is_none_of_the_catalogues():
    odd = Period(kind="change", start=date(2015, 3, 31), end=date(2016, 6, 30))

    assert topic("recorded crime", "percent_change", odd) is None


@pytest.mark.parametrize(
    ("noun", "unit", "key"),
    [
        ("grievances", "per_1000_employees", "grievances"),
        ("organised crime groups", "per_million_population", "organised_crime_groups"),
        ("crimes", "per_police_officer", "crimes_per_police_officer"),
        ("incidents", "per_1000_population", None),
        ("", "per_1000_population", None),
    ],
)
def test_a_rate_is_known_by_what_it_counts(noun, unit, key):
    found = counted(Quantity(3.0, unit, "3", 0, 1, noun), "")

    assert (found and found.key) == key
