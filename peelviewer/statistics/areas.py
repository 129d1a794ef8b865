# SPDX-License-Identifier: MIT
"""Which force, region or country a row of a published table is about.

Publications glue footnote digits to names ("Surrey7,8") and even to codes ("E230000118"), write
"[note 8]" after them, and spell forces in several ways. What is neither a force nor anything else
known is ``None``: it is listed, never guessed.
"""

import functools
import re
from typing import NamedTuple

from peelviewer.model.statistics import NATIONAL, Area
from peelviewer.reference.forces import KnownForce, force_named, forces

_CODE = re.compile(r"^([EWKNS]\d{8})(\d{0,2}(?:,\s*\d{1,2})*)$")
_NOTE = re.compile(r"\[\s*(?:notes?|r)?\s*([\d,\s]*(?:and\s*\d+)?)\s*\]", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[^\W\d_])\s?(\d{1,2}(?:\s*,\s*\d{1,2})*)(?=\s*\)|\s*$)")
_GLUED_BRACKET = re.compile(r"(?<=\))\s?(\d{1,2}(?:\s*,\s*\d{1,2})*)\s*$")
_QUALIFIED = re.compile(r"^(england and wales|england|wales)\s*\(([^)]*)\)?$")
_NATIONAL = frozenset(
    {"england and wales", "england & wales", "england and wales total", "total england and wales"}
    | {"total 43 forces", "total (43 forces)", "total of all 43 forces", "total all forces"}
    | {"all forces", "all 43 forces", "43 forces"}
)
_COUNTRIES = {"england": "england", "wales": "wales"}
_REGIONS = {
    "north east": "north-east",
    "north west": "north-west",
    "yorkshire and the humber": "yorkshire-and-the-humber",
    "yorkshire and humberside": "yorkshire-and-the-humber",
    "east midlands": "east-midlands",
    "west midlands": "west-midlands-region",
    "west midlands region": "west-midlands-region",
    "east": "east-of-england",
    "eastern": "east-of-england",
    "east of england": "east-of-england",
    "london": "london",
    "london region": "london",
    "south east": "south-east",
    "south west": "south-west",
}
_OTHERS = (
    "british transport police",
    "btp",
    "action fraud",
    "cifas",
    "uk finance",
    "national fraud intelligence bureau",
    "central service secondments",
    "central services",
    "national crime agency",
    "ministry of defence police",
    "civil nuclear constabulary",
    "police scotland",
    "police service of northern ireland",
    "northern ireland",
    "scotland",
    "great britain",
    "united kingdom",
    "guernsey",
    "jersey",
    "isle of man",
    "unknown",
    "not known",
    "total",
    "grand total",
    "all areas",
)
ENGLAND_AND_WALES = Area(id=NATIONAL, name="England and Wales", kind="national", code="K04000001")
AMBIGUOUS = "west midlands"
"""Both a region and a force: without a code the name alone does not say which."""


class Cell(NamedTuple):
    """A name or heading without its footnote marks, and the numbers of those notes."""

    text: str
    notes: tuple[int, ...]


def without_notes(text: str) -> Cell:
    """Return ``text`` with its white space tidied and its footnote marks apart.

    ``"Surrey7,8"`` is Surrey with the notes 7 and 8; so is ``"Surrey [note 7][note 8]"``.
    ``"(mid-2016)4"`` keeps the year.
    """
    found: list[int] = []

    def gather(match: re.Match[str]) -> str:
        found.extend(int(number) for number in re.findall(r"\d+", match[1]))
        return " "

    text = _NOTE.sub(gather, text)
    text = _GLUED_BRACKET.sub(gather, text)
    text = _GLUED.sub(gather, text)
    return Cell(re.sub(r"\s+\)", ")", " ".join(text.split())), tuple(dict.fromkeys(found)))


def code_of(value: object) -> str | None:
    """Return the ONS area code in a cell, without footnote marks, or ``None``."""
    match = _CODE.match(_NOTE.sub("", value).strip()) if isinstance(value, str) else None
    return match[1] if match else None


def area_of(name: str, code: str | None = None) -> Area | None:
    """Return what a row is about, by its code where it has one and by its name.

    ``None`` where neither is known, or where code and name are of two different forces.
    """
    bare = without_notes(name).text.strip(" *†+")
    plain = bare.casefold().replace("’", "'").replace(" & ", " and ")
    if code is not None and not code.startswith(("E23", "W15")):
        return _larger(plain, bare, code)
    by_name = force_named(bare)
    by_code = _by_code().get(code) if code else None
    if code is not None:
        if by_code is None or (by_name is not None and by_name is not by_code):
            return None
        return _force(by_code)
    return _force(by_name) if by_name is not None else _larger(plain, bare, None)


def region_area(name: str) -> Area | None:
    """Return the English region of that name, also where a force has the same name."""
    plain = without_notes(name).text.casefold().strip()
    slug = _REGIONS.get(plain)
    return Area(id=slug, name=_region_name(slug), kind="region") if slug else None


@functools.cache
def _by_code() -> dict[str, KnownForce]:
    return {force.code: force for force in forces()}


@functools.cache
def _force(force: KnownForce) -> Area:
    return Area(id=force.id, name=force.name, kind="force", code=force.code)


def _larger(plain: str, bare: str, code: str | None) -> Area | None:
    """Return what is no single force: country, region, nation, other body."""
    if (qualified := _QUALIFIED.match(plain)) is not None:
        return _qualified(qualified[1], qualified[2], bare, code)
    if plain in _NATIONAL or code == ENGLAND_AND_WALES.code:
        return Area(id=NATIONAL, name="England and Wales", kind="national", code=code)
    if plain in _COUNTRIES:
        return Area(id=_COUNTRIES[plain], name=bare.title(), kind="country", code=code)
    if plain in _REGIONS:
        slug = _REGIONS[plain]
        return Area(id=slug, name=_region_name(slug), kind="region", code=code)
    if plain.startswith(_OTHERS) or code is not None:
        return Area(id=slug_of(bare or str(code)), name=bare, kind="other", code=code)
    return None


def _qualified(whole: str, qualifier: str, bare: str, code: str | None) -> Area:
    """Return England and Wales, or a country, with something put in or left out.

    Without the British Transport Police is what the inspectorate's figures mean by England and
    Wales, so that row is the national figure where a table has both.
    """
    is_btp = "btp" in qualifier or "british transport" in qualifier
    if whole == "england and wales":
        if is_btp and qualifier.startswith("ex"):
            return Area(id=NATIONAL, name="England and Wales", kind="national", code=code)
        if is_btp:
            return Area(
                id=f"{NATIONAL}-with-btp",
                name="England and Wales with the British Transport Police",
                kind="national",
                code=code,
            )
        return Area(id=slug_of(bare), name=bare, kind="national", code=code)
    return Area(id=slug_of(bare), name=bare, kind="country", code=code)


def _region_name(slug: str) -> str:
    names = {
        "west-midlands-region": "West Midlands region",
        "yorkshire-and-the-humber": "Yorkshire and the Humber",
        "east-of-england": "East of England",
    }
    return names.get(slug) or slug.replace("-", " ").title()


def slug_of(text: str, joint: str = "-") -> str:
    """Return the letters and digits of ``text`` in lower case, joined by ``joint``."""
    return joint.join(re.findall(r"[a-z0-9]+", text.casefold().replace("&", " and ")))
