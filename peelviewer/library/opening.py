# SPDX-License-Identifier: MIT
"""From a folder to a connection whose tables are up to date, or a sentence why not."""

import os
import sqlite3
import time
from pathlib import Path

from peelviewer.errors import LibraryError
from peelviewer.library import schema
from peelviewer.library.database import BUSY_SECONDS, ELSEWHERE, FILE, connect, faults_as_sentences

_PAUSE = 0.01  # seconds


def opened(folder: Path) -> tuple[sqlite3.Connection, bool]:
    """Return a connection to the library in ``folder``, and whether it can only be read.

    The folder and the file are made where they are missing.

    Raises:
        LibraryError: a sentence with the folder and what to do.
    """
    path = _prepared(folder)
    is_read_only = not _may_write(folder)
    with faults_as_sentences(folder):
        connection = _connect_to_read(path) if is_read_only else _connect_to_write(path)
        return _migrated(connection, folder, is_read_only=is_read_only), is_read_only


def _connect_to_write(path: Path) -> sqlite3.Connection:
    """Open or create the file with a write-ahead log."""
    connection = connect(str(path))
    try:
        _write_ahead(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Give the file a write-ahead log, with which readers never wait for a writer.

    Where the file system cannot do it (some network folders), SQLite keeps its older journal,
    which is as safe. SQLite does not wait by itself for another program that is giving the same
    new file its log.
    """
    last = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that may not be written.

    SQLite wants to write beside a file with a write-ahead log even to read it. Where it may not,
    the file is read from a copy together with the log that was left over, or, where there is
    none, as one that nobody changes.
    """
    address = path.absolute().as_uri()
    try:
        return connect(f"{address}?mode=ro", uri=True)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
    if _log_of(path).exists():
        return _in_memory(path)
    return connect(f"{address}?mode=ro&immutable=1", uri=True)


def _in_memory(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of the file and of the log beside it."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(_log_of(path), _log_of(copy))
        return _copied_to_memory(connect(str(copy)))


def _copied_to_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy in memory, and close what it was copied from."""
    copy = connect(":memory:")
    try:
        connection.backup(copy)
    except BaseException:
        copy.close()
        raise
    finally:
        connection.close()
    return copy


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _may_write(folder: Path) -> bool:
    """Return whether this user may change the library in ``folder``."""
    path = folder / FILE
    return _has_right(folder, os.W_OK | os.X_OK) and (
        not path.exists() or _has_right(path, os.W_OK)
    )


def _has_right(path: Path, right: int) -> bool:
    return os.access(path, right, effective_ids=os.access in os.supports_effective_ids)


def _prepared(folder: Path) -> Path:
    """Return the path of the database, its folder made where it was missing.

    Raises:
        LibraryError: the folder is a file, cannot be made, or is empty and may not be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = (folder / FILE).exists()
    except FileExistsError as error:
        raise LibraryError(
            f"The library cannot be at {folder}, which is a file and not a folder: {ELSEWHERE}."
        ) from error
    except OSError as error:
        raise LibraryError(
            f"The library folder {folder} cannot be used ({error.strerror}): {ELSEWHERE}."
        ) from error
    if not there and not _may_write(folder):
        raise LibraryError(
            f"There is no library at {folder} and none can be made there, because the folder "
            f"cannot be written: {ELSEWHERE}."
        )
    return folder / FILE


def _migrated(
    connection: sqlite3.Connection, folder: Path, *, is_read_only: bool
) -> sqlite3.Connection:
    """Return a connection whose schema is up to date; closes the one given where it fails.

    A file of an older version that may not be written is copied into memory and brought up to
    date there, so that a library on a read-only disk can still be read.

    Raises:
        LibraryError: the file belongs to another program, or to a newer version of this one.
    """
    try:
        if is_read_only and schema.version_of(connection) < schema.VERSION:
            connection = _copied_to_memory(connection)
        schema.migrate(connection)
    except schema.NewerSchemaError as error:
        connection.close()
        raise LibraryError(
            f"The library at {folder} was written by a newer version of PEEL Viewer (schema "
            f"{error.version}, this one reads up to {schema.VERSION}): update the program, or "
            f"{ELSEWHERE}."
        ) from error
    except schema.ForeignFileError as error:
        connection.close()
        raise LibraryError(
            f"The library at {folder} cannot be opened because {FILE} in it belongs to another "
            f"program: move that file away, or {ELSEWHERE}."
        ) from error
    except BaseException:
        connection.close()
        raise
    return connection
