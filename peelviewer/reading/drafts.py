# SPDX-License-Identifier: MIT
"""A block while it is put together, and the figure group that it may belong to."""

from dataclasses import dataclass

from peelviewer.model.report import BlockKind, Mark
from peelviewer.reading.lines import Line, callouts, clipped, joined, shifted


class Draft:
    """A block without its id, that can still grow. ``first`` is the line it was begun with."""

    def __init__(
        self,
        kind: BlockKind,
        text: str,
        first: Line,
        *,
        marks: tuple[Mark, ...] = (),
        marker: str | None = None,
        level: int = 1,
        figure: int | None = None,
        pair: "Pair | None" = None,
    ) -> None:
        self.kind = kind
        self.first = first
        self.marker = marker
        self.level = level
        self.figure = figure
        self.pair = pair
        self._pieces = [text]
        self._length = len(text)
        self._marks = list(marks)

    @property
    def text(self) -> str:
        """The text so far."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    @property
    def tail(self) -> str:
        """The text's last piece: enough to see how it ends, without joining it all."""
        return self._pieces[-1]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks, by offsets into the text."""
        return tuple(self._marks)

    @property
    def footnotes(self) -> tuple[int, ...]:
        """The footnotes called out in the text."""
        return callouts(self.marks)

    def __len__(self) -> int:
        return self._length

    def join(self, line: Line) -> None:
        """Go on with ``line``, which belongs to the same sentence, paragraph or item."""
        tail = self.tail
        whole = joined(tail, line.text)
        kept = len(whole) - len(line.text)  # of the tail, with the space after it
        if kept < len(tail):  # its soft hyphen is gone
            self._pieces[-1] = tail[:-1]
            self._length -= 1
            self._marks = list(clipped(self._marks, self._length))
        self._add(line, whole[len(self.tail) : kept])

    def add_row(self, line: Line) -> None:
        """Put one more row at the end of a table."""
        self._add(line, "\n")

    def begin_blank(self) -> None:
        """Put a blank cell before a table's header."""
        self._marks = list(shifted(self.marks, 1))
        self._pieces = ["\t", *self._pieces]
        self._length += 1

    def _add(self, line: Line, glue: str) -> None:
        self._marks.extend(shifted(line.marks, self._length + len(glue)))
        self._pieces.append(glue + line.text)
        self._length += len(glue) + len(line.text)


@dataclass(frozen=True)
class Pair:
    """A value of the force beside the national one, as the numbers graphic prints them."""

    label: str
    force: str
    national: str


def draft(kind: BlockKind, line: Line, *, figure: int | None = None) -> Draft:
    """Begin a block with ``line``."""
    return Draft(
        kind=kind,
        text=line.text,
        first=line,
        marks=line.marks,
        marker=line.marker,
        level=line.indent + 1 if line.marker else 1,
        figure=figure,
    )
