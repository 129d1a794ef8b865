import re
import shutil
import stat
import subprocess
from xml.etree import ElementTree as ET

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPalette

from peelviewer.charts.file_words import texts_of
from peelviewer.charts.presets import preset
from peelviewer.charts.shapes import Dot
from peelviewer.charts.spec import charts_of, ranges_chart, ranked_chart
from peelviewer.charts.style import LIGHT
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.save import (
    MARGIN,
    Options,
    copy,
    fitted,
    height_of,
    save,
    to_image,
    to_pdf,
    to_png,
    to_svg,
)
from peelviewer.drawing.typesetting import text_width
from peelviewer.errors import ChartError
from peelviewer.model.force import Force
from tests.charts.many import OWN, all_forces, data, year_to

KINDS = ["profile", "measure-recorded_crime_change_1y-2016-06-30", "fig01", "fig04", "fig05"]
SVG = "{http://www.w3.org/2000/svg}"

pytestmark = pytest.mark.usefixtures("qapp")


def texts(svg):
    found = ET.fromstring(svg).iter(f"{SVG}text")  # noqa: S314 - our own file
    return " ".join("".join(element.itertext()).strip() for element in found)


@pytest.mark.parametrize("width", [300, 480, 720, 1200])
@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_cut_the_edge_is_blank(charts, name, width):
    image = to_image(charts[name], Options(width=width))
    white = QColor("white").rgb()
    right, bottom = image.width() - 1, image.height() - 1

    assert image.width() == width
    for inset in (0, 8, 16):
        columns = {image.pixel(x, y) for x in (inset, right - inset) for y in range(bottom)}
        rows = {image.pixel(x, y) for y in (inset, bottom - inset) for x in range(right)}
        assert columns | rows == {white}, (name, inset)


@pytest.mark.parametrize("name", KINDS)
def test_every_word_of_a_chart_is_text_in_the_svg(charts, name):
    chart = charts[name]
    found = texts(to_svg(chart, Options()))

    said = [chart.headline, chart.title, chart.source, chart.licence, *chart.notes]
    said += [chart.scale_note, chart.statement, *(caveat.words for caveat in chart.caveats)]
    said += [row.label for row in chart.rows if row.kind != "total"]
    said += [v.printed for row in chart.rows if row.is_drawn for v in row.values]
    said += chart.series if chart.rows else ()
    for words in said:
        assert words in found, words


def test_an_svg_has_title_description_pixels_and_other_fonts(charts):
    svg = to_svg(charts["fig01"], Options(width=720)).decode()
    root = ET.fromstring(svg)  # noqa: S314 - our own file

    assert root.find(f"{SVG}title").text == charts["fig01"].headline
    assert root.find(f"{SVG}desc").text == charts["fig01"].description
    assert root.get("width") == "720"
    assert root.get("viewBox").startswith("0 0 720 ")
    assert all(
        "sans-serif" in text.get("font-family") and float(text.get("textLength")) > 0
        for text in root.iter(f"{SVG}text")
    )
    assert "vector-effect" not in svg


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_png_says_its_dpi_and_what_it_shows(charts, tmp_path, scale):
    chart = charts["fig01"]
    path = tmp_path / "chart.png"

    save(chart, path, Options(scale=scale))
    image = QImage(str(path))

    assert image.width() == 720 * scale
    assert image.dotsPerMeterX() == pytest.approx(96 * scale / 0.0254, abs=1)
    assert image.text("Title").startswith(chart.headline)
    assert image.text("Description") == chart.description
    assert image.text("Source") == f"{chart.source.removeprefix('Source: ')} {chart.licence}"


def test_the_heights_of_all_scales_agree(charts):
    heights = [to_image(charts["fig04"], Options(scale=s)).height() / s for s in (1, 2, 3)]

    assert len(set(heights)) == 1


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_bars_have_their_series_colour_where_the_layout_puts_them(charts, scale):
    chart = charts["fig01"]
    layout = lay_out(chart, 720, MARGIN)
    image = to_image(chart, Options(scale=scale))

    for bar in layout.bars:
        if abs(bar.length) > 8:
            x = layout.plot.x - layout.plot.low + bar.length / 2
            y = bar.y + bar.height / 2
            colour = image.pixelColor(round(x * scale), round(y * scale))
            assert colour == QColor(LIGHT.fill(bar.series))


def test_a_bar_ends_where_its_value_is(charts):
    layout = lay_out(charts["fig01"], 720, MARGIN)
    ours, theirs = layout.bars[:2]

    assert ours.length / theirs.length == pytest.approx(51.0 / 68.2)


def test_falls_go_left_from_zero_and_a_missing_value_has_no_bar(charts):
    falls = lay_out(charts["measure-recorded_crime_change_1y-2016-06-30"], 720, MARGIN)
    gap = lay_out(charts["measure-organised_crime_groups-2016-07-01"], 720, MARGIN)

    assert [bar.length < 0 for bar in falls.bars] == [True, True]
    assert "0" in [line.text for line in falls.lines]
    assert [bar.series for bar in gap.bars] == [1]
    assert "– the force did not supply it" in [line.text for line in gap.lines]


@pytest.mark.parametrize("width", [280, 300, 420, 720])
@pytest.mark.parametrize("name", KINDS)
def test_no_two_lines_of_text_overlap(charts, name, width):
    layout = lay_out(charts[name], width, 12)
    boxes = [
        (line.x, line.x + text_width(line.text, line.role, layout.sizes), line.baseline, line.text)
        for line in layout.lines
    ]

    for index, (left, right, base, text) in enumerate(boxes):
        assert left >= 11.5 and right <= width - 11.5, text
        for other_left, other_right, other_base, other in boxes[index + 1 :]:
            if abs(base - other_base) < 9:
                assert right <= other_left or other_right <= left, (text, other)


@pytest.mark.parametrize("width", [280, 360, 720])
def test_the_longest_name_of_a_force_fits(rich_report, width):
    force = Force(id="x", name="Northshire and Southern Borderlands Metropolitan Constabulary")
    report = msgspec.structs.replace(rich_report, force=force)

    for chart in charts_of(report):
        layout = lay_out(chart, width, 12)
        for line in layout.lines:
            end = line.x + text_width(line.text, line.role, layout.sizes)
            assert line.x >= 11.5 and end <= width - 11.5, (chart.id, line.text)
        assert layout.plot is None or layout.plot.width >= 24


def test_a_pdf_has_a_title_and_one_page(charts):
    pdf = to_pdf(charts["profile"], Options())

    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") == 1
    assert b"/Title" in pdf


def test_an_svg_and_a_pdf_say_title_description_and_source(charts):
    chart = charts["fig04"]
    for file in (to_svg(chart, Options()), to_pdf(chart, Options())):
        text = file.decode("utf-8", "replace")
        start, end = text.index("<rdf:RDF"), text.index("</rdf:RDF>") + len("</rdf:RDF>")
        root = ET.fromstring(text[start:end])  # noqa: S314 - our own file
        dublin = "{http://purl.org/dc/elements/1.1/}"
        said = {
            one.tag: "".join(one.itertext()).strip() for one in root.iter() if dublin in one.tag
        }
        texts = texts_of(chart)
        assert said[f"{dublin}title"] == texts["Title"]
        assert said[f"{dublin}description"] == texts["Description"]
        assert said[f"{dublin}source"] == texts["Source"]


def test_a_file_is_the_same_whatever_the_theme(charts, qapp, monkeypatch):
    before = to_png(charts["fig04"], Options()), to_svg(charts["fig04"], Options())
    old = qapp.palette()
    dark = QPalette(QColor("#101010"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("white"))
    dark.setColor(QPalette.ColorRole.Base, QColor("black"))
    qapp.setPalette(dark)
    try:
        after = to_png(charts["fig04"], Options()), to_svg(charts["fig04"], Options())
    finally:
        qapp.setPalette(old)

    assert before == after


@pytest.mark.parametrize("format_name", ["png", "svg", "pdf"])
def test_saving_writes_the_whole_file_and_nothing_else(charts, tmp_path, format_name):
    path = tmp_path / f"x.{format_name}"

    save(charts["fig01"], path, Options(format=format_name))

    assert path.stat().st_size > 1000
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) & 0o044


def test_saving_again_replaces_the_file(charts, tmp_path):
    path = tmp_path / "x.png"
    path.write_bytes(b"old")

    save(charts["fig01"], path, Options())

    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_place_that_cannot_be_written_is_said_and_leaves_nothing(charts, tmp_path):
    missing = tmp_path / "no" / "x.png"
    folder = tmp_path / "folder.png"
    folder.mkdir()

    with pytest.raises(ChartError, match=re.escape(str(missing))):
        save(charts["fig01"], missing, Options())
    with pytest.raises(ChartError, match="folder"):
        save(charts["fig01"], folder, Options())
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder.png"]


@pytest.mark.parametrize(
    ("options", "match"),
    [
        (Options(width=10), "280 to 4000"),
        (Options(width=9000), "280 to 4000"),
        (Options(scale=4), "1 to 3"),
        (Options(scale=0), "1 to 3"),
        (Options(format="gif"), "png, svg, pdf"),
    ],
)
def test_options_out_of_range_are_refused(charts, tmp_path, options, match):
    with pytest.raises(ChartError, match=match):
        save(charts["fig01"], tmp_path / "x", options)


def test_the_clipboard_holds_picture_svg_and_words(charts, qapp):
    chart = charts["fig01"]

    copy(chart, Options())
    data = QGuiApplication.clipboard().mimeData()

    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    assert bytes(data.data("image/png").data()).startswith(b"\x89PNG")
    assert chart.headline in data.text()
    assert chart.source in data.text()


def test_the_words_of_a_file_are_title_description_and_source(charts):
    assert list(texts_of(charts["fig01"])) == ["Title", "Description", "Source"]


def test_a_picture_is_on_white_without_transparency(charts):
    image = to_image(charts["fig05"], Options())

    assert not image.hasAlphaChannel()
    assert image.pixelColor(0, 0) == QColor(Qt.GlobalColor.white)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_the_numbers_of_a_pdf_can_be_searched_and_copied(charts, tmp_path, qapp):
    path = tmp_path / "chart.pdf"
    before = qapp.font()
    with_columns = QFont(before)
    with_columns.setFeature(QFont.Tag("tnum"), 1)
    qapp.setFont(with_columns)
    try:
        save(charts["fig01"], path, Options(format="pdf"))
    finally:
        qapp.setFont(before)

    text = subprocess.run(
        ["pdftotext", path, "-"], check=True, capture_output=True, text=True
    ).stdout

    assert "51.0" in text
    assert "30 June 2016" in text


def test_columns_of_an_svg_are_anchored_at_their_right_end():
    chart = ranked_chart(data(all_forces(), national=5.0), year_to(2016), own=OWN)

    svg = to_svg(chart, Options())
    found = [*ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own file

    names = [one for one in found if one.text in ("Kent", "Essex", "Dorset")]
    assert len(names) == 3
    assert {one.get("text-anchor") for one in names} == {"end"}
    assert len({one.get("x") for one in names}) == 1
    sources = [one for one in found if (one.text or "").startswith("Source: ")]
    assert [one.get("text-anchor") for one in sources] == [None]


def test_the_ends_of_a_range_stand_under_their_own_ends():
    chart = ranges_chart(
        [(data({OWN: 10.0, "kent": 20.0, "essex": 26.0}, national=46.0), year_to(2016))], own=OWN
    )

    layout = lay_out(chart, 720, 24.0)

    diamonds = [one.x for one in layout.shapes if isinstance(one, Dot) and one.shape == "diamond"]
    highest = next(one for one in layout.lines if one.text == "26.0")
    assert highest.right < max(diamonds) - 30


@pytest.mark.parametrize("width", [280, 320, 360, 720])
def test_both_ends_of_a_range_are_there_at_any_width(width):
    values = {OWN: 1000.25, "kent": 2000.25, "essex": 26000.75}
    chart = ranges_chart([(data(values, national=1046.5), year_to(2016))], own=OWN)

    layout = lay_out(chart, width, 24.0)

    texts = [one.text for one in layout.lines if one.role == "small"]
    assert "1,000.2" in texts
    assert "26,000.8" in texts


def test_no_name_of_a_force_is_broken_within_a_word_in_a_narrow_chart():
    chart = ranked_chart(data(all_forces()), year_to(2016), own="northamptonshire")

    layout = lay_out(chart, 280, 24.0)

    assert "Northamptonshire" in [one.text for one in layout.lines]


# ---------------------------------------------------------------- slides

SLIDE = Options(width=1280, scale=2)


def test_ranked_bars_that_are_too_many_for_a_slide_are_shortened_and_say_so():
    chart = ranked_chart(data(all_forces(), national=6.0), year_to(2016), own=OWN, chosen=("kent",))
    assert not preset("slide").holds(1280, height_of(chart, SLIDE))

    found = fitted(chart, SLIDE)

    assert preset("slide").holds(1280, height_of(found, SLIDE))
    names = [row.label for row in found.rows if row.kind == "values"]
    assert names[0] == chart.rows[0].label
    assert {"Leicestershire", "Kent"} <= set(names)
    gaps = [int(row.label.split()[1]) for row in found.rows if row.kind == "heading"]
    assert len(names) + sum(gaps) == 42  # the City of London is in no rank
    assert f"{len(names)} forces, ranked among 42 of 43 forces" in found.title
    assert f"{sum(gaps)} more are not shown" in found.notes[0]
    assert found.notes[0] in found.description
    own = next(row for row in found.rows if row.label == "Leicestershire")
    assert own in chart.rows


def test_what_is_between_the_forces_of_a_shortened_chart_is_said_in_it():
    chart = ranked_chart(data(all_forces()), year_to(2016), own=OWN)

    layout = lay_out(fitted(chart, SLIDE), 1280, 24.0)

    assert [line.text for line in layout.lines if line.text.startswith("… ")]


def test_a_shortened_chart_keeps_an_own_force_that_has_no_rank():
    values = all_forces() | {OWN: None}
    chart = ranked_chart(data(values), year_to(2016), own=OWN, chosen=("kent",))

    found = fitted(chart, SLIDE)

    assert found is not chart
    assert [row.label for row in found.rows if row.standout == "own"] == ["Leicestershire"]
    assert "each side" not in found.notes[0]
    gaps = [int(row.label.split()[1]) for row in found.rows if row.kind == "heading"]
    assert f"{sum(gaps)} more are not shown" in found.notes[0]


def test_a_shortened_chart_of_some_forces_says_once_how_many_they_are():
    values = all_forces()
    some = [*values][:38]
    chart = ranked_chart(data(values), year_to(2016), own=OWN, among=some)

    found = fitted(chart, SLIDE)

    assert found is not chart
    assert found.title.count("ranked among") == 1
    assert found.title.startswith(chart.title.split(", 38 forces")[0] + ", ")


def test_a_chart_that_fits_or_cannot_be_shortened_stays_as_it_is(sample_report):
    fits = ranked_chart(data({OWN: 1.0, "kent": 2.0}), year_to(2016), own=OWN)
    by_name = ranked_chart(data(all_forces()), year_to(2016), own=OWN, order="name")
    assert fitted(fits, SLIDE) is fits
    assert fitted(by_name, SLIDE) is by_name
    tall = ranked_chart(data(all_forces()), year_to(2016), own=OWN)
    assert fitted(tall, Options(width=720, scale=2)) is tall
