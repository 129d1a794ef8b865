# SPDX-License-Identifier: MIT
"""The profile of one force among all: a row a measure, with the range of the forces' values."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from peelviewer.charts import telling, wording
from peelviewer.charts.choices import shipped_choices
from peelviewer.charts.comparison import profile_chart
from peelviewer.charts.course import course_of
from peelviewer.charts.decimals import CHANGES
from peelviewer.charts.doubted import is_survey
from peelviewer.charts.file_names import slug
from peelviewer.charts.focus import Focus
from peelviewer.charts.measured import MeasureData, force_name, place_name, value_at
from peelviewer.charts.permission import RefusedError, pages_note
from peelviewer.charts.positions import BY_NUMBER, ends_of, quarter_words, standing_words
from peelviewer.charts.ranked import Compared, compared
from peelviewer.charts.values import FORCE, NATIONAL, NOT_RANKED, Caveat, Chart, Row, Spread, Value
from peelviewer.charts.wording import lowered, within
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.model.report import Report
from peelviewer.model.statistics import NATIONAL as NATIONAL_AREA
from peelviewer.statistics.ranking import LeftOut, Ranking
from peelviewer.statistics.vocabulary import group_of

_FEW_NAMES, _FEW_OTHERS = 4, 2
_CHANGES = tuple(map(telling.unit_words, CHANGES))
RANGE_TICK = "Where a range is drawn, its band holds the middle half of the forces."
RANGE_NOTE = (
    "Each row has its own scale from the lowest force to the highest; the band holds the middle "
    "half of the forces, the tick in it is the median."
)
TREND_NOTE = "Where there is room, small lines show the trend of both from a scale at zero."


def ranges_chart(items: Sequence[tuple[MeasureData, Period]], *, own: str) -> Chart:
    """Return one force's value on each measure beside the nation and the range of all forces.

    A measure that may not be compared between forces, or has no value at its period, is named in
    the notes and has no row.

    Raises:
        ChartError: no measure is left.
    """
    found = _gathered(items, own)
    rows = found.rows
    if not rows:
        raise ChartError(f"There is no measure to show for {force_name(own)}.")
    labels = [row.label for row in rows]
    caveats = _named(found.caveats, labels)
    has_estimates = any(is_survey(data) for data, _ in found.drawn)
    subject = _subject(found.drawn)
    latest = max(period.end for _, period in found.drawn)
    datasets = dict.fromkeys(
        one for data, period in found.drawn for one in data.datasets_at(period)
    )
    alike = rows[0].period if len({row.period for row in rows}) == 1 else ""
    chart = Chart(
        id=f"ranges-{own}",
        kind="ranges",
        headline=_headline(rows, place_name(own), has_estimates=has_estimates),
        title=_title(rows, own, subject, alike),
        series=(force_name(own), wording.ENGLAND_AND_WALES),
        rows=rows,
        period=alike,
        shared_scale=False,
        scale_note=f"{RANGE_NOTE} {TREND_NOTE}" if any(row.course for row in rows) else RANGE_NOTE,
        source=telling.source_words(tuple(datasets)),
        licence=telling.licences(tuple(datasets)),
        notes=(
            *found.lacking,
            *(_led(note, of_it, labels) for note, of_it in found.notes.items()),
            *pages_note((*caveats, *found.left_out)),
        ),
        caveats=caveats,
        measure=subject,
        stem="-".join(filter(None, (own, slug(subject), f"{latest:%Y-%m}", "profile"))),
        own=own,
    )
    return telling.described(
        chart,
        "Profile of one force, each row with its own scale",
        remarks=[f"{row.label}: {_said(row)}" for row in rows if row.note or row.course],
    )


class _Profile(NamedTuple):
    """The rows of a profile, the measures ``drawn`` in them, and why others are ``lacking``.

    ``caveats`` and ``notes`` have the labels of the rows that they are on.
    """

    rows: tuple[Row, ...]
    drawn: Sequence[tuple[MeasureData, Period]]
    lacking: Sequence[str]
    caveats: Mapping[Caveat, list[str]]
    notes: Mapping[str, list[str]]
    left_out: Sequence[LeftOut]


def _gathered(items: Sequence[tuple[MeasureData, Period]], own: str) -> _Profile:
    rows: list[Row] = []
    drawn: list[tuple[MeasureData, Period]] = []
    lacking: list[str] = []
    caveats: dict[Caveat, list[str]] = {}
    notes: dict[str, list[str]] = {}
    left_out: list[LeftOut] = []
    for data, period in items:
        try:
            row, found = _row(data, period, own)
        except RefusedError as refused:
            lacking.append(f"{data.label}: {refused.reason}")
            continue
        except ChartError:
            lacking.append(f"{data.label}: no value for {telling.period_words(period)}.")
            continue
        rows.append(row)
        drawn.append((data, period))
        for caveat in row.caveats:
            caveats.setdefault(caveat, []).append(row.label)
        for note in dict.fromkeys((*_notes(found, own), *_notes_of_course(row))):
            notes.setdefault(note, []).append(row.label)
        left_out += found.ranking.left_out
    return _Profile(tuple(rows), drawn, lacking, caveats, notes, left_out)


def _title(rows: Sequence[Row], own: str, subject: str, alike: str) -> str:
    """Return how many measures of what; ``alike`` is the period where all rows have one."""
    return (
        f"{f'{subject}: ' if subject else ''}"
        f"{len(rows)} measure{'s' if len(rows) != 1 else ''}, {place_name(own)}, "
        f"{wording.ENGLAND_AND_WALES} and the range of the forces"
        f"{f', {alike}; units at each row' if alike else '; units and periods at each row'}"
    )


def _subject(items: Sequence[tuple[MeasureData, Period]]) -> str:
    """Return what the measures have in common, "" for those of several groups."""
    groups = {group_of(data.measure) for data, _ in items}
    only = groups.pop() if len(groups) == 1 else ""
    return only[:1].upper() + only[1:]


def _notes(found: Compared, own: str) -> tuple[str, ...]:
    """Return who is not among the ranked, and why the force has no value; sources' notes on it."""
    data, period = found.data, found.period
    present = data.at(period)
    reasons = {one: value_at(data, present.get(one)).missing or "" for one in found.ranking.missing}
    shown = [one for area, one in present.items() if area in (own, NATIONAL_AREA)]
    told = telling.told_areas(found.caveats, found.ranking.left_out)
    return (
        *telling.left_out_notes(found.ranking, reasons),
        *telling.source_notes(shown, (period,), told, found.caveats),
    )


def _notes_of_course(row: Row) -> tuple[str, ...]:
    return () if row.course is None else row.course.notes


def _said(row: Row) -> str:
    """Return a row's place among the forces and its course, as sentences."""
    place = f"{row.note}." if row.note else ""
    return " ".join(filter(None, (place, "" if row.course is None else row.course.words)))


def _led(note: str, labels: Sequence[str], every: Sequence[str]) -> str:
    """Return a note that holds for some of the rows led by the names of their measures."""
    if len(labels) == len(every):
        return note
    return f"{_who(labels, every) or f'{len(labels)} of {len(every)} measures'}: {note}"


def _named(holders: Mapping[Caveat, Sequence[str]], every: Sequence[str]) -> tuple[Caveat, ...]:
    """Return caveats that hold for some of the rows led by the names of their measures."""
    found = []
    for caveat, labels in holders.items():
        if len(labels) < len(every):
            # A caveat on some forces begins with their names, which keep their capitals.
            text = caveat.text if caveat.areas else lowered(caveat.text)
            who = _who(labels, every) or "; ".join(dict.fromkeys(labels))
            found.append(msgspec.structs.replace(caveat, text=f"{who}: {text}"))
        else:
            found.append(caveat)
    return tuple(found)


def _who(labels: Sequence[str], every: Sequence[str]) -> str:
    """Return a few measures by their names, most by those they lack; "" for what is between."""
    names = tuple(dict.fromkeys(labels))
    if len(names) <= _FEW_NAMES:
        return "; ".join(names)
    others = tuple(dict.fromkeys(one for one in every if one not in names))
    return f"All but {'; '.join(others)}" if 0 < len(others) <= _FEW_OTHERS else ""


# What a first look at a force asks for; every other measure can be chosen.
_FIRST = (
    ("asb_incidents", "per_1000_population"),
    ("asb_change_1y", "percent_change"),
    ("recorded_crime", "per_1000_population"),
    ("violence_with_injury", "per_1000_population"),
    ("sexual_offences", "per_1000_population"),
    ("robbery", "per_1000_population"),
    ("residential_burglary", "per_1000_households"),
    ("vehicle_offences", "per_1000_population"),
    ("criminal_damage_and_arson", "per_1000_population"),
    ("outcome_charged", "percent"),
    ("outcome_out_of_court_informal", "percent"),
    ("outcome_no_suspect", "percent"),
)


def first_items(own: str) -> tuple[tuple[MeasureData, Period], ...]:
    """Return the shipped measures that a profile begins with, each at its latest period."""
    return tuple(item for item in shipped_items(own) if (item[0].measure, item[0].unit) in _FIRST)


def shipped_items(own: str) -> tuple[tuple[MeasureData, Period], ...]:
    """Return every shipped measure that has a high and a low, at its latest period."""
    return tuple(
        (choice, choice.periods[-1])
        for choice in shipped_choices()
        if not choice.is_sum
        and choice.unit != "grade"
        and choice.periods
        and choice.at(choice.periods[-1]).get(own) is not None
    )


def _row(data: MeasureData, period: Period, own: str) -> tuple[Row, Compared]:
    found = compared(data, period, Focus(own, among=(own,)))
    ours = next((row for row in found.rows if row.area == own), None)
    if ours is None:
        raise ChartError(f"{force_name(own)} has no value of {data.label}.")
    values = [_of_series(ours.values[0], FORCE)]
    if found.national is not None and found.national.kind == "national":
        values.append(_of_series(found.national.values[0], NATIONAL))
    course = course_of(data, period, own)
    more = () if course is None else course.caveats
    row = msgspec.structs.replace(
        ours,
        label=data.label,
        # The row is of a measure; its values are of the force and of the nation.
        area="",
        force="",
        values=tuple(values),
        spread=_spread_of(found.ranking),
        note=_place(found, own) or ours.note,  # which says why a value is not ranked
        caveats=tuple(dict.fromkeys((*more, *found.caveats))),
        course=course,
    )
    return row, found


def _place(found: Compared, own: str) -> str:
    """Return the force's place among all, "" where it has none.

    Of estimates it is no more than that: which force is among the highest may be chance.
    """
    data, ranking = found.data, found.ranking
    standing = ranking.standing(own)
    if standing is None:
        return ""
    where = standing_words(standing, ranking.n, is_change=data.is_change)
    place = f"{where[:1].upper()}{where[1:]}"
    if ranking.n == 1:
        return place
    if is_survey(data):
        return f"{place}, as estimated"
    if data.is_sum:
        return f"{place} {BY_NUMBER}"
    quarter = quarter_words(standing, ends_of(ranking, is_change=data.is_change))
    quarter = quarter.replace("25 percent", "25%").removesuffix(" with the other forces")
    return f"{place}, {quarter}"


def _of_series(value: Value, series: int) -> Value:
    return msgspec.structs.replace(value, series=series)


def _headline(rows: Sequence[Row], place: str, *, has_estimates: bool) -> str:
    """Return on how many measures the force is among the highest and the lowest quarter.

    Changes are not counted: one that is large is not high; nor are estimates from surveys, which
    have no position. A profile of changes alone has them by the largest rises and falls at each
    row.
    """
    ranked = [row for row in rows if row.position not in ("", NOT_RANKED)]
    levels = [row for row in ranked if row.unit not in _CHANGES]
    total = len(levels)
    high = sum(row.side == "high" for row in levels)
    low = sum(row.side == "low" for row in levels)
    others = ["changes"] if total < len(ranked) else []
    others += ["survey estimates"] if has_estimates else []
    aside = f", {wording.listed(others)} aside" if others else ""
    if not ranked and not has_estimates and any(row.rank for row in rows):
        return f"{place} beside the other forces"  # ranked by number, which is not judged
    if not ranked:
        return f"{place}: no measure on which it can be ranked"
    if not total:
        return f"Changes {within(place)} beside those in the other forces"
    who = wording.opening(place)
    if not high and not low:
        on = {1: "the one measure", 2: "both measures"}.get(total, f"all {total} measures")
        return f"{who} is broadly in line with the other forces on {on}{aside}"
    if total == 1:
        return f"{who} is one of the {'highest' if high else 'lowest'} on the one measure{aside}"
    ends = [f"one of the highest on {high}"] if high else []
    ends += [f"one of the lowest on {low}"] if low else []
    return f"{who} is {' and '.join(ends)} of {total} measures{aside}"


# ---------------------------------------------------------------- a report's profile


def profile_with_ranges(report: Report) -> Chart | None:
    """Return the report's profile with the range of all forces where it is known.

    A range is known where statistics that ship hold the same measure in the same unit for the
    same period; its place in words stands under the row. Values stay those of the report.
    """
    chart = profile_chart(report)
    if chart is None:
        return None
    known = {(data.measure, data.unit): data for data in shipped_choices()}
    rows = []
    sources: list[str] = []
    for row in chart.rows:
        measure = None if row.measure is None else report.measures[row.measure]
        data = None if measure is None else known.get((measure.key, measure.unit))
        if measure is None or data is None or not data.at(measure.period):
            rows.append(row)
            continue
        found, _ = _row(data, measure.period, report.force.id)
        rows.append(
            msgspec.structs.replace(
                row,
                spread=found.spread,
                position=found.position,
                side=found.side,
                note=found.note,
            )
        )
        sources.append(telling.source_words(data.datasets_at(measure.period)))
    if not sources:
        return chart
    ranges = " ".join(
        f"Range of forces: {one.removeprefix('Source: ')}" for one in dict.fromkeys(sources)
    )
    return msgspec.structs.replace(
        chart, rows=tuple(rows), source=f"{chart.source} {ranges}", notes=(*chart.notes, RANGE_TICK)
    )


def _spread_of(found: Ranking) -> Spread | None:
    """Return the spread of a ranking's values."""
    limits = found.quartiles
    if limits is None:
        return None
    return Spread(
        lowest=limits.lowest,
        lower=limits.lower,
        median=limits.median,
        upper=limits.upper,
        highest=limits.highest,
        n=found.n,
    )
