# SPDX-License-Identifier: MIT
"""The change of each force between two periods: reckoned or as printed, ranked, and its caveats."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from peelviewer.charts import telling
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
from peelviewer.charts.measured import MeasureData, all_or_few
from peelviewer.charts.permission import (
    RefusedError,
    check_forces,
    check_overlap,
    check_sources,
    check_years,
    inspection_year,
    inspection_years,
)
from peelviewer.charts.positions import Ends, ends_of
from peelviewer.charts.values import DASH, Caveat, Value
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL, Observation
from peelviewer.statistics.calculation import percent_change, percentage_points
from peelviewer.statistics.doubts import over_time
from peelviewer.statistics.ranking import LeftOut, Ranking, ranking

BEFORE, AFTER, CHANGE = 0, 1, 2
_OF_OTHERS = "the two figures are not of the same forces"
_NOT_PRINTED = "the publisher prints no change"
POINTS = ("percent", "percent_change")
"""Units of which a change is in percentage points."""


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The changes of a measure from ``before`` to ``after``, and what has to be said of them.

    ``values`` are by area, that of England and Wales too; ``forces`` are all that have a value at
    one of the periods. ``is_printed`` where the changes are the publisher's own. ``is_open`` where
    words claim no change, as a later publication revises, or both values are estimates.
    """

    data: MeasureData
    before: Period
    after: Period
    forces: tuple[str, ...]
    values: Mapping[str, Value]
    ranking: Ranking
    ends: Ends
    caveats: tuple[Caveat, ...]
    is_printed: bool
    is_open: bool

    @property
    def has_national(self) -> bool:
        """Whether England and Wales have a figure at both periods that can be set beside forces."""
        first, last = self.data.at(self.before), self.data.at(self.after)
        return not self.data.is_sum and _has_both(first, last, NATIONAL)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The values of both periods."""
        first, last = self.data.at(self.before), self.data.at(self.after)
        return (*first.values(), *last.values())


def changes(
    data: MeasureData, before: Period, after: Period, printed: MeasureData | None = None
) -> Changes:
    """Return the changes from the earlier of two periods to the later, ranked among all forces.

    They are in percent of the earlier value; of percentages they are in percentage points. They
    are reckoned from the values in full; where a publisher prints them, ``printed`` stand for them.

    Raises:
        ChartError: the periods are the same, or one of them has no values.
        RefusedError: the measure may not be compared between these years.
    """
    if before.end > after.end:
        before, after = after, before
    periods = (before, after)
    first, last = data.at(before), data.at(after)
    if before == after or not first or not last:
        raise ChartError(f"A change of {data.label} needs two periods that have values.")
    warnings = check_years(data.measure, map(inspection_year, periods))
    everyone = all_or_few(known for present in (first, last) for known in present)
    years = {*inspection_years(before), *inspection_years(after)}
    of_forces, left = check_forces(data.measure, data.unit, everyone, years)
    broken = _broken(data, before, after, everyone)
    noted, apart = not_with_others(present[force] for present in (first, last) for force in present)
    left = (*left, *apart, *(LeftOut(force, BROKEN, shown=True) for force in broken))
    out = {one.force for one in left}
    make_up = () if data.is_sum else changes_of_make_up(data, periods, out)
    unlike = dict.fromkeys(broken, BROKEN)
    if make_up and printed is None:
        unlike[NATIONAL] = _OF_OTHERS
    values = _values(data, periods, (*everyone, NATIONAL), unlike, printed)
    found = ranking({force: values[force].value for force in everyone}, left)
    return Changes(
        data=data,
        before=before,
        after=after,
        forces=tuple(everyone),
        values=values,
        ranking=found,
        ends=ends_of(found, is_change=True),
        caveats=(
            *(() if printed is None else (_printed_caveat(printed, before, after),)),
            *survey_caveat(data),
            *make_up,
            *warnings,
            *of_forces,
            *noted,
            *doubts_over_time(data, periods, (*everyone, NATIONAL)),
            *check_overlap(before, after),
            *check_sources(data.datasets_at(before, after)),
        ),
        is_printed=printed is not None,
        is_open=(printed is None and len(data.datasets_at(before, after)) > 1) or is_survey(data),
    )


def _broken(
    data: MeasureData, before: Period, after: Period, everyone: Collection[str]
) -> Collection[str]:
    """Return the forces whose figures are not comparable over time.

    Raises:
        RefusedError: those of all forces are not.
    """
    first, last = data.at(before), data.at(after)
    both = [force for force in everyone if _has_both(first, last, force)]
    broken = breaks_over_time(data, (before, after))
    if both and all(force in broken for force in both):
        raise RefusedError(over_time(last[both[0]].note))
    return broken


def _has_both(first: Mapping[str, Observation], last: Mapping[str, Observation], area: str) -> bool:
    """Return whether an area has a value at both periods."""
    ends = (first.get(area), last.get(area))
    return all(one is not None and one.value is not None for one in ends)


def _values(
    data: MeasureData,
    periods: tuple[Period, Period],
    areas: Sequence[str],
    unlike: Mapping[str, str],
    printed: MeasureData | None,
) -> dict[str, Value]:
    """Return the change of each area, as it is ``printed`` or else reckoned.

    ``unlike`` are the areas whose two values are not alike, and why.
    """
    said = {} if printed is None else printed.at(change_between(*periods))
    found = {}
    for area in areas:
        if area in unlike:
            found[area] = change_value(None, data.unit, missing=unlike[area])
        elif printed is None:
            found[area] = change_value(_change(data, *periods, area), data.unit)
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
    if data.unit in POINTS:
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
    sign = " points" if unit in POINTS else "%"
    return Value(series=CHANGE, value=change, printed=f"{number}{sign}")
