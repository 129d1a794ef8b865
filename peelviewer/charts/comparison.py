# SPDX-License-Identifier: MIT
"""Charts of single measures, and the profile of all "Force in numbers" pairs."""

from collections.abc import Iterator

import msgspec

from peelviewer.charts import file_names, headlines, wording
from peelviewer.charts.caveats import AREAS, caveats_of, more_exact, notes_on, value_in
from peelviewer.charts.printed import printed_value
from peelviewer.charts.values import DASH, FORCE, NATIONAL, Chart, Row, Value
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure
from peelviewer.model.report import Figure, Report
from peelviewer.reference.catalogue import catalogue

NOT_GIVEN = "not given in the report"
PROFILE = "profile"


def chart_of_measure(report: Report, index: int) -> Chart:
    """Return the chart of ``report.measures[index]``: the force beside England and Wales.

    Raises:
        ChartError: the report has no such measure.
    """
    if not 0 <= index < len(report.measures):
        raise ChartError(
            f"{report.id} has {len(report.measures)} measures: there is no number {index}."
        )
    return paired_chart(report, index, identity=_identity(report, index), notes=())


def paired_chart(
    report: Report,
    index: int,
    *,
    identity: str,
    notes: tuple[str, ...],
    name: str | None = None,
    figure: Figure | None = None,
) -> Chart:
    """Return two bars for one measure; ``notes`` come before those on the national figure.

    ``figure`` is the one the values stand for, if it is not the measure's own.
    """
    measure = report.measures[index]
    if figure is None and measure.figure is not None:
        figure = report.figures_by_number.get(measure.figure)
    definition = catalogue().definition(measure.key)
    unit = catalogue().unit(measure.unit)
    place = wording.place_of(report)
    label = label_of(measure)
    row = row_of(report, index)
    headline = headlines.headline(
        headlines.subject(label, measure.unit, definition),
        place,
        *_compared(row, measure, report),
        unit=measure.unit,
        polarity=definition.polarity if definition else "none",
    )
    title = wording.statistical_title(label, unit, place, row.period)
    series = series_of(report)
    caveats = caveats_of((measure,), report)
    notes = notes_on((row,), series, (measure,), report, notes)
    chart = Chart(
        id=identity,
        kind="paired",
        headline=headline,
        title=title,
        series=series,
        rows=(row,),
        unit=unit.words,
        sign=unit.sign,
        source=source_of(report, measure, figure),
        licence=wording.LICENCE,
        notes=notes,
        caveats=caveats,
        stem=file_names.stem(report, name or identity.removeprefix("measure-").replace("_", "-")),
        report=report.id,
        section=measure.section if figure is None else figure.section,
        figure=None if figure is None else figure.number,
        page=page_of(report, measure) if figure is None else figure.page,
    )
    return wording.described(chart, "Bar chart of two values")


def _compared(row: Row, measure: Measure, report: Report) -> Iterator[Value]:
    """Yield the two values to compare: as exact as the report prints them anywhere."""
    for value, area in zip(row.values, AREAS, strict=True):
        exact = more_exact(measure, report, area)
        number = None if exact is None else value_in(exact, area)
        yield value if number is None else msgspec.structs.replace(value, value=number)


def profile_chart(report: Report) -> Chart | None:
    """Return all "Force in numbers" pairs, a row each; ``None`` where the report has none."""
    indices = pairs_of(report)
    if not indices:
        return None
    measures = tuple(report.measures[index] for index in indices)
    rows = tuple(row_of(report, index) for index in indices)
    place = wording.place_of(report)
    series = series_of(report)
    headline = headlines.headline_of_rows(rows, place, noun="measures")
    first = report.sections_by_id[measures[0].section]
    chapter = report.chapter_of(first.id)
    page = page_of(report, measures[0])
    title = f"{chapter.title}: {len(rows)} measures, {place} and {wording.ENGLAND_AND_WALES}"
    title += f", inspection of {report.year}; units and periods at each row"
    caveats = caveats_of(measures, report)
    notes = notes_on(rows, series, measures, report)
    chart = Chart(
        id=PROFILE,
        kind="profile",
        headline=headline,
        title=title,
        series=series,
        rows=rows,
        shared_scale=False,
        scale_note=wording.OWN_SCALE_NOTE,
        source=wording.source_line(report, page=page, chapter=chapter.title),
        licence=wording.LICENCE,
        notes=notes,
        caveats=caveats,
        stem=file_names.stem(report, file_names.slug(chapter.title)),
        report=report.id,
        section=chapter.id,
        page=page,
    )
    return wording.described(chart, "Profile of paired bars, each row with its own scale")


def pairs_of(report: Report) -> tuple[int, ...]:
    """Return the indices of the measures of the "Force in numbers" graphic."""
    return tuple(i for i, measure in enumerate(report.measures) if measure.origin == "graphic")


def row_of(report: Report, index: int, *, label: str | None = None) -> Row:
    """Return the row of one measure, its label from the catalogue unless one is given."""
    measure = report.measures[index]
    printed, is_change = measure.as_printed, measure.unit.endswith("_change")
    return Row(
        label=label or label_of(measure),
        values=(
            value_of(FORCE, measure.force, printed.force, measure.missing, is_change=is_change),
            value_of(
                NATIONAL, measure.national, printed.national, measure.missing, is_change=is_change
            ),
        ),
        measure=index,
        block=measure.block,
        passage=measure.passage,
        section=measure.section,
        page=page_of(report, measure),
        period=wording.period_words(measure.period),
        unit=catalogue().unit(measure.unit).words,
        caveats=caveats_of((measure,), report),
    )


def value_of(
    series: int,
    value: float | None,
    printed: str | None,
    missing: str | None,
    *,
    is_change: bool = False,
) -> Value:
    """Return one value; without a number it is a dash and a reason, never zero."""
    if value is None:
        return Value(series=series, value=None, printed=DASH, missing=missing or NOT_GIVEN)
    return Value(
        series=series,
        value=value,
        printed=printed_value(printed, value, is_change=is_change),
    )


def label_of(measure: Measure) -> str:
    """Return the catalogue's name of a measure, else the report's."""
    known = catalogue().definition(measure.key)
    return known.label if known is not None else measure.label.rstrip("*†‡ ")


def series_of(report: Report) -> tuple[str, ...]:
    """Return the names of the two series as reports print them."""
    return (report.force.name, wording.ENGLAND_AND_WALES)


def source_of(report: Report, measure: Measure, figure: Figure | None) -> str:
    """Return the source line of one measure, of ``figure`` where it is one of its values."""
    is_in_numbers = measure.origin == "graphic"
    return wording.source_line(
        report,
        source=figure.source if figure is not None else None,
        figure=None if figure is None else figure.number,
        page=page_of(report, measure) if figure is None else figure.page or measure.page,
        values_page=None if figure is None else measure.page,
        chapter=report.chapter_of(measure.section).title if is_in_numbers else None,
    )


def page_of(report: Report, measure: Measure) -> int | None:
    """Return the page of a measure, else that of its section, else that of its chapter."""
    section = report.sections_by_id[measure.section]
    return measure.page or section.page or report.chapter_of(section.id).page


def _identity(report: Report, index: int) -> str:
    """Return an id that no other measure of the report has: key, period, a number if repeated."""
    names = [
        f"measure-{measure.key}-{measure.period.end.isoformat()}"
        for measure in report.measures[: index + 1]
    ]
    times = names.count(names[-1])
    return names[-1] if times == 1 else f"{names[-1]}-{times}"
