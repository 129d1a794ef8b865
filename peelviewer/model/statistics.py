# SPDX-License-Identifier: MIT
"""National statistics as values: what a publication says of an area, for a measure and a period.

They stand beside the measures of reports and never replace them: each keeps its own source,
release and period.
"""

from typing import Literal

import msgspec

from peelviewer.model.measure import Period

AreaKind = Literal["force", "national", "country", "region", "other"]

NATIONAL = "england-and-wales"
"""The id of the England and Wales figure that a force is set against."""

UNREADABLE = "not a number in the source"
"""Why a value is missing whose cell holds text that means nothing, or a number that cannot be."""

SIMILAR = "most_similar_forces"
"""The measure that names, for each force, the forces most like it; its unit is ``FORCES``."""
FORCES = "forces"
"""The unit of a value that is a group of forces: ``printed`` has their areas."""
BETWEEN_FORCES = "; "
"""What parts these areas."""

IN_WORDS = frozenset(("grade", FORCES))
"""The units whose values are words: ``value`` is ``None`` and ``printed`` the words."""

READER = 1
"""Counts what importers learnt to take from the same files: raised when they take more. What an
earlier one imported lacks that, notes and caveats among it."""

LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


class Area(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a row of a table is about.

    ``force``: one of the 43, with the id and code of ``data/forces.csv``. ``national``: England
    and Wales, whole (``NATIONAL``) or put together otherwise (its own id). ``country``: England,
    Wales. ``region``: an English region. ``other``: bodies that are no territorial force, and sums
    of their own kind.
    """

    id: str
    name: str
    kind: AreaKind
    code: str | None = None


class Dataset(msgspec.Struct, frozen=True, kw_only=True):
    """A publication: who published what, and as it stood when.

    ``release`` is what the publisher calls this issue ("year ending March 2018"); ``vintage`` is
    the day its file was last saved or the data were taken, as far as the source says; ``licence``
    is what has to be said of its use, "" where nothing is known of it. ``is_behind``: an earlier
    version of the program imported it, which took less from its file (``READER``). The same
    ``id`` is the same publication: a later copy of it takes the place of an earlier one.
    """

    id: str
    title: str
    source: str
    publisher: str
    release: str
    vintage: str = ""
    licence: str = ""
    notes: tuple[str, ...] = ()
    is_behind: bool = False


class Observation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One value of one measure for one area and period.

    ``measure`` is a key of the catalogue or of ``data/statistics/measures.toml``; the same key can
    stand with several units (a count and a rate). A value that the source does not give is
    ``None`` with the reason in ``missing``: it is never zero. ``printed`` is the value as shown:
    as the source prints it, or with the unit's usual decimals where the source holds more than
    it prints. ``table`` is the table or page of the source. For units ``IN_WORDS`` the value is
    always ``None`` and ``printed`` the words.
    """

    area: Area
    measure: str
    label: str
    unit: str
    period: Period
    value: float | None
    printed: str
    dataset: str
    missing: str | None = None
    note: str = ""
    table: str = ""


class Coverage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """That a dataset (id) has a measure in a unit for a period, and for how many forces."""

    dataset: str
    measure: str
    unit: str
    label: str
    period: Period
    forces: int
