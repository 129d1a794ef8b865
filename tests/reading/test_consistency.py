from datetime import date

import pytest

from peelviewer.model.measure import Period, Printed
from peelviewer.reading.consistency import inconsistencies
from tests import builders

YEAR_BEFORE = Period(kind="12 months to", end=date(2015, 6, 30))


def measured(force, **more):
    return builders.measure(
        "asb_incidents",
        "ASB",
        more.pop("unit", "per_1000_population"),
        float(force),
        None,
        "one",
        "one.1",
        as_printed=Printed(force=force),
        **more,
    )


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("16", "17", True),
        ("83.3", "83.8", True),
        ("58", "58.0", False),
        ("68", "68.2", False),
        ("11", "10.9", False),
        ("11", "10.4", True),
        ("1.25", "1.3", False),
        ("16", "16", False),
    ],
)
def test_values_disagree_beyond_rounding_only(first, second, differ):
    assert bool(inconsistencies([measured(first), measured(second)])) is differ


def test_other_periods_and_units_are_other_things():
    assert inconsistencies([measured("16"), measured("17", period=YEAR_BEFORE)]) == ()
    assert inconsistencies([measured("16"), measured("17", unit="percent")]) == ()


def test_both_places_are_named():
    (found,) = inconsistencies([measured("16", page=5), measured("17", page=12)])

    assert (found.key, found.area) == ("asb_incidents", "force")
    assert [(value.value, value.page) for value in found.values] == [(16.0, 5), (17.0, 12)]


def stated(value, printed, **more):
    return builders.measure(
        "asb_incidents",
        "ASB",
        more.pop("unit", "percent"),
        value,
        None,
        "one",
        "one.1",
        as_printed=Printed(force=printed),
        **more,
    )


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ((33.3, "one third"), (33.0, "33 percent"), False),
        ((33.3, "one third"), (36.0, "36 percent"), True),
        ((-11.1, "decreased by 11.1 percent"), (-11.1, "-11.1%"), False),
        ((-11.1, "decreased by 11.1 percent"), (-11.0, "fell by 11 percent"), False),
        ((-3.0, "fell by 3 percent"), (3.0, "+3%"), True),
        ((17.0, "17 incidents per 1,000 population"), (16.6, "16.6"), False),
        ((17.0, "17 incidents per 1,000 population"), (16.4, "16.4"), True),
        ((1243.0, "1,243"), (1243.4, "1,243.4"), False),
    ],
)
def test_words_and_figures_of_one_value_agree(first, second, differ):
    assert bool(inconsistencies([stated(*first), stated(*second)])) is differ


def test_three_places_that_cannot_all_be_right_are_one_contradiction():
    # 58.4 and 57.6 both round to 58, and are not the same
    (found,) = inconsistencies([measured("58"), measured("58.4"), measured("57.6")])

    assert [value.value for value in found.values] == [58.0, 58.4, 57.6]


def test_changes_from_other_years_are_other_things():
    one = Period(kind="change", start=date(2015, 6, 30), end=date(2016, 6, 30))
    five = Period(kind="change", start=date(2011, 6, 30), end=date(2016, 6, 30))

    assert inconsistencies([measured("16", period=one), measured("17", period=five)]) == ()


def test_a_day_and_twelve_months_to_it_are_other_things():
    day = Period(kind="as at", end=builders.JUNE_2016)

    assert inconsistencies([measured("16"), measured("17", period=day)]) == ()


def test_a_value_that_is_missing_contradicts_nothing():
    gone = builders.measure(
        "asb_incidents", "ASB", "per_1000_population", None, None, "one", "one.2", missing="-"
    )

    assert inconsistencies([measured("16"), gone]) == ()


def test_the_force_and_the_nation_are_compared_each_with_itself():
    first = builders.measure(
        "asb_incidents", "ASB", "per_1000_population", 16.0, 31.0, "one", "one.1"
    )
    second = builders.measure(
        "asb_incidents", "ASB", "per_1000_population", 16.0, 33.0, "one", "one.2"
    )

    (found,) = inconsistencies([first, second])

    assert (found.area, [value.value for value in found.values]) == ("national", [31.0, 33.0])
