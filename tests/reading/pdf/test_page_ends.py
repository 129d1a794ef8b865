"""Paragraphs that end with a page, or go on overleaf, where both can begin with a capital."""

import msgspec
import pytest

from peelviewer.reading.lines import Line
from peelviewer.reading.pdf.flow import Printed, begins_anew, runs_on
from peelviewer.reading.pdf.layout import Body
from peelviewer.reading.pdf.lines import lines
from peelviewer.reading.pdf.rows import row
from peelviewer.reading.pdf.words import Page, Style, Word
from tests.reading.pdf.test_layout import PROSE, put

BODY = Body(size=11.0, leading=1.3)
COLUMN = (70.0, 520.0)
WORDS = "Patrols walk the same streets each week and talk to whoever is out there."


def printed(*rights, bottom=100.0):
    """A paragraph whose rows end at these places, the last one at the height ``bottom``."""
    rows = []
    for above, right in enumerate(reversed(rights)):
        step = (right - COLUMN[0]) / len(WORDS.split())
        rows.insert(
            0,
            row(
                [
                    Word(
                        text=word,
                        left=COLUMN[0] + at * step,
                        right=COLUMN[0] + (at + 1) * step - (3 if at < 13 else 0),
                        baseline=bottom + 14 * above,
                        style=Style(11.0, False, False),
                    )
                    for at, word in enumerate(WORDS.split())
                ]
            ),
        )
    return Printed(Line(number=0, text=WORDS), rows, COLUMN)


OVERLEAF = printed(520.0, 480.0, bottom=700.0)
RAGGED = (503.0, 519.0, 511.0)
FLUSH = (520.0, 519.7, 520.0)


@pytest.mark.parametrize(
    ("rights", "goes_on"),
    [
        ((*RAGGED, 512.0), True),  # its last row has no room for "Patrols"
        ((*RAGGED, 400.0), False),
        ((*FLUSH, 520.0), True),
        ((*FLUSH, 512.0), False),  # justified, and its last row is not
        ((520.0, 512.0), True),  # too few rows to tell
    ],
)
def test_a_last_row_tells_whether_its_paragraph_can_go_on(rights, goes_on):
    before = printed(*rights)

    assert runs_on(before, OVERLEAF, BODY) is goes_on
    assert begins_anew(before, OVERLEAF) is not goes_on


@pytest.mark.parametrize(("foot", "fills"), [(100.0, True), (84.5, True), (82.0, False)])
def test_a_page_is_full_where_no_further_row_had_room(foot, fills):
    assert printed(*RAGGED).fills(foot, 14.0, widow=False) is fills


@pytest.mark.parametrize("quoted", [(False, True), (True, False)])
def test_a_paragraph_does_not_go_on_in_a_quotation_nor_one_in_a_paragraph(quoted):
    before, after = (
        msgspec.structs.replace(made, line=msgspec.structs.replace(made.line, quoted=is_quoted))
        for made, is_quoted in zip((printed(*RAGGED, 512.0), OVERLEAF), quoted, strict=True)
    )

    assert not runs_on(before, after, BODY)


@pytest.mark.parametrize(("room", "paragraphs"), [(45, 1), (60, 2)])
def test_a_row_alone_goes_on_overleaf_where_two_more_had_no_room_above_the_notes(room, paragraphs):
    rows = [(740 - at * 14.3, PROSE) for at in range(30)]
    rows += [(90 + room, PROSE.removesuffix("and") + "so.")]
    words = [word for height, text in rows for word in put(text, 70, height, 11)]
    words += put("1 Northshire, a map of its beats, 2015.", 70, 90, 8)
    overleaf = [word for at in range(2) for word in put(PROSE, 70, 760 - at * 14.3, 11)]
    sheets = [Page(1, 595, 842, tuple(words), ""), Page(2, 595, 842, tuple(overleaf), "")]

    made = lines(sheets).lines

    assert sum(line.text.startswith(PROSE[:20]) for line in made) == 1 + paragraphs
