import pytest

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


def test_what_is_not_known_has_no_line():
    assert FOUND.line_of(Place(words="helicopters over Northshire")) is None
    assert FOUND.line_of(Place(page=99)) is None


@pytest.mark.parametrize("heading", ["### Overview<sup>2</sup>", "**Overview**[^2]"])
def test_a_short_title_is_found_with_its_call_out(heading):
    text = f"An overview of it all stands here.\n{heading}\nGood"
    assert source_lines(text, REPORT).sections["overview"] == 1
