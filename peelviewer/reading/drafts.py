# SPDX-License-Identifier: MIT
"""A block while it is put together, and the figure group that it may belong to."""

from dataclasses import dataclass, field

from peelviewer.model.report import BlockKind, Mark
from peelviewer.reading.lines import Line, callouts, shifted


@dataclass
class Draft:
    """A block without its id. ``first`` and ``last`` are the lines it was begun and ended with."""

    kind: BlockKind
    text: str
    first: Line
    last: Line
    marks: tuple[Mark, ...] = ()
    marker: str | None = None
    level: int = 1
    figure: int | None = None
    pair: "Pair | None" = field(default=None)

    @property
    def footnotes(self) -> tuple[int, ...]:
        """The footnotes called out in the text."""
        return callouts(self.marks)

    def join(self, line: Line) -> None:
        """Go on with ``line``, which belongs to the same sentence, paragraph or item."""
        split_word = self.text.endswith("-") and line.text[:1].islower()
        glue = "" if split_word or not self.text else " "
        self.marks += shifted(line.marks, len(self.text) + len(glue))
        self.text += glue + line.text
        self.last = line


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
        last=line,
        marks=line.marks,
        marker=line.marker,
        level=line.indent + 1 if line.marker else 1,
        figure=figure,
    )
