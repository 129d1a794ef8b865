"""Charts and values on the clipboard."""

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication

from peelviewer.charts.spec import chart_of_figure, ranked_chart
from peelviewer.charts.values import Caveat
from peelviewer.ui.measures.copying import as_text
from tests.charts.many import OWN, data, year_to

SECTION = "preventing/how-much-crime"


@pytest.fixture
def clipboard(qapp):
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    return clipboard


def test_values_as_text_are_title_rows_and_source(sample_report):
    chart = chart_of_figure(sample_report, 1)
    lines = as_text(chart).splitlines()
    assert lines[:3] == [
        chart.title,
        "\tNorthshire Police\tEngland and Wales",
        "Recorded crime (excluding fraud)\t51.0\t68.2",
    ]
    assert lines[-1] == chart.source


def test_values_as_text_say_why_one_is_missing_notes_and_caveats():
    chart = ranked_chart(data({OWN: 1.0, "kent": None}), year_to(2016), own=OWN)
    chart = msgspec.structs.replace(chart, caveats=(Caveat(text="Counts were revised."),))

    lines = as_text(chart).splitlines()

    assert lines[1] == "\tPer 1,000 population\tWhy missing"
    assert "Kent\t–\tnot collected" in lines
    assert "Caveat: Counts were revised." in lines
    assert set(chart.notes) <= set(lines)


def test_values_are_copied_as_text(qtbot, panel, clipboard):
    panel.show_section(SECTION)
    with qtbot.waitSignal(panel.notice):
        panel.bar.copy_text_wanted.emit()
    assert clipboard.text() == as_text(panel.chart)


def test_values_are_copied_as_csv(qtbot, panel, clipboard):
    panel.show_section(SECTION)
    with qtbot.waitSignal(panel.notice):
        panel.bar.copy_csv_wanted.emit()
    assert clipboard.text().startswith("force,year,pillar,")


def test_the_chart_is_copied_as_a_picture(qtbot, panel, clipboard):
    panel.show_section(SECTION)
    with qtbot.waitSignal(panel.notice):
        panel.bar.copy_image_wanted.emit()
    assert clipboard.mimeData().hasImage()


def test_a_row_of_the_table_is_copied_with_the_usual_key(qtbot, panel, clipboard):
    from PySide6.QtCore import Qt

    panel.show_section(SECTION)
    panel.list.selectRow(2)
    panel.card.table.selectRow(1)
    qtbot.keyClick(panel.card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "Sexual offences\t1.4\t1.9"


def test_without_a_chart_nothing_is_copied(panel, clipboard):
    panel.show_report(None)
    panel.bar.copy_text_wanted.emit()
    assert clipboard.text() == ""
