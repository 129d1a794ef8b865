# SPDX-License-Identifier: MIT
"""Files read for a review: off the window's thread, behind the fence, several at a time."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from peelviewer.errors import PeelViewerError
from peelviewer.library import Library
from peelviewer.model import codec
from peelviewer.model.corrections import Corrections
from peelviewer.model.report import Report
from peelviewer.reading import fence
from peelviewer.ui.review.draft import Draft

SUFFIXES = frozenset((".pdf", ".md", ".markdown", ".mdown", ".txt", ".text", ".json"))
"""What is looked at inside a folder; a file that is named is tried whatever its name."""

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


def files_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files to read, each once; of a folder, all that could be reports."""
    found: dict[Path, Path] = {}
    for path in paths:
        inside = sorted(_inside(path)) if path.is_dir() else [path]
        for file in inside:
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def arrivals(
    paths: Sequence[Path], folder: Path | None, progress: Progress, *, again: bool = False
) -> tuple[Arrival, ...]:
    """Read files and return what became of each, in their order.

    ``folder`` is the library's; a file that is in it already is read only where ``again``. Earlier
    corrections are in the drafts. What ``progress`` raises ends the reading.
    """
    if folder is None:
        return tuple(_read(None, files_in(paths), progress, again=again))
    with Library.open(folder) as library:
        library.require_writable()
        return tuple(_read(library, files_in(paths), progress, again=again))


def _read(
    library: Library | None, files: Sequence[Path], progress: Progress, *, again: bool
) -> Iterator[Arrival]:
    found: dict[Path, Arrival] = {}
    unread: list[Path] = []
    first: dict[str, Path] = {}
    for path in files:
        twin = first.setdefault(_fingerprint(path), path)
        known = None if again or library is None else _known(library, path)
        if twin != path:
            found[path] = Arrival(path, twin=twin)
        elif known is not None:
            found[path] = Arrival(path, known=known)
        elif path.suffix.lower() == ".json":
            found[path] = _decoded(path)
        else:
            unread.append(path)
    tell = _Telling(progress, len(unread))
    with closing(fence.read_many(unread, tell)) as outcomes:
        for outcome in outcomes:
            tell.done(outcome.path)
            if outcome.report is None:
                found[outcome.path] = Arrival(outcome.path, error=outcome.error)
            else:
                draft = _draft(library, outcome.path, outcome.report)
                found[outcome.path] = Arrival(outcome.path, draft=draft)
    yield from (found[path] for path in files if path in found)


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


def _draft(library: Library | None, path: Path, report: Report) -> Draft:
    if library is None:
        return Draft(path=path, as_read=report)
    earlier = library.corrections(path, report.id)
    return Draft(path=path, as_read=report, corrections=earlier or Corrections())


def _inside(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not is_hidden and path.is_file():
            yield path


class _Telling:
    """The progress of many files as one: which is read, and how much of all is done."""

    def __init__(self, progress: Progress, count: int) -> None:
        self._progress = progress
        self._count = max(count, 1)
        self._fractions: dict[Path, float] = {}
        self._lock = threading.Lock()

    def __call__(self, path: Path, stage: str, fraction: float) -> None:
        with self._lock:
            self._fractions[path] = max(fraction, self._fractions.get(path, 0.0))
            share = sum(self._fractions.values()) / self._count
        of_many = f"{path.name}, {stage[:1].lower()}{stage[1:]}"
        self._progress(stage if self._count == 1 else of_many, share)

    def done(self, path: Path) -> None:
        with self._lock:
            self._fractions[path] = 1.0
