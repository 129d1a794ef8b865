"""A table of one row is known by the lines between its cells, which hold text."""

from peelviewer.reading.pdf.frames import frames
from peelviewer.reading.pdf.lines import lines
from tests.reading.pdf.test_layout import page

CELLS = (
    ("Patrols", 648, ("They go out every", "night of the year.")),
    ("Response", 645, ("Wardens come when", "somebody calls.")),
    ("Custody", 648, ("Nobody waits for", "long, or alone.")),
)
PLACES = (70, 215, 360, 505)


def row_of_text(places=PLACES):
    rows = []
    for left, (title, top, below) in zip(PLACES, CELLS, strict=False):
        rows.append((top, 11, (left + 5, title)))
        rows += [(top - 16 - 13 * n, 11, (left + 5, text)) for n, text in enumerate(below)]
    lined = [(x, 605, x + 0.5, 662) for x in places]
    ruled = [(70, y, 505, y + 0.5) for y in (605, 662)]
    return page(*rows, uprights=lined, rules=ruled)


def test_the_cells_of_a_table_of_one_row_are_whole():
    made = [line for line in lines([row_of_text()]).lines if line.cells]

    assert [line.cells for line in made] == [
        tuple(f"{title} {' '.join(text)}" for title, _, text in CELLS)
    ]


def test_two_boxes_side_by_side_are_no_table():
    boxes = row_of_text().uprights[:2] + tuple((x, 605, x + 0.5, 662) for x in (225, 360))

    assert frames((), boxes) == []


def test_lines_of_several_heights_are_none_of_one_row():
    assert frames((), [(70, 605, 70.5, 662), (215, 590, 215.5, 662), (360, 605, 360.5, 640)]) == []
