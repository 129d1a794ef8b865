# SPDX-License-Identifier: MIT
"""What kind of file a report was read from, by the rules of the reader.

A text is read as one by its ending; whatever else was read is a PDF, whatever its name, or the
JSON of a report. ``reading.files`` is not imported for it: this is on the window's start path.
"""

from pathlib import Path

TEXTS = frozenset((".md", ".markdown", ".mdown", ".txt", ".text"))
JSON = ".json"


def is_text(path: Path) -> bool:
    """Return whether the file has lines that can be shown."""
    return path.suffix.lower() in TEXTS


def has_pages(path: Path) -> bool:
    """Return whether the file has pages that can be shown."""
    return path.suffix.lower() not in TEXTS | {JSON}
