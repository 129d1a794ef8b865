# SPDX-License-Identifier: MIT
"""Copies of the imported files, each under its SHA-256: what a report can be read from again."""

import contextlib
import os
from pathlib import Path
from typing import NamedTuple

from peelviewer.errors import LibraryError
from peelviewer.library.database import ELSEWHERE

FOLDER = "originals"


class Original(NamedTuple):
    """An imported file: its hash, its name and suffix as the user had it, its length in bytes."""

    sha256: str
    name: str
    suffix: str
    bytes: int


def identify(path: Path) -> Original:
    """Return what is known of the file at ``path``.

    Raises:
        LibraryError: it cannot be read.
    """
    import hashlib  # late: not on the start path

    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            length = file.tell()
    except FileNotFoundError as error:
        raise LibraryError(f"{path} is not there: put it back, or import it anew.") from error
    except OSError as error:
        raise LibraryError(f"{path} cannot be read ({error.strerror}).") from error
    return Original(digest, path.name, path.suffix.lower(), length)


def place(folder: Path, original: Original) -> Path:
    """Return where the copy lies in the library at ``folder``."""
    return folder / FOLDER / f"{original.sha256}{original.suffix}"


def copy(folder: Path, path: Path, original: Original) -> bool:
    """Copy ``path`` into the library; the copy is there whole or not at all.

    Returns whether a copy was made: ``False`` where it lay there already.

    Raises:
        LibraryError: it cannot be read or written, or changed while it was read.
    """
    import shutil

    target = place(folder, original)
    if target.exists():
        return False
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, partial)
        if identify(partial).sha256 != original.sha256:
            raise LibraryError(f"{path} changed while it was being imported: try again.")
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        raise LibraryError(
            f"The library at {folder} cannot be written: {path.name} could not be copied into it "
            f"({error.strerror}): make room, check the rights of that folder, or {ELSEWHERE}."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return True


def discard(folder: Path, original: Original) -> None:
    """Remove the copy; one that cannot be removed is only an unused file."""
    with contextlib.suppress(OSError):
        place(folder, original).unlink(missing_ok=True)
