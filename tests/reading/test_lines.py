import pytest

from peelviewer.reading.lines import begins_lower, cut, ends_sentence, key, without_page
from peelviewer.reading.text.markdown import lines


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It is done.", True),
        ("It is done.)", True),
        ("as follows:", True),
        ("‘so it is.’", True),
        ("“Is it?”", True),
        ("and the", False),
        ("drugs and", False),
        ("(see below)", False),
        ("", False),
    ],
)
def test_the_end_of_a_sentence_is_seen_behind_quotes_and_brackets(text, ends):
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "lower"),
    [("and so", True), ("“and so", True), ("So", False), ("12 of them", False), ("–", False)],
)
def test_a_line_that_goes_on_begins_with_a_small_letter(text, lower):
    assert begins_lower(text) is lower


def test_titles_are_compared_by_letters_and_digits():
    assert key("The force's  ‘Plan’ – 2016?") == key("the forces plan 2016")


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Introduction4", "Introduction"),
        ("Is it safe?12", "Is it safe?"),
        ("PEEL 2016", "PEEL 2016"),
    ],
)
def test_a_page_number_run_onto_a_title_is_taken_off(title, plain):
    assert without_page(title) == plain


def test_a_cut_line_keeps_the_marks_that_fall_in_it():
    (line,) = lines("plain **bold words**<sup>4</sup> end")

    part = cut(line, 11, len(line.text))

    assert part.text == "words end"
    assert [(m.kind, m.start, m.end) for m in part.marks] == [("strong", 0, 5), ("footnote", 5, 5)]
