from pathlib import Path

import msgspec
import pytest

from peelviewer.model.corrections import Corrections
from peelviewer.model.force import Force
from peelviewer.model.report import Judgment
from peelviewer.ui.review import draft as drafts
from peelviewer.ui.review.changes import changes, summary
from peelviewer.ui.review.draft import Draft
from tests.builders import sample_report

REPORT = sample_report()
DRAFT = Draft(path=Path("report.md"), as_read=REPORT)
SOUTH = Force(id="southshire", name="Southshire Police")


def test_without_corrections_the_report_is_as_read():
    assert DRAFT.report is REPORT
    assert DRAFT.count == 0


@pytest.mark.parametrize(
    ("correct", "field", "value"),
    [
        (lambda d: drafts.with_title(d, "  PEEL:  Another title "), "title", "PEEL: Another title"),
        (lambda d: drafts.with_force(d, SOUTH), "force", SOUTH),
        (lambda d: drafts.with_pillar(d, "legitimacy"), "pillar", "legitimacy"),
        (lambda d: drafts.with_year(d, "2018/19"), "year", "2018/19"),
    ],
)
def test_what_names_the_report_can_be_set_right(correct, field, value):
    corrected = correct(DRAFT)
    assert getattr(corrected.report, field) == value
    assert corrected.count == 1


@pytest.mark.parametrize(
    "correct",
    [
        lambda d: drafts.with_title(d, ""),
        lambda d: drafts.with_title(drafts.with_title(d, "Another"), REPORT.title),
        lambda d: drafts.with_year(d, "16"),
        lambda d: drafts.with_level(drafts.with_level(d, "preventing", 2), "preventing", 1),
        lambda d: drafts.with_kind(drafts.with_kind(d, "preventing.1", "caption"),
                                   "preventing.1", "paragraph"),
        lambda d: drafts.without_corrections(drafts.with_force(d, SOUTH)),
    ],
)  # fmt: skip
def test_what_is_as_read_is_no_correction(correct):
    assert correct(DRAFT).corrections == Corrections()


def test_corrections_without_a_place_are_told_and_not_kept():
    gone = Draft(path=DRAFT.path, as_read=REPORT, corrections=Corrections(levels={"gone": 2}))
    assert gone.lost == ("gone",)
    assert gone.fitted == Corrections()


def test_a_heading_and_a_block_can_be_set_right():
    corrected = drafts.with_level(DRAFT, "preventing/how-much-crime", 1)
    corrected = drafts.with_kind(corrected, "preventing.1", "quotation")
    assert corrected.report.sections_by_id["preventing/how-much-crime"].parent is None
    assert corrected.report.blocks_by_id["preventing.1"].kind == "quotation"
    assert corrected.fitted.texts == {"preventing.1": REPORT.blocks_by_id["preventing.1"].text}


@pytest.mark.parametrize(
    ("text", "valid"),
    [("2016", True), ("2018/19", True), ("2099/00", True), ("2023/25", True),
     ("2018/21", False), ("2018/18", False), ("1999", False),
     ("", False), ("2016 ", False)],
)  # fmt: skip
def test_years_are_years(text, valid):
    assert drafts.is_year(text) is valid


class TestChanges:
    def test_the_same_report_has_none(self):
        assert changes(REPORT, REPORT) == ()
        assert "is the same" in summary(REPORT, REPORT)

    def test_counts_grades_and_values_are_told(self):
        measure = REPORT.measures[0]
        printed = msgspec.structs.replace(measure.as_printed, force="205")
        newer = msgspec.structs.replace(
            REPORT,
            actions=REPORT.actions[:1],
            judgments=(
                Judgment(scope="overall", section="overview", title="Overview", grade="inadequate"),
                *REPORT.judgments[1:],
            ),
            measures=(
                msgspec.structs.replace(measure, force=205.0, as_printed=printed),
                *REPORT.measures[1:],
            ),
        )
        assert [row.text for row in changes(REPORT, newer)] == [
            "1 action instead of 3",
            "Overview",
            "Calls for assistance: 205 | 240 instead of 201 | 240",
        ]
        assert "3 differences" in summary(REPORT, newer)

    def test_which_measures_are_new_or_gone_is_told_also_where_a_value_stands_once_more(self):
        first, second, *rest = REPORT.measures
        again = msgspec.structs.replace(first, origin="prose")
        newer = msgspec.structs.replace(REPORT, measures=(first, again, *rest))

        texts = [row.text for row in changes(REPORT, newer)]

        assert "Calls for assistance: 201 | 240 is new" in texts
        assert (
            f"{second.label}: {second.as_printed.force} | {second.as_printed.national} is gone"
            in (texts)
        )

    def test_a_measure_that_is_gone_leads_nowhere(self):
        newer = msgspec.structs.replace(REPORT, measures=REPORT.measures[1:])

        (gone,) = [row for row in changes(REPORT, newer) if row.text.endswith("is gone")]

        assert gone.place is None

    def test_a_digest_is_joined_and_not_replaced(self):
        assert "stay as “In brief”" in summary(sample_report(edition="digest"), REPORT)
