import pytest

from peelviewer.reading.chapters import chapter_levels
from peelviewer.reading.lines import Line
from peelviewer.reading.outline import contents, with_entries_apart
from peelviewer.reading.text.markdown import lines
from tests.reading.hostile import within


def entries(text):
    found = contents(lines(text))
    return None if found is None else [(e.title, e.page, e.level) for e in found.entries]


@pytest.mark.parametrize(
    "row",
    [
        "How safe is it? ..... 12",
        "How safe is it?.....12",
        "How safe is it?\t12",
        "How safe is it? 12",
        "How safe is it?12",
        "How safe is it? . . . . 12",
        "How safe is it? ……12",
        "| How safe is it? | 12 |",
        "- [How safe is it?](#safe) 12",
        "How safe is it? .\t12",
    ],
)
def test_an_entry_is_read_whatever_leads_to_its_page(row):
    found = entries(f"## Contents\n\n**Introduction ....\t4**\n{row}\n\n## Introduction")

    assert found[1][:2] == ("How safe is it?", 12)


def test_bold_entries_are_chapters():
    found = entries("**Contents**\n\n**One ... 3**\nTwo ... 4\n**Three ... 5**\n\n## One")

    assert [level for *_, level in found] == [1, 2, 1]


def test_an_entry_that_runs_over_two_lines_is_one():
    found = entries(
        "## Contents\n\nOne ... 3\nA title that is so long that\nit needs more room ... 4\n\n## One"
    )

    assert found[1][:2] == ("A title that is so long that it needs more room", 4)


def test_links_without_page_numbers_are_entries():
    found = entries("## Contents\n\n- [One](#one)\n- [Two](#two)\n\n## One")

    assert found == [("One", None, None), ("Two", None, None)]


def test_the_report_ends_the_contents_page():
    found = contents(lines("## Contents\n\nOne ... 3\nTwo ... 4\n\nOne\n\nIt was 2016"))

    assert (len(found.entries), found.end) == (2, 3)


def test_a_first_title_in_two_lines_ends_the_contents_page_as_well():
    title = "Overview – How well is a very\nlong question asked?"
    text = f"Contents\n{title} ... 3\nOverall judgment ... 3\nIn numbers ... 4\n\n"

    found = contents(lines(f"{text}{title}\n\nOverall judgment1\n\nGood"))

    assert [e.title for e in found.entries][1:] == ["Overall judgment", "In numbers"]
    assert (len(found.entries), found.end) == (3, 5)


def test_a_title_with_a_call_out_run_onto_it_is_no_entry_of_an_earlier_page():
    text = "Contents\nOne ... 3\nTwo ... 4\nThree ... 9\n\n"

    found = contents(lines(f"{text}Overall judgment1\n\nGood"))

    assert [e.title for e in found.entries] == ["One", "Two", "Three"]


@pytest.mark.parametrize("text", ["Words.\n\nMore words.", "## Contents\n\n## One"])
def test_no_entries_is_no_contents_page(text):
    assert entries(text) is None


def test_chapters_are_told_by_what_a_report_is_built_of():
    titles = [
        "Introduction",
        "Force in numbers",
        "Overview – How good is it?",
        "How safe is it?",
        "Is it seen?",
        "Summary of findings",
        "How fair is it?",
        "Is it kind?",
        "Summary of findings",
        "Next steps",
        "Annex A",
    ]

    assert chapter_levels(titles) == [1, 1, 1, 1, 2, 2, 1, 2, 2, 1, 1]


@pytest.mark.parametrize("header", ["| Section | Page |\n|---|---:|", "Chapter\tPage", "Page"])
def test_the_header_of_the_columns_is_no_entry(header):
    rows = "| Introduction | 4 |\n| How safe is it? | 5 |"

    found = contents(lines(f"## Contents\n\n{header}\n{rows}\n\n## Introduction"))

    assert [(entry.title, entry.page) for entry in found.entries] == [
        ("Introduction", 4),
        ("How safe is it?", 5),
    ]


def test_lines_that_stand_again_further_on_are_entries_without_pages():
    listed = ["Introduction", "How well is crime prevented", "and the county kept safe?", "Annex A"]
    text = "\n\n".join(
        ["Contents", "\n".join(listed), "Introduction", "Words of it.", " ".join(listed[1:3])]
    )

    found = contents(lines(f"{text}\n\nMore words.\n\nAnnex A\n\nData."))

    assert [(entry.title, entry.page) for entry in found.entries] == [
        ("Introduction", None),
        ("How well is crime prevented and the county kept safe?", None),
        ("Annex A", None),
    ]
    assert lines(text)[found.end].text == "Introduction"


def test_areas_are_chapters_and_what_tells_of_one_is_within_it():
    titles = ["Overall summary", "Our judgments", "HM Inspector’s observations"]
    titles += ["Providing a service to the victims of crime", "Victim service assessment"]
    titles += ["Investigating crime", "Areas for improvement", "The force investigates quickly"]
    titles += ["Recording data about crime", "Main findings", "Northshire Police has a new desk"]
    titles += ["About the data", "Methodology"]

    assert chapter_levels(titles) == [1, 2, 2, 1, 2, 1, 2, 2, 1, 2, 2, 1, 2]


def test_known_sections_stand_within_their_chapters():
    titles = ["Introduction", "What is police efficiency and why is it important?", "Overview"]
    titles += ["Overall judgment", "How well is it done?", "How?", "Summary of findings"]
    titles += ["How well was it done?", "Summary of findings", "Annex A", "Methodology", "Annex B"]

    assert chapter_levels(titles) == [1, 2, 1, 2, 1, 2, 2, 1, 2, 1, 2, 1]


def test_questions_of_one_pillar_are_not_chapters_of_several():
    titles = ["Introduction", "Overview", "How effective is the force at preventing crime?"]
    titles += ["How effectively does it patrol?", "How effectively does it listen?"]
    titles += ["Summary of findings", "How effective is it at investigating?"]
    titles += ["How effectively does it follow up?", "Summary of findings", "Annex A"]

    assert chapter_levels(titles) == [1, 1, 1, 2, 2, 2, 1, 2, 2, 1]


def test_a_chapter_summary_before_the_questions_ends_none_of_them():
    titles = [
        "Introduction",
        "Summary",
        "How safe is it?",
        "Is it seen?",
        "Summary of findings",
        "How fair is it?",
        "Summary of findings",
        "Next steps",
    ]

    assert chapter_levels(titles) == [1, 1, 1, 2, 2, 1, 2, 1]


def test_indented_entries_stand_below_those_that_are_not():
    found = entries(
        "## Contents\n\nSummary ..... 3\nHow safe is it? ..... 4\n  Is it seen? ..... 5\n"
        "    By day ..... 6\n  Summary of findings ..... 7\nNext steps ..... 8\n\n## Summary"
    )

    assert [level for *_, level in found] == [1, 1, 2, 3, 2, 1]


def test_an_item_without_a_page_is_one_entry_on_however_many_lines():
    found = entries(
        "## Contents\n\n- A title that is so long that\n  it needs more room\n\n- Two\n\n## One"
    )

    assert [title for title, *_ in found] == [
        "A title that is so long that it needs more room",
        "Two",
    ]


def test_however_long_the_leader_is_an_entry_on_two_lines_is_one():
    first = "How safe is the county, and how well does its police force know it " * 2
    found = entries(f"## Contents\n\nOne ... 3\n{first}\nby night? {'. ' * 90}4\n\n## One")

    assert found[1][:2] == (f"{first}by night?", 4)


def test_entries_that_run_on_are_told_apart_by_leader_and_page():
    text = (
        "Contents\n\nIntroduction ………… 3 How safe is\nit? ………… 4 Summary of findings ....... 5\n"
        "Next steps . . . . 6 Is it well run? . 7 Annex ….. 8 Thanks\n….. 9 Who we are …..\n"
        "10 What we do ..... 11\n\nIntroduction\n\nThere were ... 12 of them."
    )
    apart = tuple(with_entries_apart(lines(text)))

    assert [(entry.title, entry.page) for entry in contents(apart).entries] == [
        ("Introduction", 3),
        ("How safe is it?", 4),
        ("Summary of findings", 5),
        ("Next steps", 6),
        ("Is it well run?", 7),
        ("Annex", 8),
        ("Thanks", 9),
        ("Who we are", 10),
        ("What we do", 11),
    ]
    assert apart[-1].text == "There were ... 12 of them."


@pytest.mark.parametrize("dots", [".", ". ", "…", "… ", ".…", " "])
def test_a_row_of_dots_without_a_page_takes_no_long_time(dots):
    row = f"Words{dots * 20_000}and more {dots * 20_000}."

    with within(2):
        assert [line.text for line in with_entries_apart([Line(number=1, text=row)])] == [row]


def test_an_entry_without_a_page_is_known_by_a_title_that_is_set_on_other_lines():
    text = (
        "Contents\nIntroduction\nHow well does the force keep people\nsafe at night?\nMethods\n"
        "Data\n\nIntroduction\nWords of it.\n\n"
        "How well does the force\nkeep people safe at night?\n\n"
        "More words.\n\nMethods\nData\nThey are these."
    )

    assert [title for title, *_ in entries(text)] == [
        "Introduction",
        "How well does the force keep people safe at night?",
        "Methods",
        "Data",
    ]


def test_the_page_of_an_entry_can_stand_at_the_first_of_its_lines():
    text = (
        "Contents\nIntroduction ... 3\nHow well does the force keep people 4\nsafe at night?\n"
        "How well does it plan for all of the\nyears to come? ... 5\nNext steps ... 7\n\n"
        "Introduction\n\nWords."
    )

    assert [found[:2] for found in entries(text)] == [
        ("Introduction", 3),
        ("How well does the force keep people safe at night?", 4),
        ("How well does it plan for all of the years to come?", 5),
        ("Next steps", 7),
    ]
