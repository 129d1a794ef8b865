# SPDX-License-Identifier: MIT
"""Charts that are drawn: the part of a page that is theirs, and the words that stand in it.

The names and numbers along a chart's axes and on its bars are no text and no table: they belong
to the picture. A chart stands between its caption and its source, and more than lines and the
grounds of cells is drawn in it. Its caption may be the last text of the page or column before.
"""

from collections.abc import Sequence

import msgspec

from peelviewer.reading.pdf.drawings import Box, Shape
from peelviewer.reading.pdf.rows import Row
from peelviewer.reading.pdf.signs import APPARATUS, CAPTION
from peelviewer.reading.pdf.words import Page

_LEAST = 40.0  # points: how high and wide a chart is, at least
_FEWEST = 3  # shapes without words (bars, parts of a legend) that make a chart
_IN_CELLS = 0.6  # of the words within shapes: from there on these are the grounds of cells
_GROUND = 0.8  # of a chart's shapes that its ground holds
_PAGE = 0.7  # of the page: a larger shape is its ground
_LABELS = 45.0  # points below a chart without a source, where its labels may stand
_LINE = 1.5  # sizes from one row of a caption to the next, at most
_PROSE = 12  # words of a row that is a sentence's, where a source does not say where to end


class Chart(msgspec.Struct, frozen=True):
    """A chart's place on its page, and the indexes of the rows that stand in it."""

    box: Box
    rows: tuple[int, ...]


def charts(rows: Sequence[Row], page: Page, top: float | None = None) -> list[Chart]:
    """Return the charts below the captions among ``rows``, which are a page's from the top.

    ``top``: a caption ends the text before them, so that a chart may begin at this height.
    """
    captions = [index for index, row in enumerate(rows) if CAPTION.match(row.text)]
    found = [_below(rows, index, page) for index in captions]
    if top is not None:
        found.insert(0, _on_top(rows, page, top))
    return [chart for chart in found if chart is not None]


def ends_in_caption(rows: Sequence[Row], found: Sequence[Chart], size: float) -> bool:
    """Whether the last text among ``rows`` is a caption, and its chart is not among the ``found``.

    ``size`` is that of the footnotes, which may stand below it.
    """
    at = next((n for n in reversed(range(len(rows))) if CAPTION.match(rows[n].text)), None)
    if at is None:
        return False
    end = at + 1
    while end < len(rows) and _is_title(rows[end - 1], rows[end]):
        end += 1
    caption = rows[at].baseline
    return all(row.size <= size for row in rows[end:]) and not any(
        chart.box[3] <= caption for chart in found
    )


def _is_title(above: Row, row: Row) -> bool:
    """Whether a row is the next one of a caption."""
    return (row.size, row.bold) == (
        above.size,
        above.bold,
    ) and above.baseline - row.baseline <= _LINE * row.size


def _below(rows: Sequence[Row], caption: int, page: Page) -> Chart | None:
    """Return the chart between a caption and what ends it."""
    end = _end(rows, caption + 1)
    has_source = end < len(rows) and not CAPTION.match(rows[end].text)
    shapes = _shapes(rows, end, page, rows[caption].baseline)
    if not shapes:
        return None
    box = _around([shape.box for shape in shapes])
    # The caption's further rows stand above what is drawn.
    inside = [
        index
        for index in range(caption + 1, end)
        if rows[index].baseline <= box[3] + rows[index].size
    ]
    if not _is_chart(shapes, box, [rows[index] for index in inside]):
        return None
    if not has_source:
        inside = [
            i for i in inside if rows[i].baseline >= box[1] - _LABELS and not _is_prose(rows[i])
        ]
    return _chart(rows, inside, box)


def _on_top(rows: Sequence[Row], page: Page, top: float) -> Chart | None:
    """Return the chart that stands above the first source, with nothing but its own words."""
    end = _end(rows, 0)
    if end == len(rows) or CAPTION.match(rows[end].text):
        return None
    shapes = _shapes(rows, end, page, top)
    if not shapes or any(map(_is_prose, rows[:end])):
        return None
    box = _around([shape.box for shape in shapes])
    highest = max((row.baseline - row.size for row in rows[:end]), default=0.0)
    if highest > box[3] or not _is_chart(shapes, box, rows[:end]):
        return None
    return _chart(rows, range(end), box)


def _end(rows: Sequence[Row], start: int) -> int:
    """Return where the next source or caption is."""
    return next(
        (
            index
            for index in range(start, len(rows))
            if APPARATUS.match(rows[index].text) or CAPTION.match(rows[index].text)
        ),
        len(rows),
    )


def _shapes(rows: Sequence[Row], end: int, page: Page, top: float) -> list[Shape]:
    """Return what is drawn from a height down to the row at ``end``."""
    bottom = rows[end].baseline + rows[end].size if end < len(rows) else 0.0
    return [
        shape
        for shape in page.shapes
        if bottom <= _middle(shape.box) <= top and not _is_ground_of(shape.box, page)
    ]


def _chart(rows: Sequence[Row], inside: Sequence[int], box: Box) -> Chart:
    drawn = [(rows[i].left, rows[i].baseline, rows[i].right, rows[i].baseline) for i in inside]
    return Chart(_around([box, *drawn]), tuple(inside))


def _is_chart(shapes: Sequence[Shape], box: Box, rows: Sequence[Row]) -> bool:
    """Whether more is drawn than the grounds of a table's cells."""
    if box[2] - box[0] < _LEAST or box[3] - box[1] < _LEAST:
        return False
    words = [
        ((word.left + word.right) / 2, word.baseline + word.style.size * 0.3)
        for row in rows
        for word in row.words
    ]
    grounds = [s for s in shapes if _is_ground(s.box, shapes)]
    marks = [s for s in shapes if s not in grounds]
    empty = [s for s in marks if not any(_holds(s.box, place) for place in words)]
    held = sum(any(_holds(shape.box, place) for shape in marks) for place in words)
    if words and held >= _IN_CELLS * len(words):
        return False
    return len(empty) >= _FEWEST or any(shape.drawn for shape in empty)


def _is_ground(box: Box, shapes: Sequence[Shape]) -> bool:
    """Whether nearly all other shapes stand upon one."""
    others = [shape.box for shape in shapes if shape.box != box]
    held = sum(_holds(box, ((b[0] + b[2]) / 2, _middle(b))) for b in others)
    return len(others) > 1 and held >= _GROUND * len(others)


def _is_ground_of(box: Box, page: Page) -> bool:
    return (box[2] - box[0]) * (box[3] - box[1]) > _PAGE * page.width * page.height


def _is_prose(row: Row) -> bool:
    return len(row.words) >= _PROSE


def _holds(box: Box, place: tuple[float, float]) -> bool:
    return box[0] <= place[0] <= box[2] and box[1] <= place[1] <= box[3]


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
