# SPDX-License-Identifier: MIT
"""The police force area tables of the Office for National Statistics, of any release.

Every table with a row for each force is taken: what it is about is read from its title
(``subjects``), what its columns hold from their headings (``columns``), as the numbers of the
tables, their layout and what they count move between releases. A table or column that cannot be
told is left out with the reason.
"""

import datetime
import re
from pathlib import Path

from peelviewer.model.statistics import LICENCE, Dataset
from peelviewer.reference.months import month_words
from peelviewer.statistics import periods
from peelviewer.statistics.areas import slug_of
from peelviewer.statistics.columns import columns_of, listed
from peelviewer.statistics.datasets import ImportedStatistics
from peelviewer.statistics.gathering import Gathering
from peelviewer.statistics.layout import (
    is_front_matter,
    name_of,
    numbered_notes,
    table_in,
    title_of,
)
from peelviewer.statistics.subjects import subject_in
from peelviewer.statistics.workbook import Sheet, Workbook

PUBLISHER = "Office for National Statistics"
SOURCE = "Office for National Statistics, Crime in England and Wales: police force area data tables"

_CHOICE = (
    "a workbook of the police force area data tables, as the Office for National Statistics "
    "publishes it"
)
_OURS = re.compile(
    r"police force area|pfa tables|police recorded crime|crime in england", re.IGNORECASE
)


def is_ons(workbook: Workbook) -> bool:
    """Return whether a workbook looks like police force area tables."""
    return any(_OURS.search(title_of(sheet)) for sheet in workbook.sheets)


def read_ons(workbook: Workbook, path: Path) -> ImportedStatistics:
    """Return what the workbook holds.

    Raises:
        StatisticsError: no table in it can be taken; the sentence says why for each.
    """
    end = _latest_end(workbook)
    numbered = numbered_notes(workbook.sheets)
    gathering = Gathering()
    for sheet in workbook.sheets:
        _take(gathering, sheet, numbered, end)
    dataset = _dataset(workbook, path, end)
    return gathering.result(path.name, _CHOICE, lambda _: dataset)


def _take(
    gathering: Gathering, sheet: Sheet, numbered: tuple[str, ...], end: datetime.date | None
) -> None:
    """Take the table of one sheet, or note why not."""
    title, table = title_of(sheet), table_in(sheet)
    if is_front_matter(sheet, table):
        return
    name, subject = name_of(sheet, title), subject_in(title)
    if subject.kind == "below":
        gathering.leave(name, "it is of areas smaller than those of the forces")
    elif table is None:
        gathering.leave(name, "no rows of police forces with values were found in it")
    elif not (table.is_headed and table.columns):
        gathering.leave(name, "its row of headings, with “Area Name”, was not found")
    elif not table.is_titled:
        gathering.leave(name, "it has no title that says what it is of")
    elif table.out_of_step:
        gathering.leave(name, table.out_of_step)
    else:
        table = table._replace(notes=(*table.notes, *numbered))
        columns = columns_of(table, subject, end)
        for letters, reason in listed(columns.left_out):
            gathering.leave(f"{name}, {letters}", reason)
        for letters in table.unheaded:
            gathering.leave(f"{name}, column {letters}", "it has no heading")
        if not columns.meanings:
            gathering.leave(name, "none of its headings says a measure and a period")
            return
        is_own_table = subject.kind == "estimates"
        gathering.take(table, columns.meanings, columns.unknown, is_own_table=is_own_table)


def _dataset(workbook: Workbook, path: Path, end: datetime.date | None) -> Dataset:
    release = f"year ending {month_words(end)}" if end else ""
    return Dataset(
        id=f"ons-police-force-area-{slug_of(release) or slug_of(path.stem)}",
        title="Crime in England and Wales: police force area data tables",
        source=SOURCE,
        publisher=PUBLISHER,
        release=release + _edition(workbook, path),
        vintage=workbook.saved,
        licence=LICENCE,
    )


def _latest_end(workbook: Workbook) -> datetime.date | None:
    """Return what the release is of: the end of the latest twelve months that a title names."""
    ends = [
        end
        for sheet in workbook.sheets
        for row in sheet.rows[:4]
        for cell in row[:2]
        if isinstance(cell, str)
        for end in periods.years_ending(cell)
    ]
    return max(ends, default=None)


def _edition(workbook: Workbook, path: Path) -> str:
    """Return what tells a later edition of a release from the first: corrected, version 2."""
    names = " ".join((path.stem, *(sheet.name for sheet in workbook.sheets))).casefold()
    version = re.search(r"v(\d)$", path.stem.casefold())
    if "correct" in names:
        return ", corrected"
    return f", version {version[1]}" if version and version[1] != "1" else ""
