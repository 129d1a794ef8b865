"""Small shapes on a page: bullets before the items of a list, or something else."""

import pytest

from peelviewer.reading.pdf.bullets import with_bullets
from peelviewer.reading.pdf.drawings import Dot, Shape
from peelviewer.reading.pdf.words import Page, Style, Word

PLAIN = Style(10, bold=False, italic=False)
BLACK, BLUE, ORANGE = (0, 0, 0), (0, 60, 200), (230, 120, 0)


def word(text, left, baseline, width=50):
    return Word(text, left, left + width, baseline, PLAIN)


def dot(left, baseline, side=3.5, colour=BLACK):
    return Dot((left, baseline + 1.5, left + side, baseline + 1.5 + side), colour)


def page(words, dots):
    shapes = tuple(Shape(made.box, drawn=True) for made in dots)
    return Page(
        number=1, width=595, height=842, words=words, raw="", shapes=shapes, dots=tuple(dots)
    )


def bullets(words, dots):
    """The heights at which bullets are found."""
    (made,) = with_bullets([page(words, dots)])
    found = [w for w in made.words if w.text == "•"]
    assert len(made.shapes) == len(dots) - len(found)
    return [w.baseline for w in found]


ITEMS = tuple(word(text, 90, 700 - 20 * n) for n, text in enumerate(("officers", "staff", "risks")))


def test_a_shape_before_each_item_is_its_bullet():
    assert bullets(ITEMS, [dot(80, item.baseline) for item in ITEMS]) == [700, 680, 660]


def test_items_of_lists_within_lists_have_bullets_further_right():
    inner = word("teams", 110, 690)

    dots = [*(dot(80, item.baseline) for item in ITEMS), dot(100, 690)]
    assert bullets((*ITEMS, inner), dots) == [700, 680, 660, 690]


def test_lists_in_two_columns_have_bullets():
    others = tuple(item._replace(left=item.left + 260, right=item.right + 260) for item in ITEMS)

    dots = [dot(x, item.baseline) for item in ITEMS for x in (80, 340)]
    assert len(bullets((*ITEMS, *others), dots)) == 6


def test_the_keys_of_a_legend_are_no_bullets_as_they_have_colours():
    dots = [
        dot(80, item.baseline, colour=colour)
        for item, colour in zip(ITEMS, (BLACK, BLUE, ORANGE), strict=True)
    ]

    assert bullets(ITEMS, dots) == []


def test_the_keys_of_a_legend_on_one_row_are_no_bullets():
    names = tuple(word("Northshire", x, 700) for x in (90, 155, 220))

    assert bullets(names, [dot(name.left - 10, 700) for name in names]) == []


def test_the_marks_of_a_chart_are_no_bullets_though_some_stand_before_words():
    marks = [dot(200 + 30 * n, 500 + 12 * n) for n in range(6)]

    assert bullets(ITEMS, [*(dot(80, item.baseline) for item in ITEMS), *marks]) == []


@pytest.mark.parametrize(
    "made",
    [dot(80, 700, side=9), dot(80, 708), dot(80, 692), dot(40, 700), dot(60, 700, side=1)],
    ids=["large", "high", "low", "far", "tiny"],
)
def test_a_shape_of_another_size_or_place_is_no_bullet(made):
    twice = made._replace(box=tuple(x - 20 * (n % 2) for n, x in enumerate(made.box)))

    assert bullets(ITEMS, [made, twice]) == []


def test_one_shape_alone_is_no_bullet():
    assert bullets(ITEMS, [dot(80, 700)]) == []
