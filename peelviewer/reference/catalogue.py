# SPDX-License-Identifier: MIT
"""The measure catalogue: what each key means, its unit and its caveats (``data/measures.toml``)."""

import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from peelviewer.model.report import Report
from peelviewer.reference.annexes import Annex, Said
from peelviewer.reference.labels import plain_label
from peelviewer.reference.tables import read_table

GROUP_SIGN = ">"
_YEARS_IN_KEY = re.compile(r"_\d+y$")

Polarity = Literal["none", "higher is better", "lower is better"]


class Unit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a number is to be read: ``words`` follow it in a sentence, ``sign`` stands at it."""

    name: str
    words: str
    sign: str = ""


class Caveat(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A limit on what a number can be used for, with the page of the annex that states it.

    ``said`` is how another report's annex states it; without it, it is that one report's alone,
    unless it lies in the measure itself (``every``). ``forces`` (ids) are those it speaks of.
    """

    text: str
    page: int | None = None
    said: Said = ()
    forces: tuple[str, ...] = ()
    every: bool = False


class Definition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One measure: the same key for every force and period.

    ``names`` are the ways reports print it, matched as ``labels.plain_label`` reads them;
    ``"A > B"`` is the row ``B`` of the group headed ``A``. ``context`` are words of which one must
    stand in the figure's title or the heading above, ``without`` words of which none may.
    ``national`` says what the England and Wales figure is made of, ``excluded`` which forces (ids)
    it leaves out, ``national_said`` how an annex states both. ``group``
    gathers measures that belong together ("outcomes").
    ``said`` are the phrases that a sentence about it has, all of them, ``unsaid`` those of which
    it has none (see ``data/measures.toml``); ``also`` are further units in which sentences print
    the same number, and ``years`` is what a change spans.
    """

    key: str
    label: str
    unit: str
    definition: str
    national: str = ""
    national_said: Said = ()
    excluded: tuple[str, ...] = ()
    polarity: Polarity = "none"
    group: str = ""
    names: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    years: int | None = None
    caveats: tuple[Caveat, ...] = msgspec.field(default=(), name="caveat")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    annex: Annex
    units: tuple[Unit, ...] = msgspec.field(name="unit")
    measures: tuple[Definition, ...] = msgspec.field(name="measure")


class Catalogue:
    """Definitions by key and units by name."""

    def __init__(
        self, measures: tuple[Definition, ...], units: tuple[Unit, ...], annex: Annex
    ) -> None:
        self._annex = annex
        self.measures = measures
        self.units = units
        self._by_key = {measure.key: measure for measure in measures}
        self._units = {unit.name: unit for unit in units}

    def definition(self, key: str) -> Definition | None:
        """Return what is known of ``key``; ``None`` for a measure that only one report has."""
        return self._by_key.get(key)

    def spanning(self, key: str, years: int | None) -> str | None:
        """Return the key of the same change over ``years``; ``None`` if it has no whole years.

        A measure that is none of a span keeps its key.
        """
        known = self.definition(key)
        if known is None or known.years in (None, years):
            return key
        return None if years is None else _YEARS_IN_KEY.sub(f"_{years}y", key)

    def unit(self, name: str) -> Unit:
        """Return the unit; one that is not listed reads as its name with spaces."""
        return self._units.get(name) or Unit(name=name, words=name.replace("_", " "))

    def caveats(self, key: str, report: Report) -> tuple[Caveat, ...]:
        """Return the caveats on ``key`` that hold for a report: its own annex states them.

        The page is the report's own. A caveat on the data of some forces goes with no other's.
        """
        known = self.definition(key)
        if known is None:
            return ()
        if self._annex.is_of(report):
            return known.caveats
        found: list[Caveat] = []
        for caveat in known.caveats:
            if caveat.every:
                found.append(msgspec.structs.replace(caveat, page=None))
            elif not caveat.forces or report.force.id in caveat.forces:
                block = self._annex.said_by(report, caveat.said)
                if block is not None:
                    found.append(msgspec.structs.replace(caveat, page=block.page))
        return tuple(found)

    def national(self, key: str, report: Report) -> str:
        """Return what the national figure of ``key`` is made of; empty where it is not known."""
        known = self.definition(key)
        return known.national if known and self._is_national_of(known, report) else ""

    def excluded(self, key: str, report: Report) -> tuple[str, ...]:
        """Return the ids of the forces that a report's national figure of ``key`` leaves out."""
        known = self.definition(key)
        return known.excluded if known and self._is_national_of(known, report) else ()

    def _is_national_of(self, known: Definition, report: Report) -> bool:
        return self._annex.is_of(report) or bool(self._annex.said_by(report, known.national_said))


@functools.cache
def catalogue() -> Catalogue:
    """Return the shipped catalogue, read once."""
    file = read_table("data/measures.toml", _File)
    return Catalogue(file.measures, file.units, file.annex)


def recognise(
    label: str, context: str = "", unit: str | None = None, *, group: str = ""
) -> str | None:
    """Return the key of the measure that ``label`` means, or ``None`` if the catalogue has none.

    ``context`` is what stands around it (the figure's title, the heading above); ``unit`` is the
    name of the unit where it is known, and keeps measures of other units out; ``group`` is the
    label of the group row above in a table. The same words can mean two measures: the one whose
    group or context is asked for and found is taken before the one that asks for none.
    """
    wanted = plain_label(label)
    if not wanted:
        return None
    grouped = f"{plain_label(group)} {GROUP_SIGN} {wanted}" if group else None
    around = context.casefold()
    candidates = [
        (name == grouped, bool(measure.context), measure.key)
        for name, measure in _names()
        if name in (wanted, grouped) and _fits(measure, around, unit)
    ]
    return max(candidates, key=lambda candidate: candidate[:2])[2] if candidates else None


@functools.cache
def knows_group(label: str) -> bool:
    """Whether the catalogue knows rows of a table's group by the group's name."""
    head = f"{plain_label(label)} {GROUP_SIGN} "
    return any(name.startswith(head) for name, _ in _names())


def _fits(measure: Definition, around: str, unit: str | None) -> bool:
    if unit is not None and measure.unit != unit:
        return False
    if measure.context and not any(word in around for word in measure.context):
        return False
    return not any(word in around for word in measure.without)


@functools.cache
def _names() -> tuple[tuple[str, Definition], ...]:
    """Every printed name as ``plain_label`` reads it, with what it means."""
    return tuple(
        (f" {GROUP_SIGN} ".join(map(plain_label, name.split(GROUP_SIGN))), measure)
        for measure in catalogue().measures
        for name in _all_names(measure)
    )


def _all_names(measure: Definition) -> Iterator[str]:
    yield measure.label
    yield from measure.names
