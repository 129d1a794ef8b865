# SPDX-License-Identifier: MIT
"""The national statistics that ship with the program (``data/statistics/*.csv``)."""

import functools

import msgspec

from peelviewer.errors import ReferenceDataError, StatisticsError
from peelviewer.model.statistics import LICENCE
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
        found = read_tidy(path)
    except (OSError, StatisticsError) as error:
        raise ReferenceDataError(
            f"{path}, which ships with PEEL Viewer, cannot be used ({error}): "
            "reinstall the program."
        ) from error
    # All of them are of the government (data/statistics/README.md).
    licensed = tuple(msgspec.structs.replace(one, licence=LICENCE) for one in found.datasets)
    return msgspec.structs.replace(found, datasets=licensed)
