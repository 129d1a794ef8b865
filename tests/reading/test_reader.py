import itertools
import re
import sys

import pytest

from peelviewer.errors import CancelledError
from peelviewer.model.codec import decode, encode
from peelviewer.reading import read
from tests.reading.sheets import FILLER, QUESTIONS, Sheets, pair, sheets

PARTS = [
    (1, "front", 1, "PEEL: Police effectiveness 2016"),
    (1, "front", 3, "Introduction"),
    (1, "numbers", 4, "Force in numbers"),
    (2, "section", 4, "Calls for assistance"),
    (1, "overview", 5, "Overview – How effective is the force?"),
    (2, "section", 5, "Overall judgment"),
    (1, "question", 7, QUESTIONS[0]),
    (2, "section", 7, "How much crime is there in Northshire?"),
    (2, "summary", 8, "Summary of findings"),
    (1, "question", 9, QUESTIONS[1]),
    (2, "section", 9, "How well does the force bring offenders to justice?"),
    (2, "summary", 11, "Summary of findings"),
    (1, "annex", 12, "Annex A – About the data"),
    (2, "annex", 12, "Figure 1: Police-recorded crime rates"),
]


@pytest.fixture
def reading(tmp_path):
    def from_text(text, name="northshire.md"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read(path)

    return from_text


def outline(report):
    return [(s.level, s.kind, s.page, s.title) for s in report.sections]


def unstyled(text):
    return text.replace("<b>", "").replace("</b>", "")


@pytest.mark.parametrize(
    "text",
    [
        sheets().text(),
        sheets(style="bold").text(),
        sheets(style="both").text(),
        sheets(running="PEEL: Police effectiveness 2016").text(),
        sheets(running="Inspection of Northshire Police").text(),
        unstyled(sheets().text()),
        re.sub(r"(?m)^(## (?!Contents).*)$", r"\g<1>7", sheets().text()),
    ],
    ids=[
        "hash",
        "bold",
        "both",
        "title runs",
        "name runs",
        "plain contents",
        "numbers on headings",
    ],
)
def test_a_report_is_whole_whatever_it_looks_like(reading, text):
    report = reading(text)

    assert outline(report) == PARTS
    assert [(j.scope, j.grade, j.page) for j in report.judgments] == [
        ("overall", "good", 5),
        ("question", "good", 8),
        ("question", "requires improvement", 11),
    ]
    assert [(f.number, f.form, f.page, f.footnotes) for f in report.figures] == [
        (1, "table", 7, ()),
        (2, "image", 10, (3,)),
    ]
    assert [note.number for note in report.footnotes] == [1, 2, 3]
    assert [action.page for action in report.actions] == [8, 11, 11]
    assert [m.key for m in report.measures] == [
        "calls_for_assistance",
        "recorded_crime",
        "sexual_offences",
    ]
    assert report.pages == 12
    assert report.audit.unplaced == report.audit.surplus == ()
    assert report.audit.words == report.audit.placed > 500


def test_without_running_lines_only_pages_that_are_certain_are_given(reading):
    report = reading(sheets(running=None).text())

    assert outline(report) == PARTS
    assert [figure.page for figure in report.figures] == [7, None]
    assert report.audit.unplaced == report.audit.surplus == ()


def test_a_starred_note_ends_a_page_of_the_numbers_graphic(reading):
    made = Sheets(running=None)
    made.page("The force was looked at.").heading("Introduction", 1)
    made.page().heading("Force in numbers", 1).heading("Crime outcomes*", 2, listed=False)
    made.add(*pair(made, "Charged/summonsed", "9.0%", "12.0%"))
    made.add("\\*Shares of offences recorded in the 12 months to 30 June 2016.")
    made.page().heading("Domestic abuse", 2, listed=False)
    made.add(*pair(made, "Calls per 1,000 population 12 months to 30 June 2016", "14", "16"))
    made.page().heading("Overview – How effective is the force?", 1).add("**Good**", FILLER)
    made.page().heading(QUESTIONS[0], 1).add(FILLER)

    report = reading(made.text())

    assert [measure.page for measure in report.measures] == [4, 5]


@pytest.mark.parametrize("style", ["hash", "bold", "both"])
def test_without_a_contents_page_sections_are_there_and_pages_are_not(reading, style):
    report = reading(sheets(with_contents=False, style=style).text())

    assert [(level, kind, title) for level, kind, _, title in outline(report)] == [
        (level, kind, title) for level, kind, _, title in PARTS
    ]
    assert {section.page for section in report.sections} == {None}
    assert report.pages is None
    assert report.audit.unplaced == report.audit.surplus == ()


def test_sentences_are_whole_across_pages_and_footnotes(reading):
    texts = [b.text for s in reading(sheets().text()).sections for b in s.blocks]

    assert any(text.endswith("many of the others agreed with her.") for text in texts)
    assert any("things that were looked at." in text for text in texts)


def test_a_report_without_numbers_graphic_or_footnotes_or_figures_is_read(reading):
    made = sheets()
    text = re.sub(r"(?s)## Force in numbers.*?(?=\*\*NORTHSHIRE)", "", made.text())
    text = re.sub(r"<sup>\d+</sup>", "", text).replace(
        "<b>Force in numbers .....</b>\t<b>4</b>\n", ""
    )
    text = re.sub(r"\*\*Figure 2.*?\*\*", "", text)

    report = reading(text)

    assert report.footnotes == ()
    assert "numbers" not in {section.kind for section in report.sections}
    assert [m.key for m in report.measures] == ["recorded_crime", "sexual_offences"]
    assert report.audit.unplaced == report.audit.surplus == ()


def test_causes_of_concern_and_dashes_and_residue_are_told_apart(reading):
    made = sheets()
    made.pages[1] += pair(
        made, "Organised crime groups per million population as at 1 July 2016", "–", "46"
    )
    made.pages[-1] += [
        "A dash here means that a force sent nothing.",
        "**Delete as appropriate****Good****Inadequate**",
        "**Cause of concern**",
        "XX",
        "This page is intentionally left blank",
    ]
    made.pages[5] += [
        "**Cause of concern**",
        "Victims wait too long.",
        "**Recommendations**",
        "- The force should ring back.",
    ]

    report = reading(made.text())

    missing = next(m for m in report.measures if m.key == "organised_crime_groups")
    assert (missing.force, missing.national) == (None, 46.0)
    assert missing.missing == "A dash here means that a force sent nothing."
    assert [a.kind for a in report.actions] == [
        "area_for_improvement",
        "cause_of_concern",
        "recommendation",
        "area_for_improvement",
        "area_for_improvement",
    ]
    assert len(report.judgments) == 3
    assert not any("XX" in b.text or "Delete" in b.text for s in report.sections for b in s.blocks)
    assert report.audit.unplaced == report.audit.surplus == ()


def test_piped_tables_are_tables(reading):
    text = sheets().text()
    start, end = text.index("Rates per 1,000"), text.index("Source: Home Office data")
    rows = [row.split("\t") for row in text[start:end].strip().split("\n")]
    piped = "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], ["---"] * 3, *rows[1:]])

    report = reading(text[:start] + piped + "\n\n" + text[end:])

    assert report.figures[0].rows == (
        ("Recorded crime (excluding fraud)", "51.0", "68.2"),
        ("Sexual offences", "1.4", "1.9"),
    )
    assert report.audit.unplaced == report.audit.surplus == ()


def test_every_reference_of_the_report_holds_and_json_brings_it_back(reading):
    report = reading(sheets().text())

    assert decode(encode(report), "northshire") == report


def test_every_footnote_is_called_out_once(reading):
    report = reading(sheets().text())
    called = [n for s in report.sections for n in s.footnotes]
    called += [n for s in report.sections for b in s.blocks for n in b.footnotes]

    assert sorted(called) == [note.number for note in report.footnotes]


def test_progress_goes_up_and_can_stop_the_reading(tmp_path):
    path = tmp_path / "northshire.md"
    path.write_text(sheets().text(), encoding="utf-8")
    told = []

    read(path, lambda stage, fraction: told.append((stage, fraction)))

    fractions = [fraction for _, fraction in told]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert all(stage for stage, _ in told)

    def stop(stage, fraction):
        if fraction > 0.3:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        read(path, stop)


def test_a_report_ten_times_as_long_takes_ten_times_the_work(reading):
    def made(times):
        small = sheets()
        for _ in range(times):
            small.page(
                *["Some words that fill a line of the page, and one more clause to it."] * 30
            )
        return small.text()

    def work(text):
        """Calls of functions: the same on any machine, however busy."""
        calls = itertools.count()
        sys.setprofile(lambda *_: next(calls))
        try:
            reading(text)
        finally:
            sys.setprofile(None)
        return next(calls)

    short, long = made(10), made(100)
    reading(short)  # what is made once and kept

    assert work(long) < 10 * 1.5 * work(short)
