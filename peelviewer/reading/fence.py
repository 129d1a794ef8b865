# SPDX-License-Identifier: MIT
"""Reports read behind the fence (``peelviewer.fence``), one or many at a time."""

import logging
import os
import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from peelviewer.errors import CancelledError, InvalidReportError, PeelViewerError, ReadingError
from peelviewer.fence import outside
from peelviewer.fence.outside import USUAL, Cancelled, Job, Limits, Matter, Progress
from peelviewer.model import codec
from peelviewer.model.report import Report

_log = logging.getLogger(__name__)

REPORT = Matter("report", ReadingError)
_READ = "peelviewer.reading.inside:read"


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
    job = Job(_READ, (str(path),), path, REPORT, limits)
    data = outside.call_telling(job, progress, cancelled)
    try:
        return codec.decode(data, str(path))
    except InvalidReportError as error:
        _log.exception("The report read from %s is not valid", path)
        raise ReadingError(outside.our_mistake(path)) from error


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
                done, running = wait(running, outside.HEARTBEAT_S, FIRST_COMPLETED)
                for future in done:
                    running |= {pool.submit(one, path) for path in islice(waiting, 1)}
                    yield future.result()
        finally:
            stop.set()
