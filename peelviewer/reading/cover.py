# SPDX-License-Identifier: MIT
"""The title on the cover, in whatever pieces it is set, as one line of its own.

Some covers set a title on several lines ("PEEL" above "Police effectiveness … 2018/19"), some
print the force on the title's line.
"""

import re
from collections.abc import Sequence

import msgspec

from peelviewer.reading.forces import force_in, is_force
from peelviewer.reading.lines import Line, begins_lower, cut, ends_sentence, key, shifted
from peelviewer.reading.outline import TITLES

COVER = 80  # lines in which the cover's facts are looked for
YEAR = re.compile(r"\b(20\d\d)(?:\s*[/–-]\s*(?:20)?(\d\d)(?!\d))?(?!\d)")
INSPECTION = re.compile(r"\ban?\s+inspection\s+of\s+(?:the\s+)?(?P<force>[^.;:]+)", re.IGNORECASE)
_TITLE = re.compile(
    r"\W*(?:PEEL\b(?!\s+(?:is|was|are|has|stands|inspections?|programme|spotlight)\b)"
    r"|crime inspection (?=20\d\d))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<force>[^:|]{4,60}?)[\s:|–—-]+(?=PEEL\b)")
_GOES_ON = re.compile(
    r"\W*(?:and\s+|police\s+)*"
    r"(?:effectiveness|efficiency|legitimacy|leadership|\(?including|\(?20\d\d|assessment"
    r"|crime inspection (?=20\d\d))\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"effectiveness|efficiency|legitimacy|leadership|assessment", re.IGNORECASE)
_BROKEN = re.compile(r"\w[-\u2010]$")  # a word that the line's end parts
_UNFINISHED = re.compile(r"(?:,|\band|[:–—-])\s*$", re.IGNORECASE)
_LINES = 4  # that a title may be set on
_LONGEST = 200
# What a title's last line says behind it, all of it or its beginning.
_OPEN_INSPECTION = re.compile(
    r"[\s:,–—-]+(?P<of>an?(?: inspection(?: of\b[^.;:]*)?)?)$", re.IGNORECASE
)
_EDGE = " \t:,–—-|•·"


def title(lines: Sequence[Line]) -> Line | None:
    """Return the title's first line: one with a year before one without, headings before others.

    The year may stand on a line below the first one. What stands before the contents page comes
    before what stands in it or behind: chapters can be named alike.
    """
    found = [index for index, line in enumerate(lines[:COVER]) if _is_title(line)]
    contents = next((n for n, line in enumerate(lines[:COVER]) if key(line.text) in TITLES), 0)

    def merit(index: int) -> tuple[bool, bool, bool, int]:
        whole = _joined(lines[index : _end(lines, index)]).text
        is_cover = index < contents
        return bool(YEAR.search(whole)), is_cover, lines[index].heading > 0, -index

    best = max(found, key=merit, default=None)
    return None if best is None else lines[best]


def titled(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with the title on one line, without the force that stands beside it."""
    apart = [(index, p) for index, line in enumerate(lines[:COVER]) for p in _without_force(line)]
    chosen = title([piece for _, piece in apart])
    if chosen is None:
        return tuple(lines)
    whole = next(index for index, piece in apart if piece is chosen)
    pieces = [piece for index, piece in apart if index == whole]
    start = whole + next(index for index, piece in enumerate(pieces) if piece is chosen)
    lines = (*lines[:whole], *pieces, *lines[whole + 1 :])  # a running line stays as it is
    end = _end(lines, start)
    return (*lines[:start], *_without_inspection(lines[start:end], lines[end:]))


def _without_inspection(named: Sequence[Line], below: Sequence[Line]) -> tuple[Line, ...]:
    """Return a title's lines as one, and what its last one says of the inspection as another.

    "… legitimacy: An inspection of" goes on with the force on the line below.
    """
    found = _OPEN_INSPECTION.search(named[-1].text) if len(named) > 1 else None
    if found is None or not found.start():
        return (_joined(named), *below)
    head = cut(named[-1], 0, found.start())
    tail = named[-1]
    tail = msgspec.structs.replace(cut(tail, found.start("of"), len(tail.text)), heading=0)
    if below and force_in(tail.text) is None and force_in(f"{tail.text} {below[0].text}"):
        tail, below = _joined((tail, below[0])), below[1:]
    return (_joined((*named[:-1], head)), tail, *below)


def _is_title(line: Line) -> bool:
    text = line.text
    return bool(_TITLE.match(text)) and len(text) < _LONGEST and not text.endswith(".")


def _end(lines: Sequence[Line], start: int) -> int:
    """Return where the lines end that the title is set on."""
    end, text = start + 1, lines[start].text
    while end < min(len(lines), start + _LINES):
        below = lines[end]
        is_whole = bool(_TELLS.search(text)) and bool(YEAR.search(text))
        if is_whole and not _UNFINISHED.search(text):
            break
        if not below.text or below.cells or below.marker or len(below.text) > _LONGEST // 2:
            break
        is_word = begins_lower(below.text) and bool(_BROKEN.search(text))
        if ends_sentence(below.text) or not (is_word or _GOES_ON.match(below.text)):
            break
        text = f"{text} {below.text}"
        end += 1
    return end


def _joined(parts: Sequence[Line]) -> Line:
    first, *rest = parts
    for line in rest:
        is_word = begins_lower(line.text) and _BROKEN.search(first.text)
        text = first.text[:-1] if is_word else f"{first.text} "
        marks = (*first.marks, *shifted(line.marks, len(text)))
        first = msgspec.structs.replace(first, text=text + line.text, marks=marks)
    return first


def _without_force(line: Line) -> tuple[Line, ...]:
    """Return a title's line in pieces: the title, and the force before or behind it."""
    text = line.text
    if line.cells or line.marker or "peel" not in text[:_LONGEST].casefold():
        return (line,)
    if (found := _NAMED.match(text)) and is_force(found["force"]):
        return (
            cut(line, 0, found.end("force")),
            *_without_force(cut(line, found.end(), len(text))),
        )
    if not _is_title(line):
        return (line,)
    behind = INSPECTION.search(text)
    start = behind.start() if behind else _force_behind(text)
    if not start:
        return (line,)
    head = cut(line, 0, len(text[:start].rstrip(_EDGE)))
    force = msgspec.structs.replace(cut(line, start, len(text)), heading=0)
    return (head, force)


def _force_behind(text: str) -> int | None:
    """Return where a force's name ends the title: behind a dash, or behind the year."""
    places = [found.end() for found in re.finditer(r"\s[–—-]\s+|[:|(]\s*", text)]
    places += [found.end() for found in YEAR.finditer(text)]
    return next((at for at in sorted(places) if is_force(text[at:].strip(_EDGE + ")"))), None)
