# SPDX-License-Identifier: MIT
"""The library's tables, and how a file of an older version becomes one of this version.

``PRAGMA user_version`` is the number of migrations a file has had. Each migration and its number
are written in one transaction, so a file is never between two versions. To change the tables add
a function at the end of ``MIGRATIONS``; never edit one that has been released.
"""

import sqlite3
from collections.abc import Callable

from peelviewer.library.database import transaction

APPLICATION = int.from_bytes(b"PEEL", "big")
"""SQLite's mark of the program that a file belongs to."""

Migration = Callable[[sqlite3.Connection], None]


def _reports_and_what_is_made_of_them(connection: sqlite3.Connection) -> None:
    """Create version 1.

    ``edition`` holds what cannot be made again: each report as the JSON of its model, the digest
    beside the full text. ``report`` says which of the two is shown and repeats what a list needs;
    it and ``measure``, ``judgment``, ``action`` and ``passage`` are made from ``edition``.
    ``shipped`` remembers which version of each digest file was put in, so that one the user
    removed does not come back. ``original`` names the imported files, ``imported`` the reports
    that were ever read from each.
    """
    for statement in (
        """CREATE TABLE report (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            force_id TEXT NOT NULL,
            force_name TEXT NOT NULL,
            force_code TEXT,
            pillar TEXT NOT NULL,
            year TEXT NOT NULL,
            edition TEXT NOT NULL CHECK (edition IN ('full', 'digest')),
            pages INTEGER
        ) WITHOUT ROWID""",
        """CREATE TABLE original (
            sha256 TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            suffix TEXT NOT NULL,
            bytes INTEGER NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE imported (
            report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
            original TEXT NOT NULL REFERENCES original (sha256),
            PRIMARY KEY (report, original)
        ) WITHOUT ROWID""",
        """CREATE TABLE edition (
            report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
            edition TEXT NOT NULL CHECK (edition IN ('full', 'digest')),
            shipped INTEGER NOT NULL DEFAULT 0,
            original TEXT REFERENCES original (sha256),
            json BLOB NOT NULL,
            UNIQUE (report, edition)
        )""",
        """CREATE TABLE shipped (
            file TEXT PRIMARY KEY,
            fingerprint TEXT NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE measure (
            report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            key TEXT NOT NULL,
            label TEXT NOT NULL,
            unit TEXT NOT NULL,
            period_kind TEXT NOT NULL,
            period_start TEXT,
            period_end TEXT NOT NULL,
            force REAL,
            national REAL,
            missing TEXT,
            force_as_printed TEXT,
            national_as_printed TEXT,
            section TEXT NOT NULL,
            figure INTEGER,
            page INTEGER,
            block TEXT NOT NULL,
            origin TEXT NOT NULL,
            PRIMARY KEY (report, position)
        ) WITHOUT ROWID""",
        "CREATE INDEX measure_by_key ON measure (key, period_end)",
        """CREATE TABLE judgment (
            report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            scope TEXT NOT NULL,
            section TEXT NOT NULL,
            title TEXT NOT NULL,
            grade TEXT NOT NULL,
            page INTEGER,
            PRIMARY KEY (report, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE action (
            report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            section TEXT NOT NULL,
            page INTEGER,
            block TEXT,
            PRIMARY KEY (report, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE passage (
            report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            section TEXT NOT NULL,
            block TEXT,
            footnote INTEGER,
            kind TEXT NOT NULL,
            page INTEGER,
            text TEXT NOT NULL,
            PRIMARY KEY (report, position)
        ) WITHOUT ROWID""",
    ):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _national_statistics(connection: sqlite3.Connection) -> None:
    """Create version 2: ``dataset`` holds the publications, ``statistic`` their values."""
    for statement in (
        """CREATE TABLE dataset (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            publisher TEXT NOT NULL,
            release TEXT NOT NULL,
            vintage TEXT NOT NULL,
            licence TEXT NOT NULL,
            notes TEXT NOT NULL,
            file TEXT NOT NULL
        )""",
        """CREATE TABLE statistic (
            dataset INTEGER NOT NULL REFERENCES dataset (number) ON DELETE CASCADE,
            area_id TEXT NOT NULL,
            area_name TEXT NOT NULL,
            area_kind TEXT NOT NULL,
            area_code TEXT,
            measure TEXT NOT NULL,
            label TEXT NOT NULL,
            unit TEXT NOT NULL,
            period_kind TEXT NOT NULL,
            period_start TEXT,
            period_end TEXT NOT NULL,
            value REAL,
            printed TEXT NOT NULL,
            missing TEXT,
            note TEXT NOT NULL,
            source_table TEXT NOT NULL
        )""",
        "CREATE INDEX statistic_of_dataset ON statistic (dataset)",
        "CREATE INDEX statistic_by_measure ON statistic (measure, unit, period_end)",
    ):
        connection.execute(statement)


def _corrections(connection: sqlite3.Connection) -> None:
    """Create version 3: what the user set right in a review, by the file that was read.

    ``report`` is the report's id with the corrections in it. Nothing refers to other tables: the
    user's own work stays when a report is removed, and is there when its file is imported again.
    """
    connection.execute(
        """CREATE TABLE correction (
            number INTEGER PRIMARY KEY,
            original TEXT NOT NULL UNIQUE,
            report TEXT NOT NULL,
            json BLOB NOT NULL
        )"""
    )
    connection.execute("CREATE INDEX correction_of_report ON correction (report, number)")


def _readers_of_statistics(connection: sqlite3.Connection) -> None:
    """Create version 4: which reader took a dataset from its file (``model.statistics.READER``)."""
    connection.execute("ALTER TABLE dataset ADD COLUMN reader INTEGER NOT NULL DEFAULT 0")


MIGRATIONS: tuple[Migration, ...] = (
    _reports_and_what_is_made_of_them,
    _national_statistics,
    _corrections,
    _readers_of_statistics,
)
VERSION = len(MIGRATIONS)


class ForeignFileError(Exception):
    """The file is a database, but not one of this program."""


class NewerSchemaError(Exception):
    """The file was written by a newer version of the program; ``version`` is its number."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many migrations the file has had; 0 for an empty one."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def migrate(connection: sqlite3.Connection, migrations: tuple[Migration, ...] = MIGRATIONS) -> int:
    """Bring the file up to date and return how many migrations were applied.

    Raises:
        ForeignFileError: the file has tables of another program.
        NewerSchemaError: the file has had more migrations than this program knows.
    """
    if not _is_ours(connection):
        raise ForeignFileError
    applied = 0
    while (version := version_of(connection)) != len(migrations):
        if version > len(migrations):
            raise NewerSchemaError(version)
        with transaction(connection):
            # Another program may have been quicker while this one waited for the lock.
            if version_of(connection) == version:
                migrations[version](connection)
                connection.execute(f"PRAGMA user_version = {version + 1}")
                applied += 1
    return applied


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Return whether the file carries our mark, or nothing at all."""
    mark: int = connection.execute("PRAGMA application_id").fetchone()[0]
    things: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return mark == APPLICATION or things == 0
