"""The measures to choose from, and the search among them."""

import msgspec

from peelviewer.comparing.measure_choices import measure_groups, with_words
from tests import builders


def test_measures_of_the_report_come_first_and_those_without_statistics_last(holdings, own_report):
    groups = measure_groups(holdings, own_report)
    assert groups[0].title == "In this report"
    assert groups[-1].title == "In this report, without national statistics"
    assert all(choice.is_held for choice in groups[0].choices)
    assert not any(choice.is_held for choice in groups[-1].choices)


def test_the_search_needs_every_word_in_group_label_or_unit(holdings, own_report):
    groups = measure_groups(holdings, None)
    found = with_words(groups, "burglary households")
    assert [one.label for group in found for one in group.choices] == ["Residential burglary"]
    assert with_words(groups, "zebra") == ()


def test_of_a_measure_in_several_units_that_of_the_report_comes_first(holdings, own_report):
    rate = ("asb_incidents", "Incidents", "per_1000_population", 1.0, 2.0)
    measure = builders.measure(*rate, "introduction", "introduction.1")
    report = msgspec.structs.replace(own_report, measures=(measure,))

    own, *_ = measure_groups(holdings, report)

    units = [one.unit for one in own.choices]
    assert units == ["per_1000_population", "count"]
