# SPDX-License-Identifier: MIT
"""Where results and messages go: stdout, stderr, or a file that is written whole or not at all."""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from peelviewer.errors import PeelViewerError


class OutputError(PeelViewerError):
    """A result could not be written where it was to go."""


class ReaderGoneError(Exception):
    """Whoever read our output (``| head``) has had enough; nothing is wrong."""


def prepare() -> None:
    """Write UTF-8 whatever the locale; a character that cannot be written is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Write a result to stdout.

    Raises:
        ReaderGoneError: the other end of the pipe is closed.
        OutputError: it cannot be written, for instance because the disk is full.
    """
    if sys.stdout is None:  # a program without a console has none
        return
    with _faults_of_stdout():
        sys.stdout.write(text)


def write_json(found: object) -> None:
    """Write a result to stdout as JSON, for other programs."""
    import msgspec

    write(msgspec.json.format(msgspec.json.encode(found), indent=2).decode() + "\n")


def write_bytes(data: bytes) -> None:
    """Write a result to stdout exactly as it is, without touching its line ends."""
    if sys.stdout is None:
        return
    with _faults_of_stdout():
        binary = getattr(sys.stdout, "buffer", None)
        if binary is None:
            sys.stdout.write(data.decode())
        else:
            sys.stdout.flush()
            binary.write(data)


def flush() -> None:
    """Let go of what is still buffered, so that its faults are met here and not at exit."""
    if sys.stdout is not None:
        with _faults_of_stdout():
            sys.stdout.flush()


def say(sentence: str) -> None:
    """Write a message for the user to stderr."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{sentence}\n")
            sys.stderr.flush()


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; what was there stays until the new one is complete.

    Raises:
        OutputError: the folder is missing, or the file cannot be written.
    """
    from peelviewer.files import replace_file

    path = checked(path)
    try:
        if path.exists() and not path.is_file():  # a device or a named pipe cannot be replaced
            path.write_bytes(data)
        else:
            replace_file(path, data)
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}).") from error


def checked(path: Path) -> Path:
    """Return where ``path`` leads, having made sure that a file can stand there.

    Raises:
        OutputError: its folder is missing, or it is a folder itself.
    """
    path = path.expanduser()
    if path.is_dir():
        raise OutputError(f"{path} is a folder: give the name of a file in it.")
    if not path.parent.is_dir():
        raise OutputError(f"{path} cannot be written: there is no folder {path.parent}.")
    return path.resolve() if path.is_symlink() else path


def checked_folder(path: Path) -> None:
    """Make the folder where only it is missing.

    Raises:
        OutputError: it is a file, cannot be made, or the folder above it is missing.
    """
    if path.exists() and not path.is_dir():
        raise OutputError(f"{path} is a file: give the name of a folder.")
    try:
        path.mkdir(exist_ok=True)
    except FileNotFoundError as error:
        raise OutputError(f"{path} cannot be made: there is no folder {path.parent}.") from error
    except OSError as error:
        raise OutputError(f"{path} cannot be made ({error.strerror}).") from error


@contextlib.contextmanager
def _faults_of_stdout() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        _forget_stdout()
        raise ReaderGoneError from error
    except OSError as error:
        _forget_stdout()
        raise OutputError(f"The output cannot be written ({error.strerror}).") from error


def _forget_stdout() -> None:
    """Send the rest nowhere; else Python complains once more when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
