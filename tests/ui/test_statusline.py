"""The status line: it says much, and never at the cost of the window's width."""

import pytest
from PySide6.QtGui import QAccessible

from peelviewer.ui.statusline import StatusLine
from peelviewer.ui.tasks import Task


@pytest.fixture
def line(qtbot, sample_report):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_report(sample_report)
    line.show_page(8)
    line.show_caveats(2)
    return line


def test_a_running_task_never_widens_the_window(line):
    task = Task("Reading northshire-effectiveness-2016-final-version-for-publication.md" * 3, bool)
    line.progress.follow(task)
    least = line.minimumSizeHint().width()

    task.progressed.emit("Finding the headings and placing every word of the source", 0.5)

    assert line.minimumSizeHint().width() == least
    assert least < 900  # the narrowest window that is asked for


def test_the_whole_text_of_a_task_is_told_to_who_points_at_it(line):
    task = Task("Reading northshire.md", bool)
    line.progress.follow(task)
    task.progressed.emit("Finding the headings", 0.5)

    assert line.progress.label.toolTip() == "Reading northshire.md: Finding the headings"


def test_a_comparison_of_many_facts_never_widens_the_window(line):
    line.show_view("compare")
    least = line.minimumSizeHint().width()
    line.show_comparison(["43 forces", "twelve months to June 2016, from open data"] * 9)

    assert line.minimumSizeHint().width() == least


def test_the_status_is_spoken_as_it_is_shown_with_page_in_full(line):
    line.show_page(7)
    task = Task("Reading a report", lambda _: None)
    line.progress.follow(task)
    task.progressed.emit("Reading page 2 of 9", 0.2)
    line.show_comparison(["43 forces", "2 caveats"])

    spoken = [
        QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in (line.page, line.progress.label, line.comparison)
    ]

    assert spoken[:2] == ["Page 7 of 12", "Reading a report: Reading page 2 of 9"]
    assert spoken[2].startswith("43 forces")
