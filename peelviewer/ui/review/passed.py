# SPDX-License-Identifier: MIT
"""What is said of files that did not come under review: refused, copies, in the library already."""

from collections.abc import Sequence

from peelviewer.charts.wording import listed
from peelviewer.ui.review.arrivals import Arrival
from peelviewer.ui.wording import counted


def summary(arrivals: Sequence[Arrival]) -> str:
    """Return in a sentence how many of the files are not under review, and why; else nothing."""
    refused = sum(arrival.error is not None for arrival in arrivals)
    known = sum(arrival.known is not None for arrival in arrivals)
    twins = sum(arrival.twin is not None for arrival in arrivals)
    parts = []
    if refused:
        parts.append(f"{refused} could not be read")
    if known:
        parts.append(f"{known} {'is' if known == 1 else 'are'} in the library already")
    if twins:
        parts.append(f"{twins} {'is a copy of another' if twins == 1 else 'are copies of others'}")
    if not parts:
        return ""
    return f"Of {counted(len(arrivals), 'file')}, {listed(parts)}."


def why(arrival: Arrival) -> str:
    """Return why a file is not under review; nothing where it is."""
    if arrival.error is not None:
        return str(arrival.error)
    if arrival.known is not None:
        return "Is in the library already."
    if arrival.twin is not None:
        return f"Is the same file as {arrival.twin}."
    return ""
