# SPDX-License-Identifier: MIT
"""The measure that a claim makes: with the nation's value of the same, or the force's rate alone.

The two values stand in one sentence, or in neighbouring ones of which the second compares. What
is not certain to speak of the same thing is no measure.
"""

import re
from dataclasses import dataclass

from peelviewer.model.measure import Period
from peelviewer.reading.measures.claims import Claim
from peelviewer.reading.measures.quantities import (
    CHANGE,
    PERCENT,
    POINTS,
    Quantity,
    names_direction,
)
from peelviewer.reading.measures.sentences import Sentence, as_change, is_printed_like
from peelviewer.reading.measures.subject import (
    is_denied,
    is_of,
    named_second,
    new_words,
    refers_back,
    same_noun,
    same_time,
    second_part,
    subject_of,
    until,
    with_earlier,
)
from peelviewer.reading.measures.topics import Topic, stems

# How a sentence begins that gives the other value: "However, the national rate …", "Nationally".
_COMPARES = re.compile(
    r"(?:(?:However|But|And),?\s+)?(?:(?:This|That|It|These|The\s+force[’']s\s+(?:figure|rate))\b"
    r"|(?:By|In)\s+comparison\b|(?:The\s+)?(?:national|England\s+and\s+Wales|average)\b"
    r"|The\s+(?:\w+\s+){1,3}(?:for|in|across)\s+(?:England\s+and\s+Wales|all\s+forces)\b"
    r"|Nationally\b|(?:In|Across|For|Throughout)\s+(?:the\s+whole\s+of\s+|all\s+of\s+)?"
    r"(?:England\s+and\s+Wales|all\s+forces)\b)",
    re.IGNORECASE,
)
_SAME_PERIOD = re.compile(r"(?:In|Over|During|For)\s+(?:the|this|that)\s+same\s+period\b")
# What somebody wants, expects, would do or has told is no finding of the inspectorate's.
_NO_FINDING = re.compile(
    r"\b(?:will|targets?|aims?|aimed|aiming|goals?|expect\w*|forecast\w*|project(?:ed|s|ion)|predict\w*"
    r"|plans?\s+to|planned|planning|intends?|would|should|could|ambition|if|unless|estimat\w+"
    r"|told|according\s+to|(?:its|their|force[’']s)\s+own\s+(?:figures?|data|counts?|records?)|believe[sd]?|claim(?:s|ed)?|assur(?:es|ed)"
    r"|(?:sa(?:ys|y|id)|report(?:s|ed)?|state[sd]?|suggest(?:s|ed)?|informed\s+(?:us|HMICF?R?S?))"
    r"\s+(?:[\w’']+\s+){0,5}that|proposed?|hopes?|sampled?|by\s+20\d\d(?:[/–-]\d\d)?"
    r"|(?:we|HMIC(?:FRS)?|inspectors)\s+(?:also\s+|have\s+)?(?:reviewed|examined|looked\s+at|assessed"
    r"|audited|checked|interviewed|spoke)|case\s+files?)\b",
    re.IGNORECASE,
)
# What is left out makes it another measure; that fraud is left out of recorded crime is usual. Of
# closed crimes, those are left out that are still open.
_WITHOUT = re.compile(
    r"\b(?:excluding(?!\s+fraud\b)|apart\s+from|except(?:\s+for)?|without(?=\s+(?:the\s+)?(?-i:[A-Z]))|with\s+the\s+exception\s+of"
    r"|not\s+counting|leaving\s+out|closed\s+(?:crimes?|cases?|offences?|investigations?))\b",
    re.IGNORECASE,
)
_LOOK_BACK = 3  # sentences before, whose times count
_LOOK_ON = 2  # sentences after the first in which the other value may stand


@dataclass(frozen=True)
class Paired:
    """Two values, or the force's alone, and the stretch of sentences that states them."""

    topic: Topic
    period: Period
    own: Quantity
    national: Quantity | None
    first: Sentence
    last: Sentence


def is_finding(sentence: Sentence) -> bool:
    """Whether a sentence tells what is, not what somebody wants, or has told, and of all of it."""
    text = sentence.text
    is_asked = text.rstrip().endswith("?")
    return not is_asked and _NO_FINDING.search(text) is None and _WITHOUT.search(text) is None


def paired(claim: Claim) -> Paired | None:
    """Return the measure that a claim makes, alone or with one that follows and compares."""
    if claim.own and claim.national:
        return _together(claim, claim.own, claim.national)
    return _followed(claim) or _alone(claim)


def _together(claim: Claim, own: Quantity, national: Quantity) -> Paired | None:
    """Return the measure of two values in one sentence, if both speak of the same."""
    sentence = claim.sentence
    first, second = claim.values
    begins = second_part(sentence, first, second)
    said = sentence.text[:begins]
    about = subject_of(claim, said) or named_second(claim, begins)
    if about is None or not is_of(sentence, second, about):
        return None
    if is_denied(sentence, first, about) or is_denied(sentence, second, about):
        return None
    rest = (begins, until(sentence, second))
    if not same_noun(first, second, about):
        return None
    known = stems(with_earlier(claim, said)) | about.words
    if new_words(sentence, rest, known):
        return None
    own_time = sentence.time_of(second, sentence.values(claim.unit))
    if own_time != claim.when and not same_time(sentence, rest, claim.when):
        return None
    return Paired(about, claim.when, own, national, sentence, sentence)


def _followed(claim: Claim) -> Paired | None:
    """Return the measure whose other value stands in a sentence that follows and compares."""
    sentence = claim.sentence
    if "national" in sentence.areas(sentence.whole) and claim.own:
        return None  # it has compared already
    for step, other in enumerate(claim.after(_LOOK_ON)):
        second = _counterpart(other, claim)
        if second is not None:
            return _compared(claim, other, second, is_next=step == 0)
    return None


def _compared(claim: Claim, other: Sentence, second: Quantity, *, is_next: bool) -> Paired | None:
    """Return the measure of a claim's value and of one in another sentence, if this compares."""
    sentence = claim.sentence
    about = subject_of(claim, sentence.text)
    if about is None or not is_finding(other) or not same_time(other, other.whole, claim.when):
        return None
    if not other.times and _is_of_the_past(claim):
        return None
    given = other.given((second,), refers=False, unit=claim.unit)
    theirs = given and (given[1] if claim.own else given[0])
    if not theirs or not is_of(other, second, about):
        return None
    if is_denied(sentence, claim.values[0], about) or is_denied(other, second, about):
        return None
    if not same_noun(claim.values[0], second, about):
        return None
    known = stems(with_earlier(claim, sentence.text)) | about.words
    if new_words(other, (0, until(other, second)), known):
        return None
    before = other.areas((0, second.start))
    if claim.national:
        leads = before[:1] == ["own"]
    else:
        same = _SAME_PERIOD.match(other.text) and before == ["national"]
        leads = bool(same or _COMPARES.match(other.text))
    if not (leads if is_next else other.times and stems(other.text) & about.words):
        return None
    own, national = claim.own or theirs, claim.national or theirs
    return Paired(about, claim.when, own, national, sentence, other)


def _is_of_the_past(claim: Claim) -> bool:
    """Whether the sentences before told of a later time: a value without one can be of that."""
    times = (time.period for before in claim.before(_LOOK_BACK) for time in before.times)
    return any(time is not None and time.end > claim.when.end for time in times)


def _counterpart(other: Sentence, claim: Claim) -> Quantity | None:
    """Return the one value of a claim's unit in a later sentence; none where it has several."""
    values = other.values(claim.unit)
    if claim.unit == CHANGE and not values and not names_direction(other.text):
        shares = other.values(PERCENT)
        values = tuple(as_change(share, claim.values[0]) for share in shares)
    if not values and claim.unit not in (CHANGE, POINTS):
        values = tuple(v for v in other.plain_values if is_printed_like(v, claim.unit))
    return values[0] if len(values) == 1 and values[0].exact else None


def _alone(claim: Claim) -> Paired | None:
    """Return the force's rate without a national one: a rate says by itself what it counts."""
    sentence, own = claim.sentence, claim.own
    if own is None or not (own.exact and claim.is_only and claim.unit.startswith("per_")):
        return None
    areas = sentence.areas(sentence.whole)
    if "national" in areas or not ("own" in areas or refers_back(sentence.text)):
        return None
    about = subject_of(claim, sentence.text)
    if about is None or not about.known or is_denied(sentence, own, about):
        return None
    return Paired(about, claim.when, own, None, sentence, sentence)
