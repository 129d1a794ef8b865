# SPDX-License-Identifier: MIT
"""The 43 territorial forces of England and Wales and their spellings (``data/forces.csv``)."""

import csv
import functools
import re
from dataclasses import dataclass

from peelviewer.errors import ReferenceDataError
from peelviewer.paths import bundled

FORCES = 43


@dataclass(frozen=True)
class KnownForce:
    """A force: slug, official name, ONS code and area name, region, country, other spellings.

    ``area`` is the name that stands in text for the place ("Leicestershire", "Devon and
    Cornwall"); ``spellings`` are further names that publications print.
    """

    id: str
    name: str
    code: str
    area: str
    region: str
    country: str
    spellings: tuple[str, ...]


@functools.cache
def forces() -> tuple[KnownForce, ...]:
    """Return all forces in alphabetical order, read once.

    Raises:
        ReferenceDataError: the file is missing or damaged.
    """
    path = bundled("data/forces.csv")
    try:
        with path.open(encoding="utf-8", newline="") as file:
            found = tuple(
                KnownForce(
                    id=row["id"],
                    name=row["name"],
                    code=row["code"],
                    area=row["area"],
                    region=row["region"],
                    country=row["country"],
                    spellings=tuple(filter(None, row["spellings"].split("|"))),
                )
                for row in csv.DictReader(file)
            )
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise ReferenceDataError(
            f"{path}, which ships with PEEL Viewer, cannot be used ({error!r}): "
            "reinstall the program."
        ) from error
    return found


def force_named(name: str) -> KnownForce | None:
    """Return the force that ``name`` names, whole, or ``None``.

    The official name, the area and the listed spellings are known, also with "Police" or
    "Constabulary" exchanged; case, punctuation, "and" or "&" and a leading "The" do not matter.
    """
    return _by_name().get(_plain(name))


_NOT_WORDS = re.compile(r"[^\w]+")


def _plain(name: str) -> str:
    words = _NOT_WORDS.sub(" ", name.casefold().replace("&", " and ")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@functools.cache
def _full_names() -> tuple[tuple[str, KnownForce], ...]:
    """Every name that can only mean the force itself, as ``_plain`` reads it."""
    return tuple(
        (_plain(name), force)
        for force in forces()
        for name in (
            force.name,
            *(spelling for spelling in force.spellings if _says_police(spelling)),
            *(f"{force.area} {kind}" for kind in ("Police", "Constabulary")),
        )
    )


def _says_police(name: str) -> bool:
    return any(word in name for word in ("Police", "Constabulary", "Heddlu"))


@functools.cache
def _by_name() -> dict[str, KnownForce]:
    areas = {_plain(name): force for force in forces() for name in (force.area, *force.spellings)}
    return areas | dict(_full_names())
