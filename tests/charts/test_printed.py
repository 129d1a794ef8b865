import pytest

from peelviewer.charts.printed import difference, printed_value
from peelviewer.charts.values import Row
from tests.charts.pairs import pair


@pytest.mark.parametrize(
    ("printed", "number", "is_change", "expected"),
    [
        ("58.0", 58.0, False, "58.0"),
        ("9.1%", 9.1, False, "9.1%"),
        ("+3.7%", 3.7, True, "+3.7%"),
        ("-11.1%", -11.1, True, "−11.1%"),
        ("−11.1%", -11.1, True, "−11.1%"),
        ("10.4 percent", 10.4, False, "10.4%"),
        ("7.0 per cent", 7.0, False, "7.0%"),
        ("17 percent fewer", -17.0, True, "−17%"),
        ("decreased by 11.1 percent", -11.1, True, "−11.1%"),
        ("increase of 7.8 percent", 7.8, True, "+7.8%"),
        ("20 gangs per one million people", 20.0, False, "20"),
        ("1,204", 1204.0, False, "1,204"),
        ("+2 percentage points", 2.0, True, "+2"),
        ("in 2 of 3 cases", 2.0, False, "2"),
        (None, 4.5, False, "4.5"),
        ("1.2 million", 1200000.0, False, "1,200,000"),
        (None, -0.00001, False, "−0.00001"),
        ("0", None, False, "–"),
    ],
)
def test_a_value_stands_at_its_bar_as_printed(printed, number, is_change, expected):
    assert printed_value(printed, number, is_change=is_change) == expected


@pytest.mark.parametrize(
    ("force", "national", "unit", "expected"),
    [
        ("58.0", "68.2", "per 1,000 population", "−10.2"),
        ("9.1%", "12.1%", "percent", "−3.0 percentage points"),
        ("50.2%", "47.4%", "percent", "+2.8 percentage points"),
        ("0.3", "0.3", "percent", "none"),
        (None, "46", "percent", ""),
    ],
)
def test_a_difference_keeps_the_printed_decimals(force, national, unit, expected):
    assert difference(Row(label="X", unit=unit, values=pair(force, national))) == expected
