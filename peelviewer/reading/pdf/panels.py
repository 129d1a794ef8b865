# SPDX-License-Identifier: MIT
"""Panels side by side, each a question, its grade alone and text: one is read after the other.

White strips that no word crosses part them. A table of grades has none: a column of questions has
no grade, a column of grades no sentences. Where lines are drawn between columns they are a table's.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

import msgspec

from peelviewer.reading.grades import SCALE, grade
from peelviewer.reading.lines import ends_sentence
from peelviewer.reading.pdf.drawings import Box
from peelviewer.reading.pdf.rows import Row, rows_of
from peelviewer.reading.pdf.words import Word

_MOST = 12  # grades that stand alone on a page with panels: more are a table's
_STRIP = 5.0  # points: how wide the white between two panels is, at least
_NEXT = 1.6  # sizes from one row of a title or paragraph to the next, at most
_HEADED = 5.0  # sizes from the last row of a title down to its grade, at most
_LEVEL = 0.3  # of the size: how far baselines on one row may differ
_SAME_SIZE = 0.6
_WIDER = 1.05  # of the white between paragraphs: more of it parts what is no panel's
_WORDS = 3  # of a row that goes on in the next, at least
_WORDS_PER_ROW = 2.5  # of a panel's text, on average
_OF_GRADES = frozenset(
    form
    for name in (*SCALE, "graded")
    for word in name.split()
    for form in (word, word.capitalize(), word.upper())
)

Span = tuple[float, float]
"""From where to where on a row, in points."""


class Part(NamedTuple):
    """Rows of a page that are read by themselves, and whether they are a panel."""

    rows: list[Row]
    is_panel: bool = False


class _Given(NamedTuple):
    """A grade that stands alone: its words, and its first and last row."""

    words: tuple[Word, ...]
    first: int
    last: int

    @property
    def span(self) -> Span:
        return _span(self.words)


class _Panel(msgspec.Struct, frozen=True):
    """A panel's rows, from its title to the last one of its text."""

    title: list[Row]
    grade: list[Row]
    text: list[Row]

    @property
    def rows(self) -> list[Row]:
        return [*self.title, *self.grade, *self.text]


class _Found(NamedTuple):
    """Panels from left to right, of the rows ``start`` to ``stop``, and the white between them."""

    start: int
    stop: int
    panels: list[_Panel]
    strips: list[Span]


def with_panels(
    rows: Sequence[Row], rules: Sequence[Box] = (), uprights: Sequence[Box] = ()
) -> list[Part]:
    """Return rows, from a page's top, in parts that are read one after the other.

    ``rules`` and ``uprights`` are the lines drawn across and down the page.
    """
    after: list[Part] = []
    end = len(rows)
    given = list(islice(_given(rows), _MOST + 1))
    runs = list(_abreast(given)) if len(given) <= _MOST else []
    for abreast in reversed(runs):
        if max(one.last for one in abreast) >= end:
            continue
        found = _panels(rows[:end], abreast)
        if found is None or _are_ruled(found, rules, uprights):
            continue
        below = [Part(list(rows[found.stop : end]))] if found.stop < end else []
        after = [*(Part(one.rows, is_panel=True) for one in found.panels), *below, *after]
        end = found.start
    return [Part(list(rows[:end])), *after] if end else after


def _given(rows: Sequence[Row]) -> Iterator[_Given]:
    """Yield the grades that stand alone, with white on both sides, from the top."""
    for index, row in enumerate(rows):
        if _OF_GRADES.isdisjoint(word.text for word in row.words):
            continue
        for words in _pieces(row.words):
            text = " ".join(word.text for word in words)
            if grade(text) is not None:
                yield _Given(words, index, index)
            elif text.casefold() == "requires":
                yield from _on_two_rows(rows, index, words)


def _on_two_rows(rows: Sequence[Row], index: int, words: tuple[Word, ...]) -> Iterator[_Given]:
    """Yield the grade whose first word stands on a row, if its other one stands below."""
    for at in range(index + 1, len(rows)):
        if words[0].baseline - rows[at].baseline > _NEXT * words[0].style.size:
            return
        for below in _pieces(rows[at].words):
            is_rest = len(below) == 1 and below[0].text.casefold() == "improvement"
            if is_rest and _overlap(_span(below), _span(words)):
                yield _Given((*words, *below), index, at)
                return


def _pieces(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Yield a row's words between white that is as wide as that between panels."""
    for left, right in _spans(words):
        yield tuple(word for word in words if left <= word.left and word.right <= right)


def _abreast(given: Iterable[_Given]) -> Iterator[list[_Given]]:
    """Yield the grades that may stand side by side: two or more, none of them below another."""
    run: list[_Given] = []
    for one in given:
        above = [at for at, other in enumerate(run) if _overlap(one.span, other.span)]
        if above:
            if len(run) > 1:
                yield run
            run = run[above[-1] + 1 :]
        run = [*run, one]
    if len(run) > 1:
        yield run


def _panels(rows: Sequence[Row], abreast: Sequence[_Given]) -> _Found | None:
    """Return the panels that have the grades ``abreast``; ``None`` if these are none's."""
    grades = sorted(abreast, key=lambda one: one.span)
    around, begins = _around(rows, grades)
    if not begins:
        return None
    found = [
        _panel(words, one.words) for words, one in zip(_parted(around, begins), grades, strict=True)
    ]
    panels = [one for one in found if one is not None]
    if len(panels) < len(grades):
        return None
    panels[0] = _without_below(panels[0], panels[1:])
    own = {word for one in panels for row in one.rows for word in row.words}
    held = [at for at, row in enumerate(rows) if not own.isdisjoint(row.words)]
    start, stop = held[0], held[-1] + 1
    within = [word for row in rows[start:stop] for word in row.words]
    spans = _spans(within)
    below = (word for row in around if row.baseline < rows[stop - 1].baseline for word in row.words)
    if (
        len(spans) != len(grades)
        or not own.issuperset(within)
        or any(word.left >= begins[0] for word in below)  # more than a title across the page
    ):
        return None
    strips = [(one[1], other[0]) for one, other in pairwise(spans)]
    return _Found(start, stop, panels, strips)


def _around(rows: Sequence[Row], grades: Sequence[_Given]) -> tuple[list[Row], list[float]]:
    """Return the rows around grades between any that reach across the white beside one of them.

    With them comes where the columns of all grades but the first begin; nothing if there are none.
    """
    first, last = min(one.first for one in grades), max(one.last for one in grades)
    made = list(rows[first : last + 1])
    spans = _spans(word for row in made for word in row.words)
    begins = _begins(spans, grades)
    for others in (reversed(rows[:first]), rows[last + 1 :]) if begins else ():
        for row in others:
            wider = _spans(row.words, spans)
            there = _begins(wider, grades)
            if not there:
                break
            made.append(row)
            spans, begins = wider, there
    return sorted(made, key=lambda row: -row.baseline), begins


def _begins(spans: Sequence[Span], grades: Sequence[_Given]) -> list[float]:
    """Return where the spans begin that hold the grades, but the first; none if one holds two."""
    lefts = [left for one in grades for left, right in spans if left <= one.span[0] <= right]
    return lefts[1:] if len(set(lefts)) == len(grades) else []


def _parted(rows: Sequence[Row], begins: Sequence[float]) -> list[list[Word]]:
    """Return the words of each column."""
    columns: list[list[Word]] = [[] for _ in range(len(begins) + 1)]
    for row in rows:
        for word in row.words:
            columns[sum(word.left >= begin for begin in begins)].append(word)
    return columns


def _panel(words: Sequence[Word], given: Sequence[Word]) -> _Panel | None:
    """Return the panel in a column of words around a grade, if there is one."""
    level = _LEVEL * given[0].style.size
    top, bottom = given[0].baseline + level, given[-1].baseline - level
    above = rows_of(word for word in words if word.baseline > top)
    below = rows_of(word for word in words if word.baseline < bottom)
    title = _title(above)
    text = list(takewhile(lambda row: _is_text(row, below[0]), below))
    is_headed = title and title[-1].baseline - top <= _HEADED * title[-1].size
    return _Panel(title, rows_of(given), text) if is_headed and _is_running(text) else None


def _title(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of the title that ends with the last row."""
    title = list(rows[-1:])
    for row in reversed(rows[:-1]):
        is_same = row.bold == title[0].bold and abs(row.size - title[0].size) <= _SAME_SIZE
        if not is_same or not _is_next(row, title[0]):
            break
        title.insert(0, row)
    return title


def _is_text(row: Row, first: Row) -> bool:
    """Whether a row looks as the first one of a panel's text, and is no title and no grade."""
    is_same = abs(row.size - first.size) <= _SAME_SIZE
    return is_same and not row.bold and grade(row.text) is None


def _is_running(rows: Sequence[Row]) -> bool:
    """Whether rows are sentences that go on from one to the next."""
    words = sum(len(row.words) for row in rows)
    return words >= _WORDS_PER_ROW * len(rows) and _have_sentence(rows)


def _have_sentence(rows: Sequence[Row]) -> bool:
    """Whether a sentence goes on from one of the rows to the next."""
    return any(
        len(row.words) >= _WORDS and not ends_sentence(row.text) and _is_next(row, below)
        for row, below in pairwise(rows)
    )


def _is_next(row: Row, below: Row) -> bool:
    return row.baseline - below.baseline <= _NEXT * row.size


def _without_below(panel: _Panel, others: Sequence[_Panel]) -> _Panel:
    """Return the first panel without what stands below all panels, and apart from its text.

    It is apart where more white is above it than between any paragraphs of the panels, unless its
    sentences are as narrow as the panel: they go on from row to row.
    """
    foot = min(one.text[-1].baseline for one in others)
    steps = [
        above.baseline - row.baseline
        for one in (panel, *others)
        for above, row in pairwise(one.text)
        if row.baseline >= foot
    ]
    for at in range(1, len(panel.text)):
        above, row = panel.text[at - 1 : at + 1]
        is_apart = above.baseline - row.baseline > _WIDER * max(steps)
        if row.baseline < foot and is_apart and not _have_sentence(panel.text[at:]):
            return msgspec.structs.replace(panel, text=panel.text[:at])
    return panel


def _are_ruled(found: _Found, rules: Sequence[Box], uprights: Sequence[Box]) -> bool:
    """Whether lines are drawn between panels, or across the white between two."""
    rows = [row for one in found.panels for row in one.rows]
    top, bottom = max(row.baseline for row in rows), min(row.baseline for row in rows)
    return any(
        box[1] < top and box[3] > bottom and box[0] <= right and box[2] >= left
        for box in (*rules, *uprights)
        for left, right in found.strips
    )


def _spans(words: Iterable[Word], more: Iterable[Span] = ()) -> list[Span]:
    """Return what words, and further spans, cover; white that could not part panels with it."""
    made: list[Span] = []
    for left, right in sorted([*more, *((word.left, word.right) for word in words)]):
        if made and left - made[-1][1] < _STRIP:
            made[-1] = (made[-1][0], max(made[-1][1], right))
        else:
            made.append((left, right))
    return made


def _span(words: Sequence[Word]) -> Span:
    return min(word.left for word in words), max(word.right for word in words)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
