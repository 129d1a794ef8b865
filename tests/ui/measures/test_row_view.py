"""A table as tall as its rows: how much room it asks for."""

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel

from peelviewer.ui.measures.row_view import RowView


def model_of(*labels):
    model = QStandardItemModel()
    for label in labels:
        model.appendRow([QStandardItem(label), QStandardItem("1.0")])
    return model


@pytest.fixture
def height_of(qtbot):
    def height(*labels):
        view = RowView("Values", model_of(*labels))
        qtbot.addWidget(view)
        view.resize(150, 100)
        view.show()
        return view.minimumSizeHint().height()

    return height


def test_rows_of_many_lines_do_not_make_the_window_higher(height_of):
    assert height_of("long " * 200, "long " * 200) < 3 * height_of("Robbery", "Burglary")


def test_two_short_rows_are_always_seen(height_of):
    assert height_of("Robbery", "Burglary", "Theft") == height_of("Robbery", "Burglary")
