# SPDX-License-Identifier: MIT
"""Which inspection is meant where a report also tells of earlier ones: its own, or one before."""

import re
from collections.abc import Iterator

_YEAR = re.compile(r"(?<!\d)(?P<first>20\d\d)(?:\s?[/–-]\s?(?:20)?(?P<second>\d\d))?(?!\d)")
_ROUND = re.compile(
    rf"\W*(?:(?:in|inspection|round)\s+)?{_YEAR.pattern}(?:\s+(?:inspection|round))?\W*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:previous|last|earlier|prior)\s+(?:\w+\s+)?(?:inspection|report|grade|judge?ment|rating)s?\b"
    r"|^\W*(?:previous|last|earlier|prior)\b(?!\s+inspected)",
    re.IGNORECASE,
)
_SET_AGAINST = re.compile(r"\b(?:since|than|compared|unlike)\b", re.IGNORECASE)


def is_earlier(text: str, year: str) -> bool:
    """Whether a heading, or the words above a list, are of an inspection before that of ``year``.

    ``year`` is the report's, as in the model: "2016", "2021/22".
    """
    named = [*_years(text)]
    own = next(_years(year), None)
    if _SET_AGAINST.search(text):
        return False
    if named and own is not None:
        return all(last < own[0] for _, last in named)
    return _BEFORE.search(text) is not None


def is_round(text: str) -> bool:
    """Whether a text is nothing but the year or round of an inspection: "(2018/19)"."""
    return _ROUND.match(text) is not None


def is_own_round(text: str, year: str) -> bool:
    """Whether a text is nothing but the ``year`` of the report, as in the model."""
    return is_round(text) and [*_years(text)] == [*_years(year)]


def _years(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last year of each year or round that a text names."""
    for found in _YEAR.finditer(text):
        first = int(found["first"])
        yield first, 2000 + int(found["second"]) if found["second"] else first
