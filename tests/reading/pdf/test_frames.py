"""A table of one row is known by the lines between its cells, which hold text."""

from peelviewer.reading.pdf.frames import frames
from peelviewer.reading.pdf.layout import sheets
from peelviewer.reading.pdf.lines import lines
from peelviewer.reading.pdf.tables import regions
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


def test_what_stands_between_two_grids_is_part_of_none():
    heights = (600, 580, 560), (520, 500, 480)
    rows = [(566 - 80 * n, 11, (75, "Calls"), (220, "301"), (365, "240")) for n in range(2)]
    rows += [(586 - 80 * n, 11, (220, "Northshire"), (365, "Wales")) for n in range(2)]
    rows.append((536, 13, (75, "Another group")))
    lined = [(x, grid[-1], x + 0.5, grid[0]) for grid in heights for x in (70, 215, 360, 505)]
    ruled = [(70, y, 505, y + 0.5) for grid in heights for y in grid]
    (made,), _ = sheets([page(*rows, uprights=lined, rules=ruled)])
    text = [row for run in made.text for row in run]

    found = [text[one.start : one.end] for one in regions(text, ruled, lined)]

    assert [[row.text for row in run] for run in found] == [
        ["Northshire Wales", "Calls 301 240"]
    ] * 2
