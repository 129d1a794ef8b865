# SPDX-License-Identifier: MIT
"""Writing a file whole or not at all; no Qt."""

import os
import tempfile
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
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # mkstemp makes files for their owner only; a picture is to be shared as any new file is.
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(0o666 & ~mask)
        part.replace(path)
    except (OSError, ValueError) as error:
        if part is not None:
            part.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise ChartError(
            f"The {what} could not be saved as {path}: {reason}. Choose another place."
        ) from error
