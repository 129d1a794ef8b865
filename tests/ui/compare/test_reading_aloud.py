"""What a screen reader is given: each chart's name and words, and its table, by Qt's interfaces."""

import msgspec
import pytest
from PySide6.QtGui import QAccessible

from peelviewer.charts.spec import all_charts_of
from peelviewer.drawing.plot import ChartView
from peelviewer.model import codec
from peelviewer.paths import bundled
from peelviewer.ui.measures.row_view import RowView
from peelviewer.ui.measures.table_model import ChartTableModel

NAME = QAccessible.Text.Name
SHOWS = ["ranked", "tiles", "trend", "slope", "ranges"]


def heard(widget):
    """Return role, name and description as Qt hands them to a screen reader."""
    found = QAccessible.queryAccessibleInterface(widget)
    return (
        found.role(),
        found.text(QAccessible.Text.Name),
        found.text(QAccessible.Text.Description),
    )


def rows_heard(view):
    """Return what the cells of a table view are called, row by row, and its headings first.

    Qt counts the corner and the rows' headings, which are hidden here, as a first column.
    """
    table = QAccessible.queryAccessibleInterface(view)
    across = view.model().columnCount() + 1
    places = range(table.childCount())
    found = [(table.child(place).role(), table.child(place).text(NAME)) for place in places]
    return [found[start + 1 : start + across] for start in range(0, len(found), across)]


@pytest.fixture(scope="module")
def shipped_report():
    path = bundled("data/reports/leicestershire-effectiveness-2016.json")
    return codec.decode(path.read_bytes(), path.name)


def test_each_chart_of_a_report_says_its_finding_and_every_value(qtbot, shipped_report):
    view = ChartView()
    qtbot.addWidget(view)
    charts = all_charts_of(shipped_report)
    assert len(charts) > 30
    for chart in charts:
        view.set_chart(chart)
        _, name, description = heard(view)
        assert name == f"Chart: {chart.headline}"
        for row in chart.rows:
            for value in row.values:
                assert value.printed in description or (value.missing or "") in description
            assert row.grade in description
        for caveat in chart.caveats:
            assert caveat.words in description


@pytest.mark.parametrize("show", SHOWS)
def test_the_table_of_a_comparison_reads_row_by_row(view, show):
    view.choose(
        msgspec.structs.replace(
            view.selection, measure="asb_incidents", unit="per_1000_population", show=show
        )
    )
    view.side.bar.modes.chosen.emit("table")
    chart = view.found.chart
    headings, *found = rows_heard(view.stage.table)
    assert {role for role, _ in headings} == {QAccessible.Role.ColumnHeader}
    assert all(name for _, name in headings)
    assert len(found) == len(chart.rows)
    for row, line in zip(chart.rows, found, strict=True):
        spoken = [name for _, name in line]
        assert (row.force or row.label) in spoken[0]
        for value in row.values:
            expected = value.printed if value.value is not None else "missing"
            assert any(expected in cell for cell in spoken[1:]), (spoken, value)
    assert heard(view.stage.table)[1] == "Table of the comparison"


def test_the_table_beside_each_chart_of_a_report_reads_every_value(qtbot, shipped_report):
    for chart in all_charts_of(shipped_report):
        model = ChartTableModel()
        model.show_chart(chart)
        # A view of its own: without a screen reader, Qt does not tell its cells of a new model.
        table = RowView("Table of the chart", model)
        qtbot.addWidget(table)
        spoken = " | ".join(name for line in rows_heard(table) for _, name in line)
        for row in chart.rows:
            assert row.label in spoken
            for value in row.values:
                assert value.printed in spoken or (value.missing or "missing") in spoken
