# SPDX-License-Identifier: MIT
"""Several measures of one report side by side, where the rules allow it."""

from collections.abc import Sequence

import msgspec

from peelviewer.charts import file_names, headlines, wording
from peelviewer.charts.caveats import caveats_of, notes_on
from peelviewer.charts.comparison import page_of, row_of, series_of
from peelviewer.charts.figures import noun_of
from peelviewer.charts.permission import check_measures
from peelviewer.charts.values import Chart
from peelviewer.errors import ChartError
from peelviewer.model.report import Report
from peelviewer.reference.catalogue import catalogue


def side_by_side(report: Report, indices: Sequence[int]) -> Chart:
    """Return the measures of a report (indices) as paired bars on one scale, a row each.

    Raises:
        ChartError: there are fewer than two, or the report has no such measure.
        RefusedError: the report rules the comparison out, or their units differ.
    """
    wanted = tuple(dict.fromkeys(indices))
    if len(wanted) < 2:
        raise ChartError("A comparison needs two measures: name another one.")
    if not all(0 <= index < len(report.measures) for index in wanted):
        raise ChartError(f"{report.id} has {len(report.measures)} measures, numbered from 0.")
    measures = tuple(report.measures[index] for index in wanted)
    warnings = check_measures(report, measures)
    rows = tuple(row_of(report, index) for index in wanted)
    periods = tuple(dict.fromkeys(row.period for row in rows))
    if len(periods) > 1:
        rows = tuple(msgspec.structs.replace(row, note=row.period) for row in rows)
    unit = catalogue().unit(measures[0].unit)
    place = wording.place_of(report)
    series = series_of(report)
    headline = headlines.headline_of_rows(rows, place, noun=noun_of(measures))
    labels = list(dict.fromkeys(row.label for row in rows))
    title = wording.statistical_title(
        wording.listed(labels),
        unit,
        place,
        periods[0] if len(periods) == 1 else "periods at each row",
    )
    caveats = (*warnings, *caveats_of(measures, report))
    notes = notes_on(rows, series, measures, report)
    name = "-beside-".join(dict.fromkeys(measure.key.replace("_", "-") for measure in measures))
    chart = Chart(
        id=f"beside-{'-'.join(map(str, wanted))}",
        kind="table",
        headline=headline,
        title=title,
        series=series,
        rows=rows,
        unit=unit.words,
        sign=unit.sign,
        source=wording.source_line(report, page=page_of(report, measures[0])),
        licence=wording.LICENCE,
        notes=notes,
        caveats=caveats,
        stem=file_names.stem(report, name),
        report=report.id,
        section=measures[0].section,
        page=page_of(report, measures[0]),
    )
    return wording.described(chart, "Paired bars")
