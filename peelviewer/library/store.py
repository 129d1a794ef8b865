# SPDX-License-Identifier: MIT
"""The library: reports in, reports out, each whole; digests and full texts of the same report."""

import contextlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from peelviewer.errors import InvalidReportError, LibraryError, UnknownReportError
from peelviewer.library import corrections as corrected
from peelviewer.library import editions, originals, schema, shipped
from peelviewer.library.database import ELSEWHERE, connect, faults_as_sentences, transaction
from peelviewer.library.editions import Outcome
from peelviewer.library.opening import opened
from peelviewer.library.statistics import Statistics
from peelviewer.model.corrections import Corrections
from peelviewer.model.force import Force
from peelviewer.model.report import Edition, Pillar, Report
from peelviewer.paths import bundled


class ReportSummary(NamedTuple):
    """What a list of reports shows; ``pages`` is ``None`` where the source does not say."""

    id: str
    title: str
    force: Force
    pillar: Pillar
    year: str
    edition: Edition
    pages: int | None


class Kept(NamedTuple):
    """What became of a report that was given to the library, and the report as it is now shown.

    ``added``: it was not there. ``upgraded``: the full text joined its digest, or a digest its
    full text. ``replaced``: an earlier reading of it gave way. ``unchanged``: it was there.
    """

    outcome: Outcome
    report: Report


class Library:
    """One folder of reports.

    A library belongs to the thread that opened it: another thread opens its own with
    ``Library.open(library.folder)``, which is cheap; SQLite refuses anything else. Changes made
    through one are seen by all at the next call. Use as a context manager, or ``close()``.

    ``folder`` is ``None`` for a library in memory. ``is_read_only`` tells that it shows what it
    holds but keeps nothing. ``notices`` are sentences about things passed over while opening.
    """

    def __init__(
        self, connection: sqlite3.Connection, folder: Path | None, *, is_read_only: bool = False
    ) -> None:
        """Take over a connection whose schema is up to date; see ``open`` and ``in_memory``."""
        self._connection = connection
        self.folder = folder
        self.is_read_only = is_read_only
        self.notices: tuple[str, ...] = ()

    @classmethod
    def open(cls, folder: Path, digests: Path | None = None) -> Self:
        """Open the library in ``folder``, made where it is missing, with the shipped digests in it.

        ``digests`` is a folder of digests to ship instead of the program's own. A library that
        may not be written is opened to be read.

        Raises:
            LibraryError: a sentence with the folder and what to do.
        """
        folder = folder.expanduser().absolute()
        connection, is_read_only = opened(folder)
        library = cls(connection, folder, is_read_only=is_read_only)
        try:
            if not is_read_only:
                library._put_shipped_in(digests or bundled("data/reports"))
        except BaseException:
            connection.close()
            raise
        return library

    @classmethod
    def in_memory(cls, digests: Iterable[Report] = ()) -> Self:
        """Return an empty library that is gone when it is closed, with ``digests`` put in."""
        connection = connect(":memory:")
        schema.migrate(connection)
        library = cls(connection, None)
        for digest in digests:
            library.keep(digest)
        return library

    def close(self) -> None:
        """Let go of the file; closing twice is allowed."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def reports(self) -> tuple[ReportSummary, ...]:
        """Return a summary of every report, ordered by force, year and pillar."""
        with faults_as_sentences(self.folder):
            rows = self._connection.execute(
                "SELECT id, title, force_id, force_name, force_code, pillar, year, edition, pages "
                "FROM report ORDER BY force_name, year, pillar, id"
            ).fetchall()
        return tuple(
            ReportSummary(
                id=row[0],
                title=row[1],
                force=Force(id=row[2], name=row[3], code=row[4]),
                pillar=row[5],
                year=row[6],
                edition=row[7],
                pages=row[8],
            )
            for row in rows
        )

    def report(self, report_id: str) -> Report:
        """Return the report, the full text where there is one.

        Raises:
            UnknownReportError: there is none of that id.
            LibraryError: what is stored cannot be read.
        """
        found = self._edition(report_id, "full") or self._edition(report_id, "digest")
        if found is None:
            raise UnknownReportError(f"There is no report {report_id!r} in the library.")
        return found

    def digest(self, report_id: str) -> Report | None:
        """Return the digest of the report, which stays in the library beside the full text."""
        return self._edition(report_id, "digest")

    @staticmethod
    def fingerprint(path: Path) -> str:
        """Return what tells a file's contents from any others: its SHA-256, in hexadecimal.

        Raises:
            LibraryError: the file cannot be read.
        """
        return originals.identify(path).sha256

    def find(self, path: Path) -> str | None:
        """Return the id of the report that was imported from this very file, by its contents.

        Of several, as where the force was corrected later on, the one that came last.

        Raises:
            LibraryError: the file cannot be read.
        """
        original = originals.identify(path)
        with faults_as_sentences(self.folder):
            row = self._connection.execute(
                "SELECT report FROM edition WHERE original = ? ORDER BY rowid DESC",
                (original.sha256,),
            ).fetchone()
        return None if row is None else str(row[0])

    def original(self, report_id: str) -> Path | None:
        """Return the copy of the file that the full text was read from, where it was kept."""
        with faults_as_sentences(self.folder):
            row = self._connection.execute(
                "SELECT sha256, name, suffix, bytes FROM original "
                "JOIN edition ON edition.original = original.sha256 "
                "WHERE report = ? ORDER BY edition = 'full' DESC",
                (report_id,),
            ).fetchone()
        if row is None or self.folder is None:
            return None
        path = originals.place(self.folder, originals.Original(*row))
        return path if path.exists() else None

    def corrections(self, path: Path, report_id: str | None = None) -> Corrections | None:
        """Return the user's corrections to the report in ``path``: those made for this very file.

        Where there are none and ``report_id`` (the id as read now) is given, those made for the
        latest other copy of that report.

        Raises:
            LibraryError: the file, or what is stored, cannot be read.
        """
        original = originals.identify(path)
        try:
            with faults_as_sentences(self.folder):
                return corrected.read(self._connection, original.sha256, report_id)
        except InvalidReportError as error:
            raise LibraryError(
                f"The corrections in the library at {self.folder or 'memory'} are damaged: {error}"
            ) from error

    def keep(
        self,
        report: Report,
        original: Path | None = None,
        corrections: Corrections | None = None,
    ) -> Kept:
        """Put the report in, whole, and a copy of the file it was read from.

        The full text takes the place of its digest and gets the digest's findings as briefs; a
        digest never takes the place of the full text. Either all of it is kept or nothing.

        ``corrections`` are those that are in ``report`` already; they are remembered for its file.
        Empty ones make the library forget earlier ones; ``None`` leaves them as they are.

        Raises:
            LibraryError: the library or the file cannot be written or read.
        """
        self.require_writable()
        file = None if original is None else originals.identify(original)
        is_copied = False
        try:
            with faults_as_sentences(self.folder), transaction(self._connection):
                if original is not None and file is not None:
                    file = editions.known_original(self._connection, file) or file
                    # Copied under the write lock: nobody removes meanwhile what we find there.
                    if self.folder is not None:
                        is_copied = originals.copy(self.folder, original, file)
                outcome = editions.put(self._connection, report, file)
                if corrections is not None and file is not None:
                    corrected.write(self._connection, file.sha256, report, corrections)
        except BaseException:
            if is_copied and file is not None:
                self._discard_unused([file])
            raise
        return Kept(outcome, self.report(report.id))

    def remove(self, report_id: str) -> None:
        """Take the report out: its text, its digest and the copies of its files.

        A shipped digest that was taken out does not come back by itself.

        Raises:
            UnknownReportError: there is none of that id.
            LibraryError: the library cannot be written.
        """
        self.require_writable()
        with faults_as_sentences(self.folder), transaction(self._connection):
            gone = self._connection.execute("DELETE FROM report WHERE id = ?", (report_id,))
            if gone.rowcount == 0:
                raise UnknownReportError(f"There is no report {report_id!r} in the library.")
            unused = self._connection.execute(
                "DELETE FROM original WHERE sha256 NOT IN (SELECT original FROM imported) "
                "RETURNING sha256, name, suffix, bytes"
            ).fetchall()
        self._discard_unused(originals.Original(*row) for row in unused)

    def rebuild(self) -> int:
        """Make everything again that is made from the stored reports; return how many there are.

        Raises:
            LibraryError: the library cannot be written, or a stored report is damaged.
        """
        self.require_writable()
        with faults_as_sentences(self.folder), transaction(self._connection):
            ids = [row[0] for row in self._connection.execute("SELECT id FROM report")]
            for report_id in ids:
                editions.show(self._connection, self.report(report_id))
        return len(ids)

    @property
    def statistics(self) -> Statistics:
        """The national statistics that were imported into this library."""
        return Statistics(self._connection, self.folder, self.require_writable)

    def require_writable(self) -> None:
        """Refuse at once what could not be kept in the end.

        Raises:
            LibraryError: the library cannot be written.
        """
        if self.is_read_only:
            raise LibraryError(
                f"The library at {self.folder} cannot be written: give yourself the right to "
                f"write to that folder, or {ELSEWHERE}."
            )

    def _discard_unused(self, copies: Iterable[originals.Original]) -> None:
        """Remove copies that no report was read from; one that must stay is only an unused file."""
        if self.folder is None:
            return
        with (
            contextlib.suppress(LibraryError),
            faults_as_sentences(self.folder),
            transaction(self._connection),
        ):
            for copy in copies:
                # Another program may have imported the same file since.
                if editions.known_original(self._connection, copy) is None:
                    originals.discard(self.folder, copy)

    def _put_shipped_in(self, folder: Path) -> None:
        """Bring in the digests that are new or changed, without touching what the user brought."""
        notices: list[str] = []
        with faults_as_sentences(self.folder):
            news = list(shipped.unseen(self._connection, folder, notices))
            self.notices = tuple(notices)
            if news:
                with transaction(self._connection):
                    for new in news:
                        editions.put_shipped(self._connection, new)

    def _edition(self, report_id: str, edition: Edition) -> Report | None:
        try:
            with faults_as_sentences(self.folder):
                return editions.read(self._connection, report_id, edition)
        except InvalidReportError as error:
            raise LibraryError(
                f"A report in the library at {self.folder or 'memory'} is damaged, "
                f"import it again: {error}"
            ) from error
