# SPDX-License-Identifier: MIT
"""Footnotes: their bodies taken out of the text and made whole, also over a page's end."""

import re
from collections.abc import Sequence

import msgspec

from peelviewer.reading.lines import Line, begins_lower, ends_sentence, joined, with_call_outs

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|[)\]]$")
_LINK_ONLY = re.compile(r"(?:https?://|www\.)\S+\W*$")
_FULL_STOP = re.compile(r"[.!?][”’\"')]*$")
_HIGHEST = 999


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A footnote's body; ``index`` is its first line's place among the lines given."""

    number: int
    text: str
    index: int


class Separated(msgspec.Struct, frozen=True, kw_only=True):
    """The running text and the notes; ``places`` are the running lines' indexes in the source."""

    flow: tuple[Line, ...]
    places: tuple[int, ...]
    notes: tuple[Note, ...]


class _Body(msgspec.Struct):
    """A note while it is read: how many pages ago it began decides whether it can still go on."""

    number: int
    index: int
    pieces: list[str]
    listing: bool = False
    turns: int = 0

    def add(self, line: Line) -> None:
        text = with_call_outs(line.text, line.marks)
        if line.marker or (self.listing and line.gap):
            self.listing = bool(line.marker)
            self.pieces.append("\n" + (f"{line.marker} " if line.marker else "") + text)
        else:
            self.pieces[-1] = joined(self.pieces[-1], text)

    @property
    def tail(self) -> str:
        return self.pieces[-1]

    @property
    def is_open(self) -> bool:
        """Whether the note must go on: it stops in mid-sentence (an address is an end)."""
        return not ends_sentence(self.tail) and not _ADDRESS.search(self.tail[-200:])


def separate(lines: Sequence[Line]) -> Separated:
    """Take the footnotes' bodies out of ``lines``.

    A body begins with its raised number. It stands at the foot of a page, so the running text
    after it is marked ``breaks="foot"``. A body that stops in mid-sentence goes on at the foot of
    the next page, above that page's own notes.
    """
    flow: list[Line] = []
    places: list[int] = []
    bodies: list[_Body] = []
    seen: set[int] = set()
    foot = ruled = False
    for index, line in enumerate(lines):
        if line.breaks == "head":
            foot = ruled = False
            if bodies:
                bodies[-1].turns += 1
        if line.rule:
            ruled = True
            continue
        number = line.note
        if number is not None and number not in seen and number <= _HIGHEST and not line.heading:
            body = with_call_outs(line.text, line.marks[1:])
            bodies.append(_Body(number=number, index=index, pieces=[body]))
            seen.add(number)
            foot = True
        elif bodies and _goes_on(bodies[-1], lines, index, flow, foot=foot, ruled=ruled):
            bodies[-1].add(line)
            foot = True
        else:
            if (foot or ruled) and not line.breaks:
                flow.append(msgspec.structs.replace(line, breaks="foot"))
            else:
                flow.append(line)
            places.append(index)
            foot = ruled = False
    return Separated(
        flow=tuple(flow),
        places=tuple(places),
        notes=tuple(
            Note(number=body.number, text="".join(body.pieces), index=body.index)
            for body in sorted(bodies, key=lambda body: body.number)
        ),
    )


def _goes_on(
    note: _Body, lines: Sequence[Line], index: int, flow: Sequence[Line], *, foot: bool, ruled: bool
) -> bool:
    """Whether the line is more of ``note`` and not running text."""
    line = lines[index]
    if line.heading or line.strong or line.cells:
        return False
    text_is_open = bool(flow) and flow[-1].is_prose and not ends_sentence(flow[-1].text)
    if foot:
        return _goes_on_here(note, line, text_is_open=text_is_open)
    if not note.is_open or note.turns != 1 or line.marker:
        return False
    if ruled:
        return True
    # Without a drawn line: running text that is still open goes on only after a page's end.
    follows = next((after for after in lines[index + 1 : index + 3] if not after.rule), None)
    at_foot = follows is None or follows.note is not None or follows.breaks == "head"
    if not begins_lower(line.text):
        return False
    if line.breaks == "head":  # the first line of a page, below a text that was at its end
        return bool(flow) and flow[-1].is_prose and bool(_FULL_STOP.search(flow[-1].text[-4:]))
    return text_is_open or at_foot


def _goes_on_here(note: _Body, line: Line, *, text_is_open: bool) -> bool:
    """Whether a line straight after a note's body, on the same page, belongs to it."""
    opened = note.tail.endswith(":")
    if line.marker:
        return opened or note.listing
    if not line.gap:
        return True
    if opened:
        return bool(_LINK_ONLY.match(line.text))
    return note.is_open and begins_lower(line.text) and not text_is_open
