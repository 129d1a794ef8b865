# SPDX-License-Identifier: MIT
"""Having work done on a file behind the fence, and the one sentence for whatever becomes of it."""

import json
import logging
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from peelviewer.errors import CancelledError, PeelViewerError
from peelviewer.fence import inside
from peelviewer.fence.child import Child, Frame

Progress = Callable[[str, float], None]
Cancelled = Callable[[], bool]
Argument = str | int | float | None

HEARTBEAT_S = 0.05
_LONGEST_SENTENCE = 2000

_log = logging.getLogger(__name__)


class Limits(NamedTuple):
    """What work on one file may take: seconds, bytes of memory.

    A report of 66 pages takes about a second and 100 MB; the largest published table some seconds
    and 1 GB.
    """

    seconds: float = 300.0
    memory: int = 2 << 30


USUAL = Limits()


class Matter(NamedTuple):
    """What kind of file it is, for the sentences, and which error says them."""

    noun: str
    error: type[PeelViewerError]


class Job(NamedTuple):
    """Work on one file: ``function`` is ``"package.module:name"``, which returns bytes.

    ``path`` is the file that messages name; whether the function needs it, ``arguments`` say.
    """

    function: str
    arguments: Sequence[Argument]
    path: Path
    matter: Matter
    limits: Limits = USUAL


def call(job: Job, cancelled: Cancelled | None = None) -> bytes:
    """Return what the job's function makes of its arguments, in a child process.

    Raises:
        matter.error: the file was refused, or the work crashed, took too long or too much memory,
            or met a mistake of our own, which is logged; the sentence names the file.
        CancelledError: ``cancelled()`` returned true.
    """
    return _run(inside.CALL, job, None, cancelled)


def call_telling(
    job: Job, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> bytes:
    """Return what a function makes that tells how far it is; else as ``call``.

    The function takes before ``arguments`` what it tells its stage and the fraction done.
    ``progress(stage, fraction)`` is called on the caller's thread at least ten times a second,
    with the last news again where there are none; what it raises (``CancelledError``) ends the
    child at once.

    Raises:
        matter.error, CancelledError: as for ``call``.
    """
    return _run(inside.TELL, job, progress, cancelled)


def our_mistake(path: Path) -> str:
    """Return the sentence for a mistake of our own on a file."""
    return (
        f"{path} could not be read because of a mistake in PEEL Viewer, not in the file: "
        "please report it, with the details that were logged."
    )


def _run(way: str, job: Job, progress: Progress | None, cancelled: Cancelled | None) -> bytes:
    limits = (str(limit) for limit in job.limits)
    words = (way, job.function, json.dumps(job.arguments), *limits)
    try:
        child = Child(words)
    except OSError as error:
        raise job.matter.error(
            f"{job.path} could not be read: the process to read it in could not be started "
            f"({error.strerror}). Close other programs and try again."
        ) from error
    with child:
        return _followed(child, job, progress, cancelled)


def _followed(
    child: Child, job: Job, progress: Progress | None, cancelled: Cancelled | None
) -> bytes:
    """Return the result of the child, or raise what became of it instead."""
    end = time.monotonic() + job.limits.seconds
    news = ("Starting", 0.0)
    while True:
        if cancelled is not None and cancelled():
            raise CancelledError(f"Reading {job.path} was cancelled: nothing was kept.")
        frame = child.frame(HEARTBEAT_S)
        if frame is None:
            if time.monotonic() > end:
                raise job.matter.error(
                    f"{job.path} could not be read within {job.limits.seconds:g} seconds, which is "
                    f"enough for any {job.matter.noun}: it may be damaged."
                )
        elif frame.kind == inside.RESULT:
            return frame.content
        elif frame.kind == inside.PROGRESS:
            stage, fraction = json.loads(frame.content)
            news = str(stage), float(fraction)
        elif frame.kind == inside.REFUSED:
            sentence, *details = map(_tidy, json.loads(frame.content))
            raise job.matter.error(sentence, details)
        else:
            raise job.matter.error(_sentence(frame, child, job))
        if progress is not None:
            progress(*news)


def _tidy(sentence: object) -> str:
    """Return a sentence of the child on one line, of a length that can be shown."""
    text = str(sentence).encode("utf-8", "backslashreplace").decode()
    return " ".join(text.split())[:_LONGEST_SENTENCE]


def _sentence(frame: Frame, child: Child, job: Job) -> str:
    """Return what to tell of a child that has no result."""
    path = job.path
    if frame.kind == inside.NO_MEMORY:
        return (
            f"{path} could not be read: it takes more than {job.limits.memory / (1 << 30):.2g} GB "
            f"of memory, more than any {job.matter.noun} does. It may be damaged."
        )
    if frame.kind == inside.FAULT:
        _log.error("Reading %s failed:\n%s", path, frame.content.decode(errors="replace"))
        return our_mistake(path)
    code, printed = child.end()
    if code == 1 and "Traceback (most recent call last)" in printed:  # it did not even begin
        _log.error("Reading %s could not begin:\n%s", path, printed)
        return our_mistake(path)
    _log.info("Reading %s ended with exit code %s:\n%s", path, code, printed)
    return (
        f"{path} could not be read: reading it crashed ({_ending(code)}). Try again; if it crashes "
        "again, the file may be damaged: fetch it anew."
    )


def _ending(code: int) -> str:
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"
