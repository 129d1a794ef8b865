# SPDX-License-Identifier: MIT
"""What Markdown and plain text have in common: rows of cells, lone bullets, ends of pages."""

import re
from collections.abc import Iterable

from peelviewer.model.report import Mark
from peelviewer.reading.lines import BULLETS, Line, shifted

PAGE_FEED = "\f"
"""A line of nothing else is where a page ends."""
LONE_BULLET = re.compile(rf"\s*([{BULLETS.lstrip('*+')}])\s*$")
"""A line of nothing but a printed bullet: its item is on the line below."""


def row(
    number: int, cells: Iterable[tuple[str, tuple[Mark, ...]]], *, gap: bool, indent: int = 0
) -> Line:
    """Return a table's row on line ``number``: its cells, with their marks as the line's."""
    texts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for text, inner in cells:
        texts.append(text)
        marks.extend(shifted(inner, length))
        length += len(text) + 1
    return Line(
        number=number,
        text="\t".join(texts),
        marks=tuple(marks),
        cells=tuple(texts),
        gap=gap,
        indent=indent,
    )
