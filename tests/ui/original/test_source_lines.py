import msgspec
import pytest

from peelviewer.model.report import Block, Section
from peelviewer.ui.entries.entry import Place
from peelviewer.ui.original.source_lines import source_lines
from tests.builders import sample_report

REPORT = sample_report()


def source() -> str:
    """The sample report as a text: running lines, marks of emphasis and call-outs in between."""
    lines = ["DRAFT FOR COMMENT"]
    for section in REPORT.sections:
        lines += ["", f"## **{section.title}**"]
        for block in section.blocks:
            lines += ["", f"*{block.text}*[^1]", "DRAFT FOR COMMENT"]
    lines += ["", "[^1]: Northshire counts calls on two lines together."]
    return "\n".join(lines)


TEXT = source()
FOUND = source_lines(TEXT, REPORT)


@pytest.mark.parametrize("section", REPORT.sections, ids=lambda section: section.id)
def test_every_section_is_found_at_its_heading(section):
    line = FOUND.line_of(Place(section=section.id))
    assert TEXT.split("\n")[line] == f"## **{section.title}**"


def test_every_block_is_found_where_it_begins():
    lines = TEXT.split("\n")
    for block in REPORT.blocks_by_id.values():
        if block.text:
            head = block.text.split("\n")[0]
            assert head in lines[FOUND.blocks[block.id]]


def test_repeated_titles_are_told_apart():
    summaries = [line for name, line in FOUND.sections.items() if name.endswith("findings")]
    assert len(set(summaries)) == 2


def test_words_are_found_from_their_page_on():
    line = FOUND.line_of(Place(page=3, words="counts calls on two lines"))
    assert TEXT.split("\n")[line].startswith("[^1]:")


ROWS = """\
# Rates

| Rates | Northshire Police | England and Wales |
|---|---|---|
| Recorded crime | 51.0 | 68.2 |
| Victim-based crime | 44.1 | 60.4 |
| Burglary | – | 9.1 |

| Victim-based crime | 44.1 | 60.4 |
"""


def test_a_value_is_found_at_its_own_row_of_a_table():
    printed = "Rates\tNorthshire Police\tEngland and Wales\nRecorded crime\t51.0\t68.2"
    table = Block(id="t.1", kind="table", page=4, text=printed)
    section = Section(id="t", level=1, title="Rates", page=4, blocks=(table,))
    lines = source_lines(ROWS, msgspec.structs.replace(REPORT, sections=(section,)))
    assert lines.line_of(Place(block="t.1", page=4, words="Victim-based crime\t44.1\t60.4")) == 5
    assert lines.line_of(Place(block="t.1", page=4, words="of helicopters")) == 2


def test_words_without_a_block_are_found_below_the_block_that_begins_their_page():
    text = TEXT.replace("DRAFT FOR COMMENT", "DRAFT FOR COMMENT\nThree words astray")
    block = next(block for block in REPORT.blocks_by_id.values() if block.page is not None)
    found = source_lines(text, REPORT)
    line = found.line_of(Place(block=block.id, page=block.page, words="Three words astray"))
    assert text.split("\n")[line] == "Three words astray"
    assert line > found.blocks[block.id]


def test_what_is_not_known_has_no_line():
    assert FOUND.line_of(Place(words="helicopters over Northshire")) is None
    assert FOUND.line_of(Place(page=99)) is None


@pytest.mark.parametrize("heading", ["### Overview<sup>2</sup>", "**Overview**[^2]"])
def test_a_short_title_is_found_with_its_call_out(heading):
    text = f"An overview of it all stands here.\n{heading}\nGood"
    assert source_lines(text, REPORT).sections["overview"] == 1


def test_a_title_is_found_at_its_heading_and_not_in_the_contents():
    titles = [section.title for section in REPORT.sections]
    contents = "\n".join(f"- {title}" for title in titles)
    text = f"{contents}\n\n{TEXT}"
    found = source_lines(text, REPORT)

    lines = text.split("\n")
    assert [lines[found.sections[section.id]] for section in REPORT.sections] == [
        f"## **{title}**" for title in titles
    ]
