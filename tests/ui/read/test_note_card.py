"""The card of a footnote stands beside the words that it belongs to."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from peelviewer.model.report import Footnote
from peelviewer.ui.read.note_card import NoteCard

NOTE = Footnote(number=7, text="A note of some length that says what is meant here.", page=3)


@pytest.fixture
def card(qtbot):
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    return NoteCard(pane)


@pytest.mark.parametrize("top", [10, 120, 250, 330])
def test_the_words_that_are_pointed_at_stay_in_sight(card, top):
    words = QRect(200, top, 8, 50)
    card.show_note(NOTE, words)
    assert not card.geometry().intersects(words)
    assert card.parentWidget().rect().contains(card.geometry())


def test_a_sentence_as_tall_as_the_pane_leaves_the_card_in_the_pane(card):
    card.show_note(NOTE, QRect(200, 0, 8, 400))
    assert card.parentWidget().rect().contains(card.geometry())
