# SPDX-License-Identifier: MIT
"""Styled lines made ready for headings to be found: what is no title apart, all titles marked."""

from collections.abc import Collection, Sequence

import msgspec

from peelviewer.reading.bookmarks import chosen
from peelviewer.reading.boxes import unboxed
from peelviewer.reading.entries import with_numbered, with_titles_apart
from peelviewer.reading.furniture import Sheet
from peelviewer.reading.grades import apart, with_whole_grades
from peelviewer.reading.lines import SOFT_HYPHEN, Line, key, printed
from peelviewer.reading.outline import Contents, Entry, contents, with_entries_apart
from peelviewer.reading.text.broken import with_dashes, with_soft_hyphens
from peelviewer.reading.text.lowered import with_raised
from peelviewer.reading.text.standing import with_titles
from peelviewer.reading.unread import with_titles_of


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a report, the texts set apart from them, and the contents page.

    The contents page is out of the lines: its entries' places are one point there. ``restored``
    are titles on pages that could not be read, as the contents page has them.
    """

    lines: tuple[Line, ...]
    furniture: tuple[str, ...]
    listed: Contents | None
    restored: tuple[str, ...]


def prepared(sheet: Sheet, bookmarks: Sequence[Entry], unread: Collection[int]) -> Prepared:
    """Return a sheet with its contents page apart and its titles marked.

    ``bookmarks`` are the file's outline, ``unread`` pages that are only pictures.
    """
    lines = tuple(with_entries_apart(sheet.lines))
    listed = contents(lines)
    furniture = sheet.furniture
    if listed is not None:
        page = lines[listed.start : listed.end]
        furniture += _with_whole_words([printed(one) for one in page if one.text])
        lines = lines[: listed.start] + lines[listed.end :]
        listed = msgspec.structs.replace(listed, end=listed.start)
    lines = with_soft_hyphens(with_raised(with_dashes(lines)))
    lines = tuple(with_whole_grades(lines))
    lines = _with_titles(lines, listed)
    lines = _with_grades_apart(lines, listed)
    listed = chosen(listed, bookmarks, lines)
    restored = with_titles_of(unread, lines, listed)
    return Prepared(
        lines=restored.lines, furniture=furniture, listed=listed, restored=restored.titles
    )


def _with_whole_words(texts: list[str]) -> tuple[str, ...]:
    """Return lines of text, words that a line's end breaks at a hyphen as part of the next."""
    for index, text in enumerate(texts[:-1]):
        before, _, part = text.rpartition(" ")
        if before and part[:-1].isalpha() and part.endswith(("-", SOFT_HYPHEN)):
            texts[index : index + 2] = before, part + texts[index + 1]
    return tuple(texts)


def _with_titles(lines: Sequence[Line], listed: Contents | None) -> tuple[Line, ...]:
    """Mark titles that only stand by themselves, below the contents page's place."""
    first = listed.end if listed else 0
    below = tuple(with_titles_apart(with_numbered(lines[first:], listed), listed))
    return (*lines[:first], *with_titles(below))


def _with_grades_apart(lines: Sequence[Line], listed: Contents | None) -> tuple[Line, ...]:
    """Part titles from the grades on their lines, and boxes of actions from being tables.

    What stands up to the contents page's place stays.
    """
    first = listed.end if listed else 0
    titles = frozenset(key(entry.title) for entry in listed.entries) if listed else frozenset()
    return (*lines[:first], *apart(unboxed(lines[first:]), titles))
