import pytest

from peelviewer.reading.judgments import apart, grade, judgments
from peelviewer.reading.markdown import lines
from tests import builders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Good", "good"),
        ("OUTSTANDING", "outstanding"),
        ("Requires improvement", "requires improvement"),
        ("Requires  Improvement ", "requires improvement"),
        ("Inadequate.", "inadequate"),
        ("Adequate", "adequate"),
        ("Ungraded", "ungraded"),
        ("Overall judgment: Good", "good"),
        ("Judgement – Good", "good"),
        ("It is good", None),
        ("Good practice", None),
        ("", None),
        ("Goods", None),
    ],
)
def test_a_grade_is_a_line_of_its_own(text, expected):
    assert grade(text) == expected


def overview(*blocks):
    return builders.section(
        "overview", "Overview – How good is it?", 1, None, "overview", 5, *blocks
    )


def question(number, *blocks):
    return builders.section(
        f"q{number}", f"Question {number}?", 1, None, "question", 6 + number, *blocks
    )


def found(*sections):
    return [(j.scope, j.section, j.grade, j.page) for j in judgments(sections)]


def graded(text, page):
    return builders.block("judgment", text, page)


def test_a_questions_grade_is_the_one_in_its_own_chapter():
    sections = (
        overview(graded("Good", 5), builders.paragraph("Question 1?", 5), graded("Good", 5)),
        question(1, graded("Good", 8)),
    )

    assert found(*sections) == [("overall", "overview", "good", 5), ("question", "q1", "good", 8)]


def test_the_overviews_list_serves_where_a_chapter_has_no_grade():
    sections = (
        overview(builders.paragraph("Question 1?", 5), graded("Inadequate", 5), graded("Good", 5)),
        question(1),
        question(2),
    )

    assert found(*sections) == [
        ("overall", "overview", "good", 5),
        ("question", "q1", "inadequate", 5),
    ]


def test_grades_elsewhere_are_no_judgments():
    annex = builders.section("annex", "Annex A", 1, None, "annex", 9, graded("Good", 9))

    assert found(annex) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## How well are roads policed? Requires improvement", "How well are roads policed?"),
        ("**How well are roads policed?** Good", "How well are roads policed?"),
        ("How well are roads policed? **Inadequate**", "How well are roads policed?"),
        ("How well are roads policed? – Ungraded", "How well are roads policed?"),
        ("## Policing the roads: Adequate", "Policing the roads"),
        ("## Policing the roads Outstanding", "Policing the roads"),
    ],
)
def test_a_questions_grade_on_its_line_is_parted_from_it(text, title):
    parted = list(apart(lines(text), {"policingtheroads"}))

    assert len(parted) == 2
    assert parted[0].text.rstrip(" :–") == title
    assert parted[0].heading == lines(text)[0].heading
    assert grade(parted[1].text) is not None
    assert parted[1].heading == 0


@pytest.mark.parametrize(
    "text",
    [
        "Its plans for the roads are good",
        "## Why patrols are inadequate",
        "## Overall judgment: Good",
        "- Is the force good? Good",
        "How well are roads policed? Inadequately",
    ],
)
def test_a_grade_that_ends_other_lines_stays(text):
    assert list(apart(lines(text), {"policingtheroads"})) == list(lines(text))


@pytest.mark.parametrize(
    "table",
    [
        "Question\tGrade\nQuestion 1?\tGood\nQuestion 2?\tInadequate",
        "Outstanding\tGood\tInadequate\n\tQuestion 1?\tQuestion 2?",
        "Question 1?\tGood\nQuestion 2?\tInadequate",
    ],
)
def test_grades_in_a_table_serve_where_chapters_have_none(table):
    sections = (overview(builders.block("table", table, 5)), question(1), question(2))

    assert found(*sections) == [("question", "q1", "good", 5), ("question", "q2", "inadequate", 5)]
