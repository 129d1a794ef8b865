# SPDX-License-Identifier: MIT
"""All forces on one measure: ranked bars, and the same as tiles of a map."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from peelviewer.charts import telling
from peelviewer.charts.doubted import impossible_shares, is_survey, not_with_others, survey_caveat
from peelviewer.charts.focus import Focus
from peelviewer.charts.measured import MeasureData, all_or_few, force_name, place_name, value_at
from peelviewer.charts.permission import check_forces, check_sources, inspection_years
from peelviewer.charts.positions import (
    CHANGE_RANK_NOTE,
    RANK_NOTE,
    Ends,
    ends_of,
    falls_lead,
    position_sentence,
    position_words,
    quarter,
    rank_words,
    side_of,
)
from peelviewer.charts.quarters import classes, shade_of
from peelviewer.charts.ranked_words import headline_of, notes_of, title_of
from peelviewer.charts.values import (
    DASH,
    NOT_RANKED,
    Caveat,
    Chart,
    Class,
    Order,
    Reference,
    Row,
    Standout,
    Value,
)
from peelviewer.charts.wording import ENGLAND_AND_WALES
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL
from peelviewer.statistics.ranking import LeftOut, Ranking, ranking


class Compared(NamedTuple):
    """Forces on one measure and period, ranked: what ranked bars and tiles have in common.

    Ranks are always among all forces; ``rows`` are those to be shown, sorted.
    """

    data: MeasureData
    period: Period
    own: str | None
    order: Order
    ranking: Ranking
    rows: tuple[Row, ...]
    national: Row | None
    headline: str
    title: str
    remarks: tuple[str, ...]
    notes: tuple[str, ...]
    caveats: tuple[Caveat, ...]


def ranked_chart(
    data: MeasureData,
    period: Period,
    *,
    own: str | None = None,
    among: Collection[str] | None = None,
    chosen: Collection[str] = (),
    order: Order = "value",
    references: tuple[Reference, ...] = (),
) -> Chart:
    """Return ranked bars of the forces ``among`` (ids; ``None``: all) at one period.

    ``own`` is the force in question, ``chosen`` those to be highlighted. Ranks and the bands of
    25 percent are always among all forces that have a comparable value.

    Raises:
        ChartError: there is no value at this period.
        RefusedError: the measure may not be compared between forces.
    """
    found = compared(data, period, Focus(own, among, chosen), order)
    return _chart(found, "ranked", "Ranked bars", references=references)


def tile_chart(
    data: MeasureData,
    period: Period,
    *,
    own: str | None = None,
    among: Collection[str] | None = None,
    chosen: Collection[str] = (),
    references: tuple[Reference, ...] = (),
) -> Chart:
    """Return a map of tiles, one for each force, in four classes of a quarter of the forces each.

    Forces that are not ``among`` the wanted ones are quiet tiles. Errors are those of
    ``ranked_chart``.
    """
    found = compared(data, period, Focus(own, among, chosen))
    return _chart(
        found,
        "tiles",
        "Tile map",
        references=references,
        classes=classes(data, period, found.ranking),
    )


def _chart(
    found: Compared,
    kind: str,
    what: str,
    *,
    references: tuple[Reference, ...],
    classes: tuple[Class, ...] = (),
) -> Chart:
    data = found.data
    rows = (*found.rows, *(() if found.national is None else (found.national,)))
    tables = telling.table_names(data.at(found.period).values())
    chart = Chart(
        id=f"{kind}-{data.measure}-{data.unit}-{found.period.end.isoformat()}",
        kind="ranked" if kind == "ranked" else "tiles",
        headline=found.headline,
        title=found.title,
        series=(telling.heading_words(data),),
        rows=rows,
        measure=data.label,
        unit=telling.unit_words(data.unit),
        sign=telling.unit_sign(data.unit),
        source=telling.source_words(data.datasets_at(found.period), tables),
        licence=telling.licences(data.datasets_at(found.period)),
        notes=found.notes,
        caveats=found.caveats,
        stem=telling.stem(data, kind, found.period, found.own),
        order=found.order,
        own=found.own,
        coverage=telling.coverage_words(found.ranking.n),
        rank_note=CHANGE_RANK_NOTE if found.data.is_change else RANK_NOTE,
        remarks=found.remarks,
        references=references,
        classes=classes,
    )
    return telling.described(chart, what)


def compared(data: MeasureData, period: Period, focus: Focus, order: Order = "value") -> Compared:
    """Return the forces ranked, with everything that is to be said of them.

    Raises:
        ChartError: there is no value at this period.
        RefusedError: the measure may not be compared between forces.
    """
    found = _standings(data, period)
    ranks, own = found.ranking, focus.own
    shown = [force for force in found.forces if focus.shows(force)]
    rows = [_row(found, force, focus.standout(force)) for force in shown]
    national = _national_row(data, period)
    told = (*rows, *(() if national is None else (national,)))
    sentence = (
        ""
        if own is None
        else position_sentence(
            place_name(own), ranks, own, is_change=data.is_change, is_number=data.is_sum
        )
    )
    return Compared(
        data=data,
        period=period,
        own=own,
        order=order,
        ranking=ranks,
        rows=sorted_rows(rows, order, falls_first=falls_lead(ranks, is_change=data.is_change)),
        national=national,
        headline=headline_of(data, period, ranks, national, own),
        title=title_of(data, period, ranks, len(shown), len(found.forces)),
        remarks=(sentence,) if sentence and not is_survey(data) else (),
        notes=notes_of(data, period, ranks, told, found.caveats),
        caveats=found.caveats,
    )


class _Standings(NamedTuple):
    """All forces on one measure and period, ranked, and what has to be said of them.

    ``is_judged``: whether the ends are the 25 percent by the report's rule. A plain number says how
    large a force is, and of estimates chance may decide.
    """

    data: MeasureData
    period: Period
    forces: Sequence[str]
    ranking: Ranking
    ends: Ends
    is_judged: bool
    caveats: tuple[Caveat, ...]


def _standings(data: MeasureData, period: Period) -> _Standings:
    present = data.at(period)
    everyone = all_or_few(present)
    if not everyone:
        raise ChartError(
            f"There is no value of {data.label} for {telling.period_words(period)}: "
            "choose another period."
        )
    caveats, excluded = check_forces(data.measure, data.unit, everyone, inspection_years(period))
    there = [present[force] for force in everyone if force in present]
    noted, apart = not_with_others(there)
    odd = impossible_shares(data, there)
    several = check_sources(data.datasets_at(period))
    values = {force: present[force].value if force in present else None for force in everyone}
    found = ranking(values, (*excluded, *apart))
    return _Standings(
        data=data,
        period=period,
        forces=everyone,
        ranking=found,
        ends=ends_of(found, is_change=data.is_change),
        is_judged=not (data.is_sum or is_survey(data)),
        caveats=(*survey_caveat(data), *caveats, *noted, *odd, *several),
    )


# ---------------------------------------------------------------- rows


def _row(found: _Standings, force: str, standout: Standout) -> Row:
    data, period, ranks = found.data, found.period, found.ranking
    one = data.at(period).get(force)
    standing = ranks.standing(force)
    out = next((left for left in ranks.left_out if left.force == force), None)
    value = value_at(data, one)
    is_apart = out is not None and out.shown and value.value is not None
    if out is not None and not is_apart:
        value = Value(series=0, value=None, printed=DASH, missing=_why(out, value))
    return Row(
        label=place_name(force),
        values=(value,),
        period=telling.period_words(period),
        unit=telling.unit_words(data.unit),
        caveats=telling.of_area(found.caveats, force),
        area=force,
        force=force_name(force),
        standout=standout,
        rank="" if standing is None else rank_words(standing, ranks.n, is_change=data.is_change),
        position=NOT_RANKED
        if is_apart
        else ""
        if standing is None or not found.is_judged
        else position_words(standing, found.ends),
        side="" if is_apart or not found.is_judged else side_of(standing),
        note=_why(out, value) if is_apart and out is not None else "",
        shade=None if standing is None else shade_of(data, ranks, quarter(standing, ranks.n)),
        noted=telling.noted(one, found.caveats),
    )


def _why(out: LeftOut, value: Value) -> str:
    if value.value is None and value.missing:
        return value.missing
    return telling.left_out_words(out)


def _national_row(data: MeasureData, period: Period) -> Row | None:
    one = data.national(period)
    if one is None or one.value is None:
        return None
    return Row(
        label=ENGLAND_AND_WALES,
        kind="total" if data.is_sum else "national",
        values=(value_at(data, one),),
        period=telling.period_words(period),
        unit=telling.unit_words(data.unit),
        area=NATIONAL,
        force=ENGLAND_AND_WALES,
        standout="national",
    )


def sorted_rows(rows: Sequence[Row], order: Order, *, falls_first: bool) -> tuple[Row, ...]:
    """Return rows by value or by name, unranked ones and those without a value last.

    Equal values are in the order of their names.

    Values begin with the highest, or with the largest fall.
    """

    def key(row: Row) -> tuple[bool, float, str]:
        value = row.values[0].value
        name = row.label.casefold()
        if value is None or row.position == NOT_RANKED:
            return (True, float(value is None), name)
        by_value = (value if falls_first else -value) if order == "value" else 0.0
        return (False, by_value, name)

    return tuple(sorted(rows, key=key))
