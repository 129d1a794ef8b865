# SPDX-License-Identifier: MIT
"""Words that a page has twice: a shadow at the same place, or a second layer of the whole text.

A program for text recognition may put its own layer over a page that has text; some programs print
bold by printing twice.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from peelviewer.reading.pdf.words import Page, Word

_SAME = 0.1  # of the size: how far apart a word and its shadow are, at most
_ROW = 1.5  # points: how far apart the baselines of one row in two layers are, at most
_FEWEST = 8  # words of a page that has two layers
_NEARLY_ALL = 0.9  # of its words that are there twice
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


def once(page: Page) -> Page:
    """Return a page with its words once each; a shadow's or a second layer's are set aside.

    Of two layers the one that the file has first is kept.
    """
    words = page.words
    rows = _rows(words)
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        alike[word.text.translate(_PLAIN), rows[word.baseline]].append(index)
    paired = sum(len(found) for found in alike.values() if len(found) % 2 == 0)
    if len(words) >= 2 * _FEWEST and paired >= _NEARLY_ALL * len(words):
        twice = {n for found in alike.values() for n in found[(len(found) + 1) // 2 :]}
    else:
        twice = {n for found in alike.values() for n in _shadows(words, found)}
    if not twice:
        return page
    kept = tuple(word for index, word in enumerate(words) if index not in twice)
    aside = " ".join(word.text for index, word in enumerate(words) if index in twice)
    return msgspec.structs.replace(page, words=kept, aside=(*page.aside, aside))


def _rows(words: Sequence[Word]) -> dict[float, int]:
    """Return the number of the row that each baseline is in."""
    heights = sorted({word.baseline for word in words})
    rows = dict.fromkeys(heights[:1], 0)
    for below, height in pairwise(heights):
        rows[height] = rows[below] + (height - below > _ROW)
    return rows


def _shadows(words: Sequence[Word], found: Sequence[int]) -> list[int]:
    """Return which of equal words of a row stand where the one before stands."""
    ordered = sorted(found, key=lambda index: words[index].left)
    return [
        max(one, other)
        for one, other in pairwise(ordered)
        if abs(words[one].left - words[other].left) <= _SAME * words[one].style.size
        and abs(words[one].right - words[other].right) <= _SAME * words[one].style.size
    ]
