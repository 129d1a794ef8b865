"""Charts of reports that nobody has seen: odd forces, odd values, odd tables, every format."""

import itertools
import math
from xml.etree import ElementTree as ET

import msgspec
import pytest

from peelviewer.charts.figures import chart_of_figure
from peelviewer.charts.spec import all_charts_of
from peelviewer.charts.workbook import to_xlsx
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.save import Options, to_image, to_pdf, to_png, to_svg
from peelviewer.model.force import Force
from peelviewer.model.report import Figure
from tests import builders
from tests.drawing.test_drawing_many import boxes, overlap

pytestmark = pytest.mark.usefixtures("qapp")

PLACE = ("preventing/how-much-crime", "preventing/how-much-crime.2")
FORCE = Force(
    id="much-and-little-wittering",
    name="Much Wittering, Little Wittering and the Isle of Elsewhere Joint Constabulary",
    code=None,
)
LONG = (
    "Offences in which the victim supports the action that the police propose to take but which "
    "cannot be brought before a court for a reason that the force recorded at the time"
)
VALUES = {
    "plain": (58.0, 68.2),
    "no national value": (17.0, None),
    "no force value": (None, 46.0),
    "neither": (None, None),
    "zero": (0.0, 0.0),
    "zero and more": (0.0, 12.5),
    "falls": (-11.1, -3.4),
    "fall and rise": (-40.0, 3.0),
    "huge": (1234567890.0, 987654321.5),
    "tiny": (0.0001, 0.0002),
}


def printed(value):
    return "-" if value is None else f"{value:,}"


def table(number, rows, columns=("Row", FORCE.name, "England and Wales")):
    return Figure(
        number=number,
        title=f"{LONG}, for the 12 months to 30 June 2016",
        section=PLACE[0],
        form="table",
        columns=columns,
        rows=rows,
        notes=(LONG,),
    )


def report_with(base, values, figures=()):
    """Return a report of a force nobody knows, with a measure of each pair of values."""
    found = []
    for number, (name, (ours, theirs)) in enumerate(values.items()):
        unit = ("per_1000_population", "percent_change", "percent", "bananas_per_day")[number % 4]
        found.append(
            builders.measure(
                f"unseen_{number}", f"{name}: {LONG}", unit, ours, theirs, *PLACE,
                as_printed=builders.Printed(force=printed(ours), national=printed(theirs)),
                origin="graphic" if number % 2 else "prose",
            )
        )  # fmt: skip
    return msgspec.structs.replace(
        base, force=FORCE, id="unseen", year="2031/32", pillar="integrated", published=None,
        measures=tuple(found), figures=tuple(figures), actions=(), judgments=(),
    )  # fmt: skip


def thirty_rows():
    return tuple(
        (f"{number}. {LONG if number % 5 == 0 else 'Row'} {number}", f"{number * 3.7:.1f}",
         "-" if number % 7 == 0 else f"{100 - number * 2.1:.1f}")
        for number in range(1, 31)
    )  # fmt: skip


FIGURES = (
    table(1, thirty_rows()),
    table(2, (("Alone", "12.5"), ("Another", "-3.5")), columns=("Row", FORCE.name)),
    table(3, (("All zero", "0", "0"), ("Zero too", "0.0", "0.0"))),
    table(4, (("Huge", "1,234,567,890", "987,654,321"), ("Small", "1", "2"))),
    table(5, (("Falls", "-12.5%", "-3%"), ("Rises", "+4%", "+900%"))),
    table(6, (("Words", "many", "few"),)),
    table(7, ()),
)
WIDTHS = (300, 420, 605, 720, 1200)


@pytest.fixture(scope="module")
def charts():
    made = all_charts_of(report_with(builders.sample_report(), VALUES, FIGURES))
    assert len(made) >= len(FIGURES) + len(VALUES)
    return made


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overlaps_and_nothing_is_cut(charts, width):
    for chart in charts:
        layout = lay_out(chart, width, 12)
        found = list(boxes(layout))
        for text, (left, top, right, bottom) in found:
            assert left >= 4, (chart.id, text)
            assert right <= width - 4, (chart.id, text)
            assert top >= 0, (chart.id, text)
            assert bottom <= layout.height, (chart.id, text)
        clashes = [
            (chart.id, one, other)
            for (one, a), (other, b) in itertools.combinations(found, 2)
            if overlap(a, b)
        ]
        assert clashes == []
        plot = layout.plot
        for bar in layout.bars:
            assert math.isfinite(bar.length)
            assert plot.low - 1 <= bar.length <= plot.high + 1, (chart.id, bar)


def test_every_chart_is_written_in_every_format(charts):
    for chart in charts:
        assert to_png(chart, Options(width=420)).startswith(b"\x89PNG")
        assert to_pdf(chart, Options(width=420)).startswith(b"%PDF-")
        root = ET.fromstring(to_svg(chart, Options(width=420)))  # noqa: S314 - our own file
        said = " ".join("".join(one.itertext()) for one in root.iter() if one.tag.endswith("text"))
        for row in chart.rows:
            if row.is_drawn:
                assert all(value.printed in said for value in row.values), chart.id
        assert not to_image(chart, Options(width=420)).isNull()
    assert to_xlsx(charts, "Unseen").startswith(b"PK")


def test_a_value_that_is_not_there_is_a_dash_and_none_is_zero(charts):
    for chart in charts:
        for row in chart.rows:
            for value in row.values:
                if value.value is None:
                    assert (value.printed, bool(value.missing)) == ("–", True)


def test_nothing_is_claimed_of_an_annex_that_was_not_read(charts):
    for chart in charts:
        assert chart.caveats == ()
        assert "Annex A" not in chart.description


def test_words_in_a_numbers_place_are_told_as_they_stand():
    rows = (("Few", "<5", "12"), ("Gone", "n/a", "–"), ("Blank", "", "3"), ("Sum", "£2.4m", "4"))
    report = report_with(builders.sample_report(), {}, (table(1, rows),))

    (chart,) = all_charts_of(report)

    reasons = [[value.missing for value in row.values] for row in chart.rows]
    assert reasons == [
        ["“<5” in the report", None],
        ["“n/a” in the report", "a dash in the report"],
        ["not given in the report", None],
        ["“£2.4m” in the report", None],
    ]


def test_a_table_of_words_alone_is_a_statement(charts):
    chart = next(chart for chart in charts if chart.figure == 6)

    assert (chart.kind, chart.rows) == ("statement", ())


def test_no_two_charts_have_one_name(charts):
    assert len({chart.id for chart in charts}) == len(charts)


def test_years_side_by_side_are_not_told_as_force_and_nation(sample_report):
    figure = table(1, (("Savings", "8.3", "9.1"),), columns=("", "2015/16", "2016/17"))
    report = report_with(sample_report, {}, (figure,))

    chart = chart_of_figure(report, 1)

    assert chart.series == ("2015/16", "2016/17")
    assert "lower than" not in chart.headline
    assert "difference" not in chart.description
