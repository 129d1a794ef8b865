# SPDX-License-Identifier: MIT
"""Whether two values speak of the same thing: what the first one measures, and no word beyond it.

The second part of a comparison leaves out what both have in common. A word of its own there
("12 percent of *staff* nationally") or another time says something else.
"""

import re
from collections.abc import Set as AbstractSet

from peelviewer.model.measure import Period
from peelviewer.reading.measures.claims import Claim
from peelviewer.reading.measures.quantities import PERCENT, Quantity
from peelviewer.reading.measures.sentences import Sentence, Span
from peelviewer.reading.measures.topics import (
    Topic,
    counted,
    is_named,
    is_only_time,
    stem,
    stems,
    topic,
    words,
)

_REFERS = re.compile(
    r"(?:However,?\s+|But\s+|Although\s+|While\s+)?(?:this|that|these|it|its|the\s+"
    r"(?:figure|rate|proportion|percentage|share)|both)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?P<what>(?:[\w’'-]+\s*){1,6})", re.IGNORECASE)
# A share of a change, or of times and places.
_OF_OTHERS = re.compile(
    r"\s+of\s+(?:(?:the|this|that|its|all|any)\s+)?(?:[a-z]+\s+)?(?:increase|decrease|rise|fall|reduction"
    r"|growth|change|difference|gap|areas?|months?|periods?|years?|quarters?|numbers)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s+(?:of\s+)?(?P<what>(?:[\w’'-]+\s*){1,6})", re.IGNORECASE)
_OF_ENDS = re.compile(
    r"\b(?:in|who|whose|that|which|were|was|are|is|had|have|has|with|for|across|at|on|by|to|from"
    r"|where|marked|said|reported|recorded\s+(?:in|by)|involving|satisfied|charged|identified"
    r"|resolved|closed|summonsed|answered|within|as|having)\b",
    re.IGNORECASE,
)
# When, where or among whom: a part of all that a measure counts.
_QUALIFIER = re.compile(
    r"\b(?:on|at|during|among|amongst|outside|with(?:in)?|for|about|under|above|who|whose)\s+"
    r"(?P<what>(?:(?!(?:in|were|was|by|to|had|have|from)\b)[\w’'-]+\s*){1,3})",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|at)\s+$", re.IGNORECASE)  # before a name: "in the force's cells"
_TWO_WORDS = re.compile(r"(?:\s+[\w’-]+){1,2}")
_CLAUSE = re.compile(r"[;:]|\b(?:while|whereas|although|though|but|and)\b", re.IGNORECASE)
_LEADS = re.compile(r"(?:While|Although|Though|Whereas)\b")
# Words that say nothing about what is measured.
_PLAIN = """
a about above across after again against all also although am an and annual any april are area
areas as at august average averages be been before being below better between both broad broadly
but by calendar can cent change changes comparable compare compared compares comparing comparison
considerably country december decrease decreased decreases decreasing did does double down each
ended ending england equals equivalent every fall fallen falling favourably february fell fewer
figure figures financial for force forces found from further goes gone grew grow growing grown
growth had half has have higher HMIC HMICFRS however identical in increase increased increases
increasing inspected inspection inspectors is it its january july june just large larger last less
level levels line little low lower made march marginally markedly may mean more most moved much
national nationally nearly no not notably november number october of on one only or our out over
overall own per percent percentage percentages period periods point points police previous
proportion proportions quarter rate rates rather reached recorded recording reduced reducing
reduction related remains reported reports respectively rise risen rises rising rose same saw seen
september share shares showed significantly similar similarly since slight slightly small smaller
so some somewhat stands still stood substantially than that the their them then there these they
third this those though through throughout time times to total twelve twice under unfavourably up
value values versus very wales was we well went were what when where whereas which while whole
wider with within worse year years yet
"""
_PLAIN_WORDS = frozenset(word.rstrip("s") for word in _PLAIN.casefold().split()) | {""}
# Further ones beside the first value: how a force comes to have what a measure counts.
_HAVING = """
achieved actively among amounted amounts analysis assign assigned assigns available came carried
carries carry carrying close closed closes come comes conduct conducted counted counting counts
currently data deal dealing deals dealt discussed during equated equates few finalised flagged
follows full gap gave given gives halved having high latest lie lies locally manage managed manages
managing marked monitored monitoring monitors outcome outcomes proportionately provided provides
public receive received receives receiving recent registered relatively result resulted resulting
results show showing shown shows such supplied supplies supply suspect suspects track tracking
tracks used uses volume
"""
_LEADING_WORDS = _PLAIN_WORDS | {word.rstrip("s") for word in _HAVING.split()}
_TELLS = re.compile(r"\b(?:shows?|showed|found|finds?)\s+that\b", re.IGNORECASE)
_OF_PEOPLE = {"per_1000_population", "per_1000_households"}  # hardly other than their numbers
_NOT = re.compile(
    r"\b(?:not|never|neither|nor|none|no\s+longer|fail(?:ed|s|ing)?\s+to|unable\s+to)\b|n[’']t\b",
    re.IGNORECASE,
)
_ASKED = frozenset(map(stem, ("surveyed", "asked", "interviewed", "responding", "total")))
# Words by which only a part of what a measure counts is meant, or something else than all of it.
_PARTS = """
rural urban young younger older elderly child children juvenile male female men women man woman
repeat black Asian white disabled night weekend daytime resident student city town
northern southern eastern western median cancelled abandoned wrongly incorrectly caused identified
referred experienced
"""
_PART_OF = frozenset(map(stem, _PARTS.casefold().split()))
_NUMBER = re.compile(r"[\d_]+p?")  # as ``stems`` has it: "55p"
_LOOK_BACK = 3  # sentences before, in which the topic may have been named
_OWN_WORDS = 1  # that a sentence may have which speaks on of the same: "this *equates* to"


def refers_back(text: str) -> bool:
    """Whether a sentence begins by speaking of what the one before it said."""
    return _REFERS.match(text) is not None


def subject_of(claim: Claim, said: str) -> Topic | None:
    """Return what a claim's first value measures, if its words say nothing beyond that.

    ``said`` is the sentence up to where it begins to compare.
    """
    about = _topic_of(claim, said)
    return about if about is not None and _says_no_more(claim, about) else None


def _topic_of(claim: Claim, said: str) -> Topic | None:
    """Return the topic of the first value's own clause, or of what that refers to."""
    sentence, value = claim.sentence, claim.values[0]
    begin = _clause(claim, value)
    about = topic(said[begin:], claim.unit, claim.when)
    if about is None or _telling(value.noun) - about.words - about.base:
        about = counted(value, said[begin:])
    if about is not None:
        return about
    earlier = with_earlier(claim, "")
    about = topic(f"{earlier} {said[begin:]}", claim.unit, claim.when)
    known = stems(earlier) | (about.words if about else set())
    is_other = len(new_words(sentence, (begin, len(said)), known)) > _OWN_WORDS
    return None if is_other else about  # the other thing is one that the catalogue does not know


def _says_no_more(claim: Claim, about: Topic) -> bool:
    """Whether a claim's first value is one of all that its topic measures, and of nothing else.

    That has to hold for the words around the value and around the sentence's times.
    """
    sentence, value = claim.sentence, claim.values[0]
    if claim.is_change and {rate.unit for rate in sentence.rates} - _OF_PEOPLE:
        return False  # the change of a rate is none of what it counts
    if new_words(sentence, sentence.whole, set(about.words)) & _PART_OF:
        return False
    earlier = with_earlier(claim, "")
    if not sentence.times and refers_back(sentence.text) and not _telling(earlier) & about.words:
        return False  # what it refers to has the time, and is of something else
    known = stems(earlier) | about.words | about.base
    if not is_of(sentence, value, about) or _qualified(sentence, value, known):
        return False
    own = (_named_from(claim, value, about), sentence.segment(value)[1])
    spans = [own, *map(sentence.segment, sentence.times)]
    return not any(
        new_words(sentence, (_told_from(sentence, *span), span[1]), known, _LEADING_WORDS)
        for span in spans
    )


def _named_from(claim: Claim, value: Quantity, about: Topic) -> int:
    """Return where the part of a sentence begins that names what a value in it measures."""
    sentence = claim.sentence
    own, end = sentence.segment(value)
    if not about.known:
        return own
    starts = [a for side in sentence.sides for a, _ in sentence.segments(side) if a <= own]
    for start in reversed(starts):
        named = topic(sentence.text[start:end], claim.unit, claim.when)
        if named is not None and named.key == about.key:
            return start
    return 0


def _told_from(sentence: Sentence, start: int, end: int) -> int:
    """Return where a part of a sentence begins to tell what was found: behind "data show that"."""
    return max((found.end() for found in _TELLS.finditer(sentence.text, start, end)), default=start)


def named_second(claim: Claim, begins: int) -> Topic | None:
    """Return what the second value measures, where the first part only leads to it.

    "Against a national average of 80.1 percent, 71.5 percent of victims in Northshire were
    satisfied." ``begins`` is where the second part does.
    """
    sentence, second = claim.sentence, claim.values[1]
    end = until(sentence, second)
    about = topic(sentence.text[begins:end], claim.unit, claim.when)
    if about is None or claim.is_change or new_words(sentence, (0, begins), set(about.words)):
        return None
    known = about.words | about.base
    if new_words(sentence, (begins, end), known, _LEADING_WORDS):
        return None
    return None if _qualified(sentence, second, known) else about


def _qualified(sentence: Sentence, value: Quantity, known: AbstractSet[str]) -> bool:
    """Whether a value is of a part only, by words that the catalogue does not know.

    A rate says what it counts before its unit: what follows that unit narrows it down ("per 1,000
    population involving tourists"), as does in any part of a sentence when or among whom.
    """
    text, (start, end) = sentence.text, sentence.side(value)
    spans = [
        (found.start("what"), found.end("what")) for found in _QUALIFIER.finditer(text, start, end)
    ]
    spans += [
        (named.end, found.end())
        for named in sentence.named
        if start <= named.start < end and _WITHIN.search(text, 0, named.start)
        if text[named.end - 2 : named.end] in ("’s", "'s")
        if (found := _TWO_WORDS.match(text, named.end))
    ]
    if value.unit.startswith("per_"):
        spans.append((value.end, sentence.segment(value)[1]))
    return any(new_words(sentence, span, known) for span in spans)


def _clause(claim: Claim, value: Quantity) -> int:
    """Return where the clause of a value begins: a change belongs to its own clause's subject."""
    sentence, text = claim.sentence, claim.sentence.text
    if not claim.is_change:
        return text.rfind(";", 0, value.start) + 1
    ends = (
        found.end()
        for found in _CLAUSE.finditer(text, 0, value.start)
        if not any(n.start < found.end() and found.start() < n.end for n in sentence.named)
    )
    clause = max(ends, default=0)
    return max(clause, text.rfind(",", 0, value.start)) if _LEADS.match(text) else clause


def is_of(sentence: Sentence, value: Quantity, about: Topic) -> bool:
    """Whether a percentage is one of what the topic counts: "of recorded crime", not "of dogs".

    What is a share of all that the topic names is another measure: "of female officers".
    """
    if _OF_OTHERS.match(sentence.text, value.end):
        return False
    found = (_NEXT if value.of_next else _OF).match(sentence.blanked, value.end)
    if value.unit != PERCENT or not found:
        return True
    what = found["what"]
    ends = _OF_ENDS.search(what)
    what = what[: ends.start()] if ends else what
    told = _telling(what)
    return not told or (told <= about.base | about.words | _ASKED and not is_named(about, what))


def same_noun(first: Quantity, second: Quantity, about: Topic) -> bool:
    """Whether two rates count the same, as far as only their own words tell what they count.

    Of a measure that the catalogue does not know, "2.1 detectives" is none beside "1.9 detectives
    and analysts". Only of time the second may say less: "11.1 sickness days", "9.8 days".
    """
    if about.known or not second.noun or is_only_time(second.noun):
        return True
    return _telling(first.noun) == _telling(second.noun)


def is_denied(sentence: Sentence, value: Quantity, about: Topic) -> bool:
    """Whether a value is one of what is not so: "were not satisfied", "did not fall by"."""
    return (
        "not" not in about.words and _NOT.search(sentence.text, *sentence.side(value)) is not None
    )


def new_words(
    sentence: Sentence,
    span: Span,
    known: AbstractSet[str],
    plain: AbstractSet[str] = _PLAIN_WORDS,
) -> set[str]:
    """Return words of a part that say something of their own, and so of something else."""
    told = _telling(sentence.blanked[span[0] : span[1]], plain)
    return {word for word in told if not _NUMBER.fullmatch(word)} - known


def _telling(text: str, plain: AbstractSet[str] = _PLAIN_WORDS) -> set[str]:
    """Return the stems of a text's words that tell what is measured.

    A plain word is one as a whole: "stands" says nothing, and "standard" does.
    """
    return {stem(word) for word in words(text) if word.rstrip("s") not in plain}


def same_time(sentence: Sentence, span: Span, when: Period) -> bool:
    """Whether a part of a sentence names no time, or the same."""
    return all(
        time.period is not None
        and time.period.end in (when.end, when.start)
        and (time.period.kind != "change" or time.period.start == when.start)
        for time in sentence.times
        if span[0] <= time.start < span[1]
    )


def with_earlier(claim: Claim, text: str) -> str:
    """Return a part of a claim's sentence, with the sentences before if it refers to them."""
    before = claim.before(_LOOK_BACK)
    if not before or not _REFERS.search(claim.sentence.text[:60]):
        return text
    return " ".join([*(sentence.text for sentence in before), text])


def second_part(sentence: Sentence, first: Quantity, second: Quantity) -> int:
    """Return where the second value's part of a sentence begins."""
    side = sentence.side(first)
    if second.start >= side[1]:
        return side[1]
    return min(sentence.segment(first)[1], second.start)


def until(sentence: Sentence, value: Quantity) -> int:
    """Return where a value's part of a sentence ends: with its segment, or who is named next."""
    end = sentence.segment(value)[1]
    if sentence.areas((sentence.segment(value)[0], end)):
        return end
    after = [n.end for n in sentence.named if n.start >= value.end]
    return max(end, after[0]) if after and after[0] <= sentence.side(value)[1] else end
