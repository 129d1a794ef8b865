# SPDX-License-Identifier: MIT
"""Call-outs whose raised digits a conversion set plain ("autumn.1"), where notes prove them.

Only a copy without any raised number is looked at. A note is one if it stands at the foot of a
page, bears the next number, and a call-out of that number ends a word on the same page. All else
stays text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from peelviewer.model.report import Mark
from peelviewer.reading.lines import Line

_NOTE = re.compile(r"(\d{1,3})\s+(?=[A-Z“‘\"'(]|https?:|www\.)")
_CALL = r"(?:(?<=[a-z]{{2}})|(?<=[a-z)”’][.,;:!?])|(?<=[a-z][”’)])){}(?=[.,;:)]?(?:\s|$))"
_FEWEST = 2
_Call = tuple[int, int, int]  # line, start and end of the digits


def with_raised(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with plain call-outs and their notes' numbers as marks."""
    turns = [index for index, line in enumerate(lines) if line.breaks == "head"]
    if not turns or any(line.callouts or line.page is not None for line in lines):
        return tuple(lines)
    calls: list[_Call] = []
    notes: list[int] = []
    for start, end in pairwise([0, *turns, len(lines)]):
        feet = _feet(lines, start, end, len(notes) + 1)
        found = _calls(lines, start, feet[0] if feet else end, len(notes) + 1, len(feet))
        calls += found
        notes += feet[: len(found)]
    if len(notes) < _FEWEST:
        return tuple(lines)
    made = list(lines)
    for index, first, last in reversed(calls):
        made[index] = _called(made[index], first, last)
    for index in notes:
        if number := _NOTE.match(lines[index].text):
            made[index] = _called(made[index], 0, len(number[1]))
    return tuple(made)


def _feet(lines: Sequence[Line], start: int, end: int, number: int) -> list[int]:
    """Return the lines at a page's foot that begin with ``number`` and the ones after it."""
    found: list[int] = []
    for index in range(start, end):
        line = lines[index]
        begun = _NOTE.match(line.text) if _is_plain(line) else None
        if begun and int(begun[1]) == number + len(found):
            found.append(index)
        elif found and (line.gap or not _is_plain(line)) and not line.rule:
            found = []  # text stands below: no foot
    return found


def _calls(lines: Sequence[Line], start: int, end: int, number: int, count: int) -> list[_Call]:
    """Return the first call-outs of ``count`` numbers from ``number`` on, in order."""
    found: list[_Call] = []
    wanted = iter(range(number, number + count))
    pattern = _pattern(wanted)
    for index in range(start, end):
        line = lines[index]
        at = 0
        while pattern and not line.cells and (call := pattern.search(line.text, at)):
            found.append((index, *call.span()))
            at = call.end()
            pattern = _pattern(wanted)
    return found


def _pattern(numbers: Iterator[int]) -> re.Pattern[str] | None:
    number = next(numbers, None)
    return None if number is None else re.compile(_CALL.format(number))


def _is_plain(line: Line) -> bool:
    return line.is_prose and line.marker is None and not line.quoted


def _called(line: Line, start: int, end: int) -> Line:
    """Return ``line`` with the digits between two offsets as a call-out."""
    after = end + (start == 0 and line.text[end : end + 1].isspace())
    gone = after - start

    def moved(place: int) -> int:
        return place if place <= start else max(start, place - gone)

    marks = [
        Mark(kind=m.kind, start=moved(m.start), end=moved(m.end), target=m.target)
        for m in line.marks
    ]
    marks.append(Mark(kind="footnote", start=start, end=start, target=line.text[start:end]))
    return msgspec.structs.replace(
        line,
        text=line.text[:start] + line.text[after:].lstrip()
        if start == 0
        else line.text[:start] + line.text[after:],
        marks=tuple(sorted(marks, key=lambda mark: (mark.start, mark.end))),
    )
