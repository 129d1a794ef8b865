# SPDX-License-Identifier: MIT
"""Headings and the lines below them to the parts that sections are made of."""

from collections.abc import Sequence

import msgspec

from peelviewer.reading.actions import mark_actions
from peelviewer.reading.blocks import blocks
from peelviewer.reading.drafts import Draft
from peelviewer.reading.footnotes import Separated
from peelviewer.reading.graphic import pairs
from peelviewer.reading.headings import Heading
from peelviewer.reading.identity import Identity
from peelviewer.reading.lines import callouts, printed
from peelviewer.reading.outline import Contents
from peelviewer.reading.sections import Part, kind_of_title
from peelviewer.reading.tables import with_groups


def parts(
    separated: Separated,
    known: Sequence[int | None],
    found: Sequence[Heading],
    named: Identity,
    listed: Contents | None,
) -> tuple[list[Part], tuple[str, ...]]:
    """Return the cover's and every heading's section, and what stands above the report's title.

    ``known`` are the pages of the lines that ``separated`` was made of. What stands before a
    contents page that names pages is the cover, page 1 where its own is not known.
    """
    flow = [
        msgspec.structs.replace(line, page=known[place])
        for place, line in zip(separated.places, separated.flow, strict=True)
    ]
    made: list[Part] = []
    first = found[0].first
    title = next((i for i, line in enumerate(flow) if line.number == named.title_line), None)
    above: tuple[str, ...] = ()
    if title is not None and title < first:
        above = tuple(printed(line) for line in flow[:title])
        page = 1 if listed and any(heading.page for heading in found) else None
        on_cover = [
            msgspec.structs.replace(line, page=page if line.page is None else line.page)
            for line in flow[title:first]
        ]
        cover = Part(title=named.title, level=1, page=on_cover[0].page, kind="front")
        cover.drafts = blocks(on_cover[1:])
        made.append(cover)
    numbers = 0  # the level of the heading in whose section numbers stand, 0 outside of one
    for heading, following in zip(found, [*found[1:], None], strict=True):
        body = with_groups(flow[heading.end : following.first if following else len(flow)])
        if heading.level <= numbers or not numbers:
            is_numbers = kind_of_title(heading.title, heading.level) == "numbers"
            numbers = heading.level if is_numbers else 0
        drafts = blocks(pairs(body, named.force) if numbers else body)
        mark_actions(drafts)
        made.append(_part(heading, drafts, flow[heading.first].page))
    return made, above


def _part(heading: Heading, drafts: list[Draft], page: int | None) -> Part:
    """Return the part under ``heading``, which stands on ``page``."""
    return Part(
        title=heading.title,
        level=heading.level,
        footnotes=callouts(heading.marks),
        page=page,
        listed=heading.listed,
        drafts=drafts,
    )
