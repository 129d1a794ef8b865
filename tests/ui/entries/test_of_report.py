import msgspec
import pytest

from peelviewer.model.report import Audit, Furniture, Unplaced
from peelviewer.ui.entries import of_report
from tests.builders import sample_report

REPORT = sample_report()


def with_audit(**parts):
    return msgspec.structs.replace(REPORT, audit=Audit(words=100, placed=90, **parts))


def test_the_outline_has_every_section_at_its_level_with_its_grade():
    rows = of_report.sections(REPORT)
    assert [(row.level, row.mark) for row in rows[:5]] == [
        (1, None), (1, None), (1, "good"), (1, "good"), (2, None),
    ]  # fmt: skip
    assert rows[4].place.section == "preventing/how-much-crime"


def test_blocks_say_their_kind_and_show_tables_in_one_line():
    rows = of_report.blocks(REPORT.sections_by_id["preventing/how-much-crime"])
    assert [row.detail for row in rows] == ["Caption", "Table", "Source", "Paragraph"]
    assert "51.0 · 68.2" in rows[1].text


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (of_report.judgments, 3),
        (of_report.measures, 4),
        (of_report.actions, 3),
        (of_report.footnotes, 1),
        (of_report.figures, 2),
    ],
)
def test_every_finding_leads_to_a_page(rows, count):
    made = rows(REPORT)
    assert len(made) == count
    assert all(row.place.page for row in made)
    assert len({row.key for row in made}) == count


def test_a_grade_leads_to_the_block_that_states_it():
    places = [row.place.block for row in of_report.judgments(REPORT)]
    assert places == [
        "overview.1",
        "preventing/summary-of-findings.1",
        "investigating/summary-of-findings.1",
    ]


def test_a_contradiction_shows_each_value_as_printed_where_it_is_known():
    heading, first, second = of_report.inconsistencies(REPORT)
    assert heading.heading
    assert heading.detail == "Northshire Police, 12 months to 30 June 2016"
    assert (first.text, first.place.block) == ("51.0", "preventing/how-much-crime.2")
    assert (second.text, second.right) == ("52", "p. 6")


def test_words_without_a_place_lead_to_their_page():
    report = with_audit(unplaced=(Unplaced(text="lost words", page=8),))
    (row,) = of_report.unplaced(report)
    assert row.warning
    assert (row.place.block, row.place.page, row.place.words) == (
        "investigating.1", 8, "lost words",
    )  # fmt: skip


def test_a_page_that_is_a_picture_leads_to_the_original():
    (row,) = of_report.unplaced(with_audit(unread=(8,)))
    assert row.warning
    assert row.text == "Page 8 is only a picture"
    assert (row.place.block, row.place.page) == (None, 8)


def test_words_on_a_page_before_all_text_lead_nowhere_but_to_the_page():
    place = of_report.near(REPORT, 1, "cover")
    assert (place.block, place.page) == (None, 1)


def test_page_numbers_are_one_row_of_what_was_set_apart():
    numbers = tuple(Furniture(text=str(page), times=1) for page in range(2, 12))
    report = with_audit(furniture=(*numbers, Furniture(text="A running line", times=9)))
    rows = of_report.furniture(report)
    assert [(row.text, row.right) for row in rows] == [
        ("Page numbers from 2 to 11", "10 times"),
        ("A running line", "9 times"),
    ]
