# SPDX-License-Identifier: MIT
"""Files read for a review: off the window's thread, behind the fence, several at a time."""

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from peelviewer.errors import PeelViewerError, ReadingError
from peelviewer.folders import reports_below, why_nothing
from peelviewer.library import Library
from peelviewer.model import codec
from peelviewer.model.corrections import Corrections
from peelviewer.reading import fence
from peelviewer.reading.report_files import is_json
from peelviewer.ui.review.draft import Draft

_GONE = (
    "{} was moved or deleted while it was being read, so nothing of it was kept: import it again "
    "from where it is now."
)

Progress = Callable[[str, float], None]


class Arrival(NamedTuple):
    """What became of a file: a draft to review, the report it is already, or why neither.

    ``twin`` is the file before it that holds the very same bytes, and was read in its place.
    """

    path: Path
    draft: Draft | None = None
    known: str | None = None
    twin: Path | None = None
    error: PeelViewerError | None = None


def files_in(paths: Sequence[Path], progress: Progress) -> tuple[Path, ...]:
    """Return the files to read, each once; of a folder, all that could be reports, or itself.

    What ``progress`` raises ends the looking.
    """

    def tell() -> None:
        progress("looking for reports", 0.0)

    found: dict[Path, Path] = {}
    for path in paths:
        inside = reports_below(path, tell) if path.is_dir() else ()
        for file in inside or (path,):
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def arrivals(
    paths: Sequence[Path], folder: Path | None, progress: Progress, *, again: bool = False
) -> Generator[Arrival, None, None]:
    """Read files and yield what becomes of each, as soon as it is known.

    ``folder`` is the library's; a file that is in it already is read only where ``again``. Earlier
    corrections are in the drafts. What ``progress`` raises ends the reading.
    """
    if folder is None:
        yield from _read(None, files_in(paths, progress), progress, again=again)
        return
    with Library.open(folder) as library:
        library.require_writable()
        yield from _read(library, files_in(paths, progress), progress, again=again)


def _read(
    library: Library | None, files: Sequence[Path], progress: Progress, *, again: bool
) -> Generator[Arrival, None, None]:
    tell = _Telling(progress, len(files))
    settled: deque[Arrival] = deque()

    def unread() -> Iterator[Path]:
        """Settle what needs no reading, a file at a time, and yield the others."""
        first: dict[str, Path] = {}
        for path in files:
            arrival = _unread(path, first, None if again else library)
            if arrival is None:
                yield path
            else:
                settled.append(arrival)
                tell.done(path)

    with closing(fence.read_many(unread(), tell)) as outcomes:
        for outcome in outcomes:
            tell.done(outcome.path)
            while settled:
                yield settled.popleft()
            yield _arrived(library, outcome)
    yield from settled


def _unread(path: Path, first: dict[str, Path], library: Library | None) -> Arrival | None:
    """Return what becomes of a file that needs no reading; ``first`` has each contents' file."""
    if path.is_dir():
        return Arrival(path, error=ReadingError(why_nothing(path)))
    twin = first.setdefault(_fingerprint(path), path)
    if twin != path:
        return Arrival(path, twin=twin)
    known = _known(library, path) if library is not None else None
    if known is not None:
        return Arrival(path, known=known)
    return _decoded(path) if is_json(path) else None


def _fingerprint(path: Path) -> str:
    """Return what tells the file's contents; of one that cannot be read, its name does."""
    try:
        return Library.fingerprint(path)
    except PeelViewerError:  # the reader says why
        return str(path)


def _known(library: Library, path: Path) -> str | None:
    """Return the report that was read from this very file; one that cannot be read is none."""
    try:
        return library.find(path)
    except PeelViewerError:  # the reader says why
        return None


def _decoded(path: Path) -> Arrival:
    try:
        return Arrival(path, draft=Draft(path=path, as_read=codec.decode(_bytes(path), str(path))))
    except PeelViewerError as error:
        return Arrival(path, error=error)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PeelViewerError(f"{path} cannot be read ({error.strerror}).") from error


def _arrived(library: Library | None, outcome: fence.Outcome) -> Arrival:
    """Return a file that was read as a draft, with the corrections that the library has for it."""
    path, report = outcome.path, outcome.report
    if report is None:
        return Arrival(path, error=outcome.error)
    if library is None:
        return Arrival(path, draft=Draft(path=path, as_read=report))
    try:
        earlier = library.corrections(path, report.id) or Corrections()
    except PeelViewerError as error:
        if path.exists():
            return Arrival(path, error=error)
        return Arrival(path, error=ReadingError(_GONE.format(path)))
    draft = Draft(path=path, as_read=report, corrections=earlier, stored=earlier)
    return Arrival(path, draft=draft)


class _Telling:
    """The progress of many files as one: how many are done, and how far the first of the rest is.

    Only of one file it is told what is done with it: several are read at the same time, and their
    names would flicker.
    """

    def __init__(self, progress: Progress, count: int) -> None:
        self._progress = progress
        self._count = count
        self._done = 0
        self._fractions: dict[Path, float] = {}
        self._stages: dict[Path, str] = {}
        self._lock = threading.Lock()

    def __call__(self, path: Path, stage: str, fraction: float) -> None:
        with self._lock:
            self._fractions[path] = max(fraction, self._fractions.get(path, 0.0))
            self._stages[path] = stage
            news = self._news()
        self._progress(*news)

    def done(self, path: Path) -> None:
        """Count a file as done; what ``progress`` raises comes from here too."""
        with self._lock:
            self._done += 1
            self._fractions[path] = 1.0
            self._stages.pop(path, None)
            news = self._news()
        self._progress(*news)

    def _news(self) -> tuple[str, float]:
        share = sum(self._fractions.values()) / max(self._count, 1)
        path, stage = next(iter(self._stages.items()), (None, ""))
        if self._count <= 1:
            return stage, share
        of_one = f" · {path.name}, {stage[:1].lower()}{stage[1:]}" if path is not None else ""
        return f"{self._done} of {self._count} done{of_one}", share
