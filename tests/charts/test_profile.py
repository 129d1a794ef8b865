"""The profile of one force among all: what its headline counts."""

import msgspec
import pytest

from peelviewer.charts.sheet_names import sheet_names
from peelviewer.charts.spec import ranges_chart
from peelviewer.charts.values import NOT_RANKED
from tests.charts.many import OWN, all_forces, data, over_years, year_to


def item(value, unit="per_1000_population"):
    return data(all_forces() | {OWN: value}, unit=unit), year_to(2016)


HIGH, MIDDLE = item(99.0), item(6.3)
LARGE_RISE = item(99.0, "percent_change")

ESTIMATE = (
    data(all_forces() | {OWN: 99.0}, unit="percent", measure="asb_experienced_any"),
    year_to(2016),
)


@pytest.mark.parametrize(
    ("items", "headline"),
    [
        ((HIGH, MIDDLE), "Leicestershire is one of the highest on 1 of 2 measures"),
        (
            (HIGH, MIDDLE, LARGE_RISE),
            "Leicestershire is one of the highest on 1 of 2 measures, changes aside",
        ),
        (
            (HIGH, LARGE_RISE),
            "Leicestershire is one of the highest on the one measure, changes aside",
        ),
        (
            (HIGH, MIDDLE, ESTIMATE),
            "Leicestershire is one of the highest on 1 of 2 measures, survey estimates aside",
        ),
        (
            (HIGH, MIDDLE, ESTIMATE, LARGE_RISE),
            (
                "Leicestershire is one of the highest on 1 of 2 measures, "
                "changes and survey estimates aside"
            ),
        ),
        ((ESTIMATE,), "Leicestershire: no measure on which it can be ranked"),
        ((LARGE_RISE,), "Changes in Leicestershire beside those in the other forces"),
    ],
)
def test_large_changes_and_estimates_are_not_counted_among_the_highest(items, headline):
    assert ranges_chart(items, own=OWN).headline == headline


def test_a_place_at_the_beginning_has_its_article():
    offences = data(all_forces() | {"city-of-london": 99.0}, unit="percent"), year_to(2016)

    assert ranges_chart([offences], own="city-of-london").headline == (
        "The City of London is one of the highest on the one measure"
    )


def test_the_place_of_a_change_is_told_by_its_direction():
    (row,) = ranges_chart([LARGE_RISE], own=OWN).rows

    assert row.note == "Largest rise of 43 forces, one of the 25% with the largest rises"


def test_the_place_of_an_estimate_is_told_without_a_verdict():
    (row,) = ranges_chart([ESTIMATE], own=OWN).rows

    assert row.note == "Highest of 43 forces, as estimated"


def test_a_force_that_a_table_lacks_is_named_in_the_profile():
    lacking = {force: value for force, value in all_forces().items() if force != "kent"}

    chart = ranges_chart([(data(lacking), year_to(2016)), HIGH], own=OWN)

    assert "Robbery: No value for Kent: not given in the source." in chart.notes


def test_a_period_that_all_rows_share_is_said_once_in_the_title():
    same = ranges_chart([HIGH, MIDDLE], own=OWN)
    other = data(all_forces(), year=2015), year_to(2015)
    differ = ranges_chart([HIGH, other], own=OWN)

    assert same.title.endswith(", 12 months to 31 March 2016; units at each row")
    assert differ.title.endswith("; units and periods at each row")
    assert (same.period, differ.period) == ("12 months to 31 March 2016", "")
    assert {row.period for row in same.rows} == {same.period}  # for the table


def test_more_forces_without_a_value_than_one_reads_are_counted():
    few = data(all_forces() | dict.fromkeys(tuple(all_forces())[:15]))  # the City is left out

    (note,) = [
        one
        for one in ranges_chart([(few, year_to(2016))], own=OWN).notes
        if one.startswith("No value")
    ]
    assert note == "No value for 14 forces: not collected."


def test_profiles_of_different_groups_have_different_names():
    group = {"measure": "robbery", "unit": "per_1000_population"}
    crime = over_years({2016: all_forces()}, **group), year_to(2016)
    people = over_years({2016: all_forces()}, measure="police_officers", unit="percent")
    chart = ranges_chart([crime], own=OWN)
    mixed = ranges_chart([crime, (people, year_to(2016))], own=OWN)

    assert chart.stem == "leicestershire-recorded-crime-2016-03-profile"
    assert chart.title.startswith("Recorded crime: 1 measure, Leicestershire")
    assert sheet_names([chart]) == ("Profile recorded crime",)
    assert mixed.stem == "leicestershire-2016-03-profile"


def test_a_value_that_is_not_ranked_says_why_and_is_not_counted():
    changes = data(all_forces() | {"kent": -9.0}, unit="percent_change", measure="asb_change_1y")
    chart = ranges_chart([(changes, year_to(2016))], own="city-of-london")

    assert chart.headline == "City of London: no measure on which it can be ranked"
    (row,) = chart.rows
    assert (row.position, row.values[0].value) == (NOT_RANKED, all_forces()["city-of-london"])
    assert row.note.startswith("left out: rates of the City of London")


def test_a_profile_of_plain_numbers_judges_nothing_and_does_not_deny_their_ranks():
    chart = ranges_chart([item(7.0, "count")], own=OWN)

    assert chart.headline == "Leicestershire beside the other forces"
    assert "by number" in chart.rows[0].note


def test_a_caveat_on_most_measures_names_those_without_it():
    def named(name, note):
        found, period = item(6.0)
        marked = tuple(
            msgspec.structs.replace(one, label=name, note=note) for one in found.observations
        )
        return msgspec.structs.replace(found, label=name, observations=marked), period

    doubt = "As such, data are not comparable to data for earlier years."
    items = [named(f"Offence {number}", doubt) for number in range(6)]

    chart = ranges_chart([*items, named("Arson", "")], own=OWN)

    said = [*chart.notes, *(caveat.text for caveat in chart.caveats)]
    assert any(one.startswith("All but Arson: ") for one in said)
    assert not any("Offence 1" in one for one in said)
