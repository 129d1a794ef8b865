"""Publications that revise each other are never joined to one line."""

import msgspec
import pytest

from peelviewer.charts.spec import trend_chart
from peelviewer.errors import ChartError
from tests.charts.many import DATASET, OWN, over_years

LATER = msgspec.structs.replace(
    DATASET, id="later", release="year ending March 2018", vintage="2018-07-21"
)
ADDED = "Numbers differ from those previously published as offences were added."


def of_two(older, newer, *, hidden=None, note=""):
    """Values of two publications ({year: {force: value}}); the older has ``hidden`` ones, too."""
    first = over_years(older)
    later = [
        msgspec.structs.replace(one, dataset="later", note=note)
        for one in over_years(newer).observations
    ]
    return msgspec.structs.replace(
        first,
        observations=(*first.observations, *later),
        datasets=(DATASET, LATER),
        others=over_years(hidden or {}).observations,
    )


OLDER = {2014: {OWN: 1.0, "kent": 4.0}, 2015: {OWN: 1.1, "kent": 5.0}}
NEWER = {2016: {OWN: 8.0, "kent": 5.0}, 2017: {OWN: 8.1, "kent": 5.0}}
SAYS = (
    "Mar 2014 and Mar 2015 are left out: the publication of the year ending March 2016 has values "
    "of Leicestershire that a later one (year ending March 2018) revises."
)


def test_what_a_later_publication_has_otherwise_for_the_same_period_is_left_out():
    chart = trend_chart(of_two(OLDER, NEWER, hidden={2016: {OWN: 1.2}}), own=OWN)

    assert [row.label for row in chart.rows] == ["Mar 2016", "Mar 2017"]
    assert chart.headline.endswith("rose from 8.0 to 8.1")
    assert chart.caveats[0].text == SAYS


def test_what_a_later_publication_says_to_differ_is_left_out():
    chart = trend_chart(of_two(OLDER, NEWER, note=ADDED), own=OWN)

    assert [row.label for row in chart.rows] == ["Mar 2016", "Mar 2017"]
    assert chart.caveats[0].text == SAYS


@pytest.mark.parametrize(
    "hidden", [{}, {2016: {OWN: 8.0}}, {2016: {OWN: 8.1}}, {2016: {"kent": 1.0}}]
)
def test_publications_that_agree_are_one_line_with_a_warning(hidden):
    chart = trend_chart(of_two(OLDER, NEWER, hidden=hidden), own=OWN)

    assert len(chart.rows) == 4
    assert [one.text[:20] for one in chart.caveats] == ["The values come from"]


def test_a_force_beside_it_whose_values_were_revised_counts_too():
    chart = trend_chart(
        of_two(OLDER, NEWER, hidden={2016: {"kent": 1.0}}), own=OWN, others=["kent"]
    )

    assert [row.label for row in chart.rows] == ["Mar 2016", "Mar 2017"]
    assert "values of Kent that" in chart.caveats[0].text


def test_one_period_that_is_left_is_no_trend():
    with pytest.raises(ChartError, match="a later one revises"):
        trend_chart(of_two(OLDER, {2016: {OWN: 8.0}}, note=ADDED), own=OWN)
