"""Plain text in which the signs of items stand apart, or are lost."""

import pytest

from peelviewer.reading.text.broken import with_dashes
from peelviewer.reading.text.plain_text import lines


def shown(text):
    """Return where something begins: with its sign, as a paragraph ("¶"), or not ("")."""
    made = with_dashes(lines(text))
    return [(line.marker or ("¶" if line.gap else ""), line.text) for line in made]


def test_items_below_a_column_of_their_bullets_have_these():
    text = "It should:\n•\n•\n\ntell victims what became\nof their case; and\nring back."

    assert shown(text) == [
        ("¶", "It should:"),
        ("•", "tell victims what became"),
        ("", "of their case; and"),
        ("•", "ring back."),
    ]


def test_below_a_column_of_bullets_that_does_not_fit_nothing_is_an_item():
    assert shown("It should:\n•\n•\n•\n\nTell them. Ring\nback.") == [
        ("¶", "It should:"),
        ("¶", "Tell them. Ring"),
        ("", "back."),
    ]
    assert shown("Areas for improvement\n•\n•\n\n14\n\nThe force should act.")[1:] == [
        ("¶", "14"),
        ("¶", "The force should act."),
    ]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_list_whose_signs_are_lost_has_items_up_to_its_full_stop(gap):
    text = (
        f"By May the force should:\n{gap}answer each call\nwithin a day; and\nring back.\nIt did."
    )

    assert [sign for sign, _ in shown(text)] == ["¶", "•", "", "•", ""]


@pytest.mark.parametrize(
    "text",
    [
        "We asked:\nhow calls are answered and\nwho rings back.",
        "We asked:\nWho answers;\nWho rings back.",
        "We asked:\nwho answers;\n\nThe next part.",
        "We asked:\n1. who answers; and\n2. who rings back.",
    ],
    ids=["one sentence", "capitals", "open", "numbered"],
)
def test_other_lines_below_a_colon_are_no_such_list(text):
    assert "•" not in [sign for sign, _ in shown(text)]


def test_what_a_force_should_do_next_begins_a_paragraph_in_a_box():
    text = "The force should act.\nThe force should ask what worked."

    assert [sign for sign, _ in shown(f"Areas for improvement\n{text}")] == ["¶"] * 3
    assert [sign for sign, _ in shown(text)] == ["¶", ""]


@pytest.mark.parametrize(
    ("above", "below", "sign"),
    [
        ("The force should keep victims up to date", "In some cases they waited.", "¶"),
        ("Its plans should be checked by others", "We found that few were.", "¶"),
        ("It was praised in the book of", "The law of the county.", ""),
        ("It was praised by readers of", "The Law Society there.", ""),
        ("It was praised by the people of Kent", "Police and by others.", ""),
    ],
)
def test_a_sentence_that_begins_below_words_without_a_full_stop_is_a_paragraph(above, below, sign):
    assert [one for one, _ in shown(f"{above}\n{below}")] == ["¶", sign]


def test_a_dash_at_the_place_of_the_items_above_is_an_items():
    items = "- see each list of the\n  calls that wait; and\n- ring back."
    inside = "- see each list of the\n  calls – those that\n  - wait – and ring."

    assert [sign for sign, _ in shown(items)] == ["-", "", "-"]
    assert [sign for sign, _ in shown(inside)] == ["-", "", ""]
