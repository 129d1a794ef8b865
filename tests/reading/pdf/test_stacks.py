"""Names of the numbers graphic on several lines or near each other, above their values."""

import pytest

from peelviewer.reading.pdf.columns import in_order
from peelviewer.reading.pdf.numbers import is_table, parted
from peelviewer.reading.pdf.rows import Cell, rows_of
from peelviewer.reading.pdf.stacks import stacked
from peelviewer.reading.pdf.words import Style, Word

LETTER, SPACE = 5.0, 3.0
FORCE, NATION = ("North", "Mere", "Police"), ("England", "and Wales")


def words(text, left, baseline, size=10.0):
    for part in text.split():
        right = left + len(part) * LETTER
        yield Word(part, left, right, baseline, Style(size, False, False), False)
        left = right + SPACE


def column(lines, left, top, step=12.0):
    for number, line in enumerate(lines):
        yield from words(line, left, top - number * step)


def panel(left, names, tops, values=("301", "240"), label="Calls for assistance"):
    """The words of a label, of two names, each with its lines from a height down, and values."""
    yield from words(label, left, 700.0)
    for number, (name, top) in enumerate(zip(names, tops, strict=True)):
        yield from column(name, left + number * 70, top)
    for number, value in enumerate(values):
        yield from words(value, left + number * 70, 610.0, 18.0)


def cells(rows):
    return [[cell.text for cell in row.cells] for row in rows]


@pytest.mark.parametrize(
    ("names", "tops"),
    [
        ((FORCE, NATION), (664.0, 664.0)),  # at the top
        ((FORCE, NATION), (664.0, 658.0)),  # in the middle
        ((FORCE, NATION), (664.0, 652.0)),  # at the foot
        ((NATION, FORCE), (658.0, 664.0)),
        ((("North Mere", "Police"), NATION), (664.0, 664.0)),
        ((("North Mere", "Police"), ("England", "and", "Wales")), (658.0, 664.0)),
    ],
)
def test_names_on_several_lines_above_their_values_are_two(names, tops):
    found = stacked(rows_of(panel(70.0, names, tops)))

    assert cells(found) == [
        ["Calls for assistance"],
        [" ".join(name) for name in names],
        ["301", "240"],
    ]


@pytest.mark.parametrize(
    ("names", "values"),
    [
        ((FORCE, ("Similar", "forces")), ("301", "240")),
        ((("All", "police", "officers"), NATION), ("few", "many")),
        ((FORCE, NATION), ("301", "240 in 2016")),
        ((("Charged", "Mere Police"), ("", "England and Wales")), ("9.1%", "12.1%")),
    ],
)
def test_other_lines_above_values_are_left_as_they_are(names, values):
    rows = rows_of(panel(70.0, names, (664.0, 664.0), values))

    assert stacked(rows) == rows


def test_panels_whose_names_stand_on_several_lines_are_read_one_after_the_other():
    left = panel(70.0, (FORCE, NATION), (664.0, 658.0))
    right = panel(310.0, (("Mere", "Police"), NATION), (664.0, 664.0), ("71", "68"), "Crimes")

    runs = in_order(rows_of([*left, *right]))

    assert [run[0].text for run in runs] == ["Calls for assistance", "Crimes"]
    assert [cells(stacked(run))[-2:] for run in runs] == [
        [["North Mere Police", "England and Wales"], ["301", "240"]],
        [["Mere Police", "England and Wales"], ["71", "68"]],
    ]


def test_panels_with_the_nations_value_on_a_row_each_are_read_one_after_the_other():
    panels = (("Area", "Calls", "139", "England and Wales 150"),)
    panels += (("Workforce", "Change", "-22%", "England and Wales -16%"),)
    rows = rows_of(
        word
        for number, panel_ in enumerate(panels)
        for line, text in enumerate(panel_)
        for word in words(text, 70.0 + 240 * number, 700.0 - 20 * line)
    )

    assert [[row.text for row in run] for run in in_order(rows)] == [[*one] for one in panels]


def test_a_force_and_the_nation_that_touch_are_two():
    names = [*words("Mere Police", 200.0, 700.0), *words("England and Wales", 254.0, 700.0)]

    assert cells(map(parted, rows_of(names))) == [["Mere Police", "England and Wales"]]


@pytest.mark.parametrize(
    ("corner", "first", "expected"),
    [
        ("", "Crimes in the year", True),
        ("Rates", "Crimes in the year", True),
        ("Crimes per", "1,000 population", False),
        ("Crimes in the year", "to 31 March 2014", False),
        ("Crimes, 12 months to 31", "March 2014", False),
    ],
)
def test_a_label_that_begins_beside_the_names_is_no_row_of_a_table(corner, first, expected):
    def line(*texts):
        return [Cell(text, 0.0, 0.0) for text in texts]

    header = line(corner, "Mere Police", "England and Wales")

    assert is_table([header, line(first, "28", "37")], 1) is expected
