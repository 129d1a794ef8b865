"""Every kind, with 1, 2, 9 and 43 forces, gaps and long names, at every width and format."""

import datetime
import itertools
import math
from xml.etree import ElementTree as ET

import msgspec
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from peelviewer.charts.grades import grades_chart
from peelviewer.charts.presets import preset
from peelviewer.charts.shapes import Stroke, Tile
from peelviewer.charts.spec import (
    chart_of_figure,
    first_items,
    judgments_chart,
    ranges_chart,
    ranked_chart,
    slope_chart,
    tile_chart,
    trend_chart,
)
from peelviewer.charts.style import DARK, LIGHT
from peelviewer.charts.tile_places import PLACES
from peelviewer.charts.values import Reference
from peelviewer.drawing import compose
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.painting import paint_shapes
from peelviewer.drawing.save import MARGIN, Options, to_image, to_pdf, to_png, to_svg
from peelviewer.drawing.trend_lines import line_styles
from peelviewer.drawing.typesetting import ascent, line_height, text_width
from peelviewer.model.measure import Period
from peelviewer.model.report import Judgment
from tests.charts.many import OWN, all_forces, data, observation, of_all, over_years, year_to
from tests.charts.test_grades import ALL, graded
from tests.contrast import contrast

pytestmark = pytest.mark.usefixtures("qapp")

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = [280, 320, 360, 480, 560, 605, 669, 720, 1000, 1400]
FEW = ("kent", "avon-and-somerset", "metropolitan", "devon-and-cornwall", "city-of-london",
       "greater-manchester", "north-yorkshire", "northamptonshire")  # fmt: skip
LONG = "Evidential difficulties: the victim does not support the action that the police propose"


def gaps():
    return all_forces() | {"kent": None, "avon-and-somerset": None}


def falls():
    values = {force: value - 9.0 for force, value in all_forces().items()}
    return data(values, national=-2.5, unit="percent_change")


def close_lines():
    forces = (OWN, *FEW)
    years = {
        year: {force: 50 + place * 0.3 + (year - 2008) for place, force in enumerate(forces)}
        for year in range(2008, 2019)
    }
    years[2012][OWN] = None
    years[2018]["kent"] = None
    return over_years(years, national=dict.fromkeys(years, 51.0), unit="percent")


def two_years(values):
    grown = {
        force: None if value is None else value * (0.7 + (place % 9) * 0.1)
        for place, (force, value) in enumerate(values.items())
    }
    return over_years({2015: values, 2016: grown}, national={2015: 5.0, 2016: 4.5})


def long_names(chart):
    rows = [msgspec.structs.replace(row, label=f"{row.label} {LONG}") for row in chart.rows]
    return msgspec.structs.replace(chart, rows=tuple(rows), headline=f"{LONG}. {LONG}", title=LONG)


def grades(report):
    section = report.sections[0].id
    names = ("outstanding", "good", "adequate", "requires improvement", "inadequate", "ungraded")
    judgments = [
        Judgment(scope="question", section=section, title=f"{grade}? {LONG}", grade=grade)
        for grade in names
    ]
    overall = Judgment(scope="overall", section=section, title=LONG, grade="good")
    return judgments_chart(msgspec.structs.replace(report, judgments=(*judgments, overall)))


def references():
    return (
        Reference(series=0, value=-3.0, printed="−3%", label="the report"),
        Reference(series=1, value=-2.0, printed="−2%", label="the report"),
    )


MAKERS = {
    "ranked of 43": lambda _: ranked_chart(data(gaps(), national=6), year_to(2016), own=OWN),
    "ranked by name": lambda _: ranked_chart(
        data(gaps(), national=6), year_to(2016), own=OWN, order="name", chosen=FEW[:2]
    ),
    "ranked changes": lambda _: ranked_chart(
        falls(), year_to(2016), own=OWN, references=references()
    ),
    "ranked, few": lambda _: ranked_chart(
        data(gaps(), national=6), year_to(2016), own=OWN, among=FEW
    ),
    "ranked, two": lambda _: ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016), own=OWN),
    "ranked, one": lambda _: ranked_chart(data({OWN: 1.0}, national=2), year_to(2016), own=OWN),
    "ranked, zero": lambda _: ranked_chart(data({OWN: 0.0, "kent": 0.0}), year_to(2016), own=OWN),
    "ranked, long": lambda _: long_names(
        ranked_chart(data(gaps(), national=6), year_to(2016), own=OWN, among=FEW)
    ),
    "tiles": lambda _: tile_chart(data(gaps(), national=6), year_to(2016), own=OWN, chosen=FEW),
    "tiles, few": lambda _: tile_chart(data(gaps()), year_to(2016), own=OWN, among=FEW),
    "tiles, one": lambda _: tile_chart(data({OWN: 1.0}), year_to(2016), own=OWN),
    "trend": lambda _: trend_chart(close_lines(), own=OWN, others=FEW),
    "trend of many": lambda _: trend_chart(
        of_all(), own=OWN, others=FEW, background=tuple(all_forces())
    ),
    "trend of one": lambda _: trend_chart(close_lines(), own=OWN),
    "trend of two years": lambda _: trend_chart(two_years(gaps()), own=OWN),
    "slope of 43": lambda _: slope_chart(
        two_years(gaps()), year_to(2015), year_to(2016), own=OWN, chosen=FEW[2:4]
    ),
    "slope, few": lambda _: slope_chart(
        two_years(all_forces()), year_to(2015), year_to(2016), own=OWN, among=FEW
    ),
    "slope, one": lambda _: slope_chart(
        two_years({OWN: 1.0}), year_to(2015), year_to(2016), own=OWN
    ),
    "ranges": lambda _: ranges_chart(first_items(OWN), own=OWN),
    "ranges, no value": lambda _: ranges_chart(
        [(data(all_forces() | {OWN: None}), year_to(2016))], own=OWN
    ),
    "strip": grades,
    "grades": lambda _: grades_chart(graded(ALL), year_to(2016), own=OWN, chosen=FEW),
    "grades, one": lambda _: grades_chart(graded({OWN: "good"}), year_to(2016), own=OWN),
    "grades, own missing": lambda _: grades_chart(
        graded(ALL | {OWN: None}), year_to(2016), own=OWN, among=FEW
    ),
    "ranked, huge": lambda _: ranked_chart(
        data({force: 10.0**place for place, force in enumerate((OWN, *FEW))}, national=123456789.0),
        year_to(2016),
        own=OWN,
    ),
    "ranked, falls and rises": lambda _: ranked_chart(
        data({OWN: -99999.9, "kent": 0.0, "essex": 88888.8}, unit="percent_change"),
        year_to(2016),
        own=OWN,
    ),
    "trend, zero": lambda _: trend_chart(two_years({OWN: 0.0, "kent": 0.0}), own=OWN),
    "trend, falls": lambda _: trend_chart(
        over_years({2015: {OWN: -5.0}, 2016: {OWN: 3.5}}, unit="percent_change"), own=OWN
    ),
    "slope, huge": lambda _: slope_chart(
        over_years({2015: {OWN: 1.0, "kent": 2e9}, 2016: {OWN: 1e9, "kent": 1.0}}, unit="count"),
        year_to(2015),
        year_to(2016),
        own=OWN,
        chosen=("kent",),
    ),
    "tiles, zero": lambda _: tile_chart(
        data(dict.fromkeys(all_forces(), 0.0), national=0.0), year_to(2016), own=OWN
    ),
}
KINDS = list(MAKERS)


@pytest.fixture(scope="module")
def made():
    """The charts that were made already, by name."""
    return {}


@pytest.fixture
def chart_named(made, sample_report):
    def get(name):
        if name not in made:
            made[name] = MAKERS[name](sample_report)
        return made[name]

    return get


def ends(period):
    return period.end


def boxes(layout):
    """Return the rectangle of each line of text, a little smaller than its line."""
    for line in layout.lines:
        top = line.baseline - ascent(line.role, layout.sizes)
        height = line_height(line.role, layout.sizes)
        width = text_width(line.text, line.role, layout.sizes)
        yield line.text, (line.x, top + 2.5, line.x + width, top + height - 2.5)


def overlap(one, other):
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.5
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.5
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KINDS)
def test_no_word_lies_over_another_or_beyond_the_edge(chart_named, name, width):
    layout = lay_out(chart_named(name), width, 12)

    found = list(boxes(layout))
    for text, (left, top, right, bottom) in found:
        assert left >= 4, text
        assert right <= width - 4, text
        assert top >= 0, text
        assert bottom <= layout.height, text
    clashes = [
        (one, other) for (one, a), (other, b) in itertools.combinations(found, 2) if overlap(a, b)
    ]
    assert clashes == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [name for name in KINDS if "tiles" in name or "grades" in name])
def test_what_is_written_on_a_tile_stays_on_it(chart_named, name, width):
    layout = lay_out(chart_named(name), width, 12)
    tiles = [shape for shape in layout.shapes if isinstance(shape, Tile)]

    for text, (left, top, right, bottom) in boxes(layout):
        for tile in tiles:
            if tile.x < (left + right) / 2 < tile.x + tile.width and (
                tile.y < (top + bottom) / 2 < tile.y + tile.height
            ):
                assert left >= tile.x + 1, text
                assert right <= tile.x + tile.width - 1, text
                assert bottom <= tile.y + tile.height, text


@pytest.mark.parametrize("width", [360, 720, 1400])
@pytest.mark.parametrize("name", KINDS)
def test_the_edge_of_a_saved_picture_is_blank(chart_named, name, width):
    image = to_image(chart_named(name), Options(width=width))

    white = QColor("white").rgb()
    right, bottom = image.width() - 1, image.height() - 1
    for inset in (0, 8, 16):
        columns = {image.pixel(x, y) for x in (inset, right - inset) for y in range(bottom)}
        rows = {image.pixel(x, y) for y in (inset, bottom - inset) for x in range(right)}
        assert columns | rows == {white}, inset


@pytest.mark.parametrize("name", KINDS)
def test_every_label_is_whole_in_the_svg(chart_named, name):
    chart = chart_named(name)
    root = ET.fromstring(to_svg(chart, Options(width=720)))  # noqa: S314 - our own file
    found = " ".join("".join(one.itertext()).strip() for one in root.iter(f"{SVG}text"))

    said = [chart.headline, chart.title, chart.source, chart.licence, *chart.notes]
    said += [caveat.words for caveat in chart.caveats]
    if chart.kind == "ranked":
        said += [row.label for row in chart.rows if row.kind != "total"]
        said += [value.printed for row in chart.rows for value in row.values]
    elif chart.kind == "trend":
        said += [one for one, out in zip(chart.series, chart.standouts, strict=True) if out]
    elif chart.kind == "strip":
        said += [row.label for row in chart.rows]
        said += [row.grade.capitalize() for row in chart.rows]
    elif chart.kind == "grades":
        said += [PLACES[row.area].short for row in chart.rows]
        said += [f"{row.grade.capitalize()}, " for row in chart.rows if row.grade]
    elif chart.kind == "slope":
        said += [row.label for row in chart.rows if row.standout]
    for words in said:
        assert words in found
    assert root.find(f"{SVG}title").text == chart.headline
    assert root.find(f"{SVG}desc").text == chart.description


@pytest.mark.parametrize("name", KINDS)
def test_scales_and_formats_agree(chart_named, name):
    chart = chart_named(name)
    small = to_image(chart, Options(width=360, scale=1))

    for scale in (2, 3):
        image = QImage.fromData(to_png(chart, Options(width=360, scale=scale)))
        assert (image.width(), image.height()) == (small.width() * scale, small.height() * scale)
        assert image.dotsPerMeterX() == pytest.approx(96 * scale / 0.0254, abs=1)
        assert image.text("Description") == chart.description
    pdf = to_pdf(chart, Options(width=360))
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) > 5_000


@pytest.mark.parametrize("name", KINDS)
def test_a_mark_is_hit_at_its_middle_and_has_a_card(chart_named, name, qtbot):
    from peelviewer.drawing.readout import card_for

    chart = chart_named(name)
    layout = lay_out(chart, 720, 12)

    assert layout.marks
    for mark in layout.marks:
        assert 0 <= mark.row < len(chart.rows)
        card = card_for(chart, layout, mark)
        assert card.area.left() >= 0
        assert card.area.right() <= 720
        assert card.text
        x, y = mark.x + mark.width / 2, mark.y + mark.height / 2
        if chart.kind in ("tiles", "grades", "ranked"):
            hits = [other.row for other in layout.marks if other.is_at(x, y)]
            assert hits == [mark.row]


@pytest.mark.parametrize(("look", "dark"), [(LIGHT, False), (DARK, True)])
@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_painted_in_both_themes(chart_named, name, look, dark):
    from PySide6.QtGui import QPainter

    layout = lay_out(chart_named(name), 480, 12)
    image = QImage(layout.width, layout.height, QImage.Format.Format_RGB32)
    image.fill(QColor(look.background))
    painter = QPainter(image)
    compose.paint(painter, layout, look)
    painter.end()

    colours = {image.pixel(x, y) for x in range(0, 480, 2) for y in range(0, layout.height, 2)}
    assert len(colours) > 20
    assert dark == (QColor(look.background).lightness() < 128)


def test_a_screen_reader_gets_every_force_and_value(chart_named):
    chart = chart_named("ranked of 43")

    for row in chart.rows:
        assert f"{row.label} {row.values[0].printed}" in chart.description or (
            f"{row.label} no value" in chart.description
        )


# ---------------------------------------------------------------- colours

LOOKS = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


@pytest.mark.parametrize("look", LOOKS)
def test_words_on_tiles_bands_and_grades_have_4_5_to_1(look):
    for shade, ink in zip(look.shades, look.on_shades, strict=True):
        assert contrast(shade, ink) >= 4.5, shade
    for ground, ink in (look.high, look.low):
        for words in (ink, look.text, look.muted, look.ink("force"), look.ink("series3")):
            assert contrast(ground, words) >= 4.5, (ground, words)
    for _, _, _, ground in look.grades:
        assert contrast(ground, look.text) >= 4.5
    for name in ("nation", "series2", "series3", "series4", "series5", "series6", "series7"):
        assert contrast(look.ink(name), look.background) >= 4.5, name


@pytest.mark.parametrize("look", LOOKS)
def test_marks_of_many_forces_have_3_to_1(look):
    from peelviewer.drawing.painting import line_colour

    assert contrast(look.other[1], look.background) >= 3.0
    assert contrast(look.nation[0], look.background) >= 3.0
    assert contrast(look.hatch, look.background) >= 3.0
    for grade, mark, _, ground in look.grades:
        assert contrast(mark, ground) >= 3.0, grade
    for series in range(8):
        colour = line_colour(look, series)
        best = max(contrast(colour, look.background), contrast(look.ink("text"), look.background))
        assert best >= 3.0


@pytest.mark.parametrize("look", LOOKS)
def test_the_classes_of_a_map_go_one_way_in_lightness(look):
    steps = [contrast(shade, look.background) for shade in look.shades]

    assert steps == sorted(steps)
    assert all(later / earlier > 1.3 for earlier, later in itertools.pairwise(steps))


def test_the_published_sequence_is_used():
    assert LIGHT.shades[1:] == ("#6bace6", "#2073bc", "#12436d")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("standout", ["own", "chosen"])
@pytest.mark.parametrize("shade", range(4))
def test_the_ring_of_a_tile_is_seen_on_every_class(look, standout, shade):
    tile = Tile(10, 10, 40, 40, shade, standout)
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor(look.background))
    painter = QPainter(picture)
    paint_shapes(painter, (tile,), look)
    painter.end()

    across = [picture.pixelColor(x, 30).name() for x in range(10, 16)]

    assert across[-1] == look.shades[shade]
    assert max(contrast(colour, look.shades[shade]) for colour in across) >= (
        3.0 if standout == "chosen" else 2.3
    )


def test_no_two_lines_of_a_trend_are_drawn_alike():
    styles = line_styles(("own", "national", *("chosen",) * 10))
    drawn = [(one.series, one.dash) for one in styles]

    assert len(set(drawn)) == len(drawn)
    assert len({one.series for one in styles[:8]}) == 8


def test_the_name_of_a_line_that_ends_early_says_when_and_its_leader_is_no_line():
    years = {2014: {OWN: 9.0, "kent": 5.0}, 2015: {OWN: 8.0, "kent": 6.0}, 2016: {OWN: 7.0}}
    chart = trend_chart(over_years(years), own=OWN, others=("kent",))
    layout = lay_out(chart, 720, MARGIN)

    words = {line.text for line in layout.lines}
    leaders = [shape for shape in layout.shapes if isinstance(shape, Stroke)]
    assert {"Leicestershire 7.0", "Kent 6.0 (Mar 2015)"} <= words
    assert [leader.dash for leader in leaders] == [2]


def test_the_periods_named_below_a_trend_are_evenly_apart():
    half = Period(kind="as at", end=datetime.date(2015, 9, 30))
    days = [Period(kind="as at", end=datetime.date(year, 3, 31)) for year in range(2007, 2023)]
    found = tuple(
        observation(OWN, 5.0, period=period) for period in sorted([half, *days], key=ends)
    )
    values = msgspec.structs.replace(data({OWN: 5.0}), observations=found)
    layout = lay_out(trend_chart(values, own=OWN), 480, MARGIN)

    named = [line.text for line in layout.lines if line.text.startswith(("Mar 20", "Sep 20"))]
    years = sorted(int(text.removeprefix("Mar ")) for text in named)
    assert len({later - earlier for earlier, later in itertools.pairwise(years)}) == 1


@pytest.mark.parametrize(
    ("before", "after", "is_said"),
    [
        ({OWN: 90.0}, {OWN: 91.0}, True),
        ({OWN: 90.0, "kent": 10.0}, {OWN: 91.0, "kent": 11.0}, False),
        ({OWN: 1.0}, {OWN: 91.0}, False),
        ({OWN: -2.0}, {OWN: 3.0}, False),
    ],
)
def test_a_change_whose_scale_does_not_begin_at_zero_says_so(before, after, is_said):
    found = over_years({2015: before, 2016: after}, unit="count")
    layout = lay_out(slope_chart(found, year_to(2015), year_to(2016), own=OWN), 720, MARGIN)

    words = [line.text for line in layout.lines]
    assert ("The scale does not begin at zero." in words) == is_said


def test_where_no_line_of_a_change_stands_out_the_highest_and_the_lowest_have_names():
    found = over_years({2015: all_forces(), 2016: all_forces() | {"kent": 99.0, "essex": 0.2}})
    layout = lay_out(slope_chart(found, year_to(2015), year_to(2016)), 720, MARGIN)

    words = " ".join(line.text for line in layout.lines)
    assert "Kent (+" in words
    assert "Essex (−" in words
    assert "Grey lines without a name are the other forces." in words


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (("2014/15", "2015/16"), {"7.5 (2014/15)", "8.0 (2015/16)"}),
        (("Northshire Police", "England and Wales"), {"7.5", "8.0", "Northshire Police"}),
        (("Share of all of the victims of burglary asked", "Other"), {"7.5", "8.0", "Other"}),
    ],
)
def test_short_names_of_a_tables_columns_stand_at_its_bars(sample_report, columns, words):
    figure = msgspec.structs.replace(
        sample_report.figures[0], columns=("Kind", *columns), rows=(("Arson", "7.5", "8.0"),)
    )
    report = msgspec.structs.replace(sample_report, figures=(figure,), measures=())
    layout = lay_out(chart_of_figure(report, figure.number), 480, MARGIN)

    assert words <= {line.text for line in layout.lines}
    assert bool(layout.boxes) == ("7.5" in words)


@pytest.mark.parametrize("width", [360, 720, 1000])
def test_the_line_of_the_nation_has_its_name_at_both_ends_of_many_bars(width):
    chart = ranked_chart(data(all_forces(), national=6.0), year_to(2016), own=OWN)
    layout = lay_out(chart, width, MARGIN)

    named = [line.baseline for line in layout.lines if line.text.startswith("England and Wales")]
    bars = [bar.y for bar in layout.bars]
    assert len(named) == 2
    assert named[0] < min(bars) < max(bars) < named[1]
    assert sum(mark.row == len(chart.rows) - 1 for mark in layout.marks) == 1  # once by keyboard


def test_a_wide_map_uses_its_room_for_the_values():
    chart = tile_chart(data(gaps(), national=6), year_to(2016), own=OWN)
    wide, usual = lay_out(chart, 1280, MARGIN), lay_out(chart, 720, MARGIN)

    def across(layout):
        tiles = [one for one in layout.shapes if isinstance(one, Tile)]
        return max(one.x + one.width for one in tiles) - min(one.x for one in tiles)

    assert across(wide) > 0.55 * 1280
    assert across(usual) < across(wide)
    texts = {line.text for line in wide.lines}
    values = [row.values[0].printed for row in chart.rows if row.area and row.values[0].value]
    assert set(values) <= texts
    assert preset("slide").holds(wide.width, wide.height)


def test_margins_hold_the_bands():
    assert MARGIN - 6 > 16
    assert not math.isnan(MARGIN)


def test_the_band_of_the_largest_falls_is_not_called_the_lowest():
    texts = {line.text for line in lay_out(ranked_chart(falls(), year_to(2016)), 720, MARGIN).lines}

    assert "largest falls (25%)" in texts
    assert "lowest 25%" not in texts


@pytest.mark.parametrize("width", [340, 720])
def test_quiet_lines_have_no_names_and_answer_the_pointer(width):
    chart = trend_chart(of_all(), own=OWN, others=("kent",), background=tuple(all_forces()))
    layout = lay_out(chart, width, MARGIN)

    said = " ".join(line.text for line in layout.lines)
    assert "Grey lines: 40 other forces" in said  # the City is left out of all rates
    assert "Essex" not in said
    assert len({mark.value for mark in layout.marks}) == 43


def test_a_period_that_the_title_says_is_not_said_at_each_row():
    items = [(data(all_forces()), year_to(2016))] * 2
    layout = lay_out(ranges_chart(items, own=OWN), 720, MARGIN)

    said = " ".join(line.text for line in layout.lines)
    assert said.count("31 March 2016") == 1


def test_the_line_at_zero_is_whole_where_bars_begin_at_the_edge():
    chart = ranked_chart(data(all_forces()), year_to(2016))
    layout = lay_out(chart, 720, MARGIN)
    image = to_image(chart, Options(width=720, scale=2))
    zero = layout.plot.x - layout.plot.low
    between = layout.plot.y + 1  # above the first bar

    dark = min(
        image.pixelColor(round(2 * zero) + step, round(2 * between)).lightness() for step in (-1, 0)
    )
    assert dark < 100
    left = image.pixelColor(round(2 * zero) - 1, round(2 * between))
    assert left.lightness() < 200  # its left half, too
