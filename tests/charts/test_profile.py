"""The profile of one force among all: what its headline counts."""

import pytest

from peelviewer.charts.spec import ranges_chart
from tests.charts.many import OWN, all_forces, data, year_to


def item(value, unit="per_1000_population"):
    return data(all_forces() | {OWN: value}, unit=unit), year_to(2016)


HIGH, MIDDLE = item(99.0), item(6.3)
LARGE_RISE = item(99.0, "percent_change")


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
        ((LARGE_RISE,), "Changes in Leicestershire beside those in the other forces"),
    ],
)
def test_a_large_change_is_not_counted_among_the_highest(items, headline):
    assert ranges_chart(items, own=OWN).headline == headline


def test_the_place_of_a_change_is_told_by_its_direction():
    (row,) = ranges_chart([LARGE_RISE], own=OWN).rows

    assert row.note == "Largest rise of 43 forces, one of the 25% with the largest rises"


def test_a_force_that_a_table_lacks_is_named_in_the_profile():
    lacking = {force: value for force, value in all_forces().items() if force != "kent"}

    chart = ranges_chart([(data(lacking), year_to(2016)), HIGH], own=OWN)

    assert "Robbery: No value for Kent: not given in the source." in chart.notes
