import pytest

from peelviewer.reading.text.framed import framed
from peelviewer.reading.text.markdown import lines
from peelviewer.reading.words import in_rows, marked_up_words


def only(text):
    (line,) = lines(text)
    return line


@pytest.mark.parametrize(
    ("raw", "level", "text"),
    [("# Title", 1, "Title"), ("### **Bold title** ##", 3, "Bold title"), ("#hash", 0, "#hash")],
)
def test_headings_have_their_level(raw, level, text):
    line = only(raw)

    assert (line.heading, line.text) == (level, text)


@pytest.mark.parametrize(
    ("raw", "marker", "indent"),
    [
        ("- item", "-", 0),
        ("  - item", "-", 1),
        ("3. item", "3.", 0),
        ("• item", "•", 0),
        ("    a) item", "a)", 2),
    ],
)
def test_list_items_have_their_marker_and_depth(raw, marker, indent):
    line = only(raw)

    assert (line.marker, line.indent, line.text) == (marker, indent, "item")


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        ("a\tb\tc", ("a", "b", "c")),
        ("\tA group\t\t", ("", "A group", "", "")),
        ("*\tStarred\t0.7\t1.8", ("*", "Starred", "0.7", "1.8")),
        ("| a | b |", ("a", "b")),
        (
            "Northshire Police \u00a0 \u00a0 \u00a0 England and Wales",
            ("Northshire Police", "England and Wales"),
        ),
        ("<b>Total</b>\t<b>1.0</b>", ("Total", "1.0")),
    ],
)
def test_the_rows_of_a_table_have_cells(raw, cells):
    assert only(raw).cells == cells


def test_a_piped_tables_rule_is_no_line_and_no_gap():
    first, second = lines("| a | b |\n|---|:-:|\n| 1 | 2 |")

    assert (first.gap, second.gap) == (True, False)


def test_a_lone_dash_is_a_value_and_no_list_item():
    assert (only("-").marker, only("-").text) == (None, "-")


def test_bold_lines_run_together_are_parted():
    found = lines("**RUNNING LINE****Figure 2: Rates****5**")

    assert [line.text for line in found] == ["RUNNING LINE", "Figure 2: Rates", "5"]


def test_a_word_set_bold_in_two_pieces_stays_one():
    assert only("**Requ****ires improvement**").text == "Requires improvement"


def test_a_line_that_begins_with_a_raised_number_is_a_footnote():
    assert (only("<sup>12</sup> The note.").note, only("[^7]: Another.").note) == (12, 7)
    assert only("A word<sup>12</sup> inside.").note is None


def test_blank_lines_are_gaps_and_dashes_are_rules():
    found = lines("one\ntwo\n\nthree\n\n---\nfour")

    assert [(line.text, line.gap, line.rule) for line in found] == [
        ("one", True, False),
        ("two", False, False),
        ("three", True, False),
        ("", True, True),
        ("four", True, False),
    ]


def test_a_heading_stands_apart_without_blank_lines_too():
    found = lines("one\n## Title\ntwo\nthree")

    assert [(line.text, line.gap) for line in found] == [
        ("one", True),
        ("Title", True),
        ("two", True),
        ("three", False),
    ]


def test_a_page_feed_begins_a_page():
    assert lines("one\n\f\ntwo")[1].breaks == "head"


@pytest.mark.parametrize(("rule", "level"), [("=====", 1), ("-----", 2)])
def test_an_underlined_line_is_a_heading(rule, level):
    found = lines(f"Text.\n\nNext steps\n{rule}\nMore text.")

    assert [(line.heading, line.text, line.gap) for line in found] == [
        (0, "Text.", True),
        (level, "Next steps", True),
        (0, "More text.", True),
    ]


@pytest.mark.parametrize("above", ["A sentence.", "two lines\nof text", "- an item", "| a | b |"])
def test_a_rule_below_other_lines_underlines_nothing(above):
    found = lines(f"{above}\n---")

    assert found[-1].rule
    assert not any(line.heading for line in found)


def test_rows_of_html_are_rows_of_one_table():
    first, second = lines("<table><tr><td>a</td><td>b</td></tr>\n<tr><td>1</td></tr></table>")

    assert (first.cells, first.gap, second.cells, second.gap) == (("a", "b"), True, ("1",), False)


@pytest.mark.parametrize("bullet", ["·", "\uf0b7", "\uf0a7", "▪", "o", "§"])
def test_bullets_of_many_converters_are_markers(bullet):
    assert (only(f"{bullet} item").marker, only(f"{bullet} item").text) == (bullet, "item")


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_text_below():
    line = only("•\n\nThe force should listen.")

    assert (line.marker, line.text) == ("•", "The force should listen.")


def test_an_escaped_pipe_parts_no_cells_and_blank_cells_stay():
    assert only(r"|| a \| b | c |").cells == ("", "a | b", "c")


def test_the_words_of_rows_over_several_lines_are_counted_row_by_row():
    raws = ["", "  ------- ----", "  One     10", "  more", "", "  Two     20", "  ------- ----"]
    counted = [marked_up_words(raw) for raw in raws]

    told = in_rows(counted, framed(raws))

    assert [words for words in told if words] == [["One", "more", "10"], ["Two", "20"]]
    assert in_rows([*counted[:5], ["2", "20"], []], framed(raws))[2] == ["One", "10"]


def test_an_item_without_words_parts_no_list_and_a_dash_elsewhere_is_text():
    found = lines("- By car;\n\n-\n\n- on foot.\n\n- \n\nCalls\n\n-")

    assert [(line.marker, line.text) for line in found] == [
        ("-", "By car;"),
        ("-", "on foot."),
        (None, "Calls"),
        (None, "-"),
    ]


def test_items_behind_printed_bullets_within_an_item_are_items():
    found = lines("- **By car**? • On foot. • At noon, at\n  6•7.")

    assert [(line.marker, line.text) for line in found[:3]] == [
        ("-", "By car?"),
        ("-", "On foot."),
        ("-", "At noon, at"),
    ]
