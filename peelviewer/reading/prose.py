# SPDX-License-Identifier: MIT
"""Measures in sentences: only where force, national figure, unit and period are all certain.

A topic is known by its words. In one sentence, two values of the topic's unit stand on the two
sides of a comparison; or the sentence after it begins with "This compares with". "The same
period" is the one named last. Anything less clear is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelviewer.model.measure import Measure, Period, Printed
from peelviewer.model.report import Block, Report, Section
from peelviewer.reading.forces import area_of
from peelviewer.reading.periods import ends, names_previous, period, years_before
from peelviewer.reading.topics import TOPICS, Topic
from peelviewer.reading.values import number
from peelviewer.reference.catalogue import catalogue

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[A-Z“\"‘'])")
_NATIONAL = re.compile(r"\bEngland and Wales\b|\bnational(?:ly)?\b|\ball forces\b")
_HINGE = re.compile(
    r"\b(?:compared (?:with|to)|compares (?:with|to)|against|than|"
    r"which (?:is|was|remains)|(?:below|above|lower|higher))\b|–",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"(?:This|That|It|The force's figure) (?:is |was )?"
    r"(?:compares|compared|lower|higher|below|above|slightly|significantly|notably|much|"
    r"considerably|broadly|in line|similar|the same)\b"
)
_SAME = re.compile(r"\b(?:this|the|that)\s+same\s+period\b", re.IGNORECASE)
_REFERS = re.compile(r"(?:However,? |But )?(?:this|that|these|it)\b", re.IGNORECASE)
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)"
_PERCENT = re.compile(rf"{_NUMBER}\s?(?:percent|per cent|%)")
_CHANGE = re.compile(
    rf"(?:(?P<verb>increased|decreased|fallen|fell|risen|rose|reduced|dropped)\s+by|"
    rf"(?P<noun>increase|decrease|reduction|rise|fall|drop)\s+of)\s+{_NUMBER}\s?"
    rf"(?:percent|per cent|%)|(?P<plain>\d[\d,]*(?:\.\d+)?)\s?(?:percent|per cent|%)\s+"
    rf"(?P<adjective>fewer|more|less|lower|higher)\b",
    re.IGNORECASE,
)
_DOWN = frozenset(
    [
        "decreased",
        "fallen",
        "fell",
        "reduced",
        "dropped",
        "decrease",
        "reduction",
        "fall",
        "drop",
        "fewer",
        "less",
        "lower",
    ]
)
_LOOK_BACK = 3  # sentences before, in which the topic may have been named
_LOOK_ON = 2  # sentences after the force's in which the national value may stand


@dataclass(frozen=True)
class _Value:
    value: float
    printed: str
    start: int
    end: int


@dataclass(frozen=True)
class _Sentence:
    text: str
    start: int
    end: int


def prose_measures(report: Report) -> Iterator[Measure]:
    """Yield the measures that the report's paragraphs state in clear words."""
    own = re.compile(
        rf"\bthe force\b|{re.escape(report.force.name)}|\b{re.escape(area_of(report.force))}\b",
        re.IGNORECASE,
    )
    for section in report.sections:
        if section.kind in ("annex", "numbers"):
            continue  # the annex tells of all forces; the graphic was read as such
        last: Period | None = None
        for block in section.blocks:
            if block.kind in ("paragraph", "list_item"):
                sentences = _sentences(block.text)
                for index, sentence in enumerate(sentences):
                    when = _period(sentence.text, last, refers=index > 0)
                    last = when or last
                    if when is not None:
                        yield from _found(sentences, index, when, own, section, block)


def _sentences(text: str) -> list[_Sentence]:
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
    stops = [*(found.start() for found in _SENTENCE_END.finditer(text)), len(text)]
    return [_Sentence(text[a:b], a, b) for a, b in zip(starts, stops, strict=True)]


def _period(text: str, last: Period | None, *, refers: bool) -> Period | None:
    """Return the sentence's period: its own, or the one that it refers to.

    ``refers`` says that a sentence stands before it, to which "this" can refer.
    """
    stated = period(text)
    if stated is not None:
        return stated
    if any(ends(text)):
        return None  # several, and no telling which is meant
    if _SAME.search(text):
        return last
    if last is not None and refers and _REFERS.search(text[:40]):
        if names_previous(text) and last.kind == "12 months to":
            return Period(kind="change", start=years_before(last.end, 1), end=last.end)
        return last
    return None


def _found(
    sentences: Sequence[_Sentence],
    index: int,
    when: Period,
    own: re.Pattern[str],
    section: Section,
    block: Block,
) -> Iterator[Measure]:
    sentence = sentences[index]
    said = " ".join(s.text for s in sentences[max(0, index - _LOOK_BACK) : index + 1])
    for topic in TOPICS:
        if not topic.pattern.search(said if topic.wide else sentence.text):
            continue
        if topic.without is not None and topic.without.search(sentence.text):
            continue
        refers = _REFERS.search(sentence.text[:40]) is not None
        if not (own.search(sentence.text) or refers):
            continue
        values = _values(sentence.text, topic)
        if len(values) == 2:
            pair = _in_one(sentence.text, values)
            if pair is not None:
                yield _measure(topic, when, *pair, section, block, sentence, sentence)
        elif len(values) == 1 and not _NATIONAL.search(sentence.text):
            other = _in_next(sentences, index, topic, when)
            if other is not None:
                national, until = other
                yield _measure(topic, when, values[0], national, section, block, sentence, until)
            elif topic.alone:
                yield _measure(topic, when, values[0], None, section, block, sentence, sentence)


def _values(text: str, topic: Topic) -> list[_Value]:
    """Return the values of the topic's unit in a sentence, in order."""
    changes = [_change(found) for found in _CHANGE.finditer(text)]
    if topic.kind == "change":
        return changes
    pattern = topic.quantity or _PERCENT
    found = [
        _Value(number(match["number"]) or 0.0, match[0].strip(), match.start(), match.end())
        for match in pattern.finditer(text)
    ]
    return [v for v in found if not any(c.start <= v.start < c.end for c in changes)]


def _change(found: re.Match[str]) -> _Value:
    word = (found["verb"] or found["noun"] or found["adjective"]).casefold()
    value = number(found["number"] or found["plain"]) or 0.0
    return _Value(-value if word in _DOWN else value, found[0], found.start(), found.end())


def _in_one(text: str, values: Sequence[_Value]) -> tuple[_Value, _Value] | None:
    """Return force and national value where a comparison stands between the two."""
    first, second = values
    named = [found.start() for found in _NATIONAL.finditer(text)]
    hinge = _HINGE.search(text, first.end, second.start)
    if hinge is None or not named or min(named) < hinge.start():
        return None
    return first, second


def _in_next(
    sentences: Sequence[_Sentence], index: int, topic: Topic, when: Period
) -> tuple[_Value, _Sentence] | None:
    """Return the national value of a sentence that follows and compares, for the same period."""
    for step, sentence in enumerate(sentences[index + 1 : index + 1 + _LOOK_ON]):
        values = _values(sentence.text, topic)
        if not values or not _NATIONAL.search(sentence.text):
            continue
        stated = period(sentence.text)
        if len(values) != 1 or (stated is not None and stated.end != when.end):
            return None
        if (step == 0 and _COMPARES.match(sentence.text)) or (
            stated is not None and topic.repeats(sentence.text)
        ):
            return values[0], sentence
        return None
    return None


def _measure(
    topic: Topic,
    when: Period,
    force: _Value,
    national: _Value | None,
    section: Section,
    block: Block,
    first: _Sentence,
    last: _Sentence,
) -> Measure:
    when = topic.period(when)
    key = topic.key_for(when)
    definition = catalogue().definition(key)
    return Measure(
        key=key,
        label=definition.label if definition else topic.label,
        unit=topic.unit,
        period=when,
        force=force.value,
        national=national.value if national else None,
        as_printed=Printed(force=force.printed, national=national.printed if national else None),
        section=section.id,
        page=block.page,
        block=block.id,
        passage=block.text[first.start : last.end].strip(),
        origin="prose",
    )
