"""Which words of a document a sentence is."""

import pytest
from PySide6.QtGui import QTextDocument

from peelviewer.ui.read.passages import sentence_at

TEXT = "Patrols know their streets.7,8 They said: “We walk.” Then 9.1 percent were charged"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("know", "Patrols know their streets.7,8"),
        ("7,8", "Patrols know their streets.7,8"),
        ("said", " They said: “We walk.”"),
        ("9.1", " Then 9.1 percent were charged"),
    ],
)
def test_a_sentence_goes_from_end_to_end_with_its_quotation_mark_and_call_outs(words, sentence):
    document = QTextDocument()
    document.setPlainText(f"Before it.\n{TEXT}\nAfter it.")
    position = document.toPlainText().index(words)
    assert sentence_at(document, position).selectedText() == sentence
