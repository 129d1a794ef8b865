# SPDX-License-Identifier: MIT
"""The national statistics that ship with the program (``data/statistics/*.csv``)."""

import functools

from peelviewer.errors import ReferenceDataError, StatisticsError
from peelviewer.paths import bundled
from peelviewer.statistics.datasets import ImportedStatistics
from peelviewer.statistics.tidy import read_tidy

TABLES = (
    "anti_social_behaviour",
    "anti_social_behaviour_change",
    "crime_rates",
    "effectiveness_grades",
    "officers",
    "outcomes",
    "population",
)


@functools.cache
def shipped(table: str) -> ImportedStatistics:
    """Return one shipped table, one of ``TABLES``, read once.

    Raises:
        ReferenceDataError: the file is missing or damaged.
    """
    path = bundled(f"data/statistics/{table}.csv")
    try:
        return read_tidy(path)
    except (OSError, StatisticsError) as error:
        raise ReferenceDataError(
            f"{path}, which ships with PEEL Viewer, cannot be used ({error}): "
            "reinstall the program."
        ) from error
