# SPDX-License-Identifier: MIT
"""Writing a file whole or not at all."""

import os
import uuid
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write beside ``path`` and rename: a full disk leaves no half file, and what was there stays.

    Raises:
        OSError: it cannot be written.
        ValueError: no file can have that name.
    """
    part: Path | None = None
    try:
        beside = path.with_name(f".{path.name}.{os.getpid()}.{uuid.uuid4().hex[:8]}.part")
        # Not tempfile's: its files are for their owner only; a result is shared as any file is.
        with beside.open("xb") as file:
            part = beside
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except (OSError, ValueError):
        if part is not None:
            part.unlink(missing_ok=True)
        raise
