import pytest

from peelviewer.reading.blocks import blocks
from peelviewer.reading.tables import columns_and_rows, with_groups
from peelviewer.reading.text import markdown, plain_text

HEADER = "Northshire Police\tEngland and Wales"
ROWS = "Burglary\t3.1\t7.4\nRobbery\t0.2\t1.0"


def read(text, look=markdown):
    return [(block.kind, block.text) for block in blocks(with_groups(look.lines(text)))]


def test_rows_are_as_wide_as_the_widest_and_nothing_is_moved():
    columns, rows = columns_and_rows("No.\tOutcome\tForce\n1\tCharged\t9.1\n\tA heading\n2\t\t3")

    assert columns == ("No.", "Outcome", "Force")
    assert rows == (("1", "Charged", "9.1"), ("", "A heading", ""), ("2", "", "3"))


@pytest.mark.parametrize("look", [markdown, plain_text])
@pytest.mark.parametrize("header", [f"\t{HEADER}", HEADER])
def test_a_header_that_lacks_its_blank_corner_stands_over_its_values(header, look):
    assert read(f"{header}\n{ROWS}", look) == [("table", f"\t{HEADER}\n{ROWS}")]


def test_a_header_of_words_over_words_is_not_moved():
    text = "Question\tGrade\nHow good?\tGood\tYes"

    assert read(text) == [("table", text)]


@pytest.mark.parametrize("look", [markdown, plain_text])
def test_a_line_between_rows_heads_a_group(look):
    text = f"Rate\t{HEADER}\nCrime with victims\n{ROWS}\nOther crime\nDrugs\t2.9\t2.4"

    assert read(text, look) == [("table", text)]


@pytest.mark.parametrize(
    "text",
    [
        f"A paragraph.\n\nCrime\n{ROWS}",
        f"Rate\t{HEADER}\n\nCrime with victims\n{ROWS}",
        f"Rate\t{HEADER}\nThis is a sentence.\n{ROWS}",
        f"Rate\t{HEADER}\nInvestigation completed but no suspect\nidentified\t1\t2",
    ],
)
def test_a_line_that_no_row_stands_around_or_that_goes_on_heads_none(text):
    assert "paragraph" in [kind for kind, _ in read(text)]
