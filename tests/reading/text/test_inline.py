import pytest

from peelviewer.reading.text import plain_text
from peelviewer.reading.text.inline import inline


def marks(raw):
    text, found = inline(raw)
    return text, [(mark.kind, text[mark.start : mark.end], mark.target) for mark in found]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("plain words", ("plain words", [])),
        ("  two   spaces\u00a0here ", ("two spaces here", [])),
        (
            "**bold** and *italic*",
            ("bold and italic", [("strong", "bold", None), ("emphasis", "italic", None)]),
        ),
        ("<b>Total</b>", ("Total", [("strong", "Total", None)])),
        (
            "**<mark>Good</mark>**",
            ("Good", [("emphasis", "Good", None), ("strong", "Good", None)]),
        ),
        ("a dwelling*", ("a dwelling*", [])),
        ("\\* a note", ("* a note", [])),
        ("Overview -- How good is it?", ("Overview – How good is it?", [])),
        ("2015--16, so---not --json", ("2015–16, so—not --json", [])),
        ("--", ("–", [])),
        ("https://x.org/a--b", ("https://x.org/a--b", [])),
        ("Stop and search \\", ("Stop and search", [])),
        (
            "its wardens[^4]^,^[^5] go",
            ("its wardens go", [("footnote", "", "4"), ("footnote", "", "5")]),
        ),
        (
            "its wardens[^4]<sup>,</sup>[^5]",
            ("its wardens", [("footnote", "", "4"), ("footnote", "", "5")]),
        ),
        ("crimes &amp; incidents", ("crimes & incidents", [])),
        ("__init__ and snake_case_name", ("init and snake_case_name", [("strong", "init", None)])),
        (
            "[the site](http://a.uk/b_(c))",
            ("the site", [("link", "the site", "http://a.uk/b_(c)")]),
        ),
        ("[a\\\\_b](http://x)", ("a_b", [("link", "a_b", "http://x")])),
        ("the 1<sup>st</sup> day", ("the 1st day", [])),
        ("![a picture](x.png)", ("", [])),
        ("half **open", ("half open", [])),
        ("2 * 3 * 4", ("2 * 3 * 4", [])),
    ],
)
def test_markup_becomes_text_and_marks(raw, expected):
    assert marks(raw) == expected


@pytest.mark.parametrize(
    "raw", ["word<sup>9,10</sup> on", "word<sup>9, 10</sup> on", "word[^9][^10] on"]
)
def test_combined_call_outs_are_two_marks_at_one_place(raw):
    text, found = inline(raw)

    assert text == "word on"
    assert [(mark.start, mark.end, mark.target) for mark in found] == [(4, 4, "9"), (4, 4, "10")]


def test_a_raised_digit_is_a_call_out():
    text, found = inline("word¹² on")

    assert (text, found[0].start, found[0].target) == ("word on", 4, "12")


def test_marks_never_leave_the_text():
    text, found = inline("ends with **bold ** <sup>3</sup> ")

    assert all(0 <= mark.start <= mark.end <= len(text) for mark in found)


@pytest.mark.parametrize("text", ["A cell of 10m² holds two.", "Of 1,200 km² in all", "per km²"])
def test_a_power_of_a_unit_is_no_call_out(text):
    assert inline(text) == (text, ())
    assert plain_text.lines(text)[0].text == text


@pytest.mark.parametrize("text", ["It cost £4m² in all", "Seen by them²", "In 2016² too", "Rooms³"])
def test_a_raised_digit_after_anything_else_is_a_call_out(text):
    assert len(inline(text)[1]) == len(plain_text.lines(text)[0].marks) == 1


def test_a_tag_with_attributes_is_a_tag():
    text, marks = inline('A <b onclick="x()">bold</b> word')

    assert text == "A bold word"
    assert [(mark.kind, text[mark.start : mark.end]) for mark in marks] == [("strong", "bold")]
