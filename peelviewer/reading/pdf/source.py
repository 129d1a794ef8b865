# SPDX-License-Identifier: MIT
"""A PDF file read: its styled lines, its outline, and its words for the audit."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2

from peelviewer.errors import ReadingError
from peelviewer.reading.lines import Line
from peelviewer.reading.outline import Entry
from peelviewer.reading.pdf import document
from peelviewer.reading.pdf.layers import once
from peelviewer.reading.pdf.lines import lines
from peelviewer.reading.pdf.numbering import Changes
from peelviewer.reading.pdf.words import Page, read_page

_FEWEST_LETTERS = 200  # in a report's text layer: less is a scan with a stamp or a page number
_LETTER = re.compile(r"[^\W\d_]")


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What a PDF says. ``pages`` are the pages' numbers and texts as the file has them.

    ``renumbered`` are footnotes' numbers as printed and as given in the lines. ``unread`` are the
    pages that are only pictures.
    """

    lines: tuple[Line, ...]
    apart: tuple[str, ...]
    outline: tuple[Entry, ...]
    pages: tuple[tuple[int, str], ...]
    renumbered: Changes = ()
    unread: tuple[int, ...] = ()


def load(path: Path, tell: Callable[[str, float], None]) -> Source:
    """Return what the PDF ``path`` says; ``tell`` is called for each page with up to 0.8.

    Raises:
        ReadingError: it cannot be opened, a page of it is damaged, or it has no text.
    """
    with document.opened(path) as opened:
        count = len(opened)
        pages: list[Page] = []
        for number in range(1, count + 1):
            tell(f"Reading page {number} of {count}", 0.7 * (number - 1) / count)
            try:
                pages.append(once(read_page(opened, number)))
            except pypdfium2.PdfiumError as error:
                raise ReadingError(
                    f"{path} cannot be read: its page {number} is damaged. Fetch it again."
                ) from error
        listed = document.outline(opened)
    letters = sum(len(_LETTER.findall(page.raw)) for page in pages)
    if letters < _FEWEST_LETTERS:
        what = "no text" if not letters else "hardly any text"
        raise ReadingError(
            f"{path} has {what} in it, only pictures of its pages: it needs a text layer, "
            "as a program for text recognition (OCR) adds."
        )
    tell("Finding its lines", 0.7)
    styled = lines(pages)
    return Source(
        lines=styled.lines,
        apart=styled.apart,
        outline=listed,
        pages=tuple((page.number, page.raw) for page in pages),
        renumbered=styled.renumbered,
        unread=styled.unread,
    )
