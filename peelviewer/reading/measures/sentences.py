# SPDX-License-Identifier: MIT
"""A sentence taken apart: its values, its times, whom it names, and the sides it sets together.

A *side* is what stands between two words that compare ("compared with", "than", "while"), a
*segment* what stands between two commas or "and"s of a side.
"""

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from peelviewer.model.measure import Period
from peelviewer.reading.measures.areas import Area, Named, Places
from peelviewer.reading.measures.periods import Mention, mentions, names_previous
from peelviewer.reading.measures.quantities import (
    BARE,
    BY,
    CHANGE,
    PERCENT,
    POINTS,
    Quantity,
    money,
    quantities,
)
from peelviewer.reading.values import RatePhrase, rate_phrases

Span: TypeAlias = tuple[int, int]

_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?:[\"”’')]*\s+(?=[A-Z“\"‘'])|(?<=[a-z]{3}.)(?<!approx\.)(?<!circa\.)\s+(?=\d))"
)
# "Against 6 percent", "against the national rate"; not "crime against businesses".
_AGAINST = (
    r"against(?!\s+(?-i:(?!national|that|th[eo]se|their|half|three|four|five|seven|eight|nine|rise"
    r"|fall|increase|decrease|average)(?:[a-z]+-)?[a-z]{4}))"
)
# Words that compare or set two things against each other: a new side begins with each.
_HINGE = re.compile(
    r"\b(?:(?:(?:when\s+)?compare[sd]?\s+(?:un)?(?:favourably\s+)?(?:with|to)|(?:in|by)\s+comparison"
    rf"(?:\s+(?:with|to))?|{_AGAINST})(?!\s+(?:the\s+)?(?:previous|preceding|year\s+before)\b)"
    r"|than|while|whereas|although|though|but|which\s+(?:is|was|remains)|in\s+line\s+with"
    r"|(?:similar|close|equal)\s+to|the\s+same\s+as"
    r"|(?:(?:very|much|far|well|just|only|broadly|slightly|significantly|notably|considerably"
    r"|substantially|markedly|marginally)\s+)?"
    r"(?:below|above|lower|higher|smaller|larger|greater|better|worse|more|less|fewer))\b|[;]",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[,:()–—]|\band\b", re.IGNORECASE)
# Besides "the previous 12 months" (``periods.names_previous``).
_EARLIER = re.compile(
    r"\b(?:last\s+year|(?:the|a)\s+year\s+(?:before|earlier)|previously|in\s+our\s+(?:last|previous)"
    r"|(?:in|of|at)\s+our\s+(?:\w+\s+)?20\d\d\b|at\s+the\s+time\s+of\s+our"
    r"|in\s+the\s+(?:previous|last)\s+inspection|had\s+(?:previously\s+)?been|formerly|originally)\b",
    re.IGNORECASE,
)
_IN_ORDER = re.compile(r"\brespectively\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:and|to)\s+(?:the\s+)?", re.IGNORECASE)
_COMPARED = re.compile(r"[\s,(]*(?:compared\s+(?:with|to)|against|and|versus)\s", re.IGNORECASE)
_FAR = 100  # times that no two areas' rates are apart
# Between a change and a plain percentage that means another such change.
_ELLIPTIC = re.compile(
    r"(?:[\s,]|\b(?:the|by|one|of|compared|with|to|compares|against|this|that|is|was|in|across|for"
    r"|on|nationally|national|figure|England|and|Wales|whereas|while|whole|as|a|it|over|same"
    r"|period|previous\s+(?:12|twelve)\s+months)\b)*",
    re.IGNORECASE,
)


def sentences(text: str, places: Places) -> tuple["Sentence", ...]:
    """Return a paragraph's sentences."""
    ends = list(_SENTENCE_END.finditer(text))
    starts = [0, *(found.end() for found in ends)]
    stops = [*(found.start() for found in ends), len(text)]
    return tuple(Sentence(text[a:b], a, b, places) for a, b in zip(starts, stops, strict=True))


class Sentence:
    """One sentence; ``start`` and ``end`` are its place in the paragraph, ``whole`` all of it."""

    def __init__(self, text: str, start: int, end: int, places: Places) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.whole: Span = (0, len(text))
        self._places = places
        self._segments: dict[Span, tuple[Span, ...]] = {}

    def reworded(self, text: str) -> "Sentence":
        """Return another one, with other words, in its place."""
        return Sentence(text, self.start, self.end, self._places)

    @functools.cached_property
    def times(self) -> tuple[Mention, ...]:
        """The times that it names."""
        return mentions(self.text)

    @property
    def stretch(self) -> tuple[Period, Period] | None:
        """The two twelve months "between" which it tells of something, if these are its times."""
        if len(self.times) != 2:
            return None
        first, second = self.times
        is_joined = _TO.fullmatch(self.text, first.end, second.start)
        if not is_joined or not _BETWEEN.search(self.text, 0, first.start):
            return None
        start, end = first.period, second.period
        if start is None or end is None or not start.kind == end.kind == "12 months to":
            return None
        return (start, end) if start.end < end.end else None

    @functools.cached_property
    def named(self) -> tuple[Named, ...]:
        """Whom it names."""
        return self._places.named(self.text)

    @functools.cached_property
    def _values(self) -> tuple[Quantity, ...]:
        return quantities(self.text, self.times, self.rates)

    @functools.cached_property
    def shares(self) -> tuple[Span, ...]:
        """Where its percentages stand, in words or numbers."""
        return tuple((v.start, v.end) for v in self._values if v.unit in (PERCENT, BY))

    @functools.cached_property
    def units(self) -> tuple[str, ...]:
        """The units of its values, each once; that of plain numbers where the sentence has one."""
        stated = [value.unit for value in self._values if value.unit not in (BARE, BY)]
        units = dict.fromkeys(unit for unit in stated if not _is_short(unit, stated))
        if not units and self._values:
            sums = {money(value.printed) for value in self._values}
            rates = {sum_ + rate.unit for rate in self.rates for sum_ in sums}
            units = dict.fromkeys(rates if len(rates) == 1 else ())
        return tuple(units)

    @functools.cached_property
    def rates(self) -> tuple[RatePhrase, ...]:
        """The units of its rates."""
        return rate_phrases(self.text)

    @functools.cached_property
    def blanked(self) -> str:
        """Its text with blanks for its times, percentages, rates, and whom it names."""
        text = self.text
        for start, end in sorted(
            [
                *((n.start, n.end) for n in self.named if n.area != "national"),
                *((t.start, t.end) for t in self.times),
                *self.shares,
                *((r.start, r.end) for r in self.rates),
            ],
            reverse=True,
        ):
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    @functools.cached_property
    def taken(self) -> list[Span]:
        """Words that are one thing, whatever "and" or "than" they hold."""
        return [
            *((n.start, n.end) for n in self.named),
            *((t.start, t.end) for t in self.times),
            *((v.start, v.end) for v in self._values),
        ]

    @functools.cached_property
    def sides(self) -> tuple[Span, ...]:
        """The sides, in order; together they are the whole sentence."""
        return self._parted(_HINGE, self.whole)

    def _parted(self, pattern: re.Pattern[str], whole: Span) -> tuple[Span, ...]:
        at = [
            found.start()
            for found in pattern.finditer(self.text, *whole)
            if not any(a < found.end() and found.start() < b for a, b in self.taken)
        ]
        edges = [whole[0], *at, whole[1]]
        return tuple((a, b) for a, b in itertools.pairwise(edges) if a < b)

    def side(self, value: Quantity | Mention) -> Span:
        """Return the side that a value or a time stands in."""
        return next((a, b) for a, b in self.sides if a <= value.start < b)

    def segments(self, side: Span) -> tuple[Span, ...]:
        """Return the segments of a side."""
        if side not in self._segments:
            self._segments[side] = self._parted(_JOINT, side)
        return self._segments[side]

    def segment(self, value: Quantity | Mention) -> Span:
        """Return the segment that a value or a time stands in."""
        return next((a, b) for a, b in self.segments(self.side(value)) if a <= value.start < b)

    def areas(self, span: Span) -> list[Area]:
        """Return whom a part of the sentence names, in order, each once."""
        return list(dict.fromkeys(n.area for n in self.named if span[0] <= n.start < span[1]))

    # ---------------- values

    def values(self, unit: str) -> tuple[Quantity, ...]:
        """Return the values of a unit, and plain numbers or percentages that must mean it."""
        own = [value for value in self._values if value.unit == unit]
        if unit == CHANGE:
            own += self._elliptic_changes(own)
        elif unit != POINTS and len(own) < 2:
            bare = [
                v
                for v in self._values
                if (v.unit == BARE and is_printed_like(v, unit)) or _is_short(v.unit, [unit])
                if all(_is_near(v, one) for one in own)
            ]
            if len(own) + len(bare) <= 2 and (own or unit in self.units):
                own += bare
        return tuple(sorted(own, key=lambda value: value.start))

    @property
    def plain_values(self) -> tuple[Quantity, ...]:
        """The numbers that stand without a unit."""
        return tuple(value for value in self._values if value.unit == BARE)

    def _elliptic_changes(self, changes: Sequence[Quantity]) -> list[Quantity]:
        """Return a percentage that leaves out its "increased": "by 3.7, compared with 7.8"."""
        shares = [value for value in self._values if value.unit in (PERCENT, BY)]
        if len(changes) != 1 or len(shares) != 1 or shares[0].start < changes[0].end:
            return []
        share = shares[0]
        between = self.text[changes[0].end : share.start]
        apart = share.unit == BY or self.side(share) != self.side(changes[0])
        if not apart or not _is_elliptic(between, self):
            return []
        return [as_change(share, changes[0])]

    def given(
        self, values: Sequence[Quantity], *, refers: bool, unit: str
    ) -> tuple[Quantity | None, Quantity | None] | None:
        """Return the force's and the national value; ``None`` where it is not clear whose is whose.

        ``refers`` says that a value of nobody can be the force's.
        """
        in_order = self._in_order(values)
        given: dict[Area, Quantity] = {}
        for index, value in enumerate(values):
            if unit not in (CHANGE, POINTS) and self._is_earlier(value):
                if "national" in self.areas(self.segment(value)) or index == 0:
                    return None
                continue
            area = in_order[index] if in_order else self.area_of(value, values, refers=refers)
            if area is None or not value.exact or value.turns:
                return None
            if area == "other" and index:
                continue
            if area == "other" or area in given:
                return None
            given[area] = value
        return given.get("own"), given.get("national")

    def time_of(self, value: Quantity, values: Sequence[Quantity]) -> Period | None:
        """Return a value's own period: that of the one time behind it, before the next value.

        Where none stands there, it is the time before it in its segment, if it is the first there.
        """
        start = self.segment(value)[0]
        next_ = min((v.start for v in values if v.start >= value.end), default=len(self.text))
        behind = [t for t in self.times if value.end <= t.start < min(next_, self.side(value)[1])]
        if not behind and not any(start <= v.start < value.start for v in values):
            behind = [t for t in self.times if start <= t.start < value.start]
        own = behind[0].period if len(behind) == 1 and behind[0].is_when else None
        return own if own is not None and own.kind != "change" else None

    def area_of(self, value: Quantity, values: Sequence[Quantity], *, refers: bool) -> Area | None:
        """Return whose value it is: its segment's, or that of the parts around without a value."""
        if _IN_ORDER.search(self.text):
            return None
        side = self.side(value)
        segments = self.segments(side)
        own = self.segment(value)
        if areas := self.areas(own):
            return _only(areas)
        at = segments.index(own)
        if areas := self._free(segments[:at][::-1], values):
            return _only(areas)
        after = segments[at + 1 :]
        if areas := self._free(after, values):
            shared = any(start <= v.start < end for v in values for start, end in after)
            if not shared:
                return _only(areas)
            if not self.text.startswith("(", after[0][0]):
                return None  # it can be the name of the value before it, or of the one after
        sides = self.sides[: self.sides.index(side)]
        if areas := self._free(sides[::-1], values):
            return _only(areas)
        return "own" if refers and value == values[0] else None

    def _free(self, spans: Sequence[Span], values: Sequence[Quantity]) -> list[Area]:
        """Return the areas of parts in order, up to the first one that holds a value."""
        areas: list[Area] = []
        for start, end in spans:
            if any(start <= value.start < end for value in values):
                break
            areas += self.areas((start, end))
        return list(dict.fromkeys(areas))

    def _in_order(self, values: Sequence[Quantity]) -> list[Area]:
        """Return the areas of two values that follow their two names in the same order."""
        if len(values) != 2:
            return []
        first, second = values
        areas = self.areas((0, first.start))
        if sorted(areas) != ["national", "own"] or self.areas((first.start, len(self.text))):
            return []
        between = self.text[first.end : second.start]
        told = _COMPARED.match(between) and (
            " and " not in between or _IN_ORDER.search(self.text, second.end)
        )
        return areas if told else []

    def _is_earlier(self, value: Quantity) -> bool:
        """Whether a value's own part of the sentence is about an earlier time."""
        start, end = self.segment(value)
        text = self.text[start:end]
        return names_previous(text) or _EARLIER.search(text) is not None


def _only(areas: Sequence[Area]) -> Area | None:
    if "other" in areas:
        return "other"
    return areas[0] if len(areas) == 1 else None


def is_printed_like(value: Quantity, unit: str) -> bool:
    """Whether a number without a unit is money where ``unit`` is, and none where it is none."""
    return money(value.printed) == next(filter(unit.startswith, ("pounds_", "pence_")), "")


def _is_near(value: Quantity, other: Quantity) -> bool:
    """Whether a number can have another's unit; "72,000" beside "61 per 1,000" has none."""
    low, high = sorted((value.value, other.value))
    return high <= _FAR * low or low == 0


def _is_short(unit: str, others: Sequence[str]) -> bool:
    """Whether a unit is another one without what it is of: "per million"."""
    return any(other.startswith(f"{unit}_") for other in others)


def _is_elliptic(between: str, sentence: Sentence) -> bool:
    """Whether words between a change and a share leave out nothing but the change itself."""
    spans = [(n.start, n.end) for n in sentence.named if n.area == "own"]
    for start, end in (*spans, *((time.start, time.end) for time in sentence.times)):
        between = between.replace(sentence.text[start:end], " ")
    return _ELLIPTIC.fullmatch(between) is not None


def as_change(share: Quantity, like: Quantity) -> Quantity:
    """Return a percentage as a change of the same direction as another."""
    sign = -1 if like.value < 0 else 1
    return replace(share, value=sign * share.value, unit=CHANGE)
