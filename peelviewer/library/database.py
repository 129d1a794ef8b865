# SPDX-License-Identifier: MIT
"""Connections and transactions, and SQLite's errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peelviewer.errors import LibraryError

FILE = "library.db"
BUSY_SECONDS = 5.0
ELSEWHERE = "choose another folder with --library"

# Faults of the machine or the file, by SQLite's primary code. Any other is our own mistake.
_FAULTS = {
    sqlite3.SQLITE_BUSY: "is in use by another program: wait until it has finished and try again",
    sqlite3.SQLITE_LOCKED: "is in use by another program: wait until it has finished and try again",
    sqlite3.SQLITE_FULL: "cannot be written because the disk is full: nothing was changed; "
    "make room and try again",
    sqlite3.SQLITE_READONLY: "cannot be written: give yourself the right to write to that folder, "
    f"or {ELSEWHERE}",
    sqlite3.SQLITE_NOTADB: f"cannot be opened because {FILE} in it is not a library of "
    f"PEEL Viewer: move that file away, or {ELSEWHERE}",
    sqlite3.SQLITE_CORRUPT: f"is damaged: put a backup of {FILE} in its place, or {ELSEWHERE}",
    sqlite3.SQLITE_CANTOPEN: f"cannot be opened: check the rights of that folder, or {ELSEWHERE}",
    sqlite3.SQLITE_PERM: f"cannot be opened: check the rights of that folder, or {ELSEWHERE}",
    sqlite3.SQLITE_IOERR: "cannot be read or written because the disk reports an error: "
    f"check the disk, or {ELSEWHERE}",
}


@contextmanager
def faults_as_sentences(folder: Path | None) -> Iterator[None]:
    """Raise LibraryError for what is the machine's fault; leave our own mistakes as they are."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        fault = None if code is None else _FAULTS.get(code & 0xFF)
        if fault is None:
            raise
        raise LibraryError(f"The library at {folder or 'memory'} {fault}.") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit everything inside, or nothing; the write lock is taken at once."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        # SQLite itself has rolled back already after some errors, such as a full disk.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def connect(target: str, *, uri: bool = False) -> sqlite3.Connection:
    """Return a connection in autocommit mode, with foreign keys on and full synchronisation.

    The file has been read when this returns: what is wrong with it has been raised.
    """
    connection = sqlite3.connect(target, timeout=BUSY_SECONDS, isolation_level=None, uri=uri)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
