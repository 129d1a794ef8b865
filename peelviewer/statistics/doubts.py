# SPDX-License-Identifier: MIT
"""What a publisher's notes doubt: comparisons over time, and of a force with the others.

Publications say so in sentences: "figures for the year ending March 2012 and onwards are not
directly comparable with previous years". A sentence that is not understood doubts nothing here and
stays an ordinary note.
"""

import datetime
import re
from functools import lru_cache

from peelviewer.statistics.periods import months_begun, years_ending

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
_LEANS = re.compile(r"(?:as such|therefore|this|these|they|it|however)\b", re.IGNORECASE)
_NOT_COMPARABLE = r"\bnot\s+(?:\w+\s+){0,2}?comparable"
_WITH_OTHERS = re.compile(
    rf"{_NOT_COMPARABLE}\s+(?:to|with)\s+(?:\w+\s+){{0,4}}?other\s+(?:police\s+)?forces",
    re.IGNORECASE,
)
_OVER_TIME = re.compile(
    rf"{_NOT_COMPARABLE}|not\s+(?:\w+\s+)?possible to make (?:\w+\s+)?comparisons over time"
    r"|changes to (?:\w+\s+)?recording practices?|\bunder-?\s?(?:count|record)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    rf"{_NOT_COMPARABLE}\s+(?:to|with)\s+(?:\w+\s+){{0,4}}?"
    r"(?:previous|earlier|prior|preceding|later|subsequent)\b",
    re.IGNORECASE,
)
_REVISED = re.compile(
    r"\bdiffer from (?:those|the \w+|numbers|figures|data)(?: \w+)? published\b", re.IGNORECASE
)
_SURVEY = re.compile(
    r"\bsample sizes?\b|\bsampling (?:error|variation)|\bsurvey estimates?\b"
    r"|\bestimates from (?:the|a) (?:CSEW|(?:\w+ )?survey)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:up to|until|to and including)\s+(?:the\s+)?years?\s+end", re.IGNORECASE)


def is_doubt(note: str) -> bool:
    """Return whether a note warns of a comparison: of forces, over time, or of estimates."""
    return bool(of_others(note) or over_time(note) or of_survey(note))


def of_others(note: str) -> str:
    """Return the sentences that say that a force is not comparable with other forces, or ""."""
    return _sentences_with(_WITH_OTHERS, note)


def over_time(note: str) -> str:
    """Return the sentences that doubt comparisons over time, or ""."""
    return _sentences_with(_OVER_TIME, note, without=_WITH_OTHERS)


def of_survey(note: str) -> str:
    """Return the sentences that say that values are estimates from a sample, or ""."""
    return _sentences_with(_SURVEY, note)


def revision(note: str) -> str:
    """Return the sentences that say that numbers differ from those published before, or ""."""
    return _sentences_with(_REVISED, note)


def comparable_from(note: str) -> datetime.date | None:
    """Return the last day of the first twelve months from which on values are of another kind.

    A sentence may name these twelve months, or the month from which on things are counted
    otherwise: the first that end with it have some of the other kind. ``None`` where no sentence
    sets years apart, or it does not say from when on.
    """
    for sentence in sentences_of(note):
        if _EARLIER.search(sentence) and not _UNTIL.search(sentence):
            ends = years_ending(sentence) or months_begun(sentence)
            if len(ends) == 1:
                return ends[0]
    return None


def sentences_of(note: str) -> list[str]:
    """Return the sentences of a note; one that leans on that before it stays with it."""
    found: list[str] = []
    for sentence in _SENTENCE_END.split(" ".join(note.split())):
        if found and _LEANS.match(sentence):
            found[-1] += f" {sentence}"
        else:
            found.append(sentence)
    return found


@lru_cache(maxsize=4096)  # of a table's notes there are few, and each stands on many values
def _sentences_with(
    wanted: re.Pattern[str], note: str, without: re.Pattern[str] | None = None
) -> str:
    return " ".join(
        one
        for one in sentences_of(note)
        if wanted.search(one) and not (without is not None and without.search(one))
    )
