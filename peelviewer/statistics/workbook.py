# SPDX-License-Identifier: MIT
"""Workbooks (xlsx, ods, xls, xlsb) as sheets of plain cells; every fault as one sentence."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from peelviewer.errors import StatisticsError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_BYTES = 1_000_000_000
"""A workbook that unpacks to more than this is refused; published ones are far smaller."""
MOST_CELLS = 20_000_000
"""A sheet that reaches farther is refused: its reader takes memory for every cell up to the last,
and ends the whole process where it gets none."""
_CHUNK = 1 << 20
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # what an xlsx with a password has inside
_SEARCHED = 64 << 20
_LONGEST_CELL = 256  # bytes of a cell's opening tag
_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})([0-9]{1,7})"')
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
        with _opened(path) as workbook:
            names = list(workbook.sheet_names)
            sheets = tuple(_sheets(workbook, names))
    except python_calamine.PasswordError as error:
        raise _protected(path) from error
    except (python_calamine.CalamineError, OSError, ValueError, EOFError) as error:
        raise _damaged(path, error) from error
    except BaseException as error:
        # What its reader, written in Rust, did not expect is no Exception in Python.
        if type(error).__module__ != "pyo3_runtime":
            raise
        raise _damaged(path, error) from error
    return Workbook(sheets, saved)


def _damaged(path: Path, error: BaseException) -> StatisticsError:
    return StatisticsError(
        f"{path.name} is damaged or no workbook ({error}): download it again from the "
        "publisher and import that."
    )


def _protected(path: Path) -> StatisticsError:
    return StatisticsError(
        f"{path.name} is protected with a password: save it without one and import that."
    )


def _opened(path: Path) -> "CalamineWorkbook":
    """Open a workbook as what its name says it is, or else as what it is."""
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_path(path)
    except python_calamine.PasswordError:
        raise
    except python_calamine.CalamineError:
        try:
            return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        except python_calamine.CalamineError:
            pass  # the first reason says more
        raise


def _sheets(workbook: "CalamineWorkbook", names: list[str]) -> Iterator[Sheet]:
    import python_calamine

    for name in names:
        try:
            sheet = workbook.get_sheet_by_name(name)
        except python_calamine.WorksheetNotFound:
            continue  # a chart sheet has no cells
        yield Sheet(name, [list(row) for row in sheet.to_python(skip_empty_area=False)])


def _checked(path: Path) -> str:
    """Refuse what would fill the memory; return the day the file was last saved."""
    with path.open("rb") as file:
        start = file.read(4)
        if not start.startswith(b"PK"):
            if _ENCRYPTED in file.read(_SEARCHED):
                raise _protected(path)
            return ""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
                raise StatisticsError(
                    f"{path.name} unpacks to more than {MOST_BYTES // 10**9} GB, which no "
                    "published table does: check that it is the file you meant."
                )
            names = set(archive.namelist())
            for name in sorted(names):
                if name.startswith("xl/") and name.endswith(".xml"):
                    with archive.open(name) as part:
                        _check_reach(path, part)
            properties = next((name for name in _PROPERTIES if name in names), None)
            match = _SAVED.search(archive.read(properties)) if properties else None
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        RuntimeError,  # a part that is encrypted, or packed in a way that Python does not know
    ) as error:
        raise StatisticsError(
            f"{path.name} is damaged or cut short ({error}): download it again from the "
            "publisher and import that."
        ) from error
    return match[1].decode("ascii") if match else ""


def _check_reach(path: Path, part: IO[bytes]) -> None:
    """Refuse a sheet one of whose cells is so far out that the cells up to it fill the memory."""
    rows = columns = 0
    rest = b""
    while chunk := part.read(_CHUNK):
        text = rest + chunk
        for letters, digits in _CELL.findall(text):
            rows, columns = max(rows, int(digits)), max(columns, _column(letters))
        rest = text[-_LONGEST_CELL:]
    if rows * columns > MOST_CELLS:
        raise StatisticsError(
            f"{path.name} has a sheet of {rows:,} rows and {columns:,} columns, which no published "
            "table has: delete the stray cells far out in it, save it, and import it again."
        )


def _column(letters: bytes) -> int:
    """Return the number of the column "A" (1) to "XFD"."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
