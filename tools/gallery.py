# SPDX-License-Identifier: MIT
"""Write the gallery of all kinds of charts: ``docs/gallery.md`` and its pictures.

    python -m tools.gallery        (or: make gallery)

The data are those that ship with the program. The pictures are made without a screen and are the
same on every machine that has the shipped fonts.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from peelviewer.charts import spec
from peelviewer.charts.style import DARK, LIGHT, Look
from peelviewer.charts.values import Chart
from peelviewer.drawing import compose
from peelviewer.drawing.fonts import ensure_application
from peelviewer.drawing.layout import lay_out
from peelviewer.drawing.save import MARGIN
from peelviewer.model import codec
from peelviewer.model.report import Report
from peelviewer.paths import bundled
from peelviewer.reference.forces import forces

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "images" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"
REPORT = "leicestershire-effectiveness-2016"
OWN = "leicestershire"
NEIGHBOURS = ("derbyshire", "lincolnshire", "northamptonshire", "nottinghamshire")
WIDTH, NARROW = 640, 360
_ABOUT = (
    "Every kind of chart, made by `make gallery` from the data that ship with the program. Each "
    "has a headline by rule, a statistical title, its source with release and vintage, notes and "
    "caveats, and a text for those who do not see it. Sources are named in the pictures; they "
    "contain public sector information licensed under the Open Government Licence v3.0."
)
_NOT_DRAWN = (
    "Comparisons that the report rules out are not drawn: figures 4 and 8, or organised crime "
    "groups and earlier years. The program says why, with the page."
)


class Entry(NamedTuple):
    """One picture of the gallery and what is said of it."""

    name: str
    heading: str
    words: str
    chart: Chart
    width: int = WIDTH
    look: Look = LIGHT


def report() -> Report:
    """Return the digest that ships."""
    path = bundled(f"data/reports/{REPORT}.json")
    return codec.decode(path.read_bytes(), str(path))


def choice(measure: str, unit: str) -> spec.MeasureData:
    """Return one measure of the shipped statistics."""
    return next(one for one in spec.shipped_choices() if (one.measure, one.unit) == (measure, unit))


def entries() -> Iterator[Entry]:
    """Yield every kind, each with what it is for."""
    made = report()
    asb = choice("asb_incidents", "per_1000_population")
    crime = choice("recorded_crime", "per_1000_population")
    officers = choice("police_officers", "full_time_equivalents")
    first, last = asb.periods[-3], asb.periods[-1]
    rebuilt = required(spec.rebuilt_figure(made))
    yield Entry(
        "ranked",
        "Ranked bars",
        "All forces on one measure; one that may not be ranked is named below them. "
        "The own force has its colour and bold type, the dashed line "
        "is England and Wales, the bands are the top and bottom 25 percent by the report's rule. "
        "This one is figure 3 of the report, a picture there, rebuilt from ONS data; the diamonds "
        "are the two values that the report prints.",
        rebuilt,
    )
    yield Entry(
        "ranked-few",
        "Ranked bars of a few forces",
        "Ranks stay those among all forces. A highlighted force has a colour of its own; what is "
        "missing is a dash with its reason, never zero.",
        spec.ranked_chart(
            crime,
            crime.periods[-1],
            own=OWN,
            among=(*NEIGHBOURS, "city-of-london"),
            chosen=("nottinghamshire",),
        ),
    )
    yield Entry(
        "tiles",
        "Tile map",
        "A tile for each force, near its place. Four classes of a quarter of the forces each; the "
        "legend says their limits. Left out forces are hatched.",
        spec.tile_chart(asb, last, own=OWN, chosen=("cumbria",)),
    )
    grades = next(one for one in spec.shipped_choices() if one.unit == "grade")
    yield Entry(
        "grades",
        "Map of judgments",
        "The overall grade of each force as word, shape and colour. Where the map is narrow, the "
        "words are in its legend.",
        spec.grades_chart(grades, grades.periods[-1], own=OWN),
        width=720,
    )
    yield Entry(
        "trend",
        "Trend",
        "Lines from a scale at zero, named at their ends. A missing value is a gap.",
        spec.trend_chart(asb, own=OWN, others=("cumbria", "derbyshire")),
    )
    yield Entry(
        "trend-many",
        "Trend of many forces",
        "More lines than can be told apart are grey and have no names; each answers the pointer.",
        spec.trend_chart(
            asb, own=OWN, others=("cumbria",), background=[one.id for one in forces()]
        ),
    )
    yield Entry(
        "trend-sum",
        "Trend of a number",
        "Where the national value is a sum, it has no line: it would only say how large the "
        "country is.",
        spec.trend_chart(officers, own=OWN, others=("nottinghamshire",)),
    )
    yield Entry(
        "slope",
        "Change between two periods",
        "Two values of each force and the line between. The change is in percent of the earlier "
        "value; of percentages it is in percentage points.",
        spec.slope_chart(asb, first, last, own=OWN, chosen=("cumbria",)),
    )
    yield Entry(
        "ranges",
        "Profile of one force among all",
        "A row for each measure: the force, England and Wales, the range from the lowest force to "
        "the highest with its middle half and median, the position in words, and "
        "where three values or more can be compared their trend.",
        spec.ranges_chart(spec.first_items(OWN)[:6], own=OWN),
    )
    yield Entry(
        "judgments",
        "Judgments",
        "The grade as word, shape and colour, overall and for each question.",
        required(spec.judgments_chart(made)),
    )
    yield Entry(
        "table",
        "Figures of a report",
        "A numbered figure row by row, groups before their parts.",
        spec.chart_of_figure(made, 2),
    )
    pair = next(i for i, one in enumerate(made.measures) if one.key == "recorded_crime")
    yield Entry(
        "pair",
        "One measure",
        "The force beside England and Wales, as the report prints them.",
        spec.chart_of_measure(made, pair),
    )
    outcomes = ("outcome_charged", "outcome_no_suspect")
    two = [next(i for i, m in enumerate(made.measures) if m.key == key) for key in outcomes]
    yield Entry(
        "beside",
        "Measures of a report side by side",
        "On one scale, where they have one unit and the report does not rule the comparison out.",
        spec.side_by_side(made, two),
    )
    yield Entry(
        "narrow",
        "In a narrow panel",
        "The same charts at 360 pixels: words break, bands get a heading, nothing is cut.",
        rebuilt,
        width=NARROW,
    )
    yield Entry(
        "dark",
        "In the dark theme",
        "On the screen charts follow the window; saved files are always light on white.",
        required(spec.rebuilt_tiles(made)),
        look=DARK,
    )


def required(chart: Chart | None) -> Chart:
    """Return the chart; the shipped data have it."""
    if chart is None:
        raise SystemExit("the shipped data have no such chart")
    return chart


def picture(entry: Entry) -> QImage:
    """Return an entry's picture in 256 colours, which is a third of the bytes."""
    layout = lay_out(entry.chart, entry.width, MARGIN)
    image = QImage(layout.width, layout.height, QImage.Format.Format_RGB32)
    image.fill(QColor(entry.look.background))
    painter = QPainter(image)
    compose.paint(painter, layout, entry.look)
    painter.end()
    pixels = numpy.frombuffer(image.constBits(), dtype=numpy.uint32)
    colours, counts = numpy.unique(pixels, return_counts=True)
    commonest = colours[numpy.argsort(counts)[::-1][:256]].tolist()
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    small = image.convertToFormat(QImage.Format.Format_Indexed8, commonest, flags)
    small.setText("Title", entry.chart.headline)
    small.setText("Source", entry.chart.source)
    return small


def page(shown: list[Entry]) -> str:
    """Return the gallery's text."""
    lines = [
        "# Gallery of charts",
        "",
        _ABOUT,
        "",
        _NOT_DRAWN,
    ]
    for entry in shown:
        alt = entry.chart.headline.replace("[", "(").replace("]", ")")
        lines += [
            "",
            f"## {entry.heading}",
            "",
            entry.words,
            "",
            f"![{alt}](images/gallery/{entry.name}.png)",
        ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page and every picture."""
    ensure_application()
    FOLDER.mkdir(parents=True, exist_ok=True)
    shown = list(entries())
    for entry in shown:
        target = FOLDER / f"{entry.name}.png"
        if not picture(entry).save(str(target)):
            raise SystemExit(f"{target} could not be written")
        print(target.relative_to(ROOT))
    PAGE.write_text(page(shown), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
