# SPDX-License-Identifier: MIT
"""The change between two periods: a line for each force from then to now."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from peelviewer.charts import headlines, telling
from peelviewer.charts.decimals import enough_for
from peelviewer.charts.doubted import (
    BROKEN,
    breaks_over_time,
    doubts_over_time,
    is_survey,
    not_with_others,
    survey_caveat,
)
from peelviewer.charts.make_up import changes_of_make_up
from peelviewer.charts.measured import (
    MeasureData,
    all_or_few,
    force_name,
    place_name,
    value_at,
)
from peelviewer.charts.permission import (
    RefusedError,
    check_forces,
    check_overlap,
    check_sources,
    check_years,
    inspection_year,
    inspection_years,
    pages_note,
)
from peelviewer.charts.positions import (
    CHANGE_RANK_NOTE,
    Ends,
    ends_of,
    falls_lead,
    position_sentence,
    position_words,
    rank_words,
    side_of,
)
from peelviewer.charts.values import (
    DASH,
    LEFT_OUT,
    NOT_RANKED,
    Caveat,
    Chart,
    Order,
    Row,
    Standout,
    Value,
)
from peelviewer.charts.wording import ENGLAND_AND_WALES
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL, Observation
from peelviewer.reference.catalogue import catalogue
from peelviewer.statistics.calculation import percent_change, percentage_points
from peelviewer.statistics.doubts import over_time
from peelviewer.statistics.ranking import LeftOut, Ranking, ranking

BEFORE, AFTER, CHANGE = 0, 1, 2
_OF_OTHERS = "the two figures are not of the same forces"
_NOT_PRINTED = "the publisher prints no change"
_POINTS = ("percent", "percent_change")


def slope_chart(
    data: MeasureData,
    before: Period,
    after: Period,
    *,
    own: str | None = None,
    among: Collection[str] | None = None,
    chosen: Collection[str] = (),
    order: Order = "value",
    printed: MeasureData | None = None,
) -> Chart:
    """Return the change of each force from ``before`` to ``after``; rows sorted by the change.

    The change is in percent of the earlier value; of percentages it is in percentage points. It
    is reckoned from the values in full, and ranked among all forces. ``printed`` are the changes
    that the publisher prints: they stand for the reckoned ones. Where there are none and the two
    periods are of two publications, the headline claims no change, as the later one revises.

    Raises:
        ChartError: the periods are the same, or one of them has no values.
        RefusedError: the measure may not be compared between these years.
    """
    if before.end > after.end:
        before, after = after, before
    first, last = data.at(before), data.at(after)
    if before == after or not first or not last:
        raise ChartError(f"A change of {data.label} needs two periods that have values.")
    warnings = check_years(data.measure, (inspection_year(before), inspection_year(after)))
    everyone = all_or_few(known for present in (first, last) for known in present)
    years = {*inspection_years(before), *inspection_years(after)}
    caveats, left = check_forces(data.measure, data.unit, everyone, years)
    both = [force for force in everyone if _has_both(first, last, force)]
    broken = breaks_over_time(data, (before, after))
    if both and all(force in broken for force in both):
        raise RefusedError(over_time(last[both[0]].note))
    noted, apart = not_with_others(present[force] for present in (first, last) for force in present)
    apart = (*apart, *(LeftOut(force, BROKEN, shown=True) for force in broken))
    left = (*left, *apart)
    out = {one.force for one in left}
    make_up = () if data.is_sum else changes_of_make_up(data, (before, after), out)
    caveats = (
        *survey_caveat(data),
        *make_up,
        *warnings,
        *caveats,
        *noted,
        *doubts_over_time(data, (before, after), (*everyone, NATIONAL)),
        *check_overlap(before, after),
        *check_sources(data.datasets_at(before, after)),
    )
    is_open = (printed is None and len(data.datasets_at(before, after)) > 1) or is_survey(data)
    if printed is not None:
        caveats = (_printed_caveat(printed, before, after), *caveats)
    unlike = dict.fromkeys(broken, BROKEN)
    if make_up and printed is None:
        unlike[NATIONAL] = _OF_OTHERS
    moved = _changes(data, before, after, (*everyone, NATIONAL), unlike, printed)
    found = ranking({force: moved[force].value for force in everyone}, left)
    ends = ends_of(found, is_change=True)
    shown = [force for force in everyone if among is None or force in among or force == own]
    rows = sorted_rows_by_change(
        [_row(data, before, after, found, ends, area, moved[area], own, chosen) for area in shown],
        order,
        falls_first=falls_lead(found),
    )
    rows = tuple(_with_caveats(row, telling.of_area(caveats, row.area)) for row in rows)
    national = None
    if not data.is_sum and _has_both(first, last, NATIONAL):
        national = _row(data, before, after, found, ends, NATIONAL, moved[NATIONAL], own, chosen)
    rows = (*rows, *(() if national is None else (national,)))
    whole = None if data.is_sum and printed is None else moved[NATIONAL]
    headline = _headline(
        data, rows, own, found, national=whole, is_open=is_open, is_printed=printed is not None
    )
    count = telling.coverage_words(found.n)
    if len(shown) < len(everyone):
        count = f"{len(shown)} force{'s' if len(shown) != 1 else ''}, ranked among {count}"
    title = (
        f"{telling.what_words(data.label, data.unit)}, {telling.period_words(before)} "
        f"and {telling.period_words(after)}, {count}"
    )
    missing = dict.fromkeys(found.missing, "no value at one of the two periods")
    sentence = "" if own is None else position_sentence(place_name(own), found, own, is_change=True)
    remarks = (sentence,) if sentence and not is_open else ()
    said = [
        one
        for present in (first, last)
        for one in present.values()
        if one.area.id in shown or (national is not None and one.area.id == NATIONAL)
    ]
    notes = (
        *telling.left_out_notes(found, missing),
        *telling.source_notes(
            said, (before, after), telling.told_areas(caveats, found.left_out), caveats
        ),
        *pages_note((*caveats, *found.left_out)),
    )
    kept = (*first.values(), *last.values())
    return Chart(
        id=f"slope-{data.measure}-{data.unit}-{before.end.isoformat()}-{after.end.isoformat()}",
        kind="slope",
        headline=headline,
        title=title,
        series=(
            telling.short_period(before),
            telling.short_period(after),
            "Change, percentage points" if data.unit in _POINTS else "Change, percent",
        ),
        rows=rows,
        measure=data.label,
        unit=telling.unit_words(data.unit),
        sign=telling.unit_sign(data.unit),
        source=telling.source_words(data.datasets_at(before, after), telling.table_names(kept)),
        licence=telling.licences(data.datasets_at(before, after)),
        notes=notes,
        caveats=caveats,
        description=telling.alternative(
            "Slope chart of two periods", title, headline, remarks, rows, notes, caveats
        ),
        stem=telling.stem(data, f"to-{after.end:%Y-%m}-change", before, own),
        order=order,
        own=own,
        coverage=telling.coverage_words(found.n),
        rank_note=CHANGE_RANK_NOTE,
        remarks=remarks,
    )


def _has_both(first: Mapping[str, Observation], last: Mapping[str, Observation], area: str) -> bool:
    """Return whether an area has a value at both periods."""
    ends = (first.get(area), last.get(area))
    return all(one is not None and one.value is not None for one in ends)


def _changes(
    data: MeasureData,
    before: Period,
    after: Period,
    areas: Sequence[str],
    unlike: Mapping[str, str],
    printed: MeasureData | None,
) -> dict[str, Value]:
    """Return the change of each area, as it is ``printed`` or else reckoned.

    ``unlike`` are the areas whose two values are not alike, and why.
    """
    said = {} if printed is None else printed.at(change_between(before, after))
    found = {}
    for area in areas:
        if area in unlike:
            found[area] = change_value(None, data.unit, missing=unlike[area])
        elif printed is None:
            found[area] = change_value(_change(data, before, after, area), data.unit)
        else:
            one = said.get(area)
            missing = "" if one is None else one.missing or ""
            found[area] = change_value(
                None if one is None else one.value, data.unit, missing=missing or _NOT_PRINTED
            )
    return found


def _printed_caveat(printed: MeasureData, before: Period, after: Period) -> Caveat:
    """Return whose the changes are, which do not follow from the two values."""
    period = change_between(before, after)
    tables = telling.table_names(printed.at(period).values())
    source = telling.source_words(printed.datasets_at(period), tables).removeprefix("Source: ")
    return Caveat(
        text=f"The changes are those that the publisher prints ({source.rstrip('.')}). The two "
        "values are of two publications, of which the later revises: the changes do not follow "
        "from them."
    )


def change_between(before: Period, after: Period) -> Period:
    """Return the period of a change from one period to another."""
    return Period(kind="change", start=before.end, end=after.end)


def _change(data: MeasureData, before: Period, after: Period, area: str) -> float | None:
    one, other = data.at(before).get(area), data.at(after).get(area)
    values = (None if one is None else one.value, None if other is None else other.value)
    if data.unit in _POINTS:
        return percentage_points(*values)
    return percent_change(*values)


def change_value(change: float | None, unit: str, *, missing: str = "") -> Value:
    """Return a change with its sign, to one decimal (see ``decimals``); points are told apart."""
    if change is None:
        reason = missing or "no value at one of the two periods"
        return Value(series=CHANGE, value=None, printed=DASH, missing=reason)
    number = f"{change:+,.{enough_for(change, 1)}f}".replace("-", "\N{MINUS SIGN}")
    if not number.strip("+\N{MINUS SIGN}0."):
        number = number.lstrip("+\N{MINUS SIGN}")
    sign = " points" if unit in _POINTS else "%"
    return Value(series=CHANGE, value=change, printed=f"{number}{sign}")


def _row(
    data: MeasureData,
    before: Period,
    after: Period,
    found: Ranking,
    ends: Ends,
    area: str,
    change: Value,
    own: str | None,
    chosen: Collection[str],
) -> Row:
    is_national = area == NATIONAL
    standout: Standout = (
        "national" if is_national else "own" if area == own else "chosen" if area in chosen else ""
    )
    standing = found.standing(area)
    out = next((one for one in found.left_out if one.force == area), None)
    values: tuple[Value, ...] = (
        value_at(data, data.at(before).get(area), BEFORE),
        value_at(data, data.at(after).get(area), AFTER),
        change,
    )
    if out is not None and not out.shown:
        values = tuple(_out(value, out) for value in values)
    is_apart = out is not None and out.shown and change.value is not None
    return Row(
        label=ENGLAND_AND_WALES if is_national else place_name(area),
        kind="national" if is_national else "values",
        values=values,
        period=f"{telling.short_period(before)} to {telling.short_period(after)}",
        unit=telling.unit_words(data.unit),
        area=area,
        force=ENGLAND_AND_WALES if is_national else force_name(area),
        standout=standout,
        rank="" if standing is None else rank_words(standing, found.n, is_change=True),
        position=NOT_RANKED
        if is_apart
        else ""
        if standing is None
        else position_words(standing, ends),
        side="" if is_apart else side_of(standing),
        note=_why(out) if is_apart and out is not None else "",
    )


def _why(out: LeftOut) -> str:
    return f"{LEFT_OUT}{out.reason[:1].lower()}{out.reason[1:].rstrip('.')}"


def _out(value: Value, out: LeftOut) -> Value:
    reason = value.missing or _why(out)
    return Value(series=value.series, value=None, printed=DASH, missing=reason)


def _with_caveats(row: Row, caveats: tuple[Caveat, ...]) -> Row:
    return msgspec.structs.replace(row, caveats=caveats) if caveats else row


def sorted_rows_by_change(
    rows: Sequence[Row], order: Order, *, falls_first: bool
) -> tuple[Row, ...]:
    """Return rows by their change (or by name), those without one last; see ``falls_lead``."""

    def key(row: Row) -> tuple[bool, float, str]:
        change = row.values[CHANGE].value
        name = row.label.casefold()
        if change is None:
            return (True, 0.0, name)
        by_change = (change if falls_first else -change) if order == "value" else 0.0
        return (False, by_change, name)

    return tuple(sorted(rows, key=key))


def _headline(
    data: MeasureData,
    rows: Sequence[Row],
    own: str | None,
    found: Ranking,
    *,
    national: Value | None,
    is_open: bool,
    is_printed: bool,
) -> str:
    """Return the finding; of two publications (``is_open``) it claims no change.

    A change that ``is_printed`` does not follow from the two values, which are then not named.
    """
    subject = headlines.subject(data.label, data.unit, catalogue().definition(data.measure))
    ours = next((row for row in rows if own is not None and row.area == own), None)
    if ours is None and is_open:
        if is_survey(data):
            return f"{subject}: survey estimates of two periods"
        return f"{subject}: values of two publications, of which the later revises"
    if ours is None:
        rose = sum(one.value > 0 for one in found.standings)
        fell = sum(one.value < 0 for one in found.standings)
        if fell >= rose:
            return f"{subject} fell in {fell} of {found.n} forces"
        return f"{subject} rose in {rose} of {found.n} forces"
    place, change = ours.label, ours.values[CHANGE]
    is_left_out = any(one.force == own for one in found.left_out)
    if change.value is None or is_left_out:
        why = "is left out, as not comparable" if is_left_out else "has no value to compare"
        return f"{subject}: {place} {why}"
    if is_open:
        values = f"{ours.values[BEFORE].printed} and {ours.values[AFTER].printed}"
        kind = "survey estimates" if is_survey(data) else "in two publications"
        return f"{subject} in {place}: {values}, {kind}"
    if national is not None and national.value is not None:
        words = headlines.comparison(change, national, unit="percent_change")
        return f"{subject} in {place} {words} in {ENGLAND_AND_WALES}"
    if is_printed:
        return f"{subject} in {place} {_by(change)}"
    words = headlines.movement(ours.values[BEFORE], ours.values[AFTER])
    return f"{subject} in {place} {words}"


def _by(change: Value) -> str:
    """Return a change that is printed as words: "rose by 1.5%"."""
    if not change.value:
        return "stayed the same"
    size = change.printed.lstrip("+\N{MINUS SIGN}")
    return f"{'rose' if change.value > 0 else 'fell'} by {size}"
