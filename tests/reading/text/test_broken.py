import pytest

from peelviewer.reading.blocks import blocks
from peelviewer.reading.text.broken import with_dashes, with_soft_hyphens
from peelviewer.reading.text.markdown import lines


def joined(text):
    return [block.text for block in blocks(with_soft_hyphens(lines(text)))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The infor-\nmation is kept.", "The information is kept."),
        ("The infor\u00ad\nmation is kept.", "The information is kept."),
        ("They co-\noperate. To co-operate helps.", "They co-operate. To co-operate helps."),
        ("A domestic-\nabuse case, domestic or not.", "A domestic-abuse case, domestic or not."),
        ("It was 2015-\n16 then.", "It was 2015- 16 then."),
    ],
)
def test_a_hyphen_goes_where_only_the_lines_end_put_it(text, read):
    assert joined(text) == [read]


def test_marks_keep_their_places_where_a_hyphen_goes():
    (block,) = blocks(with_soft_hyphens(lines("Much **infor-**\n**mation** is<sup>3</sup> kept.")))

    assert block.text == "Much information is kept."
    assert [(block.text[m.start : m.end], m.kind) for m in block.marks] == [
        ("infor", "strong"),
        ("mation", "strong"),
        ("", "footnote"),
    ]


def test_a_soft_hyphen_that_no_line_follows_was_printed():
    assert joined("The infor\u00ad\n\nAnother.") == ["The infor-", "Another."]


def test_a_dash_that_begins_a_line_inside_a_sentence_is_no_item():
    text = "The force – which is\n– as we said\n– small – is good.\n\nIt is:\n– kind; and\n– fair."

    assert [block.text for block in blocks(with_dashes(lines(text)))] == [
        "The force – which is – as we said – small – is good.",
        "It is:",
        "kind; and",
        "fair.",
    ]


def test_a_dash_below_the_heading_of_a_box_begins_an_item():
    found = with_dashes(lines("Areas for improvement\n- The force should listen."))

    assert [line.marker for line in found] == [None, "-"]
