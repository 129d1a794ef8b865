"""Corrections change what they name and what follows from it, and no id."""

from typing import get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peelviewer.errors import InvalidReportError
from peelviewer.model import codec
from peelviewer.model import corrections as stored
from peelviewer.model.corrections import Corrections
from peelviewer.model.force import Force
from peelviewer.model.report import BlockKind, Region
from peelviewer.reading import read
from peelviewer.reading.correcting import apply, fitted, passed_over
from tests.reading.sheets import sheets

SOUTHSHIRE = Force(id="southshire", name="Southshire Constabulary")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("reports") / "report.md"
    path.write_text(sheets().text(), encoding="utf-8")
    return read(path)


def ids(report):
    return [(s.id, [block.id for block in s.blocks]) for s in report.sections]


def block_of(report, kind, number=0):
    found = [b for s in report.sections for b in s.blocks if b.kind == kind and b.text]
    return found[number]


def valid(report):
    return codec.decode(codec.encode(report), "the corrected report") == report


def test_no_corrections_change_nothing(report):
    assert apply(report, Corrections()) == report


@pytest.mark.parametrize(
    ("corrections", "identity"),
    [
        (Corrections(title="PEEL: Police efficiency 2016"), "northshire-effectiveness-2016"),
        (Corrections(force=SOUTHSHIRE), "southshire-effectiveness-2016"),
        (Corrections(pillar="efficiency"), "northshire-efficiency-2016"),
        (Corrections(year="2018/19"), "northshire-effectiveness-2018-19"),
    ],
)
def test_force_pillar_and_year_make_the_reports_id_and_the_title_does_not(
    report, corrections, identity
):
    corrected = apply(report, corrections)

    assert corrected.id == identity
    assert corrected.title == (corrections.title or report.title)
    assert corrected.force == (corrections.force or report.force)
    assert corrected.pillar == (corrections.pillar or report.pillar)
    assert corrected.year == (corrections.year or report.year)
    assert corrected.sections == report.sections
    assert valid(corrected)


def test_a_heading_made_a_chapter_takes_what_follows_and_keeps_every_id(report):
    moved = next(s for s in report.sections if s.id.rpartition("/")[2].startswith("how-much"))

    corrected = apply(report, Corrections(levels={moved.id: 1}))

    section = corrected.sections_by_id[moved.id]
    assert (section.level, section.parent, section.kind) == (1, None, "question")
    assert ids(corrected) == ids(report)
    following = corrected.sections[corrected.sections.index(section) + 1]
    assert following.level == 2
    assert following.parent == moved.id
    assert valid(corrected)


def test_a_picture_keeps_its_place_on_the_page(report):
    region = Region(page=9, left=0.1, top=0.2, right=0.9, bottom=0.5)
    pictured = msgspec.structs.replace(
        report,
        figures=tuple(msgspec.structs.replace(figure, region=region) for figure in report.figures),
    )
    moved = next(s for s in report.sections if s.id.rpartition("/")[2].startswith("how-much"))

    corrected = apply(pictured, Corrections(levels={moved.id: 1}))

    assert {figure.region for figure in corrected.figures} == {region}


def test_a_chapter_made_a_section_stands_under_the_one_before(report):
    questions = [s for s in report.sections if s.kind == "question"]

    corrected = apply(report, Corrections(levels={questions[1].id: 2}))

    section = corrected.sections_by_id[questions[1].id]
    assert (section.level, section.parent, section.kind) == (2, questions[0].id, "section")
    assert ids(corrected) == ids(report)
    assert [item.section for item in corrected.judgments if item.scope == "question"] == [
        questions[0].id
    ]
    assert valid(corrected)


def test_what_comes_to_stand_under_the_annex_belongs_to_it(report):
    annex = report.sections[-1]
    *_, last = (s for s in report.sections if s.level == 1 and s.kind != "annex")
    after = msgspec.structs.replace(
        last, id="late", title="A late chapter", kind="section", blocks=()
    )
    longer = msgspec.structs.replace(report, sections=(*report.sections, after))

    corrected = apply(longer, Corrections(levels={"late": 2}))

    assert corrected.sections_by_id["late"].kind == "annex"
    assert corrected.chapter_of("late").kind == "annex"
    assert annex.kind == "annex"


def test_a_paragraph_made_an_action_is_one_and_one_unmade_is_none(report):
    paragraph = block_of(report, "paragraph", 3)
    action = block_of(report, "action")

    corrected = apply(report, Corrections(kinds={paragraph.id: "action", action.id: "paragraph"}))

    blocks = [item.block for item in corrected.actions]
    assert paragraph.id in blocks
    assert action.id not in blocks
    made = corrected.actions[blocks.index(paragraph.id)]
    assert (made.kind, made.text) == ("area_for_improvement", paragraph.text)
    untouched = [item for item in report.actions if item.block != action.id]
    assert [item for item in corrected.actions if item.block != paragraph.id] == untouched
    assert ids(corrected) == ids(report)
    assert valid(corrected)


def test_an_action_made_again_has_the_kind_that_the_heading_above_it_says(report):
    action = block_of(report, "action")

    without = apply(report, Corrections(kinds={action.id: "paragraph"}))

    assert apply(without, Corrections(kinds={action.id: "action"})) == report


def test_a_grade_that_is_none_goes_and_one_made_counts(report):
    grades = {b.id for s in report.sections for b in s.blocks if b.kind == "judgment"}

    without = apply(report, Corrections(kinds=dict.fromkeys(grades, "paragraph")))

    assert report.judgments
    assert without.judgments == ()
    again = apply(without, Corrections(kinds=dict.fromkeys(grades, "judgment")))
    assert again.judgments == report.judgments


def test_a_figures_table_that_is_none_leaves_a_picture(report):
    table = next(
        b for s in report.sections for b in s.blocks if b.kind == "table" and b.figure == 1
    )

    corrected = apply(report, Corrections(kinds={table.id: "paragraph"}))

    assert report.figures_by_number[1].form == "table"
    assert corrected.figures_by_number[1].form == "image"
    assert corrected.measures == report.measures


def test_texts_footnotes_and_the_audit_stay(report):
    kinds = {b.id: "quotation" for s in report.sections for b in s.blocks}
    levels = {s.id: 1 for s in report.sections}

    corrected = apply(report, Corrections(kinds=kinds, levels=levels))

    assert [b.text for b in corrected.blocks_by_id.values()] == [
        b.text for b in report.blocks_by_id.values()
    ]
    assert corrected.footnotes == report.footnotes
    assert corrected.audit == report.audit
    assert {s.level for s in corrected.sections} == {1}
    assert valid(corrected)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.data())
def test_whatever_is_corrected_the_report_is_whole_and_no_id_changes(report, chosen):
    sections = st.sampled_from([section.id for section in report.sections] + ["nowhere"])
    blocks = st.sampled_from([*report.blocks_by_id, "nowhere.1"])
    corrections = Corrections(
        levels=chosen.draw(st.dictionaries(sections, st.integers(1, 9))),
        kinds=chosen.draw(st.dictionaries(blocks, st.sampled_from(get_args(BlockKind)))),
    )

    corrected = apply(report, corrections)

    assert valid(corrected)
    assert ids(corrected) == ids(report)
    assert corrected.audit == report.audit
    assert {item.block for item in corrected.actions} == {
        block.id for block in corrected.blocks_by_id.values() if block.kind == "action"
    }
    fit = fitted(report, corrections)
    assert apply(report, fit) == corrected
    for section, level in fit.levels.items():
        assert corrected.sections_by_id[section].level == level


def test_what_names_nothing_is_passed_over_and_told(report):
    corrections = Corrections(levels={"nowhere": 2}, kinds={"nowhere.1": "action"})

    assert apply(report, corrections) == report
    assert passed_over(report, corrections) == ("nowhere", "nowhere.1")


def test_in_a_newer_copy_a_block_is_found_by_its_text(report):
    section = next(s for s in report.sections if len(s.blocks) > 1)
    first, *rest = section.blocks
    corrections = Corrections(kinds={rest[0].id: "quotation"}).anchored(report)
    shifted = [
        msgspec.structs.replace(block, id=f"{section.id}.{number}")
        for number, block in enumerate((*rest, first), 1)
    ]
    newer = msgspec.structs.replace(
        report,
        sections=tuple(
            msgspec.structs.replace(s, blocks=tuple(shifted)) if s is section else s
            for s in report.sections
        ),
    )

    corrected = apply(newer, corrections)

    place = next(b.id for b in shifted if b.text == rest[0].text)
    assert corrected.blocks_by_id[place].kind == "quotation"
    assert corrected.blocks_by_id[place].text == rest[0].text
    assert (
        sum(
            b.kind != c.kind
            for b, c in zip(
                newer.blocks_by_id.values(), corrected.blocks_by_id.values(), strict=True
            )
        )
        == 1
    )
    assert fitted(newer, corrections).kinds == {place: "quotation"}
    assert passed_over(newer, corrections) == ()


def test_in_a_newer_copy_a_block_with_other_words_is_left_alone(report):
    block = block_of(report, "paragraph")
    corrections = msgspec.structs.replace(
        Corrections(kinds={block.id: "action"}), texts={block.id: "It said something else."}
    )

    assert apply(report, corrections) == report
    assert passed_over(report, corrections) == (block.id,)


def test_corrections_survive_their_json():
    corrections = Corrections(
        title="PEEL", force=SOUTHSHIRE, pillar="efficiency", year="2017", levels={"a/b": 2},
        kinds={"a.1": "action"}, texts={"a.1": "Words."},
    )  # fmt: skip

    assert stored.decode(stored.encode(corrections), "They") == corrections
    assert stored.encode(Corrections()) == b"{}"


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"levels": {"a": 0}}', b'{"kinds": {"a.1": "poem"}}']
)
def test_what_are_no_corrections_is_refused(data):
    with pytest.raises(InvalidReportError, match="They are not valid corrections"):
        stored.decode(data, "They")
