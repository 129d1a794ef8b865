"""Bars on a terminal are gone when their file is done."""

import io
import sys
from pathlib import Path

from peelviewer.cli.bars import bars


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_bar_is_not_drawn_again_below_its_files_result(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")

    with bars(1) as shown:
        shown.tell(Path("a.md"), "reading its measures", 0.7)
        shown.done(Path("a.md"))
        sys.stdout.write("a.md: 3 sections\n")

    _, result, after = terminal.getvalue().partition("a.md: 3 sections")
    assert result
    assert "reading its measures" not in after
