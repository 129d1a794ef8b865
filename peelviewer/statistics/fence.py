# SPDX-License-Identifier: MIT
"""Files of statistics read behind the fence (``peelviewer.fence``): native code reads workbooks."""

import logging
from pathlib import Path

from peelviewer.errors import StatisticsError
from peelviewer.fence import outside
from peelviewer.fence.outside import USUAL, Job, Limits, Matter
from peelviewer.statistics.datasets import ImportedStatistics, Progress
from peelviewer.statistics.packing import UnpackingError, unpacked

_READ = "peelviewer.statistics.inside:read"
_TABLE = Matter("published table", StatisticsError)

_log = logging.getLogger(__name__)


def read_fenced(
    path: Path, progress: Progress | None = None, limits: Limits = USUAL
) -> ImportedStatistics:
    """Return the statistics in a file, read in a child process.

    ``progress(stage, fraction)`` is called on the caller's thread at least ten times a second;
    what it raises (``CancelledError``) ends the reading at once.

    Raises:
        StatisticsError: as for ``read_statistics``, and if reading the file crashed, took too long
            or too much memory; the sentence names the file, and nothing of it was taken.
    """
    data = outside.call_telling(Job(_READ, (str(path),), path, _TABLE, limits), progress)
    try:
        return unpacked(data)
    except UnpackingError as error:
        _log.exception("The statistics read from %s are not valid", path)
        raise StatisticsError(outside.our_mistake(path)) from error
