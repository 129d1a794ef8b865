# SPDX-License-Identifier: MIT
"""The change between two periods: a line for each force from then to now."""

from collections.abc import Collection, Sequence

import msgspec

from peelviewer.charts import headlines, telling
from peelviewer.charts.changes import AFTER, BEFORE, CHANGE, POINTS, Changes, changes
from peelviewer.charts.doubted import is_survey
from peelviewer.charts.focus import Focus
from peelviewer.charts.measured import MeasureData, force_name, place_name, value_at
from peelviewer.charts.permission import pages_note
from peelviewer.charts.positions import (
    CHANGE_RANK_NOTE,
    falls_lead,
    position_sentence,
    position_words,
    rank_words,
    side_of,
)
from peelviewer.charts.values import DASH, NOT_RANKED, Caveat, Chart, Order, Row, Standout, Value
from peelviewer.charts.wording import ENGLAND_AND_WALES, running, within
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL
from peelviewer.reference.catalogue import catalogue
from peelviewer.statistics.ranking import LeftOut


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
    focus = Focus(own, among, chosen)
    found = changes(data, before, after, printed)
    before, after = found.before, found.after
    shown = [force for force in found.forces if focus.shows(force)]
    rows = _rows(found, focus, shown, order)
    headline = _headline(found, rows, own)
    title = _title(found, len(shown))
    remarks = _remarks(found, own)
    notes = _notes(found, rows)
    datasets = data.datasets_at(before, after)
    chart = Chart(
        id=f"slope-{data.measure}-{data.unit}-{before.end.isoformat()}-{after.end.isoformat()}",
        kind="slope",
        headline=headline,
        title=title,
        series=(
            telling.short_period(before),
            telling.short_period(after),
            "Change, percentage points" if data.unit in POINTS else "Change, percent",
        ),
        rows=rows,
        measure=data.label,
        unit=telling.unit_words(data.unit),
        sign=telling.unit_sign(data.unit),
        source=telling.source_words(datasets, telling.table_names(found.observations)),
        licence=telling.licences(datasets),
        notes=notes,
        caveats=found.caveats,
        stem=telling.stem(data, f"to-{after.end:%Y-%m}-change", before, own),
        order=order,
        own=own,
        coverage=telling.coverage_words(found.ranking.n),
        rank_note=CHANGE_RANK_NOTE,
        remarks=remarks,
    )
    return telling.described(chart, "Slope chart of two periods")


# ---------------------------------------------------------------- rows


def _rows(found: Changes, focus: Focus, shown: Sequence[str], order: Order) -> tuple[Row, ...]:
    """Return a row for each force that is shown, by its change; that of the nation is the last."""
    rows = sorted_rows_by_change(
        [_row(found, area, focus.standout(area)) for area in shown],
        order,
        falls_first=falls_lead(found.ranking),
    )
    rows = tuple(_with_caveats(row, telling.of_area(found.caveats, row.area)) for row in rows)
    if found.has_national:
        rows = (*rows, _row(found, NATIONAL, "national"))
    return rows


def _row(found: Changes, area: str, standout: Standout) -> Row:
    data, before, after = found.data, found.before, found.after
    is_national = area == NATIONAL
    change = found.values[area]
    standing = found.ranking.standing(area)
    out = next((one for one in found.ranking.left_out if one.force == area), None)
    values: tuple[Value, ...] = (
        value_at(data, data.at(before).get(area), BEFORE),
        value_at(data, data.at(after).get(area), AFTER),
        change,
    )
    if out is not None and not out.shown:
        values = tuple(_out(value, out) for value in values)
    is_apart = out is not None and out.shown and change.value is not None
    # Where no change is claimed, a force is not said to be among the largest either.
    is_judged = standing is not None and not found.is_open
    position = position_words(standing, found.ends) if standing and is_judged else ""
    return Row(
        label=ENGLAND_AND_WALES if is_national else place_name(area),
        kind="national" if is_national else "values",
        values=values,
        period=f"{telling.short_period(before)} to {telling.short_period(after)}",
        unit=telling.unit_words(data.unit),
        area=area,
        force=ENGLAND_AND_WALES if is_national else force_name(area),
        standout=standout,
        rank="" if standing is None else rank_words(standing, found.ranking.n, is_change=True),
        position=NOT_RANKED if is_apart else position,
        side=side_of(standing) if is_judged and not is_apart else "",
        note=telling.left_out_words(out) if is_apart and out is not None else "",
    )


def _out(value: Value, out: LeftOut) -> Value:
    reason = value.missing or telling.left_out_words(out)
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


# ---------------------------------------------------------------- words


def _title(found: Changes, shown: int) -> str:
    count = telling.coverage_words(found.ranking.n)
    if shown < len(found.forces):
        count = f"{shown} force{'s' if shown != 1 else ''}, ranked among {count}"
    return (
        f"{telling.what_words(found.data.label, found.data.unit)}, "
        f"{telling.period_words(found.before)} and {telling.period_words(found.after)}, {count}"
    )


def _remarks(found: Changes, own: str | None) -> tuple[str, ...]:
    if own is None or found.is_open:
        return ()
    sentence = position_sentence(place_name(own), found.ranking, own, is_change=True)
    return (sentence,) if sentence else ()


def _notes(found: Changes, rows: Sequence[Row]) -> tuple[str, ...]:
    areas = {row.area for row in rows}
    said = [one for one in found.observations if one.area.id in areas]
    told = telling.told_areas(found.caveats, found.ranking.left_out)
    return (
        *telling.left_out_notes(found.ranking, when=" at one of the two periods"),
        *telling.source_notes(said, (found.before, found.after), told, found.caveats),
        *pages_note((*found.caveats, *found.ranking.left_out)),
    )


def _headline(found: Changes, rows: Sequence[Row], own: str | None) -> str:
    """Return the finding; where it is open (``Changes.is_open``), it claims no change.

    A change that is printed does not follow from the two values, which are then not named.
    """
    data = found.data
    subject = headlines.subject(data.label, data.unit, catalogue().definition(data.measure))
    ours = next((row for row in rows if own is not None and row.area == own), None)
    if ours is None:
        return f"{subject}{_of_all(found)}"
    place, change = ours.label, ours.values[CHANGE]
    is_left_out = any(one.force == own for one in found.ranking.left_out)
    if change.value is None or is_left_out:
        why = "is left out, as not comparable" if is_left_out else "has no value to compare"
        return f"{subject}: {running(place)} {why}"
    if found.is_open:
        values = f"{ours.values[BEFORE].printed} and {ours.values[AFTER].printed}"
        kind = "survey estimates" if is_survey(data) else "in two publications"
        return f"{subject} {within(place)}: {values}, {kind}"
    national = found.values[NATIONAL]
    if national.value is not None and (found.is_printed or not data.is_sum):
        words = headlines.comparison(change, national, unit="percent_change")
        return f"{subject} {within(place)} {words} in {ENGLAND_AND_WALES}"
    if found.is_printed:
        return f"{subject} {within(place)} {_by(change)}"
    words = headlines.movement(ours.values[BEFORE], ours.values[AFTER])
    return f"{subject} {within(place)} {words}"


def _of_all(found: Changes) -> str:
    """Return what is said of all forces, where none is in question, after the subject."""
    if found.is_open:
        if is_survey(found.data):
            return ": survey estimates of two periods"
        return ": values of two publications, of which the later revises"
    rose = sum(one.value > 0 for one in found.ranking.standings)
    fell = sum(one.value < 0 for one in found.ranking.standings)
    if fell >= rose:
        return f" fell in {fell} of {found.ranking.n} forces"
    return f" rose in {rose} of {found.ranking.n} forces"


def _by(change: Value) -> str:
    """Return a change that is printed as words: "rose by 1.5%"."""
    if not change.value:
        return "stayed the same"
    size = change.printed.lstrip("+\N{MINUS SIGN}")
    return f"{'rose' if change.value > 0 else 'fell'} by {size}"
