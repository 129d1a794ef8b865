# SPDX-License-Identifier: MIT
"""The rows at a page's foot to lines: a footnote's body each, lists within it apart."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.captions import ROW_CAPTION
from peelviewer.reading.graphic import VALUE
from peelviewer.reading.joining import join, without_start
from peelviewer.reading.lines import Line, raised, two_notes
from peelviewer.reading.pdf.layout import NOTE_START, starts_note
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.signs import BULLET

_VALUE_ENDS = re.compile(r"[\d%]$")
_FARTHEST = 30  # numbers from one note to the next on a page, at most


def notes(
    rows: Sequence[Row], page: int, before: Line | None, known: Counter[str]
) -> tuple[Line | None, list[Line]]:
    """Return the note from the page before with its rest, if any, and this page's own notes.

    ``before`` is the last line of the notes of the pages before.
    """
    made: list[Line] = []
    rest, last = before, before.note if before else 0
    for row in rows:
        number = starts_note(row, last or 0)
        if number is not None and last and not last < number <= last + _FARTHEST:
            number = None
        bullet = BULLET.match(row.text)
        if number is not None:
            last = number
            made.append(_numbered(_line(row, page), number))
        elif bullet and row.text[bullet.end() :]:
            made.append(_item(_line(row, page), bullet))
        elif made:
            made[-1] = _longer(made[-1], row, known)
        elif rest is not None:
            rest = _longer(rest, row, known)
        else:
            made.append(_line(row, page))
    return rest, made


def _line(row: Row, page: int) -> Line:
    return Line(number=0, text=row.text, marks=row.marks, page=page, size=row.size)


def _longer(line: Line, row: Row, known: Counter[str]) -> Line:
    text, marks = join(line.text, line.marks, row.text, row.marks, known)
    own = line.marks[:1] if line.note is not None else ()
    return msgspec.structs.replace(
        line, text=text, marks=(*own, *(mark for mark in marks if mark not in own))
    )


def _item(line: Line, bullet: re.Match[str]) -> Line:
    return msgspec.structs.replace(
        line,
        text=line.text[bullet.end() :],
        marks=without_start(line.marks, bullet.end()),
        marker=bullet[1],
    )


def _numbered(line: Line, number: int) -> Line:
    """Turn a note's printed number into the mark that says so."""
    text, marks = line.text, line.marks
    printed = NOTE_START.match(text)
    if printed and printed[1].startswith(str(number)):
        is_whole = int(printed[1]) == number
        end = printed.end() if is_whole else len(str(number))
        text, marks = text[end:], without_start(marks, end)
    own = Mark(kind="footnote", start=0, end=0, target=str(number))
    return msgspec.structs.replace(
        line, text=text.lstrip(), marks=(own, *(mark for mark in marks if mark != own))
    )


def without_strays(lines: Sequence[Line]) -> list[Line]:
    """Return lines in which the raised numbers that no note has are text ("crime⁷").

    Numbers that stand together with nothing between them are those of notes that follow each other
    ("23" for 2 and 3). Strays in titles and captions stay marks, and those at values in tables and
    by themselves: these are looked for as they are without them.
    """
    known = frozenset(line.note for line in lines if line.note is not None)
    return [_with_text(line, known) for line in lines]


def _with_text(line: Line, known: Collection[int]) -> Line:
    if all(mark.kind != "footnote" or int(mark.target or 0) in known for mark in line.marks):
        return line
    text, marks, strays = line.text, list[Mark](), list[Mark]()
    is_apart = line.heading or line.strong or ROW_CAPTION.match(text) or VALUE.match(text)
    for mark in line.marks:
        number = int(mark.target or 0) if mark.kind == "footnote" else None
        is_stray = number is not None and number not in known and mark.start > 0
        if is_stray and (both := two_notes(mark.target or "", known)):
            marks += [msgspec.structs.replace(mark, target=one) for one in both]
        elif not is_stray or is_apart or (line.cells and _VALUE_ENDS.search(text[: mark.start])):
            marks.append(mark)
        else:
            strays.append(mark)
    for mark in reversed(strays):
        digits = raised(mark.target or "")
        text = text[: mark.start] + digits + text[mark.start :]
        marks = [_moved(other, mark.start, len(digits)) for other in marks]
    cells = tuple(text.split("\t")) if line.cells else line.cells
    return msgspec.structs.replace(line, text=text, marks=tuple(marks), cells=cells)


def _moved(mark: Mark, at: int, by: int) -> Mark:
    """Return a mark of a text into which ``by`` characters were put at a place."""
    start = mark.start + by * (mark.start >= at)
    return msgspec.structs.replace(mark, start=start, end=mark.end + by * (mark.end >= at))
