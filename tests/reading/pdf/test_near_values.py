"""Values that stand hardly farther from their names than the words of a name do."""

import pytest

from peelviewer.reading.pdf.near_values import with_near_values
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.words import Style, Word

PLAIN = Style(10, bold=False, italic=False)


def printed(*lines):
    """Rows of words, each line from a text to where it begins, below one another."""
    words = []
    for number, line in enumerate(lines):
        for text, begin in line.items():
            left = begin
            for part in text.split():
                right = left + 5 * len(part)
                words.append(Word(part, left, right, 700 - 14 * number, PLAIN))
                left = right + 3
    return with_near_values(rows_of(words))


def cells(row):
    return [cell.text for cell in row.cells]


@pytest.mark.parametrize("left", [200, 195, 190], ids=["left", "middle", "right"])
def test_a_value_near_its_name_is_a_cell_of_its_own_below_another_one(left):
    rows = printed(
        {"Theft": 70, "12.5": left, "10%": 300},
        {"Burglaries of dwellings": 70, "412.50": 190},
        {"Theft of any other thing": 70, "1,204": 200, "7": 300},
    )

    assert cells(rows[1]) == ["Burglaries of dwellings", "412.50"]
    assert cells(rows[2]) == ["Theft of any other thing", "1,204", "7"]


@pytest.mark.parametrize(
    "text",
    [
        {"In all they were": 70, "as 412": 147},
        {"In all": 70, "there were": 110, "412": 160},
        {"In all there were": 70, "412": 152},
        {"In all there were": 70, "412 of them": 160},
    ],
    ids=["a space", "spaces as wide", "hardly more than a space", "not the last"],
)
def test_a_number_in_text_is_no_cell(text):
    rows = printed({"Theft": 70, "412": 160}, {"Burglaries": 70, "4": 152}, text)

    assert len(rows[2].cells) == 1


def test_a_value_that_stands_in_no_column_of_others_stays_with_its_words():
    rows = printed({"Theft": 70, "12.5": 250}, {"Burglaries of dwellings": 70, "412.5": 193})

    assert cells(rows[1]) == ["Burglaries of dwellings 412.5"]
