import pytest

from peelviewer.statistics.calculation import (
    change_in_rate,
    percent_change,
    percentage_points,
    rate,
    share,
)


@pytest.mark.parametrize(
    ("function", "arguments", "expected"),
    [
        (rate, (50, 1000), 50.0),
        (rate, (50, 1000, 1_000_000), 50_000.0),
        (rate, (0, 1000), 0.0),
        (rate, (None, 1000), None),
        (rate, (50, None), None),
        (rate, (50, 0), None),
        (share, (1, 4), 25.0),
        (percent_change, (200, 150), -25.0),
        (percent_change, (200, 200), 0.0),
        (percent_change, (0, 5), None),
        (percent_change, (-5, 5), None),
        (percent_change, (None, 5), None),
        (percent_change, (5, None), None),
        (percentage_points, (12.5, 10.0), -2.5),
        (percentage_points, (None, 10.0), None),
        (change_in_rate, (100, 1000, 90, 1000), -10.0),
        (change_in_rate, (100, 1000, 110, 1100), 0.0),
        (change_in_rate, (100, 1000, None, 1100), None),
    ],
)
def test_calculations_are_from_their_inputs_and_missing_stays_missing(
    function, arguments, expected
):
    assert function(*arguments) == (None if expected is None else pytest.approx(expected))
