# SPDX-License-Identifier: MIT
"""Measures."""
from collections.abc import Mapping
from peelviewer.model.measure import Measure
from peelviewer.model.report import Report
from peelviewer.reading.drafts import Pair


def measures(report: Report, pairs: Mapping[str, Pair]) -> tuple[Measure, ...]:
    """Return the report's measures."""
    return ()
