# SPDX-License-Identifier: MIT
"""The digests that ship with the program, and which of them a library does not have yet."""

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from peelviewer.errors import InvalidReportError
from peelviewer.model import codec
from peelviewer.model.report import Report


class ShippedDigest(NamedTuple):
    """A digest file that is new or changed since this library last saw it."""

    file: str
    fingerprint: str
    report: Report
    is_known: bool


def unseen(
    connection: sqlite3.Connection, folder: Path, notices: list[str]
) -> Iterator[ShippedDigest]:
    """Yield the digests in ``folder`` that this library has not had in this version.

    A damaged file is passed over with a sentence added to ``notices``: the rest of the library
    must open all the same.
    """
    seen: dict[str, str] = dict(connection.execute("SELECT file, fingerprint FROM shipped"))
    for path in sorted(folder.glob("*.json")):
        try:
            data = path.read_bytes()
            fingerprint = _fingerprint(data)
            if seen.get(path.name) == fingerprint:
                continue
            report = _digest(data, path)
        except (OSError, InvalidReportError) as error:
            notices.append(
                f"A digest that ships with PEEL Viewer cannot be used, reinstall the program: "
                f"{error}"
            )
            continue
        yield ShippedDigest(path.name, fingerprint, report, path.name in seen)


def _digest(data: bytes, path: Path) -> Report:
    report = codec.decode(data, str(path))
    if report.edition != "digest":
        raise InvalidReportError(f"{path} is not a digest.")
    return report


def _fingerprint(data: bytes) -> str:
    """Tell one version of a file from another; on the start path, where ``hashlib`` costs 10 ms."""
    return f"{len(data)}-{zlib.crc32(data):08x}"
