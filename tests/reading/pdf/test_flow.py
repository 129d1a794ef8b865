"""What begins in a PDF's rows: a grade below its title, an item behind its bullet."""

import pytest

from peelviewer.reading.pdf.lines import lines
from peelviewer.reading.pdf.words import Page
from tests.reading.pdf.test_layout import PROSE, put

TITLE = "Protecting people in the northern valley"


def pages(*rows):
    """A cover and a page of rows, each (baseline, size, text, bold), with prose below them."""
    words = [word for at in range(8) for word in put(PROSE, 70, 600 - at * 14, 11)]
    for baseline, size, text, bold in rows:
        words += put(text, 70, baseline, size, bold=bold)
    cover = Page(1, 595, 842, tuple(put("PEEL 2023", 70, 700, 30)), "")
    return [cover, Page(2, 595, 842, tuple(words), "")]


@pytest.mark.parametrize("given", ["Good", "Requires improvement", "Adequate"])
def test_a_grade_below_a_title_of_its_size_is_no_part_of_it(given):
    made = lines(pages((760, 22, TITLE, True), (733, 22, given, True))).lines

    assert [line.text for line in made[1:3]] == [TITLE, given]


def test_a_title_goes_on_with_words_that_begin_as_a_grade_does():
    made = lines(pages((760, 22, TITLE, True), (733, 22, "Good plans for it", True))).lines

    assert made[1].text == f"{TITLE} Good plans for it"


def test_items_of_a_list_in_larger_type_than_the_text_are_no_titles():
    made = lines(
        pages((760, 13, "• visit those who wait;", False), (740, 13, "• staff the desk.", False))
    ).lines

    assert [(line.marker, line.heading) for line in made[1:3]] == [("•", 0), ("•", 0)]
