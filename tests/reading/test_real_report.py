"""What must be found in the published report; it lies "
"beside the checkout and is never committed."""

import re
from collections import Counter
from datetime import date

import pytest

from peelviewer.model.codec import decode, encode
from peelviewer.reading import read
from peelviewer.reading.lines import begins_lower, ends_sentence
from tests.conftest import REAL_REPORT

pytestmark = [
    pytest.mark.real_report,
    pytest.mark.skipif(not REAL_REPORT.is_file(), reason="the published report is not here"),
]


@pytest.fixture(scope="module")
def report():
    return read(REAL_REPORT)


@pytest.fixture(scope="module")
def blocks(report):
    return [block for section in report.sections for block in section.blocks]


def test_it_is_known_whose_report_it_is(report):
    assert report.id == "leicestershire-effectiveness-2016"
    assert (report.force.name, report.force.code) == ("Leicestershire Police", "E23000021")
    assert (report.pillar, report.year, report.published) == ("effectiveness", "2016", "2017-03")
    assert report.isbn == "978-1-78655-358-4"
    assert report.edition == "full"


def test_every_entry_of_the_contents_page_is_a_section_with_its_page(report):
    text = REAL_REPORT.read_text("utf-8")
    text = text[text.index("## Contents") : text.index("## Introduction")]
    listed = re.findall(r"(?m)^(<b>)?([A-Z].*?)[ .]*(?:</b>)?\t(?:<b>)?(\d+)", text)
    wanted = [(1 if bold else 2, title, int(page)) for bold, title, page in listed]

    found = [(section.level, section.title, section.page) for section in report.sections]

    assert len(wanted) == 30
    assert Counter(found) & Counter(wanted) == Counter(wanted)


def test_summaries_stand_under_their_own_question(report):
    summaries = [s for s in report.sections if s.title == "Summary of findings"]

    assert [s.page for s in summaries] == [18, 30, 44, 54, 58]
    assert len({s.parent for s in summaries}) == 5
    assert all(report.sections_by_id[s.parent].kind == "question" for s in summaries)


def test_the_six_judgments_are_found_with_their_pages(report):
    assert [(j.scope, j.grade, j.page) for j in report.judgments] == [
        ("overall", "requires improvement", 7),
        ("question", "good", 18),
        ("question", "requires improvement", 30),
        ("question", "requires improvement", 44),
        ("question", "good", 54),
        ("question", "ungraded", 58),
    ]


def test_the_48_footnotes_are_whole_and_each_is_called_out_once(report, blocks):
    called = [n for block in blocks for n in block.footnotes]
    called += [n for section in report.sections for n in section.footnotes]

    assert [note.number for note in report.footnotes] == list(range(1, 49))
    assert sorted(called) == list(range(1, 49))
    assert all(note.page is not None for note in report.footnotes)


@pytest.mark.parametrize(
    ("number", "ends"),
    [(31, "support they need."), (33, "protect the individual."), (40, "takes place")],
)
def test_footnotes_that_run_on_are_joined(report, number, ends):
    assert report.footnotes_by_number[number].text.endswith(ends)
    assert report.footnotes_by_number[40].text.count("\n") == 4


def test_call_outs_stand_where_they_are_printed(blocks):
    block = next(block for block in blocks if 8 in block.footnotes)
    mark = next(mark for mark in block.marks if mark.target == "8")

    assert block.text[: mark.start].endswith("cannabis/khat")


def test_the_ten_figures_are_found_with_their_pages(report):
    assert [(f.number, f.form) for f in report.figures] == [
        (n, "table" if n in (2, 4, 8) else "image") for n in range(1, 11)
    ]
    assert [f.page for f in report.figures] == [11, 12, 12, 20, 26, 34, 37, 43, 48, 49]
    assert all(f.source and f.annex for f in report.figures)
    assert report.figures_by_number[4].footnotes == (9, 10)


def test_the_tables_are_complete(report):
    second, fourth, eighth = (report.figures_by_number[n] for n in (2, 4, 8))

    assert (len(second.rows), len(fourth.rows), len(eighth.rows)) == (5, 21, 6)
    assert {len(row) for row in fourth.rows} == {4}
    assert fourth.rows[0] == ("1", "Charged/Summoned", "9.1", "12.1")
    assert [row[1] for row in fourth.rows if row[2:] == ("", "")] == [
        "Evidential difficulties (victim supports police action)"
    ]
    assert sum(1 for row in fourth.rows if row[0] == "") == 7
    assert eighth.rows[-1][1:] == ("34.3", "35.4")


def test_the_ten_areas_for_improvement(report):
    assert [(a.kind, a.page) for a in report.actions] == [
        ("area_for_improvement", page) for page in (18, 31, 31, 31, 31, 45, 45, 45, 45, 55)
    ]
    assert all(report.blocks_by_id[a.block].kind == "action" for a in report.actions)


PAIRS = [
    ("calls_for_assistance", "per_1000_population", "2016-06-30", 239.0, 240.0),
    ("recorded_crime", "per_1000_population", "2016-06-30", 58.0, 68.0),
    ("recorded_crime_change_1y", "percent_change", "2016-06-30", 3.7, 7.8),
    ("recorded_crime_change_5y", "percent_change", "2016-06-30", -11.1, -3.4),
    ("outcome_charged", "percent", "2016-06-30", 9.1, 12.1),
    ("outcome_suspect_identified_victim_does_not_support", "percent", "2016-06-30", 6.5, 10.6),
    ("outcome_no_suspect", "percent", "2016-06-30", 50.2, 47.4),
    ("asb_incidents", "per_1000_population", "2016-03-31", 16.0, 31.0),
    ("asb_incidents", "per_1000_population", "2015-03-31", 20.0, 34.0),
    ("da_calls_for_assistance", "per_1000_population", "2016-06-30", 14.0, 16.0),
    ("da_share_of_crime", "percent", "2016-06-30", 10.9, 11.1),
    ("da_share_of_crime", "percent", "2015-03-31", 10.3, 10.0),
    ("organised_crime_groups", "per_million_population", "2016-07-01", 20.0, 46.0),
    ("victim_satisfaction", "percent", "2016-06-30", 77.4, 83.3),
]


def test_the_fourteen_pairs_of_the_graphic(report):
    found = [m for m in report.measures if m.origin == "graphic"]

    assert [(m.key, m.unit, m.period.end.isoformat(), m.force, m.national) for m in found] == PAIRS
    assert [m.period.kind for m in found].count("change") == 2


def test_the_rows_of_the_tables_are_measures(report):
    found = Counter(m.figure for m in report.measures if m.origin == "table")

    assert found == {2: 5, 4: 20, 8: 6}
    by_key = {m.key: m for m in report.measures if m.origin == "table"}
    assert by_key["burglary_dwelling"].unit == "per_1000_households"
    assert by_key["outcome_suspect_identified_victim_supports"].force == 9.8
    assert by_key["outcome_suspect_identified_victim_does_not_support"].force == 6.5


def test_the_clear_comparisons_in_the_text_are_measures(report):
    found = {
        (m.key, m.force, m.national, m.period.end) for m in report.measures if m.origin == "prose"
    }
    june, march = date(2016, 6, 30), date(2016, 3, 31)

    assert found == {
        ("recorded_crime_change_5y", -11.1, -3.4, june),
        ("victim_based_crime_change_5y", -5.9, -0.5, june),
        ("recorded_crime_change_1y", 3.7, 7.8, june),
        ("asb_incidents", 17.0, None, march),
        ("asb_change_1y", -17.0, -8.0, march),
        ("recorded_crime", 58.0, 68.0, june),
        ("outcome_victim_does_not_support", 7.6, 13.8, june),
        ("victim_satisfaction", 77.4, 83.8, june),
        ("vulnerable_victims", 4.1, 14.3, june),
        ("mental_health_incidents", 7.8, 2.4, june),
        ("da_recorded_change", 9.0, 23.0, june),
        ("da_share_of_crime", 11.0, 11.0, june),
        ("da_arrest_rate", 39.0, None, june),
        ("da_arrest_rate", 39.0, 51.4, june),
        ("marac_cases", 19.0, 34.0, march),
        ("organised_crime_groups", 20.0, 46.0, date(2016, 7, 1)),
    }


def test_the_two_inconsistencies_of_the_report_are_found_and_no_others(report):
    assert [
        (i.key, i.area, sorted({v.value for v in i.values})) for i in report.inconsistencies
    ] == [
        ("asb_incidents", "force", [16.0, 17.0]),
        ("victim_satisfaction", "national", [83.3, 83.8]),
    ]


def test_no_word_is_lost_or_invented(report):
    assert report.audit.unplaced == ()
    assert report.audit.surplus == ()
    assert report.audit.words == report.audit.placed > 25000
    assert 48 in {furniture.times for furniture in report.audit.furniture}


def test_no_paragraph_is_cut_by_a_pages_end(report, blocks):
    paragraphs = [
        b for s in report.sections if s.kind != "numbers" for b in s.blocks if b.kind == "paragraph"
    ]
    addresses = [b for b in paragraphs if b.text.startswith("www.")]
    cover = {b.id for b in report.sections[0].blocks}
    cut = [
        b.text[-60:]
        for b in paragraphs
        if not ends_sentence(b.text) and b not in addresses and b.id not in cover
    ]

    assert [b.text[:60] for b in paragraphs if begins_lower(b.text) and b not in addresses] == []
    assert len(cut) == 1  # one sentence lacks its full stop in print


def test_no_running_line_or_template_is_in_a_block(blocks):
    running = re.compile(r"UNDER EMBARGO|Delete as appropriate|\bXX\b|left blank")

    assert [b.id for b in blocks if running.search(b.text)] == []


def test_pages_are_known_or_left_open_and_never_go_back(report, blocks):
    known = [b.page for b in blocks if b.page is not None and b.figure is None]

    assert known == sorted(known)
    assert sum(b.page is None for b in blocks) < 25


def test_ids_are_unique_and_references_hold(report):
    assert decode(encode(report), "the published report") == report
