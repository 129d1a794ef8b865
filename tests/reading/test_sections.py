import pytest

from peelviewer.reading.sections import Part, kind_of_title, sections
from tests.reading.hostile import within


@pytest.mark.parametrize(
    ("title", "level", "kind"),
    [
        ("Introduction", 1, "front"),
        ("Next steps", 1, "front"),
        ("Force in numbers", 1, "numbers"),
        ("Overview – How effective is it?", 1, "overview"),
        ("How effective is it?", 1, "question"),
        ("To what extent is it fair?", 1, "question"),
        ("Annex A – About the data", 1, "annex"),
        ("Summary of findings", 2, "summary"),
        ("Control room", 2, "section"),
        ("Glossary", 1, "section"),
    ],
)
def test_kinds_are_told_by_title_and_level(title, level, kind):
    assert kind_of_title(title, level) == kind


def test_ids_are_made_of_titles_and_repeated_ones_are_numbered():
    made, _ = sections(
        [
            Part(title="One?", level=1),
            Part(title="Summary of findings", level=2),
            Part(title="Two?", level=1),
            Part(title="Summary of findings", level=2),
            Part(title="Summary of findings", level=2),
            Part(title="–", level=1),
        ]
    )

    assert [section.id for section in made] == [
        "one",
        "one/summary-of-findings",
        "two",
        "two/summary-of-findings",
        "two/summary-of-findings-2",
        "section",
    ]
    assert [section.parent for section in made] == [None, "one", None, "two", "two", None]


def test_a_title_that_recurs_very_often_takes_no_long_time():
    with within(2):
        made, _ = sections([Part(title="Words", level=1)] * 10_000)

    assert (made[-1].id, len({one.id for one in made})) == ("words-10000", 10_000)


def test_everything_under_the_annex_is_annex_and_levels_have_no_holes():
    made, _ = sections([Part(title="Annex A", level=1), Part(title="Method", level=4)])

    assert [(section.kind, section.level) for section in made] == [("annex", 1), ("annex", 2)]


def test_headings_of_one_level_stand_beside_each_other_also_below_a_hole():
    titles = [("Force in numbers", 1), ("Money", 3), ("Calls", 3), ("Pay", 4), ("Crime", 3)]

    made, _ = sections([Part(title=title, level=level) for title, level in titles])

    assert [section.level for section in made] == [1, 2, 2, 3, 2]
    assert [section.parent for section in made[1:3]] == ["force-in-numbers"] * 2


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        (("Introduction", "Summary", "How safe is it?", "Next steps"), "overview"),
        (("Overview", "Summary", "How safe is it?"), "summary"),
        (("Summary", "Overview", "How safe is it?"), "summary"),
        (("Introduction", "How safe is it?", "Summary"), "summary"),
        (("Effectiveness", "Efficiency", "Summary"), "summary"),
    ],
)
def test_a_chapter_summary_before_what_is_judged_is_the_overview_if_there_is_no_other(titles, kind):
    made, _ = sections([Part(title=title, level=1) for title in titles])

    assert [section.kind for section in made if section.title == "Summary"] == [kind]


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        (("Introduction", "How good is it?", "- Overall judgment", "How safe is it?"), "overview"),
        (("How good is it?", "- How we work", "- Overall judgment"), "question"),
        (("How safe is it?", "How good is it?", "- Overall judgment"), "question"),
        (("Overview", "How good is it?", "- Overall judgment"), "question"),
        (
            ("How good is it?", "- Overall judgment", "How safe is it?", "- Overall judgment"),
            "question",
        ),
    ],
)
def test_the_first_chapter_is_the_overview_if_it_alone_begins_with_an_overall_judgment(
    titles, kind
):
    made, _ = sections(
        [Part(title=title.removeprefix("- "), level=1 + title.startswith("-")) for title in titles]
    )

    assert [section.kind for section in made if section.title == "How good is it?"] == [kind]


@pytest.mark.parametrize(
    ("titles", "kinds"),
    [
        (("Summary of findings", "Introduction", "How safe is it?"), ["overview"]),
        (("Summary of findings", "How safe is it?", "Summary of findings"), ["summary"] * 2),
        (("How safe is it?", "Summary of findings"), ["summary"]),
    ],
)
def test_the_only_summary_of_findings_is_the_overview_if_it_stands_before_what_is_judged(
    titles, kinds
):
    made, _ = sections([Part(title=title, level=1) for title in titles])

    assert [section.kind for section in made if section.title == "Summary of findings"] == kinds
