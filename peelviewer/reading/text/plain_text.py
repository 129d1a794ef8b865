# SPDX-License-Identifier: MIT
"""Plain text to styled lines: the layout is all there is (bullets, wide gaps, indents)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.graphic import VALUE
from peelviewer.reading.lines import ITEM, Line, is_power
from peelviewer.reading.text.aligned import aligned, is_tabbed
from peelviewer.reading.text.dialects import is_underline
from peelviewer.reading.text.framed import drawn, piped
from peelviewer.reading.text.rows import LONE_BULLET, PAGE_FEED, row
from peelviewer.reading.text.unsigned import begun, markers, stacked
from peelviewer.reading.text.widths import last_lines

_ITEM = re.compile(rf"{ITEM}\s+(?=\S)")
_RAGGED = 2  # letters by which an underline is longer or shorter than its title, at most
_LEADER = re.compile(r"[\s.…·]+$")  # what leads to a page's number, letter by letter on lines
_QUOTES = {"“": "”", '"': '"', "‘": "’"}
_WIDE_GAP = re.compile(r"\t|[ \u00a0]{3,}")
_RULE = re.compile(r"[-_=*]{3,}$")
# Three digits are the most that a footnote's number has; a longer run is no call-out.
_RAISED = re.compile(r"(?<![⁰¹²³⁴-⁹])([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹])(?:[,⁠](?=[⁰¹²³⁴-⁹]))?")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_INDENT = 2
_WIDEST = 160  # letters that a line set by hand or printed on a page has at most
_LONG_LINES = 0.1  # of the lines, from which on a line is a whole paragraph
_BLANK_LINES = 0.1  # of the lines, up to which blank ones part no paragraphs


def lines(text: str) -> tuple[Line, ...]:
    """Return the styled lines of a plain text; raised digits are its footnotes' call-outs."""
    raws = text.split("\n")
    levels = _underlined(raws)
    return tuple(
        msgspec.structs.replace(line, heading=levels[line.number])
        if line.number in levels
        else line
        for line in _lines(raws)
        if not (line.rule and line.number - 1 in levels)
    )


def _lines(raws: Sequence[str]) -> Iterator[Line]:
    rows = {**aligned(raws), **drawn(raws), **piped(raws)}
    each = _is_unwrapped(raws)
    quoted = _quotations(raws)
    starts = frozenset() if each else begun(raws) | {at + 1 for at in last_lines(raws, rows)}
    signs, apart = markers(raws), stacked(raws)
    gap, marker = True, None
    was_row = False
    for number, raw in enumerate(raws, 1):
        body = raw.strip()
        if raw == PAGE_FEED:
            yield Line(number=number, text="", rule=True, breaks="head")
        if number - 1 in rows:
            for cells in rows[number - 1]:
                yield _row(number, raw, cells, gap or (each and not was_row))
                gap, marker, was_row = False, None, True
            continue
        if not body or _LEADER.match(body):
            gap = gap or not body
            continue
        if _RULE.match(body):
            yield Line(number=number, text="", rule=True, gap=gap)
            gap = True
            continue
        if lone := LONE_BULLET.match(raw):
            marker = None if number - 1 in apart else lone[1]
            continue
        line = _line(number, raw, body, gap)
        is_row = line.cells is not None
        if (each and not (is_row and was_row)) or number - 1 in starts:
            line = msgspec.structs.replace(line, gap=True)
        marker = signs.get(number - 1, marker)
        if marker and not line.marker and not is_row:
            line = msgspec.structs.replace(line, marker=marker)
        yield msgspec.structs.replace(line, quoted=True) if number - 1 in quoted else line
        gap, marker, was_row = False, None, is_row


def _underlined(raws: Sequence[str]) -> dict[int, int]:
    """Return the levels of titles, by line number, that are underlined from end to end."""
    return {
        index: 1 if raw[0] == "=" else 2
        for index, raw in enumerate(raws)
        if index
        and raw[:1] in ("=", "-")
        and abs(len(raw.rstrip()) - len(raws[index - 1].rstrip())) <= _RAGGED
        and is_underline(raws, index)
    }


def _quotations(raws: Sequence[str]) -> frozenset[int]:
    """Return the indexes of lines that are block quotations: indented, in quotation marks.

    Blank lines part them from the rest, all of their lines are indented more than most lines are,
    and what opens with a mark closes with one.
    """
    margins = Counter(_margin(raw) for raw in raws if raw.strip())
    least = margins.most_common(1)[0][0] + _INDENT if margins else 0
    found: set[int] = set()
    start = 0
    for end in range(len(raws) + 1):
        if end < len(raws) and raws[end].strip():
            continue
        part = raws[start:end]
        text = " ".join(raw.strip() for raw in part)
        closing = _QUOTES.get(text[:1])
        if closing and closing in text[1:] and all(_margin(raw) >= least for raw in part):
            found.update(range(start, end))
        start = end + 1
    return frozenset(found)


def _margin(raw: str) -> int:
    return len(raw) - len(raw.lstrip())


def _is_unwrapped(raws: Sequence[str]) -> bool:
    """Whether each line is a paragraph: many are too long for a page, and no blank ones part them.

    So word processors save plain text.
    """
    long = sum(len(raw) > _WIDEST for raw in raws)
    blank = sum(not raw.strip() for raw in raws)
    return long > _LONG_LINES * (len(raws) - blank) and blank <= _BLANK_LINES * len(raws)


def _row(number: int, raw: str, cells: tuple[str, ...], gap: bool) -> Line:
    plain = (_called(" ".join(cell.split())) for cell in cells)
    return row(number, plain, gap=gap, indent=_margin(raw) // _INDENT)


def _line(number: int, raw: str, body: str, gap: bool) -> Line:
    indent = _margin(raw) // _INDENT
    if is_tabbed(raw):
        return _row(number, raw, tuple(raw.split("\t")), gap)
    found = _ITEM.match(body)
    if found and _WIDE_GAP.search(found[0]) and VALUE.match(body[found.end() :]):
        return _row(number, raw, tuple(_WIDE_GAP.split(body)), gap)  # a dash is a value, too
    marker = found[1] if found else None
    if found:
        body = body[found.end() :]
    elif _WIDE_GAP.search(body):
        return _row(number, raw, tuple(_WIDE_GAP.split(body)), gap)
    plain, marks = _called(" ".join(body.split()))
    return Line(number=number, text=plain, marks=marks, marker=marker, indent=indent, gap=gap)


def _called(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Take raised digits out of ``text`` as call-outs."""
    if text.isascii():
        return text, ()
    pieces: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for found in _RAISED.finditer(text):
        if is_power(text[: found.start()], found[0]):
            continue
        pieces.append(text[at : found.start()])
        length += len(pieces[-1])
        number = found[1].translate(_DIGITS)
        if length == 0:  # a note's body begins with its number and a space
            at = found.end() + (text[found.end() : found.end() + 1] == " ")
        else:
            at = found.end()
        marks.append(Mark(kind="footnote", start=length, end=length, target=number))
    pieces.append(text[at:])
    return "".join(pieces), tuple(marks)
