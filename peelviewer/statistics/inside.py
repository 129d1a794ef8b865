# SPDX-License-Identifier: MIT
"""What the child behind the fence does to a file of statistics."""

from pathlib import Path

from peelviewer.statistics.datasets import Progress
from peelviewer.statistics.packing import packed
from peelviewer.statistics.reading import read_statistics


def read(tell: Progress, name: str) -> bytes:
    """Return what is in the file ``name``, packed.

    Raises:
        StatisticsError: nothing can be taken from it; the sentence says why.
    """
    return packed(read_statistics(Path(name), tell))
