# SPDX-License-Identifier: MIT
"""Observations as a pandas table, for exports and for who works with them in Python."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peelviewer.model.statistics import Observation

if TYPE_CHECKING:
    import pandas


def as_frame(observations: Iterable[Observation]) -> "pandas.DataFrame":
    """Return one row a value: force_id, measure, unit, period and value, missing ones as NaN."""
    import pandas

    return pandas.DataFrame(
        [
            {
                "force_id": one.area.id,
                "force_name": one.area.name,
                "area": one.area.kind,
                "measure": one.measure,
                "unit": one.unit,
                "period_kind": one.period.kind,
                "period_start": one.period.start,
                "period_end": one.period.end,
                "value": float("nan") if one.value is None else one.value,
                "dataset": one.dataset,
            }
            for one in observations
        ]
    )
