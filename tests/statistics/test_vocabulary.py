import pytest

from peelviewer.statistics import vocabulary
from peelviewer.statistics.vocabulary import Heading, changed, group_of, heading, label_in, label_of


@pytest.mark.parametrize(
    ("key", "group"),
    [
        ("robbery", "recorded crime"),
        ("robbery_change_1y", "recorded crime"),
        ("knife_offences_change_105m", "knives and firearms"),
        ("firearm_offences_handgun", "knives and firearms"),
        ("asb_incidents_personal", "anti-social behaviour"),
        ("theft_by_drone", ""),
    ],
)
def test_a_change_and_a_part_belong_to_the_group_of_the_whole(key, group):
    assert group_of(key) == group


@pytest.mark.parametrize(
    ("months", "key", "label"),
    [
        (12, "robbery_change_1y", "Robbery: change over one year"),
        (3, "robbery_change_3m", "Robbery: change over 3 months"),
        (13, "robbery_change_13m", "Robbery: change over one year and one month"),
        (84, "robbery_change_7y", "Robbery: change over 7 years"),
        (105, "robbery_change_105m", "Robbery: change over 8 years and 9 months"),
    ],
)
def test_a_change_has_a_key_and_label_of_its_own(months, key, label):
    assert changed(heading("Robbery"), months) == Heading(key, label, is_known=True)
    assert label_of(key) == label


def test_the_change_of_a_measure_under_the_sources_name_keeps_that_name():
    found = changed(Heading("theft_by_drone", "Theft by DRONE", is_known=False), 12)

    assert found == Heading(
        "theft_by_drone_change_1y", "Theft by DRONE: change over one year", is_known=False
    )


def test_no_heading_means_two_measures():
    names = [
        vocabulary.plain_label(name)
        for measure in vocabulary.measures()
        for name in {vocabulary.plain_label(n) for n in (measure.label, *measure.names)}
        if not measure.outcomes
    ]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("unit", "label"),
    [
        ("count", "Knife or sharp instrument offences: robbery"),
        ("percent", "Share of robberies with a knife or sharp instrument"),
    ],
)
def test_a_share_says_of_what_it_is_a_part(unit, label):
    assert label_in("knife_offences_robbery", unit) == label
