# SPDX-License-Identifier: MIT
"""The Home Office's police workforce tables (ODS): officers and staff by force, as at a day."""

import re
from pathlib import Path

import msgspec

from peelviewer.errors import StatisticsError
from peelviewer.model.measure import Period
from peelviewer.model.statistics import Dataset, Observation
from peelviewer.statistics import periods
from peelviewer.statistics.datasets import ImportedStatistics, LeftOut, Problems, Taken, taken
from peelviewer.statistics.layout import (
    Table,
    is_contents,
    is_table_title,
    name_of,
    subject_of,
    table_in,
    title_of,
)
from peelviewer.statistics.taking import Meaning, observations, rows_of
from peelviewer.statistics.vocabulary import heading
from peelviewer.statistics.workbook import Workbook

PUBLISHER = "Home Office"
SOURCE = "Home Office, Police workforce, England and Wales"

_OURS = re.compile(r"police workforce|police officers.* by police force area", re.IGNORECASE)
_WHO = re.compile(
    r"^table[\s_]+[a-z]?\d+[a-z]?\s*[:.]\s*(police officers|police staff"
    r"|police community support officers|designated officers|special constables)"
    r"(?:\([^)]*\)|[^,(])*?\bby police force area",
    re.IGNORECASE,
)
_HEADS = re.compile(r"headcount", re.IGNORECASE)


def is_workforce(workbook: Workbook) -> bool:
    """Return whether a workbook looks like police workforce tables."""
    return any(_OURS.search(title_of(sheet)) for sheet in workbook.sheets)


def read_workforce(workbook: Workbook, path: Path) -> ImportedStatistics:
    """Return the numbers of officers and staff by force.

    Raises:
        StatisticsError: no table in it can be taken; the sentence says why for each.
    """
    problems = Problems()
    accounts: list[Taken] = []
    left_out: list[LeftOut] = []
    found: list[Observation] = []
    set_apart: dict[str, None] = {}
    unmatched: dict[str, None] = {}
    notes: list[str] = []
    for sheet in workbook.sheets:
        title = title_of(sheet)
        name = name_of(sheet, title)
        if is_contents(sheet) or not is_table_title(title):
            continue
        taking = _table(title, table_in(sheet))
        if isinstance(taking, str):
            left_out.append(LeftOut(what=name, reason=taking))
            continue
        table, meanings = taking
        rows = rows_of(table)
        if rows.twice:
            reason = f"it has more than one row, with different values, for {rows.twice[0]}"
            left_out.append(LeftOut(what=name, reason=reason))
            continue
        values = observations(table, rows, meanings, "", problems)
        found += values
        accounts.append(taken(name, title, values))
        set_apart |= dict.fromkeys(rows.set_apart)
        unmatched |= dict.fromkeys(rows.unmatched)
        notes += [f"{name}: {note}" for note in table.notes]
    if not accounts:
        reasons = "; ".join(f"{left.what}: {left.reason}" for left in left_out[:6])
        raise StatisticsError(
            f"{path.name} holds no workforce table by police force area that can be taken"
            f"{f' ({reasons})' if reasons else ''}: choose the police workforce tables as the "
            "Home Office publishes them."
        )
    dataset = _dataset(found, workbook, tuple(notes))
    return ImportedStatistics(
        datasets=(dataset,),
        observations=tuple(msgspec.structs.replace(o, dataset=dataset.id) for o in found),
        taken=tuple(accounts),
        left_out=tuple(left_out),
        set_apart=tuple(set_apart),
        unmatched=tuple(unmatched),
        problems=tuple(problems.first),
        problem_count=problems.count,
    )


def _table(title: str, table: Table | None) -> tuple[Table, tuple[Meaning, ...]] | str:
    """Return the table with the meanings of its columns, or why it is not taken."""
    who = _WHO.search(title)
    if who is None:
        return f"not of a kind that is taken: {subject_of(title)}"
    if table is None:
        return "no rows of police forces were found in it"
    known = heading(who[1])
    unit = "headcount" if _HEADS.search(f"{table.unit} {title}") else "full_time_equivalents"
    meanings = tuple(
        Meaning(column, known.key, known.label, unit, Period(kind="as at", end=end))
        for column in table.columns
        if not any("change" in above.casefold() for above in column.above)
        and (end := periods.day(column.raw)) is not None
    )
    return (table, meanings) if meanings else "none of its headings is a day"


def _dataset(found: list[Observation], workbook: Workbook, notes: tuple[str, ...]) -> Dataset:
    latest = max(o.period.end for o in found)
    return Dataset(
        id=f"home-office-workforce-{latest.isoformat()}",
        title="Police workforce, England and Wales",
        source=SOURCE,
        publisher=PUBLISHER,
        release=f"{latest.day} {latest:%B %Y}",
        vintage=workbook.saved,
        notes=notes,
    )
