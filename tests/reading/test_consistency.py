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
