# SPDX-License-Identifier: MIT
"""Which lines of a measure are drawn over which periods, and what has to be said of them."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from peelviewer.charts.doubted import doubts_over_time, not_with_others, survey_caveat
from peelviewer.charts.make_up import breaks, changes_of_make_up
from peelviewer.charts.measured import MeasureData
from peelviewer.charts.permission import (
    check_forces,
    check_sources,
    check_years,
    inspection_year,
    inspection_years,
)
from peelviewer.charts.revisions import without_revised
from peelviewer.charts.values import Caveat, Standout
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL
from peelviewer.statistics.ranking import LeftOut


class Lines(NamedTuple):
    """Which lines are drawn over which periods, and what has to be said of them.

    ``columns`` are areas, each with how it stands out; ``left`` are the forces left out;
    ``broken`` is why the line of England and Wales begins anew, by the period it does so with.
    """

    data: MeasureData
    periods: Sequence[Period]
    columns: Sequence[tuple[str, Standout]]
    left: Sequence[LeftOut]
    broken: Mapping[Period, str]
    caveats: tuple[Caveat, ...]


def periods_of(
    data: MeasureData,
    areas: Collection[str],
    since: datetime.date | None,
    until: datetime.date | None,
) -> tuple[Sequence[Period], tuple[Caveat, ...]]:
    """Return the periods that are drawn, and what is said of those that were revised.

    Raises:
        ChartError: there are fewer than two.
    """
    periods = [
        period
        for period in data.periods
        if (since is None or period.end >= since) and (until is None or period.end <= until)
    ]
    if len(periods) < 2:
        raise ChartError(
            f"A trend needs two periods; there is {len(periods) or 'none'} of {data.label}."
        )
    unrevised, revised = without_revised(data, periods, areas)
    if len(unrevised) < 2:
        raise ChartError(
            f"A trend needs two periods; all but {len(unrevised) or 'none'} of {data.label} are of "
            "publications that a later one revises."
        )
    return unrevised, tuple(revised)


def lines_of(
    data: MeasureData,
    periods: Sequence[Period],
    of_forces: Sequence[tuple[str, Standout]],
    revised: Sequence[Caveat],
) -> Lines:
    """Return the lines of forces, with that of England and Wales after an own force's, or first.

    Raises:
        ChartError: there is no line.
        RefusedError: the measure may not be compared over these years.
    """
    areas = [area for area, _ in of_forces]
    warnings = check_years(data.measure, map(inspection_year, periods))
    years = {year for period in periods for year in inspection_years(period)}
    caveats, left = check_forces(data.measure, data.unit, areas, years)
    caveats = (*warnings, *caveats, *check_sources(data.datasets_at(*periods)))
    columns = list(of_forces)
    broken: Mapping[Period, str] = {}
    if not data.is_sum and any(_has_national(data, period) for period in periods):
        left_ids = {one.force for one in left}
        caveats = (*changes_of_make_up(data, periods, left_ids), *caveats)
        broken = breaks(data, periods, left_ids)
        has_own = any(standout == "own" for _, standout in of_forces)
        columns.insert(1 if has_own else 0, (NATIONAL, "national"))
    if not columns:
        raise ChartError("Choose a force to see its trend.")
    drawn = [area for area, _ in columns]
    said_of = [one for period in periods for area, one in data.at(period).items() if area in areas]
    noted, _ = not_with_others(said_of)
    caveats = (
        *survey_caveat(data),
        *revised,
        *doubts_over_time(data, periods, drawn),
        *noted,
        *caveats,
    )
    return Lines(data, periods, columns, left, broken, caveats)


def _has_national(data: MeasureData, period: Period) -> bool:
    one = data.national(period)
    return one is not None and one.value is not None
