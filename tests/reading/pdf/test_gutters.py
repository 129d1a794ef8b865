"""Reports set in two columns: read down one column after the other, notes and tables with them."""

import pytest

from peelviewer.reading import read
from peelviewer.reading.pdf.gutters import Columns, gutters
from peelviewer.reading.pdf.halves import halves
from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.words import Page, Style, Word
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.press import typeset
from tests.reading.sheets import FILLER, sheets

LOOKS = {
    "small pages": {"size": 9, "margin": 50},
    "large pages": {"size": 10, "margin": 50, "width": 842, "height": 1191},
    "tables without any line": {"size": 9, "margin": 50, "tables": "plain"},
    "no outline": {"size": 9, "margin": 50, "outline": False, "contents": "plain"},
    "values beside names": {"size": 9, "margin": 50, "pairs": "beside", "header": ()},
    "titles across the columns": {"size": 9, "margin": 50, "across": True},
    "close columns": {"size": 9, "margin": 60, "gap": 23, "across": True, "width": 612},
    "columns far apart": {"size": 9, "margin": 40, "gap": 71, "width": 612, "height": 792},
    "some chapters": {"size": 10, "margin": 50, "single": ("front", "numbers", "overview")},
}
SENTENCES = [
    "The patrols of the northern valley were seen more often than in the year before.",
    "Nobody had told the sergeant of the second station, who learnt of it from a neighbour.",
    "Where plans were shared early, the partners brought what they knew, and it was of use.",
    "Records that were sampled had the words of the caller, the time, and what was promised.",
    "A third of them named no person who would look at the promise again.",
]


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    made = sheets()
    annex, entry = made.pages.pop(), made.entries.pop()
    note = 3
    for chapter in range(3):
        made.page().heading(f"How effective is the force at task number {chapter}?", 1)
        for section in range(3):
            made.heading(f"How well is part {section} of task {chapter} done in Northshire?", 2)
            waiting = []
            for paragraph in range(5):
                at = chapter + section + paragraph
                text = " ".join(SENTENCES[(at * n) % 5] for n in range(1, 4 + at % 3))
                if paragraph in (1, 3):
                    note += 1
                    text += f"<sup>{note}</sup>"
                    waiting.append(f"<sup>{note}</sup> {SENTENCES[at % 5]} See annex A.")
                made.add(text)
            rows = [f"{SENTENCES[n % 5][: 24 + n]}\t{n}.{section}\t{n}.5" for n in range(6)]
            made.add(
                f"**Figure {3 + 3 * chapter + section}: Things that were counted**",
                "\n".join(["Thing\tNorthshire Police\tEngland and Wales", *rows]),
                "Source: Home Office data",
                FILLER,
                *["---", *waiting],
            )
    made.page(*annex).entries.append((*entry[:2], made.number))
    path = tmp_path_factory.mktemp("original") / "report.md"
    path.write_text(made.text(), "utf-8")
    return read(path)


@pytest.mark.parametrize("producer", ["fpdf2", "reportlab"])
@pytest.mark.parametrize("look", LOOKS)
def test_a_report_in_two_columns_is_the_same(original, tmp_path, look, producer):
    options = {"columns": 2, "producer": producer, **LOOKS[look]}

    path = typeset(original, tmp_path / "report.pdf", **options)

    assert_same(original, read(path))


def put(text, left, baseline, *, size=10.0):
    words = []
    for part in text.split(" "):
        right = left + len(part) * size / 2
        words.append(Word(part, left, right, baseline, Style(size, bold=False, italic=False)))
        left = right + size * 0.3
    return words


def page(words, number=1, rules=()):
    return Page(number, 595, 842, tuple(words), "", rules=tuple(rules))


def columns(top, bottom):
    """Running text in two columns, the second one a little lower."""
    return [
        word
        for y in range(top, bottom, -14)
        for left, baseline in ((50, y), (310, y - 4))
        for word in put("patrols walk the same streets each week", left, baseline)
    ]


def test_a_short_title_of_both_columns_stands_between_what_is_above_and_below():
    title = put("Planning for later", 50, 480, size=14)

    parts = halves(
        rows_of([*columns(780, 510), *title, *level(450, 100)]), Columns(50, 310, end=290), ()
    )

    assert [round(part[0].left) for part in parts] == [50, 310, 50, 50, 310]
    assert [row.text for row in parts[2]] == ["Planning for later"]


@pytest.mark.parametrize(
    ("beside", "drawn"),
    [
        (put("patrols walk the same streets each week", 310, 484), []),
        (put("who of them", 310, 466), []),
        ([], [(310, 440, 540, 500)]),
    ],
    ids=["text", "other heights", "picture"],
)
def test_a_title_beside_which_the_second_column_goes_on_is_the_first_ones(beside, drawn):
    title = put("Planning for later", 50, 480, size=14)

    parts = halves(
        rows_of([*columns(780, 510), *title, *beside, *level(450, 100)]),
        Columns(50, 310, end=290),
        (),
        drawn,
    )

    assert [round(part[0].left) for part in parts] == [50, 310]


def test_an_address_too_long_for_its_column_says_nothing_of_the_title_above_it():
    title = put("Planning for later", 50, 480, size=14)
    address = put("www.example.org/a-very-long-address/with-many-parts/and-some-more", 50, 460)

    parts = halves(
        rows_of([*columns(780, 510), *title, *address, *level(440, 100)]),
        Columns(50, 310, end=290),
    )

    assert [round(part[0].left) for part in parts] == [50, 310]


def test_rows_below_a_title_of_both_columns_are_the_first_ones_if_they_fill_it():
    title = put("A title that goes across the whole of the page and both of its columns", 50, 800)
    text = [
        word
        for y in range(780, 700, -14)
        for word in put("patrols walk the same streets each week and late", 50, y)
    ]

    parts = halves(rows_of([*title, *text]), Columns(50, 310, end=290), ())

    assert [len(part) for part in parts] == [1, 6]


TABLE = [
    word
    for y, name in ((480, "Recorded crime"), (460, "Sexual offences"), (440, "Burglary"))
    for left, text in ((55, name), (320, "51.0"), (450, "68.2"))
    for word in put(text, left, y)
]
RULES = [(50, y, 545, y + 0.5) for y in (494, 474, 454, 434)]
PAGE = [*columns(780, 510), *TABLE, *columns(410, 100)]


def level(top, bottom):
    """Running text in two columns whose rows stand at one height."""
    return [
        word
        for y in range(top, bottom, -14)
        for left in (50, 310)
        for word in put("patrols walk the same streets each week", left, y)
    ]


@pytest.mark.parametrize("rules", [RULES, []], ids=["lines", "none"])
def test_a_table_across_both_columns_stands_between_what_is_above_and_below(rules):
    parts = halves(rows_of(PAGE), Columns(50, 310, end=290), rules)

    assert [round(part[0].left) for part in parts] == [50, 310, 55, 50, 310]
    assert [row.text for row in parts[2]] == [
        "Recorded crime 51.0 68.2",
        "Sexual offences 51.0 68.2",
        "Burglary 51.0 68.2",
    ]


def test_a_title_and_notes_across_both_columns_are_read_before_and_after_them():
    title = put("A title that goes across the whole of the page and both of its columns", 50, 800)
    notes = [
        *put(
            "1 A note that goes across the whole of the page and both of its columns, too,", 50, 90
        ),
        *put("and then on.", 50, 78),
    ]

    parts = halves(rows_of([*title, *columns(780, 110), *notes]), Columns(50, 310, end=290), ())

    assert [part[0].text.split(" ")[0] for part in parts] == ["A", "patrols", "patrols", "1"]
    assert parts[3][-1].text == "and then on."


def test_an_address_too_long_for_its_column_leaves_the_other_one_whole():
    address = put("www.example.org/a-very-long-address/with-many-parts/and-some-more", 50, 500)

    parts = halves(
        rows_of([*columns(780, 510), *address, *columns(486, 100)]), Columns(50, 310, end=290), ()
    )

    assert len(parts) == 2


def test_columns_are_told_by_most_pages_of_a_report():
    two, one = columns(780, 100), [w for y in range(780, 100, -14) for w in put("a " * 90, 50, y)]

    def found(*pages):
        made = [page(words, number) for number, words in enumerate(pages, 1)]
        columns = gutters(made, [rows_of(words) for words in pages])
        return [found and found[:2] for found in columns]

    assert found(two, two, one) == [(50, 310)] * 3
    assert found(one, one, one, two, one) == [None] * 5
    assert found(two) == [None]


def test_only_the_pages_of_a_report_that_show_columns_have_them():
    two, one = columns(780, 100), [w for y in range(780, 100, -14) for w in put("a " * 90, 50, y)]
    sheets = [one, two, one, two, one, one, one]

    found = gutters(
        [page(words, number) for number, words in enumerate(sheets, 1)], list(map(rows_of, sheets))
    )

    assert [columns is not None for columns in found] == [words is two for words in sheets]


def test_two_columns_of_a_table_of_sentences_are_none():
    """Its rows have their white at one height."""
    one = [w for y in range(780, 100, -14) for w in put("a " * 90, 50, y)]
    grid = [
        word
        for top in range(780, 100, -44)
        for left in (50, 310)
        for row, text in enumerate(("the force asks its", "partners often and"))
        for word in put(text, left, top - 14 * row)
    ]
    sheets = [one, grid, one, grid, one, one, one]

    found = gutters(
        [page(words, number) for number, words in enumerate(sheets, 1)], list(map(rows_of, sheets))
    )

    assert found == [None] * 7


def test_pages_of_tables_are_no_columns():
    rules = [(50, y, 545, y + 0.5) for y in range(790, 90, -28)]
    pages = [page(columns(780, 100), number, rules) for number in (1, 2, 3)]

    assert gutters(pages, [rows_of(made.words) for made in pages]) == [None] * 3


def test_pages_of_tables_without_lines_and_some_text_are_no_columns():
    """Text across the page has words on both sides of the white in their middle, and no strip."""
    rows = [put("names of four words", 50, y) + put("12%", 320, y) for y in range(780, 240, -15)]
    text = [put("as " * 40, 50, y) for y in range(200, 100, -14)]
    words = [word for row in (*rows, *text) for word in row]
    pages = [page(words, number) for number in (1, 2, 3)]

    assert gutters(pages, [rows_of(made.words) for made in pages]) == [None] * 3


def test_rows_that_each_begin_elsewhere_are_read():
    """As values do that stand right, beside sentences that are centred."""
    style = Style(10, bold=False, italic=False)
    words = [
        Word(text, left + shift, left + shift + 25, 800.0 - 15 * n, style)
        for n in range(30)
        for shift in (3 * n,)
        for text, left in (("some", 60), ("plain", 90), ("words", 120))
    ]
    others = [word._replace(left=620 - word.left, right=620 - word.left + 25) for word in words]
    page = Page(number=1, width=595, height=842, words=(*words, *others), raw="")

    assert gutters([page], [rows_of(page.words)]) == [None]
