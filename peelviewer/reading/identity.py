# SPDX-License-Identifier: MIT
"""Which report it is: title, force, pillar, year, date, ISBN, from its cover."""

import re
from collections.abc import Sequence

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.report import Pillar
from peelviewer.reading.lines import Line, key
from peelviewer.reference.forces import forces
from peelviewer.reference.months import MONTHS

_TITLE = re.compile(r"\W*PEEL\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d(?:\s*[/–-]\s*\d\d(?!\d))?)")
_INSPECTION = re.compile(r"\ban?\s+inspection\s+of\s+(?:the\s+)?(?P<force>[^.;:]+)", re.IGNORECASE)
_MONTHS = "|".join(MONTHS)
_PUBLISHED = re.compile(rf"(?:\d{{1,2}}\s+)?({_MONTHS})\s+(20\d\d)\W*$", re.IGNORECASE)
_ISBN = re.compile(r"ISBN(?:-?1[03])?[:\s]*((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dX])", re.IGNORECASE)
_FORCE_NAME = re.compile(
    r"\b((?:[A-Z][\w’'&-]+\s+(?:and\s+|of\s+|&\s+)?){1,4}"
    r"(?:Police Service|Police|Constabulary))\b"
)
_FORCE_WORDS = re.compile(
    r"\s*\b(?:police service|police force|police|constabulary)\b.*$", re.IGNORECASE
)
_COVER = 80  # lines in which the cover's facts are looked for
_PILLARS: tuple[Pillar, ...] = ("effectiveness", "efficiency", "legitimacy", "leadership")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What names a report; ``title_line`` is the number of the line that its title stands on."""

    title: str
    force: Force
    pillar: Pillar
    year: str
    published: str | None
    isbn: str | None
    title_line: int

    @property
    def id(self) -> str:
        """The report's id: force, pillar and year."""
        return f"{self.force.id}-{self.pillar}-{slug(self.year)}"


def slug(text: str, longest: int = 60) -> str:
    """Return ``text`` as an id: lower case, hyphens, cut at a word's end to ``longest``."""
    words = _NOT_SLUG.sub("-", text.casefold()).strip("-")
    if len(words) <= longest:
        return words
    head = words[: longest + 1]
    return head.rpartition("-")[0] or words[:longest]


def identity(lines: Sequence[Line]) -> Identity | None:
    """Return what the cover says, or ``None`` if it names no PEEL report of a force.

    A force that is not in ``data/forces.csv`` keeps the name that the cover prints.
    """
    cover = [line for line in lines[:_COVER] if line.text]
    title = _title(cover)
    if title is None:
        return None
    text = title.text
    force = _force(cover)
    year = _YEAR.search(text)
    published = _published(cover)
    if force is None or not (year or published):
        return None
    return Identity(
        title=text,
        force=force,
        pillar=_pillar(text, cover),
        year=re.sub(r"\s*[–-]\s*", "/", year[1].strip()) if year else (published or "")[:4],
        published=published,
        isbn=next((found[1].strip() for line in cover if (found := _ISBN.search(line.text))), None),
        title_line=title.number,
    )


def _title(cover: Sequence[Line]) -> Line | None:
    """Return the title's line: a heading before any other, one with a year before one without."""
    found = [line for line in cover if _TITLE.match(line.text) and len(line.text) < 200]
    return max(
        found,
        key=lambda line: (bool(_YEAR.search(line.text)), line.heading > 0, -line.number),
        default=None,
    )


def _pillar(title: str, cover: Sequence[Line]) -> Pillar:
    named = [pillar for pillar in _PILLARS if pillar in title.casefold()]
    if not named:
        text = " ".join(line.text for line in cover[:12]).casefold()
        named = [pillar for pillar in _PILLARS if pillar in text]
    graded = [pillar for pillar in named if pillar != "leadership"] or named
    return graded[0] if len(graded) == 1 else "integrated"


def _force(cover: Sequence[Line]) -> Force | None:
    for line in cover:
        if found := _INSPECTION.search(line.text):
            return known_force(found["force"].strip())
    names = {key(name): known for known in forces() for name in (known.name, *known.spellings)}
    for line in cover:
        if known := names.get(key(line.text)):
            return Force(id=known.id, name=known.name, code=known.code)
    for line in cover:
        if found := _FORCE_NAME.search(line.text):
            return known_force(found[1])
    return None


def known_force(name: str) -> Force:
    """Return the force of that name or spelling; an unknown one with an id made of its name."""
    wanted = key(_FORCE_WORDS.sub(" ", name)) or key(name)
    for known in forces():
        names = (known.name, known.area, *known.spellings)
        if any(
            key(name) == key(other) or wanted == key(_FORCE_WORDS.sub(" ", other))
            for other in names
        ):
            return Force(id=known.id, name=known.name, code=known.code)
    return Force(id=slug(_FORCE_WORDS.sub("", name)) or slug(name), name=name)


def _published(cover: Sequence[Line]) -> str | None:
    for line in cover:
        if len(line.text) <= 40 and (found := _PUBLISHED.match(line.text)):
            return f"{found[2]}-{MONTHS.index(found[1].capitalize()) + 1:02d}"
    return None


def area_of(force: Force) -> str:
    """Return the place that a force's name stands for in text ("Leicestershire")."""
    known = next((known.area for known in forces() if known.id == force.id), None)
    return known or _FORCE_WORDS.sub("", force.name) or force.name
