# SPDX-License-Identifier: MIT
"""Words to rows: what stands on one baseline, with call-outs told apart from the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

import msgspec

from peelviewer.model.report import Mark, MarkKind
from peelviewer.reading.lines import is_power, raised, shifted
from peelviewer.reading.pdf.words import Style, Word

_CALLOUT = re.compile(r"\d{1,3}(?:[,;]\d{1,3})*[,;]?$|[,;]$")
_BETWEEN = (",", ";")  # two call-outs
_RAISED_LETTERS = 3  # of what is raised at a word's end ("1st", "Mlle"), at most
_LOWERED = re.compile(r"\d{1,2}$|[a-z]$")  # what is lowered at a word's end ("CO2")
_LOWEST = 0.45  # of the row's size: how far down that stands, at most
_TOUCH = 0.15  # of the row's size: how far from its word such a piece is, at most
_SAME_ROW = 0.3  # of the size: how far baselines on one row may differ
_RAISED = 0.13  # of the row's size: how far up a call-out stands, at least
_HIGHEST = 0.8  # of the row's size: how far up a call-out stands, at most
_SMALL = 0.92  # of the row's size: how large a call-out is, at most
_CELL_GAP = 1.4  # of the size: a wider space parts two cells
_FEWEST_LETTERS = 5  # of a heading whose letters are set apart
_SINGLE_LETTERS = 0.6  # of what stands on its row: how many are letters alone
_WORD_GAP = 1.7  # times the gap between letters: how wide it is within a word, at most
_SMALL_CAPITALS = (0.65, 0.88)  # of the capitals' size: how large small capitals are
_SPACE = 0.08  # of the size: a narrower space is none

LARGER = 1.06
"""Times the usual size: larger rows are as large as headings are."""


class Cell(msgspec.Struct, frozen=True):
    """Words on one row without a wide space between them; marks by offsets in ``text``."""

    text: str
    left: float
    right: float
    marks: tuple[Mark, ...] = ()


class Row(msgspec.Struct, frozen=True):
    """One printed line: its place, its dominant style, its cells from left to right."""

    baseline: float
    left: float
    right: float
    size: float
    bold: bool
    words: tuple[Word, ...]
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """The whole row, cells apart by one space."""
        return " ".join(cell.text for cell in self.cells)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The cells' marks, by offsets in ``text``."""
        marks: list[Mark] = []
        at = 0
        for cell in self.cells:
            marks += shifted(cell.marks, at)
            at += len(cell.text) + 1
        return tuple(marks)

    @property
    def lift(self) -> float:
        """How far up something as large as the text stands: so much lower the row was set."""
        large = [word.baseline for word in self.words if word.style.size > _SMALL * self.size]
        return max([self.baseline, *large]) - self.baseline


def usual_size(rows: Iterable[Row]) -> float:
    """Return the size in which most letters are, in points; 0 without rows."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[row.size] += len(row.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return the rows of some words, from the top; call-outs join the row they belong to."""
    clusters: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.baseline, word.left)):
        last = clusters[-1] if clusters else None
        if last and abs(last[0].baseline - word.baseline) <= _SAME_ROW * min(
            last[0].style.size, word.style.size
        ):
            last.append(word)
        else:
            clusters.append([word])
    return [row(cluster) for cluster in _with_raised(clusters)]


def _with_raised(clusters: Sequence[list[Word]]) -> list[list[Word]]:
    """Return the clusters, what is raised put to the row below it, what is lowered to that above.

    These are numbers of notes, and ends of words ("1st", "CO2").
    """
    made: list[list[Word]] = []
    waiting: list[Word] = []
    for words in clusters:
        cluster = words
        if made and not waiting and all(_is_lowered(word, made[-1]) for word in cluster):
            made[-1] = made[-1] + cluster
            continue
        taken: list[Word] = []
        if waiting:
            size = max(word.style.size for word in cluster)
            taken = [word for word in waiting if _is_raised_from(word, cluster, size)]
            stray = [word for word in waiting if word not in taken]
            if stray:
                made.append(stray)
            waiting = []
        cluster = words + taken
        if all(map(_can_be_raised, cluster)):
            waiting = cluster
        else:
            made.append(cluster)
    if waiting:
        made.append(waiting)
    return made


def _can_be_raised(word: Word) -> bool:
    is_end = word.text.isalpha() and len(word.text) <= _RAISED_LETTERS
    return is_end or _CALLOUT.match(word.text) is not None


def _is_raised_from(word: Word, cluster: Sequence[Word], size: float) -> bool:
    """Whether a word stands so little above ``cluster`` that it is raised from its row.

    Letters touch the word that they end.
    """
    left = min(other.left for other in cluster)
    right = max(other.right for other in cluster)
    return (
        _is_small(word, size)
        and word.baseline - cluster[0].baseline <= _HIGHEST * size
        and left - size <= word.left <= right + 3 * size
        and (not word.text.isalpha() or _ends_word(word, cluster, size))
    )


def _is_lowered(word: Word, cluster: Sequence[Word]) -> bool:
    """Whether a word stands so little below ``cluster`` that it is the lowered end of a word."""
    if not _LOWERED.match(word.text):
        return False
    size = max(other.style.size for other in cluster)
    return (
        _is_small(word, size)
        and cluster[0].baseline - word.baseline <= _LOWEST * size
        and _ends_word(word, cluster, size)
    )


def _ends_word(piece: Word, cluster: Sequence[Word], size: float) -> bool:
    return any(
        abs(piece.left - word.right) <= _TOUCH * size and word.text[-1].isalnum()
        for word in cluster
    )


def row(words: Sequence[Word]) -> Row:
    """Return the row that ``words`` (any order, one baseline) make."""
    ordered = _closed(sorted(words, key=lambda word: word.left))
    size = _dominant_size(ordered)
    plain = [word for word in ordered if not _is_small(word, size)] or list(ordered)
    return Row(
        baseline=median(word.baseline for word in plain),
        left=ordered[0].left,
        right=max(word.right for word in ordered),
        size=size,
        bold=all(word.style.bold for word in plain if any(map(str.isalnum, word.text))),
        words=ordered,
        cells=tuple(_cells(ordered, size)),
    )


def _closed(words: Sequence[Word]) -> tuple[Word, ...]:
    """Put words together whose letters are set apart, as in some headings.

    Most of what stands on the row are then single letters; where a word ends the gap is wider.
    """
    letters = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    if len(words) < _FEWEST_LETTERS or letters < _SINGLE_LETTERS * len(words):
        return tuple(words)
    gap = median(after.left - before.right for before, after in pairwise(words))
    closed = [words[0]]
    for word in words[1:]:
        last = closed[-1]
        if word.left - last.right <= _WORD_GAP * gap and word.style == last.style:
            closed[-1] = last._replace(text=last.text + word.text, right=word.right)
        else:
            closed.append(word)
    return tuple(closed)


def _dominant_size(words: Sequence[Word]) -> float:
    """Return the size of most letters; of small capitals, that of the capitals."""
    sizes = {word.style.size for word in words if word.text.isupper()}
    if len(sizes) == 2 and not any(map(str.islower, (word.text for word in words))):
        small, large = sorted(sizes)
        if _SMALL_CAPITALS[0] <= small / large <= _SMALL_CAPITALS[1]:
            return large
    weight: dict[float, int] = {}
    for word in words:
        weight[word.style.size] = weight.get(word.style.size, 0) + len(word.text)
    return max(weight, key=lambda size: (weight[size], size))


def _cells(words: Sequence[Word], size: float) -> Iterator[Cell]:
    group: list[Word] = []
    right = 0.0
    for word in words:
        if group and word.left - right > _CELL_GAP * size:
            yield joined(group, size)
            group = []
            right = 0.0
        group.append(word)
        right = max(right, word.right)
    if group:
        yield joined(group, size)


def joined(words: Sequence[Word], size: float) -> Cell:
    """Return one cell's text with its marks: call-outs at their place, bold, italic."""
    plain = [word.baseline for word in words if not _is_small(word, size)]
    base = median(plain) if plain else min(word.baseline for word in words)
    text = ""
    marks: list[Mark] = []
    right: float | None = None
    for word, is_call in zip(words, are_callouts(words, base, size), strict=True):
        if is_call:
            for number in re.findall(r"\d+", word.text):
                at = len(text)
                marks.append(Mark(kind="footnote", start=at, end=at, target=number))
        else:
            if text and (right is None or word.spaced or word.left - right > _SPACE * size):
                text += " "
            start = len(text)
            text += raised(word.text) if _is_raised(word, base, size) else word.text
            _style(marks, word.style, start, len(text))
        right = word.right
    return Cell(text, words[0].left, max(word.right for word in words), tuple(marks))


def are_callouts(words: Sequence[Word], baseline: float, size: float) -> Iterator[bool]:
    """Tell of each word of a row whether it is a footnote's number: small, raised, digits.

    An area's 2 is none ("10 m²"), nor is a fraction's upper number.
    """
    for index, word in enumerate(words):
        if not _is_raised(word, baseline, size):
            yield False
            continue
        before = " ".join(other.text for other in words[max(0, index - 2) : index])
        after = words[index + 1] if index + 1 < len(words) else None
        is_over = after is not None and after.text[0] in "/\u2044" and not after.spaced
        yield not is_over and not is_power(before, raised(word.text))


def _is_raised(word: Word, baseline: float, size: float) -> bool:
    return (
        _is_small(word, size)
        and word.baseline - baseline >= _RAISED * size
        and _CALLOUT.match(word.text) is not None
    )


def _is_small(word: Word, size: float) -> bool:
    """Whether a word is as small as call-outs are; a comma between two may be of any size."""
    return word.style.size <= _SMALL * size or word.text in _BETWEEN


def _style(marks: list[Mark], style: Style, start: int, end: int) -> None:
    kinds: tuple[tuple[MarkKind, bool], ...] = (
        ("strong", style.bold),
        ("emphasis", style.italic),
    )
    for kind, on in kinds:
        if not on:
            continue
        for index in range(len(marks) - 1, -1, -1):
            if marks[index].kind == kind and marks[index].end >= start - 1:
                marks[index] = msgspec.structs.replace(marks[index], end=end)
                break
        else:
            marks.append(Mark(kind=kind, start=start, end=end))
