# SPDX-License-Identifier: MIT
"""CSV files, also gzipped, as numbered rows read one at a time; every fault as one sentence."""

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple, cast

from peelviewer.errors import StatisticsError
from peelviewer.statistics.datasets import Progress

SPREADSHEET = "cp1252"
"""The encoding in which British spreadsheets save CSV if nothing else is asked for."""

GZIP = b"\x1f\x8b"
MOST_ROWS = 5_000_000
MOST_LINE = 1_000_000
_ROWS_A_STEP = 20_000


class NoUnicodeError(StatisticsError):
    """The file is no text in UTF-8."""


class Row(NamedTuple):
    """A row: the number of its line in the file (from 1; the heading is line 1) and its cells."""

    line: int
    cells: list[str]


class RowTable(NamedTuple):
    """An open CSV file, or a sheet like one: its headings, and its rows to be read once."""

    headings: list[str]
    rows: Iterator[Row]


@contextmanager
def open_csv(
    path: Path, progress: Progress | None = None, encoding: str = "utf-8-sig"
) -> Iterator[RowTable]:
    """Open ``path`` and give its headings and rows; it is never in memory as a whole.

    Raises:
        NoUnicodeError: it is no text in ``encoding``.
        StatisticsError: no text, cut short, damaged, too long; the sentence names the line.
    """
    lines = _Lines()
    try:
        with path.open("rb") as file:
            size = max(path.stat().st_size, 1)
            is_packed = file.read(2) == GZIP
            file.seek(0)
            unpacked = cast("IO[bytes]", gzip.GzipFile(fileobj=file) if is_packed else file)
            with io.TextIOWrapper(unpacked, encoding=encoding, newline="") as text:
                report = _reporter(progress, lambda: file.tell() / size)
                rows = _rows(path, csv.reader(lines.of(path, text), strict=True), report)
                first = next(rows, None)
                if first is None:
                    raise StatisticsError(
                        f"{path.name} is empty: choose the file with the figures in it."
                    )
                yield RowTable([cell.strip() for cell in first.cells], rows)
    except UnicodeDecodeError as error:
        raise NoUnicodeError(
            f"{path.name} is not text in UTF-8 (line {lines.count + 1:,}): save it as "
            "“CSV UTF-8” and import that."
        ) from error
    except csv.Error as error:
        raise StatisticsError(
            f"{path.name} is not well-formed CSV at line {lines.count:,} ({error}): "
            "correct that line, or download the file again."
        ) from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise StatisticsError(
            f"{path.name} is damaged or cut short after line {lines.count:,}: download it again."
        ) from error


class _Lines:
    """Gives the lines of a text and counts them; one line without an end does not fill memory."""

    def __init__(self) -> None:
        self.count = 0

    def of(self, path: Path, text: IO[str]) -> Iterator[str]:
        while line := text.readline(MOST_LINE):
            self.count += 1
            if len(line) == MOST_LINE:
                raise StatisticsError(
                    f"{path.name} has a line of more than {MOST_LINE:,} characters "
                    f"(line {self.count:,}): it is no table of statistics."
                )
            if "\x00" in line:
                raise StatisticsError(
                    f"{path.name} is no text (line {self.count:,}): choose a CSV file or workbook."
                )
            yield line


def _rows(path: Path, reader: Iterator[list[str]], report: Callable[[], None]) -> Iterator[Row]:
    # The number that spreadsheets show: a quoted cell with line breaks is one row there.
    for number, cells in enumerate(reader, start=1):
        if number % _ROWS_A_STEP == 0:
            report()
            if number > MOST_ROWS:
                raise StatisticsError(
                    f"{path.name} has more than {MOST_ROWS:,} rows: split it and import the parts."
                )
        yield Row(number, cells)


def _reporter(progress: Progress | None, fraction: Callable[[], float]) -> Callable[[], None]:
    def report() -> None:
        if progress is not None:
            progress("Reading rows", min(fraction(), 1.0))

    return report
