# SPDX-License-Identifier: MIT
"""What kind of file a report was read from, by the rules of the reader.

A text is read as one by its ending, or without one if it is no PDF; whatever else was read is a
PDF, whatever its name, or the JSON of a report. ``reading.files`` is not imported for it: this is
on the window's start path.
"""

from pathlib import Path

TEXTS = frozenset((".md", ".markdown", ".mdown", ".txt", ".text"))
JSON = ".json"


def is_text(path: Path) -> bool:
    """Return whether the file has lines that can be shown."""
    ending = path.suffix.lower()
    return ending in TEXTS or (not ending and not _begins_as_pdf(path))


def has_pages(path: Path) -> bool:
    """Return whether the file has pages that can be shown."""
    return path.suffix.lower() != JSON and not is_text(path)


def _begins_as_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError:  # the pane says why it cannot be shown
        return True
