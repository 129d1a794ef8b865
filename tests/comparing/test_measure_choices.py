"""The measures to choose from, and the search among them."""

from peelviewer.comparing.measure_choices import measure_groups, with_words


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
