import re

import msgspec
import pytest

from peelviewer.charts.shapes import Stroke
from peelviewer.charts.spec import ranges_chart
from peelviewer.charts.values import FORCE
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.readout import card_for
from peelviewer.drawing.save import MARGIN, Options, to_svg
from tests.charts.many import OWN, all_forces, data, over_years, year_to

pytestmark = pytest.mark.usefixtures("qapp")

THREE = {2014: 10.0, 2015: 9.0, 2016: 8.0}


def profile_of(years):
    values = {year: all_forces() | {OWN: value} for year, value in years.items()}
    found = over_years(values, national=dict.fromkeys(years, 7.0))
    return ranges_chart([(found, year_to(max(years)))], own=OWN)


def strokes_of_the_force(layout):
    return [one for one in layout.shapes if isinstance(one, Stroke) and one.series == FORCE]


def test_a_wide_profile_has_small_lines_and_a_narrow_one_drops_them_first():
    chart = profile_of(THREE)

    wide, narrow = lay_out(chart, 720, MARGIN), lay_out(chart, 600, MARGIN)

    assert len(strokes_of_the_force(wide)) == 2
    assert {"Trend", "2014", "2016"} <= {line.text for line in wide.lines}
    assert not strokes_of_the_force(narrow)
    texts = {line.text for line in narrow.lines}
    assert "Trend" not in texts
    assert {"8.0", "7.0", "Robbery"} <= texts


def test_a_profile_of_unknown_trends_has_no_room_for_them():
    layout = lay_out(profile_of({2016: 8.0}), 720, MARGIN)

    assert "Trend" not in {line.text for line in layout.lines}


def test_a_missing_value_is_a_gap_in_the_small_line():
    years = {2011: 9.0, 2012: 9.5, 2013: None, **THREE}

    layout = lay_out(profile_of(years), 720, MARGIN)

    assert len(strokes_of_the_force(layout)) == 3


def test_the_small_lines_of_a_saved_profile_have_their_years():
    drawn = to_svg(profile_of(THREE), Options(width=720)).decode()

    texts = set(re.findall(r">([^<>]+)</text>", drawn))
    assert {"Trend", "2014", "2016"} <= texts


def test_the_card_at_a_value_tells_the_trend():
    chart = profile_of(THREE)
    layout = lay_out(chart, 600, MARGIN)

    assert "Leicestershire fell from 10.0 to 8.0" in card_for(chart, layout, layout.marks[0]).text


def test_the_card_tells_the_median_of_small_rates_with_their_decimals():
    values = {OWN: 0.0082, "kent": 0.0119, "essex": 0.0204}
    chart = ranges_chart([(data(values), year_to(2016))], own=OWN)
    layout = lay_out(chart, 600, MARGIN)

    text = card_for(chart, layout, layout.marks[0]).text
    assert "Median of 3 forces: 0.012" in text
    assert ". ." not in text


def test_labels_of_rows_without_small_lines_take_their_room():
    label = "A measure with a name of several words"
    years = over_years({year: all_forces() for year in (2014, 2015, 2016)})
    alone = over_years({2016: all_forces()})
    items = [
        (msgspec.structs.replace(found, label=label), year_to(2016)) for found in (years, alone)
    ]
    layout = lay_out(ranges_chart(items, own=OWN), 720, MARGIN)

    texts = [line.text for line in layout.lines]
    assert texts.count(label) == 1


def test_the_ends_of_a_range_have_their_sign_where_the_force_has_no_value():
    values = all_forces() | {OWN: None}
    chart = ranges_chart([(data(values, national=5.0, unit="percent"), year_to(2016))], own=OWN)

    texts = [line.text for line in lay_out(chart, 720, MARGIN).lines]
    assert f"{min(all_forces().values()):.1f}%" in texts
