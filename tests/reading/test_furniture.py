import msgspec
import pytest

from peelviewer.reading import furniture
from peelviewer.reading.text.markdown import lines

SENTENCE = "The patrols of the northern valley were seen more often than in the year before,"
REST = "which people there had asked for."


def apart(text, title=0):
    sheet = furniture.set_apart(lines(text), title)
    return [line.text for line in sheet.lines], list(sheet.furniture), sheet


def pages(running, count=5):
    parts = []
    for number in range(count):
        parts += [f"{SENTENCE} it says on page {number} and", running.format(number + 3), REST]
    return "\n\n".join(parts)


@pytest.mark.parametrize(
    "running",
    [
        "DRAFT FOR COMMENT",
        "**Northshire Police, inspection of 2016**",
        "Page {} of a report",
        "An odd one",
    ],
)
def test_a_line_that_cuts_sentences_again_and_again_is_furniture(running):
    kept, gone, sheet = apart(pages(running))

    assert len(gone) == 5
    assert len(kept) == 10
    assert [line.breaks for line in sheet.lines] == ["", "head"] * 5


def test_a_line_that_repeats_at_ends_of_sentences_is_not_furniture():
    text = "\n\n".join(["Figure 1: Rates", "Source: Home Office data", f"{SENTENCE} too."] * 6)

    _, gone, _ = apart(text)

    assert gone == []


def test_the_nations_name_in_a_graphic_is_no_furniture_though_it_cuts_labels():
    kept, gone, _ = apart(pages("England and Wales"))

    assert gone == []
    assert kept.count("England and Wales") == 5


def test_a_running_line_run_together_with_a_caption_is_cut_from_it():
    text = pages("**DRAFT FOR COMMENT**") + "\n\n**DRAFT FOR COMMENT****Figure 2: Rates**\n\nMore."

    kept, gone, sheet = apart(text)

    assert kept[-2:] == ["Figure 2: Rates", "More."]
    assert gone.count("DRAFT FOR COMMENT") == 6
    assert sheet.lines[-2].breaks == "head"


def test_a_running_line_inside_a_paragraph_is_cut_out():
    text = pages("DRAFT FOR COMMENT") + f"\n\n{SENTENCE} DRAFT FOR COMMENT {REST}"

    kept, gone, _ = apart(text)

    assert kept[-2:] == [SENTENCE, REST]
    assert gone.count("DRAFT FOR COMMENT") == 6


def test_page_numbers_count_up_and_values_do_not():
    words = f"{SENTENCE} {REST} {SENTENCE} {REST}"
    text = "\n\n".join(f"{words}\n\n{number}" for number in range(7, 13)) + "\n\n239\n\n240"

    kept, gone, _ = apart(text)

    assert gone == ["7", "8", "9", "10", "11", "12"]
    assert kept[-2:] == ["239", "240"]


@pytest.mark.parametrize(
    "text",
    [
        "This page is intentionally left blank",
        "[This page is deliberately blank]",
        "This page was left blank.",
    ],
)
def test_a_note_on_a_blank_page_is_furniture(text):
    _, gone, _ = apart(f"Words.\n\n{text}")

    assert len(gone) == 1


def test_the_reports_own_title_stays_though_it_runs_along_the_top():
    title = "PEEL: Police effectiveness 2016"

    kept, gone, _ = apart(f"# {title}\n\n" + pages(title), title=1)

    assert kept[0] == title
    assert len(gone) == 5


def test_two_running_lines_above_each_other_both_go():
    text = "\n\n".join(
        (
            f"{SENTENCE} {number} in all, and\n\nTOP LINE OF IT\n\nSecond "
            f"line of it\n\nof {number} {REST}"
        )
        for number in ("one", "two", "three", "four")
    )

    _, gone, _ = apart(text)

    assert sorted(set(gone)) == ["Second line of it", "TOP LINE OF IT"]


def test_the_number_of_a_page_with_few_words_is_no_value():
    words = f"{SENTENCE} {REST} {SENTENCE} {REST}"
    page = f"{words}\n\n{{}}"
    text = "\n\n".join(page.format(number) for number in (3, 4, 5, 6))

    _, gone, _ = apart(f"{text}\n\nFew words.\n\n7\n\n{page.format(8)}\n\nThe end.\n\n9")
    kept, still, _ = apart(f"{text}\n\nFew words.\n\n9\n\n7\n\nThe end.\n\n6")

    assert gone == ["3", "4", "5", "6", "7", "8", "9"]
    assert still == ["3", "4", "5", "6"]
    assert kept[-5:] == ["Few words.", "9", "7", "The end.", "6"]


def test_page_numbers_between_dashes_are_no_items():
    words = f"{SENTENCE} {REST} {SENTENCE} {REST}"
    text = "\n\n".join(f"{words}\n\n– {number} –" for number in range(7, 13))

    assert apart(text)[1] == [f"– {number} –" for number in range(7, 13)]


def test_a_running_line_whose_number_grows_is_whole_on_every_page():
    kept, gone, _ = apart(pages("Northshire Police – page {}", 12))

    assert gone == [f"Northshire Police – page {number}" for number in range(3, 15)]
    assert len(kept) == 24


def test_a_force_that_runs_along_the_top_is_still_named_in_text_and_graphic():
    graphic = "Calls per 1,000\n\nNorthshire Police\n\nEngland and Wales\n\n201\n\n240"
    opening = "Northshire Police has an effective team."

    kept, gone, _ = apart(f"{pages('Northshire Police')}\n\n{graphic}\n\n{opening}")

    assert gone == ["Northshire Police"] * 5
    assert kept[-6:] == [*graphic.split("\n\n"), opening]


@pytest.mark.parametrize("sign", ["", ":"])
def test_names_with_their_values_are_no_running_lines_though_the_force_runs_with_its_page(sign):
    own, national = f"Northshire Police{sign} ", f"England and Wales{sign} "
    graphic = [
        row
        for number in range(6)
        for row in (f"How many of kind {number}", f"{own}{number}.1%", f"{national}{number}.7%")
    ]
    text = "\n\n".join(graphic)

    kept, gone, _ = apart(f"{pages('Northshire Police {}')}\n\n{text}")

    assert gone == [f"Northshire Police {number}" for number in range(3, 8)]
    assert kept[-len(graphic) :] == graphic


def test_both_names_on_one_line_are_no_running_line():
    kept, gone, _ = apart(pages("Northshire Police England and Wales"))

    assert gone == []
    assert kept.count("Northshire Police England and Wales") == 5


def test_a_running_line_at_both_margins_is_furniture():
    _, gone, _ = apart(pages("Northshire Police      Effectiveness 2016      {}"))

    assert len(gone) == 5


def test_a_line_inside_paragraphs_that_is_printed_twice_is_text():
    paragraph = (
        f"{SENTENCE} and one more of\nits streets was looked at by all of the\npeople there."
    )

    kept, gone, _ = apart(f"{paragraph}\n\nAnother.\n\n{paragraph}")

    assert gone == []
    assert len(kept) == 7


def test_without_blank_lines_a_line_on_page_after_page_is_still_furniture():
    assert len(apart(pages("Northshire report", 7).replace("\n\n", "\n"))[1]) == 7


def test_a_line_at_the_top_of_pages_that_feeds_part_is_furniture():
    page = f"Northshire report\n\n{SENTENCE} too.\n\n{{0}} Note {{1}} below.\n\n{{0}}\n\f\n"

    text = "".join(page.format(number, "ABCDE"[number - 3] * 9) for number in range(3, 8))
    _, gone, _ = apart(text)

    assert gone == [part for n in range(3, 8) for part in ("Northshire report", str(n))]


def test_words_in_capitals_that_come_again_and_again_are_furniture_where_no_sentence_is_cut():
    def text(line):
        return "\n\n".join([f"{SENTENCE} and so it stayed.", line] * 4)

    assert (
        apart(text("NORTHSHIRE POLICE – EFFECTIVENESS 2017"))[1]
        == ["NORTHSHIRE POLICE – EFFECTIVENESS 2017"] * 4
    )
    for other in ("REQUIRES IMPROVEMENT", "AREAS FOR IMPROVEMENT", "HOW SAFE IS THE COUNTY TODAY?"):
        assert apart(text(other))[1] == []


def test_a_term_that_is_a_title_here_and_ends_a_wrapped_paragraph_there_is_text():
    wrapped = f"{SENTENCE} it says, of all the\nanti-social behaviour"
    text = f"## Anti-social behaviour\n\n{wrapped}\n\nin the north.\n\n## Anti-social behaviour"

    assert apart(f"{text}\n\n{wrapped}\n\nin the south.")[1] == []


def test_a_title_that_other_lines_begin_with_is_no_running_line():
    label = f"{SENTENCE} and the\n\nAnti-social behaviour\nincidents per 1,000"
    text = f"## Anti-social behaviour\n\n{label}\n\n## Anti-social behaviour\n\nText."

    assert apart(text)[1] == []


def chapters(running, foot):
    """Return short pages that end with their sentences: a title, text, and the foot."""
    page = "## How well is part {} led?\n\n{} too.\n\n{}"
    feet = [foot.format(running, number, number) for number in range(3, 9)]
    return "\n\n".join(page.format("ABCDEF"[at], SENTENCE, foot) for at, foot in enumerate(feet))


@pytest.mark.parametrize(
    "running",
    [
        "OFFICIAL",
        "**Not for publication before 3 May**",
        "## HMIC – Northshire",
        "Northshire Police",
    ],
)
@pytest.mark.parametrize("foot", ["{}", "{}\n\n{}", "---\n\n<sup>{1}</sup> A note.\n\n{0}"])
def test_a_line_at_the_ends_of_short_pages_is_furniture_though_no_sentence_is_cut(running, foot):
    text = chapters(running, foot)
    if foot == "{}":
        text += "\n\n## The last part"

    kept, gone, _ = apart(text)

    plain = running.strip("*# ")
    assert gone.count(plain) == 6
    assert plain not in kept
    assert sum(line.startswith("How well") for line in kept) == 6


@pytest.mark.parametrize("title", ["## Conclusion", "**Conclusion**", "Conclusion"])
def test_a_title_that_comes_in_every_chapter_is_none_though_it_stands_before_headings(title):
    text = "\n\n".join(
        f"## How well is part {part} led?\n\n{SENTENCE} too.\n\n{title}\n\n"
        f"### What was seen in {part}\n\n{SENTENCE} so it was."
        if title.startswith("#")
        else f"## How well is part {part} led?\n\n{SENTENCE} too.\n\n{title}\n\n{SENTENCE} so."
        for part in "ABCDEF"
    )

    assert apart(text)[1] == []


def test_the_lines_of_a_paragraph_that_is_printed_again_are_text():
    text = f"A title {{}}\n\n{SENTENCE}\n{REST}\n\n{SENTENCE} it says in {{}} and\n\n"

    kept, gone, _ = apart("".join(text.format(n, n) for n in range(7)))

    assert gone == []
    assert kept.count(SENTENCE) == 7


def test_a_sentence_that_every_chapter_has_is_text():
    part = f"{SENTENCE} {REST}\n\nWe say more of it all below here.\n\n## Title {{}}"
    text = "\n\n".join(map(part.format, "ABCDEFGHI"))

    _, gone, _ = apart(text)

    assert gone == []


def test_a_closing_title_with_its_page_run_onto_it_is_no_furniture():
    text = "\n\n".join(f"{SENTENCE}\n\nSummary of findings{n}\n\n{REST}" for n in (6, 8, 9))

    _, gone, _ = apart(text)

    assert gone == []


@pytest.mark.parametrize(
    "contents", ["", "Part 1 of 3: who listens .... 4", "Part 1 of 3: who listens\t4"]
)
def test_numbered_titles_below_notes_are_no_running_lines(contents):
    listed = [contents.replace("Part 1", f"Part {n}") for n in (1, 2, 3) if contents]
    parts = [
        f"### Part {n} of 3: who listens\n\n{SENTENCE} too.<sup>{n}</sup>\n\n<sup>{n}</sup> A note."
        for n in (1, 2, 3)
    ]

    kept, _, _ = apart(
        "\n\n".join(["\n".join(listed), "Before.<sup>9</sup>", "<sup>9</sup> A note.", *parts])
    )

    assert [text for text in kept if text.endswith("who listens")] == [
        f"Part {n} of 3: who listens" for n in (1, 2, 3)
    ]


def test_a_heading_that_runs_along_the_top_with_its_page_is_furniture_where_notes_end_pages():
    parts = [
        f"### Northshire, page {n}\n\n{SENTENCE} too.<sup>{n}</sup>\n\n<sup>{n}</sup> A note."
        for n in range(7, 12)
    ]

    _, gone, _ = apart("\n\n".join(["Before.<sup>1</sup>", "<sup>1</sup> A note.", *parts]))

    assert gone == [f"Northshire, page {n}" for n in range(7, 12)]


def test_names_with_their_values_are_no_running_lines():
    pairs = [("Victims satisfied", "88.1%", "83.8%"), ("Searches", "9.0", "9.4"),
             ("Complaints", "211", "268"), ("Officers", "2.1%", "5.9%")]  # fmt: skip
    parts = [
        f"### {label}\n\nNumber of {label.lower()} 12 months to 31 March 2016\n\n"
        f"Northshire Police {own}\n\nEngland and Wales {national}"
        for label, own, national in pairs
    ]

    _, gone, _ = apart("## Force in numbers\n\n" + "\n\n".join(parts))

    assert gone == []


@pytest.mark.parametrize("title", ["### A case", "**A case**"])
def test_a_title_that_comes_every_few_pages_is_no_running_line(title):
    names = ("plans", "walks", "desks", "calls", "homes", "funds", "cars")
    parts = []
    for number, name in enumerate(names):
        told = [f"Of {name} the {n} patrol told us what it had seen." for n in range(12)]
        first, second, third = (str(3 * number + at) for at in (3, 4, 5))
        parts += [f"## Chapter of {name}", title, *told[:4], first, *told[4:8], second]
        parts += [*told[8:], third]

    kept, gone, _ = apart("\n\n".join(parts))

    assert kept.count("A case") == len(names)
    assert gone == [str(number) for number in range(3, 24)]


def regular(line):
    """Eight times two paragraphs and the line."""
    ends = ("north", "south", "east", "west", "town", "county", "valley", "coast")
    return lines(
        "\n\n".join(f"{SENTENCE * 12} here.\n\nSo it is in the {end}.\n\n{line}" for end in ends)
    )


@pytest.mark.parametrize(("ahead", "times"), [(0, 8), (1, 8), (2, 0)])
def test_a_line_at_regular_distances_runs_where_it_stands_at_the_ends_of_pages(ahead, times):
    sheet = [
        msgspec.structs.replace(line, page=1 + (number + ahead) // 3)
        for number, line in enumerate(regular("Northern area"))
    ]

    gone = list(furniture.set_apart(sheet, 0).furniture)

    assert gone == ["Northern area"] * times


def test_a_line_that_announces_what_follows_is_no_running_line():
    assert list(furniture.set_apart(regular("He put it"), 0).furniture) == ["He put it"] * 8
    assert list(furniture.set_apart(regular("He put it like this:"), 0).furniture) == []
