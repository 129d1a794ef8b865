# SPDX-License-Identifier: MIT
"""Of whom a sentence speaks: the report's force, England and Wales, or somebody else."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from peelviewer.model.force import Force
from peelviewer.reading.forces import area_of
from peelviewer.reference.forces import forces
from peelviewer.reference.months import MONTHS

Area: TypeAlias = Literal["own", "national", "other"]

_FIGURE = (
    r"(?:rate|average|figure|level|proportion|percentage|total|mean|share|number|increase|decrease"
    r"|rise|fall|reduction|drop|growth|decline|change|value|position|picture|cost)s?"
)
# England and Wales as a whole: by name, "nationally", "the national (…) rate", "all forces"; not
# "national guidance", nor all forces of a region.
_NATIONAL = re.compile(
    r"\b(?:[Aa]ll\s+(?:43\s+)?(?:police\s+)?forces\s+(?:in|across)\s+)?"
    r"England\s+(?:and|&)\s+Wales\b"
    r"|\b[Nn]ationally\b"
    rf"|\b[Nn]ational\s+(?!target|guid|stand|polic|decision)(?:[a-z-]+\s+){{0,4}}?{_FIGURE}\b"
    r"|\b[Nn]ational\s+(?=£?\d)"
    r"|\b[Aa]ll\s+(?:43\s+)?(?:police\s+)?forces\b"
    r"(?!\s+(?:in|across|of)\s+(?:the\s+)?(?!country)\w)"
    r"|\bforces\s+(?:across\s+the\s+country|as\s+a\s+whole)\b",
)
# Neither the force nor the nation: other forces, groups of them, other countries, parts of a force.
_OTHERS = re.compile(
    r"\b(?:(?:most\s+)?similar\s+(?:forces|group|areas)|MSG|(?:other|neighbouring|comparable|peer|some"
    r"|many|most|several|few|these|those|Welsh|English|rural|urban|northern|southern)\s+(?:\w+\s+)?"
    r"forces|(?:other|another)\s+force|peers?|region(?:al|ally|s)?|collaborat\w+|"
    r"(?:majority|number|half|quarter|third)\s+of\s+(?:the\s+)?(?:43\s+)?forces|"
    r"(?:\d+|two|three|four|five|six|both)\s+(?:of\s+(?:the\s+)?\d+\s+|other\s+)?forces|"
    r"United\s+Kingdom|UK|Great\s+Britain|Britain|Scotland|Northern\s+Ireland|Europe|"
    r"boroughs?|districts?|divisions?|BCUs?|basic\s+command\s+units?|"
    r"(?:local\s+)?policing\s+areas?|(?:this|the|one)\s+(?:city|county\s+council|council|town)|"
    r"best[\s-]performing|worst[\s-]performing|previous\s+force|neighbours?|comparators?|counterparts?"
    r"|partners?|partner\s+(?:agenc|organi[sz])\w+)\b",
    re.IGNORECASE,
)
# Words behind "the force" that tell it from the report's: "the force that covers the next county".
_WHICH_ONE = (
    r"\s+(?:concerned|in\s+question|(?:that|which|who|whose)(?!\s+(?:were|are)\b)"
    r"|with\s+(?:the|an?|\w+est|most|least)|next\s+(?:door|to)|nearby|nearest"
    r"|(?:of|for|in)\s+(?:an?|another|(?:the\s+)?(?:\w+\s+)?(?:county|area|region|city|north|south|east"
    r"|west))|to\s+(?:the|our|its)\s+(?:north|south|east|west)|covering|serving|policing"
    r"|we|(?:just\s+)?(?:across|over)\s+the\s+(?:border|boundary|river)|inspected|visited|ranked"
    r"|(?:now|formerly)\s+known|closest|beside|opposite|bordering|it\s+(?:shares|works|borders)"
    r"|(?:immediately\s+)?(?:north|south|east|west)\s+of)\b"
)
# Any force but the report's ("a force next door", "the largest force"), other services, and places
# told by where they lie.
_ELSEWHERE = re.compile(
    r"\b(?<!as )(?:the|an?|any|each|every|one|another|no|that|which)\s+"
    r"(?:(?!(?:use[sd]?|task|of|whole|entire)\b)[\w’'-]+\s+){0,3}?"
    r"(?:force|constabulary)\b(?![’'-]|\s+(?:level|wide)\b)"
    r"|\b(?:fire|rescue|ambulance|health|probation|prison|prosecution|emergency)\s+(?:service|authorit|trust|control)\w*"
    r"|\bfire\s+and\s+rescue\b|\bcoastguard\b|\bCPS\b|\bNHS\b|\bcouncils?\b|\blocal\s+authorit\w+"
    r"|\b(?:neighbouring|adjoining|adjacent|nearby|bordering|next[\s-]door)\b"
    r"|\bnext\s+(?:(?:county|area|city)\b|to\s+(?:it|this)\b)"
    r"|\bhospitals?\b|\b(?:ports?|military|transport)\s+police\b"
    r"|\bto\s+the\s+(?:north|south|east|west)(?:[\s-](?:east|west))?\b",
    re.IGNORECASE,
)
_ENGLAND = re.compile(r"\b(?:England|Wales)\b")
_FORCE_NAME = re.compile(
    r"\b(?:[A-Z][\w’'&-]+\s+(?:and\s+|of\s+|&\s+)?){1,4}(?:Police(?:\s+Service)?|Constabulary)\b"
)
_PLACE = re.compile(
    r"\b(?:in|across|for|from|than|with|to|against|of|at|by)\s+(?P<name>[A-Z][a-z]+(?:[\s-][A-Z][a-z]+)*)"
)
_FURTHER = {"metropolitan": ("Metropolitan Police", "London", "the Met")}
"""What texts call a force or its area beside its names in ``data/forces.csv``."""
_COMMON = frozenset(
    ["Police", "Home", "Office", "Crime", "The", "National", "Government", "Parliament", "Victim"]
    + [month.capitalize() for month in MONTHS]
)


@dataclass(frozen=True)
class Named:
    """Somebody named in a text, and where."""

    area: Area
    start: int
    end: int


@dataclass(frozen=True)
class Places:
    """Finds whom a text names, for the report of one force."""

    force: Force

    def named(self, text: str) -> tuple[Named, ...]:
        """Return all mentions in order. A name that we do not know is somebody else's."""
        found: list[Named] = []
        for area, spans in (
            ("national", _spans(_NATIONAL, text)),
            ("other", _spans(_part(self.force), text)),
            ("other", _spans(_together(self.force), text)),
            ("own", _spans(_own(self.force), text)),
            ("other", _spans(_known(), text)),
            ("other", _spans(_FORCE_NAME, text)),
            ("other", _spans(_OTHERS, text)),
            ("other", _spans(_ELSEWHERE, text)),
            ("other", _spans(_ENGLAND, text)),
            ("other", _unknown_places(text)),
        ):
            for start, end in spans:
                if not any(n.start < end and start < n.end for n in found):
                    found.append(Named(area, start, end))  # type: ignore[arg-type]
        return tuple(sorted(found, key=lambda named: named.start))


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(text):
        yield found.start(), found.end()


def _unknown_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield capitalised names that are a place by their preposition, as "in Westshire"."""
    for found in _PLACE.finditer(text):
        if not _COMMON.intersection(found["name"].split()):
            yield found.start("name"), found.end("name")


@functools.lru_cache(maxsize=8)
def _own(force: Force) -> re.Pattern[str]:
    """Return the pattern of the report's own force; not of a county council or a wider area."""
    return re.compile(
        rf"\b(?:[Tt]he\s+(?:police\s+)?(?:[Ff]orce|constabulary)(?:[’']s)?\b(?!{_WHICH_ONE})"
        rf"|(?<!City of )(?:{_names(force)})(?:[’']s?)?"
        r"(?!\s+(?:and|&)\s+(?!England)[A-Z])"
        r"(?!\s+(?:County|City|Borough|Fire|Council|NHS)\b))"
    )


@functools.lru_cache(maxsize=8)
def _part(force: Force) -> re.Pattern[str]:
    """Return the pattern of a part of the force's area: "the north of Northshire"."""
    whole = rf"(?:the\s+(?:force|constabulary|county)|{_names(force)})"
    return re.compile(
        r"\b(?i:(?:(?:north|south|east|west)(?:[\s-](?:east|west))?|centre|rest|parts?|areas|towns)"
        rf"\s+of)\s+{whole}"
        r"|\b(?i:(?:(?:north|south|east|west)(?:ern)?|rural|urban|central|inner|outer)[\s-])"
        rf"(?:{_names(force)})"
    )


@functools.lru_cache(maxsize=8)
def _together(force: Force) -> re.Pattern[str]:
    """Return the pattern of the force named in one breath with somebody else."""
    names = _names(force)
    return re.compile(
        rf"\b(?:(?:{names})\s+(?:and|&)\s+(?!England)[A-Z]\w+"
        rf"|(?!Wales)[A-Z]\w+\s+(?:and|&)\s+(?:{names}))"
    )


def _names(force: Force) -> str:
    known = (force.name, area_of(force), *_FURTHER.get(force.id, ()))
    names = "|".join(re.escape(name) for name in known)
    return re.sub(r"\\ (?:\\&|and)\\ ", lambda _: r"\ (?:and|&)\ ", names)


@functools.cache
def _known() -> re.Pattern[str]:
    names = {name for known in forces() for name in (known.name, known.area, *known.spellings)}
    longest_first = sorted(names - {"Metropolitan"}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
