# SPDX-License-Identifier: MIT
"""Headings: the contents page's entries found in the text, and the further ones between them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading import levels as levels_of
from peelviewer.reading.actions import Box, heads_box
from peelviewer.reading.chain import Best
from peelviewer.reading.cover import INSPECTION
from peelviewer.reading.grades import grade
from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.lines import Line, joined, key, shifted, without_page
from peelviewer.reading.outline import Contents, Entry, chapter_levels, is_chapter, is_closing

CAPTION = re.compile(r"(?:figure|table|chart)\s+(\d{1,3})\s*[:.–—-]?\s+(?=\S)", re.IGNORECASE)
APPARATUS = re.compile(r"(?:source|note|notes|for further information)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}[.)]?\s+")  # a chapter's number, which a list's marker may be
_LONGEST = 200
_DEEPEST = 6  # level that a contents page is believed to tell; indents can go on without end
_JOINED = 3
_FEWEST = 2  # entries that must be found for a contents page to be of use
_COPIES = 64  # lines of one wording that are looked at for one entry
_ALIKE = 0.9
_ENTRIES = 300  # of a contents page up to which near misses are looked for
_WEIGHTS = {"heading": 6, "strong": 4, "plain": 1}


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A heading that stands on the lines from ``first`` to before ``end``.

    ``level`` is 1 for a chapter. ``page`` is the one that the contents page names; ``residue`` is
    a page number that was run onto the title.
    """

    first: int
    end: int
    title: str
    level: int
    page: int | None = None
    marks: tuple[Mark, ...] = ()
    listed: bool = False
    residue: str = ""


def headings(lines: Sequence[Line], listed: Contents | None, start: int = 0) -> tuple[Heading, ...]:
    """Return all headings from the line ``start`` on, in document order, each with its level.

    Entries are matched in order, so that "Summary of findings" gets the parent and the page of
    its own entry. A heading that no entry names stands below the last one that an entry does.
    """
    found = _matched(lines, listed, start) if listed else []
    if len(found) < _FEWEST:
        found, listed = _without_contents(lines, start), None
    return tuple(_with_further(lines, found, listed))


def _matched(lines: Sequence[Line], listed: Contents, start: int) -> list[Heading]:
    """Match entries to lines, as many and as heading-like as possible, both in order."""
    places = _places(lines, start)
    tree = Best(len(lines) + 1)
    chosen: dict[tuple[int, int], tuple[int, int] | None] = {}
    ends: dict[int, dict[int, int]] = defaultdict(dict)
    named: Counter[str] = Counter()
    for number, entry in enumerate(listed.entries):
        wording = key(entry.title)
        options = places.get(wording, [])[named[wording] : named[wording] + _COPIES]
        named[wording] += 1  # the second entry of a wording cannot be its first line
        results = []
        for first, end, weight in options:
            best, link = tree.before(first)
            results.append((first, end, best + weight, link))
        for first, end, total, link in results:
            chosen[number, first] = link
            ends[number][first] = end
            tree.put(end - 1, total, (number, first))
    _, step = tree.before(len(lines))
    pairs: dict[int, tuple[int, int]] = {}
    while step is not None:
        pairs[step[0]] = (step[1], ends[step[0]][step[1]])
        step = chosen[step]
    _add_alike(lines, listed, pairs, start)
    found = [(pairs[n], entry) for n, entry in enumerate(listed.entries) if n in pairs]
    depths = _depths(lines, found)
    return [
        _heading(lines, *place, level=min(entry.level or depth, _DEEPEST), entry=entry)
        for (place, entry), depth in zip(found, depths, strict=True)
    ]


def _depths(lines: Sequence[Line], found: Sequence[tuple[tuple[int, int], Entry]]) -> list[int]:
    """Return the levels of entries by the headings' depth, for a contents page that shows none.

    Depth is believed where every known chapter (introduction, annex) is as high as any heading,
    and where no section would stand below one of those that have none. Else the titles tell.
    """
    titles = [entry.title for _, entry in found]
    marked = [lines[first].heading for (first, _), _ in found]
    top = min(marked, default=0)
    levels = [1 if depth == top else 2 for depth in marked]
    above = ""
    for title, level in zip(titles, levels, strict=True):
        if level == 2 and (is_chapter(title) or not above or is_chapter(above)):
            return chapter_levels(titles)
        above = title if level == 1 else above
    return levels if top and 2 in levels else chapter_levels(titles)


def _places(lines: Sequence[Line], start: int) -> dict[str, list[tuple[int, int, int]]]:
    """Return, for each wording, the lines that have it: first, end, weight."""
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for first in range(start, len(lines)):
        line = lines[first]
        if line.rule or line.marker or line.cells or line.quoted or len(line.text) > _LONGEST:
            continue
        weight = _WEIGHTS["heading" if line.heading else "strong" if line.strong else "plain"]
        text = ""
        for end in range(first + 1, min(first + 1 + _JOINED, len(lines) + 1)):
            part = lines[end - 1]
            if end > first + 1 and not _same_look(line, part):
                break
            text = joined(text, part.text)
            wording = key(text)
            places[wording].append((first, end, weight))
            shorter = key(without_page(_NUMBERED.sub("", text)))
            if shorter != wording:
                places[shorter].append((first, end, weight))
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
            if index in taken or not (line.heading or line.strong) or len(line.text) > _LONGEST:
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


def _without_contents(lines: Sequence[Line], start: int) -> list[Heading]:
    """Without a contents page: chapters and sections by depth, by the questions, or by titles."""
    box = Box()
    marked = [
        index
        for index in range(start, len(lines))
        if not box.holds(lines[index])
        and _is_title(lines[index])
        and not CAPTION.match(lines[index].text)
    ]
    if marked and lines[marked[0]].heading == 1 and not is_chapter(lines[marked[0]].text):
        marked = marked[1:]  # the report's own title
    titles = [_heading(lines, i, _title_end(lines, i, len(lines)), level=1) for i in marked]
    named = _named(lines, start, titles)
    last = {key(title.title): title.first for title in titles}
    titles = [t for t in titles if last[key(t.title)] == t.first or not _is_listed(lines, t)]
    wordings = [title.title for title in titles]
    levels = levels_of.of_depths([lines[t.first].heading for t in titles], wordings)
    levels = levels or levels_of.of_questions(wordings, named)
    if levels is None:
        depth = min((lines[t.first].heading for t in titles if lines[t.first].heading), default=0)
        titles = [title for title in titles if _is_top(lines[title.first], depth)]
        levels = chapter_levels([title.title for title in titles])
    return [
        msgspec.structs.replace(title, level=min(level, _DEEPEST))
        for title, level in zip(titles, levels, strict=True)
    ]


def _named(lines: Sequence[Line], start: int, titles: Sequence[Heading]) -> frozenset[str]:
    """Return the wordings of questions that stand elsewhere than as these titles, too."""
    places = {index for title in titles for index in range(title.first, title.end)}
    named = {
        key(lines[index].text)
        for index in range(start, len(lines))
        if index not in places and lines[index].text.endswith("?")
    }
    last = {key(title.title): title.first for title in titles}
    return frozenset(named | {key(t.title) for t in titles if last[key(t.title)] != t.first})


def _is_listed(lines: Sequence[Line], title: Heading) -> bool:
    """Whether what looks like a title is only a question in an overview's list of grades."""
    below = lines[title.end].text if title.end < len(lines) else ""
    return title.title.endswith("?") and grade(below) is not None


def _is_top(line: Line, depth: int) -> bool:
    """Whether a heading can be a chapter's or a section's; where all are bold, by its title."""
    if depth and line.heading == depth:
        return True
    return is_chapter(line.text) or (
        not depth and (line.text.endswith("?") or is_closing(line.text))
    )


def _heading(
    lines: Sequence[Line], first: int, end: int, *, level: int, entry: Entry | None = None
) -> Heading:
    text = ""
    marks: list[Mark] = []
    for line in lines[first:end]:
        whole = joined(text, line.text)
        marks.extend(shifted(line.marks, len(whole) - len(line.text)))
        text = whole
    residue = ""
    shorter = without_page(text)
    if entry and key(text) != key(entry.title) and key(shorter) == key(entry.title):
        residue, text = text[len(shorter) :].strip(), shorter
    return Heading(
        first=first,
        end=end,
        title=text,
        level=level,
        page=entry.page if entry else None,
        marks=tuple(mark for mark in marks if mark.kind == "footnote"),
        listed=True,
        residue=residue,
    )


def _is_title(line: Line) -> bool:
    """Whether a bold or marked-up line is a heading and not a grade, a value or a caption."""
    text = line.text
    return (
        bool(line.heading or line.strong)
        and not (line.marker or line.cells or line.quoted)
        and line.gap
        and line.note is None
        and len(text) <= _LONGEST
        and any(character.isalpha() for character in text)
        and VALUE.match(text) is None
        and INSPECTION.match(text) is None
        and grade(text) is None
        and (bool(line.heading) or not (is_national(text) or is_force(text)))
        and not heads_box(text)
        and not APPARATUS.match(text)
        and (bool(line.heading) or not text.endswith((".", ",", ";", ":")))
    )


def _with_further(
    lines: Sequence[Line], found: Sequence[Heading], listed: Contents | None
) -> Iterator[Heading]:
    """Yield the headings found and, between them, those that no entry names."""
    titles = [entry.title for entry in listed.entries] if listed else []
    titles += [heading.title for heading in found if heading.title.endswith("?")]
    names = {key(title) for title in titles}
    captions: set[str] = set()
    depth = min((lines[h.first].heading for h in found if h.level == 1), default=0)
    chapter = ""
    for number, heading in enumerate(found):
        yield heading
        chapter = heading.title if heading.level == 1 else chapter
        end = found[number + 1].first if number + 1 < len(found) else len(lines)
        yield from _between(lines, heading, end, names, captions, depth, chapter)


def _between(
    lines: Sequence[Line],
    above: Heading,
    end: int,
    names: set[str],
    captions: set[str],
    depth: int,
    chapter: str,
) -> Iterator[Heading]:
    """Yield the headings below ``above``, up to the line ``end``.

    ``names`` are the entries' titles: a title named again, as in the overview's list of grades,
    is no heading. ``captions`` gathers the numbers of the figures: the annex's heading on one is
    a section below the annex's last heading. ``depth`` is that of marked-up chapters, for one
    that the contents page forgot; ``chapter`` is the title of the one above.
    """
    in_annex = bool(levels_of.ANNEX.match(chapter))
    parent = below = above.level
    box = Box()
    following = above.end
    for index in range(above.end, end):
        if index < following:
            continue
        line = lines[index]
        caption = CAPTION.match(line.text)
        if caption and not line.marker and not in_annex:
            captions.add(caption[1])
        if (
            box.holds(line)
            or not _is_title(line)
            or (caption and not (in_annex and caption[1] in captions))
        ):
            continue
        if not in_annex and key(line.text) in names:
            continue
        is_own = levels_of.is_of_overview(line.text, chapter)
        if not (in_annex or is_own) and 0 < line.heading <= depth and is_chapter(line.text):
            parent, level = 1, 1
            in_annex = bool(levels_of.ANNEX.match(line.text))
        else:
            level = parent + 1 if not caption else max(below, parent) + 1
        below = below if caption else level
        following = _title_end(lines, index, end)
        further = _heading(lines, index, following, level=level)
        yield msgspec.structs.replace(further, listed=False)


def _title_end(lines: Sequence[Line], index: int, end: int) -> int:
    """Return where a title ends that is set on several lines without space between them."""
    first = lines[index]
    following = index + 1
    while (
        first.heading
        and following < min(end, index + _JOINED)
        and lines[following].heading == first.heading
        and not lines[following].gap
    ):
        following += 1
    return following
