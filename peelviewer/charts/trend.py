# SPDX-License-Identifier: MIT
"""One measure over periods: a line for the force, one for England and Wales, and others."""

import datetime
from collections.abc import Collection, Mapping, Sequence

import msgspec

from peelviewer.charts import headlines, telling
from peelviewer.charts.doubted import BROKEN, breaks_over_time, is_survey
from peelviewer.charts.measured import MeasureData, place_name, value_at
from peelviewer.charts.over_time import Lines, lines_of, periods_of
from peelviewer.charts.permission import pages_note
from peelviewer.charts.values import DASH, LEFT_OUT, Chart, Row, Standout, Value
from peelviewer.charts.wording import ENGLAND_AND_WALES, listed, running, within
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL
from peelviewer.reference.catalogue import catalogue

MOST_LINES = 12
"""How many lines of forces can be told apart by their names."""


def trend_chart(
    data: MeasureData,
    *,
    own: str | None = None,
    others: Sequence[str] = (),
    background: Sequence[str] = (),
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> Chart:
    """Return the lines of the force, of England and Wales and of ``others`` (ids).

    Those of the ``background`` (ids) are quiet and have no names: more than can be told apart.
    Periods that end before ``since`` or after ``until`` are left out, and those of publications
    that a later one revises (``revisions``); a missing value is a gap.
    The line of England and Wales is broken where its figures begin to be of other forces.

    Raises:
        ChartError: fewer than two periods, no area, or more lines than can be told apart.
        RefusedError: the measure may not be compared over these years.
    """
    told = list(dict.fromkeys(filter(None, (own, *others))))
    areas = list(dict.fromkeys((*told, *background)))
    periods, revised = periods_of(data, areas, since, until)
    if len(told) > MOST_LINES:
        raise ChartError(
            f"A trend can tell {MOST_LINES} forces apart, not {len(told)}: choose fewer."
        )
    columns = [(area, _standout(area, own, told)) for area in areas]
    lines = lines_of(data, periods, columns, revised)
    anew = breaks_over_time(data, periods)
    rows = tuple(_row(lines, period, _breaks_at(period, lines.broken, anew)) for period in periods)
    series = tuple(_name(area) for area, _ in lines.columns)
    standouts = tuple(standout for _, standout in lines.columns)
    loud = [place for place, standout in enumerate(standouts) if standout]
    quiet = quiet_words(rows, standouts)
    headline = _headline(data, rows, series, own) if loud else _of_many(data, quiet)
    drawn = [place for place in loud if any(row.values[place].value is not None for row in rows)]
    names = filter(None, (*(series[place] for place in drawn), quiet))
    title = (
        f"{telling.what_words(data.label, data.unit)}, {', '.join(names)}, "
        f"{telling.span_words(periods)}"
    )
    notes = _notes(lines)
    moved = [] if is_survey(data) else [(place, series[place]) for place in loud]
    remarks = _remarks(rows, moved)
    kept = tuple(one for period in periods for one in data.at(period).values())
    chart = Chart(
        id=f"trend-{data.measure}-{data.unit}",
        kind="trend",
        headline=headline,
        title=title,
        series=series,
        rows=rows,
        measure=data.label,
        unit=telling.unit_words(data.unit),
        sign=telling.unit_sign(data.unit),
        source=telling.source_words(data.datasets_at(*periods), telling.table_names(kept)),
        licence=telling.licences(data.datasets_at(*periods)),
        notes=notes,
        caveats=lines.caveats,
        stem=telling.stem(data, "trend", None, own),
        own=own,
        standouts=standouts,
        remarks=remarks,
    )
    return telling.described(
        chart,
        f"Line chart of {len(periods)} periods",
        rows=[_told(row, loud) for row in rows],
    )


def _told(row: Row, series: Collection[int]) -> Row:
    """Return a period's row as the description tells it: the values of lines that have names."""
    return msgspec.structs.replace(
        row, values=tuple(value for value in row.values if value.series in series)
    )


def _broken_words(broken: Mapping[Period, str]) -> str:
    """Return where a line is broken: "before Mar 2019, as it is without Kent from there on"."""
    return "; ".join(
        f"before {telling.short_period(period)}, as it is {words} from there on"
        for period, words in broken.items()
    )


def _standout(area: str, own: str | None, told: Collection[str]) -> Standout:
    return "own" if area == own else "chosen" if area in told else ""


def _name(area: str) -> str:
    return ENGLAND_AND_WALES if area == NATIONAL else place_name(area)


def _row(lines: Lines, period: Period, broken: Mapping[str, str]) -> Row:
    """Return the values of a period; ``broken`` is why the lines of areas begin anew with it."""
    data, present = lines.data, lines.data.at(period)
    out = {one.force: one.reason for one in lines.left}
    values = []
    for series, (area, _) in enumerate(lines.columns):
        if area in out:
            reason = f"{LEFT_OUT}{out[area]}"
            values.append(Value(series=series, value=None, printed=DASH, missing=reason))
        else:
            value = value_at(data, present.get(area), series)
            values.append(msgspec.structs.replace(value, break_before=broken.get(area, "")))
    return Row(
        label=telling.short_period(period),
        values=tuple(values),
        period=telling.period_words(period),
        unit=telling.unit_words(data.unit),
        day=period.end,
    )


def _breaks_at(
    period: Period, broken: Mapping[Period, str], anew: Mapping[str, Period]
) -> dict[str, str]:
    """Return why lines begin anew with a period, by the ids of their areas."""
    found = {area: BROKEN for area, first in anew.items() if first == period}
    if period in broken:
        found[NATIONAL] = ", ".join(filter(None, (broken[period], found.get(NATIONAL))))
    return found


Stretch = tuple[tuple[Row, Value], ...]


def stretches_of(rows: Sequence[Row], series: int) -> tuple[Stretch, ...]:
    """Return the parts of a line between its breaks: of each the rows that have a value."""
    found: list[list[tuple[Row, Value]]] = [[]]
    for row in rows:
        value = row.values[series]
        if value.break_before:
            found.append([])
        if value.value is not None:
            found[-1].append((row, value))
    return tuple(tuple(stretch) for stretch in found if stretch)


def _headline(
    data: MeasureData, rows: Sequence[Row], series: Sequence[str], own: str | None
) -> str:
    """Return where the first line went, and when if not all along: since its last break.

    Estimates stand side by side: that one is higher may be chance.
    """
    definition = catalogue().definition(data.measure)
    subject = headlines.subject(data.label, data.unit, definition)
    place = series[0] if own or series[0] != ENGLAND_AND_WALES else ENGLAND_AND_WALES
    if (rows[0].values[0].missing or "").startswith(LEFT_OUT):
        return f"{subject}: {running(place)} is left out, as not comparable"
    stretches = stretches_of(rows, 0)
    longer = [stretch for stretch in stretches if len(stretch) > 1]
    if not longer:
        return f"{subject} {within(place)}: no two values to compare"
    (first, before), (last, after) = longer[-1][0], longer[-1][-1]
    is_whole = len(stretches) == 1 and (first, last) == (rows[0], rows[-1])
    when = "" if is_whole else f" ({first.label} to {last.label})"
    if is_survey(data):
        values = f"{before.printed} and {after.printed}"
        return f"{subject} {within(place)}: {values}{when}, survey estimates"
    return f"{subject} {within(place)} {headlines.movement(before, after)}{when}"


def quiet_words(rows: Sequence[Row], standouts: Sequence[Standout]) -> str:
    """Return how many forces have quiet lines, "" for none: "31 other forces"."""
    count = sum(
        not standout and any(row.values[place].value is not None for row in rows)
        for place, standout in enumerate(standouts)
    )
    if not count:
        return ""
    return f"{count}{' other' if any(standouts) else ''} force{'s' if count > 1 else ''}"


def _of_many(data: MeasureData, forces: str) -> str:
    """Return what quiet lines alone are of: where none has a name, none is spoken of."""
    definition = catalogue().definition(data.measure)
    return f"{headlines.subject(data.label, data.unit, definition)} in {forces}"


def _remarks(rows: Sequence[Row], series: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """Return how each line moved from its first to its last value, between its breaks."""
    found = []
    for index, name in series:
        for stretch in stretches_of(rows, index):
            (first, before), (last, after) = stretch[0], stretch[-1]
            if len(stretch) > 1:
                way = headlines.movement(before, after)
                found.append(f"{name} {way} ({first.label} to {last.label}).")
    return tuple(found)


def _notes(lines: Lines) -> tuple[str, ...]:
    """Return where lines are broken or have gaps, who is left out, and what the source notes."""
    data, periods, left = lines.data, lines.periods, lines.left
    areas = [area for area, _ in lines.columns]
    said = [one for period in periods for one in data.at(period).values() if one.area.id in areas]
    gaps: dict[tuple[str, ...], list[str]] = {}
    for area in areas:
        missing = tuple(
            telling.short_period(period)
            for period in periods
            if (one := data.at(period).get(area)) is None or one.value is None
        )
        if missing and area not in {one.force for one in left}:
            gaps.setdefault(missing, []).append(_name(area))
    outs = tuple(
        f"Without {place_name(one.force)}: {one.reason[:1].lower()}{one.reason[1:].rstrip('.')}"
        f"{'' if one.page is None else f' (p. {one.page})'}."
        for one in left
    )
    is_broken = f"The line of {ENGLAND_AND_WALES} is broken {_broken_words(lines.broken)}."
    return (
        *((is_broken,) if lines.broken else ()),
        *(f"{listed(who)}: no value for {', '.join(when)}." for when, who in gaps.items()),
        *outs,
        *telling.source_notes(
            said, periods, telling.told_areas(lines.caveats, left), lines.caveats
        ),
        *pages_note((*lines.caveats, *left)),
    )
