import json

import pytest

from peelviewer.errors import ReadingError
from peelviewer.reading.pdf.pictures import render_page, render_region
from peelviewer.reading.pdf.places import find_words, stretch
from tests.reading.pdf.canvas import Fpdf, Style


@pytest.fixture
def path(tmp_path):
    sheet = Fpdf(400, 800)
    sheet.page()
    sheet.text(40, 80, "Northshire Police walks its", Style())
    sheet.text(40, 96, "streets by day and by night.", Style())
    sheet.box(100, 400, 200, 200)
    sheet.save(tmp_path / "a.pdf")
    return str(tmp_path / "a.pdf")


def test_words_are_found_over_the_ends_of_lines(path):
    boxes = json.loads(find_words(path, 1, "Police walks its streets by day"))
    assert len(boxes) == 2
    (x, y, width, height), below = boxes
    assert 0.1 < x < 0.4
    assert y == pytest.approx(72 / 800, abs=0.01)
    assert below[1] > y + height * 0.9
    assert 0 < width < 0.7


@pytest.mark.parametrize(
    ("page", "words"), [(1, "helicopters over the county"), (2, "Northshire"), (1, "")]
)
def test_what_is_not_there_has_no_boxes(path, page, words):
    assert find_words(path, page, words) == b"[]"


@pytest.mark.parametrize(
    ("printed", "words", "found"),
    [
        ("a b c d e", "b c d", "b c d"),
        ("one two three 4 four five", "two three four five", "two three 4 four five"),
        ("one two three four", "two three four and much overleaf", "two three four"),
        ("two three, then two three four", "two three four", "two three four"),
        ("one two three", "two three and much that goes on overleaf", None),
        ("cell 9.1 12.1", "Cell\t9.1\t12.1", "cell 9.1 12.1"),
        ("Overall judgment2 Good", "Overall judgment", "Overall judgment"),
        ("in June 2016 and 17", "June 2016 and 17", "June 2016 and 17"),
        ("nothing of it", "another text", None),
        ("So, how “important”? Very.", "how important", "how “important”?"),
        ("change (+7.8% in all)", "7.8", "(+7.8%"),
        ("it costs £8.30 a head", "8.30", "£8.30"),
    ],
)
def test_as_many_words_are_taken_as_follow_each_other(printed, words, found):
    place = stretch(printed, words)
    assert (printed[slice(*place)] if place else None) == found


def test_a_page_is_a_picture_of_its_width(path):
    data = render_page(path, 1, 200)
    assert data.startswith(b"P6 200 400 255\n")
    assert len(data) == len(b"P6 200 400 255\n") + 200 * 400 * 3


def test_a_part_of_a_page_is_cut_out(path):
    data = render_region(path, 1, 0.25, 0.5, 0.75, 0.75, 100)
    header, pixels = data[:15], data[15:]
    assert header == b"P6 100 100 255\n"
    assert set(pixels) == {200}


@pytest.mark.parametrize("page", [0, 2])
def test_a_page_that_is_not_there_is_a_sentence(path, page):
    with pytest.raises(ReadingError, match=f"no page {page}"):
        render_page(path, page, 100)
