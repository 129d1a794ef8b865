from collections import Counter

import pytest

from peelviewer.charts.positions import (
    Ends,
    ends_of,
    ordinal,
    position_sentence,
    position_words,
    quarter,
    quarter_words,
    rank_words,
    standing_words,
)
from peelviewer.statistics.ranking import ranking

FORTY = {f"force-{number:02d}": float(number) for number in range(1, 43)}
FALLS = {"a": -20.0, "b": -10.0, "c": -10.0, "d": 0.0, "e": 5.0}


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (22, "22nd"), (43, "43rd"), (111, "111th"), (101, "101st")],
)  # fmt: skip
def test_a_rank_is_written_as_an_ordinal(number, words):
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("values", "force", "rank", "standing", "quarter"),
    [
        (FORTY, "force-42", "1st of 42", "highest of 42 forces", "one of the highest 25 percent"),
        (
            FORTY,
            "force-33",
            "10th of 42",
            "10th highest of 42 forces",
            "one of the highest 25 percent",
        ),
        (
            FORTY,
            "force-32",
            "11th of 42",
            "11th highest of 42 forces",
            "broadly in line with the other forces",
        ),
        (
            FORTY,
            "force-21",
            "22nd of 42",
            "21st lowest of 42 forces",
            "broadly in line with the other forces",
        ),
        (
            FORTY,
            "force-10",
            "33rd of 42",
            "10th lowest of 42 forces",
            "one of the lowest 25 percent",
        ),
        (FORTY, "force-01", "42nd of 42", "lowest of 42 forces", "one of the lowest 25 percent"),
        (
            {**FORTY, "force-36": 37.0},
            "force-37",
            "joint 6th of 42",
            "joint 6th highest of 42 forces",
            "one of the highest 25 percent",
        ),
        (
            {"a": 1.0, "b": 1.0},
            "a",
            "joint 1st of 2",
            "joint highest of 2 forces",
            "broadly in line with the other forces",
        ),
        (
            {"a": 1.0},
            "a",
            "1st of 1",
            "the only force with a value",
            "broadly in line with the other forces",
        ),
    ],
)
def test_rank_and_position_in_words(values, force, rank, standing, quarter):
    found = ranking(values)
    one = found.standing(force)

    assert rank_words(one, found.n) == rank
    assert standing_words(one, found.n) == standing
    assert quarter_words(one) == quarter


@pytest.mark.parametrize(
    ("force", "words"),
    [
        ("a", "largest fall of 5 forces"),
        ("b", "joint 2nd largest fall of 5 forces"),
        ("d", "no change, 2nd highest of 5 forces"),
        ("e", "largest rise of 5 forces"),
    ],
)
def test_changes_are_told_by_their_own_direction(force, words):
    found = ranking(FALLS)

    assert standing_words(found.standing(force), found.n, is_change=True) == words


def test_ranks_of_changes_are_told_by_their_own_direction_too():
    found = ranking(FALLS)

    ranks = {one.force: rank_words(one, found.n, is_change=True) for one in found.standings}

    assert ranks == {
        "a": "largest fall of 5",
        "b": "joint 2nd largest fall of 5",
        "c": "joint 2nd largest fall of 5",
        "d": "no change, 2nd highest of 5",
        "e": "largest rise of 5",
    }


@pytest.mark.parametrize(
    ("changes", "low", "high"),
    [
        ((-9.0, -8.0, -7.0, -6.0, -5.0, -4.0, -2.0, -1.0), "largest falls", "smallest falls"),
        ((-9.0, -8.0, -7.0, -6.0, -5.0, -4.0, -2.0, 0.0), "largest falls", "smallest falls"),
        ((1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0), "smallest rises", "largest rises"),
        ((-9.0, -8.0, -7.0, -6.0, 5.0, 6.0, 7.0, 8.0), "largest falls", "largest rises"),
        (
            (-9.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0),
            "falls or smallest rises",
            "largest rises",
        ),
        (
            (-9.0, -8.0, -7.0, -6.0, -5.0, -4.0, -3.0, 2.0),
            "largest falls",
            "rises or smallest falls",
        ),
        ((-9.0, 0.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0), "falls or no change", "largest rises"),
        ((-9.0, -8.0, -7.0, -6.0, -5.0, -4.0, 0.0, 2.0), "largest falls", "rises or no change"),
    ],
)
def test_the_ends_of_changes_are_named_by_their_direction(changes, low, high):
    found = ranking({f"force-{place}": change for place, change in enumerate(changes)})

    assert ends_of(found, is_change=True) == (low, high)
    assert position_words(found.standings[-1], Ends(low, high)) == f"one of the {low}"
    assert quarter_words(found.standings[0], Ends(low, high)) == (
        f"one of the 25 percent with {high if ' or ' in high else f'the {high}'}"
    )


def test_the_ends_of_levels_are_the_highest_and_the_lowest():
    found = ranking(FALLS)

    assert ends_of(found, is_change=False) == ("lowest", "highest")
    assert position_words(found.standings[0]) == "one of the highest"


def test_quarters_agree_with_the_rule_of_25_percent():
    found = ranking({str(place): float(place) for place in range(43)})

    quarters = Counter(quarter(one, found.n) for one in found.standings)

    assert quarters == {
        "Highest quarter": 10,
        "Third quarter": 12,
        "Second quarter": 11,
        "Lowest quarter": 10,
    }
    for one in found.standings:
        assert (quarter(one, found.n) == "Highest quarter") == (
            one.position == "one of the highest"
        )


def test_forces_of_equal_values_are_in_no_end_quarter():
    found = ranking({"a": 1.0, "b": 1.0})

    assert {quarter(one, 2) for one in found.standings} == {"Third quarter"}


def test_a_force_without_a_rank_has_no_sentence():
    found = ranking({"a": None, "b": 2.0})

    assert position_sentence("A", found, "a") == ""
    assert position_sentence("B", found, "b") == "B: the only force with a value."
