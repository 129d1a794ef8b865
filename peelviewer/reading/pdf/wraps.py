# SPDX-License-Identifier: MIT
"""Cells of several lines, and rows that a page's end cuts, made whole."""

import re
from collections import Counter
from collections.abc import Sequence

from peelviewer.reading.graphic import VALUE
from peelviewer.reading.joining import vocabulary
from peelviewer.reading.lines import SOFT_HYPHEN, begins_lower, ends_sentence, shifted
from peelviewer.reading.pdf.rows import Cell
from peelviewer.reference.months import MONTHS

_VALUE_OR_SIGN = re.compile(rf"{VALUE.pattern}|[*.…]{{1,3}}$", re.IGNORECASE)
NO_WORDS: Counter[str] = Counter()
_PIECES = 3  # lines that one word may take
_TAIL = 24  # letters in which the start of a date is looked for
_HANGING = re.compile(
    r"\b(?:an?|and|against|as|at|between|by|for|from|in|of|on|or|per|than|the|to|with)$",
    re.IGNORECASE,
)
_MONTHS = "|".join(MONTHS)
_DATE = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})(?: 20\d\d)?|\b(?:{_MONTHS}) 20\d\d", re.IGNORECASE)


def made_whole(
    last: Sequence[Cell], first: Sequence[Cell], known: Counter[str] = NO_WORDS
) -> tuple[Cell, ...] | None:
    """Return the row that a page's end cuts in two; ``None`` if these are two rows.

    What stands on the second page goes on in lower case with cells of the first, and no column
    has a value on both; or the first page has the row's values only, and the second its name.
    """
    if len(last) != len(first):
        return None
    if _is_name_of(last, first):
        return (first[0], *last[1:])
    goes_on = False
    alone = sum(bool(cell.text) for cell in first) == 1
    for above, below in zip(last, first, strict=True):
        if not below.text or (not above.text and VALUE.match(below.text)):
            continue
        is_number = alone and below is first[0] and below.text[:1].isdigit()
        is_rest = begins_lower(below.text) or is_number
        if not is_rest or ends_sentence(above.text) or VALUE.match(above.text) or not above.text:
            return None
        goes_on = True
    if not goes_on:
        return None
    return tuple(
        run_on([cell for cell in pair if cell.text] or pair[:1], known)
        for pair in zip(last, first, strict=True)
    )


def _is_name_of(values: Sequence[Cell], name: Sequence[Cell]) -> bool:
    """Whether a row is only a name, and the one before it values that have none."""
    texts = [cell.text for cell in values[1:] if cell.text]
    return (
        not values[0].text
        and bool(texts)
        and all(map(_VALUE_OR_SIGN.match, texts))
        and bool(name[0].text)
        and not any(cell.text for cell in name[1:])
    )


def goes_on(text: str, after: str) -> bool:
    """Whether a line of a cell can only be followed by ``after``, the line below it.

    That goes on in lower case, or with the rest of a date; or the cell would end with a word that
    ends nothing ("12 months to").
    """
    if begins_lower(after) or _HANGING.search(text):
        return True
    tail = text[-_TAIL:]
    dates = _DATE.finditer(f"{tail} {after[:_TAIL]}")
    return any(date.start() < len(tail) < date.end() for date in dates)


def run_on(cells: Sequence[Cell], known: Counter[str]) -> Cell:
    """Return one cell of which ``cells`` are the lines.

    A word that has no room in its column goes on in the next line, with a hyphen or without one:
    it is put together where the report has it whole elsewhere (``known``).
    """
    text, marks = cells[0].text, list(cells[0].marks)
    whole = 0  # lines that go on with the word before
    for number, cell in enumerate(cells[1:], 1):
        whole = whole - 1 if whole else _parted(text, cells[number:], known)
        is_broken = text.endswith("-") and cell.text[:1].islower()
        is_stroke = text.endswith("/") and cell.text[:1].isalpha()
        is_one = whole or (text[-2:-1].isalpha() and (is_broken or is_stroke))
        glue = "" if is_one else " "
        if text.endswith(SOFT_HYPHEN) or (is_broken and _is_whole(text, cell.text, known)):
            text, glue = text[:-1], ""
        marks += shifted(cell.marks, len(text) + len(glue))
        text = f"{text}{glue}{cell.text}"
    return Cell(text, min(c.left for c in cells), max(c.right for c in cells), tuple(marks))


def _is_whole(text: str, more: str, known: Counter[str]) -> bool:
    """Whether the report has the word without the hyphen at its line's end, and never with it."""
    before, after = text.rpartition(" ")[2], more.partition(" ")[0]
    whole, hyphened = vocabulary([before[:-1] + after]), vocabulary([before + after])
    return bool(known.keys() & whole.keys()) and not known.keys() & hyphened.keys()


def _parted(text: str, lines: Sequence[Cell], known: Counter[str]) -> int:
    """Return how many of the ``lines`` go on with the last word of ``text``.

    Each but the last of them is a piece of that word alone. The report has the word whole, and
    none of its pieces more often than that: these are no words of their own.
    """
    pieces = [text.rpartition(" ")[2]]
    for count, line in enumerate(lines[: _PIECES - 1], 1):
        piece, _, more = line.text.partition(" ")
        if not pieces[-1].isalpha() or not piece[:1].islower():
            return 0
        pieces.append(piece)
        times = known[_word("".join(pieces))]
        if times and all(known[_word(part)] <= times for part in pieces):
            return count
        if more:
            return 0
    return 0


def _word(text: str) -> str:
    return next(iter(vocabulary([text])))
