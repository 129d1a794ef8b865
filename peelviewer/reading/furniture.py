# SPDX-License-Identifier: MIT
"""Furniture: what a page carries beside the report (running lines, page numbers, blank pages).

A running line is known by what it does, not by what it says: it comes again and again, and it
stands where a page ends: it cuts sentences in two, comes once a page's worth of words, or stands
beside page numbers, below notes and above the next part's title.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

import msgspec

from peelviewer.reading.actions import heads_box
from peelviewer.reading.forces import is_force
from peelviewer.reading.grades import grade
from peelviewer.reading.graphic import VALUE, is_national, named_value, names_both
from peelviewer.reading.lines import Line, begins_lower, cut, ends_sentence, key, printed
from peelviewer.reading.page_numbers import BLANK_PAGE, page_numbers

_LONGEST = 160  # characters of a running line
_OFTEN = 3
_SHORTEST = 8  # letters of a running line that is looked for within other text
_SEVERAL = 12  # running lines that are looked for there
_PRINTED_AGAIN = 12  # times that a text is printed again in one report, at most
_REGULAR = 6  # times that a line must come to be known by its distance alone
_PAGE_WORDS = (60, 1000)  # words from one running line to the next, where pages are full
_REACH = 12  # lines around a page's end in which a sentence is looked for
_SENTENCE = 40  # characters from which a line is taken for the text of a paragraph
_WHOLE = 30  # characters from which a line can be a whole sentence
_MOST_CELLS = 3  # of a running line that stands at both margins
_NEVER = re.compile(
    r"(?:source|note|figure|table|for further information|see annex"
    r"|(?:main|summary of) findings)(?![^\W\d_])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


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
    numbers = page_numbers(lines)
    signs = [_signature(line) if _can_run(line) else "" for line in lines]
    told = {_sign(text): text for text in known}
    running = _running(lines, signs, numbers) | told | {f"# {sign}": told[sign] for sign in told}
    together = _run_together(running)
    kept: list[Line] = []
    apart: list[str] = []
    breaks = False
    for index, line in enumerate(lines):
        if line.rule and line.breaks:
            breaks = True
            continue
        if index in numbers:
            apart.append(printed(line))
            breaks = True
            continue
        runs = signs[index] in running and not _is_in_graphic(lines, index, numbers)
        for piece in (line,) if signs[index] in running else _pieces(line, together):
            if line.number == title or (piece is line and signs[index] in running and not runs):
                kept.append(piece)
            elif BLANK_PAGE.match(piece.text) or _sign_of(piece, line, signs[index]) in running:
                apart.append(printed(piece))
                breaks = True
            elif breaks:
                kept.append(msgspec.structs.replace(piece, breaks="head"))
                breaks = False
            else:
                kept.append(piece)
    return Sheet(lines=tuple(kept), furniture=tuple(apart))


def _signature(line: Line) -> str:
    """Return what is alike in all copies of a running line: its letters, and being a heading."""
    letters = _sign(line.text) if len(line.text) <= _LONGEST else ""
    return f"# {letters}" if letters and line.heading else letters


def _sign(text: str) -> str:
    return key(_DIGITS.sub("", text))


def _sign_of(piece: Line, line: Line, sign: str) -> str:
    """Return the signature of a line's piece, which mostly is the line itself."""
    return sign if piece is line else _signature(piece) if _can_run(piece) else ""


def _can_run(line: Line) -> bool:
    """Whether a line can be a running one; grades, boxes and names come again and again too.

    Where sizes are known, a heading by its size is none.
    """
    if line.heading and line.size is not None:
        return False
    if line.rule or line.marker or line.callouts or _NEVER.match(line.text):
        return False
    if line.cells and len(line.cells) > _MOST_CELLS:
        return False
    if is_national(named_value(line.text) or line.text) or names_both(line.text):
        return False
    return not (heads_box(line.text) or grade(line.text))


def _is_in_graphic(lines: Sequence[Line], index: int, numbers: frozenset[int]) -> bool:
    """Whether a force's name, which some reports run along the top, here heads a value.

    The value can stand beside it, as a page's number does.
    """
    if not is_force(named_value(lines[index].text) or lines[index].text):
        return False
    around = (at for at in (index - 1, index + 1) if 0 <= at < len(lines) and at not in numbers)
    texts = [lines[at].text for at in around]
    return any(is_national(named_value(text) or text) or VALUE.match(text) for text in texts)


def _running(
    lines: Sequence[Line], signs: Sequence[str], numbers: frozenset[int]
) -> dict[str, str]:
    """Return the running lines' signatures, each with one copy's text."""
    times = Counter(signs)
    times[""] = 0
    often = {sign for sign, count in times.items() if count >= 2 and len(sign) >= 4}
    places: dict[str, list[int]] = defaultdict(list)
    words: dict[str, list[int]] = defaultdict(list)
    spoken = 0
    for index, line in enumerate(lines):
        if signs[index] in often:
            places[signs[index]].append(index)
            words[signs[index]].append(spoken)
        spoken += line.text.count(" ") + 1
    return {
        sign: lines[at[0]].text
        for sign, at in places.items()
        if not _is_of_paragraph(lines, signs, at)
        and (
            _is_shouted(lines[at[0]].text, len(at))
            or _cuts_sentences(lines, signs, at, times, numbers)
            or (
                not _counts_titles(lines, at)
                and (
                    _is_regular(lines[at[0]].text, words[sign], signs, at, numbers)
                    or _is_at_feeds(lines, at, numbers)
                    or _is_at_page_ends(lines, signs, at, times, numbers)
                )
            )
        )
    }


def _is_of_paragraph(lines: Sequence[Line], signs: Sequence[str], places: Sequence[int]) -> bool:
    """Whether the line mostly goes on in, or goes on from, one and the same line without space.

    Then it is a part of a text that is printed several times, unless it comes page after page.
    """
    if len(places) > _PRINTED_AGAIN:
        return False
    joints: Counter[tuple[int, str]] = Counter()
    for at in places:
        for step, first in ((1, at), (-1, at - 1)):
            if 0 <= first < len(lines) - 1 and _is_joint(lines[first], lines[first + 1]):
                joints[step, signs[at + step]] += 1
    return max(joints.values(), default=0) > len(places) // 2


def _is_joint(line: Line, below: Line) -> bool:
    """Whether a sentence goes on from ``line``, which is full, in the line below it."""
    return (
        line.is_prose
        and below.is_prose
        and not (below.gap or below.marker or below.breaks)
        and len(line.text) >= _SENTENCE
        and not ends_sentence(line.text)
        and begins_lower(below.text)
    )


def _counts_titles(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether the copies are headings that count from 1 ("Part 1", "Part 2"), and no pages."""
    numbers = [_DIGITS.search(lines[at].text) for at in places]
    return all(lines[at].heading for at in places) and [
        number.group() for number in numbers if number
    ] == [str(number) for number in range(1, len(places) + 1)]


def _is_shouted(text: str, times: int) -> bool:
    """Whether several words in capitals come too often to be a heading."""
    return times > _OFTEN and text.isupper() and text.count(" ") >= _OFTEN and text[-1] != "?"


def _is_at_feeds(lines: Sequence[Line], places: Sequence[int], numbers: frozenset[int]) -> bool:
    """Whether the line mostly stands first or last on its page, where page feeds part pages."""

    def is_feed(order: Iterable[int]) -> bool:
        beyond = next((i for i in order if 0 <= i < len(lines) and i not in numbers), None)
        return beyond is not None and lines[beyond].rule and lines[beyond].breaks == "head"

    at_feeds = sum(
        is_feed(range(at - 1, at - 3, -1)) or is_feed(range(at + 1, at + 3)) for at in places
    )
    return at_feeds >= _OFTEN and at_feeds > len(places) // 2


def _is_at_page_ends(
    lines: Sequence[Line],
    signs: Sequence[str],
    places: Sequence[int],
    times: Counter[str],
    numbers: frozenset[int],
) -> bool:
    """Whether the line mostly stands where a page ends, whatever its sentences do there.

    A page ends beside its number, below its notes, and before a title of the next part. A force's
    name in the numbers graphic says nothing either way. A whole sentence that closes chapters is
    text.
    """
    if _is_whole_sentence(lines[places[0]].text):
        return False
    outside = [at for at in places if not _is_in_graphic(lines, at, numbers)]
    ends = sum(1 for at in outside if _is_at_page_end(lines, signs, at, times, numbers))
    return ends >= _OFTEN and ends > len(outside) // 2


def _is_whole_sentence(text: str) -> bool:
    return len(text) >= _WHOLE and ends_sentence(text)


def _is_at_page_end(
    lines: Sequence[Line],
    signs: Sequence[str],
    at: int,
    times: Counter[str],
    numbers: frozenset[int],
) -> bool:
    if at - 1 in numbers or at + 1 in numbers:
        return True

    def neighbour(order: Iterable[int]) -> Line | None:
        """Return the next line that is no rule and no other running line."""
        for index in order:
            text = lines[index].text
            runs = times[signs[index]] >= _OFTEN and text != lines[at].text
            if not (lines[index].rule or (runs and not _is_whole_sentence(text))):
                return lines[index]
        return None

    before = neighbour(range(at - 1, max(-1, at - _REACH // 2), -1))
    after = neighbour(range(at + 1, min(len(lines), at + _REACH // 2)))
    below_notes = before is not None and before.note is not None
    own = lines[at].heading
    return below_notes or (after is not None and 0 < after.heading <= (own or after.heading))


def _cuts_sentences(
    lines: Sequence[Line],
    signs: Sequence[str],
    places: Sequence[int],
    times: Counter[str],
    numbers: frozenset[int],
) -> bool:
    """Whether the line stands, often enough, between two parts of one sentence.

    One that stands close below other lines is a paragraph's own, which is printed twice, unless
    it comes on page after page.
    """
    apart = sum(lines[at].gap or lines[max(0, at - 1)].rule for at in places)
    if len(places) < _REGULAR and apart <= len(places) // 2:
        return False
    cuts = sum(1 for at in places if _cuts(lines, signs, at, times, numbers))
    return cuts >= 1 and (len(places) >= _OFTEN or cuts >= 2)


def _cuts(
    lines: Sequence[Line],
    signs: Sequence[str],
    at: int,
    times: Counter[str],
    numbers: frozenset[int],
) -> bool:
    """Whether an open sentence goes on after the line, over all else that a page's end holds.

    Notes, rules, page numbers and other short lines that come as often are no part of it.
    """
    often = max(_OFTEN, times[signs[at]] // 2)

    def neighbour(order: Iterable[int]) -> Line | None:
        for index in order:
            line = lines[index]
            apart = line.rule or line.note is not None or index in numbers
            label = len(line.text) < 2 * _SENTENCE and not begins_lower(line.text)
            if not apart and not (label and times[signs[index]] >= often):
                return line
        return None

    before = neighbour(range(at - 1, max(-1, at - _REACH), -1))
    after = neighbour(range(at + 1, min(len(lines), at + _REACH // 2)))
    return (
        before is not None
        and after is not None
        and before.is_prose
        and len(before.text) >= _SENTENCE
        and not ends_sentence(before.text)
        and after.is_prose
        and after.marker is None
        and begins_lower(after.text)
    )


def _is_regular(
    text: str,
    words: Sequence[int],
    signs: Sequence[str],
    places: Sequence[int],
    numbers: frozenset[int],
) -> bool:
    """Whether the line comes about once a page, all through, and is not part of a pattern.

    Captions' sources and grades come often, but in clumps, or always after the same line.
    """
    if len(words) < _REGULAR or _is_whole_sentence(text):
        return False
    gaps = [second - first for first, second in pairwise(words)]
    low, high = _PAGE_WORDS
    full = sum(1 for gap in gaps if low <= gap <= high)
    before = Counter(signs[at - 1] for at in places if at and at - 1 not in numbers)
    return (
        full >= len(gaps) * 0.8
        and low * 2 <= median(gaps) <= high * 0.8
        and max(before.values(), default=0) <= len(places) // 2
    )


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
