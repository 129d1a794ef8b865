# SPDX-License-Identifier: MIT
"""What the text of a whole report looks like: its headings' sizes, its columns' ends, its words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from peelviewer.reading.graphic import VALUE, is_force, is_national
from peelviewer.reading.joining import vocabulary
from peelviewer.reading.lines import SOFT_HYPHEN, begins_lower
from peelviewer.reading.pdf.layout import Body, Sheet
from peelviewer.reading.pdf.rows import LARGER, Row

_SAME_SIZE = 0.6
_COVER = 1  # pages whose sizes say nothing of the headings
_NEAR = 3.0  # points: how far apart the left ends of one column may be
_ALMOST_ALL = 0.98
_SET_IN = 60.0  # points that all the text of a page or column is set in, at most
_OFTEN = 0.2  # of the pages or columns that begin at one place, at least
_FEWEST_ROWS = 12
_FEWEST_WORDS = 3
_FEWEST_PAGES = 2
_BROKEN = re.compile(rf"[^\W\d_][-{SOFT_HYPHEN}]$")
_LEADER = re.compile(r"[.…·_](?:\s*[.…·_]){3,}\s*\d+$")
_HYPHENATES = 5  # words parted at line ends, in a report that parts words
_PARTED = 0.25  # of the words with a hyphen at a line's end, in such a report, at least


class Looks(msgspec.Struct, frozen=True):
    """What the whole report's text looks like, and which words it has.

    ``levels`` are the headings' by their size; ``rights`` where columns end, by where they begin
    (in steps of a few points), and ``starts`` where they begin; ``known`` the words by which
    halves of words are told; ``beside`` those of them that stand beside others, and not alone in a
    cell as pieces of words may.
    """

    body: Body
    levels: dict[float, int]
    known: Counter[str]
    rights: dict[int, float]
    starts: tuple[float, ...]
    beside: Counter[str]

    def heading(self, row: Row) -> int:
        """Return the heading level that a row's size stands for; 0 for none."""
        if row.size <= self.body.size * LARGER:
            return 0
        return self.levels.get(row.size, 0)

    def end(self, left: float, right: float) -> float:
        """Return where a column ends that begins at ``left`` and has text up to ``right``."""
        return self.rights.get(round(left / _NEAR), right)

    def around(self, left: float, right: float) -> tuple[float, float]:
        """Return the ends of the column in which text stands that reaches from left to right.

        All of the text can be set in from the column's ends: the report tells where columns begin
        and end. It can reach further than other text that begins where the column does.
        """
        begin = max((x for x in self.starts if left - _SET_IN <= x <= left), default=left)
        return begin, max(self.end(begin, right), right)


def looks(parts: Sequence[Sheet], body: Body) -> tuple[Looks, Looks]:
    """Return the look of text across the page, and of text in one of two columns."""
    rights, starts = _columns(parts, body, in_columns=False)
    across = Looks(
        body=body,
        levels=_levels(parts, body.size),
        known=_vocabulary(parts),
        rights=rights,
        starts=starts,
        beside=_beside(parts),
    )
    rights, starts = _columns(parts, body, in_columns=True)
    return across, msgspec.structs.replace(across, rights=rights, starts=starts)


def is_larger(row: Row, body: Body) -> bool:
    """Whether a row is printed larger than running text."""
    return row.size > body.size * LARGER


def is_plain(row: Row, body: Body) -> bool:
    """Whether a row is running text that can fill its column.

    A long address runs over it; an entry of the contents page ends where its page number stands.
    """
    is_text = row.size == body.size and not row.bold and len(row.words) >= _FEWEST_WORDS
    return is_text and not _is_entry(row)


def _is_entry(row: Row) -> bool:
    """Whether a row is a title with its page number."""
    is_set_apart = len(row.cells) > 1 and row.cells[-1].text.isdigit()
    return is_set_apart or _LEADER.search(row.text) is not None


def _right_ends(stretches: Iterable[Sequence[Row]], body: Body) -> dict[int, float]:
    """Return where columns end, by where they begin (in steps of a few points)."""
    ends: dict[int, list[float]] = defaultdict(list)
    for rows in stretches:
        for row in rows:
            if is_plain(row, body) and len(row.cells) == 1:
                ends[round(row.left / _NEAR)].append(row.right)
    return {
        left: sorted(rights)[int(len(rights) * _ALMOST_ALL)]
        for left, rights in ends.items()
        if len(rights) >= _FEWEST_ROWS
    }


def _columns(
    parts: Sequence[Sheet], body: Body, *, in_columns: bool
) -> tuple[dict[int, float], tuple[float, ...]]:
    """Return where text ends and begins, in one of two columns or across the page."""
    runs = [run for sheet in parts for run in sheet.text if is_column(run, sheet) == in_columns]
    return _right_ends(runs, body), _starts(runs, body)


def _starts(stretches: Iterable[Sequence[Row]], body: Body) -> tuple[float, ...]:
    """Return where many stretches of a page begin on the left."""
    plain = ([row.left for row in rows if is_plain(row, body)] for rows in stretches)
    begins = Counter(round(min(lefts) / _NEAR) for lefts in plain if lefts)
    often = max(_OFTEN * begins.total(), _FEWEST_PAGES)
    return tuple(_NEAR * place for place, times in begins.items() if times >= often)


def is_column(run: Sequence[Row], sheet: Sheet) -> bool:
    """Whether a stretch of a page stands in one of two columns."""
    return sheet.columns is not None and sheet.columns.hold(run)


def _vocabulary(parts: Sequence[Sheet]) -> Counter[str]:
    """Return the words by which the halves of words at line ends are told from whole words.

    A report that parts words does so many times with words that it has whole elsewhere; its
    halves are then no words of their own. In any other a hyphen at a line's end is the word's.
    """
    runs = [run for sheet in parts for run in (*sheet.text, sheet.notes)]
    halves = [
        (above.words[-1].text, below.words[0].text)
        for run in runs
        for above, below in pairwise(run)
        if _BROKEN.search(above.words[-1].text) and begins_lower(below.words[0].text)
    ]
    words = [word.text for run in runs for row in run for word in row.words]
    known = vocabulary(words)
    wholes = vocabulary(f"{first[:-1]}{second}" for first, second in halves)
    parted = sum(count for word, count in wholes.items() if known[word])
    if parted < max(_HYPHENATES, _PARTED * len(halves)):
        return known
    return known - vocabulary(half for pair in halves for half in pair)


def _beside(parts: Sequence[Sheet]) -> Counter[str]:
    """Return the words of the text that stand in one cell with others."""
    rows = (row for sheet in parts for run in sheet.text for row in run)
    texts = (cell.text for row in rows for cell in row.cells if " " in cell.text)
    return vocabulary(word for text in texts for word in text.split(" "))


def _levels(parts: Sequence[Sheet], size: float) -> dict[float, int]:
    """Return the heading level of each size above the body's: the largest one is 1.

    The cover's sizes are its own; sizes that hardly differ are one.
    """
    times: Counter[float] = Counter()
    for sheet in parts[_COVER:]:
        for run in sheet.text:
            for row in run:
                if row.size > size * LARGER and _can_head(row):
                    times[row.size] += 1
    levels: dict[float, int] = {}
    level, last = 0, 0.0
    for found in sorted(times, reverse=True):
        level += not levels or last - found > _SAME_SIZE
        levels[found] = level
        last = found
    return levels


def _can_head(row: Row) -> bool:
    text = row.text
    return (
        any(map(str.isalpha, text))
        and not VALUE.match(text)
        and not any(is_national(cell.text) or is_force(cell.text) for cell in row.cells)
    )


def lowest(parts: Sequence[Sheet], size: float) -> float:
    """Return the height at which the text of full pages ends."""
    ends = sorted(
        min(run[-1].baseline for run in sheet.text)
        for sheet in parts
        if sheet.text and sheet.text[-1][-1].size == size
    )
    return ends[len(ends) // 20] if ends else 0.0
