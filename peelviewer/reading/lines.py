# SPDX-License-Identifier: MIT
"""A styled line: what every format is turned into, and what every later stage takes.

Markdown fills text, marks, heading levels, list markers and cells; a format with a layout (PDF)
also fills ``page`` and ``size``. A stage asks a line only for what it may know, so that a front
end can be added without touching the stages.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Literal

import msgspec

from peelviewer.model.report import Mark, MarkKind, Region

Break = Literal["", "foot", "head"]

SOFT_HYPHEN = "\u00ad"
"""Stands at the end of a line that breaks a word, and goes when the next line is joined."""
BULLETS = "*+•▪●◦‣·∙○■□➢►\uf0b7\uf0a7\uf0d8\uf02d"
"""Signs that stand before list items in print; the last ones are a symbol font's own codes."""
ITEM = rf"([-–{BULLETS}]|[o§Ø](?=\s)|\(?\d{{1,2}}[.)]|\(?[a-z][.)])"
"""A list item's marker, as a pattern; a space and the item's words follow it."""

_NOT_KEY = re.compile(r"[\W_]+")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]*]*$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LENGTH = re.compile(r"(?:(?<![£\d,.])\d[\d,.]*\s?|\bper\s)(?:[ckm]?m|ft|yd|mi)$")
# The first words of a sentence that no name begins with, before a word in small letters.
_FIRST_WORDS = re.compile(
    r"\s*(?:The|This|These|There|They|We|It|In|Only|For|However|Although|While|When|Some|Many|Most"
    r"|Few|If|As|Our)\s+(?=[a-z\d])"
)
_LAST_WORD = re.compile(r"(?<![\w-])(?P<word>[a-z]{2,})\s*$")
SMALL = re.compile(
    r"(?:an|and|are|as|at|by|for|from|has|have|her|his|in|into|is|its|nor|of|on|or|our|than|that"
    r"|the|their|these|this|those|to|was|were|when|where|which|while|who|whose|with|within)$"
)
"""Words that no title ends with, and behind which a name can stand."""
_TAIL = 16  # characters in which a sentence's end is looked for
_TRAILING_PAGE = re.compile(r"(?<=[^\W\d])\s*\d{1,3}$|(?<=[?!.)])\s*\d{1,3}$")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the source, or one part of a line in which two things were run together.

    ``number`` is the line in the source, from 1. ``text`` has neither markup nor call-outs; these
    are in ``marks``. ``heading`` is the level of a marked-up heading, 0 for none. ``marker`` is a
    list item's bullet or number as printed, ``indent`` its depth from 0. ``cells`` are the cells
    of a table row (then ``text`` has them apart by tabs). ``rule`` is a drawn line. ``gap`` says
    that a blank line or other space stands before. ``quoted`` marks a block quotation.

    ``page`` is known only to formats that have pages, ``size`` (points) to those with a layout.
    ``fresh`` says that its place shows that something new begins: the line before had room left.
    ``breaks`` says that a page begins here: ``"head"`` because a running line stood before it,
    ``"foot"`` because footnotes did. ``region`` is the free part of a page below a caption.
    """

    number: int
    text: str
    marks: tuple[Mark, ...] = ()
    heading: int = 0
    marker: str | None = None
    indent: int = 0
    cells: tuple[str, ...] | None = None
    rule: bool = False
    gap: bool = True
    quoted: bool = False
    page: int | None = None
    size: float | None = None
    fresh: bool = False
    breaks: Break = ""
    region: Region | None = None

    @property
    def strong(self) -> bool:
        """Whether the whole line is bold."""
        return bool(self.text) and is_all(self.marks, "strong", len(self.text.rstrip()))

    @property
    def look(self) -> tuple[int, bool]:
        """How it stands out: as a heading of which level, and in bold."""
        return self.heading, self.strong

    @property
    def callouts(self) -> tuple[int, ...]:
        """The footnotes called out in the line, in order."""
        return callouts(self.marks)

    @property
    def note(self) -> int | None:
        """The number of the footnote whose body begins here; ``None`` if none does."""
        first = self.marks[0] if self.marks else None
        if first is None or first.kind != "footnote" or first.end or not self.text:
            return None
        return int(first.target or 0)

    @property
    def is_prose(self) -> bool:
        """Whether the line can be part of a running sentence."""
        return not (self.heading or self.rule or self.cells or self.strong or not self.text)


def is_all(marks: Iterable[Mark], kind: MarkKind, length: int) -> bool:
    """Whether a text of this length is one of ``kind`` as a whole, by its ordered marks."""
    reach = 0
    for mark in marks:
        if mark.kind == kind and mark.start <= reach + 1:
            reach = max(reach, mark.end)
    return reach >= length


def callouts(marks: tuple[Mark, ...]) -> tuple[int, ...]:
    """Return the footnote numbers among ``marks``, in order."""
    return tuple(int(mark.target or 0) for mark in marks if mark.kind == "footnote")


def two_notes(printed: str, known: Collection[int]) -> tuple[str, str] | None:
    """Return two of the ``known`` numbers, the next after the first, that stand together ("23").

    ``None`` where the printed number is known itself, or is no two.
    """
    if printed.isdigit() and int(printed) in known:
        return None
    for at in range(1, len(printed)):
        first, second = printed[:at], printed[at:]
        if (
            second.isdigit()
            and int(second) == int(first) + 1
            and {int(first), int(second)} <= {*known}
        ):
            return first, second
    return None


def with_call_outs(text: str, marks: Sequence[Mark]) -> str:
    """Return ``text`` with its call-outs as raised digits, for places that have no marks."""
    for mark in reversed(marks):
        if mark.kind == "footnote":
            text = text[: mark.start] + raised(mark.target or "") + text[mark.start :]
    return text


def raised(text: str) -> str:
    """Return ``text`` with its digits as raised ones."""
    return text.translate(_RAISED)


def printed(line: Line) -> str:
    """Return all that a line prints: its marker, its text and its call-outs."""
    text = with_call_outs(line.text, line.marks)
    return f"{line.marker} {text}" if line.marker else text


def without_marker(line: Line) -> Line:
    """Return ``line`` with its marker as a part of its text: it is no item of a list."""
    start = f"{line.marker} "
    return msgspec.structs.replace(
        line, text=start + line.text, marks=shifted(line.marks, len(start)), marker=None
    )


def is_power(before: str, number: str) -> bool:
    """Whether a raised 2 or 3 after ``before`` makes a unit an area or a volume ("10m²")."""
    return number in ("²", "³") and bool(_LENGTH.search(before[-_TAIL:]))


def key(text: str) -> str:
    """Return ``text`` for comparing titles: letters and digits only, without case."""
    return _NOT_KEY.sub("", text).casefold()


def without_page(text: str) -> str:
    """Return a title without the page number that some copies run onto its end."""
    return _TRAILING_PAGE.sub("", text)


def joined(before: str, after: str) -> str:
    """Return two lines of one text as one: a hyphen keeps the parts of a word together."""
    if before.endswith(SOFT_HYPHEN):
        return before[:-1] + after
    if not before or (before.endswith("-") and after[:1].islower()):
        return before + after
    return f"{before} {after}"


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence, a heading line or a list's opening does."""
    return bool(_ENDS_SENTENCE.search(text[-_TAIL:].rstrip()))


def begins_lower(text: str) -> bool:
    """Whether ``text`` goes on in the middle of a sentence, by its first letter."""
    for character in text:
        if character.isalpha():
            return character.islower()
        if character.isdigit():
            return False
    return False


def begins_anew(above: str, below: str) -> bool:
    """Whether ``below`` begins a sentence though ``above`` has no full stop, as below a title."""
    last = _LAST_WORD.search(above[-2 * _TAIL :])
    return bool(last and not SMALL.match(last["word"]) and _FIRST_WORDS.match(below))


def shifted(marks: tuple[Mark, ...], by: int) -> tuple[Mark, ...]:
    """Return ``marks`` moved ``by`` characters, for text that is joined to other text."""
    if not by:
        return marks
    return tuple(
        Mark(kind=mark.kind, start=mark.start + by, end=mark.end + by, target=mark.target)
        for mark in marks
    )


def clipped(marks: Sequence[Mark], length: int) -> tuple[Mark, ...]:
    """Return ``marks`` for a text whose end was cut to ``length`` characters."""
    return tuple(
        msgspec.structs.replace(mark, start=min(mark.start, length), end=min(mark.end, length))
        for mark in marks
    )


def cut(line: Line, start: int, end: int) -> Line:
    """Return the part of ``line`` between two offsets, with the marks that fall in it."""
    piece = line.text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = left + len(piece.strip())
    marks = tuple(
        Mark(
            kind=mark.kind,
            start=max(mark.start, left) - left,
            end=min(mark.end, right) - left,
            target=mark.target,
        )
        for mark in line.marks
        if (mark.start < right and mark.end > left)
        or (mark.start == mark.end and left <= mark.start <= right)
    )
    return msgspec.structs.replace(line, text=line.text[left:right], marks=marks, cells=None)
