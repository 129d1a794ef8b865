# SPDX-License-Identifier: MIT
"""A selection with the statistics that its charts are made from."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from peelviewer.charts.changes import change_between
from peelviewer.charts.measured import MeasureData, measure_data
from peelviewer.comparing.force_choices import chosen_forces, force_by_id, highlighted, own_force
from peelviewer.comparing.holdings import Holdings, Series, Similar
from peelviewer.comparing.period_choices import period_of
from peelviewer.comparing.selection import Selection
from peelviewer.comparing.statements import statement_of
from peelviewer.errors import ChartError
from peelviewer.model.measure import Measure, Period
from peelviewer.model.report import Report
from peelviewer.statistics.periods import months_between
from peelviewer.statistics.vocabulary import Heading, changed

_MOST_ROWS = 20  # of a profile of levels and changes


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A selection with all that its charts are made from."""

    selection: Selection
    own: str | None
    series: Series
    data: MeasureData
    report: Report | None
    similar: Similar | None = None

    @property
    def period(self) -> Period:
        """The period that is chosen."""
        return period_of(self.series, self.selection.period) or self.series.periods[0]

    @property
    def earlier(self) -> Period | None:
        """The period that the chosen one is compared with."""
        return period_of(self.series, self.selection.earlier)

    @property
    def among(self) -> tuple[str, ...] | None:
        """The forces to be shown; ``None`` for all.

        Raises:
            ChartError: none is chosen.
        """
        if self.selection.forces == "all":
            return None
        forces = chosen_forces(
            self.selection,
            force_by_id(self.own or ""),
            () if self.similar is None else self.similar.forces,
        )
        if not forces:
            raise ChartError("No force is chosen: tick some forces, or choose your own.")
        return forces

    @property
    def highlighted(self) -> tuple[str, ...]:
        """The forces that were typed."""
        return highlighted(self.selection.highlight)

    @property
    def statement(self) -> Measure | None:
        """What the open report prints, where it is about the own force."""
        if self.report is None or self.report.force.id != self.own:
            return None
        return statement_of(self.report, self.series.measure, self.series.unit, self.period)


def request_of(selection: Selection, holdings: Holdings, report: Report | None) -> Request | None:
    """Return a selection with its data; ``None`` where no statistics of the measure are held."""
    series = holdings.find(selection.measure, selection.unit)
    if series is None:
        return None
    own = own_of(selection, report)
    return Request(
        selection=selection,
        own=own,
        series=series,
        data=_data(holdings, series),
        report=report,
        similar=None if own is None else holdings.similar_to(own),
    )


def own_of(selection: Selection, report: Report | None) -> str | None:
    """Return the id of the force that is marked."""
    known = own_force(selection, report)
    return None if known is None else known.id


def at_period(request: Request) -> MeasureData:
    """Return the data of the chosen period alone, with the publications it is from."""
    values = tuple(one for one in request.data.observations if one.period == request.period)
    used = {one.dataset for one in values}
    return msgspec.structs.replace(
        request.data,
        observations=values,
        datasets=tuple(one for one in request.data.datasets if one.id in used),
    )


def pair(request: Request, earlier: Period, holdings: Holdings) -> MeasureData:
    """Return the data of a change, of one publication where one has both periods."""
    series = request.series
    values = holdings.pair(series.measure, series.unit, earlier, request.period)
    return measure_data(values, holdings.datasets_of(values), series.measure, series.unit)


def printed_changes(request: Request, earlier: Period, holdings: Holdings) -> MeasureData | None:
    """Return the changes of the number that a publication prints itself, where one does."""
    unit = request.series.unit
    if unit != "count" and not unit.startswith("per_"):
        return None
    period = change_between(earlier, request.period)
    known = Heading(request.series.measure, request.series.label, is_known=True)
    series = holdings.find(changed(known, months_between(period)).key, "percent_change")
    if series is None or period not in series.periods:
        return None
    return _data(holdings, series)


class Profile(NamedTuple):
    """The measures of a profile with their periods, and how many are ``aside`` for their number."""

    items: tuple[tuple[MeasureData, Period], ...]
    aside: int


def profile(request: Request, holdings: Holdings) -> Profile:
    """Return every measure of the chosen one's group, each at its latest period.

    Numbers that add up over the country say how large a force is, not where it stands: they are
    there only where one was chosen. Of the changes of a measure since the same day the latest is
    returned: publications keep the day and move the end. Of more than ``_MOST_ROWS`` measures
    changes and levels have profiles of their own: those of the chosen one's kind are returned.
    """
    items = []
    for one in holdings.series:
        if one.key == request.series.key:
            items.append((request.data, request.period))
        elif one.group == request.series.group and not (data := _data(holdings, one)).is_sum:
            items.append((data, one.periods[0]))
    items = _latest_changes(items, request.series.measure)
    alike = [item for item in items if item[0].is_change == request.data.is_change]
    kept = items if len(items) <= _MOST_ROWS else alike
    return Profile(tuple(kept), len(items) - len(kept))


def _latest_changes(
    items: Sequence[tuple[MeasureData, Period]], chosen: str
) -> list[tuple[MeasureData, Period]]:
    """Return the measures without changes since a day that are there with a later end, too."""

    def since(item: tuple[MeasureData, Period]) -> tuple[str, datetime.date | None]:
        return re.sub(r"_change_\d+[ym]$", "", item[0].measure), item[1].start

    latest: dict[tuple[str, datetime.date | None], datetime.date] = {}
    for item in items:
        latest[since(item)] = max(item[1].end, latest.get(since(item), item[1].end))
    return [
        item
        for item in items
        if item[1].start is None or item[0].measure == chosen or item[1].end == latest[since(item)]
    ]


def _data(holdings: Holdings, series: Series) -> MeasureData:
    values = holdings.observations(series.measure, series.unit)
    data = measure_data(values, holdings.datasets_of(values), series.measure, series.unit)
    others = holdings.superseded(series.measure, series.unit)
    return msgspec.structs.replace(data, others=others)
