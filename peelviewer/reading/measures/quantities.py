# SPDX-License-Identifier: MIT
"""The values that a sentence states, each with its unit, as far as the words are certain.

A share ("39.0 percent", "one third of", "one in five"), a change ("fell by 3 percent", "a 2
percent rise"), a rate ("58 crimes per 1,000 population"), and a number whose unit another part of
the sentence names ("61, compared with 72"). What is no value of a measure is none here: a
difference between two places ("5 percent lower than the national rate"), a rank ("the top 25
percent").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from peelviewer.reading.measures.periods import Mention, names_previous
from peelviewer.reading.values import THOUSANDS, RatePhrase, number

PERCENT = "percent"
CHANGE = "percent_change"
POINTS = "percentage_point_change"
BY = "by_percent"
"""The unit of "by 7.8 percent" without its own "increased": a change, if one stands before it."""
BARE = ""
"""The unit of a number without one; the sentence has to name it."""

Turn: TypeAlias = Literal["", "from", "to", "range"]
"""Which one of "rose from A to B" a value is; a range where nothing says that it went so far."""

NUMBER = rf"(?:\d{{1,3}}(?:[{THOUSANDS}]\d{{3}})+|\d+)(?:[.·]\d+)?"
"""The pattern of a number without sign and unit."""
_TEENS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELLED = rf"(?:{_TENS})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|{_TEENS}"
_SHARE = re.compile(
    rf"(?P<sign>(?<![\w.])[+\-–−])?(?P<number>(?<!\d[.,·])\b{NUMBER}|\b(?:{_SPELLED})\b)(?:\s?%|[\s-]per\s?cent\b|[\s-]percent\b|"
    r"(?P<points>[\s-](?:percentage|per\s?cent)[\s-]points?\b))(?!age)(?P<more>[\s-]points?\b)?",
    re.IGNORECASE,
)
# "One in five", "2 in every 10", "nine out of ten"; "three out of five" can be three of a sample.
_IN = re.compile(
    rf"(?<!\d[.,·])\b(?P<some>\d{{1,2}}|{_TEENS})\s+(?:in(?:\s+every)?|out\s+of\s+every|out\s+of(?=\s+(?:10|ten|100)\b))"
    r"\s+(?P<all>[2-9]|10|20|100|two|three|four|five|six|seven|eight|nine|ten|twenty)\b(?![.,]\d)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?P<times>one|a|two|three|four)?[\s-]?\b(?P<part>half|third|quarter|fifth|tenth)s?"
    r"(?=\s+of\b(?!\s+(?:that|this|the\s+(?:national|rate|level|figure|average|England)|all\s+forces)\b))"
    r"|\b(?P<more>two|three|four)[\s-](?P<parts>third|quarter|fifth|tenth)s"
    r"(?=\s+(?:in|across|for)\b|\s+nationally\b|[,.;)]|$)",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?<![\w.,£/–·-])£?{NUMBER}(?:p\b|\spence\b)?(?![\w%]|[.,·]\d)")
_PENCE = re.compile(r"p$|pence$")
_SPACED = re.compile(r"(?<![\d.,])\d{1,3} $")  # before three figures: "1 240" can be one number
_THREE = re.compile(r"\D?\d{3}(?!\d)")
_ORDINAL = re.compile(r"(?:first|second|third|last|final|other|this|each)\s+$", re.IGNORECASE)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_WORDS = {word: value for value, word in enumerate(_TEENS.split("|"), 1)} | {"a": 1, "": 1}
_WORDS |= {word: value for value, word in zip(range(20, 100, 10), _TENS.split("|"), strict=True)}

# Before a number that is rounded, or only a bound: "about", "more than", "up to".
_INEXACT = re.compile(
    r"(?:\b(?:about|around|approximately|nearly|almost|roughly|some|over|under|more than|less than"
    r"|fewer than|all but|up to|at least|at most|as (?:many|much|few|little|low|high) as"
    r"|(?:a )?further|another|remaining|other|additional"
    r"|an estimated|estimated|circa|c\.|between|in excess of|close to|or so|maximum of|minimum of"
    r"|no (?:more|less|fewer) than)|~|≈|[<>≤≥])\s*(?:a|an|the)?\s*$",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(
    rf"\bbetween\s+(?:£?{NUMBER}[\w\s%]{{0,25}}?\s(?:and|to)\s+)?$"
    rf"|{NUMBER}\s?(?:%|percent|per\scent)?\s?(?:to|[-–—]|or)\s?$",
    re.IGNORECASE,
)
_ALSO_FROM = re.compile(rf"\bfrom\s+(?P<number>£?{NUMBER})\s+to\s+$", re.IGNORECASE)
_RANGE_AFTER = re.compile(rf"\s?(?:[-–—±]|to\s|or\s)\s?{NUMBER}|\s?(?:\(?\s?±|or (?:more|so|less))")
_EACH = re.compile(r"\s+(?:a|per|each|every)\s+(?:year|month|week|quarter)\b", re.IGNORECASE)
_RANK = re.compile(r"(?:top|bottom|highest|lowest|upper|lower)\s+$", re.IGNORECASE)
_OF_FORCES = re.compile(
    r"\s+of\s+(?:all\s+|the\s+)?(?:\d+\s+)?(?:police\s+)?forces\b", re.IGNORECASE
)

_UP = r"increas\w*|ris(?:e|en|es|ing)|rose|grew|grow(?:n|th|s)|climbed|(?:driven|pushed)\s+up"
_DOWN = r"decreas\w*|fall(?:en|s|ing)?|fell|reduc\w+|drop(?:ped|s)?|declin\w+|cut|brought\s+down"
_HOW = r"(?:(?:\w+ly|again|further|also|overall|just)\s+)?"
# Of what a change is one: no other verb, as in "the rise in crime slowed by".
_FILLER = r"(?:(?!\w+ed\b)[\w’'()-]+|(?:\w+-)?(?:recorded|reported|related|based|organised))"
_FILLER = rf"{_FILLER}(?:\s+{_FILLER}){{0,9}}?"
# Before a percentage that is a change: "increased (in crime) by (only)", "a fall of", "fell",
# "was up". Without such a verb "up" can end another: "made up 13 percent".
_BEFORE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+{_HOW}"
    rf"(?:(?:in|to|across|for|within)\s+(?!\d){_FILLER}\s+|nationally\s+)?(?:by|of)\s+"
    r"(?:(?:only|just|a\s+further|exactly)\s+)?(?:a\s+|an\s+)?$"
    r"|\b(?:(?P<up2>rose|risen|increased|grew|grown)|(?P<down2>fell|fallen|decreased|dropped|declined))\s+"
    rf"{_HOW}$"
    r"|(?:[,;:(–—]\s?|\b(?:is|was|were|are|been|gone|went|goes|going|nationally|and|but|crimes?"
    r"|offences|incidents)\s+)"
    r"(?:(?P<up3>up)|(?P<down3>down))\s+(?:by\s+)?(?:(?:only|just)\s+)?$"
    r"|\b(?:(?P<up4>increase|rise|growth)|(?P<down4>decrease|fall|reduction|drop))\s+"
    r"(?:nationally\s+|(?:in|for|across)\s+England\s+and\s+Wales\s+)?(?:is|was)\s+$",
    re.IGNORECASE,
)
# "From 3.9 (percent of …) to": two times of one thing if something went so far, else a range.
_FROM = re.compile(
    rf"(?P<went>\b(?:{_UP}|{_DOWN}|went|moved|changed|improved|worsened)\s+(?:[^\d.,;:]{{0,60}}\s)?)?"
    rf"\bfrom\s+(?P<first>£?{NUMBER}(?:[^;:,]|,(?=\d{{3}})){{0,90}}?(?<!compared)\sto\s+)?$",
    re.IGNORECASE,
)
_LONGEST_TURN = 160
_DIRECTION = re.compile(rf"\b(?:{_UP}|{_DOWN})\b", re.IGNORECASE)
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
    r"|with|but|from|to|lower|higher|below|above|fewer|more|less|extra|additional|thousand|million|billion)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[\w\s’'()/-]*$")
_LONGEST_NOUN = 80
_AFTER_BARE = re.compile(
    r"\s*(?:$|[.,;:)–—]|\(excluding\s+fraud\)|\s(?:in|for|across|nationally|compared|against|and|which|on|at|while"
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

    ``exact`` is false for a rounded one ("about a third") and for one end of a range, ``turns``
    says which one it is of "from A to B". ``of_next`` says that what it is a
    share of follows at once: "one in five *crimes*".
    """

    value: float
    unit: str
    printed: str
    start: int
    end: int
    noun: str = ""
    exact: bool = True
    turns: Turn = ""
    of_next: bool = False


def quantities(
    text: str, times: Sequence[Mention], rates: Sequence[RatePhrase]
) -> tuple[Quantity, ...]:
    """Return the values in a sentence, in order.

    ``times`` are the periods that it names, ``rates`` the units of its rates.
    """
    found = [*_rates(text, rates), *_shares(text), *_fractions(text), *_proportions(text)]
    found += _starts(text, found)
    taken = [(q.start, q.end) for q in found] + [(t.start, t.end) for t in times]
    taken += [(r.start, r.end) for r in rates]
    nouns = [quantity.noun for quantity in found if quantity.noun]
    found += _bare(text, taken, rates, nouns)
    around = text  # without its times, whose years are no end of a range
    for time in times:
        around = around[: time.start] + " " * (time.end - time.start) + around[time.end :]
    turned = [(q, _turn(around, q)) for q in found if not _is_rank(text, q)]
    kept = [replace(q, exact=_is_exact(around, q, turn), turns=turn) for q, turn in turned]
    return tuple(sorted(kept, key=lambda quantity: quantity.start))


def names_direction(text: str) -> bool:
    """Whether a text says that something rose or fell."""
    return _DIRECTION.search(text) is not None


def _is_exact(text: str, quantity: Quantity, turn: Turn) -> bool:
    before, after = text[: quantity.start], text[quantity.end :]
    is_range = _RANGE_BEFORE.search(before[-60:]) or _RANGE_AFTER.match(after)
    return not (
        _INEXACT.search(before[-30:])
        or _EACH.match(after)
        or (is_range and turn not in ("from", "to"))
        or (_SPACED.search(before[-5:]) and _THREE.match(text, quantity.start))
    )


def _turn(text: str, quantity: Quantity) -> Turn:
    before = text[: quantity.start][-_LONGEST_TURN:]
    found = _FROM.search(before) if "from" in before.casefold() else None
    if found is None:
        return ""
    if not found["went"]:
        return "range"
    return "to" if found["first"] else "from"


def _starts(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the numbers that leave their unit to what they turn to: "from 3 to 4 percent"."""
    for quantity in found:
        start = _ALSO_FROM.search(text, 0, quantity.start)
        value = number(start["number"]) if start and quantity.unit not in (CHANGE, POINTS) else None
        if start and value is not None:
            yield Quantity(value, quantity.unit, start["number"], *start.span("number"))


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
        if _STOP.search(noun) or not _NOUN.match(noun) or _COMPARED.match(text, rate.end):
            continue
        if _BEFORE.search(near[: last.start()]):
            continue  # "rose by 6 per 1,000 population" says nothing of how many they are
        value = number(last[0])
        if value is not None:
            yield Quantity(
                value=value,
                unit=money(last[0]) + rate.unit,
                printed=text[at + last.start() : rate.end],
                start=at + last.start(),
                end=rate.end,
                noun=" ".join(noun.replace("(", " ").replace(")", " ").split()),
            )


def money(printed: str) -> str:
    """Return how the unit of a printed number begins if it is one of money; else nothing."""
    if "£" in printed:
        return "pounds_"
    return "pence_" if _PENCE.search(printed) else ""


def _shares(text: str) -> Iterator[Quantity]:
    """Yield percentages: shares and changes, told apart by the words around them."""
    for found in _SHARE.finditer(text):
        word = found["number"]
        value = number(word) if word[0].isdigit() else _spelled(word)
        if value is None:
            continue
        before, after = text[: found.start()][-90:], text[found.end() :]
        unit = POINTS if found["points"] or found["more"] else CHANGE
        change = _BEFORE.search(before)
        if change is not None:
            if _COMPARED.match(after) and not names_previous(after):
                continue  # "rose by 4 percent more than" another did
            down = any(change[name] for name in ("down", "down2", "down3", "down4"))
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


def _spelled(word: str) -> float:
    """Return the number that a word is: "twenty-one"."""
    return float(sum(_WORDS[part] for part in re.split(r"[\s-]", word.casefold())))


def _changed(text: str, value: float, unit: str, start: int, end: int, *, down: bool) -> Quantity:
    return Quantity(-value if down else value, unit, text[start:end].strip(), start, end)


def _fractions(text: str) -> Iterator[Quantity]:
    """Yield fractions in words, as percentages with one decimal: "one third of" is 33.3."""
    for found in _FRACTION.finditer(text):
        times = (found["times"] or found["more"] or "").casefold()
        part = (found["part"] or found["parts"]).casefold()
        if _ORDINAL.search(text[: found.start()]) or _WORDS[times] >= _PARTS[part]:
            continue
        if not times and part != "half":
            continue
        value = round(100 * _WORDS[times] / _PARTS[part], 1)
        yield Quantity(value, PERCENT, found[0].strip(), found.start(), found.end())


def _proportions(text: str) -> Iterator[Quantity]:
    """Yield shares such as "one in five", as percentages with one decimal."""
    for found in _IN.finditer(text):
        some, all_ = (
            float(word) if word.isdigit() else _spelled(word) for word in found.group("some", "all")
        )
        if 0 < some < all_:
            value = round(100 * some / all_, 1)
            yield Quantity(value, PERCENT, found[0], found.start(), found.end(), of_next=True)


def _bare(
    text: str, taken: Sequence[tuple[int, int]], rates: Sequence[RatePhrase], nouns: Sequence[str]
) -> Iterator[Quantity]:
    """Yield numbers that stand alone, as in "61, compared with 72 in England and Wales".

    After a rate's unit also what was counted: "for every 100 crimes there were 39 arrests"; the
    ``nouns`` are what the sentence's rates count: "compared with 72 crimes".
    """
    said = [*nouns]
    for found in _PLAIN.finditer(text):
        value = number(found[0])
        if value is None or any(a < found.end() and found.start() < b for a, b in taken):
            continue
        if value.is_integer() and 1900 < value < 2100 and "," not in found[0]:
            continue  # a year
        before = text[: found.start()][-20:]
        if _BEFORE.search(text[: found.start()][-_LONGEST_NOUN:]):
            continue
        if any(rate.start == found.end() + 1 and _COMPARED.match(text, rate.end) for rate in rates):
            continue
        end = found.end()
        noun = next((noun for noun in said if text.startswith(f" {noun}", end)), None)
        if any(rate.end < end for rate in rates) and _COUNTED.search(before):
            counted = _COUNTED_NOUN.match(text, end)
            end = counted.end() if counted else end
            said += [counted[0].strip()] if counted else []
        elif noun and _AFTER_BARE.match(text, end + 1 + len(noun)):
            end += 1 + len(noun)
        elif not _AFTER_BARE.match(text, end):
            continue
        if not _NO_VALUE_BEFORE.search(before):
            yield Quantity(value, BARE, text[found.start() : end], found.start(), end)
