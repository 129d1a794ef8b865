import csv
import io

import pytest

from peelviewer.charts.end_labels import Label, spread_out
from peelviewer.charts.presets import PRESETS, preset
from peelviewer.charts.spec import judgments_chart, ranked_chart, tile_chart, trend_chart
from peelviewer.charts.table import rows_as_csv, twin
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.save import LARGEST_SCALE, NARROWEST, WIDEST, Options, to_image
from peelviewer.drawing.trend_lines import scale_ticks, ticks_words
from peelviewer.drawing.walking import next_mark
from tests.charts.many import OWN, all_forces, data, over_years, year_to

pytestmark = pytest.mark.usefixtures("qapp")


def walk(chart, start, ways):
    layout = lay_out(chart, 720, 12)
    at = next(i for i, mark in enumerate(layout.marks) if chart.rows[mark.row].area == start)
    for way in ways:
        at = next_mark(layout.marks, at, way)
    return chart.rows[layout.marks[at].row].area


@pytest.mark.parametrize(
    ("start", "ways", "end"),
    [
        (OWN, ["right"], "nottinghamshire"),
        (OWN, ["left"], "staffordshire"),
        (OWN, ["up"], "derbyshire"),
        (OWN, ["down"], "warwickshire"),
        ("northumbria", ["up"], "northumbria"),
        ("nottinghamshire", ["right"], "norfolk"),
    ],
)
def test_arrows_walk_over_the_map_as_it_lies(start, ways, end):
    chart = tile_chart(data(all_forces()), year_to(2016), own=OWN)

    assert walk(chart, start, ways) == end


def test_ranked_bars_are_walked_as_a_list():
    chart = ranked_chart(data(all_forces()), year_to(2016))
    marks = lay_out(chart, 720, 12).marks

    assert next_mark(marks, None, "down") == 0
    assert next_mark(marks, 0, "down") == 1
    assert next_mark(marks, 0, "up") == 0
    assert next_mark(marks, len(marks) - 1, "right") == len(marks) - 1


def test_in_a_trend_right_stays_on_the_line_and_up_goes_to_another():
    years = {year: {OWN: 10.0, "kent": 40.0} for year in range(2012, 2017)}
    chart = trend_chart(over_years(years), own=OWN, others=("kent",))
    marks = lay_out(chart, 720, 12).marks

    following = marks[next_mark(marks, 0, "right")]
    above = marks[next_mark(marks, 0, "up")]

    assert (following.row, following.value) == (1, 0)
    assert (above.row, above.value) == (0, 1)


# ---------------------------------------------------------------- labels and scales


@pytest.mark.parametrize("wanted", [[10, 10, 10, 10], [0, 5, 90, 95], [95, 96, 97], [50]])
def test_labels_are_pushed_apart_within_their_room(wanted):
    labels = [Label(i, ("x",), place, 12) for i, place in enumerate(wanted)]

    middles = sorted(spread_out(labels, 0, 100, 1).values())

    assert all(later - earlier >= 13 - 1e-9 for earlier, later in zip(middles, middles[1:]))  # noqa: B905, RUF007 - neighbours
    assert middles[0] >= 6
    assert middles[-1] <= 94


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 116.8, ["0", "25", "50", "75", "100", "125"]),
        (0, 0.9, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0, 0.011, ["0", "0.0025", "0.0050", "0.0075", "0.0100", "0.0125"]),
        (0, 0.00004, ["0", "0.00001", "0.00002", "0.00003", "0.00004"]),
        (-31, 8, ["−40", "−30", "−20", "−10", "0", "10"]),
        (0, 0, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0, 2_344, ["0", "500", "1,000", "1,500", "2,000", "2,500"]),
    ],
)
def test_a_scale_has_round_numbers(low, high, ticks):
    found = ticks_words(scale_ticks(low, high))

    assert found[: len(ticks)] == ticks or (low, high) == (0, 0)
    assert float(found[-1].replace(",", "").replace("−", "-")) >= high


# ---------------------------------------------------------------- presets and tables


def test_presets_are_sizes_that_can_be_saved():
    assert [one.key for one in PRESETS] == ["column", "slide", "web", "print"]
    for one in PRESETS:
        assert NARROWEST <= one.width <= WIDEST
        assert 1 <= one.scale <= LARGEST_SCALE
        assert preset(one.key) == one
    assert preset("gone") is None


def test_print_is_300_dots_to_the_inch_and_17_cm_wide():
    one = preset("print")
    chart = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016))

    image = to_image(chart, Options(width=one.width, scale=one.scale, dpi=one.dpi))

    assert image.dotsPerMeterX() == round(300 / 0.0254)
    assert image.width() / one.dpi * 2.54 == pytest.approx(17, abs=0.05)


def test_the_table_beside_a_ranking_has_rank_and_position():
    chart = ranked_chart(data(all_forces(), national=3.0), year_to(2016), own=OWN)

    rows = twin(chart)

    assert rows[0].rank == "1st of 42"
    assert rows[0].position == "one of the highest"
    assert rows[-1].label == "England and Wales"


def test_the_csv_of_many_forces_names_each_force_and_needs_no_report(sample_report):
    charts = [
        ranked_chart(data(all_forces()), year_to(2016), own=OWN),
        trend_chart(over_years({2015: {OWN: 1.0}, 2016: {OWN: 2.0}}), own=OWN),
    ]

    lines = list(csv.DictReader(io.StringIO(rows_as_csv(charts, None))))

    assert len({line["force"] for line in lines}) == 44
    assert {line["year"] for line in lines} == {""}
    assert lines[0]["value"] == str(max(v for f, v in all_forces().items() if v))
    grades = rows_as_csv([judgments_chart(sample_report)], sample_report)
    assert sample_report.judgments[0].grade in grades
