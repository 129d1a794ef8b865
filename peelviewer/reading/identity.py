# SPDX-License-Identifier: MIT
"""Which report it is: title, force, pillar, year, date, ISBN, from its cover."""

import re
from collections.abc import Sequence

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.report import Pillar
from peelviewer.reading.cover import COVER, INSPECTION, YEAR, title
from peelviewer.reading.forces import force_in, known_force
from peelviewer.reading.lines import Line, key
from peelviewer.reading.outline import TITLES as CONTENTS
from peelviewer.reading.slugs import slug
from peelviewer.reference.months import MONTHS

_OPEN_INSPECTION = re.compile(r"\ban?\s+inspection\s+of(?:\s+the)?\W*$", re.IGNORECASE)
_PUBLISHED = re.compile(
    rf"(?:^|\b(?:publi(?:shed|cation)(?: date)?(?: on)?:?|police|constabulary|service)\W+)"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?({'|'.join(MONTHS)}),?\s+(20\d\d)\W*$",
    re.IGNORECASE,
)
_ISBN = re.compile(r"ISBN(?:-?1[03])?[:\s]*((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dX])", re.IGNORECASE)
_CRIME_INSPECTION = re.compile(r"\W*crime inspection\b", re.IGNORECASE)
_FIRST_LINES = 12  # of a cover, in which its title's subtitle stands
_LONGEST_DATE = 40  # characters of a line that is a date, or says when it was published
_PILLARS: tuple[Pillar, ...] = ("effectiveness", "efficiency", "legitimacy", "leadership")


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


def identity(lines: Sequence[Line]) -> Identity | None:
    """Return what the cover says, or ``None`` if it names no PEEL report of a force.

    The title must stand on one line (``cover.titled``). A force that is not in
    ``data/forces.csv`` keeps the name that the cover prints.
    """
    cover = [line for line in lines[:COVER] if line.text]
    named = title(lines)
    if named is None:
        return None
    force = _force(cover)
    year = YEAR.search(named.text)
    published = _published(cover)
    if force is None or not (year or published):
        return None
    return Identity(
        title=named.text,
        force=force,
        pillar=_pillar(named.text, cover),
        year="/".join(filter(None, year.groups())) if year else (published or "")[:4],
        published=published,
        isbn=next((found[1].strip() for line in cover if (found := _ISBN.search(line.text))), None),
        title_line=named.number,
    )


def _pillar(title: str, cover: Sequence[Line]) -> Pillar:
    if _CRIME_INSPECTION.match(title):  # the first year's name for effectiveness
        return "effectiveness"
    named = [pillar for pillar in _PILLARS if pillar in title.casefold()]
    if not named:
        text = " ".join(line.text for line in _before_contents(cover)).casefold()
        named = [pillar for pillar in _PILLARS if pillar in text]
    graded = [pillar for pillar in named if pillar != "leadership"] or named
    return graded[0] if len(graded) == 1 else "integrated"


def _before_contents(cover: Sequence[Line]) -> Sequence[Line]:
    end = next((n for n, line in enumerate(cover) if key(line.text) in CONTENTS), _FIRST_LINES)
    return cover[: min(end, _FIRST_LINES)]


def _force(cover: Sequence[Line]) -> Force | None:
    """Return the force that is inspected; else the first one that the cover names."""
    for line, below in zip(cover, [*cover[1:], None], strict=True):
        if found := INSPECTION.search(line.text):
            text = found["force"].strip()
            return force_in(text) or known_force(text)
        if below is not None and _OPEN_INSPECTION.search(line.text):
            return force_in(below.text) or known_force(below.text)
    return next((force for line in cover if (force := force_in(line.text))), None)


def _published(cover: Sequence[Line]) -> str | None:
    for line in cover:
        found = _PUBLISHED.search(line.text)
        if found and (len(line.text) <= _LONGEST_DATE or INSPECTION.match(line.text)):
            return f"{found[2]}-{MONTHS.index(found[1].capitalize()) + 1:02d}"
    return None
