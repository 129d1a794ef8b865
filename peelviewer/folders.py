# SPDX-License-Identifier: MIT
"""What a folder has that could be reports."""

import os
from collections.abc import Callable
from pathlib import Path

SUFFIXES = frozenset((".pdf", ".md", ".markdown", ".mdown", ".txt", ".text", ".json"))
"""What is looked at inside a folder; a file that is named is tried whatever its name."""

_STEP = 50  # folders


def reports_below(folder: Path, tell: Callable[[], None] = lambda: None) -> tuple[Path, ...]:
    """Return the files that could be reports in ``folder`` and those below it, in order.

    Hidden ones are passed over. A folder that cannot be looked into is returned itself, for
    `why_nothing` to say so. What ``tell``, called every few folders, raises ends the looking: a
    folder may be the whole disk.
    """
    closed: list[Path] = []

    def note(error: OSError) -> None:
        closed.append(Path(error.filename))

    found: list[Path] = []
    for number, (below, folders, names) in enumerate(os.walk(folder, onerror=note)):
        if number % _STEP == 0:
            tell()
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(below, name) for name in names if not name.startswith("."))
        found += (path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file())
    return tuple(sorted((*found, *closed)))


def why_nothing(folder: Path) -> str:
    """Return the sentence on a folder of which no file was read."""
    try:
        os.scandir(folder).close()
    except OSError as error:
        return (
            f"The folder {folder} cannot be looked into ({error.strerror}): give yourself the "
            "right to read it."
        )
    return f"There is no report in the folder {folder}: it takes PDF, Markdown or text files."
