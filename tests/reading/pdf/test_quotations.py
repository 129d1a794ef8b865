import pytest

from peelviewer.reading.pdf.quotations import quotations
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.words import Style, Word

COLUMN = (70.0, 520.0)
TEXT = ("Patrols walk the same streets each week and talk to all who", 70, 519)
SAID = ("“I have been here for years and I know each", 100, 488)
REST = ("boat,” a warden said to us.", 100, 300)


def rows(*texts, italic=False, bold=False):
    """Rows of words of one width each, below one another, from left to right."""
    words = []
    for number, (text, left, right) in enumerate(texts):
        parts = text.split()
        step = (right - left) / len(parts)
        is_apart = left > COLUMN[0]
        style = Style(size=11, bold=bold and is_apart, italic=italic and is_apart)
        words += [
            Word(
                text=part,
                left=left + at * step,
                right=left + (at + 1) * step - 2,
                baseline=700 - 14 * number,
                style=style,
            )
            for at, part in enumerate(parts)
        ]
    return rows_of(words)


def quoted(*texts, italic=False, bold=False, at=None):
    return sorted(quotations(rows(*texts, italic=italic, bold=bold), COLUMN, 11, at))


def moved(text, left, right):
    return (text[0], left, right)


@pytest.mark.parametrize(
    ("texts", "italic"),
    [
        ((TEXT, SAID, REST, TEXT), False),
        ((TEXT, moved(SAID, 100, 519), REST, TEXT), True),
        ((TEXT, ("I have been here for years and I know each", 100, 488), REST, TEXT), True),
    ],
    ids=["both sides, with a mark", "left, with a mark, in italics", "both sides, in italics"],
)
def test_text_that_is_set_off_in_two_ways_is_a_quotation(texts, italic):
    assert quoted(*texts, italic=italic) == [1, 2]


@pytest.mark.parametrize(
    ("texts", "italic"),
    [
        ((TEXT, moved(SAID, 70, 519), moved(REST, 70, 300)), False),
        ((TEXT, moved(SAID, 100, 519), REST), False),
        ((TEXT, SAID, moved(REST, 70, 300)), False),
        ((TEXT, ("Some of what is set in from both sides is", 100, 488), REST), False),
        ((TEXT, ("• an item", 82, 160), moved(SAID, 107, 488), moved(REST, 107, 300)), False),
        ((TEXT, ("• “an item that is a quotation of what was", 100, 488), REST), False),
    ],
    ids=["as wide", "left only", "first row only", "no mark", "runs on", "item"],
)
def test_text_that_is_set_off_in_one_way_is_not_certain_to_be_one(texts, italic):
    assert quoted(*texts, italic=italic) == []


def test_a_quotation_goes_on_where_its_rows_begin_on_the_next_page():
    assert quoted(REST, TEXT, at=100.5) == [0]
    assert quoted(REST, TEXT) == []


def test_bold_text_that_is_set_in_between_quotation_marks_is_a_quotation():
    closed = ("boat.”", 100, 140)

    assert quoted(TEXT, SAID, closed, TEXT, bold=True) == [1, 2]
    assert quoted(TEXT, SAID, REST, TEXT, bold=True) == []
    assert quoted(TEXT, moved(SAID, 100, 519), closed, bold=True) == []
    assert quoted(TEXT, ("How do wardens know each", 100, 488), closed, bold=True) == []
    assert quoted(TEXT, moved(SAID, 90, 498), closed, bold=True) == []  # in the middle


def test_a_row_alone_at_a_pages_end_is_a_quotations_first_if_the_next_page_goes_on_with_it():
    def quoted_with(*overleaf):
        return sorted(quotations(rows(TEXT, SAID), COLUMN, 11, overleaf=rows(*overleaf)))

    assert quoted_with(REST, TEXT) == [1]
    assert quoted_with(moved(REST, 70, 300), TEXT) == []
    assert quoted_with(moved(REST, 100, 519), TEXT) == []
    assert quoted(TEXT, SAID) == []
