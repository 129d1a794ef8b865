# SPDX-License-Identifier: MIT
"""Where words stand on a page: what is lit up on its picture."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from peelviewer.reading.pdf.document import opened

_WORD = re.compile(r"[^\W\d_]{2,}(?=\d{1,3}\b)|[^\W_]+")  # a call-out is no part of its word
_SIGNS = re.compile(r"[!-/:-@\[-`{-~£–—‘’“”…]+")
_SIGNS_BEFORE = re.compile(rf"{_SIGNS.pattern}$")
_TELLING = (12, 6, 3, 2)  # words of the beginning that must follow each other, the most first
_FEWEST = 3
_MOST_BOXES = 60
_APART = 6  # words of a footnote's mark or a running line that may stand between


def find_words(path: str, page: int, words: str) -> bytes:
    """Return the boxes of the lines that ``words`` take, as JSON: ``[[x, y, width, height], …]``.

    Each is given in fractions of the page's width and height, from its top left corner. Signs
    between the words do not matter, nor does how the lines break; a text that goes on over the
    page's end is found by its beginning. Not found is ``[]``.

    Raises:
        ReadingError: the file cannot be opened.
    """
    with opened(Path(path)) as document:
        if not 1 <= page <= len(document):
            return b"[]"
        sheet = document[page - 1]
        text = sheet.get_textpage()
        printed = text.get_text_range()
        found = stretch(printed, words)
        if found is None:
            return b"[]"
        left, bottom, right, top = sheet.get_bbox()
        width, height = right - left, top - bottom
        first, last = found
        count = text.count_rects(first, last - first)
        boxes = [text.get_rect(number) for number in range(min(count, _MOST_BOXES))]
    return json.dumps(
        [
            [(x - left) / width, (top - high) / height, (far - x) / width, (high - low) / height]
            for x, low, far, high in boxes
        ]
    ).encode()


def stretch(printed: str, words: str) -> tuple[int, int] | None:
    """Return from where to where in ``printed`` the words stand, as many as follow each other.

    Of several places the one with the most of them; fewer than three of many words are none.
    """
    spans = [(match[0].casefold(), match.start(), match.end()) for match in _WORD.finditer(printed)]
    there = [span[0] for span in spans]
    wanted = [match[0].casefold() for match in _WORD.finditer(words)]
    for length in dict.fromkeys(min(count, len(wanted)) for count in _TELLING if wanted):
        places = [at for at in range(len(there)) if there[at : at + length] == wanted[:length]]
        if not places:
            continue
        followed = {at: _followed(there[at:], wanted) for at in places}
        best = max(places, key=lambda at: followed[at])
        if followed[best] >= min(_FEWEST, len(wanted)):
            return _whole(printed, spans[best][1], spans[best + followed[best] - 1][2])
    return None


def _whole(printed: str, first: int, last: int) -> tuple[int, int]:
    """Return the stretch with the signs that stand close to it: "+7.8%", "“important”?"."""
    before, after = _SIGNS_BEFORE.search(printed, 0, first), _SIGNS.match(printed, last)
    return before.start() if before else first, after.end() if after else last


def _followed(there: Sequence[str], wanted: Sequence[str]) -> int:
    """Return how many words of the page belong to ``wanted``, passing over what is between."""
    at, last = 0, 0
    for place, word in enumerate(there):
        for ahead in range(at, min(at + 3, len(wanted))):
            if wanted[ahead] == word:
                at, last = ahead + 1, place + 1
                break
        else:
            if place - last > _APART:
                break
        if at >= len(wanted):
            break
    return last
