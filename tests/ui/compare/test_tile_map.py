"""The small map beside a chart: what can be told on it without its colours."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from peelviewer.charts.grades import grades_chart
from peelviewer.charts.style import DARK, LIGHT
from peelviewer.ui.compare.tile_map import TileMap
from tests.charts.many import year_to
from tests.charts.test_grades import graded

GRADES = {
    "kent": "outstanding",
    "essex": "good",
    "surrey": "requires improvement",
    "dorset": "inadequate",
}


def pixels_of(picture, area, colour):
    """Return how many pixels of an area have a colour, for each of its rows: its shape."""
    inner = area.adjusted(3, 3, -3, -3).toRect()
    return tuple(
        sum(
            picture.pixelColor(x, y).name() == QColor(colour).name()
            for x in range(inner.left(), inner.right() + 1)
        )
        for y in range(inner.top(), inner.bottom() + 1)
    )


@pytest.mark.parametrize("is_dark", [False, True])
def test_grades_have_shapes_on_their_tiles_and_in_the_legend(qtbot, is_dark):
    look = DARK if is_dark else LIGHT
    tiles = TileMap()
    qtbot.addWidget(tiles)
    tiles.set_dark(is_dark)
    tiles.show_chart(grades_chart(graded(GRADES), year_to(2016)))
    tiles.resize(276, tiles.heightForWidth(276))

    picture = tiles.grab().toImage()

    shapes = {
        grade: pixels_of(picture, tiles.area_of(force), look.grade(grade)[0])
        for force, grade in GRADES.items()
    }
    assert all(sum(rows) > 8 for rows in shapes.values())
    assert len(set(shapes.values())) == len(GRADES)
    left = QRectF(0, 0, 24, tiles.height())
    for grade in GRADES.values():
        assert sum(pixels_of(picture, left, look.grade(grade)[0])) > 8
