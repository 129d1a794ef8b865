"""Words as they stand on a page: what cannot be seen there is set aside, and nothing else."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from peelviewer.reading.pdf.document import opened
from peelviewer.reading.pdf.words import read_page

ROWS = [(70, 700, "The patrols were seen"), (70, 680, "in the valley")]


def printed(tmp_path, *rows, crop=None):
    canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(595, 842))
    if crop:
        canvas.setCropBox(crop)
    for left, height, text in rows:
        canvas.drawString(left, height, text)
    canvas.save()
    with opened(tmp_path / "page.pdf") as document:
        return read_page(document, 1)


@pytest.mark.parametrize(
    "place",
    [(70, 846), (70, -20), (-200, 600), (600, 600)],
    ids=["above", "below", "left", "right"],
)
def test_words_off_the_page_are_set_aside(tmp_path, place):
    page = printed(tmp_path, *ROWS, (*place, "of the page before"))

    assert " ".join(word.text for word in page.words) == "The patrols were seen in the valley"
    assert page.aside == ("of the page before",)


def test_words_that_the_pages_edge_cuts_are_read(tmp_path):
    page = printed(tmp_path, *ROWS, (-8, 600, "Beats"), (70, -3, "3"), (70, 838, "Northshire"))

    assert [word.text for word in page.words][-3:] == ["Beats", "3", "Northshire"]
    assert page.aside == ()


def test_a_page_is_not_believed_that_is_smaller_than_its_text(tmp_path):
    page = printed(tmp_path, *ROWS, crop=(0, 0, 60, 60))

    assert len(page.words) == 7
    assert page.aside == ()


def test_a_soft_hyphen_that_is_set_higher_than_its_word_still_parts_it(tmp_path):
    canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, "calls per 1,000 popula")
    canvas.setFont("Helvetica", 5)
    canvas.addLiteral("/Span <</ActualText <FEFF00AD>>> BDC")
    canvas.drawString(176.5, 708, "-")
    canvas.addLiteral("EMC")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 686, "tion a year")
    canvas.save()
    with opened(tmp_path / "page.pdf") as document:
        words = read_page(document, 1).words

    assert [word.text for word in words][3:5] == ["popula-", "tion"]


def touching(tmp_path, first, second, *, gap, spread=0.0):
    """The words that are read of two texts on one line, a ``gap`` (points) apart."""
    canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    end = 70 + canvas.stringWidth(first, "Helvetica", 11) + spread * len(first)
    canvas.drawString(70, 700, first, charSpace=spread)
    canvas.drawString(end + gap, 700, second, charSpace=spread)
    canvas.save()
    with opened(tmp_path / "page.pdf") as document:
        page = read_page(document, 1)
    return [word.text for word in page.words], page.raw


def test_words_at_the_ends_of_two_cells_are_two_however_near(tmp_path):
    words, raw = touching(tmp_path, "Northshire Police", "England and Wales", gap=1.4)

    assert words == ["Northshire", "Police", "England", "and", "Wales"]
    assert raw.split() == words


@pytest.mark.parametrize(
    ("first", "second", "gap", "spread"),
    [("Mac", "Donald", 0.5, 0), ("Mac", "Donald", 0, 1.2), ("Mac", "donald", 1.4, 0)],
)
def test_letters_of_one_word_are_one_word(tmp_path, first, second, gap, spread):
    words, _ = touching(tmp_path, first, second, gap=gap, spread=spread)

    assert words == [first + second]
