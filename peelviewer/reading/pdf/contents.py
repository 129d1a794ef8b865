# SPDX-License-Identifier: MIT
"""The contents page to a line for each entry: what wraps is put together, depth by its look."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from peelviewer.model.report import Mark
from peelviewer.reading.lines import Line, begins_lower, shifted
from peelviewer.reading.pdf.gutters import Columns
from peelviewer.reading.pdf.rows import Row

_TITLE = re.compile(r"(?:table of )?contents(?: page)?\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[\s.…·_]*\s(?P<page>\d{1,3})$|[.…·_]{2,}\s*(?P<dotted>\d{1,3})$")
_LEADER = re.compile(r"\s*[.…·_](?:\s*[.…·_]){3,}\s*")
_ROWS = 5  # rows that end in a page number, which make a page one of contents without its title
_SHARE = 0.45  # of a page's rows
_INDENT = 3.0  # points
_WRAP = 1.6  # sizes from one row of an entry to the next, at most
_LONGEST = 160
_DOTTED = re.compile(r"[.…·_]{3}\s*\d{1,3}$")
_DOTS = re.compile(r"[.…·_]{4}\s*$")
_FEWEST = 2  # entries below the title
_LARGER = 1.06  # times the entries' size: how large a heading below them is
_ALIGNED = 3.0  # points: how far apart the pages' numbers end
_SHORT = 0.5  # of the room up to the numbers: a title that is shorter ends in its row
_STEP = 0.1  # of the size: so much nearer stands the rest of an entry than another one
_LINKED = 3  # entries of a contents page that names no pages


def listed(rows: Sequence[Row], before: Sequence[Row] = ()) -> int:
    """Return how many rows at a page's top are a contents page's, with what stands above it.

    ``before`` are the entries' rows on the pages before that it goes on from. The list may end
    where the report's text begins.
    """
    title = next((index for index, row in enumerate(rows) if _TITLE.match(row.text)), None)
    if title is None and not before:
        dotted = sum(bool(_DOTTED.search(row.text)) for row in rows)
        return len(rows) if dotted >= max(_ROWS, _SHARE * len(rows)) else 0
    start = 0 if title is None else title + 1
    end = _end(rows, start)
    below = rows[start:end]
    least = 1 if title is None else _FEWEST
    if _numbered(below) >= max(least, _SHARE * len(below)):
        return end
    is_linked = _goes_on(below, before) if title is None else len(below) >= _LINKED
    return end if is_linked and _are_titles(below) else 0


def entries(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows below the title, if a contents page has it."""
    title = next((index for index, row in enumerate(rows) if _TITLE.match(row.text)), -1)
    return rows[title + 1 :]


def _goes_on(rows: Sequence[Row], before: Sequence[Row]) -> bool:
    """Whether rows can be more of a list without numbers: as large, and at the places it has."""
    lefts = {round(row.left) for row in before}
    return not _numbered(before) and all(
        row.size == before[-1].size and any(abs(row.left - x) <= _INDENT for x in lefts)
        for row in rows
    )


def _end(rows: Sequence[Row], start: int) -> int:
    """Return where the entries end: before a row below them that is larger than all of them."""
    found = [n for n in range(start, len(rows)) if _ENDS.search(rows[n].text)]
    entries = [n for n in found if abs(rows[n].right - rows[found[0]].right) <= _ALIGNED]
    entries = entries or [start]
    largest = max((rows[n].size for n in entries if n < len(rows)), default=0.0) * _LARGER
    below = range(entries[-1] + 1, len(rows))
    return next((n for n in below if rows[n].size > largest), len(rows))


def _numbered(rows: Sequence[Row]) -> int:
    return sum(bool(_ENDS.search(row.text)) for row in rows)


def _are_titles(rows: Sequence[Row]) -> bool:
    """Whether no row is a sentence, as on a contents page that names titles only."""
    return all(len(row.text) <= _LONGEST and not row.text.endswith((".", ",", ";")) for row in rows)


def contents(
    rows: Sequence[Row], page: int, columns: Columns | None = None, before: Sequence[Row] = ()
) -> Iterator[Line]:
    """Yield what stands above the contents page's title, the title, and a line for each entry.

    ``before`` are the entries' rows on the pages before: depths are by the same places.
    """
    title = next((index for index, row in enumerate(rows) if _TITLE.match(row.text)), -1)
    for row in rows[: title + 1]:
        yield _line([row], page, 0)
    below = rows[title + 1 :]
    lefts = sorted({round(_left(row, columns)) for row in (*before, *below)})
    places = [x for n, x in enumerate(lefts) if not n or x - lefts[n - 1] > _INDENT]
    named = _numbered(below) > 0
    for group in _entries(below) if named else _linked(below):
        depth = _depth(group[0], places, columns)
        is_linked = not named or _is_whole(group, below)
        yield _line(group, page, depth, linked=is_linked)


def _entries(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows of each entry: its number stands at its last row, or at its first one.

    Rows without a number are the rest of the entry above if they stand nearer to it than to the
    next one; where all rows stand alike, if they go on in lower case, or most others do so.
    """
    at_first = _are_at_first(rows)
    waiting: list[Row] = []
    numbered = [bool(_ENDS.search(row.text)) for row in rows]
    entry: list[Row] = []
    for index, (row, ends) in enumerate(zip(rows, numbered, strict=True)):
        if (
            not ends
            and entry
            and not waiting
            and _is_rest(entry, row, rows[index + 1 :], at_first=at_first)
        ):
            entry.append(row)
            continue
        waiting.append(row)
        if ends or _is_whole([row], rows):
            if entry:
                yield entry
            entry, waiting = waiting, []
    if entry:
        yield entry
    yield from ([row] for row in waiting)


def _is_whole(entry: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether an entry names no page: it ends with dots, or is too short to go on in a row."""
    if _numbered(entry):
        return False
    room = max(row.right for row in rows) - entry[0].left
    return bool(_DOTS.search(entry[-1].text)) or entry[-1].right - entry[0].left < _SHORT * room


def _are_at_first(rows: Sequence[Row]) -> bool:
    """Whether the numbers stand at the first rows of entries: others go on from them."""
    goes_on = [
        bool(_ENDS.search(above.text)) - bool(_ENDS.search(row.text))
        for above, row in pairwise(rows)
        if begins_lower(row.text)
    ]
    return sum(goes_on) > 0


def _is_rest(entry: Sequence[Row], row: Row, following: Sequence[Row], *, at_first: bool) -> bool:
    """Whether a row without a number goes on with the entry above it."""
    last = entry[-1]
    above = last.baseline - row.baseline
    below = row.baseline - following[0].baseline if following else 2 * above
    if row.bold != last.bold or above > _WRAP * row.size or last.left > row.left + _INDENT:
        return False
    if abs(above - below) > _STEP * row.size:
        return above < below
    return at_first or begins_lower(row.text)


def _linked(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows of each entry of a list without numbers."""
    entry: list[Row] = []
    for row in rows:
        if entry and not (begins_lower(row.text) and abs(row.left - entry[0].left) <= _INDENT):
            yield entry
            entry = []
        entry.append(row)
    if entry:
        yield entry


def _left(row: Row, columns: Columns | None) -> float:
    """Return where a row begins, for one in the second column as if it stood in the first."""
    return row.left - (columns.begin([row]) - columns.first if columns else 0.0)


def _depth(row: Row, places: Sequence[float], columns: Columns | None) -> int:
    return sum(x <= _left(row, columns) + _INDENT for x in places[1:])


def _line(rows: Sequence[Row], page: int, indent: int, *, linked: bool = False) -> Line:
    text = _LEADER.sub(" ..... ", " ".join(_texts(rows))).strip()
    marks = [mark for mark in _callouts(rows) if mark.end <= len(text)]
    if _is_bold(rows):
        marks.append(Mark(kind="strong", start=0, end=len(text)))
    if linked:
        marks.append(Mark(kind="link", start=0, end=len(text), target=""))
    return Line(
        number=0, text=text, marks=tuple(marks), indent=indent, page=page, size=rows[0].size
    )


def _texts(rows: Sequence[Row]) -> list[str]:
    """Return the texts of an entry's rows, its number last: it may stand at the first one."""
    first, *rest = (row.text for row in rows)
    found = _ENDS.search(first)
    if not rest or found is None:
        return [first, *rest]
    return [first[: found.start()], *rest, f"..... {found['page'] or found['dotted']}"]


def _callouts(rows: Sequence[Row]) -> Iterator[Mark]:
    """Yield the call-outs in an entry's title, by offsets in its text."""
    at = 0
    for row, text in zip(rows, _texts(rows), strict=False):
        called = (m for m in row.marks if m.kind == "footnote" and m.start <= len(text))
        yield from shifted(tuple(called), at)
        at += len(text) + 1


def _is_bold(rows: Sequence[Row]) -> bool:
    """Whether a title is bold; leader dots and the page's number often are not."""
    words = [word for row in rows for word in row.words if any(map(str.isalpha, word.text))]
    return bool(words) and all(word.style.bold for word in words)
