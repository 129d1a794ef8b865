# SPDX-License-Identifier: MIT
"""What one sentence claims in one unit: the force's value, the national one or both, and when.

A claim knows the sentences around it, so that what it is about (``subject``) and the value it is
compared with (``pairing``) can be looked for there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelviewer.model.measure import Period
from peelviewer.reading.measures.periods import over_a_year, whole_years
from peelviewer.reading.measures.quantities import CHANGE, POINTS, Quantity
from peelviewer.reading.measures.sentences import Sentence

_LOOK_BACK = 50  # sentences: of whom a paragraph spoke longer ago is not certain
_BASE = re.compile(r"\b(?:since|from|over\s+the\s+(?:last|past))\b", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """A sentence of a text and what it says in ``unit``; at least one value is given.

    ``text`` are the sentences of the paragraph, below the one above it if it is a list's item;
    ``index`` is the place of the one that claims. ``is_only`` says that it has no other value of
    the unit.
    """

    text: tuple[Sentence, ...]
    index: int
    unit: str
    when: Period
    own: Quantity | None
    national: Quantity | None
    is_only: bool

    @property
    def sentence(self) -> Sentence:
        """The sentence that claims."""
        return self.text[self.index]

    @property
    def values(self) -> tuple[Quantity, ...]:
        """The one or two values, in the order in which they stand."""
        given = [value for value in (self.own, self.national) if value is not None]
        return tuple(sorted(given, key=lambda value: value.start))

    @property
    def is_change(self) -> bool:
        """Whether it is one of a change, not of a share or a rate."""
        return self.unit in (CHANGE, POINTS)

    def before(self, most: int) -> tuple[Sentence, ...]:
        """Return the sentences before, at most so many."""
        return self.text[max(0, self.index - most) : self.index]

    def after(self, most: int) -> tuple[Sentence, ...]:
        """Return the sentences that follow, at most so many."""
        return self.text[self.index + 1 : self.index + 1 + most]


def claims(text: tuple[Sentence, ...], index: int, when: Period | None) -> Iterator[Claim]:
    """Yield what the sentence at ``index`` claims, a unit at a time.

    ``when`` is its period, if it has one for all its values; else each value needs its own.
    """
    sentence = text[index]
    if not sentence.units:
        return
    refers = _may_mean_own(text, index)
    for unit in sentence.units:
        values = sentence.values(unit)
        for period, own, national in _timed(sentence, values, unit, refers=refers):
            yield Claim(text, index, unit, period, own, national, is_only=True)
        fitting = _fitting(when, unit, sentence) if when else None
        given = sentence.given(values, refers=refers, unit=unit)
        if fitting is not None and given is not None and any(given):
            yield Claim(text, index, unit, fitting, *given, is_only=len(values) == 1)


def _timed(
    sentence: Sentence, values: tuple[Quantity, ...], unit: str, *, refers: bool
) -> Iterator[tuple[Period, Quantity | None, Quantity | None]]:
    """Yield the force's and the national value of each period, where each value has its own.

    "Rose from 61 per 1,000 population in 2012/13 to 68 per 1,000 population in 2016/17."
    """
    times = _times(sentence, values)
    periods = {time for time in times if time is not None}
    if len(periods) < 2 or None in times or unit in (CHANGE, POINTS):
        return
    whose = [sentence.area_of(value, values, refers=refers) for value in values]
    if None in whose or not all(value.exact for value in values):
        return
    for period in sorted(periods, key=lambda period: period.end):
        told = [v for v, t in zip(values, times, strict=True) if t == period]
        areas = [area for area, t in zip(whose, times, strict=True) if t == period]
        if len(set(areas)) == len(areas) and "own" in areas:
            given = dict(zip(areas, told, strict=True))
            yield period, given["own"], given.get("national")


def _times(sentence: Sentence, values: Sequence[Quantity]) -> list[Period | None]:
    """Return each value's period.

    "Between 2014/15 and 2015/16, it rose from 31 to 35 percent in the force, and from 28 to 29
    percent nationally": the values' own are the two ends of the stretch.
    """
    if [value.turns for value in values] == ["from", "to", "from", "to"]:
        ends = sentence.stretch
        if ends is not None:
            return [*ends, *ends]
    return [sentence.time_of(value, values) for value in values]


def _fitting(when: Period, unit: str, sentence: Sentence) -> Period | None:
    """Return the period as the unit needs it: a change has a start, a share or rate has none.

    "In the same period" after a change over a year is that year; after one over more, it is no
    period of a share. A change "in the 12 months to" a day is one against the twelve months
    before, unless the sentence names another time to start from.
    """
    if any(time.period is None for time in sentence.times):
        return None  # some other stretch: no telling of which a value is
    stated = {time.period.end for time in sentence.times if time.period is not None}
    if len(stated) == 1 and not all(time.is_when for time in sentence.times):
        return None
    if unit not in (CHANGE, POINTS):
        if when.kind != "change":
            return when if len(stated) < 2 else None
        is_stretch = any(t.period and t.period.kind == "change" for t in sentence.times)
        if len(stated) > 1 or is_stretch or (whole_years(when) or 1) > 1:
            return None
        return Period(kind="12 months to", end=when.end)
    if when.kind == "change":
        return when
    if when.kind == "as at" or _BASE.search(sentence.text):
        return None
    return over_a_year(when)


def _may_mean_own(text: tuple[Sentence, ...], index: int) -> bool:
    """Whether a value of nobody is the report's force's: the sentences before spoke last of it.

    The nation does not count, and where they spoke of nobody it is the force, too.
    """
    for sentence in reversed(text[max(0, index - _LOOK_BACK) : index]):
        areas = {named.area for named in sentence.named} - {"national"}
        if areas:
            return areas == {"own"}
    return index <= _LOOK_BACK
