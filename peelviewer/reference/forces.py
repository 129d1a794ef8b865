# SPDX-License-Identifier: MIT
"""The 43 territorial forces of England and Wales and their spellings (``data/forces.csv``)."""

import csv
import functools
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
