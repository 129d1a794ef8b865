# SPDX-License-Identifier: MIT
"""From a file to a report whose every word is accounted for."""

from itertools import chain
from pathlib import Path

import msgspec

from peelviewer.errors import ReadingError
from peelviewer.model.report import Report
from peelviewer.reading.assembling import NotAReportError, Progress, assemble, quiet
from peelviewer.reading.audit import audit
from peelviewer.reading.files import is_pdf, is_plain, load
from peelviewer.reading.text import markdown, plain_text
from peelviewer.reading.text.aligned import aligned
from peelviewer.reading.text.dialects import with_plain_front, without_comments
from peelviewer.reading.text.framed import drawn, framed
from peelviewer.reading.text.unbroken import Parted, is_unbroken, parted
from peelviewer.reading.words import in_rows, marked_up_words, plain_words, with_broken_words

_NO_LINES = (
    "it has hardly any line ends, and neither a contents list nor known titles to find "
    "its sections by: give a copy that has its lines, or the PDF"
)
_AFTER_PAGES = 0.7  # of the progress of a PDF, whose pages take most of the time


def read(path: Path, progress: Progress | None = None) -> Report:
    """Return the whole report in ``path`` (PDF, Markdown or plain text).

    ``progress(stage, fraction)`` is called before each stage and with 1.0 at the end; what it
    raises (``CancelledError``) stops the reading.

    Raises:
        ReadingError: the file cannot be read, or is no inspection report; the sentence names it.
    """
    tell = progress or quiet
    tell("Reading the file", 0.0)
    if is_pdf(path):
        return _read_pdf(path, tell)
    return _read_text(path, tell)


def _read_text(path: Path, tell: Progress) -> Report:
    text = load(path)
    tell("Finding its lines", 0.1)
    plain = is_plain(path, text)
    text = text if plain else with_plain_front(without_comments(text))
    given = parted(text, is_plain=plain)
    if given is not None:
        lines = markdown.lines(given.text)
    else:
        lines = plain_text.lines(text) if plain else markdown.lines(text)
    try:
        made = assemble(lines, tell, running=given.running if given else ())
    except NotAReportError as error:
        reason = _NO_LINES if given is None and is_unbroken(text) else error
        raise ReadingError(f"{path} cannot be read as an inspection report: {reason}.") from None
    tell("Accounting for every word", 0.9)
    source = _words(text, given, is_plain=plain)
    paged = ((row, made.pages.get(number)) for number, row in enumerate(source, 1))
    checked = audit(paged, made.report, made.furniture)
    tell("Done", 1.0)
    return msgspec.structs.replace(made.report, audit=checked)


def _words(text: str, given: Parted | None, *, is_plain: bool) -> list[list[str]]:
    """Return the words of each line of a text; ``given`` are the lines that it got back."""
    words = plain_words if is_plain else marked_up_words
    raws = text.split("\n")
    source = with_broken_words([(row, words(row)) for row in raws])
    source = in_rows(source, {**aligned(raws), **(drawn(raws) if is_plain else framed(raws))})
    if given is not None:  # its lines stand for the file's where they have the same letters
        lined = [words(row) for row in given.text.split("\n")]
        source = lined if "".join(chain(*lined)) == "".join(chain(*source)) else source
    return source


def _read_pdf(path: Path, tell: Progress) -> Report:
    from peelviewer.reading import pdf

    source = pdf.load(path, tell)
    try:
        made = assemble(
            source.lines,
            lambda stage, fraction: tell(stage, _AFTER_PAGES + fraction * (1 - _AFTER_PAGES)),
            source.outline,
            unread=source.unread,
        )
    except NotAReportError as error:
        raise ReadingError(f"{path} cannot be read as an inspection report: {error}.") from None
    tell("Accounting for every word", 0.95)
    set_apart = [text for text in (*source.apart, *made.furniture) if text]  # pictures have none
    checked = pdf.accounts(source.pages, made.report, set_apart, source.renumbered, made.restored)
    checked = msgspec.structs.replace(checked, unread=source.unread)
    tell("Done", 1.0)
    return msgspec.structs.replace(made.report, audit=checked)
