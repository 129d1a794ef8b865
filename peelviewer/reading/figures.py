# SPDX-License-Identifier: MIT
"""Figures: caption, table or picture, source and notes, and what the annex says of each."""

import re
from collections.abc import Sequence

from peelviewer.model.report import Block, Figure, Section
from peelviewer.reading.captions import CAPTION
from peelviewer.reading.tables import columns_and_rows

_SOURCE = re.compile(r"source\s*:\s*", re.IGNORECASE)
_REFERENCE = re.compile(r"for further information\b.*annex", re.IGNORECASE | re.DOTALL)


def figures(sections: Sequence[Section]) -> tuple[Figure, ...]:
    """Return the numbered figures in order; the first caption of a number counts."""
    annexes = _annexes(sections)
    found: dict[int, Figure] = {}
    for section in sections:
        for index, block in enumerate(section.blocks):
            number = block.figure
            if block.kind == "caption" and number is not None and number not in found:
                group = [other for other in section.blocks[index:] if other.figure == number]
                found[number] = _figure(number, section, group, annexes.get(number))
    return tuple(found[number] for number in sorted(found))


def _annexes(sections: Sequence[Section]) -> dict[int, Section]:
    """Return the annex's section on each figure."""
    found: dict[int, Section] = {}
    for section in sections:
        caption = CAPTION.match(section.title)
        if section.kind == "annex" and caption:
            found.setdefault(int(caption[1]), section)
    return found


def _figure(number: int, section: Section, group: Sequence[Block], annex: Section | None) -> Figure:
    caption = group[0]
    table = next((block for block in group if block.kind == "table"), None)
    columns, rows = columns_and_rows(table.text) if table else ((), ())
    sources = [b.text for b in group if b.kind == "source" and _SOURCE.match(b.text)]
    notes = [
        block.text
        for block in group
        if block.kind == "source" and not _SOURCE.match(block.text) and not _refers(block.text)
    ]
    if annex is not None:
        notes += [block.text for block in annex.blocks if block.text]
    return Figure(
        number=number,
        title=_title(caption.text),
        section=section.id,
        page=caption.page,
        form="table" if table else "image",
        columns=columns,
        rows=rows,
        source=_SOURCE.sub("", sources[0]) if sources else None,
        notes=tuple(notes),
        footnotes=caption.footnotes,
        annex=annex.id if annex else None,
    )


def _title(caption: str) -> str:
    return CAPTION.sub("", caption, count=1)


def _refers(text: str) -> bool:
    """Whether a line only sends the reader to the annex."""
    return bool(_REFERENCE.match(text))
