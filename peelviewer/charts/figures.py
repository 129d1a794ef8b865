# SPDX-License-Identifier: MIT
"""Charts of a report's numbered figures: tables row by row, pictures by what the text states."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from peelviewer.charts import wording
from peelviewer.charts.caveats import caveats_of, figure_notes, missing_notes, national_notes
from peelviewer.charts.comparison import (
    NOT_GIVEN,
    paired_chart,
    row_of,
    series_of,
    value_of,
)
from peelviewer.charts.values import Chart, Row, RowKind, Value
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure
from peelviewer.model.report import Figure, Report
from peelviewer.reference.catalogue import catalogue

_CELL = re.compile(r"^[+\-−–]?\s?\d[\d,]*(?:\.\d+)?\s*(?:%|per ?cent)?\*?$")
_DASHES = frozenset({"-", "–", "—", "n/a", "N/A", ".."})
_TOTAL = re.compile(r"^total\b", re.IGNORECASE)


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
    stated = [i for i, measure in enumerate(report.measures) if measure.figure == number]
    if figure.form == "table" and figure.rows:
        return _table_chart(report, figure, stated)
    if len(stated) == 1:
        return _chart_of_one_stated(report, figure, stated[0])
    if stated:
        return _chart_of_stated(report, figure, stated)
    return _statement(report, figure)


# ---------------------------------------------------------------- pictures


def _chart_of_one_stated(report: Report, figure: Figure, index: int) -> Chart:
    notes = (wording.PICTURE_NOTE, *figure_notes(report, figure))
    return paired_chart(report, index, identity=_identity(figure), notes=notes, name=_name(figure))


def _chart_of_stated(report: Report, figure: Figure, indices: Sequence[int]) -> Chart:
    rows = tuple(row_of(report, index) for index in indices)
    measures = [report.measures[index] for index in indices]
    units = {measure.unit for measure in measures}
    if len(units) > 1 or len({row.period for row in rows}) > 1:
        rows = tuple(msgspec.structs.replace(row, note=f"{row.unit}, {row.period}") for row in rows)
    notes = (wording.PICTURE_NOTE, *figure_notes(report, figure))
    return _chart_of_rows(report, figure, rows, measures, notes, shared_scale=len(units) == 1)


def _statement(report: Report, figure: Figure) -> Chart:
    page = figure.page
    headline = f"Figure {figure.number} is a picture in the report: no values to draw"
    notes = figure_notes(report, figure)
    return Chart(
        id=_identity(figure),
        kind="statement",
        headline=headline,
        title=figure.title,
        series=series_of(report),
        statement=wording.PICTURE_STATEMENT,
        source=_source(report, figure),
        licence=wording.LICENCE,
        notes=notes,
        description=f"Figure {figure.number}: {figure.title}. {wording.PICTURE_STATEMENT}",
        stem=wording.stem(report, _name(figure)),
        report=report.id,
        section=figure.section,
        figure=figure.number,
        page=page,
    )


# ---------------------------------------------------------------- tables


class _Columns(NamedTuple):
    """Which columns of a printed table hold what: labels, and a series each."""

    labels: tuple[int, ...]
    values: tuple[int, ...]
    names: tuple[str, ...]


def _table_chart(report: Report, figure: Figure, indices: Sequence[int]) -> Chart:
    columns = _columns(report, figure)
    if not columns.values:
        return _statement(report, figure)
    rows = _rows(report, figure, columns, indices)
    measures = [
        report.measures[row.measure] for row in rows if row.measure is not None and row.is_drawn
    ]
    return _chart_of_rows(
        report, figure, rows, measures, figure_notes(report, figure), series=columns.names
    )


def _columns(report: Report, figure: Figure) -> _Columns:
    """Find the force's and the national column by their heading, else every column of numbers."""
    heads = [head.strip() for head in figure.columns]
    place = wording.place_of(report).lower()
    force = next((i for i, head in enumerate(heads) if place in head.lower()), None)
    national = next((i for i, head in enumerate(heads) if head.lower().startswith("england")), None)
    if force is not None and national is not None:
        values = [force, national]
        names = list(series_of(report))
        others = [i for i in range(1, len(heads)) if i not in values and _is_numeric(figure, i)]
        others = [i for i in others if not _is_numbering(heads[i])]
    else:
        values, names = [], []
        others = [
            i
            for i in range(1, len(heads))
            if _is_numeric(figure, i) and not _is_numbering(heads[i])
        ]
    values += others
    names += [heads[i] or f"Column {i + 1}" for i in others]
    labels = tuple(i for i in range(len(heads)) if i not in values)
    return _Columns(labels=labels, values=tuple(values), names=tuple(names))


def _is_numbering(head: str) -> bool:
    return bool(re.search(r"\b(number|no\.?|code)$", head, re.IGNORECASE))


def _is_numeric(figure: Figure, column: int) -> bool:
    cells = [row[column].strip() for row in figure.rows if row[column].strip()]
    numbers = sum(bool(_CELL.match(cell)) or cell in _DASHES for cell in cells)
    return bool(cells) and numbers * 2 > len(cells)


def _rows(
    report: Report, figure: Figure, columns: _Columns, indices: Sequence[int]
) -> tuple[Row, ...]:
    unused = list(indices)
    measures = [report.measures[index] for index in indices]
    unit = _main_unit(measures)
    period = wording.period_words(measures[0].period) if measures else ""
    found = []
    for cells in figure.rows:
        words = [cells[i].strip() for i in columns.labels]
        label = next((word for word in reversed(words) if word), "")
        index = _measure_of(report, [cells[i] for i in columns.values], label, unused)
        if index is not None:
            unused.remove(index)
        found.append(_row(report, figure, cells, columns, label, index, unit, period))
    return _nested(found, has_numbers=len(columns.labels) > 1)


def _row(
    report: Report,
    figure: Figure,
    cells: Sequence[str],
    columns: _Columns,
    label: str,
    index: int | None,
    unit: str,
    period: str,
) -> Row:
    printed = [cells[i].strip() for i in columns.values]
    measure = report.measures[index] if index is not None else None
    missing = measure.missing if measure is not None else None
    values = tuple(_value(series, text, missing) for series, text in enumerate(printed))
    is_heading = not any(printed)
    kind: RowKind = "heading" if is_heading else "total" if _TOTAL.match(label) else "values"
    own = measure.unit if measure is not None else unit
    number = cells[columns.labels[0]].strip() if len(columns.labels) > 1 else ""
    return Row(
        label=label,
        kind=kind,
        values=() if is_heading else values,
        measure=index,
        block=measure.block if measure is not None else None,
        passage=measure.passage if measure is not None else None,
        section=figure.section,
        page=measure.page if measure is not None else figure.page,
        period=wording.period_words(measure.period) if measure is not None else period,
        unit=catalogue().unit(own).words if own else "",
        own_unit=own != unit,
        number=number,
    )


def _value(series: int, printed: str, missing: str | None) -> Value:
    text = re.sub(r"(?:\s|,|%|per ?cent|\*)", "", printed).replace("−", "-").replace("–", "-")
    try:
        number = float(text)
    except ValueError:
        reason = missing or ("a dash in the report" if printed else NOT_GIVEN)
        return value_of(series, None, None, reason)
    return value_of(series, number, printed, None)


def _main_unit(measures: Sequence[Measure]) -> str:
    units = [measure.unit for measure in measures]
    return max(units, key=units.count) if units else ""


def _measure_of(
    report: Report, printed: Sequence[str], label: str, unused: Sequence[int]
) -> int | None:
    """Return the first measure not yet used that prints the row's two values and its label."""
    wanted = tuple(text.strip() for text in printed[:2])
    for index in unused:
        measure = report.measures[index]
        pair = (measure.as_printed.force or "", measure.as_printed.national or "")
        if tuple(text.strip() for text in pair) == wanted and label.rstrip("* ") in (
            measure.passage + "\n" + measure.label
        ):
            return index
    return None


def _nested(rows: Sequence[Row], *, has_numbers: bool) -> tuple[Row, ...]:
    """Mark group rows and their parts.

    A row without values heads the rows after it, up to the next row of its kind. In a table with
    a column of numbers, a row without one whose value is the sum of the rows that follow it is
    the sum of a group, and those are its parts (printed values may differ by their rounding).
    """
    found = list(rows)
    for place, row in enumerate(rows):
        parts = 0
        if row.kind == "heading":
            parts = _parts_of_heading(rows[place + 1 :], has_numbers=has_numbers)
        elif row.kind == "values" and has_numbers and not row.number:
            parts = _parts_of_sum(row, rows[place + 1 :])
            if parts:
                found[place] = msgspec.structs.replace(found[place], kind="group")
        for part in range(place + 1, place + 1 + parts):
            found[part] = msgspec.structs.replace(found[part], level=1)
    return tuple(found)


def _parts_of_heading(rows: Sequence[Row], *, has_numbers: bool) -> int:
    for count, row in enumerate(rows):
        if row.kind != "values" or (has_numbers and not row.number):
            return count
    return len(rows)


def _parts_of_sum(whole: Row, rows: Sequence[Row]) -> int:
    target = [value.value or 0.0 for value in whole.values]
    sums = [0.0] * len(target)
    for count, row in enumerate(rows, 1):
        if row.kind != "values" or not row.number:
            return 0
        sums = [so_far + (v.value or 0.0) for so_far, v in zip(sums, row.values, strict=True)]
        slack = 0.051 * (count + 1)
        if (
            count > 1
            and all(
                abs(so_far - whole_value) <= slack
                for so_far, whole_value in zip(sums, target, strict=True)
            )
            and not _next_is_nought(rows, count)
        ):
            return count
        if any(s > t + slack for s, t in zip(sums, target, strict=True)):
            return 0
    return 0


def _next_is_nought(rows: Sequence[Row], count: int) -> bool:
    """Whether the next row could still be a part: it is numbered and adds nothing to the sum."""
    if count >= len(rows):
        return False
    row = rows[count]
    return row.kind == "values" and bool(row.number) and all(v.value == 0 for v in row.values)


# ---------------------------------------------------------------- both


def _chart_of_rows(
    report: Report,
    figure: Figure,
    rows: tuple[Row, ...],
    measures: Sequence[Measure],
    notes: tuple[str, ...],
    *,
    series: tuple[str, ...] | None = None,
    shared_scale: bool = True,
) -> Chart:
    place = wording.place_of(report)
    unit = catalogue().unit(_main_unit(measures)) if measures and shared_scale else None
    series = series or series_of(report)
    headline = wording.headline_of_rows(_not_in_a_sum(rows), place, noun=_noun(measures))
    title = _title(report, figure, rows, unit.words if unit else "")
    own = [row for row in rows if row.own_unit]
    scale_note = wording.OWN_SCALE_NOTE if not shared_scale else _own_unit_note(own)
    if any(row.kind == "total" for row in rows):
        scale_note = f"{scale_note} {wording.TOTALS_NOTE}".strip()
    notes = (*missing_notes(rows, series), *notes, *national_notes(measures))
    caveats = caveats_of(measures, report.year)
    what = "Paired bars, each row with its own scale" if not shared_scale else "Paired bars"
    return Chart(
        id=_identity(figure),
        kind="table",
        headline=headline,
        title=title,
        series=series,
        rows=rows,
        unit=unit.words if unit else "",
        sign=unit.sign if unit else "",
        scale_note=scale_note,
        shared_scale=shared_scale,
        source=_source(report, figure),
        licence=wording.LICENCE,
        notes=notes,
        caveats=caveats,
        description=wording.description(what, title, rows, series, headline, caveats, notes),
        stem=wording.stem(report, _name(figure)),
        report=report.id,
        section=figure.section,
        figure=figure.number,
        page=figure.page,
    )


def _own_unit_note(rows: Sequence[Row]) -> str:
    return " ".join(
        f"{wording.without_brackets(row.label)} is {row.unit}: "
        "do not set its bars beside those of the other rows."
        for row in rows
    )


def _noun(measures: Sequence[Measure]) -> str:
    """Return what the rows are, in the plural, as far as the catalogue and the units tell."""
    definitions = [catalogue().definition(measure.key) for measure in measures]
    groups = {known.group if known is not None else "" for known in definitions}
    if groups and all(group.endswith("outcomes") for group in groups):
        return "outcomes"
    units = {measure.unit for measure in measures}
    if units and all(unit.startswith("per_") for unit in units):
        return "rates"
    return "shares" if units == {"percent"} else "rows"


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


def _title(report: Report, figure: Figure, rows: Sequence[Row], unit: str) -> str:
    """Return the figure's own title, with what a statistical title must have and it has not."""
    title = figure.title.strip().rstrip(".")
    lowered = title.lower()
    if unit and unit.lower() not in lowered and not _names_unit(lowered, unit):
        title += f", {unit}"
    if wording.place_of(report).lower() not in lowered:
        title += f", {report.force.name}"
    if wording.ENGLAND_AND_WALES.lower() not in lowered:
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
    return f"{_identity(figure)}-{wording.figure_slug(figure.title)}"
