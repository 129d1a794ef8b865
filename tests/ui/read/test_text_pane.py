"""The text pane: what it shows before the first paint, and where it stands after it."""

import pytest

from peelviewer.ui import theme
from peelviewer.ui.read import anchors
from peelviewer.ui.read.text_pane import TextPane


@pytest.fixture
def pane(qtbot):
    pane = TextPane(theme.LIGHT)
    qtbot.addWidget(pane)
    pane.resize(500, 300)
    return pane


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (anchors.section("investigating/outcomes"), "investigating"),
        (anchors.block("preventing/how-much-crime.4"), "preventing"),
        (anchors.section("introduction"), "introduction"),
    ],
)
def test_a_glance_shows_the_chapter_of_its_place_only(pane, sample_report, place, shown):
    pane.glance_at(sample_report, place)

    chapters = {sample_report.chapter_of(section).id for section in pane.sections()}
    assert chapters == {shown}


def test_the_whole_report_follows_at_the_same_place(pane, sample_report):
    place = anchors.section("investigating/outcomes")
    pane.glance_at(sample_report, place)
    pane.go_to(place)

    pane.complete()

    assert pane.sections()[0] == "introduction"
    assert "Rates are made from" in pane.toPlainText()
    assert pane.place() == place


def test_a_glance_at_a_footnote_shows_the_whole_report(pane, sample_report):
    pane.glance_at(sample_report, anchors.note(1))

    assert "Rates are made from" in pane.toPlainText()


def test_another_report_ends_the_glance(pane, sample_report, sample_digest):
    pane.glance_at(sample_report, anchors.section("preventing"))
    pane.show_report(sample_digest)

    pane.complete()

    assert "import your copy" in pane.toPlainText()
