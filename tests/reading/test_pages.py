import msgspec
import pytest

from peelviewer.reading.assembling import assemble
from peelviewer.reading.lines import Line
from peelviewer.reading.pages import pages
from peelviewer.reading.text import markdown
from tests.reading.sheets import sheets


def run(spec, anchors, foot=()):
    """``spec``: one letter a line; ``|`` before a letter is a running line above it."""
    lines, number, head = [], 0, False
    for sign in spec:
        if sign == "|":
            head = True
            continue
        number += 1
        lines.append(Line(number=number, text=sign * 100, breaks="head" if head else ""))
        head = False
    return pages(lines, frozenset(foot), anchors)


def test_each_running_line_turns_the_page():
    assert run("ab|cd|ef", {0: 3, 5: 5}) == (3, 3, 4, 4, 5, 5)


def test_footnotes_turn_the_page_where_the_contents_page_agrees():
    assert run("abcd", {0: 3, 3: 4}, foot=(2,)) == (3, 3, 4, 4)
    assert run("abcd", {0: 3, 3: 3}, foot=(2,)) == (3, 3, 3, 3)


def test_the_turn_that_has_no_sign_is_at_the_next_heading():
    assert run("ab|cd", {0: 3, 3: 5}) == (3, 3, 4, 5)


def test_two_turns_without_signs_leave_the_pages_unknown():
    assert run("abcd", {0: 3, 3: 5}) == (3, 3, None, 5)


def test_the_last_stretch_is_counted_where_the_others_could_be():
    assert run("ab|c|d", {0: 3, 2: 4}) == (3, 3, 4, 5)
    assert run("abcd|e|f", {0: 3, 3: 6}) == (3, 3, None, 6, None, None)


def test_the_last_stretch_is_not_counted_by_footnotes_which_some_pages_lack():
    assert run("ab|cdef", {0: 3, 2: 4}, foot=(4,)) == (3, 3, 4, None, None, None)


def test_a_last_stretch_without_a_sign_is_one_page_where_signs_show_pages_or_it_is_short():
    lines = full_pages(*[2400] * 3)
    bare = [msgspec.structs.replace(line, breaks="") for line in lines]

    assert pages(lines[:16], frozenset(), {0: 1, 8: 2})[8:] == (2,) * 8
    assert pages(bare[:16], frozenset({8}), {0: 1, 8: 2})[8:] == (2,) + (None,) * 7
    assert pages(bare[:11], frozenset({8}), {0: 1, 8: 2})[8:] == (2,) * 3


def test_a_page_number_that_goes_back_is_not_believed():
    assert run("abc", {0: 5, 1: 3, 2: 6}) == (5, 5, 6)


def test_no_contents_page_no_pages():
    assert run("ab|c", {}) == (None, None, None)


def test_a_formats_own_pages_are_taken():
    lines = [Line(number=1, text="a", page=7), Line(number=2, text="b", page=None)]

    assert pages(lines, frozenset(), {0: 3}) == (7, None)


def full_pages(*sizes):
    """Lines of 240 letters and space; a running line after each of ``sizes`` letters."""
    lines = []
    for size in sizes:
        for place in range(size // 300):
            head = "head" if not place and lines else ""
            lines.append(Line(number=len(lines) + 1, text="x" * 240, breaks=head))
    return lines


def test_a_turn_in_too_much_text_for_a_page_is_placed_only_where_it_is_certain():
    lines = full_pages(*[3000] * 8, 5400, 3000)
    start, end = 0, len(lines) - 1
    crowded = range(80, 98)

    known = pages(lines, frozenset(), {start: 1, 80: 9, end: 11})

    assert [known[i] for i in crowded][:7] == [9] * 7
    assert None in {known[i] for i in crowded}
    assert [known[i] for i in crowded][-6:] == [10] * 6
    assert known[98] == 11


@pytest.mark.parametrize(("own", "told"), [(2, 2), (None, 1)])
def test_the_cover_is_on_its_own_page_and_on_the_first_where_that_is_not_known(own, told):
    made = markdown.lines(sheets().text())
    contents = next(line.number for line in made if line.text == "Contents")
    paged = [
        msgspec.structs.replace(line, page=own and own + (line.number >= contents)) for line in made
    ]

    front, *_ = assemble(paged).report.sections

    assert front.kind == "front"
    assert {front.page, *(block.page for block in front.blocks)} == {told}
