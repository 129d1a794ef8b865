# SPDX-License-Identifier: MIT
"""A sentence that gives two things their values "respectively", as two sentences of one each."""

import re

from peelviewer.reading.measures.quantities import NUMBER
from peelviewer.reading.measures.sentences import Sentence

_RESPECTIVELY = re.compile(r",?\s+respectively\b", re.IGNORECASE)
# "14 and 4 percent", "14 percent and 4 percent": the unit that both have stands behind.
_TWO = re.compile(
    rf"(?<![\w.,£/–·-])(?P<first>{NUMBER})(?:\s?%|\sper\s?cent)?\s+and\s+(?P<second>{NUMBER})(?![\d/])"
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_NAMED = re.compile(r"\s(?:in|for|at|was|were|is|are|stood|reached)\b")  # behind the second name
_MOST = 2  # pairs of values: the force's, and those of England and Wales


def apart(sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the two sentences that a sentence says "respectively", or itself.

    "The charge rate and the caution rate in Northshire were 14 and 4 percent respectively, compared
    with 12 and 3 percent nationally." Each of both keeps the place of the whole.
    """
    text = sentence.text
    found = _RESPECTIVELY.search(text)
    if found is None:
        return (sentence,)
    values = list(_TWO.finditer(text))
    if not 0 < len(values) <= _MOST or values[0].end() > found.start():
        return (sentence,)
    if any(value.end() < found.start() for value in values[1:]):
        return (sentence,)
    start = max(text.rfind(sign, 0, values[0].start()) + 1 for sign in ",;:")
    ties = [
        tie
        for tie in _AND.finditer(text, start, values[0].start())
        if not any(a < tie.end() and tie.start() < b for a, b in sentence.taken)
    ]
    end = _NAMED.search(text, ties[0].end(), values[0].start()) if len(ties) == 1 else None
    if end is None or _tells_more(sentence, start, end.start()):
        return (sentence,)
    cuts = ((ties[0].start(), end.start()), (start, ties[0].end()))
    return tuple(
        sentence.reworded(
            _without(
                text,
                [
                    (*cut, " "),
                    (*found.span(), ""),
                    *((*value.span(), value[which]) for value in values),
                ],
            )
        )
        for cut, which in zip(cuts, ("first", "second"), strict=True)
    )


def _tells_more(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the two names are of times or areas, and not of two measures."""
    return bool(sentence.areas((start, end))) or any(
        start <= time.start < end for time in sentence.times
    )


def _without(text: str, parts: list[tuple[int, int, str]]) -> str:
    """Return a text with other words in place of some of its parts."""
    for start, end, words in sorted(parts, reverse=True):
        text = text[:start] + words + text[end:]
    return text
