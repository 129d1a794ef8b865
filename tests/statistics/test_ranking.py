import datetime
import random
import statistics

import pytest

from peelviewer.model.measure import Period
from peelviewer.model.statistics import Area, Observation
from peelviewer.reference.forces import forces
from peelviewer.statistics.ranking import LeftOut, quartiles, ranking
from tests.statistics.rankings import ranking_of


def standings(values):
    return {one.force: one for one in ranking(values).standings}


def test_rank_one_is_the_highest_value():
    found = ranking({"a": 1.0, "b": 3.0, "c": 2.0})

    assert [(one.force, one.rank) for one in found.standings] == [("b", 1), ("c", 2), ("a", 3)]


def test_equal_values_share_the_first_of_their_ranks():
    found = ranking({"a": 5.0, "b": 4.0, "c": 4.0, "d": 3.0})

    assert [one.rank for one in found.standings] == [1, 2, 2, 4]
    assert [one.is_tied for one in found.standings] == [False, True, True, False]


def test_missing_values_have_no_rank_and_do_not_count():
    found = ranking({"a": 1.0, "b": None, "c": 2.0})

    assert (found.n, found.missing) == (2, ("b",))
    assert found.standing("b") is None
    assert found.words == "2 of 43 forces"


def test_a_force_left_out_has_no_rank_and_its_reason():
    found = ranking({"a": 1.0, "b": 900.0, "c": 2.0}, [LeftOut("b", "not comparable", 60)])

    assert found.standings[0].force == "c"
    assert found.left_out == (LeftOut("b", "not comparable", 60),)


@pytest.mark.parametrize(
    ("n", "at_each_end"),
    [(1, 0), (2, 0), (3, 0), (4, 1), (7, 1), (8, 2), (40, 10), (42, 10), (43, 10)],
)
def test_no_more_than_a_quarter_of_the_forces_are_among_the_highest_or_lowest(n, at_each_end):
    found = ranking({f"f{i}": float(i) for i in range(n)})

    positions = [one.position for one in found.standings]
    assert positions.count("one of the highest") == at_each_end
    assert positions.count("one of the lowest") == at_each_end
    assert positions[:at_each_end] == ["one of the highest"] * at_each_end


def test_forces_with_equal_values_are_among_the_highest_together_or_not_at_all():
    found = standings({f"f{i}": float(i) for i in range(5)} | {"x": 9.0, "y": 9.0, "z": 9.0})
    fewer = standings({f"f{i}": float(i) for i in range(6)} | {"x": 9.0, "y": 9.0})

    assert {found[f].position for f in "xyz"} == {"broadly in line"}
    assert {fewer[f].position for f in "xy"} == {"one of the highest"}


def test_all_equal_values_are_in_line():
    assert {s.position for s in standings(dict.fromkeys("abcdefgh", 1.0)).values()} == {
        "broadly in line"
    }


@pytest.mark.parametrize("n", [2, 3, 4, 5, 10, 43])
def test_quartiles_agree_with_the_standard_library(n):
    chance = random.Random(n)  # noqa: S311 - no secrets here
    values = sorted(chance.uniform(-50, 50) for _ in range(n))

    found = quartiles(values)

    expected = statistics.quantiles(values, n=4, method="inclusive")
    assert found[1:4] == pytest.approx(expected)
    assert (found.lowest, found.highest) == (values[0], values[-1])


def test_no_values_have_no_quartiles():
    assert quartiles([]) is None
    assert ranking({"a": None}).quartiles is None
    assert quartiles([3.0]) == (3.0, 3.0, 3.0, 3.0, 3.0)


def observed(unit):
    period = Period(kind="12 months to", end=datetime.date(2016, 3, 31))
    return [
        Observation(
            area=Area(id=force.id, name=force.name, kind="force", code=force.code),
            measure="robbery",
            label="Robbery",
            unit=unit,
            period=period,
            value=float(number),
            printed=str(number),
            dataset="d",
        )
        for number, force in enumerate(forces())
    ]


def test_rates_on_residents_leave_the_city_of_london_out_with_the_page():
    found = ranking_of(observed("per_1000_population"))

    assert found.words == "42 of 43 forces"
    assert [(out.force, out.page) for out in found.left_out] == [("city-of-london", 60)]
    assert ranking_of(observed("percent")).n == 43
    assert ranking_of(observed("count")).n == 43
