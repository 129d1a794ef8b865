# SPDX-License-Identifier: MIT
"""Which national statistics there are to compare, and their values when asked for.

Shipped and imported statistics stand side by side. Where several publications have the same
measure for the same period, the values of one of them are shown, never a mixture: the latest of
those that have nearly all of its forces, as a later one revises.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping

import msgspec

from peelviewer.library import Library
from peelviewer.model.measure import Period
from peelviewer.model.statistics import (
    BETWEEN_FORCES,
    FORCES,
    SIMILAR,
    Coverage,
    Dataset,
    Observation,
)
from peelviewer.reference.catalogue import catalogue
from peelviewer.reference.forces import force_named
from peelviewer.statistics import shipped
from peelviewer.statistics.vocabulary import group_of, label_in

GRADE = "grade"
OTHER_GROUP = "other measures"
_NEARLY_ALL = 0.9

Fetch = Callable[[str, str], tuple[Observation, ...]]
"""Returns the imported values of a measure (key) in a unit."""


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """One measure in one unit, and its periods, the latest first."""

    measure: str
    unit: str
    label: str
    group: str
    periods: tuple[Period, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Measure and unit."""
        return self.measure, self.unit


class Similar(msgspec.Struct, frozen=True, kw_only=True):
    """The forces (ids) that a publication calls most similar to one, and as of which day."""

    forces: tuple[str, ...]
    period: Period
    dataset: Dataset


class Holdings:
    """All statistics: what there is at once, the values of a measure when they are asked for."""

    def __init__(
        self,
        shipped_values: Iterable[Observation],
        imported: tuple[Coverage, ...],
        datasets: Iterable[Dataset],
        fetch: Fetch,
        similar: Mapping[str, Similar] | None = None,
    ) -> None:
        self._shipped: dict[tuple[str, str], list[Observation]] = {}
        for one in shipped_values:
            self._shipped.setdefault((one.measure, one.unit), []).append(one)
        self._fetch = fetch
        self._similar = dict(similar or {})
        self._datasets = {dataset.id: dataset for dataset in datasets}
        self._all: dict[tuple[str, str], list[Coverage]] = {}
        self._imported = {(one.measure, one.unit) for one in imported}
        self._values: dict[tuple[str, str], tuple[Observation, ...]] = {}
        by_period: dict[tuple[str, str, Period], list[Coverage]] = {}
        for each in (*self._shipped_coverage(), *imported):
            self._all.setdefault((each.measure, each.unit), []).append(each)
            by_period.setdefault((each.measure, each.unit, each.period), []).append(each)
        self._best = {key: self._shown_of(found) for key, found in by_period.items()}
        self.series = _series(self._best.values())

    def find(self, measure: str, unit: str = "") -> Series | None:
        """Return the series of a measure, in ``unit`` where it is given."""
        return next(
            (one for one in self.series if one.measure == measure and unit in ("", one.unit)), None
        )

    def similar_to(self, force: str) -> Similar | None:
        """Return the group of the forces most similar to one (id), where one was given."""
        return self._similar.get(force)

    def observations(self, measure: str, unit: str) -> tuple[Observation, ...]:
        """Return the values of a measure in a unit: all areas and periods, one dataset a period.

        What another program put into the library since the coverage was read is left out, so
        that the values never say more than ``series``.

        Raises:
            LibraryError: the library cannot be read.
        """
        return tuple(one for one in self._held(measure, unit) if self._is_shown(one))

    def superseded(self, measure: str, unit: str) -> tuple[Observation, ...]:
        """Return the values of a measure that ``observations`` leaves out for other ones.

        Raises:
            LibraryError: the library cannot be read.
        """
        return tuple(
            one
            for one in self._held(measure, unit)
            if (measure, unit, one.period) in self._best and not self._is_shown(one)
        )

    def pair(
        self, measure: str, unit: str, before: Period, after: Period
    ) -> tuple[Observation, ...]:
        """Return the values of two periods, both of one publication where one has both.

        Publications revise earlier figures and change what is in the national one, so a change is
        read from one of them: of those with as many forces as are shown otherwise, the latest.

        Raises:
            LibraryError: the library cannot be read.
        """
        periods = (before, after)
        shown = [self._best[(measure, unit, period)] for period in periods]
        fewest = min(one.forces for one in shown)
        held: dict[str, list[Coverage]] = {}
        for one in self._all.get((measure, unit), ()):
            if one.period in periods and one.forces >= fewest:
                held.setdefault(one.dataset, []).append(one)
        whole = [dataset for dataset, found in held.items() if len(found) == 2]
        if not whole:
            return tuple(o for o in self.observations(measure, unit) if o.period in periods)
        chosen = max(whole, key=lambda dataset: self._datasets[dataset].vintage)
        return tuple(
            one
            for one in self._held(measure, unit)
            if one.dataset == chosen and one.period in periods
        )

    def _held(self, measure: str, unit: str) -> tuple[Observation, ...]:
        """Return the values of all publications; imported ones are read once."""
        key = (measure, unit)
        if key not in self._values:
            imported = self._fetch(measure, unit) if key in self._imported else ()
            self._values[key] = (*self._shipped.get(key, ()), *imported)
        return self._values[key]

    def _is_shown(self, one: Observation) -> bool:
        standing = self._best.get((one.measure, one.unit, one.period))
        return standing is not None and standing.dataset == one.dataset

    def dataset(self, dataset: str) -> Dataset:
        """Return a dataset by its id."""
        return self._datasets[dataset]

    def datasets_of(self, observations: Iterable[Observation]) -> tuple[Dataset, ...]:
        """Return the datasets that values come from, each once."""
        return tuple(self._datasets[one] for one in dict.fromkeys(o.dataset for o in observations))

    def _shown_of(self, coverages: Iterable[Coverage]) -> Coverage:
        """Return the latest of the publications of a period that have nearly all of its forces.

        A later one revises, also where it lacks a force that has not delivered.
        """
        found = tuple(coverages)
        most = max(one.forces for one in found)
        whole = [one for one in found if one.forces >= _NEARLY_ALL * most]
        latest = max(self._datasets[one.dataset].vintage for one in whole)
        return [one for one in whole if self._datasets[one.dataset].vintage == latest][-1]

    def _shipped_coverage(self) -> Iterable[Coverage]:
        for (measure, unit), values in self._shipped.items():
            forces: dict[tuple[str, Period], int] = {}
            for one in values:
                key = (one.dataset, one.period)
                forces[key] = forces.get(key, 0) + (one.area.kind == "force")
            for (dataset, period), count in forces.items():
                yield Coverage(
                    dataset=dataset,
                    measure=measure,
                    unit=unit,
                    label=values[0].label,
                    period=period,
                    forces=count,
                )


def holdings_of(library: Library, fetch: Fetch) -> Holdings:
    """Return what ships with the program and what ``library`` has.

    Raises:
        LibraryError: the library cannot be read.
        ReferenceDataError: a shipped file is missing or damaged.
    """
    tables = [shipped.shipped(table) for table in shipped.TABLES]
    imported = {one.dataset.id: one.dataset for one in library.statistics.datasets()}
    return Holdings(
        (one for table in tables for one in table.observations),
        library.statistics.coverage(),
        (
            *(dataset for table in tables for dataset in table.datasets),
            *imported.values(),
        ),
        fetch,
        _groups(library.statistics.observations(SIMILAR, FORCES), imported),
    )


def _groups(
    observations: Iterable[Observation], datasets: Mapping[str, Dataset]
) -> dict[str, Similar]:
    """Return each force's group of the latest day, and of the latest publication of that day."""
    found: dict[str, Similar] = {}
    for one in observations:
        names = map(force_named, one.printed.split(BETWEEN_FORCES))
        group = Similar(
            forces=tuple(force.id for force in names if force is not None),
            period=one.period,
            dataset=datasets[one.dataset],
        )
        standing = found.get(one.area.id)
        if standing is None or _age_of(group) >= _age_of(standing):
            found[one.area.id] = group
    return found


def _age_of(group: Similar) -> tuple[datetime.date, str]:
    return group.period.end, group.dataset.vintage


def _series(coverage: Iterable[Coverage]) -> tuple[Series, ...]:
    found: dict[tuple[str, str], list[Coverage]] = {}
    for one in coverage:
        if one.forces and one.unit != FORCES:
            found.setdefault((one.measure, one.unit), []).append(one)
    return tuple(
        Series(
            measure=measure,
            unit=unit,
            label=_label(measure, unit, all_of[0].label),
            group=_group(measure),
            periods=tuple(sorted({one.period for one in all_of}, key=_latest_first)),
        )
        for (measure, unit), all_of in found.items()
    )


def _label(measure: str, unit: str, given: str) -> str:
    """Return the program's own label of a measure it knows, else the publication's."""
    own = label_in(measure, unit)
    return given if own == measure.replace("_", " ").capitalize() and given else own


def _group(measure: str) -> str:
    known = catalogue().definition(measure)
    return group_of(measure) or (known.group if known is not None else "") or OTHER_GROUP


def _latest_first(period: Period) -> tuple[int, int]:
    start = period.start or datetime.date.min
    return -period.end.toordinal(), -start.toordinal()
