# SPDX-License-Identifier: MIT
"""A PDF opened, or one sentence that says why it cannot be; its outline and its size.

The PDF library is not safe with threads: one process reads one file at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from peelviewer.errors import ReadingError
from peelviewer.reading.lines import key
from peelviewer.reading.outline import Entry

MOST_PAGES = 1500  # reports have up to 200; a file with more is no report, and slow to read
_DEEPEST = 6  # levels of an outline


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open the file for reading, and close it at the end.

    Raises:
        ReadingError: missing, empty, protected, damaged, no PDF, without pages or with too many.
    """
    document = _open(path)
    try:
        pages = len(document)
        if not pages:
            raise ReadingError(f"{path} has no pages: fetch it again.")
        if pages > MOST_PAGES:
            raise ReadingError(
                f"{path} has {pages:,} pages, and reports have at most {MOST_PAGES:,}: "
                "take the report out of it as a file of its own."
            )
        yield document
    finally:
        document.close()


def _open(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except FileNotFoundError:
        raise ReadingError(f"{path} does not exist: check the name.") from None
    except OSError as error:
        raise ReadingError(
            f"{path} cannot be read ({error.strerror}): check the file and its permissions."
        ) from error
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (
            pdfium.FPDF_ERR_PASSWORD,
            pdfium.FPDF_ERR_SECURITY,
        ):
            raise ReadingError(
                f"{path} is protected by a password: save a copy without one and import that."
            ) from error
        raise ReadingError(
            f"{path} is not a PDF that can be read, it may be cut short or damaged: fetch it again."
        ) from error


def outline(document: pypdfium2.PdfDocument) -> tuple[Entry, ...]:
    """Return the outline's entries in order, each with its page (from 1) and level (from 1)."""
    try:
        return tuple(_entries(document))
    except (pypdfium2.PdfiumError, ValueError):  # a damaged outline is none
        return ()


def _entries(document: pypdfium2.PdfDocument) -> Iterator[Entry]:
    for bookmark in document.get_toc(max_depth=_DEEPEST):
        title = " ".join((bookmark.get_title() or "").split())
        if not key(title):
            continue
        destination = bookmark.get_dest()
        index = destination.get_index() if destination is not None else None
        yield Entry(
            title=title, level=bookmark.level + 1, page=None if index is None else index + 1
        )
