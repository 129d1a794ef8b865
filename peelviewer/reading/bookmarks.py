# SPDX-License-Identifier: MIT
"""Structure that a file brings along: its outline, or the sizes of its headings.

Either is put in the form of a contents page, so that its titles are looked for in the text in the
same way: a title that the text does not have is no heading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.reading import levels as levels_of
from peelviewer.reading.actions import Box, heads_box
from peelviewer.reading.captions import APPARATUS, CAPTION
from peelviewer.reading.chapters import ANNEX, REPORT, chapter_levels, has_pillars
from peelviewer.reading.grades import grade
from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.headings import chapters_of_practice
from peelviewer.reading.lines import Line, key, without_page
from peelviewer.reading.outline import TITLES, Contents, Entry

_FEWEST = 3  # titles of an outline that the text must have
_LONGEST = 200


def chosen(
    listed: Contents | None, bookmarks: Sequence[Entry], lines: Sequence[Line]
) -> Contents | None:
    """Return the best guide to the headings: outline, contents page, or the headings' sizes.

    The outline is taken where the text has at least as many of its titles as of the contents
    page's; it is made by the program that wrote the file, and has the levels. Programs that write a
    file anew may put chapters below one another: then the headings' sizes tell the levels.
    """
    wordings = Counter(key(line.text) for line in lines if len(line.text) <= _LONGEST)
    start = listed.start if listed else 0
    brought = _cleaned(bookmarks, lines)
    found = _found(brought, wordings)
    if found >= _FEWEST and found >= (_found(listed.entries, wordings) if listed else 0):
        return Contents(entries=_mended(brought, lines), start=start, end=start)
    return listed or _by_size(lines)


def _found(entries: Sequence[Entry], wordings: Counter[str]) -> int:
    """Return how many titles the text has; an outline may have a call-out's number at their end."""
    wanted = Counter(
        name if (name := key(entry.title)) in wordings else key(without_page(entry.title))
        for entry in entries
    )
    return sum((wanted & wordings).values())


def _held(lines: Sequence[Line]) -> frozenset[str]:
    """Return the wordings of the sentences that are set as headings within boxes."""
    box = Box()
    return frozenset(key(line.text) for line in lines if box.holds(line))


def _cleaned(bookmarks: Sequence[Entry], lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Return the outline's titles of sections, the highest level as 1.

    In an annex the caption of a figure is one, where the text has another of its number.
    """
    held = _held(lines)
    practice = {key(lines[index].text) for index in chapters_of_practice(lines)}
    top = min((entry.level or 1 for entry in bookmarks), default=1)
    captions = Counter(found[1] for line in lines if (found := _caption(line)))
    kept = [
        entry
        for entry, in_annex in _with_annexes(bookmarks)
        if (
            _is_section(entry.title)
            or (key(entry.title) in practice and (entry.level or 1) == top)
            or (in_annex and (found := CAPTION.match(entry.title)) and captions[found[1]] > 1)
        )
        and key(entry.title) not in TITLES | held
        and not REPORT.match(entry.title)
    ]
    levels = sorted({entry.level or 1 for entry in kept})
    if len(levels) == 1:
        flat = chapter_levels([entry.title for entry in kept])
        return tuple(
            msgspec.structs.replace(entry, level=level)
            for entry, level in zip(kept, flat, strict=True)
        )
    return tuple(
        msgspec.structs.replace(entry, level=levels.index(entry.level or 1) + 1) for entry in kept
    )


def _caption(line: Line) -> re.Match[str] | None:
    return None if line.marker else CAPTION.match(line.text)


def _with_annexes(bookmarks: Sequence[Entry]) -> Iterator[tuple[Entry, bool]]:
    """Yield the outline's entries, each with whether it is an annex or stands in one."""
    annex: int | None = None
    for entry in bookmarks:
        level = entry.level or 1
        if annex is None or level <= annex:
            annex = level if ANNEX.match(entry.title) else None
        yield entry, annex is not None


def _mended(entries: tuple[Entry, ...], lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Return the outline with the levels of the headings' sizes, where its own cannot be."""
    titles = [entry.title for entry in entries]
    if has_pillars(titles) or not levels_of.is_nested([e.level or 1 for e in entries], titles):
        return entries
    depths: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if line.heading:
            depths[key(line.text)].append(line.heading)
    marked = []
    for title in titles:
        found = depths[key(title)]
        marked.append(found.pop(0) if len(found) > 1 else sum(found))
    told: Sequence[int | None] = levels_of.of_depths(marked, titles) or [None] * len(titles)
    return tuple(
        msgspec.structs.replace(entry, level=level)
        for entry, level in zip(entries, told, strict=True)
    )


def _is_section(title: str) -> bool:
    """Whether a title is a section's: no figure's, grade's, or heading of actions."""
    return (
        any(map(str.isalpha, title))
        and len(title) <= _LONGEST
        and not CAPTION.match(title)
        and not APPARATUS.match(title)
        and not VALUE.match(title)
        and not is_force(title)
        and not is_national(title)
        and grade(title) is None
        and not heads_box(title)
    )


def _by_size(lines: Sequence[Line]) -> Contents | None:
    """Return the headings that are larger than text as entries, if their sizes tell levels."""
    title = next((n for n, line in enumerate(lines) if REPORT.match(line.text)), -1)
    first = title + 1
    cover = lines[title].page if title >= 0 else None
    while first < len(lines) and lines[first].page == cover is not None:
        first += 1
    box = Box()
    practice = chapters_of_practice(lines, first)
    entries = [
        (line.heading, line.text)
        for index, line in enumerate(lines[first:], first)
        if not box.holds(line)
        and (line.heading and line.size and not line.cells)
        and (_is_section(line.text) or index in practice)
    ]
    times = Counter(level for level, _ in entries)
    levels = sorted(level for level, count in times.items() if count > 1)
    if len(levels) < 2:
        return None
    ranks = {level: sum(other < level for other in levels) + 1 for level in times}
    return Contents(
        entries=tuple(Entry(title=text, level=ranks[level]) for level, text in entries),
        start=first,
        end=first,
    )
