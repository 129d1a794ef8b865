# SPDX-License-Identifier: MIT
"""The values that a sentence states, each with its unit, as far as the words are certain.

A share ("39.0 percent", "one third of"), a change ("fell by 3 percent", "a 2 percent rise"), a
rate ("58 crimes per 1,000 population"), and a number whose unit another part of the sentence
names ("61, compared with 72"). What is no value of a measure is none here: a difference between
two places ("5 percent lower than the national rate"), a rank ("the top 25 percent").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from peelviewer.reading.measures.periods import Mention, names_previous
from peelviewer.reading.values import RatePhrase, number, rate_phrases

PERCENT = "percent"
CHANGE = "percent_change"
POINTS = "percentage_point_change"
BY = "by_percent"
"""The unit of "by 7.8 percent" without its own "increased": a change, if one stands before it."""
BARE = ""
"""The unit of a number without one; the sentence has to name it."""

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SHARE = re.compile(
    rf"(?P<sign>(?<![\w.])[+\-–−])?(?P<number>\b{_NUMBER}|\b(?:{_SPELLED})\b)(?:\s?%|[\s-]per\s?cent\b|[\s-]percent\b|"
    r"(?P<points>\s(?:percentage|per\s?cent)\spoints?\b))(?!age)(?P<more>\spoints?\b)?",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?P<times>one|a|two|three|four)?[\s-]?\b(?P<part>half|third|quarter|fifth|tenth)s?"
    r"(?=\s+of\b)",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?<![\w.,£/–-])£?{_NUMBER}(?![\w%]|[.,]\d)")
_ORDINAL = re.compile(r"(?:first|second|third|last|final|other|this|each)\s+$", re.IGNORECASE)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_WORDS = {word: value for value, word in enumerate(_SPELLED.split("|"), 1)} | {"a": 1, "": 1}

# Before a number that is rounded, or only a bound: "about", "more than", "up to".
_INEXACT = re.compile(
    r"(?:\b(?:about|around|approximately|nearly|almost|roughly|some|over|under|more than|less than"
    r"|fewer than|up to|at least|at most|as (?:many|much|few|little|low|high) as|an estimated"
    r"|estimated|circa|c\.|between|in excess of|close to|or so|maximum of|minimum of"
    r"|no (?:more|less|fewer) than)|~|≈|[<>≤≥])\s*(?:a|an|the)?\s*$",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(
    rf"(?:\bbetween|\bfrom)\s+(?:£?{_NUMBER}[\w\s%]{{0,25}}?\s(?:and|to)\s+)?$"
    rf"|{_NUMBER}\s?(?:%|percent|per\scent)?\s?(?:to|[-–—]|or)\s?$",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(
    rf"\s?(?:[-–—±]|to\s|or\s)\s?{_NUMBER}|\s?(?:\(?\s?±|or (?:more|so|less))"
)
_RANK = re.compile(r"(?:top|bottom|highest|lowest|upper|lower)\s+$", re.IGNORECASE)
_OF_FORCES = re.compile(
    r"\s+of\s+(?:all\s+|the\s+)?(?:\d+\s+)?(?:police\s+)?forces\b", re.IGNORECASE
)

_UP = r"increas\w*|ris(?:e|en|es|ing)|rose|grew|grow(?:n|th|s)|up|climbed|gone\s+up|went\s+up"
_DOWN = (
    r"decreas\w*|fall(?:en|s|ing)?|fell|reduc\w+|drop(?:ped|s)?|declin\w+|down|gone\s+down"
    r"|went\s+down|cut"
)
# Before a percentage that is a change: "increased (in crime) by (only)", "a fall of", "up".
_BEFORE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+"
    r"(?:(?:in|to)\s+(?!\d)[\w\s’'()-]{1,60}?\s+)?(?:by|of)\s+"
    r"(?:(?:only|just|a\s+further|exactly)\s+)?(?:a\s+|an\s+)?$"
    rf"|\b(?:(?P<up2>up)|(?P<down2>down))\s+$",
    re.IGNORECASE,
)
# Behind one: "3 percent (annual) increase".
_AFTER = re.compile(
    r"\s+(?:(?:overall|annual|net|year-on-year)\s+)?"
    r"(?:(?P<up>increase|rise|growth|growing)|(?P<down>decrease|fall|reduction|drop|decline))\b",
    re.IGNORECASE,
)
# "3 percent more": a change only against an earlier time; else a difference between places.
_COMPARED = re.compile(
    r"\s+(?:(?P<up>more|higher|greater)|(?P<down>fewer|less|lower))\b", re.IGNORECASE
)
_THAN = re.compile(r"\b(?:than|compared|average|rate)\b", re.IGNORECASE)  # of another place
_SIGNED = re.compile(r"\bchange\s+of\s+$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:(?:only|just)\s+)?$", re.IGNORECASE)
# What cannot stand in the noun between a number and its "per 1,000 population".
_STOP = re.compile(
    r"[.;:,\d%]|\b(?:compared|than|against|which|was|were|is|are|while|whereas|percent|per|cent"
    r"|with|but|from|to|lower|higher|below|above)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[\w\s’'()/-]*$")
_LONGEST_NOUN = 80
_AFTER_BARE = re.compile(
    r"\s*(?:$|[.,;:)–—]|\s(?:in|for|across|nationally|compared|against|and|which|on|at|while"
    r"|whereas|respectively|per)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:there\s+(?:were|was)|made|recorded|received|had)\s+$", re.IGNORECASE)
_COUNTED_NOUN = re.compile(r"\s[a-z]+")
# Before a number that names something: "figure 4", "aged 18", "3 of the 5".
_NO_VALUE_BEFORE = re.compile(
    r"\b(?:figures?|tables?|page|annex|section|grade|question|chapter|aged?|all|of the|outcome)\s+$"
    r"|\b\d+\s+of\s+(?:the\s+)?$|±\s?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Quantity:
    """A value in a sentence: ``unit`` as the catalogue names it, ``noun`` what a rate counts.

    ``exact`` is false for a rounded one ("about a third") and for one end of a range.
    """

    value: float
    unit: str
    printed: str
    start: int
    end: int
    noun: str = ""
    exact: bool = True


def quantities(text: str, times: Sequence[Mention]) -> tuple[Quantity, ...]:
    """Return the values in a sentence, in order. ``times`` are the periods that it names."""
    rates = rate_phrases(text)
    found = [*_rates(text, rates), *_shares(text), *_fractions(text)]
    taken = [(q.start, q.end) for q in found] + [(t.start, t.end) for t in times]
    taken += [(r.start, r.end) for r in rates]
    found += _bare(text, taken, rates)
    kept = [replace(q, exact=_is_exact(text, q)) for q in found if not _is_rank(text, q)]
    return tuple(sorted(kept, key=lambda quantity: quantity.start))


def _is_exact(text: str, quantity: Quantity) -> bool:
    before, after = text[: quantity.start], text[quantity.end :]
    return not (
        _INEXACT.search(before[-30:])
        or _RANGE_BEFORE.search(before[-60:])
        or _RANGE_AFTER.match(after)
    )


def _is_rank(text: str, quantity: Quantity) -> bool:
    before, after = text[: quantity.start], text[quantity.end :]
    return bool(_RANK.search(before[-12:]) or _OF_FORCES.match(after))


def _rates(text: str, rates: Sequence[RatePhrase]) -> Iterator[Quantity]:
    """Yield each number with the rate that it is followed by: "58 crimes per 1,000 population"."""
    for rate in rates:
        near = text[max(0, rate.start - _LONGEST_NOUN) : rate.start]
        at = rate.start - len(near)
        numbers = list(_PLAIN.finditer(near))
        if not numbers:
            continue
        last = numbers[-1]
        noun = near[last.end() :]
        if _STOP.search(noun) or not _NOUN.match(noun):
            continue
        value = number(last[0])
        if value is not None:
            unit = f"pounds_{rate.unit}" if "£" in last[0] else rate.unit
            yield Quantity(
                value=value,
                unit=unit,
                printed=text[at + last.start() : rate.end],
                start=at + last.start(),
                end=rate.end,
                noun=" ".join(noun.replace("(", " ").replace(")", " ").split()),
            )


def _shares(text: str) -> Iterator[Quantity]:
    """Yield percentages: shares and changes, told apart by the words around them."""
    for found in _SHARE.finditer(text):
        word = found["number"]
        value = number(word) if word[0].isdigit() else float(_WORDS[word.casefold()])
        if value is None:
            continue
        before, after = text[: found.start()][-90:], text[found.end() :]
        unit = POINTS if found["points"] or found["more"] else CHANGE
        change = _BEFORE.search(before)
        if change is not None:
            down = bool(change["down"] or change["down2"])
            start = found.start() - (len(before) - change.start())
            yield _changed(text, value, unit, start, found.end(), down=down)
        elif change := _AFTER.match(after):
            end = found.end() + change.end()
            yield _changed(text, value, unit, found.start(), end, down=bool(change["down"]))
        elif change := _COMPARED.match(after):
            if names_previous(after) or not _THAN.search(after):
                end = found.end() + change.end()
                yield _changed(text, value, unit, found.start(), end, down=bool(change["down"]))
        elif found["sign"] and (_SIGNED.search(before) or unit == CHANGE):
            down = found["sign"] != "+"
            yield _changed(text, value, unit, found.start(), found.end(), down=down)
        elif unit == CHANGE:
            unit = BY if _BY.search(before) else PERCENT
            yield Quantity(value, unit, found[0].strip(), found.start(), found.end())


def _changed(text: str, value: float, unit: str, start: int, end: int, *, down: bool) -> Quantity:
    return Quantity(-value if down else value, unit, text[start:end].strip(), start, end)


def _fractions(text: str) -> Iterator[Quantity]:
    """Yield fractions in words, as percentages with one decimal: "one third of" is 33.3."""
    for found in _FRACTION.finditer(text):
        times, part = (found["times"] or "").casefold(), _PARTS[found["part"].casefold()]
        if _ORDINAL.search(text[: found.start()]) or _WORDS[times] >= part:
            continue
        if not times and found["part"].casefold() != "half":
            continue
        value = round(100 * _WORDS[times] / part, 1)
        yield Quantity(value, PERCENT, found[0].strip(), found.start(), found.end())


def _bare(
    text: str, taken: Sequence[tuple[int, int]], rates: Sequence[RatePhrase]
) -> Iterator[Quantity]:
    """Yield numbers that stand alone, as in "61, compared with 72 in England and Wales".

    After a rate's unit also what was counted: "for every 100 crimes there were 39 arrests".
    """
    for found in _PLAIN.finditer(text):
        value = number(found[0])
        if value is None or any(a < found.end() and found.start() < b for a, b in taken):
            continue
        if value.is_integer() and 1900 < value < 2100 and "," not in found[0]:
            continue  # a year
        before = text[: found.start()][-20:]
        end = found.end()
        if any(rate.end < end for rate in rates) and _COUNTED.search(before):
            counted = _COUNTED_NOUN.match(text, end)
            end = counted.end() if counted else end
        elif not _AFTER_BARE.match(text, end):
            continue
        if not _NO_VALUE_BEFORE.search(before):
            yield Quantity(value, BARE, text[found.start() : end], found.start(), end)
