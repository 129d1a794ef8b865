import pytest

from peelviewer.reading import read
from peelviewer.reading.text.markdown import lines as markdown_lines
from peelviewer.reading.text.plain_text import lines
from peelviewer.reading.text.standing import with_titles

TEXT = (
    "Patrols walk the same streets each week and talk to whoever is out, so that\n"
    "small troubles are known before they grow."
)


def titles(text):
    return [line.text for line in with_titles(lines(text)) if line.heading]


@pytest.mark.parametrize(
    "title",
    [
        "Control room response",
        "Does the force have an approach?",
        "2.1 Supporting victims",
        "Organised crime groups (OCGs)",
        "CONTROL ROOM",
        "Figure 2: Rates of crime, by force, for the 12 months to 30 June 2016",
    ],
)
@pytest.mark.parametrize(
    "below", [TEXT, "• an item", f"Another title\n\n{TEXT}", "Please see what annex A says of it."]
)
def test_a_short_line_by_itself_above_text_is_a_title(title, below):
    assert titles(f"{TEXT}\n\n{title}\n\n{below}")[0] == title


def test_a_group_of_the_numbers_graphic_is_a_title_and_the_names_of_a_pair_are_none():
    pair = "Charged\n\nNorthshire Police England and Wales\n\n– 12.1%"
    other = f"Percentage of outcomes in the 12 months to 30 June 2016\n\n{pair[9:]}"

    assert titles(f"{TEXT}\n\nCrime outcomes*\n\n{pair}\n\n{other}") == ["Crime outcomes*"]


def test_a_question_on_two_lines_is_a_title_on_two_lines():
    assert titles(f"{TEXT}\n\nHow well does the force bring\noffenders to justice?\n\n{TEXT}") == [
        "How well does the force bring",
        "offenders to justice?",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "A short sentence.",
        "These are the points:",
        "in the middle of a sentence",
        "www.example.org/report",
        "Northshire Police",
        "England and Wales",
        "77.4%",
        "Good",
        "Areas for improvement",
        "Source: Home Office data",
        "Figure 1 shows the rates",
        "© HMIC 2017",
    ],
)
def test_other_short_lines_are_no_titles(line):
    assert titles(f"{TEXT}\n\n{line}\n\n{TEXT}") == []


@pytest.mark.parametrize(
    "text",
    [
        f"Control room response\n{TEXT}",
        f"{TEXT[:-1]} of the\n\nNational Crime Agency\n\n{TEXT}",
        "How well is crime prevented?\n\nGood\n\nHow well is it investigated?\n\nGood",
        "Calls for assistance per 1,000 population\n\nNorthshire Police\n\n201",
        "A last line",
    ],
    ids=["no space", "sentence", "list of grades", "graphic", "nothing below"],
)
def test_what_stands_around_a_line_can_say_that_it_is_no_title(text):
    assert titles(text) == []


def test_where_headings_are_marked_nothing_else_is_a_title():
    found = with_titles(markdown_lines(f"## Overview\n\n{TEXT}\n\nControl room\n\n{TEXT}"))

    assert [line.text for line in found if line.heading] == ["Overview"]


REPORT = f"""PEEL: Police effectiveness 2016
An inspection of Northshire Police
March 2017

Contents
Introduction ........................ 3
How well is crime prevented and how well
are the people of the county kept safe? ... 4
Summary of findings ................. 5
How well is crime investigated? ..... 6
Summary of findings ................. 7

Introduction

{TEXT}

How well is crime prevented and how well
are the people of the county kept safe?

{TEXT}

Knowing the streets

{TEXT}

Summary of findings

Good

{TEXT}

How well is crime investigated?

Control room response

{TEXT}

Summary of findings

Requires improvement

{TEXT}
"""


def test_a_text_without_marks_has_the_sections_that_its_contents_page_lacks(tmp_path):
    path = tmp_path / "northshire.txt"
    path.write_text(REPORT, "utf-8")

    report = read(path)

    assert [(s.level, s.title) for s in report.sections[1:]] == [
        (1, "Introduction"),
        (1, "How well is crime prevented and how well are the people of the county kept safe?"),
        (2, "Knowing the streets"),
        (2, "Summary of findings"),
        (1, "How well is crime investigated?"),
        (2, "Control room response"),
        (2, "Summary of findings"),
    ]
    assert [judgment.grade for judgment in report.judgments] == ["good", "requires improvement"]
    assert report.audit.unplaced == report.audit.surplus == ()


@pytest.mark.parametrize(
    "below", ["Good", "Requires improvement", "Summary", "Summary of findings", "Effectiveness"]
)
def test_a_grade_or_a_known_title_right_below_a_title_is_no_part_of_it(below):
    found = with_titles(lines(f"{TEXT}\n\nHow crime is investigated\n{below}\n\n{TEXT}"))

    assert next(line.text for line in found if line.heading) == "How crime is investigated"
    assert all(line.gap for line in found if line.heading)


def test_a_sentence_above_the_heading_of_a_box_is_no_title():
    text = f"{TEXT}\n\nThe force is good at this.\nMain findings\n\n{TEXT}"

    assert not titles(text)
    assert not titles(text.replace("Main findings", "Areas for improvement"))


def test_a_line_with_a_title_and_its_grade_is_no_part_of_the_next_title():
    text = "How calls are answered Inadequate\nHow crime is investigated\nRequires improvement"

    assert titles(f"{TEXT}\n\n{text}\n\n{TEXT}") == ["How crime is investigated"]
