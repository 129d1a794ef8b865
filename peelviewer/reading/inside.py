# SPDX-License-Identifier: MIT
"""What the child behind the fence does to a report's file."""

from collections.abc import Callable
from pathlib import Path

from peelviewer.model import codec
from peelviewer.reading import reader


def read(tell: Callable[[str, float], None], name: str) -> bytes:
    """Return the JSON of the report in the file ``name``.

    Raises:
        ReadingError: there is none; the sentence says why.
    """
    return codec.encode(reader.read(Path(name), tell))
