import pytest

from peelviewer.reading.measures.periods import mentions
from peelviewer.reading.measures.quantities import BARE, BY, CHANGE, PERCENT, POINTS, quantities
from peelviewer.reading.values import rate_phrases


def found(text):
    return quantities(text, mentions(text), rate_phrases(text))


def read(text):
    return [(q.value, q.unit, q.printed) for q in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("39.0 percent of them", (39.0, PERCENT, "39.0 percent")),
        ("5 per cent", (5.0, PERCENT, "5 per cent")),
        ("12.5% of it", (12.5, PERCENT, "12.5%")),
        ("nine percent", (9.0, PERCENT, "nine percent")),
        ("one third of crimes", (33.3, PERCENT, "one third")),
        ("two-thirds of crimes", (66.7, PERCENT, "two-thirds")),
        ("half of all", (50.0, PERCENT, "half")),
        ("three quarters nationally", (75.0, PERCENT, "three quarters")),
        ("one in five crimes", (20.0, PERCENT, "one in five")),
        ("3 in every 10 crimes", (30.0, PERCENT, "3 in every 10")),
        ("nine out of ten crimes", (90.0, PERCENT, "nine out of ten")),
        ("twenty-one percent", (21.0, PERCENT, "twenty-one percent")),
        ("71·5 percent", (71.5, PERCENT, "71·5 percent")),
        ("made up 13 percent of crime", (13.0, PERCENT, "13 percent")),
        ("was up 13 percent on the year before", (13.0, CHANGE, "was up 13 percent")),
        ("increased slightly by 0.4 percent", (0.4, CHANGE, "increased slightly by 0.4 percent")),
        ("crime fell 4 percent", (-4.0, CHANGE, "fell 4 percent")),
        ("a national increase was 6 percent", (6.0, CHANGE, "increase was 6 percent")),
        ("a rise across all forces of 6%", (6.0, CHANGE, "rise across all forces of 6%")),
        ("54p per person", (54.0, "pence_per_person", "54p per person")),
        ("fell by 3.4 percent", (-3.4, CHANGE, "fell by 3.4 percent")),
        ("has risen by only 2%", (2.0, CHANGE, "risen by only 2%")),
        ("an increase in crime of 2 percent", (2.0, CHANGE, "increase in crime of 2 percent")),
        ("a 5 percent reduction", (-5.0, CHANGE, "5 percent reduction")),
        ("went down by 5 percent", (-5.0, CHANGE, "went down by 5 percent")),
        ("8 percent fewer than in the previous year", (-8.0, CHANGE, "8 percent fewer")),
        ("a change of -3 percent", (-3.0, CHANGE, "-3 percent")),
        ("rose by 3 percentage points", (3.0, POINTS, "rose by 3 percentage points")),
        ("and by 5 percent", (5.0, BY, "5 percent")),
        (
            "1,058 crimes per 1,000 population",
            (1058.0, "per_1000_population", "1,058 crimes per 1,000 population"),
        ),
        ("46 per million", (46.0, "per_million", "46 per million")),
        ("£55.20 per person", (55.2, "pounds_per_person", "£55.20 per person")),
        ("compared with 72 in all", (72.0, BARE, "72")),
    ],
)
def test_a_value_is_read_with_its_unit(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "5 percentage points lower than the national rate",
        "12 percent lower than the average",
        "the top 25 percent of the list",
        "97 percent of forces",
        "in 2016, at figure 4, on page 12, and 331 people",
        "one third party",
        "the first quarter of 2016",
        "the 12 months to 30 June 2016",
        "three out of five files",
        "two quarters later",
    ],
)
def test_what_is_no_value_of_a_measure_is_not_read(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "about 5 percent",
        "more than 5 percent",
        "at least 5 percent",
        "up to 5 percent",
        "nearly a third of them",
        "between 5 percent and 7 percent",
        "5 percent ±1",
        "5 percent or more",
        "1 240 calls per 1,000 population",
    ],
)
def test_a_rounded_value_and_a_range_are_not_exact(text):
    assert {q.exact for q in found(text)} == {False}


@pytest.mark.parametrize(
    ("before", "turns", "exact"),
    [
        ("It rose", ["from", "to", ""], [True, True, True]),
        ("An increase in the force", ["from", "to", ""], [True, True, True]),
        ("It was", ["range", "range", ""], [True, True, True]),
    ],
)
def test_from_one_value_to_another_is_a_turn_or_a_range(before, turns, exact):
    text = (
        f"{before} from 5 percent in the 12 months to 30 June 2015 to 7 percent, compared with 9 "
        "percent"
    )

    values = found(text)

    assert [q.value for q in values] == [5.0, 7.0, 9.0]
    assert [q.turns for q in values] == turns
    assert [q.exact for q in values] == exact


def test_the_first_of_two_values_can_leave_its_unit_to_the_second():
    values = found("It went from 28 to 29 percent nationally.")

    assert [(q.value, q.unit, q.turns) for q in values] == [
        (28.0, "percent", "from"),
        (29.0, "percent", "to"),
    ]


@pytest.mark.parametrize("text", ["71,5 percent", "61,2 per 1,000 population", "2,1 in 5 crimes"])
def test_a_comma_is_no_decimal_sign(text):
    assert found(text) == ()
