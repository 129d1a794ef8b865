# SPDX-License-Identifier: MIT
"""Tables whose cells stand apart by more than a sign: HTML, drawn grids, lines of dashes.

Each function takes a text's raw lines and returns, by the index of a line, the rows that begin
on it; a line that only goes on with a row, or draws a rule, has none.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from itertools import pairwise
from typing import TypeAlias

Row: TypeAlias = tuple[str, ...]
Rows: TypeAlias = Mapping[int, tuple[Row, ...]]

_MOST_LINES = 2000  # of one HTML table; one that is never closed is no table
_WIDEST = 60  # columns of a table; a span that says more is a slip
_OPENS = re.compile(r"\s*<table\b", re.IGNORECASE)
_CLOSES = re.compile(r"</table\s*>\s*$", re.IGNORECASE)
_GRID = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*$")
_DASHES = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*$")
_ONE_RULE = re.compile(r"\s*-{4,}\s*$")
_PIPED = re.compile(r"\s*\|.*\|\s*$")
_PIPED_RULE = re.compile(r"\s*\|(?:\s*:?-{3,}:?\s*\|)+\s*$")
_KEPT_TAGS = frozenset(("b", "strong", "i", "em", "sup"))


def framed(raws: Sequence[str]) -> Rows:
    """Return the rows of HTML tables and of tables drawn with dashes, as Markdown has them."""
    found: dict[int, tuple[Row, ...]] = {}
    ends = [index for index, raw in enumerate(raws) if "<" in raw and _CLOSES.search(raw)]
    for index, raw in enumerate(raws) if ends else ():
        if index not in found and "<" in raw and _OPENS.match(raw):
            found.update(_of_html(raws, index, ends))
    return drawn(raws, found)


def drawn(raws: Sequence[str], taken: Rows | None = None) -> Rows:
    """Return the rows of tables drawn with dashes, and those already ``taken``."""
    found = dict(taken or {})
    unclosed = 0  # the line below the last grid that no drawn line closes: it is none
    for index, raw in enumerate(raws):
        if index in found:
            continue
        if "+" in raw and _GRID.match(raw):
            if index < unclosed:
                continue
            end = _grid_end(raws, index)
            if _GRID.match(raws[end - 1]):
                found.update(_of_grid(raws, index, end))
            else:
                unclosed = end
        elif "--" in raw and _DASHES.match(raw):
            found.update(_of_dashes(raws, index, found))
    return found


def piped(raws: Sequence[str]) -> Rows:
    """Return the rows of tables whose cells stand between upright strokes, with a line of dashes.

    The dashes stand below the first row.
    """
    found: dict[int, tuple[Row, ...]] = {}
    for index in range(1, len(raws)):
        if "-|" not in raws[index].replace(" ", "") or not _PIPED_RULE.match(raws[index]):
            continue
        if not _PIPED.match(raws[index - 1]):
            continue
        found[index] = ()
        at = index - 1
        while at < len(raws) and (at == index or _PIPED.match(raws[at])):
            if at != index:
                found[at] = (tuple(cell.strip() for cell in raws[at].strip()[1:-1].split("|")),)
            at += 1
    return found


def _of_html(raws: Sequence[str], start: int, ends: Sequence[int]) -> dict[int, tuple[Row, ...]]:
    """Read the table that begins on a line; ``ends`` are the lines on which tables end."""
    following = bisect_left(ends, start)
    end = ends[following] if following < len(ends) else len(raws)
    if end >= start + _MOST_LINES or end == len(raws):
        return {}
    parser = _Table()
    parser.feed("\n".join(raws[start : end + 1]))
    parser.close()
    rows: defaultdict[int, list[Row]] = defaultdict(list)
    for at, row in parser.finished():
        rows[start + at].append(row)
    return {index: tuple(rows[index]) for index in range(start, end + 1)}


class _Table(HTMLParser):
    """Rows with the number of the line that each begins on; emphasis and raised text stay."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[tuple[int, list[str]]] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._below: dict[int, int] = {}  # column -> rows that a cell above still reaches into

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._close()
            self._begin()
        elif tag in ("td", "th"):
            self._close()
            if not self._rows:
                self._begin()
            given = dict(attrs)
            self._span = (_count(given.get("colspan")), _count(given.get("rowspan")))
            self._cell = []
        elif tag in _KEPT_TAGS and self._cell is not None:
            self._cell.append(f"<{tag}>")
        else:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close()
        elif tag in _KEPT_TAGS and self._cell is not None:
            self._cell.append(f"</{tag}>")
        else:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        if self._cell is None and data.strip():  # a caption: words are never lost
            self._rows.append((self.getpos()[0] - 1, [" ".join(data.split())]))
        else:
            self._add(data)

    def finished(self) -> list[tuple[int, Row]]:
        self._close()
        return [(line, tuple(cells)) for line, cells in self._rows if any(cells)]

    def _begin(self) -> None:
        self._rows.append((self.getpos()[0] - 1, []))
        self._fill()

    def _fill(self) -> None:
        """Put blanks where a cell of a row above reaches into this row."""
        cells = self._rows[-1][1]
        while self._below.get(len(cells), 0) and len(cells) < _WIDEST:
            self._below[len(cells)] -= 1
            cells.append("")

    def _add(self, text: str) -> None:
        if self._cell is not None:
            self._cell.append(text)

    def _close(self) -> None:
        if self._cell is None:
            return
        cells = self._rows[-1][1]
        wide, high = self._span
        for column in range(len(cells), len(cells) + wide):
            self._below[column] = high - 1
        cells += [" ".join("".join(self._cell).split()), *[""] * (wide - 1)]
        self._cell = None
        self._fill()


def _count(given: str | None) -> int:
    return min(int(given), _WIDEST) if given and given.isdecimal() and int(given[:9]) else 1


def _grid_end(raws: Sequence[str], start: int) -> int:
    """Return the line below a grid's last one."""
    end = start + 1
    while end < len(raws) and (raws[end].lstrip().startswith("|") or _GRID.match(raws[end])):
        end += 1
    return end


def _of_grid(raws: Sequence[str], start: int, end: int) -> dict[int, tuple[Row, ...]]:
    """Read a grid: rows of several lines between drawn lines."""
    bounds = [at for at, sign in enumerate(raws[start]) if sign == "+"]
    found: dict[int, tuple[Row, ...]] = {start: ()}
    first = start
    pieces: list[list[str]] = []
    for index in range(start + 1, end):
        raw = raws[index]
        if _GRID.match(raw):
            if pieces:
                found[first] = (
                    tuple(" ".join(filter(None, c)) for c in zip(*pieces, strict=True)),
                )
            found.setdefault(index, ())
            pieces = []
        else:
            first = index if not pieces else first
            pieces.append([raw[a + 1 : b].strip(" |") for a, b in pairwise(bounds)])
            found[index] = ()
    return found


def _of_dashes(raws: Sequence[str], rule: int, taken: Rows) -> dict[int, tuple[Row, ...]]:
    """Read a table whose columns a line of dashes shows: its header above, its rows below.

    Where a whole rule stands above the header, rows may run over several lines and blank lines
    part them.
    """
    top = rule
    while top > 0 and raws[top - 1].strip() and top - 1 not in taken:
        top -= 1
    if top == rule and (closing := _closing(raws, rule)):
        return _between_dashes(raws, rule, closing)
    whole = top < rule and bool(_ONE_RULE.match(raws[top]))
    bottom = rule + 1
    while bottom < len(raws):
        raw = raws[bottom]
        if _ONE_RULE.match(raw) or _DASHES.match(raw) or not (raw.strip() or whole):
            break
        bottom += 1
    if (top == rule and bottom == rule + 1) or (whole and bottom == len(raws)):
        return {}
    starts = [found.start() for found in re.finditer("-+", raws[rule])]
    found: dict[int, tuple[Row, ...]] = dict.fromkeys(range(top, bottom), ())
    if bottom < len(raws) and raws[bottom].strip():
        found[bottom] = ()
    parts = [range(top + whole, rule)] if rule > top + whole else []
    parts += (
        _parts(raws, rule + 1, bottom)
        if whole
        else [range(i, i + 1) for i in range(rule + 1, bottom)]
    )
    for part in parts:
        found[part.start] = (_row(raws, part, starts),)
    return found


def _closing(raws: Sequence[str], rule: int) -> int | None:
    """Return the line of dashes like ``rule`` that ends a table without a rule below its header.

    All lines between them keep to the columns.
    """
    starts = [found.start() for found in re.finditer("-+", raws[rule])]
    gaps = [at - 1 for at in starts if at]
    for index in range(rule + 1, min(len(raws), rule + _MOST_LINES)):
        raw = raws[index]
        if raw.rstrip() == raws[rule].rstrip():
            return index if index > rule + 1 else None
        if not raw.isspace() and any(
            not raw[at : at + 1].isspace() for at in gaps if at < len(raw)
        ):
            return None
    return None


def _between_dashes(raws: Sequence[str], rule: int, closing: int) -> dict[int, tuple[Row, ...]]:
    """Read the rows between two lines of dashes: a line each, or apart by blank lines."""
    starts = [found.start() for found in re.finditer("-+", raws[rule])]
    parts = _parts(raws, rule + 1, closing)
    if len(parts) == 1:
        parts = [range(index, index + 1) for index in parts[0]]
    found: dict[int, tuple[Row, ...]] = dict.fromkeys(range(rule, closing + 1), ())
    for part in parts:
        found[part.start] = (_row(raws, part, starts),)
    return found


def _row(raws: Sequence[str], part: range, starts: Sequence[int]) -> Row:
    """Return the row that some lines make, cut where the columns start."""
    cut = [_at_columns(raws[index], starts) for index in part]
    return tuple(" ".join(filter(None, cells)) for cells in zip(*cut, strict=True))


def _parts(raws: Sequence[str], start: int, end: int) -> list[range]:
    """Return the runs of lines that no blank line cuts."""
    blank = [start - 1, *(i for i in range(start, end) if not raws[i].strip()), end]
    return [range(a + 1, b) for a, b in pairwise(blank) if b > a + 1]


def _at_columns(raw: str, starts: Sequence[int]) -> list[str]:
    """Cut a line where columns begin; a word that reaches over a border stays whole."""
    places = [0]
    for start in starts[1:]:
        at = min(start, len(raw))
        while at > places[-1] and at < len(raw) and not raw[at - 1].isspace():
            at -= 1
        places.append(at)
    return [raw[a:b].strip() for a, b in pairwise([*places, len(raw)])]
