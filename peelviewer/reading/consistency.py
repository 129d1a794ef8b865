# SPDX-License-Identifier: MIT
"""Consistency."""
from collections.abc import Sequence
from peelviewer.model.measure import Measure
from peelviewer.model.report import Inconsistency


def inconsistencies(measures: Sequence[Measure]) -> tuple[Inconsistency, ...]:
    """Return the inconsistencies."""
    return ()
