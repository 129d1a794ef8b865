import pytest

from peelviewer.reading.judgments import grade, judgments
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
