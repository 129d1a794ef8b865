"""The lists and tables of the Compare view as models."""

from PySide6.QtCore import Qt

from peelviewer.comparing import comparison
from peelviewer.comparing.fitting import fitting
from peelviewer.comparing.measure_choices import measure_groups
from peelviewer.comparing.selection import Selection
from peelviewer.ui.compare.force_model import ForceModel
from peelviewer.ui.compare.measure_model import MeasureModel
from peelviewer.ui.compare.table_model import ComparisonTableModel
from peelviewer.ui.models.roles import Emphasis, RowRole


def chart_of(holdings, report, **parts):
    selection = fitting(Selection(**parts), holdings, report)
    return comparison.comparison_of(selection, holdings, report).chart


def texts(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def titles(model):
    across = Qt.Orientation.Horizontal
    return [
        model.headerData(column, across, Qt.ItemDataRole.AccessibleTextRole)
        for column in range(model.columnCount())
    ]


def test_the_models_keep_qts_rules(qtmodeltester, holdings, own_report):
    measures, table = MeasureModel(), ComparisonTableModel()
    measures.show_groups(measure_groups(holdings, own_report))
    table.show_chart(chart_of(holdings, own_report))
    for model in (measures, table, ForceModel(), MeasureModel(), ComparisonTableModel()):
        qtmodeltester.check(model)


def test_the_table_has_the_rows_of_the_chart_in_its_order(holdings, own_report):
    table = ComparisonTableModel()
    for sort in ("value", "name"):
        chart = chart_of(holdings, own_report, sort=sort)
        table.show_chart(chart)
        shown = [table.index(row, 0).data() for row in range(table.rowCount())]
        assert shown == [row.label for row in chart.rows]


def test_the_table_says_value_rank_and_position(holdings, own_report):
    table = ComparisonTableModel()
    table.show_chart(chart_of(holdings, own_report))
    own = table.row_of("leicestershire")
    assert titles(table) == ["Force", "Change, percent", "Rank", "Position"]
    assert texts(table, own) == [
        "Leicestershire",
        "−17.4%",
        "5th largest fall of 42",
        "one of the largest falls",
    ]
    assert table.index(own, 0).data(RowRole.EMPHASIS) == Emphasis.OWN_FORCE


def test_a_missing_value_is_a_dash_with_its_reason(holdings, own_report):
    table = ComparisonTableModel()
    table.show_chart(
        chart_of(holdings, own_report, measure="recorded_crime", unit="per_1000_population")
    )
    city = table.row_of("city-of-london")
    assert table.index(city, 1).data() == "–"
    assert table.index(city, 1).data(Qt.ItemDataRole.AccessibleTextRole).endswith("missing")
    assert table.index(city, 0).data(RowRole.DETAIL)


def test_the_table_of_a_trend_has_a_column_for_each_line(holdings, own_report):
    table = ComparisonTableModel()
    table.show_chart(
        chart_of(
            holdings, own_report,
            measure="asb_incidents", unit="per_1000_population", show="trend", highlight="kent",
        )
    )  # fmt: skip
    assert titles(table) == ["Period", "Leicestershire", "England and Wales", "Kent"]
    assert table.rowCount() == 11


def test_headings_of_the_measures_cannot_be_chosen(holdings):
    model = MeasureModel()
    model.show_groups(measure_groups(holdings, None))
    assert model.choice(0) is None
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.choice(model.first_choice()).measure


def test_forces_stay_ticked_while_the_list_is_cut_down(qtbot):
    model = ForceModel()
    model.tick(("kent", "essex"))
    model.filter("east midlands")
    assert model.rowCount() == 5
    with qtbot.waitSignal(model.ticked_changed):
        model.setData(model.index(0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.ticked == ("derbyshire", "essex", "kent")


def test_the_table_of_a_profile_tells_each_trend_under_the_name_of_the_measure(
    holdings, own_report
):
    table = ComparisonTableModel()
    table.show_chart(
        chart_of(
            holdings,
            own_report,
            measure="asb_incidents",
            unit="per_1000_population",
            show="ranges",
        )
    )

    details = [table.index(row, 0).data(RowRole.DETAIL) for row in range(table.rowCount())]
    assert details[0].startswith("per 1,000 population, 12 months to 31 March 2018. Leicestershire")
    assert "England and Wales fell from" in details[0]
    assert (
        details[1]
        == "percent change, 12 months to 31 March 2016 against 12 months to 31 March 2015"
    )
