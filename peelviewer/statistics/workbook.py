# SPDX-License-Identifier: MIT
"""Workbooks (xlsx, ods, xls, xlsb) as sheets of plain cells; every fault as one sentence."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from peelviewer.errors import StatisticsError

MOST_BYTES = 1_000_000_000
"""A workbook that unpacks to more than this is refused; published ones are far smaller."""
_SAVED = re.compile(rb"<(?:dcterms:modified|dc:date)[^>]*>\s*(\d{4}-\d\d-\d\d)", re.IGNORECASE)
_PROPERTIES = ("docProps/core.xml", "meta.xml")

Rows = list[list[object]]


class Sheet(NamedTuple):
    """A sheet: its name as the workbook gives it and its cells from A1 on."""

    name: str
    rows: Rows


class Workbook(NamedTuple):
    """All sheets, and the day the file was last saved (ISO) where it says so."""

    sheets: tuple[Sheet, ...]
    saved: str


def is_workbook(start: bytes) -> bool:
    """Return whether a file that begins so is a workbook: a zip, or an old Excel file."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"))


def read_workbook(path: Path) -> Workbook:
    """Return what the workbook holds.

    Raises:
        StatisticsError: it is damaged, no workbook, too large, or protected with a password.
    """
    saved = _checked(path)
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_path(path) as workbook:
            names = list(workbook.sheet_names)
            sheets = tuple(_sheets(workbook, names))
    except python_calamine.PasswordError as error:
        raise StatisticsError(
            f"{path.name} is protected with a password: save it without one and import that."
        ) from error
    except (python_calamine.CalamineError, OSError, ValueError, EOFError) as error:
        raise StatisticsError(
            f"{path.name} is damaged or no workbook ({error}): download it again from the "
            "publisher and import that."
        ) from error
    return Workbook(sheets, saved)


def _sheets(workbook: object, names: list[str]) -> Iterator[Sheet]:
    import python_calamine

    assert isinstance(workbook, python_calamine.CalamineWorkbook)  # noqa: S101 - for the types
    for name in names:
        try:
            sheet = workbook.get_sheet_by_name(name)
        except python_calamine.WorksheetNotFound:
            continue  # a chart sheet has no cells
        yield Sheet(name, [list(row) for row in sheet.to_python(skip_empty_area=False)])


def _checked(path: Path) -> str:
    """Refuse what would fill the memory; return the day the file was last saved."""
    with path.open("rb") as file:
        if not file.read(4).startswith(b"PK"):
            return ""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
                raise StatisticsError(
                    f"{path.name} unpacks to more than {MOST_BYTES // 10**9} GB, which no "
                    "published table does: check that it is the file you meant."
                )
            names = set(archive.namelist())
            properties = next((name for name in _PROPERTIES if name in names), None)
            match = _SAVED.search(archive.read(properties)) if properties else None
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise StatisticsError(
            f"{path.name} is damaged or cut short ({error}): download it again from the "
            "publisher and import that."
        ) from error
    return match[1].decode("ascii") if match else ""
