"""Where a page's footnotes begin, and in which order its columns are read."""

import msgspec
import pytest

from peelviewer.reading.pdf.layout import sheets
from peelviewer.reading.pdf.lines import lines
from peelviewer.reading.pdf.words import Page, Style, Word

WIDE = 0.5  # of the size: a letter's width
PROSE = "The patrols of the northern valley were seen more often than in the year before and"


def put(text, left, baseline, size, *, bold=False):
    """Words of one row, from ``left`` on."""
    words, at = [], left
    for part in text.split(" "):
        right = at + len(part) * size * WIDE
        words.append(Word(part, at, right, baseline, Style(size, bold, italic=False)))
        at = right + size * 0.3
    return words


def page(*rows, uprights=(), rules=()):
    """A page: each row is (baseline, size, (left, text) …); prose fills the page above them."""
    words = [word for at in range(8) for word in put(PROSE, 70, 780 - at * 14, 11)]
    for baseline, size, *cells in rows:
        for left, text in cells:
            words += put(text, left, baseline, size)
    return Page(
        number=1,
        width=595,
        height=842,
        words=tuple(words),
        raw=" ".join(word.text for word in words),
        uprights=tuple(uprights),
        rules=tuple(rules),
    )


TABLE = (
    (660, 11, (70, "Figure 2: Outcomes by type")),
    (663, 6, (215, "4")),
    (640, 9, (72, "1"), (120, "Charged"), (300, "13.4"), (420, "11.1")),
    (622, 9, (72, "4"), (120, "Taken into consideration"), (300, "0.1"), (420, "0.2")),
    (604, 9, (72, "18"), (120, "No suspect identified"), (300, "41.0"), (420, "48.3")),
)
WRAPPED = (593, 9, (120, "after the whole inquiry"))
NOTE = (560, 8.5, (70, "4 One force could give no data."))
GRID = [(x, 588, x + 0.5, 652) for x in (70, 118, 298, 418, 520)]


@pytest.mark.parametrize(("rows", "grid"), [((*TABLE, NOTE), ()), ((*TABLE, WRAPPED, NOTE), GRID)])
def test_rows_of_a_small_table_at_the_foot_are_no_footnotes(rows, grid):
    (made,), _ = sheets([page(*rows, uprights=grid)])

    assert [row.text for row in made.notes] == ["4 One force could give no data."]


def test_notes_that_a_box_is_drawn_around_are_notes():
    box = [(60, 540, 60.5, 800), (530, 540, 530.5, 800)]

    (made,), _ = sheets([page(TABLE[0], TABLE[1], NOTE, uprights=box)])

    assert [row.text for row in made.notes] == ["4 One force could give no data."]


def test_panels_of_force_and_nation_side_by_side_are_read_one_after_the_other():
    graphic = page(
        (660, 20, (70, "Force in numbers")),
        (638, 11, (70, "Calls per 1,000 population 12 months")),
        (617, 11, (330, "England and Wales")),
        (624, 11, (70, "to 30 June")),
        (610, 11, (70, "2017")),
        (602, 11, (70, "Northshire Police")),
        (590, 24, (330, "264")),
        (560, 24, (70, "212")),
    )

    texts = [line.text for line in lines([graphic]).lines]

    at = texts.index("Northshire Police")
    assert texts[at:] == ["Northshire Police", "212", "England and Wales", "264"]


def test_a_heading_parts_groups_of_panels_that_stand_one_below_another():
    bold = Style(12, bold=True, italic=False)
    rows, heads = [], []
    for top, title, values in ((640, "Calls", ("212", "264")), (520, "Crime", ("61", "75"))):
        heads += put(title, 70, top, 12)
        rows += [
            (top - 14, 11, (70, f"{title} per 1,000 population 12 months")),
            (top - 28, 11, (70, "to 30 June 2017")),
            (top - 34, 11, (330, "England and Wales")),
            (top - 42, 11, (70, "Northshire Police")),
            (top - 60, 20, (330, values[1])),
            (top - 80, 20, (70, values[0])),
        ]
    graphic = page((670, 20, (70, "Force in numbers")), *rows)
    words = (*graphic.words, *(word._replace(style=bold) for word in heads))

    made = lines([msgspec.structs.replace(graphic, words=words)]).lines

    texts = [line.text for line in made]
    names = ("Northshire Police", "England and Wales")
    assert texts[texts.index("Calls") :] == [
        *("Calls", "Calls per 1,000 population 12 months to 30 June 2017"),
        *(names[0], "212", names[1], "264"),
        *("Crime", "Crime per 1,000 population 12 months to 30 June 2017"),
        *(names[0], "61", names[1], "75"),
    ]


def pair(left, top, label, period, values):
    """A pair of the numbers graphic, in a panel of its own."""
    return (
        (top, 9, (left, label)),
        (top - 13, 8, (left, period)),
        (top - 33, 8, (left, "Northshire Police"), (left + 95, "England and Wales")),
        (top - 50, 16, (left, values[0]), (left + 95, values[1])),
    )


def test_groups_that_begin_beside_the_middle_of_others_leave_them_whole():
    bold = Style(12, bold=True, italic=False)
    rows = [
        *pair(70, 628, "Spending per head", "as at 31 March 2015", ("£0.48", "£0.53")),
        *pair(70, 530, "Calls per 1,000 population", "12 months to 31 March 2015", ("84", "101")),
        *pair(320, 628, "Officers per 1,000 population", "as at 31 March 2015", ("1.9", "2.2")),
        *pair(320, 558, "Change in officers", "12 months to 31 March 2015", ("-16%", "-15%")),
    ]
    graphic = page((670, 20, (70, "Force in numbers")), *rows)
    heads = [(70, 648, "Money"), (320, 648, "Workforce"), (70, 550, "Calls")]
    words = [word._replace(style=bold) for head in heads for word in put(head[2], *head[:2], 12)]
    graphic = msgspec.structs.replace(graphic, words=(*graphic.words, *words))

    texts = [line.text for line in lines([graphic]).lines]

    at = texts.index("Money")
    assert texts[at:] == [
        *("Money", "Spending per head", "as at 31 March 2015"),
        *("Northshire Police\tEngland and Wales", "£0.48\t£0.53"),
        *("Calls", "Calls per 1,000 population", "12 months to 31 March 2015"),
        *("Northshire Police\tEngland and Wales", "84\t101"),
        *("Workforce", "Officers per 1,000 population", "as at 31 March 2015"),
        *("Northshire Police\tEngland and Wales", "1.9\t2.2"),
        *("Change in officers", "12 months to 31 March 2015"),
        *("Northshire Police\tEngland and Wales", "-16%\t-15%"),
    ]


def below_each_row(*first):
    """A table of areas and grades with a rule below each row; ``first`` is its first one."""
    return page(
        (660, 11, (70, "These are the judgments of the year:")),
        *first,
        (560, 11, (72, "Investigating crime"), (420, "Adequate")),
        (530, 11, (72, "Supporting victims"), (420, "Inadequate")),
        (490, 11, (70, "Some more words follow the table and are none of its rows.")),
        rules=[(70, y, 530, y + 1) for y in (575, 545, 520)],
    )


@pytest.mark.parametrize(
    "first",
    [
        (
            (608, 11, (72, "Preventing crime and whatever else troubles")),
            (600, 11, (420, "Good")),
            (592, 11, (72, "the county")),
        ),
        (
            (608, 11, (420, "Good, as it")),
            (600, 11, (72, "Preventing crime and whatever else troubles the county")),
            (592, 11, (420, "was")),
        ),
        (
            (608, 11, (72, "Preventing crime and whatever else troubles"), (420, "Good")),
            (592, 11, (72, "the county")),
        ),
        (
            (616, 11, (72, "Preventing crime and")),
            (600, 11, (72, "whatever else troubles"), (420, "Good")),
            (584, 11, (72, "the county")),
        ),
    ],
    ids=["a value centred", "a name centred", "on top", "three lines"],
)
def test_the_first_row_of_a_table_stands_above_its_first_rule(first):
    texts = [line.text for line in lines([below_each_row(*first)]).lines]

    at = texts.index("Investigating crime\tAdequate")
    name, value = texts[at - 1].split("\t")
    assert name == "Preventing crime and whatever else troubles the county"
    assert value in ("Good", "Good, as it was")
    assert texts[at - 2] == "These are the judgments of the year:"
    assert texts[at + 1 :] == [
        "Supporting victims\tInadequate",
        "Some more words follow the table and are none of its rows.",
    ]


@pytest.mark.parametrize(
    "text",
    ["Two of these have no grade, and", f"{PROSE} some others do"],
)
def test_text_close_above_the_first_rule_of_a_table_is_text(text):
    texts = [line.text for line in lines([below_each_row((584, 11, (70, text)))]).lines]

    assert text in texts[-4]
    assert texts[-3] == "Investigating crime\tAdequate"


def test_a_row_that_a_raised_comma_pushes_down_is_still_the_captions():
    made = page(
        (
            660,
            11,
            (70, "Figure 2: Outcomes by type in all the towns and villages of the county of"),
        ),
        (642.6, 11, (70, "Northshire")),
        (647, 6, (128, "4"), (134, "5")),
        (648, 10.7, (131, ",")),
        (620, 11, (70, "Source: Home Office data")),
    )

    found = lines([made]).lines

    assert found[-2].text.endswith("the county of Northshire")
    assert [mark.target for mark in found[-2].marks] == ["4", "5"]


def test_notes_of_one_column_stand_above_those_across_the_page():
    """Of a page in two columns: the first note is short, and takes the first column alone."""
    words = []
    for left in (50, 310):
        for at in range(46):
            words += put("patrols walk the same streets each week", left, 780 - 14 * at, 10)
    words += put("1", 240, 783, 6)
    words += put("2", 500, 783, 6)
    words += put("1 A short note.", 50, 124, 8)
    words += put(
        "2 A note that goes across the whole of the page and both columns of it, too", 50, 112, 8
    )
    pages = [Page(n, 595, 842, tuple(words), "") for n in (1, 2, 3)]

    made, _ = sheets(pages)

    assert [row.text[:13] for row in made[0].notes] == ["1 A short not", "2 A note that"]


@pytest.mark.parametrize(
    "title", ["Things counted", "Things that were counted in each of the areas"]
)
@pytest.mark.parametrize(
    "header",
    [
        [
            (647, 9, (220, "Northshire")),
            (642, 9, (72, "Thing"), (320, "England and Wales")),
            (637, 9, (220, "Police")),
        ],
        [
            (647, 9, (72, "Thing"), (220, "Northshire")),
            (642, 9, (320, "England and Wales")),
            (637, 9, (220, "Police")),
        ],
    ],
)
def test_names_and_values_below_a_caption_are_a_table_though_a_name_wraps(title, header):
    table = page(
        (660, 11, (70, f"Figure 1: {title}")),
        *header,
        (620, 9, (72, "Of plans"), (220, "3.1"), (320, "4.2")),
    )

    (made,), _ = sheets([table])

    assert len(made.text) == 1


def test_no_words_are_lost_of_a_row_that_two_pages_ends_cut():
    first = page(
        (660, 11, (70, "Figure 2: Outcomes by type")),
        (640, 11, (72, "Charged or summonsed"), (300, "13.4"), (420, "11.1")),
        (610, 11, (72, "Taken into consideration"), (300, "0.1"), (420, "0.2")),
        (580, 11, (72, "Investigation complete, no"), (300, "41.0"), (420, "48.3")),
    )
    middle = Page(2, 595, 842, tuple(put("suspect was ever", 72, 780, 11)), "")
    rows = [
        (780, (72, "identified in the year")),
        (750, (72, "Cautions"), (300, "2.0"), (420, "3.0")),
        (720, (72, "Others"), (300, "4.0"), (420, "5.0")),
    ]
    words = [word for at, *cells in rows for x, text in cells for word in put(text, x, at, 11)]
    last = Page(3, 595, 842, tuple(words), "")

    text = " ".join(line.text for line in lines([first, middle, last]).lines)

    for part in (
        "Investigation complete, no",
        "41.0",
        "suspect was ever",
        "identified in the year",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("end", "height", "is_rest"),
    [
        ("that is whole.", 300, False),
        ("that goes on in", 300, True),
        ("that may go on.", 60, True),
    ],
)
def test_small_text_overleaf_is_a_notes_rest_where_that_is_open_or_both_stand_at_the_foot(
    end, height, is_rest
):
    first = page((60, 8.5, (70, f"1 A note on beats {end}")))
    second = page((height, 8.5, (70, "The dash means no data.")))
    called = Word("1", 470.0, 474.0, 784.0, Style(6.0, bold=False, italic=False))
    first = msgspec.structs.replace(first, words=(*first.words, called))

    made, _ = sheets([first, msgspec.structs.replace(second, number=2)])

    assert [row.text for row in made[0].notes] == [f"1 A note on beats {end}"]
    assert [row.text for row in made[1].notes] == ["The dash means no data."] * is_rest


def test_text_that_is_narrower_than_the_contents_page_ends_where_its_own_rows_end():
    """A row has no room left for a word that only the dots of the contents page have."""
    dots = put("Contents", 70, 780, 18)
    for number in range(14):
        dots += put(f"Chapter of many beats {'.' * 62} {number + 3}", 70, 750 - 14 * number, 11)
    said = [
        "The patrols of the northern valley were seen more often than before in all beats.",
        "Streets and squares were quiet in the summer, and the shops were open for longer.",
    ]
    text = [word for at in range(30) for word in put(said[at % 2], 70, 780 - 14 * at, 11)]
    pages = [
        Page(number=number, width=595, height=842, words=tuple(words), raw="")
        for number, words in ((1, put("PEEL", 70, 700, 26)), (2, dots), (3, text))
    ]

    (paragraph,) = [line for line in lines(pages).lines if line.page == 3]

    assert paragraph.text == " ".join(said * 15)
