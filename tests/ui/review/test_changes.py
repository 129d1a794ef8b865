"""What a newer copy changes is told whole: facts, grades, values, and every line of the text."""

import msgspec
import pytest

from peelviewer.model.report import Judgment
from peelviewer.ui.review.changes import changes, how_many, summary
from tests.builders import sample_report

REPORT = sample_report()


def texts(newer, former=REPORT) -> list[str]:
    return [row.text for row in changes(former, newer) if not row.heading]


def with_block(identity: str, **changed):
    """Return the report with a block changed."""
    return msgspec.structs.replace(
        REPORT,
        sections=tuple(
            msgspec.structs.replace(
                section,
                blocks=tuple(
                    msgspec.structs.replace(block, **changed) if block.id == identity else block
                    for block in section.blocks
                ),
            )
            for section in REPORT.sections
        ),
    )


def test_the_same_report_has_none():
    assert changes(REPORT, REPORT) == ()
    assert "is the same." in summary(REPORT, REPORT, changes(REPORT, REPORT))


def test_facts_and_counts_are_told():
    newer = msgspec.structs.replace(REPORT, published="2018-01", actions=REPORT.actions[:1])
    assert texts(newer) == [
        f"Published: 2018-01 instead of {REPORT.published}",
        "1 action instead of 3",
    ]
    assert "2 differences" in summary(REPORT, newer, changes(REPORT, newer))


def test_another_grade_is_told_and_one_that_is_new_or_gone():
    first, *others = REPORT.judgments
    worse = Judgment(
        scope=first.scope, section=first.section, title=first.title, grade="inadequate"
    )
    own = Judgment(scope="question", section=first.section, title="Another", grade="good")
    newer = msgspec.structs.replace(REPORT, judgments=(worse, *others[:-1], own))

    rows = {row.text: row for row in changes(REPORT, newer)}

    assert rows[first.title].detail == f"Inadequate instead of {first.grade}"
    assert rows["Another"].detail == "Good is new"
    assert rows[others[-1].title].detail == f"{others[-1].grade.capitalize()} is gone"
    assert rows[others[-1].title].place is None


def test_of_a_changed_value_it_is_told_whose_it_is():
    measure = REPORT.measures[0]
    printed = msgspec.structs.replace(measure.as_printed, force="205")
    newer = msgspec.structs.replace(
        REPORT,
        measures=(
            msgspec.structs.replace(measure, force=205.0, as_printed=printed),
            *REPORT.measures[1:],
        ),
    )
    _, row = changes(REPORT, newer)
    assert row.text == "Calls for assistance: Northshire Police 205 instead of 201"
    assert row.place.words == measure.passage


def test_which_measures_are_new_or_gone_is_told_also_where_a_value_stands_once_more():
    first, second, *rest = REPORT.measures
    again = msgspec.structs.replace(first, origin="prose")
    newer = msgspec.structs.replace(REPORT, measures=(first, again, *rest))

    found = texts(newer)

    assert "Calls for assistance: Northshire Police 201, England and Wales 240 is new" in found
    force, national = second.as_printed.force, second.as_printed.national
    gone = f"{second.label}: Northshire Police {force}, England and Wales {national} is gone"
    assert gone in found


def test_a_measure_that_is_gone_leads_nowhere():
    newer = msgspec.structs.replace(REPORT, measures=REPORT.measures[1:])

    (gone,) = [row for row in changes(REPORT, newer) if row.text.endswith("is gone")]

    assert gone.place is None


def test_a_changed_paragraph_stands_beside_what_it_was():
    newer = with_block("preventing.1", text="Patrols know each street.")

    heading, come, gone = changes(REPORT, newer)

    assert (heading.text, heading.heading) == ("Text", True)
    assert (come.text, come.detail) == ("Patrols know each street.", "Paragraph, new")
    assert come.place.block == "preventing.1"
    assert (gone.text, gone.detail, gone.place) == (
        REPORT.blocks_by_id["preventing.1"].text, "Paragraph, gone", None,
    )  # fmt: skip
    assert "2 differences" in summary(REPORT, newer, changes(REPORT, newer))


def test_of_a_table_only_the_rows_that_changed_are_told():
    table = next(block for block in REPORT.blocks_by_id.values() if block.kind == "table")
    first, *rows, last = table.text.split("\n")
    newer = with_block(table.id, text="\n".join((first, *rows, last + "7")))

    come, gone = texts(newer)

    assert come == " · ".join(cell for cell in (last + "7").split("\t") if cell)
    assert gone == " · ".join(cell for cell in last.split("\t") if cell)


@pytest.mark.parametrize(
    ("changed", "row"),
    [({"level": 3}, "Heading, level 3, new"), ({"title": "Another"}, "Heading, level 1, new")],
)
def test_another_heading_or_level_is_told(changed, row):
    newer = msgspec.structs.replace(
        REPORT,
        sections=(msgspec.structs.replace(REPORT.sections[0], **changed), *REPORT.sections[1:]),
    )
    assert row in [one.detail for one in changes(REPORT, newer)]


def test_a_changed_footnote_is_told():
    note = msgspec.structs.replace(REPORT.footnotes[0], text="Another note.")
    newer = msgspec.structs.replace(REPORT, footnotes=(note, *REPORT.footnotes[1:]))
    assert texts(newer)[0] == f"{note.number} Another note."


def test_the_same_in_another_order_is_said_to_be_that():
    newer = msgspec.structs.replace(REPORT, sections=REPORT.sections[::-1])
    assert how_many(changes(REPORT, newer)) == 0
    assert "the same, in another order" in summary(REPORT, newer, changes(REPORT, newer))


def test_a_line_that_stands_once_more_is_new():
    block = REPORT.blocks_by_id["preventing.1"]
    section = REPORT.section_of_block["preventing.1"]
    again = msgspec.structs.replace(block, id="preventing.99")
    newer = msgspec.structs.replace(
        REPORT,
        sections=tuple(
            msgspec.structs.replace(one, blocks=(*one.blocks, again)) if one is section else one
            for one in REPORT.sections
        ),
    )
    assert texts(newer) == [block.text]


def test_a_digest_is_joined_and_not_replaced():
    assert "stay as “In brief”" in summary(sample_report(edition="digest"), REPORT, ())
