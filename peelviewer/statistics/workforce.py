# SPDX-License-Identifier: MIT
"""The Home Office's police workforce tables (ODS): officers and staff by force, as at a day."""

import datetime
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from peelviewer.model.measure import Period
from peelviewer.model.statistics import LICENCE, Dataset, Observation
from peelviewer.reference.months import day_words
from peelviewer.statistics import periods
from peelviewer.statistics.areas import without_notes
from peelviewer.statistics.cells import text_of
from peelviewer.statistics.columns import listed
from peelviewer.statistics.datasets import ImportedStatistics
from peelviewer.statistics.gathering import Gathering
from peelviewer.statistics.headings import Column
from peelviewer.statistics.layout import (
    Table,
    is_front_matter,
    name_of,
    subject_of,
    table_in,
    title_of,
)
from peelviewer.statistics.taking import Meaning, told_apart
from peelviewer.statistics.vocabulary import heading
from peelviewer.statistics.workbook import Workbook

PUBLISHER = "Home Office"
SOURCE = "Home Office, Police workforce, England and Wales"

_OURS = re.compile(r"police workforce|police officers.* by (?:police )?force", re.IGNORECASE)
_BY_FORCE = re.compile(r"\bby (?:[\w\s,]+ and )?(?:police )?force\b", re.IGNORECASE)
# Words of titles of tables that count only some of the workers, or what they did.
_NARROWER = re.compile(
    r"joiner|leaver|promot|transfer|turnover|recruit|absen|\bsick|recuperative|adjusted|maternity"
    r"|gender|\bsex\b|ethnic|\bage\b|religio|orientation|disab"
    r"|\brank|length of service|function|\brole|front ?line|assault|neighbourhood|firearms",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"police community support officers?|pcsos?|designated officers?|special constables?|specials"
    r"|police officers?|police staff|traffic wardens?|(?:total |police )+workforce",
    re.IGNORECASE,
)
_KEYS = {
    "police community support officer": "Police community support officers",
    "pcso": "Police community support officers",
    "designated officer": "Designated officers",
    "special constable": "Special constables",
    "special": "Special constables",
    "police officer": "Police officers",
    "officer": "Police officers",
    "police staff": "Police staff",
    "staff": "Police staff",
    "traffic warden": "Traffic wardens",
    "total police workforce": "Police workforce",
    "total workforce": "Police workforce",
    "police workforce": "Police workforce",
    "workforce": "Police workforce",
    "total": "Police workforce",
}
_HEADS = re.compile(r"head\s?count|\bheads\b", re.IGNORECASE)
_FULL_TIME = re.compile(r"full[- ]?time|\bfte\b", re.IGNORECASE)
_CHANGE = re.compile(r"change|difference|%|per ?cent|\bproportion|\brate\b|per 1", re.IGNORECASE)


def is_workforce(workbook: Workbook) -> bool:
    """Return whether a workbook looks like police workforce tables."""
    return any(_OURS.search(title_of(sheet)) for sheet in workbook.sheets)


def read_workforce(workbook: Workbook, path: Path) -> ImportedStatistics:
    """Return the numbers of officers and staff by force.

    Raises:
        StatisticsError: no table in it can be taken; the sentence says why for each.
    """
    gathering = Gathering()
    for sheet in workbook.sheets:
        title, table = title_of(sheet), table_in(sheet)
        if is_front_matter(sheet, table):
            continue
        name, taking = name_of(sheet, title), _table(title, table)
        if isinstance(taking, str):
            gathering.leave(name, taking)
            continue
        for letters, reason in listed(taking.left_out):
            gathering.leave(f"{name}, {letters}", reason)
        gathering.take(taking.table, taking.meanings)
    choice = "the police workforce tables as the Home Office publishes them"
    return gathering.result(path.name, choice, lambda found: _dataset(found, workbook))


class _Taking(NamedTuple):
    """A table and what its columns hold; ``left_out`` are columns not taken, with the reason."""

    table: Table
    meanings: tuple[Meaning, ...]
    left_out: tuple[tuple[Column, str], ...]


def _table(title: str, table: Table | None) -> _Taking | str:
    """Return what is taken of a table, or why nothing is.

    Its columns are days, and the title says who is counted; or its columns are kinds of workers,
    and the title says the day.
    """
    subject = without_notes(title).text
    if not _BY_FORCE.search(subject) or _NARROWER.search(subject):
        return f"not of a kind that is taken: {subject_of(title)}"
    if table is None:
        return "no rows of police forces with values were found in it"
    if table.out_of_step:
        return table.out_of_step
    named = _WHO.search(subject)
    of_title = worker_in(named[0]) if named else None
    on_day = periods.as_at(title)
    meanings: list[Meaning] = []
    left_out: list[tuple[Column, str]] = []
    for column in table.columns:
        found = _meaning(table, column, of_title, on_day)
        if isinstance(found, Meaning):
            meanings.append(found)
        else:
            left_out.append((column, found))
    alone, alike = told_apart(meanings)
    left_out += alike
    if not alone:
        reasons = "; ".join(dict.fromkeys(reason for _, reason in left_out))
        return f"none of its columns is a day or a kind of workers ({reasons})"
    return _Taking(table, alone, tuple(left_out))


def _meaning(
    table: Table, column: Column, of_title: str | None, on_day: datetime.date | None
) -> Meaning | str:
    """Return what a column holds, or why it is not taken."""
    words = (text_of(column.raw), *reversed(column.above))
    if any(_CHANGE.search(text) for text in words if _day(text) is None):
        return "it is a change or a share, which follows from the others"
    day = _day(column.raw) or next((d for text in words if (d := _day(text)) is not None), None)
    worker = next((w for text in words if (w := worker_in(text)) is not None), of_title)
    if worker is None or (day is None and worker_in(words[0]) is None):
        return "its heading is no day and no kind of workers"
    day = day or on_day
    if day is None:
        return "neither it nor the title says the day"
    said = (*words, table.unit, table.title, *table.preamble)
    unit = next((u for text in said if (u := _unit(text)) is not None), None)
    if unit is None and worker == "Special constables":
        unit = "headcount"  # the source counts them by heads only
    if unit is None:
        return "neither full-time equivalents nor heads are said to be counted"
    known = heading(worker)
    return Meaning(column, known.key, known.label, unit, Period(kind="as at", end=day))


def worker_in(text: str) -> str | None:
    """Return the kind of workers that a heading or cell names, whole."""
    plain = " ".join(re.findall(r"[a-z]+", without_notes(text).text.casefold()))
    return _KEYS.get(plain) or _KEYS.get(plain.removesuffix("s"))


def _day(cell: object) -> datetime.date | None:
    return periods.day(cell) or (periods.as_at(cell) if isinstance(cell, str) else None)


def _unit(text: str) -> str | None:
    if _HEADS.search(text):
        return "headcount"
    return "full_time_equivalents" if _FULL_TIME.search(text) else None


def _dataset(found: Iterable[Observation], workbook: Workbook) -> Dataset:
    latest = max(o.period.end for o in found)
    return Dataset(
        id=f"home-office-workforce-{latest.isoformat()}",
        title="Police workforce, England and Wales",
        source=SOURCE,
        publisher=PUBLISHER,
        release=day_words(latest),
        vintage=workbook.saved,
        licence=LICENCE,
    )
