# SPDX-License-Identifier: MIT
"""Charts of a report's numbered figures: tables row by row, pictures by what the text states."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from peelviewer.charts import file_names, headlines, wording
from peelviewer.charts.caveats import caveats_of, figure_notes, notes_on
from peelviewer.charts.comparison import paired_chart, row_of, series_of
from peelviewer.charts.printed import printed_pair
from peelviewer.charts.printed_table import columns_of, main_unit, rows_of_table
from peelviewer.charts.stated import stated_values
from peelviewer.charts.values import Chart, Row, has_nation
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure
from peelviewer.model.report import Figure, Report
from peelviewer.reference.catalogue import catalogue

_NO_OUTCOME = "outcome_not_yet_assigned"


def chart_of_figure(report: Report, number: int) -> Chart:
    """Return the chart of figure ``number``.

    A table is drawn row by row. Of a picture, the values that the text states are drawn, and it
    is said that they are; where it states none, the chart is a statement of that.

    Raises:
        ChartError: the report has no such figure.
    """
    figure = report.figures_by_number.get(number)
    if figure is None:
        raise ChartError(f"{report.id} has no figure {number}.")
    stated = stated_values(report, figure)
    if figure.form == "table" and figure.rows:
        return _table_chart(report, figure, stated)
    if len(stated) == 1:
        return _chart_of_one_stated(report, figure, stated[0])
    if stated:
        return _chart_of_stated(report, figure, stated)
    return _statement(report, figure)


# ---------------------------------------------------------------- pictures


def _chart_of_one_stated(report: Report, figure: Figure, index: int) -> Chart:
    notes = _picture_notes(_notes(report, figure, [report.measures[index]]))
    return paired_chart(
        report, index, identity=_identity(figure), notes=notes, name=_name(figure), figure=figure
    )


def _chart_of_stated(report: Report, figure: Figure, indices: Sequence[int]) -> Chart:
    rows = tuple(row_of(report, index) for index in indices)
    measures = [report.measures[index] for index in indices]
    units = {measure.unit for measure in measures}
    if len(units) > 1 or len({row.period for row in rows}) > 1:
        rows = tuple(msgspec.structs.replace(row, note=f"{row.unit}, {row.period}") for row in rows)
    notes = _picture_notes(_notes(report, figure, measures))
    bars = _Bars(rows, measures, notes, series_of(report), shared_scale=len(units) == 1)
    return _chart_of_rows(report, figure, bars)


def _picture_notes(notes: tuple[str, ...]) -> tuple[str, ...]:
    """Return notes that say once that the figure is a picture: a digest's own say so."""
    if any(note.startswith(wording.PICTURE) for note in notes):
        return notes
    return (wording.PICTURE_NOTE, *notes)


def _statement(report: Report, figure: Figure) -> Chart:
    is_picture = figure.form == "image"
    statement = wording.no_values_statement(figure.page, is_picture=is_picture)
    what = "a picture" if is_picture else "a table of words"
    headline = f"Figure {figure.number} is {what} in the report: no values to draw"
    # Without numbers there is nothing for the annex to limit.
    notes = figure_notes(report, figure, has_caveats=True)
    return Chart(
        id=_identity(figure),
        kind="statement",
        headline=headline,
        title=figure.title.strip() or f"Figure {figure.number}",
        series=series_of(report),
        statement=statement,
        source=_source(report, figure),
        licence=wording.LICENCE,
        notes=notes,
        description=f"Figure {figure.number}: {figure.title}. {statement}",
        stem=file_names.stem(report, _name(figure)),
        report=report.id,
        section=figure.section,
        figure=figure.number,
        page=figure.page,
    )


# ---------------------------------------------------------------- tables


def _table_chart(report: Report, figure: Figure, indices: Sequence[int]) -> Chart:
    columns = columns_of(report, figure)
    if not columns.values:
        return _statement(report, figure)
    rows = rows_of_table(report, figure, columns, indices)
    measures = [
        report.measures[row.measure] for row in rows if row.measure is not None and row.is_drawn
    ]
    notes = _notes(report, figure, measures)
    return _chart_of_rows(report, figure, _Bars(rows, measures, notes, columns.names))


# ---------------------------------------------------------------- both


class _Bars(NamedTuple):
    """What is drawn of a figure: rows, the measures they are of, notes on them, and the series."""

    rows: tuple[Row, ...]
    measures: Sequence[Measure]
    notes: tuple[str, ...]
    series: tuple[str, ...]
    shared_scale: bool = True


def _chart_of_rows(report: Report, figure: Figure, bars: _Bars) -> Chart:
    rows, measures, series = bars.rows, bars.measures, bars.series
    unit = catalogue().unit(main_unit(measures)) if measures and bars.shared_scale else None
    chart = Chart(
        id=_identity(figure),
        kind="table",
        headline=_headline(report, figure, bars),
        title=_title(report, figure, rows, series, unit.words if unit else ""),
        series=series,
        rows=rows,
        unit=unit.words if unit else "",
        sign=unit.sign if unit else "",
        scale_note=_scale_note(report, bars),
        shared_scale=bars.shared_scale,
        source=_source(report, figure),
        licence=wording.LICENCE,
        notes=notes_on(rows, series, measures, report, bars.notes),
        caveats=caveats_of(measures, report),
        stem=file_names.stem(report, _name(figure)),
        report=report.id,
        section=figure.section,
        figure=figure.number,
        page=figure.page,
    )
    scales = "" if bars.shared_scale else ", each row with its own scale"
    return wording.described(chart, f"Paired bars{scales}")


def _headline(report: Report, figure: Figure, bars: _Bars) -> str:
    if not has_nation(bars.series):
        return headlines.headline_of_columns(figure.number, bars.series)
    counted = _counted(report, bars.rows)
    place = wording.place_of(report)
    return headlines.headline_of_rows(counted, place, noun=noun_of(bars.measures))


def _scale_note(report: Report, bars: _Bars) -> str:
    """Return what bars must not be set beside, and which rows a headline counts."""
    rows = bars.rows
    parts = [
        _own_unit_note([row for row in rows if row.own_unit])
        if bars.shared_scale
        else wording.OWN_SCALE_NOTE
    ]
    if has_nation(bars.series) and len(_pairs(_counted(report, rows))) < len(_pairs(rows)):
        noun = noun_of(bars.measures)
        parts.append(f"The headline counts {noun} that are no part of another.")
    parts += [_total_note(row, bars.series) for row in rows if row.kind == "total"]
    return " ".join(filter(None, parts))


def _notes(report: Report, figure: Figure, measures: Sequence[Measure]) -> tuple[str, ...]:
    return figure_notes(report, figure, has_caveats=bool(caveats_of(measures, report)))


def _total_note(row: Row, series: Sequence[str]) -> str:
    """Return a sum with its values, as it has no bars: they would dwarf those of its parts."""
    values = "; ".join(f"{series[one.series]} {one.printed}" for one in row.values)
    return f"{wording.without_brackets(row.label)} has no bars: {values}."


def _own_unit_note(rows: Sequence[Row]) -> str:
    return " ".join(
        f"{wording.without_brackets(row.label)} is {row.unit}: "
        "do not set its bars beside those of the other rows."
        for row in rows
    )


def noun_of(measures: Sequence[Measure]) -> str:
    """Return what the rows are, in the plural, as far as the catalogue and the units tell."""
    definitions = [catalogue().definition(measure.key) for measure in measures]
    groups = {known.group if known is not None else "" for known in definitions}
    if groups and all(group.endswith("outcomes") for group in groups):
        return "outcomes"
    units = {measure.unit for measure in measures}
    if units and all(unit.startswith("per_") for unit in units):
        return "rates"
    return {"percent": "shares", "percent_change": "changes"}.get("".join(units), "rows")


def _counted(report: Report, rows: Sequence[Row]) -> list[Row]:
    """Return the rows that a headline counts: each once, and none that is no outcome yet."""
    return [
        row
        for row in _not_in_a_sum(rows)
        if row.measure is None or report.measures[row.measure].key != _NO_OUTCOME
    ]


def _pairs(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if printed_pair(row) is not None]


def _not_in_a_sum(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that are no part of another row's value, so that nothing counts twice."""
    found, is_part = [], False
    for row in rows:
        if row.level == 0:
            is_part = row.kind == "group"
            found.append(row)
        elif not is_part:
            found.append(row)
    return found


def _title(
    report: Report, figure: Figure, rows: Sequence[Row], series: Sequence[str], unit: str
) -> str:
    """Return the figure's own title, with what a statistical title must have and it has not."""
    title = figure.title.strip().rstrip(".") or f"Figure {figure.number}"
    lowered = title.lower()
    if unit and unit.lower() not in lowered and not _names_unit(lowered, unit):
        title += f", {unit}"
    if wording.place_of(report).lower() not in lowered:
        title += f", {report.force.name}"
    if wording.ENGLAND_AND_WALES in series and wording.ENGLAND_AND_WALES.lower() not in lowered:
        title += f", with {wording.ENGLAND_AND_WALES}"
    periods = {row.period for row in rows}
    period = periods.pop() if len(periods) == 1 else ""
    if period and not re.search(r"\b(19|20)\d\d\b", title):
        title += f", {period}"
    return title


def _names_unit(title: str, unit: str) -> bool:
    return unit.startswith("percent") and bool(re.search(r"percent|per cent|%", title))


def _source(report: Report, figure: Figure) -> str:
    return wording.source_line(report, source=figure.source, figure=figure.number, page=figure.page)


def _identity(figure: Figure) -> str:
    return f"fig{figure.number:02d}"


def _name(figure: Figure) -> str:
    return f"{_identity(figure)}-{file_names.figure_slug(figure.title)}"
