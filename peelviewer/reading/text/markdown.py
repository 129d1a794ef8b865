# SPDX-License-Identifier: MIT
"""Markdown, as conversions from PDF write it, to styled lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from peelviewer.reading.grades import shown
from peelviewer.reading.lines import ITEM, Line, cut
from peelviewer.reading.text.aligned import aligned, is_tabbed
from peelviewer.reading.text.dialects import as_markdown
from peelviewer.reading.text.framed import framed
from peelviewer.reading.text.inline import inline
from peelviewer.reading.text.rows import LONE_BULLET, PAGE_FEED, row
from peelviewer.reading.words import is_page_mark

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(rf"(\s*){ITEM}\s+(?=\S)")
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_PIPED = re.compile(r"\s*\|.*\|\s*$")
_PIPED_RULE = re.compile(r"[\s|:-]+$")
_PIPE = re.compile(r"(?<!\\)\|")
_IMAGE_ONLY = re.compile(r"\s*!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])\s*$")
_WIDE_GAP = re.compile(r"\t|[ \u00a0\u2002\u2003]{3,}")
_BOLD_ROW = re.compile(r"\s*\*\*[^*]+\*\*\s*$")
_NOTE = re.compile(r"\s{0,3}\[\^\d{1,3}\]:")
_ENTRY = re.compile(r"(\s+)\S.*(?:[.…·_]\s?){3,}\d{1,3}$")  # of a contents page, below another
_BULLET_WITHIN = re.compile(r"\s•\s+(?=\S)")
_INDENTED = ("    ", "\t")
_TAB_WIDTH = 2
_RUN_TOGETHER = "****"


def lines(text: str) -> tuple[Line, ...]:
    """Return the styled lines of a Markdown file; blank ones become the ``gap`` of the next.

    Besides Markdown it knows what such files hold in practice: ``<b>`` and ``<sup>``, cells apart
    by tabs or by wide gaps, and list items that begin with a printed bullet.
    """
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    printed = text.split("\n")
    raws = as_markdown(printed)
    rows = {**aligned(raws), **framed(printed)}
    gap, noting, marker, above = True, False, None, ""
    for number, raw in enumerate(raws, 1):
        if raw == PAGE_FEED or is_page_mark(raw):
            yield Line(number=number, text="", rule=True, breaks="head")
            gap = True
            continue
        if number - 1 in rows:
            for cells in rows[number - 1]:
                yield _row(number, cells, gap)
                gap = False
            continue
        if not raw or raw.isspace() or _is_empty_item(raw, above):
            gap = True
            continue
        above = raw
        if lone := LONE_BULLET.match(raw):
            marker = lone[1]
            continue
        line = _line(number, raw, gap)
        if line is None:  # a piped table's rule joins its rows; a picture parts paragraphs
            gap = gap or not raw.lstrip().startswith("|")
            continue
        if marker and line.is_prose and not line.marker:
            line = msgspec.structs.replace(line, marker=marker)
        marker = None
        noting = bool(_NOTE.match(raw)) or (noting and raw.startswith(_INDENTED))
        if noting and gap and line.note is None and line.is_prose and not line.marker:
            line = msgspec.structs.replace(line, gap=False)  # a note's own further paragraph
        yield from _apart(line, raw)
        gap = line.rule or bool(line.heading)


def _apart(line: Line, raw: str) -> Sequence[Line]:
    """Return the lines that were run together into one."""
    if _RUN_TOGETHER in raw:
        return list(_parts(line))
    return list(_items(line)) if line.marker and "•" in line.text else (line,)


def _items(line: Line) -> Iterator[Line]:
    """Yield an item, and those behind printed bullets that were run together with it."""
    ends = [found.span() for found in _BULLET_WITHIN.finditer(line.text)]
    starts = [0, *(end for _, end in ends)]
    for start, end in zip(starts, [*(start for start, _ in ends), len(line.text)], strict=True):
        yield cut(line, start, end)


def _is_empty_item(raw: str, above: str) -> bool:
    """Whether a line is an item without words in a list: elsewhere a dash can be a value."""
    return raw.strip() == "-" and above.lstrip().startswith("- ")


def _line(number: int, raw: str, gap: bool) -> Line | None:
    """Return one line, or ``None`` for one that holds no words (a table's rule, a picture)."""
    if _PIPED.match(raw):
        if _PIPED_RULE.match(raw):
            return None
        cells = _PIPE.split(raw.strip())[1:-1]
        return _row(number, tuple(cell.strip() for cell in cells), gap)
    if _RULE.match(raw):
        return Line(number=number, text="", rule=True, gap=gap)
    picture = _IMAGE_ONLY.match(raw)
    if picture is not None and not shown(picture[1]):
        return None
    if is_tabbed(raw):
        return _row(number, _cells(raw, raw.split("\t")), gap)
    return _worded(number, raw, gap)


def _worded(number: int, raw: str, gap: bool) -> Line | None:
    """Return a heading, a list item, a row of cells far apart, or a line of text."""
    quoted = raw.lstrip().startswith(">")
    if quoted:
        raw = raw.lstrip().lstrip("> ")
    heading, marker, indent = 0, None, 0
    if found := _HEADING.match(raw):
        heading, raw = len(found[1]), found[2]
    elif found := _ITEM.match(raw):
        indent = _depth(found[1])
        marker, raw = found[2], raw[found.end() :]
    elif _WIDE_GAP.search(raw.strip()):
        return _row(number, _cells(raw, _WIDE_GAP.split(raw.strip())), gap)
    elif found := _ENTRY.match(raw):
        indent = _depth(found[1])
    plain, marks = inline(raw)
    if not plain and not marks:
        return None
    return Line(
        number=number,
        text=plain,
        marks=marks,
        heading=heading,
        marker=marker,
        indent=indent,
        gap=gap or bool(heading),  # a heading's sign parts it from the lines around it
        quoted=quoted,
    )


def _depth(margin: str) -> int:
    return len(margin.expandtabs(_TAB_WIDTH)) // _TAB_WIDTH


def _cells(raw: str, cells: Sequence[str]) -> tuple[str, ...]:
    """Return a row's cells; bold set around the whole row is each cell's own."""
    if _BOLD_ROW.match(raw):
        return tuple(f"**{cell.strip(' *')}**" for cell in cells)
    return tuple(cell.strip() for cell in cells)


def _row(number: int, cells: tuple[str, ...], gap: bool) -> Line:
    """Return a table row; call-outs and emphasis inside its cells become marks of the line."""
    return row(number, map(inline, cells), gap=gap)


def _parts(line: Line) -> Iterator[Line]:
    """Yield lines of which one's bold text touches the next one's.

    A bold word that was only set in two pieces ("Requ" and "ires") stays one.
    """
    bold = [mark for mark in line.marks if mark.kind == "strong"]
    starts = [0]
    for left, right in pairwise(bold):
        first = line.text[right.start : right.start + 1]
        if left.end == right.start and (first.isupper() or first.isdigit()):
            starts.append(right.start)
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        yield line if len(starts) == 1 else cut(line, start, end)
