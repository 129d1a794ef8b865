import msgspec
import pytest

from peelviewer.reading.blocks import blocks
from peelviewer.reading.lines import Line
from peelviewer.reading.text.markdown import lines


def made(text):
    """Blocks of Markdown in which a line of ``|`` is a page's end."""
    found, turned = [], False
    for line in lines(text):
        if line.text == "|":
            turned = True
            continue
        found.append(msgspec.structs.replace(line, breaks="head") if turned else line)
        turned = False
    return [(block.kind, block.text) for block in blocks(found)]


OPEN = "The patrols of the northern valleys were seen by"


def test_a_sentence_cut_by_a_pages_end_is_whole():
    assert made(f"{OPEN}\n\n|\n\nmore people.") == [("paragraph", f"{OPEN} more people.")]


def test_a_sentence_that_goes_on_with_a_name_is_whole():
    assert made(f"{OPEN}\n\n|\n\nNorthshire people.") == [
        ("paragraph", f"{OPEN} Northshire people.")
    ]


def test_a_sentence_that_a_figure_stands_in_is_whole_and_the_figure_follows():
    found = made(f"{OPEN}\n\n|\n\n**Figure 1: Patrols**\n\nSource: Home Office\n\nmore people.")

    assert found == [
        ("paragraph", f"{OPEN} more people."),
        ("caption", "Figure 1: Patrols"),
        ("figure", ""),
        ("source", "Source: Home Office"),
    ]


def test_a_finished_paragraph_ends_with_its_page():
    assert len(made("It is done.\n\n|\n\nAnother one.")) == 2


def test_a_missing_full_stop_joins_nothing_within_a_page():
    assert len(made(f"{OPEN}\n\nAnother one.")) == 2


def test_lines_without_a_gap_are_one_paragraph():
    assert made("One line\nand its\nlast.") == [("paragraph", "One line and its last.")]


def test_list_items_go_on_over_a_page_and_keep_their_marks():
    assert made("- first of\n\n|\n\nall\n- second") == [
        ("list_item", "first of all"),
        ("list_item", "second"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“any person who is in need of help and asks for it”",
        '"Any pattern of events that frightens somebody."',
        "> said in so many words",
    ],
)
def test_somebodys_words_after_a_colon_are_a_quotation(text):
    assert made(f"It is defined as:\n\n{text}")[1][0] == "quotation"


def test_a_quoted_term_makes_no_quotation():
    assert (
        made("It says:\n\n“Safe” and “sound” are the two words that “matter”")[1][0] == "paragraph"
    )


def test_a_figure_with_rows_is_a_table_and_its_notes_are_its_own():
    found = blocks(
        lines(
            "**Figure 4: Rates**\n\na\tb\n1\t2\n\n\\* starred\n\nNote: "
            "of 2016\n\nSource: data\n\nThe text."
        )
    )

    assert [(b.kind, b.figure) for b in found] == [
        ("caption", 4),
        ("table", 4),
        ("source", 4),
        ("source", 4),
        ("source", 4),
        ("paragraph", None),
    ]
    assert found[1].text == "a\tb\n1\t2"


def test_a_table_that_a_pages_end_cuts_is_one():
    assert made("**Figure 4: Rates**\n\na\tb\n1\t2\n\n|\n\n3\t4")[1] == (
        "table",
        "a\tb\n1\t2\n3\t4",
    )


def test_a_sentence_about_a_figure_is_no_caption():
    assert made("Figure 1 shows the rates.") == [("paragraph", "Figure 1 shows the rates.")]


@pytest.mark.parametrize(
    "text", ["**Good**", "### Requires improvement", "Inadequate", "Adequate", "**Ungraded**"]
)
def test_a_grade_alone_is_a_judgment(text):
    assert made(text)[0][0] == "judgment"


def test_a_word_parted_at_a_lines_end_is_joined_without_a_space():
    assert made("the contact-\nhandlers") == [("paragraph", "the contact-handlers")]


def test_call_outs_keep_their_place_when_halves_are_joined():
    first, second = lines("One<sup>1</sup> part of\n\nit<sup>2</sup> all.")

    (block,) = blocks([first, msgspec.structs.replace(second, breaks="foot")])

    assert block.text == "One part of it all."
    assert [(block.text[: m.start], m.target) for m in block.marks] == [
        ("One", "1"),
        ("One part of it", "2"),
    ]


def test_a_very_long_paragraph_is_put_together_in_good_time():
    many = [Line(number=n, text="words and more", gap=n == 1) for n in range(1, 60001)]

    assert len(blocks(many)) == 1


def test_a_starred_line_below_a_tables_star_explains_it_and_is_no_item():
    table = "**Figure 1: Rates**\n\nRate\tForce\tNational\nBurglary*\t1.0\t2.0"

    assert made(f"{table}\n\n* Of households.\n\nSource: Home Office")[2:] == [
        ("source", "* Of households."),
        ("source", "Source: Home Office"),
    ]
    without = table.replace("*", "")
    assert made(f"{without}\n\n* Of households,\n  by size.\n\nSource: Home Office")[2:] == [
        ("source", "* Of households, by size."),
        ("source", "Source: Home Office"),
    ]
    assert made(f"{without}\n\n* Of households.")[-1] == (
        "list_item",
        "Of households.",
    )


def test_a_quotation_in_italics_may_name_who_spoke():
    said = "“I have been here for thirty years,” a warden said to us."

    assert made(f"*{said}*") == [("quotation", said)]
    assert made(said) == [("paragraph", said)]
    assert made(f"*{said}* So it was.") == [("paragraph", f"{said} So it was.")]


def test_a_sentence_that_begins_below_a_title_on_the_page_before_does_not_go_on_with_it():
    assert made("Victims are told too late\n\n|\n\nOnly few of them were.") == [
        ("paragraph", "Victims are told too late"),
        ("paragraph", "Only few of them were."),
    ]
