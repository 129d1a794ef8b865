# SPDX-License-Identifier: MIT
"""Reading behind a fence: a file that nobody trusts is read in a child process of its own.

**What the fence is.** The child has a limit of memory (its address space; Linux) and of time.
Whatever becomes of it, a crash of the PDF library, an endless loop, no memory left, this process
goes on and has one sentence to show. To cancel is to kill the child: it takes effect at once,
whatever the child is doing. A child never outlives its parent: it ends when its standard input is
closed, and in any case shortly after its time is over. What comes back is JSON, which the model's
codec checks field by field; nothing is unpickled. An audit hook in the child refuses Python code
the network, other programs, and changes to files.

**What it is not.** It is no sandbox. The audit hook sees what Python code does, not what native
code does by itself: whoever takes over the PDF library by a fault in it has the user's rights.
The limit of memory is one of Linux; the limit of time holds on every system.

The child is a plain interpreter (``-I -S``: no settings, no site packages but those that this
process has found) that imports the reading stages only. It starts somewhat faster than
``multiprocessing``'s "spawn", which imports the main program anew, and needs nothing of it: a
script without ``if __name__ == "__main__"`` can read too. ``benchmarks/fence.py`` measures it.
"""

import json
import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from peelviewer.errors import CancelledError, InvalidReportError, PeelViewerError, ReadingError
from peelviewer.model import codec
from peelviewer.model.report import Report
from peelviewer.reading import fenced
from peelviewer.reading.child import Child, Frame

Progress = Callable[[str, float], None]
Cancelled = Callable[[], bool]
Argument = str | int | float | None

_log = logging.getLogger(__name__)

_HEARTBEAT_S = 0.05
_LONGEST_SENTENCE = 2000
_READ = "read"


class Limits(NamedTuple):
    """What reading one file may take: seconds, bytes of memory.

    A report of 66 pages takes about a second and 100 MB. How many pages a file may have, the
    formats that have pages know.
    """

    seconds: float = 300.0
    memory: int = 2 << 30


USUAL = Limits()


class Outcome(NamedTuple):
    """What became of one of many files: its report, or the error that says why there is none."""

    path: Path
    report: Report | None
    error: PeelViewerError | None


def read_fenced(
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    limits: Limits = USUAL,
) -> Report:
    """Return the report in ``path``, read in a child process.

    ``progress(stage, fraction)`` is called on the caller's thread at least ten times a second,
    with the last news again where there are none; what it raises (``CancelledError``) ends the
    child at once, and so does ``cancelled()`` once it returns true.

    Raises:
        ReadingError: the file was refused, or reading it crashed, took too long or too much
            memory, or met a mistake of our own, which is logged; the sentence names the file.
        CancelledError: ``cancelled()`` returned true.
    """
    data = _run(_READ, (str(path),), path, progress, cancelled, limits)
    try:
        return codec.decode(data, str(path))
    except InvalidReportError as error:
        _log.exception("The report read from %s is not valid", path)
        raise ReadingError(_our_mistake(path)) from error


def call(
    function: str,
    arguments: Sequence[Argument],
    path: Path,
    cancelled: Cancelled | None = None,
    limits: Limits = USUAL,
) -> bytes:
    """Return what another function makes of a file, run in a child process.

    ``function`` is ``"package.module:name"``; it takes ``arguments`` and returns bytes.
    ``path`` is the file that messages name.

    Raises:
        ReadingError, CancelledError: as for ``read_fenced``.
    """
    return _run(function, arguments, path, None, cancelled, limits)


def read_many(
    paths: Iterable[Path],
    progress: Callable[[Path, str, float], None] | None = None,
    cancelled: Cancelled | None = None,
    workers: int | None = None,
    limits: Limits = USUAL,
) -> Generator[Outcome, None, None]:
    """Yield what became of each file, as each is done; one that fails does not stop the rest.

    ``workers`` children (default: one a processor) run at the same time, and no more reports than
    that wait to be taken. ``progress(path, stage, fraction)`` is called from several threads.
    When the iterator is closed, or left by Ctrl+C, every child ends at once.

    Raises:
        CancelledError: ``cancelled()`` returned true.
    """
    count = workers or os.cpu_count() or 1
    waiting = iter(paths)
    stop = threading.Event()

    def one(path: Path) -> Outcome:
        def tell(stage: str, fraction: float) -> None:
            if progress is not None:
                progress(path, stage, fraction)

        def is_over() -> bool:
            return stop.is_set() or (cancelled is not None and cancelled())

        try:
            return Outcome(path, read_fenced(path, tell, is_over, limits), None)
        except CancelledError:
            raise
        except PeelViewerError as error:
            return Outcome(path, None, error)

    with ThreadPoolExecutor(count, thread_name_prefix="reading") as pool:
        running: set[Future[Outcome]] = set()
        try:
            running |= {pool.submit(one, path) for path in islice(waiting, count)}
            while running:
                # With a timeout, Ctrl+C gets through on every system.
                done, running = wait(running, _HEARTBEAT_S, FIRST_COMPLETED)
                for future in done:
                    running |= {pool.submit(one, path) for path in islice(waiting, 1)}
                    yield future.result()
        finally:
            stop.set()


def _run(
    function: str,
    arguments: Sequence[Argument],
    path: Path,
    progress: Progress | None,
    cancelled: Cancelled | None,
    limits: Limits,
) -> bytes:
    words = (function, json.dumps(arguments), *(str(limit) for limit in limits))
    try:
        child = Child(words)
    except OSError as error:
        raise ReadingError(
            f"{path} could not be read: the process to read it in could not be started "
            f"({error.strerror}). Close other programs and try again."
        ) from error
    with child:
        return _followed(child, path, progress, cancelled, limits)


def _followed(
    child: Child,
    path: Path,
    progress: Progress | None,
    cancelled: Cancelled | None,
    limits: Limits,
) -> bytes:
    """Return the result of the child, or raise what became of it instead."""
    end = time.monotonic() + limits.seconds
    news = ("Starting", 0.0)
    while True:
        if cancelled is not None and cancelled():
            raise CancelledError(f"Reading {path} was cancelled: nothing was kept.")
        frame = child.frame(_HEARTBEAT_S)
        if frame is None:
            if time.monotonic() > end:
                raise ReadingError(
                    f"{path} could not be read within {limits.seconds:g} seconds, which is enough "
                    "for any report: it may be damaged."
                )
        elif frame.kind == fenced.RESULT:
            return frame.content
        elif frame.kind == fenced.PROGRESS:
            stage, fraction = json.loads(frame.content)
            news = str(stage), float(fraction)
        else:
            raise ReadingError(_sentence(frame, child, path, limits))
        if progress is not None:
            progress(*news)


def _sentence(frame: Frame, child: Child, path: Path, limits: Limits) -> str:
    """Return what to tell of a child that has no result."""
    if frame.kind == fenced.REFUSED:
        sentence = " ".join(frame.content.decode(errors="replace").split())
        return sentence[:_LONGEST_SENTENCE]
    if frame.kind == fenced.NO_MEMORY:
        return (
            f"{path} could not be read: it takes more than {limits.memory / (1 << 30):.2g} GB of "
            "memory, more than any report does. It may be damaged."
        )
    if frame.kind == fenced.FAULT:
        _log.error("Reading %s failed:\n%s", path, frame.content.decode(errors="replace"))
        return _our_mistake(path)
    code, printed = child.end()
    if code == 1 and "Traceback (most recent call last)" in printed:  # it did not even begin
        _log.error("Reading %s could not begin:\n%s", path, printed)
        return _our_mistake(path)
    _log.warning("Reading %s ended with exit code %s:\n%s", path, code, printed)
    return f"{path} could not be read: reading it crashed ({_ending(code)}). It may be damaged."


def _our_mistake(path: Path) -> str:
    return (
        f"{path} could not be read because of a mistake in PEEL Viewer, not in the file: "
        "please report it, with the details that were logged."
    )


def _ending(code: int) -> str:
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"
