# SPDX-License-Identifier: MIT
"""The periods to choose from in the Compare view: their keys, their order, their words."""

import datetime
from collections.abc import Sequence

from peelviewer.charts.permission import inspection_year
from peelviewer.comparing.holdings import GRADE, Series
from peelviewer.model.measure import Period
from peelviewer.reference.months import month_words


def period_key(period: Period) -> str:
    """Return a text that stands for a period in a selection."""
    start = period.start.isoformat() if period.start else ""
    return f"{period.kind}/{start}/{period.end.isoformat()}"


def period_of(series: Series, key: str) -> Period | None:
    """Return the period of a key, if the series has it."""
    return next((period for period in series.periods if period_key(period) == key), None)


def comes_before(one: Period, other: Period) -> bool:
    """Return whether a period ends before another of its kind."""
    return one.kind == other.kind and one.end < other.end


def year_before(before: Sequence[Period], later: Period) -> Period | None:
    """Return which of the periods ``before`` (the latest first) a change begins with.

    That of a year earlier; without one the nearest that shares no month with the later one.
    """
    days = {period: (later.end - period.end).days for period in before}
    a_year = (period for period in before if days[period] in (365, 366))
    apart = (period for period in before if days[period] >= 365)
    return next(iter((*a_year, *apart, *before)), None)


def period_words(period: Period, unit: str = "") -> str:
    """Return a period for the list of periods: "12 months to March 2016", of grades a round."""
    if unit == GRADE:
        return f"Inspection of {inspection_year(period)}"
    if period.kind == "as at":
        return f"{period.end.day} {month_words(period.end)}"
    if period.kind == "change" and period.start is not None:
        return f"Year to {month_words(period.end)} on {_earlier(period.start, period.end)}"
    return f"12 months to {month_words(period.end)}"


def _earlier(start: datetime.date, end: datetime.date) -> str:
    return str(start.year) if start.month == end.month else month_words(start)


def span_words(periods: tuple[Period, ...]) -> str:
    """Return the years that periods (the latest first) cover: "2008 to 2018"."""
    first, last = periods[-1].end.year, periods[0].end.year
    return str(last) if first == last else f"{first} to {last}"
