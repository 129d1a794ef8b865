# SPDX-License-Identifier: MIT
"""Rates, shares and changes, each from inputs that the caller names; ``None`` stays ``None``."""


def rate(count: float | None, base: float | None, per: float = 1000) -> float | None:
    """Return ``count`` for every ``per`` of ``base``; ``None`` without either of them."""
    if count is None or base is None or base <= 0:
        return None
    return count / base * per


def share(part: float | None, whole: float | None) -> float | None:
    """Return ``part`` in percent of ``whole``."""
    return rate(part, whole, 100)


def percent_change(before: float | None, after: float | None) -> float | None:
    """Return the change from ``before`` to ``after`` in percent of ``before``.

    ``None`` where either is missing, or ``before`` is zero or less: no percentage exists.
    """
    if before is None or after is None or before <= 0:
        return None
    return (after - before) / before * 100


def percentage_points(before: float | None, after: float | None) -> float | None:
    """Return the difference of two percentages, in percentage points."""
    return None if before is None or after is None else after - before


def change_in_rate(
    count_before: float | None,
    base_before: float | None,
    count_after: float | None,
    base_after: float | None,
) -> float | None:
    """Return the change of a rate in percent, from the counts and the bases of both periods.

    Figure 3 of the effectiveness 2016 reports is rebuilt so: incidents of anti-social behaviour in
    the twelve months to March 2015 and to March 2016 over the population at mid-2015, both years.
    """
    return percent_change(rate(count_before, base_before), rate(count_after, base_after))
