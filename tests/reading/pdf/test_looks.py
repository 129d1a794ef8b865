"""What the pages of a report have in common: where their columns begin and end."""

import pytest

from peelviewer.reading.pdf.layout import Body, Sheet
from peelviewer.reading.pdf.looks import looks
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.words import Page, Style, Word

PLAIN = Style(11, bold=False, italic=False)


def page(left, right, rows=8):
    words = [
        Word("often", left + part * 45, right if part == 9 else left + part * 45 + 40, y, PLAIN)
        for y in range(700, 700 - 14 * rows, -14)
        for part in range(10)
    ]
    return Sheet(Page(1, 595, 842, tuple(words), ""), (tuple(rows_of(words)),), (), ())


@pytest.fixture(scope="module")
def look():
    """That of a short report with left and right pages, and one on which all text is set in."""
    body = Body(11, 1.3)
    ends = [(69, 520), (69, 518), (84, 534), (84, 531), (100, 490)]
    across, _ = looks([page(*part) for part in ends], body)
    return across


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ((100, 490), (84, 534)),
        ((84, 400), (84, 534)),
        ((69, 400), (69, 520)),
        ((75, 400), (69, 520)),
        ((69, 526), (69, 526)),
        ((300, 400), (300, 400)),
        ((40, 400), (40, 400)),
    ],
    ids=[
        "set in",
        "right page",
        "left page",
        "set in a little",
        "longer",
        "far off",
        "further out",
    ],
)
def test_text_stands_in_the_column_that_begins_at_it_or_left_of_it(look, text, column):
    assert look.around(*text) == column
