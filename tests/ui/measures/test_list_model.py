"""The list of measures as a model."""

import pytest
from PySide6.QtCore import Qt

from peelviewer.ui.measures.entries import Entry
from peelviewer.ui.measures.list_model import MeasureListModel
from peelviewer.ui.models.roles import Emphasis, MeasureColumn, RowRole

PAIR = Entry(
    kind="measure", label="Calls", force="201", national="240", unit="per 1,000", measure=0, page=4
)
GAP = Entry(kind="measure", label="Satisfaction", national="83.8%", missing="no survey", measure=1)
FIGURE = Entry(kind="figure", label="All outcomes · figure 4", note="19 rows", figure=4, page=20)


@pytest.fixture
def model(qtmodeltester):
    model = MeasureListModel()
    model.show_entries((PAIR, GAP, FIGURE), "Northshire Police")
    return model


def cell(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, column).data(role)


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_rows_show_label_and_both_values(model):
    shown = [[cell(model, row, column) for column in MeasureColumn] for row in range(3)]
    assert shown == [
        ["Calls", "201", "240"],
        ["Satisfaction", "–", "83.8%"],
        ["All outcomes · figure 4", "19 rows", ""],
    ]


def test_a_missing_value_says_why_in_tooltip_and_to_a_screen_reader(model):
    tip = cell(model, 1, MeasureColumn.FORCE, Qt.ItemDataRole.ToolTipRole)
    spoken = cell(model, 1, MeasureColumn.LABEL, Qt.ItemDataRole.AccessibleTextRole)
    assert tip == "Northshire Police: missing: no survey"
    assert spoken == "Satisfaction, Northshire Police missing: no survey, England and Wales 83.8%"


def test_the_first_cell_speaks_the_whole_line(model):
    spoken = cell(model, 0, MeasureColumn.LABEL, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Calls, Northshire Police 201, England and Wales 240"


@pytest.mark.parametrize(
    ("row", "column", "emphasis"),
    [
        (0, MeasureColumn.LABEL, Emphasis.PLAIN),
        (0, MeasureColumn.FORCE, Emphasis.OWN_FORCE),
        (0, MeasureColumn.NATIONAL, Emphasis.PLAIN),
        (1, MeasureColumn.FORCE, Emphasis.QUIET),
        (2, MeasureColumn.FORCE, Emphasis.QUIET),
    ],
)
def test_the_own_force_stands_out_and_what_is_no_value_is_quiet(model, row, column, emphasis):
    assert cell(model, row, column, RowRole.EMPHASIS) == emphasis


def test_short_column_titles_are_said_in_full(model):
    header = [
        model.headerData(MeasureColumn.NATIONAL, Qt.Orientation.Horizontal, role)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    ]
    assert header == ["E&W", "England and Wales"]


@pytest.mark.parametrize(
    ("key", "row"), [(("measure", 1), 1), (("figure", 4), 2), (("figure", 1), None)]
)
def test_a_measure_or_figure_is_found_by_its_number(model, key, row):
    assert model.row_of(*key) == row
