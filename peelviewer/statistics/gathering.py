# SPDX-License-Identifier: MIT
"""What is taken from the tables of one workbook, and the account of what is not."""

import math
from collections.abc import Callable, Iterable, Sequence

import msgspec

from peelviewer.errors import StatisticsError
from peelviewer.model.statistics import Dataset, Observation
from peelviewer.statistics.datasets import ImportedStatistics, LeftOut, Problems, Taken, taken
from peelviewer.statistics.layout import Table
from peelviewer.statistics.taking import Meaning, observations, rows_of


class Gathering:
    """Takes table after table; each value is kept once.

    A value that a later table gives, too, is a problem if it differs: nobody can say which is
    right, and the first is kept.
    """

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Observation] = {}
        self._taken: list[Taken] = []
        self._left_out: list[LeftOut] = []
        self._set_apart: dict[str, None] = {}
        self._unmatched: dict[str, None] = {}
        self._unknown: dict[str, None] = {}
        self._notes: dict[str, None] = {}
        self._problems = Problems()

    def leave(self, what: str, reason: str) -> None:
        """Note a table or part of one that is not taken."""
        self._left_out.append(LeftOut(what=what, reason=reason))

    def take(
        self,
        table: Table,
        meanings: Sequence[Meaning],
        unknown: Iterable[str] = (),
        *,
        is_own_table: bool = False,
    ) -> None:
        """Take the columns with a meaning; ``unknown`` are measures that have no name here.

        ``is_own_table``: its values stand beside those of other tables, too, and are of this one.
        """
        rows = rows_of(table)
        if rows.twice:
            more = f" and {len(rows.twice) - 3} more" if len(rows.twice) > 3 else ""
            self.leave(
                table.name,
                "it has more than one row, with different values, for "
                f"{', '.join(rows.twice[:3])}{more}",
            )
            return
        found = observations(table, rows, meanings, "", self._problems)
        if not any(o.value is not None and o.area.kind == "force" for o in found):
            self.leave(table.name, "it holds no number for any force")
            return
        for one in found:
            self._keep(one, is_own_table=is_own_table)
        self._taken.append(taken(table.name, table.title, found))
        self._set_apart |= dict.fromkeys(rows.set_apart)
        self._unmatched |= dict.fromkeys(rows.unmatched)
        self._unknown |= dict.fromkeys(unknown)
        self._notes |= dict.fromkeys(f"{table.name}: {note}" for note in table.notes)

    def _keep(self, one: Observation, *, is_own_table: bool) -> None:
        key = (one.area.id, one.measure, one.unit, one.period)
        earlier = self._found.setdefault(key, one)
        if earlier is one or one.value is None:
            return
        if earlier.value is None or (is_own_table and earlier.value == one.value):
            self._found[key] = one
        elif not math.isclose(earlier.value, one.value, rel_tol=1e-9):
            self._problems.add(
                f"{earlier.table} and {one.table}",
                f"{one.label} of {one.area.name}: {earlier.printed} in one and {one.printed} "
                "in the other; the first is kept.",
            )

    def result(
        self, file: str, kind: str, dataset_of: Callable[[Iterable[Observation]], Dataset]
    ) -> ImportedStatistics:
        """Return all that was taken, as the dataset that ``dataset_of`` makes of it.

        Raises:
            StatisticsError: nothing was taken; the sentence names the file, the ``kind`` of
                publication to choose, and says why for each table.
        """
        if not self._taken:
            reasons = "; ".join(f"{left.what}: {left.reason}" for left in self._left_out[:6])
            raise StatisticsError(
                f"{file} holds no table by police force area that can be taken"
                f"{f' ({reasons})' if reasons else ''}: choose {kind}."
            )
        dataset = dataset_of(self._found.values())
        return ImportedStatistics(
            datasets=(msgspec.structs.replace(dataset, notes=tuple(self._notes)),),
            observations=tuple(
                msgspec.structs.replace(one, dataset=dataset.id) for one in self._found.values()
            ),
            taken=tuple(self._taken),
            left_out=tuple(self._left_out),
            set_apart=tuple(self._set_apart),
            unmatched=tuple(self._unmatched),
            unknown=tuple(self._unknown),
            problems=tuple(self._problems.first),
            problem_count=self._problems.count,
        )
