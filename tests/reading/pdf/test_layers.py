"""Words that a page has twice, in a second layer or as a shadow, are read once."""

from peelviewer.reading.pdf.layers import once
from peelviewer.reading.pdf.words import Page, Style, Word

ROWS = [
    "The patrols of the northern valley weren’t seen",
    "in the streets – or in the squares – of the town,",
    "where the people of the town had seen the patrols",
]


def put(rows, *, by=0.0, top=700.0, size=10.0):
    words = []
    for number, row in enumerate(rows):
        left = 70.0
        for part in row.split(" "):
            right = left + len(part) * size / 2
            look = Style(size, bold=False, italic=False)
            words.append(Word(part, left + by, right + by, top - 14 * number, look))
            left = right + size * (0.3 + by / 100)
    return words


def texts(words):
    found = once(Page(1, 595, 842, tuple(words), ""))
    return " ".join(word.text for word in found.words), found.aside


def test_a_second_layer_of_the_whole_text_is_set_aside():
    plain = [row.replace("’", "'").replace("–", "-") for row in ROWS]

    read, aside = texts([*put(ROWS), *put(plain, by=3.0, top=700.8)])

    assert read == " ".join(ROWS)
    assert aside == (" ".join(plain),)


def test_a_shadow_is_set_aside():
    read, aside = texts([*put(ROWS), *put(ROWS[1:2], by=0.4, top=686)])

    assert read == " ".join(ROWS)
    assert aside == (ROWS[1],)


def test_words_that_a_row_has_several_times_are_read():
    said = ["the town of the town of the town", "on and on and on and on"]

    assert texts(put(said)) == (" ".join(said), ())


def test_a_few_words_that_are_there_twice_are_read():
    said = ["12 12", "Good Good"]

    assert texts(put(said)) == (" ".join(said), ())
