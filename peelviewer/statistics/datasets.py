# SPDX-License-Identifier: MIT
"""What reading a file of statistics gives: the values, and an account of the file."""

import datetime
from collections.abc import Callable, Iterable

import msgspec

from peelviewer.model.measure import Period
from peelviewer.model.statistics import IN_WORDS, Dataset, Observation
from peelviewer.reference.months import day_words

Progress = Callable[[str, float], None]
"""Called with a stage and the fraction done; may raise CancelledError to stop."""

MOST_PROBLEMS = 1000
"""How many problems of one file are kept word for word; the rest are counted."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken from one table: its measures (keys), periods and how many forces."""

    table: str
    title: str
    measures: tuple[str, ...]
    units: tuple[str, ...]
    periods: tuple[Period, ...]
    forces: int
    values: int

    @property
    def words(self) -> str:
        """The account as one line, for the command line and the window."""
        many = len(self.measures)
        measures = "1 measure" if many == 1 else f"{many} measures"
        return (
            f"{self.table}: {measures}, {_span(self.periods)}, "
            f"{self.forces} force{'s' if self.forces != 1 else ''}, "
            f"{self.values:,} value{'s' if self.values != 1 else ''}"
        )


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A table or part of one that was not taken, and why."""

    what: str
    reason: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something in the file that is not as it should be: where it is and what is wrong."""

    where: str
    what: str

    @property
    def words(self) -> str:
        """Place and fault as one line."""
        return f"{self.where}: {self.what}"


class Problems:
    """Collects problems; the first thousand are kept, all are counted."""

    def __init__(self) -> None:
        self.first: list[Problem] = []
        self.count = 0

    def add(self, where: str, what: str) -> None:
        """Note one."""
        self.count += 1
        if len(self.first) < MOST_PROBLEMS:
            self.first.append(Problem(where=where, what=what))

    @property
    def cause(self) -> str:
        """The first one in brackets, to go behind what it prevented; "" where there is none."""
        return f" ({self.first[0].words.rstrip('.')})" if self.first else ""


class ImportedStatistics(msgspec.Struct, frozen=True, kw_only=True):
    """A file of statistics, read.

    ``set_apart`` are the names of rows that are recognised as no force (regions, other bodies);
    ``unmatched`` those of rows that are not recognised and were not taken; ``unknown`` are the
    headings of measures that the program has no name for and keeps under the source's own.
    ``problems`` are the first of ``problem_count``.
    """

    datasets: tuple[Dataset, ...]
    observations: tuple[Observation, ...]
    taken: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...] = ()
    set_apart: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0

    @property
    def forces(self) -> int:
        """How many of the 43 forces have a row."""
        return count_forces(self.observations)

    @property
    def measures(self) -> tuple[str, ...]:
        """The keys of all measures, in the order of the file."""
        return tuple(dict.fromkeys(o.measure for o in self.observations))

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period, the earliest first."""
        return in_order(o.period for o in self.observations)


def taken(table: str, title: str, observations: Iterable[Observation]) -> Taken:
    """Return the account of ``observations``, which were taken from one table."""
    values = tuple(observations)
    return Taken(
        table=table,
        title=title,
        measures=tuple(dict.fromkeys(o.measure for o in values)),
        units=tuple(dict.fromkeys(o.unit for o in values)),
        periods=in_order(o.period for o in values),
        forces=count_forces(values),
        values=sum(o.value is not None or o.unit in IN_WORDS for o in values),
    )


def count_forces(observations: Iterable[Observation]) -> int:
    """Return how many different forces have an observation, be it a missing one."""
    return len({o.area.id for o in observations if o.area.kind == "force"})


def in_order(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the different periods, the earliest end first."""
    return tuple(sorted(set(periods), key=lambda p: (p.end, p.start or datetime.date.min, p.kind)))


def _span(periods: tuple[Period, ...]) -> str:
    if not periods:
        return "no period"
    ends = sorted({period.end for period in periods})
    if len(ends) == 1:
        kind = {"12 months to": "12 months to", "as at": "as at", "change": "change to"}
        return f"{kind[periods[0].kind]} {day_words(ends[0])}"
    return f"{len(ends)} periods ending {day_words(ends[0])} to {day_words(ends[-1])}"
