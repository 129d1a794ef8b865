# SPDX-License-Identifier: MIT
"""Which report it is: title, force, pillar, year, date, ISBN, from its cover."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from peelviewer.model.force import Force
from peelviewer.model.report import Pillar
from peelviewer.reading.cover import COVER, INSPECTION, YEAR, title
from peelviewer.reading.forces import force_in, known_force, names_in
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
_LONGEST_LABEL = 100  # characters of a line that is no sentence
_OFTEN = 2  # times that a text must at least name its force
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
    force = _force(cover, lines)
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


def _force(cover: Sequence[Line], lines: Sequence[Line]) -> Force | None:
    """Return the force that is inspected; else the first one that a line of the cover names.

    A sentence names many forces: in it, only the one counts that the text speaks of most.
    """
    for line, below in zip(cover, [*cover[1:], None], strict=True):
        if found := INSPECTION.search(line.text):
            text = found["force"].strip()
            return force_in(text) or known_force(text)
        if below is not None and _OPEN_INSPECTION.search(line.text):
            return force_in(below.text) or known_force(below.text)
    for line in cover:
        if not _is_sentence(line.text) and (force := force_in(line.text)):
            return force
    return _spoken_of(lines)


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_LABEL or text.endswith(".")


def _spoken_of(lines: Sequence[Line]) -> Force | None:
    """Return the force that most of the names of forces in a text are, if one is."""
    named = Counter(name for line in lines for name in names_in(line.text))
    if not named:
        return None
    name, times = named.most_common(1)[0]
    return known_force(name) if times >= _OFTEN and times > named.total() // 2 else None


def _published(cover: Sequence[Line]) -> str | None:
    for line in cover:
        found = _PUBLISHED.search(line.text)
        if found and (len(line.text) <= _LONGEST_DATE or INSPECTION.match(line.text)):
            return f"{found[2]}-{MONTHS.index(found[1].capitalize()) + 1:02d}"
    return None
