# SPDX-License-Identifier: MIT
"""One row of a list and the place in a report that it leads to."""

import msgspec


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands: a block or else a section of the report, its page, its words.

    ``words`` are what is looked for in the source, where the block is not known or is long.
    """

    section: str | None = None
    block: str | None = None
    page: int | None = None
    words: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A row: its text, a quieter second line, and a word at the right end.

    ``level`` is how deep the row stands, from 1. A ``heading`` is no row to be chosen. A
    ``warning`` has a sign, as something is to be looked at there. ``mark`` is a grade, whose shape
    stands before the text. ``key`` tells the row's owner which it is.
    """

    text: str
    detail: str = ""
    right: str = ""
    level: int = 1
    heading: bool = False
    warning: bool = False
    mark: str | None = None
    key: str = ""
    place: Place | None = None

    def spoken(self) -> str:
        """Return the row as a screen reader should say it."""
        level = f"Level {self.level}" if self.level > 1 else ""
        right = f"page {self.right[3:]}" if self.right.startswith("p. ") else self.right
        warning = "to be looked at" if self.warning else ""
        return ", ".join(part for part in (self.text, self.detail, level, right, warning) if part)


def page_words(page: int | None) -> str:
    """Return a page for the right end of a row: "p. 12"."""
    return "" if page is None else f"p. {page}"
