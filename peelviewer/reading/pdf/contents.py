# SPDX-License-Identifier: MIT
"""The contents page to a line for each entry: what wraps is put together, depth by its look."""

import re
from collections.abc import Iterator, Sequence

from peelviewer.model.report import Mark
from peelviewer.reading.lines import Line
from peelviewer.reading.pdf.gutters import Columns
from peelviewer.reading.pdf.rows import Row

_TITLE = re.compile(r"(?:table of )?contents(?: page)?\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[\s.…·_]*\s(?P<page>\d{1,3})$|[.…·_]{2,}\s*(?P<dotted>\d{1,3})$")
_LEADER = re.compile(r"\s*[.…·_](?:\s*[.…·_]){3,}\s*")
_ROWS = 5  # rows that end in a page number, which make a page one of contents without its title
_SHARE = 0.45  # of a page's rows
_INDENT = 5.0  # points
_LONGEST = 160
_LINKED = 3  # entries of a contents page that names no pages


def is_contents(rows: Sequence[Row], *, goes_on: bool) -> bool:
    """Whether the rows of a page are a contents page; ``goes_on``: the page before was one."""
    title = next((index for index, row in enumerate(rows) if _TITLE.match(row.text)), None)
    if title is not None:
        below = rows[title + 1 :]
        return _numbered(below) >= max(2, _SHARE * len(below)) or _is_linked(below)
    dotted = sum(bool(re.search(r"[.…·_]{3}\s*\d{1,3}$", row.text)) for row in rows)
    if goes_on:
        return _numbered(rows) >= max(1, _SHARE * len(rows))
    return dotted >= max(_ROWS, _SHARE * len(rows))


def _numbered(rows: Sequence[Row]) -> int:
    return sum(bool(_ENDS.search(row.text)) for row in rows)


def _is_linked(rows: Sequence[Row]) -> bool:
    """Whether a contents page names titles only."""
    return len(rows) >= _LINKED and all(
        len(row.text) <= _LONGEST and not row.text.endswith((".", ",", ";")) for row in rows
    )


def contents(rows: Sequence[Row], page: int, columns: Columns | None = None) -> Iterator[Line]:
    """Yield what stands above the contents page's title, the title, and a line for each entry."""
    title = next((index for index, row in enumerate(rows) if _TITLE.match(row.text)), -1)
    for row in rows[: title + 1]:
        yield _line([row], page, 0)
    below = rows[title + 1 :]
    lefts = sorted({round(_left(row, columns)) for row in below})
    places = [x for n, x in enumerate(lefts) if not n or x - lefts[n - 1] > _INDENT]
    named = _numbered(below) > 0
    waiting: list[Row] = []
    for row in below:
        waiting.append(row)
        if not named or _ENDS.search(row.text):
            depth = _depth(waiting[0], places, columns)
            yield _line(waiting, page, depth, linked=not named)
            waiting = []
    for row in waiting:
        yield _line([row], page, _depth(row, places, columns))


def _left(row: Row, columns: Columns | None) -> float:
    """Return where a row begins, for one in the second column as if it stood in the first."""
    return row.left - (columns.begin([row]) - columns.first if columns else 0.0)


def _depth(row: Row, places: Sequence[float], columns: Columns | None) -> int:
    return sum(x <= _left(row, columns) + _INDENT for x in places[1:])


def _line(rows: Sequence[Row], page: int, indent: int, *, linked: bool = False) -> Line:
    text = _LEADER.sub(" ..... ", " ".join(row.text for row in rows)).strip()
    marks: list[Mark] = []
    if _is_bold(rows):
        marks.append(Mark(kind="strong", start=0, end=len(text)))
    if linked:
        marks.append(Mark(kind="link", start=0, end=len(text), target=""))
    return Line(
        number=0, text=text, marks=tuple(marks), indent=indent, page=page, size=rows[0].size
    )


def _is_bold(rows: Sequence[Row]) -> bool:
    """Whether a title is bold; leader dots and the page's number often are not."""
    words = [word for row in rows for word in row.words if any(map(str.isalpha, word.text))]
    return bool(words) and all(word.style.bold for word in words)
