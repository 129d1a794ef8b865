# SPDX-License-Identifier: MIT
"""What a sentence is about: the catalogue's measure whose words it says.

Which words tell a measure is in ``data/measures.toml`` (``said``, ``unsaid``). A rate that the
catalogue does not know is known by what it counts: "3.1 grievances per 1,000 employees". Shares
and changes of unknown things stay text: nothing in a sentence names them for certain.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from peelviewer.model.measure import Period
from peelviewer.reading.measures.periods import whole_years
from peelviewer.reading.measures.quantities import CHANGE, POINTS, Quantity
from peelviewer.reference.catalogue import Definition, catalogue, recognise
from peelviewer.reference.labels import plain_label

_EXCLUDING = re.compile(r"\(?(?:which )?exclud(?:ing|es) fraud\)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TECHNOLOGY = re.compile(r"\bIT\b")  # not the word "it"
_PERCENT = re.compile(r"\s?%|\sper\scent\b")
_NOT_WORDS = re.compile(r"[^a-z0-9_]+")
_OVER_YEARS = re.compile(r" over \w+ years?$")
_VAGUE_WORDS = """
crime offence incident case call people person report record recorded police total number of the a
an all time such other these those them its their in by for
"""
_VAGUE = frozenset(_VAGUE_WORDS.split())
_SPANS = frozenset(
    ("second", "minute", "hour", "day", "week", "month", "time", "average", "mean", "of")
)
_CRIMES = {"crime", "offen"}  # stems of words for one thing
_STEM = 5  # letters by which words are held to be the same: "charged", "charging"


@dataclass(frozen=True)
class Topic:
    """A measure that sentences state.

    ``words`` are the stems of the words that name it, ``base`` those of what it can be a share of.
    """

    key: str
    label: str
    unit: str
    words: frozenset[str]
    base: frozenset[str]
    known: bool = True


def stems(text: str) -> set[str]:
    """Return the words of a text, cut so that their forms agree."""
    return set(map(stem, words(text)))


def words(text: str) -> list[str]:
    """Return the words of a text, without case, possessives and signs."""
    return _plain(text).split()


def stem(word: str) -> str:
    """Return a word's first letters, without the plural's."""
    return word.rstrip("s")[:_STEM]


def topic(text: str, unit: str, when: Period) -> Topic | None:
    """Return the one catalogue measure of ``unit`` that ``text`` is about, or ``None``.

    The one that asks for more is taken before the one that asks for less; two that ask for as
    much cannot be told apart.
    """
    plain = _plain(text)
    found: list[tuple[int, int, Topic]] = []
    for definition, said, unsaid in _phrases():
        if unit != definition.unit and unit not in definition.also:
            continue
        length = _said(said, plain)
        if length is None or (unsaid and unsaid.search(plain)):
            continue
        if (made := _made(definition, when)) is not None:
            found.append((len(said), length, made))
    best = max((entry[:2] for entry in found), default=None)
    keys = {entry[2].key: entry[2] for entry in found if entry[:2] == best}
    return keys.popitem()[1] if len(keys) == 1 else None


def _said(said: Sequence[re.Pattern[str]], plain: str) -> int | None:
    """Return how many letters of a text say what has to be said; ``None`` where some is not."""
    length = 0
    for pattern in said:
        found = pattern.search(plain)
        if found is None:
            return None
        length += len(found[0])
    return length


def is_named(about: Topic, text: str) -> bool:
    """Whether a text says all that names a measure of the catalogue."""
    plain = _plain(text)
    return any(
        definition.key == about.key and _said(said, plain) is not None
        for definition, said, _ in _phrases()
    )


def _made(definition: Definition, when: Period) -> Topic | None:
    """Return the topic; for a change over other years than the catalogue's with its own key."""
    key, label = definition.key, definition.label
    if definition.years is not None:
        other = catalogue().spanning(key, whole_years(when))
        if other is None or (other != key and catalogue().definition(other)):
            return None  # no whole years, or the catalogue's own entry is another candidate
        label = label if other == key else _OVER_YEARS.sub("", label)
        key = other
    return Topic(key, label, definition.unit, *_vocabulary(definition))


def counted(value: Quantity, text: str) -> Topic | None:
    """Return the topic of a rate that no sentence of the catalogue tells, by what it counts.

    ``text`` is what is said of it: a measure of the catalogue may be denied by its other words.
    """
    if value.unit in (CHANGE, POINTS) or not value.noun:
        return None
    noun = plain_label(value.noun)
    key = recognise(noun, unit=value.unit)
    definition = catalogue().definition(key) if key else None
    if definition is not None:
        if any(d.key == key and no and no.search(_plain(text)) for d, _, no in _phrases()):
            return None
        return Topic(definition.key, definition.label, definition.unit, *_vocabulary(definition))
    name = noun.replace(" ", "_")
    if is_only_time(noun):
        return None  # "11 minutes per incident" says how long, and not what takes that long
    if all(word.rstrip("s") in _VAGUE for word in noun.split()):
        if value.unit in {known.name for known in catalogue().units}:
            return None  # "12 incidents per 1,000 population" can be of anything
        name = f"{name}_{value.unit}"
    label = value.noun[0].upper() + value.noun[1:]
    named = frozenset(stems(noun))
    return Topic(name, label, value.unit, named, named, known=False)


def is_only_time(noun: str) -> bool:
    """Whether what a rate counts is time, and nothing says of what: "days"."""
    return all(word.rstrip("s") in _SPANS for word in words(noun))


def _plain(text: str) -> str:
    text = _NUMBER.sub(lambda found: found[0].replace(",", "").replace(".", "_"), text)
    text = _TECHNOLOGY.sub("technology", text)
    text = _PERCENT.sub(" percent", text)
    text = _EXCLUDING.sub(" ", text.casefold().replace("’", "'").replace("'s", ""))
    return _NOT_WORDS.sub(" ", text)


@functools.cache
def _phrases() -> tuple[
    tuple[Definition, tuple[re.Pattern[str], ...], re.Pattern[str] | None], ...
]:
    return tuple(
        (
            definition,
            tuple(_pattern(phrase.split("|")) for phrase in definition.said),
            _pattern(definition.unsaid) if definition.unsaid else None,
        )
        for definition in catalogue().measures
        if definition.said
    )


def _pattern(phrases: "list[str] | tuple[str, ...]") -> re.Pattern[str]:
    """Return the pattern of any of the phrases: whole words, plural or not, "*" for an ending."""
    return re.compile(
        "|".join(
            r"\b" + " ".join(_word(word) for word in phrase.casefold().split()) + r"\b"
            for phrase in phrases
        )
    )


def _word(word: str) -> str:
    if word == "*":
        return r"\w+"
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) + "s?"


@functools.cache
def _vocabulary(definition: Definition) -> tuple[frozenset[str], frozenset[str]]:
    words = " ".join((definition.label, *definition.names, *definition.said)).replace("*", " ")
    base = stems(f"{words} {definition.definition}")
    return frozenset(stems(words)), frozenset(base | (_CRIMES if base & _CRIMES else set()))
