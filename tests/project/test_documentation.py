"""The documentation tells what is there: every key, every link, every command."""

import re
from pathlib import Path

import pytest

from peelviewer.cli import parser

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_inside_the_project_leads_somewhere(document):
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("command", parser.COMMANDS)
def test_the_readme_names_every_command(command):
    assert f"`{command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_guide_lists_every_key_of_the_window(qapp):
    from PySide6.QtGui import QKeySequence

    from peelviewer.ui.actions import SPECS

    guide = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
    keys = guide.partition("## Keys")[2].partition("\n## ")[0]
    first = {
        name: QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.PortableText)
        for name, spec in SPECS.items()
        if spec.keys
    }
    assert {name.name: key for name, key in first.items() if f"`{key}`" not in keys} == {}
