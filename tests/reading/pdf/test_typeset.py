"""A report printed in many looks by two programs is the same report."""

from collections import Counter

import pytest

from peelviewer.reading import read
from tests.reading.pdf.canvas import Fpdf
from tests.reading.pdf.comparing import assert_same
from tests.reading.pdf.press import typeset
from tests.reading.sheets import FILLER, pair, sheets

LOOKS = {
    "outline and contents page": {},
    "contents page only": {"outline": False},
    "contents page without dots": {"outline": False, "contents": "plain"},
    "contents page with numbers at first rows": {"outline": False, "contents": "first"},
    "contents over two narrow pages, numbers at first rows": {
        "outline": False,
        "contents": "first",
        "height": 330,
        "width": 400,
    },
    "contents of titles only": {"outline": False, "contents": "linked"},
    "contents of titles only, over two pages": {
        "outline": False,
        "contents": "linked",
        "height": 330,
        "width": 420,
    },
    "text that begins below its contents": {"outline": False, "runs_in": True},
    "contents in which numbers lack": {"outline": False, "unnumbered": 3},
    "outline only": {"contents": "none"},
    "sizes of headings only": {"contents": "none", "outline": False},
    "bold headings of the text's size": {"headings": "bold", "outline": False},
    "tables of lines": {"tables": "lines"},
    "tables with lines only below each row": {"tables": "below"},
    "tables without any line": {"tables": "plain"},
    "tables whose values stand right of their headers": {"tables": "plain", "values": "right"},
    "tables whose values stand in the middle": {"tables": "lines", "values": "centre"},
    "values beside names": {"pairs": "beside"},
    "labels beside names": {"pairs": "aside"},
    "labels beside names, in small type": {"pairs": "aside", "size": 9},
    "values below names": {"pairs": "down"},
    "two panels": {"panels": 2},
    "left and right headers with page numbers": {
        "header": ("{page} | {force}", "{force} | {page}")
    },
    "no running lines": {"header": (), "footer": ""},
    "bullets that are drawn": {"bullets": "drawn"},
    "landscape": {"width": 842, "height": 595},
    "small pages": {"width": 420, "height": 595, "margin": 50, "size": 9},
    "large type": {"size": 14},
    "pages numbered in words": {"footer": "Page {page} of 99"},
}


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    path = tmp_path_factory.mktemp("original") / "report.md"
    path.write_text(sheets().text(), "utf-8")
    return read(path)


@pytest.mark.parametrize("producer", ["fpdf2", "reportlab"])
@pytest.mark.parametrize("look", LOOKS)
def test_a_report_is_the_same_in_every_look(original, tmp_path, look, producer):
    path = typeset(original, tmp_path / "report.pdf", producer=producer, **LOOKS[look])

    assert_same(original, read(path))


@pytest.mark.parametrize("pairs", ["across", "beside", "down"])
@pytest.mark.parametrize("title", ["Force in context", "The force in context"])
def test_the_chapter_in_numbers_may_be_called_a_context(tmp_path, title, pairs):
    made = sheets(running=None)
    made.page().heading(title, 1)
    for group in ("Recorded crime", "Workforce"):
        made.heading(group, 2, listed=False)
        for number, unit in enumerate(("100 people", "1,000 people")):
            label = f"{group} per {unit} as at 31 March 2016"
            made.add(*pair(made, label, f"{number + 1}.5", f"{number + 2}.5"))
    path = tmp_path / "report.md"
    path.write_text(made.text(), "utf-8")
    original = read(path)

    printed = read(typeset(original, tmp_path / "report.pdf", pairs=pairs, panels=2))

    assert sum(measure.origin == "graphic" for measure in printed.measures) == 5
    assert_same(original, printed)


@pytest.mark.parametrize("outline", [True, False])
def test_the_chapter_in_numbers_ends_where_the_next_one_begins_whatever_its_title(
    tmp_path, outline
):
    made = sheets(running=None)
    made.page().heading("Force in context", 1)
    for page in range(2):  # the second one's groups go on with the chapter
        for group in ("Recorded crime", "Workforce"):
            made.heading(f"{group} {page}", 2, listed=False)
            label = f"{group} per {10 ** (3 + page):,} people as at 31 March 2016"
            made.add(*pair(made, label, "1.5", "2.5"))
        made.page()
    made.heading("Supporting victims", 1)
    made.add(
        "**Figure 4: Cases that were closed, for the 12 months to 30 June 2016**",
        f"Share of all\t{made.force}\tEngland and Wales\n"
        "Charged\t10%\t12%\nWithdrawn by the person who had called at first\t5%\t6%",
        "Source: Home Office data",
    )
    path = tmp_path / "report.md"
    path.write_text(made.text(), "utf-8")
    original = read(path)

    printed = typeset(original, tmp_path / "report.pdf", tables="below", outline=outline)

    assert_same(original, read(printed))


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("producer", ["fpdf2", "reportlab"])
def test_notes_that_each_page_numbers_from_one_are_counted_over_the_report(
    tmp_path, producer, columns
):
    made = sheets(running=None)
    made.page().heading("How many notes are there in Northshire?", 1)
    made.add("There are two.<sup>4</sup> Both stand here.<sup>5,6</sup> Nobody counts them.")
    made.add(FILLER, "---", "<sup>4</sup> One is this.", "<sup>5</sup> It is said of 12 stations.")
    made.add("<sup>6</sup> The last of the page.")
    made.page().heading("How many more?", 1).add("There is one.<sup>7</sup> It is short.", FILLER)
    made.add("---", "<sup>7</sup> It is the last.")
    path = tmp_path / "report.md"
    path.write_text(made.text(), "utf-8")
    original = read(path)
    look = {"producer": producer, "columns": columns, "size": 9, "notes": "page"}

    printed = read(typeset(original, tmp_path / "report.pdf", **look))

    assert [note.number for note in printed.footnotes] == [1, 2, 3, 4, 5, 6, 7]
    assert_same(original, printed)


@pytest.mark.parametrize("contents", ["dots", "none"])
def test_chapters_that_an_outline_puts_below_one_another_stand_beside_each_other(
    original, tmp_path, monkeypatch, contents
):
    """As programs that write a file anew leave an outline behind."""
    bookmark, chapters = Fpdf.bookmark, Counter()

    def sinking(canvas, title, level):
        chapters[canvas] += level == 1
        bookmark(canvas, title, level + max(chapters[canvas] - 3, 0))

    monkeypatch.setattr(Fpdf, "bookmark", sinking)

    path = typeset(original, tmp_path / "report.pdf", contents=contents)

    assert_same(original, read(path))


@pytest.fixture(scope="module")
def printed(original, tmp_path_factory):
    return read(typeset(original, tmp_path_factory.mktemp("printed") / "report.pdf"))


def test_every_block_has_its_page(printed):
    pages = [block.page for section in printed.sections for block in section.blocks]

    assert None not in pages
    assert pages == sorted(pages)
    assert printed.pages == max(pages)


def test_running_lines_and_page_numbers_are_furniture(printed):
    times = {item.text: item.times for item in printed.audit.furniture}

    assert times["Peel inspection – NORTHSHIRE POLICE"] == printed.pages - 1
    assert times["2"] == 1


def test_a_picture_has_a_region_between_its_caption_and_its_source(printed):
    (figure,) = [figure for figure in printed.figures if figure.form == "image"]

    assert figure.region.page == figure.page
    assert 0 < figure.region.left < figure.region.right < 1
    assert 0.1 < figure.region.bottom - figure.region.top < 0.25


def test_progress_is_told_by_page(original, tmp_path):
    told = []
    path = typeset(original, tmp_path / "report.pdf")

    report = read(path, lambda stage, fraction: told.append((stage, fraction)))

    stages = [stage for stage, _ in told]
    fractions = [fraction for _, fraction in told]
    assert f"Reading page 3 of {report.pages}" in stages
    assert fractions == sorted(fractions)
    assert told[-1] == ("Done", 1.0)
