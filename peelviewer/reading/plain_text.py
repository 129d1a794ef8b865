# SPDX-License-Identifier: MIT
"""Plain text to styled lines: the layout is all there is (bullets, wide gaps, indents)."""

import re
from collections.abc import Iterator

from peelviewer.model.report import Mark
from peelviewer.reading.lines import Line, is_power
from peelviewer.reading.markdown import PAGE_FEED

_ITEM = re.compile(r"([-*+•▪●◦‣–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
_WIDE_GAP = re.compile(r"\t+|[ \u00a0]{3,}")
_RULE = re.compile(r"[-_=*]{3,}$")
# Three digits are the most that a footnote's number has; a longer run is no call-out.
_RAISED = re.compile(r"(?<![⁰¹²³⁴-⁹])([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹])(?:[,⁠](?=[⁰¹²³⁴-⁹]))?")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_INDENT = 2


def lines(text: str) -> tuple[Line, ...]:
    """Return the styled lines of a plain text; raised digits are its footnotes' call-outs."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    gap = True
    for number, raw in enumerate(text.split("\n"), 1):
        body = raw.strip()
        if raw == PAGE_FEED:
            yield Line(number=number, text="", rule=True, breaks="head")
        if not body:
            gap = True
            continue
        if _RULE.match(body):
            yield Line(number=number, text="", rule=True, gap=gap)
            gap = True
            continue
        yield _line(number, raw, body, gap)
        gap = False


def _line(number: int, raw: str, body: str, gap: bool) -> Line:
    indent = (len(raw) - len(raw.lstrip())) // _INDENT
    found = _ITEM.match(body)
    marker = found[1] if found else None
    if found:
        body = body[found.end() :]
    elif _WIDE_GAP.search(body):
        if raw.startswith("\t") and "\t" in body:  # a table's blank first cell, no indent
            body = f"\t{body}"
        cells = tuple(" ".join(cell.split()) for cell in _WIDE_GAP.split(body))
        return Line(number=number, text="\t".join(cells), cells=cells, gap=gap, indent=indent)
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
