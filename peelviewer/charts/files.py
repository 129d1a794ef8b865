# SPDX-License-Identifier: MIT
"""Saving charts, their data and workbooks as files; no Qt."""

from pathlib import Path

from peelviewer.errors import ChartError
from peelviewer.files import replace_file


def write_atomically(path: Path, content: bytes, what: str = "chart") -> None:
    """Write a file whole or not at all.

    Raises:
        ChartError: the file cannot be written; the sentence names ``what``.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        replace_file(path, content)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ChartError(
            f"The {what} could not be saved as {path}: {reason}. Choose another place."
        ) from error
