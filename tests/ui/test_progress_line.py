"""Several tasks wait for one worker: the line shows the one that runs, and stays to the last."""

import pytest

from peelviewer.errors import CancelledError
from peelviewer.ui.progress_line import ProgressLine
from peelviewer.ui.tasks import Task


@pytest.fixture
def line(qtbot):
    line = ProgressLine()
    qtbot.addWidget(line)
    return line


@pytest.fixture
def tasks(line):
    tasks = [Task(f"Importing {name}", lambda _: None) for name in ("a.csv", "b.csv")]
    for task in tasks:
        line.follow(task)
    return tasks


def test_the_task_that_runs_is_named_not_the_one_that_came_last(line, tasks):
    tasks[0].progressed.emit("Reading rows", 0.25)

    assert line.label.text() == "Importing a.csv: Reading rows"
    assert line.bar.value() == 250


def test_it_stays_until_the_last_task_ends(line, tasks):
    tasks[0].ended.emit()
    assert not line.isHidden()
    assert line.label.text() == "Importing b.csv"

    tasks[1].ended.emit()
    assert line.isHidden()


def test_cancel_stops_the_one_that_runs_and_those_that_wait(line, tasks):
    ends = []
    for task in tasks:
        task.cancelled.connect(lambda: ends.append(CancelledError))

    line.cancel.click()
    for task in tasks:
        task.run()

    assert ends == [CancelledError, CancelledError]
    assert line.isHidden()


def test_a_task_after_cancelled_ones_can_be_cancelled_too(line, tasks):
    line.cancel.click()
    for task in tasks:
        task.run()

    line.follow(Task("Importing c.csv", lambda _: None))

    assert line.cancel.isEnabled()
    assert line.label.text() == "Importing c.csv"
