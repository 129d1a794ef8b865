import pytest

from peelviewer.reading.text.widths import last_lines

FULL = "Patrols walk the same streets each week and talk to whoever is out, so that"
NEXT = "They know small troubles before they grow, and send somebody back where it helps"
PAGE = [FULL, NEXT.lower()] * 10


def ends(*raws):
    return [at for at in last_lines([*PAGE, *raws], ()) if at >= len(PAGE)]


@pytest.mark.parametrize(
    "raws",
    [
        ("is known.", NEXT),
        ("Overall summary", NEXT),
        ("How well does the force listen?", "Good"),
    ],
    ids=["sentence", "title", "question"],
)
def test_a_line_with_room_for_the_next_word_ends_a_paragraph(raws):
    assert ends(FULL, *raws)[:1] == [len(PAGE) + 1]


@pytest.mark.parametrize(
    "raws",
    [
        (FULL, NEXT),
        (
            "a page of",
            "http://www.example.org/a-long-address/that-fits-on-no-line-with-others/at-all",
        ),
        (
            "A line that was cut",
            "in the middle of a sentence, as it goes on in lower case below it, too",
        ),
        ("How well does", "Northshire Police listen?"),
        ("is known.", "", NEXT),
    ],
    ids=["full", "address", "lower case", "title on two lines", "blank line"],
)
def test_other_lines_end_none(raws):
    assert ends(*raws) == []


def test_lines_of_tables_end_none_and_a_text_of_other_widths_has_none():
    assert last_lines([*PAGE, "is known.", NEXT], range(100)) == frozenset()
    assert last_lines(["Short lines.", "All of them."] * 40, ()) == frozenset()
    assert last_lines([FULL + NEXT * n for n in range(20)], ()) == frozenset()
