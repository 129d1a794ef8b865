# SPDX-License-Identifier: MIT
"""Measures in sentences: only where force, national figure, unit and period are all certain.

Each value of a sentence is given to whom its own part of the sentence names: the force, England
and Wales, or somebody else. One value of the force and one of England and Wales, of one unit,
are a measure where the catalogue knows what the words are about (``topics``), one period is
stated, and the second part speaks of the same thing (``subject``). The two can stand in
neighbouring sentences, if the second one compares. "The same period" is the one
named last. Anything less clear is left alone.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from peelviewer.model.measure import Measure, Period, Printed
from peelviewer.model.report import Block, Report, Section
from peelviewer.reading.areas import Places
from peelviewer.reading.periods import names_previous, over_a_year, period
from peelviewer.reading.quantities import CHANGE, PERCENT, POINTS, Quantity
from peelviewer.reading.sentences import Sentence, as_change, sentences
from peelviewer.reading.subject import (
    is_of,
    new_words,
    refers_back,
    same_time,
    second_part,
    subject_of,
    until,
    with_earlier,
)
from peelviewer.reading.topics import Topic, stems

# "Over the same period", "in that year": the time named last.
_SAME = re.compile(
    r"\b(?:over|in|during|for|across)\s+(?:(?:this|the|that)\s+same|this|that)\s+(?:period|year|time)\b",
    re.IGNORECASE,
)
# How a sentence begins that gives the other value: "However, the national rate …", "Nationally".
_COMPARES = re.compile(
    r"(?:(?:However|But|And),?\s+)?(?:(?:This|That|It|These|The\s+force[’']s\s+(?:figure|rate))\b"
    r"|(?:By|In)\s+comparison\b|(?:The\s+)?(?:national|England\s+and\s+Wales|average)\b"
    r"|The\s+(?:\w+\s+){1,3}(?:for|in|across)\s+(?:England\s+and\s+Wales|all\s+forces)\b"
    r"|Nationally\b|(?:In|Across|For|Throughout)\s+(?:the\s+whole\s+of\s+|all\s+of\s+)?"
    r"(?:England\s+and\s+Wales|all\s+forces)\b)",
    re.IGNORECASE,
)
# What somebody wants, expects, would do or has told is no finding of the inspectorate's.
_NO_FINDING = re.compile(
    r"\b(?:will|targets?|aims?|aimed|aiming|goals?|expect\w*|forecast\w*|project(?:ed|s|ion)|predict\w*"
    r"|plans?\s+to|planned|planning|intends?|would|should|could|ambition|if|unless|estimat\w+"
    r"|told|according\s+to|believe[sd]?|claim(?:s|ed)?|assur(?:es|ed)"
    r"|(?:sa(?:ys|y|id)|report(?:s|ed)?|state[sd]?|suggest(?:s|ed)?|informed\s+(?:us|HMICF?R?S?))\s+that"
    r"|proposed?|hopes?|sample|by\s+20\d\d(?:[/–-]\d\d)?)\b",
    re.IGNORECASE,
)
_BASE = re.compile(r"\b(?:since|from|over\s+the\s+(?:last|past))\b", re.IGNORECASE)
_LOOK_ON = 2  # sentences after the first in which the other value may stand


@dataclass(frozen=True)
class _Found:
    """Two values, or the force's alone, and the stretch of sentences that states them."""

    topic: Topic
    period: Period
    own: Quantity
    national: Quantity | None
    first: Sentence
    last: Sentence


def prose_measures(report: Report) -> Iterator[Measure]:
    """Yield the measures that the report's paragraphs state in clear words."""
    places = Places(report.force)
    for section in report.sections:
        if section.kind in ("annex", "numbers"):
            continue  # the annex tells of all forces; the graphic was read as such
        last: Period | None = None
        lead: tuple[Sentence, ...] = ()  # the sentence with a colon that a list's items go on with
        for block in section.blocks:
            if block.kind in ("paragraph", "list_item"):
                parts = sentences(block.text, places)
                if block.kind == "paragraph":
                    lead = parts[-1:] if block.text.rstrip().endswith(":") else ()
                    last = yield from _of_block(section, block, parts, last)
                else:
                    last = yield from _of_block(section, block, parts, last, lead)


def _of_block(
    section: Section,
    block: Block,
    own: Sequence[Sentence],
    last: Period | None,
    lead: tuple[Sentence, ...] = (),
) -> Generator[Measure, None, Period | None]:
    """Yield a block's measures; return the period that it names last.

    A list's item without a period has that of the ``lead`` above the list.
    """
    told: set[Sentence] = set()  # sentences whose value an earlier one has taken
    parts = (*lead, *own)
    for index, sentence in enumerate(parts[len(lead) :], len(lead)):
        when = _period(sentence, last, refers=index > 0)
        if when is None and lead and not sentence.times:
            when = _period(lead[0], None, refers=False)
        if when is not None or any(time.period is None for time in sentence.times):
            last = when
        if when is None or sentence in told or _NO_FINDING.search(sentence.text):
            continue
        if lead and _NO_FINDING.search(lead[0].text):
            continue
        for found in _stated(parts, index, when):
            told.add(found.last)
            yield _measure(found, section, block)
    return last


def _period(sentence: Sentence, last: Period | None, *, refers: bool) -> Period | None:
    """Return the sentence's period: its own, or the one that it refers to.

    ``refers`` says that a sentence stands before it, to which "this" can refer.
    """
    text = sentence.text
    if len({time.period.kind for time in sentence.times if time.period is not None}) > 1:
        return None  # twelve months and a day: no telling which is meant
    stated = period(text)
    if stated is not None or sentence.times:
        return stated
    if _SAME.search(text):
        return last
    if last is not None and refers and refers_back(text):
        return over_a_year(last) if names_previous(text) else last
    return None


def _stated(parts: Sequence[Sentence], index: int, when: Period) -> Iterator[_Found]:
    """Yield what a sentence states, alone or with one that follows and compares."""
    sentence = parts[index]
    for unit in sentence.units:
        fitting = _fitting(when, unit, sentence)
        values = sentence.values(unit)
        given = sentence.given(values, refers=_may_mean_own(parts, index), unit=unit)
        if fitting is None or given is None:
            continue
        own, national = given
        if own and national:
            found = _pair(parts, index, unit, fitting, own, national)
        elif own or national:
            found = _followed(parts, index, unit, fitting, own, national)
            if found is None and own and len(values) == 1:
                found = _alone(parts, index, unit, fitting, own)
        else:
            continue
        if found is not None:
            yield found


def _fitting(when: Period, unit: str, sentence: Sentence) -> Period | None:
    """Return the period as the unit needs it: a change has a start, a share or rate has none.

    A change "in the 12 months to" a day is one against the twelve months before, unless the
    sentence names another time to start from.
    """
    stated = {time.period.end for time in sentence.times if time.period is not None}
    if unit not in (CHANGE, POINTS):
        if len(stated) > 1:
            return None
        return Period(kind="12 months to", end=when.end) if when.kind == "change" else when
    if when.kind == "change":
        return when
    unclear = any(time.period is None for time in sentence.times)
    if when.kind == "as at" or unclear or _BASE.search(sentence.text):
        return None
    return over_a_year(when)


def _may_mean_own(parts: Sequence[Sentence], index: int) -> bool:
    """Whether a value of nobody is the report's force's: the sentences before spoke last of it.

    The nation does not count, and where they spoke of nobody it is the force, too.
    """
    for at in range(index - 1, -1, -1):
        areas = {named.area for named in parts[at].named} - {"national"}
        if areas:
            return areas == {"own"}
    return True


def _pair(
    parts: Sequence[Sentence],
    index: int,
    unit: str,
    when: Period,
    own: Quantity,
    national: Quantity,
) -> _Found | None:
    """Return the measure of two values in one sentence, if both speak of the same."""
    sentence = parts[index]
    first, second = sorted((own, national), key=lambda value: value.start)
    begins = second_part(sentence, first, second)
    said = sentence.text[:begins]
    about = subject_of(parts, index, said, first, unit, when)
    if about is None or not is_of(sentence.text, second, about):
        return None
    rest = (begins, until(sentence, second))
    known = stems(with_earlier(parts, index, said)) | about.words
    if new_words(sentence, rest, known) or not same_time(sentence, rest, when):
        return None
    return _Found(about, when, own, national, sentence, sentence)


def _followed(
    parts: Sequence[Sentence],
    index: int,
    unit: str,
    when: Period,
    own: Quantity | None,
    national: Quantity | None,
) -> _Found | None:
    """Return the measure whose other value stands in a sentence that follows and compares."""
    sentence = parts[index]
    first = own or national
    if first is None:
        return None
    if sentence.areas((0, len(sentence.text))).count("national") and own:
        return None  # it has compared already
    for step, other in enumerate(parts[index + 1 : index + 1 + _LOOK_ON]):
        second = _counterpart(other, unit, first)
        if second is None:
            continue
        about = subject_of(parts, index, sentence.text, first, unit, when)
        whole = (0, len(other.text))
        if about is None or _NO_FINDING.search(other.text) or not same_time(other, whole, when):
            return None
        given = other.given((second,), refers=False, unit=unit)
        theirs = given and (given[1] if own else given[0])
        if not theirs or not is_of(other.text, second, about):
            return None
        known = stems(with_earlier(parts, index, sentence.text)) | about.words
        if new_words(other, (0, until(other, second)), known):
            return None
        leads = (
            other.areas((0, second.start))[:1] == ["own"]
            if national
            else _COMPARES.match(other.text)
        )
        if not (leads if step == 0 else other.times and stems(other.text) & about.words):
            return None
        return _Found(about, when, own or theirs, national or theirs, sentence, other)
    return None


def _counterpart(other: Sentence, unit: str, first: Quantity) -> Quantity | None:
    """Return the one value of a unit in a later sentence; none where there are several."""
    values = other.values(unit)
    if unit == CHANGE and not values:
        shares = other.values(PERCENT)
        values = tuple(as_change(share, first) for share in shares)
    if not values and unit not in (CHANGE, POINTS):
        values = other.plain_values
    return values[0] if len(values) == 1 and values[0].exact else None


def _alone(
    parts: Sequence[Sentence], index: int, unit: str, when: Period, own: Quantity
) -> _Found | None:
    """Return the force's rate without a national one: a rate says by itself what it counts."""
    sentence = parts[index]
    if not unit.startswith("per_") or not own.exact:
        return None
    areas = sentence.areas((0, len(sentence.text)))
    if "national" in areas or not ("own" in areas or refers_back(sentence.text)):
        return None
    about = subject_of(parts, index, sentence.text, own, unit, when)
    if about is None or not about.known:
        return None
    return _Found(about, when, own, None, sentence, sentence)


def _measure(found: _Found, section: Section, block: Block) -> Measure:
    about, national = found.topic, found.national
    return Measure(
        key=about.key,
        label=about.label,
        unit=about.unit,
        period=found.period,
        force=found.own.value,
        national=national.value if national else None,
        as_printed=Printed(
            force=found.own.printed, national=national.printed if national else None
        ),
        section=section.id,
        page=block.page,
        block=block.id,
        passage=block.text[found.first.start : found.last.end].strip(),
        origin="prose",
    )
