from pathlib import Path

import pytest

from peelviewer.model.corrections import Corrections
from peelviewer.model.force import Force
from peelviewer.ui.review import draft as drafts
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
