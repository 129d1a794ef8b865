# SPDX-License-Identifier: MIT
"""May these values be set side by side? Refusals, warnings and notes, each with its page.

The rules are those of ``data/comparability.toml``; they are stated for the figures of reports.
Two rules hold for any values: what is of different units is refused, and what is of different
periods or sources is doubtful, and said.
"""

from collections.abc import Iterable
from typing import NamedTuple

from peelviewer.model.statistics import Observation
from peelviewer.reference.comparability import Rule, comparability
from peelviewer.statistics.ranking import LeftOut, incomparable


class Remark(NamedTuple):
    """A reason for caution; ``page`` is that of the report that states it, where one does."""

    text: str
    page: int | None = None


class Verdict(NamedTuple):
    """What the rules say of a comparison: with a refusal it is not to be made."""

    refusals: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def is_allowed(self) -> bool:
        """Whether the comparison may be made, with its warnings."""
        return not self.refusals


def between_forces(measure: str, forces: Iterable[str], year: str) -> Verdict:
    """Return the verdict on comparing a measure of the reports of ``year`` between forces (ids).

    Forces that the reports leave out are no reason to refuse the others: they are ``left_out``.
    """
    rules = comparability()
    found = rules.between_forces(measure, forces, year)
    left_out = tuple(
        LeftOut(force, rule.reason, rule.page)
        for rule in found
        if rule.excluded
        for force in rule.forces
    )
    values = tuple(r for r in rules.on_measure(measure, year) if r.between == "values")
    return _verdict((*(rule for rule in found if not rule.excluded), *values), left_out)


def between_years(measure: str, one: str, other: str) -> Verdict:
    """Return the verdict on comparing a measure in the reports of two inspection years."""
    return _verdict(comparability().between_years(measure, one, other))


def between_measures(one: str, other: str, year: str) -> Verdict:
    """Return the verdict on setting two measures of the reports of ``year`` side by side."""
    return _verdict(comparability().between_measures(one, other, year))


def of_statistics(observations: Iterable[Observation]) -> Verdict:
    """Return the verdict on showing observations in one chart with one scale."""
    found = tuple(observations)
    units = sorted({one.unit for one in found})
    refusals = []
    if len(units) > 1:
        refusals.append(Remark(f"The values are of different units: {', '.join(units)}."))
    warnings = []
    if len({one.dataset for one in found}) > 1:
        warnings.append(
            Remark("The values come from several publications; later ones revise earlier ones.")
        )
    measures = {one.measure for one in found}
    if len({one.period for one in found}) > 1 and len(measures) > 1:
        warnings.append(Remark("The values are of different periods."))
    left_out = tuple(
        out
        for unit in units
        for out in incomparable(unit)
        if any(one.area.id == out.force for one in found)
    )
    return Verdict(tuple(refusals), tuple(warnings), (), left_out)


def _verdict(rules: Iterable[Rule], left_out: tuple[LeftOut, ...] = ()) -> Verdict:
    found = tuple(rules)

    def remarks(effect: str) -> tuple[Remark, ...]:
        return tuple(Remark(rule.reason, rule.page) for rule in found if rule.effect == effect)

    return Verdict(remarks("refuse"), remarks("warn"), remarks("note"), left_out)
