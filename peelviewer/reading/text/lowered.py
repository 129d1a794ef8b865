# SPDX-License-Identifier: MIT
"""Call-outs whose raised digits a conversion set plain ("autumn.1", "autumn[1]"), and their notes.

Each proves the other: a paragraph that begins with a number is a footnote's body if the numbers
of such paragraphs count up, and if that number ends a word in the text before it. Where call-outs
are raised, and only the bodies' numbers are not, plain digits are none. All else stays text.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.lines import Line, begins_lower, ends_sentence, shifted, two_notes

_NOTE = re.compile(
    r"(?:\[(?P<boxed>\d{1,3})\]|(?P<bare>\d{1,3}))\s+(?=[A-Z“‘\"'(]|\d+[A-Za-z]|https?:|www\.)"
)
_AFTER = (  # what a call-out can stand behind: a word, its full stop or closing sign, a year
    r"(?<=[^\W\d_]{2})",
    r"(?<=[^\W\d_)”’'\"][.,;:!?])",
    r"(?<=[^\W\d_.][”’)'\"])",
    r"(?<=[^\W\d_][)”’'\"][.,;:])",
    r"(?<=\b20\d\d[.,;])",
    r"(?<=\b20\d\d)",
)
_CALL = re.compile(
    r"\s?\[(?P<boxed>\d{1,3})\]"
    rf"|(?:{'|'.join(_AFTER)})(?P<bare>\d{{1,3}}(?:,\s?\d{{1,3}})*)(?=[.,;:)?!]?(?:\s|$))"
)
_LONE = re.compile(r"\d{1,3}$")
_BOXED = re.compile(r"\[\d{1,3}\]\s")
_NUMBER = re.compile(r"\d{1,3}")
_ITEM = re.compile(r"\d{1,3}[.)]$")
_FEWEST = 2
_SKIPPED = 2  # numbers in a row whose note or call-out a conversion may have lost


class _Call(msgspec.Struct, frozen=True):
    """A number that can be a call-out: its line, the characters it takes up, whether raised."""

    line: int
    start: int
    end: int
    number: int
    raised: bool = False


def with_raised(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with plain call-outs and their notes' numbers as marks."""
    if any(line.page is not None or line.note is not None for line in lines):
        return tuple(lines)
    given = lines
    lines = _with_numbers(given)
    calls, bodies = _proven(lines)
    if len(bodies) < (1 if _is_certain(lines, calls, bodies) else _FEWEST):
        return tuple(given)
    made = list(lines)
    for call in sorted(calls, key=lambda call: (call.line, call.start), reverse=True):
        if not call.raised:
            made[call.line] = _called(made[call.line], call)
    for index, end in bodies.items():
        made[index] = _begun(made[index], end)
    known = {call.number for call in calls}
    made = [_with_both(line, known) for line in made]
    return tuple(_without_unproven(given, made, bodies))


def _with_numbers(lines: Sequence[Line]) -> list[Line]:
    """Return ``lines``, a number that stands alone right above text as the beginning of that.

    So a raised number is printed that text is set beside. The line that it stood on is blank. The
    number of an item in a quotation, as some conversions set notes, begins its text too.
    """
    made = [_unquoted(line) if _is_quoted_item(line) else line for line in lines]
    for index, (line, below) in enumerate(pairwise(lines)):
        if (
            _LONE.match(line.text)
            and _can_begin(line)
            and _can_begin(below)
            and not (below.gap or below.breaks)
        ):
            start = f"{line.text} "
            made[index] = msgspec.structs.replace(line, text="")
            made[index + 1] = msgspec.structs.replace(
                below, text=start + below.text, marks=shifted(below.marks, len(start)), gap=True
            )
    return made


def _is_quoted_item(line: Line) -> bool:
    return line.quoted and line.marker is not None and bool(_ITEM.match(line.marker))


def _unquoted(line: Line) -> Line:
    start = f"{(line.marker or '').rstrip('.)')} "
    text, marks = start + line.text, shifted(line.marks, len(start))
    return msgspec.structs.replace(line, text=text, marks=marks, marker=None, quoted=False)


def _without_unproven(
    given: Sequence[Line], made: Sequence[Line], bodies: Collection[int]
) -> Iterator[Line]:
    """Yield the lines, numbers that stand alone and begin no note as they were given."""
    for index, (old, new) in enumerate(zip(given, made, strict=True)):
        if _is_quoted_item(old) and index not in bodies:
            yield old
            continue
        if old.text and not new.text and index + 1 in bodies:
            continue
        is_moved = index and given[index - 1].text and not made[index - 1].text
        yield old if (old.text and not new.text) or (is_moved and index not in bodies) else new


def _is_certain(lines: Sequence[Line], calls: Collection[_Call], bodies: Collection[int]) -> bool:
    """Whether a note can be nothing else, though there is only one.

    Its number is in brackets, its call-out is raised, or it stands in the middle of a sentence.
    """
    return (
        all(lines[index].text.startswith("[") for index in bodies)
        or any(call.raised for call in calls)
        or any(_is_within_sentence(lines, index) for index in bodies)
    )


def _is_within_sentence(lines: Sequence[Line], index: int) -> bool:
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1], lines[index + 1]
    is_open = before.is_prose and not ends_sentence(before.text)
    return is_open and after.is_prose and not after.marker and begins_lower(after.text)


def _proven(lines: Sequence[Line]) -> tuple[list[_Call], dict[int, int]]:
    """Return the call-outs and, by line, where the number of each body ends.

    The text is gone through once. Call-outs wait for their notes, which count up; one waits no
    longer when a later number's note comes.
    """
    calls: list[_Call] = []
    bodies: dict[int, int] = {}
    waiting: dict[int, _Call] = {}
    last = 0
    raised = any(line.callouts for line in lines)
    boxed = any(_BOXED.match(line.text) for line in lines if _can_begin(line))
    for index, line in enumerate(lines):
        begun = _NOTE.match(line.text) if _can_begin(line) else None
        number = int(begun["boxed"] or begun["bare"]) if begun else 0
        if begun and last < number <= last + 1 + _SKIPPED and number in waiting:
            calls.append(waiting[number])
            bodies[index] = begun.end()
            waiting = {n: call for n, call in waiting.items() if n > number}
            last = number
            at = begun.end()
        else:
            at = 0
        found = _raised(line, index) if raised else _plain(line, index, at, boxed=boxed)
        for both in found:
            newest = max(waiting, default=last)
            for call in _apart(both, newest):
                if newest < call.number <= newest + 1 + _SKIPPED:
                    waiting[call.number] = call
    return calls, bodies


def _apart(call: _Call, newest: int) -> tuple[_Call, ...]:
    """Return a call-out, or the two that touch: after note 2 "34" is 3 and 4."""
    first, second = str(newest + 1), str(newest + 2)
    length = 0 if call.raised else len(first + second)
    if str(call.number) != first + second or call.end - call.start != length:
        return (call,)
    middle = call.start + len(first) * (not call.raised)
    return (
        msgspec.structs.replace(call, end=middle, number=newest + 1),
        msgspec.structs.replace(call, start=middle, number=newest + 2),
    )


def _raised(line: Line, index: int) -> Iterator[_Call]:
    for mark in line.marks:
        if mark.kind == "footnote":
            yield _Call(index, mark.start, mark.end, int(mark.target or 0), raised=True)


def _plain(line: Line, index: int, start: int, *, boxed: bool) -> Iterator[_Call]:
    """Yield the numbers of a line that can be call-outs, in order.

    Where a note's number is in brackets (``boxed``), those of call-outs are, too.
    """
    for call in _CALL.finditer(line.text, start):
        if call["boxed"]:
            yield _Call(index, call.start(), call.end(), int(call["boxed"]))
            continue
        if boxed:
            continue
        at = call.start("bare")
        parts = list(_NUMBER.finditer(call["bare"]))
        for part, after in zip(parts, [*parts[1:], None], strict=True):
            end = after.start() if after else len(call["bare"])
            yield _Call(index, at + part.start(), at + end, int(part[0]))


def _can_begin(line: Line) -> bool:
    """Whether a footnote's body can begin with the line."""
    return line.is_prose and line.marker is None and not line.quoted


def _called(line: Line, call: _Call) -> Line:
    """Return ``line`` with the digits of a call-out as a mark."""
    return _without(line, call.start, call.end, call.number)


def _with_both(line: Line, known: Collection[int]) -> Line:
    """Return ``line``, a raised number that is those of two notes as two call-outs."""
    marks: list[Mark] = []
    for mark in line.marks:
        two = two_notes(mark.target or "", known) if mark.kind == "footnote" else None
        marks += [msgspec.structs.replace(mark, target=one) for one in two or (mark.target,)]
    return msgspec.structs.replace(line, marks=tuple(marks)) if line.callouts else line


def _begun(line: Line, end: int) -> Line:
    """Return a note's first line with its number as a mark."""
    number = _NUMBER.search(line.text)
    return _without(line, 0, end, int(number[0]) if number else 0)


def _without(line: Line, start: int, end: int, number: int) -> Line:
    gone = end - start

    def moved(place: int) -> int:
        return place if place <= start else max(start, place - gone)

    new = Mark(kind="footnote", start=start, end=start, target=str(number))
    old = [
        Mark(kind=m.kind, start=moved(m.start), end=moved(m.end), target=m.target)
        for m in line.marks
    ]
    return msgspec.structs.replace(
        line,
        text=line.text[:start] + line.text[end:],
        marks=tuple(sorted([new, *old], key=lambda mark: (mark.start, mark.end))),
    )
