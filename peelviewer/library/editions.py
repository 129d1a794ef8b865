# SPDX-License-Identifier: MIT
"""The two editions of a report as they are stored, and which of them is shown.

What is written here is written inside the caller's transaction.
"""

import sqlite3
from typing import Literal

from peelviewer.errors import InvalidReportError
from peelviewer.library import derived
from peelviewer.library.briefs import with_briefs
from peelviewer.library.originals import Original
from peelviewer.library.shipped import ShippedDigest
from peelviewer.model import codec
from peelviewer.model.report import Edition, Report

Outcome = Literal["added", "upgraded", "replaced", "unchanged"]


def read(connection: sqlite3.Connection, report_id: str, edition: Edition) -> Report | None:
    """Return the report's digest or its full text, ``None`` where that is not there.

    Raises:
        InvalidReportError: what is stored is damaged.
    """
    row = connection.execute(
        "SELECT json FROM edition WHERE report = ? AND edition = ?", (report_id, edition)
    ).fetchone()
    return None if row is None else codec.decode(row[0], f"The stored report {report_id}")


def known_original(connection: sqlite3.Connection, file: Original) -> Original | None:
    """Return the file of the same contents as it was first imported, under which its copy lies."""
    row = connection.execute(
        "SELECT sha256, name, suffix, bytes FROM original WHERE sha256 = ?", (file.sha256,)
    ).fetchone()
    return None if row is None else Original(*row)


def put(connection: sqlite3.Connection, report: Report, file: Original | None) -> Outcome:
    """Store the report beside its other edition, and make what is made of the two."""
    is_there = _is_there(connection, report)
    earlier = _read_if_whole(connection, report.id, report.edition)
    other = _read_if_whole(connection, report.id, "digest" if report.edition == "full" else "full")
    if report.edition == "full":
        report = with_briefs(report, other)
    sha256 = None if file is None else file.sha256
    if earlier == report and sha256 in (None, _original_of(connection, report)):
        return "unchanged"
    _write(connection, report, file)
    if report.edition == "digest" and other is not None:
        report = with_briefs(other, report, former=earlier)
        _rewrite(connection, report)
    show(connection, report)
    if is_there:
        return "replaced"
    return "added" if other is None else "upgraded"


def put_shipped(connection: sqlite3.Connection, new: ShippedDigest) -> None:
    """Put a shipped digest in: not over the user's own, nor where the user removed it."""
    editions: dict[str, int] = dict(
        connection.execute(
            "SELECT edition, shipped FROM edition WHERE report = ?", (new.report.id,)
        )
    )
    was_removed = not editions and new.is_known
    is_the_users_own = editions.get("digest") == 0
    if not was_removed and not is_the_users_own:
        put(connection, new.report, None)
        connection.execute(
            "UPDATE edition SET shipped = 1 WHERE report = ? AND edition = 'digest'",
            (new.report.id,),
        )
    connection.execute(
        "INSERT INTO shipped VALUES (?, ?) "
        "ON CONFLICT (file) DO UPDATE SET fingerprint = excluded.fingerprint",
        (new.file, new.fingerprint),
    )


def show(connection: sqlite3.Connection, report: Report) -> None:
    """Make the summary and the flat tables say what this edition says."""
    _write_summary(connection, report)
    derived.write(connection, report)


def _read_if_whole(
    connection: sqlite3.Connection, report_id: str, edition: Edition
) -> Report | None:
    """Return the edition; a damaged one counts as none, so that it can be imported again."""
    try:
        return read(connection, report_id, edition)
    except InvalidReportError:
        return None


def _is_there(connection: sqlite3.Connection, report: Report) -> bool:
    row = connection.execute(
        "SELECT 1 FROM edition WHERE report = ? AND edition = ?", (report.id, report.edition)
    ).fetchone()
    return row is not None


def _original_of(connection: sqlite3.Connection, report: Report) -> str | None:
    row = connection.execute(
        "SELECT original FROM edition WHERE report = ? AND edition = ?",
        (report.id, report.edition),
    ).fetchone()
    return None if row is None else row[0]


def _write(connection: sqlite3.Connection, report: Report, file: Original | None) -> None:
    # The row of the report must be there before anything can refer to it.
    _write_summary(connection, report)
    if file is not None:
        connection.execute("INSERT OR IGNORE INTO original VALUES (?, ?, ?, ?)", file)
        connection.execute("INSERT OR IGNORE INTO imported VALUES (?, ?)", (report.id, file.sha256))
    connection.execute(
        "INSERT INTO edition (report, edition, shipped, original, json) "
        "VALUES (?, ?, 0, ?, ?) ON CONFLICT (report, edition) DO UPDATE SET "
        "shipped = 0, original = excluded.original, json = excluded.json",
        (
            report.id,
            report.edition,
            None if file is None else file.sha256,
            codec.encode(report),
        ),
    )


def _rewrite(connection: sqlite3.Connection, report: Report) -> None:
    """Store a report again whose briefs have changed; where it came from stays."""
    connection.execute(
        "UPDATE edition SET json = ? WHERE report = ? AND edition = ?",
        (codec.encode(report), report.id, report.edition),
    )


def _write_summary(connection: sqlite3.Connection, report: Report) -> None:
    force = report.force
    connection.execute(
        "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET title = excluded.title, force_id = excluded.force_id, "
        "force_name = excluded.force_name, force_code = excluded.force_code, "
        "pillar = excluded.pillar, year = excluded.year, edition = excluded.edition, "
        "pages = excluded.pages",
        (
            report.id,
            report.title,
            force.id,
            force.name,
            force.code,
            report.pillar,
            report.year,
            report.edition,
            report.pages,
        ),
    )
