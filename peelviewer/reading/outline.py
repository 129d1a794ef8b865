# SPDX-License-Identifier: MIT
"""The contents page: its entries, with level and page, and which lines it takes up."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise

import msgspec

from peelviewer.reading.chapters import chapter_levels, tells_levels
from peelviewer.reading.lines import Line, begins_lower, cut, joined, key, without_page

TITLES = frozenset(("contents", "tableofcontents", "contentspage"))
# "Introduction ....... 4", or "Introduction4", where a conversion ran the page onto the title.
_ENTRY = re.compile(
    r"(?P<title>.*?\S)(?:[\s.…·•_]*[\s.…·•_])(?P<page>\d{1,3})$|(?P<glued>.*[^\W\d]|.*[?!)])(?P<at>\d{1,3})$"
)
_LEADER = re.compile(r"(?:\s*[.…·•_]){2,}\s*$|(?<=[?!])\s*\.\s*$")
# A leader begins where none is: a long one is looked at once, and not from each of its dots.
_LEADERS = re.compile(r"(?<![\s.…·•_])(?:(?:\s*[.…·•_]){4,}|\s*…[.·•_]{2})\s*")
# The page of one entry where the next one begins on the same line. A word processor makes "….." of
# five dots; where a long title leaves room for one dot only, that follows its question mark.
_RUN_ON = re.compile(
    r"(?:(?<![\s.·•_])(?:\s*[.·•_]){4,}|(?<!\s)\s*…(?:…|[.·•_]{2})|(?<=[?!])\s*\.)"
    r"\s*\d{1,3}(?=\s+[^\W\d_])"
)
_PAGE_FIRST = re.compile(r"\d{1,3}(?=\s+[^\W\d_])")
_LED = re.compile(_LEADERS.pattern + "$")
_GLUED = re.compile(r"[^\W\d_]\d{1,3}$")
_PAGE_HEADS = frozenset(("page", "pages", "pageno", "pagenumber"))
_WRAPS = 3  # lines that one entry may run over
_LONGEST = 220


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry: its title, the page it names, and its depth from 1, where the page shows it.

    ``numbered`` says that a number stands before it, as before a list's item.
    """

    title: str
    page: int | None = None
    level: int | None = None
    numbered: bool = False


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """The entries, and the lines of the page from ``start`` to before ``end``.

    ``is_flat`` says that nothing in the page's look shows the entries' levels.
    """

    entries: tuple[Entry, ...]
    start: int
    end: int
    is_flat: bool = False


def contents(lines: Sequence[Line]) -> Contents | None:
    """Return the contents page, or ``None`` if there is none with entries."""
    later: dict[str, int] = {}
    for index, line in enumerate(lines):
        if key(without_page(line.text)) in TITLES and not line.marker:
            later = later or _last_places(lines)
            found = _entries(lines, index, later)
            if len(found.entries) > 1:
                return found
    return None


def with_entries_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield ``lines``, entries of a contents page that run on, on lines of their own."""
    is_led = False  # the line above ends in a leader: its page is on this one
    for line in lines:
        ends = [found.end() for found in _RUN_ON.finditer(line.text)] if not line.cells else []
        if is_led and (page := _PAGE_FIRST.match(line.text)):
            ends.insert(0, page.end())
        is_led = _LED.search(line.text) is not None
        if not ends:
            yield line
            continue
        for start, end in pairwise((0, *ends, len(line.text))):
            piece = cut(line, start, end)
            yield msgspec.structs.replace(piece, gap=False) if start else piece


def _last_places(lines: Sequence[Line]) -> dict[str, int]:
    """Return where each wording that can be an entry's begins last, in however many lines."""
    places: dict[str, int] = {}
    for first in range(len(lines)):
        text = ""
        for part in lines[first : first + _WRAPS]:
            if len(text) + len(part.text) > _LONGEST or (text and (part.gap or part.marker)):
                break
            text = joined(text, part.text)
            places[key(text)] = first
    return places


def _entries(lines: Sequence[Line], start: int, later: Mapping[str, int]) -> Contents:
    """Read entries from the line after ``start`` until the report itself begins."""
    entries: list[Entry] = []
    looks: list[tuple[bool, int]] = []
    end = index = start + 1
    if index < len(lines) and _is_header(lines[index]):
        end = index = index + 1
    first, is_glued, last = "", False, 0
    while index < len(lines):
        line = lines[index]
        if line.heading or line.rule or (first and _is_title(lines, index, first)):
            break
        taken, entry = _entry(lines, index, later)
        if entry is None or (is_glued and key(entry.title) == first):
            break
        if _GLUED.search(lines[index + taken - 1].text) and (entry.page or last) < last:
            break  # no page, but a call-out that was run onto a title of the report itself
        last = entry.page or last
        if not entries:
            first = key(entry.title)
            is_glued = bool(_GLUED.search(line.text))  # and so may the heading itself be
        entries.append(msgspec.structs.replace(entry, numbered=(line.marker or "")[:1].isdigit()))
        looks.append((line.strong, line.indent))
        index += taken
        end = index
    is_flat = len(set(looks)) == 1
    return Contents(entries=_levelled(entries, looks), start=start, end=end, is_flat=is_flat)


def _is_title(lines: Sequence[Line], index: int, title: str) -> bool:
    """Whether a title, given by its letters, stands at a place, alone and in however many lines."""
    text = ""
    for line in lines[index : index + _WRAPS]:
        text += key(line.text)
        if text == title:
            return True
        if not title.startswith(text):
            return False
    return False


def _is_header(line: Line) -> bool:
    """Whether a line heads the columns of the contents page ("Section", "Page")."""
    last = line.cells[-1] if line.cells else line.text
    return key(last) in _PAGE_HEADS


def _is_alone(line: Line) -> bool:
    """Whether a line is known to be an entry that names no page, as print shows it."""
    return any(
        mark.kind == "link" and not mark.target and (mark.start, mark.end) == (0, len(line.text))
        for mark in line.marks
    )


def _entry(lines: Sequence[Line], index: int, later: Mapping[str, int]) -> tuple[int, Entry | None]:
    """Return one entry and how many lines it runs over.

    Some contents pages name no pages: then its entries are links, items of a list, or lines that
    stand again further on (``later`` is the last place of each wording).
    """
    if _is_alone(lines[index]):
        return 1, Entry(title=_LEADER.sub("", lines[index].text).strip())
    text = ""
    for taken, line in enumerate(lines[index : index + _WRAPS], 1):
        if taken > 1 and (line.heading or line.rule or line.marker):
            break
        text = f"{text} {' '.join(line.cells) if line.cells else line.text}".strip()
        text = _LEADERS.sub(" ..... ", text)
        if len(text) > _LONGEST:
            break
        if found := _ENTRY.match(text):
            title = _LEADER.sub("", found["title"] or found["glued"]).strip(" \t.…·_")
            if any(character.isalpha() for character in title):
                rest = _rest(lines, index + taken)
                title = reduce(joined, (one.text for one in rest), title)
                return taken + len(rest), Entry(title=title, page=int(found["page"] or found["at"]))
    line = lines[index]
    linked = any(mark.kind == "link" for mark in line.marks)
    if (line.marker or linked) and len(line.text) <= _LONGEST:
        taken = _item_end(lines, index) - index if line.marker else 1
        text = reduce(joined, (one.text for one in lines[index : index + taken]))
        return taken, Entry(title=_LEADER.sub("", text).strip())
    return _repeated(lines, index, later)


def _rest(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """Return the lines that go on with an entry whose page stands at its first line."""
    end = start
    while (
        end < min(len(lines), start + _WRAPS - 1)
        and lines[end].is_prose
        and not (lines[end].gap or lines[end].marker or lines[end].breaks)
        and begins_lower(lines[end].text)
        and not _ENTRY.match(lines[end].text)
    ):
        end += 1
    return lines[start:end]


def _repeated(
    lines: Sequence[Line], index: int, later: Mapping[str, int]
) -> tuple[int, Entry | None]:
    """Return the entry that stands again further on: all of its lines that go on in small ones."""
    text = ""
    found: tuple[int, Entry | None] = (0, None)
    for taken, line in enumerate(lines[index : index + _WRAPS], 1):
        if found[0] and (line.gap or not begins_lower(line.text)):
            break
        text = joined(text, line.text)
        if later.get(key(text), 0) >= index + taken and line.is_prose and text[-1] not in ".,;:":
            found = (taken, Entry(title=text))
    return found


def _item_end(lines: Sequence[Line], index: int) -> int:
    """Return where a list's item ends that is set on several lines."""
    end = index + 1
    while (
        end < min(len(lines), index + _WRAPS)
        and lines[end].is_prose
        and not (lines[end].marker or lines[end].gap or lines[end].breaks)
    ):
        end += 1
    return end


def _levelled(entries: Sequence[Entry], looks: Sequence[tuple[bool, int]]) -> tuple[Entry, ...]:
    """Give each entry its level: bold above plain, or by indent, else by what the titles say."""
    levels: Sequence[int | None]
    if len({bold for bold, _ in looks}) == 2:
        order = sorted({indent for bold, indent in looks if not bold})
        levels = [1 if bold else order.index(indent) + 2 for bold, indent in looks]
    elif len({indent for _, indent in looks}) >= 2:
        order = sorted({indent for _, indent in looks})
        levels = [order.index(indent) + 1 for _, indent in looks]
    else:
        titles = [entry.title for entry in entries]
        levels = chapter_levels(titles) if tells_levels(titles) else [None] * len(titles)
    return tuple(
        msgspec.structs.replace(entry, level=level)
        for entry, level in zip(entries, levels, strict=True)
    )
