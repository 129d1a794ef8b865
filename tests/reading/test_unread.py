"""Titles on pages that are only pictures, where the contents page names no pages."""

import pytest

from peelviewer.reading.lines import Line
from peelviewer.reading.outline import Contents, Entry
from peelviewer.reading.unread import with_titles_of

TITLES = ("Introduction", "Keeping order", "Answering calls", "Next steps")
LISTED = Contents(entries=tuple(Entry(title=t, level=1) for t in TITLES), start=0, end=0)


def lines(*pages):
    """Lines of pages, each given with its number; titles are headings."""
    return [
        Line(number=0, text=text, page=page, heading=text in (*TITLES, "Keeping the peace"))
        for page, texts in pages
        for text in texts
    ]


FRONT = (3, ("Introduction", "We went to the force."))
BACK = (7, ("Next steps", "We will come again."))


def restored(unread, *pages):
    found = with_titles_of(unread, lines(FRONT, *pages, BACK), LISTED)
    return [(line.text, line.page) for line in found.lines], found.titles


def test_titles_between_those_of_the_text_stand_on_the_page_that_could_not_be_read():
    found, titles = restored({4}, (5, ("They walk the streets.",)))

    assert titles == ("Keeping order", "Answering calls")
    assert found[2:5] == [
        ("Keeping order", 4),
        ("Answering calls", 4),
        ("They walk the streets.", 5),
    ]


def test_on_several_such_pages_a_title_has_no_page():
    found, titles = restored({4, 5}, (6, ("Answering calls", "Calls are short.")))

    assert titles == ("Keeping order",)
    assert found[2:4] == [("Keeping order", None), ("Answering calls", 6)]


@pytest.mark.parametrize(
    ("unread", "page"),
    [
        ({8}, (5, ("They walk the streets.",))),
        ({4, 6}, (5, ("They walk the streets.",))),
        ({4}, (5, ("Keeping the peace", "They walk the streets."))),
    ],
    ids=["elsewhere", "two places", "other words"],
)
def test_a_title_that_can_stand_elsewhere_is_not_put_anywhere(unread, page):
    found, titles = restored(unread, page)

    assert titles == ()
    assert len(found) == 4 + len(page[1])
