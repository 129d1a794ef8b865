"""Rows of words as programs print them: letters set apart, small capitals, rows cut in two."""

from collections import Counter

import msgspec
import pytest

from peelviewer.reading.joining import joint
from peelviewer.reading.lines import SOFT_HYPHEN
from peelviewer.reading.pdf.accounts import accounts
from peelviewer.reading.pdf.cells import table
from peelviewer.reading.pdf.headers import headed
from peelviewer.reading.pdf.layout import Body, starts_note
from peelviewer.reading.pdf.notes import notes
from peelviewer.reading.pdf.numbers import Chapter, parted
from peelviewer.reading.pdf.overleaf import rest
from peelviewer.reading.pdf.rows import Cell, row, rows_of
from peelviewer.reading.pdf.tabular import Region
from peelviewer.reading.pdf.words import Style, Word, cleaned, is_bold
from peelviewer.reading.pdf.wraps import made_whole, run_on
from tests.builders import sample_report

PLAIN = Style(10, bold=False, italic=False)
LARGE = Style(20, bold=True, italic=False)
SMALL = Style(16, bold=True, italic=False)


def words(text, *, style=PLAIN, left=70.0, baseline=700.0, letter=5.0, space=3.0):
    """Words of one row; every letter is as wide."""
    made = []
    for part in text.split(" "):
        right = left + letter * len(part)
        if part:
            made.append(Word(part, left, right, baseline, style))
        left = right + space
    return made


def cells(*texts):
    return tuple(Cell(text, 0.0, 10.0) for text in texts)


def test_letters_that_are_set_apart_are_words():
    spaced = [
        word
        for start, text in ((70.0, "F o r c e"), (150.0, "i n"), (190.0, "n u m b e r s"))
        for word in words(text, style=LARGE, left=start, letter=10, space=4)
    ]

    assert row(spaced).text == "Force in numbers"


def test_single_letters_among_words_stay_apart():
    assert row(words("Plan A or plan B or a plan of your own")).text == (
        "Plan A or plan B or a plan of your own"
    )


def test_small_capitals_are_as_large_as_their_capitals():
    heading = [
        *words("FORCE", style=LARGE),
        *words("IN NUMBERS AND IN WORDS", style=SMALL, left=150.0),
    ]

    assert row(heading).size == 20


def test_a_comma_between_two_callouts_is_theirs_also_where_it_is_as_large_as_text():
    raised = Style(6.5, bold=False, italic=False)
    placed = [
        *words("force", left=122.0),
        Word("9", 147.0, 150.0, 704.0, raised),
        Word(",", 150.0, 153.0, 705.0, Style(9.8, bold=True, italic=False)),
        Word("10", 153.0, 159.0, 704.0, raised),
    ]

    (found,) = rows_of([*words("Figure 4: Outcomes of a year,", baseline=714.0), *placed])[1:]

    assert found.text == "force"
    assert found.lift == pytest.approx(5.0)
    assert [mark.target for mark in found.marks] == ["9", "10"]


def test_a_note_begins_with_its_number_also_where_no_space_follows():
    assert starts_note(row(words("12Visits took place in autumn."))) == 12
    assert starts_note(row(words("12 Visits took place in autumn."))) == 12
    assert starts_note(row(words("12th of the month"))) is None


def test_the_note_before_tells_a_number_from_digits_that_touch_it():
    named = row(words("404Ps are the parts of a plan."))

    assert starts_note(named, 39) == 40
    assert starts_note(named) == 404
    assert starts_note(named, 403) == 404
    _, (first, second) = notes(
        [row(words("39 Visits took place.", baseline=720.0)), named], 1, None, Counter()
    )
    assert (first.note, second.note) == (39, 40)
    assert second.text == "4Ps are the parts of a plan."


def test_a_row_that_is_cut_goes_on_in_lower_case():
    last = cells("18", "Investigation complete, no suspect", "50.2", "47.4")

    whole = made_whole(last, cells("", "identified", "", ""))

    assert whole is not None
    assert [cell.text for cell in whole] == [
        "18",
        "Investigation complete, no suspect identified",
        "50.2",
        "47.4",
    ]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("Warwickshir", "e Police"), "Warwickshire Police"),
        (("of West", "Mid", "land", "s"), "of West Midlands"),
        (("Cyber", "crime"), "Cyber crime"),  # "crime" is a word
        (("Northumber", "land"), "Northumber land"),  # the report never has it whole
        (("Warwick-", "shire Police"), "Warwickshire Police"),
        (("well-", "trained staff"), "well-trained staff"),  # as the report has it
        (("Warwickshir", "E"), "Warwickshir E"),
        (("Warwickshir", "etc. and so on"), "Warwickshir etc. and so on"),
    ],
)
def test_a_word_that_a_narrow_cell_parts_is_put_together_where_the_report_has_it(lines, whole):
    known = Counter(warwickshire=1, midlands=2, cybercrime=1, crime=2, land=1, welltrained=1)
    known["well-trained"] = 1

    assert run_on(cells(*lines), known).text == whole


def test_values_of_another_row_are_never_joined():
    last = cells("Recorded crime in the county", "50.2", "47.4")

    assert made_whole(last, cells("other offences", "1.2", "3.4")) is None
    assert made_whole(last, cells("Sexual offences", "", "")) is None


def test_a_value_centred_beside_a_cut_name_belongs_to_it():
    whole = made_whole(cells("Recorded crime in", "", ""), cells("the county", "50.2", "47.4"))

    assert whole is not None
    assert [cell.text for cell in whole] == ["Recorded crime in the county", "50.2", "47.4"]


def test_values_at_a_pages_end_have_the_name_that_stands_on_the_next_page():
    whole = made_whole(cells("", "*", "9.1"), cells("Inspector and above", "", ""))

    assert whole is not None
    assert [cell.text for cell in whole] == ["Inspector and above", "*", "9.1"]
    assert made_whole(cells("", "of both", "9.1"), cells("Inspectors", "", "")) is None
    assert made_whole(cells("", "*", "9.1"), cells("Inspectors", "2.0", "")) is None


def printed_table(*rows):
    """The table of some rows, each of texts and the places where they begin."""
    made = [
        row([w for text, left in texts for w in words(text, left=left, baseline=700.0 - 20 * n)])
        for n, texts in enumerate(rows)
    ]
    return [[cell.text for cell in r] for r in table(made, Region(0, len(made)), ()).rows]


BODY = (
    (("Officers", 70), ("1,214", 260), ("-4%", 360)),
    (("Staff", 70), ("802", 270), ("8%", 365)),
)


def test_headers_on_the_left_belong_to_the_values_on_the_right_of_their_columns():
    header = (("Role", 70), ("Number", 200), ("Change", 310))

    assert printed_table(header, *BODY) == [
        ["Role", "Number", "Change"],
        ["Officers", "1,214", "-4%"],
        ["Staff", "802", "8%"],
    ]


def test_headers_on_the_left_belong_to_values_though_the_names_have_none():
    header = (("Number", 200), ("Change", 310))

    assert printed_table(header, *BODY)[0] == ["", "Number", "Change"]


def test_headers_that_stand_near_each_other_are_parted_where_their_values_are():
    header = (("Role", 70), ("In the year", 248), ("The change", 310))

    assert printed_table(header, *BODY)[0] == ["Role", "In the year", "The change"]


HEADER_ON_TWO_LINES = (
    row([*words("Thing"), *words("Northshire", left=205.0), *words("England and", left=300.0)]),
    row([*words("Police", left=205.0, baseline=688), *words("Wales", left=300.0, baseline=688)]),
)
VALUES_IN_THE_MIDDLE = tuple(
    row(
        [
            *words(text, baseline=y),
            *words("0.5", left=240.0, baseline=y),
            *words("0.4", left=339.0, baseline=y),
        ]
    )
    for text, y in (("Officers", 668.0), ("Sergeants", 648.0), ("Staff", 628.0))
)
RULES = (712.0, 680.0, 660.0, 640.0, 620.0)


def test_each_header_of_two_lines_belongs_to_the_values_in_the_middle_of_its_column():
    """The first one's second line ends before them, and so does the second one's first word."""
    printed = (*HEADER_ON_TWO_LINES, *VALUES_IN_THE_MIDDLE)

    header = table(printed, Region(0, 5, RULES), ()).rows[0]

    assert [cell.text for cell in header] == ["Thing", "Northshire Police", "England and Wales"]


def test_columns_are_parted_at_no_place_where_a_value_stands():
    """Two of three begin where the second line of their header has ended; so does no column."""
    printed = [
        *HEADER_ON_TWO_LINES,
        *(
            row([*words(name, baseline=y), *words(value, left=left, baseline=y), *nation])
            for name, value, left, y in (
                ("", "1,204", 254.0, 668.0),
                ("Sergeants", "-", 274.0, 648.0),
                ("", "-", 274.0, 628.0),
            )
            for nation in (words("0.4", left=339.0, baseline=y),)
        ),
    ]

    rows = table(printed, Region(0, 5, RULES), ()).rows

    assert [row[1].text for row in rows] == ["Northshire Police", "1,204", "-", "-"]


def test_a_header_alone_at_a_pages_end_has_the_columns_of_its_values_overleaf():
    header = row([*words("Thing"), *words("Northshire", left=180.0), *words("Both", left=330.0)])

    (found,) = table([header], Region(0, 1, RULES[:2]), (), None, VALUES_IN_THE_MIDDLE).rows

    assert [cell.text for cell in found] == ["Thing", "Northshire", "Both"]


def test_a_header_between_two_columns_of_values_is_put_to_neither():
    """Nothing says whether it heads both."""
    header = (("Role", 70), ("Both", 316))

    assert printed_table(header, *BODY)[0] == ["Role", "", "Both", ""]


def test_a_date_that_is_spread_over_its_column_is_one_header():
    header = (("Role", 70), ("31", 230), ("March 2015", 250), ("Change", 340))

    assert printed_table(header, *BODY)[0] == ["Role", "31 March 2015", "Change"]


RATES = (
    (("Theft", 70), ("31.4%", 340), ("24.0%", 490)),
    (("Damage", 70), ("52.8%", 340), ("47.9%", 490)),
)


def test_a_value_that_ends_where_the_next_header_begins_belongs_to_its_own():
    """As many headers as values, in their order, though each value is nearer to the next one."""
    header = (("Offence", 70), ("Northshire", 215), ("England and Wales", 370))

    assert printed_table(header, *RATES) == [
        ["Offence", "Northshire", "England and Wales"],
        ["Theft", "31.4%", "24.0%"],
        ["Damage", "52.8%", "47.9%"],
    ]


def test_headers_above_values_in_their_order_need_none_above_the_names():
    header = (("Northshire", 215), ("England and Wales", 370))

    assert printed_table(header, *RATES)[0] == ["", "Northshire", "England and Wales"]


def test_a_header_on_the_right_is_the_names_where_all_others_stand_above_values():
    header = (("Offence group", 120), ("12 months to 2015", 240), ("12 months to 2016", 400))

    assert printed_table(header, *RATES)[0] == [
        "Offence group",
        "12 months to 2015",
        "12 months to 2016",
    ]


def test_headers_that_are_no_match_for_the_values_tell_no_columns():
    """The first may be that of values, and the next one that of a column which is left blank."""

    def told(*header):
        lines = [header, *RATES]
        made = [
            row([w for text, left in texts for w in words(text, left=left, baseline=700 - 20 * n)])
            for n, texts in enumerate(lines)
        ]
        return headed(made)

    assert told(("Northshire", 215), ("England and Wales", 370)) is not None
    assert told(("Northshire", 215), ("Similar", 285), ("England and Wales", 400)) is None
    assert told(("Offence", 70), ("Northshire", 215)) is None
    assert told(("Northshire", 150), ("England and Wales", 300)) is None


def test_a_table_goes_on_with_the_rows_that_stand_in_its_columns():
    def printed(text, value, baseline):
        return row(
            [
                *words(text, baseline=baseline),
                *words(value, left=300.0, baseline=baseline),
                *words(value, left=400.0, baseline=baseline),
            ]
        )

    here = [printed("Recorded crime", "50.2", 700.0), printed("Other", "1.2", 680.0)]
    before = table(here, Region(0, 2), ())
    overleaf = [
        row(words("Northern area", baseline=700.0)),
        printed("Recorded crime", "9.9", 680.0),
        row(words("This sentence is no row of any table, it goes right across.", baseline=650.0)),
    ]

    assert len(before.columns) == 3
    assert rest(overleaf, before) == 2
    assert rest(overleaf[2:], before) == 0


@pytest.mark.parametrize(("name", "left"), [("Other crime", 285), ("Other crime of the year", 330)])
def test_a_table_goes_on_though_names_or_values_are_wider_than_on_the_page_before(name, left):
    def printed(text, value, baseline, value_at):
        return row(
            [
                *words(text, baseline=baseline),
                *words(value, left=value_at, baseline=baseline),
                *words(value, left=400.0, baseline=baseline),
            ]
        )

    here = [printed("Name", "50.2", 700.0, 300), printed("Others", "1.2", 680.0, 300)]
    before = table(here, Region(0, 2), ())

    assert rest([printed(name, "1,204.5", 700.0, left)], before) == 1


def test_a_space_of_the_file_is_one_however_narrow():
    of, practice = words("of Practice", space=1.0)

    assert row([of, practice._replace(spaced=True)]).text == "of Practice"
    assert row([of, practice._replace(left=of.right + 0.5)]).text == "ofPractice"


def test_a_soft_hyphen_is_gone_where_the_word_goes_on():
    assert cleaned("beha\u2010", soft="\u2010") == f"beha{SOFT_HYPHEN}"
    assert cleaned("non\u2010") == "non-"
    assert joint(f"beha{SOFT_HYPHEN}", "viour", Counter()) == "beha"
    assert joint("non-", "statistical", Counter(["non"])) == "non-"


def test_a_soft_hyphen_joins_no_other_word():
    assert joint(f"Requires im{SOFT_HYPHEN}", "Outstanding", Counter()) is None
    assert joint(f"REQUIRES IM{SOFT_HYPHEN}", "PROVEMENT", Counter()) == "REQUIRES IM"


@pytest.mark.parametrize(("size", "inside"), [(20, [True, False]), (10, [True])])
def test_the_chapter_in_numbers_ends_with_a_title_that_is_larger_than_text_as_its_own_is(
    size, inside
):
    """Groups can be larger than a chapter's title that is no larger than text."""
    title = Style(size, bold=True, italic=False)
    chapter, body = Chapter(), Body(size=10, leading=1.3)
    list(chapter.parts([row(words("Force in context", style=title))], 3, body))
    rows = [row(words("Calls")), row(words("Supporting victims", style=LARGE)), row(words("Calls"))]

    assert [is_numbers for is_numbers, _ in chapter.parts(rows, 4, body)] == inside


def test_a_name_and_a_nation_near_each_other_are_two():
    near = row(words("Northshire Police", left=70.0) + words("England and Wales", left=165.0))

    assert [cell.text for cell in parted(near).cells] == ["Northshire Police", "England and Wales"]


def test_halves_of_a_word_on_two_pages_are_accounted_for():
    report = sample_report()
    pages = [(1, "Plans for beha-\n1"), (2, "viour")]

    audit = accounts(pages, msgspec.structs.replace(report, sections=(), footnotes=()), ("1",))

    assert audit.unplaced[0].text == "Plans for beha"
    text = ("Plans for behaviour", "1")
    audit = accounts(pages, msgspec.structs.replace(report, sections=(), footnotes=()), text)
    assert (audit.unplaced, audit.surplus) == ((), ())


def test_halves_that_were_set_apart_as_printed_are_no_part_of_a_word():
    pages = [(1, "Their beha-\nviour"), (2, "Whose be-\nhaviour")]
    apart = ("Their beha-", "viour", "Whose behaviour")

    audit = accounts(
        pages, msgspec.structs.replace(sample_report(), sections=(), footnotes=()), apart
    )

    assert (audit.unplaced, audit.surplus) == ((), ())


def test_halves_of_words_that_are_words_elsewhere_are_accounted_for():
    report = msgspec.structs.replace(sample_report(), sections=(), footnotes=())
    pages = [(1, "by oth-\ner forces, an-\nother time, in-\nconsistent and consist-\nent ones")]

    audit = accounts(
        pages, report, ("by other forces, another time, inconsistent and consistent ones",)
    )

    assert (audit.unplaced, audit.surplus) == ((), ())


@pytest.mark.parametrize(
    ("family", "weight", "flags", "bold"),
    [
        ("ABCDEF+LiberationSans-Bold", 400, 0, True),
        ("Arial,Bold", 0, 0, True),
        ("ABCDEF+LiberationSans", 760, 0, False),
        ("ABCDEF+LiberationSans", 400, 1 << 18, True),
        ("CIDFont+F3", 700, 0, True),
        ("F3", 700, 0, True),
        ("F3", 400, 0, False),
    ],
)
def test_a_font_is_bold_by_its_name_rather_than_by_its_weight(family, weight, flags, bold):
    assert is_bold(family, weight, flags) is bold
