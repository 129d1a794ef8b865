# SPDX-License-Identifier: MIT
"""National statistics of the 43 forces: a file in, values out; ranks and changes.

No Qt, no database. The values themselves are in ``peelviewer.model.statistics``.
"""

from peelviewer.statistics.datasets import ImportedStatistics
from peelviewer.statistics.reading import read_statistics

__all__ = ["ImportedStatistics", "read_statistics"]
