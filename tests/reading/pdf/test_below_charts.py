"""What stands below a chart that is drawn, without a source between: text stays text."""

import pytest

from peelviewer.reading.pdf.drawings import Shape
from peelviewer.reading.pdf.lines import lines
from peelviewer.reading.pdf.words import Page, Style, Word

PROSE = "The patrols of the northern valley were seen more often than in the year before."
TOP, FOOT = 700.0, 600.0  # of the bars
LABELS = [
    (692, 72, 8, "80"),
    (645, 72, 8, "40"),
    (590, 100, 8, "Northshire"),
    (590, 250, 8, "Others"),
]


def put(left, baseline, size, text, *, bold=False):
    words = []
    for part in text.split(" "):
        right = left + len(part) * size / 2
        words.append(Word(part, left, right, baseline, Style(size, bold, italic=False)))
        left = right + size * 0.3
    return words


def bars(top=TOP, foot=FOOT):
    heights = [foot + (top - foot) * part for part in (1, 0.8, 0.6, 0.5, 0.2)]
    return [Shape((100 + 40 * n, foot, 120 + 40 * n, h), False) for n, h in enumerate(heights)]


def read(*below, shapes=(), pictures=(), labels=LABELS, drawn=None):
    """Texts, and what is set apart, of a page: text, a caption, a chart, and rows ``below``.

    A row is (baseline, size, text), with "bold" at its end for one in bold.
    """
    words = [word for n in range(5) for word in put(70, 790 - 14 * n, 11, PROSE)]
    words += put(70, 715, 11, "Figure 1: Crimes of the year", bold=True)
    words += [
        word for baseline, left, size, text in labels for word in put(left, baseline, size, text)
    ]
    for baseline, size, text, *look in below:
        words += put(70, baseline, size, text, bold="bold" in look)
    drawn = bars() if drawn is None else drawn
    page = Page(
        number=1,
        width=595,
        height=842,
        words=tuple(words),
        raw="",
        pictures=tuple(pictures),
        shapes=(*drawn, *shapes),
    )
    made = lines([page])
    return [line.text for line in made.lines], " ".join(made.apart)


def box(top, foot):
    return Shape((60, foot, 535, top), False)


AREA = [
    (560, 12, "Areas for improvement", "bold"),
    (540, 11, "• test its plans"),
    (525, 11, "• tell all"),
]


@pytest.mark.parametrize(
    ("below", "shapes"),
    [
        pytest.param(AREA, [box(575, 515)], id="a box with items"),
        pytest.param(
            [(560, 14, "Another matter", "bold"), *AREA[1:]], [box(552, 515)], id="heading"
        ),
        pytest.param(
            [(560, 11, "Another matter", "bold")], [box(575, 550)], id="a heading in a box"
        ),
        pytest.param([(570, 11, "Requires improvement", "bold")], [], id="a grade"),
        pytest.param([(570, 11, "It fell in autumn.")], [], id="a short sentence"),
        pytest.param(
            [(572, 11, "Crime Northshire"), (558, 11, "Burglary 5.0")],
            [box(580, 568)],
            id="a table",
        ),
    ],
)
def test_text_below_a_chart_is_not_the_charts(below, shapes):
    texts, apart = read(*below, (480, 11, PROSE), shapes=shapes)

    joined = " ".join(texts)
    for _, _, text, *_ in below:
        assert text.lstrip("• ") in joined
    assert apart == "80 40 Northshire Others"


def test_between_two_charts_a_sentence_is_text():
    second = [(500, 11, "Figure 2: Crimes by kind", "bold"), (380, 8, "Beats")]

    texts, apart = read(
        (560, 11, "Words that stand between"),
        (546, 11, "the two charts."),
        *second,
        shapes=bars(490, 390),
    )

    assert "Words that stand between the two charts." in texts
    assert apart == "80 40 Northshire Others Beats"


def test_text_between_a_chart_and_a_later_source_is_text():
    texts, apart = read(
        (560, 14, "Another matter", "bold"), (540, 11, PROSE), (400, 9, "Source: Home Office")
    )

    assert [text for text in texts if text in ("Another matter", PROSE)][-2:] == [
        "Another matter",
        PROSE,
    ]
    assert apart == "80 40 Northshire Others"


def test_what_follows_a_picture_is_text():
    picture = (70, FOOT, 400, TOP)

    texts, apart = read(
        (585, 11, "Another matter"), pictures=[picture], labels=[], drawn=[Shape(picture, True)]
    )

    assert "Another matter" in texts
    assert apart == ""


def test_bullets_that_are_drawn_below_a_caption_are_no_chart():
    signs = [Shape((72, 690 - 25 * n, 76, 694 - 25 * n), True) for n in range(4)]
    words = [(689 - 25 * n, 85, 11, f"matter {n}") for n in range(4)]

    texts, apart = read(labels=words, drawn=signs)

    assert all(f"matter {n}" in " ".join(texts) for n in range(4))
    assert apart == ""


def test_all_labels_of_a_chart_are_its_own_down_to_its_source():
    _, apart = read(
        (575, 8, "Per 1,000 population"), (550, 8, "England and Wales"), (535, 9, "Source: ours")
    )

    assert apart == "80 40 Northshire Others Per 1,000 population England and Wales"
