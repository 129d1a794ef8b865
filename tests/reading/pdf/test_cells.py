"""Rows of a table whose first cell takes several printed lines, which stand as near as rows do."""

import pytest

from peelviewer.reading.pdf.cells import table
from peelviewer.reading.pdf.rows import row
from peelviewer.reading.pdf.tabular import Region
from peelviewer.reading.pdf.words import Style, Word

PLAIN, BOLD = Style(10.0, False, False), Style(10.0, True, False)
LETTER, SPACE, STEP = 5.0, 3.0, 12.0
NAMES = ((215.0, "Northshire Police"), (370.0, "England and Wales"))


def printed(*lines, bold=0):
    """The table that ``lines`` print: of texts, each with the place at which it begins.

    The first ones are ``bold``.
    """
    rows = [
        row(list(_words(line, 700.0 - number * STEP, BOLD if number < bold else PLAIN)))
        for number, line in enumerate(lines)
    ]
    return [[cell.text for cell in cells] for cells in table(rows, Region(0, len(rows)), ()).rows]


def _words(line, baseline, style):
    for place, text in line:
        left = place
        for word in text.split():
            right = left + len(word) * LETTER
            yield Word(word, left, right, baseline, style, False)
            left = right + SPACE


def label(text, *values):
    return ((70.0, text), *zip((350.0, 500.0), values, strict=False))


@pytest.mark.parametrize(
    "lines",
    [
        ("Crimes, 12 months to 30 June", "2016"),
        ("Crimes, 12 months to 30", "June 2016"),
        ("Crimes, 12 months to", "30 June 2016"),
        ("Recorded crimes per", "1,000 population as at 31 March", "2016"),
        ("Satisfaction with the", "Police as at", "31 March 2016"),
    ],
)
def test_a_label_goes_on_where_a_date_or_phrase_would_be_cut(lines):
    first, *more = lines

    assert printed(NAMES, label(first, "51.0", "68.2"), *map(label, more)) == [
        ["", "Northshire Police", "England and Wales"],
        [" ".join(lines), "51.0", "68.2"],
    ]


@pytest.mark.parametrize("group", ["2016", "Crimes", "31 March 2016", "1,000 crimes"])
def test_a_row_of_its_own_below_a_whole_label_stays_one(group):
    assert printed(NAMES, label("Recorded crime", "51.0", "68.2"), label(group))[2][0] == group


@pytest.mark.parametrize("values", [("51p", "54p"), ("£8.1m", "£14.6m"), ("4k", "12k")])
def test_sums_of_money_belong_to_their_own_header_though_the_next_one_is_near(values):
    header = ((222.0, "Northshire Police"), (373.0, "England and Wales"))
    places = (372.0 - len(values[0]) * LETTER, 530.0 - len(values[1]) * LETTER)
    costs = ((70.0, "Cost per person"), *zip(places, values, strict=True))

    assert printed(header, costs) == [
        ["", "Northshire Police", "England and Wales"],
        ["Cost per person", *values],
    ]


def test_a_heading_below_a_header_without_a_corner_heads_a_group():
    rows = [NAMES, ((70.0, "Crime"),), label("Thefts", "51.0", "68.2"), label("Fires", "1", "2")]

    assert printed(*rows, bold=2)[:2] == [
        ["", "Northshire Police", "England and Wales"],
        ["Crime", "", ""],
    ]
