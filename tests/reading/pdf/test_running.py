"""Running lines are told by place and repetition; what only happens to come again is text."""

from peelviewer.reading.pdf.rows import rows_of
from peelviewer.reading.pdf.running import leading, running
from peelviewer.reading.pdf.words import Page, Style, Word

PAGES = 9


def put(text, baseline, size=11.0, *, bold=False, left=70.0):
    words = []
    for part in text.split(" "):
        right = left + len(part) * size / 2
        words.append(Word(part, left, right, baseline, Style(size, bold=bold, italic=False)))
        left = right + size * 0.3
    return words


def apart(*ends):
    """Set pages with some words of their own; return what is set apart of each."""
    pages, sheets = [], []
    for number, end in enumerate(ends, 1):
        text = [w for n in range(20) for w in put(f"Text {number} of {n} more", 660 - 14 * n)]
        words = (*text, *end)
        pages.append(Page(number, 595, 842, words, ""))
        sheets.append(rows_of(words))
    return [
        [sheet[index].text for index in sorted(gone)]
        for sheet, gone in zip(sheets, running(pages, sheets), strict=True)
    ]


def test_a_line_at_the_head_of_each_page_is_a_running_line():
    found = apart(*(put("Northshire Police", 790, 9.0) for _ in range(PAGES)))

    assert found == [["Northshire Police"]] * PAGES


def test_a_large_line_at_the_head_of_a_chapters_pages_is_a_running_line():
    head = put("Effectiveness", 790, 16.0)

    assert apart(*([] if n < 3 else head for n in range(PAGES)))[3:] == [["Effectiveness"]] * 6


def test_a_title_with_which_several_pages_begin_is_none():
    title = put("Summary of findings", 740, 16.0, bold=True)

    found = apart(*(title if n in (1, 4, 7) else [] for n in range(PAGES)))

    assert found == [[]] * PAGES


def test_the_first_row_that_long_titles_have_in_common_is_none():
    found = apart(
        *(
            [
                *put("How effective is the force at", 750, 16.0, bold=True),
                *put(f"{'abcdefghi'[n] * 9} in the county?", 730, 16.0, bold=True),
            ]
            for n in range(PAGES)
        )
    )

    assert found == [[]] * PAGES


def test_the_titles_of_numbered_parts_are_none():
    found = apart(*(put(f"Part {n % 3 + 1}", 740, 16.0) if n % 3 else [] for n in range(PAGES)))

    assert found == [[]] * PAGES


def test_the_last_row_that_long_notes_have_in_common_is_none():
    found = apart(
        *(
            [
                *put(f"{n} A note on {'abcdefghi'[n] * 9} that goes on in the next row:", 70, 8.0),
                *put("see annex A.", 60, 8.0),
                *put(f"{n + 1}", 30, 9.0),
            ]
            for n in range(PAGES)
        )
    )

    assert found == [[str(n + 1)] for n in range(PAGES)]


def test_a_running_line_of_two_rows_is_one():
    foot = [*put("Northshire Police", 40, 8.0), *put("www.northshire.example", 30, 8.0)]

    assert (
        apart(*(foot for _ in range(PAGES)))
        == [["Northshire Police", "www.northshire.example"]] * PAGES
    )


def test_the_title_of_a_chapter_that_stands_once_where_running_lines_stand_is_one():
    heads = ["Northshire Police", "Effectiveness", "Northshire Police", "Legitimacy"] * 2

    found = apart(*(put(head, 790, 8.0) for head in (*heads, "Next steps")))

    assert found == [[head] for head in (*heads, "Next steps")]


def test_a_running_line_of_two_rows_that_stands_once_is_one():
    head = put("Northshire Police", 790, 8.0)
    long = [*put("How effective is the force at keeping", 795, 8.0), *put("people safe?", 786, 8.0)]

    found = apart(*(head if n % 2 else [] for n in range(PAGES)), long)

    assert found[-1] == ["How effective is the force at keeping", "people safe?"]


def test_what_stands_once_where_running_lines_stand_is_text_if_it_is_as_large_or_near_the_text():
    head = put("Northshire Police", 790, 8.0)
    large = put("Some beats are small", 790, 11.0)
    near = [*put("1 A note on beats", 790, 8.0), *put("that goes on in more text", 778, 11.0)]

    found = apart(*(head for _ in range(PAGES)), large, near)

    assert found[-2:] == [[], []]


def test_what_is_said_twice_below_the_titles_of_short_pages_is_text():
    said = "The patrols of the valley were seen."
    pages, sheets = [], []
    for number, name in enumerate(["plans", "walks", "desks"], 1):
        words = (*put(f"Chapter of {name}", 790, 18.0), *put(said, 760))
        pages.append(Page(number, 595, 842, words, ""))
        sheets.append(rows_of(words))

    assert running(pages, sheets) == [frozenset()] * 3


def test_the_step_from_row_to_row_is_that_of_text_and_not_of_tables():
    text = [w for n in range(4) for w in put("people who were seen " * 4, 700 - 14 * n)]
    values = [Word("12%", 540, 560, 600 - 20 * n, Style(11, False, False)) for n in range(9)]
    names = [word for n in range(9) for word in put("Officers", 600 - 20 * n)]

    assert leading([rows_of([*text, *names, *values])], 11.0) == round(14 / 11, 2)


def test_a_figures_caption_and_source_are_text_also_where_pages_begin_and_end_with_them():
    found = apart(
        *([*put(f"Figure {n}: Rates", 790), *put("Source: Home Office", 60)] for n in range(PAGES))
    )

    assert found == [[]] * PAGES


def test_the_header_of_a_table_is_none_though_pages_begin_with_it():
    header = [*put("Offence", 790), *put("Northshire", 790, left=300)]
    values = [*put("Theft", 770), *put("12.5", 770, left=300)]

    assert apart(*([*header, *values] for _ in range(PAGES))) == [[]] * PAGES
    assert apart(*(header for _ in range(PAGES))) == [["Offence Northshire"]] * PAGES
