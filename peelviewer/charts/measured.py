# SPDX-License-Identifier: MIT
"""One measure of many forces: what a chart of national statistics is made from."""

import functools
from collections.abc import Iterable, Sequence

import msgspec

from peelviewer.charts.decimals import CHANGES, decimals_of, enough_for
from peelviewer.charts.values import DASH, Value
from peelviewer.errors import ChartError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import NATIONAL, Dataset, Observation
from peelviewer.reference.forces import forces
from peelviewer.statistics import vocabulary
from peelviewer.statistics.datasets import ImportedStatistics, in_order

NOT_GIVEN = "not given in the source"
# A sum over the country: a force's own number beside it would say nothing but its size.
_SUMS = frozenset(
    ("count", "people", "households", "full_time_equivalents", "headcount", "million_pounds")
)


class MeasureData(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One measure in one unit: its values for forces and nation, at any number of periods.

    ``others`` are values of other publications for the same areas and periods, which are not shown.
    """

    measure: str
    label: str
    unit: str
    observations: tuple[Observation, ...]
    datasets: tuple[Dataset, ...] = ()
    others: tuple[Observation, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period at which a force has a value, the earliest first."""
        return in_order(
            one.period
            for one in self.observations
            if one.area.kind == "force" and (one.value is not None or one.unit == "grade")
        )

    @property
    def is_sum(self) -> bool:
        """Whether the national value is a sum, with which no force is compared."""
        return self.unit in _SUMS

    @property
    def is_change(self) -> bool:
        """Whether the values are changes: signs are shown, and falls are falls."""
        return self.unit in CHANGES

    @functools.cached_property
    def decimals(self) -> int:
        """How many decimals the values are shown with (see ``decimals``)."""
        return decimals_of(self.observations)

    def at(self, period: Period) -> dict[str, Observation]:
        """Return the observations of one period by the ids of their areas."""
        return self._by_period.get(period, {})

    @functools.cached_property
    def _by_period(self) -> dict[Period, dict[str, Observation]]:
        """The observations by period and area: a chart asks for each force's in turn."""
        found: dict[Period, dict[str, Observation]] = {}
        for one in self.observations:
            found.setdefault(one.period, {})[one.area.id] = one
        return found

    def datasets_at(self, *periods: Period) -> tuple[Dataset, ...]:
        """Return the publications that the values of these periods are from."""
        used = {one.dataset for one in self.observations if one.period in periods}
        return tuple(dataset for dataset in self.datasets if dataset.id in used)

    def national(self, period: Period) -> Observation | None:
        """Return the England and Wales figure of a period, if there is one."""
        return self.at(period).get(NATIONAL)


def measure_data(
    observations: Iterable[Observation], datasets: Sequence[Dataset], measure: str, unit: str
) -> MeasureData:
    """Return one measure in one unit from all that a library or a file holds.

    Where several publications give a value for the same area and period, the latest one
    (by vintage, then release) is taken.

    Raises:
        ChartError: there is no value of this measure in this unit.
    """
    known = {dataset.id: dataset for dataset in datasets}
    newest: dict[tuple[str, Period], Observation] = {}
    for one in observations:
        if (one.measure, one.unit) != (measure, unit):
            continue
        key = (one.area.id, one.period)
        other = newest.get(key)
        if other is None or _age(known, one) > _age(known, other):
            newest[key] = one
    if not newest:
        raise ChartError(f"There are no statistics of {measure!r} in the unit {unit!r}.")
    found = tuple(newest.values())
    used = {one.dataset for one in found}
    return MeasureData(
        measure=measure,
        label=vocabulary.label_in(measure, unit, found[0].label),
        unit=unit,
        observations=found,
        datasets=tuple(dataset for dataset in known.values() if dataset.id in used),
    )


def _age(known: dict[str, Dataset], one: Observation) -> tuple[bool, str, str]:
    dataset = known.get(one.dataset)
    if dataset is None:
        return (one.value is not None, "", "")
    return (one.value is not None, dataset.vintage, dataset.release)


def data_of(imported: ImportedStatistics, measure: str, unit: str) -> MeasureData:
    """Return one measure of a file or shipped table (see ``measure_data``)."""
    return measure_data(imported.observations, imported.datasets, measure, unit)


def all_or_few(areas: Iterable[str]) -> tuple[str, ...]:
    """Return the forces (ids) that a chart of a table with these areas is about.

    A table of most forces is of all, and lacks the others; one of a few forces is of these.
    """
    there = set(areas)
    everyone = tuple(known.id for known in forces())
    found = tuple(force for force in everyone if force in there)
    return everyone if len(found) * 2 > len(everyone) else found


def value_at(data: MeasureData, one: Observation | None, series: int = 0) -> Value:
    """Return an observation as a chart's value: signs of changes shown, a minus as a minus."""
    if one is None or one.value is None:
        if one is not None and one.unit == "grade" and not one.missing:
            return Value(series=series, value=None, printed=one.printed)
        reason = (one.missing if one is not None else None) or NOT_GIVEN
        return Value(series=series, value=None, printed=DASH, missing=reason)
    printed = _printed(data, one, one.value)
    if data.is_change and one.value > 0 and printed[:1].isdigit() and printed.strip("0.%"):
        printed = f"+{printed}"
    return Value(series=series, value=one.value, printed=with_minus(printed))


def _printed(data: MeasureData, one: Observation, value: float) -> str:
    """Return the value as its source prints it, else with the decimals that the measure needs."""
    usual = vocabulary.as_printed(value, one.unit)
    if one.printed.strip(DASH) and one.printed != usual:
        return one.printed
    return vocabulary.as_printed(value, one.unit, enough_for(value, data.decimals))


def with_minus(printed: str) -> str:
    """Return a printed number with a minus sign instead of a hyphen."""
    return f"\N{MINUS SIGN}{printed[1:]}" if printed[:1] in "-–" and len(printed) > 1 else printed


def place_name(force: str) -> str:
    """Return the area of a force's id: "Leicestershire"."""
    return next((known.area for known in forces() if known.id == force), force)


def force_name(force: str) -> str:
    """Return the full name of a force's id: "Leicestershire Police"."""
    return next((known.name for known in forces() if known.id == force), force)
