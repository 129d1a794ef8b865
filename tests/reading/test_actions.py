import pytest

from peelviewer.reading.actions import actions, kind_of_heading, mark_actions
from peelviewer.reading.assembling import assemble
from peelviewer.reading.blocks import blocks
from peelviewer.reading.boxes import unboxed
from peelviewer.reading.sections import Part, sections
from peelviewer.reading.text.markdown import lines


def read_text(text):
    return assemble(lines(text)).report


def found(text):
    drafts = blocks(lines(text))
    mark_actions(drafts)
    made, _ = sections([Part(title="Summary of findings", level=1, drafts=drafts)])
    return [(action.kind, action.text) for action in actions(made)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Areas for improvement", "area_for_improvement"),
        ("Area for improvement:", "area_for_improvement"),
        ("Cause of concern", "cause_of_concern"),
        ("Causes of Concern", "cause_of_concern"),
        ("Recommendations", "recommendation"),
        ("The areas for improvement are many", None),
        ("", None),
    ],
)
def test_headings_of_actions_are_known(text, kind):
    assert kind_of_heading(text) == kind


def test_each_item_is_an_action():
    assert found("### Areas for improvement\n\n- The force should act.\n- It must listen.") == [
        ("area_for_improvement", "The force should act."),
        ("area_for_improvement", "It must listen."),
    ]


def test_a_cause_of_concern_and_its_recommendations_are_told_apart():
    text = (
        "**Cause of concern**\n\nVictims wait too long.\n\nThis has "
        "not changed.\n\n**Recommendations**\n\n"
        "- By May, the force should:\n  - answer calls; and\n  - ring back.\n\nOther text."
    )

    assert found(text) == [
        ("cause_of_concern", "Victims wait too long."),
        ("recommendation", "By May, the force should:\n- answer calls; and\n- ring back."),
    ]


def test_under_a_heading_of_several_causes_each_paragraph_is_one():
    text = (
        "**Causes of concern**\n\nVictims wait.\n\nCalls are lost.\n\n**Recommendations**\n\n- Act."
    )

    assert found(text)[:2] == [
        ("cause_of_concern", "Victims wait."),
        ("cause_of_concern", "Calls are lost."),
    ]


def test_the_list_that_a_cause_of_concern_opens_is_part_of_it():
    text = (
        "**Cause of concern**\n\nThe force does not:\n\n- answer calls; or\n- ring back.\n\n"
        "**Recommendations**\n\n- The force should act."
    )

    assert found(text) == [
        ("cause_of_concern", "The force does not:\n- answer calls; or\n- ring back."),
        ("recommendation", "The force should act."),
    ]


def test_a_cause_of_concern_without_recommendations_is_its_first_paragraph():
    text = "**Cause of concern**\n\nVictims wait too long.\n\nThe force is otherwise well led."

    assert found(text) == [("cause_of_concern", "Victims wait too long.")]


@pytest.mark.parametrize(
    "lead",
    [
        "To put this right, HMIC recommends that, by 3 May 2017, the force should:",
        "We therefore recommend that the force should immediately:",
        "It is recommended that the constabulary:",
    ],
)
def test_a_sentence_that_recommends_a_lists_items_announces_recommendations(lead):
    listed = f"{lead}\n\n- answer calls:\n  - by day; and\n- ring back."
    items = [
        ("recommendation", "answer calls:\n- by day; and"),
        ("recommendation", "ring back."),
    ]
    concern = "**Cause of concern**\n\nVictims wait.\n\nThis has not changed."

    assert found(f"Some text.\n\n{listed}\n\nOther text.\n\n- An item.") == items
    assert found(f"{concern}\n\n{listed}\n\nOther text.") == [
        ("cause_of_concern", "Victims wait."),
        *items,
    ]
    areas = "### Areas for improvement\n\n- The force should act."
    assert found(f"{listed}\n\n{areas}") == [
        *items,
        ("area_for_improvement", "The force should act."),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "In 2015 we recommended that the force should:",
        "Here is what the college recommends to forces:",
        "We recommend reading the annex. It says:",
        "Officers told us:",
    ],
)
def test_other_sentences_announce_no_recommendations(lead):
    assert found(f"{lead}\n\n- answer calls; and\n- ring back.") == []


def test_an_opening_line_before_the_list_is_no_action():
    text = (
        "### Recommendations\n\nTo mend this, the force should at "
        "once:\n\n- train its staff.\n- keep records."
    )

    assert found(text) == [
        ("recommendation", "train its staff."),
        ("recommendation", "keep records."),
    ]


def test_paragraphs_that_say_what_to_do_are_actions_where_there_is_no_list():
    text = (
        "### Areas for improvement\n\nThe force should act.\n\nThe "
        "force must listen.\n\nIt rained that day."
    )

    assert [text for _, text in found(text)] == ["The force should act.", "The force must listen."]


def test_a_heading_with_nothing_under_it_makes_no_action():
    assert found("### Areas for improvement\n\n**Good**\n\nText.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "By 31 March 2023, Northshire Police should improve its records.",
        "Immediately, the force should improve its records.",
        "Within six months, the chief constable should improve the records.",
        "By March 2023, the Home Office should change its rules.",
        "The College of Policing, with all forces, should write guidance.",
        "By May 2023, forces in England and Wales should read it.",
    ],
)
def test_a_recommendation_can_be_to_anyone_and_begin_with_its_date(sentence):
    text = f"**Recommendations**\n\n{sentence}\n\nThis was found in many places."

    assert found(text) == [("recommendation", sentence)]


def test_lists_with_a_lead_of_their_own_go_on_with_the_recommendations():
    text = (
        "**Recommendations**\n\nBy March 2023, the Home Office should act.\n\n"
        "By May 2023, the force should:\n\n- count its cars; and\n- wash them.\n\n"
        "By June 2023, the force should also:\n\n- sell them.\n\n"
        "It is a wish of ours, as the force should know:\n\n- cars cost money."
    )

    assert found(text) == [
        ("recommendation", "By March 2023, the Home Office should act."),
        ("recommendation", "count its cars; and"),
        ("recommendation", "wash them."),
        ("recommendation", "sell them."),
    ]


def test_what_should_have_been_done_is_no_action():
    text = "**Area for improvement**\n\nThe force should act.\n\nIt should have done so before."

    assert found(text) == [("area_for_improvement", "The force should act.")]


@pytest.mark.parametrize(
    "heading",
    [
        "**Accelerated cause of concern**",
        "**Cause of concern 1**",
        "## Cause of concern: recording crime",
        "**Causes of concern:**",
    ],
)
def test_causes_of_concern_have_many_headings(heading):
    assert found(f"{heading}\n\nVictims wait too long.") == [
        ("cause_of_concern", "Victims wait too long.")
    ]


@pytest.mark.parametrize("heading", ["Promising practice", "Innovative practice"])
def test_practice_that_others_can_learn_from_is_no_action(heading):
    text = (
        f"**Areas for improvement**\n\n- It must act.\n\n**{heading}**\n\n- The force should go on."
    )

    assert found(text) == [("area_for_improvement", "It must act.")]


BOX = [
    ("area_for_improvement", "The force should act."),
    ("area_for_improvement", "It must listen."),
]


@pytest.mark.parametrize(
    "box",
    [
        "| Areas for improvement |\n|---|\n| The force should act. |\n| It must listen. |",
        "| **Areas for improvement** |\n|---|\n| • The force should act. • It must listen. |",
        "| Areas for improvement<br>• The force should act.<br>• It must listen. |\n|---|",
        "| Areas for improvement | • The force should act. • It must listen. |\n|---|---|",
        (
            "| Area for improvement 1 | The force should act. |\n|---|---|\n"
            "| Area for improvement 2 | It must listen. |"
        ),
        "**Areas for improvement:** The force should act.\n\nIt must listen.",
    ],
    ids=["a row each", "bullets in a cell", "all in a cell", "beside", "numbered", "one line"],
)
def test_a_box_is_actions_though_it_came_as_a_table_or_on_one_line(box):
    drafts = blocks(unboxed(lines(box)))
    mark_actions(drafts)
    made, _ = sections([Part(title="Summary of findings", level=1, drafts=drafts)])

    assert [(action.kind, action.text) for action in actions(made)] == BOX


@pytest.mark.parametrize(
    "text",
    [
        "| Area for improvement | What was done |\n|---|---|\n| Records | They are better. |",
        "| Year | Areas for improvement |\n|---|---|\n| 2016 | 12 |",
        "**Areas** for improvement are many.",
    ],
)
def test_other_tables_and_lines_stay_as_they_are(text):
    assert list(unboxed(lines(text))) == list(lines(text))


def test_a_finding_below_a_boxs_list_is_no_action_whatever_it_says():
    box = "### Areas for improvement\n\n- The force should act.\n- It should listen."

    for finding in ("#### The force should do more for victims", "The force should do more."):
        assert found(f"{box}\n\n{finding}\n\nText of it.") == [
            ("area_for_improvement", "The force should act."),
            ("area_for_improvement", "It should listen."),
        ]


def test_a_finding_that_looks_otherwise_than_the_boxs_sentences_is_no_action():
    box = "### Areas for improvement\n\n**The force should listen to each caller**\n\nText."

    text = f"{box}\n\n#### The force should do more for victims\n\nMore text."

    assert [text for _, text in found(text)] == ["The force should listen to each caller"]


def test_a_paragraph_of_more_sentences_than_the_actions_above_it_is_none():
    box = "### Areas for improvement\n\nThe force should act.\n\nIt should listen."

    text = f"{box}\n\nThe force should do more. We saw that some victims wait."

    assert [text for _, text in found(text)] == ["The force should act.", "It should listen."]


@pytest.mark.parametrize("head", ["#### ", "**"])
@pytest.mark.parametrize(
    "sentence",
    [
        "The force doesn’t always look back at its plans",
        "Northshire Police has too few trainers",
        "The constabulary could do more with its vans",
    ],
)
def test_an_area_for_improvement_may_only_tell_what_is_amiss(head, sentence):
    text = "# PEEL: Police effectiveness 2016\n\nNorthshire Police\n\n## Introduction\n\nWords.\n\n"
    text += f"## Keeping watch\n\n### Area for improvement\n\n{head}{sentence}"
    text += f"{head.strip('# ')}\n\nWe saw 12 plans.\n\n### The force walks at night\n\nWords.\n"

    report = read_text(text)

    assert [(one.kind, one.text) for one in report.actions] == [("area_for_improvement", sentence)]
    assert [one.title for one in report.sections][-2:] == [
        "Keeping watch", "The force walks at night"
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["How well does the force look at its plans?", "What was found"])
def test_a_title_below_an_empty_box_is_one(title):
    text = "# PEEL: Police effectiveness 2016\n\nNorthshire Police\n\n## Introduction\n\nWords.\n\n"
    text += f"## Keeping watch\n\n### Area for improvement\n\n### {title}\n\nWords.\n"

    report = read_text(text)

    assert report.actions == ()
    assert report.sections[-1].title == title
