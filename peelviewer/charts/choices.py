# SPDX-License-Identifier: MIT
"""What there is to choose from: the measures of statistics, each in each of its units."""

import functools
from collections.abc import Iterable, Sequence

from peelviewer.charts.measured import MeasureData, measure_data
from peelviewer.model.statistics import Dataset, Observation
from peelviewer.statistics.shipped import TABLES, shipped


def choices(
    observations: Iterable[Observation], datasets: Sequence[Dataset]
) -> tuple[MeasureData, ...]:
    """Return every measure and unit among ``observations``, in the order they come."""
    found: dict[tuple[str, str], list[Observation]] = {}
    for one in observations:
        found.setdefault((one.measure, one.unit), []).append(one)
    return tuple(
        measure_data(values, datasets, measure, unit) for (measure, unit), values in found.items()
    )


@functools.cache
def shipped_choices() -> tuple[MeasureData, ...]:
    """Return every measure of the statistics that ship with the program, read once."""
    return tuple(
        choice
        for table in TABLES
        for choice in choices(shipped(table).observations, shipped(table).datasets)
    )
