"""Tables of a report's text: how their columns share the width."""

import pytest
from PySide6.QtGui import QTextDocument, QTextTable

from peelviewer.ui import theme
from peelviewer.ui.read import typeset
from peelviewer.ui.read.tables import Pair, as_html, pairs_as_html

HEADER = "Rates per 1,000 population\tNorthmoor Constabulary\tEngland and Wales"
RATES = (HEADER, "Recorded crime (excluding fraud)\t71.3\t68.2", "Sexual offences\t-\t1,234.9")


def lines(html: str, width: int) -> list[str]:
    """Return every line of a document's first table, laid out so many pixels wide."""
    document = QTextDocument()
    typeset.prepare(document, theme.LIGHT, 1.0)
    document.setHtml(html)
    document.setTextWidth(width)
    document.size()  # lays out
    table = next(one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable))
    found = []
    block = table.firstCursorPosition().block()
    while block.isValid() and block.position() <= table.lastPosition():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(block.text()[line.textStart() :][: line.textLength()].strip())
        block = block.next()
    return found


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [360, 480, 640])
def test_neither_numbers_nor_words_are_broken_in_a_narrow_window(width):
    whole = {word for line in RATES for word in line.split()}

    shown = lines(as_html("\n".join(RATES), (), (), ""), width)

    assert {word for line in shown for word in line.split()} == whole


@pytest.mark.usefixtures("qapp")
def test_a_number_stays_whole_where_words_have_to_break():
    shown = lines(as_html("\n".join(RATES), (), (), ""), 230)

    assert {"71.3", "68.2", "1,234.9"} <= set(shown)


@pytest.mark.usefixtures("qapp")
def test_a_pair_of_values_is_whole_in_a_narrow_window():
    text = "\tNorthmoor Constabulary\tEngland and Wales\nBurglary in dwellings\t12,345\t8,001.25"
    pair = Pair(text, (), (), "b1")

    shown = lines(pairs_as_html((pair,)), 360)

    words = {word for line in shown for word in line.split()}
    assert words >= {"12,345", "8,001.25", "Constabulary", "Northmoor", "England", "Wales"}
