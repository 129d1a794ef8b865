# SPDX-License-Identifier: MIT
"""Which forces the Compare view marks, shows and highlights."""

from collections.abc import Collection

from peelviewer.comparing.selection import Selection
from peelviewer.model.report import Report
from peelviewer.reference.forces import KnownForce, forces
from peelviewer.statistics.areas import region_area


def own_force(selection: Selection, report: Report | None) -> KnownForce | None:
    """Return the force that is marked: the chosen one, else the report's if it is one of the 43."""
    return force_by_id(selection.own or (report.force.id if report is not None else ""))


def force_by_id(force_id: str) -> KnownForce | None:
    """Return one of the 43 forces."""
    return next((force for force in forces() if force.id == force_id), None)


def region_of(force: KnownForce) -> tuple[KnownForce, ...]:
    """Return the forces of a force's region, itself among them."""
    return tuple(other for other in forces() if other.region == force.region)


def region_words(force: KnownForce) -> str:
    """Return a force's region as a reader knows it ("East Midlands")."""
    area = region_area(force.region)
    return area.name if area is not None else force.region


def chosen_forces(
    selection: Selection, own: KnownForce | None, similar: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the ids of the forces to be shown; the own force is always among them.

    ``similar`` are those most similar to it. Of ``forces = "chosen"`` these are the ticked ones
    only, be they none.
    """
    if selection.forces == "region" and own is not None:
        return tuple(force.id for force in region_of(own))
    if selection.forces in ("chosen", "similar"):
        wanted = set(selection.chosen if selection.forces == "chosen" else similar)
        wanted |= set() if own is None else {own.id}
        return tuple(force.id for force in forces() if force.id in wanted)
    return tuple(force.id for force in forces())


def highlighted(text: str) -> tuple[str, ...]:
    """Return the ids of the forces that the typed words mean: each by the start of a word.

    Several are set apart by commas. One letter means nothing yet.
    """
    found: dict[str, None] = {}
    for part in text.split(","):
        typed = " ".join(part.casefold().split())
        if len(typed) > 1:
            for force in forces():
                names = (force.area, force.name, *force.spellings)
                if any(_begins(name.casefold(), typed) for name in names):
                    found[force.id] = None
    return tuple(found)


def toggled(text: str, force_id: str) -> str:
    """Return the typed words with one force more or, if they mean it already, without it.

    What was typed of other forces stays as it is; words that mean several become their names.
    """
    parts = [part.strip() for part in text.split(",") if highlighted(part)]
    if force_id not in highlighted(text):
        known = force_by_id(force_id)
        return ", ".join((*parts, known.area) if known is not None else parts)
    kept: list[str] = []
    for part in parts:
        meant = highlighted(part)
        others = (one.area for one in map(force_by_id, meant) if one and one.id != force_id)
        kept += others if force_id in meant else (part,)
    return ", ".join(kept)


def _begins(name: str, typed: str) -> bool:
    return name.startswith(typed) or f" {typed}" in name
