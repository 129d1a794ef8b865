"""Pages of two columns, as browsers set them: titles and tables across both part the columns."""

import pytest

from peelviewer.reading.pdf.gutters import Columns
from peelviewer.reading.pdf.halves import halves
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.words import Style, Word

COLUMNS = Columns(50, 310, end=290)
WALKS = "patrols walk the same streets each week"


def put(text, left, baseline, *, size=10.0, bold=False):
    for part in text.split(" "):
        right = left + len(part) * size / 2
        yield Word(part, left, right, baseline, Style(size, bold, False))
        left = right + size * 0.3


def column(left, top, rows, *, first=WALKS, last=WALKS):
    """Running text whose first and last rows are told."""
    texts = [first, *[WALKS] * (rows - 2), last]
    return [w for n, text in enumerate(texts) for w in put(text, left, top - 14 * n)]


def title(text, baseline, size=20.0):
    return list(put(text, 50, baseline, size=size, bold=True))


def parts(*words, rules=()):
    found = halves(rows_of([word for some in words for word in some]), COLUMNS, rules)
    return [(part[0].text, round(part[0].left)) for part in found]


TABLE = [
    word
    for y, texts in ((480, ("Burglary", "Good", "2017")), (460, ("Robbery", "Inadequate", "2018")))
    for left, text in zip((55, 315, 450), texts, strict=True)
    for word in put(text, left, y, size=8.0)
]
LINES = [
    (left, y, right, y + 0.5)
    for y in (494, 474, 454)
    for left, right in ((50, 312), (312, 448), (448, 545))  # a line for each cell
]


def test_lines_of_cells_that_touch_are_one_across_both_columns():
    found = parts(column(50, 780, 19), column(310, 776, 19), TABLE, rules=LINES)

    assert found == [(WALKS, 50), (WALKS, 310), ("Burglary Good 2017", 55)]


def test_a_header_above_the_first_line_of_a_table_is_the_tables():
    header = [
        word
        for left, text in ((55, "Question"), (315, "Grade"), (450, "Year"))
        for word in put(text, left, 500, size=8.0, bold=True)
    ]

    found = parts(column(50, 780, 18), column(310, 776, 18), header, TABLE, rules=LINES)

    assert found[2:] == [("Question Grade Year", 55)]


def test_text_of_both_columns_above_the_first_line_of_a_table_is_text():
    found = parts(column(50, 780, 20), column(310, 780, 20), TABLE, rules=LINES)

    assert found == [(WALKS, 50), (WALKS, 310), ("Burglary Good 2017", 55)]


def test_titles_right_above_what_crosses_both_columns_head_that():
    titles = [*title("Force in context", 550), *title("Crime", 515, 13.0)]

    found = parts(column(50, 780, 15), column(310, 780, 14), titles, TABLE, rules=LINES)

    assert found == [(WALKS, 50), (WALKS, 310), ("Force in context", 50)]


ABOVE = "patrols walk the same streets each"
BELOW = "week. They talk to whoever is out"


@pytest.mark.parametrize(
    "below",
    [
        [*title("Summary", 400, 14.0), *column(50, 370, 10), *column(310, 416, 12)],
        [*column(50, 390, 10), *column(310, 390, 10)],
    ],
    ids=["heading", "text"],
)
def test_a_title_beside_which_both_columns_stop_and_begin_again_is_of_both(below):
    above = [*column(50, 780, 22, last="of it."), *column(310, 780, 21, last="of it.")]

    found = parts(above, title("Effectiveness", 440), below)

    assert [left for _, left in found] == [50, 310, 50, 50, 310]
    assert found[2] == ("Effectiveness", 50)


def test_a_title_never_stands_within_a_sentence():
    above = [*column(50, 780, 22, last=ABOVE), *column(310, 780, 21, first=BELOW)]
    below = [*put("Good", 50, 402, bold=True), *column(50, 360, 10), *column(310, 418, 12)]

    found = parts(above, title("Effectiveness", 440), below)

    assert found[:3] == [(WALKS, 50), (BELOW, 310), ("Effectiveness", 50)]


def test_a_title_beside_which_the_second_column_goes_on_is_the_first_ones():
    above = [*column(50, 780, 22, last="of it."), *column(310, 780, 40)]

    found = parts(above, title("Effectiveness", 440), column(50, 410, 10))

    assert [left for _, left in found] == [50, 310]
