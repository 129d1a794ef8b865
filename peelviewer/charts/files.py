# SPDX-License-Identifier: MIT
"""Writing a file whole or not at all; no Qt."""

import os
import uuid
from pathlib import Path

from peelviewer.errors import ChartError


def write_atomically(path: Path, content: bytes, what: str = "chart") -> None:
    """Write beside ``path`` and rename: a full disk leaves no half file behind.

    Raises:
        ChartError: the file cannot be written; the sentence names ``what``.
    """
    part: Path | None = None
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        beside = path.with_name(f".{path.name}.{os.getpid()}.{uuid.uuid4().hex[:8]}.part")
        # Not tempfile's: its files are for their owner only; a picture is shared as any file is.
        with beside.open("xb") as file:
            part = beside
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except (OSError, ValueError) as error:
        if part is not None:
            part.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise ChartError(
            f"The {what} could not be saved as {path}: {reason}. Choose another place."
        ) from error
