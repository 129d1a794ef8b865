"""Which statistics there are, and which publication's values are shown."""

import pytest

from peelviewer.comparing.holdings import Holdings
from peelviewer.reference.forces import forces
from tests.comparing.made_up import Y2015, Y2016, dataset, values

MOST = tuple(known.id for known in forces())[1:]


def only_shipped(*observations, datasets=None) -> Holdings:
    return Holdings(observations, (), datasets or (dataset(),), fetch=lambda *_: ())


def test_periods_come_with_the_latest_first():
    holdings = only_shipped(*values(period=Y2015), *values(period=Y2016))
    assert holdings.series[0].periods == (Y2016, Y2015)


def test_a_measure_in_two_units_is_two_series():
    holdings = only_shipped(*values(unit="count"), *values())
    assert [one.key for one in holdings.series] == [
        ("organised_crime_groups", "count"),
        ("organised_crime_groups", "per_million_population"),
    ]


def test_what_no_force_has_is_no_series():
    assert only_shipped(*values(only=())).series == ()


@pytest.mark.parametrize(
    ("older", "newer", "shown"),
    [
        (("a", "2018", None), ("b", "2020", None), "b"),
        (("a", "2020", None), ("b", "2018", None), "a"),
        (("a", "2018", None), ("b", "2020", ("kent", "essex")), "a"),
        (("a", "2018", None), ("b", "2020", MOST), "b"),
    ],
    ids=[
        "the later one",
        "the later one, though it comes first",
        "the one with more forces",
        "the later one, though a force has not delivered",
    ],
)
def test_of_two_publications_of_a_period_one_is_shown_whole(older, newer, shown):
    observations, datasets = [], []
    for identity, vintage, only in (older, newer):
        observations += values(source=identity, only=only)
        datasets.append(dataset(identity, vintage))
    holdings = only_shipped(*observations, datasets=datasets)
    found = holdings.observations("organised_crime_groups", "per_million_population")
    assert {one.dataset for one in found} == {shown}
    rest = holdings.superseded("organised_crime_groups", "per_million_population")
    assert {one.dataset for one in rest} == {"a", "b"} - {shown}


def test_periods_may_come_from_different_publications():
    holdings = only_shipped(
        *values(source="a", period=Y2015), *values(source="b", period=Y2016),
        datasets=(dataset("a"), dataset("b")),
    )  # fmt: skip
    found = holdings.observations("organised_crime_groups", "per_million_population")
    assert {one.id for one in holdings.datasets_of(found)} == {"a", "b"}


def test_imported_values_are_read_when_they_are_asked_for_and_only_once(library):
    library.statistics.keep((dataset(),), values())
    asked = []

    def fetch(measure, unit):
        asked.append((measure, unit))
        return library.statistics.observations(measure, unit)

    holdings = Holdings((), library.statistics.coverage(), (dataset(),), fetch)
    key = ("organised_crime_groups", "per_million_population")
    assert asked == []
    assert len(holdings.observations(*key)) == len(holdings.observations(*key)) == 44
    assert asked == [key]


def test_the_shipped_statistics_are_there_with_their_groups(holdings):
    groups = {one.group for one in holdings.series}
    assert {"anti-social behaviour", "recorded crime", "outcomes", "workforce"} <= groups
    rate = holdings.find("asb_incidents", "per_1000_population")
    assert len(rate.periods) == 11


def test_what_was_imported_since_is_left_out_until_all_is_read_anew(library):
    library.statistics.keep((dataset("a"),), values(source="a", period=Y2015))
    holdings = Holdings(
        (), library.statistics.coverage(), (dataset("a"),), library.statistics.observations
    )
    library.statistics.keep((dataset("b"),), values(source="b", period=Y2016))
    found = holdings.observations("organised_crime_groups", "per_million_population")
    assert {one.period for one in found} == {Y2015}


def both_years(first, later):
    """Two publications: ``first`` has 2015, ``later`` both years, each for so many forces."""
    observations = [*values(source="first", period=Y2015, only=first)]
    for period in (Y2015, Y2016):
        observations += values(source="later", period=period, only=later)
    return only_shipped(
        *observations, datasets=(dataset("first", "2018"), dataset("later", "2020"))
    )


KEY = ("organised_crime_groups", "per_million_population")


def test_both_ends_of_a_change_come_from_one_publication_that_has_both():
    holdings = both_years(None, ("kent", "essex"))
    assert {one.dataset for one in holdings.observations(*KEY)} == {"first", "later"}
    assert {one.dataset for one in holdings.pair(*KEY, Y2015, Y2016)} == {"later"}


def test_a_publication_of_fewer_forces_does_not_give_both_ends():
    holdings = only_shipped(
        *values(source="a", period=Y2015), *values(source="b", period=Y2016),
        *values(source="own", period=Y2015, only=("kent",)),
        *values(source="own", period=Y2016, only=("kent",)),
        datasets=(dataset("a"), dataset("b"), dataset("own", "2024")),
    )  # fmt: skip
    assert {one.dataset for one in holdings.pair(*KEY, Y2015, Y2016)} == {"a", "b"}
