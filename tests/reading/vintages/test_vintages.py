"""Reports of 2014 to 2025, of all pillars, in Markdown and in print."""

import re
from functools import partial

import pytest

from peelviewer.model.codec import decode, encode
from peelviewer.model.corrections import Corrections
from peelviewer.reading import read
from peelviewer.reading.correcting import apply
from peelviewer.reading.judgments import judgments
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.press import typeset
from tests.reading.vintages import rounds, volumes

VINTAGES = {
    "2014/15": volumes.assessment_2014,
    "2016 legitimacy": volumes.legitimacy_2016,
    "2017 effectiveness": volumes.effectiveness_2017,
    "2017 efficiency": volumes.efficiency_2017,
    "2018/19": rounds.integrated_2018,
    "2018/19, contents page without levels": partial(rounds.integrated_2018, levels=False),
    "2018/19, grades in a table only": partial(rounds.integrated_2018, graded=False),
    "2018/19, grades in a list only": partial(
        rounds.integrated_2018, graded=False, listing="lines"
    ),
    "2021/22": rounds.areas_2021,
    "2021/22, grades in a table only": partial(rounds.areas_2021, graded=False),
    "2021/22, grades in sentences only": partial(rounds.areas_2021, graded=False, table=False),
    "2023/25": rounds.areas_2023,
    "Welsh force": rounds.welsh_force,
    "City of London": rounds.city_of_london,
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Each vintage's report, read once."""
    folder = tmp_path_factory.mktemp("vintages")
    known = {}

    def of(name):
        if name not in known:
            path = folder / f"{len(known)}.md"
            path.write_text(VINTAGES[name]().markdown(), "utf-8")
            known[name] = read(path)
        return known[name]

    return of


@pytest.mark.parametrize("name", VINTAGES)
def test_every_word_of_every_vintage_has_its_place(reports, name):
    report = reports(name)

    assert report.audit.unplaced == report.audit.surplus == ()
    assert report.audit.placed == report.audit.words > 300
    assert decode(encode(report), name) == report


@pytest.mark.parametrize("producer", ["fpdf2", "reportlab"])
@pytest.mark.parametrize("name", VINTAGES)
def test_every_vintage_is_the_same_in_print(reports, tmp_path, name, producer):
    report = reports(name)

    assert_same(report, read(typeset(report, tmp_path / "report.pdf", producer=producer)))


@pytest.mark.parametrize("guide", ["outline", "contents page", "sizes"])
def test_sentences_that_head_boxes_are_no_sections_though_they_look_so(reports, tmp_path, guide):
    report = reports("2021/22")
    look = {"outline": guide == "outline", "contents": "none" if guide == "sizes" else "dots"}
    path = typeset(report, tmp_path / "report.pdf", boxes="headings", **look)

    assert_same(report, read(path))


@pytest.mark.parametrize(
    ("name", "report_id", "year", "published", "isbn", "code"),
    [
        ("2014/15", "northshire-integrated-2014-15", "2014/15", "2014-11", "978-1-78246-000-3",
         None),
        ("2016 legitimacy", "northshire-legitimacy-2016", "2016", "2016-12", "978-1-78655-002-3",
         None),
        ("2017 effectiveness", "northshire-effectiveness-2017", "2017", "2018-03",
         "978-1-78655-000-9", None),
        ("2017 efficiency", "westmarsh-efficiency-2017", "2017", "2017-11", "978-1-78655-001-6",
         None),
        ("2018/19", "northshire-integrated-2018-19", "2018/19", "2019-09", "978-1-78655-003-0",
         None),
        ("2021/22", "east-fenland-integrated-2021-22", "2021/22", "2022-10", "978-1-78655-004-7",
         None),
        ("2023/25", "west-fenland-integrated-2023-25", "2023/25", "2025-05", "978-1-916743-00-1",
         None),
        ("Welsh force", "north-wales-effectiveness-2016", "2016", "2017-03", "978-1-78655-005-4",
         "W15000001"),
        ("City of London", "city-of-london-effectiveness-2016", "2016", "2017-03",
         "978-1-78655-006-1", "E23000034"),
    ],
)  # fmt: skip
def test_every_cover_says_which_report_it_is(reports, name, report_id, year, published, isbn, code):
    report = reports(name)

    assert (report.id, report.year) == (report_id, year)
    assert (report.published, report.isbn, report.force.code) == (published, isbn, code)


def grades(report):
    return {(one.scope, one.title): one.grade for one in report.judgments}


def tree(report, *, depth=2):
    return [(s.level, s.kind, s.title) for s in report.sections[1:] if s.level <= depth]


def actions(report):
    return [(action.kind, action.text) for action in report.actions]


def test_in_2014_pillars_have_questions_and_need_have_no_grade(reports):
    report = reports("2014/15")

    assert tree(report)[:4] == [
        (1, "front", "HMI’s observations"),
        (1, "overview", "Effectiveness"),
        (2, "question", "How effective is the force at reducing crime and preventing offending?"),
        (2, "question", "How effective is the force at investigating offending?"),
    ]
    assert [(one.scope, one.grade) for one in report.judgments] == [
        ("question", "good"),
        ("question", "requires improvement"),
        ("question", "outstanding"),
        ("overall", "good"),
        ("question", "good"),
        ("overall", "ungraded"),
    ]


def test_in_2017_questions_may_be_left_out_and_page_numbers_run_onto_titles(reports):
    report = reports("2017 effectiveness")

    assert [s.title for s in report.sections if s.kind == "question"] == [
        volumes.INVESTIGATING, volumes.PROTECTING,
    ]  # fmt: skip
    assert not any(section.title[-1].isdigit() for section in report.sections[1:])
    assert [s.page for s in report.sections if s.level == 1] == [1, 3, 4, 5, 7, 9]
    assert "numbers" not in {section.kind for section in report.sections}
    assert [one.grade for one in report.judgments] == ["good", "good", "requires improvement"]
    assert [kind for kind, _ in actions(report)] == [
        "area_for_improvement", "cause_of_concern", "recommendation", "recommendation",
        "area_for_improvement",
    ]  # fmt: skip
    assert [(m.force, m.national, m.origin) for m in report.measures] == [
        (11.9, 10.4, "table"), (47.6, 47.5, "table"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("2017 efficiency", ["requires improvement", "good", "requires improvement", "inadequate"]),
        ("2016 legitimacy", ["good", "outstanding", "good", "inadequate"]),
    ],
)
def test_efficiency_and_legitimacy_have_their_own_questions(reports, name, given):
    report = reports(name)

    assert [one.grade for one in report.judgments] == given
    assert [one.scope for one in report.judgments] == ["overall", *["question"] * 3]
    assert all(section.kind == "summary" for section in report.sections if
               section.title == "Summary of findings")  # fmt: skip


def test_an_amount_of_money_is_part_of_its_pair(reports):
    report = reports("2017 efficiency")
    (section,) = (s for s in report.sections if s.title == "Financial position")

    assert [block.text.split("\n")[1] for block in section.blocks] == ["\t53p\t55p", "\t212\t233"]
    assert [(m.unit, m.force, m.national) for m in report.measures] == [
        ("pence_per_person_per_day", 53, 55), ("per_1000_population", 212, 233),
    ]  # fmt: skip


INTEGRATED = [name for name in VINTAGES if name.startswith("2018/19")]


@pytest.mark.parametrize("name", INTEGRATED)
def test_an_integrated_report_has_a_grade_for_each_pillar_and_each_question(reports, name):
    report = reports(name)
    wanted = {}
    for pillar, (grade, questions) in rounds.PILLARS.items():
        wanted["overall", pillar] = grade.casefold()
        wanted |= {("question", t): (given or "Ungraded").casefold() for t, given in questions}

    assert grades(report) == wanted
    for pillar, (_, questions) in rounds.PILLARS.items():
        (chapter,) = (s for s in report.sections if s.title == pillar)
        assert (chapter.level, chapter.kind, chapter.parent) == (1, "overview", None)
        under = [s.title for s in report.sections if s.parent == chapter.id]
        assert under == [f"Summary for {pillar.lower()}", *(title for title, _ in questions)]


def test_force_in_context_is_its_chapter_in_numbers(reports):
    report = reports("2018/19")

    assert tree(report)[:3] == [
        (1, "front", "What this report contains"),
        (1, "numbers", "Force in context"),
        (1, "overview", "Overall summary"),
    ]
    assert [(m.key, m.force, m.national, m.origin) for m in report.measures] == [
        ("calls_for_assistance", 190, 246, "graphic"), ("recorded_crime", 73, 88, "graphic"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", [name for name in VINTAGES if name.startswith("2021/22")])
def test_areas_have_five_grades_from_wherever_they_stand(reports, name):
    report = reports(name)
    wanted = {("question", title): given.casefold() for title, given in rounds.AREAS if given}
    if "sentences" not in name:
        wanted["question", rounds.RECORDING] = "adequate"

    assert grades(report) == wanted
    kinds = {section.title: section.kind for section in report.sections if section.level == 1}
    assert [kinds[title] for title, _ in rounds.AREAS] == [
        "question" if given else "section" for _, given in rounds.AREAS
    ]


def test_an_area_without_a_chapter_is_judged_where_its_grade_stands(reports):
    report = reports("2021/22")
    (judgment,) = (one for one in report.judgments if one.title == rounds.RECORDING)

    assert judgment.section == "overall-summary/our-judgments"
    assert judgment.section not in report.judgment_of_section
    assert report.judgment_of_section["preventing-crime"].grade == "good"


def test_boxes_hold_sentences_set_as_headings_and_their_explanation(reports):
    report = reports("2021/22")
    (chapter,) = (s for s in report.sections if s.title == "Protecting vulnerable people")

    assert [(b.kind, b.text[:24]) for b in chapter.blocks] == [
        ("judgment", "Inadequate"),
        ("paragraph", "East Fenland Police is i"),
        ("caption", "Cause of concern"),
        ("action", "The force doesn’t see al"),
        ("paragraph", "Calls are taken at two d"),
        ("caption", "Recommendations"),
        ("paragraph", "Within three months, by "),
        ("action", "make sure that each call"),
        ("action", "check by sample each wee"),
    ]
    assert [text for _, text in actions(report) if "investigating" in text] == [
        "The force should look at investigating crime by area and by day"
    ]
    assert len(report.actions) == 3 * 2 + 3
    leads = {action.lead for action in report.actions if action.kind == "recommendation"}
    assert leads == {"Within three months, by 31 December 2022, East Fenland Police should:"}
    assert {a.lead for a in report.actions if a.kind != "recommendation"} == {None}
    titles = {section.title for section in report.sections}
    assert "The force needs to listen more closely to its partners" in titles
    assert not titles & {text for _, text in actions(report)}
    assert not any("shares one picture" in title for title in titles)


def test_grades_that_head_lists_of_areas_are_those_areas_grades(reports):
    report = reports("2023/25")

    assert list(grades(report).values()) == [
        "good", "requires improvement", "good", "good", "adequate",
    ]  # fmt: skip
    assert {one.scope for one in report.judgments} == {"question"}
    assert len(report.actions) == 5


def test_a_dash_of_the_city_of_london_is_no_value(reports):
    report = reports("City of London")
    missing = [m for m in report.measures if m.force is None]

    assert [m.key for m in missing] == ["organised_crime_groups", "recorded_crime",
                                        "sexual_offences"]  # fmt: skip
    assert {m.missing for m in missing} == {"A dash here means that no rate is given."}
    assert report.measures[0].force == 1029
    assert report.figures[0].notes[0].startswith("Note: City of London Police is not")


def test_no_vintage_contradicts_itself(reports):
    assert {name: reports(name).inconsistencies for name in VINTAGES if
            reports(name).inconsistencies} == {}  # fmt: skip


@pytest.mark.parametrize("name", VINTAGES)
def test_judgments_follow_from_the_sections_alone_and_so_outlive_corrections(reports, name):
    report = reports(name)

    assert judgments(report.sections, report.year, report.force) == report.judgments
    moved = apply(report, Corrections(levels={report.sections[-1].id: 2}))
    assert moved.judgments == report.judgments


ASKED = {
    "Effectiveness": "How effectively does the force reduce crime and keep people safe?",
    "Efficiency": "How efficiently does the force operate and how sustainable are its services?",
    "Legitimacy": "How legitimately does the force treat the public and its workforce?",
}


def other_dress(text, dress):
    """The 2018/19 report as other copies of it can look."""
    if dress == "pillars as questions":
        for name, question in ASKED.items():
            text = text.replace(f"**{name} .", f"**{question} .")
            text = text.replace(f"## {name}\n", f"## {question}\n")
        return text
    if dress == "grades on the headings' lines":
        return re.sub(r"(### [^\n]+)\n\n\*\*([A-Z][a-z ]+)\*\*", r"\1: \2", text)
    if dress == "grades with their label":
        return re.sub(r"\n\n\*\*([A-Z][a-z ]+)\*\*\n", r"\n\n**Judgment: \1**\n", text)
    if dress == "headings as bold lines":
        return re.sub(r"^#{2,4} (.*)$", r"**\1**", text, flags=re.MULTILINE)
    start, end = text.index("## Contents"), text.index("## What this report")
    if dress == "no contents page":
        return text[:start] + text[end:]
    chapters = [
        row for row in text[start:end].split("\n") if not row.startswith(tuple("ABCDEIMPT"))
    ]
    return text[:start] + "\n".join(chapters) + "\n\n" + text[end:]


@pytest.mark.parametrize(
    "dress",
    [
        "pillars as questions",
        "grades on the headings' lines",
        "grades with their label",
        "headings as bold lines",
        "no contents page",
        "questions that the contents page leaves out",
    ],
)
def test_an_integrated_report_has_the_same_judgments_in_every_dress(reports, tmp_path, dress):
    path = tmp_path / "report.md"
    path.write_text(other_dress(VINTAGES["2018/19"]().markdown(), dress), "utf-8")

    report = read(path)

    names = {question: name for name, question in ASKED.items()}
    found = [(one.scope, names.get(one.title, one.title), one.grade) for one in report.judgments]
    assert found == [(one.scope, one.title, one.grade) for one in reports("2018/19").judgments]
    assert report.audit.unplaced == report.audit.surplus == ()
