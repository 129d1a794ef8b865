# SPDX-License-Identifier: MIT
"""The corrections that the user made when reports were imported, by the file they were read from.

What is written here is written inside the caller's transaction.
"""

import sqlite3

from peelviewer.model import corrections as codec
from peelviewer.model.corrections import Corrections
from peelviewer.model.report import Report


def read(connection: sqlite3.Connection, sha256: str, report_id: str | None) -> Corrections | None:
    """Return those made for this very file, else the latest made for a copy of the report.

    ``report_id`` is the id that the report has as it is read now: corrections that gave another
    copy its name are not taken for one that was read under another name.

    Raises:
        InvalidReportError: what is stored is damaged.
    """
    row = connection.execute(
        "SELECT json FROM correction WHERE original = ? OR report = ? "
        "ORDER BY original = ? DESC, number DESC",
        (sha256, report_id, sha256),
    ).fetchone()
    return None if row is None else codec.decode(row[0], "The stored corrections of this report")


def write(
    connection: sqlite3.Connection, sha256: str, report: Report, corrections: Corrections
) -> None:
    """Remember the corrections that are in ``report``; empty ones take the former ones away."""
    connection.execute("DELETE FROM correction WHERE original = ?", (sha256,))
    if not corrections.is_empty:
        connection.execute(
            "INSERT INTO correction (original, report, json) VALUES (?, ?, ?)",
            (sha256, report.id, codec.encode(corrections.anchored(report))),
        )
