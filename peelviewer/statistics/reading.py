# SPDX-License-Identifier: MIT
"""A file of national statistics in, its values out: the kind is told by what is in the file."""

from contextlib import suppress
from pathlib import Path

from peelviewer.errors import StatisticsError
from peelviewer.statistics.csv_rows import SPREADSHEET, NoUnicodeError, open_csv
from peelviewer.statistics.datasets import ImportedStatistics, Progress
from peelviewer.statistics.home_office import (
    is_outcomes,
    outcome_sheets,
    read_outcome_sheets,
    read_outcomes,
)
from peelviewer.statistics.ons import is_ons, read_ons
from peelviewer.statistics.tidy import is_tidy, read_tidy
from peelviewer.statistics.workbook import is_workbook, read_workbook
from peelviewer.statistics.workforce import is_workforce, read_workforce
from peelviewer.statistics.workforce_rows import (
    is_workforce_rows,
    read_workforce_rows,
    read_workforce_sheet,
    workforce_sheet,
)

KINDS = (
    "the police force area tables of the Office for National Statistics, the Home Office's "
    "workforce tables or crime outcomes open data, or a tidy CSV (docs/statistics.md)"
)


def read_statistics(path: Path, progress: Progress | None = None) -> ImportedStatistics:
    """Return the statistics in a file: a workbook (xlsx, ods, xls), or CSV, also gzipped.

    ``progress`` is told the stage and the fraction done, and may raise CancelledError.

    Raises:
        StatisticsError: the file cannot be read or holds nothing that is known. The sentence names
            the file and says what to do; nothing of the file was taken.
    """
    if progress is not None:
        progress("Opening", 0.0)
    try:
        with path.open("rb") as file:
            start = file.read(8)
        if not start:
            raise StatisticsError(f"{path.name} is empty: choose the file with the figures in it.")
        if is_workbook(start):
            return _from_workbook(path, progress)
        return _from_csv(path, progress)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StatisticsError(
            f"{path} cannot be read ({reason}): check its name and your right to read it."
        ) from error


def _from_workbook(path: Path, progress: Progress | None) -> ImportedStatistics:
    workbook = read_workbook(path)
    if progress is not None:
        progress("Reading tables", 0.5)
    if outcome_sheets(workbook):
        return read_outcome_sheets(workbook, path)
    if workforce_sheet(workbook):
        return read_workforce_sheet(workbook, path)
    if is_workforce(workbook):
        return read_workforce(workbook, path)
    if is_ons(workbook):
        return read_ons(workbook, path)
    sheets = ", ".join(sheet.name.strip() for sheet in workbook.sheets[:4]) or "none"
    raise StatisticsError(
        f"{path.name} holds no statistics that are known here (its sheets: {sheets}): "
        f"choose {KINDS}."
    )


def _from_csv(path: Path, progress: Progress | None) -> ImportedStatistics:
    headings = _headings(path)
    if is_tidy(headings):
        return read_tidy(path, progress)
    if is_outcomes(headings):
        return read_outcomes(path, progress)
    if is_workforce_rows(headings):
        return read_workforce_rows(path, progress)
    raise StatisticsError(f"{path.name} {_why_no_table(headings)}: choose {KINDS}.")


def _headings(path: Path) -> list[str]:
    """Return the first row; of the open data also where it is saved as spreadsheets do."""
    try:
        with open_csv(path) as file:
            return file.headings
    except NoUnicodeError:
        with suppress(StatisticsError), open_csv(path, encoding=SPREADSHEET) as file:
            if is_outcomes(file.headings):
                return file.headings
        raise


def _why_no_table(headings: list[str]) -> str:
    """Return what is wrong with a text whose first row is no heading that is known."""
    first = headings[0] if headings else ""
    if first.startswith("<"):
        return "is a web page and no table (some sites give one instead of the file)"
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(headings) == 1 and first.count(sign) > 1:
            return f"has {name} between its columns, not commas (save it as “CSV UTF-8”)"
    shown = ", ".join(headings[:6])[:120].strip(" ,")
    row = f"its first row: {shown}" if shown else "its first row is empty"
    return f"holds no statistics that are known here ({row})"
