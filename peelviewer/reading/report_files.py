# SPDX-License-Identifier: MIT
"""Any file that can hold a report: its own JSON is decoded, all else is read behind the fence."""

from collections.abc import Callable
from pathlib import Path

from peelviewer.errors import ReadingError
from peelviewer.fence.outside import Cancelled
from peelviewer.model import codec
from peelviewer.model.report import Report
from peelviewer.reading.fence import read_fenced


def is_json(path: Path) -> bool:
    """Return whether a file is a report's own JSON, by its name."""
    return path.suffix.lower() == ".json"


def read_report_file(
    path: Path,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Cancelled | None = None,
) -> Report:
    """Return the report in ``path``; ``progress`` and ``cancelled`` as for ``read_fenced``.

    Raises:
        PeelViewerError: a sentence that names the file.
        CancelledError: ``cancelled()`` returned true.
    """
    if not is_json(path):
        return read_fenced(path, progress, cancelled)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadingError(f"There is no file {path}.") from error
    except OSError as error:
        raise ReadingError(f"{path} cannot be read ({error.strerror}).") from error
    return codec.decode(data, str(path))
