# SPDX-License-Identifier: MIT
"""The child process behind the fence, seen from its parent: started, heard, killed."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, NamedTuple, Self

import peelviewer
from peelviewer.fence import inside

GONE = b"gone"
"""The kind of the last frame: the child has ended, or what it says makes no sense."""

_LARGEST_FRAME = 1 << 29  # bytes; the JSON of a report of 1,000 pages has about 10 million
_SHOWN_OF_STDERR = 20_000
_FAREWELL_S = 2.0
_START = (
    "import sys; sys.path[:] = sys.argv.pop(1).split(chr(10)); "
    "from peelviewer.fence import inside; inside.main()"
)


class Frame(NamedTuple):
    """Something that the child says; see ``inside`` for the kinds."""

    kind: bytes
    content: bytes


class Child:
    """A running child; leaving the context kills it."""

    def __init__(self, words: Sequence[str]) -> None:
        self._frames: SimpleQueue[Frame] = SimpleQueue()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the context is left
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and words
                [*command(), *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except BaseException:
            self._errors.close()
            raise
        assert self._process.stdout is not None  # noqa: S101 - for the type checker; it was asked for
        self._receiver = threading.Thread(
            target=_receive, args=(self._process.stdout, self._frames), daemon=True
        )
        self._receiver.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._receiver.join()
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream is not None:
                stream.close()

    def frame(self, seconds: float) -> Frame | None:
        """Return the next frame, or ``None`` where none came in that time."""
        try:
            return self._frames.get(timeout=seconds)
        except Empty:
            return None

    def end(self) -> tuple[int, str]:
        """Return the exit code of a child that is gone, and the last of what it printed."""
        try:
            code = self._process.wait(_FAREWELL_S)
        except subprocess.TimeoutExpired:  # it still runs, and has said what makes no sense
            self._process.kill()
            code = self._process.wait()
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - _SHOWN_OF_STDERR))
        return code, self._errors.read().decode(errors="replace")


def command() -> list[str]:
    """Return how the child is started: in a bundle the program itself is the interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, inside.WORD]
    own = str(Path(peelviewer.__file__).resolve().parent.parent)
    paths = dict.fromkeys([own, *(os.path.abspath(entry) for entry in sys.path)])  # noqa: PTH100 - no links are followed
    return [sys.executable, "-I", "-S", "-c", _START, "\n".join(paths)]


def _receive(stream: IO[bytes], frames: "SimpleQueue[Frame]") -> None:
    """Hand on every frame; at the end, or where it is no frame, that the child is gone."""
    try:
        while len(header := stream.read(inside.HEADER.size)) == inside.HEADER.size:
            kind, length = inside.HEADER.unpack(header)
            if length > _LARGEST_FRAME:
                break
            content = stream.read(length)
            if len(content) < length:
                break
            frames.put(Frame(kind, content))
    finally:
        frames.put(Frame(GONE, b""))
