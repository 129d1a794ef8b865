"""The table beside a chart."""

import pytest
from PySide6.QtCore import Qt

from peelviewer.charts.spec import Chart, Row, Value, chart_of_figure
from peelviewer.ui.measures.table_model import ChartTableModel
from peelviewer.ui.models.roles import Emphasis, RowRole
from tests import builders


def value(series, number, printed="–", **more):
    return Value(series=series, value=number, printed=printed, **more)


CHART = Chart(
    id="fig04",
    kind="table",
    headline="Northshire is lower than England and Wales",
    title="Outcomes",
    series=("Northshire Police", "England and Wales"),
    rows=(
        Row(label="Cautions", kind="heading"),
        Row(label="Adults", values=(value(0, 1.5, "1.5"), value(1, 2.0, "2.0")), level=1),
        Row(label="Youths", values=(value(0, None, missing="not counted"), value(1, 0.4, "0.4"))),
        Row(label="Total", kind="total", values=(value(0, 1.5, "1.5"), value(1, 2.4, "2.4"))),
    ),
    source="Source: Home Office data.",
    description="",
    stem="outcomes",
    report="northshire-effectiveness-2016",
)


@pytest.fixture
def model(qapp):
    model = ChartTableModel()
    model.show_chart(CHART)
    return model


def cell(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, column).data(role)


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)


def test_an_empty_model_keeps_them_too(qtmodeltester):
    qtmodeltester.check(ChartTableModel())


def test_every_row_of_the_chart_is_there_with_the_values_as_printed(model):
    shown = [[cell(model, row, column) for column in range(3)] for row in range(4)]
    assert shown == [
        ["Cautions", "", ""],
        ["Adults", "1.5", "2.0"],
        ["Youths", "–", "0.4"],
        ["Total", "1.5", "2.4"],
    ]


def test_headings_span_the_table(model):
    assert model.spanning_rows() == [0]


def test_a_missing_value_gives_its_reason(model):
    assert cell(model, 2, 1, Qt.ItemDataRole.ToolTipRole) == (
        "Northshire Police: missing: not counted"
    )


@pytest.mark.parametrize(
    ("row", "column", "emphasis"),
    [
        (0, 0, Emphasis.GROUP),
        (1, 0, Emphasis.PLAIN),
        (1, 1, Emphasis.OWN_FORCE),
        (2, 1, Emphasis.QUIET),
        (3, 0, Emphasis.TOTAL),
        (3, 2, Emphasis.TOTAL),
    ],
)
def test_rows_stand_out_by_what_they_are(model, row, column, emphasis):
    assert cell(model, row, column, RowRole.EMPHASIS) == emphasis


def test_long_column_titles_break_at_the_middle_and_are_spoken_whole(model):
    shown = model.headerData(2, Qt.Orientation.Horizontal)
    spoken = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert (shown, spoken) == ("England\nand Wales", "England and Wales")


def test_rows_say_their_unit_only_where_units_differ(model):
    rows = (
        Row(label="Calls", values=(value(0, 1, "1"),), unit="per 1,000", period="2016"),
        Row(label="Share", values=(value(0, 1, "1"),), unit="percent", period="2016"),
    )
    same = model.index(1, 0).data(RowRole.DETAIL)
    model.show_chart(chart_with(rows))
    assert (same, cell(model, 0, 0, RowRole.DETAIL)) == ("", "per 1,000")


def test_a_figure_of_the_report_fills_the_table(model):
    chart = chart_of_figure(builders.sample_report(), 1)
    model.show_chart(chart)
    assert [cell(model, row, 0) for row in range(model.rowCount())] == [
        row.label for row in chart.rows
    ]


def chart_with(rows):
    import msgspec

    return msgspec.structs.replace(CHART, rows=rows)
