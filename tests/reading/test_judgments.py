import pytest

from peelviewer.reading.grades import apart, grade, with_whole_grades
from peelviewer.reading.judgments import judgments
from peelviewer.reading.text.markdown import lines
from peelviewer.reading.words import marked_up_words
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
        ("Our judgment: Good", "good"),
        ("Graded as good", "good"),
        ("Rated: Requires improvement", "requires improvement"),
        ("[Good]", "good"),
        ("No grade", "ungraded"),
        ("2015: Good", None),
        ("Good?", None),
        ("“Good”", None),
        ("Previously: Good", None),
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
    made = judgments(sections, "2016", builders.NORTHSHIRE)
    return [(j.scope, j.section, j.grade, j.page) for j in made]


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


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("An area of work that goes on", []),
        ("How well is a thing led of which no chapter tells?", []),
        ("The force works well. How well is it led? Good How fair is it?", []),
        ("How good is it?", [("overall", "overview", "good", 5)]),
        ("The force works well.", [("overall", "overview", "good", 5)]),
    ],
)
def test_a_grade_below_a_strange_title_is_not_the_overall_one(above, expected):
    opening = builders.block("paragraph", "Grades are listed here.", 5)
    title = builders.block("paragraph", above, 5)

    assert found(overview(opening, title, graded("Good", 5)), question(1)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Summary of findings", []),
        ("How well is it led?", []),
        ("Overall judgment", [("overall", "part", "good", 5)]),
    ],
)
def test_a_grade_below_the_findings_on_a_question_is_not_the_overall_one(title, expected):
    part = builders.section("part", title, 2, "overview", "summary", 5, graded("Good", 5))

    made = judgments((overview(), part, question(1)), "2016")

    assert [(one.scope, one.grade) for one in made] == [(scope, g) for scope, _, g, _ in expected]


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
        ("## Policing the roads (Requires improvement)", "Policing the roads"),
        ("## Policing the roads [not graded]", "Policing the roads"),
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


def pillar(title, *blocks):
    return builders.section(title.casefold(), title, 1, None, "overview", 7, *blocks)


def child(above, number, *blocks):
    return builders.section(
        f"{above.casefold()}/q{number}", f"Question {number}?", 2, above.casefold(), "section", 8,
        *blocks,
    )  # fmt: skip


def test_each_pillar_has_an_overall_judgment_and_questions_below_it():
    sections = (
        pillar("Effectiveness", graded("Good", 7)),
        child("Effectiveness", 1, graded("Inadequate", 8)),
        pillar("Efficiency", graded("Outstanding", 9)),
    )

    assert found(*sections) == [
        ("overall", "effectiveness", "good", 7),
        ("question", "effectiveness/q1", "inadequate", 8),
        ("overall", "efficiency", "outstanding", 9),
    ]


def test_a_grade_under_a_heading_that_says_so_is_the_pillars():
    heading = builders.section(
        "effectiveness/j", "Overall judgment", 2, "effectiveness", "section", 7, graded("Good", 7)
    )

    assert found(pillar("Effectiveness"), heading) == [("overall", "effectiveness", "good", 7)]


def listed(*texts):
    """An overview with these grades and titles one below another, and the two questions."""
    blocks = [
        graded(text, 5) if grade(text) else builders.paragraph(text, 5) for text in texts
    ]  # fmt: skip
    return found(overview(*blocks), question(1), question(2))


Q1, Q2 = "Question 1?", "Question 2?"


@pytest.mark.parametrize(
    ("texts", "first", "second"),
    [
        ((Q1, "Good", Q2, "Inadequate"), "good", "inadequate"),
        (("Outstanding", "Good", Q1, "Requires improvement", Q2, "Inadequate"),
         "good", "requires improvement"),
        (("Outstanding", "Good", Q1, Q2, "Inadequate"), "good", "good"),
    ],
)  # fmt: skip
def test_a_list_gives_grades_after_titles_or_titles_below_their_grade(texts, first, second):
    assert listed(*texts) == [("question", "q1", first, 5), ("question", "q2", second, 5)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Outstanding", "Good", "Requires improvement", "Inadequate"),  # the scale
        ("Outstanding", Q1, "Good", Q2),
    ],
)
def test_what_can_be_read_in_two_ways_is_no_judgment(texts):
    assert listed(*texts) == []


@pytest.mark.parametrize(
    "table",
    [
        "Area\tOutstanding\tGood\tInadequate\nQuestion 1?\t\t✓\t\nQuestion 2?\t\t\t●",
        "Question 1? Good\t2016\nQuestion 2? – Inadequate\t2017",
        "Question 1?\tGood\tLast inspected\nQuestion 2?\t\tInadequate\t\t2018/19",
    ],
)
def test_a_table_may_mark_grades_or_say_more_than_them(table):
    sections = (overview(builders.block("table", table, 5)), question(1), question(2))

    assert found(*sections) == [("question", "q1", "good", 5), ("question", "q2", "inadequate", 5)]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Question\t2015\t2016\nQuestion 1?\tGood\tInadequate", ["inadequate"]),
        ("Question\tPEEL 2016\tPEEL 2015\nQuestion 1?\tInadequate\tGood", ["inadequate"]),
        ("Question\tPrevious grade\tGrade\nQuestion 1?\tGood\tInadequate", ["inadequate"]),
        ("Question\t2014\t2015\nQuestion 1?\tGood\tInadequate", []),
        ("Question\t2015\nQuestion 1?\tGood", []),
        ("Question\tOne\tOther\nQuestion 1?\tGood\tInadequate", []),
    ],
    ids=["own last", "own first", "in words", "two earlier ones", "an earlier one", "no telling"],
)
def test_of_the_grades_of_several_inspections_the_reports_own_counts(table, expected):
    made = judgments((overview(builders.block("table", table, 5)), question(1)), "2016")

    assert [one.grade for one in made] == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("In our 2015 inspection we graded:", []),
        ("The grades of the last inspection were:", []),
        ("Since our last inspection in 2015 the grades are:", ["good"]),
        ("In 2016 the grades are:", ["good"]),
    ],
)
@pytest.mark.parametrize(
    "blocks",
    [
        [("list_item", "Question 1? – good")],
        [("paragraph", "Question 1?"), ("judgment", "Good")],
        [("table", "Question 1?\tGood")],
    ],
    ids=["items", "lines", "table"],
)
def test_what_is_said_above_grades_can_make_them_those_of_an_earlier_inspection(
    lead, expected, blocks
):
    stated = [builders.paragraph(lead, 5), *(builders.block(*block, 5) for block in blocks)]

    made = judgments((overview(*stated), question(1)), "2016")

    assert [one.grade for one in made] == expected


def test_a_lead_holds_up_to_the_next_one():
    stated = [
        builders.paragraph("In 2015 the grade was:", 8),
        graded("Good", 8),
        builders.paragraph("It is now:", 8),
        graded("Inadequate", 8),
    ]

    assert found(overview(), question(1, *stated)) == [("question", "q1", "inadequate", 8)]


@pytest.mark.parametrize(
    "item",
    [
        "Question 1? – requires improvement",
        "Question 1?: Requires improvement;",
        "Question 1? (requires improvement); and",
        "Requires improvement: Question 1?",
    ],
)
def test_a_list_may_have_title_and_grade_on_one_line(item):
    stated = overview(builders.block("list_item", item, 5))

    assert found(stated, question(1)) == [("question", "q1", "requires improvement", 5)]


def test_a_cell_may_hold_several_titles_and_one_of_which_not_all_are_known_is_no_area():
    table = "Good\tInadequate\nQuestion 1? Question 2?\tQuestion 3? Keeping of horses"
    parts = (overview(builders.block("table", table, 5)), *map(question, (1, 2, 3)))

    assert [(one.title, one.grade) for one in judgments(parts, "2016")] == [
        ("Question 1?", "good"),
        ("Question 2?", "good"),
    ]


def test_words_of_grades_are_no_area():
    table = "Requires Adequate improvement\tInadequate"

    assert found(overview(builders.block("table", table, 5))) == []


def test_a_table_of_one_cell_can_be_a_box_with_the_grade():
    assert found(overview(), question(1, builders.block("table", "Good", 8))) == [
        ("question", "q1", "good", 8)
    ]


TELLING = "How well does the force tell people what it does?"
SAFE = "How effective is the force at keeping people safe?"


def asking(title, *blocks):
    return builders.section("q1", title, 1, None, "question", 7, *blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Northshire Police is good at telling people what it does.", "good"),
        ("The force is graded as good.", "good"),
        ("This force has been judged to be inadequate at telling people.", "inadequate"),
        ("We have graded the force as requiring improvement in this.", "requires improvement"),
        ("The force requires improvement at telling people what it does.",
         "requires improvement"),
        ("The extent to which the force is effective at keeping people safe is outstanding.",
         "outstanding"),
        ("Northshire Police is good at telling people what it does. It was not always so.", None),
        ("The force is a good place to work.", None),
        ("Northshire Police is good at telling people; it is inadequate at listening.", None),
        ("Its partners say that the force is good at listening.", None),
    ],
)  # fmt: skip
def test_the_sentence_that_opens_a_chapter_serves_last(text, expected):
    wanted = [("question", "q1", expected, 7)] if expected else []
    title = SAFE if "safe" in text else TELLING
    below = graded("Inadequate", 8)

    assert found(asking(title, builders.paragraph(text, 7))) == wanted
    assert found(asking(title, builders.paragraph(text, 7), below)) == [
        ("question", "q1", "inadequate", 8)
    ]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("question", [("overall", "efficiency", "good", 7), ("question", "e/q", "inadequate", 8)]),
        ("section", [("question", "e/second", "good", 7), ("question", "e/q", "inadequate", 8)]),
    ],
)
def test_a_pillars_second_title_is_no_question_where_questions_are_told(kind, expected):
    def below(identity, title, kind, *blocks):
        return builders.section(identity, title, 2, "efficiency", kind, 7, *blocks)

    sections = (
        pillar("Efficiency"),
        below("e/second", "What the force makes of its money", "section", graded("Good", 7)),
        below("e/q", "Planning for the future", kind, graded("Inadequate", 8)),
    )

    assert found(*sections) == expected


def test_a_table_whose_titles_stand_in_pieces_is_not_guessed_at():
    table = "Outstanding\t\tRequires\n\tGood\timprovement\nDisrupting\t\tInvestigating\n"
    table += "serious\tPreventing\tcrime\ncrime\tcrime\t"

    assert found(overview(builders.block("table", table, 5)), question(1)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![Good](grade.png)", "Good"),
        ("![Grade: Good](media/2.png)", "Grade: Good"),
        ("![Good judgment icon][image2]", "Good"),
        ('<img src="x.png" alt="Good">', "Good"),
        ("![Good officers](x.png)", None),
        ("![](good.png)", None),
    ],
)
def test_a_picture_shows_a_grade_where_the_words_in_its_place_are_one(text, expected):
    made = lines(f"# A title\n\n{text}\n")

    assert [line.text for line in made[1:]] == ([expected] if expected else [])
    assert marked_up_words(text) == (expected.replace(":", "").split() if expected else [])


def test_a_grade_that_a_narrow_box_sets_on_two_lines_is_one():
    _, two = with_whole_grades(lines("## How well are roads policed?\n\nRequires\nimprovement\n"))

    assert grade(two.text) == "requires improvement"


def test_words_of_a_sentence_on_two_lines_are_no_grade():
    made = list(apart(lines("It\nrequires\n\nimprovement\n"), ()))

    assert [line.text for line in made] == ["It", "requires", "improvement"]


def verdicts(title, *blocks):
    """The grades of a chapter of that title with these texts; grades are lines of their own."""
    made = [
        graded(text, 7) if grade(text) else builders.paragraph(text, 7) for text in blocks
    ]  # fmt: skip
    return [given for _, _, given, _ in found(asking(title, *made))]


@pytest.mark.parametrize(
    "texts",
    [
        ("Good", "The force tells people much."),
        (TELLING, "Good", "The force tells people much."),
        ("Overall judgment", "Good", "The force tells people much."),
        ("The force tells people much.", TELLING, "Good", "It prints a paper."),
        ("In 2015 it was:", "Inadequate", "Judgment in 2016:", "Good", "It tells much."),
        ("The force tells people much.", "Good"),
        ("Good", "Good", "The force tells people much."),
        ("Inadequate", "(2015)", "Good", "(2016)", "The force tells people much."),
        ("Good", "2016", "Inadequate", "2015", "The force tells people much."),
    ],
)
def test_a_verdict_stands_below_its_title_or_closes_the_chapter(texts):
    assert set(verdicts(TELLING, *texts)) == {"good"}


@pytest.mark.parametrize(
    "texts",
    [
        ("Judgment in 2015:", "Good", "Its own judgment in 2016:", "Good", "It tells much."),
        ("2015", "Good", "2016", "Inadequate"),
        ("Inadequate", "(2015)", "Good", "The force tells people much."),
        ("Inadequate", "(2015)", "Good", "(2017)", "The force tells people much."),
        ("By 2018 the force wants each question to be", "Outstanding", "and has a plan for it."),
        ("The force judges itself as", "Good", "We do not agree."),
        ("Good", "but not in all of its towns."),
        ("The grades are:", "Outstanding", "Good", "Requires improvement", "Inadequate"),
        ("The force tells people much.", "Good", "So did 45 people say."),
        ("We asked people how good it is:", "Good"),
        ("Inadequate", "Good", "The force tells people much."),
        ("Kelderby Police", "Outstanding", "We went there in the same week."),
    ],
)
def test_a_grade_elsewhere_in_a_chapter_is_no_verdict(texts):
    assert verdicts(TELLING, *texts) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Summary of findings", ["good"]),
        ("Overall judgment", ["good"]),
        ("Conclusion", ["good"]),
        ("How well does the force tell people", ["good"]),
        ("What people told us", []),
        ("Kelderby Police", []),
        ("How well do papers tell people?", []),
        ("Judgments of former years", []),
    ],
)
def test_a_sections_grade_is_its_chapters_only_where_the_heading_says_so(title, expected):
    part = builders.section("q1/p", title, 2, "q1", "section", 8, graded("Good", 8))

    assert [given for _, _, given, _ in found(asking(TELLING), part)] == expected


def test_two_verdicts_that_differ_are_none():
    parts = [
        builders.section(f"q1/{n}", "Summary of findings", 2, "q1", "summary", 8, graded(text, 8))
        for n, text in enumerate(("Good", "Inadequate"))
    ]

    assert found(asking(TELLING), *parts) == []


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Treating the public fairly", "The force is good at treating people fairly.", ["good"]),
        ("Engaging with the public, and fairness and respect",
         "Northshire Police is adequate at treating people fairly and with respect.", []),
        ("Treating the public with fairness and respect",
         "Northshire Police is adequate at treating people fairly and with respect.",
         ["adequate"]),
        (SAFE, "Kelderby Police is good at keeping people safe.", []),
        (SAFE, "The force is good at answering calls.", []),
        (SAFE, "The force is good at keeping people safe in Marsk.", []),
        (SAFE, "The force is good at keeping people safe, but inadequate at telling them.", []),
        (SAFE, "The force was good at keeping people safe.", []),
        (SAFE, "The force is not good at keeping people safe.", []),
        ("How effective is the force at investigating crime and reducing re-offending?",
         "The force is good at reducing crime near schools.", []),
        ("Effectiveness", "The force is good at reducing crime and keeping people safe.",
         ["good"]),
    ],
)  # fmt: skip
def test_a_sentence_is_a_verdict_only_on_this_force_and_this_question(title, text, expected):
    assert verdicts(title, text) == expected


@pytest.mark.parametrize("title", ["Judgments in 2014", "Our previous judgments"])
def test_a_list_of_another_years_grades_gives_none(title):
    texts = [builders.paragraph("Question 1?", 5), graded("Good", 5)]
    former = builders.section("overview/former", title, 2, "overview", "section", 5, *texts)

    assert found(overview(), former, question(1)) == []


def test_a_report_on_several_pillars_has_no_overall_grade_of_its_summary():
    summary = builders.section(
        "summary", "Overall summary", 1, None, "overview", 5, graded("Good", 5)
    )

    assert found(summary, pillar("Effectiveness", graded("Inadequate", 7))) == [
        ("overall", "effectiveness", "inadequate", 7)
    ]


@pytest.mark.parametrize(
    "last", ["Inadequate", "Requires improvement", "Requires\n\t\timprovement"]
)
def test_titles_that_a_grid_parts_into_rows_are_put_together(last):
    grid = (
        f"Outstanding\tGood\t{last}\nManaging\tPreventing\tSupporting\n"
        "offenders\tcrime\tthe\n\tGood use of\tworkforce\n\tresources"
    )
    titles = ("Managing offenders", "Preventing crime", "Good use of resources", "Crimes and maps")
    chapters = [
        builders.section(f"q{n}", title, 1, None, "section", 9) for n, title in enumerate(titles)
    ]

    assert found(overview(builders.block("table", grid, 5)), *chapters) == [
        ("question", "q0", "outstanding", 5),
        ("question", "q1", "good", 5),
        ("question", "q2", "good", 5),
    ]


def test_a_cell_names_a_chapter_by_its_first_words_and_not_by_one():
    grid = "Outstanding\tGood\nCrime\tPlanning for"
    chapters = [
        builders.section(f"q{n}", title, 1, None, "section", 9)
        for n, title in enumerate(("Crimes and maps", "Planning for the future"))
    ]

    made = judgments((overview(builders.block("table", grid, 5)), *chapters), "2016")

    assert [(one.title, one.grade) for one in made] == [
        ("Crime", "outstanding"), ("Planning for the future", "good")
    ]  # fmt: skip


def test_a_title_on_two_rows_of_a_table_is_one():
    table = "Area\tGrade\nRecording what\tGood\nwas told\t\nGood use of\tInadequate\n"
    table += "Question 1?\tOutstanding"

    made = judgments((overview(builders.block("table", table, 5)), question(1)), "2016")

    assert [(one.title, one.grade) for one in made] == [
        ("Recording what was told", "good"),
        ("Question 1?", "outstanding"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Force\tGrade\nNorthshire Police\tGood\nWestshire Police\tInadequate",
        "Answer\tNorthshire\tEngland and Wales\nGood\t43%\t40%\nInadequate\t10%\t11%",
        "Grade\tMeaning\nOutstanding\tIt does more than it has to\nGood\tIt does what it has to",
        "What we read\tGood\tInadequate\nBurglary files\tx\t\nRobbery files\t\tx",
        "Grade\tForces\nGood\tthirty\nInadequate\ttwo",
    ],
    ids=["forces", "answers", "meanings", "files", "counts"],
)
def test_a_table_of_which_no_title_is_known_grades_no_areas(table):
    assert found(overview(builders.block("table", table, 5)), question(1)) == []


@pytest.mark.parametrize(("year", "expected"), [("2018/19", ["good"]), ("2021/22", [])])
def test_reports_by_areas_have_no_overall_grade(year, expected):
    assert [one.grade for one in judgments((overview(graded("Good", 5)),), year)] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Kelderby Police", []), ("The inspection of 2014", []), ("Northshire Police", ["good"])],
)
def test_a_verdict_within_a_section_on_others_is_theirs(title, expected):
    others = builders.section("q1/o", title, 2, "q1", "section", 8)
    verdict = builders.section(
        "q1/o/j", "Overall judgment", 3, "q1/o", "section", 8, graded("Good", 8)
    )

    assert [given for _, _, given, _ in found(asking(TELLING), others, verdict)] == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Kelderby Police was graded as follows:", []),
        ("The table shows how Kelderby Police was graded.", []),
        ("The force next to it, Kelderby Constabulary, has these grades:", []),
        ("In our interim visit we gave these grades:", []),
        ("When we revisited the force we found:", []),
        ("The force hopes for these grades next time:", []),
        ("The force has graded itself:", []),
        ("Its self-assessment was:", []),
        ("People who answered our survey said:", []),
        ("Similar forces were graded:", []),
        ("Northshire Police was graded as follows:", ["good"]),
        ("Our grades are:", ["good"]),
        ("We went to Kelderby Police, too. Our grades are below.", ["good"]),
    ],
)
@pytest.mark.parametrize(
    "blocks",
    [
        [("list_item", "Question 1? – good")],
        [("paragraph", "Question 1?: Good.")],
        [("paragraph", "Question 1?"), ("judgment", "Good")],
        [("table", "Question 1?\tGood")],
    ],
    ids=["items", "sentences", "lines", "table"],
)
def test_a_list_counts_only_if_what_introduces_it_is_not_on_others(lead, expected, blocks):
    stated = [builders.paragraph(lead, 5), *(builders.block(*block, 5) for block in blocks)]

    assert [given for _, _, given, _ in found(overview(*stated), question(1))] == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Area\tNorthshire Police\tKelderby Police\nQuestion 1?\t\tGood", []),
        ("Area\tNorthshire\tKelderby\nQuestion 1?\tGood\tInadequate", ["good"]),
        ("Area\tNorthshire\tKelderby\nQuestion 1?\t\tGood\nQuestion 2?\tGood\tGood", ["good"]),
        ("Area\tStaff survey result\nQuestion 1?\tGood", []),
        ("Area\tSelf-assessment\tGrade\nQuestion 1?\tInadequate\tGood", ["good"]),
        ("Area\tKelderby Police\nArea\tQuestion 1? Good", []),
        ("Area\tTarget for 2016\nQuestion 1?\tGood", []),
        ("Area\tGrade\nKelderby Police\nQuestion 1?\tGood", []),
        ("Area\tGrade\nKelderby Police\nQuestion 1?\tGood\nNorthshire Police\nQuestion 2?\tGood",
         ["good"]),
    ],
)  # fmt: skip
def test_a_column_or_group_of_others_is_never_the_reports(table, expected):
    made = found(overview(builders.block("table", table, 5)), question(1), question(2))

    assert [given for _, _, given, _ in made] == expected


@pytest.mark.parametrize("title", ["Grades of Kelderby Police", "What the force hopes for"])
def test_a_chapter_on_others_grades_none_of_the_questions(title):
    table = builders.block("table", "Question 1?\tGood", 9)
    annex = builders.section("annex", title, 1, None, "section", 9, table)

    assert found(overview(), question(1), annex) == []


@pytest.mark.parametrize("label", ["(2014/15)", "Previous inspection", "Kelderby Police"])
def test_a_grade_above_a_label_of_others_is_theirs(label):
    assert verdicts(TELLING, "Inadequate", label, "It tells much.") == []
    assert listed(Q1, "Inadequate", label) == []


def test_grades_that_stand_together_without_their_titles_are_no_verdict():
    given = ("Good", "Good", "Inadequate", "Good")
    alike = ("Good", "Good", "Good")

    assert found(question(1, *(graded(one, 7) for one in given))) == []
    assert found(question(1, *(graded(one, 7) for one in alike))) == []
    assert found(question(1, graded("Good", 7), graded("Good", 7))) == [
        ("question", "q1", "good", 7)
    ]


def test_titles_that_stand_together_have_none_of_the_grades_that_do_so_below():
    titles = [builders.paragraph(f"Question {number}?", 5) for number in (1, 2, 3)]
    first, *others = titles
    grades = [graded("Inadequate", 5), graded("Good", 5)]

    torn = overview(first, graded("Good", 5), *others, *grades)
    assert found(torn, question(1), question(2), question(3)) == []

    one_ungraded = overview(first, graded("Good", 5), *others, grades[0])
    assert [
        (one, given)
        for _, one, given, _ in found(one_ungraded, question(1), question(2), question(3))
    ] == [("q1", "good"), ("q3", "inadequate")]
