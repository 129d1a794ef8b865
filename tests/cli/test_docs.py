"""Every command, option and column is in docs/command-line.md, every field in the data model."""

import argparse
import re
from pathlib import Path

import msgspec
import pytest

from peelviewer.cli import parser, tidy
from peelviewer.model import report as model
from peelviewer.statistics.vocabulary import units

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXT = (DOCS / "command-line.md").read_text(encoding="utf-8")
CONTRACT = (DOCS / "data-model.md").read_text(encoding="utf-8")
EXAMPLES = [
    example
    for example in re.findall(r"^peelviewer (\w.*?)(?: +[>#|] .*)?$", TEXT, re.MULTILINE)
    if example.split()[0] in parser.COMMANDS
]


def test_the_tidy_csv_is_described_with_all_its_units():
    text = (DOCS / "statistics.md").read_text(encoding="utf-8")
    assert [unit for unit in units() if f"`{unit}`" not in text] == []


def commands():
    """Return each command's own parser by its name."""
    for action in parser.make()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return action.choices
    raise AssertionError("the program has no commands")


def chapter(command):
    """Return the part of the page that is about ``command``."""
    found = re.search(rf"^## `peelviewer {command}\b.*?(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    return found.group() if found else ""


@pytest.mark.parametrize("command", parser.COMMANDS)
def test_every_command_has_a_chapter_with_all_its_options(command):
    text = chapter(command)
    assert text, f"{command} has no chapter"
    for action in commands()[command]._actions:
        for option in set(action.option_strings) - {"-h", "--help", "--library"}:
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", text), option
        for choice in action.choices or ():
            assert str(choice) in text, choice


def test_no_chapter_is_about_a_command_that_is_gone():
    named = re.findall(r"^## `peelviewer (\w+)", TEXT, re.MULTILINE)
    assert sorted(named) == sorted(parser.COMMANDS)


def test_what_holds_for_every_command_is_there():
    for words in ("--library DIR", "PEELVIEWER_LIBRARY", "--help", "--version", "**130**"):
        assert words in TEXT


@pytest.mark.parametrize(
    ("command", "columns"),
    [("measures", tidy.MEASURE_COLUMNS), ("actions", tidy.ACTION_COLUMNS)],
)
def test_every_column_is_explained(command, columns):
    for column in columns:
        assert f"`{column}`" in chapter(command), column


def test_every_field_of_a_report_is_there():
    for struct in (
        model.Report,
        model.Section,
        model.Block,
        model.Mark,
        model.Footnote,
        model.Figure,
        model.Judgment,
        model.Measure,
        model.Action,
        model.Inconsistency,
        model.Occurrence,
        model.Audit,
        model.Furniture,
        model.Unplaced,
    ):
        for field in msgspec.structs.fields(struct):
            name = field.encode_name
            assert f"`{name}`" in CONTRACT or f"**{name}**" in CONTRACT, (struct.__name__, name)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_page_can_be_parsed(example):
    options = parser.make().parse_args(example.split())

    assert options.command == example.split()[0]


@pytest.mark.parametrize("command", parser.COMMANDS)
def test_every_example_of_the_help_can_be_parsed(command):
    examples = re.findall(
        r"^  peelviewer (.*?)(?: +[>#] .*)?$", commands()[command].epilog, re.MULTILINE
    )
    assert examples
    for example in examples:
        parser.make().parse_args(example.split())
