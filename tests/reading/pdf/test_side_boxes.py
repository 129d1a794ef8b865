"""A box beside the text is read as a whole, below the paragraph that stands beside it."""

from peelviewer.reading.pdf.drawings import Shape
from peelviewer.reading.pdf.lines import lines
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.side_boxes import with_side_boxes
from peelviewer.reading.pdf.words import Page
from tests.reading.pdf.test_layout import PROSE, put

BESIDE = ("The wardens of the northern valley", "walk every night, and residents say")
BESIDE += ("that they feel safer for it, though", "some would like them to come twice")
WIDE = "In the other valley nobody walks, which residents of its villages have long been sad about"
BOX = (310.0, 640.0, 545.0, 705.0)
BOXED = ("How it began", "Two wardens met in a shop", "and walked home together.")


def rows(box_at=690, step=15, boxed=BOXED):
    words = [w for n, text in enumerate(BESIDE) for w in put(text, 70, 692 - 14 * n, 11)]
    words += put("a week, or more.", 70, 636, 11)
    words += put(WIDE, 70, 600, 11)
    words += [w for n, text in enumerate(boxed) for w in put(text, 318, box_at - step * n, 10)]
    return rows_of(words)


def stretches(made, box=BOX, more=()):
    shapes = [Shape(one, drawn=False) for one in (box, *more)]
    return [[row.text for row in run] for run in with_side_boxes(made, shapes)]


def test_a_box_comes_below_the_paragraph_beside_it():
    assert stretches(rows()) == [[*BESIDE, "a week, or more."], [*BOXED], [WIDE]]


def test_the_shaded_column_of_a_table_is_no_box():
    level = rows(box_at=692, step=14)

    assert len(stretches(level)) == 1


def test_panels_side_by_side_are_no_box_beside_the_text():
    assert len(stretches(rows(), more=((65, 630, 300, 705),))) == 1


def test_a_box_around_values_and_one_that_words_cross_are_none():
    assert len(stretches(rows(boxed=("Calls", "301", "240")))) == 1
    assert len(stretches(rows(), box=(200, 640, 430, 705))) == 1


def test_sentences_beside_a_box_are_whole():
    filler = [word for at in range(8) for word in put(PROSE, 70, 560 - at * 14, 11)]
    words = tuple([word for row in rows() for word in row.words] + filler)
    page = Page(1, 595, 842, words, "", shapes=(Shape(BOX, drawn=False),))

    texts = [line.text for line in lines([page]).lines]

    assert f"{' '.join(BESIDE)} a week, or more." in texts
    assert any("met in a shop and walked home together." in text for text in texts)
