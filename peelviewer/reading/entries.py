# SPDX-License-Identifier: MIT
"""The contents page's entries, each with the lines of the text that are its heading."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

import msgspec

from peelviewer.reading import levels as levels_of
from peelviewer.reading.chain import Place, best_chain
from peelviewer.reading.chapters import chapter_levels, closings, is_chapter
from peelviewer.reading.lines import Line, cut, joined, key, without_marker, without_page
from peelviewer.reading.outline import Contents, Entry

LONGEST = 200
"""Letters that a heading has at most."""
MOST_LINES = 3
"""Lines that a heading is set on at most."""
DEEPEST = 6
"""The deepest level that is believed: indents of a contents page can go on without end."""
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
"""A chapter's number, which a list's marker may be."""
_NUMBER = re.compile(r"\d{1,2}[.)]$")
_COPIES = 64  # lines of one wording that are looked at for one entry
_ALIKE = 0.9
_ENTRIES = 300  # of a contents page up to which near misses are looked for
_ENDED = 2  # chapters whose end is a section of theirs, from which depth tells more than titles
_WORTH = {"heading": 6, "strong": 4, "plain": 1}


class Placed(NamedTuple):
    """An entry, its heading's lines from ``first`` to before ``end``, and its level from 1."""

    entry: Entry
    first: int
    end: int
    level: int


def with_numbered(lines: Sequence[Line], listed: Contents | None) -> tuple[Line, ...]:
    """Return ``lines``, the number before a title that the contents page lists as its text.

    A title stands by itself: one in a row of items is an item that names it.
    """
    titles = {key(entry.title) for entry in listed.entries} if listed else set()
    made = list(lines)
    for index, line in enumerate(lines):
        if not (line.gap and line.marker and _NUMBER.match(line.marker)):
            continue
        end = index + 1
        text = line.text
        while end < min(len(lines), index + MOST_LINES) and _same_look(line, lines[end]):
            text = joined(text, lines[end].text)
            end += 1
        above = max(0, index - 1)
        while above and index - above < MOST_LINES and not lines[above].gap:
            above -= 1
        around = (*lines[above:index], *lines[end : end + 1])
        is_alone = not any(one.marker and _NUMBER.match(one.marker) for one in around)
        if is_alone and key(text) in titles:
            made[index] = without_marker(line)
    return tuple(made)


def with_titles_apart(lines: Sequence[Line], listed: Contents | None) -> Iterator[Line]:
    """Yield ``lines``, a heading that is two entries, one after the other, as two headings."""
    entries = listed.entries if listed else ()
    titles = {key(entry.title) for entry in entries}
    pairs = {key(one.title) + key(other.title): key(one.title) for one, other in pairwise(entries)}
    for line in lines:
        is_title = line.heading > 0 or line.strong
        wording = key(line.text) if is_title and len(line.text) <= 2 * LONGEST else ""
        first = pairs.get(wording) if wording not in titles else None
        if first is None:
            yield line
            continue
        end = next(at for at in range(len(line.text)) if key(line.text[:at]) == first)
        end += len(line.text[end:].split(maxsplit=1)[0]) if not line.text[end].isspace() else 0
        yield cut(line, 0, end)
        yield msgspec.structs.replace(cut(line, end, len(line.text)), gap=True, breaks="")


def placed(lines: Sequence[Line], listed: Contents, start: int) -> list[Placed]:
    """Return the entries that are found from the line ``start`` on, in order.

    As many as can be and as heading-like ones as can be, both in their order.
    """
    known = _places(lines, start)
    named: Counter[str] = Counter()
    options: list[Sequence[Place]] = []
    for entry in listed.entries:
        wording = key(entry.title)
        options.append(known.get(wording, [])[named[wording] : named[wording] + _COPIES])
        named[wording] += 1  # the second entry of a wording cannot be its first line
    pairs = {n: (place.first, place.end) for n, place in best_chain(options, len(lines)).items()}
    _add_alike(lines, listed, pairs, start)
    found = [(pairs[n], entry) for n, entry in enumerate(listed.entries) if n in pairs]
    marked = [lines[first].heading for (first, _), _ in found]
    titles = [entry.title for _, entry in found]
    believed = None
    if listed.is_flat and all(marked) and sum(closings(titles)) >= _ENDED:
        believed = levels_of.of_depths(marked, titles)
    levels = believed or [
        entry.level or depth for (_, entry), depth in zip(found, _depths(lines, found), strict=True)
    ]
    if not believed:
        levels = _with_odd_chapter(levels, marked)
    return [
        Placed(entry, *place, min(level, DEEPEST))
        for (place, entry), level in zip(found, levels, strict=True)
    ]


def _with_odd_chapter(levels: Sequence[int], depths: Sequence[int]) -> list[int]:
    """Return ``levels``; one that a single entry has is 1 if only chapters look as its title does.

    Such an entry lacks its number, or has slipped, and so stands at an indent of its own.
    """
    times = Counter(levels)
    chapters = {depth for level, depth in zip(levels, depths, strict=True) if level == 1}
    others = {d for level, d in zip(levels, depths, strict=True) if level > 1 and times[level] > 1}
    is_told = len(chapters) == 1 and 0 not in chapters and bool(others) and not chapters & others
    return [
        1 if is_told and times[level] == 1 and depth in chapters else level
        for level, depth in zip(levels, depths, strict=True)
    ]


def _depths(lines: Sequence[Line], found: Sequence[tuple[tuple[int, int], Entry]]) -> list[int]:
    """Return the levels of entries by the headings' depth, for a contents page that shows none.

    Depth is believed where every known chapter (introduction, annex) is as high as any heading,
    and where no question would stand below one of those that have none. Else the titles tell.
    """
    titles = [entry.title for _, entry in found]
    marked = [lines[first].heading for (first, _), _ in found]
    top = min(marked, default=0)
    levels = [1 if depth == top else 2 for depth in marked]
    has_others = not all(
        is_chapter(t) for t, level in zip(titles, levels, strict=True) if level == 1
    )
    above = ""
    for title, level in zip(titles, levels, strict=True):
        can_be_section = has_others and not title.endswith("?")
        if level == 2 and (
            is_chapter(title) or not above or (is_chapter(above) and not can_be_section)
        ):
            return chapter_levels(titles)
        above = title if level == 1 else above
    return levels if top and 2 in levels else chapter_levels(titles)


def _places(lines: Sequence[Line], start: int) -> dict[str, list[Place]]:
    """Return, for each wording, the lines that have it."""
    places: dict[str, list[Place]] = defaultdict(list)
    for first in range(start, len(lines)):
        line = lines[first]
        if line.rule or line.marker or line.cells or line.quoted or len(line.text) > LONGEST:
            continue
        worth = _WORTH["heading" if line.heading else "strong" if line.strong else "plain"]
        text = ""
        for end in range(first + 1, min(first + 1 + MOST_LINES, len(lines) + 1)):
            part = lines[end - 1]
            if end > first + 1 and not _same_look(line, part):
                break
            text = joined(text, part.text)
            wording = key(text)
            places[wording].append(Place(first, end, worth))
            shorter = key(without_page(NUMBERED.sub("", text)))
            if shorter != wording:
                places[shorter].append(Place(first, end, worth))
    return places


def _same_look(line: Line, part: Line) -> bool:
    return (
        (line.heading > 0 or line.strong or not part.gap)
        and (part.heading, part.strong) == (line.heading, line.strong)
        and not part.marker
        and not part.cells
    )


def _add_alike(
    lines: Sequence[Line], listed: Contents, pairs: dict[int, tuple[int, int]], start: int
) -> None:
    """Match entries still open to a heading between their neighbours that reads nearly alike."""
    if len(listed.entries) > _ENTRIES:
        return
    taken = {first for first, _ in pairs.values()}
    for number, entry in enumerate(listed.entries):
        if number in pairs:
            continue
        low = max((end for n, (_, end) in pairs.items() if n < number), default=start)
        high = min((first for n, (first, _) in pairs.items() if n > number), default=len(lines))
        wanted = key(entry.title)
        for index in range(low, high):
            line = lines[index]
            if index in taken or not (line.heading or line.strong) or len(line.text) > LONGEST:
                continue
            if _alike(wanted, key(line.text)):
                pairs[number] = (index, index + 1)
                taken.add(index)
                break


def _alike(wanted: str, wording: str) -> bool:
    if len(wording) >= 6 and wanted.startswith(wording):
        return True
    matcher = SequenceMatcher(None, wanted, wording, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
