# SPDX-License-Identifier: MIT
"""A chart or its values on the clipboard; each returns the sentence that says what happened."""

from PySide6.QtGui import QGuiApplication

from peelviewer.charts.spec import Chart
from peelviewer.errors import ChartError
from peelviewer.model.report import Report


def copy_image(chart: Chart) -> str:
    """Copy the chart as picture, as drawing and as its text."""
    from peelviewer.drawing import save

    try:
        save.copy(chart, save.Options(scale=2))
    except ChartError as error:
        return str(error)
    return "The chart is on the clipboard."


def copy_text(chart: Chart) -> str:
    """Copy title, rows and source, cells apart by tabs: a spreadsheet takes them as cells."""
    QGuiApplication.clipboard().setText(as_text(chart))
    return "The values are on the clipboard."


def copy_csv(chart: Chart, report: Report | None) -> str:
    """Copy the chart's data as CSV."""
    from peelviewer.charts.table import rows_as_csv

    QGuiApplication.clipboard().setText(rows_as_csv((chart,), report))
    return "The data is on the clipboard as CSV."


def as_text(chart: Chart) -> str:
    """Return the title, the rows with values as printed, why some are missing, notes, caveats."""
    has_missing = any(value.missing for row in chart.rows for value in row.values)
    lines = [chart.title, "\t".join(("", *chart.series, *(("Why missing",) * has_missing)))]
    for row in chart.rows:
        printed = {value.series: value.printed for value in row.values}
        cells = [row.label, *(printed.get(n, "") for n in range(len(chart.series)))]
        if row.grade and not row.values:
            cells[1:2] = [row.grade]
        if has_missing:
            why = dict.fromkeys(value.missing for value in row.values if value.missing)
            cells.append("; ".join(why))
        lines.append("\t".join(cells))
    lines += [*chart.notes, *(f"Caveat: {caveat.words}" for caveat in chart.caveats)]
    return "\n".join((*lines, chart.source)) + "\n"
