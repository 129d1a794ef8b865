# SPDX-License-Identifier: MIT
"""A section's lines to its blocks: paragraphs made whole, lists, quotations, tables, figures."""

import re
from collections.abc import Iterable, Iterator, Sequence

from peelviewer.reading.actions import heads_box
from peelviewer.reading.captions import APPARATUS, CAPTION
from peelviewer.reading.drafts import Draft, draft
from peelviewer.reading.grades import grade
from peelviewer.reading.lines import (
    Line,
    begins_anew,
    begins_lower,
    ends_sentence,
    is_all,
    without_marker,
)
from peelviewer.reading.tables import lacks_corner

_STARRED = re.compile(r"[*†‡§]+\s*\S")
_SOURCE = re.compile(r"(?:source:|for further information)", re.IGNORECASE)
_QUOTES = {"“": "”", '"': '"', "‘": "’"}
_QUOTED = 40  # characters from which a quoted paragraph is a quotation, not a term
_PARAGRAPH = 40
_LONGEST_CAPTION = 300
_NOTE_LINES = 5  # that a table's note has at most, and its source below it


def blocks(lines: Iterable[Line | Draft]) -> list[Draft]:
    """Return the blocks of a section's lines; ready drafts among the lines are taken over.

    A sentence that a page's end, or a figure at it, cuts in two becomes one again.
    """
    made = _Blocks()
    for line in _with_star_notes(tuple(lines)):
        if isinstance(line, Draft):
            made.take(line)
        else:
            made.add(line)
    return made.finish()


def _with_star_notes(lines: Sequence[Line | Draft]) -> Iterator[Line | Draft]:
    """Yield the lines, a star between a table and its source as text: it begins the table's note.

    The table need not bear the star; its sign may be one for what is missing.
    """
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        if isinstance(line, Line) and line.marker == "*" and isinstance(above, Line):
            rest = lines[index + 1 : index + _NOTE_LINES]
            ends = (one for one in rest if isinstance(one, Draft) or one.gap or one.marker)
            below = next(ends, rest[-1] if rest else None)
            if above.cells and isinstance(below, Line) and _SOURCE.match(below.text):
                yield without_marker(line)
                continue
        yield line


class _Blocks:
    """Blocks as they grow, with the figure that is being read and the sentence still open."""

    def __init__(self) -> None:
        self._done: list[Draft] = []
        self._figure: Draft | None = None
        self._open: Draft | None = None  # the last paragraph or item, over a figure too
        self._turned = False  # a page ended since then

    def take(self, ready: Draft) -> None:
        self._close_figure()
        self._done.append(ready)
        self._open = None

    def finish(self) -> list[Draft]:
        self._close_figure()
        before = ""
        for block in self._done:
            if block.kind == "paragraph" and (
                _is_quotation(block.text, introduced=before.endswith(":"))
                or _is_quoted_in_italics(block)
            ):
                block.kind = "quotation"
            before = block.tail
            if block.kind == "table" and block.pair is None and lacks_corner(block.text):
                block.begin_blank()
        return self._done

    def add(self, line: Line) -> None:
        """Put one line where it belongs."""
        self._turned = self._turned or bool(line.breaks)
        if line.marker and self._is_starred(line):
            line = without_marker(line)
        if line.cells:
            self._row(line)
        elif not line.marker and (found := CAPTION.match(line.text)) and _is_caption(line):
            self._close_figure()
            self._figure = self._put(draft("caption", line, figure=int(found[1])))
        elif self._is_apparatus(line):
            self._apparatus(line)
        elif grade(line.text) and not line.marker:
            self._alone(draft("judgment", line))
        elif heads_box(line.text):
            self._alone(draft("caption", line))
        else:
            self._prose(line)

    def _put(self, block: Draft) -> Draft:
        self._done.append(block)
        return block

    def _alone(self, block: Draft) -> None:
        self._close_figure()
        self._put(block)
        self._open = None

    def _row(self, line: Line) -> None:
        last = self._done[-1] if self._done else None
        if (
            last is not None
            and last.kind == "table"
            and last.pair is None
            and (not line.gap or line.breaks)
        ):
            last.add_row(line)
            return
        number = self._figure.figure if self._figure else None
        self._put(draft("table", line, figure=number))
        if self._figure is None:
            self._open = None

    def _is_apparatus(self, line: Line) -> bool:
        """Whether the line tells where data come from, or explains a figure's sign."""
        if line.marker:
            return False
        if _SOURCE.match(line.text):
            return True
        if self._figure is None:
            return False
        return bool(_STARRED.match(line.text) or APPARATUS.match(line.text))

    def _is_starred(self, line: Line) -> bool:
        """Whether what looks like an item explains a star in the figure's table or caption."""
        figure, last = self._figure, self._done[-1] if self._done else None
        if line.marker != "*" or figure is None or last is None:
            return False
        return "*" in (last.text if last.kind == "table" else figure.text)

    def _apparatus(self, line: Line) -> None:
        number = self._figure.figure if self._figure else None
        self._picture()
        self._put(draft("source", line, figure=number))
        if number is None:
            self._open = None

    def _picture(self) -> None:
        """Put an empty block for a figure that has a caption and no table: it is a picture."""
        caption = self._figure
        if caption is None or self._done[-1] is not caption:
            return
        self._put(Draft(kind="figure", text="", first=caption.first, figure=caption.figure))

    def _close_figure(self) -> None:
        self._picture()
        self._figure = None

    def _prose(self, line: Line) -> None:
        last = self._done[-1] if self._done else None
        if (
            last is not None
            and not line.gap
            and not line.breaks
            and not line.marker
            and last.kind in ("paragraph", "list_item", "quotation", "caption", "source")
            and not _is_announcement(last)
        ):
            last.join(line)
            return
        if self._open is not None and self._continues(self._open, line):
            self._close_figure()
            self._open.join(line)
            self._turned = False
            return
        self._close_figure()
        self._open = self._put(self._fresh(line))
        self._turned = False

    def _continues(self, open_: Draft, line: Line) -> bool:
        """Whether the line goes on with a sentence that was cut."""
        if line.marker or line.strong or line.fresh or line.quoted != open_.first.quoted:
            return False
        unfinished = not ends_sentence(open_.tail)
        if self._turned:
            adjacent = self._done[-1] is open_
            goes_on = unfinished and adjacent and not begins_anew(open_.tail, line.text)
            return begins_lower(line.text) or goes_on
        return unfinished and begins_lower(line.text) and len(open_) >= _PARAGRAPH

    def _fresh(self, line: Line) -> Draft:
        if line.marker:
            return draft("list_item", line)
        return draft("quotation" if line.quoted else "paragraph", line)


def _is_caption(line: Line) -> bool:
    """Whether it is a caption: bold, or with a sign after the number ("Figure 1 shows" is none).

    Where a text came without its line ends, a table and more can stand on the line.
    """
    if len(line.text) > _LONGEST_CAPTION:
        return False
    return line.strong or bool(line.heading) or bool(re.match(r"\w+\s+\d+\s*[:.–—]", line.text))


def _is_quotation(text: str, *, introduced: bool) -> bool:
    """Whether a paragraph is, as a whole, somebody else's words."""
    closing = _QUOTES.get(text[:1])
    if closing is None or len(text) < _QUOTED or not (introduced or len(text) > 2 * _QUOTED):
        return False
    body = text.rstrip(".!?")[1:]
    return body.endswith(closing) and closing not in body[:-1].replace(f"{closing}s ", "")


def _is_quoted_in_italics(block: Draft) -> bool:
    """Whether a paragraph begins with somebody else's words and is set in italics as a whole."""
    if block.text[:1] not in _QUOTES or len(block) < _QUOTED:
        return False
    return is_all(block.marks, "emphasis", len(block))


def _is_announcement(block: Draft) -> bool:
    """Whether a block is the heading of a box, which never runs on."""
    return len(block) <= _PARAGRAPH and heads_box(block.text)
