# SPDX-License-Identifier: MIT
"""Furniture: what a page carries beside the report (running lines, page numbers, blank pages)."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import msgspec

from peelviewer.reading.forces import is_force
from peelviewer.reading.lines import Line, cut, printed
from peelviewer.reading.page_numbers import BLANK_PAGE
from peelviewer.reading.running_lines import is_in_graphic, letters_of, running, signature, text_of

_SHORTEST = 8  # letters of a running line that is looked for within other text
_SEVERAL = 12  # running lines that are looked for there


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The lines that are left, and the texts that were set apart, in order."""

    lines: tuple[Line, ...]
    furniture: tuple[str, ...]


def set_apart(lines: Sequence[Line], title: int = 0, known: Collection[str] = ()) -> Sheet:
    """Take running lines, page numbers, page rules and notes on blank pages out of ``lines``.

    The line after one of them gets ``breaks="head"``: a page begins there. A running line that is
    run together with other text is cut from it. The line whose number is ``title`` stays: many
    reports run their own title along the top. ``known`` are running lines already found.
    """
    text = text_of(lines)
    told = {letters_of(one): one for one in known}
    found = running(text) | told | {f"# {sign}": told[sign] for sign in told}
    together = _run_together(found)
    kept: list[Line] = []
    apart: list[str] = []
    breaks = False
    for index, line in enumerate(lines):
        if line.rule and line.breaks:
            breaks = True
            continue
        if index in text.numbers:
            apart.append(printed(line))
            breaks = True
            continue
        is_found = text.signs[index] in found
        runs = is_found and not is_in_graphic(text, index)
        is_title = line.number == title
        for piece in (line,) if is_found or is_title else _pieces(line, together):
            if is_title or (piece is line and is_found and not runs):
                kept.append(piece)
            elif BLANK_PAGE.match(piece.text) or signature(piece) in found:
                apart.append(printed(piece))
                breaks = True
            elif breaks:
                kept.append(msgspec.structs.replace(piece, breaks="head"))
                breaks = False
            else:
                kept.append(piece)
    return Sheet(lines=tuple(kept), furniture=tuple(apart))


def _run_together(running: dict[str, str]) -> re.Pattern[str] | None:
    """Return what finds a running line in other text: at its start, or anywhere in capitals."""
    texts = sorted(running.values(), key=len, reverse=True)[:_SEVERAL]
    parts = [
        re.escape(text) if text.isupper() and text.count(" ") >= 2 else rf"\A{re.escape(text)}"
        for text in texts
        if len(text) >= _SHORTEST and not is_force(text)
    ]
    return re.compile(rf"(?:{'|'.join(parts)})(?!\w)") if parts else None


def _pieces(line: Line, running: re.Pattern[str] | None) -> Iterator[Line]:
    """Cut running lines from the text that they were run together with."""
    found = list(running.finditer(line.text)) if running and not line.cells else []
    if not found or found[0].group() == line.text:
        yield line
        return
    places = [0, *(place for match in found for place in match.span()), len(line.text)]
    for start, end in pairwise(places):
        if line.text[start:end].strip():
            yield cut(line, start, end)
