# SPDX-License-Identifier: MIT
"""The force that a cover names, in any of its spellings; one that is not known keeps its name."""

import functools
import re

from peelviewer.model.force import Force
from peelviewer.reading.lines import key
from peelviewer.reading.slugs import slug
from peelviewer.reference.forces import KnownForce, force_named, forces
from peelviewer.reference.months import MONTHS

_NAME = re.compile(
    r"\b((?:[A-Z][\w’'&-]+\s+(?:and\s+|of\s+|&\s+)?){1,5}"
    r"(?:Police Service|Police|Constabulary))\b"
)
_NO_FORCE = re.compile(r"\b(?:PEEL|Inspectorate|Inspection|Inspector|College|HM|The)\b")
_KIND = r"\b(?:police service|police force|police|constabulary)\b"
_WORDS = re.compile(rf"\s*{_KIND}.*$", re.IGNORECASE)
_TWO = re.compile(rf"{_KIND}\s*(?:and|&)\s.*{_KIND}", re.IGNORECASE)
_PARTS = re.compile(r"\s*[/|()\[\],;:–—•·]\s*|\s+-\s+")
_DATE = re.compile(
    rf"\s*\b(?:(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+)?20\d\d\b.*$", re.IGNORECASE
)


def force_in(text: str) -> Force | None:
    """Return the force that ``text`` names: alone, beside a date, or in two languages.

    A known name must be whole: "West Kent Police" is not Kent Police.
    """
    parts = [part for part in (_DATE.sub("", p).strip() for p in _PARTS.split(text)) if part]
    for part in (text, *parts):
        if known := force_named(part):
            return _force(known)
    named = [found[1] for part in parts if (found := _NAME.search(part))]
    return next((known_force(name) for name in named if not _NO_FORCE.search(name)), None)


def names_in(text: str) -> list[str]:
    """Return the names of forces in a text, as far as they end as such names do."""
    if "Police" not in text and "Constabulary" not in text:
        return []
    names = [found[1] for found in _NAME.finditer(text) if not _NO_FORCE.search(found[1])]
    return [_without_start(name) for name in names]


def _without_start(name: str) -> str:
    """Return a known force's name without words before it that only begin a sentence."""
    words = name.split(" ")
    ends = (" ".join(words[start:]) for start in range(len(words)))
    return next((known.name for end in ends if (known := force_named(end))), name)


def is_force(text: str) -> bool:
    """Whether ``text`` is a force's name and nothing else: a known one, or one in that form."""
    parts = [part for part in _PARTS.split(text) if part]
    return force_named(text) is not None or (bool(parts) and all(map(_is_name, parts)))


def _is_name(part: str) -> bool:
    if force_named(part) is not None or part.startswith("Heddlu "):
        return True
    return bool(_NAME.fullmatch(part)) and not _NO_FORCE.search(part)


def known_force(name: str) -> Force:
    """Return the force of that name or spelling; an unknown one with an id made of its name.

    Two forces that are inspected together are neither of the two.
    """
    if _TWO.search(name):
        return Force(id=slug(re.sub(_KIND, " ", name, flags=re.IGNORECASE)), name=name)
    whole = key(name)
    wanted = key(_WORDS.sub(" ", name)) or whole
    for known, names, places in _spelt():
        if whole in names or wanted in places:
            return _force(known)
    return Force(id=slug(_WORDS.sub("", name)) or slug(name), name=name)


@functools.cache
def _spelt() -> tuple[tuple[KnownForce, frozenset[str], frozenset[str]], ...]:
    """Every force with the keys of its spellings, and of these without "Police"."""
    spelt = ((known, (known.name, known.area, *known.spellings)) for known in forces())
    return tuple(
        (known, frozenset(map(key, names)), frozenset(key(_WORDS.sub(" ", n)) for n in names))
        for known, names in spelt
    )


def area_of(force: Force) -> str:
    """Return the place that a force's name stands for in text ("Leicestershire")."""
    known = next((known.area for known in forces() if known.id == force.id), None)
    return known or _WORDS.sub("", force.name) or force.name


def _force(known: KnownForce) -> Force:
    return Force(id=known.id, name=known.name, code=known.code)
